/* CSV of the log and of several address books.
 * Not here: whose entries they become. */
#include "one_reading.h"

#include "exchange/csv/csv_log.h"

static void read_log(const char *text)
{
	read_text(csv_log_read, text);
}

static void a_log_row_is_an_entry(void **state)
{
	read_log("date,contact,direction,channel,summary\n"
		 "2026-10-12 18:30,Ann Reed;Bo Lind,them,call,\"Talked, long\"\n");
	const struct conversation *entry = entry_at(&reading, 0);
	char iso[DATE_ISO_SIZE];
	assert_string_equal(date_format_iso(entry->day, iso), "2026-10-12");
	assert_int_equal(entry->minute, 18 * 60 + 30);
	assert_int_equal(entry->precision, PRECISION_TIME);
	assert_int_equal(entry->direction, OPENED_BY_THEM);
	assert_int_equal(entry->medium, MEDIUM_CALL);
	assert_int_equal(entry->participants.count, 2);
	assert_string_equal(entry->summary, "Talked, long");
	assert_non_null(entry->source_id);
}

static void a_log_may_be_headed_in_other_languages(void **state)
{
	static const char *const headers[] = { "date,who,what", "Datum,Mit wem,Was",
		"Fecha,Con qui\u00e9n,Resumen", "quando,con chi,cosa", "Data,Z kim,Co" };
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		char text[100];
		snprintf(text, sizeof text, "%s\n2026-01-02,Ann,a walk\n", headers[i]);
		read_text(csv_log_read, text);
		assert_int_equal(reading.entries.count, 1);
		const struct entry_record *entry = vector_at(&reading.entries, 0);
		assert_string_equal(entry->conversation.summary, "a walk");
		forget(NULL);
	}
	reading = (struct reading){ 0 };
}

static void assert_entry(size_t at, enum precision precision, int minute, const char *body)
{
	const struct entry_record *entry = vector_at(&reading.entries, at);

	assert_int_equal(entry->conversation.precision, precision);
	if (precision == PRECISION_TIME)
		assert_int_equal(entry->conversation.minute, minute);
	if (body)
		assert_string_equal(entry->conversation.body, body);
	else
		assert_null(entry->conversation.body);
}

/* What is no time, and what stands beyond the header, goes to the body. */
static void no_cell_of_a_log_is_lost(void **state)
{
	read_text(csv_log_read, "date,Time,contact,summary\n"
				"2026-01-02,9 pm,Ann,a\n2026-01-03,21h30,Ann,b\n"
				"2026-01-04,after lunch,Ann,c\n2026-01-05 00:00:00,18:05,Ann,d\n"
				"2026-01-06,,Ann,e,and,,more\n");
	assert_int_equal(reading.entries.count, 5);
	assert_entry(0, PRECISION_TIME, 21 * 60, NULL);
	assert_entry(1, PRECISION_TIME, 21 * 60 + 30, NULL);
	assert_entry(2, PRECISION_DAY, 0, "Time: after lunch");
	assert_entry(3, PRECISION_TIME, 18 * 60 + 5, NULL);
	assert_entry(4, PRECISION_DAY, 0, "and\nmore");
}

static void columns_may_stand_in_any_order_and_more_become_the_body(void **state)
{
	read_log("mood;contact;date\nwell;Ann;2026-01-02\n");
	assert_string_equal(entry_at(&reading, 0)->body, "mood: well");
	assert_int_equal(entry_at(&reading, 0)->medium, MEDIUM_NONE);
}

static void the_same_row_has_the_same_source_id(void **state)
{
	read_log("date,contact,summary\n2026-01-02,Ann,a\n2026-01-02,Ann,b\n2026-01-02,Ann,a\n");
	assert_string_equal(entry_at(&reading, 0)->source_id, entry_at(&reading, 2)->source_id);
	assert_string_not_equal(entry_at(&reading, 0)->source_id, entry_at(&reading, 1)->source_id);
}

static void a_header_that_comes_again_is_no_entry(void **state)
{
	read_log("date,contact\n2026-01-02,Ann\ndate,contact\n2026-01-03,Ann\n");
	assert_int_equal(reading.entries.count, 2);
	assert_int_equal(reading.problems.count, 1);
	assert_false(problem_at(&reading, 0)->is_refused);
}

static void broken_rows_are_refused_with_their_lines(void **state)
{
	read_log("date,contact,direction\n"
		 "2026-02-31,Ann,\n"
		 "2026-01-01,,\n"
		 "2026-01-01,\"Ann\nReed\",sideways\n"
		 "2026-01-01,Bo,me\n");
	assert_int_equal(reading.problems.count, 3);
	assert_int_equal(problem_at(&reading, 0)->line, 2);
	assert_int_equal(problem_at(&reading, 1)->line, 3);
	assert_int_equal(problem_at(&reading, 2)->line, 4);
	assert_int_equal(reading.entries.count, 1);
}

static void google_files_old_and_new_are_read(void **state)
{
	const struct contact *contact = read_contacts(
		"Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
		"Phone 1 - Type,Phone 1 - Value,Birthday\n"
		"Ann Reed,Ann,Reed,* myContacts ::: Choir,* Home,ann@example.org,Mobile,"
		"333 1 ::: 333 2,1985-04-12\n");
	assert_string_equal(contact->name, "Ann Reed");
	assert_int_equal(contact->tags.count, 1);
	assert_true(contact_channel(contact, CHANNEL_EMAIL)->is_preferred);
	assert_string_equal(contact_channel(contact, CHANNEL_EMAIL)->label, "home");
	assert_int_equal(contact->channels.count, 3);
	reading_fini(&reading);
	contact = read_contacts("First Name,Middle Name,Last Name,Organization Name,Labels,"
				"E-mail 1 - Label,E-mail 1 - Value,Birthday\n"
				"Ann,B.,Reed,Works,Choir,Work,ann@example.org, --04-12\n");
	assert_string_equal(contact->name, "Ann B. Reed");
	assert_string_equal(contact->organization, "Works");
	const struct yearly_date *date = vector_at(&contact->dates, 0);
	assert_int_equal(date->date.year, 0);
	assert_int_equal(date->date.month, 4);
}

static void outlook_has_a_title_before_the_name_and_addresses_in_parts(void **state)
{
	const struct contact *contact = read_contacts(
		"Title,First Name,Last Name,Company,Job Title,Business Street,Business City,"
		"Business Postal Code,Mobile Phone,E-mail Address,Birthday\n"
		"Dr,Ann,Reed,Works,Baker,1 Mill Lane,Ely,CB7,0777 123456,ann@example.org,0/0/00\n");
	assert_string_equal(contact->prefix, "Dr");
	assert_string_equal(contact->title, "Baker");
	const struct channel *address = contact_channel(contact, CHANNEL_ADDRESS);
	assert_string_equal(address->value, "1 Mill Lane\nCB7 Ely");
	assert_string_equal(address->label, "work");
	assert_int_equal(contact->dates.count, 0);
}

static void linkedin_connections_were_met_there(void **state)
{
	const struct contact *contact = read_contacts(
		"Notes:\n\"Some addresses are missing, as people wish.\"\n\n"
		"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
		"Ann,Reed,https://www.linkedin.com/in/annreed,,Works,Baker,2020-10-12\n");
	assert_string_equal(contact->met, "LinkedIn");
	char iso[DATE_ISO_SIZE];
	assert_string_equal(date_format_iso(contact->met_on, iso), "2020-10-12");
	assert_string_equal(contact_channel(contact, CHANNEL_PROFILE)->label, "LinkedIn");
}

static void any_header_will_do_and_other_columns_are_kept(void **state)
{
	const struct contact *contact = read_contacts(
		"\xEF\xBB\xBFnome;cognome;telefono;gatto\nAnn;Reed;0521 1234;\"Mia; Leo\"\n");
	assert_string_equal(contact->name, "Ann Reed");
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"gatto\":Mia\\; Leo");
}

static void assert_read_as(const char *csv, const char *name, const char *page)
{
	assert_string_equal(read_contacts(csv)->name, name);
	assert_int_equal(reading.problems.count, page != NULL);
	if (page)
		assert_non_null(strstr(problem_at(&reading, 0)->reason, page));
	reading_fini(&reading);
}

static void letters_tell_the_code_page_and_it_is_said(void **state)
{
	assert_read_as("name\n\xA3ukasz \xAF"
		       "ak\n",
		"\u0141ukasz \u017Bak", "Windows-1250");
	assert_read_as("name\nJan \xA3\xF3"
		       "d\x9F\n",
		"Jan \u0141\u00f3d\u017a", "Windows-1250");
	assert_read_as("name,note\nJos\xE9 Pa\xB3"
		       "ka,\n",
		"Jos\u00e9 Pa\u0142ka", "Windows-1250");
	assert_read_as(
		"name,note\nJos\xE9,\xBFque? 5 m\xB3 for \xA3m 3\n", "Jos\u00e9", "Windows-1252");
	assert_read_as("name,note\nPe\xF1"
		       "a,canci\u00f3n\n",
		"Pe\u00f1a", "Windows-1252");
	assert_read_as("name\n\u00a3ukasz\n", "\u00a3ukasz", NULL);
	reading = (struct reading){ 0 };
}

/* One question without its blank says nothing of the country, nor does one sign against names. */
static void a_single_sign_decides_for_no_file(void **state)
{
	assert_read_as("name,note\nI\xF1"
		       "aki Mu\xF1oz,vale\nAna,hola\xBFvienes\n",
		"I\u00f1aki Mu\u00f1oz", "Windows-1252");
	assert_read_as("name,note\nJos\xE9,\xA1hola\xA1vienes\nAna,si\xA1ven\n", "Jos\u00e9",
		"Windows-1252");
	assert_read_as("name,note\nI\xF1"
		       "aki Mu\xF1oz,5 m\xB3"
		       "de agua\n",
		"I\u00f1aki Mu\u00f1oz", "Windows-1252");
}

/* What the last row says holds for the first, many blocks before. */
static void a_table_of_an_old_mac_is_read_as_one(void **state)
{
	(void)state;
	assert_read_as("name,note\nRen\x8E D\x9Frer,Citt\x88 di Forl\x93 \xD5\n",
		"Ren\u00e9 D\u00fcrer", "MacRoman");
	assert_read_as("name,note\nRen\x8E,a\n", "Ren\u00e9", "MacRoman");
	assert_read_as("name,note\nKr\x8Amer,Sp\x8At\n", "Kr\u00e4mer", "MacRoman");
	/* A table of DOS is none of a Mac, nor is one where a single letter may be of both. */
	assert_read_as("name,note\nAda,Fran\x87ois Andr\x82 l\x85 m\x8Are p\x8Are\n", "Ada",
		"Windows-1252");
	assert_read_as("name,note\nAda,Fran\x87ois\n", "Ada", "Windows-1252");
	/* A table of Windows with a sign of its own stays one. */
	assert_read_as("name,note\nRen\xE9,per\x89 mille\n", "Ren\u00e9", "Windows-1252");
	assert_read_as(
		"name,note\nO\x92Hara,\x93yes\x94 \x96 no\x85\n", "O\u2019Hara", "Windows-1252");
	assert_read_as("name,note\n\x8A"
		       "imon,KOL\x8C"
		       "A Ko\x9Aice\n",
		"\u0160imon", "Windows-1252");
}

static void the_whole_file_tells_its_code_page(void **state)
{
	struct strbuf table = STRBUF_INIT;

	strbuf_add(&table, "name,note\nBo\xBF"
			   "ena,S\xF3l\n");
	for (int i = 0; i < 20000; i++)
		strbuf_add_format(&table, "Name%d,plain words of a note\n", i);
	strbuf_add(&table, "\xA3ukasz W\xB9s,\n");
	assert_read_as(table.data, "Bo\u017cena", "Windows-1250");
	strbuf_fini(&table);
}

/* Two files joined into one: each letter is of its own. In capitals of one code page, two letters
 * may look like one of UTF-8. */
static void utf_8_and_a_code_page_stand_in_one_file(void **state)
{
	assert_read_as("name\n\u0141ukasz \u017Bak (Wa\xB3\xEAsa)\n",
		"\u0141ukasz \u017Bak (Wa\u0142\u0119sa)", "Windows-1250");
	assert_read_as(
		"name\nSP\xD3\xA3KA \xA3UKASZ\n", "SP\u00d3\u0141KA \u0141UKASZ", "Windows-1250");
}

/* Day 0 of a spreadsheet is a birthday all the same, and so is one of long ago. */
static void filos_own_table_says_what_it_says(void **state)
{
	static const char own[] = "name,cadence,birthday,uid\nNonna,,1899-12-31,urn:uuid:1f\n"
				  "Ava,,1850-01-02,urn:uuid:2f\n",
			  other[] = "name,birthday\nNonna,1899-12-31\n";
	assert_int_equal(read_contacts(own)->dates.count, 1);
	assert_int_equal(person_at(&reading, 1)->dates.count, 1);
	reading_fini(&reading);
	assert_int_equal(read_contacts(other)->dates.count, 0);
}

static void latin_1_is_read(void **state)
{
	assert_string_equal(
		read_contacts("name,email\nNicol\xF2,a@example.org\n")->name, "Nicol\xC3\xB2");
}

static void what_googles_user_named_is_known_by_its_label_or_kept_by_it(void **state)
{
	const struct contact *contact;
	contact =
		read_contacts("First Name,Last Name,Custom Field 1 - Label,Custom Field 1 - Value,"
			      "Custom Field 2 - Label,Custom Field 2 - Value\n"
			      "Ann,Reed,Nickname,Annie,Shoe size,38\n");
	assert_string_equal(contact->nickname, "Annie");
	assert_int_equal(contact->kept.count, 1);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Shoe size\":38");
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(a_log_row_is_an_entry),
		T(a_log_may_be_headed_in_other_languages),
		T(no_cell_of_a_log_is_lost),
		T(columns_may_stand_in_any_order_and_more_become_the_body),
		T(the_same_row_has_the_same_source_id),
		T(a_header_that_comes_again_is_no_entry),
		T(broken_rows_are_refused_with_their_lines),
		T(google_files_old_and_new_are_read),
		T(what_googles_user_named_is_known_by_its_label_or_kept_by_it),
		T(outlook_has_a_title_before_the_name_and_addresses_in_parts),
		T(linkedin_connections_were_met_there),
		T(any_header_will_do_and_other_columns_are_kept),
		T(letters_tell_the_code_page_and_it_is_said),
		T(a_single_sign_decides_for_no_file),
		T(a_table_of_an_old_mac_is_read_as_one),
		T(the_whole_file_tells_its_code_page),
		T(utf_8_and_a_code_page_stand_in_one_file),
		T(filos_own_table_says_what_it_says),
		T(latin_1_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
