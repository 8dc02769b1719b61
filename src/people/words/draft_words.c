/* What a draft says, of a form that was not saved: a line a field, its name, a blank, its text with
 * newlines and backslashes escaped.
 * Not here: keeping it (store/db/draft.c), writing it (tui/form/form_draft.c). */
#include "filo/people/words/draft_words.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

/* The longer beginnings first. */
static const struct {
	const char *prefix;
	const char *title, *with; /* N_(): alone, and with names in place of %s */
	const char *field; /* whose text says best what it is; each draft of the kind has it */
	const char *more;  /* what says more of it; NULL: nothing does */
} draft_kinds[DRAFT_KINDS] = {
	[DRAFT_LOG_WITH] = { "log:with:", N_("A conversation"), N_("A conversation with %s"),
		"summary", "body" },
	[DRAFT_LOG_SEVERAL] = { "log:several", N_("A conversation"), N_("A conversation with %s"),
		"summary", "body" },
	[DRAFT_LOG] = { "log:", N_("An entry, edited"), N_("An entry with %s, edited"), "summary",
		"body" },
	[DRAFT_FOLLOWUP_WITH] = { "followup:with:", N_("A follow-up"), N_("A follow-up with %s"),
		"text", NULL },
	[DRAFT_FOLLOWUP] = { "followup:", N_("A follow-up, edited"),
		N_("A follow-up with %s, edited"), "text", NULL },
	[DRAFT_CONTACT_NEW] = { "contact:new", N_("A new contact"), NULL, "name", "note" },
	[DRAFT_CONTACT] = { "contact:", N_("A contact, edited"), NULL, "name", "note" },
	[DRAFT_CIRCLE] = { "circle:", N_("A circle"), NULL, "name", NULL },
	[DRAFT_CIRCLE_OF] = { "circle-of:", N_("A circle"), N_("Circle of %s"), "circle",
		"cadence" },
	[DRAFT_TAGS] = { "tags:", N_("Tags"), N_("Tags of %s"), "tags", NULL },
	[DRAFT_ABSENCE] = { "absence:", N_("An absence, edited"), N_("An absence of %s, edited"),
		"from", NULL },
	[DRAFT_ABSENCE_NEW] = { "absence", N_("An absence"), N_("An absence of %s"), "from", NULL },
};

/* Kept as the number of what is chosen, which only the form can read; and the day of its words. */
static const char *const chosen[] = { "day", "felt", "grammatical_gender", "how", "kind",
	"opened" };

static bool draft_has_field(const char *text, const char *field)
{
	size_t len = strlen(field);

	while (*text && (strncmp(text, field, len) != 0 || text[len] != ' ')) {
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
	return *text;
}

enum draft_kind draft_kind_of(const char *form, const char *text, int64_t *id)
{
	size_t kind = 0;

	while (kind < DRAFT_KINDS &&
		(strncmp(form, draft_kinds[kind].prefix, strlen(draft_kinds[kind].prefix)) != 0 ||
			!draft_has_field(text, draft_kinds[kind].field)))
		kind++;
	if (id && kind < DRAFT_KINDS) {
		const char *number = form + strlen(draft_kinds[kind].prefix);
		*id = strtoll(number + (*number == ':'), NULL, 10);
	}
	return (enum draft_kind)kind;
}

static bool draft_is_chosen(const char *name)
{
	for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++)
		if (!strcmp(chosen[i], name))
			return true;
	return false;
}

void draft_unescape(struct strbuf *out, const char *text, size_t len)
{
	for (const char *end = text + len; text < end; text++) {
		if (*text == '\\' && text + 1 < end)
			strbuf_add_char(out, *++text == 'n' ? '\n' : *text);
		else
			strbuf_add_char(out, *text);
	}
}

/* A line behind "=" is what a field was, one behind "@" an editor that has it. */
bool draft_next_field(const char **rest, char **name, struct strbuf *words)
{
	while (**rest) {
		const char *line = *rest;
		size_t len = strcspn(line, "\n"), name_len = strcspn(line, " \n");
		*rest += len + (line[len] == '\n');
		if (*line == '=' || *line == '@' || name_len + 1 >= len)
			continue;
		*name = memory_copy_bytes(line, name_len);
		if (!draft_is_chosen(*name)) {
			strbuf_clear(words);
			draft_unescape(words, line + name_len + 1, len - name_len - 1);
			return true;
		}
		free(*name);
	}
	return false;
}

void draft_add_field(struct strbuf *out, const char *text, const char *field)
{
	struct strbuf words = STRBUF_INIT;
	char *name;

	while (draft_next_field(&text, &name, &words)) {
		if (!strcmp(name, field))
			strbuf_add(out, words.data);
		free(name);
	}
	strbuf_fini(&words);
}

static void draft_add_line(struct strbuf *out, struct strbuf *words, int cols, const char *ellipsis)
{
	int used;

	text_join_lines(words->data);
	size_t len = text_fit(words->data, cols, &used);
	strbuf_add_bytes(out, words->data, len);
	if (words->data[len])
		strbuf_add(out, ellipsis);
}

/* Beside the circle how often, which may be all that was changed. */
static void draft_add_wish(struct strbuf *words, const char *text)
{
	struct strbuf wish = STRBUF_INIT;

	draft_add_field(&wish, text, "cadence");
	if (wish.len)
		strbuf_add_item(words, ", ", wish.data);
	strbuf_fini(&wish);
}

void draft_describe(
	struct strbuf *out, const char *form, const char *text, int cols, const char *ellipsis)
{
	enum draft_kind kind = draft_kind_of(form, text, NULL);
	struct strbuf who = STRBUF_INIT, words = STRBUF_INIT;

	if (kind == DRAFT_KINDS)
		return;
	draft_add_field(&who, text, "who");
	while (who.len && strchr(",; ", who.data[who.len - 1])) /* another was to come */
		strbuf_truncate(&who, who.len - 1);
	draft_add_field(&words, text, draft_kinds[kind].field);
	if (kind == DRAFT_CIRCLE_OF)
		draft_add_wish(&words, text);
	if (draft_kinds[kind].with && !text_is_blank(who.data))
		strbuf_add_format(out, _(draft_kinds[kind].with), who.data);
	else
		strbuf_add(out, _(draft_kinds[kind].title));
	/* The beginning tells which one it is; more would hide what is asked. */
	if (!text_is_blank(words.data)) {
		strbuf_add(out, ": ");
		draft_add_line(out, &words, cols, ellipsis);
	}
	strbuf_fini(&who);
	strbuf_fini(&words);
}

void draft_add_words(struct strbuf *out, const char *form, const char *text)
{
	enum draft_kind kind = draft_kind_of(form, text, NULL);
	size_t before = out->len;

	if (kind == DRAFT_KINDS)
		return;
	draft_add_field(out, text, draft_kinds[kind].field);
	strbuf_add_char(out, '\n');
	if (draft_kinds[kind].more)
		draft_add_field(out, text, draft_kinds[kind].more);
	if (out->len > before + 1 && out->data[out->len - 1] != '\n')
		strbuf_add_char(out, '\n');
}
