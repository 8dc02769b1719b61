/* A picture of a screen, for the README and for looking at.
 * Not here: the screen itself (screen.h). */
#ifndef TESTS_PICTURE_H
#define TESTS_PICTURE_H

#include "screen.h"

#include <stdbool.h>

/* Writes the screen as SVG: every character placed by its cell, so columns stay aligned in any
 * font; frame characters drawn as lines. False with errno when `path` cannot be written. */
bool picture_write(const struct screen *screen, const char *path);

#endif
