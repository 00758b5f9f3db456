// Cells onto the ncurses screen: styles become attributes and colour pairs, scalars become cchar_t.

#include <ncurses.h>
#include <string.h>
#include <wchar.h>

#include "internal.h"
#include "screen.h"

static attr_t attributes[CT_STYLES];
static int pairs[CT_STYLES];

void ct_paint_reset(void) {
    memset(attributes, 0, sizeof attributes);
    memset(pairs, 0, sizeof pairs);
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
    attributes[style] = bits;
    pairs[style] = 0;
    if (!has_colors() || (look.foreground < 0 && look.background < 0)) return;
    int pair = style + 1;
    if (pair < COLOR_PAIRS && init_extended_pair(pair, color(look.foreground), color(look.background)) == OK) {
        pairs[style] = pair;
    }
}

// The scalars of a cell, ended by 0; what libc gives another width than the picture has is replaced, because
// ncurses lays the row out by libc's widths and everything behind would shift.
static int compose(const ct_cell *cell, const uint32_t *marks, wchar_t text[6]) {
    int count = 0;
    if (ct_locale_width(cell->scalar) == cell->width) {
        text[count++] = (wchar_t)cell->scalar;
    } else {
        text[count++] = ct_locale_width(0xFFFD) == 1 ? 0xFFFD : L'?';
        text[count] = 0;
        return cell->width - 1;
    }
    if (cell->marks && marks) {
        const uint32_t *group = marks + ((size_t)cell->marks - 1) * 4;
        for (int i = 0; i < 4 && group[i]; i++) {
            if (ct_locale_width(group[i]) == 0) text[count++] = (wchar_t)group[i];
        }
    }
    text[count] = 0;
    return 0;
}

void ct_screen_row(int y, const ct_cell *cells, int count, const uint32_t *marks) {
    enum { COLUMNS = 1024 };
    cchar_t row[COLUMNS];
    wchar_t text[6];
    int used = 0;
    for (int i = 0; i < count && used + 1 < COLUMNS; i++) {
        if (cells[i].width == 0) continue;
        int style = cells[i].style, pair = pairs[style];
        int missing = compose(&cells[i], marks, text);
        if (setcchar(&row[used], text, attributes[style], 0, &pair) == OK) used++;
        while (missing-- > 0 && used + 1 < COLUMNS) {
            if (setcchar(&row[used], L" ", attributes[style], 0, &pair) == OK) used++;
        }
    }
    mvadd_wchnstr(y, 0, row, used);
}
