// The parts of <spawn.h> that Swift does not see: its Glibc module is built without _GNU_SOURCE, and these are
// GNU extensions (glibc 2.26 to 2.34). They matter to whoever starts a program that must outlive the starter.

#ifndef CTERMINAL_SPAWN_EXTRAS_H
#define CTERMINAL_SPAWN_EXTRAS_H

#include <spawn.h>

/// The flag that gives the child a session of its own (POSIX_SPAWN_SETSID), for posix_spawnattr_setflags.
short ct_spawn_flag_setsid(void);

/// Has the child close every descriptor from `lowest` on, whoever opened it. Returns an errno value, or 0.
int ct_spawn_close_from(posix_spawn_file_actions_t *actions, int lowest);

/// Has the child change to `directory` before the program starts. Returns an errno value, or 0.
int ct_spawn_change_directory(posix_spawn_file_actions_t *actions, const char *directory);

#endif
