/* Copying to the clipboard of the user's own machine, over SSH too, by OSC 52.
 * Not here: which terminals take it (ability.c). */
#include "tui/terminal/clipboard.h"

#include "filo/base/strbuf.h"
#include "tui/terminal/ability.h"
#include "tui/terminal/terminal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* xterm's limit, which others share: longer ones are dropped silently. */
#define COPY_MAX_BYTES     74994
#define SCREEN_CHUNK_BYTES 500 /* GNU screen cuts longer strings */

static void add_base64(struct strbuf *out, const char *text, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		uint32_t group = (uint32_t)(unsigned char)text[i] << 16;
		if (i + 1 < len)
			group |= (uint32_t)(unsigned char)text[i + 1] << 8;
		if (i + 2 < len)
			group |= (unsigned char)text[i + 2];
		strbuf_add_char(out, digits[group >> 18]);
		strbuf_add_char(out, digits[group >> 12 & 63]);
		strbuf_add_char(out, i + 1 < len ? digits[group >> 6 & 63] : '=');
		strbuf_add_char(out, i + 2 < len ? digits[group & 63] : '=');
	}
}

/* GNU screen passes a string on to the terminal inside DCS ... ST. */
static void add_for_screen(struct strbuf *out, const char *sequence, size_t len)
{
	for (size_t at = 0; at < len; at += SCREEN_CHUNK_BYTES) {
		size_t chunk = len - at < SCREEN_CHUNK_BYTES ? len - at : SCREEN_CHUNK_BYTES;
		strbuf_add(out, "\033P");
		strbuf_add_bytes(out, sequence + at, chunk);
		strbuf_add(out, "\033\\");
	}
}

bool terminal_copy(const char *text)
{
	const char *name = getenv("TERM"), *tmux = getenv("TMUX"), *screen = getenv("STY");
	size_t len = strlen(text);

	if (!(terminal_abilities_of(name ? name : "", tmux != NULL) & ABILITY_CLIPBOARD) ||
		len > COPY_MAX_BYTES)
		return false;
	struct strbuf plain = STRBUF_INIT, wrapped = STRBUF_INIT;
	strbuf_add(&plain, "\033]52;c;");
	add_base64(&plain, text, len);
	strbuf_add_char(&plain, '\a');
	if (screen && *screen && !tmux)
		add_for_screen(&wrapped, plain.data, plain.len);
	else
		strbuf_add_bytes(&wrapped, plain.data, plain.len);
	bool is_sent = terminal_send(wrapped.data, wrapped.len);
	strbuf_fini(&plain);
	strbuf_fini(&wrapped);
	return is_sent;
}
