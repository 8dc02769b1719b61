/* Drawing a form at the bottom of the screen: labels left, what a date means beside it, errors and
 * completions below the field. Not here: its keys (form.c). */
#include "tui/form/form_draw.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "tui/form/form_state.h"
#include "tui/widget/field_draw.h"

#include <string.h>

#define WHEN_COLS      24 /* room to type a date; its meaning stands behind it */
#define NOTE_ROWS_MIN  3
#define NOTE_ROWS_MAX  12
#define LABEL_COLS_MAX 24

struct form_layout {
	struct rect area;
	int label_cols; /* with its gap */
	int value_cols;
	bool is_beside; /* room for the meaning of a date beside it */
};

static struct form_layout lay_out(const struct form *form, struct rect area)
{
	struct form_layout layout = { .area = area };

	for (size_t i = 0; i < form_shown_count(form); i++) {
		int cols = *form->specs[i].label ? text_width(_(form->specs[i].label)) + 3 : 1;
		if (cols > layout.label_cols)
			layout.label_cols = cols;
	}
	if (layout.label_cols > LABEL_COLS_MAX)
		layout.label_cols = LABEL_COLS_MAX;
	if (layout.label_cols > area.cols / 2)
		layout.label_cols = area.cols / 2;
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
	struct when when;
	char meaning[128];

	if (form->error && form->error_field == field) {
		strbuf_add(out, form->error);
		return;
	}
	if (form->specs[field].kind == FIELD_WHEN && !text_is_blank(form_text(form, field))) {
		struct error err;
		if (when_parse(form_text(form, field), form->specs[field].sense, app->today,
			    i18n_language(), i18n_is_day_first(), &when, &err) == STATUS_OK) {
			when_describe(&when, app->today, meaning, sizeof meaning);
			strbuf_add(out, meaning);
		} else {
			strbuf_add(out, err.message);
		}
	}
	if (!out->len && form->ops->describe)
		form->ops->describe(app, form, field, out);
}

static int note_rows(const struct form *form, size_t field, int value_cols)
{
	int rows = field_lines(&form->fields[field].field, value_cols);

	if (form->focus != field)
		return rows < NOTE_ROWS_MIN ? rows : NOTE_ROWS_MIN;
	return rows < NOTE_ROWS_MIN ? NOTE_ROWS_MIN : rows < NOTE_ROWS_MAX ? rows : NOTE_ROWS_MAX;
}

static int value_rows(const struct form *form, const struct form_layout *layout, size_t field)
{
	return form->specs[field].kind == FIELD_NOTE ? note_rows(form, field, layout->value_cols)
						     : 1;
}

/* The rows a field takes with what stands below it. */
static int rows_of(
	struct app *app, struct form *form, const struct form_layout *layout, size_t field)
{
	struct strbuf said = STRBUF_INIT;
	int rows = value_rows(form, layout, field);

	if (form_hides(app, form, field))
		return 0;
	form_draw_describe(app, form, field, &said);
	if (said.len && !is_beside(form, layout, field))
		rows++;
	strbuf_fini(&said);
	return rows + (form->focus == field ? (int)form->offers.count : 0);
}

static void draw_choice(const struct form *form, size_t field, struct rect value, bool has_focus)
{
	const struct field_spec *spec = &form->specs[field];
	size_t choice = form->fields[field].choice;
	const char *word = spec->kind == FIELD_FLAG          ? (choice ? _("yes") : _("no"))
			   : spec->choices && *spec->choices ? _(spec->choices[choice])
							     : "";

	draw_text(value, 0, 0, has_focus ? ROLE_SELECTED : ROLE_TEXT, word);
	if (has_focus)
		draw_cursor(value, 0, 0, true);
}

/* An example stands in brackets, and only where one types: it is no value. What a screen reader
 * reads aloud is a word. */
static void draw_empty_value(const struct field_spec *spec, struct rect value, bool has_focus)
{
	if (draw_is_plain())
		draw_text(value, 0, has_focus ? 1 : 0, ROLE_FAINT, _("empty"));
	else if (has_focus && spec->hint)
		draw_format(value, 0, 1, ROLE_FAINT, "(%s)", _(spec->hint));
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
}

static void draw_offer(void *context, size_t index, struct rect area, enum role role)
{
	const struct form *form = context;
	const struct offer *offer = vector_at(&form->offers, index);
	int cols = draw_text(area, 0, 0, role, offer->text);

	if (offer->detail)
		draw_text(area, 0, cols + 2, ROLE_FAINT, offer->detail);
}

const struct list_ops form_offer_list = { .text_col = 2, .draw = draw_offer };

static int draw_offers(struct form *form, const struct form_layout *layout, int row)
{
	int rows = (int)form->offers.count, left = layout->area.rows - row;
	const struct rect area = { layout->area.row + row,
		layout->area.col + layout->label_cols - 2, rows < left ? rows : left,
		layout->area.cols - layout->label_cols + 2 };

	list_draw(&form->offer_list, area, true);
	return row + rows;
}

/* One field from `row` of the form's area on; the row behind it. */
static int draw_field(
	struct app *app, struct form *form, const struct form_layout *layout, size_t field, int row)
{
	struct rect area = layout->area;
	int rows = value_rows(form, layout, field);
	bool has_error = form->error && form->error_field == field;
	bool beside = is_beside(form, layout, field);
	struct strbuf said = STRBUF_INIT;
	struct rect value = { area.row + row, area.col + layout->label_cols,
		rows < area.rows - row ? rows : area.rows - row,
		beside ? WHEN_COLS : layout->value_cols };

	if (*form->specs[field].label)
		draw_cell(area, row, 1, layout->label_cols - 2,
			form->focus == field ? ROLE_TITLE : ROLE_TEXT, _(form->specs[field].label));
	form_draw_describe(app, form, field, &said);
	if (said.len && beside)
		draw_text(area, row, layout->label_cols + WHEN_COLS + 2,
			has_error ? ROLE_ERROR : ROLE_FAINT, said.data);
	row += rows;
	if (said.len && !beside)
		draw_text(area, row++, layout->label_cols, has_error ? ROLE_ERROR : ROLE_FAINT,
			said.data);
	strbuf_fini(&said);
	if (form->focus == field)
		row = draw_offers(form, layout, row);
	draw_value(form, field, value); /* last: the cursor rests in it */
	return row;
}

/* The first field shown, such that the one with the focus is. */
static void scroll_to_focus(
	struct app *app, struct form *form, const struct form_layout *layout, int rows)
{
	int needed = 0;

	if (form->first > form->focus)
		form->first = form->focus;
	for (size_t i = form->first; i <= form->focus; i++)
		needed += rows_of(app, form, layout, i);
	while (needed > rows && form->first < form->focus)
		needed -= rows_of(app, form, layout, form->first++);
}

void form_draw(struct app *app, struct view *view, struct rect area)
{
	struct form *form = form_of(view);
	int needed = 1, row = 1;

	form_begin(app, form);
	struct form_layout layout = lay_out(form, area);
	size_t shown = form_shown_count(form);
	for (size_t i = 0; i < shown; i++)
		needed += rows_of(app, form, &layout, i);
	if (needed < area.rows) {
		layout.area.row += area.rows - needed;
		layout.area.rows = needed;
	}
	draw_blank(layout.area);
	draw_rule(layout.area, 0, ROLE_TITLE, form->title, NULL);
	scroll_to_focus(app, form, &layout, layout.area.rows - 1);
	for (size_t i = form->first; i < shown && row < layout.area.rows; i++)
		if (!form_hides(app, form, i))
			row = draw_field(app, form, &layout, i, row);
}
