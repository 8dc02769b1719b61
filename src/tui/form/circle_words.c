/* Circles as they are typed in forms, and what completes circles and tags.
 * Not here: the forms (tui/person/), typed tags (people/words). */
#include "tui/form/circle_words.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/store/circles.h"
#include "tui/form/candidates.h"

#include <stdlib.h>
#include <string.h>

void tag_complete(struct app *app, const char *typed, struct vector *out)
{
	struct vector tags = VECTOR_INIT(char *);
	struct error err;
	char **tag;

	if (tag_list(app->store, &tags, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (tag, &tags)
		candidates_add(out, *tag, typed);
	vector_fini_strings(&tags);
}

static void tags_complete_behind(
	struct app *app, const char *sign, const char *typed, struct vector *out)
{
	struct vector tags = VECTOR_INIT(char *);
	char **tag;

	tag_complete(app, typed + (*typed == '"'), &tags);
	VECTOR_EACH (tag, &tags) {
		struct strbuf written = STRBUF_INIT;
		strbuf_add(&written, sign);
		tag_write(&written, *tag);
		char *word = strbuf_take(&written);
		vector_push(out, &word);
	}
	vector_fini_strings(&tags);
}

void tags_complete(struct app *app, const char *typed, struct vector *out)
{
	tags_complete_behind(app, "", typed, out);
}

void tags_complete_change(struct app *app, const char *typed, struct vector *out)
{
	bool is_taken = *typed == '-';

	tags_complete_behind(app, is_taken ? "-" : "", typed + is_taken, out);
}

enum status tags_check_change(struct app *app, const char *typed, struct error *err)
{
	enum status status = STATUS_OK;
	char *tag;

	while (status == STATUS_OK && (tag = tags_next(&typed))) {
		if (*tag == '-' && tag[1])
			status = tag_check_used(app->store, tag + 1, err);
		free(tag);
	}
	return status;
}

/* Both are in one order. */
void tags_tell(struct app *app, const struct vector *words, struct vector *told)
{
	struct vector counts = VECTOR_INIT(struct tag_count);
	const struct tag_count *count;
	struct error err;
	size_t at = 0;

	if (tag_counts(app->store, NULL, &counts, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (count, &counts) {
		const char *written = at < words->count ? *(char **)vector_at(words, at) : "";
		char *word = tags_next(&written);
		struct strbuf people = STRBUF_INIT;
		if (word && !strcmp(word + (*word == '-' && *count->tag != '-'), count->tag)) {
			strbuf_add_format(&people, "%lld", (long long)count->count);
			char *text = strbuf_take(&people);
			vector_push(told, &text);
			at++;
		}
		free(word);
		free(count->tag);
	}
	vector_fini(&counts);
}

void circles_free(struct vector *circles)
{
	VECTOR_FINI(struct circle, circles, circle_fini);
}

void circle_write(struct app *app, struct strbuf *out, circle_id id)
{
	struct circle circle;
	struct error err;

	if (circle_load(app->store, id, &circle, &err) != STATUS_OK)
		app_say_error(app, &err);
	strbuf_add(out, circle.name ? circle.name : "");
	circle_fini(&circle);
}

void circles_write(struct app *app, struct strbuf *out)
{
	struct vector circles = VECTOR_INIT(struct circle);
	const struct circle *circle;
	struct error err;

	circle_list(app->store, &circles, &err);
	VECTOR_EACH (circle, &circles)
		strbuf_add_item(out, ", ", circle->name);
	circles_free(&circles);
}

enum status circle_read(struct app *app, const char *text, circle_id *id, struct error *err)
{
	*id = 0;
	if (text_is_blank(text) || circle_is_none(text))
		return STATUS_OK;
	struct circle circle;
	char *name = text_trim(text);
	enum status status = circle_meant(app->store, name, &circle, err);
	*id = circle.id;
	circle_fini(&circle);
	free(name);
	return status;
}

void circles_complete(struct app *app, const char *typed, struct vector *out)
{
	struct vector circles = VECTOR_INIT(struct circle);
	const struct circle *circle;
	struct error err;

	if (circle_list(app->store, &circles, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (circle, &circles)
		candidates_add(out, circle->name, typed);
	circles_free(&circles);
}

void circle_describe(struct app *app, struct strbuf *out, const char *text)
{
	struct strbuf cadence = STRBUF_INIT;
	struct circle circle;
	circle_id id;
	struct error err;

	if (circle_read(app, text, &id, &err) != STATUS_OK ||
		circle_load(app->store, id, &circle, &err) != STATUS_OK)
		return;
	cadence_describe(&cadence, circle.cadence_days);
	if (cadence.len)
		strbuf_add_format(out, "%s: %s", circle.name, cadence.data);
	strbuf_fini(&cadence);
	circle_fini(&circle);
}
