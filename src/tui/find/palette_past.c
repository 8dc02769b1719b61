/* What was run in the palette, as long as the program runs.
 * Not here: the palette (palette.c). */
#include "tui/find/palette_past.h"

#include "filo/base/strbuf.h"
#include "tui/command.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX 20

/* NULL: no more. */
static const struct command *latest[PALETTE_PAST_MAX];
static char *lines[LINES_MAX];

int palette_past_place(const struct command *command)
{
	int at = 0;

	while (at < PALETTE_PAST_MAX && latest[at] != command)
		at++;
	return at;
}

static void palette_past_note_command(const struct command *command)
{
	size_t at = (size_t)palette_past_place(command);

	if (at == PALETTE_PAST_MAX)
		at--;
	memmove(latest + 1, latest, at * sizeof *latest);
	latest[0] = command;
}

void palette_past_note(const struct command *command, const char *argument)
{
	struct strbuf line = STRBUF_INIT;
	size_t at = 0;

	palette_past_note_command(command);
	strbuf_add_format(&line, "%s%s%s", command_title(command), *argument ? " " : "", argument);
	while (at < LINES_MAX - 1 && lines[at] && strcmp(lines[at], line.data) != 0)
		at++;
	free(lines[at]);
	memmove(lines + 1, lines, at * sizeof *lines);
	lines[0] = strbuf_take(&line);
}

const char *palette_past_line(size_t back)
{
	return back && back <= LINES_MAX ? lines[back - 1] : NULL;
}
