/* All that `filo show` tells of a person, read at once.
 * Not here: telling it (show.c, show_json.c). */
#ifndef FILO_CLI_PERSON_H
#define FILO_CLI_PERSON_H

#include "cli/command.h"
#include "filo/people/contact_state.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"

struct person {
	struct contact contact;
	struct person_summary summary;
	enum contact_state state;
	day_number until;        /* of a snooze or a rest; DAY_NONE: open */
	struct vector followups; /* of struct followup: the open ones, then those done */
	struct vector rows;      /* of struct log_row, newest first */
	struct circle circle;    /* of id 0: none */
};

/* At least `talks` rows of the log that are no events, where there are so many; days without words
 * are folded or not. Nothing is to be freed when it fails. */
enum status person_load(struct store *store, contact_id id, bool is_folded, size_t talks,
	struct person *person, struct error *err);
/* Every name in it is told from namesakes, as one reads it. */
void person_tell_apart(const struct cli *cli, struct person *person);
void person_fini(struct person *person);

#endif
