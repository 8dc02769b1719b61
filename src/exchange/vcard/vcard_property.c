/* One property of a vCard: group, name, parameters, and its value decoded to UTF-8.
 * Not here: unfolding (vcard_lines.c), what properties mean (vcard_contact.c). */
#include "exchange/vcard/vcard_property.h"

#include "exchange/source.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

void vcard_property_fini(struct vcard_property *property)
{
	struct vcard_param *param;

	VECTOR_EACH (param, &property->params) {
		free(param->name);
		free(param->value);
	}
	vector_fini(&property->params);
	free(property->group);
	free(property->name);
	free(property->spelling);
	free(property->value);
}

const char *vcard_property_param(const struct vcard_property *property, const char *name)
{
	struct vcard_param *param;

	VECTOR_EACH (param, &property->params)
		if (!strcmp(param->name, name))
			return param->value;
	return NULL;
}

const char *vcard_property_service(const struct vcard_property *property)
{
	const char *service = vcard_property_param(property, "SERVICE-TYPE");

	service = service ? service : vcard_property_param(property, "X-SERVICE-TYPE");
	return service && *service ? service : NULL;
}

static char *copy_upper(const char *s, size_t len)
{
	char *copy = memory_copy_bytes(s, len);

	for (char *c = copy; *c; c++)
		*c = ascii_upper(*c);
	return copy;
}

static char *copy_repaired(const char *s, size_t len)
{
	return text_is_valid(s, len) ? memory_copy_bytes(s, len) : text_repair(s, len);
}

static void add_param(struct vcard_property *property, const char *name, size_t name_len,
	const char *value, size_t len)
{
	struct vcard_param *param = vector_push(&property->params, NULL);

	/* "TYPE=home, voice": blanks are no part of it. */
	for (; len && *value == ' '; len--)
		value++;
	while (len && value[len - 1] == ' ')
		len--;
	/* "TYPE=voice\,cell": where only a backslash is left of an escape, it parted two types. */
	len -= len && value[len - 1] == '\\';
	param->name = copy_upper(name, name_len);
	/* "TYPE=work,TYPE=cell": the name again before each. */
	if (!strcmp(param->name, "TYPE") && len > 5 && ascii_begins(value, "TYPE=")) {
		value += 5;
		len -= 5;
	}
	param->value = copy_repaired(value, len);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

static int quoted_byte(const char *s, size_t len)
{
	if (len < 3 || s[0] != '=' || hex_digit(s[1]) < 0 || hex_digit(s[2]) < 0)
		return -1;
	return hex_digit(s[1]) * 16 + hex_digit(s[2]);
}

static void decode_quoted_printable(struct strbuf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		int byte = quoted_byte(s + i, len - i);
		if (byte < 0) {
			strbuf_add_char(out, s[i]);
		} else {
			strbuf_add_char(out, (char)byte);
			i += 2;
		}
	}
}

/* "X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=44=6F)", a label of one's own as Android
 * writes it in vCard 2.1. */
static void add_custom_type(struct vcard_property *property, const char *s, size_t len)
{
	const char *comma = memrchr(s, ',', len), *end = s + len - (s[len - 1] == ')');
	struct strbuf type = STRBUF_INIT;

	s = comma ? comma + 1 : s + strlen(VCARD_CUSTOM);
	strbuf_add(&type, "X-");
	decode_quoted_printable(&type, s, (size_t)(end - s));
	for (char *c = type.data; *c; c++)
		if (*c == '"' || (*c > 0 && *c < ' '))
			*c = ' '; /* no parameter holds these (RFC 6350 3.3) */
	add_param(property, "TYPE", 4, type.data, type.len);
	strbuf_fini(&type);
}

/* The end of a parameter value: the next of `stops` outside double quotes. */
static const char *skip_value(const char *s, const char *end, const char *stops)
{
	bool is_quoted = false;

	while (s < end && (is_quoted || !strchr(stops, *s) || !*s)) {
		is_quoted ^= *s == '"';
		s++;
	}
	return s;
}

static void vcard_property_add_values(struct vcard_property *property, const char *name,
	size_t name_len, const char *s, const char *end)
{
	bool is_type = name_len == 4 && ascii_begins(name, "TYPE");

	while (s <= end) {
		const char *stop = skip_value(s, end, ",");
		const char *from = s, *to = stop;
		if (to - from >= 2 && *from == '"' && to[-1] == '"') {
			from++;
			to--;
		}
		s = stop + 1;
		/* TYPE="home,work" is a list all the same. */
		while (is_type && from < to && memchr(from, ',', (size_t)(to - from))) {
			const char *comma = memchr(from, ',', (size_t)(to - from));
			add_param(property, name, name_len, from, (size_t)(comma - from));
			from = comma + 1;
		}
		add_param(property, name, name_len, from, (size_t)(to - from));
	}
}

/* A parameter without a name, as in vCard 2.1: an encoding, or a type, whatever it is. */
static void add_bare_param(struct vcard_property *property, const char *value, size_t len)
{
	static const char *const encodings[] = { "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT" };

	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		if (len == strlen(encodings[i]) && ascii_equal_bytes(value, encodings[i], len)) {
			add_param(property, "ENCODING", 8, value, len);
			return;
		}
	}
	if (len > strlen(VCARD_CUSTOM) && ascii_begins(value, VCARD_CUSTOM))
		add_custom_type(property, value, len);
	else
		vcard_property_add_values(property, "TYPE", 4, value, value + len);
}

static bool is_name(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!ascii_is_alnum(s[i]) && !strchr("-_./ ", s[i]))
			return false;
	return len > 0;
}

/* Some programs put characters into names that no reader expects there. */
static void make_plain(char *name)
{
	for (; name && *name; name++)
		if (strchr(". ", *name))
			*name = '-';
}

static void parse_params(struct vcard_property *property, const char *s, const char *end)
{
	while (s < end) {
		const char *stop = skip_value(s, end, ";");
		const char *equals = memchr(s, '=', (size_t)(stop - s));
		if (equals && is_name(s, (size_t)(equals - s)))
			vcard_property_add_values(
				property, s, (size_t)(equals - s), equals + 1, stop);
		else if (stop > s)
			add_bare_param(property, s, (size_t)(stop - s));
		s = stop + 1;
	}
}

/* The colon before the value; a quote that is never closed does not count as one. */
static const char *find_colon(const char *line, const char *end)
{
	const char *colon = skip_value(line, end, ":");

	return colon < end ? colon : memchr(line, ':', (size_t)(end - line));
}

/* A run of bytes as text: UTF-8, or in what people write by hand the letters of Windows-1252. */
static bool read_run(struct strbuf *run, bool is_by_hand)
{
	struct strbuf letters = STRBUF_INIT;

	if (text_is_valid(run->data, run->len))
		return true;
	for (size_t i = 0; i < run->len; i++)
		is_by_hand &= (unsigned char)run->data[i] >= 0xC0;
	if (!is_by_hand || !source_decode(&letters, run->data, run->len, "WINDOWS-1252")) {
		strbuf_fini(&letters);
		return false;
	}
	strbuf_fini(run);
	*run = letters;
	return true;
}

/* Where the next address of the web begins, from `at` on; at the end: there is none. */
static size_t find_url(const struct strbuf *value, size_t at)
{
	const char *scheme_end = strstr(value->data + at, "://");

	if (!scheme_end)
		return value->len;
	size_t begin = (size_t)(scheme_end - value->data);
	while (begin > at && ascii_is_alnum(value->data[begin - 1]))
		begin--;
	return begin;
}

/* Quoted-printable that nobody declared: runs of =XX that together are letters are read as such;
 * anything else ("a=20b", "?id=F2") may be meant as it stands, as in addresses of the web. */
static void decode_undeclared(const char *name, struct strbuf *value)
{
	static const char *const by_hand[] = { "FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE",
		"NOTE", "ADR", "LABEL", "CATEGORIES", NULL };
	struct strbuf out = STRBUF_INIT;
	bool is_by_hand = ascii_is_among(name, by_hand);
	size_t url = find_url(value, 0);

	for (size_t i = 0; i < value->len;) {
		struct strbuf run = STRBUF_INIT;
		size_t end = i;
		int byte;
		if (i >= url) {
			end += strcspn(value->data + i, " \t\\");
			strbuf_add_bytes(&out, value->data + i, end - i);
			url = find_url(value, end);
			i = end;
			continue;
		}
		while ((byte = quoted_byte(value->data + end, value->len - end)) >= 0x80) {
			strbuf_add_char(&run, (char)byte);
			end += 3;
		}
		if (run.len && read_run(&run, is_by_hand)) {
			strbuf_add_bytes(&out, run.data, run.len);
			i = end;
		} else {
			strbuf_add_char(&out, value->data[i++]);
		}
		strbuf_fini(&run);
	}
	strbuf_fini(value);
	*value = out;
}

static void decode_base64(struct strbuf *out, const char *s, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0;
	int have = 0;

	for (size_t i = 0; i < len && s[i] != '='; i++) {
		const char *digit = s[i] ? strchr(digits, s[i]) : NULL;
		if (!digit)
			continue;
		bits = bits << 6 | (unsigned)(digit - digits);
		have += 6;
		if (have >= 8) {
			have -= 8;
			strbuf_add_char(out, (char)(bits >> have & 0xFF));
		}
	}
}

/* Charset and broken bytes; line ends inside become escapes, as in 3.0. */
static char *decode_text(const struct vcard_property *property, const char *s, size_t len)
{
	const char *charset = vcard_property_param(property, "CHARSET");
	struct strbuf text = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;

	if (!charset || ascii_equal(charset, "UTF-8") || !source_decode(&text, s, len, charset)) {
		char *repaired = copy_repaired(s, len);
		strbuf_add(&text, repaired);
		free(repaired);
	}
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		if (c == '\n' || (c == '\r' && text.data[i + 1] != '\n'))
			strbuf_add(&out, "\\n");
		else if (c != '\r' && c != '\0')
			strbuf_add_char(&out, c);
	}
	strbuf_fini(&text);
	return strbuf_take(&out);
}

static bool is_binary_name(const char *name)
{
	static const char *const names[] = { "PHOTO", "LOGO", "SOUND", "KEY", NULL };

	return ascii_is_among(name, names) || !strncmp(name, "X-", 2);
}

static void remove_param(struct vcard_property *property, const char *name)
{
	for (size_t i = property->params.count; i-- > 0;) {
		struct vcard_param *param = vector_at(&property->params, i);
		if (strcmp(param->name, name))
			continue;
		free(param->name);
		free(param->value);
		vector_remove(&property->params, i);
	}
}

/* Takes base64 as it is, without white space and padded; false when it is none, whatever it says.
 */
static bool take_base64(struct vcard_property *property, const char *s, size_t len)
{
	struct strbuf digits = STRBUF_INIT;
	bool is_good = true;

	for (size_t i = 0; i < len && is_good; i++) {
		if (ascii_is_space(s[i]) || s[i] == '=')
			continue;
		is_good = ascii_is_alnum(s[i]) || s[i] == '+' || s[i] == '/';
		strbuf_add_char(&digits, s[i]);
	}
	is_good &= digits.len && digits.len % 4 != 1;
	while (is_good && digits.len % 4)
		strbuf_add_char(&digits, '=');
	if (is_good)
		property->value = strbuf_take(&digits);
	strbuf_fini(&digits);
	return is_good;
}

static void vcard_property_decode_value(struct vcard_property *property, const char *s, size_t len)
{
	const char *encoding = vcard_property_param(property, "ENCODING");
	struct strbuf bytes = STRBUF_INIT;
	bool is_base64 =
		encoding && (ascii_equal(encoding, "B") || ascii_equal(encoding, "BASE64"));

	if (is_base64 && is_binary_name(property->name)) {
		property->is_binary = take_base64(property, s, len);
		if (property->is_binary)
			return;
		is_base64 = false;
		encoding = NULL;
	}
	if (is_base64) {
		decode_base64(&bytes, s, len);
	} else if (encoding && ascii_equal(encoding, "QUOTED-PRINTABLE")) {
		decode_quoted_printable(&bytes, s, len);
	} else {
		strbuf_add_bytes(&bytes, s, len);
		/* What nobody knows is kept as it came. */
		if (memchr(s, '=', len) && strncmp(property->name, "X-", 2) != 0)
			decode_undeclared(property->name, &bytes);
	}
	property->value = decode_text(property, bytes.data, bytes.len);
	strbuf_fini(&bytes);
	/* What has been decoded is no longer encoded. */
	remove_param(property, "ENCODING");
	remove_param(property, "CHARSET");
}

/* vCard 2.1 has no lists: a comma in its values is a comma. */
static void escape_commas(struct vcard_property *property)
{
	static const char *const listed[] = { "N", "ADR", "NICKNAME", "ORG", NULL };
	struct strbuf out = STRBUF_INIT;

	if (!ascii_is_among(property->name, listed) || !strchr(property->value, ','))
		return;
	for (const char *c = property->value; *c; c++) {
		if (*c == '\\' && c[1])
			strbuf_add_char(&out, *c++);
		else if (*c == ',')
			strbuf_add_char(&out, '\\');
		strbuf_add_char(&out, *c);
	}
	free(property->value);
	property->value = strbuf_take(&out);
}

bool vcard_property_parse(
	struct vcard_property *property, const char *line, size_t len, bool is_version_21)
{
	const char *end = line + len, *colon = find_colon(line, end);
	const char *name_end, *dot;

	*property = (struct vcard_property){ .params = VECTOR_INIT(struct vcard_param) };
	if (!colon)
		return false;
	name_end = memchr(line, ';', (size_t)(colon - line));
	if (!name_end)
		name_end = colon;
	while (line < name_end && ascii_is_space(*line))
		line++;
	const char *trimmed = name_end;
	while (trimmed > line && ascii_is_space(trimmed[-1]))
		trimmed--;
	if (!is_name(line, (size_t)(trimmed - line)))
		return false;
	dot = memchr(line, '.', (size_t)(trimmed - line));
	if (dot && dot > line && dot + 1 < trimmed)
		property->group = memory_copy_bytes(line, (size_t)(dot - line));
	const char *name = property->group ? dot + 1 : line;
	property->spelling = memory_copy_bytes(name, (size_t)(trimmed - name));
	make_plain(property->spelling);
	make_plain(property->group);
	property->name = copy_upper(property->spelling, strlen(property->spelling));
	if (name_end < colon)
		parse_params(property, name_end + 1, colon);
	vcard_property_decode_value(property, colon + 1, (size_t)(end - colon - 1));
	if (is_version_21)
		escape_commas(property);
	return true;
}

void vcard_property_print(struct strbuf *out, const struct vcard_property *property, bool has_lists)
{
	const struct vcard_param *before = NULL, *param;

	if (property->group)
		strbuf_add_format(out, "%s.", property->group);
	strbuf_add(out, property->spelling);
	VECTOR_EACH (param, &property->params) {
		bool needs_quotes = strpbrk(param->value, ":;,") != NULL;
		if (has_lists && before && !strcmp(before->name, param->name))
			strbuf_add_char(out, ',');
		else
			strbuf_add_format(out, ";%s=", param->name);
		strbuf_add_format(out, needs_quotes ? "\"%s\"" : "%s", param->value);
		before = param;
	}
	strbuf_add_char(out, ':');
	strbuf_add(out, property->value);
}

static int compare_params(const void *a, const void *b)
{
	const struct vcard_param *one = a, *other = b;
	int order = strcmp(one->name, other->name);

	return order ? order : strcmp(one->value, other->value);
}

/* Without the backslashes before signs that do not divide the value; vcard_escape_for_3 leaves some
 * of them out. */
static void make_bare(char *value, const char *separators)
{
	char *end = value;

	for (const char *c = value; *c; c++) {
		if (*c == '\\' && c[1] && strchr(",;" VCARD_NEVER_ESCAPED, c[1]) &&
			!strchr(separators, c[1]))
			c++;
		else if (*c == '\\' && c[1])
			*end++ = *c++;
		*end++ = *c;
	}
	*end = '\0';
}

/* In 3.0 two nicknames are one text, "a, b". */
static void cut_spaces_after_commas(char *value)
{
	char *end = value;

	for (const char *c = value; *c; c++)
		if (*c != ' ' || end == value || end[-1] != ',')
			*end++ = *c;
	*end = '\0';
}

/* Parts that are empty at the end say nothing. */
static void cut_empty_parts(char *value)
{
	size_t len = strlen(value);

	while (len && value[len - 1] == ';' && (len < 2 || value[len - 2] != '\\'))
		value[--len] = '\0';
}

void vcard_property_meaning(struct strbuf *out, const char *line)
{
	struct vcard_property property;
	bool is_original = *line == VCARD_ORIGINAL;

	if (!vcard_property_parse(
		    &property, line + is_original, strlen(line + is_original), false)) {
		strbuf_add(out, line);
		vcard_property_fini(&property);
		return;
	}
	vector_sort(&property.params, compare_params);
	const char *separators = vcard_separators(property.name, strlen(property.name));
	if (*separators)
		cut_empty_parts(property.value);
	make_bare(property.value, separators);
	if (!strcmp(property.name, "NICKNAME"))
		cut_spaces_after_commas(property.value);
	memory_replace_string(&property.spelling, property.name);
	for (char *c = property.spelling; (c = strchr(c, '/'));)
		*c = '-'; /* as 3.0 writes it */
	if (is_original)
		strbuf_add_char(out, VCARD_ORIGINAL);
	vcard_property_print(out, &property, false);
	vcard_property_fini(&property);
}
