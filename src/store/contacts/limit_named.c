/* Limits that name circles and tags: kept so that they follow what is renamed, and tell what is
 * gone. Not here: reading what was typed (limit.c). */
#include "store/contacts/limit_named.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/circles.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

static bool limit_names(const struct limit_condition *condition)
{
	return (condition->kind == LIMIT_CIRCLE || condition->kind == LIMIT_TAG) &&
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
	if (strcmp(key.data, condition->key) != 0)
		limit_name_in_full(condition, name);
	else
		memory_replace_string(&condition->text, name);
	free(name);
	free(condition->key);
	condition->key = strbuf_take(&key);
	return true;
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

enum status limit_check_named(struct store *store, const struct limit *limit, struct error *err)
{
	const struct limit_condition *condition;

	VECTOR_EACH (condition, &limit->conditions) {
		struct circle circle = { 0 };
		if (!limit_names(condition))
			continue;
		bool is_circle = condition->kind == LIMIT_CIRCLE;
		if (is_circle && circle_load(store, condition->value, &circle, err) != STATUS_OK)
			return STATUS_DATABASE;
		circle_fini(&circle);
		if (is_circle && !circle.id)
			return error_set(err, STATUS_INVALID,
				_("The circle \"%s\" is no longer there; undo brings it back"),
				condition->text);
		if (!is_circle && !limit_tag_is_there(store, condition))
			return error_set(err, STATUS_INVALID,
				_("Nobody has the tag \"%s\" any more; undo brings it back"),
				condition->text);
	}
	return STATUS_OK;
}
