/* Exports as web pages, encrypted backups, databases: how to get what can be read.
 * Not here: formats that are read (formats.c). */
#include "read/refusal.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "read/words.h"

#include <string.h>

struct refusal {
	const char *begins, *holds, *name_ends; /* NULL: any; all that are given must be so */
	const char *what;
};

/* The first that fits is said. */
static const struct refusal refusals[] = {
	{ NULL, NULL, ".crypt14",
		N_("an encrypted WhatsApp backup: in the chat, choose More, Export chat, without "
		   "media") },
	{ NULL, NULL, ".crypt15",
		N_("an encrypted WhatsApp backup: in the chat, choose More, Export chat, without "
		   "media") },
	{ NULL, NULL, ".crypt12",
		N_("an encrypted WhatsApp backup: in the chat, choose More, Export chat, without "
		   "media") },
	{ "Salted__", NULL, NULL, N_("it is encrypted: export again without a password") },
	{ "-----BEGIN PGP MESSAGE", NULL, NULL, N_("it is encrypted: decrypt it first") },
	{ "ANDROID BACKUP", NULL, NULL,
		N_("an Android backup: export messages with SMS Backup & Restore, or SMS "
		   "Import/Export") },
	{ NULL, NULL, "signal.backup",
		N_("an encrypted Signal backup: in Signal's settings, under Backups, export the "
		   "chat history as plain text") },
	{ NULL, NULL, ".backup",
		N_("an encrypted Signal backup: in Signal's settings, under Backups, export the "
		   "chat history as plain text") },
	{ "SQLite format 3", NULL, NULL,
		N_("a database: see how its messages become records, in the manual under "
		   "messages") },
	{ NULL, NULL, "db.sqlite",
		N_("an encrypted Signal database: in Signal's settings, under Backups, export the "
		   "chat history as plain text") },
	{ "<", "Exported Data</title", NULL,
		N_("a Telegram export as HTML: export again, and choose machine-readable JSON") },
	{ "<", "class=\"history\"", NULL,
		N_("a Telegram export as HTML: export again, and choose machine-readable JSON") },
	{ "<", "_a6-g", NULL,
		N_("an export of Facebook or Instagram as HTML: ask for it again, and choose the "
		   "format JSON") },
	{ "<", "facebook", NULL,
		N_("an export of Facebook or Instagram as HTML: ask for it again, and choose the "
		   "format JSON") },
	{ "<", "instagram", NULL,
		N_("an export of Facebook or Instagram as HTML: ask for it again, and choose the "
		   "format JSON") },
	{ "<", "Discord", NULL,
		N_("a Discord export as HTML: export again as JSON; the manual tells how it "
		   "becomes records") },
};

static const char *const html_page = N_("a web page: export again as JSON or text");

static bool refusal_is_html(const char *head)
{
	while (ascii_is_space(*head))
		head++;
	return ascii_begins(head, "<!doctype html") || ascii_begins(head, "<html");
}

static bool refusal_fits(
	const struct refusal *refusal, struct stream *stream, const char *head, size_t len)
{
	if (refusal->name_ends && !words_end_with(stream->name, refusal->name_ends))
		return false;
	if (refusal->begins && *refusal->begins == '<')
		return refusal_is_html(head) && words_find(head, len, refusal->holds);
	return !refusal->begins || strncmp(head, refusal->begins, strlen(refusal->begins)) == 0;
}

const char *refusal_of(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);

	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		if (refusal_fits(&refusals[i], stream, head, len))
			return refusals[i].what;
	return refusal_is_html(head) ? html_page : NULL;
}
