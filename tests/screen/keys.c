/* From the name of a key to what a terminal sends for it.
 * Not here: reading keys, which is the tested program's business. */
#include "keys.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

struct key {
	const char *name;
	const char *bytes;      /* the same on every terminal */
	const char *capability; /* else looked up in terminfo */
};

static const struct key keys[] = {
	{ "Enter", "\r", NULL },
	{ "Esc", "\033", NULL },
	{ "Tab", "\t", NULL },
	{ "Space", " ", NULL },
	{ "Backspace", "\177", NULL },
	{ "C-Left", "\033[1;5D", NULL },
	{ "C-Right", "\033[1;5C", NULL },
	{ "S-Tab", NULL, "kcbt" },
	{ "Up", NULL, "kcuu1" },
	{ "Down", NULL, "kcud1" },
	{ "Left", NULL, "kcub1" },
	{ "Right", NULL, "kcuf1" },
	{ "Home", NULL, "khome" },
	{ "End", NULL, "kend" },
	{ "PgUp", NULL, "kpp" },
	{ "PgDn", NULL, "knp" },
	{ "Insert", NULL, "kich1" },
	{ "Delete", NULL, "kdch1" },
	{ "F1", NULL, "kf1" },
	{ "F2", NULL, "kf2" },
	{ "F3", NULL, "kf3" },
	{ "F4", NULL, "kf4" },
	{ "F5", NULL, "kf5" },
	{ "F6", NULL, "kf6" },
	{ "F7", NULL, "kf7" },
	{ "F8", NULL, "kf8" },
	{ "F9", NULL, "kf9" },
	{ "F10", NULL, "kf10" },
	{ "F11", NULL, "kf11" },
	{ "F12", NULL, "kf12" },
};

void keys_end(void)
{
	if (cur_term)
		del_curterm(cur_term);
}

static const char *capability(const char *term, const char *name)
{
	static char known[64];
	int error;

	if (strcmp(known, term) != 0) {
		keys_end();
		if (setupterm(term, 1, &error) != OK &&
			setupterm("xterm-256color", 1, &error) != OK)
			return NULL;
		strncpy(known, term, sizeof known - 1);
	}
	const char *bytes = tigetstr(name);
	return bytes == (char *)-1 ? NULL : bytes;
}

bool keys_add(struct strbuf *out, const char *term, const char *name)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (strcmp(keys[i].name, name) != 0)
			continue;
		const char *bytes =
			keys[i].bytes ? keys[i].bytes : capability(term, keys[i].capability);
		if (bytes)
			strbuf_add(out, bytes);
		return bytes != NULL;
	}
	if (!strncmp(name, "M-", 2) && name[2]) {
		strbuf_add_char(out, '\033');
		return keys_add(out, term, name + 2);
	}
	if (!strncmp(name, "C-", 2) && name[2] && !name[3]) {
		strbuf_add_char(out, (char)(name[2] & 0x1F));
		return true;
	}
	bool is_one_character = *name && (!name[1] || (name[0] & 0x80));
	if (is_one_character)
		strbuf_add(out, name);
	return is_one_character;
}
