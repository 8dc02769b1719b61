/* What the dates of a form mean.
 * Not here: dates as people type them (people/words/when.h). */
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "tui/form/form_state.h"

#include <string.h>

/* Their first and last, as the field counts. */
static enum status form_read_days(const struct form *form, size_t field, day_number today,
	day_number *first, day_number *last, struct error *err)
{
	const struct field_spec *spec = &form->specs[field];
	const char *text = form_text(form, field);
	bool is_last = spec->bound == WHEN_LAST_DAY;
	bool has_begun = is_last && when_parse_days(form_text(form, field - 1), spec->sense, today,
					    first, last, err) == STATUS_OK;
	enum status status = has_begun
				     ? when_parse_last(text, *first, today, last, err)
				     : when_parse_days(text, spec->sense, today, first, last, err);

	if (status != STATUS_OK)
		return status;
	if (*last == DAY_NONE) /* "from friday" */
		*last = *first;
	if (is_last)
		*first = *last;
	return STATUS_OK;
}

enum status form_read_when(const struct form *form, size_t field, day_number today,
	struct when *when, struct error *err)
{
	const struct field_spec *spec = &form->specs[field];
	day_number last;

	if (spec->bound == WHEN_ROUGHLY)
		return when_parse_here(form_text(form, field), spec->sense, today, when, err);
	*when = (struct when){ .precision = PRECISION_DAY, .minute = -1 };
	return form_read_days(form, field, today, &when->day, &last, err);
}

static bool form_read_span(const struct form *form, size_t field, day_number today,
	struct when *first, day_number *last)
{
	struct error err;
	struct when days = { .day = DAY_NONE };

	if (form_read_when(form, field, today, first, &err) != STATUS_OK)
		return false;
	*last = first->day;
	if (form->specs[field].bound != WHEN_ROUGHLY)
		form_read_days(form, field, today, &days.day, last, &err);
	return true;
}

/* "from friday", to which an end is to be said. */
static bool form_is_open(const struct form *form, size_t field, day_number today)
{
	const struct field_spec *spec = &form->specs[field];
	day_number first, last = 0;
	struct error err;

	return spec->bound == WHEN_FIRST_DAY && text_is_blank(form_text(form, field + 1)) &&
	       when_parse_days(form_text(form, field), spec->sense, today, &first, &last, &err) ==
		       STATUS_OK &&
	       last == DAY_NONE;
}

/* Writes a date that goes by the day, such as "tomorrow", as the one it was on that day. */
static void form_pin_date(struct form *form, size_t field, day_number before, day_number today)
{
	struct when was, is = { .day = DAY_NONE };
	day_number last_was, last_is = DAY_NONE;
	struct strbuf text = STRBUF_INIT;

	if (!form_read_span(form, field, before, &was, &last_was) ||
		form_is_open(form, field, before))
		return;
	form_read_span(form, field, today, &is, &last_is);
	if (was.day == is.day && was.minute == is.minute && last_was == last_is)
		return;
	when_write(&text, &was);
	if (last_was != was.day) {
		strbuf_add(&text, " - ");
		when_write(&text, &(struct when){ last_was, PRECISION_DAY, -1 });
	}
	form_set_text(form, field, text.data);
	strbuf_fini(&text);
}

/* The same at the end of what is left open; what was there before has no day in its text. */
static void form_pin_text(struct form *form, size_t field, day_number before)
{
	struct strbuf text = STRBUF_INIT;

	threads_pin(&text, form_text(form, field), before, i18n_language(), i18n_is_day_first());
	if (text_is_blank(form->fields[field].clean) &&
		strcmp(text.data, form_text(form, field)) != 0)
		form_set_text(form, field, text.data);
	strbuf_fini(&text);
}

void form_set_today(struct form *form, day_number today)
{
	day_number before = form->today;

	form->today = today;
	if (before == today || !form_is_changed(form))
		return;
	/* An end goes by its beginning, which stands before it. */
	for (size_t i = form->count; i-- > 0;) {
		if (form->specs[i].ends_in_day)
			form_pin_text(form, i, before);
		else if (form->specs[i].kind == FIELD_WHEN && !text_is_blank(form_text(form, i)))
			form_pin_date(form, i, before, today);
	}
}

bool form_when(const struct form *form, size_t field, struct when *when)
{
	struct error err;

	return !text_is_blank(form_text(form, field)) &&
	       form_read_when(form, field, form->today, when, &err) == STATUS_OK;
}

enum status form_describe_when(const struct form *form, size_t field, day_number today, char *out,
	size_t size, struct error *err)
{
	bool is_rough = form->specs[field].bound == WHEN_ROUGHLY;
	struct when when = { .precision = PRECISION_DAY, .minute = -1 };
	day_number last;
	enum status status = is_rough ? form_read_when(form, field, today, &when, err)
				      : form_read_days(form, field, today, &when.day, &last, err);

	if (status != STATUS_OK)
		return status;
	if (is_rough || when.day == last)
		when_describe(&when, today, out, size);
	else
		date_format_span(when.day, last, out, size);
	return STATUS_OK;
}
