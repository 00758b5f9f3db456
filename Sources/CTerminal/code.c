// Memory that holds code which is not run any more.

#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cterminal.h"

// One library, or the program itself.
static int let_go(struct dl_phdr_info *object, size_t size, void *ignored) {
    (void)size;
    (void)ignored;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        // What can be written holds what was written to it, and would be lost.
        if (part->p_type != PT_LOAD || part->p_flags & PF_W) continue;
        uintptr_t start = (object->dlpi_addr + part->p_vaddr) & ~(page - 1);
        uintptr_t end = (object->dlpi_addr + part->p_vaddr + part->p_memsz + page - 1) & ~(page - 1);
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void ct_let_go_of_code(void) {
    dl_iterate_phdr(let_go, NULL);
}
