// One ncurses screen whose output goes into memory, so that a frame can be sent with one write.
//
// ncurses writes once for every jump of the cursor, asks the terminal for typed-ahead input in between, and
// installs handlers of its own. With a memory file as its terminal it does none of that, and it runs as well
// without any terminal at all, as tests do.

#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"
#include "screen.h"

// Of <term.h>, whose macros (`columns`, `lines`, `bell`) would rewrite this file.
char *tigetstr(const char *name);
int tigetflag(const char *name);

static SCREEN *screen;
static FILE *output;
static FILE *input;
static int memory = -1;

// Bytes that grow with the largest frame.
typedef struct {
    uint8_t *bytes;
    size_t capacity;
} ct_buffer;

static ct_buffer written;  // As ncurses wrote them.
static ct_buffer frame;    // As they are sent.
static bool has_modes;
// Whether the cursor may be moved while signs are coloured, so that colours need not be put off in between.
static bool merges;
static bool is_entered;

// Bracketed paste and reports of focus; what was on is taken off in the restoring bytes.
static const char modes_on[] = "\033[?2004h\033[?1004h";
static const char modes_off[] = "\033[?2026l\033[?1006l\033[?1000l\033[?1004l\033[?2004l";
static const char frame_begin[] = "\033[?2026h";
static const char frame_end[] = "\033[?2026l";

// Private modes are sent only to terminals of xterm's kind; a VT220 or the console might print them.
bool ct_term_has_modes(const char *term) {
    return strncmp(term, "xterm", 5) == 0 || strncmp(term, "tmux", 4) == 0 || strncmp(term, "screen", 6) == 0
        || strncmp(term, "ct-", 3) == 0 || strncmp(term, "foot", 4) == 0 || strncmp(term, "alacritty", 9) == 0
        || strncmp(term, "wezterm", 7) == 0 || strstr(term, "256color") != NULL;
}

// A capability of the terminal, or "" where it has none.
static const char *capability(const char *name) {
    const char *text = tigetstr(name);
    return text && text != (char *)-1 ? text : "";
}

// Appends without padding marks ($<5>), which stand for pauses that no terminal of today needs.
static size_t append(char *to, size_t at, size_t size, const char *text) {
    while (*text && at + 1 < size) {
        if (text[0] == '$' && text[1] == '<') {
            const char *end = strchr(text, '>');
            if (end) {
                text = end + 1;
                continue;
            }
        }
        to[at++] = *text++;
    }
    to[at] = 0;
    return at;
}

// Prepares what the guard writes when the program can't: by then nobody can ask terminfo.
static void prepare_restore(void) {
    char *to = ct_state->restore;
    size_t at = 0;
    const char *leave = capability("rmcup");
    if (has_modes) at = append(to, at, CT_RESTORE_BYTES, modes_off);
    at = append(to, at, CT_RESTORE_BYTES, capability("rmkx"));
    at = append(to, at, CT_RESTORE_BYTES, capability("sgr0"));
    at = append(to, at, CT_RESTORE_BYTES, capability("op"));
    // The console has no second screen to leave, so its only one is cleared.
    at = append(to, at, CT_RESTORE_BYTES, *leave ? "" : capability("clear"));
    at = append(to, at, CT_RESTORE_BYTES, capability("cnorm"));
    at = append(to, at, CT_RESTORE_BYTES, leave);
    atomic_store(&ct_state->restore_length, at);
}

static bool reserve(ct_buffer *buffer, size_t count) {
    if (count <= buffer->capacity) return true;
    uint8_t *larger = realloc(buffer->bytes, count * 2);
    if (!larger) return false;
    *buffer = (ct_buffer){.bytes = larger, .capacity = count * 2};
    return true;
}

// Reads what ncurses has written since the last time; the bytes are in `written`.
static size_t take(void) {
    fflush(output);
    off_t end = lseek(memory, 0, SEEK_CUR);
    ssize_t got = end > 0 && reserve(&written, (size_t)end) ? pread(memory, written.bytes, (size_t)end, 0) : 0;
    if (end > 0) lseek(memory, 0, SEEK_SET);
    return got > 0 ? (size_t)got : 0;
}

static bool open_files(void) {
    memory = memfd_create("frame", MFD_CLOEXEC);
    if (memory < 0) return false;
    output = fdopen(memory, "w");
    input = fopen("/dev/null", "re");
    return output && input;
}

static void close_files(void) {
    if (input) fclose(input);
    if (output) fclose(output);
    else if (memory >= 0) close(memory);
    input = output = NULL;
    memory = -1;
}

static SCREEN *new_screen(const char *term, bool direct) {
    const char *former = getenv("TERMINFO");
    char *kept = direct && former ? strdup(former) : NULL;
    if (direct) setenv("TERMINFO", ct_direct_terminfo, 1);
    // ncurses installs handlers for signals that have their default action, and only for those.
    static const int own[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    enum { COUNT = sizeof own / sizeof *own };
    struct sigaction old[COUNT], ignore = {.sa_handler = SIG_IGN};
    for (int i = 0; i < COUNT; i++) sigaction(own[i], &ignore, &old[i]);
    use_extended_names(TRUE);
    SCREEN *new = newterm((char *)(direct ? "ct-direct" : term), output, input);
    for (int i = 0; i < COUNT; i++) sigaction(own[i], &old[i], NULL);
    if (direct && kept) setenv("TERMINFO", kept, 1);
    else if (direct) unsetenv("TERMINFO");
    free(kept);
    return new;
}

static void set_up(int rows, int columns) {
    set_term(screen);
    typeahead(-1);
    nonl();
    resize_term(rows, columns);
    leaveok(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    curs_set(0);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
}

int ct_screen_open(const char *term, bool direct, int rows, int columns) {
    if (!open_files()) {
        close_files();
        return CT_SCREEN_SYSTEM;
    }
    screen = new_screen(term, direct);
    if (!screen) {
        close_files();
        return CT_SCREEN_UNKNOWN_TERM;
    }
    set_up(rows, columns);
    if (!*capability("cup")) {
        ct_screen_close();
        return CT_SCREEN_NO_CURSOR_ADDRESS;
    }
    has_modes = ct_term_has_modes(direct ? "ct-direct" : term);
    merges = tigetflag("msgr") > 0;
    is_entered = false;
    ct_sgr_reset();
    prepare_restore();
    ct_paint_reset();
    return CT_SCREEN_OK;
}

int ct_screen_colors(void) {
    return has_colors() ? COLORS : 0;
}

bool ct_screen_has_modes(void) {
    return has_modes;
}

void ct_screen_redraw(void) {
    ct_sgr_forget();
    clearok(curscr, TRUE);
}

void ct_screen_resize(int rows, int columns) {
    resize_term(rows, columns);
    clearok(curscr, TRUE);
}

void ct_screen_cursor(int y, int x, bool visible) {
    leaveok(stdscr, !visible);
    curs_set(visible ? 1 : 0);
    if (visible) wmove(stdscr, y, x);
}

size_t ct_screen_frame(const uint8_t **bytes) {
    wnoutrefresh(stdscr);
    doupdate();
    size_t count = take();
    const char *begin = has_modes ? frame_begin : "", *end = has_modes ? frame_end : "";
    size_t head = strlen(begin), tail = strlen(end);
    size_t room = merges ? ct_sgr_room(written.bytes, count) : count;
    *bytes = frame.bytes;
    if (!count || !reserve(&frame, head + room + tail)) return 0;
    if (merges) count = ct_sgr_merge(frame.bytes + head, written.bytes, count);
    else memcpy(frame.bytes + head, written.bytes, count);
    *bytes = frame.bytes;
    if (!count) return 0;
    memcpy(frame.bytes, begin, head);
    memcpy(frame.bytes + head + count, end, tail);
    return head + count + tail;
}

// ncurses' own ways in and out are not used: they set a scroll region of terminfo's size instead of the
// screen's, leave the second screen each time they are called, and reset the user's palette on the way back.
size_t ct_screen_switch(bool enter, const uint8_t **bytes) {
    static char text[CT_RESTORE_BYTES];
    *bytes = (const uint8_t *)text;
    curs_set(0);
    take();
    ct_sgr_forget();
    if (!enter) {
        size_t length = is_entered ? append(text, 0, sizeof text, ct_state->restore) : 0;
        is_entered = false;
        return length;
    }
    is_entered = true;
    size_t at = append(text, 0, sizeof text, capability("smcup"));
    at = append(text, at, sizeof text, capability("smkx"));
    at = append(text, at, sizeof text, capability("civis"));
    if (has_modes) at = append(text, at, sizeof text, modes_on);
    clearok(curscr, TRUE);
    return at;
}

size_t ct_screen_bell(const uint8_t **bytes) {
    static const uint8_t bell[] = {7};
    *bytes = bell;
    return sizeof bell;
}

void ct_screen_close(void) {
    if (!screen) return;
    endwin();
    delscreen(screen);
    screen = NULL;
    close_files();
}
