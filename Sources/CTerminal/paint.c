// Cells onto the ncurses screen: styles become attributes and colour pairs, scalars become cchar_t.

#include <ncurses.h>
#include <string.h>
#include <wchar.h>

#include "internal.h"
#include "screen.h"

// A blank in each style: most cells are one with another sign in it, and setcchar takes as long as all the rest.
static cchar_t blanks[CT_STYLES];

static void set_blank(int style, attr_t attributes, int pair) {
    setcchar(&blanks[style], L" ", attributes, 0, &pair);
}

void ct_paint_reset(void) {
    for (int style = 0; style < CT_STYLES; style++) set_blank(style, A_NORMAL, 0);
}

// With exact colours, ncurses takes 0 to 7 for the palette's; the eight darkest become one that is as good as black.
static int color(int32_t value) {
    if (value < 0) return -1;
    int rgb = value & 0xFFFFFF;
    return value & CT_RGB && rgb < 8 ? 8 : rgb;
}

void ct_screen_style(int style, ct_style look) {
    if (style < 0 || style >= CT_STYLES) return;
    attr_t bits = A_NORMAL;
    if (look.attributes & CT_BOLD) bits |= A_BOLD;
    if (look.attributes & CT_DIM) bits |= A_DIM;
    if (look.attributes & CT_UNDERLINE) bits |= A_UNDERLINE;
    if (look.attributes & CT_REVERSE) bits |= A_REVERSE;
    if (look.attributes & CT_ITALIC) bits |= A_ITALIC;
    int pair = style + 1;
    bool has_pair = has_colors() && (look.foreground >= 0 || look.background >= 0) && pair < COLOR_PAIRS
        && init_extended_pair(pair, color(look.foreground), color(look.background)) == OK;
    set_blank(style, bits, has_pair ? pair : 0);
}

// Puts the scalars of a cell behind each other into a blank of its style; answers how many blanks have to follow.
//
// What libc gives another width than the picture has is replaced, because ncurses lays the row out by libc's widths and
// everything behind would shift.
static int compose(const ct_cell *cell, const uint32_t *marks, cchar_t *sign) {
    *sign = blanks[cell->style];
    if (ct_locale_width(cell->scalar) != cell->width) {
        sign->chars[0] = ct_locale_width(0xFFFD) == 1 ? 0xFFFD : L'?';
        return cell->width - 1;
    }
    int count = 0;
    sign->chars[count++] = (wchar_t)cell->scalar;
    if (cell->marks && marks) {
        const uint32_t *group = marks + ((size_t)cell->marks - 1) * 4;
        for (int i = 0; i < 4 && group[i]; i++) {
            if (ct_locale_width(group[i]) == 0) sign->chars[count++] = (wchar_t)group[i];
        }
    }
    return 0;
}

void ct_screen_row(int y, const ct_cell *cells, int count, const uint32_t *marks) {
    enum { COLUMNS = 1024 };
    cchar_t row[COLUMNS];
    int used = 0;
    for (int i = 0; i < count && used + 1 < COLUMNS; i++) {
        if (cells[i].width == 0) continue;
        int missing = compose(&cells[i], marks, &row[used++]);
        while (missing-- > 0 && used + 1 < COLUMNS) row[used++] = blanks[cells[i].style];
    }
    mvadd_wchnstr(y, 0, row, used);
}

bool ct_screen_scroll(int top, int bottom, int count) {
    if (wsetscrreg(stdscr, top, bottom) != OK) return false;
    scrollok(stdscr, TRUE);
    bool is_done = wscrl(stdscr, count) == OK;
    // Else a sign in the last corner would scroll as well.
    scrollok(stdscr, FALSE);
    wsetscrreg(stdscr, 0, getmaxy(stdscr) - 1);
    return is_done;
}
