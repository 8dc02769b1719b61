/* Phrases that people type, each with the day it is, in the log and ahead, on days of all kinds.
 * Not here: the clock (test_when.c), how dates are shown (test_date.c). */
#include "../unit.h"
#include "filo/people/words/when.h"
#include "when_english.h"
#include "when_italian.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PHRASES(list, sense, language, day_first, today)                                           \
	{                                                                                          \
		list, sizeof(list) / sizeof *(list), sense, language, day_first, today             \
	}

static const struct phrases {
	const char *const *list;
	size_t count;
	enum when_sense sense;
	const char *language;
	bool day_first;
	const char *today;
} all_phrases[] = {
	PHRASES(english_log, WHEN_PAST, NULL, true, "2026-11-23"),
	PHRASES(american_log, WHEN_PAST, NULL, false, "2026-11-23"),
	PHRASES(english_ahead, WHEN_FUTURE, NULL, true, "2026-11-23"),
	PHRASES(italian_log, WHEN_PAST, "it", true, "2026-11-23"),
	PHRASES(italian_ahead, WHEN_FUTURE, "it", true, "2026-11-23"),
	PHRASES(english_log_on_2026_11_21, WHEN_PAST, NULL, true, "2026-11-21"),
	PHRASES(english_log_on_2026_11_22, WHEN_PAST, NULL, true, "2026-11-22"),
	PHRASES(english_ahead_on_2026_11_21, WHEN_FUTURE, NULL, true, "2026-11-21"),
	PHRASES(english_ahead_on_2026_11_22, WHEN_FUTURE, NULL, true, "2026-11-22"),
	PHRASES(english_log_on_2026_11_30, WHEN_PAST, NULL, true, "2026-11-30"),
	PHRASES(english_log_on_2026_12_01, WHEN_PAST, NULL, true, "2026-12-01"),
	PHRASES(english_log_on_2026_12_03, WHEN_PAST, NULL, true, "2026-12-03"),
	PHRASES(english_ahead_on_2026_11_30, WHEN_FUTURE, NULL, true, "2026-11-30"),
	PHRASES(english_ahead_on_2026_12_31, WHEN_FUTURE, NULL, true, "2026-12-31"),
	PHRASES(english_log_on_2027_01_01, WHEN_PAST, NULL, true, "2027-01-01"),
	PHRASES(english_log_on_2028_02_29, WHEN_PAST, NULL, true, "2028-02-29"),
	PHRASES(english_log_on_2028_03_01, WHEN_PAST, NULL, true, "2028-03-01"),
	PHRASES(english_ahead_on_2028_02_28, WHEN_FUTURE, NULL, true, "2028-02-28"),
	PHRASES(italian_ahead_on_2028_02_29, WHEN_FUTURE, "it", true, "2028-02-29"),
	PHRASES(italian_log_on_2028_02_29, WHEN_PAST, "it", true, "2028-02-29"),
	PHRASES(italian_log_on_2026_11_29, WHEN_PAST, "it", true, "2026-11-29"),
	PHRASES(english_ahead_on_2027_01_31, WHEN_FUTURE, NULL, true, "2027-01-31"),
	PHRASES(english_log_on_2027_03_31, WHEN_PAST, NULL, true, "2027-03-31"),
	PHRASES(english_log_on_2026_11_27, WHEN_PAST, NULL, true, "2026-11-27"),
	PHRASES(english_ahead_on_2026_11_27, WHEN_FUTURE, NULL, true, "2026-11-27"),
	PHRASES(italian_ahead_on_2026_11_29, WHEN_FUTURE, "it", true, "2026-11-29"),
	PHRASES(italian_log_on_2027_01_01, WHEN_PAST, "it", true, "2027-01-01"),
	PHRASES(english_ahead_on_2028_02_29, WHEN_FUTURE, NULL, true, "2028-02-29"),
	PHRASES(american_ahead_on_2026_11_23, WHEN_FUTURE, NULL, false, "2026-11-23"),
};

/* What `len` bytes of text are, or a "!" and why they are refused. */
static void read_into(
	struct strbuf *out, const struct phrases *phrases, const char *text, size_t len)
{
	char *typed = strndup(text, len);
	struct when when;
	struct error err = { .message = "" };
	day_number today;

	strbuf_clear(out);
	assert_true(date_parse_iso(phrases->today, &today));
	if (when_parse(typed, phrases->sense, today, phrases->language, phrases->day_first, &when,
		    &err) == STATUS_OK)
		when_write(out, &when);
	else
		strbuf_add_format(out, "!%s", err.message);
	free(typed);
}

static void each_phrase_is_its_day(void **state)
{
	struct strbuf is = STRBUF_INIT;

	for (size_t i = 0; i < sizeof all_phrases / sizeof *all_phrases; i++) {
		const struct phrases *phrases = &all_phrases[i];
		for (size_t j = 0; j < phrases->count; j++) {
			const char *phrase = phrases->list[j], *mark = strstr(phrase, " = ");
			const char *expected = mark + strlen(" = ");
			read_into(&is, phrases, phrase, (size_t)(mark - phrase));
			bool is_right = *expected == '!'
						? *is.data == '!' && strstr(is.data, expected + 1)
						: !strcmp(is.data, expected);
			if (!is_right)
				fail_msg("on %s %s, not %s", phrases->today, phrase, is.data);
			/* What is written in its place is read as the same. */
			if (*expected != '!')
				read_into(&is, phrases, expected, strlen(expected));
			if (*expected != '!' && strcmp(is.data, expected) != 0)
				fail_msg("%s is read as %s", expected, is.data);
		}
	}
	strbuf_fini(&is);
}

/* The phrases of a page's section on dates are read, in the log or ahead. */
static void assert_page_is_read(const char *path, const char *section, const char *language)
{
	struct phrases log = { NULL, 0, WHEN_PAST, language, true, "2026-11-23" }, ahead = log;
	struct strbuf is = STRBUF_INIT;
	FILE *page = fopen(path, "r");
	char line[256];
	size_t count = 0;
	bool is_there = false;

	if (!page)
		fail_msg("%s cannot be read: the tests run in the project's folder", path);
	ahead.sense = WHEN_FUTURE;
	while (fgets(line, sizeof line, page)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '.' && line[1] == 'S')
			is_there = !strcmp(line, section);
		if (!is_there || strncmp(line, ".Cm ", 4) != 0 || strstr(line, " Fl "))
			continue;
		char *rest = line + 4;
		for (char *phrase; (phrase = strsep(&rest, ",")); count++) {
			phrase += strspn(phrase, " ");
			size_t len = strlen(phrase);
			while (len && strchr(" .", phrase[len - 1]))
				len--;
			read_into(&is, &log, phrase, len);
			if (len && *is.data == '!')
				read_into(&is, &ahead, phrase, len);
			if (len && *is.data == '!')
				fail_msg("%s shows %s: %s", path, phrase, is.data);
		}
	}
	fclose(page);
	assert_true(count > 25);
	strbuf_fini(&is);
}

static void the_manuals_show_what_is_read(void **state)
{
	assert_page_is_read("man/filo.1", ".Ss Dates", NULL);
	assert_page_is_read("man/it/filo.1", ".Ss Date", "it");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_phrase_is_its_day),
		cmocka_unit_test(the_manuals_show_what_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
