/* Dates and times of spreadsheets.
 * Not here: dates as people type them (people/test_when.c). */
#include "one_reading.h"

#include "exchange/csv/csv_dates.h"
#include "exchange/csv/csv_log.h"
#include "filo/people/words/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void assert_date(const char *text, bool is_day_first, int year, int month, int day)
{
	const day_number today = date_to_day((struct civil_date){ 2026, 11, 23 });
	struct civil_date date;
	const char *rest;
	enum csv_date_found found = csv_date_parse(text, is_day_first, today, &date, &rest);

	if (found != CSV_DATE_GOOD || date.year != year || date.month != month || date.day != day)
		fail_msg("\"%s\" is %d: %d-%d-%d", text, found, date.year, date.month, date.day);
}

static void dates_are_read_as_programs_write_them(void **state)
{
	assert_date("9/7/1971", true, 1971, 7, 9);
	assert_date("9/7/1971", false, 1971, 9, 7);
	assert_date("9.7.1971", true, 1971, 7, 9);
	assert_date("7.9.1971", false, 1971, 7, 9);
	assert_date("7.19.1971", false, 1971, 7, 19);
	assert_date("1971/7/9 10:30", true, 1971, 7, 9);
	assert_date("3/5/21, 2:14 PM", false, 2021, 3, 5);
	assert_date("3/5/21\u202f2:14 PM", false, 2021, 3, 5);
	assert_date("09-Jul-71", true, 1971, 7, 9);
	assert_date("9. Juli 1971", true, 1971, 7, 9);
	assert_date("Jul 9th, 1971", true, 1971, 7, 9);
	assert_date("9 de julio de 1971", true, 1971, 7, 9);
	assert_date("1er ao\u00fbt 1971", true, 1971, 8, 1);
	assert_date("9 pa\u017adziernika 1971", true, 1971, 10, 9);
	assert_date("9. \u010derven 1971", true, 1971, 6, 9);
	assert_date("9. \u010dervenec 1971", true, 1971, 7, 9);
	assert_date("9. desember 1971", true, 1971, 12, 9);
	assert_date("Friday, July 9, 1971", false, 1971, 7, 9);
	assert_date("Fri, 09 Jul 1971 14:00:00 +0000", true, 1971, 7, 9);
	assert_date("Fr., den 9.7.1971", true, 1971, 7, 9);
	assert_date("venerd\u00ec 9 luglio 1971", true, 1971, 7, 9);
	assert_date("sexta-feira, 9 de julho de 1971", true, 1971, 7, 9);
	assert_date("Mar, 9 mar 1971", true, 1971, 3, 9);
	assert_date("Mar 9 1971", true, 1971, 3, 9);
	assert_date("Mar. 9, 1971", true, 1971, 3, 9);
	assert_date("mar. 3 nov. 2026", true, 2026, 11, 3);
	assert_date("mar. 3/11/2026", true, 2026, 11, 3);
	assert_date("mar. 12 mai 1990", true, 1990, 5, 12);
	assert_date("*12.5.1980", true, 1980, 5, 12);
	assert_date("* 12.5.1980", true, 1980, 5, 12);
	assert_date("1980-\?\?-\?\?", true, 1980, 0, 0);
	assert_date("1980-05-\?\?", true, 1980, 5, 0);
	assert_date("July 1971", true, 1971, 7, 0);
	assert_date("07/1971", true, 1971, 7, 0);
	reading = (struct reading){ 0 };
}

static void a_year_is_not_invented(void **state)
{
	assert_date("9/7", true, 0, 7, 9);
	assert_date("--07-29", true, 0, 7, 29);
	assert_date("7-29", false, 0, 7, 29);
	assert_date("-07-29", true, 0, 7, 29);
	assert_date("XXXX-07-29", true, 0, 7, 29);
	assert_date("0-07-29", true, 0, 7, 29);
	assert_date("00-07-29", true, 0, 7, 29);
	assert_date("7/29/0", false, 0, 7, 29);
	assert_date("7/29/", false, 0, 7, 29);
	assert_date("29.07.????", true, 0, 7, 29);
	assert_date("29 Jul xxxx", true, 0, 7, 29);
	assert_date("*9.7.", true, 0, 7, 9);
	assert_date("x9/7", true, 0, 7, 9);
	assert_date("0/07/1971", true, 1971, 7, 0);
	reading = (struct reading){ 0 };
}

static void years_of_two_digits_have_been(void **state)
{
	assert_date("23/11/26", true, 2026, 11, 23);
	assert_date("24/11/26", true, 1926, 11, 24);
	assert_date("1/2/71", true, 1971, 2, 1);
	assert_date("9 Jul 1604", true, 0, 7, 9);
	assert_date("0000-07-09", true, 0, 7, 9);
	reading = (struct reading){ 0 };
}

static void none_is_no_date_and_no_mistake(void **state)
{
	static const char *const none[] = { "0/0/00", "0.0.00", "00.00.0000", "0000-00-00",
		"??.??.????", "null", "N/A", "--", "1/1/4501", "1899-12-30 00:00", "00/01/1900",
		"1900-01-00", "31/12/1899", "01/01/0001", "01.01.1601", "1899-12-30", "9999-12-31",
		"1/1/9999", "31 Dec 2999", "1900-01-01", "1/1/1900", "1753-01-01", "1/0/00",
		"00-Jan-00", "(null)", "12:00:00 AM", "#N/A", "\u2013", "NaN", "Aucun" };
	struct civil_date date;
	const char *rest;

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(csv_date_parse(none[i], true, 0, &date, &rest), CSV_DATE_NONE);
	static const char *const bad[] = { "soon", "13/13/1971", "_12/5/1980", "-3/4/1980",
		"Jan 12 Feb", "Sunday", "Mo", "Sun, ", "5.12.1980?", "5.12?" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (csv_date_parse(bad[i], true, 0, &date, &rest) != CSV_DATE_BAD)
			fail_msg("\"%s\" is read", bad[i]);
	reading = (struct reading){ 0 };
}

static void assert_born(size_t person, int month, int day)
{
	const struct contact *contact = person_at(&reading, person);

	assert_int_equal(contact->dates.count, 1);
	const struct yearly_date *date = vector_at(&contact->dates, 0);
	assert_int_equal(date->date.month, month);
	assert_int_equal(date->date.day, day);
}

static void a_column_has_one_order_and_says_it(void **state)
{
	read_contacts("name,birthday\nAnn,4/5/1980\nBo,4/25/1981\nCy,5/4/1982\n");
	assert_born(0, 4, 5);
	assert_born(1, 4, 25);
	assert_born(2, 5, 4);
	assert_int_equal(reading.problems.count, 1);
	assert_int_equal(problem_at(&reading, 0)->line, 1);
	assert_false(problem_at(&reading, 0)->is_refused);
}

/* Two columns of one program: the sure one speaks for the other. 31 February is sure of nothing. */
static void a_file_has_one_order(void **state)
{
	read_contacts("name,birthday,anniversary\nAnn,10/31/1980,3/4/2001\nBo,31/2/1980,\n");
	const struct contact *contact = person_at(&reading, 0);
	const struct yearly_date *date = vector_at(&contact->dates, 1);
	assert_int_equal(date->date.month, 3);
	assert_int_equal(date->date.day, 4);
	assert_non_null(strstr(problem_at(&reading, 0)->reason, "10/31/1980 (birthday)"));
}

/* What was said of the first column of dates, "" when nothing was. */
static const char *told(void)
{
	return reading.problems.count ? problem_at(&reading, 0)->reason : "";
}

static void what_parts_a_date_makes_no_second_order(void **state)
{
	read_contacts("name;birthday\nAnn;12.25.1980\nBo;03.04.1981\n");
	assert_born(1, 3, 4);
	assert_non_null(strstr(told(), "the month first, because of 12.25.1980"));
	reading_fini(&reading);
	read_contacts("name;birthday\nAnn;12/25/1980\nBo;03.04.1981\nCy;03/04/1982\n");
	assert_born(1, 3, 4);
	assert_born(2, 3, 4);
	assert_non_null(strstr(told(), "the month first, because of 12/25/1980"));
	reading_fini(&reading);
	read_contacts("name;birthday\nAnn;25.12.1980\nBo;03/04/1981\n");
	assert_born(1, 4, 3);
	assert_non_null(strstr(told(), "the day first, because of 25.12.1980"));
}

static void between_dots_the_day_is_first_unless_the_column_says_otherwise(void **state)
{
	read_contacts("name;birthday\nAnn;03.04.1981\n");
	assert_born(0, 4, 3);
	assert_string_equal(told(), "");
	reading_fini(&reading);
	read_contacts("name;birthday\nAnn;03.04.1981\nBo;5/6/1981\n");
	assert_born(0, 4, 3);
	assert_born(1, 6, 5);
	assert_non_null(strstr(told(), "the day first, because of 03.04.1981"));
	reading_fini(&reading);
	read_contacts("name;birthday;anniversary\nAnn;03.04.1981;12/25/2001\n"
		      "Bo;3.5.1981;\n");
	assert_string_equal(told(), "");
	assert_born(1, 5, 3);
}

static void a_header_says_the_order(void **state)
{
	static const char *const headers[] = { "Date of Birth (dd/mm/yyyy)",
		"Geburtsdatum (TT.MM.JJJJ)", "Birthday DD-MM-YY", "Data di nascita [gg/mm/aaaa]",
		"Date de naissance: JJ/MM/AAAA*", "Urodziny (d/m/r)" };

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		char text[120];
		snprintf(text, sizeof text, "name;%s\nAnn;3/4/1981\nBo;12/25/1981\n", headers[i]);
		read_contacts(text);
		assert_born(0, 4, 3);
		assert_int_equal(person_at(&reading, 1)->kept.count, 1);
		assert_non_null(strstr(told(), "the day first, because of "));
		reading_fini(&reading);
	}
	read_contacts("name;Birthday (MM.DD.YYYY)\nAnn;3.4.1981\n");
	assert_born(0, 3, 4);
	assert_non_null(strstr(told(), "the month first, because of MM.DD.YYYY"));
	reading_fini(&reading);
	read_contacts("name;Birthday (YYYY-MM-DD);Gym\nAnn;1981-04-03;Iron\n");
	assert_born(0, 4, 3);
	assert_string_equal(kept_at(person_at(&reading, 0), 0), "X-CSV;X-COLUMN=\"Gym\":Iron");
}

/* After a thousand rows without any, or with such as may be read in one way only. */
static void what_decides_may_come_late(void **state)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add(&text, "name,birthday\n");
	for (int i = 0; i < 1000; i++)
		strbuf_add(&text, i % 2 ? "Ann,\n" : "Ann,1980-05-06\n");
	strbuf_add(&text, "Bo,3/4/1981\nCy,31/12/1981\n");
	read_contacts(text.data);
	strbuf_fini(&text);
	assert_born(1000, 4, 3);
	assert_born(1001, 12, 31);
}

static void two_orders_in_a_column_are_not_both_followed(void **state)
{
	read_contacts("name,birthday\nAnn,25/4/1980\nBo,4/25/1981\nCy,5/4/1982\n");
	assert_born(0, 4, 25);
	assert_int_equal(person_at(&reading, 1)->dates.count, 0);
	assert_string_equal(
		kept_at(person_at(&reading, 1), 0), "X-CSV;X-COLUMN=\"birthday\":4/25/1981");
	assert_born(2, 4, 5);
	assert_non_null(strstr(
		told(), "the day first, as in 25/4/1980, though 4/25/1981 has the month first"));
}

static void without_a_year_each_is_what_it_can_be(void **state)
{
	read_contacts("name,birthday\nAnn,11-30\nBo,30.11.\nCy,11/30\nDi,5/4\nEd,31-31\n");
	for (size_t i = 0; i < 3; i++)
		assert_born(i, 11, 30);
	assert_born(3, 4, 5);
	assert_int_equal(person_at(&reading, 4)->dates.count, 0);
	assert_non_null(strstr(told(), "the day first, as in 30.11., though 11-30 has the month"));
}

static void a_death_may_have_no_date_and_a_mark(void **state)
{
	const struct yearly_date *date;

	read_contacts("name,death date\nAnn,yes\nBo,Yes !\nCy,2019 !\nDi,yesterday\n");
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(person_at(&reading, i)->dates.count, 1);
		date = vector_at(&person_at(&reading, i)->dates, 0);
		assert_int_equal(date->kind, YEARLY_DEATH);
		assert_int_equal(date->date.year, i == 2 ? 2019 : 0);
		assert_int_equal(date->is_remembered, i > 0);
	}
	assert_int_equal(person_at(&reading, 3)->dates.count, 0);
}

static void nobody_is_born_tomorrow(void **state)
{
	read_contacts("name,birthday\nAnn,2026-11-24\nBo,2026-11-23\nCy,0084-05-12\n");
	assert_int_equal(person_at(&reading, 0)->dates.count, 0);
	assert_int_equal(person_at(&reading, 0)->kept.count, 1);
	assert_int_equal(person_at(&reading, 1)->dates.count, 1);
	assert_int_equal(person_at(&reading, 2)->dates.count, 0);
	assert_int_equal(person_at(&reading, 2)->kept.count, 1);
}

static void nobody_was_met_tomorrow(void **state)
{
	read_contacts("name,met on,anniversary\nAnn,2026-11-24,\nBo,2026-11-23,2030-05-06\n"
		      "Cy,1900-01-01,2200-01-01\n");
	assert_true(person_at(&reading, 0)->met_on == DAY_NONE);
	assert_string_equal(
		kept_at(person_at(&reading, 0), 0), "X-CSV;X-COLUMN=\"met on\":2026-11-24");
	assert_true(person_at(&reading, 1)->met_on != DAY_NONE);
	assert_int_equal(person_at(&reading, 1)->dates.count, 1);
	assert_int_equal(person_at(&reading, 2)->dates.count, 0);
	assert_string_equal(
		kept_at(person_at(&reading, 2), 0), "X-CSV;X-COLUMN=\"anniversary\":2200-01-01");
	assert_int_equal(reading.problems.count, 2);
}

static void nobody_alive_is_older_than_anybody(void **state)
{
	read_contacts("name,birthday,died\nAnn,1895-11-23,\nBo,1896-11-23,\n"
		      "Cy,1850-01-02,1920\nDi,,1850\n");
	assert_int_equal(person_at(&reading, 0)->dates.count, 0);
	assert_string_equal(
		kept_at(person_at(&reading, 0), 0), "X-CSV;X-COLUMN=\"birthday\":1895-11-23");
	assert_int_equal(reading.problems.count, 1);
	assert_int_equal(person_at(&reading, 1)->dates.count, 1);
	assert_int_equal(person_at(&reading, 2)->dates.count, 2);
	assert_int_equal(person_at(&reading, 3)->dates.count, 1);
}

static void birthdays_may_stand_in_columns(void **state)
{
	read_contacts("Name,Birth Year,Birth Month,Birth Day\n"
		      "Ann,null,4,25\nBo,1980,April,25\nCy,,,\nDi,1980,13,25\n");
	assert_born(0, 4, 25);
	assert_born(1, 4, 25);
	assert_int_equal(person_at(&reading, 2)->dates.count, 0);
	assert_int_equal(person_at(&reading, 3)->kept.count, 3);
	assert_int_equal(reading.problems.count, 1);
	assert_non_null(strstr(problem_at(&reading, 0)->reason,
		": Birth Year 1980, Birth Month 13, Birth Day 25"));
}

static void columns_of_a_birthday_may_say_little(void **state)
{
	read_contacts("Name,Birth Year,Birth Month,Birth Day\nAnn,80,2,29\nBo,1980,,\nCy,0,0,0\n"
		      "Di,null,null,null\nEd,1980,Feb,\nFay,1980,2,0\n"
		      "Guy,1980,,12\n");
	static const struct civil_date born[] = { { 1980, 2, 29 }, { 1980, 0, 0 }, { 0, 0, 0 },
		{ 0, 0, 0 }, { 1980, 2, 0 }, { 1980, 2, 0 } };
	for (size_t i = 0; i < sizeof born / sizeof *born; i++) {
		const struct contact *contact = person_at(&reading, i);
		assert_int_equal(contact->dates.count, born[i].year > 0);
		if (!born[i].year)
			continue;
		const struct yearly_date *date = vector_at(&contact->dates, 0);
		assert_memory_equal(&date->date, &born[i], sizeof *born);
	}
	assert_int_equal(person_at(&reading, 6)->dates.count, 0);
	assert_int_equal(person_at(&reading, 6)->kept.count, 2);
	assert_int_equal(reading.problems.count, 1);
}

static void columns_of_a_birthday_have_many_names(void **state)
{
	static const char *const headers[] = { "Jahr,Monat,Tag",
		"Birthday Year,Birthday Month,Birthday Day", "BirthYear,BirthMonth,BirthDay",
		"Birthday (year),Birthday (month),Birthday (day)", "B-Year,B-Month,B-Day",
		"Anno nascita,Mese nascita,Giorno nascita",
		"Geburtstag (Jahr),Geburtstag (Monat),Geburtstag (Tag)" };

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		char text[120];
		snprintf(text, sizeof text, "Name,%s\nAnn,1980,2,29\n", headers[i]);
		read_contacts(text);
		assert_born(0, 2, 29);
		assert_int_equal(person_at(&reading, 0)->tags.count, 0);
		reading_fini(&reading);
	}
}

static void a_tag_is_no_day(void **state)
{
	static const char *const rows[] = { "Name,Month,Tag\nAnn,2,29\n",
		"Name,Tag,Year,Month\nAnn,5,1980,2\n", "Name,Tag,Jahr,Monat\nAnn,choir,1980,5\n",
		"Name,Tag,Jahr,Monat\nAnn,4,1980,5\nBo,choir,1980,5\n" };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		read_contacts(rows[i]);
		assert_int_equal(person_at(&reading, 0)->tags.count, 1);
		assert_int_equal(person_at(&reading, 0)->dates.count, 0);
		assert_int_equal(reading.problems.count, 0);
		reading_fini(&reading);
	}
	read_contacts("Name,Jahr,Monat,Tag\nAnn,1980,5,unbekannt\nBo,1980,6,3\nCy,ca. 1980,7,4\n"
		      "Di,1980,8,??\n");
	assert_int_equal(person_at(&reading, 0)->tags.count, 0);
	assert_int_equal(reading.problems.count, 2);
	assert_non_null(strstr(problem_at(&reading, 0)->reason, ": Tag unbekannt"));
	assert_non_null(strstr(problem_at(&reading, 1)->reason, ": Jahr ca. 1980"));
	for (int i = 0; i < 4; i++)
		assert_born(i, 5 + i, i == 1 || i == 2 ? i + 2 : 0);
	reading_fini(&reading);
	read_contacts("Name,Tag,Year,Month,Birthday\nAnn,choir,1980,5,12\n");
	assert_born(0, 5, 12);
	assert_int_equal(person_at(&reading, 0)->tags.count, 1);
}

static void each_date_that_is_not_understood_is_named(void **state)
{
	read_contacts("Name,Birthday,Died\nAnn,circa 1800,\"so\non\"\nBo,1990-05-06,\n");
	assert_int_equal(reading.problems.count, 2);
	assert_non_null(strstr(problem_at(&reading, 0)->reason, ": Birthday circa 1800"));
	assert_non_null(strstr(problem_at(&reading, 1)->reason, ": Died so on"));
}

static void a_log_has_one_order_too(void **state)
{
	char iso[DATE_ISO_SIZE];

	static const char text[] = "date,contact,summary\n4/5/2025,Ann,a\n4/25/2025 6:30 PM,Ann,b\n"
				   "12 oct,Ann,c\n3d,Ann,d\n";
	reading = read_bytes(csv_log_read, text, strlen(text));
	assert_string_equal(date_format_iso(entry_at(&reading, 0)->day, iso), "2025-04-05");
	assert_string_equal(date_format_iso(entry_at(&reading, 1)->day, iso), "2025-04-25");
	assert_int_equal(entry_at(&reading, 1)->minute, 18 * 60 + 30);
	/* Without a year, or only from today, they mean nothing in a file. */
	assert_int_equal(reading.entries.count, 2);
	assert_int_equal(reading.problems.count, 3);
}

static void an_entry_needs_a_date_that_is_one(void **state)
{
	static const char text[] = "date,contact\n1900-01-01,Ann\n1/1/1900,Ann\n1899-12-30,Ann\n"
				   "0001-01-01,Ann\n1900,Ann\n";
	reading = read_bytes(csv_log_read, text, strlen(text));
	assert_int_equal(reading.entries.count, 1);
	assert_int_equal(reading.problems.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_true(problem_at(&reading, i)->is_refused);
}

static void a_log_parted_by_dots_has_one_order_too(void **state)
{
	static const char text[] = "date;contact;summary\n12.25.2025;Ann;a\n03.04.2026;Ann;b\n";
	char iso[DATE_ISO_SIZE];

	reading = read_bytes(csv_log_read, text, strlen(text));
	assert_string_equal(date_format_iso(entry_at(&reading, 0)->day, iso), "2025-12-25");
	assert_string_equal(date_format_iso(entry_at(&reading, 1)->day, iso), "2026-03-04");
	assert_non_null(strstr(told(), "because of 12.25.2025"));
	reading_fini(&reading);
	static const char headed[] = "Datum (TT.MM.JJJJ);Kontakt\n03/04/2026;Ann\n";
	reading = read_bytes(csv_log_read, headed, strlen(headed));
	assert_string_equal(date_format_iso(entry_at(&reading, 0)->day, iso), "2026-04-03");
}

static void assert_clock(const char *text, const char *day, int minute)
{
	char iso[DATE_ISO_SIZE];
	day_number at = date_to_day((struct civil_date){ 2026, 7, 9 });
	int got = -1;

	if (!clock_parse(text, &at, &got))
		fail_msg("\"%s\" is no time", text);
	assert_string_equal(date_format_iso(at, iso), day);
	assert_int_equal(got, minute);
}

static void times_with_a_zone_become_local(void **state)
{
	day_number day = 0;
	int minute;

	setenv("TZ", "EAST-2", 1); /* two hours east, all year */
	tzset();
	assert_clock("18:30", "2026-07-09", 18 * 60 + 30);
	assert_clock("18:30:59.125", "2026-07-09", 18 * 60 + 30);
	assert_clock("12:05 am", "2026-07-09", 5);
	assert_clock("183000Z", "2026-07-09", 20 * 60 + 30);
	assert_clock("23:30 UTC", "2026-07-10", 90);
	assert_clock("01:00+09:00[Asia/Tokyo]", "2026-07-08", 18 * 60);
	assert_clock("18:30Z[UTC]", "2026-07-09", 20 * 60 + 30);
	assert_clock("6:30\u202fPM", "2026-07-09", 18 * 60 + 30);
	assert_clock("\u202f6:30 p.\u00a0m.", "2026-07-09", 18 * 60 + 30);
	assert_clock(", 18:30 Uhr", "2026-07-09", 18 * 60 + 30);
	assert_clock(", 18 Uhr 30", "2026-07-09", 18 * 60 + 30);
	assert_clock(" um 18 Uhr", "2026-07-09", 18 * 60);
	assert_clock(" alle 18:30", "2026-07-09", 18 * 60 + 30);
	assert_clock(" \u00e0 18:30", "2026-07-09", 18 * 60 + 30);
	assert_clock(" \u00e0 18 h 30", "2026-07-09", 18 * 60 + 30);
	assert_clock(" alle ore 18h", "2026-07-09", 18 * 60);
	assert_clock(" om 18.30 uur", "2026-07-09", 18 * 60 + 30);
	assert_clock(" o godz. 18:30", "2026-07-09", 18 * 60 + 30);
	assert_clock("01:00+09:00", "2026-07-08", 18 * 60);
	assert_clock("18:30-0330", "2026-07-10", 0);
	assert_false(clock_parse("18:30 PST", &day, &minute));
	assert_false(clock_parse("25:00", &day, &minute));
	assert_false(clock_parse("13:00 pm", &day, &minute));
	unsetenv("TZ");
	tzset();
	reading = (struct reading){ 0 };
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(dates_are_read_as_programs_write_them),
		T(a_year_is_not_invented),
		T(years_of_two_digits_have_been),
		T(none_is_no_date_and_no_mistake),
		T(a_column_has_one_order_and_says_it),
		T(a_file_has_one_order),
		T(what_parts_a_date_makes_no_second_order),
		T(between_dots_the_day_is_first_unless_the_column_says_otherwise),
		T(a_header_says_the_order),
		T(what_decides_may_come_late),
		T(two_orders_in_a_column_are_not_both_followed),
		T(without_a_year_each_is_what_it_can_be),
		T(a_death_may_have_no_date_and_a_mark),
		T(nobody_is_born_tomorrow),
		T(nobody_was_met_tomorrow),
		T(nobody_alive_is_older_than_anybody),
		T(birthdays_may_stand_in_columns),
		T(columns_of_a_birthday_may_say_little),
		T(columns_of_a_birthday_have_many_names),
		T(a_tag_is_no_day),
		T(each_date_that_is_not_understood_is_named),
		T(a_log_has_one_order_too),
		T(an_entry_needs_a_date_that_is_one),
		T(a_log_parted_by_dots_has_one_order_too),
		T(times_with_a_zone_become_local),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
