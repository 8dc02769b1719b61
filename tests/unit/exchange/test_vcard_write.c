/* Cards written, and given back as they came.
 * Not here: reading them (test_vcard_read.c). */
#include "reading.h"

#include "exchange/vcard/vcard_property.h"
#include "exchange/vcard/vcard_read.h"
#include "exchange/vcard/vcard_value.h"
#include "exchange/vcard/vcard_write.h"

/* Reads a card and writes it again. Caller frees. */
static char *write_again(const char *text, enum vcard_version version)
{
	struct reading reading = read_bytes(vcard_read, text, strlen(text));
	struct strbuf out = STRBUF_INIT;

	vcard_write(&out, person_at(&reading, 0), NULL, version, NULL, NULL);
	reading_fini(&reading);
	return strbuf_take(&out);
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		count++;
	return count;
}

static void lines_are_folded_at_75_octets_between_letters(void **state)
{
	struct contact contact;
	struct strbuf note = STRBUF_INIT, out = STRBUF_INIT;
	contact_init(&contact);
	contact.name = memory_copy_string("Ann");
	for (int i = 0; i < 100; i++)
		strbuf_add(&note, "\xC3\xA8");
	contact.note = strbuf_take(&note);
	vcard_write(&out, &contact, NULL, VCARD_4, NULL, NULL);
	for (const char *line = out.data; *line;) {
		size_t len = strcspn(line, "\r");
		assert_true(len <= 75);
		assert_int_not_equal((unsigned char)line[len - 1], 0xC3);
		line += len + 2;
	}
	contact_fini(&contact);
	strbuf_fini(&out);
}

static void what_filo_does_not_know_is_given_back_once(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u1\r\nFN:Ann Reed\r\nN:Reed;Ann;;;\r\n"
		"TITLE:First\r\nTITLE:Second\r\nX-OWN;TYPE=a:1\\,2\r\n"
		"ADR;TYPE=home:;;Via Roma 1;Pisa;;56100;Italy\r\n"
		"TEL;TYPE=cell;X-ODD=1:+39 333 1234567\r\nBDAY:--0412\r\nEND:VCARD\r\n";
	static const char *const lines[] = { "TITLE:First\r\nTITLE", "\r\nTITLE:Second\r\n",
		"\r\nX-OWN;TYPE=a:1\\,2\r\n",
		"\r\nADR;TYPE=home:;;Via Roma 1;Pisa;;56100;Italy\r\n",
		"\r\nTEL;TYPE=cell;X-ODD=1:+39 333 1234567\r\n", "\r\nBDAY:--0412\r\n",
		"\r\nN:Reed;Ann;;;\r\n", "\r\nUID:u1\r\n" };
	char *first = write_again(card, VCARD_4), *second = write_again(first, VCARD_4);
	for (size_t i = 1; i < sizeof lines / sizeof *lines; i++)
		assert_int_equal(count_of(first, lines[i]), 1);
	assert_int_equal(count_of(first, "\r\nTEL"), 1);
	assert_int_equal(count_of(first, "\r\nADR"), 1);
	assert_string_equal(first, second);
	free(first);
	free(second);
}

static void an_original_stays_behind_when_the_field_has_changed(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:Ann\nTEL;X-ODD=1:+39 1234567\nEND:VCARD\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	struct contact *contact = (struct contact *)person_at(&reading, 0);
	struct channel *channel = vector_at(&contact->channels, 0);
	struct strbuf out = STRBUF_INIT;
	memory_replace_string(&channel->value, "+39 7654321");
	vcard_write(&out, contact, NULL, VCARD_4, NULL, NULL);
	assert_null(strstr(out.data, "X-ODD"));
	assert_non_null(strstr(out.data, "\r\nTEL:+39 7654321\r\n"));
	strbuf_fini(&out);
	reading_fini(&reading);
}

static void a_uid_and_several_notes_come_back_with_their_parameters(void **state)
{
	static const char card[] = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID;X-OWN=b:abc-1\r\n"
				   "FN:Vera Prova\r\nNOTE:one\r\nNOTE;LANGUAGE=it:due\r\n"
				   "NOTE:three\r\nEND:VCARD\r\n";
	(void)state;
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	struct contact *contact = (struct contact *)person_at(&reading, 0);
	struct strbuf out = STRBUF_INIT;
	assert_string_equal(contact->note, "one\n\ndue\n\nthree");
	char *again = write_again(card, VCARD_4), *third = write_again(card, VCARD_3);
	assert_int_equal(count_of(again, "\r\nUID;X-OWN=b:abc-1\r\n"), 1);
	assert_int_equal(
		count_of(again, "\r\nNOTE:one\r\nNOTE;LANGUAGE=it:due\r\nNOTE:three\r\n"), 1);
	assert_int_equal(count_of(again, "UID") + count_of(again, "NOTE"), 4);
	assert_int_equal(count_of(third, "\r\nUID;X-OWN=b:abc-1\r\n"), 1);
	assert_int_equal(count_of(third, "\r\nNOTE;LANGUAGE=it:due\r\n"), 1);
	/* What is changed here is one note. */
	memory_replace_string(&contact->note, "new");
	memory_replace_string(&contact->uid, "other");
	vcard_write(&out, contact, NULL, VCARD_4, NULL, NULL);
	assert_int_equal(count_of(out.data, "NOTE"), 1);
	assert_int_equal(count_of(out.data, "\r\nNOTE:new\r\n"), 1);
	assert_int_equal(count_of(out.data, "UID"), 1);
	assert_int_equal(count_of(out.data, "\r\nUID:other\r\n"), 1);
	strbuf_fini(&out);
	free(again);
	free(third);
	reading_fini(&reading);
}

static void what_android_has_of_its_own_fills_the_fields(void **state)
{
	static const char *const lines[] = {
		"\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Ve\\;ra;1;;;;\r\n",
		"\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ugo Prova;14;;;\r\n",
		"\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--05-06;3;\r\n",
		"\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1991-05-06;0;Festa\r\n",
		"\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/other;x\r\n"
	};
	struct strbuf card = STRBUF_INIT;
	const struct yearly_date *date;
	(void)state;
	strbuf_add(&card, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Vera Prova");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		strbuf_add(&card, lines[i]);
		strbuf_truncate(&card, card.len - 2);
	}
	strbuf_add(&card, "\r\nEND:VCARD\r\n");
	struct reading reading = read_bytes(vcard_read, card.data, card.len);
	const struct contact *contact = person_at(&reading, 0);
	assert_string_equal(contact->nickname, "Ve;ra");
	const struct relation *relation = vector_at(&contact->relations, 0);
	assert_int_equal(relation->kind, RELATION_PARTNER);
	assert_string_equal(relation->name, "Ugo Prova");
	assert_int_equal(contact->dates.count, 2);
	date = vector_at(&contact->dates, 0);
	assert_int_equal(date->kind, YEARLY_BIRTHDAY);
	assert_int_equal(date->date.month, 5);
	date = vector_at(&contact->dates, 1);
	assert_int_equal(date->kind, YEARLY_OTHER);
	assert_string_equal(date->label, "Festa");
	char *again = write_again(card.data, VCARD_3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(count_of(again, lines[i]), 1);
	assert_int_equal(count_of(again, "BDAY") + count_of(again, "NICKNAME:"), 0);
	assert_int_equal(count_of(again, "RELATED") + count_of(again, "X-ABDATE"), 0);
	free(again);
	reading_fini(&reading);
	strbuf_fini(&card);
}

/* A server gives its semicolons back with backslashes. */
static void what_android_has_means_the_same_from_a_server(void **state)
{
	static const char sent[] = "BEGIN:VCARD\nFN:Vera\nX-ANDROID-CUSTOM:vnd.android.cursor.item/"
				   "nickname;Vera, V;1;;;;\nEND:VCARD\n";
	static const char back[] = "BEGIN:VCARD\nFN:Vera\nX-ANDROID-CUSTOM:vnd.android.cursor.item/"
				   "nickname\\;Vera\\, V\\;1\\;\\;\\;\\;\nEND:VCARD\n";
	struct reading first = read_bytes(vcard_read, sent, strlen(sent));
	struct reading second = read_bytes(vcard_read, back, strlen(back));
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	assert_string_equal(person_at(&second, 0)->nickname, "Vera, V");
	vcard_property_meaning(&before, kept_at(person_at(&first, 0), 0));
	vcard_property_meaning(&after, kept_at(person_at(&second, 0), 0));
	assert_string_equal(before.data, after.data);
	strbuf_fini(&before);
	strbuf_fini(&after);
	reading_fini(&first);
	reading_fini(&second);
}

static void a_photo_is_written_as_each_version_has_it(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\n"
		"item1.LOGO;ENCODING=b;TYPE=PNG:AAAA\nitem1.X-ABLabel:Firm\nEND:VCARD\n";
	char *four = write_again(card, VCARD_4), *three = write_again(four, VCARD_3);
	assert_non_null(strstr(four, "\r\nPHOTO:data:image/jpeg;base64,AAAA\r\n"));
	assert_non_null(strstr(three, "\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n"));
	assert_non_null(strstr(three, "\r\nitem1.LOGO;ENCODING=b;TYPE=PNG:AAAA\r\n"));
	free(four);
	free(three);
	three = write_again("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\n"
			    "PHOTO:data:image/png;base64\\,AAAA\nEND:VCARD\n",
		VCARD_3);
	assert_non_null(strstr(three, "\r\nPHOTO;ENCODING=b;TYPE=PNG:AAAA\r\n"));
	free(three);
}

static void a_label_of_ones_own_goes_into_a_group(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\nFN:Ann\nitem1.TEL:123456\nitem1.X-ABLabel:Boat\nEND:VCARD\n";
	char *out = write_again(card, VCARD_4);
	assert_non_null(strstr(out, "\r\nfilo1.TEL:123456\r\nfilo1.X-ABLabel:Boat\r\n"));
	free(out);
}

/* An address with parts keeps its group as it came, and none that is given out is the same. */
static void a_label_stays_with_its_own(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:Ann\nfilo1.TEL:050 1\nfilo1.X-ABLabel:Nonna\n"
				   "FILO2.ADR:;;Via Roma 1;Pisa;;;\nFILO2.X-ABLABEL:Mare\n"
				   "filo3.URL:https://a.example\nfilo3.X-ABLabel:Blog\nEND:VCARD\n";
	for (int version = VCARD_3; version <= VCARD_4; version++) {
		char *once = write_again(card, version), *twice = write_again(once, version);
		struct reading reading = read_bytes(vcard_read, twice, strlen(twice));
		const struct vector *channels = &person_at(&reading, 0)->channels;
		const struct channel *channel;
		assert_int_equal(channels->count, 3);
		VECTOR_EACH (channel, channels)
			assert_string_equal(
				channel->label, channel->kind == CHANNEL_ADDRESS ? "Mare"
						: channel->kind == CHANNEL_PHONE ? "Nonna"
										 : "Blog");
		assert_string_equal(once, twice);
		reading_fini(&reading);
		free(once);
		free(twice);
	}
}

/* A street alone says no more than the field. */
static void an_address_as_filo_writes_it_is_kept_as_no_line(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:Ann\nfilo1.ADR:;;Via Roma 1\\, Pisa;;;;\n"
				   "filo1.X-ABLABEL:Mare\nEND:VCARD\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	assert_int_equal(person_at(&reading, 0)->channels.count, 1);
	assert_int_equal(person_at(&reading, 0)->kept.count, 0);
	reading_fini(&reading);
}

static void version_3_has_a_name_and_whole_dates(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:Ann\nBDAY:--0412\nEND:VCARD\n";
	char *out = write_again(card, VCARD_3);
	assert_non_null(strstr(out, "\r\nN:"));
	assert_non_null(strstr(out, "\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\n"));
	free(out);
}

static void of_two_titles_the_preferred_one_is_read_and_both_come_back(void **state)
{
	static const char card[] = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Reed\r\n"
				   "TITLE;PREF=2:Singer\r\nTITLE;LANGUAGE=en;PREF=1:Baker\r\n"
				   "END:VCARD\r\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	assert_string_equal(person_at(&reading, 0)->title, "Baker");
	reading_fini(&reading);
	char *again = write_again(card, VCARD_4);
	assert_int_equal(count_of(again, "TITLE"), 2);
	assert_non_null(strstr(again, "\r\nTITLE;LANGUAGE=en;PREF=1:Baker\r\n"));
	assert_non_null(strstr(again, "\r\nTITLE;PREF=2:Singer\r\n"));
	free(again);
}

static void pronouns_come_back_with_their_languages_in_both_versions(void **state)
{
	static const char card[] = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Reed\r\n"
				   "PRONOUNS;LANGUAGE=en;PREF=2:they/them\r\n"
				   "PRONOUNS;LANGUAGE=it;PREF=1:lei\r\n"
				   "GRAMGENDER;LANGUAGE=it:FEMININE\r\n"
				   "X-ADDRESSING-GRAMMAR:nk4spnSLebY1Z7hrtGsE\r\nEND:VCARD\r\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	assert_string_equal(person_at(&reading, 0)->pronouns, "lei");
	assert_string_equal(person_at(&reading, 0)->grammatical_gender, "feminine");
	reading_fini(&reading);
	char *again = write_again(card, VCARD_3);
	assert_non_null(strstr(again, "\r\nX-PRONOUNS;LANGUAGE=it;PREF=1:lei\r\n"));
	assert_non_null(strstr(again, "\r\nX-PRONOUNS;LANGUAGE=en;PREF=2:they/them\r\n"));
	assert_non_null(strstr(again, "\r\nX-GRAMGENDER;LANGUAGE=it:FEMININE\r\n"));
	char *home = write_again(again, VCARD_4);
	assert_int_equal(count_of(home, "PRONOUNS"), 2);
	assert_int_equal(count_of(home, "GRAMGENDER"), 1);
	assert_non_null(strstr(home, "\r\nPRONOUNS;LANGUAGE=it;PREF=1:lei\r\n"));
	assert_non_null(strstr(home, "\r\nPRONOUNS;LANGUAGE=en;PREF=2:they/them\r\n"));
	assert_non_null(strstr(home, "\r\nGRAMGENDER;LANGUAGE=it:FEMININE\r\n"));
	/* Apple's program alone can read what it has here. */
	assert_non_null(strstr(home, "\r\nX-ADDRESSING-GRAMMAR:nk4spnSLebY1Z7hrtGsE\r\n"));
	free(home);
	free(again);
}

static void a_gender_that_grammar_does_not_know_is_kept(void **state)
{
	static const char card[] = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Reed\r\n"
				   "GRAMGENDER:fluid\r\nEND:VCARD\r\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	assert_null(person_at(&reading, 0)->grammatical_gender);
	assert_string_equal(kept_at(person_at(&reading, 0), 0), "GRAMGENDER:fluid");
	reading_fini(&reading);
}

/* Programs that read 3.0 cut a value at a bare comma, take one nickname of a list, and refuse a
 * card with a second N or with the base64 of 2.1. */
static void version_3_is_what_servers_take_whole(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\nVERSION:3.0\nFN:Ann Reed\nN:Reed;Ann;;;\nN:Other;Name;;;\n"
		"NICKNAME:Annie,Nan\nURL:https://a.example/b,c;d\nX-OWN:one,two\\,three\n"
		"CATEGORIES:boats,choir\nORG:Reed, Inc.;Sales, too\nPRODID:one\nPRODID:two\n"
		"REV:20240101T000000Z\nREV:20250101T000000Z\n"
		"X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:/9j/4AAQ\n"
		"X-ABUID:6B29\\:ABPerson\nX-custom/own;X=1;X=2:a\nEND:VCARD\n";
	static const char *const lines[] = { "\r\nNICKNAME:Annie\\, Nan\r\n",
		"\r\nURL:https://a.example/b\\,c;d\r\n", "\r\nX-OWN:one\\,two\\,three\r\n",
		"\r\nCATEGORIES:boats,choir\r\n", "\r\nORG:Reed\\, Inc.;Sales\\, too\r\n",
		"\r\nX-MS-CARDPICTURE;TYPE=JPEG;ENCODING=b:/9j/4AAQ\r\n",
		"\r\nX-ABUID:6B29:ABPerson\r\n", "\r\nX-custom-own;X=1,2:a\r\n" };
	char *first = write_again(card, VCARD_3), *second = write_again(first, VCARD_3);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (count_of(first, lines[i]) != 1)
			fail_msg("%s is not once in %s", lines[i], first);
	assert_int_equal(count_of(first, "\r\nN:"), 1);
	assert_int_equal(count_of(first, "\r\nPRODID:"), 1);
	assert_int_equal(count_of(first, "\r\nREV:"), 1);
	assert_string_equal(first, second);
	free(first);
	first = write_again(second, VCARD_4);
	assert_int_equal(count_of(first, "\r\nURL:https://a.example/b,c;d\r\n"), 1);
	free(first);
	free(second);
}

static void a_type_of_ones_own_may_have_been_a_label_in_small_letters(void **state)
{
	static const char card[] = "BEGIN:VCARD\nFN:Ann\nADR;TYPE=X-Boat:;;Pier 1;Ely;;;\n"
				   "END:VCARD\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	struct channel *channel = vector_at(&person_at(&reading, 0)->channels, 0);
	struct strbuf out = STRBUF_INIT;
	assert_string_equal(channel->label, "Boat");
	memory_replace_string(&channel->label, "x-boat");
	vcard_write(&out, person_at(&reading, 0), NULL, VCARD_3, NULL, NULL);
	assert_int_equal(count_of(out.data, "\r\nADR;TYPE=X-Boat:;;Pier 1;Ely;;;\r\n"), 1);
	assert_int_equal(count_of(out.data, "ADR"), 1);
	strbuf_fini(&out);
	reading_fini(&reading);
}

/* What it is of stands in the label; one that does not say so, of an older database, is no edit. */
static void a_service_is_of_the_label(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\nFN:Ann\nIMPP;X-SERVICE-TYPE=Telegram;TYPE=HOME:x-apple:ann\n"
		"SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.example/@ann\n"
		"IMPP;X-SERVICE-TYPE=Skype:skype:ann\nEND:VCARD\n";
	static const char *const labels[] = { "Telegram home", "Mastodon", NULL };
	static const char *const before[] = { "home", NULL, NULL };
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	const struct vector *channels = &person_at(&reading, 0)->channels;
	struct strbuf now = STRBUF_INIT, then = STRBUF_INIT;
	assert_int_equal(channels->count, 3);
	vcard_write(&now, person_at(&reading, 0), NULL, VCARD_3, NULL, NULL);
	for (size_t i = 0; i < 3; i++) {
		struct channel *channel = vector_at(channels, i);
		assert_true(labels[i] ? channel->label && !strcmp(channel->label, labels[i])
				      : !channel->label);
		memory_replace_string(&channel->label, before[i]);
	}
	vcard_write(&then, person_at(&reading, 0), NULL, VCARD_3, NULL, NULL);
	assert_int_equal(count_of(now.data, "SERVICE-TYPE="), 3);
	assert_string_equal(now.data, then.data);
	strbuf_fini(&now);
	strbuf_fini(&then);
	reading_fini(&reading);
}

static void version_3_has_one_name_and_one_birthday(void **state)
{
	static const char card[] =
		"BEGIN:VCARD\nVERSION:4.0\nFN;LANGUAGE=de:Anna Prova\nFN;LANGUAGE=en:Ann Prova\n"
		"item1.FN:A. Prova\nBDAY:19800102\nBDAY;ALTID=1:19810102\nEND:VCARD\n";
	struct reading reading = read_bytes(vcard_read, card, strlen(card));
	struct strbuf four = STRBUF_INIT, three = STRBUF_INIT;
	assert_false(vcard_write(&three, person_at(&reading, 0), NULL, VCARD_3, NULL, NULL));
	assert_true(vcard_write(&four, person_at(&reading, 0), NULL, VCARD_4, NULL, NULL));
	assert_int_equal(count_of(three.data, "FN"), 1);
	assert_int_equal(count_of(three.data, "BDAY"), 1);
	assert_int_equal(count_of(four.data, "FN"), 3);
	assert_int_equal(count_of(four.data, "BDAY"), 2);
	strbuf_fini(&four);
	strbuf_fini(&three);
	reading_fini(&reading);
}

static void what_kde_named_goes_out_so_where_it_may(void **state)
{
	static const char card[] = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n"
				   "X-messaging/xmpp-All:ann@a.example\xEE\x80\x80"
				   "ann@b.example\nEND:VCARD\n";
	char *four = write_again(card, VCARD_4), *three = write_again(card, VCARD_3);
	assert_int_equal(count_of(four, "\r\nX-messaging/xmpp-All:ann@a.example"), 1);
	assert_int_equal(count_of(four, "IMPP"), 0);
	assert_int_equal(count_of(three, "messaging"), 0);
	assert_int_equal(count_of(three, "\r\nIMPP:xmpp:ann@a.example\r\n"), 1);
	assert_int_equal(count_of(three, "\r\nIMPP:xmpp:ann@b.example\r\n"), 1);
	free(four);
	free(three);
}

/* What is sent as 3.0 means, when it comes back, what was sent. */
static void a_kept_line_means_the_same_in_3(void **state)
{
	static const char *const lines[] = { "X-FOO:one\\:two \\\"q\\\"", "X-FOO:a\\,b\\;c",
		"X-FOO:a\\\\b", "ORG:Acme, Inc.;Dep, One", "item1.ORG;X=1:a\\:b,c\\;d;e" };
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct strbuf sent = STRBUF_INIT, before = STRBUF_INIT, after = STRBUF_INIT;
		vcard_escape_for_3(&sent, lines[i], false);
		vcard_property_meaning(&before, lines[i]);
		vcard_property_meaning(&after, sent.data);
		assert_string_equal(before.data, after.data);
		strbuf_fini(&sent);
		strbuf_fini(&before);
		strbuf_fini(&after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_folded_at_75_octets_between_letters),
		cmocka_unit_test(a_kept_line_means_the_same_in_3),
		cmocka_unit_test(what_filo_does_not_know_is_given_back_once),
		cmocka_unit_test(of_two_titles_the_preferred_one_is_read_and_both_come_back),
		cmocka_unit_test(pronouns_come_back_with_their_languages_in_both_versions),
		cmocka_unit_test(a_gender_that_grammar_does_not_know_is_kept),
		cmocka_unit_test(an_original_stays_behind_when_the_field_has_changed),
		cmocka_unit_test(a_uid_and_several_notes_come_back_with_their_parameters),
		cmocka_unit_test(what_android_has_of_its_own_fills_the_fields),
		cmocka_unit_test(what_android_has_means_the_same_from_a_server),
		cmocka_unit_test(a_photo_is_written_as_each_version_has_it),
		cmocka_unit_test(a_label_of_ones_own_goes_into_a_group),
		cmocka_unit_test(a_label_stays_with_its_own),
		cmocka_unit_test(an_address_as_filo_writes_it_is_kept_as_no_line),
		cmocka_unit_test(version_3_has_a_name_and_whole_dates),
		cmocka_unit_test(version_3_is_what_servers_take_whole),
		cmocka_unit_test(a_type_of_ones_own_may_have_been_a_label_in_small_letters),
		cmocka_unit_test(a_service_is_of_the_label),
		cmocka_unit_test(version_3_has_one_name_and_one_birthday),
		cmocka_unit_test(what_kde_named_goes_out_so_where_it_may),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
