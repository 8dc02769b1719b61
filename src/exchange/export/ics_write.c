/* iCalendar (RFC 5545): yearly dates that recur, open follow-ups as to-dos, the next wish of each
 * person as an event. Written by hand, since a library for all of iCalendar would be larger than
 * the rest of the program. Not here: reading calendars. */
#include "exchange/export/ics_write.h"

#include "exchange/vcard/vcard_lines.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/followup.h"
#include "filo/store/followups.h"
#include "filo/store/queue.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

/* The same data gives the same file: DTSTAMP is what the entry is about, not the clock. */
static void add_stamp(struct strbuf *out, day_number day)
{
	struct civil_date date = date_from_day(day);

	strbuf_add_format(out, "DTSTAMP:%04d%02d%02dT000000Z\r\n", date.year, date.month, date.day);
}

static void add_day(struct strbuf *out, const char *name, day_number day)
{
	struct civil_date date = date_from_day(day);

	strbuf_add_format(
		out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, date.year, date.month, date.day);
}

static void add_text(struct strbuf *out, const char *name, const char *text)
{
	size_t start = out->len;

	strbuf_add_format(out, "%s:", name);
	vcard_escape(out, text);
	vcard_end_line(out, start);
}

/* A summary is one line, or calendars leave it out; what has more lines stands whole below. */
static void add_summary(struct strbuf *out, const char *text)
{
	char *line = memory_copy_string(text);

	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	add_text(out, "SUMMARY", line);
	if (strcmp(line, text))
		add_text(out, "DESCRIPTION", text);
	free(line);
}

/* UIDs stay the same from export to export, so that calendars update instead of doubling. */
static void add_uid(struct strbuf *out, const char *what, const char *uid, int64_t number)
{
	size_t start = out->len;

	strbuf_add_format(out, "UID:filo-%s-", what);
	vcard_escape(out, uid);
	if (number)
		strbuf_add_format(out, "-%lld", (long long)number);
	vcard_end_line(out, start);
}

static char *ics_sentence(const char *format, const char *name)
{
	struct strbuf text = STRBUF_INIT;

	/* The formats are filo's own, translated, each with one %s. */
	const char *place = strstr(format, "%s");
	strbuf_add_bytes(&text, format, place ? (size_t)(place - format) : strlen(format));
	if (place) {
		strbuf_add(&text, name);
		strbuf_add(&text, place + 2);
	}
	return strbuf_take(&text);
}

static void ics_add_yearly(struct strbuf *out, const struct contact *contact,
	const struct yearly_date *date, size_t number, day_number today)
{
	static const char *const formats[] = {
		[YEARLY_BIRTHDAY] = N_("Birthday of %s"),
		[YEARLY_ANNIVERSARY] = N_("Anniversary of %s"),
		[YEARLY_OTHER] = N_("%s: a day to remember"),
		[YEARLY_DEATH] = N_("In memory of %s"),
	};
	static const char *const names[] = { "birthday", "anniversary", "date", "memory" };
	struct civil_date first = date->date;
	day_number start;

	/* Of who has died only what is marked comes round. */
	if (!first.month || !first.day || (contact_is_dead(contact) && !date->is_remembered))
		return;
	/* Where the year is not known, the last occurrence will do. */
	start = date_is_valid(first) ? date_to_day(first)
				     : date_next_yearly(first, date_add_months(today, -12));
	if (start == DAY_NONE)
		return;
	strbuf_add(out, "BEGIN:VEVENT\r\n");
	add_uid(out, names[date->kind], contact->uid, (int64_t)number);
	add_stamp(out, start);
	add_day(out, "DTSTART", start);
	/* 29 February is kept on the last day of February. */
	if (first.month == 2 && first.day == 29)
		strbuf_add(out, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n");
	else
		strbuf_add(out, "RRULE:FREQ=YEARLY\r\n");
	char *summary = ics_sentence(_(formats[date->kind]), contact->name);
	struct strbuf labelled = STRBUF_INIT;
	strbuf_add(&labelled, summary);
	if (date->label)
		strbuf_add_format(&labelled, " (%s)", date->label);
	add_summary(out, labelled.data);
	strbuf_fini(&labelled);
	free(summary);
	strbuf_add(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

static enum status ics_put_dates(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	struct strbuf out = STRBUF_INIT;
	enum status status;

	for (size_t i = 0; i < contact->dates.count; i++)
		ics_add_yearly(&out, contact, vector_at(&contact->dates, i), i,
			store_today(exporting->store));
	status = exporting_write(exporting, out.data, out.len, err);
	strbuf_fini(&out);
	return status;
}

static enum status ics_put_followups(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct strbuf out = STRBUF_INIT;
	struct followup *followup;
	enum status status = followup_list(exporting->store, contact->id, false, &followups, err);

	VECTOR_EACH (followup, &followups) {
		char *text = followup_sentence(followup);
		struct strbuf summary = STRBUF_INIT;
		strbuf_add_format(&summary, "%s: %s", contact->name, text);
		strbuf_add(&out, "BEGIN:VTODO\r\n");
		add_uid(&out, "followup", contact->uid, followup->id);
		add_stamp(&out, followup->made_on);
		if (followup->due != DAY_NONE)
			add_day(&out, "DUE", followup->due);
		add_summary(&out, summary.data);
		strbuf_add(&out, "STATUS:NEEDS-ACTION\r\nEND:VTODO\r\n");
		strbuf_fini(&summary);
		free(text);
		followup_fini(followup);
	}
	vector_fini(&followups);
	if (status == STATUS_OK)
		status = exporting_write(exporting, out.data, out.len, err);
	strbuf_fini(&out);
	return status;
}

/* The day on which a stated wish comes round again; today when it already has. */
static void ics_add_wish(
	struct strbuf *out, const struct exporting *exporting, const struct queue_row *row)
{
	day_number today = store_today(exporting->store);
	day_number on = row->last_day + row->cadence_days;
	char *summary;

	if (on < today)
		on = today;
	strbuf_add(out, "BEGIN:VEVENT\r\n");
	add_uid(out, "wish", row->uid, 0);
	add_stamp(out, row->last_day);
	add_day(out, "DTSTART", on);
	summary = ics_sentence(_("Be in touch with %s"), row->name);
	add_summary(out, summary);
	free(summary);
	strbuf_add(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

static enum status put_wishes(struct exporting *exporting, struct error *err)
{
	struct queue_request request = {
		.on = store_today(exporting->store), .all = true, .with_uid = true
	};
	struct strbuf out = STRBUF_INIT;
	struct queue_row *row;
	struct queue queue;
	enum status status = queue_build(exporting->store, &request, &queue, err);

	if (status != STATUS_OK)
		return status;
	VECTOR_EACH (row, &queue.rows)
		if (row->cadence_days && row->last_day != DAY_NONE && row->uid)
			ics_add_wish(&out, exporting, row);
	queue_fini(&queue);
	status = exporting_write(exporting, out.data, out.len, err);
	strbuf_fini(&out);
	return status;
}

enum status ics_export(struct exporting *exporting, struct error *err)
{
	static const char head[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//filo//filo//EN\r\n"
				   "CALSCALE:GREGORIAN\r\n";
	static const char foot[] = "END:VCALENDAR\r\n";
	enum status status = exporting_write(exporting, head, sizeof head - 1, err);

	if (status == STATUS_OK)
		status = exporting_each_contact(exporting, ics_put_dates, err);
	if (status == STATUS_OK)
		status = exporting_each_contact(exporting, ics_put_followups, err);
	if (status == STATUS_OK)
		status = put_wishes(exporting, err);
	if (status == STATUS_OK)
		status = exporting_write(exporting, foot, sizeof foot - 1, err);
	return status;
}
