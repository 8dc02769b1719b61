/* friends.md, the diary of JacobEvelyn/friends: activities, notes, friends.
 * Not here: what becomes of people who are known already (filo itself). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/formats.h"
#include "read/own.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

enum friends_section {
	SECTION_NONE,
	SECTION_ACTIVITIES,
	SECTION_NOTES,
	SECTION_FRIENDS,
	SECTION_LOCATIONS
};

struct friends {
	struct reading *reading;
	enum friends_section section;
	struct vector known; /* of char *: told as contacts */
	struct vector
		waiting; /* of struct friends_line: activities and notes; friends come first */
};

struct friends_line {
	char *text;
	bool is_note;
	int64_t line;
};

static enum friends_section friends_section_of(const char *line)
{
	static const char *const names[] = { [SECTION_ACTIVITIES] = "### Activities:",
		[SECTION_NOTES] = "### Notes:",
		[SECTION_FRIENDS] = "### Friends:",
		[SECTION_LOCATIONS] = "### Locations:" };

	for (int i = SECTION_ACTIVITIES; i <= SECTION_LOCATIONS; i++)
		if (ascii_begins(line, names[i]))
			return (enum friends_section)i;
	return SECTION_NONE;
}

/* Behind a title, "# My friends", or a comment, <!-- -->; NULL: there is neither. */
static const char *friends_behind(const char *text)
{
	if (ascii_begins(text, "# "))
		return text + strcspn(text, "\n");
	const char *end = ascii_begins(text, "<!--") ? strstr(text, "-->") : NULL;
	return end ? end + strlen("-->") : NULL;
}

/* By its first line but titles and comments, which is the heading of a section: other texts may
 * speak of one. */
static bool friends_recognises(struct stream *stream)
{
	size_t len;
	const char *text = stream_head(stream, &len), *next = text;

	while (next) {
		text = next + strspn(next, " \t\r\n");
		next = friends_behind(text);
	}
	return friends_section_of(text) != SECTION_NONE;
}

static void friends_uid(struct strbuf *uid, const char *name)
{
	strbuf_clear(uid);
	strbuf_add_format(uid, "friends:%s", name);
}

/* "a.k.a. A a.k.a. B" in brackets: the first is the nickname, the others go to the note. */
static void friends_say_names(struct records *records, const char *names)
{
	struct strbuf others = STRBUF_INIT;
	bool is_first = true;

	while ((names = strstr(names, "a.k.a. "))) {
		names += strlen("a.k.a. ");
		const char *next = strstr(names, " a.k.a. ");
		char *name =
			memory_copy_bytes(names, next ? (size_t)(next - names) : strlen(names));
		if (is_first)
			own_field(records, "nickname", name);
		else
			strbuf_add_format(&others, "%sa.k.a. %s", others.len ? ", " : "", name);
		is_first = false;
		free(name);
	}
	own_field(records, "note", others.data);
	strbuf_fini(&others);
}

static void friends_say_tags(struct records *records, const char *tags)
{
	records_list(records, "tags");
	while ((tags = strchr(tags, '@'))) {
		size_t len = strcspn(++tags, " \t");
		if (len)
			records_bytes(records, NULL, tags, len);
		tags += len;
	}
	records_close_list(records);
}

/* What stands between two signs, cut out of the text. Caller frees; NULL: they are not there. */
static char *friends_cut(char *text, char open, char close)
{
	char *begin = strchr(text, open), *end = begin ? strchr(begin, close) : NULL;

	if (!end)
		return NULL;
	char *inside = memory_copy_bytes(begin + 1, (size_t)(end - begin - 1));
	memmove(begin, end + 1, strlen(end + 1) + 1);
	return inside;
}

static void friends_say_contact(struct friends *friends, const char *name, const char *names,
	const char *place, const char *tags)
{
	struct records *records = friends->reading->records;
	struct strbuf uid = STRBUF_INIT;

	if (!*name || !words_add_once(&friends->known, name))
		return;
	friends_uid(&uid, name);
	own_contact_open(records, uid.data, name);
	friends_say_names(records, names ? names : "");
	if (place) {
		records_list(records, "channels");
		own_channel(records, "address", place, NULL);
		records_close_list(records);
	}
	friends_say_tags(records, tags);
	own_close(records);
	strbuf_fini(&uid);
}

/* "Name (a.k.a. A) [Place] @tag" */
static void friends_take_friend(struct friends *friends, const char *line)
{
	char *text = memory_copy_string(line);
	char *names = friends_cut(text, '(', ')');
	char *place = friends_cut(text, '[', ']');
	char *tags = strchr(text, '@');
	char *copy = memory_copy_string(tags ? tags : "");

	if (tags)
		*tags = '\0';
	char *name = text_trim(text);
	friends_say_contact(friends, name, names, place, copy);
	free(name);
	free(copy);
	free(place);
	free(names);
	free(text);
}

/* Whether the underscore at `at` is a mark, and not part of a word. */
static bool friends_is_mark(const char *text, const char *at)
{
	bool is_before = at != text && (ascii_is_alnum(at[-1]) || (at[-1] & 0x80));
	bool is_after = ascii_is_alnum(at[1]) || (at[1] & 0x80);

	return !(is_before && is_after);
}

/* The text without its marks; the bold names in it are added to `names`. Caller frees. */
static char *friends_plain(const char *text, struct vector *names)
{
	struct strbuf plain = STRBUF_INIT;

	for (const char *at = text; *at; at++) {
		const char *end = at[0] == '*' && at[1] == '*' ? strstr(at + 2, "**") : NULL;
		if (end) {
			char *name = memory_copy_bytes(at + 2, (size_t)(end - at - 2));
			words_add_once(names, name);
			strbuf_add(&plain, name);
			free(name);
			at = end + 1;
		} else if (*at != '_' || !friends_is_mark(text, at)) {
			strbuf_add_char(&plain, *at);
		}
	}
	return strbuf_take(&plain);
}

static void friends_say_entry(struct friends *friends, const char *day, const char *text,
	const struct vector *names, bool is_note)
{
	struct records *records = friends->reading->records;
	struct strbuf uid = STRBUF_INIT, id = STRBUF_INIT;
	char *const *name;

	strbuf_add_format(&id, "%s/%016llx", day, (unsigned long long)words_hash(0, text));
	own_entry_open(records, &(struct own_entry){ .day = day,
					.minute = -1,
					.medium = is_note ? NULL : "other",
					.summary = text,
					.source = "friends",
					.source_id = id.data });
	records_list(records, "participants");
	VECTOR_EACH (name, names) {
		friends_uid(&uid, *name);
		own_participant(records, uid.data, *name, is_note);
	}
	records_close_list(records);
	own_close(records);
	strbuf_fini(&uid);
	strbuf_fini(&id);
}

/* "YYYY-MM-DD: text" */
static void friends_take_entry(struct friends *friends, const struct friends_line *taken)
{
	struct vector names = VECTOR_INIT(char *);
	const char *line = taken->text;
	char day[11] = "";
	char *const *name;

	memcpy(day, line, strnlen(line, 10));
	bool has_day = strlen(day) == 10 && day[4] == '-' && day[7] == '-' &&
		       text_number(day, 4) > 0 && text_number(day + 5, 2) > 0 &&
		       text_number(day + 8, 2) > 0 && line[10] == ':';
	if (!has_day) {
		records_problem(friends->reading->records, N_("no date"), taken->line);
		return;
	}
	char *plain = friends_plain(line + 11, &names), *text = text_trim(plain);
	VECTOR_EACH (name, &names)
		friends_say_contact(friends, *name, NULL, NULL, "");
	if (names.count)
		friends_say_entry(friends, day, text, &names, taken->is_note);
	else
		records_left_out(friends->reading->records, N_("lines that name nobody"), 1);
	vector_fini_strings(&names);
	free(plain);
	free(text);
}

/* A day needs no dash before it; of text among the friends nobody is made. */
static void friends_take_line(struct friends *friends, const char *text, int64_t line)
{
	struct friends_line taken = { .is_note = friends->section == SECTION_NOTES, .line = line };
	bool is_item = ascii_begins(text, "- ");

	text += is_item ? 2 : 0;
	if (friends->section == SECTION_FRIENDS && !is_item) {
		records_left_out(friends->reading->records, N_("lines that name nobody"), 1);
	} else if (friends->section == SECTION_FRIENDS) {
		friends_take_friend(friends, text);
	} else if (friends->section == SECTION_ACTIVITIES || taken.is_note) {
		taken.text = memory_copy_string(text);
		vector_push(&friends->waiting, &taken);
	}
}

static void friends_read(struct reading *reading, struct stream *stream)
{
	struct friends friends = { .reading = reading,
		.known = VECTOR_INIT(char *),
		.waiting = VECTOR_INIT(struct friends_line) };
	struct friends_line *taken;
	struct line line;

	records_source(reading->records, "friends", stream->name);
	while (stream_text_line(stream, &line)) {
		if (*line.text == '#')
			friends.section = friends_section_of(line.text);
		else if (!text_is_blank(line.text) && !friends_behind(line.text))
			friends_take_line(&friends, line.text, stream->line);
	}
	VECTOR_EACH (taken, &friends.waiting) {
		friends_take_entry(&friends, taken);
		free(taken->text);
	}
	vector_fini_strings(&friends.known);
	vector_fini(&friends.waiting);
}

const struct format friends_format = {
	.name = "friends", .recognises = friends_recognises, .read = friends_read
};
