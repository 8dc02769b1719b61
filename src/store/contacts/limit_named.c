/* Limits that name circles, tags and people: kept so that they follow what is renamed, and tell
 * what is gone. Not here: reading what was typed (limit.c). */
#include "store/contacts/limit_named.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/circles.h"
#include "filo/store/contact_called.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

static bool limit_names(const struct limit_condition *condition)
{
	return (condition->kind == LIMIT_CIRCLE || condition->kind == LIMIT_TAG ||
		       condition->kind == LIMIT_PERSON) &&
	       !condition->is_none;
}

void limit_write_named(const struct limit *limit, struct strbuf *out)
{
	const struct limit_condition *condition;

	VECTOR_EACH (condition, &limit->conditions)
		if (limit_names(condition))
			strbuf_add_format(
				out, "%lld %s\n", (long long)condition->value, condition->text);
}

/* Typed by the whole name, which is what it is named by from now on. */
static void limit_name_in_full(struct limit_condition *condition, const char *name)
{
	struct strbuf typed = STRBUF_INIT;

	strbuf_add(&typed, condition->kind == LIMIT_CIRCLE ? "~c " : "~t ");
	if (condition->is_not)
		strbuf_add_char(&typed, '!');
	limit_write_word(&typed, name);
	free(condition->typed);
	condition->typed = strbuf_take(&typed);
	memory_replace_string(&condition->text, name);
}

bool limit_read_named(struct limit_condition *condition, const char **named)
{
	struct strbuf key = STRBUF_INIT;
	char *name;

	if (!*named || !**named || !limit_names(condition))
		return false;
	condition->value = strtoll(*named, &name, 10);
	name += *name == ' ';
	size_t len = strcspn(name, "\n");
	*named = name + len + (name[len] == '\n');
	name = memory_copy_bytes(name, len);
	text_fold(&key, name);
	if (condition->kind != LIMIT_PERSON && strcmp(key.data, condition->key) != 0)
		limit_name_in_full(condition, name);
	else
		memory_replace_string(&condition->text, name);
	free(name);
	free(condition->key);
	condition->key = strbuf_take(&key);
	return true;
}

/* As they are called now; that is not what is typed. */
static void limit_follow_person(struct store *store, struct limit_condition *condition)
{
	char *called = condition->kind == LIMIT_PERSON
			       ? contact_called(store, condition->value, NULL)
			       : NULL;

	if (called)
		memory_replace_string(&condition->text, called);
	free(called);
}

/* By its id, whatever it is called now; one that has come in its place, by its name. */
static bool limit_follow_circle(struct store *store, struct limit_condition *condition)
{
	struct circle circle;
	bool is_renamed = false;

	if (condition->kind != LIMIT_CIRCLE || condition->is_none)
		return false;
	if (circle_load(store, condition->value, &circle, NULL) != STATUS_OK)
		return false;
	if (circle.id) {
		is_renamed = strcmp(circle.name, condition->text) != 0;
		if (is_renamed)
			limit_name_in_full(condition, circle.name);
	} else {
		circle_id id = circle_by_name(store, condition->text);
		condition->value = id ? id : condition->value;
	}
	circle_fini(&circle);
	return is_renamed;
}

bool limit_follow(struct store *store, struct limit *limit)
{
	struct limit_condition *condition;
	struct strbuf typed = STRBUF_INIT;
	bool is_renamed = false;

	VECTOR_EACH (condition, &limit->conditions) {
		is_renamed |= limit_follow_circle(store, condition);
		limit_follow_person(store, condition);
		strbuf_add_item(&typed, " ", condition->typed);
	}
	free(limit->typed);
	limit->typed = strbuf_take(&typed);
	return is_renamed;
}

static bool limit_tag_is_there(struct store *store, const struct limit_condition *condition)
{
	struct query query = query_open(store, "SELECT 1 FROM tag WHERE tag = ?1 UNION ALL"
					       " SELECT 1 FROM tag WHERE filo_fold(tag) = ?2"
					       " LIMIT 1");

	bind_text(&query, 1, condition->text);
	bind_text(&query, 2, condition->key);
	return query_count(&query) != 0;
}

static enum status limit_check_circle(
	struct store *store, const struct limit_condition *condition, struct error *err)
{
	struct circle circle;

	if (circle_load(store, condition->value, &circle, err) != STATUS_OK)
		return STATUS_DATABASE;
	bool is_there = circle.id;
	circle_fini(&circle);
	return is_there ? STATUS_OK
			: error_set(err, STATUS_INVALID,
				  _("The circle \"%s\" is no longer there; undo brings it back"),
				  condition->text);
}

static enum status limit_check_tag(
	struct store *store, const struct limit_condition *condition, struct error *err)
{
	return limit_tag_is_there(store, condition)
		       ? STATUS_OK
		       : error_set(err, STATUS_INVALID,
				 _("Nobody has the tag \"%s\" any more; undo brings it back"),
				 condition->text);
}

static enum status limit_check_person(
	struct store *store, const struct limit_condition *condition, struct error *err)
{
	char *called = contact_called(store, condition->value, NULL);
	bool is_there = called;

	free(called);
	return is_there ? STATUS_OK
			: error_set(err, STATUS_INVALID,
				  _("%s is no longer in your contacts; undo brings them back"),
				  condition->text);
}

enum status limit_check_named(struct store *store, const struct limit *limit, struct error *err)
{
	const struct limit_condition *condition;
	enum status status = STATUS_OK;

	VECTOR_EACH (condition, &limit->conditions) {
		if (status != STATUS_OK || condition->is_not || !limit_names(condition))
			continue;
		status = condition->kind == LIMIT_CIRCLE ? limit_check_circle(store, condition, err)
			 : condition->kind == LIMIT_TAG  ? limit_check_tag(store, condition, err)
							: limit_check_person(store, condition, err);
	}
	return status;
}

void limit_keep_up(struct store *store, struct limit *limit)
{
	struct error err;

	if (!limit_is_set(limit))
		return;
	limit_follow(store, limit);
	bool is_lost = limit_check_named(store, limit, &err) == STATUS_INVALID;
	memory_replace_string(&limit->lost, is_lost ? err.message : NULL);
}
