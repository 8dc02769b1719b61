/* Says of a date that is kept as it is which it is.
 * Not here: which dates are understood (vcard/, csv/). */
#include "exchange/doubts.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <stdlib.h>

/* Enough to find it again. */
#define TOLD_COLS 60

static void add_fitting(struct strbuf *out, const char *text)
{
	int used;
	size_t len = text_fit(text, TOLD_COLS, &used);

	for (size_t i = 0; i < len; i++)
		strbuf_add_char(out, (unsigned char)text[i] < ' ' ? ' ' : text[i]);
	strbuf_add(out, text[len] ? "..." : "");
}

void doubts_add(struct vector *doubts, int64_t line, const char *label, const char *value)
{
	struct strbuf text = STRBUF_INIT;

	if (label)
		add_fitting(&text, label);
	strbuf_add(&text, label ? " " : "");
	add_fitting(&text, value);
	vector_push(doubts, &(struct doubt){ .line = line, .text = strbuf_take(&text) });
}

enum status doubts_tell(struct vector *doubts, const struct record_sink *sink, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < doubts->count && status == STATUS_OK; i++) {
		const struct doubt *doubt = vector_at(doubts, i);
		struct strbuf reason = STRBUF_INIT;
		strbuf_add_format(&reason,
			_("This date was not understood; it is kept as it is: %s"), doubt->text);
		status = record_problem(sink, doubt->line, false, reason.data, err);
		strbuf_fini(&reason);
	}
	doubts_clear(doubts);
	return status;
}

void doubts_clear(struct vector *doubts)
{
	struct doubt *doubt;

	VECTOR_EACH (doubt, doubts)
		free(doubt->text);
	vector_clear(doubts);
}
