/* People in a form's fields: naming them, and finding out who is meant by what was typed.
 * Not here: matching names (store/contact_list.h). */
#ifndef FILO_TUI_FORM_FORM_PEOPLE_H
#define FILO_TUI_FORM_FORM_PEOPLE_H

#include "filo/store/contact_list.h"
#include "tui/form/form.h"

/* FIELD_PEOPLE resolved: ids (of contact_id) in order. For form_ops.save, inside its change: a name
 * that is nobody yet makes the form ask whether to add that person, several matches make it ask
 * which; both return STATUS_CANCELLED (pass it on) and save is called again after the answer. */
enum status form_people(struct app *app, struct form *form, size_t field, struct vector *ids,
	size_t *bad_field, struct error *err);
/* Those of them who are known without a question. */
void form_known_people(struct app *app, struct form *form, size_t field, struct vector *ids);
/* All who are named there, as messages call them: told from namesakes, or as typed while they are
 * nobody yet. Caller frees. */
char *form_people_called(struct app *app, struct form *form, size_t field);
/* What stands beside a name where people are chosen from: when they were last in touch, behind what
 * tells one from namesakes. Adds to `out`. */
void form_people_tell(struct app *app, struct contact_row *row, struct strbuf *out);
/* How a person is named in a FIELD_PEOPLE, so that nobody else is meant wherever that text is read
 * again: "Ana", or "Ana #12" where there are namesakes. `form` NULL: in none. Caller frees. */
char *form_person_text(struct app *app, const struct form *form, const char *name, contact_id id);
/* Puts them at its end. */
void form_add_person(struct app *app, struct form *form, size_t field, contact_id id);

/* For the form itself: offers people for what is typed; says whom a typed name means. */
void form_offer_people(struct app *app, struct form *form, const char *typed);
void form_note_person(struct form *form, const char *name, contact_id id);

#endif
