/* Fixed words, typed in English or as they are said here.
 * Not here: which there are, what is done with them. */
#include "filo/base/spoken.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"

#include <string.h>

#define NAMES_MAX 64

/* What stands before the words of an NC_(). */
#define CONTEXT_END '\004'

const char *spoken_english(const struct spoken *word)
{
	const char *end = strchr(word->label, CONTEXT_END);

	return end ? end + 1 : word->label;
}

const char *spoken_here(const struct spoken *word)
{
	return strchr(word->label, CONTEXT_END) ? i18n_in_context(word->label) : _(word->label);
}

const char *spoken_label(const struct spoken *word)
{
	const char *here = word->label ? spoken_here(word) : word->name;

	return word->label && !i18n_is_translated() && !strcmp(here, spoken_english(word))
		       ? word->name
		       : here;
}

/* Folded; a hyphen is a blank. */
static void spoken_fold(struct strbuf *out, const char *text)
{
	strbuf_clear(out);
	text_fold(out, text);
	for (size_t i = 0; i < out->len; i++)
		if (strchr("-_", out->data[i]))
			out->data[i] = ' ';
}

static bool spoken_fits(const struct spoken *word, const char *typed, bool is_begun)
{
	const char *const ways[] = { word->name, word->label ? spoken_english(word) : word->name,
		spoken_label(word) };
	struct strbuf wanted = STRBUF_INIT, way = STRBUF_INIT;
	bool is_it = false;

	spoken_fold(&wanted, typed);
	for (size_t i = 0; i < sizeof ways / sizeof *ways && !is_it; i++) {
		spoken_fold(&way, ways[i]);
		is_it = is_begun ? wanted.len && !strncmp(way.data, wanted.data, wanted.len)
				 : !strcmp(way.data, wanted.data);
	}
	strbuf_fini(&wanted);
	strbuf_fini(&way);
	return is_it;
}

bool spoken_is(const struct spoken *word, const char *typed)
{
	return spoken_fits(word, typed, false);
}

int spoken_find(const struct spoken *words, size_t count, const char *typed)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].name && spoken_is(&words[i], typed))
			return (int)i;
	return -1;
}

int spoken_find_begun(const struct spoken *words, size_t count, const char *typed)
{
	int found = spoken_find(words, count, typed), begun = 0;

	if (found >= 0)
		return found;
	for (size_t i = 0; i < count; i++) {
		if (!words[i].name || !spoken_fits(&words[i], typed, true))
			continue;
		found = (int)i;
		begun++;
	}
	return begun == 1 ? found : -1;
}

int spoken_find_name(const char *(*name)(size_t at), const char *typed)
{
	struct spoken words[NAMES_MAX];
	size_t count = 0;

	for (; count < NAMES_MAX && name(count); count++)
		words[count] = (struct spoken){ name(count), NULL };
	return spoken_find_begun(words, count, typed);
}

void spoken_list(const struct spoken *words, size_t count, struct strbuf *out)
{
	for (size_t i = 0; i < count; i++)
		strbuf_add_item(out, ", ", spoken_label(&words[i]));
}
