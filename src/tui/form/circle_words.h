/* Circles as they are typed in forms, and what completes circles and tags.
 * Not here: the forms (tui/person/), typed tags (people/words). */
#ifndef FILO_TUI_FORM_CIRCLE_WORDS_H
#define FILO_TUI_FORM_CIRCLE_WORDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "tui/app.h"

/* Tags that begin so: one as it is, of several as each is written. */
void tag_complete(struct app *app, const char *typed, struct vector *out);
void tags_complete(struct app *app, const char *typed, struct vector *out);
/* The same, and with a "-" before it what is taken away. */
void tags_complete_change(struct app *app, const char *typed, struct vector *out);
/* Refuses to take away ("choir, -sail") a tag that nobody has, and says which begin so. */
enum status tags_check_change(struct app *app, const char *typed, struct error *err);
/* How many have each of the words that one of these has found. Appends (char *) to `told`. */
void tags_tell(struct app *app, const struct vector *words, struct vector *told);

/* The circle's name; nothing for 0. Adds to `out`. */
void circle_write(struct app *app, struct strbuf *out, circle_id id);
/* The names of all there are. Adds to `out`. */
void circles_write(struct app *app, struct strbuf *out);
/* Frees a vector of struct circle, with what is in it. */
void circles_free(struct vector *circles);
/* Of a blank or circle_is_none's no circle; else as circle_meant: a beginning is enough where it
 * fits only one. */
enum status circle_read(struct app *app, const char *text, circle_id *id, struct error *err);
void circles_complete(struct app *app, const char *typed, struct vector *out);
/* "Friends: every 90 days" when the typed circle has a cadence. Adds to `out`. */
void circle_describe(struct app *app, struct strbuf *out, const char *text);

#endif
