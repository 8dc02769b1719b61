/* Where histories come from: for each source, three steps to its export. Enter goes on to the
 * import.
 * Not here: importing (import_flow.c). */
#include "filo/base/i18n.h"
#include "tui/command.h"
#include "tui/files/import_flow.h"
#include "tui/form/chooser.h"

/* Three steps, a line each, that fit in 80 columns by five rows. */
static const struct origin {
	const char *title, *steps;
	bool is_any; /* the files of many */
} origins[] = {
	{ N_("Mail"),
		N_("1. It lies in a folder already: ~/Mail, ~/Maildir, ~/.thunderbird.\n"
		   "2. Of Gmail: at takeout.google.com choose Mail alone, and unpack the zip.\n"
		   "3. Press Enter and name the folder, or the .mbox.") },
	{ N_("WhatsApp"),
		N_("1. On the phone, in the chat: the three dots, More, Export chat; on an iPhone "
		   "the name at the top, Export chat.\n"
		   "2. Without media. Send it to yourself, one file for each chat.\n"
		   "3. Press Enter and name the .txt, the .zip, or a folder of them.") },
	{ N_("Telegram"),
		N_("1. In Telegram Desktop: Settings, Advanced, Export Telegram data.\n"
		   "2. Leave out photos and files; as the format choose machine-readable JSON.\n"
		   "3. Press Enter and name result.json.") },
	{ N_("Signal"),
		N_("1. On the phone: Settings, Backups, export the chat history as plain text.\n"
		   "2. Without media; copy the folder, or the zip, to this machine.\n"
		   "3. Press Enter and name it.") },
	{ N_("SMS and calls of an Android phone"),
		N_("1. Install SMS Backup & Restore, or SMS Import / Export from F-Droid.\n"
		   "2. Back up messages and calls on the phone, without media.\n"
		   "3. Copy the files here, press Enter and name one, or their folder.") },
	{ N_("Calendar"),
		N_("1. Of vdirsyncer and khal it lies in a folder already.\n"
		   "2. Of Google: calendar.google.com, Settings, Import & export, Export; other "
		   "programs export an .ics.\n"
		   "3. Press Enter and name the folder, the .zip or the .ics.") },
	{ N_("Facebook, Messenger and Instagram"),
		N_("1. In the Accounts Centre: Your information and permissions, Export your "
		   "information.\n"
		   "2. Choose Messages alone, all time, and the format JSON.\n"
		   "3. When it has come press Enter and name the .zip, or the folder.") },
	{ N_("LinkedIn"),
		N_("1. Settings & Privacy, Data privacy, Get a copy of your data.\n"
		   "2. Choose Messages, Connections and Invitations; a mail tells when it is "
		   "there.\n"
		   "3. Press Enter and name the .zip.") },
	{ N_("Something else"),
		N_("1. friends.md, Monica, abook, org-contacts: name their file.\n"
		   "2. Discord, Slack, X, Matrix, iMessage, IRC: see Messages in the manual, "
		   "filo(5).\n"
		   "3. Press Enter and name the file."),
		true },
};

static size_t histories_count(void *context)
{
	(void)context;
	return sizeof origins / sizeof *origins;
}

static void histories_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	(void)context;
	(void)right;
	strbuf_add(left, _(origins[index].title));
}

static void histories_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	(void)app;
	(void)context;
	strbuf_add(out, _(origins[index].steps));
}

static void histories_take(struct app *app, void *context, size_t index)
{
	(void)context;
	app_pop(app);
	import_open_from(app, origins[index].is_any ? NULL : origins[index].title);
}

static const struct chooser_ops histories_ops = {
	.context = IN_LIST,
	.title = N_("Bring your histories: who, when and how long, no words"),
	.empty = "",
	.count = histories_count,
	.row = histories_row,
	.detail = histories_detail,
	.open = histories_take,
};

static void command_bring_histories(struct app *app)
{
	app_push(app, chooser_view(&histories_ops, NULL));
}

const struct command histories_commands[] = {
	{ "bring-histories", "", IN_PANES | IN_FIRST_RUN,
		N_("mail, chats, calls, calendars: where to press for each"), NULL,
		command_bring_histories },
	{ 0 },
};
