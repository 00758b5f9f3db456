// The door to ncursesw, to the terminal's line discipline, to signals and to the guard process.
//
// No header of ncurses is included here: its macros (`clear`, `move`, `OK`) and its global variables stay
// behind the door. ncurses has one screen a process; whoever opens it calls from one thread until it is closed.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A cell of a picture, eight bytes; `width` is 0 in the right half of a wide cell.
typedef struct {
    uint32_t scalar;
    /// 0, or 1 + the index of a group of four combining marks.
    uint16_t marks;
    uint8_t style;
    uint8_t width;
} ct_cell;

/// Bits of `ct_style.attributes`.
enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8, CT_ITALIC = 16 };

/// How cells look. A colour is -1 for the terminal's own, 0 to 255 for its palette, or CT_RGB | 0xRRGGBB.
typedef struct {
    uint32_t attributes;
    int32_t foreground;
    int32_t background;
} ct_style;

enum { CT_RGB = 0x1000000, CT_STYLES = 256 };

// Locale (locale.c).

/// Takes the character encoding of the environment, or UTF-8 where the environment names none.
/// It changes LC_CTYPE of the whole process. Returns whether the encoding is UTF-8.
bool ct_locale_open(void);

/// The columns that ncurses will reckon with for a scalar: -1 when the locale can't show it.
int ct_locale_width(uint32_t scalar);

// The screen (screen.c, paint.c).

enum { CT_SCREEN_OK = 0, CT_SCREEN_UNKNOWN_TERM = 1, CT_SCREEN_NO_CURSOR_ADDRESS = 2, CT_SCREEN_SYSTEM = 3 };

/// Begins a screen of `rows` and `columns` for the terminal type `term`, whose output goes to memory.
/// With `direct`, exact colours are sent (24 bits) whatever the type says. Returns one of CT_SCREEN_…
int ct_screen_open(const char *term, bool direct, int rows, int columns);

/// Colours that the terminal knows: 0, 8, 16, 88, 256, or 1 << 24.
int ct_screen_colors(void);

/// True where private modes and operating system commands may be sent: terminals of xterm's kind.
bool ct_screen_has_modes(void);

/// The same of a terminal type by its name, without a screen.
bool ct_term_has_modes(const char *term);

/// Says how the cells with this style look from now on.
void ct_screen_style(int style, ct_style look);

/// Puts a row of cells onto the screen; `marks` holds the groups of combining marks.
void ct_screen_row(int y, const ct_cell *cells, int count, const uint32_t *marks);

/// Moves the lines between two, with them, up by so many, or down if they are less than zero, and blanks what becomes
/// free. Returns false where there is nothing to be moved.
bool ct_screen_scroll(int top, int bottom, int count);

/// Says where the hardware cursor stands, or hides it.
void ct_screen_cursor(int y, int x, bool visible);

/// Has the next frame send everything anew.
void ct_screen_redraw(void);

/// Takes another size.
void ct_screen_resize(int rows, int columns);

/// Draws a frame; its bytes stay valid until the next call. Returns their number, 0 if nothing has changed.
size_t ct_screen_frame(const uint8_t **bytes);

/// The bytes that take the terminal over (`enter`) or give it back.
size_t ct_screen_switch(bool enter, const uint8_t **bytes);

/// The bytes of the bell.
size_t ct_screen_bell(const uint8_t **bytes);

/// Ends the screen. Give the terminal back first.
void ct_screen_close(void);

// Colours and attributes in fewer bytes than ncurses says them (sgr.c); one terminal a process.

/// Begins anew, as ncurses does with a new screen.
void ct_sgr_reset(void);

/// Forgets what the terminal was told: the next frame says all of it.
void ct_sgr_forget(void);

/// The most bytes that `ct_sgr_merge` makes of these.
size_t ct_sgr_room(const uint8_t *bytes, size_t count);

/// Copies a frame of ncurses' and says colours and attributes only where they change what is seen.
/// Returns the bytes written to `to`, which has room for `ct_sgr_room` of them.
size_t ct_sgr_merge(uint8_t *to, const uint8_t *bytes, size_t count);

// The terminal device (tty.c).

/// Opens the terminal behind `descriptor` once more, non-blocking, so that the flags of the shell's own
/// descriptor stay as they are. Where the device belongs to somebody else (su), it is the same terminal, blocking.
/// Returns -1 with errno.
int ct_tty_open(int descriptor);

/// Reads what is there without waiting; -1 with EAGAIN when nothing is, 0 at the end.
ssize_t ct_tty_read(int descriptor, void *bytes, size_t capacity);

/// Writes what the terminal takes without waiting; -1 with EAGAIN when it takes nothing.
ssize_t ct_tty_put(int descriptor, const void *bytes, size_t count);

/// Keeps the line discipline as it is, once, for restoring. Returns 0, or -1 with errno.
int ct_tty_keep(int descriptor);

/// Switches to raw input without echo, signals or output processing. Returns 0, or -1 with errno.
int ct_tty_raw(int descriptor);

/// Brings the line discipline back that was kept, from the background too.
int ct_tty_restore(int descriptor);

/// True while the terminal is in this program's hands: made raw, and not given back, not even by the guard.
bool ct_tty_is_taken(void);

/// Writes all of it, waiting at most so long each time the terminal takes nothing; then it gives up.
void ct_tty_write(int descriptor, const void *bytes, size_t count, int milliseconds);

/// A descriptor that is readable when one of two is (epoll). Returns -1 with errno.
int ct_watch_open(int first, int second);

/// Which of the two are readable: bit 0 is the first, bit 1 the second.
int ct_watch_ready(int watch);

/// Takes a descriptor out of a watch, because it stays readable for ever.
void ct_watch_remove(int watch, int descriptor);

/// Rows and columns; false when the terminal doesn't say.
bool ct_tty_size(int descriptor, int *rows, int *columns);

/// Sends what is written to standard error to the end of a file from now on (mode 0600). Returns 0 or -1.
int ct_stderr_redirect(const char *path);

/// Gives standard error back.
void ct_stderr_restore(void);

// Signals (signals.c).

/// Has SIGHUP, SIGINT, SIGTERM, SIGWINCH, SIGTSTP and SIGCONT written into a pipe, one byte each.
/// Of the first three, those that were ignored stay so. Returns the pipe's reading end, non-blocking, or -1 with errno.
int ct_signals_open(void);

/// Brings the former handlers back and closes the pipe. With `deaf`, SIGHUP, SIGINT and SIGTERM are ignored
/// from now on instead: shells and terminals send them twice, and a program that is ending needs no second one.
void ct_signals_close(bool deaf);

/// True when a shell could continue this process after a stop.
bool ct_job_control(void);

/// Stops the process group, as ^Z does; returns when it has been continued.
void ct_stop_group(void);

// The guard (guard.c).

/// Splits the process: the parent stays as a guard, the child returns and goes on as the program.
///
/// The guard puts the terminal in order when the program ends without having done so, by whatever signal;
/// it passes signals, stops and the exit status on. The program gets SIGTERM when the guard dies.
/// Call it first thing. Returns true in the program when it is guarded; false, in the only process, when
/// standard input and output are not both terminals, when other threads run already, or for lack of memory.
bool ct_guard(void);

/// The file that the guard names after a crash.
void ct_guard_log(const char *path);

/// True in a program whose guard is alive.
bool ct_guarded(void);

// Memory (code.c).

/// Gives back the memory that holds the code and the constants of the program and of its libraries.
///
/// What is run after all comes back from the page cache, a page at a time. A start runs much that is never run again.
void ct_let_go_of_code(void);

// Pseudo-terminals, for tests of whole programs (pty.c).

/// Starts a program as the leader of a session of its own on a new pseudo-terminal.
/// Returns the process id and the controlling end, close-on-exec; or -1 with errno.
pid_t ct_spawn_in_pty(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *controller);

/// Gives a pseudo-terminal another size; the program is told.
int ct_pty_resize(int controller, int rows, int columns);

#endif
