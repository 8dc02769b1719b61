/* What may stand for a word of the command line, gathered and printed for a shell.
 * Not here: which of it a command takes there (complete.c). */
#include "cli/offers.h"

#include "cli/print.h"
#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/exchange/seen_adopt.h"
#include "filo/people/conversation.h"
#include "filo/store/circles.h"
#include "filo/store/contact_called.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/limit.h"
#include "filo/store/saved_views.h"
#include "filo/store/seen.h"
#include "filo/store/sources.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the whole word may become. */
struct offer {
	char *text;
	char *plain;         /* understood as well, in letters that every keyboard has; NULL: not */
	char *note;          /* owned; NULL: none */
	bool is_note_needed; /* the text alone does not tell what is meant */
};

static struct offer *offer(struct completing *completing, const char *text, const char *note)
{
	struct offer offered = { .note = note ? memory_copy_string(note) : NULL };
	struct strbuf whole = STRBUF_INIT;

	strbuf_add_format(&whole, "%s%s", completing->before.data, text);
	offered.text = strbuf_take(&whole);
	vector_push(&completing->offers, &offered);
	return vector_at(&completing->offers, completing->offers.count - 1);
}

void offer_word(struct completing *completing, const char *word, const char *help)
{
	if (!strncmp(word, completing->typed, strlen(completing->typed)))
		offer(completing, word, help);
}

void offer_listed(struct completing *completing, const char *word, const char *end)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, "%s%s", word, end);
	if (text_begins(word, completing->typed))
		offer(completing, text.data, NULL);
	strbuf_fini(&text);
}

static bool name_completes(const struct completing *completing, const char *name)
{
	return text_has_words(name, completing->folded.data);
}

/* Where names are folded when they are looked up, the folded one does as well. */
static void offer_folded(struct completing *completing, const char *name, struct offer *offered)
{
	struct strbuf plain = STRBUF_INIT;

	strbuf_add(&plain, completing->before.data);
	text_fold(&plain, name);
	offered->plain = strbuf_take(&plain);
}

void offer_circles(struct completing *completing)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct circle *circle;
	struct error err;

	circle_list(completing->cli->store, &circles, &err);
	VECTOR_EACH (circle, &circles) {
		if (name_completes(completing, circle->name))
			offer_folded(
				completing, circle->name, offer(completing, circle->name, NULL));
		circle_fini(circle);
	}
	vector_fini(&circles);
}

void offer_tags(struct completing *completing)
{
	struct vector tags = VECTOR_INIT(char *);
	struct error err;
	char **tag;

	tag_list(completing->cli->store, &tags, &err);
	VECTOR_EACH (tag, &tags)
		if (name_completes(completing, *tag))
			offer(completing, *tag, NULL);
	vector_fini_strings(&tags);
}

void offer_views(struct completing *completing)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	struct saved_view *view;
	struct error err;

	saved_view_list(completing->cli->store, &views, &err);
	VECTOR_EACH (view, &views) {
		if (name_completes(completing, view->name))
			offer(completing, view->name, NULL);
		saved_view_fini(view);
	}
	vector_fini(&views);
}

void offer_seen(struct completing *completing)
{
	struct vector people = VECTOR_INIT(struct seen_person);
	struct seen_person *person;
	struct error err;

	seen_list(completing->cli->store, false, &people, &err);
	VECTOR_EACH (person, &people) {
		char *name = seen_proposed_name(person);
		if (name_completes(completing, name))
			offer_folded(completing, name, offer(completing, name, person->address));
		free(name);
		seen_person_fini(person);
	}
	vector_fini(&people);
}

void offer_media(struct completing *completing)
{
	for (enum medium medium = 0; medium < MEDIUM_NONE; medium++)
		if (name_completes(completing, medium_label(medium)))
			offer(completing, medium_label(medium), NULL);
}

/* ---- People ---- */

/* Somebody who completes what is typed. */
struct person_found {
	contact_id id;
	char *name, *key; /* owned */
};

struct finding_people {
	const struct completing *completing;
	struct strbuf words; /* of the name, folded */
	const char *number;  /* the digits behind "#"; NULL: none is typed */
	struct vector found; /* of struct person_found */
};

static void offers_add_person(struct finding_people *finding, contact_id id, const char *name)
{
	struct person_found found = { .id = id, .name = memory_copy_string(name) };
	struct strbuf key = STRBUF_INIT;

	text_fold(&key, name);
	found.key = strbuf_take(&key);
	vector_push(&finding->found, &found);
}

static enum status offers_find_person(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct finding_people *finding = context;
	char number[32];

	(void)uid;
	(void)err;
	snprintf(number, sizeof number, "%" PRId64, id);
	if (text_has_words(name, finding->words.data) &&
		(!finding->number || ascii_begins(number, finding->number)))
		offers_add_person(finding, id, name);
	return STATUS_OK;
}

/* Who is called so, but not by the name. */
static void offers_find_called(struct finding_people *finding)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;

	contact_match(finding->completing->cli->store, finding->completing->typed, INT32_MAX, &rows,
		NULL);
	VECTOR_EACH (row, &rows) {
		offers_add_person(finding, row->id, row->name);
		contact_row_fini(row);
	}
	vector_fini(&rows);
}

static int offers_by_key(const void *a, const void *b)
{
	const struct person_found *one = a, *other = b;
	int order = strcmp(one->key, other->key);

	return order ? order : (one->id > other->id) - (one->id < other->id);
}

/* "ana #1" apart: the words of the name, and where the number begins. "#1" has no words. */
static void split_at_number(struct finding_people *finding, const char *typed)
{
	const char *mark = strrchr(typed, '#');
	bool is_number = mark && (mark == typed || mark[-1] == ' ') &&
			 !mark[1 + strspn(mark + 1, "0123456789")];
	char *name = memory_copy_bytes(typed, is_number ? (size_t)(mark - typed) : strlen(typed));

	text_fold(&finding->words, name);
	finding->number = is_number ? mark + 1 : NULL;
	free(name);
}

/* A name that others have, too, with the number that tells them apart. */
static void offer_numbered(struct completing *completing, const struct person_found *person)
{
	struct strbuf text = STRBUF_INIT, note = STRBUF_INIT;
	bool is_number_alone = *completing->typed == '#';

	strbuf_add_format(&text, "%s%s#%" PRId64, is_number_alone ? "" : person->name,
		is_number_alone ? "" : " ", person->id);
	if (is_number_alone)
		strbuf_add(&note, person->name);
	else
		contact_tell_apart(completing->cli->store, person->id, &note);
	struct offer *offered = offer(completing, text.data, note.data);
	offered->is_note_needed = true;
	if (!is_number_alone)
		offer_folded(completing, text.data, offered);
	strbuf_fini(&text);
	strbuf_fini(&note);
}

static void offer_person(
	struct completing *completing, const struct finding_people *finding, size_t i)
{
	const struct vector *found = &finding->found;
	const struct person_found *person = vector_at(found, i), *before, *behind;

	before = i ? vector_at(found, i - 1) : NULL;
	behind = i + 1 < found->count ? vector_at(found, i + 1) : NULL;
	bool is_alone = (!before || strcmp(before->key, person->key) != 0) &&
			(!behind || strcmp(behind->key, person->key) != 0);
	if (is_alone && !finding->number)
		offer_folded(completing, person->name, offer(completing, person->name, NULL));
	else
		offer_numbered(completing, person);
}

void offer_people(struct completing *completing)
{
	struct finding_people finding = { .completing = completing,
		.words = STRBUF_INIT,
		.found = VECTOR_INIT(struct person_found) };
	struct person_found *person;
	struct error err;

	split_at_number(&finding, completing->typed);
	contact_walk(completing->cli->store, offers_find_person, &finding, &err);
	if (!finding.found.count && !finding.number)
		offers_find_called(&finding);
	vector_sort(&finding.found, offers_by_key);
	for (size_t i = 0; i < finding.found.count; i++)
		offer_person(completing, &finding, i);
	VECTOR_EACH (person, &finding.found) {
		free(person->name);
		free(person->key);
	}
	vector_fini(&finding.found);
	strbuf_fini(&finding.words);
}

void offer_removable(struct completing *completing, const char *name)
{
	struct store *store = completing->cli->store;
	struct contact contact;
	const struct channel *channel;
	const struct relation *relation;
	char *const *tag;
	contact_id id;
	struct error err;

	if (contact_resolve(store, name, &id, &err) != STATUS_OK ||
		contact_load(store, id, &contact, &err) != STATUS_OK)
		return;
	VECTOR_EACH (channel, &contact.channels)
		if (!strchr(channel->value, '\n'))
			offer_listed(completing, channel->value, "");
	VECTOR_EACH (tag, &contact.tags)
		offer_listed(completing, *tag, "");
	VECTOR_EACH (relation, &contact.relations)
		if (relation->name)
			offer_listed(completing, relation_person(relation), "");
	contact_fini(&contact);
}

/* ---- Limits ---- */

void offer_limit(struct completing *completing)
{
	struct vector found = VECTOR_INIT(char *);
	struct error err;
	char **text;

	limit_complete(completing->cli->store, completing->typed, &found, &err);
	VECTOR_EACH (text, &found) {
		const char *note = limit_tell(*text, false);
		offer(completing, *text, *note ? note : NULL);
	}
	vector_fini_strings(&found);
}

/* ---- Printing ---- */

/* fish looks itself, and takes what holds the word, in any case. */
static const char *text_for(
	const struct completing *completing, const struct offer *offered, const char *whole)
{
	bool is_found = completing->shell != SHELL_FISH || ascii_find(offered->text, whole);

	return is_found || !offered->plain ? offered->text : offered->plain;
}

void offers_print(const struct completing *completing)
{
	const struct offer *offered;
	struct strbuf whole = STRBUF_INIT;

	strbuf_add_format(&whole, "%s%s", completing->before.data, completing->typed);
	VECTOR_EACH (offered, &completing->offers) {
		const char *text = text_for(completing, offered, whole.data);
		const char *note = offered->note && (completing->shell != SHELL_BASH ||
							    offered->is_note_needed)
					   ? offered->note
				   : text == offered->plain ? offered->text
							    : NULL;
		cli_print(stdout, text);
		if (note) {
			putchar('\t');
			cli_print(stdout, note);
		}
		putchar('\n');
	}
	strbuf_fini(&whole);
}

/* ---- The word ---- */

void offers_begin_at(struct completing *completing, const char *place)
{
	strbuf_add_bytes(
		&completing->before, completing->typed, (size_t)(place - completing->typed));
	completing->typed = place;
	strbuf_clear(&completing->folded);
	text_fold(&completing->folded, place);
}

void offers_init(struct completing *completing, struct cli *cli, const char *word)
{
	*completing = (struct completing){ .cli = cli,
		.typed = word,
		.before = STRBUF_INIT,
		.folded = STRBUF_INIT,
		.offers = VECTOR_INIT(struct offer) };
	text_fold(&completing->folded, word);
}

void offers_fini(struct completing *completing)
{
	struct offer *offered;

	VECTOR_EACH (offered, &completing->offers) {
		free(offered->text);
		free(offered->plain);
		free(offered->note);
	}
	vector_fini(&completing->offers);
	strbuf_fini(&completing->before);
	strbuf_fini(&completing->folded);
}
