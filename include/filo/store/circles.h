/* Circles and tags.
 * Not here: who is in one (contact_list.h). */
#ifndef FILO_STORE_CIRCLES_H
#define FILO_STORE_CIRCLES_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#include <stdint.h>

/* Circles, by cadence then name. */
enum status circle_list(struct store *store, struct vector *circles, struct error *err);
/* One; of id 0, or one that is gone, id is 0 and name NULL. */
enum status circle_load(
	struct store *store, circle_id id, struct circle *circle, struct error *err);
enum status circle_save(
	struct store *store, struct circle *circle, struct error *err); /* id 0 adds */
/* The same, where it is known that no other has the name. */
enum status circle_save_known(struct store *store, struct circle *circle, struct error *err);
enum status circle_delete(struct store *store, circle_id id, struct error *err);
circle_id circle_by_name(struct store *store, const char *name); /* folded; 0: none */
/* The one of that name, else the only one whose name begins so; STATUS_INVALID, with those it could
 * be, for what names none or several. circle_fini frees it. */
enum status circle_meant(
	struct store *store, const char *typed, struct circle *out, struct error *err);
/* "-": what is typed in place of a circle for none. */
bool circle_is_none(const char *typed);
void circle_fini(struct circle *circle);

/* All tags in use, by their folded names; vector of char *. */
enum status tag_list(struct store *store, struct vector *tags, struct error *err);
/* STATUS_NOT_FOUND where nobody has that tag, in any spelling, with those it could be. */
enum status tag_check_used(struct store *store, const char *typed, struct error *err);
/* All of them with how many have each, of those whom the limit fits (NULL: all): vector of struct
 * tag_count. */
struct tag_count {
	char *tag;
	int64_t count;
};
enum status tag_counts(
	struct store *store, const struct limit *limit, struct vector *counts, struct error *err);

#endif
