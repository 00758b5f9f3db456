// The terminal device: its line discipline, its size, and where standard error goes meanwhile.

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

static ct_shared own_state;
ct_shared *ct_state = &own_state;

int ct_tty_open(int descriptor) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    // A pipe that is opened for both ways never ends, since its reader is a writer then.
    int own = isatty(descriptor) ? open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
    return own >= 0 ? own : fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
}

static bool is_ready(int descriptor, short events) {
    struct pollfd look = {.fd = descriptor, .events = events};
    int ready = poll(&look, 1, 0);
    if (ready == 0) errno = EAGAIN;
    return ready > 0;
}

ssize_t ct_tty_read(int descriptor, void *bytes, size_t capacity) {
    return is_ready(descriptor, POLLIN) ? read(descriptor, bytes, capacity) : -1;
}

ssize_t ct_tty_put(int descriptor, const void *bytes, size_t count) {
    bool is_blocking = !(fcntl(descriptor, F_GETFL) & O_NONBLOCK);
    if (is_blocking && !is_ready(descriptor, POLLOUT)) return -1;
    // A blocking terminal that has room at all has room for this (WAKEUP_CHARS of the kernel's tty layer).
    return write(descriptor, bytes, is_blocking && count > 256 ? 256 : count);
}

int ct_tty_keep(int descriptor) {
    if (atomic_load(&ct_state->has_cooked)) return 0;
    if (tcgetattr(descriptor, &ct_state->cooked) != 0) return -1;
    atomic_store(&ct_state->has_cooked, true);
    return 0;
}

// Changing the terminal from the background would stop the process, unless SIGTTOU is blocked (tcsetattr(3)).
static int set(int descriptor, const struct termios *mode) {
    sigset_t block, old;
    sigemptyset(&block);
    sigaddset(&block, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &block, &old);
    int result;
    do result = tcsetattr(descriptor, TCSANOW, mode);
    while (result != 0 && errno == EINTR);
    int kept = errno;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    errno = kept;
    return result;
}

int ct_tty_raw(int descriptor) {
    struct termios raw;
    if (tcgetattr(descriptor, &raw) != 0) return -1;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    atomic_store(&ct_state->is_taken, true);
    return set(descriptor, &raw);
}

int ct_tty_restore(int descriptor) {
    if (!atomic_load(&ct_state->has_cooked)) return 0;
    int result = set(descriptor, &ct_state->cooked);
    atomic_store(&ct_state->is_taken, false);
    return result;
}

bool ct_tty_is_taken(void) {
    return atomic_load(&ct_state->is_taken);
}

bool ct_tty_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

void ct_give_back(int input, int output) {
    if (!atomic_exchange(&ct_state->is_taken, false)) return;
    size_t length = atomic_load(&ct_state->restore_length);
    ct_tty_write(output, ct_state->restore, length < CT_RESTORE_BYTES ? length : CT_RESTORE_BYTES, 1000);
    if (atomic_load(&ct_state->has_cooked)) set(input, &ct_state->cooked);
}

void ct_tty_write(int descriptor, const void *bytes, size_t count, int milliseconds) {
    const char *at = bytes;
    // A terminal that takes nothing (a dead link) must not hold up whoever puts it in order.
    for (int rounds = 0; count > 0 && rounds < 1000; rounds++) {
        struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
        int ready = poll(&wait, 1, milliseconds);
        if (ready == 0 || (ready < 0 && errno != EINTR)) return;
        if (ready < 0) continue;
        ssize_t written = write(descriptor, at, count);
        if (written < 0 && errno != EINTR && errno != EAGAIN) return;
        if (written > 0) {
            at += written;
            count -= (size_t)written;
        }
    }
}

int ct_watch_open(int first, int second) {
    int watch = epoll_create1(EPOLL_CLOEXEC);
    if (watch < 0) return -1;
    int both[] = {first, second};
    for (int i = 0; i < 2; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = 1U << i};
        if (epoll_ctl(watch, EPOLL_CTL_ADD, both[i], &event) != 0) {
            int kept = errno;
            close(watch);
            errno = kept;
            return -1;
        }
    }
    return watch;
}

int ct_watch_ready(int watch) {
    struct epoll_event events[2];
    int count = epoll_wait(watch, events, 2, 0), ready = 0;
    for (int i = 0; i < count; i++) ready |= (int)events[i].data.u32;
    return ready;
}

void ct_watch_remove(int watch, int descriptor) {
    epoll_ctl(watch, EPOLL_CTL_DEL, descriptor, NULL);
}

static int kept_stderr = -1;

int ct_stderr_redirect(const char *path) {
    if (kept_stderr >= 0) return 0;
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    fflush(stderr);
    kept_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    int result = dup2(file, STDERR_FILENO);
    close(file);
    return result < 0 ? -1 : 0;
}

void ct_stderr_restore(void) {
    if (kept_stderr < 0) return;
    fflush(stderr);
    dup2(kept_stderr, STDERR_FILENO);
    close(kept_stderr);
    kept_stderr = -1;
}
