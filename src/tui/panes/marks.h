/* People who are marked in the lists, for what acts on all of them.
 * Not here: acting on them (person/marked.c). */
#ifndef FILO_TUI_PANES_MARKS_H
#define FILO_TUI_PANES_MARKS_H

#include "tui/app.h"
#include "tui/widget/list.h"

/* Draws the sign of who is marked (ids) in the left margin of their row, and adds their name to
 * `out`: on the plain screen behind a word, which is read as such. */
void marks_draw_name(const struct vector *marked, int64_t id, const char *name, struct rect row,
	struct strbuf *out);
/* Whose row it is; `apart` is of contact_kept_apart, and the row's. */
struct listed_person {
	contact_id id;
	const char *name;
	char **apart;
};
/* The whole row, in which `line` says what stands at the right: the name told from namesakes. To be
 * heard, on the plain screen, it is whole; where the column has no room for it, what stands at the
 * right follows, and goes on below. Returns the rows it takes; an area of no rows only measures. */
int marks_draw_person(const struct app *app, const struct listed_person *person, struct rect area,
	enum role role, struct list_line line);
/* For lists with marks of their own. */
void marks_put(struct vector *marked, int64_t id, bool is_marked);
/* The names of a list's commands that mark, for what is said of them. */
struct mark_commands {
	const char *one, *range, *all;
};
extern const struct mark_commands mark_commands_of_panes;
/* Marks of `ids` (of int64_t) those from *from to `id`, in either direction, with both. Where no
 * range has begun (0), or not among these, one begins at `id`, which is said. Sets *from. */
void marks_range_to(struct app *app, struct vector *marked, int64_t *from, const struct vector *ids,
	int64_t id, const struct mark_commands *names);
/* For what acts on the marked: a range that has begun ends at who is selected. */
void marks_close_range(struct app *app);
/* "6 marked", and that a range of them has begun; adds nothing when neither is so. */
void marks_add_title(const struct vector *marked, int64_t range_from, struct strbuf *out);
/* "6 marked, 2 of them not shown". Adds to `out`. */
void marks_tell(const struct vector *marked, size_t hidden, struct strbuf *out);
/* The same and ": c circle, t tags": asks what to do with them, a key of `keys`.
 * Says so when nobody is marked. */
struct marks_question {
	const struct vector *marked;
	size_t hidden; /* of them */
	const struct mark_commands *commands;
	const char *choices, *keys;
	void (*answer)(struct app *app, void *context, int key);
};
void marks_ask(struct app *app, const struct marks_question *question);
/* Of those marked, how many are not in the list that has the focus. */
size_t marks_hidden(struct app *app);
/* Who is gone meanwhile is marked no more, until they are back. */
void marks_refresh(struct app *app);
/* Nobody is marked any more. False: nobody was. */
bool marks_clear(struct app *app);
/* Another file is opened in place of this one: of those marked only who is the same person in both
 * stays so. */
void marks_keep_same(struct app *app, struct store *fresh);

/* One was marked, or is no more: the next one is selected, so that a held key marks on. But on the
 * plain screen that row stays under the cursor: what became of it is heard. */
void marks_go_on(struct app *app);
/* There, how many are marked now. */
void marks_say(struct app *app, const struct vector *marked);

#endif
