/* What a list is limited to, as people type it: "choir ~c Friends ~s >60 ~t !work ~f hard".
 * Not here: the lists (contact_list.h, queue.h, log_page.h). */
#ifndef FILO_STORE_LIMIT_H
#define FILO_STORE_LIMIT_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

enum limit_kind {
	LIMIT_WORDS,   /* of the name, a phone number, a mail address; in a log, of an entry */
	LIMIT_CIRCLE,  /* ~c; in a log, of somebody else who was there */
	LIMIT_TAG,     /* ~t; the same */
	LIMIT_SILENCE, /* ~s: days since you were in touch; in a log, since the entry */
	LIMIT_FEELING, /* ~f: how it felt when that was noted last; in a log, of the entry */
	LIMIT_PERSON,  /* #12: the one of that number; in a log, who was there */
	LIMIT_FIRM,    /* @studio: of the organisation, or with an address there; the same */
};

/* All conditions of a limit have to be met. */
struct limit_condition {
	enum limit_kind kind;
	bool is_not;   /* "!": who does not meet it */
	bool is_none;  /* "-": in no circle, without a tag, never in touch, nothing noted */
	bool is_plain; /* not between quotes: then "#" and "@" are signs */
	bool is_below; /* LIMIT_SILENCE: fewer days than `value`, else more */
	int64_t value; /* id of a circle or of somebody, days, or a feeling */
	char *typed;   /* the whole condition; owned, as those below */
	char *text;    /* words as typed, the tag or the circle's name */
	char *key;     /* folded text */
	char *match;   /* words, for the full-text index; NULL: they have no word in them */
	char *whole;   /* folded, as one word with the one before; NULL: they cannot be one */
	char *digits;  /* of the words; NULL: too few to look for a phone number */
};

/* Zeroed: no limit. */
struct limit {
	char *typed;
	struct vector conditions; /* of struct limit_condition */
	char *lost; /* which circle, tag or person of it was gone at limit_keep_up; NULL: none */
};

/* Blank text makes no limit. STATUS_INVALID says which condition is wrong, and *out is none: ~s
 * without a number, a feeling that has no such name, or a sign that says nothing ("@?", "#x", "!");
 * STATUS_NOT_FOUND a circle, tag or number that is not there. A tag that nobody has can be asked
 * for with "!". */
enum status limit_parse(
	struct store *store, const char *text, struct limit *out, struct error *err);
void limit_fini(struct limit *limit);
/* What circles, tags and people are meant, a line each, to be kept beside what was typed. Adds to
 * `out`. */
void limit_write_named(const struct limit *limit, struct strbuf *out);
/* limit_parse of what was kept, with what limit_write_named said then: a circle that has another
 * name now is typed by that one in out->typed. Blank `named`: as limit_parse. STATUS_INVALID: what
 * is meant is gone, whatever else begins so; but a circle that has come in place of one that is
 * gone, by its name, is meant. Who is not what is gone is everybody. */
enum status limit_parse_kept(struct store *store, const char *text, const char *named,
	struct limit *out, struct error *err);
/* Its circles by the names they have now; whether one has another than before. */
bool limit_follow(struct store *store, struct limit *limit);
/* STATUS_INVALID says which circle, tag or person of it is gone since. */
enum status limit_check_named(struct store *store, const struct limit *limit, struct error *err);
/* Both, for a list read anew: what is renamed is followed, what is gone is kept in limit->lost. */
void limit_keep_up(struct store *store, struct limit *limit);
bool limit_is_set(const struct limit *limit); /* NULL: no */
/* One condition more: the tag, whether anybody has it or not. */
void limit_add_tag(struct limit *limit, const char *tag);
/* What limits beside conditions of a kind: as it was typed, without them, but with what is asked
 * with "!", beside which another can hold. Adds to `out`. */
void limit_write_beside(const struct limit *limit, enum limit_kind kind, struct strbuf *out);
/* Refuses what cannot be asked of an entry: whether there was any. */
enum status limit_check_log(const struct limit *limit, struct error *err);
/* "choir, Friends, quiet over 60 days, not work, hard"; of a log "more than 60 days ago". Adds to
 * `out`. */
void limit_describe(const struct limit *limit, bool is_log, struct strbuf *out);
/* Adds a name or a tag so that it is read as one word. */
void limit_write_word(struct strbuf *out, const char *word);

/* "~c", "~t"...: those there are, by number; NULL behind the last. And a word for what it asks of.
 */
const char *limit_sign(size_t at);
const char *limit_sign_word(size_t at, bool is_log);
/* What the text of a limit may become by completing its last word: whole texts. Appends (char *) to
 * `out`. */
enum status limit_complete(
	struct store *store, const char *text, struct vector *out, struct error *err);
/* What such a text asks of that ends with a sign; "" of any other. */
const char *limit_tell(const char *text, bool is_log);

#endif
