/* Cards as programs write them, whole, old and broken.
 * Not here: writing them again (test_vcard_write.c). */
#include "one_reading.h"

#include "exchange/vcard/vcard_read.h"

#include <stdio.h>

static const struct contact *read_card(const char *text)
{
	read_text(vcard_read, text);
	return person_at(&reading, 0);
}

static void a_folded_line_is_one_line(void **state)
{
	const struct contact *contact = read_card(
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marta \r\n Rivi\r\n\tera\r\nEND:VCARD\r\n");
	assert_string_equal(contact->name, "Marta Riviera");
}

static void line_ends_of_all_systems_are_read(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\rVERSION:3.0\rFN:Marta\rNOTE:a\rEND:VCARD\r");
	assert_string_equal(contact->name, "Marta");
	assert_string_equal(contact->note, "a");
}

static void quoted_printable_goes_over_soft_breaks(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:2.1\nN:Rossi;Anna\n"
			  "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:perch=C3=\n=A9=0D=0Ano\n"
			  "END:VCARD\n");
	assert_string_equal(contact->note, "perch\xC3\xA9\nno");
	assert_string_equal(contact->name, "Anna Rossi");
}

static void quoted_printable_is_joined_before_it_is_decoded(void **state)
{
	static const char *const folds[] = {
		"Zo=C3=AB=20V=C3=\n=A9ra",                          /* no soft break */
		"Zo=C3=AB=20V=C3\n =A9ra",                          /* a fold inside a letter */
		"Zo=C3=AB=20V=C3= \t\n=A9ra",                       /* padding after the break */
		"Zo=C3=AB=20V=C3=\n\t=A9ra",                        /* both */
		"Zo=C3=AB=20V=C\n 3=A9ra",                          /* a fold inside an escape */
		"Zo=C3=AB=20V=C\n3=A9ra",                           /* and no fold */
		"Zo=C3=AB=20V=\n C3=A9ra", "Zo=C3=AB=\n V=C3=A9ra", /* here the blank is one */
	};
	for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
		char card[200];
		snprintf(card, sizeof card,
			"BEGIN:VCARD\nVERSION:2.1\n"
			"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:%s\nTEL:1\nEND:VCARD\n",
			folds[i]);
		const struct contact *contact = read_card(card);
		assert_string_equal(contact->name, "Zo\xC3\xAB V\xC3\xA9ra");
		assert_string_equal(channel_at(contact, 0), "1");
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

static void marks_of_joined_files_are_no_text(void **state)
{
	read_card("\xEF\xBB\xBF"
		  "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n"
		  "\xEF\xBB\xBF\xEF\xBB\xBF"
		  "BEGIN:VCARD\nFN:Bo\nEND:VCARD"
		  "\xEF\xBB\xBF"
		  "BEGIN:VCARD\nFN:Cy\nEND:VCARD\n\xEF\xBB\xBF");
	assert_int_equal(reading.people.count, 3);
	assert_int_equal(reading.problems.count, 0);
	assert_string_equal(person_at(&reading, 2)->name, "Cy");
}

static void names_of_properties_are_kept_as_they_came(void **state)
{
	const struct contact *contact = read_card(
		"BEGIN:VCARD\nFN:Ann\nx-Chat/Line-all:ann.x\nitem1.x-Shoe:39\nEND:VCARD\n");
	assert_string_equal(kept_at(contact, 0), "x-Chat/Line-all:ann.x");
	assert_string_equal(kept_at(contact, 1), "item1.x-Shoe:39");
}

static void what_looks_encoded_in_an_address_stays(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nURL:https://a.example/?q=C3=A9\n"
			  "X-Shoe:left=C3=A9\n"
			  "NOTE:=C3=9Cber http://a.example/?q=C3=A9 f=C3=BCr\nEND:VCARD\n");
	assert_string_equal(channel_at(contact, 0), "https://a.example/?q=C3=A9");
	assert_string_equal(contact->note, "\u00dcber http://a.example/?q=C3=A9 f\u00fcr");
	assert_string_equal(kept_at(contact, 0), "X-Shoe:left=C3=A9");
}

static void an_escaped_comma_parts_labels_too(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nTEL;TYPE=VOICE\\,CELL:1\n"
			  "EMAIL;TYPE=\"home\\,internet\":a@b.example\nEND:VCARD\n");
	assert_string_equal(((struct channel *)vector_at(&contact->channels, 0))->label, "cell");
	assert_string_equal(((struct channel *)vector_at(&contact->channels, 1))->label, "home");
}

static void labels_are_parted_wherever_they_stand(void **state)
{
	static const char *const names[] = { "TEL;VOICE,CELL", "TEL;CELL;VOICE,PREF",
		"TEL;TYPE=CELL, VOICE", "TEL;TYPE= cell ", "TEL;TYPE=\"voice, cell\"",
		"TEL;TYPE=voice\\, cell", "TEL;TYPE=voice,TYPE=cell", "TEL;VOICE,type=CELL" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char card[120];
		snprintf(card, sizeof card, "BEGIN:VCARD\nFN:Ann\n%s:1\nEND:VCARD\n", names[i]);
		const struct contact *contact = read_card(card);
		assert_string_equal(contact_channel(contact, CHANNEL_PHONE)->label, "cell");
		forget(NULL);
	}
}

static void what_is_said_before_the_colon_is_kept(void **state)
{
	const struct contact *contact = read_card("BEGIN:VCARD\nFN:Ann\nX-MS-SPOUSE;N=Bob:\n"
						  "ADR;LABEL=\"Weg 1\\nBonn\":;;;;;;\nEND:VCARD\n");
	assert_string_equal(kept_at(contact, 0), "X-MS-SPOUSE;N=Bob:");
	assert_string_equal(channel_at(contact, 0), "Weg 1\nBonn");
}

static void who_has_died_has_a_date_of_death(void **state)
{
	static const char *const lines[] = { "DEATHDATE:20191103", "X-DEATHDATE:2019-11-03" };
	for (size_t i = 0; i < 2; i++) {
		char card[120];
		snprintf(card, sizeof card, "BEGIN:VCARD\nFN:Old Ada\n%s\nEND:VCARD\n", lines[i]);
		const struct contact *contact = read_card(card);
		const struct yearly_date *date = vector_at(&contact->dates, 0);
		assert_int_equal(date->kind, YEARLY_DEATH);
		assert_int_equal(date->date.year, 2019);
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

/* Nobody is dead, nor of such an age, because a program writes so for "not known". */
static void a_date_of_ones_own_may_be_a_death(void **state)
{
	const struct contact *contact = read_card("BEGIN:VCARD\nFN:Ann\nitem1.X-ABDATE:2020-01-02\n"
						  "item1.X-ABLabel:Death\nEND:VCARD\n");
	const struct yearly_date *date = vector_at(&contact->dates, 0);
	assert_int_equal(date->kind, YEARLY_DEATH);
	forget(NULL);
	contact = read_card("BEGIN:VCARD\nFN:Ann\nDEATHDATE:2099-01-02\nBDAY:0000-00-00\n"
			    "END:VCARD\n");
	assert_int_equal(contact->dates.count, 0);
	assert_int_equal(contact->kept.count, 2);
	assert_int_equal(reading.problems.count, 1);
}

static void a_date_that_stands_for_none_is_kept(void **state)
{
	static const char *const none[] = { "00010101", "16010101", "45010101", "18991230",
		"99991231" };
	static const char *const names[] = { "DEATHDATE", "BDAY", "ANNIVERSARY" };
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
			char card[120], line[40];
			snprintf(line, sizeof line, "%s:%s", names[j], none[i]);
			snprintf(card, sizeof card, "BEGIN:VCARD\nFN:Andy\n%s\nEND:VCARD\n", line);
			const struct contact *contact = read_card(card);
			assert_int_equal(contact->dates.count, 0);
			assert_string_equal(kept_at(contact, 0), line);
			reading_fini(&reading);
		}
	const struct contact *contact = read_card(
		"BEGIN:VCARD\nFN:Nonna\nBDAY:18991231\nDEATHDATE:circa 1980\nEND:VCARD\n");
	assert_int_equal(contact->dates.count, 2);
}

static void a_birthday_of_nobody_alive_is_kept_and_told(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nBDAY:2030-01-02\nEND:VCARD\n");
	assert_int_equal(contact->dates.count, 0);
	assert_string_equal(kept_at(contact, 0), "BDAY:2030-01-02");
	assert_int_equal(reading.problems.count, 1);
	forget(NULL);
	contact = read_card("BEGIN:VCARD\nFN:Ann\nBDAY:0084-05-12\nEND:VCARD\n");
	assert_int_equal(contact->dates.count, 0);
	assert_string_equal(kept_at(contact, 0), "BDAY:0084-05-12");
	assert_int_equal(reading.problems.count, 1);
	forget(NULL);
	contact = read_card("BEGIN:VCARD\nFN:Ann\nBDAY:18000203\nDEATHDATE:18600203\nEND:VCARD\n");
	assert_int_equal(contact->dates.count, 2);
	assert_int_equal(reading.problems.count, 0);
}

/* What filo itself takes, and writes. */
static void a_card_may_be_of_somebody_born_long_ago(void **state)
{
	static const char *const days[] = { "19000101", "18500505", "1850" };
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		char card[80];
		snprintf(card, sizeof card, "BEGIN:VCARD\nFN:Nonna\nBDAY:%s\nEND:VCARD\n", days[i]);
		const struct contact *contact = read_card(card);
		assert_int_equal(contact->dates.count, 1);
		assert_int_equal(contact->kept.count, 0);
		assert_int_equal(reading.problems.count, 0);
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

static void what_says_nothing_is_not_kept(void **state)
{
	const struct contact *contact = read_card(
		"BEGIN:VCARD\nFN:\nN:;;;;\nEMAIL:solo@b.example\nORG:;\nBDAY:\nADR;LABEL=\"\":;;\n"
		"TEL;LABEL=a:\nX-MS-SPOUSE;N=:\nEND:VCARD\n");
	assert_string_equal(contact->name, "solo@b.example");
	assert_int_equal(contact->kept.count, 0);
}

static void a_soft_break_does_not_swallow_the_end(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:2.1\nFN:Ann\n"
			  "NOTE;ENCODING=QUOTED-PRINTABLE:calm=\nEND:VCARD\n");
	assert_string_equal(contact->note, "calm");
	assert_int_equal(reading.problems.count, 0);
	forget(NULL);
	contact = read_card("BEGIN:VCARD\nVERSION:2.1\nFN:Ann\n"
			    "NOTE;ENCODING=QUOTED-PRINTABLE:calm=\nEND:VCARD is a line=\n"
			    ", too\nEND:VCARD\n");
	assert_string_equal(contact->note, "calmEND:VCARD is a line, too");
}

static void a_fold_in_a_letter_is_no_blank_in_any_version(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:2.1\nFN:Zo\xC3\n \xAB\n Reed\nEND:VCARD\n");
	assert_string_equal(contact->name, "Zo\xC3\xAB Reed");
}

static void quoted_printable_that_nobody_declared_is_decoded(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:3.0\nFN:Nicol=C3=B2\nNOTE:1=20=3D1\nEND:VCARD\n");
	assert_string_equal(contact->name, "Nicol\xC3\xB2");
	assert_string_equal(contact->note, "1=20=3D1");
}

static void declared_and_undeclared_charsets_become_utf8(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Nicol\xF2\n"
			  "ORG:Caff\xE8 \x93Uno\x94\nEND:VCARD\n");
	assert_string_equal(contact->name, "Nicol\xC3\xB2");
	assert_string_equal(contact->organization, "Caff\xC3\xA8 \xE2\x80\x9CUno\xE2\x80\x9D");
}

static void utf16_is_read(void **state)
{
	static const char text[] = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n";
	char wide[2 * sizeof text] = "\xFF\xFE";
	for (size_t i = 0; i + 1 < sizeof text; i++) {
		wide[2 + 2 * i] = text[i];
		wide[3 + 2 * i] = '\0';
	}
	reading = read_bytes(vcard_read, wide, 2 * sizeof text);
	assert_string_equal(person_at(&reading, 0)->name, "Ann");
}

static void escaped_separators_are_text(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:3.0\nFN:A\\, B\nORG:One\\; two;Three\n"
			  "NOTE:x\\ny\\\\z\nEND:VCARD\n");
	assert_string_equal(contact->name, "A, B");
	assert_string_equal(contact->organization, "One; two, Three");
	assert_string_equal(contact->note, "x\ny\\z");
}

static void a_group_label_names_a_channel(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nitem1.TEL:+39 1\n"
			  "item1.X-ABLabel:_$!<Boat>!$_\nEND:VCARD\n");
	const struct channel *channel = contact_channel(contact, CHANNEL_PHONE);
	assert_string_equal(channel->label, "Boat");
	assert_int_equal(contact->kept.count, 0);
}

/* It put U+E000 between two. */
static void what_kde_had_before_impp_is_a_messenger(void **state)
{
	const struct contact *contact = read_card("BEGIN:VCARD\nFN:Ann\nX-messaging/irc-All:ann\n"
						  "X-messaging/xmpp-All:ann@a.example\xEE\x80\x80"
						  "ann@b.example\nEND:VCARD\n");
	assert_int_equal(contact->channels.count, 3);
	assert_string_equal(channel_at(contact, 0), "irc:ann");
	assert_string_equal(channel_at(contact, 1), "xmpp:ann@a.example");
	assert_string_equal(channel_at(contact, 2), "xmpp:ann@b.example");
	assert_int_equal(contact->kept.count, 2);
}

static void what_outlook_calls_its_own_is_a_field(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nX-MS-ANNIVERSARY:20010203\nX-MS-IMADDRESS:ann.im\n"
			  "X-NICKNAME:Annie\nEND:VCARD\n");
	assert_string_equal(contact->nickname, "Annie");
	assert_int_equal(contact->dates.count, 1);
	assert_int_equal(contact->channels.count, 1);
}

static void a_tel_uri_is_a_number(void **state)
{
	const struct contact *contact = read_card(
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann\n"
		"TEL;VALUE=uri;TYPE=\"home,voice\";PREF=1:tel:+39-06-5;ext=7\nEND:VCARD\n");
	const struct channel *channel = contact_channel(contact, CHANNEL_PHONE);
	assert_string_equal(channel->value, "+39-06-5 ext. 7");
	assert_string_equal(channel->label, "home");
	assert_true(channel->is_preferred);
	forget(NULL);
	contact = read_card("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\n"
			    "TEL;VALUE=uri:tel:%2B39%2006%205;ext=%35\nEND:VCARD\n");
	assert_string_equal(contact_channel(contact, CHANNEL_PHONE)->value, "+39 06 5 ext. 5");
}

static void dates_may_be_partial(void **state)
{
	static const struct {
		const char *line;
		struct civil_date date;
	} cases[] = {
		{ "BDAY:--0412", { 0, 4, 12 } },
		{ "BDAY:---12", { 0, 0, 12 } },
		{ "BDAY:1985-04", { 1985, 4, 0 } },
		{ "BDAY:1985", { 1985, 0, 0 } },
		{ "BDAY:19850412T101112Z", { 1985, 4, 12 } },
		{ "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", { 0, 2, 29 } },
		{ "BDAY:0000-02-29", { 0, 2, 29 } },
		{ "BDAY:00000704", { 0, 7, 4 } },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf text = STRBUF_INIT;
		strbuf_add_format(&text, "BEGIN:VCARD\nFN:Ann\n%s\nEND:VCARD\n", cases[i].line);
		const struct contact *contact = read_card(text.data);
		const struct yearly_date *date = vector_at(&contact->dates, 0);
		assert_memory_equal(&date->date, &cases[i].date, sizeof date->date);
		strbuf_fini(&text);
		if (i + 1 < sizeof cases / sizeof *cases)
			reading_fini(&reading);
	}
}

static void a_date_that_does_not_exist_is_kept_and_said(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nBDAY:1985-02-31\nEND:VCARD\n");
	assert_int_equal(contact->dates.count, 0);
	assert_string_equal(kept_at(contact, 0), "BDAY:1985-02-31");
	assert_int_equal(problem_at(&reading, 0)->line, 3);
	assert_non_null(strstr(problem_at(&reading, 0)->reason, ": BDAY 1985-02-31"));
	assert_false(problem_at(&reading, 0)->is_refused);
}

static void unknown_properties_are_kept_as_they_stand(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nitem2.X-Own;TYPE=home:a\\,b;c\nEND:VCARD\n");
	assert_string_equal(kept_at(contact, 0), "item2.X-Own;TYPE=home:a\\,b;c");
}

static void a_photo_without_folds_is_one_property(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nVERSION:2.1\nFN:Ann\n"
			  "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ\nSkZJRgAB\n\nEND:VCARD\n");
	assert_string_equal(
		kept_at(contact, 0), "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgAB");
}

static void a_card_inside_another_is_a_person_of_its_own(void **state)
{
	read_card("BEGIN:VCARD\nVERSION:2.1\nFN:Outer\nAGENT:BEGIN:VCARD\nVERSION:2.1\n"
		  "FN:Inner\nEND:VCARD\nTEL:1234567\nEND:VCARD\n");
	assert_int_equal(reading.people.count, 2);
	assert_string_equal(person_at(&reading, 0)->name, "Inner");
	assert_string_equal(person_at(&reading, 1)->name, "Outer");
	assert_string_equal(channel_at(person_at(&reading, 1), 0), "1234567");
}

static void an_agent_is_tied_to_whom_they_act_for(void **state)
{
	static const char *const cards[] = {
		"BEGIN:VCARD\nVERSION:2.1\nFN:Outer\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Inner\n"
		"UID:1\nEND:VCARD\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:2.1\nFN:Outer\nAGENT:BEGIN:VCARD\nVERSION:2.1\nN:;Inner\n"
		"END:VCARD\nEND:VCARD\n",
	};
	static const char *const kept[] = { "~RELATED;TYPE=agent:urn:uid:1",
		"~RELATED;TYPE=agent;VALUE=text:Inner" };
	for (size_t i = 0; i < 2; i++) {
		read_card(cards[i]);
		const struct contact *outer = person_at(&reading, 1);
		assert_int_equal(outer->kept.count, 1);
		assert_string_equal(kept_at(outer, 0), kept[i]);
		assert_int_equal(outer->relations.count, 1);
		assert_int_equal(person_at(&reading, 0)->relations.count, 0);
		forget(NULL);
	}
}

/* A UUID is nobody's name. */
static void somebody_is_related_by_a_uuid_however_it_is_written(void **state)
{
	static const char *const names[] = { "1a111111-2222-3333-4444-555555555555",
		"urn:uuid:1A111111-2222-3333-4444-555555555555", "Rosa" };

	read_card("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\n"
		  "RELATED;TYPE=friend:1a111111-2222-3333-4444-555555555555\n"
		  "RELATED;TYPE=friend:urn:uuid:1A111111-2222-3333-4444-555555555555\n"
		  "RELATED;TYPE=friend;VALUE=text:Rosa\nEND:VCARD\n");
	const struct vector *relations = &person_at(&reading, 0)->relations;
	assert_int_equal(relations->count, 3);
	for (size_t i = 0; i < 3; i++) {
		const char *name = ((struct relation *)vector_at(relations, i))->name;
		assert_string_equal(i < 2 ? relation_uid(name) : name, names[i]);
	}
}

static void a_group_without_a_name_is_nobody_s_agent(void **state)
{
	read_card("BEGIN:VCARD\nVERSION:3.0\nFN:Outer\nAGENT:BEGIN:VCARD\nKIND:group\nNOTE:x\n"
		  "END:VCARD\nEND:VCARD\n");
	const struct contact *outer = person_at(&reading, reading.people.count - 1);
	assert_string_equal(outer->name, "Outer");
	assert_int_equal(outer->relations.count, 0);
}

static void a_card_without_an_end_is_taken_and_said(void **state)
{
	read_card("BEGIN:VCARD\nFN:First\nBEGIN:VCARD\nFN:Second\nEND:VCARD\n");
	assert_int_equal(reading.people.count, 2);
	assert_int_equal(problem_at(&reading, 0)->line, 1);
	assert_false(problem_at(&reading, 0)->is_refused);
}

static void a_card_without_a_name_goes_by_its_address(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nEMAIL:ann@example.org\nEND:VCARD\n");
	assert_string_equal(contact->name, "ann@example.org");
}

static void nothing_to_call_a_person_by_is_refused_with_its_line(void **state)
{
	static const char text[] = "\n\nBEGIN:VCARD\nX-A:1\nEND:VCARD\n";
	reading = read_bytes(vcard_read, text, strlen(text));
	assert_int_equal(reading.people.count, 0);
	assert_int_equal(problem_at(&reading, 0)->line, 3);
	assert_true(problem_at(&reading, 0)->is_refused);
}

static void categories_are_tags_and_a_group_has_members(void **state)
{
	const struct contact *contact =
		read_card("BEGIN:VCARD\nFN:Ann\nCATEGORIES:choir,sailing\\, sea\nEND:VCARD\n"
			  "BEGIN:VCARD\nKIND:group\nFN:Choir\nMEMBER:urn:uuid:1\nEND:VCARD\n");
	assert_int_equal(contact->tags.count, 2);
	const struct record *group = vector_at(&reading.people, 1);
	assert_true(group->is_group);
	assert_int_equal(group->members.count, 1);
}

/* As Android writes them in 2.1, and others in 3.0. */
static void a_label_of_ones_own_may_be_a_type(void **state)
{
	static const char *const cards[] = {
		"BEGIN:VCARD\nVERSION:2.1\nFN:Jan\nTEL;X-CUSTOM(CHARSET=UTF-8,"
		"ENCODING=QUOTED-PRINTABLE,=44=6F=6D=65=6B):+48 600\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:2.1\nFN:Jan\nTEL;X-CUSTOM(CHARSET=UTF-8,"
		"ENCODING=QUOTED-PRINTABLE,=44=6F=6D=\n=65=6B):+48 600\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:2.1\nFN:Jan\nTEL;X-CUSTOM(Domek):+48 600\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:2.1\nFN:Jan\nTEL;X-Domek:+48 600\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:3.0\nFN:Jan\nTEL;TYPE=X-Domek,PREF:+48 600\nEND:VCARD\n",
	};
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		const struct contact *contact = read_card(cards[i]);
		const struct channel *channel = vector_at(&contact->channels, 0);
		assert_int_equal(reading.problems.count, 0);
		assert_string_equal(channel->label, "Domek");
		assert_string_equal(channel->value, "+48 600");
		assert_int_equal(contact->kept.count, 0);
		forget(NULL);
	}
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(a_label_of_ones_own_may_be_a_type),
		T(a_folded_line_is_one_line),
		T(line_ends_of_all_systems_are_read),
		T(quoted_printable_goes_over_soft_breaks),
		T(quoted_printable_is_joined_before_it_is_decoded),
		T(a_soft_break_does_not_swallow_the_end),
		T(a_fold_in_a_letter_is_no_blank_in_any_version),
		T(marks_of_joined_files_are_no_text),
		T(names_of_properties_are_kept_as_they_came),
		T(what_looks_encoded_in_an_address_stays),
		T(an_escaped_comma_parts_labels_too),
		T(labels_are_parted_wherever_they_stand),
		T(what_says_nothing_is_not_kept),
		T(what_is_said_before_the_colon_is_kept),
		T(who_has_died_has_a_date_of_death),
		T(a_date_of_ones_own_may_be_a_death),
		T(a_date_that_stands_for_none_is_kept),
		T(a_card_may_be_of_somebody_born_long_ago),
		T(a_birthday_of_nobody_alive_is_kept_and_told),
		T(quoted_printable_that_nobody_declared_is_decoded),
		T(declared_and_undeclared_charsets_become_utf8),
		T(utf16_is_read),
		T(escaped_separators_are_text),
		T(a_group_label_names_a_channel),
		T(what_kde_had_before_impp_is_a_messenger),
		T(what_outlook_calls_its_own_is_a_field),
		T(a_tel_uri_is_a_number),
		T(dates_may_be_partial),
		T(a_date_that_does_not_exist_is_kept_and_said),
		T(unknown_properties_are_kept_as_they_stand),
		T(a_photo_without_folds_is_one_property),
		T(a_card_inside_another_is_a_person_of_its_own),
		T(an_agent_is_tied_to_whom_they_act_for),
		T(somebody_is_related_by_a_uuid_however_it_is_written),
		T(a_group_without_a_name_is_nobody_s_agent),
		T(a_card_without_an_end_is_taken_and_said),
		T(a_card_without_a_name_goes_by_its_address),
		T(nothing_to_call_a_person_by_is_refused_with_its_line),
		T(categories_are_tags_and_a_group_has_members),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
