/* The language of the person: gettext and the locale.
 * Not here: dates and words of the domain. */
#ifndef FILO_BASE_I18N_H
#define FILO_BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

#define _(s)              gettext(s)
#define N_(s)             (s)                /* for tables: translated with _() where shown */
#define NC_(context, s)   (context "\004" s) /* for tables: shown by i18n_in_context */
#define NP_(one, many, n) ngettext(one, many, (unsigned long)(n))

/* What NP_ takes, for tables: i18n_plural translates it for `count`. Borrowed. */
struct plural {
	const char *one, *many;
};
#define NN_(one, many)                                                                             \
	{                                                                                          \
		one, many                                                                          \
	}
const char *i18n_plural(const struct plural *words, long long count);

/* The translation of an NC_(), or its English. Borrowed. */
const char *i18n_in_context(const char *s);

/* Sets the locale from the environment and binds the translations. Where the locale asked for is
 * not installed but named (LANG=it_IT.UTF-8 over SSH), its language and UTF-8 are honoured
 * all the same. Call once, first thing. */
void i18n_init(void);

/* Whether the locale says that the terminal takes UTF-8. */
bool i18n_is_utf8(void);

/* The language of messages: "en", "it", ... Borrowed. */
const char *i18n_language(void);

/* Whether they are translated at all: a word that is as in English is so in that language, too. */
bool i18n_is_translated(void);

/* Whether 12/10 is 12 October here (everywhere but in the United States). */
bool i18n_is_day_first(void);
void i18n_set_day_first(bool is_day_first); /* the person said so */

#endif
