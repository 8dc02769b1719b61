/* What is pasted into a field of a form: lines, too, lose nothing in a field of one.
 * Not here: the field's own keys (widget/field.c), reading a paste (terminal/input.c). */
#include "tui/form/form_paste.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "tui/form/form_state.h"
#include "tui/terminal/input.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>

/* As the command line does it: the first line is the field's, the others are the note's. */
static void form_paste_lines(struct app *app, struct form *form)
{
	struct field *field = &form->fields[form->focus].field;
	size_t note = form->specs[form->focus].lines_go_to;
	struct strbuf lines = STRBUF_INIT;
	char *text = text_trim(terminal_paste());
	size_t len = strcspn(text, "\r\n");
	char *rest = text_trim(text + len);

	field_insert(field, text, len);
	if (*rest) {
		strbuf_add(&lines, form_text(form, note));
		strbuf_add_format(&lines, "%s%s", lines.len ? "\n" : "", rest);
		form_set_text(form, note, lines.data);
		form->short_count = 0; /* so that they are seen */
		app_say(app, _("The other lines are below: %s"), _(form->specs[note].label));
	}
	strbuf_fini(&lines);
	free(rest);
	free(text);
}

/* Each line is one of a list. */
static void form_paste_items(struct field *field, const char *between)
{
	char *text = text_trim(terminal_paste()), *rest = text, *line;
	struct strbuf items = STRBUF_INIT;

	while ((line = strsep(&rest, "\r\n"))) {
		char *item = text_trim(line);
		size_t len = strlen(item);
		while (rest && len && strchr(",; ", item[len - 1]))
			item[--len] = '\0';
		if (len)
			strbuf_add_item(&items, between, item);
		free(item);
	}
	field_insert(field, items.data, items.len);
	strbuf_fini(&items);
	free(text);
}

/* Several would be one command: that is said. */
static bool form_paste_is_a_line(struct app *app)
{
	char *text = text_trim(terminal_paste());
	bool is_line = !strpbrk(text, "\r\n");

	if (!is_line)
		app_refuse(app, "%s",
			_("A command is one line: nothing of the lines pasted was taken"));
	free(text);
	return is_line;
}

/* Also where one is asked for: two names are not made the name of a third. */
static bool form_takes_items(const struct field_spec *spec)
{
	return spec->between || spec->kind == FIELD_PEOPLE || spec->kind == FIELD_WORDS;
}

void form_paste(struct app *app, struct form *form)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct field *field = &form->fields[form->focus].field;

	if (spec->lines_go_to)
		form_paste_lines(app, form);
	else if (form_takes_items(spec) && !field->is_multiline)
		form_paste_items(field, spec->between ? spec->between : ", ");
	else if (spec->kind != FIELD_COMMAND || form_paste_is_a_line(app))
		field_key(field, KEYS_PASTE);
}
