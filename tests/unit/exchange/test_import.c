/* Whole imports into a database, and out again: who is met, what is said of what was left out, what
 * a second import finds. Not here: reading (test_vcard_read.c, test_csv.c), joining
 * (test_import_update.c).
 */
#include "imports.h"

#include "filo/store/contact_resolve.h"

/* Cards as programs write them, each with something that is easily lost or doubled. */
static const char *const cards[] = {
	"FN:Ann Reed\nN:Reed;Ann;;;\nEMAIL;TYPE=home:ann@example.org\n",
	"FN:Bo Lind\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ==\n",
	"FN:Cy Marsh\nUID:urn:uuid:1f\nKEY;ENCODING=B:AAECAwQFBgc=\nIMPP:xmpp:cy@example.org\n",
	"FN:Di Moss\nitem1.TEL:123456\nitem1.X-ABLabel:boat\nX-OWN;TYPE=a:kept\\, as it is\n",
	"FN:Ed Nash\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\nANNIVERSARY:20100615\n",
	"FN:Flo Ott\nRELATED;TYPE=spouse:urn:uuid:nobody\nX-SPOUSE:Gil\n",
	"FN:Nicol=F2 Bianchi\nNOTE:Perch=C3=A9 no\\nthere\nCATEGORIES:a\\,b,c\n",
	"FN:Hal Penn\nURL:https://example.org/?id=F2\nGEO:geo:1\\,2\nADR:;;A 1;Rome;;00100;\n",
};

static void what_came_in_goes_out_once_and_comes_in_as_nothing_new(void **state)
{
	struct place *place = *state;

	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		char card[400];
		snprintf(card, sizeof card, "BEGIN:VCARD\nVERSION:3.0\n%sEND:VCARD\n", cards[i]);
		expect_import(place, card, 1, 0, 0, 0);
		expect_import(place, card, 0, 0, 1, 0);
	}
	const int people = sizeof cards / sizeof *cards;
	for (int version = 3; version <= 4; version++) {
		enum export_format format = version == 3 ? EXPORT_VCARD3 : EXPORT_VCARD;
		char *first = export_text(place, format);
		expect_import(place, first, 0, 0, people, 0);
		char *second = export_text(place, format);
		assert_string_equal(first, second);
		free(first);
		free(second);
	}
	expect_exported(place, "PHOTO", 1);
	expect_exported(place, "KEY", 1);
	expect_exported(place, "IMPP:xmpp:cy@example.org", 1);
	expect_exported(place, "BDAY:--0412", 1);
	expect_exported(place, "OMIT-YEAR", 0);
	expect_exported(place, "RELATED;TYPE=spouse:urn:uuid:nobody", 1);
	expect_exported(place, "Gil", 1);
	expect_exported(place, "FN:Nicolò Bianchi", 1);
	expect_exported(place, "NOTE:Perché no", 1);
	expect_exported(place, "?id=F2", 1);
	expect_exported(place, "GEO:geo:1", 1);
	expect_exported(place, "X-OWN;TYPE=a:kept\\, as it is", 1);
}

static void whoever_was_related_to_them_is_when_they_come(void **state)
{
	struct place *place = *state;

	expect_import(place,
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nUID:a\nRELATED;TYPE=friend:urn:uuid:b\n"
		"END:VCARD\n",
		1, 0, 0, 0);
	expect_number(place, 1, "SELECT other IS NULL FROM relation");
	expect_import(
		place, "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nUID:urn:uuid:b\nEND:VCARD\n", 1, 0, 0, 0);
	expect_number(place, 1, "SELECT count(*) FROM relation");
	expect_number(place, 1,
		"SELECT c.name = 'Bo' FROM relation AS r"
		" JOIN contact AS c ON c.id = r.other");
}

static void an_agent_with_the_same_uid_is_somebody_else(void **state)
{
	struct place *place = *state;

	expect_import(place,
		"BEGIN:VCARD\nVERSION:2.1\nFN:John Reed\nUID:1\nAGENT:BEGIN:VCARD\nVERSION:2.1\n"
		"FN:Jane Reed\nUID:1\nEND:VCARD\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:2.1\nFN:Otto Roth\nUID:1a111111-2222-3333-4444-555555555555\n"
		"AGENT:BEGIN:VCARD\nVERSION:2.1\nFN:Lena Quast\n"
		"UID:urn:uuid:1A111111-2222-3333-4444-555555555555\nEND:VCARD\nEND:VCARD\n",
		4, 0, 0, 0);
	expect_number(place, 2,
		"SELECT count(*) FROM contact WHERE uid = '1' AND name = 'John Reed'"
		" OR uid LIKE '1a1%5' AND name = 'Otto Roth'");
	expect_number(
		place, 2, "SELECT count(*) FROM contact WHERE name IN ('Jane Reed', 'Lena Quast')");
}

static void the_file_that_is_meant_is_named(void **state)
{
	struct place *place = *state;
	enum status status;
	struct import_plan plan = import_text(place, "name,note\nAnn,\"open\n", &status);

	assert_int_equal(status, STATUS_INVALID);
	assert_non_null(strstr(place->err.message, place->folder));
	import_plan_fini(&plan);
}

static void a_group_tags_its_members_and_an_empty_one_is_refused(void **state)
{
	struct place *place = *state;

	expect_import(place,
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nUID:a\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:4.0\nFN:Choir\nKIND:group\nMEMBER:urn:uuid:a\nEND:VCARD\n",
		1, 0, 0, 0);
	expect_number(place, 1, "SELECT count(*) FROM tag WHERE tag = 'Choir'");
	expect_import(
		place, "BEGIN:VCARD\nVERSION:4.0\nFN:Nobody\nKIND:group\nEND:VCARD\n", 0, 0, 0, 1);
}

/* By whatever a card may call them: the UID of a card that turned out to be somebody who was here,
 * an address, a number. */
static void members_of_a_group_who_are_not_here_are_told(void **state)
{
	static const char group[] =
		"BEGIN:VCARD\nVERSION:4.0\nFN:Choir\nKIND:group\n"
		"MEMBER:urn:uuid:card\nMEMBER:mailto:Bo@example.org\nMEMBER:tel:+39-06-555111\n"
		"MEMBER:urn:uuid:nobody\nEND:VCARD\n";
	struct place *place = *state;
	enum status status;

	struct import_plan plan = import_text(place, group, &status);
	assert_ok(place, status);
	assert_int_equal(plan.refused, 1);
	assert_non_null(
		strstr(((struct import_problem *)vector_at(&plan.problems, 0))->reason, "Choir"));
	import_plan_fini(&plan);
	expect_import(place,
		"name,email,phone\nAnn,ann@example.org,\nBo,bo@example.org,\n"
		"Cy,,+39 06 555 111\n",
		3, 0, 0, 0);
	expect_import(place,
		"BEGIN:VCARD\nVERSION:4.0\nUID:card\nFN:Ann\nEMAIL:ann@example.org\n"
		"END:VCARD\n",
		0, 0, 1, 0);
	plan = import_text(place, group, &status);
	assert_ok(place, status);
	assert_int_equal(plan.refused, 0);
	assert_int_equal(plan.problems.count, 1);
	assert_int_equal(((struct import_problem *)vector_at(&plan.problems, 0))->line, 1);
	import_plan_fini(&plan);
	expect_number(place, 3, "SELECT count(*) FROM tag WHERE tag = 'Choir'");
}

/* Two cards of one person who were made one: the file says both again. */
static void a_double_that_was_merged_does_not_come_back(void **state)
{
	static const char book[] = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Reed\nEMAIL:ann@example.org\n"
				   "NOTE:work\nEND:VCARD\n"
				   "BEGIN:VCARD\nVERSION:3.0\nFN:Annie\nTEL:333 1234567\n"
				   "NOTE:phone\nEND:VCARD\n",
			  table[] = "First Name,Last Name,E-mail 1 - Value,Phone 1 - Value\n"
				    "Bo,Lind,bo@example.org,\nBobo,,,444 1234567\n";
	struct place *place = *state;
	struct contact keep;

	expect_import(place, book, 2, 0, 0, 0);
	expect_import(place, table, 2, 0, 0, 0);
	for (contact_id id = 1; id <= 3; id += 2) {
		assert_ok(place, contact_load(place->store, id, &keep, &place->err));
		/* Of the other's, nothing is kept: it is not to come back either. */
		assert_ok(place, contact_merge(place->store, &keep, id + 1, &place->err));
		contact_fini(&keep);
	}
	char *before = export_text(place, EXPORT_JSON);
	expect_import(place, book, 0, 0, 2, 0);
	expect_import(place, table, 0, 0, 2, 0);
	char *after = export_text(place, EXPORT_JSON);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* A server of 3.0 cannot hold KDE's names: they are not gone because it does not say them. */
static void what_3_cannot_say_is_not_taken_back(void **state)
{
	struct place *place = *state;
	static const char kde[] = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ann\nX-FOO:a\n"
				  "X-messaging/xmpp-All:ann@a.example\nEND:VCARD\n",
			  server[] = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ann\n"
				     "IMPP:xmpp:ann@a.example\nEND:VCARD\n";

	expect_import(place, kde, 1, 0, 0, 0);
	expect_import(place, server, 0, 1, 0, 0);
	expect_exported(place, "X-messaging/xmpp-All:ann@a.example", 1);
	expect_exported(place, "IMPP", 0);
	expect_exported(place, "X-FOO", 0);
}

static void a_label_of_google_stays_with_its_value(void **state)
{
	struct place *place = *state;

	expect_import(place,
		"Name,E-mail 1 - Type,E-mail 1 - Value,Event 1 - Type,Event 1 - Value,"
		"Relation 1 - Type,Relation 1 - Value,Photo\n"
		"Ann,Home,ann@example.org,Anniversary,2010-06-15,Mother,Pia,https://example.org/"
		"p\n",
		1, 0, 0, 0);
	expect_number(place, 1, "SELECT label = 'home' FROM channel");
	expect_number(place, YEARLY_ANNIVERSARY, "SELECT kind FROM yearly_date");
	expect_number(place, 1, "SELECT count(*) FROM relation WHERE name = 'Pia'");
	expect_exported(place, "Mother", 1);
	expect_exported(place, "https://example.org/p", 1);
}

static void what_a_table_says_too_much_or_unclearly_is_told(void **state)
{
	struct place *place = *state;
	enum status status;
	struct import_plan plan = import_text(place,
		"name,birthday\nAnn,12/31/1984\nBo,sometime\nCy,1980-01-02,beyond\n", &status);

	assert_ok(place, status);
	assert_int_equal(plan.added, 3);
	assert_int_equal(plan.refused, 0);
	assert_int_equal(plan.problems.count, 2);
	assert_int_equal(((struct import_problem *)vector_at(&plan.problems, 0))->line, 3);
	assert_int_equal(((struct import_problem *)vector_at(&plan.problems, 1))->line, 4);
	import_plan_fini(&plan);
	expect_number(place, 1231, "SELECT month * 100 + day FROM yearly_date WHERE year = 1984");
}

static void a_quotation_mark_never_closed_changes_nothing(void **state)
{
	struct place *place = *state;
	enum status status;
	struct import_plan plan =
		import_text(place, "name,note\nAnn,fine\nBo,\"open\nCy,swallowed\n", &status);

	assert_int_equal(status, STATUS_INVALID);
	assert_non_null(strstr(place->err.message, "3"));
	expect_number(place, 0, "SELECT count(*) FROM contact");
	import_plan_fini(&plan);
}

static void a_log_goes_out_and_in_with_how_well_its_dates_are_known(void **state)
{
	static const char log[] = "date,contact,direction,channel,summary,body\r\n"
				  "1998,Ann,,,a year,\r\n"
				  "2019-03,Ann,me,call,a month,\r\n"
				  "summer 2019,Ann,them,letter,a season,\"two\nlines\"\r\n"
				  "2020-12-24,Ann,both,video,a day,\r\n"
				  "2021-01-02 18:30,Ann,me,in-person,an hour,\r\n";
	struct place *place = *state;

	expect_import(place, log, 1, 0, 0, 0);
	char *out = export_text(place, EXPORT_LOG_CSV);
	assert_string_equal(out, log);
	expect_import(place, out, 0, 0, 0, 0);
	expect_number(place, 5, "SELECT count(*) FROM conversation");
	free(out);
}

static void who_is_in_a_refused_entry_does_not_come_with_it(void **state)
{
	static const char *const conversations[] = {
		"{\"summary\": \"no day\", \"participants\": [{\"name\": \"Zed\"}]}",
		"{\"day\": \"2020-01-02\", \"participants\": [{\"name\": \"Zed\", \"mention\": "
		"true}]}",
		"{\"day\": \"2020-01-02\", \"participants\": [{\"name\": \"Zed\"}, {\"name\": "
		"\"Ann\"}]}",
	};
	struct place *place = *state;

	/* Two of a name: who is meant cannot be known. */
	expect_import(place,
		"BEGIN:VCARD\nFN:Ann\nUID:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nUID:2\nEND:VCARD\n", 2,
		0, 0, 0);
	for (size_t i = 0; i < sizeof conversations / sizeof *conversations; i++) {
		char json[200];
		snprintf(json, sizeof json, "{\"filo\": 1, \"conversations\": [%s]}",
			conversations[i]);
		expect_import(place, json, 0, 0, 0, 1);
	}
	expect_import(place, "date,contact\n2020-01-02,Zed;Ann\n", 0, 0, 0, 1);
	expect_number(place, 0, "SELECT count(*) FROM contact WHERE name = 'Zed'");
	expect_import(place, "date,contact\n2020-01-02,Zed;zed\n", 1, 0, 0, 0);
	expect_number(place, 1, "SELECT count(*) FROM participant");
}

static void a_tag_with_a_comma_goes_out_and_in_again(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:%s\nUID:1\nCATEGORIES:a\\,b%s\nEND:VCARD\n";
	struct place *place = *state;
	char text[120];

	for (int i = 0; i < 2; i++) {
		const char *names[] = { "Ann", "Bo" };
		snprintf(text, sizeof text, card, names[i], i ? ",c" : "");
		expect_import(place, text, i == 0, i == 1, 0, 0);
		char *out = export_text(place, EXPORT_CONTACTS_CSV);
		expect_import(place, out, 0, 0, 1, 0);
		free(out);
		expect_number(place, i + 1, "SELECT count(*) FROM tag");
		expect_number(place, 1, "SELECT count(*) FROM tag WHERE tag = 'a,b'");
	}
}

static void what_is_refused_is_not_said_to_be_kept(void **state)
{
	static const char *const files[] = { "BEGIN:VCARD\nBDAY:sometime\nEND:VCARD\n",
		"name,birthday\n,sometime\n" };
	struct place *place = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		enum status status;
		struct import_plan plan = import_text(place, files[i], &status);
		assert_int_equal(plan.refused, 1);
		assert_int_equal(plan.problems.count, 1);
		import_plan_fini(&plan);
	}
}

/* Another program, which writes as soon as the export does. */
struct busy_file {
	struct place *place;
	FILE *to;
	bool has_written;
};

static ssize_t write_and_change(void *cookie, const char *bytes, size_t len)
{
	struct busy_file *file = cookie;
	struct store *other;

	if (!file->has_written) {
		struct store *own = file->place->store;
		assert_ok(
			file->place, store_open(&other, store_path(own), TODAY, &file->place->err));
		file->place->store = other;
		expect_import(file->place, "date,contact\n2020-01-02,Latecomer\n", 1, 0, 0, 0);
		file->place->store = own;
		store_close(other);
		file->has_written = true;
	}
	return (ssize_t)fwrite(bytes, 1, len, file->to);
}

static void an_export_is_of_one_moment(void **state)
{
	struct place *place = *state;
	struct busy_file file = { .place = place };
	struct strbuf table = STRBUF_INIT;
	char *text;
	size_t len;

	strbuf_add(&table, "name,note\n");
	for (int i = 0; i < 200; i++)
		strbuf_add_format(&table, "Person %d,Somebody of whom a sentence is known\n", i);
	expect_import(place, table.data, 200, 0, 0, 0);
	file.to = open_memstream(&text, &len);
	FILE *out = fopencookie(&file, "w", (cookie_io_functions_t){ .write = write_and_change });
	assert_ok(place, export_stream(place->store, EXPORT_JSON, out, NULL, &place->err));
	fclose(out);
	fclose(file.to);
	assert_true(file.has_written);
	assert_int_equal(occurrences(text, "Latecomer"), 0);
	assert_int_equal(occurrences(text, "Somebody"), 200);
	free(text);
	strbuf_fini(&table);
}

/* As they stand in the file, whatever they say. */
static void the_entries_of_a_day_stay_in_their_order(void **state)
{
	struct place *place = *state;
	struct strbuf log = STRBUF_INIT;

	strbuf_add(&log, "date,contact,direction,channel,summary,body\r\n");
	for (int i = 0; i < 50; i++)
		strbuf_add_format(&log, "2020-01-02,Ann,,,entry %d,\r\n", i * 7 % 50);
	expect_import(place, log.data, 1, 0, 0, 0);
	char *out = export_text(place, EXPORT_LOG_CSV);
	assert_string_equal(out, log.data);
	char *json = export_text(place, EXPORT_JSON);
	struct store *first = place->store, *second;
	assert_ok(place, store_open(&second, place_file(place, "second.db"), TODAY, &place->err));
	place->store = second;
	expect_import(place, json, 1, 0, 0, 0);
	char *again = export_text(place, EXPORT_JSON);
	assert_string_equal(again, json);
	place->store = first;
	store_close(second);
	free(again);
	free(json);
	free(out);
	strbuf_fini(&log);
}

/* Each with a byte order mark: big-endian, little-endian. */
static void a_log_in_utf16_is_read(void **state)
{
	static const char text[] = "\xFE\xFF"
				   "date,contact,summary\n2020-12-24,Zo\xEB,caf\xE9\n";
	struct place *place = *state;
	char wide[2][2 * sizeof text];
	enum status status;
	size_t len = sizeof text - 1;

	for (size_t i = 0; i < len; i++) {
		/* The mark is one character already. */
		wide[0][2 * i] = wide[1][2 * i + 1] = (char)(i ? 0 : text[0]);
		wide[0][2 * i + 1] = wide[1][2 * i] = text[i];
	}
	for (int i = 0; i < 2; i++) {
		memmove(wide[i] + 2, wide[i] + 4, 2 * len - 4);
		wide[i][i] = '\xFE';
		wide[i][1 - i] = '\xFF';
		struct import_plan plan = import_bytes(place, wide[i], 2 * len - 2, NULL, &status);
		assert_ok(place, status);
		assert_int_equal(plan.entries_added, i == 0);
		assert_int_equal(plan.entries_unchanged, i == 1);
		import_plan_fini(&plan);
	}
	expect_number(place, 1, "SELECT count(*) FROM contact WHERE name = 'Zoë'");
	expect_number(place, 1, "SELECT count(*) FROM conversation WHERE summary = 'café'");
}

static bool stop(void *context, int64_t done, int64_t total)
{
	(void)context;
	assert_true(done > 0 && done <= total);
	return false;
}

static void an_import_that_is_stopped_changes_nothing(void **state)
{
	static const char *const files[] = { "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n",
		"name,email\nAnn,ann@example.org\n", "date,contact,summary\n2020-12-24,Ann,x\n",
		"{\"filo\": 1, \"contacts\": [{\"name\": \"Ann\"}]}\n" };
	struct place *place = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		enum status status;
		struct import_plan plan =
			import_bytes(place, files[i], strlen(files[i]), stop, &status);
		assert_int_equal(status, STATUS_CANCELLED);
		expect_number(place, 0, "SELECT count(*) FROM contact");
		expect_number(place, 0, "SELECT count(*) FROM undo");
		import_plan_fini(&plan);
	}
}

/* A phone writes out what it holds in another order each time. */
static void what_comes_in_another_order_is_nothing_to_undo(void **state)
{
	struct place *place = *state;

	expect_import(place, "BEGIN:VCARD\nUID:1\nFN:Rosa\nTEL:111111\nTEL:222222\nEND:VCARD\n", 1,
		0, 0, 0);
	expect_import(place, "BEGIN:VCARD\nUID:1\nFN:Rosa\nTEL:222222\nTEL:111111\nEND:VCARD\n", 0,
		0, 1, 0);
	expect_number(place, 1, "SELECT count(*) FROM undo");
}

/* Under another name, and behind the card of who they are one with. */
static void who_was_made_one_with_somebody_stays_so(void **state)
{
	static const char both[] = "BEGIN:VCARD\nUID:u1\nFN:Lia Orsi\nTEL:111111\nEND:VCARD\n"
				   "BEGIN:VCARD\nUID:u2\nFN:Lia Neri\nTEL:222222\nEND:VCARD\n";
	struct place *place = *state;
	struct contact keep;

	expect_import(place, both, 2, 0, 0, 0);
	assert_ok(place, contact_load(place->store, 1, &keep, &place->err));
	assert_ok(place, contact_merge(place->store, &keep, 2, &place->err));
	contact_fini(&keep);
	expect_import(place, both, 0, 0, 2, 0);
	expect_number(place, 1, "SELECT count(*) FROM contact");
}

/* Marks come from files, too: what is no whole one is read no further. The sanitizers see it. */
static void marks_may_end_within_one(void **state)
{
	struct place *place = *state;
	char text[300];

	for (int len = 1; len <= 17; len++) {
		snprintf(text, sizeof text,
			"{\"filo\":1,\"contacts\":[{\"name\":\"Ann Moss\",\"channels\":[{\"kind\":"
			"\"email\",\"value\":\"%d@example.org\"}],\"sources\":[{\"source\":\"csv\","
			"\"marks\":\"%.*s\"}]}]}",
			len, len, "877aee1cce4a46e2797a9a8a");
		expect_import(place, text, 1, 0, 0, 0);
		snprintf(text, sizeof text, "name,email,note\nAnn Moss,%d@example.org,a%d\n", len,
			len);
		expect_import(place, text, 0, 1, 0, 0);
	}
}

/* With "urn:uuid:" before it or not, in capitals or not, it is the same. */
static void a_uuid_is_one_however_it_is_written(void **state)
{
	static const char *const written[] = { "urn:uuid:1a111111-2222-3333-4444-555555555555",
		"1a111111-2222-3333-4444-555555555555", "1A111111-2222-3333-4444-555555555555" };
	struct place *place = *state;
	char text[400];

	for (size_t i = 0; i < 3; i++) {
		for (size_t j = 0; j < 3; j++) {
			snprintf(text, sizeof text,
				"BEGIN:VCARD\nUID:%s\nFN:Otto Roth\nEND:VCARD\n"
				"BEGIN:VCARD\nUID:%s\nFN:Lena Quast\nTEL:+49305%zu%zu\n"
				"END:VCARD\n",
				written[i], written[j], i, j);
			struct place *fresh = NULL;
			place_setup((void **)&fresh);
			expect_import(fresh, text, 2, 0, 0, 0);
			expect_number(fresh, 2,
				"SELECT count(DISTINCT replace(lower(uid), 'urn:uuid:', ''))"
				" FROM contact");
			place_teardown((void **)&fresh);
		}
		/* Later it is who bears it, under a new name. */
		snprintf(text, sizeof text, "BEGIN:VCARD\nUID:%s\nFN:%s\nEND:VCARD\n", written[i],
			i ? "Lena Quast" : "Otto Roth");
		expect_import(place, text, !i, i == 1, i == 2, 0);
	}
	contact_id id;
	assert_ok(place, contact_resolve(place->store, "Lena Quast", &id, &place->err));
}

/* Cards of one person, each with a telephone of its own, from `first` on, and the UUID in one of
 * the spellings, or, from 4 on, each card in another. */
static void expect_spelled(
	struct place *place, int spelling, int first, int added, int updated, int unchanged)
{
	static const char *const written[] = { "1a111111-2222-3333-4444-555555555555",
		"urn:uuid:1a111111-2222-3333-4444-555555555555",
		"1A111111-2222-3333-4444-555555555555",
		"URN:UUID:1a111111-2222-3333-4444-555555555555" };
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < 4; i++)
		strbuf_add_format(&text,
			"BEGIN:VCARD\nUID:%s\nFN:Otto Roth\nTEL:+49305%d\nEND:VCARD\n",
			written[(spelling < 4 ? spelling : spelling + i) % 4], first + i);
	expect_import(place, text.data, added, updated, unchanged, 0);
	strbuf_fini(&text);
	expect_number(place, 4, "SELECT count(*) FROM import_mark");
	expect_number(place, 4, "SELECT count(*) FROM channel");
}

static void cards_of_a_uuid_take_back_however_it_is_written(void **state)
{
	(void)state;
	for (int before = 0; before < 6; before++)
		for (int after = 0; after < 6; after++) {
			struct place *fresh = NULL;
			place_setup((void **)&fresh);
			expect_spelled(fresh, before, 100100, 1, 3, 0);
			expect_spelled(fresh, after, 100100, 0, 0, 4);
			expect_spelled(fresh, after, 200200, 0, 4, 0);
			expect_spelled(fresh, before, 300300, 0, 4, 0);
			place_teardown((void **)&fresh);
		}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(what_came_in_goes_out_once_and_comes_in_as_nothing_new),
		TEST(whoever_was_related_to_them_is_when_they_come),
		TEST(an_agent_with_the_same_uid_is_somebody_else),
		TEST(the_file_that_is_meant_is_named),
		TEST(a_group_tags_its_members_and_an_empty_one_is_refused),
		TEST(members_of_a_group_who_are_not_here_are_told),
		TEST(a_double_that_was_merged_does_not_come_back),
		TEST(what_3_cannot_say_is_not_taken_back),
		TEST(a_label_of_google_stays_with_its_value),
		TEST(what_a_table_says_too_much_or_unclearly_is_told),
		TEST(a_quotation_mark_never_closed_changes_nothing),
		TEST(a_log_goes_out_and_in_with_how_well_its_dates_are_known),
		TEST(who_is_in_a_refused_entry_does_not_come_with_it),
		TEST(a_tag_with_a_comma_goes_out_and_in_again),
		TEST(what_is_refused_is_not_said_to_be_kept),
		TEST(an_export_is_of_one_moment),
		TEST(the_entries_of_a_day_stay_in_their_order),
		TEST(a_log_in_utf16_is_read),
		TEST(what_comes_in_another_order_is_nothing_to_undo),
		TEST(who_was_made_one_with_somebody_stays_so),
		TEST(an_import_that_is_stopped_changes_nothing),
		TEST(marks_may_end_within_one),
		TEST(a_uuid_is_one_however_it_is_written),
		TEST(cards_of_a_uuid_take_back_however_it_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
