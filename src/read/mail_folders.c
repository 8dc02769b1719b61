/* What folders and labels of mail are called.
 * Not here: walking them (folder.c, maildir.c). */
#include "filo/base/ascii.h"
#include "filo/base/vector.h"
#include "read/mail.h"
#include "read/words.h"

#include <string.h>

static const char *const left_out[] = { "Trash", "Cestino", "Papierkorb", "Corbeille", "Papelera",
	"Junk", "Spam", "Posta indesiderata", "Bulk Mail", "Junk-E-Mail", "Junk E-mail", "Drafts",
	"Bozze", "Entwürfe", "Entw&APw-rfe", "Brouillons", "Borradores", "Rascunhos", "Concepten",
	"Templates", "Outbox", "Deleted Messages", "Deleted Items", "Eliminati", "Indesiderata",
	"Gelöschte Elemente", "Lixeira", "Prullenbak", "Unsent Messages", NULL };

static const char *const sent[] = { "Sent", "Inviat", "Gesendet", "Envoy", "Enviad",
	"Posta inviata", "Verzonden", "Messages envoy", "Wysłane", "Elementos enviados", NULL };

/* A name without what mail programs put around it: ".Sent", "[Gmail].Sent", "Sent.mbox". */
static const char *mail_bare_name(const char *name)
{
	const char *dot;

	while (*name == '.')
		name++;
	while ((dot = strchr(name, '.')) && dot[1] && !ascii_equal(dot, ".mbox") &&
		!ascii_equal(dot, ".sbd") && !ascii_equal(dot, ".eml") && !ascii_equal(dot, ".mbx"))
		name = dot + 1;
	return name;
}

bool mail_is_no_folder(const char *name)
{
	name = mail_bare_name(name);
	for (const char *const *word = left_out; *word; word++) {
		size_t len = strlen(*word);
		if (ascii_begins(name, *word) && (!name[len] || name[len] == '.'))
			return true;
	}
	return false;
}

bool mail_is_sent_folder(const char *name)
{
	name = mail_bare_name(name);
	for (const char *const *word = sent; *word; word++)
		if (ascii_begins(name, *word))
			return true;
	return false;
}

static bool mail_labels_any(const char *labels, bool (*is_one)(const char *name))
{
	while (*labels) {
		char label[80];
		size_t len = strcspn(labels, ","),
		       room = len < sizeof label ? len : sizeof label - 1;
		memcpy(label, labels, room);
		label[room] = '\0';
		if (is_one(label))
			return true;
		labels += len;
		labels += strspn(labels, ", ");
	}
	return false;
}

bool mail_labels_leave_out(const char *labels)
{
	return mail_labels_any(labels, mail_is_no_folder);
}

bool mail_labels_say_sent(const char *labels)
{
	return mail_labels_any(labels, mail_is_sent_folder);
}
