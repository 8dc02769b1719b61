/* What an import of histories gathers while records come in: who, in which conversations, on which
 * days, how much. About 60 bytes a day of one person in one conversation, on disk when there are
 * many.
 * Not here: who they are (people.c), what becomes of the days (days.c, writing.c). */
#ifndef FILO_EXCHANGE_HISTORY_GATHER_H
#define FILO_EXCHANGE_HISTORY_GATHER_H

#include "exchange/history/handles.h"
#include "exchange/history/moments.h"
#include "exchange/history/records.h"
#include "exchange/history/sorter.h"
#include "exchange/history/texts.h"
#include "filo/base/number_map.h"
#include "filo/base/vector.h"
#include "filo/people/conversation.h"

#include <stdint.h>

/* Who wrote: one of these, or the number of a person, from AUTHORS on. */
enum { AUTHOR_ME, AUTHOR_BOTH, AUTHOR_UNKNOWN, AUTHORS };

/* Somebody as one source calls them. */
struct gathered_person {
	struct handle handle;
	char *source;        /* whose name or id it is; NULL: a channel, known everywhere */
	char *phone, *email; /* what the source says besides; NULL: nothing */
	uint32_t file;       /* the first in which they come */
	uint32_t written;    /* messages of theirs */
	uint32_t received;   /* mails to them */
	uint32_t missed;     /* and to nobody else, me neither */
	bool is_service;     /* no person: a short number, a name that sends */
	/* Found out at the end (people.c). */
	bool is_me, is_ignored;
	bool is_mapped;     /* somebody said so, in this import */
	bool is_wanted;     /* and wants a contact made of them */
	bool is_exact;      /* the contact is known by this address */
	bool was_written;   /* by me: then bulk of theirs counts, too */
	contact_id contact; /* 0: nobody here */
	contact_id likely;  /* who it may be; 0: no idea */
	contact_id trashed; /* who it is in the trash, nobody being here; 0: nobody */
	int64_t seen;       /* kept under this id among the people seen; 0: not yet */
	bool is_seen_new;   /* in this import */
	int days;           /* of contact, when they are nobody here */
	int64_t aside_days; /* put aside, or left in the trash, in this import; with meetings */
};

struct gathered_source {
	char *name;
	bool has_from; /* records say from whom, so that one must know which is me */
	bool has_me;   /* and one of them was (people.c) */
	bool says_me;  /* it tells whose it is, who need not have written */
};

struct gathered_file {
	char *name, *path; /* path: what the import was given */
	uint32_t source;
	day_number first, last; /* DAY_NONE: nothing counted */
	int64_t messages;
	char *dates; /* how its days are read: "dmy"; NULL: not said */
	bool is_sure;
	bool is_said; /* by the records; else it is only the name of what is read */
	bool has_own; /* pieces of filo's own JSON, which are counted elsewhere */
};

enum thread_kind { THREAD_CHAT, THREAD_PAIR, THREAD_MAIL };
enum thread_claim { CLAIM_NONE, CLAIM_DIRECT, CLAIM_GROUP, CLAIM_CHANNEL };

struct gathered_thread {
	enum thread_kind kind;
	enum thread_claim claim; /* what the source says of it */
	uint32_t source;
	uint64_t hash;         /* of its name */
	struct vector members; /* of uint32_t: persons; of mail, who it went to */
	uint32_t me;           /* who the source says I am in it; 0: not said */
};

/* Mail that may be for many: it counts from a contact to whom I have written, or from a contact. */
enum gathered_bulk { BULK_NOT, BULK_UNSUBSCRIBE, BULK_ROLE };

/* What one author wrote in one conversation on one contact day. */
struct gathered_day {
	uint32_t thread, author;
	uint32_t file; /* FILE_ANY: of any: its messages have ids, and none comes twice */
	day_number contact_day;
	int64_t first;  /* local seconds */
	uint32_t order; /* of the record that was first */
	uint32_t count; /* messages; or calls */
	uint32_t seconds;
	uint8_t medium;
	uint8_t bulk; /* enum gathered_bulk */
	bool has_time;
	uint8_t rest; /* zero: in a file no byte is left to chance */
};
#define FILE_ANY UINT32_MAX

/* A meeting, all together. */
struct gathered_meeting {
	char *id;
	uint32_t source, thread; /* members: who came, as the source says it */
	uint32_t organizer;      /* AUTHOR_UNKNOWN: not said */
	struct moment moment;
	uint32_t seconds;
	enum medium medium;
	char *text; /* NULL: not asked for */
};

/* What somebody wrote, where words are kept: among the texts. */
struct gathered_words {
	int64_t local, text_at;
	uint32_t text_bytes;
	uint32_t thread, author, order;
	uint8_t medium;
	uint8_t bulk; /* enum gathered_bulk */
	bool has_time;
	uint8_t rest[5]; /* zero, as above */
};

struct gathered_count {
	char *what;
	int64_t count;
};

struct gathering {
	struct moments *moments;
	const char *name;        /* of records whose source is only "messages"; NULL: none */
	day_number since, until; /* DAY_NONE: no limit */
	day_number today;
	struct vector people;   /* of struct gathered_person; AUTHORS of them are nobody */
	struct vector sources;  /* of struct gathered_source */
	struct vector files;    /* of struct gathered_file */
	struct vector threads;  /* of struct gathered_thread */
	struct sorter days;     /* of struct gathered_day; of one day there may be several parts */
	struct vector meetings; /* of struct gathered_meeting */
	struct vector left_out; /* of struct gathered_count */
	struct vector said_me;  /* of struct gathered_me */
	bool keeps_words;
	struct sorter words; /* of struct gathered_words, as they came */
	struct texts texts;
	struct number_map person_of, thread_of, day_of, has_id, left_out_of;
	char *path;    /* what is read, where the import reads it itself; else NULL */
	uint32_t file; /* the one at hand */
	uint32_t order;
	uint32_t records;
	bool has_ended;
};

/* What a source says about its owner. */
struct gathered_me {
	uint32_t person;
	char *why;
	bool is_known; /* to be me, without the source */
};

void gathering_init(struct gathering *gathering);
void gathering_fini(struct gathering *gathering);

/* The file at hand has pieces of filo's own JSON. */
void gathering_note_own(struct gathering *gathering);
/* Takes a message, a file, a person, a thread, "me", or what was left out. NULL, or what is wrong
 * with it, N_(). */
const char *gathering_take(struct gathering *gathering, const struct history_record *record);

/* More of one day: what comes first counts as its beginning. */
void gathered_day_add(struct gathered_day *day, const struct gathered_day *more);

/* What the report says of files, of me, and of what was left out. */
struct history_report;
void gathering_report(const struct gathering *gathering, struct history_report *report);

/* All has been taken: frees what was only needed to add to it. */
void gathering_close(struct gathering *gathering);

/* The person whom `source` calls so; borrowed until the next. */
uint32_t gathering_person(struct gathering *gathering, const char *source, const char *text);
struct gathered_person *gathering_person_at(const struct gathering *gathering, uint32_t number);
/* NULL: nothing was read of them. */
struct gathered_person *gathering_find_person(
	const struct gathering *gathering, const char *kind, const char *key);
/* Whose telephone it is, however written, among those that no decision of before is known of; NULL:
 * nobody's. */
struct gathered_person *gathering_find_phone(
	const struct gathering *gathering, const struct handle *phone);
/* From here on that of its key, which was changed. */
void gathering_know_person(struct gathering *gathering, const struct gathered_person *person);
void gathering_leave_out(struct gathering *gathering, const char *what, int64_t count);

/* Calls and meetings have a length; of all else messages are counted. */
bool gathering_is_timed(enum medium medium);

#endif
