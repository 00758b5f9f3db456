// What the files of this target share among themselves.

#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <signal.h>
#include <stdatomic.h>
#include <termios.h>

#include "cterminal.h"

enum { CT_RESTORE_BYTES = 1024, CT_LOG_BYTES = 512 };

/// What the guard needs to know of the program, in a page that both see. Without a guard it is the program's own.
typedef struct {
    /// True while the terminal is in the program's hands.
    atomic_bool is_taken;
    /// True when `cooked` holds the line discipline to go back to.
    atomic_bool has_cooked;
    struct termios cooked;
    /// The bytes that give the terminal back.
    atomic_size_t restore_length;
    char restore[CT_RESTORE_BYTES];
    char log[CT_LOG_BYTES];
} ct_shared;

extern ct_shared *ct_state;

/// The entry "ct-direct", for TERMINFO.
extern const char ct_direct_terminfo[];

/// Gives the terminal back on behalf of a program that is dead or stopped.
void ct_give_back(int input, int output);

#endif
