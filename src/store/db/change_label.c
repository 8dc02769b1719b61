/* What undo calls a change, in the language of who reads it: it was kept in that of who made it.
 * Not here: naming a change (change.c). */
#include "store/db/change_label.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define HOLES_MAX 2

/* What stands in a hole of a sentence: a name as it is, how many, names of fields, of a command, or
 * another label. */
enum label_hole { HOLE_NONE, HOLE_NAME, HOLE_COUNT, HOLE_FIELDS, HOLE_COMMAND, HOLE_LABEL };

struct label_sentence {
	struct plural words; /* many NULL: there is one form */
	enum label_hole holes[HOLES_MAX];
};

/* Of two that fit the first holds. */
static const struct label_sentence sentences[] = {
	{ { N_("restore: %s"), NULL }, { HOLE_LABEL } },
	{ NN_("delete %zu entry with %s", "delete %zu entries with %s"),
		{ HOLE_COUNT, HOLE_NAME } },
	{ NN_("%s, %zu person", "%s, %zu people"), { HOLE_COMMAND, HOLE_COUNT } },
	{ { N_("delete the follow-up with %s"), NULL }, { HOLE_NAME } },
	{ { N_("delete the entry with %s"), NULL }, { HOLE_NAME } },
	{ { N_("delete a circle"), NULL }, { HOLE_NONE } },
	{ { N_("delete %s"), NULL }, { HOLE_NAME } },
	{ { N_("edit the follow-up with %s"), NULL }, { HOLE_NAME } },
	{ { N_("edit the entry with %s"), NULL }, { HOLE_NAME } },
	{ { N_("edit an absence"), NULL }, { HOLE_NONE } },
	{ { N_("edit %s: %s"), NULL }, { HOLE_NAME, HOLE_FIELDS } },
	{ { N_("edit %s"), NULL }, { HOLE_NAME } },
	{ { N_("follow-up with %s done"), NULL }, { HOLE_NAME } },
	{ { N_("follow-up with %s"), NULL }, { HOLE_NAME } },
	{ { N_("log with %s"), NULL }, { HOLE_NAME } },
	{ { N_("add %s"), NULL }, { HOLE_NAME } },
	{ { N_("merge %s"), NULL }, { HOLE_NAME } },
	{ { N_("two people: %s"), NULL }, { HOLE_NAME } },
	{ { N_("circle %s"), NULL }, { HOLE_NAME } },
	{ { N_("absence"), NULL }, { HOLE_NONE } },
	{ { N_("remove an absence"), NULL }, { HOLE_NONE } },
	{ { N_("adopt people seen"), NULL }, { HOLE_NONE } },
	{ { N_("people seen"), NULL }, { HOLE_NONE } },
	{ { N_("forget people seen"), NULL }, { HOLE_NONE } },
	{ { N_("forget where to import from"), NULL }, { HOLE_NONE } },
	{ { N_("remember where to import from"), NULL }, { HOLE_NONE } },
	{ { N_("save the view \"%s\""), NULL }, { HOLE_NAME } },
	{ { N_("forget the view \"%s\""), NULL }, { HOLE_NAME } },
	{ { N_("forget %s"), NULL }, { HOLE_NAME } },
	{ { N_("import"), NULL }, { HOLE_NONE } },
	{ { N_("restore"), NULL }, { HOLE_NONE } },
	{ { N_("snooze %s"), NULL }, { HOLE_NAME } },
	{ { N_("skip a round with %s"), NULL }, { HOLE_NAME } },
	{ { N_("let %s rest"), NULL }, { HOLE_NAME } },
	{ { N_("wake %s"), NULL }, { HOLE_NAME } },
	{ { N_("let go of %s"), NULL }, { HOLE_NAME } },
	{ { N_("welcome %s back"), NULL }, { HOLE_NAME } },
	{ { N_("wishes for %s"), NULL }, { HOLE_NAME } },
	{ { N_("no wishes for %s this year"), NULL }, { HOLE_NAME } },
	{ { N_("no answer to %s"), NULL }, { HOLE_NAME } },
	{ { N_("snooze"), NULL }, { HOLE_NONE } },
	{ { N_("skip this round"), NULL }, { HOLE_NONE } },
	{ { N_("let rest"), NULL }, { HOLE_NONE } },
	{ { N_("wake"), NULL }, { HOLE_NONE } },
	{ { N_("let go"), NULL }, { HOLE_NONE } },
	{ { N_("welcome back"), NULL }, { HOLE_NONE } },
	{ { N_("wishes sent"), NULL }, { HOLE_NONE } },
	{ { N_("no wishes this year"), NULL }, { HOLE_NONE } },
	{ { N_("no answer needed"), NULL }, { HOLE_NONE } },
	{ { N_("%s into %s"), NULL }, { HOLE_NAME, HOLE_NAME } },
};

/* Behind a hole, "%s" or "%zu". */
static const char *label_past_hole(const char *hole)
{
	return hole + (hole[1] == 'z' ? 3 : 2);
}

/* Where words stand in a text for the last time, behind its first byte: a name may hold them too.
 */
static const char *last_place(const char *text, const char *words)
{
	const char *last = NULL, *place = text;

	while ((place = strstr(place + 1, words)))
		last = place;
	return last;
}

/* Takes from *label what a hole holds: up to the words that follow it in the sentence, the last one
 * up to those at the end. A count is a number. */
static bool label_take(
	const char **label, enum label_hole hole, const char *rest, struct strbuf *held)
{
	size_t len = strcspn(rest, "%"), label_len = strlen(*label);
	char *words = memory_copy_bytes(rest, len);
	const char *end = hole == HOLE_COUNT ? *label + strspn(*label, "0123456789")
			  : !rest[len]       ? *label + (label_len > len ? label_len - len : 0)
			  : label_len        ? last_place(*label, words)
					     : NULL;
	bool is_there = end && end > *label && !strncmp(end, words, len);

	free(words);
	if (is_there) {
		strbuf_add_bytes(held, *label, (size_t)(end - *label));
		*label = end;
	}
	return is_there;
}

static bool label_fits(
	const char *sentence, const enum label_hole *holes, const char *label, struct strbuf *held)
{
	const char *hole;

	for (; (hole = strchr(sentence, '%')); held++) {
		size_t len = (size_t)(hole - sentence);
		if (strncmp(sentence, label, len) != 0)
			return false;
		label += len;
		sentence = label_past_hole(hole);
		strbuf_clear(held);
		if (!label_take(&label, *holes++, sentence, held))
			return false;
	}
	return !strcmp(sentence, label);
}

static bool is_field(const char *text, size_t len)
{
	CONTACT_FIELD_EACH (field) {
		const char *label = contact_field(field)->label;
		if (label && strlen(label) == len && !memcmp(label, text, len))
			return true;
	}
	return false;
}

/* "Phone, Tags": each of them is a field. */
static bool are_fields(const char *text)
{
	for (size_t len; (len = strcspn(text, ",")) && is_field(text, len); text += len + 2)
		if (strncmp(text + len, ", ", 2) != 0)
			return !text[len];
	return false;
}

/* Caller frees. */
static char *command_said(const char *title)
{
	struct strbuf id = STRBUF_INIT;

	strbuf_add_format(&id, "command\004%s", title);
	char *said = memory_copy_string(i18n_in_context(id.data));
	strbuf_fini(&id);
	return said;
}

static bool is_command(const char *text)
{
	char *said = command_said(text);
	bool is = strcmp(said, text) != 0;

	free(said);
	return is;
}

/* Only what is a word of filo's is read as one: somebody may be called "Log: Note". */
static bool label_is(const struct label_sentence *sentence, const char *words, const char *label,
	struct strbuf *held)
{
	if (!words || !label_fits(words, sentence->holes, label, held))
		return false;
	for (int i = 0; i < HOLES_MAX; i++)
		if ((sentence->holes[i] == HOLE_FIELDS && !are_fields(held[i].data)) ||
			(sentence->holes[i] == HOLE_COMMAND && !is_command(held[i].data)))
			return false;
	return true;
}

static void label_add_fields(struct strbuf *out, const char *fields)
{
	struct strbuf all = STRBUF_INIT;

	for (size_t len; *fields; fields += len + strspn(fields + len, ", ")) {
		len = strcspn(fields, ",");
		char *field = memory_copy_bytes(fields, len);
		strbuf_add_item(&all, ", ", _(field));
		free(field);
	}
	strbuf_add(out, all.data);
	strbuf_fini(&all);
}

static void label_add_held(struct strbuf *out, enum label_hole hole, const char *held)
{
	char *said = hole == HOLE_COMMAND ? command_said(held)
		     : hole == HOLE_LABEL ? change_label_said(held)
					  : NULL;

	if (hole == HOLE_FIELDS)
		label_add_fields(out, held);
	else
		strbuf_add(out, said ? said : held);
	free(said);
}

static char *label_translate(const struct label_sentence *sentence, const struct strbuf *held)
{
	int counted = sentence->holes[0] == HOLE_COUNT ? 0 : 1;
	const char *words = sentence->words.many
				    ? i18n_plural(&sentence->words, atoll(held[counted].data))
				    : _(sentence->words.one);
	struct strbuf out = STRBUF_INIT;
	const char *hole;

	for (int i = 0; i < HOLES_MAX && (hole = strchr(words, '%')); i++) {
		strbuf_add_bytes(&out, words, (size_t)(hole - words));
		label_add_held(&out, sentence->holes[i], held[i].data);
		words = label_past_hole(hole);
	}
	strbuf_add(&out, words);
	return strbuf_take(&out);
}

char *change_label_said(const char *label)
{
	struct strbuf held[HOLES_MAX] = { STRBUF_INIT, STRBUF_INIT };
	char *said = NULL;

	for (size_t i = 0; label && !said && i < sizeof sentences / sizeof *sentences; i++) {
		const struct label_sentence *sentence = &sentences[i];
		if (label_is(sentence, sentence->words.one, label, held) ||
			label_is(sentence, sentence->words.many, label, held))
			said = label_translate(sentence, held);
	}
	for (int i = 0; i < HOLES_MAX; i++)
		strbuf_fini(&held[i]);
	return said || !label ? said : memory_copy_string(label);
}

const char *change_label_sentence(size_t n, const char **many)
{
	if (n >= sizeof sentences / sizeof *sentences)
		return NULL;
	*many = sentences[n].words.many;
	return sentences[n].words.one;
}
