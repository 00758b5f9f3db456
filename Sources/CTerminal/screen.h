// What screen.c and paint.c share.

#ifndef CTERMINAL_SCREEN_H
#define CTERMINAL_SCREEN_H

/// Forgets the styles of a former screen.
void ct_paint_reset(void);

#endif
