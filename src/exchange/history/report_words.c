/* The report of an import of histories in words, for the command and for the screen.
 * Not here: what it reports (report.c). */
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/exchange/history.h"
#include "filo/people/words/log_words.h"

#include <string.h>

/* Of each list. */
#define LIST_MAX 8

static void end_line(struct vector *lines, struct strbuf *line)
{
	char *taken = strbuf_take(line);

	vector_push(lines, &taken);
}

/* A line of it, where there is any. */
static void tell_count(struct vector *lines, const char *words, int64_t count)
{
	struct strbuf line = STRBUF_INIT;

	if (!count)
		return;
	strbuf_add_format(&line, words, (long long)count);
	end_line(lines, &line);
}

static const char *dates_words(const struct history_file *file, enum history_place place)
{
	bool is_day_first = file->dates && !strcmp(file->dates, "dmy");

	if (!file->dates || (!is_day_first && strcmp(file->dates, "mdy") != 0))
		return "";
	if (file->is_sure || place == HISTORY_ON_SCREEN)
		return is_day_first ? _("; dates read day first") : _("; dates read month first");
	return is_day_first ? _("; dates read day first, could be month first: --day-order mdy")
			    : _("; dates read month first, could be day first: --day-order dmy");
}

/* "12 messages", "1 call", "no meetings" */
static void add_count(struct strbuf *out, const char *source, int64_t count)
{
	bool is_calls = !strcmp(source, "calls"), is_calendar = !strcmp(source, "calendar");

	if (count)
		strbuf_add_format(out,
			is_calls      ? NP_("%lld call", "%lld calls", count)
			: is_calendar ? NP_("%lld meeting", "%lld meetings", count)
				      : NP_("%lld message", "%lld messages", count),
			(long long)count);
	else
		strbuf_add(out, is_calls      ? _("no calls")
				: is_calendar ? _("no meetings")
					      : _("no messages"));
}

static void tell_file(
	const struct history_file *file, enum history_place place, struct vector *lines)
{
	struct strbuf line = STRBUF_INIT;
	char days[DATE_SPAN_SIZE];

	if (file->has_own && !file->messages)
		return;
	strbuf_add(&line, source_label(file->source));
	if (*file->name)
		strbuf_add_format(&line, ", %s", file->name);
	strbuf_add(&line, ": ");
	add_count(&line, file->source, file->messages);
	if (file->messages)
		strbuf_add_format(&line, ", %s",
			date_format_span(file->first, file->last, days, sizeof days));
	strbuf_add(&line, dates_words(file, place));
	end_line(lines, &line);
}

static void tell_files(
	const struct history_report *report, enum history_place place, struct vector *lines)
{
	for (size_t i = 0; i < report->files.count && i < LIST_MAX; i++)
		tell_file(vector_at(&report->files, i), place, lines);
	if (report->files.count > LIST_MAX) {
		int64_t more = (int64_t)(report->files.count - LIST_MAX);
		tell_count(lines, NP_("and %lld more", "and %lld more", more), more);
	}
}

/* "signal:self": what only the source calls one. An address of the web has slashes. */
static bool is_own_id(const char *handle)
{
	const char *colon = strchr(handle, ':');

	return colon && colon[1] != '/' && !strchr(handle, ' ');
}

/* Who I am, and how to say so for good; and whether I am somebody else, too. */
static void tell_me(
	const struct history_report *report, enum history_place place, struct vector *lines)
{
	const struct history_me *me;

	VECTOR_EACH (me, &report->me) {
		struct strbuf line = STRBUF_INIT;
		const char *why = me->why && *me->why ? _(me->why) : NULL;
		bool is_own = why && is_own_id(me->handle);
		strbuf_add_format(&line, "%s %s", _("You:"), is_own ? why : me->handle);
		if (why && !is_own)
			strbuf_add_format(&line, ", %s", why);
		if (why && !is_own && !me->is_known && place == HISTORY_AT_COMMAND)
			strbuf_add_format(&line,
				_("; \"me = %s\" in the settings says it for good"), me->handle);
		end_line(lines, &line);
	}
	if (!report->maybe_me)
		return;
	struct strbuf line = STRBUF_INIT;
	strbuf_add_format(&line,
		NP_("%lld mail came to %s: is it yours?", "%lld mails came to %s: is it yours?",
			report->maybe_me_count),
		(long long)report->maybe_me_count, report->maybe_me);
	if (place == HISTORY_AT_COMMAND)
		strbuf_add_format(&line, "  --me %s", report->maybe_me);
	end_line(lines, &line);
}

static void tell_days(const struct history_report *report, struct vector *lines)
{
	const struct {
		int64_t count;
		const char *words;
	} parts[] = { { report->added, NP_("%lld new day", "%lld new days", report->added) },
		{ report->grown, NP_("%lld grew", "%lld grew", report->grown) },
		{ report->unchanged, NP_("%lld was there", "%lld were there", report->unchanged) },
		{ report->in_log, NP_("%lld in your log already", "%lld in your log already",
					  report->in_log) },
		{ report->forgotten, NP_("%lld that you deleted", "%lld that you deleted",
					     report->forgotten) } };
	struct strbuf line = STRBUF_INIT;
	const char *between = " ";

	if (!report->days)
		return;
	strbuf_add_format(&line,
		NP_("With %lld person you have:", "With %lld people you have:", report->people),
		(long long)report->people);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].count)
			continue;
		strbuf_add(&line, between);
		strbuf_add_format(&line, parts[i].words, (long long)parts[i].count);
		between = ", ";
	}
	end_line(lines, &line);
}

/* To be copied into a shell: the name is somebody else's, and stands there only when it can. */
static void tell_how_to_map(const struct history_unknown *unknown, struct strbuf *line)
{
	const char *name = strchr(unknown->name, '\'') ? _("NAME") : unknown->name;

	/* Translators: NAME, PERSON and FILE stand for what one writes there. */
	strbuf_add_format(line, _("  Say it: filo import --map '%s=PERSON' FILE"), name);
}

static void tell_unknown(const struct history_report *report, struct vector *lines)
{
	struct strbuf line = STRBUF_INIT;

	if (!report->unknown.count)
		return;
	strbuf_add(&line, _("Who is this?"));
	for (size_t i = 0; i < report->unknown.count && i < LIST_MAX; i++) {
		const struct history_unknown *unknown = vector_at(&report->unknown, i);
		strbuf_add_format(&line, i ? ", \"%s\" (" : " \"%s\" (", unknown->name);
		strbuf_add_format(&line, NP_("%d day", "%d days", unknown->days), unknown->days);
		if (unknown->likely_name)
			strbuf_add_format(&line, "; %s?", unknown->likely_name);
		strbuf_add_char(&line, ')');
	}
	if (report->unknown.count > LIST_MAX)
		strbuf_add(&line, ", ...");
	tell_how_to_map(vector_at(&report->unknown, 0), &line);
	end_line(lines, &line);
}

static void tell_aside(
	const struct history_report *report, enum history_place place, struct vector *lines)
{
	struct strbuf line = STRBUF_INIT;

	tell_count(
		lines, NP_("%lld new person", "%lld new people", report->adopted), report->adopted);
	if (report->aside) {
		strbuf_add_format(&line,
			NP_("People seen, aside: %lld,", "People seen, aside: %lld,",
				report->aside),
			(long long)report->aside);
		strbuf_add_char(&line, ' ');
		strbuf_add_format(&line, NP_("%lld day", "%lld days", report->aside_days),
			(long long)report->aside_days);
		if (place == HISTORY_AT_COMMAND)
			strbuf_add(&line, _("  They are listed by: filo seen"));
		end_line(lines, &line);
	}
	tell_count(lines,
		NP_("%lld person written to once or never answered: not kept",
			"%lld people written to once or never answered: not kept",
			report->not_kept),
		report->not_kept);
}

static void tell_left_out(const struct history_report *report, struct vector *lines)
{
	const struct history_count *left;
	struct strbuf line = STRBUF_INIT;
	const char *between = " ";

	if (!report->left_out.count)
		return;
	strbuf_add(&line, _("Left out:"));
	VECTOR_EACH (left, &report->left_out) {
		strbuf_add_format(
			&line, "%s%s (%lld)", between, _(left->what), (long long)left->count);
		between = ", ";
	}
	end_line(lines, &line);
}

void history_report_say(const struct history_report *report, struct vector *words)
{
	tell_count(words, NP_("%lld new day", "%lld new days", report->added), report->added);
	tell_count(
		words, NP_("%lld new person", "%lld new people", report->adopted), report->adopted);
	tell_count(
		words, NP_("%lld person seen", "%lld people seen", report->aside), report->aside);
}

static void tell_zone(
	const struct history_report *report, enum history_place place, struct vector *lines)
{
	struct strbuf line = STRBUF_INIT;

	if (!report->zone)
		return;
	strbuf_add_format(&line,
		place == HISTORY_ON_SCREEN
			? _("Times are those of %s, as in the first import")
			: _("Times are those of %s, as in the first import; --tz changes it"),
		report->zone);
	end_line(lines, &line);
}

static void tell_due(const struct history_report *report, struct vector *lines)
{
	struct strbuf line = STRBUF_INIT;
	char *const *name;

	if (report->due_after < 0 || report->due_before < 0)
		return;
	strbuf_add_format(&line, _("Then due today: %lld (now %lld)"), (long long)report->due_after,
		(long long)report->due_before);
	VECTOR_EACH (name, &report->due)
		strbuf_add_format(&line, "%s%s", name == report->due.items ? ": " : ", ", *name);
	if ((int64_t)report->due.count < report->due_after)
		strbuf_add(&line, report->due.count ? ", ..." : "");
	end_line(lines, &line);
}

void history_report_tell(
	const struct history_report *report, enum history_place place, struct vector *lines)
{
	if (!report->files.count)
		return;
	tell_files(report, place, lines);
	tell_me(report, place, lines);
	tell_days(report, lines);
	if (place == HISTORY_AT_COMMAND)
		tell_unknown(report, lines);
	tell_aside(report, place, lines);
	tell_left_out(report, lines);
	tell_zone(report, place, lines);
	tell_due(report, lines);
}
