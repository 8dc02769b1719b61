/* What the beginning of a word, a name, a date or a file may become.
 * Not here: offering them in a form (form_complete.c), in the palette (find/palette_complete.c). */
#include "tui/form/candidates.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/contact_list.h"
#include "tui/form/form_paths.h"
#include "tui/form/form_people.h"

#include <stdlib.h>

#define PEOPLE_MAX 60 /* read at once */

void candidates_add(struct vector *out, const char *word, const char *typed)
{
	if (!text_begins(word, typed))
		return;
	char *copy = memory_copy_string(word);
	vector_push(out, &copy);
}

/* By any word of a name, as in forms; of more than are read, how many there are. */
static size_t candidates_people(
	struct app *app, const char *typed, size_t behind, struct vector *out)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct error err;

	size_t most = behind + PEOPLE_MAX;

	if (contact_match(app->store, typed, most, &rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	size_t count = rows.count < most ? rows.count : contact_match_count(app->store, typed);
	VECTOR_EACH (row, &rows) {
		char *text = form_person_text(app, NULL, row->name, row->id);
		vector_push(out, &text);
		contact_row_fini(row);
	}
	vector_fini(&rows);
	return count;
}

size_t candidates_find(struct app *app, const struct command_argument *takes, const char *typed,
	size_t behind, struct vector *out)
{
	if (takes->kind == FIELD_PEOPLE)
		return candidates_people(app, typed, behind, out);
	if (takes->kind == FIELD_PATH)
		paths_complete(typed, out);
	else if (takes->kind == FIELD_WHEN)
		when_complete(typed, i18n_language(), out);
	else if (takes->complete)
		takes->complete(app, typed, out);
	return out->count;
}

void candidates_common(const struct vector *words, struct strbuf *out)
{
	const char *first = words->count ? *(char **)vector_at(words, 0) : "";
	size_t fitting = 0;

	for (size_t end = 0; first[end];) {
		end = text_next(first, end);
		char *begin = memory_copy_bytes(first, end);
		bool is_common = true;
		for (size_t i = 1; i < words->count && is_common; i++)
			is_common = text_begins(*(char **)vector_at(words, i), begin);
		free(begin);
		if (!is_common)
			break;
		fitting = end;
	}
	strbuf_add_bytes(out, first, fitting);
}
