/* What a limit that is being typed may become.
 * Not here: what it means (limit.c), who offers it (tui/find/filters.c, cli/offers.c). */
#include "filo/store/limit.h"

#include "filo/base/fold.h"
#include "filo/people/words/log_words.h"
#include "filo/store/circles.h"

#include <string.h>

struct completion {
	const char *text;
	size_t before_len;   /* what stays of the text */
	const char *word;    /* what is completed, behind quotes and "!" */
	struct strbuf typed; /* that, folded */
	char letter;         /* what it is of: "~c !Fri"; '\0': none */
	bool is_quoted;      /* a quote is open before it */
	struct vector *out;
};

/* Where the last word begins: behind blanks, "!" and an open quote. */
static const char *last_word_of(const char *text, bool *is_quoted)
{
	const char *begin = text;

	*is_quoted = false;
	for (const char *c = text; *c; c++) {
		*is_quoted ^= *c == '"';
		if ((*c == ' ' && !*is_quoted) || *c == '"' || (*c == '!' && c == begin))
			begin = c + 1;
	}
	return begin;
}

/* "~c !Fri", and "~c" alone, behind which a blank comes. */
static void completion_find_letter(struct completion *completion)
{
	const char *place = completion->word;

	if (*place == '~' && place[1] && !place[2]) {
		completion->letter = place[1];
		completion->word = place + 2;
		completion->before_len += 2;
		return;
	}
	while (place > completion->text && strchr(" !\"", place[-1]))
		place--;
	if (place - completion->text >= 2 && place[-2] == '~')
		completion->letter = place[-1];
}

static void completion_begin(struct completion *completion, const char *text, struct vector *out)
{
	*completion = (struct completion){ .text = text, .out = out, .typed = STRBUF_INIT };
	completion->word = last_word_of(text, &completion->is_quoted);
	completion->before_len =
		(size_t)(completion->word - text) - (completion->is_quoted ? 1 : 0);
	completion_find_letter(completion);
	text_fold(&completion->typed, completion->word);
}

/* Quoted where it has to be. */
static void completion_add(const struct completion *completion, const char *word)
{
	struct strbuf whole = STRBUF_INIT;
	const char *text = completion->text;
	size_t len = completion->before_len;

	/* One blank is there already behind a sign that was completed. */
	while (completion->letter && len >= 2 && text[len - 1] == ' ' && text[len - 2] == ' ')
		len--;
	strbuf_add_bytes(&whole, text, len);
	if (completion->letter && len && text[len - 1] == completion->letter)
		strbuf_add_char(&whole, ' ');
	if (completion->letter)
		limit_write_word(&whole, word);
	else
		strbuf_add(&whole, word);
	char *taken = strbuf_take(&whole);
	vector_push(completion->out, &taken);
}

static void completion_add_fitting(const struct completion *completion, const char *word)
{
	if (text_has_words(word, completion->typed.data))
		completion_add(completion, word);
}

static enum status completion_add_circles(
	const struct completion *completion, struct store *store, struct error *err)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct circle *circle;
	enum status status = circle_list(store, &circles, err);

	VECTOR_EACH (circle, &circles) {
		completion_add_fitting(completion, circle->name);
		circle_fini(circle);
	}
	vector_fini(&circles);
	return status;
}

static enum status completion_add_tags(
	const struct completion *completion, struct store *store, struct error *err)
{
	struct vector tags = VECTOR_INIT(char *);
	enum status status = tag_list(store, &tags, err);
	char **tag;

	VECTOR_EACH (tag, &tags)
		completion_add_fitting(completion, *tag);
	vector_fini_strings(&tags);
	return status;
}

static void completion_add_signs(const struct completion *completion)
{
	const char *sign;

	for (size_t i = 0; (sign = limit_sign(i)); i++)
		if (!strncmp(sign, completion->word, strlen(completion->word)))
			completion_add(completion, sign);
}

enum status limit_complete(
	struct store *store, const char *text, struct vector *out, struct error *err)
{
	struct completion completion;
	enum status status = STATUS_OK;

	completion_begin(&completion, text, out);
	if (completion.letter == 'c')
		status = completion_add_circles(&completion, store, err);
	else if (completion.letter == 't')
		status = completion_add_tags(&completion, store, err);
	for (int feeling = -2; completion.letter == 'f' && feeling <= 2; feeling++)
		completion_add_fitting(&completion, feeling_mark(feeling, true));
	if (!completion.letter && !completion.is_quoted)
		completion_add_signs(&completion);
	strbuf_fini(&completion.typed);
	return status;
}

const char *limit_tell(const char *text, bool is_log)
{
	size_t len = strlen(text);
	const char *sign;

	for (size_t i = 0; len >= 2 && (sign = limit_sign(i)); i++)
		if (!strcmp(text + len - 2, sign))
			return limit_sign_word(i, is_log);
	return "";
}
