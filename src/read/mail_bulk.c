/* Lists, notices, bounces, robots.
 * Not here: folders of spam (mail_folders.c). */
#include "read/mail_bulk.h"

#include "filo/base/ascii.h"

#include <string.h>

/* The whole local part, or its beginning before a sign. */
static const char *const robots[] = { "noreply", "no-reply", "no_reply", "donotreply",
	"do-not-reply", "do_not_reply", "dontreply", "notification", "notifications", "notify",
	"bounce", "bounces", "mailer-daemon", "mailerdaemon", "postmaster", "news", "newsletter",
	"newsletters", "alert", "alerts" };

static const char *const roles[] = { "info", "support", "contact", "office", "sales", "service",
	"billing", "webmaster", "admin", "hello", "team", "help", "orders", "invoice",
	"marketing" };

static bool bulk_is_value(
	const struct mail_header *header, enum mail_field field, const char *value)
{
	const char *text = header->fields[field].data;

	while (ascii_is_space(*text))
		text++;
	size_t len = strlen(value);
	return ascii_begins(text, value) && !ascii_is_alnum(text[len]);
}

/* A local part that is `word`, or has it before or after a sign ("bounce+123", "x-noreply"). */
static bool bulk_has_word(const char *local, size_t len, const char *word)
{
	size_t word_len = strlen(word);

	if (len < word_len)
		return false;
	if (ascii_equal_bytes(local, word, word_len) &&
		(len == word_len || !ascii_is_alnum(local[word_len])))
		return true;
	return len > word_len && !ascii_is_alnum(local[len - word_len - 1]) &&
	       ascii_equal_bytes(local + len - word_len, word, word_len);
}

static bool bulk_is_robot(const char *address)
{
	size_t len = strcspn(address, "@");

	for (size_t i = 0; i < sizeof robots / sizeof *robots; i++)
		if (bulk_has_word(address, len, robots[i]))
			return true;
	/* VERP: the address it goes to is inside of it. */
	return memchr(address, '=', len) != NULL;
}

bool mail_is_bulk(const struct mail_header *header, const char *address)
{
	if (header->has[MAIL_LIST] || header->has[MAIL_SMS] || bulk_is_robot(address))
		return true;
	if (bulk_is_value(header, MAIL_PRECEDENCE, "bulk") ||
		bulk_is_value(header, MAIL_PRECEDENCE, "list") ||
		bulk_is_value(header, MAIL_PRECEDENCE, "junk"))
		return true;
	if (header->has[MAIL_AUTO_SUBMITTED] && !bulk_is_value(header, MAIL_AUTO_SUBMITTED, "no"))
		return true;
	if (bulk_is_value(header, MAIL_SPAM_FLAG, "yes") ||
		bulk_is_value(header, MAIL_SPAM_STATUS, "yes"))
		return true;
	if (header->has[MAIL_RETURN_PATH] && strstr(header->fields[MAIL_RETURN_PATH].data, "<>"))
		return true;
	const char *type = header->fields[MAIL_CONTENT_TYPE].data;
	return ascii_find(type, "multipart/report") ||
	       (ascii_find(type, "text/calendar") && ascii_find(type, "reply"));
}

const char *mail_bulk_doubt(const struct mail_header *header, const char *address)
{
	size_t len = strcspn(address, "@");

	if (header->has[MAIL_UNSUBSCRIBE])
		return "unsubscribe";
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (strlen(roles[i]) == len && ascii_equal_bytes(address, roles[i], len))
			return "role";
	return NULL;
}
