/* A line that an import has kept with a contact, for people to read.
 * Not here: giving it back to programs (exchange). */
#ifndef FILO_PEOPLE_KEPT_LINE_H
#define FILO_PEOPLE_KEPT_LINE_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"

#include <stdbool.h>

/* What a kept line says: under what it stood, the column of a table or the property of a card
 * (caller frees), and its text, without escapes. False: nothing to read; it is a picture, only for
 * programs, or stands in a field too. What is read here is indexed by the schema, so that another
 * reading wants a version of the schema that indexes anew. */
bool kept_line_read(const char *line, char **label, struct strbuf *text);

/* The labels among a contact's kept lines, each for the lines of its group; borrows the lines. */
void kept_labels_init(struct vector *labels, const struct vector *kept);

/* The same as it is shown with a contact, of the line at `place` in their kept ones: what is not
 * searched but may be an address (of a key, a logo) is read, too, and a label stands behind the
 * text. */
bool kept_line_show(const struct vector *kept, size_t place, const struct vector *labels,
	char **label, struct strbuf *text);

/* Adds a label as people read it: Apple's own stand in _$!<...>!$_. */
void kept_line_add_label(struct strbuf *out, const char *label);

/* It is a cell of a table, not a property of a card. */
bool kept_line_is_cell(const char *line);

#endif
