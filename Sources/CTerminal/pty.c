// Programs on a pseudo-terminal of their own, for tests from end to end.

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

static void exec_child(const char *path, char *const argv[], char *const envp[]) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    struct sigaction plain;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    for (int number = 1; number < 32; number++) sigaction(number, &plain, NULL);
    close_range(3, ~0U, 0);
    execve(path, argv, envp);
    _exit(127);
}

pid_t ct_spawn_in_pty(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *controller) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    pid_t child = forkpty(controller, NULL, NULL, &size);
    if (child == 0) exec_child(path, argv, envp);
    if (child > 0) fcntl(*controller, F_SETFD, FD_CLOEXEC);
    return child;
}

int ct_pty_resize(int controller, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(controller, TIOCSWINSZ, &size);
}
