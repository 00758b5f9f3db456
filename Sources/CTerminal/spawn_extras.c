#include "spawn_extras.h"

short ct_spawn_flag_setsid(void) {
    return POSIX_SPAWN_SETSID;
}

int ct_spawn_close_from(posix_spawn_file_actions_t *actions, int lowest) {
    return posix_spawn_file_actions_addclosefrom_np(actions, lowest);
}

int ct_spawn_change_directory(posix_spawn_file_actions_t *actions, const char *directory) {
    return posix_spawn_file_actions_addchdir_np(actions, directory);
}
