/* Steps that a person's hands make: keys, text, pastes.
 * Not here: bytes of single keys (keys.c). */
#include "steps.h"

#include "keys.h"

#include <stdlib.h>
#include <time.h>

static bool send_text(struct scenario *sc, const struct strbuf *text)
{
	if (sc->term->pty.state == PTY_ENDED || sc->term->pty.state == PTY_ABSENT)
		return scenario_fail(sc, "no program is running");
	terminal_send(sc->term, text->data, text->len);
	return true;
}

static bool step_key(struct scenario *sc, const char *rest)
{
	struct strbuf name = STRBUF_INIT, bytes = STRBUF_INIT;
	const char *term = scenario_getenv(sc, "TERM");
	bool known = true;

	while (known && *rest && scenario_argument(sc, &rest, &name))
		known = keys_add(&bytes, term ? term : "", name.data);
	bool sent = known ? send_text(sc, &bytes)
			  : scenario_fail(sc, "there is no key %s here", name.data);
	strbuf_fini(&name);
	strbuf_fini(&bytes);
	return sent;
}

static bool step_text(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool sent = send_text(sc, &text);
	strbuf_fini(&text);
	return sent;
}

static bool paste(struct scenario *sc, const struct strbuf *text)
{
	struct strbuf bytes = STRBUF_INIT;

	screen_add_paste_mark(&sc->term->screen, false, &bytes);
	strbuf_add_bytes(&bytes, text->data, text->len);
	screen_add_paste_mark(&sc->term->screen, true, &bytes);
	bool sent = send_text(sc, &bytes);
	strbuf_fini(&bytes);
	return sent;
}

static bool step_paste(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool sent = paste(sc, &text);
	strbuf_fini(&text);
	return sent;
}

static bool step_paste_many(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT, part = STRBUF_INIT;
	size_t len = strtoul(rest, (char **)&rest, 10);

	bool ready = scenario_argument(sc, &rest, &part) && part.len > 0;
	while (ready && text.len + part.len <= len)
		strbuf_add_bytes(&text, part.data, part.len);
	bool sent = ready && paste(sc, &text);
	strbuf_fini(&text);
	strbuf_fini(&part);
	return sent;
}

/* The pause is what is being tested: a key that arrives in pieces over a slow link. */
static bool step_split(struct scenario *sc, const char *rest)
{
	struct strbuf part = STRBUF_INIT;
	long pause_ms = strtol(rest, (char **)&rest, 10);
	struct timespec pause = { .tv_nsec = pause_ms * 1000000 };
	bool sent = true;

	for (int i = 0; sent && *rest && scenario_argument(sc, &rest, &part); i++) {
		if (i)
			nanosleep(&pause, NULL);
		sent = send_text(sc, &part);
	}
	strbuf_fini(&part);
	return sent;
}

const struct step steps_input[] = {
	{ "key", step_key },
	{ "type", step_text },
	{ "raw", step_text },
	{ "paste", step_paste },
	{ "paste-many", step_paste_many },
	{ "split", step_split },
	{ NULL, NULL },
};
