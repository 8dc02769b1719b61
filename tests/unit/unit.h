/* cmocka, after the headers that it wants before it.
 * Not here: what the tests of one room share (a header beside them). */
#ifndef FILO_TESTS_UNIT_UNIT_H
#define FILO_TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Every test takes a state, few have one. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

#endif
