/* What is open with the people of an entry that is being written, and what it closes and opens.
 * Not here: the words (people/words/thread_words.h). */
#include "tui/log/talk_threads.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/thread_words.h"
#include "filo/store/followups.h"
#include "tui/form/form_people.h"

#include <stdlib.h>
#include <string.h>

void talk_threads_fini(void *context)
{
	struct talk_threads *threads = context;

	free(threads->names);
	followups_clear(&threads->open);
	vector_fini(&threads->open);
}

const struct vector *talk_threads_open(
	struct app *app, struct form *form, size_t who, struct talk_threads *threads)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;
	struct error err;

	if (threads->names && !strcmp(threads->names, form_text(form, who)))
		return &threads->open;
	memory_replace_string(&threads->names, form_text(form, who));
	followups_clear(&threads->open);
	vector_fini(&threads->open);
	vector_init(&threads->open, sizeof(struct followup));
	form_known_people(app, form, who, &ids);
	VECTOR_EACH (id, &ids)
		if (followup_list(app->store, *id, false, &threads->open, &err) != STATUS_OK)
			app_say_error(app, &err);
	vector_fini(&ids);
	return &threads->open;
}

enum status talk_threads_read_done(
	const struct vector *open, const char *text, struct vector *done, struct error *err)
{
	struct vector indexes = VECTOR_INIT(size_t);
	const size_t *index;

	if (!open->count && !text_is_blank(text))
		return error_set(err, STATUS_INVALID, _("Nothing is open with them"));
	enum status status = threads_read_numbers(text, open->count, &indexes, err);
	VECTOR_EACH (index, &indexes)
		vector_push(done, &((const struct followup *)vector_at(open, *index))->id);
	vector_fini(&indexes);
	return status;
}

enum status talk_threads_read_open(
	const struct app *app, const char *text, struct vector *left_open, struct error *err)
{
	return threads_read(text, app->today, i18n_language(), i18n_is_day_first(), left_open, err);
}

void talk_threads_describe(const struct app *app, const char *text, struct strbuf *out)
{
	struct vector left_open = VECTOR_INIT(struct followup);
	struct error err;

	if (talk_threads_read_open(app, text, &left_open, &err) == STATUS_OK)
		threads_describe(out, &left_open, app->today);
	else
		strbuf_add(out, err.message);
	followups_clear(&left_open);
	vector_fini(&left_open);
}
