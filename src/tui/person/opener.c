/* Opening an address of somebody's in the program for it.
 * Not here: what may stand in a URI (people/channel_uri.c), starting programs (base/launch.c). */
#include "tui/person/opener.h"

#include "filo/base/ascii.h"
#include "filo/base/command_line.h"
#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/launch.h"
#include "filo/base/memory.h"
#include "filo/people/channel_uri.h"
#include "tui/foreground.h"
#include "tui/launched.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define URL "url"

/* One address, and what was tried with it. */
struct opening {
	struct app *app;
	char *uri;
	struct strbuf tried;
	bool is_open;
};

static bool has_desktop(void)
{
	const char *x11 = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");

	return (x11 && *x11) || (wayland && *wayland);
}

static void opener_note(struct opening *opening, const char *what)
{
	strbuf_add_item(&opening->tried, "; ", what);
}

static void opener_apart(struct opening *opening, struct vector *words)
{
	char *const *argv = command_line_argv(words);
	struct error err;
	int watch;

	if (launch_apart(argv, NULL, &watch, &err) == STATUS_OK) {
		launched_watch(opening->app, watch, argv[0]);
		opening->is_open = true;
	} else {
		opener_note(opening, err.message);
	}
}

/* On the terminal; the shell says 127 of what it does not find, and so does foreground_run. */
static void opener_on_terminal(struct opening *opening, struct vector *words)
{
	char *const *argv = command_line_argv(words);
	struct strbuf failure = STRBUF_INIT;
	struct error err;
	int how;

	if (foreground_run(opening->app, argv, NULL, NULL, NULL, &how, &err) != STATUS_OK)
		strbuf_add(&failure, err.message);
	else if (WIFEXITED(how) && WEXITSTATUS(how) == 127)
		strbuf_add_format(&failure, _("%s was not found"), argv[0]);
	else if (WIFEXITED(how) && WEXITSTATUS(how) != 0)
		strbuf_add_format(
			&failure, _("%s failed: it ended with %d"), argv[0], WEXITSTATUS(how));
	opening->is_open = !failure.len;
	if (failure.len)
		opener_note(opening, failure.data);
	strbuf_fini(&failure);
}

/* A "!" before the program: it needs the terminal. */
static void opener_try(struct opening *opening, const char *command, bool on_terminal)
{
	struct vector words = VECTOR_INIT(char *);

	if (opening->is_open)
		return;
	on_terminal |= *command == '!';
	if (command_line_split(command + (*command == '!'), &words)) {
		command_line_put(&words, opening->uri);
		if (on_terminal)
			opener_on_terminal(opening, &words);
		else
			opener_apart(opening, &words);
	}
	vector_fini_strings(&words);
}

static void opener_try_setting(struct opening *opening, const char *kind)
{
	const struct config_line *line;
	const char *command = NULL;
	size_t len = strlen(kind);

	VECTOR_EACH (line, &opening->app->config->openers)
		if (!strncmp(line->words, kind, len) && line->words[len] == ' ')
			command = line->words + len + 1; /* the last one holds */
	if (command)
		opener_try(opening, command, false);
}

/* Several, with ":" between, each as in the settings. Without a desktop it is one for terminals. */
static void opener_try_browser(struct opening *opening)
{
	const char *browsers = getenv("BROWSER");
	char *copy = memory_copy_string(browsers ? browsers : ""), *rest = copy, *browser;

	while ((browser = strsep(&rest, ":")) != NULL)
		opener_try(opening, browser, !has_desktop());
	free(copy);
}

static void opener_try_all(struct opening *opening, enum channel_kind kind)
{
	bool is_web = ascii_begins(opening->uri, "http:") || ascii_begins(opening->uri, "https:");

	opener_try_setting(opening, channel_kind_name(kind));
	if (is_web) {
		opener_try_setting(opening, URL);
		opener_try_browser(opening);
	}
	if (has_desktop())
		opener_try(opening, "xdg-open", false);
	else if (!opening->is_open)
		opener_note(opening, _("no desktop is here, which xdg-open could ask"));
}

void opener_open(struct app *app, const struct channel *channel)
{
	struct opening opening = { .app = app, .uri = channel_uri(channel), .tried = STRBUF_INIT };

	if (!opening.uri) {
		app_refuse(app, _("This is no address that a program opens; %s copies it: %s"),
			way_here(app, "copy"), channel->value);
		return;
	}
	opener_try_all(&opening, channel->kind);
	if (opening.is_open)
		app_say(app, _("Opened: %s"), opening.uri);
	else
		app_refuse(app,
			_("Nothing here opens %s (%s). %s copies it; open.%s in the settings "
			  "names a program"),
			channel->value, opening.tried.data, way_here(app, "copy"),
			channel_kind_name(channel->kind));
	strbuf_fini(&opening.tried);
	free(opening.uri);
}
