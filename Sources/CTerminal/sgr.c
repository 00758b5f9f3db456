// Colours and attributes (SGR) in as few bytes as they need.
//
// ncurses says foreground and background anew with every change of a style, and switches everything off before it
// switches something on; on a screen of a few colours that is half of a frame. Here the sequences are read, and one is
// written where the next sign would look different without it. What the terminal was told last is remembered from frame
// to frame. Everything else is passed on as it is.

#include <stdbool.h>
#include <string.h>

#include "cterminal.h"

enum { COLOR_BYTES = 20, PARAMETERS = 32, LONGEST = 80 };

// A colour as it stands in a sequence, such as "38;5;248"; empty for the terminal's own.
typedef struct {
    uint8_t length;
    uint8_t text[COLOR_BYTES];
} ct_color;

// How signs are drawn; bit n of `attributes` stands for parameter n.
typedef struct {
    ct_color foreground;
    ct_color background;
    unsigned attributes;
} ct_look;

// What of the look shows where something is written: what is erased or scrolled in has a background alone.
typedef enum { SHOWS_NOTHING, SHOWS_BLANK, SHOWS_ALL } ct_effect;

enum { BOLD = 1 << 1, DIM = 1 << 2, ITALIC = 1 << 3, UNDERLINE = 1 << 4, REVERSE = 1 << 7 };
enum { KNOWN = BOLD | DIM | ITALIC | UNDERLINE | REVERSE };

static ct_look had;      // What the terminal was told.
static ct_look wanted;   // What ncurses believes that it was told.
static bool is_known;    // Whether `had` holds.
static bool is_ascii;    // Whether the terminal draws with ASCII, and not with its line drawing set.

void ct_sgr_reset(void) {
    memset(&wanted, 0, sizeof wanted);
    ct_sgr_forget();
}

void ct_sgr_forget(void) {
    memset(&had, 0, sizeof had);
    is_known = false;
    is_ascii = false;
}

size_t ct_sgr_room(const uint8_t *bytes, size_t count) {
    size_t sequences = 1;
    for (size_t i = 0; i < count; i++) sequences += bytes[i] == 0x1B;
    return count + sequences * (LONGEST + sizeof "\033[m");
}

static bool is_same(const ct_color *one, const ct_color *other) {
    return one->length == other->length && memcmp(one->text, other->text, one->length) == 0;
}

// A sequence that is being written: its parameters, parted by semicolons.
typedef struct {
    uint8_t text[LONGEST];
    size_t length;
} ct_sequence;

static void add(ct_sequence *to, const uint8_t *text, size_t length) {
    if (to->length + length + 1 >= LONGEST) return;
    if (to->length) to->text[to->length++] = ';';
    memcpy(to->text + to->length, text, length);
    to->length += length;
}

static void add_number(ct_sequence *to, int number) {
    uint8_t text[2] = {(uint8_t)('0' + number / 10), (uint8_t)('0' + number % 10)};
    if (number < 10) add(to, text + 1, 1);
    else add(to, text, 2);
}

static void add_color(ct_sequence *to, const ct_color *color, int none) {
    if (color->length) add(to, color->text, color->length);
    else add_number(to, none);
}

static void add_attributes(ct_sequence *to, unsigned attributes) {
    for (int number = 1; number < 8; number++) {
        if (attributes & 1U << number) add_number(to, number);
    }
}

// What leads from nothing to the wanted look.
static ct_sequence from_nothing(void) {
    ct_sequence sequence = {.length = 0};
    add_attributes(&sequence, wanted.attributes);
    if (wanted.foreground.length) add_color(&sequence, &wanted.foreground, 39);
    if (wanted.background.length) add_color(&sequence, &wanted.background, 49);
    if (!sequence.length) return sequence;
    ct_sequence whole = {.length = 0};
    add_number(&whole, 0);
    add(&whole, sequence.text, sequence.length);
    return whole;
}

// What leads from the look that the terminal has to the wanted one. Attributes are not switched off one by one: old
// terminals know only how to switch off all.
static ct_sequence change(void) {
    ct_sequence whole = from_nothing();
    if (!is_known || had.attributes & ~wanted.attributes) return whole;
    ct_sequence part = {.length = 0};
    add_attributes(&part, wanted.attributes & ~had.attributes);
    if (!is_same(&had.foreground, &wanted.foreground)) add_color(&part, &wanted.foreground, 39);
    if (!is_same(&had.background, &wanted.background)) add_color(&part, &wanted.background, 49);
    return part.length <= whole.length ? part : whole;
}

static bool must_say(ct_effect effect) {
    if (effect == SHOWS_NOTHING) return false;
    if (!is_known || had.attributes != wanted.attributes) return true;
    if (!is_same(&had.background, &wanted.background)) return true;
    if (is_same(&had.foreground, &wanted.foreground)) return false;
    return effect == SHOWS_ALL || wanted.attributes & (UNDERLINE | REVERSE);
}

// Tells the terminal the wanted look, if that changes what is seen.
static uint8_t *say(uint8_t *to, ct_effect effect) {
    if (!must_say(effect)) return to;
    ct_sequence sequence = change();
    *to++ = 0x1B;
    *to++ = '[';
    memcpy(to, sequence.text, sequence.length);
    to += sequence.length;
    *to++ = 'm';
    had = wanted;
    is_known = true;
    return to;
}

static bool set_color(ct_color *color, const uint8_t *text, size_t length) {
    if (length > COLOR_BYTES) return false;
    color->length = (uint8_t)length;
    memcpy(color->text, text, length);
    return true;
}

// The parameters of a sequence, and where each begins.
typedef struct {
    int values[PARAMETERS];
    size_t starts[PARAMETERS + 1];
    int count;
} ct_parameters;

static bool read_parameters(ct_parameters *all, const uint8_t *text, size_t length) {
    *all = (ct_parameters){.count = 1};
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ';') {
            if (all->count == PARAMETERS) return false;
            all->starts[all->count++] = i + 1;
        } else if (text[i] >= '0' && text[i] <= '9' && all->values[all->count - 1] < 1000) {
            all->values[all->count - 1] = all->values[all->count - 1] * 10 + text[i] - '0';
        } else {
            return false;
        }
    }
    all->starts[all->count] = length + 1;
    return true;
}

// Takes one parameter, with those that belong to it, into a look; answers how many that were, or 0.
static int apply_one(ct_look *look, const ct_parameters *all, int at, const uint8_t *text) {
    int number = all->values[at], used = 1;
    if (number == 38 || number == 48) {
        int kind = at + 1 < all->count ? all->values[at + 1] : 0;
        used = kind == 5 ? 3 : kind == 2 ? 5 : PARAMETERS;
        if (at + used > all->count) return 0;
    }
    const uint8_t *start = text + all->starts[at];
    size_t length = all->starts[at + used] - 1 - all->starts[at];
    if (number == 0) memset(look, 0, sizeof *look);
    else if (number < 8 && KNOWN & 1U << number) look->attributes |= 1U << number;
    else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) {
        if (!set_color(&look->foreground, start, length)) return 0;
    } else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107)) {
        if (!set_color(&look->background, start, length)) return 0;
    } else if (number == 39) look->foreground.length = 0;
    else if (number == 49) look->background.length = 0;
    else if (number == 22) look->attributes &= ~(unsigned)(BOLD | DIM);
    else if (number == 23 || number == 24 || number == 27) look->attributes &= ~(1U << (number - 20));
    else return 0;
    return used;
}

// Takes what ncurses says into the wanted look; false where it says what is not understood here.
static bool take(const uint8_t *text, size_t length) {
    ct_parameters all;
    if (!read_parameters(&all, text, length)) return false;
    ct_look look = wanted;
    for (int at = 0; at < all.count;) {
        int used = apply_one(&look, &all, at, text);
        if (!used) return false;
        at += used;
    }
    wanted = look;
    return true;
}

// What a control sequence makes of the look: moving shows nothing, erasing and scrolling leave blanks behind.
static ct_effect effect_of(uint8_t final) {
    if (strchr("ABCDEFGHdfrhl`a", final)) return SHOWS_NOTHING;
    return strchr("JKXLMP@STZI", final) ? SHOWS_BLANK : SHOWS_ALL;
}

// The bytes of the sequence that begins here with ESC; 0 where it is cut off.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    if (count < 2) return 0;
    size_t end = 1;
    if (bytes[1] == '[') {
        for (end = 2; end < count && bytes[end] >= 0x20 && bytes[end] < 0x40; end++) {}
    } else {
        while (end < count && bytes[end] >= 0x20 && bytes[end] < 0x30) end++;
    }
    return end < count ? end + 1 : 0;
}

// Passes on a sequence that begins with ESC, or keeps it in mind.
static uint8_t *pass(uint8_t *to, const uint8_t *bytes, size_t length) {
    bool is_control = bytes[1] == '[';
    uint8_t final = bytes[length - 1];
    if (is_control && final == 'm' && take(bytes + 2, length - 3)) return to;
    bool selects_ascii = length == 3 && bytes[1] == '(' && final == 'B';
    if (selects_ascii && is_ascii) return to;
    if (!selects_ascii) to = say(to, is_control ? effect_of(final) : SHOWS_ALL);
    memcpy(to, bytes, length);
    is_ascii = selects_ascii || (is_ascii && is_control);
    // What was not understood may have changed anything; what ncurses says next is added to its own idea of it.
    if (!selects_ascii && (!is_control || final == 'm')) is_known = false;
    return to + length;
}

size_t ct_sgr_merge(uint8_t *to, const uint8_t *bytes, size_t count) {
    uint8_t *start = to;
    for (size_t i = 0; i < count;) {
        if (bytes[i] == 0x1B) {
            size_t length = sequence_length(bytes + i, count - i);
            if (!length) length = count - i;
            if (length < 3 && count - i == length) {
                // Cut off: nothing of ncurses' ends so.
                memcpy(to, bytes + i, length);
                to += length;
            } else {
                to = pass(to, bytes + i, length);
            }
            i += length;
            continue;
        }
        bool moves = bytes[i] == '\r' || bytes[i] == '\b' || bytes[i] == '\t';
        // A space has its foreground as well: it shows in what is marked with the mouse.
        bool leaves_blank = bytes[i] == '\n';
        // The shift to another set of signs, and back.
        if (bytes[i] == 0x0E || bytes[i] == 0x0F) is_ascii = false;
        to = say(to, moves ? SHOWS_NOTHING : leaves_blank ? SHOWS_BLANK : SHOWS_ALL);
        *to++ = bytes[i++];
    }
    return (size_t)(to - start);
}
