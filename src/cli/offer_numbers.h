/* Numbers that commands take, for completion.
 * Not here: all other words (offers.h). */
#ifndef FILO_CLI_OFFER_NUMBERS_H
#define FILO_CLI_OFFER_NUMBERS_H

#include "cli/offers.h"

/* Adds each number that `command` takes behind `option`, or as an operand (""), with what it is of:
 * none where there would be too many. */
void offer_numbers(struct completing *completing, const char *command, const char *option);

#endif
