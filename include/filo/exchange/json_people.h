/* People and what is in their log as JSON, wherever they are told to other programs.
 * Not here: everything about everybody (export.h), JSON as such (json_write.h). */
#ifndef FILO_EXCHANGE_JSON_PEOPLE_H
#define FILO_EXCHANGE_JSON_PEOPLE_H

#include "filo/exchange/json_write.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"

/* "channels":, "tags": and "kept": of an object. */
void json_put_channels(struct json_writer *json, const struct contact *contact);
void json_put_tags(struct json_writer *json, const struct contact *contact);
void json_put_kept(struct json_writer *json, const struct contact *contact);

/* What is known of somebody beside the contact. */
struct json_person {
	enum contact_state state;
	day_number last_day; /* DAY_NONE: never */
	int cadence_days;    /* 0: none */
	const char *circle;  /* NULL: none */
};
/* The keys of an object, as `filo list --json` has them. */
void json_put_person(
	struct json_writer *json, const struct contact *contact, const struct json_person *person);
/* The same of an entry, as in the log of `filo show --json`. */
void json_put_entry(struct json_writer *json, const struct conversation *talk);
/* And of a follow-up, but for its id and whom it is with. */
void json_put_followup(struct json_writer *json, const struct followup *followup);
/* An event of the log: "id", "kind", "day", "until". */
void json_put_event(struct json_writer *json, const struct event *event);

#endif
