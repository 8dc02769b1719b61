/* A contact: a person, and the ways to reach them.
 * Not here: how it is kept (store/contacts.h), the rhythm of it (rhythm.h). */
#ifndef FILO_PEOPLE_CONTACT_H
#define FILO_PEOPLE_CONTACT_H

#include "filo/base/spoken.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"

#include <stdint.h>

typedef int64_t contact_id; /* 0: none */
typedef int64_t circle_id;  /* 0: none */

enum channel_kind {
	CHANNEL_EMAIL,
	CHANNEL_PHONE,
	CHANNEL_MESSENGER, /* IMPP: value is a URI such as xmpp:ann@example.org */
	CHANNEL_PROFILE,   /* social profile: a URL or a handle; label says where */
	CHANNEL_WEBSITE,
	CHANNEL_ADDRESS, /* postal, several lines joined by newlines */
	CHANNEL_KINDS
};

struct channel {
	enum channel_kind kind;
	char *value;
	char *label; /* "home", "work", "Mastodon", free; NULL: none */
	bool is_preferred;
};

/* YEARLY_DEATH: of somebody who is remembered; what is known of the day may be nothing at all. */
enum yearly_kind { YEARLY_BIRTHDAY, YEARLY_ANNIVERSARY, YEARLY_OTHER, YEARLY_DEATH, YEARLY_KINDS };

struct yearly_date {
	enum yearly_kind kind;
	struct civil_date date; /* year, or day, may be 0: not known */
	char *label;            /* for YEARLY_OTHER; NULL: none */
	bool is_remembered;     /* marked: it is told of whoever it is */
};

/* One vCard property filo does not interpret, kept as it came, unfolded, in UTF-8:
 * "item1.X-FOO;TYPE=home:value". Given back on export. */
struct kept_property {
	char *line;
};

enum relation_kind {
	RELATION_INTRODUCED_BY,
	RELATION_PARTNER,
	RELATION_FAMILY,
	RELATION_COLLEAGUE,
	RELATION_FRIEND,
	RELATION_KINDS
};

struct relation {
	enum relation_kind kind;
	contact_id other; /* 0: somebody who is not in the address book; then `name` */
	char *name;       /* filled on load; "urn:uid:" and a UID for who may come yet */
};

/* Every string may be NULL but `name`. Owned by the struct. */
struct contact {
	contact_id id;
	char *uid;  /* vCard UID; made by the store when NULL */
	char *name; /* as shown; never blank */
	char *family, *given, *additional, *prefix, *suffix; /* vCard N */
	char *nickname;
	char *pronouns;           /* "she/her", as they say it */
	char *grammatical_gender; /* a word of RFC 9554: "feminine", ... */
	char *organization;
	char *title;
	char *note;
	char *met;              /* origin: how and where you met */
	day_number met_on;      /* DAY_NONE: not known */
	day_number added_on;    /* written down by hand; DAY_NONE: by import, or not known */
	day_number wish_set_on; /* when circle or cadence were set; the store keeps it */
	circle_id circle;
	int cadence_days;        /* the own wish; 0: none */
	char *revision;          /* vCard REV as it came */
	struct vector channels;  /* of struct channel */
	struct vector tags;      /* of char *, sorted by strcmp */
	struct vector dates;     /* of struct yearly_date */
	struct vector relations; /* of struct relation */
	struct vector kept;      /* of struct kept_property */
};

/* What a contact is made of (contact_field.h), in the order in which cards, files and lists have
 * them. */
enum contact_field {
	CONTACT_UID,
	CONTACT_NAME,
	CONTACT_FAMILY, /* the parts of the name, in vCard's order */
	CONTACT_GIVEN,
	CONTACT_ADDITIONAL,
	CONTACT_PREFIX,
	CONTACT_SUFFIX,
	CONTACT_NICKNAME,
	CONTACT_PRONOUNS,
	CONTACT_GRAMMATICAL_GENDER,
	CONTACT_ORGANIZATION,
	CONTACT_TITLE,
	CONTACT_CIRCLE,
	CONTACT_CADENCE,
	CONTACT_EMAIL,
	CONTACT_PHONE,
	CONTACT_MESSENGER,
	CONTACT_PROFILE,
	CONTACT_WEBSITE,
	CONTACT_ADDRESS,
	CONTACT_BIRTHDAY,
	CONTACT_ANNIVERSARY,
	CONTACT_OTHER_DAYS,
	CONTACT_DEATH,
	CONTACT_MET,
	CONTACT_MET_ON,
	CONTACT_ADDED_ON,
	CONTACT_WISH_SET_ON,
	CONTACT_INTRODUCED,
	CONTACT_TAGS,
	CONTACT_NOTE,
	CONTACT_REVISION,
	CONTACT_FIELDS
};

void contact_init(struct contact *contact);
void contact_fini(struct contact *contact);
void contact_copy(struct contact *to, const struct contact *from); /* `to` uninitialised */
void contact_add_channel(struct contact *contact, enum channel_kind kind, const char *value,
	const char *label, bool is_preferred);
void contact_add_tag(struct contact *contact, const char *tag); /* once, trimmed; blank: no-op */
bool contact_has_tag(const struct contact *contact, const char *tag); /* just so */
void contact_give_tag(struct contact *contact, const char *tag); /* one that folds alike will do */
/* Takes it away: as it is written, or the first that folds alike. False: there is none. */
bool contact_remove_tag(struct contact *contact, const char *tag);
/* Borrowed until the next date comes or goes. */
struct yearly_date *contact_add_date(
	struct contact *contact, enum yearly_kind kind, struct civil_date date, const char *label);
/* The earliest year that stands in how you met ("at school, 1998"); 0: none. */
int contact_met_year(const char *met);
bool contact_is_dead(const struct contact *contact);
void contact_add_kept(struct contact *contact, const char *line);
/* The preferred (else first) channel of a kind, or NULL. Borrowed. */
const struct channel *contact_channel(const struct contact *contact, enum channel_kind kind);

/* Stable English words for files and JSON ("email", "phone", ...), and the translated ones. */
const char *channel_kind_name(enum channel_kind kind);
const char *channel_kind_label(enum channel_kind kind);
bool channel_kind_parse(const char *word, enum channel_kind *kind);
extern const struct spoken relation_kind_words[RELATION_KINDS]; /* as people type them */
const char *relation_kind_name(enum relation_kind kind);
const char *relation_kind_label(enum relation_kind kind);
/* The same as labels are written: "Partner". Borrowed. */
const char *relation_kind_title(enum relation_kind kind);
/* What the first is to the other: "Introduced". Borrowed. */
const char *relation_kind_title_turned(enum relation_kind kind);
bool relation_kind_parse(const char *word, enum relation_kind *kind);
/* Its own label, or the translated word for its kind. Borrowed. */
const char *yearly_date_label(const struct yearly_date *date);
/* The UID in a name "urn:uid:...", of somebody who may come yet; NULL: a name like any other.
 * Borrowed. */
const char *relation_uid(const char *name);
/* What to call the other one on the screen. Borrowed. */
const char *relation_person(const struct relation *relation);

/* A circle: a named closeness. */
struct circle {
	circle_id id;
	char *name;       /* Close, Friends, Network to begin with */
	int cadence_days; /* 0: none */
};

/* A cadence must lie here. */
#define CADENCE_MIN_DAYS 1
#define CADENCE_MAX_DAYS 36500

#endif
