/* An import of histories from its first record to its entries.
 * Not here: the steps between (gather.c, people.c, days.c, writing.c). */
#include "exchange/import/import_history.h"

#include "exchange/csv/csv_unknown.h"
#include "exchange/history/days.h"
#include "exchange/history/gather.h"
#include "exchange/history/people.h"
#include "exchange/history/reader.h"
#include "exchange/history/writing.h"
#include "exchange/import/import_entries.h"
#include "exchange/import/import_json.h"
#include "exchange/import/import_kept.h"
#include "exchange/import/import_meeting.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/change.h"
#include "filo/store/queue.h"
#include "filo/store/settings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a reader ends with when it does not know the format it is told. */
#define READER_USAGE 2
/* What is said of a file that nobody knows. */
#define READER_UNKNOWN N_("it is in no format that is known")

#define ZONE_SETTING "history-zone"

/* Of those who are due after it. */
#define DUE_NAMED 5

/* What histories need while an import is under way. */
struct history {
	struct gathering gathering;
	struct moments moments;
	struct vector left;    /* of char *: files for a reader */
	struct vector whys;    /* of char *: of each what it is not, or "" */
	struct vector strange; /* of char *: of a list, what the reader does not know */
	bool is_page_told;     /* of the file at hand, that something is no UTF-8 */
	FILE *input;           /* NULL: the reader has standard input as it is */
};

static void history_set_zone(struct importing *importing, struct history *history)
{
	struct history_report *report = &importing->plan->history;
	const char *asked = importing->request->history.zone;
	char *kept = NULL, *here = moments_zone();

	/* What cannot be read now fails the import when the zone is kept. */
	if (!asked)
		setting_get(importing->store, ZONE_SETTING, &kept, NULL);
	const char *zone = asked ? asked : kept;

	if (zone && (!here || strcmp(zone, here) != 0))
		memory_replace_string(&report->zone, zone);
	moments_begin(&history->moments, zone);
	free(here);
	free(kept);
}

/* The zone of the first import is that of the later ones, wherever they are made. */
static enum status history_keep_zone(struct importing *importing, struct error *err)
{
	const char *asked = importing->request->history.zone;
	char *kept;
	enum status status = setting_get(importing->store, ZONE_SETTING, &kept, err);
	char *zone = asked ? memory_copy_string(asked) : kept ? NULL : moments_zone();

	if (status == STATUS_OK && zone)
		status = setting_set(importing->store, ZONE_SETTING, zone, err);
	free(kept);
	free(zone);
	return status;
}

static struct history *history_of(struct importing *importing)
{
	const struct history_options *options = &importing->request->history;

	if (importing->history)
		return importing->history;
	struct history *history = memory_new(sizeof *history);
	gathering_init(&history->gathering);
	vector_init(&history->left, sizeof(char *));
	vector_init(&history->whys, sizeof(char *));
	vector_init(&history->strange, sizeof(char *));
	history_set_zone(importing, history);
	history->gathering.moments = &history->moments;
	history->gathering.name = options->name;
	history->gathering.keeps_words = options->with_text;
	history->gathering.today = store_today(importing->store);
	if (options->since)
		history->gathering.since = options->since;
	if (options->until)
		history->gathering.until = options->until;
	importing->history = history;
	return history;
}

void history_free(struct importing *importing)
{
	struct history *history = importing->history;

	if (!history)
		return;
	vector_fini_strings(&history->left);
	vector_fini_strings(&history->whys);
	vector_fini_strings(&history->strange);
	if (history->input)
		fclose(history->input);
	gathering_fini(&history->gathering);
	moments_end(&history->moments);
	free(history);
	importing->history = NULL;
}

/* Of a table that the reader does not know either, what its columns would have to be. */
static const char *reason_of(
	const struct history *history, const char *file, int64_t place, const char *said)
{
	for (size_t i = 0; i < history->whys.count && !place; i++) {
		const char *why = *(char **)vector_at(&history->whys, i);
		if (*why && !strcmp(*(char **)vector_at(&history->left, i), file))
			return why;
	}
	return _(said);
}

/* The file that a record names, and where in it. */
static const char *named_file(
	const struct importing *importing, const struct history_record *record, int64_t *place)
{
	*place = record->number[NUMBER_LINE] > 0     ? record->number[NUMBER_LINE]
		 : record->number[NUMBER_OFFSET] > 0 ? record->number[NUMBER_OFFSET]
						     : 0;
	return record->text[TEXT_FILE] ? record->text[TEXT_FILE] : importing->source->name;
}

/* What the reader read by a code page. */
static enum status tell_mended(struct importing *importing, const struct history_record *record)
{
	const int64_t count = record->number[NUMBER_COUNT]; /* of a stranger: any number, or none */
	int64_t place, more = count > 1 ? count - 1 : 0;
	const char *file = named_file(importing, record, &place);
	struct strbuf told = STRBUF_INIT;

	if (more > 0)
		strbuf_add_format(&told,
			/* Translators: how many places besides this one. */
			NP_("This place and %lld more are not UTF-8; they were read as %s",
				"This place and %lld more are not UTF-8; they were read as %s",
				more),
			(long long)more, record->text[TEXT_MENDED]);
	else
		strbuf_add_format(&told, _("This is not UTF-8; it was read as %s"),
			record->text[TEXT_MENDED]);
	importing_problem_in(importing, file, place, false, told.data);
	strbuf_fini(&told);
	return STATUS_OK;
}

/* A problem that a reader tells, of the file that it names. What it does not know of a list may be
 * a format that is read here. */
static enum status tell_problem(struct importing *importing, const struct history_record *record)
{
	int64_t place;
	const char *file = named_file(importing, record, &place);

	if (importing->request->history.files_from && record->is_unknown) {
		char *copy = memory_copy_string(file);
		vector_push(&importing->history->strange, &copy);
		return STATUS_OK;
	}
	importing_problem_in(importing, file, place, !record->is_kept,
		reason_of(importing->history, file, place, record->text[TEXT_PROBLEM]));
	return STATUS_OK;
}

static enum status tell_progress(
	struct importing *importing, const struct history_record *record, struct error *err)
{
	const struct import_request *request = importing->request;
	int64_t of = record->number[NUMBER_OF];

	if (request->progress && !request->progress(request->context, record->number[NUMBER_READ],
					 of == NUMBER_NONE ? 0 : of))
		return error_set(err, STATUS_CANCELLED, _("Stopped; nothing was changed"));
	return STATUS_OK;
}

static enum status history_tell_page(struct importing *importing, int64_t line, struct error *err)
{
	const struct record_sink sink = { .context = importing, .problem = importing_problem };

	return record_tell_page(
		&sink, line, "Windows-1252", &history_of(importing)->is_page_told, err);
}

static enum status take_record(
	void *context, const struct history_record *record, struct error *err)
{
	struct importing *importing = context;
	struct history *history = history_of(importing);
	enum status status = importing_progress(importing, err);

	if (status != STATUS_OK)
		return status;
	if (record->kind == RECORD_END) {
		history->gathering.has_ended = true;
		return STATUS_OK;
	}
	if (record->kind == RECORD_READ)
		return tell_progress(importing, record, err);
	if (record->kind == RECORD_OWN) {
		gathering_note_own(&history->gathering);
		status = importing_begin(importing, err);
		return status == STATUS_OK ? import_json_piece(importing, record->own, record->json,
						     record->line, err)
					   : status;
	}
	if (record->kind == RECORD_FILE)
		history->is_page_told = false;
	if (record->is_mended)
		status = history_tell_page(importing, record->line, err);
	if (status != STATUS_OK)
		return status;
	history->gathering.records += record->kind != RECORD_BROKEN;
	if (record->kind == RECORD_PROBLEM)
		return tell_problem(importing, record);
	if (record->kind == RECORD_MENDED)
		return tell_mended(importing, record);
	const char *wrong = record->kind == RECORD_BROKEN
				    ? N_("this is no record")
				    : gathering_take(&history->gathering, record);
	return wrong ? importing_problem(importing, record->line, true, _(wrong), err) : STATUS_OK;
}

bool history_recognises(const char *bytes, size_t len)
{
	return history_records_is_json(bytes, len) || history_records_is_csv(bytes, len);
}

enum status history_read(struct importing *importing, struct error *err)
{
	const struct history_record begin = { .kind = RECORD_FILE,
		.text = { [TEXT_NAME] = importing->source->name } };
	const char *bytes;
	size_t len;
	enum status status = source_peek(importing->source, &bytes, &len, err);

	if (status != STATUS_OK)
		return status;
	memory_replace_string(&history_of(importing)->gathering.path, importing->source->name);
	gathering_take(&history_of(importing)->gathering, &begin);
	history_of(importing)->is_page_told = false;
	return len && !history_records_is_json(bytes, len) && history_records_is_csv(bytes, len)
		       ? history_records_csv(importing->source, take_record, importing, err)
		       : history_records_json(importing->source, take_record, importing, err);
}

/* Of standard input, what has been looked at and all that follows is kept for it, once. */
enum status history_leave_to_reader(
	struct importing *importing, const char *path, struct error *err)
{
	struct history *history = history_of(importing);
	char *copy = memory_copy_string(path);
	struct strbuf why = STRBUF_INIT;
	const char *bytes;
	size_t len;

	vector_push(&history->left, &copy);
	if (importing->source && source_peek(importing->source, &bytes, &len, NULL) == STATUS_OK)
		csv_unknown_tell(&why, bytes, len);
	copy = strbuf_take(&why);
	vector_push(&history->whys, &copy);
	if (!importing->source || strcmp(path, "-") != 0 || history->input)
		return STATUS_OK;
	enum status status = source_copy(importing->source, &history->input, err);
	if (status == STATUS_OK)
		rewind(history->input);
	return status;
}

/* What comes out of a reader is records, or another format that filo knows. */
static enum status read_output(
	struct importing *importing, FILE *out, const char *name, struct error *err)
{
	struct source *source = memory_new(sizeof *source);
	const struct import_format *format = NULL;
	const char *bytes;
	size_t len = 0;
	enum status status = source_open_stream(source, out, name, err);

	if (status == STATUS_OK)
		status = source_peek(source, &bytes, &len, err);
	if (status == STATUS_OK && len && !history_recognises(bytes, len))
		format = import_format_of(bytes, len);
	importing->source = source;
	if (status == STATUS_OK && format) {
		status = importing_read(importing, format, err);
		importing->history->gathering.has_ended = true;
	} else if (status == STATUS_OK) {
		memory_replace_string(&importing->history->gathering.path, NULL);
		status = history_records_json(source, take_record, importing, err);
	}
	importing->source = NULL;
	source_close(source);
	free(source);
	return status;
}

/* It ended: before its time, or with nothing read at all, it has to be said. */
static enum status judge_end(struct importing *importing, int exit_status, const char *said,
	const char *name, struct error *err)
{
	struct history *history = importing->history;
	const char *format = importing->request->history.reader;
	bool is_well = !exit_status;

	if (exit_status == READER_USAGE && !history->gathering.records && format)
		return import_format_refuse(format, err);

	if (history->gathering.has_ended && (is_well || history->gathering.records))
		return STATUS_OK;
	if (!history->gathering.records && *said)
		return strstr(said, name) ? error_set(err, STATUS_INVALID, "%s", said)
					  : error_set(err, STATUS_INVALID, "%s: %s", name, said);
	if (!history->gathering.records)
		return error_set(err, STATUS_INVALID, _("%s could not be read"), name);
	importing->plan->history.has_broken_off = true;
	importing_problem_in(importing, name, 0, false,
		*said ? said : _("could not be read to its end; what was read counts"));
	return STATUS_OK;
}

static enum status no_reader(const char *name, struct error *err)
{
	struct strbuf known = STRBUF_INIT;

	import_format_labels(&known);
	enum status status = error_set(err, STATUS_INVALID,
		_("filo does not know the format of %s, only %s (a CSV begins with the names of "
		  "its columns). Many more are read by filo-read, which is not installed"),
		name, known.data);
	strbuf_fini(&known);
	return status;
}

/* What a reader has made of it for this plan before. */
static enum status history_read_kept(
	struct importing *importing, const char *name, struct error *err)
{
	const struct import_kept *kept = importing->request->kept;

	rewind(kept->records);
	importing->history->gathering.has_ended = false;
	enum status status = read_output(importing, kept->records, name, err);
	return status == STATUS_OK ? judge_end(importing, kept->exit_status, kept->said, name, err)
				   : status;
}

/* What the reader prints, which is kept where it can be. */
static enum status read_reader(
	struct importing *importing, struct reader *reader, const char *name, struct error *err)
{
	struct import_kept *kept = importing->request->kept;

	if (!kept)
		return read_output(importing, reader->out, name, err);
	FILE *heard = import_kept_listen(kept, reader->out);
	enum status status = read_output(importing, heard, name, err);
	fclose(heard);
	return status;
}

static enum status run_reader(struct importing *importing, struct error *err)
{
	struct history *history = importing->history;
	const struct history_options *options = &importing->request->history;
	const char *name =
		history->left.count ? *(char **)vector_at(&history->left, 0) : options->files_from;
	struct import_kept *kept = importing->request->kept;
	if (kept && kept->records)
		return history_read_kept(importing, name, err);
	char *program = reader_find(options->reader);
	struct strbuf said = STRBUF_INIT;
	struct reader reader;

	if (!program && options->reader)
		return import_format_refuse(options->reader, err);
	if (!program)
		return no_reader(name, err);
	enum status status = reader_start(&reader, program, options, &history->left,
		history->input ? fileno(history->input) : STDIN_FILENO, err);
	free(program);
	if (status != STATUS_OK)
		return status;
	history->gathering.has_ended = false;
	status = read_reader(importing, &reader, name, err);
	if (status != STATUS_OK) {
		reader_stop(&reader);
		if (kept)
			import_kept_forget(kept);
		return status;
	}
	int exit_status = reader_end(&reader, &said);
	if (kept)
		import_kept_take_records(kept, exit_status, said.data);
	status = judge_end(importing, exit_status, said.data, name, err);
	strbuf_fini(&said);
	return status;
}

/* How many; with `names` (of char *), the first of them. */
static int64_t count_due(struct importing *importing, struct vector *names)
{
	const struct queue_request request = { .on = store_today(importing->store),
		.limit = names ? DUE_NAMED : 1 };
	struct queue queue;

	if (queue_build(importing->store, &request, &queue, NULL) != STATUS_OK)
		return -1;
	int64_t due = (int64_t)due_today(&queue.counts);
	for (size_t i = 0; names && i < queue.rows.count && (int64_t)names->count < due; i++) {
		const struct queue_row *row = vector_at(&queue.rows, i);
		char *name = memory_copy_string(row->name);
		vector_push(names, &name);
	}
	queue_fini(&queue);
	return due;
}

void history_look_ahead(struct importing *importing)
{
	if (importing->history && change_preview(importing->store, NULL) == STATUS_OK)
		history_count_due(importing);
}

void history_count_due(struct importing *importing)
{
	if (importing->history)
		importing->plan->history.due_after =
			count_due(importing, &importing->plan->history.due);
}

static void count_services(struct gathering *gathering)
{
	const struct gathered_person *person;
	int64_t count = 0;

	VECTOR_EACH (person, &gathering->people)
		count += person->is_service && !person->is_me && person->written;
	gathering_leave_out(gathering, N_("service numbers"), count);
}

/* The file that a reader calls so, as it was given; what lies in a folder, by its name. */
static const char *file_given(const struct history *history, const char *name)
{
	char *const *path;

	VECTOR_EACH (path, &history->left) {
		const char *slash = strrchr(*path, '/');
		if (!strcmp(slash ? slash + 1 : *path, name))
			return *path;
	}
	return name;
}

/* Who had days, and is in the trash: told of the first file in which they come. */
static void leave_people_in_trash(struct importing *importing)
{
	const struct gathering *gathering = &importing->history->gathering;
	const struct gathered_person *person;

	VECTOR_EACH (person, &gathering->people) {
		if (!person->trashed || !person->aside_days)
			continue;
		const struct gathered_file *file = vector_at(&gathering->files, person->file);
		const struct handle *handle = &person->handle;
		importing->plan->left_out += !import_meeting_is_met(importing, person->trashed);
		person_index_add_key(&importing->people, BY_TOUCH, "", person->trashed);
		importing_leave_in_trash(importing, file_given(importing->history, file->path), 0,
			*handle->name ? handle->name : handle->value,
			person_index_trashed_name(&importing->people, person->trashed),
			person->aside_days);
	}
}

static enum status history_goes_on(void *context, struct error *err)
{
	return importing_progress(context, err);
}

static enum status make_entries(struct importing *importing, struct error *err)
{
	struct history_job job = { .store = importing->store,
		.people = &importing->people,
		.options = &importing->request->history,
		.gathering = &importing->history->gathering,
		.report = &importing->plan->history,
		.takes_likely = importing->request->likely == IMPORT_AS_SAME,
		.go_on = history_goes_on,
		.context = importing };
	struct history_days days;

	gathering_close(job.gathering);
	enum status status = people_take_decisions(&job, err);

	if (status == STATUS_OK)
		status = people_find_me(&job, err);
	if (status == STATUS_OK)
		status = people_find_contacts(&job, err);
	history_days_init(&days);
	if (status == STATUS_OK) {
		status = history_days_make(&days, job.gathering, job.options, err);
		count_services(job.gathering);
	}
	if (status == STATUS_OK)
		status = history_write(&job, &days, err);
	if (status == STATUS_OK) {
		gathering_report(job.gathering, job.report);
		leave_people_in_trash(importing);
	}
	history_days_fini(&days);
	importing->has_changed |= job.has_changed;
	return status;
}

enum status history_read_rest(struct importing *importing, struct error *err)
{
	const struct history *history = importing->history;

	if (importing->request->history.files_from)
		history = history_of(importing);
	if (!history)
		return STATUS_OK;
	importing->plan->history.due_before = count_due(importing, NULL);
	return history->left.count || importing->request->history.files_from
		       ? run_reader(importing, err)
		       : STATUS_OK;
}

enum status history_read_strange(
	struct importing *importing, history_read_fn *read, struct error *err)
{
	const struct history *history = importing->history;
	enum status status = STATUS_OK;
	char *const *path;

	if (!history)
		return STATUS_OK;
	VECTOR_EACH (path, &history->strange) {
		size_t left = history->left.count;
		if (status == STATUS_OK)
			status = read(importing, *path, err);
		if (history->left.count > left)
			importing_problem_in(importing, *path, 0, true,
				reason_of(history, *path, 0, READER_UNKNOWN));
	}
	return status;
}

enum status history_finish(struct importing *importing, struct error *err)
{
	const struct history *history = importing->history;

	if (!history)
		return STATUS_OK;
	enum status status = importing_write_entries(importing, err);
	if (status == STATUS_OK && history->gathering.files.count)
		status = make_entries(importing, err);
	if (status == STATUS_OK && importing->has_changed)
		status = history_keep_zone(importing, err);
	return status;
}
