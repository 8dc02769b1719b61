/* Drawing a form at the bottom of the screen: labels left, what a date means beside it, errors and
 * completions below the field. Not here: its keys (form.c). */
#include "tui/form/form_draw.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "tui/form/form_choice.h"
#include "tui/form/form_state.h"
#include "tui/terminal/terminal.h"
#include "tui/terminal/wrap.h"
#include "tui/widget/chosen.h"
#include "tui/widget/field_draw.h"
#include "tui/widget/heading.h"
#include "tui/widget/scroll.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define WHEN_COLS       24 /* room to type a date; its meaning stands behind it */
#define NOTE_ROWS_MIN   3
#define NOTE_ROWS_MAX   12
#define LABEL_COLS_MAX  30
#define LABEL_GAP       3
#define ANSWER_COLS_MIN 10 /* beside the words of a question */
#define OFFERS_SHOWN    6
#define OFFER_COL       2 /* behind the mark */

struct form_layout {
	struct rect area;
	int label_cols; /* with its gap */
	int value_cols;
	bool is_beside; /* room for the meaning of a date beside it */
	int offer_rows; /* of the completions, below the field with the focus */
};

/* Whether its title is a question, with the answer to it as the only field. */
static bool form_asks(const struct form *form)
{
	return !strcmp(form->ops->name, "prompt");
}

/* Columns for labels, with their gap: a question is told whole above. */
static int label_cols_max(const struct form *form, int cols)
{
	int most =
		cols - ANSWER_COLS_MIN < LABEL_COLS_MAX ? cols - ANSWER_COLS_MIN : LABEL_COLS_MAX;

	if (form_asks(form))
		return cols * 2 / 3 > most ? cols * 2 / 3 : most;
	return LABEL_COLS_MAX < cols / 2 ? LABEL_COLS_MAX : cols / 2;
}

/* The short one, where the other has no room in these columns. */
static const char *form_label_in(const struct field_spec *spec, int cols)
{
	return spec->short_label && draw_width(_(spec->label)) + LABEL_GAP > cols
		       ? _(spec->short_label)
		       : _(spec->label);
}

static struct form_layout lay_out(const struct form *form, struct rect area)
{
	struct form_layout layout = { .area = area };
	int most = label_cols_max(form, area.cols);

	for (size_t i = 0; i < form_shown_count(form); i++) {
		const struct field_spec *spec = &form->specs[i];
		int cols = *spec->label ? draw_width(form_label_in(spec, most)) + LABEL_GAP : 1;
		if (cols > layout.label_cols)
			layout.label_cols = cols;
	}
	if (layout.label_cols > most)
		layout.label_cols = most;
	layout.value_cols = area.cols - layout.label_cols - 1;
	layout.is_beside = layout.value_cols >= 2 * WHEN_COLS;
	return layout;
}

static bool is_beside(const struct form *form, const struct form_layout *layout, size_t field)
{
	return layout->is_beside && form->specs[field].kind == FIELD_WHEN;
}

/* What is said of a field: why it was refused, or what it means. Empty: nothing. */
static void form_draw_describe(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	char meaning[DATE_SPAN_SIZE];

	if (form->error && form->error_field == field) {
		strbuf_add(out, form->error);
		return;
	}
	if (form->specs[field].kind == FIELD_WHEN && !text_is_blank(form_text(form, field))) {
		struct error err;
		bool is_read = form_describe_when(form, field, app->today, meaning, sizeof meaning,
				       &err) == STATUS_OK;
		strbuf_add(out, is_read ? meaning : err.message);
	}
	if (!out->len && form->ops->describe)
		form->ops->describe(app, form, field, out);
}

static int value_cols(const struct form *form, const struct form_layout *layout, size_t field)
{
	return is_beside(form, layout, field) ? WHEN_COLS : layout->value_cols;
}

static int example_cols(const struct field_spec *spec)
{
	return spec->hint ? draw_width(_(spec->hint)) + 3 : 0; /* "(...)" behind the cursor */
}

/* The example, where there is no room for it in the field itself. */
static bool has_hint_below(const struct form *form, const struct form_layout *layout, size_t field)
{
	const struct field_spec *spec = &form->specs[field];

	return form->focus == field && form_has_text(spec->kind) &&
	       !form->fields[field].field.text.len && spec->hint &&
	       (draw_is_plain() || example_cols(spec) > value_cols(form, layout, field));
}

/* What is said below a value stands in its columns; to be heard, in rows as long as there are. */
static struct rect said_area(const struct form_layout *layout)
{
	const struct rect area = layout->area;

	if (draw_is_plain())
		return (struct rect){ area.row, area.col + 1, area.rows, area.cols - 2 };
	return (struct rect){ area.row, area.col + layout->label_cols, area.rows,
		layout->value_cols };
}

/* Whether what is said of a field stands at its right, on its one row. */
static bool said_fits_beside(
	const struct form *form, const struct form_layout *layout, size_t field, const char *said)
{
	return is_beside(form, layout, field) &&
	       draw_width(said) <= layout->value_cols - WHEN_COLS - 2;
}

/* Below what is said of the field, on a line of its own. */
static void add_hint_below(
	const struct form *form, const struct form_layout *layout, size_t field, struct strbuf *out)
{
	if (has_hint_below(form, layout, field))
		strbuf_add_format(out, "%s(%s)", out->len ? "\n" : "", _(form->specs[field].hint));
}

/* A label that has no room beside the value stands above it. */
static bool is_label_above(const struct form *form, const struct form_layout *layout, size_t field)
{
	const char *label = form->specs[field].label;

	return *label && !form_asks(form) && draw_width(_(label)) > layout->label_cols - 2;
}

static int note_rows(const struct form *form, size_t field, int cols)
{
	int rows = field_lines(&form->fields[field].field, cols);

	if (form->focus != field)
		return rows < NOTE_ROWS_MIN ? rows : NOTE_ROWS_MIN;
	return rows < NOTE_ROWS_MIN ? NOTE_ROWS_MIN : rows < NOTE_ROWS_MAX ? rows : NOTE_ROWS_MAX;
}

static int value_rows(const struct form *form, const struct form_layout *layout, size_t field)
{
	return form->specs[field].kind == FIELD_NOTE ? note_rows(form, field, layout->value_cols)
						     : 1;
}

static bool offer_fits(const struct offer *offer, int cols)
{
	return !offer->detail || draw_width(offer->text) + 2 + draw_width(offer->detail) <= cols;
}

/* From the mark before the field on; where one has no room there, from the edge on. */
static struct rect offers_area(const struct form *form, const struct form_layout *layout)
{
	struct rect area = layout->area;
	int col = layout->label_cols > OFFER_COL ? layout->label_cols - OFFER_COL : 0;
	const struct offer *offer;

	VECTOR_EACH (offer, &form->offers)
		if (!offer_fits(offer, area.cols - col - OFFER_COL))
			col = 0;
	area.col += col;
	area.cols -= col;
	return area;
}

/* Its detail stands behind it, or below where there is no room. The rows it takes. */
static int draw_offer_rows(const struct offer *offer, struct rect area, enum role role)
{
	int cols = draw_text(area, 0, 0, role, offer->text);

	if (!offer->detail || !*offer->detail)
		return 1;
	if (!offer_fits(offer, area.cols))
		return 1 + list_draw_indented(area, 1, INT_MAX, ROLE_FAINT, offer->detail);
	cols += draw_text(area, 0, cols, ROLE_FAINT, draw_is_plain() ? draw_between() : "  ");
	draw_text(area, 0, cols, ROLE_FAINT, offer->detail);
	return 1;
}

static int draw_offer(void *context, size_t index, struct rect area, enum role role)
{
	const struct form *form = context;

	return draw_offer_rows(vector_at(&form->offers, index), area, role);
}

const struct list_ops form_offer_list = { .text_col = OFFER_COL, .draw_tall = draw_offer };

/* The rows of as many as are shown, each whole. */
static int offers_list_rows(const struct form *form, const struct form_layout *layout)
{
	const struct rect nowhere = { .cols = offers_area(form, layout).cols - OFFER_COL };
	int rows = 0;

	for (size_t i = 0; i < form->offers.count && i < OFFERS_SHOWN; i++)
		rows += draw_offer_rows(vector_at(&form->offers, i), nowhere, ROLE_TEXT);
	return rows;
}

/* With the row that says how many more there are; of a field that takes `rows` besides, below a
 * heading. */
static int offer_rows(const struct form *form, const struct form_layout *layout, int rows)
{
	int most = layout->area.rows - 1 - rows, needed = offers_list_rows(form, layout);

	needed += form->offers.count > OFFERS_SHOWN;
	return needed < most ? needed : most > 0 ? most : 0;
}

/* The rows a field takes with what stands above and below it. */
static int rows_of(struct app *app, struct form *form, struct form_layout *layout, size_t field)
{
	struct strbuf said = STRBUF_INIT;
	int rows = value_rows(form, layout, field) + is_label_above(form, layout, field);

	if (form_hides(app, form, field))
		return 0;
	form_draw_describe(app, form, field, &said);
	if (said_fits_beside(form, layout, field, said.data))
		strbuf_clear(&said);
	add_hint_below(form, layout, field, &said);
	rows += draw_wrap(said.data, said_area(layout).cols, NULL, NULL);
	strbuf_fini(&said);
	if (form->focus != field)
		return rows;
	layout->offer_rows = offer_rows(form, layout, rows);
	return rows + layout->offer_rows;
}

static void draw_choice(const struct form *form, size_t field, struct rect value, bool has_focus)
{
	const struct field_spec *spec = &form->specs[field];
	const char *word = form_choice_word(spec, form->fields[field].choice);

	draw_text(value, 0, 0, has_focus ? ROLE_SELECTED : ROLE_TEXT, word);
	if (has_focus)
		draw_cursor(value, 0, 0, true);
}

/* An example stands dim, in brackets, and only where one types: it is no value. What a screen
 * reader reads aloud is a word. */
static void draw_empty_value(const struct field_spec *spec, struct rect value, bool has_focus)
{
	if (draw_is_plain())
		draw_text(value, 0, has_focus ? 1 : 0, ROLE_FAINT, _("empty"));
	else if (has_focus && spec->hint && example_cols(spec) <= value.cols)
		draw_format(value, 0, 1, ROLE_EXAMPLE, "(%s)", _(spec->hint));
}

static void draw_chosen_offer(const struct form *form, const struct field *typed, struct rect value)
{
	const struct list *list = &form->offer_list;
	const struct offer *offer = vector_at(&form->offers, list->selected);

	chosen_tell(&(struct chosen){ list, offer->text, form->has_more_offers }, typed, value);
}

static void draw_value(struct form *form, size_t field, struct rect value)
{
	const struct field_spec *spec = &form->specs[field];
	struct form_field *held = &form->fields[field];
	bool has_focus = form->focus == field;

	if (!form_has_text(spec->kind)) {
		draw_choice(form, field, value, has_focus);
		return;
	}
	field_draw(&held->field, value, has_focus);
	if (!held->field.text.len)
		draw_empty_value(spec, value, has_focus);
	if (has_focus)
		form->value_cols = value.cols;
	if (has_focus && form->offers.count)
		draw_chosen_offer(form, &held->field, value);
	else if (has_focus && form->draft_word)
		chosen_say(form->draft_word, &held->field, value);
}

static int draw_offers(struct form *form, const struct form_layout *layout, int row)
{
	int rows = layout->offer_rows;
	struct rect area = offers_area(form, layout);
	struct strbuf below = STRBUF_INIT;

	rows -= rows &&
		(form->offers.count > OFFERS_SHOWN || rows < offers_list_rows(form, layout));
	area.row += row;
	area.rows = rows;
	list_draw(&form->offer_list, area, true);
	if (form->has_more_offers && form->offer_list.below)
		strbuf_add(&below, draw_glyph(GLYPH_ELLIPSIS));
	else
		scroll_add_below(&below, form->offer_list.below);
	area.rows = layout->offer_rows;
	if (rows < area.rows)
		draw_text(area, rows, OFFER_COL, ROLE_FAINT, below.data);
	strbuf_fini(&below);
	return row + area.rows;
}

/* As many whole words as there is room for. */
static void draw_label_words(
	const struct form_layout *layout, int row, enum role role, const char *label)
{
	size_t next, len = wrap_line(label, layout->label_cols - 2, terminal_is_utf8(), &next);
	char *words = memory_copy_bytes(label, len);

	draw_cell(layout->area, row, 1, layout->label_cols - 2, role, words);
	free(words);
}

/* On the plain screen the row of the cursor is what is heard: there it says what is typed, also
 * where the whole stands above. */
static void draw_label(
	const struct form *form, const struct form_layout *layout, size_t field, int row)
{
	bool is_above = is_label_above(form, layout, field), has_focus = form->focus == field;
	const enum role role = has_focus ? ROLE_TITLE : ROLE_TEXT;
	const struct field_spec *spec = &form->specs[field];

	if (!*spec->label)
		return;
	if (is_above)
		draw_cell(layout->area, row, 1, layout->area.cols - 1, role, _(spec->label));
	if (!is_above || (draw_is_plain() && has_focus))
		draw_label_words(
			layout, row + is_above, role, form_label_in(spec, layout->label_cols));
}

/* The label, and what is said of the field below `rows` of it or at its right. Returns the row
 * behind all that. */
static int draw_around_value(struct app *app, struct form *form, const struct form_layout *layout,
	size_t field, int row, int rows)
{
	struct rect area = layout->area;
	bool is_above = is_label_above(form, layout, field);
	enum role role = form->error && form->error_field == field ? ROLE_ERROR : ROLE_FAINT;
	struct strbuf said = STRBUF_INIT;

	draw_label(form, layout, field, row);
	row += is_above;
	form_draw_describe(app, form, field, &said);
	if (said_fits_beside(form, layout, field, said.data)) {
		draw_text(area, row, layout->label_cols + WHEN_COLS + 2, role, said.data);
		strbuf_clear(&said);
	}
	add_hint_below(form, layout, field, &said);
	row += rows;
	row += draw_paragraph(said_area(layout), row, 0, role, said.data);
	strbuf_fini(&said);
	return row;
}

/* Left of the last row of a note, how much of it is below. */
static void draw_note_below(
	struct form *form, const struct form_layout *layout, size_t field, struct rect value)
{
	const struct field *note = &form->fields[field].field;
	int row = value.row - layout->area.row + value.rows - 1;
	int lines = field_lines(note, value.cols);
	struct strbuf below = STRBUF_INIT;

	if (lines > (int)note->scroll + value.rows)
		scroll_add_below(&below, (size_t)(lines - (int)note->scroll - value.rows));
	if (value.rows > 1)
		draw_cell(layout->area, row, 1, layout->label_cols - 2, ROLE_FAINT, below.data);
	strbuf_fini(&below);
}

/* One field from `row` of the form's area on; the row behind it. */
static int draw_field(
	struct app *app, struct form *form, const struct form_layout *layout, size_t field, int row)
{
	struct rect area = layout->area;
	int rows = value_rows(form, layout, field);
	int value_row = row + is_label_above(form, layout, field);
	struct rect value = { area.row + value_row, area.col + layout->label_cols,
		rows < area.rows - value_row ? rows : area.rows - value_row,
		value_cols(form, layout, field) };

	row = draw_around_value(app, form, layout, field, row, rows);
	if (form->focus == field)
		row = draw_offers(form, layout, row);
	draw_value(form, field, value); /* last: the cursor rests in it */
	if (app_reads_refusal(app) && form->error && form->error_field == field &&
		!said_fits_beside(form, layout, field, form->error))
		draw_cursor(said_area(layout), value_row + value.rows, 0, true);
	if (form->specs[field].kind == FIELD_NOTE)
		draw_note_below(form, layout, field, value);
	return row;
}

/* The first field shown, such that the one with the focus is. */
static void scroll_to_focus(struct form *form, int rows)
{
	int needed = 0;

	if (form->first > form->focus)
		form->first = form->focus;
	for (size_t i = form->first; i <= form->focus; i++)
		needed += form->fields[i].rows;
	while (needed > rows && form->first < form->focus)
		needed -= form->fields[form->first++].rows;
}

/* Where there is no room for all, what is asked gives way to what is typed. */
static int form_heading_rows(
	const struct form *form, const struct heading *heading, struct rect area)
{
	int rows = heading_rows(heading, area.cols);
	int room = area.rows - form->fields[form->focus].rows;

	return rows <= room ? rows : room > 1 ? room : 1;
}

void form_draw(struct app *app, struct view *view, struct rect area)
{
	struct form *form = form_of(view);

	form_begin(app, form);
	struct form_layout layout = lay_out(form, area);
	size_t shown = form_shown_count(form), below = 0;
	struct heading heading = { form->title, NULL, 0 };
	int needed = 0;
	for (size_t i = 0; i < shown; i++)
		needed += form->fields[i].rows = rows_of(app, form, &layout, i);
	/* The title leaves room to say how many fields are out of sight. */
	if (needed + form_heading_rows(form, &heading, area) > area.rows)
		heading.most = shown;
	int title = form_heading_rows(form, &heading, area), row = title;
	needed += title;
	if (needed < area.rows) {
		layout.area.row += area.rows - needed;
		layout.area.rows = needed;
	}
	draw_blank(layout.area);
	scroll_to_focus(form, layout.area.rows - title);
	for (size_t i = 0; i < form->count; i++)
		form->fields[i].row = -1;
	for (size_t i = form->first; i < shown; i++) {
		if (form_hides(app, form, i))
			continue;
		if (row >= layout.area.rows) {
			below++;
			continue;
		}
		form->fields[i].row = layout.area.row + row;
		row = draw_field(app, form, &layout, i, row);
	}
	heading_draw(&heading, layout.area, title, below);
}

void form_point(struct app *app, struct view *view, int row, int col)
{
	struct form *form = form_of(view);

	(void)app;
	(void)col;
	for (size_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		if (field->row >= 0 && row >= field->row && row < field->row + field->rows &&
			i != form->focus) {
			form_focus(form, i);
			return;
		}
	}
}
