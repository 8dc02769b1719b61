/* Values of a contact that an import brings: their marks, and the lists that hold many.
 * Not here: what becomes of them (import_update.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_VALUES_H
#define FILO_EXCHANGE_IMPORT_IMPORT_VALUES_H

#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>
#include <stddef.h>

#define MARK_DIGITS 8

/* The mark of a value: 32 bits, which is enough among the few dozen values of one person. */
struct mark {
	char digits[MARK_DIGITS + 1];
};

/* Of marks one behind the other; what is no whole one at the end, in a file from others, is none.
 */
#define MARKS_EACH(mark, marks)                                                                    \
	for (const char *mark = (marks); strnlen(mark, MARK_DIGITS) == MARK_DIGITS;                \
		mark += MARK_DIGITS)

/* Of marks side by side, as numbers. */
uint64_t import_mark_hash(const char *digits);
struct number_map import_marks_set(const char *marks);
bool import_marks_has(const struct number_map *set, const char *digits); /* NULL: an empty one */

struct mark import_mark_of(const char *what, const char *a, const char *b);
/* The same of a text that grows: begun, gone on with exchange_hash, and its mark. */
uint64_t import_mark_begin(const char *what);
struct mark import_mark_end(uint64_t hash, const char *b);

/* Whether a birthday or a day of death is said that is another than the one that is there. */
bool import_contradicts(const struct contact *contact, const struct contact *said);

/* Adds what went, and what it said, to a list in words. */
void import_tell_gone(struct strbuf *gone, const char *what, const char *value);

/* The lists, each as functions over its items, so that one procedure joins them all. */
struct value_list {
	size_t offset; /* of the vector in struct contact */
	struct mark (*mark)(const void *item);
	/* Adds the keys that items have in common which mean the same (KEYS_EACH). */
	void (*keys)(struct strbuf *keys, const void *item);
	/* NULL: kept lines, which are added together. */
	void (*add)(struct contact *contact, const void *item);
	void (*fini)(void *item);
	/* NULL, of a list too: the source takes none of them back. */
	bool (*can_go)(const void *item);
	enum contact_field (*field)(const void *item); /* CONTACT_FIELDS: no field is for it */
	void (*tell_gone)(struct strbuf *gone, const void *item);
	/* Makes the one of its kind what is said of it, when that is no less; NULL: many may be. */
	bool (*follow)(struct strbuf *gone, void *item, const struct contact *said);
	/* As `keys`, of one that is looked for; NULL: the same. */
	void (*sought)(struct strbuf *keys, const void *item);
};
#define IMPORT_LISTS 5 /* lists of a contact that are joined value by value */
extern const struct value_list import_lists[IMPORT_LISTS];

#endif
