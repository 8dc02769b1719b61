/* What the vCard files share: a property as it stands in a card, and a card as read.
 * Not here: contacts (people/contact.h), who a card is about (match.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_H
#define FILO_EXCHANGE_VCARD_VCARD_H

#include "exchange/record.h"
#include "exchange/source.h"

struct vcard_param {
	char *name; /* upper case; a bare 2.1 type is a TYPE */
	char *value;
};

/* One property, unfolded and decoded to UTF-8. `value` is still escaped the way vCard 3.0 and 4.0
 * do it, whatever the card's version: a backslash before n, comma, semicolon, backslash. */
struct vcard_property {
	char *group; /* NULL: none */
	char *name;  /* upper case */
	struct vector params;
	char *value;
	int64_t line;
	bool is_binary; /* base64 */
};

void vcard_property_fini(struct vcard_property *property);
/* Reads one unfolded line. False when it is no property. `is_version_21`: commas were no separators
 * yet. To be freed either way. */
bool vcard_property_parse(
	struct vcard_property *property, const char *line, size_t len, bool is_version_21);
/* The first value of a parameter, or NULL. Borrowed. */
const char *vcard_param(const struct vcard_property *property, const char *name);
bool vcard_has_type(const struct vcard_property *property, const char *type);
/* The property as one line again, as it is kept; in the style of vCard 3.0 and 4.0. */
void vcard_property_print(struct strbuf *out, const struct vcard_property *property);

/* The length of the part of escaped `value` before the next separator, or the end. */
size_t vcard_part_length(const char *value, char separator);
/* Adds `len` bytes of an escaped value to `out`, unescaped. */
void vcard_unescape(struct strbuf *out, const char *value, size_t len);
/* A whole value unescaped. Caller frees. */
char *vcard_text(const char *value);
void vcard_escape(struct strbuf *out, const char *text);

/* Unfolds a source into properties. */
struct vcard_lexer {
	struct source *source;
	struct strbuf line, next; /* the line built, and the physical one read ahead */
	bool has_next;
	bool is_version_21;       /* there a fold keeps its white space */
	int64_t line_number;      /* of `line` */
	int64_t next_line_number; /* of `next` */
};
void vcard_lexer_init(struct vcard_lexer *lexer, struct source *source);
void vcard_lexer_fini(struct vcard_lexer *lexer);
/* The next unfolded line that is not blank is in lexer->line. */
enum status vcard_lexer_next(struct vcard_lexer *lexer, bool *has_line, struct error *err);

/* Reads all cards of a source into `sink`. */
enum status vcard_read(struct source *source, const struct record_sink *sink, struct error *err);

/* Makes a record of a card's properties (vector of struct vcard_property): fields where filo has
 * them, kept lines for the rest. Calls `doubt` (may be NULL) for a value that was not understood
 * where it should have been. */
void vcard_interpret(struct record *record, const struct vector *properties,
	void (*doubt)(void *context, const struct vcard_property *property), void *context);

enum vcard_taken {
	VCARD_UNKNOWN, /* no field for it: the line is kept */
	VCARD_PARTLY,  /* read into a field, but the line says more: it is kept as an original */
	VCARD_WHOLLY,
};
/* Reads one property of `all` into the record. */
enum vcard_taken vcard_interpret_one(
	struct record *record, const struct vcard_property *property, const struct vector *all);

/* "1985-04-12", "19850412", "1985-04", "1985", "--0412", "--04-12", "--04", "---12", any with a
 * time after T. False for what is no date. *is_whole: nothing was left out (a time is). */
bool vcard_date_parse(const char *text, struct civil_date *date, bool *is_whole);
/* As vCard 4.0 writes it ("19850412", "--0412", "1985-04", ...), or 3.0 ("1985-04-12"), which has
 * no dates without a year: the customary year 1604 stands for it, as Apple's programs do. */
void vcard_date_print(struct strbuf *out, struct civil_date date, bool is_version_3);
#define VCARD_NO_YEAR 1604

/* A kept line that begins with this is the source's own writing of something that is also read
 * into a field (an address with its parts, say). It goes out in place of what filo would
 * write, as long as the field still says the same. */
#define VCARD_ORIGINAL '~'

#endif
