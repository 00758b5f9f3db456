// The character encoding, and the widths that libc has for it.

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

#include "internal.h"

// The first of the three variables that is set and not empty decides (locale(7)).
static const char *wanted_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return value;
    }
    return NULL;
}

bool ct_locale_open(void) {
    const char *wanted = wanted_locale();
    // Only the encoding is taken: a decimal comma in LC_NUMERIC would break whoever reads numbers in C.
    const char *got = wanted ? setlocale(LC_CTYPE, "") : NULL;
    // A machine often lacks the locale that was asked for; its encoding is still known by its name. Where
    // nothing was asked for, as in most containers, the terminal is one of today and takes UTF-8.
    bool asks_utf8 = !wanted || strcasestr(wanted, "utf-8") || strcasestr(wanted, "utf8");
    if (!got && asks_utf8) got = setlocale(LC_CTYPE, "C.UTF-8");
    return got && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int ct_locale_width(uint32_t scalar) {
    // Each scalar is asked for in every frame: a small table answers what was asked before.
    enum { SLOTS = 1024 };
    static struct {
        uint32_t scalar;
        int width;
    } cache[SLOTS];
    if (scalar >= 0x20 && scalar < 0x7F) return 1;
    unsigned slot = scalar % SLOTS;
    if (cache[slot].scalar != scalar) {
        cache[slot].scalar = scalar;
        cache[slot].width = wcwidth((wchar_t)scalar);
    }
    return cache[slot].width;
}
