/* Address books with the headers as programs write them, each in its languages: one person, every
 * field in its place.
 * Not here: what a header may be beyond that (test_csv_columns.c), dates (test_csv_dates.c). */
#include "one_reading.h"
#include "program_books.h"

/* In the same order; the department and what the user named have no field. */
static const char nora[] =
	"Nora|Falk|Nora F|Nori|n1@p.example|n2@p.example|nora.im|0301|0302|0303|0304|0170|Weg 1|"
	"Hof|Bonn|NRW|53111|Italia|Gasse 9|Etage 2|Koeln|Rhein|50667|Polska|Lotsin||Werft|"
	"https://w1.example|https://w2.example|1980|2|29|||||ruhig";

/* "One|Two" as a row of CSV. */
static void add_row(struct strbuf *csv, const char *bars)
{
	strbuf_add_char(csv, '"');
	for (; *bars; bars++)
		if (*bars == '|')
			strbuf_add(csv, "\",\"");
		else
			strbuf_add_char(csv, *bars);
	strbuf_add(csv, "\"\n");
}

static const struct contact *read_rows(const char *headers, const char *values)
{
	struct strbuf csv = STRBUF_INIT;

	add_row(&csv, headers);
	add_row(&csv, values);
	const struct contact *contact = read_contacts(csv.data);
	strbuf_fini(&csv);
	return contact;
}

/* Channels as "kind/label=value", in any order; "/" between lines of addresses. */
static void tell_channels(struct strbuf *out, const struct contact *contact)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels) {
		strbuf_add_format(
			out, "%d%s=", (int)channel->kind, channel->label ? channel->label : "");
		for (const char *c = channel->value; *c; c++)
			strbuf_add_char(out, *c == '\n' ? '/' : *c);
		strbuf_add(out, "|");
	}
}

static void assert_channels(const struct contact *contact, const char *expected)
{
	struct strbuf told = STRBUF_INIT;

	tell_channels(&told, contact);
	assert_string_equal(told.data, expected);
	strbuf_fini(&told);
}

static void assert_nothing_kept(const struct contact *contact)
{
	if (contact->kept.count)
		fail_msg("kept: %s", kept_at(contact, 0));
}

static void assert_born(const struct contact *contact, int year, int month, int day)
{
	assert_int_equal(contact->dates.count, 1);
	const struct yearly_date *date = vector_at(&contact->dates, 0);
	assert_int_equal(date->kind, YEARLY_BIRTHDAY);
	assert_int_equal(date->date.year, year);
	assert_int_equal(date->date.month, month);
	assert_int_equal(date->date.day, day);
}

static void assert_nora(const struct contact *contact)
{
	assert_string_equal(contact->name, "Nora F");
	assert_string_equal(contact->given, "Nora");
	assert_string_equal(contact->family, "Falk");
	assert_string_equal(contact->nickname, "Nori");
	assert_string_equal(contact->organization, "Werft");
	assert_string_equal(contact->title, "Lotsin");
	assert_string_equal(contact->note, "ruhig");
	assert_channels(contact, "0=n1@p.example|0=n2@p.example|2=nora.im|1work=0301|1home=0302|"
				 "1fax=0303|1pager=0304|"
				 "1cell=0170|4=https://w1.example|4=https://w2.example|"
				 "5home=Weg 1/Hof/53111 Bonn/NRW/Italia|"
				 "5work=Gasse 9/Etage 2/50667 Koeln/Rhein/Polska|");
	assert_born(contact, 1980, 2, 29);
	assert_nothing_kept(contact);
}

#define BOOKS (sizeof thunderbird / sizeof *thunderbird)

static void thunderbird_is_read_in_every_language(void **state)
{
	for (size_t i = 0; i < BOOKS; i++) {
		struct strbuf headers = STRBUF_INIT;
		assert_nora(read_rows(thunderbird[i].headers, nora));
		reading_fini(&reading);
		strbuf_add_format(&headers, "%s|", thunderbird[i].headers);
		assert_nora(read_rows(headers.data, nora));
		reading_fini(&reading);
		strbuf_fini(&headers);
	}
	reading = (struct reading){ 0 };
}

/* Of a book that somebody has added to, the order says nothing. */
static void headers_of_thunderbird_are_known_by_their_words(void **state)
{
	for (size_t i = 0; i < BOOKS; i++) {
		struct strbuf headers = STRBUF_INIT;
		if (!thunderbird[i].is_known_by_words)
			continue;
		strbuf_add_format(&headers, "Frobnicate|%s", thunderbird[i].headers);
		struct strbuf values = STRBUF_INIT;
		strbuf_add_format(&values, "|%s", nora);
		assert_nora(read_rows(headers.data, values.data));
		reading_fini(&reading);
		strbuf_fini(&headers);
		strbuf_fini(&values);
	}
	reading = (struct reading){ 0 };
}

static const struct contact *read_columns(const char *columns)
{
	struct strbuf headers = STRBUF_INIT, values = STRBUF_INIT;

	while (*columns) {
		size_t len = strcspn(columns, "="), value_len = strcspn(columns + len, "|");
		strbuf_add_bytes(&headers, columns, len);
		strbuf_add_bytes(&values, columns + len + 1, value_len - 1);
		columns += len + value_len;
		if (*columns == '|') {
			strbuf_add_char(&headers, '|');
			strbuf_add_char(&values, '|');
			columns++;
		}
	}
	const struct contact *contact = read_rows(headers.data, values.data);
	strbuf_fini(&headers);
	strbuf_fini(&values);
	return contact;
}

static void outlook_is_read_in_every_language(void **state)
{
	for (size_t i = 0; i < sizeof outlook / sizeof *outlook; i++) {
		const struct contact *contact = read_columns(outlook[i].columns);
		assert_string_equal(contact->given, "Nora");
		assert_string_equal(contact->family, "Falk");
		assert_string_equal(contact->organization, "Span");
		assert_string_equal(contact->title, "Lotsin");
		assert_string_equal(contact->note, "ruhig");
		assert_channels(contact,
			"1work fax=01|1work=02|1work=03|1car=04|1home "
			"fax=05|1home=06|1cell=07|1other=08|"
			"1pager=09|0=n1@p.example|0=n2@p.example|4=https://w.example|"
			"5work=Kai 9/Etage 2/24103 Kiel/SH/DE|5home=Weg 1/53111 Bonn/NRW/IT|");
		assert_born(contact, 1980, 2, 29);
		assert_int_equal(contact->relations.count, 1);
		assert_nothing_kept(contact);
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

/* LinkedIn's. */
static const char *const linkedin[] = {
	"First Name|Last Name|URL|Email Address|Company|Position|Connected On",
	"Vorname|Nachname|URL|E-Mail-Adresse|Unternehmen|Position|Verbunden am",
	"Vorname|Nachname|Profil-URL|E-Mail-Adresse|Firma|Position|Verbunden am",
	"Vorname|Nachname|URL|E-Mail-Adresse|Unternehmen|Position|Verkn\u00fcpft am",
	"Pr\u00e9nom|Nom|URL|Adresse e-mail|Entreprise|Poste|Connexion le",
	"Pr\u00e9nom|Nom de famille|URL du profil|Adresse e-mail|Entreprise|Poste|Connexion le",
	"Nombre|Apellidos|URL del perfil|Correo electr\u00f3nico|Empresa|Cargo|Conectado el",
	"Nome|Cognome|URL del profilo|Indirizzo email|Azienda|Posizione|Collegato il",
	"Nome|Sobrenome|URL do perfil|Endere\u00e7o de e-mail|Empresa|Cargo|Conectado em",
	"Nombre|Apellidos|URL|Correo electr\u00f3nico|Empresa|Cargo|Fecha de conexi\u00f3n",
	"Nome|Cognome|URL|Indirizzo email|Azienda|Posizione|Collegato in data",
	"Voornaam|Achternaam|URL profiel|E-mailadres|Bedrijf|Functie|Verbonden op",
	"Imi\u0119|Nazwisko|URL profilu|Adres e-mail|Firma|Stanowisko|Po\u0142\u0105czono",
};

static void linkedin_is_read_in_every_language(void **state)
{
	for (size_t i = 0; i < sizeof linkedin / sizeof *linkedin; i++) {
		const struct contact *contact = read_rows(linkedin[i],
			"Nora|Falk|https://linkedin.example/in/nora|n1@p.example|Span|Lotsin|"
			"2020-03-15");
		assert_string_equal(contact->name, "Nora Falk");
		assert_string_equal(contact->organization, "Span");
		assert_string_equal(contact->title, "Lotsin");
		assert_string_equal(contact->met, "LinkedIn");
		assert_int_equal(contact->met_on, date_to_day((struct civil_date){ 2020, 3, 15 }));
		assert_channels(
			contact, "3LinkedIn=https://linkedin.example/in/nora|0=n1@p.example|");
		assert_nothing_kept(contact);
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

static void a_spouse_of_googles_is_no_column_besides(void **state)
{
	const struct contact *contact =
		read_columns("First Name=Ann|Relation 1 - Label=Spouse|Relation 1 - Value=Paul|"
			     "Relation 2 - Label=Mother|Relation 2 - Value=Eve");
	assert_int_equal(contact->relations.count, 2);
	assert_int_equal(contact->kept.count, 1);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Mother\":Eve");
}

static void relations_of_googles_under_one_label_are_several(void **state)
{
	const struct contact *contact = read_columns(
		"First Name=Ann|Relation 1 - Label=Friend|Relation 1 - Value=Paul ::: Eve ::: ");
	assert_int_equal(contact->relations.count, 2);
	const struct relation *second = vector_at(&contact->relations, 1);
	assert_string_equal(second->name, "Eve");
}

/* Brazil's Outlook says so of what is private. */
static void particular_is_a_phone_where_home_has_no_other(void **state)
{
	assert_channels(
		read_columns("Nombre=Ann|Particular=01|Particular 2=02"), "1home=01|1home=02|");
	reading_fini(&reading);
	assert_channels(
		read_columns("Nombre=Ann|Particular=01|Home Phone 2=02"), "1home=01|1home=02|");
	reading_fini(&reading);
	const struct contact *contact =
		read_columns("Nome=Ann|Telefone residencial=01|Particular=Falso");
	assert_channels(contact, "1home=01|");
	assert_int_equal(contact->kept.count, 1);
}

/* France's Outlook has "Titre" twice: before the name, and of the job, beside "Profession". */
static void the_second_title_is_of_the_job(void **state)
{
	const struct contact *contact =
		read_columns("Titre=Mme|Pr\u00e9nom=Nora|Nom=Falk|Titre=Lotsin|Profession=Seefrau");
	assert_string_equal(contact->prefix, "Mme");
	assert_string_equal(contact->title, "Lotsin");
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Profession\":Seefrau");
}

/* Of Outlook's, on the desktop and on the web, and of hands: what stands in one language only. */
static void more_headers_are_known(void **state)
{
	const struct contact *contact = read_columns(
		"Nome pr\u00f3prio=Nora|Outros nomes/apelidos=Eva|Tratamento=Dra.|"
		"2\u00ba telefone da resid\u00eancia=01|2\u00ba telefone da empresa=02|"
		"N\u00b0 de t\u00e9l\u00e9phone=03|"
		"N\u00famero de centralita de la organizaci\u00f3n=04|"
		"Radiotelefoon=05|Telefone do Autom\u00f3vel=06|Adresse de courrier=n1@p.example|"
		"P\u00e1gina na Web=https://w.example");
	assert_string_equal(contact->name, "Dra. Nora Eva");
	assert_channels(contact, "1home=01|1work=02|1=03|1main=04|1radio=05|1car=06|0=n1@p.example|"
				 "4=https://w.example|");
	assert_nothing_kept(contact);
}

/* As converters of iCloud's, LinkedIn's table of what was imported, and hands write them. */
static void headers_of_converters_are_known(void **state)
{
	const struct contact *contact = read_columns(
		"FullName=Nora|Companies=Span|PhoneNumbers=01|Instant Message : Skype=nora.im|"
		"Home URL=https://w.example|ADR;HOME=Weg 1|Mail gesch\u00e4ftl.=n1@p.example|"
		"Contacto telef\u00f3nico=02|Notatka=ruhig|Notitie=leise");
	assert_string_equal(contact->organization, "Span");
	assert_string_equal(contact->note, "ruhig\n\nleise");
	assert_channels(contact, "1=01|2Skype=nora.im|4home=https://w.example|5home=Weg 1|"
				 "0work=n1@p.example|1=02|");
	assert_nothing_kept(contact);
}

/* As programs call their fields. */
static void words_of_a_header_may_stand_together(void **state)
{
	const struct contact *contact =
		read_columns("givenName=Nora|familyName=Falk|dateOfBirth=1980-02-29|"
			     "HomeStreet=Weg 1|HomePostalCode=50667|HomeCity=Bonn|"
			     "BusinessPhone=01|MobilePhone=02|WindowsLiveId=x");
	assert_string_equal(contact->name, "Nora Falk");
	assert_int_equal(contact->dates.count, 1);
	assert_channels(contact, "1work=01|1cell=02|5home=Weg 1/50667 Bonn|");
	assert_int_equal(contact->kept.count, 1);
}

/* "Address" is a column of filo's own, too. */
static void an_address_beside_a_city_is_the_street(void **state)
{
	static const char *const rows[] = { "Name=Nora|Address=Weg 1|City=Bonn|Zip=50667",
		"Nome=Nora|Cognome=Falk|Indirizzo=Weg 1|CAP=50667|Comune=Bonn",
		"Name=Nora|Anschrift=Weg 1|Plz=50667|Ort=Bonn",
		"Name=Nora|Str.=Weg 1|PLZ/Ort=50667 Bonn" };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_channels(read_columns(rows[i]), "5=Weg 1/50667 Bonn|");
		reading_fini(&reading);
	}
	assert_channels(
		read_columns("Name=Nora|Address=Weg 1, Bonn|Phone=01"), "5=Weg 1, Bonn|1=01|");
}

static void an_address_for_the_post_is_another(void **state)
{
	static const char *const rows[][2] = {
		{ "Name=Nora|Mailing Address=Weg 1|Mailing City=Bonn|Mailing Zip=50667",
			"5postal=Weg 1/50667 Bonn|" },
		{ "Name=Nora|Postal Address=Weg 1|Zip, City=50667 Bonn",
			"5postal=Weg 1/50667 Bonn|" },
		{ "Name=Nora|Address=Weg 1|City=Bonn|Postal Address=Postfach 2, 53111 Bonn",
			"5postal=Postfach 2, 53111 Bonn|5=Weg 1/Bonn|" },
		{ "Name=Nora|Mailing Address=Postfach 2|Address=Weg 1|City=Bonn|Zip=53111",
			"5postal=Postfach 2|5=Weg 1/53111 Bonn|" },
		{ "Name=Nora|Billing Address=Weg 1|Delivery Address=Weg 2",
			"5billing=Weg 1|5shipping=Weg 2|" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_channels(read_columns(rows[i][0]), rows[i][1]);
		reading_fini(&reading);
	}
}

/* The street may be the whole address, and a street may be called as the place. */
static void what_a_street_says_is_not_said_twice(void **state)
{
	assert_channels(read_columns("Name=Nora|Country=Italy|Address=Via Roma 1, Torino, Italy"),
		"5=Via Roma 1, Torino, Italy|");
	reading_fini(&reading);
	assert_channels(read_columns("Name=Nora|Address=Weg 1, 53111 Bonn|City=Bonn|Zip=53111"),
		"5=Weg 1, 53111 Bonn|");
	reading_fini(&reading);
	assert_channels(read_columns("Name=Nora|Address=Corte 2, Via Roma 1|City=Roma|Zip=00100"),
		"5=Corte 2, Via Roma 1/00100 Roma|");
}

static void more_parts_of_addresses_are_known(void **state)
{
	const struct contact *contact =
		read_columns("Name=Nora|Huisadres, straat=Weg 1|Huisadres, postbusnummer=12|"
			     "Land/regio (anders)=NL|Domowa skrzynka pocztowa=13|"
			     "Pa\u00eds da Resid\u00eancia/Regi\u00e3o=PT|B.P. professionnelle=14|"
			     "Pa\u00eds da Empresa/Regi\u00e3o=FR");
	assert_channels(contact, "5home=Weg 1/12/13/PT|5other=NL|5work=14/FR|");
	assert_nothing_kept(contact);
}

/* But what is so of somebody. */
static void work_is_known_in_turkish(void **state)
{
	const struct contact *contact = read_columns(
		"Ad=Nora|\u0130\u015f Telefonu 2=0301|\u0130\u015f Faks\u0131=0302|"
		"\u0130\u015f E-posta Adresi=n@example.org|\u0130\u015f Adresi \u015eehir=Bursa");
	assert_channels(contact, "1work=0301|1work fax=0302|0work=n@example.org|5work=Bursa|");
	assert_nothing_kept(contact);
	reading_fini(&reading);
	contact = read_columns("Name=Nora|Is mobile=true|Is primary email=true|Is home address=no");
	assert_channels(contact, "");
	assert_int_equal(contact->kept.count, 3);
}

/* Before the street or behind it, as the columns stand. */
static void the_number_of_the_house_is_of_the_street(void **state)
{
	static const char *const rows[][2] = {
		{ "Name=Nora|Stra\u00dfe=Weg|Hausnummer=12b|PLZ=50667|Ort=Bonn",
			"5=Weg 12b/50667 Bonn|" },
		{ "Nome=Nora|Cognome=Falk|Indirizzo=Via Lunga|Numero civico=3|Comune=Pisa",
			"5=Via Lunga 3/Pisa|" },
		{ "Name=Nora|Num\u00e9ro de rue=12|Rue=rue Haute|Ville=Lyon",
			"5=12 rue Haute/Lyon|" },
		{ "Name=Nora|Home House Number=4|Home City=York", "5home=4/York|" },
		{ "Name=Nora|Street=Weg|House no=12|Street 2=Flat 3|City=York",
			"5=Weg 12/Flat 3/York|" },
		{ "Name=Nora|Stra\u00dfe=Weg 5|Hausnummer=5|Ort=Bonn", "5=Weg 5/Bonn|" },
		{ "Name=Nora|Num\u00e9ro de rue=5|Rue=5 rue Haute|Ville=Lyon",
			"5=5 rue Haute/Lyon|" },
		{ "Name=Nora|Stra\u00dfe=Weg 15|Hausnummer=5|Ort=Bonn", "5=Weg 15 5/Bonn|" },
		{ "Name=Nora|Adresse=Weg 5, 53111 Bonn|Hausnummer=5|Ort=Bonn",
			"5=Weg 5, 53111 Bonn|" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct contact *contact = read_columns(rows[i][0]);
		assert_channels(contact, rows[i][1]);
		assert_nothing_kept(contact);
		reading_fini(&reading);
	}
}

static void behind_a_date_only_a_time_is_left_out(void **state)
{
	static const struct {
		const char *columns;
		size_t dates;
	} rows[] = {
		{ "Name=Nora|Birthday=12.05.1980 10:00 a. m.", 1 },
		{ "Name=Nora|Birthday=12.05.1980 at 10:00:00 GMT+02:00", 1 },
		{ "Name=Nora|Birthday=1980-05-12T22:00:00.000Z", 1 },
		{ "Name=Nora|Birthday=1980-05-12 10:00", 1 },
		{ "Name=Nora|Birthday=1980-05-12 10.15", 1 },
		{ "Name=Nora|Birthday=19800512 101500", 1 },
		{ "Name=Nora|Birthday=1980-05-12 10", 0 },
		{ "Name=Nora|Birthday=1980-05-12 00:00:00 Europe/Berlin", 1 },
		{ "Name=Nora|Birthday=Mon, 12 May 1980 00:00:00 +0200 (CEST)", 1 },
		{ "Name=Nora|Birthday=Mon May 12 1980 00:00:00 GMT+0200 "
		  "(Central European Summer Time)",
			1 },
		{ "Name=Nora|Birthday=1980-05-12 ::: 1981-05-13", 0 },
		{ "Name=Nora|Birthday=1980-05-12 in Bonn", 0 },
		{ "Name=Nora|Birthday=12.05.1980, as she says: or so", 0 },
		{ "Name=Nora|Birthday=12.05.1980 10:00 in the hospital of Bonn", 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct contact *contact = read_columns(rows[i].columns);
		assert_int_equal(contact->dates.count, rows[i].dates);
		assert_int_equal(contact->kept.count, !rows[i].dates);
		reading_fini(&reading);
	}
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(thunderbird_is_read_in_every_language),
		T(headers_of_thunderbird_are_known_by_their_words),
		T(outlook_is_read_in_every_language),
		T(linkedin_is_read_in_every_language),
		T(a_spouse_of_googles_is_no_column_besides),
		T(relations_of_googles_under_one_label_are_several),
		T(the_second_title_is_of_the_job),
		T(more_headers_are_known),
		T(headers_of_converters_are_known),
		T(an_address_beside_a_city_is_the_street),
		T(an_address_for_the_post_is_another),
		T(what_a_street_says_is_not_said_twice),
		T(words_of_a_header_may_stand_together),
		T(more_parts_of_addresses_are_known),
		T(work_is_known_in_turkish),
		T(the_number_of_the_house_is_of_the_street),
		T(behind_a_date_only_a_time_is_left_out),
		T(particular_is_a_phone_where_home_has_no_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
