/* How something is typed or chosen.
 * Not here: fields on the screen (tui/form/), what commands take (command.h). */
#ifndef FILO_TUI_FIELD_KIND_H
#define FILO_TUI_FIELD_KIND_H

enum field_kind {
	FIELD_TEXT,
	FIELD_NOTE,   /* several lines; Ctrl-e hands it to the editor */
	FIELD_WHEN,   /* a date; its meaning is shown beside it */
	FIELD_CHOICE, /* one of `choices`: space, arrows, or its first letters */
	FIELD_FLAG,   /* yes or no */
	FIELD_PEOPLE, /* names, completed; several separated by commas, or one */
	FIELD_PATH,   /* a file, completed */
	FIELD_NUMBER,
	FIELD_COMMAND, /* a line for the shell: several pasted are refused, not made one */
	FIELD_WORDS,   /* free words completed from `complete` (tags, circles) */
};

#endif
