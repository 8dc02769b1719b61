/* Reading what a list is limited to, and saying it.
 * Not here: asking the database for it (limit_sql.c). */
#include "filo/store/limit.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact.h"
#include "filo/people/phone.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/log_words.h"
#include "filo/store/circles.h"
#include "filo/store/contact_called.h"
#include "store/contacts/limit_named.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

/* Fewer would be in too many phone numbers. */
#define PHONE_DIGITS_MIN 3

static void condition_fini(struct limit_condition *condition)
{
	free(condition->typed);
	free(condition->text);
	free(condition->key);
	free(condition->match);
	free(condition->whole);
	free(condition->digits);
}

void limit_fini(struct limit *limit)
{
	VECTOR_FINI(struct limit_condition, &limit->conditions, condition_fini);
	free(limit->typed);
	free(limit->lost);
	*limit = (struct limit){ 0 };
}

bool limit_is_set(const struct limit *limit)
{
	return limit && limit->conditions.count;
}

/* ---- Words as they are typed ---- */

struct word {
	struct strbuf text;
	bool is_not;
	bool is_plain; /* not between quotes: then "-" is a sign */
	bool is_open;  /* a quote does not end */
};

void limit_write_word(struct strbuf *out, const char *word)
{
	bool is_plain = *word && !strpbrk(word, " \t\"\\") && !strchr("!~-<>", *word);

	if (is_plain) {
		strbuf_add(out, word);
		return;
	}
	strbuf_add_char(out, '"');
	for (; *word; word++) {
		if (*word == '"' || *word == '\\')
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, *word);
	}
	strbuf_add_char(out, '"');
}

static const char *skip_blanks(const char *text)
{
	while (ascii_is_space(*text))
		text++;
	return text;
}

/* The word at `text`, with its "!" and quotes taken off; returns what follows. */
static const char *read_word(const char *text, struct word *word)
{
	bool is_quoted = false;

	*word = (struct word){ .text = STRBUF_INIT, .is_plain = true };
	text = skip_blanks(text);
	word->is_not = *text == '!' && text[1];
	text = word->is_not ? skip_blanks(text + 1) : text;
	for (; *text && (is_quoted || !ascii_is_space(*text)); text++) {
		if (*text == '"') {
			is_quoted = !is_quoted;
			word->is_plain = false;
			continue;
		}
		if (is_quoted && *text == '\\' && text[1])
			text++;
		strbuf_add_char(&word->text, *text);
	}
	word->is_open = is_quoted;
	return text;
}

/* ---- What they mean ---- */

static char *folded_copy(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	text_fold(&key, text);
	return strbuf_take(&key);
}

/* For the full-text index. Nothing where there is no word in them. */
static void add_match(struct strbuf *match, const char *typed)
{
	struct strbuf words = STRBUF_INIT;

	if (fulltext_add_people_query(&words, typed))
		strbuf_add_format(
			match, "{name nickname " FULLTEXT_NAME_PARTS "}: (%s)", words.data);
	strbuf_fini(&words);
}

static enum status means_words(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	struct strbuf match = STRBUF_INIT, digits = STRBUF_INIT;

	(void)store;
	if (!*out->key || (out->is_plain && !strcmp(typed, "!")))
		return error_set(
			err, STATUS_INVALID, _("Nothing is said to look for: %s"), out->typed);
	if (out->is_plain && *typed == '#')
		return error_set(err, STATUS_INVALID,
			_("# takes a number, as in #12; in quotes it is a word like any other"));
	add_match(&match, typed);
	out->match = match.len ? strbuf_take(&match) : NULL;
	phone_add_sought(&digits, typed);
	out->digits = digits.len >= PHONE_DIGITS_MIN ? strbuf_take(&digits) : NULL;
	strbuf_fini(&digits);
	return STATUS_OK;
}

static enum status means_circle(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	struct circle circle;
	enum status status = circle_meant(store, typed, &circle, err);

	if (status != STATUS_OK)
		return status;
	out->value = circle.id;
	memory_replace_string(&out->text, circle.name);
	circle_fini(&circle);
	return STATUS_OK;
}

static enum status refuse_tag(
	struct store *store, const struct vector *likely, const char *typed, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	char *const *tag;

	VECTOR_EACH (tag, likely)
		strbuf_add_item(&names, ", ", *tag);
	enum status status = likely->count
				     ? error_set(err, STATUS_INVALID,
					       _("\"%s\" could be: %s. Write more of the name"),
					       typed, names.data)
				     : tag_check_used(store, typed, err);
	strbuf_fini(&names);
	return status;
}

/* The tag of that name, in any spelling, else those whose names begin so. */
static enum status find_tags(
	struct store *store, const char *key, struct vector *found, struct error *err)
{
	struct query query = query_open(store,
		"SELECT min(tag), filo_fold(tag) AS key FROM tag GROUP BY key"
		" HAVING substr(key, 1, length(?1)) = ?1 ORDER BY key <> ?1, key");

	bind_text(&query, 1, key);
	while (query_next(&query)) {
		bool is_exact = !strcmp(column_filled(&query, 1), key);
		char *tag = column_copy_filled(&query, 0);
		vector_push(found, &tag);
		if (is_exact)
			break;
	}
	return query_close(&query, err);
}

static enum status means_tag(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	struct vector found = VECTOR_INIT(char *);

	if (!*out->key)
		return error_set(err, STATUS_INVALID,
			_("~t takes a tag: ~t work, ~t !work, or ~t - for no tag at all"));
	enum status status = find_tags(store, out->key, &found, err);
	/* Without a tag that nobody has is everybody. */
	if (status == STATUS_OK && found.count != 1 && (found.count || !out->is_not))
		status = refuse_tag(store, &found, typed, err);
	if (status == STATUS_OK && found.count) {
		memory_replace_string(&out->text, *(char **)vector_at(&found, 0));
		free(out->key);
		out->key = folded_copy(out->text);
	}
	vector_fini_strings(&found);
	return status;
}

/* ">60", "<2w", "60". */
static enum status means_silence(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	const char *amount = typed + (*typed == '<' || *typed == '>');
	struct error refusal;
	int days = 0;

	(void)store;
	if (text_is_blank(amount) || cadence_parse(amount, &days, &refusal) != STATUS_OK || !days)
		return error_set(err, STATUS_INVALID,
			_("~s takes days of silence: ~s >60, ~s <2w, ~s - for never in touch"));
	/* Turned round here: who was never in touch is on neither side. */
	out->is_below = (*typed == '<') != out->is_not;
	out->value = days + (!out->is_not ? 0 : out->is_below ? 1 : -1);
	out->is_not = false;
	return STATUS_OK;
}

static enum status means_feeling(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	int feeling;

	(void)store;
	if (!feeling_parse(typed, &feeling))
		return error_set(err, STATUS_INVALID,
			_("~f takes a feeling: good, very good, so-so, hard, very hard, or - where "
			  "none is noted"));
	out->value = feeling;
	memory_replace_string(&out->text, feeling_mark(feeling, true));
	return STATUS_OK;
}

/* "#12", as everywhere: the one of that number, told apart from namesakes. */
static enum status means_person(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	out->value = strtoll(typed + 1, NULL, 10);
	char *called = contact_called(store, out->value, NULL);
	if (!called)
		return error_set(err, STATUS_NOT_FOUND, _("Nobody has the number %s"), typed);
	free(out->text);
	out->text = called;
	return STATUS_OK;
}

/* "@studio": words of an organisation. */
static enum status means_firm(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err)
{
	size_t at = 0;

	(void)store;
	free(out->key);
	out->key = folded_copy(typed + 1);
	if (!text_next_word(out->key, &at))
		return error_set(err, STATUS_INVALID,
			_("@ takes words of an organisation or an address, as in @studio"));
	return STATUS_OK;
}

/* What words can be besides: those that tell namesakes apart. */
static enum limit_kind limit_kind_of_words(const struct word *word)
{
	const char *text = word->text.data;

	if (word->is_plain && *text == '#' && text[1] && !text[1 + strspn(text + 1, "0123456789")])
		return LIMIT_PERSON;
	return word->is_plain && *text == '@' ? LIMIT_FIRM : LIMIT_WORDS;
}

static enum status (*const meanings[])(
	struct store *store, const char *typed, struct limit_condition *out, struct error *err) = {
	[LIMIT_WORDS] = means_words,
	[LIMIT_CIRCLE] = means_circle,
	[LIMIT_TAG] = means_tag,
	[LIMIT_SILENCE] = means_silence,
	[LIMIT_FEELING] = means_feeling,
	[LIMIT_PERSON] = means_person,
	[LIMIT_FIRM] = means_firm,
};

static bool is_time(const char *words)
{
	const char *amount = words + strspn(words, "<>");
	struct error refusal;
	int days;

	return *amount != ' ' && amount[strspn(amount, "0123456789")] == ' ' &&
	       cadence_parse(amount, &days, &refusal) == STATUS_OK;
}

static bool is_feeling(const char *words)
{
	int feeling;

	return feeling_parse(words, &feeling);
}

/* What a letter after "~" asks of. */
static const struct {
	const char *sign;
	enum limit_kind kind;
	const char *word, *word_of_log;
	bool (*is_two_words)(const char *words); /* may be it; NULL: it is one word */
} letters[] = {
	/* Translators: what a limit asks of, as a note beside "~c", "~t", "~s" and "~f". */
	{ "~c", LIMIT_CIRCLE, NC_("limit", "circle"), NC_("limit", "circle of somebody there") },
	{ "~t", LIMIT_TAG, NC_("limit", "tag"), NC_("limit", "tag of somebody there") },
	{ "~s", LIMIT_SILENCE, NC_("limit", "days of silence, as in >60"),
		NC_("limit", "days ago, as in <30"), is_time },
	{ "~f", LIMIT_FEELING, NC_("limit", "how it felt last"), NC_("limit", "how it felt"),
		is_feeling },
};

const char *limit_sign(size_t at)
{
	return at < sizeof letters / sizeof *letters ? letters[at].sign : NULL;
}

const char *limit_sign_word(size_t at, bool is_log)
{
	return i18n_in_context(is_log ? letters[at].word_of_log : letters[at].word);
}

/* "~s >2 months", "~f very hard": the second word, where both are one argument; else nothing is
 * read. */
static const char *read_second(
	const char *text, bool (*is_argument)(const char *words), struct word *word)
{
	struct strbuf both = STRBUF_INIT;
	struct word second;

	if (!is_argument || !word->is_plain)
		return text;
	const char *end = read_word(text, &second);
	strbuf_add_format(&both, "%s %s", word->text.data, second.text.data);
	bool is_one =
		second.is_plain && !second.is_not && second.text.len && is_argument(both.data);
	if (is_one)
		strbuf_add_format(&word->text, " %s", second.text.data);
	strbuf_fini(&both);
	strbuf_fini(&second.text);
	return is_one ? end : text;
}

/* "~s > 60" is "~s >60". */
static const char *read_argument(const char *text, struct word *word)
{
	struct word rest;

	text = read_word(text, word);
	if (!word->is_plain || (strcmp(word->text.data, ">") != 0 && strcmp(word->text.data, "<")))
		return text;
	text = read_word(text, &rest);
	word->is_open = rest.is_open;
	strbuf_add(&word->text, rest.text.data);
	strbuf_fini(&rest.text);
	return text;
}

static enum status limit_refuse_letter(const char *text, struct error *err)
{
	return error_set(err, STATUS_INVALID,
		_("\"%.*s\" is none of ~c (circle), ~t (tag), ~s (days of silence), ~f (feeling)"),
		(int)strcspn(text, " \t"), text);
}

/* Reads one condition at *text, and goes behind it; what is kept of its names goes before what is
 * typed. */
static enum status read_condition(struct store *store, const char **text, const char **named,
	struct limit_condition *out, struct error *err)
{
	size_t kinds = sizeof letters / sizeof *letters, i = 0;
	const char *begin = *text;
	/* "!~c friends" and "! ~c friends" are "~c !friends". */
	bool is_not = *begin == '!' && *skip_blanks(begin + 1) == '~';
	struct word word;

	*text = is_not ? skip_blanks(begin + 1) : begin;
	bool has_letter = **text == '~';

	*out = (struct limit_condition){ .kind = LIMIT_WORDS };
	while (has_letter && i < kinds && letters[i].sign[1] != (*text)[1])
		i++;
	if (has_letter && i == kinds)
		return limit_refuse_letter(*text, err);
	*text = read_argument(*text + (has_letter ? 2 : 0), &word);
	out->kind = has_letter ? letters[i].kind : limit_kind_of_words(&word);
	*text = read_second(*text, has_letter ? letters[i].is_two_words : NULL, &word);
	out->typed = memory_copy_bytes(begin, (size_t)(*text - begin));
	out->is_not = word.is_not != is_not;
	out->is_plain = word.is_plain;
	out->is_none = has_letter && word.is_plain && !strcmp(word.text.data, "-");
	out->text = strbuf_take(&word.text);
	out->key = folded_copy(out->text);
	if (word.is_open)
		return error_set(err, STATUS_INVALID, _("A quote has no end: %s"), out->typed);
	if (out->is_none || limit_read_named(out, named))
		return STATUS_OK;
	char *typed = memory_copy_string(out->text);
	enum status status = meanings[out->kind](store, typed, out, err);
	free(typed);
	/* Who is not what is not there is not nobody. */
	return status == STATUS_NOT_FOUND && out->is_not ? STATUS_INVALID : status;
}

static bool is_plain_word(const struct limit_condition *condition)
{
	return condition->kind == LIMIT_WORDS && condition->is_plain && !condition->is_not;
}

/* Where a name is written in one word or in several (text_gap), a word may be one with that before
 * it, as in a search. */
static void join_before(const struct limit_condition *before, struct limit_condition *condition)
{
	struct strbuf both = STRBUF_INIT, match = STRBUF_INIT;

	if (!is_plain_word(before) || !is_plain_word(condition))
		return;
	strbuf_add_format(&both, "%s %s", before->key, condition->key);
	size_t end = strlen(before->key);
	if (end && text_gap(both.data, end)) {
		strbuf_clear(&both);
		strbuf_add_format(&both, "%s%s", before->key, condition->key);
		strbuf_add_format(&match, "%s OR ", condition->match);
		add_match(&match, both.data);
		free(condition->match);
		condition->match = strbuf_take(&match);
		condition->whole = strbuf_take(&both);
	}
	strbuf_fini(&both);
}

void limit_add_tag(struct limit *limit, const char *tag)
{
	struct strbuf typed = STRBUF_INIT;

	strbuf_add(&typed, "~t ");
	limit_write_word(&typed, tag);
	const struct limit_condition condition = { .kind = LIMIT_TAG,
		.typed = strbuf_take(&typed),
		.text = memory_copy_string(tag),
		.key = folded_copy(tag) };
	if (!limit->conditions.item_bytes)
		vector_init(&limit->conditions, sizeof condition);
	vector_push(&limit->conditions, &condition);
}

static enum status limit_read(struct store *store, const char *text, const char *named,
	struct limit *out, struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct limit){ .typed = text_trim(text) };
	vector_init(&out->conditions, sizeof(struct limit_condition));
	for (text = skip_blanks(out->typed); status == STATUS_OK && *text;
		text = skip_blanks(text)) {
		struct limit_condition condition;
		status = read_condition(store, &text, &named, &condition, err);
		if (status == STATUS_OK && out->conditions.count)
			join_before(
				vector_at(&out->conditions, out->conditions.count - 1), &condition);
		vector_push(&out->conditions, &condition);
	}
	if (status != STATUS_OK)
		limit_fini(out);
	return status;
}

enum status limit_parse(struct store *store, const char *text, struct limit *out, struct error *err)
{
	return limit_read(store, text, "", out, err);
}

enum status limit_parse_kept(struct store *store, const char *text, const char *named,
	struct limit *out, struct error *err)
{
	enum status status = limit_read(store, text, named, out, err);

	if (status == STATUS_NOT_FOUND)
		status = STATUS_INVALID;
	if (status == STATUS_OK)
		limit_follow(store, out);
	if (status == STATUS_OK)
		status = limit_check_named(store, out, err);
	if (status != STATUS_OK)
		limit_fini(out);
	return status;
}

void limit_write_beside(const struct limit *limit, enum limit_kind kind, struct strbuf *out)
{
	const struct limit_condition *condition;
	struct strbuf all = STRBUF_INIT;

	VECTOR_EACH (condition, &limit->conditions)
		if (condition->kind != kind || condition->is_not)
			strbuf_add_item(&all, " ", condition->typed);
	strbuf_add(out, all.data);
	strbuf_fini(&all);
}

enum status limit_check_log(const struct limit *limit, struct error *err)
{
	const struct limit_condition *condition;

	VECTOR_EACH (condition, &limit->conditions)
		if (condition->kind == LIMIT_SILENCE && condition->is_none)
			return error_set(err, STATUS_INVALID,
				_("In a log ~s takes days ago, as in ~s <30: an entry is of a "
				  "day"));
	return STATUS_OK;
}

/* ---- Saying it ---- */

static void describe_none(const struct limit_condition *condition, struct strbuf *out)
{
	/* Translators: what a list of people is limited to, in its title. */
	static const char *const without[] = { [LIMIT_CIRCLE] = NC_("limit", "without circle"),
		[LIMIT_TAG] = NC_("limit", "without tag"),
		[LIMIT_SILENCE] = NC_("limit", "never talked"),
		[LIMIT_FEELING] = NC_("limit", "no feeling noted") };
	static const char *const with[] = { [LIMIT_CIRCLE] = NC_("limit", "in a circle"),
		[LIMIT_TAG] = NC_("limit", "with a tag"),
		[LIMIT_SILENCE] = NC_("limit", "talked"),
		[LIMIT_FEELING] = NC_("limit", "some feeling noted") };

	strbuf_add(out, i18n_in_context((condition->is_not ? with : without)[condition->kind]));
}

static void describe_silence(
	const struct limit_condition *condition, bool is_log, struct strbuf *out)
{
	int days = (int)condition->value;

	if (is_log)
		strbuf_add_format(out,
			condition->is_below
				/* Translators: entries of a log, in its title. */
				? NP_("less than %d day ago", "less than %d days ago", days)
				/* Translators: entries of a log, in its title. */
				: NP_("more than %d day ago", "more than %d days ago", days),
			days);
	else
		strbuf_add_format(out,
			condition->is_below ? NP_("quiet under %d day", "quiet under %d days", days)
					    : NP_("quiet over %d day", "quiet over %d days", days),
			days);
}

static void describe_condition(
	const struct limit_condition *condition, bool is_log, struct strbuf *out)
{
	if (condition->is_none)
		describe_none(condition, out);
	else if (condition->kind == LIMIT_SILENCE)
		describe_silence(condition, is_log, out);
	else if (condition->is_not)
		/* Translators: not those of this tag, circle or name, in a title. */
		strbuf_add_format(out, _("not %s"), condition->text);
	else
		strbuf_add(out, condition->text);
}

void limit_describe(const struct limit *limit, bool is_log, struct strbuf *out)
{
	const struct limit_condition *condition;
	struct strbuf part = STRBUF_INIT, all = STRBUF_INIT;

	VECTOR_EACH (condition, &limit->conditions) {
		strbuf_clear(&part);
		describe_condition(condition, is_log, &part);
		strbuf_add_item(&all, ", ", part.data);
	}
	strbuf_add(out, all.data);
	strbuf_fini(&part);
	strbuf_fini(&all);
}
