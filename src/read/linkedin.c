/* LinkedIn's archive: messages.csv, Invitations.csv, and Profile.csv for whose it is.
 * Not here: Connections.csv, an address book, which filo reads itself. */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "read/csv_table.h"
#include "read/formats.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

enum { WHEN_BYTES = 80 };

struct linkedin_row {
	char *conversation, *from, *key; /* key: a profile, or the name */
	char *to;                        /* a name, when it went to one */
	struct vector to_keys;           /* of char *: profiles */
	char when[WHEN_BYTES];
	char *text;
	uint64_t hash;
};

/* Somebody in a conversation, under a name; their key where any row tells it. */
struct linkedin_name {
	uint64_t conversation;
	char *name, *key;
};

struct linkedin {
	struct reading *reading;
	struct vector rows;  /* of struct linkedin_row */
	struct vector names; /* of struct linkedin_name */
};

/* Whose archive it is, by Profile.csv. */
static char *linkedin_owner;

static bool linkedin_recognises(struct stream *stream)
{
	return (csv_table_has(stream, "CONVERSATION ID") && csv_table_has(stream, "FROM")) ||
	       csv_table_has(stream, "inviterProfileUrl") ||
	       (csv_table_has(stream, "Maiden Name") && csv_table_has(stream, "Headline"));
}

/* What "%C3" stands for; false: `at` is none. */
static bool linkedin_percent(const char *at, const char *end, char *c)
{
	static const char digits[] = "0123456789abcdef";

	if (*at != '%' || at + 2 >= end)
		return false;
	const char *high = strchr(digits, ascii_lower(at[1]));
	const char *low = strchr(digits, ascii_lower(at[2]));
	if (!high || !low || !*high || !*low)
		return false;
	*c = (char)((high - digits) * 16 + (low - digits));
	return true;
}

/* "/in/slug" of a profile's URL, percent-decoded, in small letters. Caller frees; NULL: it is none.
 */
static char *linkedin_slug(const char *url, size_t len)
{
	struct strbuf slug = STRBUF_INIT, folded = STRBUF_INIT;
	const char *in = words_find(url, len, "/in/");

	if (!in || in + 4 >= url + len)
		return NULL;
	for (const char *at = in + 4, *end = url + len;
		at < end && *at != '/' && *at != '?' && *at != ' '; at++) {
		char c;
		bool is_percent = linkedin_percent(at, end, &c);
		strbuf_add_char(&slug, is_percent ? c : ascii_lower(*at));
		at += is_percent ? 2 : 0;
	}
	strbuf_add_format(&folded, "https://www.linkedin.com/in/%s", slug.data);
	strbuf_fini(&slug);
	return strbuf_take(&folded);
}

static void linkedin_slugs(struct vector *keys, const char *urls)
{
	while (*urls) {
		size_t len = strcspn(urls, ",");
		char *key = linkedin_slug(urls, len);
		if (key)
			words_add_once(keys, key);
		free(key);
		urls += len + (urls[len] == ',');
	}
}

static bool linkedin_is_yes(const struct csv_row *row, const char *column)
{
	return ascii_equal(csv_table_cell(row, column), "yes") ||
	       ascii_equal(csv_table_cell(row, column), "true");
}

/* Why a row does not count; NULL: it does. */
static const char *linkedin_left_out(const struct csv_row *row)
{
	const char *folder = csv_table_cell(row, "FOLDER");

	if (ascii_equal(folder, "SPAM"))
		return N_("mail in the trash, spam or drafts");
	if (ascii_equal(folder, "DRAFT") || linkedin_is_yes(row, "IS MESSAGE DRAFT") ||
		linkedin_is_yes(row, "IS CONVERSATION DRAFT"))
		return N_("drafts, and messages that were not sent");
	if (strstr(csv_table_cell(row, "CONTENT"), "spinmail-quill-editor"))
		return N_("mail to many, and notices");
	return ascii_equal(csv_table_cell(row, "FROM"), "LinkedIn Member")
		       ? N_("messages of deleted accounts")
		       : NULL;
}

/* "YYYY-MM-DD HH:MM:SS UTC" */
static bool linkedin_date(const char *text, char when[WHEN_BYTES])
{
	int year, month, day, hour, minute, second, used = 0;

	if (sscanf(text, "%4d-%2d-%2d %2d:%2d:%2d%n", &year, &month, &day, &hour, &minute, &second,
		    &used) != 6 ||
		(text[used] && strcmp(text + used, " UTC") != 0) || month < 1 || month > 12 ||
		day < 1 || day > 31 || hour > 23 || minute > 59 || year < 1990 || year > 2200)
		return false;
	snprintf(when, WHEN_BYTES, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour, minute,
		second < 60 ? second : 59);
	return true;
}

static struct linkedin_name *linkedin_find(
	const struct linkedin *linkedin, const char *conversation, const char *name)
{
	struct linkedin_name *known;
	uint64_t hash = words_hash(0, conversation);

	VECTOR_EACH (known, &linkedin->names)
		if (known->conversation == hash && strcmp(known->name, name) == 0)
			return known;
	return NULL;
}

static void linkedin_learn(
	struct linkedin *linkedin, const char *conversation, const char *name, const char *key)
{
	struct linkedin_name *known = linkedin_find(linkedin, conversation, name);

	if (!known) {
		known = vector_push(&linkedin->names, NULL);
		known->conversation = words_hash(0, conversation);
		known->name = memory_copy_string(name);
	}
	if (!known->key)
		known->key = memory_copy_string(key);
}

static uint64_t linkedin_hash(const struct csv_row *row)
{
	static const char *const columns[] = { "CONVERSATION ID", "FROM", "TO", "DATE", "SUBJECT",
		"CONTENT", "FOLDER" };
	uint64_t hash = 0;

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		hash = words_hash(hash, csv_table_cell(row, columns[i]));
	return hash;
}

static void linkedin_take_message(struct linkedin *linkedin, const struct csv_row *row)
{
	struct linkedin_row taken = { .to_keys = VECTOR_INIT(char *) };
	const char *url = csv_table_cell(row, "SENDER PROFILE URL"),
		   *to = csv_table_cell(row, "TO");
	const char *conversation = csv_table_cell(row, "CONVERSATION ID"),
		   *from = csv_table_cell(row, "FROM");

	if (!linkedin_date(csv_table_cell(row, "DATE"), taken.when)) {
		records_problem(linkedin->reading->records, N_("no date"), row->line);
		return;
	}
	taken.conversation = memory_copy_string(conversation);
	taken.from = memory_copy_string(from);
	taken.key = linkedin_slug(url, strlen(url));
	taken.hash = linkedin_hash(row);
	if (linkedin->reading->with_text)
		taken.text = memory_copy_string(csv_table_cell(row, "CONTENT"));
	linkedin_slugs(&taken.to_keys, csv_table_cell(row, "RECIPIENT PROFILE URLS"));
	if (*to && (taken.to_keys.count == 1 || (!taken.to_keys.count && !strstr(to, ", "))))
		taken.to = memory_copy_string(to);
	linkedin_learn(linkedin, conversation, from, taken.key);
	if (taken.to)
		linkedin_learn(linkedin, conversation, to,
			taken.to_keys.count ? *(char **)vector_at(&taken.to_keys, 0) : NULL);
	vector_push(&linkedin->rows, &taken);
}

/* Month first, always: "5/12/21, 3:14 PM". */
static bool linkedin_invitation_day(const char *text, char day[WHEN_BYTES])
{
	int month, of_month, year;

	if (sscanf(text, "%2d/%2d/%4d", &month, &of_month, &year) != 3 || month < 1 || month > 12 ||
		of_month < 1 || of_month > 31)
		return false;
	snprintf(day, WHEN_BYTES, "%04d-%02d-%02d", year < 100 ? 2000 + year : year, month,
		of_month);
	return true;
}

/* The day two people met on LinkedIn: no talk, but worth keeping where nothing else is known. */
static void linkedin_take_invitation(struct linkedin *linkedin, const struct csv_row *row)
{
	struct records *records = linkedin->reading->records;
	bool is_mine = ascii_equal(csv_table_cell(row, "Direction"), "OUTGOING");
	const char *url = csv_table_cell(row, is_mine ? "inviteeProfileUrl" : "inviterProfileUrl");
	char *key = linkedin_slug(url, strlen(url));
	char day[WHEN_BYTES];

	if (!is_mine && !ascii_equal(csv_table_cell(row, "Direction"), "INCOMING")) {
		records_left_out(records, N_("invitations that wait"), 1);
	} else if (!linkedin_invitation_day(csv_table_cell(row, "Sent At"), day)) {
		records_problem(records, N_("no date"), row->line);
	} else {
		records_open(records, NULL);
		records_open(records, "met");
		records_text(records, "key", key);
		records_text(records, "name", csv_table_cell(row, is_mine ? "To" : "From"));
		records_text(records, "day", day);
		records_close(records);
		records_finish(records);
	}
	free(key);
}

static void linkedin_take_owner(const struct csv_row *row)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add_format(&name, "%s %s", csv_table_cell(row, "First Name"),
		csv_table_cell(row, "Last Name"));
	free(linkedin_owner);
	linkedin_owner = strbuf_take(&name);
}

static void linkedin_take_row(void *context, const struct csv_row *row)
{
	struct linkedin *linkedin = context;
	struct records *records = linkedin->reading->records;

	if (*csv_table_cell(row, "CONVERSATION ID")) {
		const char *why = linkedin_left_out(row);
		if (why)
			records_left_out(records, why, 1);
		else
			linkedin_take_message(linkedin, row);
	} else if (*csv_table_cell(row, "Sent At")) {
		linkedin_take_invitation(linkedin, row);
	} else if (*csv_table_cell(row, "First Name")) {
		linkedin_take_owner(row);
		records_me(records, linkedin_owner, N_("the export says whose it is"));
	}
}

/* Who has a key: told with a name once each; and whose name is that of the owner is me. */
static void linkedin_say_people(struct linkedin *linkedin)
{
	struct records *records = linkedin->reading->records;
	const struct linkedin_name *known;
	struct number_map told = { .is_set = true };

	VECTOR_EACH (known, &linkedin->names) {
		bool is_me = reading_is_me(linkedin->reading, known->name) ||
			     (linkedin_owner && words_name_one(linkedin_owner, known->name));
		if (!known->key || !number_map_add(&told, words_hash(0, known->key)))
			continue;
		records_person(records, known->key, known->name, NULL);
		if (is_me)
			records_me(records, known->key, N_("the export says whose it is"));
	}
	number_map_fini(&told);
}

/* How many rows each person is in, as sender or as one who got it. */
struct linkedin_count {
	const char *who;
	size_t rows;
};

static void linkedin_count(struct vector *counts, const char *who)
{
	struct linkedin_count *count;

	VECTOR_EACH (count, counts)
		if (strcmp(count->who, who) == 0) {
			count->rows++;
			return;
		}
	count = vector_push(counts, NULL);
	*count = (struct linkedin_count){ .who = who, .rows = 1 };
}

/* Their key where any row of the conversation tells it, else the name itself. */
static const char *linkedin_key_of(
	const struct linkedin *linkedin, const char *conversation, const char *name)
{
	const struct linkedin_name *known = linkedin_find(linkedin, conversation, name);

	return known && known->key ? known->key : name;
}

static const char *linkedin_key(const struct linkedin *linkedin, const struct linkedin_row *row)
{
	return row->key ? row->key : linkedin_key_of(linkedin, row->conversation, row->from);
}

/* Who is in most rows, more than anybody else, is me. */
static void linkedin_guess_me(struct linkedin *linkedin)
{
	struct vector counts = VECTOR_INIT(struct linkedin_count);
	const struct linkedin_count *count, *most = NULL;
	const struct linkedin_row *row;
	size_t second = 0;
	char *const *key;

	VECTOR_EACH (row, &linkedin->rows) {
		linkedin_count(&counts, linkedin_key(linkedin, row));
		VECTOR_EACH (key, &row->to_keys)
			linkedin_count(&counts, *key);
		if (!row->to_keys.count && row->to)
			linkedin_count(&counts, row->to);
	}
	VECTOR_EACH (count, &counts) {
		if (!most || count->rows > most->rows) {
			second = most ? most->rows : 0;
			most = count;
		} else if (count->rows > second) {
			second = count->rows;
		}
	}
	if (most && most->rows > second && most->rows * 2 > linkedin->rows.count)
		records_me(linkedin->reading->records, most->who, N_("is in most of its messages"));
	vector_fini(&counts);
}

/* All that are in a conversation, the owner among them. */
static void linkedin_say_thread(struct linkedin *linkedin, const char *conversation)
{
	struct records *records = linkedin->reading->records;
	struct vector members = VECTOR_INIT(char *);
	const struct linkedin_row *row;
	char *const *key;

	VECTOR_EACH (row, &linkedin->rows) {
		if (strcmp(row->conversation, conversation) != 0)
			continue;
		words_add_once(&members, linkedin_key(linkedin, row));
		VECTOR_EACH (key, &row->to_keys)
			words_add_once(&members, *key);
		if (!row->to_keys.count && row->to)
			words_add_once(&members, linkedin_key_of(linkedin, conversation, row->to));
	}
	records_open(records, NULL);
	records_text(records, "thread", conversation);
	if (members.count > 2)
		records_text(records, "kind", "group");
	records_texts(records, "members", &members);
	records_finish(records);
	vector_fini_strings(&members);
}

static void linkedin_say_rows(struct linkedin *linkedin)
{
	struct records *records = linkedin->reading->records;
	struct number_map told = { .is_set = true };
	const struct linkedin_row *row;
	char id[20];

	VECTOR_EACH (row, &linkedin->rows) {
		if (number_map_add(&told, words_hash(0, row->conversation)))
			linkedin_say_thread(linkedin, row->conversation);
		snprintf(id, sizeof id, "%016llx", (unsigned long long)row->hash);
		records_message(records, &(struct message){ .when = row->when,
						 .from = linkedin_key(linkedin, row),
						 .thread = row->conversation,
						 .medium = "message",
						 .id = id,
						 .text = row->text });
		records_finish(records);
	}
	number_map_fini(&told);
}

static void linkedin_fini(struct linkedin *linkedin)
{
	struct linkedin_row *row;
	struct linkedin_name *name;

	VECTOR_EACH (row, &linkedin->rows) {
		free(row->conversation);
		free(row->from);
		free(row->key);
		free(row->to);
		free(row->text);
		vector_fini_strings(&row->to_keys);
	}
	VECTOR_EACH (name, &linkedin->names) {
		free(name->name);
		free(name->key);
	}
	vector_fini(&linkedin->rows);
	vector_fini(&linkedin->names);
}

static void linkedin_read(struct reading *reading, struct stream *stream)
{
	struct linkedin linkedin = { .reading = reading,
		.rows = VECTOR_INIT(struct linkedin_row),
		.names = VECTOR_INIT(struct linkedin_name) };

	records_source(reading->records, "linkedin", reading_name(reading, stream));
	if (ascii_begins(stream->name, "guide_") || ascii_begins(stream->name, "coach_") ||
		ascii_begins(stream->name, "learning_")) {
		records_problem(reading->records, N_("these are no messages of people"), 0);
		return;
	}
	csv_table_read(stream, linkedin_take_row, &linkedin);
	linkedin_say_people(&linkedin);
	if (!linkedin_owner && !reading->me.count)
		linkedin_guess_me(&linkedin);
	linkedin_say_rows(&linkedin);
	linkedin_fini(&linkedin);
}

static void linkedin_finish(struct reading *reading)
{
	(void)reading;
	free(linkedin_owner);
	linkedin_owner = NULL;
}

const struct format linkedin_format = { .name = "linkedin",
	.recognises = linkedin_recognises,
	.read = linkedin_read,
	.finish = linkedin_finish };
