/* What people are called where there are namesakes.
 * Not here: finding whom a name means (contact_resolve.h). */
#ifndef FILO_STORE_CONTACT_CALLED_H
#define FILO_STORE_CONTACT_CALLED_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

/* What tells a person from namesakes, as messages list it: "#12, Studio Ferrara": the number, and
 * what else is known first of organisation, ways to reach them, circle. Nothing where nobody else
 * has the name, case and accents ignored. Adds to `out`. */
void contact_tell_apart(struct store *store, contact_id id, struct strbuf *out);
/* The same for a row that is drawn again and again: asked once, while *kept (owned by the row) is
 * NULL. Borrowed. */
const char *contact_kept_apart(struct store *store, contact_id id, char **kept);
/* "Ana", or "Ana (#12, Studio Ferrara)"; `name` NULL: as it is kept. Caller frees; NULL: nobody is
 * there. */
char *contact_called(struct store *store, contact_id id, const char *name);
/* In place: the owned name of somebody, or NULL of nobody. */
void contact_call_in_place(struct store *store, contact_id id, char **name);

/* The same for lists of any length: from the hundredth on, whoever has namesakes is asked for at
 * once, as they are then. Begin with zeros. */
struct contact_names {
	size_t asked;
	struct vector namesakes; /* private */
};
void contact_names_fini(struct contact_names *names);
char *contact_names_called(
	struct contact_names *names, struct store *store, contact_id id, const char *name);

/* Everybody who has namesakes, by id, with their first e-mail address that nobody else has; NULL:
 * there is none. */
enum status namesake_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, const char *email, struct error *err),
	void *context, struct error *err);

#endif
