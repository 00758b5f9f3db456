// The guard: a parent process that outlives the program by a moment and puts the terminal in order.
//
// A program that is killed can't give its terminal back, and one that crashes had better not try. The guard
// does nothing but wait: its memory is what the two shared before the program began, without the code.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

static char *argument_start;
static size_t argument_length;
static pid_t guard_process;
static char program_name[64];

// glibc hands main's arguments to constructors; the guard needs their memory to rename itself.
__attribute__((constructor)) static void remember_arguments(int count, char **arguments) {
    if (count < 1 || !arguments || !arguments[0]) return;
    char *end = arguments[0];
    for (int i = 0; i < count && arguments[i] == end; i++) end += strlen(end) + 1;
    argument_start = arguments[0];
    argument_length = (size_t)(end - arguments[0]);
}

// So that `pkill -9` by the program's name strikes the program alone.
static void rename_process(void) {
    static const char name[] = "tty-guard";
    strncpy(program_name, program_invocation_short_name, sizeof program_name - 1);
    prctl(PR_SET_NAME, name);
    if (argument_length > 1) {
        memset(argument_start, 0, argument_length);
        strncpy(argument_start, name, argument_length - 1);
    }
}

// Says after a crash what has happened, and where to read on.
static void note_end(int number) {
    char text[CT_LOG_BYTES + 128];
    ct_state->log[CT_LOG_BYTES - 1] = 0;
    int length = snprintf(
        text, sizeof text, "%s ended by signal %d (%s)%s%s\r\n", program_name, number,
        strsignal(number), *ct_state->log ? "; the log is at " : "", ct_state->log);
    if (length > 0) ct_tty_write(STDERR_FILENO, text, strlen(text), 1000);
}

// Ends as the program did.
static void end(int status) {
    bool was_taken = atomic_load(&ct_state->is_taken);
    ct_give_back(STDIN_FILENO, STDOUT_FILENO);
    if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
    int number = WTERMSIG(status);
    bool is_fault = number != SIGTERM && number != SIGHUP && number != SIGINT && number != SIGPIPE;
    if (is_fault || was_taken) note_end(number);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}

// A program that stops the whole group is on its way to being continued with it; by then its stop is old news.
static bool stays_stopped(pid_t program) {
    struct timespec pause = {.tv_nsec = 5000000};
    for (int i = 0; i < 4; i++) {
        siginfo_t info = {0};
        if (waitid(P_PID, (id_t)program, &info, WCONTINUED | WNOHANG) == 0 && info.si_pid == program) return false;
        nanosleep(&pause, NULL);
    }
    return true;
}

// Somebody has stopped the program alone: the shell sees only the guard, so the guard stops as well.
static void follow_stop(pid_t program) {
    if (!stays_stopped(program)) return;
    ct_give_back(STDIN_FILENO, STDOUT_FILENO);
    kill(getpid(), SIGSTOP);
    // A shell continues the whole group; whoever knows the guard alone has continued it alone.
    if (stays_stopped(program)) kill(program, SIGCONT);
}

// Takes note of what the program has done; doesn't return when it has ended.
static void reap(pid_t program) {
    int status;
    while (waitpid(program, &status, WNOHANG | WUNTRACED) == program) {
        if (WIFSTOPPED(status)) follow_stop(program);
        else end(status);
    }
}

// What the keyboard sends goes to the whole group, so the program has got it as well. A hangup goes to the
// leader of the session alone, which the guard may be.
static bool is_to_forward(const siginfo_t *info, pid_t program) {
    if (info->si_signo == SIGHUP) return true;
    return info->si_code <= 0 && info->si_pid != program;
}

static _Noreturn void watch(pid_t program, const sigset_t *signals) {
    rename_process();
    ct_let_go_of_code();
    close_range(3, ~0U, 0);
    for (;;) {
        siginfo_t info;
        int number = sigwaitinfo(signals, &info);
        if (number == SIGCHLD) reap(program);
        else if (number > 0 && is_to_forward(&info, program)) kill(program, number);
    }
}

// Swift's runtime answers a crash on a terminal with a backtrace and a question, and waits half a minute for the
// answer: on a screen in raw mode nobody sees the one or can give the other. A runtime that was told not to ask
// (SWIFT_BACKTRACE=interactive=no,…) keeps its handlers; else a fault ends the program at once.
static void refuse_questions(void) {
    const char *settings = getenv("SWIFT_BACKTRACE");
    if (settings && strstr(settings, "interactive=no")) return;
    static const int faults[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct sigaction action;
        sigaction(faults[i], NULL, &action);
        if (action.sa_flags & SA_SIGINFO || action.sa_handler != SIG_IGN) signal(faults[i], SIG_DFL);
    }
}

static void become_program(pid_t guard, const sigset_t *mask) {
    guard_process = guard;
    refuse_questions();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    // Between fork and prctl the guard may have died already.
    if (getppid() != guard) raise(SIGTERM);
    sigprocmask(SIG_SETMASK, mask, NULL);
}

// A fork takes along only the thread that calls it; locks held by others would stay locked for ever.
static bool is_alone(void) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return false;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(tasks));) count += entry->d_name[0] != '.';
    closedir(tasks);
    return count == 1;
}

bool ct_guard(void) {
    if (guard_process || !is_alone() || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return false;
    void *page = mmap(NULL, sizeof(ct_shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return false;
    ct_state = page;
    ct_tty_keep(STDIN_FILENO);

    static const int watched[] = {
        SIGCHLD, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTSTP, SIGTTOU, SIGTTIN,
    };
    sigset_t signals, mask;
    sigemptyset(&signals);
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) sigaddset(&signals, watched[i]);
    // Blocked before the fork, so that the death of a program that ends at once isn't missed.
    sigprocmask(SIG_BLOCK, &signals, &mask);
    pid_t guard = getpid();
    pid_t program = fork();
    if (program < 0) {
        sigprocmask(SIG_SETMASK, &mask, NULL);
        return false;
    }
    if (program > 0) watch(program, &signals);
    become_program(guard, &mask);
    return true;
}

void ct_guard_log(const char *path) {
    strncpy(ct_state->log, path, CT_LOG_BYTES - 1);
}

bool ct_guarded(void) {
    return guard_process && getppid() == guard_process;
}
