/* What the dates of a form mean.
 * Not here: dates as people type them (people/words/when.h). */
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "tui/form/form_state.h"

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
