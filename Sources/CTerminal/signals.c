// Signals become bytes in a pipe.
//
// signalfd needs the signals blocked in every thread, which libdispatch undoes on its own threads; a handler
// that writes to a pipe works whatever the masks are.

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

static const int numbers[] = {SIGHUP, SIGINT, SIGTERM, SIGWINCH, SIGTSTP, SIGCONT};
enum { COUNT = sizeof numbers / sizeof *numbers };

static struct sigaction former[COUNT];
static atomic_int writing_end = -1;
static int reading_end = -1;

static void note(int number) {
    int kept = errno;
    uint8_t byte = (uint8_t)number;
    int pipe = atomic_load(&writing_end);
    // A full pipe holds thousands of signals nobody has looked at; one more says nothing new.
    if (pipe >= 0 && write(pipe, &byte, 1) < 0) errno = kept;
    errno = kept;
}

static bool is_end(int number) {
    return number == SIGHUP || number == SIGINT || number == SIGTERM;
}

int ct_signals_open(void) {
    if (reading_end >= 0) {
        errno = EBUSY;
        return -1;
    }
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    reading_end = ends[0];
    atomic_store(&writing_end, ends[1]);
    for (int i = 0; i < COUNT; i++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = note;
        action.sa_flags = SA_RESTART;
        sigaction(numbers[i], NULL, &former[i]);
        // nohup and the like ignore what would end the program on purpose.
        if (!is_end(numbers[i]) || former[i].sa_handler != SIG_IGN) sigaction(numbers[i], &action, NULL);
    }
    return reading_end;
}

void ct_signals_close(bool deaf) {
    if (reading_end < 0) return;
    // There must be no moment in between in which the second signal kills.
    for (int i = 0; i < COUNT; i++) {
        if (deaf && is_end(numbers[i])) signal(numbers[i], SIG_IGN);
        else sigaction(numbers[i], &former[i], NULL);
    }
    close(atomic_exchange(&writing_end, -1));
    close(reading_end);
    reading_end = -1;
}

// The parent of a process, or 0; from /proc/<pid>/stat, whose second field may hold anything within brackets.
static pid_t parent_of(pid_t process) {
    char path[32], text[512];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    text[count > 0 ? count : 0] = 0;
    const char *end = strrchr(text, ')');
    int parent = 0;
    if (!end || sscanf(end + 1, " %*c %d", &parent) != 1) return 0;
    return parent;
}

bool ct_job_control(void) {
    pid_t group = getpgrp(), session = getsid(0), process = getpid();
    // The first ancestor outside of the group is whoever could continue it, if it is of the same session.
    for (int level = 0; level < 32; level++) {
        process = parent_of(process);
        if (process <= 1) return false;
        if (getpgid(process) != group) return getsid(process) == session;
    }
    return false;
}

void ct_stop_group(void) {
    // SIGTSTP is caught here, so the stop that can't be caught is sent, to everybody as the terminal would.
    kill(0, SIGSTOP);
}
