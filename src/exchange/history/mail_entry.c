/* A single mail, read by the reader as any other.
 * Not here: the command (cli/log.c). */
#include "filo/exchange/mail_entry.h"

#include "exchange/history/people.h"
#include "exchange/history/reader.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct one_mail {
	struct gathering gathering;
	struct moments moments;
	struct person_index people;
	struct history_report report;
	char *subject, *id; /* NULL: it has none */
	bool has_one;
};

static enum status take_mail(void *context, const struct history_record *record, struct error *err)
{
	struct one_mail *mail = context;

	(void)err;
	if (record->kind == RECORD_MESSAGE && mail->has_one)
		return STATUS_OK;
	if (record->kind == RECORD_MESSAGE)
		mail->has_one = !gathering_take(&mail->gathering, record);
	else if (record->kind == RECORD_FILE || record->kind == RECORD_ME)
		gathering_take(&mail->gathering, record);
	if (record->kind == RECORD_MESSAGE) {
		memory_replace_string(&mail->subject, record->text[TEXT_TEXT]);
		memory_replace_string(&mail->id, record->text[TEXT_ID]);
	}
	return STATUS_OK;
}

static enum status read_mail(
	struct one_mail *mail, const struct history_options *options, struct error *err)
{
	struct vector files = VECTOR_INIT(const char *);
	struct source *source;
	struct strbuf said = STRBUF_INIT;
	struct reader reader;
	char *program = reader_find(NULL);

	if (!program)
		return error_set(err, STATUS_INVALID,
			_("Mail is read by filo-read, which is not installed"));
	vector_push(&files, &(const char *){ "-" });
	enum status status = reader_start(&reader, program, options, &files, STDIN_FILENO, err);
	free(program);
	vector_fini(&files);
	if (status != STATUS_OK)
		return status;
	source = memory_new(sizeof *source);
	status = source_open_stream(source, reader.out, "-", err);
	if (status == STATUS_OK)
		status = history_records_json(source, take_mail, mail, err);
	source_close(source);
	free(source);
	reader_end(&reader, &said);
	if (status == STATUS_OK && (!mail->has_one || !mail->gathering.days.items.count))
		status = error_set(err, STATUS_INVALID, "%s",
			said.len ? said.data : _("This is no mail between you and somebody"));
	strbuf_fini(&said);
	return status;
}

static enum status add_contact_of(struct store *store, const struct gathered_person *person,
	struct conversation *entry, struct strbuf *unknown, struct error *err)
{
	struct contact contact;

	if (person->is_me)
		return STATUS_OK;
	if (!person->contact) {
		strbuf_add_item(unknown, ", ",
			person->handle.value ? person->handle.value : person->handle.name);
		return STATUS_OK;
	}
	enum status status = contact_load(store, person->contact, &contact, err);
	if (status != STATUS_OK)
		return status;
	conversation_add_participant(entry, contact.id, contact.name, false);
	contact_fini(&contact);
	return STATUS_OK;
}

/* It is logged by hand, so that it has no source, but known again. */
static void set_id(const struct one_mail *mail, struct conversation *entry)
{
	struct strbuf id = STRBUF_INIT;

	if (!mail->id || !*mail->id)
		return;
	strbuf_add_format(&id, "mail:%s", mail->id);
	memory_replace_string(&entry->source_id, id.data);
	strbuf_fini(&id);
}

/* It is mine when I am known to have sent it, or when nobody here has. */
static enum status set_people(
	struct store *store, struct one_mail *mail, struct conversation *entry, struct error *err)
{
	const struct gathered_day *day = vector_at(&mail->gathering.days.items, 0);
	const struct gathered_thread *thread = vector_at(&mail->gathering.threads, day->thread);
	const struct gathered_person *author = gathering_person_at(&mail->gathering, day->author);
	struct strbuf unknown = STRBUF_INIT;
	const uint32_t *member;
	enum status status = STATUS_OK;
	bool is_mine = people_is_me(&mail->gathering, day->thread, day->author);

	entry->direction = is_mine || !author->contact ? OPENED_BY_ME : OPENED_BY_THEM;
	if (!is_mine)
		status = add_contact_of(store, author, entry, &unknown, err);
	VECTOR_EACH (member, &thread->members)
		if (entry->direction == OPENED_BY_ME && status == STATUS_OK)
			status = add_contact_of(store,
				gathering_person_at(&mail->gathering, *member), entry, &unknown,
				err);
	if (status == STATUS_OK && !entry->participants.count)
		status = error_set(err, STATUS_NOT_FOUND,
			_("No contact has one of these addresses: %s"), unknown.data);
	strbuf_fini(&unknown);
	return status;
}

static enum status make_entry(struct store *store, const struct history_options *options,
	struct one_mail *mail, struct conversation *entry, struct error *err)
{
	struct history_job job = { .store = store,
		.people = &mail->people,
		.options = options,
		.gathering = &mail->gathering,
		.report = &mail->report };
	enum status status = read_mail(mail, options, err);

	if (status == STATUS_OK)
		status = people_take_decisions(&job, err);
	/* A single mail is not worth the question: who is here decides (set_people). */
	if (status == STATUS_OK && (status = people_find_me(&job, err)) == STATUS_AMBIGUOUS)
		status = STATUS_OK;
	if (status == STATUS_OK)
		status = people_find_contacts(&job, err);
	if (status != STATUS_OK)
		return status;
	const struct gathered_day *day = vector_at(&mail->gathering.days.items, 0);
	const struct moment moment = { day->first, day->has_time };
	entry->day = moment_day(&moment);
	entry->minute = moment_minute(&moment);
	entry->precision = day->has_time ? PRECISION_TIME : PRECISION_DAY;
	entry->medium = MEDIUM_EMAIL;
	set_id(mail, entry);
	if (options->with_text && mail->subject)
		memory_replace_string(&entry->summary, mail->subject);
	return set_people(store, mail, entry, err);
}

enum status mail_entry_read(struct store *store, const struct history_options *options,
	struct conversation *entry, struct error *err)
{
	struct one_mail mail = { .has_one = false };

	conversation_init(entry);
	gathering_init(&mail.gathering);
	history_report_init(&mail.report);
	moments_begin(&mail.moments, NULL);
	mail.gathering.moments = &mail.moments;
	mail.gathering.today = store_today(store);
	enum status status = person_index_load(&mail.people, store, err);
	if (status == STATUS_OK)
		status = make_entry(store, options, &mail, entry, err);
	person_index_fini(&mail.people);
	moments_end(&mail.moments);
	history_report_fini(&mail.report);
	gathering_fini(&mail.gathering);
	free(mail.subject);
	free(mail.id);
	return status;
}
