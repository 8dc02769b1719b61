/* Setting up locale and translations.
 * Not here: any sentence. */
#include "filo/base/i18n.h"

#include "filo/base/paths.h"
#include "filo/base/strbuf.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char language[16] = "en";
static bool utf8;
static bool day_first = true;

/* The value that takes precedence for a category, by POSIX. */
static const char *wanted_locale(const char *category)
{
	const char *names[] = { "LC_ALL", category, "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return value;
	}
	return "C";
}

static bool says_utf8(const char *name)
{
	return strstr(name, "UTF-8") || strstr(name, "utf8") || strstr(name, "utf-8");
}

/* The translations beside the program when it runs from where it was built, else installed ones. */
static void bind_translations(void)
{
	struct strbuf path = STRBUF_INIT;
	char *folder = path_of_program();

	if (folder)
		strbuf_add_format(&path, "%s/build/locale", folder);
	bool is_there = folder && access(path.data, R_OK) == 0;
	bindtextdomain("filo", is_there ? path.data : FILO_LOCALEDIR);
	strbuf_fini(&path);
	free(folder);
}

void i18n_init(void)
{
	const char *messages = wanted_locale("LC_MESSAGES");
	const char *ctype = wanted_locale("LC_CTYPE");
	bool is_plain =
		!strcmp(messages, "C") || !strcmp(messages, "POSIX") || !strncmp(messages, "C.", 2);

	/* Only the categories in use: each one set is one more file to open at every start. */
	if (!setlocale(LC_CTYPE, ""))
		setlocale(LC_CTYPE, says_utf8(ctype) ? "C.UTF-8" : "C");
	if (!is_plain && !setlocale(LC_MESSAGES, "") && setlocale(LC_MESSAGES, "C.UTF-8"))
		setenv("LANGUAGE", messages, 0);
	utf8 = !strcmp(nl_langinfo(CODESET), "UTF-8");
	if (!is_plain) {
		const char *chosen = getenv("LANGUAGE");
		if (!chosen || !*chosen)
			chosen = messages;
		snprintf(language, sizeof language, "%.*s", (int)strcspn(chosen, "_.@:"), chosen);
	}
	const char *time = wanted_locale("LC_TIME");
	day_first = strncmp(time, "en_US", 5) != 0;
	if (strncmp(language, "en", 2) != 0) {
		bind_translations();
		bind_textdomain_codeset("filo", "UTF-8");
		textdomain("filo");
	}
}

const char *i18n_plural(const struct plural *words, long long count)
{
	return NP_(words->one, words->many, count);
}

const char *i18n_in_context(const char *s)
{
	const char *translated = gettext(s), *end = strchr(s, '\004');

	return translated == s && end ? end + 1 : translated;
}

bool i18n_is_utf8(void)
{
	return utf8;
}

bool i18n_is_translated(void)
{
	return *gettext("") != '\0'; /* the head of the catalogue, where there is one */
}

const char *i18n_language(void)
{
	return language;
}

void i18n_set_day_first(bool is_day_first)
{
	day_first = is_day_first;
}

bool i18n_is_day_first(void)
{
	return day_first;
}
