/* Kept lines as text: cells of tables, and properties of cards that no field is for.
 * Not here: properties as programs read them (exchange/vcard/). */
#include "filo/people/kept_line.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/people/contact.h"

#include <string.h>

/* Of programs to programs, and what is no text. */
static const char *const unread[] = { "BEGIN", "CALSCALE", "CLIENTPIDMAP", "CREATED", "END", "KEY",
	"KIND", "LOGO", "PHOTO", "PRODID", "PROFILE", "REV", "SOUND", "SOURCE", "THUMBNAIL", "UID",
	"VERSION", "X-ABADR", "X-ABCROP-RECTANGLE", "X-ABLABEL", "X-ABORDER", "X-ABSHOWAS",
	"X-ABUID", "X-EVOLUTION-X509", "X-IMAGEHASH", "X-IMAGETYPE", "X-MS-CARDPICTURE",
	"X-SHARED-PHOTO-DISPLAY-PREF", "XML" };

static bool is_unread(const char *name, size_t len)
{
	if (len > 7 && ascii_equal_bytes(name, "X-FILO-", 7))
		return true;
	for (size_t i = 0; i < sizeof unread / sizeof *unread; i++)
		if (len == strlen(unread[i]) && ascii_equal_bytes(name, unread[i], len))
			return true;
	return false;
}

/* Where the parameters end: at the first colon that is not in quotation marks. */
static const char *kept_value(const char *params)
{
	bool is_quoted = false;

	for (; *params && (is_quoted || *params != ':'); params++)
		is_quoted ^= *params == '"';
	return *params ? params + 1 : NULL;
}

/* ";ENCODING=b", of vCard 2.1 also ";BASE64". */
static bool are_of_bytes(const char *params, const char *value)
{
	static const char *const words[] = { "ENCODING=b:", "ENCODING=b;", "BASE64" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *found = ascii_find(params, words[i]);
		if (found && found < value)
			return true;
	}
	return ascii_begins(value, "data:");
}

static void add_unescaped(struct strbuf *out, const char *value)
{
	for (; *value; value++) {
		if (*value == '\\' && value[1])
			strbuf_add_char(out, *++value == 'n' || *value == 'N' ? '\n' : *value);
		else
			strbuf_add_char(out, *value);
	}
}

static const char cell[] = "X-CSV;X-COLUMN=";

bool kept_line_is_cell(const char *line)
{
	return !strncmp(line, cell, sizeof cell - 1);
}

static bool read_cell(const char *line, char **column, struct strbuf *text)
{
	if (!kept_line_is_cell(line))
		return false;
	line += sizeof cell - 1;
	bool is_quoted = *line == '"';
	line += is_quoted;
	size_t len = strcspn(line, is_quoted ? "\"" : ":");
	const char *value = strchr(line + len, ':');
	*column = memory_copy_bytes(line, len);
	add_unescaped(text, value ? value + 1 : "");
	return true;
}

/* What may be an address, or a reading, where it is not bytes. */
static bool is_link(const char *name, size_t len)
{
	static const char *const links[] = { "KEY", "LOGO", "SOUND", "SOURCE" };

	for (size_t i = 0; i < sizeof links / sizeof *links; i++)
		if (len == strlen(links[i]) && ascii_equal_bytes(name, links[i], len))
			return true;
	return false;
}

static bool read_line(const char *line, bool has_links, char **label, struct strbuf *text)
{
	if (*line == '~') /* the writing of a field */
		return false;
	if (read_cell(line, label, text))
		return true;
	size_t len = strcspn(line, ";:");
	const char *value = kept_value(line + len), *dot = memchr(line, '.', len);
	const char *name = dot ? dot + 1 : line; /* "item1.X-ABDATE" */
	len -= (size_t)(name - line);
	bool is_shown_link = has_links && is_link(name, len);
	if (!value || !*value || (is_unread(name, len) && !is_shown_link) ||
		are_of_bytes(name + len, value))
		return false;
	*label = memory_copy_bytes(name, len);
	add_unescaped(text, value);
	return true;
}

bool kept_line_read(const char *line, char **label, struct strbuf *text)
{
	return read_line(line, false, label, text);
}

void kept_line_add_label(struct strbuf *out, const char *label)
{
	size_t len = strlen(label);

	if (len > 8 && !strncmp(label, "_$!<", 4) && !strcmp(label + len - 4, ">!$_"))
		strbuf_add_bytes(out, label + 4, len - 8);
	else
		strbuf_add(out, label);
}

/* ";LABEL=", in or out of quotation marks. */
static void add_label_param(struct strbuf *out, const char *params, const char *value)
{
	const char *param = ascii_find(params, ";LABEL=");

	if (!param || param > value)
		return;
	param += strlen(";LABEL=");
	bool is_quoted = *param == '"';
	param += is_quoted;
	strbuf_add_bytes(out, param, strcspn(param, is_quoted ? "\"" : ";:"));
}

/* An X-ABLabel: a line of the same group is "item1.URL:..." */
struct kept_label {
	const char *line;
	size_t group_len, place;
};

static int kept_label_compare_groups(const struct kept_label *one, const struct kept_label *other)
{
	int order = (one->group_len > other->group_len) - (one->group_len < other->group_len);

	for (size_t i = 0; i < one->group_len && !order; i++)
		order = ascii_lower(one->line[i]) - ascii_lower(other->line[i]);
	return order;
}

static int kept_label_compare(const void *a, const void *b)
{
	const struct kept_label *one = a, *other = b;
	int order = kept_label_compare_groups(one, other);

	return order ? order : (one->place > other->place) - (one->place < other->place);
}

void kept_labels_init(struct vector *labels, const struct vector *kept)
{
	static const char name[] = ".X-ABLABEL";

	vector_init(labels, sizeof(struct kept_label));
	for (size_t i = 0; i < kept->count; i++) {
		const char *line = ((const struct kept_property *)vector_at(kept, i))->line;
		struct kept_label label = { line, strcspn(line, ".;:"), i };
		size_t end = label.group_len + sizeof name - 1;
		if (ascii_begins(line + label.group_len, name) && strchr(";:", line[end]))
			vector_push(labels, &label);
	}
	vector_sort(labels, kept_label_compare);
}

/* The first in the group of a line, from a place on: a label stands behind what it labels. */
static const struct kept_label *kept_label_find(
	const struct vector *labels, const struct kept_label *wanted)
{
	size_t from = 0, to = labels->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (kept_label_compare(vector_at(labels, middle), wanted) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	const struct kept_label *found = from < labels->count ? vector_at(labels, from) : NULL;
	return found && !kept_label_compare_groups(found, wanted) ? found : NULL;
}

/* What the line itself says, or the X-ABLabel in its group. */
static void find_kept_label(
	struct strbuf *out, const struct vector *labels, const char *line, size_t place)
{
	struct kept_label wanted = { line, strcspn(line, ".;:"), place };
	struct strbuf label = STRBUF_INIT;

	add_label_param(&label, line + wanted.group_len, kept_value(line + wanted.group_len));
	if (!label.len && line[wanted.group_len] == '.') {
		const struct kept_label *found = kept_label_find(labels, &wanted);
		wanted.place = 0;
		if (found || (found = kept_label_find(labels, &wanted))) {
			const char *value = kept_value(found->line);
			add_unescaped(&label, value ? value : "");
		}
	}
	kept_line_add_label(out, label.data);
	strbuf_fini(&label);
}

bool kept_line_show(const struct vector *kept, size_t place, const struct vector *labels,
	char **label, struct strbuf *text)
{
	const char *line = ((const struct kept_property *)vector_at(kept, place))->line;
	struct strbuf said = STRBUF_INIT;
	bool is_shown = read_line(line, true, label, text);

	if (is_shown && !kept_line_is_cell(line)) {
		while (text->len && text->data[text->len - 1] == ';')
			strbuf_truncate(text, text->len - 1);
		find_kept_label(&said, labels, line, place);
	}
	if (said.len)
		strbuf_add_format(text, " (%s)", said.data);
	strbuf_fini(&said);
	return is_shown;
}
