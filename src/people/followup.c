/* A follow-up in memory, and how it is said.
 * Not here: when it is due (due.c). */
#include "filo/people/followup.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	struct agreed sentence;
} kinds[FOLLOWUP_KINDS] = {
	[FOLLOWUP_ASK] = { "ask", { { N_("Ask: %s") } } },
	[FOLLOWUP_MINE] = { "mine", { { N_("You promised: %s") } } },
	[FOLLOWUP_THEIRS] = { "theirs",
		{ { N_("They promised: %s"), NC_("feminine", "She promised: %s"),
			NC_("masculine", "He promised: %s") } } },
};

void followup_fini(struct followup *followup)
{
	free(followup->text);
	followup->text = NULL;
}

void followups_clear(struct vector *followups)
{
	struct followup *followup;

	VECTOR_EACH (followup, followups)
		followup_fini(followup);
	vector_clear(followups);
}

const char *followup_kind_name(enum followup_kind kind)
{
	return kinds[kind].name;
}

bool followup_kind_parse(const char *word, enum followup_kind *kind)
{
	for (int i = 0; i < FOLLOWUP_KINDS; i++) {
		if (!strcmp(kinds[i].name, word)) {
			*kind = (enum followup_kind)i;
			return true;
		}
	}
	return false;
}

enum status followup_set_due(
	struct followup *followup, day_number due, day_number today, struct error *err)
{
	if (due != DAY_NONE && due < today && due != followup->due)
		return error_set(err, STATUS_INVALID, _("That day has passed already"));
	followup->due = due;
	return STATUS_OK;
}

char *followup_sentence(const struct followup *followup)
{
	static const char mark[] = "%s";
	struct strbuf out = STRBUF_INIT;
	const char *pattern = agreed(&kinds[followup->kind].sentence, followup->agreement);
	const char *place = strstr(pattern, mark);

	strbuf_add_bytes(&out, pattern, place ? (size_t)(place - pattern) : strlen(pattern));
	strbuf_add(&out, followup->text);
	if (place)
		strbuf_add(&out, place + sizeof mark - 1);
	return strbuf_take(&out);
}
