/* No sentence of the screen names a key that may be bound elsewhere: it asks for it (way.h).
 * Not here: which keys there are (test_commands.c), what the manual says (test_manual.c). */
#include "../unit.h"
#include "filo/base/strbuf.h"
#include "tui/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* How these begin: answers to a question, which are not bound, and what settings hold. */
static const char *const answers[] = {
	"m keeps yours, t takes theirs",
	"y undoes it, m undoes yours (%s), n neither",
	"y undoes that one, of another program (%s), m undoes yours",
	"u usual: %s, m most pauses: %s, n nearly all: %s, * now: %s",
	"a adopt each, o one new person of all, m they are somebody you have, i",
	"c circle, t tags, s snooze, r rest, A let go, L log with all, d delete, : a command",
	"%s does not say which number of a date is the day.\\nDoes it begin on d %s",
	"\\\"%s\\\" is no key: write it as in l, F2, C-f, M-x, Space",
};

static bool is_answer(const char *message)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		if (!strncmp(message, answers[i], strlen(answers[i])))
			return true;
	return false;
}

static bool is_bound(const char *word, size_t word_len)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		for (const char *keys = command->keys; *keys; keys += strspn(keys, " ")) {
			size_t len = strcspn(keys, " ");
			if (len == word_len && !strncmp(keys, word, len))
				return true;
			keys += len;
		}
	return false;
}

/* "/ starts one", where a sign may be anything else. */
static bool is_followed_by_verb(const char *rest)
{
	size_t len = strspn(rest + (*rest == ' '), "abcdefghijklmnopqrstuvwxyz");

	return *rest == ' ' && len > 2 && rest[len] == 's';
}

/* Enter, Esc and the arrows mean the same wherever one is, digits count, "a" and "I" are words. */
static bool names_a_key(const char *word, size_t len, const char *rest)
{
	static const char *const same[] = { "Enter", "Esc", "Up", "Down", "Left", "Right", "Ctrl-c",
		"a", "A", "I" };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (strlen(same[i]) == len && !strncmp(word, same[i], len))
			return len == 1 && is_followed_by_verb(rest);
	if (!len || !is_bound(word, len))
		return false;
	return len > 1 || isalpha((unsigned char)*word) ||
	       (!isdigit((unsigned char)*word) && is_followed_by_verb(rest));
}

static void look_at(const char *message)
{
	static const char between[] = " ,()\"";

	if (is_answer(message))
		return;
	for (const char *word = message; *word; word += strspn(word, between)) {
		size_t len = strcspn(word, between), bare = len;
		while (bare > 1 && strchr(".;:?", word[bare - 1]))
			bare--;
		if (names_a_key(word, bare, word + bare))
			fail_msg("\"%s\" names the key %.*s: take it from way_here", message,
				(int)bare, word);
		word += len;
	}
}

/* Begins or goes on with what stands between the quotes of a line. */
static void add_quoted(struct strbuf *message, const char *line)
{
	const char *from = strchr(line, '"'), *to = strrchr(line, '"');

	if (from && to > from)
		strbuf_add_bytes(message, from + 1, (size_t)(to - from) - 1);
}

static void no_message_names_a_key_that_can_be_bound(void **state)
{
	FILE *po = fopen("po/it.po", "r");
	struct strbuf message = STRBUF_INIT;
	bool is_of_screen = false, is_message = false;
	char line[1024];
	size_t looked_at = 0;

	if (!po)
		fail_msg("po/it.po cannot be read: the tests run in the project's folder");
	while (fgets(line, sizeof line, po)) {
		bool begins = !strncmp(line, "msgid", strlen("msgid"));
		if (*line != '"' && is_message) {
			look_at(message.data);
			looked_at++;
			is_message = false;
		}
		if (begins && is_of_screen) {
			is_message = true;
			strbuf_clear(&message);
		}
		if (is_message)
			add_quoted(&message, line);
		if (!strncmp(line, "#: ", 3))
			is_of_screen |= strstr(line, " src/tui/") != NULL;
		else if (*line == '\n')
			is_of_screen = false;
	}
	assert_in_range(looked_at, 500, 5000);
	strbuf_fini(&message);
	fclose(po);
}

static void a_key_in_a_sentence_is_found(void **state)
{
	assert_true(names_a_key("u", 1, " undoes it"));
	assert_true(names_a_key("a", 1, " adds one."));
	assert_true(names_a_key("/", 1, " starts one"));
	assert_true(names_a_key("Ctrl-s", 6, " saves"));
	assert_true(names_a_key("Space", 5, " chooses"));
	assert_false(names_a_key("a", 1, " conversation"));
	assert_false(names_a_key("?", 1, " to ask"));
	assert_false(names_a_key("Enter", 5, " saves"));
	assert_false(names_a_key("saved", 5, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_message_names_a_key_that_can_be_bound),
		cmocka_unit_test(a_key_in_a_sentence_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
