/* Address books of several programs in several languages: what their columns mean.
 * Not here: dates (test_csv_dates.c), logs (test_csv.c). */
#include "one_reading.h"

#include "exchange/csv/csv_header_words.h"
#include "exchange/csv/csv_unknown.h"

#include "filo/base/fold.h"

static const struct channel *find(
	const struct contact *contact, enum channel_kind kind, const char *value)
{
	struct channel *channel;

	VECTOR_EACH (channel, &contact->channels)
		if (channel->kind == kind && !strcmp(channel->value, value))
			return channel;
	fail_msg("%s has no \"%s\"", contact->name, value);
	return NULL;
}

static void assert_labelled(
	const struct contact *contact, enum channel_kind kind, const char *value, const char *label)
{
	const struct channel *channel = find(contact, kind, value);

	if (label)
		assert_string_equal(channel->label, label);
	else
		assert_null(channel->label);
}

/* The same person, as each program and language has her. */
static const struct book {
	const char *text;
} books[] = {
	{ "Vorname,Nachname,Anzeigename,Spitzname,Prim\u00e4re E-Mail-Adresse,"
	  "Sekund\u00e4re E-Mail-Adresse,Tel. dienstlich,Tel. privat,Fax-Nummer,Mobil-Tel.-Nr.,"
	  "Privat: Adresse,Privat: Ort,Privat: PLZ,Privat: Land,Dienstlich: Adresse,"
	  "Dienstlich: Ort,Dienstlich: PLZ,Organisation,Arbeitstitel,Geburtsjahr,Geburtsmonat,"
	  "Geburtstag,Notizen\n"
	  "Wilma,Kurz,Wilma Kurz,Willi,w@p.example,w2@p.example,0301,0302,0303,0171,Am Tor 3,"
	  "Bremen,28195,DE,Am Kai 9,Kiel,24103,Werft,Lotsin,1971,7,9,ruhig\n" },
	{ "Tratamiento,Nombre,Segundo nombre,Apellidos,Organizaci\u00f3n,Puesto,Calle del trabajo,"
	  "Ciudad de trabajo,C\u00f3digo postal del trabajo,Calle particular,Ciudad particular,"
	  "C\u00f3digo postal particular,Pa\u00eds o regi\u00f3n particular,Fax particular,"
	  "Tel\u00e9fono del trabajo,Tel\u00e9fono particular,Tel\u00e9fono m\u00f3vil,"
	  "Direcci\u00f3n de correo electr\u00f3nico,"
	  "Direcci\u00f3n de correo electr\u00f3nico 2,Cumplea\u00f1os,Notas,Apodo\n"
	  ",Wilma,,Kurz,Werft,Lotsin,Am Kai 9,Kiel,24103,Am Tor 3,Bremen,28195,DE,0303,0301,0302,"
	  "0171,w@p.example,w2@p.example,9/7/1971,ruhig,Willi\n" },
	{ "Pr\u00e9nom;Nom;Soci\u00e9t\u00e9;Titre;Fonction;Rue (bureau);Ville (bureau);"
	  "Code postal (bureau);Rue (domicile);Ville (domicile);Code postal (domicile);"
	  "Pays/R\u00e9gion (domicile);T\u00e9l\u00e9copie (domicile);"
	  "T\u00e9l\u00e9phone (bureau);T\u00e9l\u00e9phone (domicile);T\u00e9l. mobile;"
	  "Adresse de messagerie;Adresse de messagerie 2;Anniversaire;Notes;Surnom\n"
	  "Wilma;Kurz;Werft;;Lotsin;Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;0303;0301;0302;"
	  "0171;w@p.example;w2@p.example;9 juil. 1971;ruhig;Willi\n" },
	{ "Voornaam,Achternaam,Bedrijf,Functie,\"Werkadres, straat\",\"Werkadres, plaats\","
	  "\"Werkadres, postcode\",\"Huisadres, straat\",\"Huisadres, plaats\","
	  "\"Huisadres, postcode\",\"Huisadres, land\",Fax thuis,Telefoon op werk,"
	  "Telefoon thuis,Mobiele telefoon,E-mailadres,E-mailadres 2,Geboortedatum,Notities,"
	  "Bijnaam\n"
	  "Wilma,Kurz,Werft,Lotsin,Am Kai 9,Kiel,24103,Am Tor 3,Bremen,28195,DE,0303,0301,0302,"
	  "0171,w@p.example,w2@p.example,9 juli 1971,ruhig,Willi\n" },
	{ "Nome,Sobrenome,Apelido,Empresa,Cargo,Rua do Endere\u00e7o Comercial,"
	  "Cidade do Endere\u00e7o Comercial,CEP do Endere\u00e7o Comercial,"
	  "Rua do Endere\u00e7o Residencial,Cidade do Endere\u00e7o Residencial,"
	  "CEP do Endere\u00e7o Residencial,Pa\u00eds/Regi\u00e3o do Endere\u00e7o Residencial,"
	  "Fax Residencial,Telefone Comercial,Telefone Residencial,Telefone Celular,"
	  "Endere\u00e7o de Email,Endere\u00e7o de Email 2,Anivers\u00e1rio,Anota\u00e7\u00f5es\n"
	  "Wilma,Kurz,Willi,Werft,Lotsin,Am Kai 9,Kiel,24103,Am Tor 3,Bremen,28195,DE,0303,0301,"
	  "0302,0171,w@p.example,w2@p.example,9/7/1971,ruhig\n" },
	{ "Imi\u0119,Nazwisko,Firma,Stanowisko,Adres s\u0142u\u017cbowy - ulica,"
	  "Adres s\u0142u\u017cbowy - miejscowo\u015b\u0107,"
	  "Adres s\u0142u\u017cbowy - kod pocztowy,Adres domowy - ulica,"
	  "Adres domowy - miejscowo\u015b\u0107,Adres domowy - kod pocztowy,"
	  "Adres domowy - kraj/region,Faks domowy,Telefon s\u0142u\u017cbowy,Telefon domowy,"
	  "Telefon kom\u00f3rkowy,Adres e-mail,Adres e-mail 2,Urodziny,Notatki,Pseudonim\n"
	  "Wilma,Kurz,Werft,Lotsin,Am Kai 9,Kiel,24103,Am Tor 3,Bremen,28195,DE,0303,0301,0302,"
	  "0171,w@p.example,w2@p.example,9 lipca 1971,ruhig,Willi\n" },
	{ "Nome,Cognome,Nome visualizzato,Soprannome,Email primaria,Email secondaria,"
	  "Telefono lavoro,Telefono casa,Fax casa,Cellulare,Indirizzo di casa,Citt\u00e0 di casa,"
	  "CAP di casa,Nazione di casa,Indirizzo lavoro,Citt\u00e0 lavoro,CAP lavoro,Societ\u00e0,"
	  "Qualifica,Anno di nascita,Mese di nascita,Giorno di nascita,Note\n"
	  "Wilma,Kurz,Wilma Kurz,Willi,w@p.example,w2@p.example,0301,0302,0303,0171,Am Tor 3,"
	  "Bremen,28195,DE,Am Kai 9,Kiel,24103,Werft,Lotsin,1971,7,9,ruhig\n" },
	{ "F\u00f6rnamn;Efternamn;Smeknamn;F\u00f6retag;Befattning;E-postadress;E-postadress 2;"
	  "Telefon, arbete;Telefon, hem;Fax, hem;Mobiltelefon;Adress, arbete;"
	  "Ort, arbete;Postnummer, arbete;Adress, hem;Ort, hem;Postnummer, hem;"
	  "Land, hem;F\u00f6delsedag;Anteckningar\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;1971-07-09;ruhig\n" },
	{ "Fornavn;Etternavn;Kallenavn;Firma;Stilling;E-postadresse;E-postadresse 2;"
	  "Telefon arbeid;Telefon hjemme;Faks hjemme;Mobiltelefon;Adresse arbeid;"
	  "Poststed arbeid;Postnummer arbeid;Hjemmeadresse;Poststed hjem;"
	  "Postnummer hjem;Land hjem;F\u00f8dselsdato;Merknader\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;9. juli 1971;ruhig\n" },
	{ "Fornavn;Efternavn;Kaldenavn;Firma;Stilling;E-mailadresse;E-mailadresse 2;"
	  "Telefon (arbejde);Telefon (hjem);Fax (hjem);Mobiltelefon;Gade (arbejde);"
	  "By (arbejde);Postnr. (arbejde);Gade (hjem);By (hjem);Postnr. (hjem);"
	  "Land (hjem);F\u00f8dselsdag;Noter\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;9/7/1971;ruhig\n" },
	{ "Jm\u00e9no;P\u0159\u00edjmen\u00ed;P\u0159ezd\u00edvka;Spole\u010dnost;Pozice;E-"
	  "mailov\u00e1 adresa;"
	  "E-mailov\u00e1 adresa 2;Telefon do pr\u00e1ce;Telefon dom\u016f;Fax "
	  "dom\u016f;Mobiln\u00ed telefon;"
	  "Ulice (pr\u00e1ce);M\u011bsto (pr\u00e1ce);PS\u010c (pr\u00e1ce);Ulice "
	  "(dom\u016f);M\u011bsto (dom\u016f);"
	  "PS\u010c (dom\u016f);Zem\u011b (dom\u016f);Datum narozen\u00ed;Pozn\u00e1mky\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;9. \u010dervence 1971;ruhig\n" },
	{ "Keresztn\u00e9v;Vezet\u00e9kn\u00e9v;Becen\u00e9v;C\u00e9g;Beoszt\u00e1s;E-mail "
	  "c\u00edm;E-mail c\u00edm 2;"
	  "Munkahelyi telefon;Otthoni telefon;Otthoni fax;Mobiltelefon;"
	  "Munkahelyi c\u00edm, utca;Munkahelyi c\u00edm, v\u00e1ros;Munkahelyi c\u00edm, "
	  "ir\u00e1ny\u00edt\u00f3sz\u00e1m;"
	  "Lakc\u00edm, utca;Otthoni v\u00e1ros;Otthoni ir\u00e1ny\u00edt\u00f3sz\u00e1m;Otthoni "
	  "orsz\u00e1g;Sz\u00fclet\u00e9snap;"
	  "Megjegyz\u00e9sek\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;1971. j\u00falius 9.;ruhig\n" },
	{ "\u0418\u043c\u044f;\u0424\u0430\u043c\u0438\u043b\u0438\u044f;"
	  "\u041f\u0441\u0435\u0432\u0434\u043e\u043d\u0438\u043c;"
	  "\u041e\u0440\u0433\u0430\u043d\u0438\u0437\u0430\u0446\u0438\u044f;"
	  "\u0414\u043e\u043b\u0436\u043d\u043e\u0441\u0442\u044c;\u0410\u0434\u0440\u0435\u0441 "
	  "\u044d\u043b. \u043f\u043e\u0447\u0442\u044b;"
	  "\u0410\u0434\u0440\u0435\u0441 \u044d\u043b. \u043f\u043e\u0447\u0442\u044b "
	  "2;\u0420\u0430\u0431\u043e\u0447\u0438\u0439 "
	  "\u0442\u0435\u043b\u0435\u0444\u043e\u043d;"
	  "\u0414\u043e\u043c\u0430\u0448\u043d\u0438\u0439 "
	  "\u0442\u0435\u043b\u0435\u0444\u043e\u043d;"
	  "\u0414\u043e\u043c\u0430\u0448\u043d\u0438\u0439 \u0444\u0430\u043a\u0441;"
	  "\u041c\u043e\u0431\u0438\u043b\u044c\u043d\u044b\u0439 "
	  "\u0442\u0435\u043b\u0435\u0444\u043e\u043d;\u0423\u043b\u0438\u0446\u0430 "
	  "(\u0440\u0430\u0431\u043e\u0447\u0438\u0439 "
	  "\u0430\u0434\u0440\u0435\u0441);\u0413\u043e\u0440\u043e\u0434 "
	  "(\u0440\u0430\u0431\u043e\u0447\u0438\u0439 \u0430\u0434\u0440\u0435\u0441);"
	  "\u0418\u043d\u0434\u0435\u043a\u0441 (\u0440\u0430\u0431\u043e\u0447\u0438\u0439 "
	  "\u0430\u0434\u0440\u0435\u0441);\u0423\u043b\u0438\u0446\u0430 "
	  "(\u0434\u043e\u043c\u0430\u0448\u043d\u0438\u0439 "
	  "\u0430\u0434\u0440\u0435\u0441);\u0413\u043e\u0440\u043e\u0434 "
	  "(\u0434\u043e\u043c\u0430\u0448\u043d\u0438\u0439 \u0430\u0434\u0440\u0435\u0441);"
	  "\u0418\u043d\u0434\u0435\u043a\u0441 (\u0434\u043e\u043c\u0430\u0448\u043d\u0438\u0439 "
	  "\u0430\u0434\u0440\u0435\u0441);\u0421\u0442\u0440\u0430\u043d\u0430 "
	  "(\u0434\u043e\u043c\u0430\u0448\u043d\u0438\u0439 "
	  "\u0430\u0434\u0440\u0435\u0441);\u0414\u0435\u043d\u044c "
	  "\u0440\u043e\u0436\u0434\u0435\u043d\u0438\u044f;"
	  "\u0417\u0430\u043c\u0435\u0442\u043a\u0438\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;9 \u0438\u044e\u043b\u044f 1971;ruhig\n" },
	{ "Ad;Soyad;Takma Ad;\u015eirket;Unvan;E-posta Adresi;E-posta Adresi 2;\u0130\u015f "
	  "Telefonu;"
	  "Ev Telefonu;Ev Faks\u0131;Cep Telefonu;\u0130\u015f Adresi Sokak;\u0130\u015f "
	  "\u015eehri;\u0130\u015f Posta Kodu;"
	  "Ev Adresi Sokak;Ev \u015eehri;Ev Posta Kodu;Ev \u00dclkesi;Do\u011fum "
	  "G\u00fcn\u00fc;Notlar\n"
	  "Wilma;Kurz;Willi;Werft;Lotsin;w@p.example;w2@p.example;0301;0302;0303;0171;"
	  "Am Kai 9;Kiel;24103;Am Tor 3;Bremen;28195;DE;9 Temmuz 1971;ruhig\n" },
};

static void assert_wilma(const struct contact *contact)
{
	assert_string_equal(contact->name, "Wilma Kurz");
	assert_string_equal(contact->given, "Wilma");
	assert_string_equal(contact->family, "Kurz");
	assert_string_equal(contact->nickname, "Willi");
	assert_string_equal(contact->organization, "Werft");
	assert_string_equal(contact->title, "Lotsin");
	assert_string_equal(contact->note, "ruhig");
	find(contact, CHANNEL_EMAIL, "w@p.example");
	find(contact, CHANNEL_EMAIL, "w2@p.example");
	assert_labelled(contact, CHANNEL_PHONE, "0301", "work");
	assert_labelled(contact, CHANNEL_PHONE, "0302", "home");
	assert_labelled(contact, CHANNEL_PHONE, "0171", "cell");
	find(contact, CHANNEL_PHONE, "0303");
	assert_labelled(contact, CHANNEL_ADDRESS, "Am Tor 3\n28195 Bremen\nDE", "home");
	assert_labelled(contact, CHANNEL_ADDRESS, "Am Kai 9\n24103 Kiel", "work");
	assert_int_equal(contact->dates.count, 1);
	const struct yearly_date *date = vector_at(&contact->dates, 0);
	assert_int_equal(date->kind, YEARLY_BIRTHDAY);
	assert_int_equal(date->date.year, 1971);
	assert_int_equal(date->date.month, 7);
	assert_int_equal(date->date.day, 9);
	if (contact->kept.count)
		fail_msg("kept: %s", kept_at(contact, 0));
}

static void every_language_is_read_into_the_same_fields(void **state)
{
	for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
		assert_wilma(read_contacts(books[i].text));
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

/* Words that folding would change could never be met. */
static void assert_folded(const struct csv_header_word *rows)
{
	for (; rows->words; rows++) {
		struct strbuf folded = STRBUF_INIT;
		text_fold(&folded, rows->words);
		assert_string_equal(rows->words, folded.data);
		strbuf_fini(&folded);
	}
}

static void the_words_are_folded(void **state)
{
	assert_folded(csv_whole_headers);
	assert_folded(csv_header_words);
	reading = (struct reading){ 0 };
}

static void a_city_without_a_street_is_an_address(void **state)
{
	const struct contact *contact = read_contacts(
		"name,Home City,Home Country,Work Address,Work City\nAnn,Bern,CH,Gate 4,Basel\n");
	assert_labelled(contact, CHANNEL_ADDRESS, "Bern\nCH", "home");
	assert_labelled(contact, CHANNEL_ADDRESS, "Gate 4\nBasel", "work");
}

static void every_cell_is_found_again(void **state)
{
	const struct contact *contact =
		read_contacts("Display Name,Full Name,E-mail Display Name,Initials,Department,\n"
			      "Ann Reed,Anna Reed,Ann R,A.R.,Ovens,lost?\n");
	assert_string_equal(contact->name, "Ann Reed");
	assert_int_equal(contact->kept.count, 5);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Full Name\":Anna Reed");
	assert_string_equal(kept_at(contact, 4), "X-CSV;X-COLUMN=\"(6)\":lost?");
}

static void tables_of_other_programs_and_hands_are_known(void **state)
{
	const struct contact *contact = read_contacts(
		"Formatierter Name,Bevorzugte E-Mail-Adresse,Tel. fixe,Geb.-Datum,Nick\n"
		"Ann Reed,a@b.example,0521 778899,29.02.1980,Annie\n");
	assert_string_equal(contact->name, "Ann Reed");
	assert_string_equal(contact->nickname, "Annie");
	assert_int_equal(contact->channels.count, 2);
	assert_int_equal(contact->dates.count, 1);
	assert_int_equal(contact->kept.count, 0);
}

static void a_file_without_names_is_refused(void **state)
{
	static const char text[] = "Nimi;Telefon;Firma\nEva;0201;Doly\n";
	reading = read_bytes(csv_contacts_read, text, strlen(text));
	assert_int_equal(reading.status, STATUS_INVALID);
	assert_int_equal(reading.people.count, 0);
}

static const char *named(const char *header, const char *cell)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, "\"%s\";E-Mail\n\"%s\";ada@p.example\n", header, cell);
	const char *name = read_contacts(text.data)->name;
	strbuf_fini(&text);
	return name;
}

static void headers_of_whole_names_are_known(void **state)
{
	static const char *const headers[] = { "Nominativo", "Nombre y apellidos",
		"Pr\u00e9nom et nom", "Kontakt", "Contact", "Name (full)", "Cliente",
		"Vor- und Nachname", "Imi\u0119 nazwisko", "FullName" };

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		assert_string_equal(named(headers[i], "Ada Rossi"), "Ada Rossi");
		assert_int_equal(reading.problems.count, 0);
		reading_fini(&reading);
	}
	reading = (struct reading){ 0 };
}

/* Turned only where it is known which word is which, and told where the header alone says so. */
static void a_header_says_that_the_family_name_is_first(void **state)
{
	static const char *const headers[] = { "Cognome e nome", "Apellidos y nombre",
		"Nachname, Vorname", "Nazwisko i imi\u0119", "Nom, pr\u00e9nom", "Name, Vorname",
		"Last name, first name", "Achternaam, voornaam", "Apelido e nome" };

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		assert_string_equal(named(headers[i], "Rossi Ada"), "Ada Rossi");
		assert_string_equal(person_at(&reading, 0)->family, "Rossi");
		assert_string_equal(person_at(&reading, 0)->given, "Ada");
		assert_int_equal(reading.problems.count, 1);
		assert_string_equal(problem_at(&reading, 0)->reason,
			"\"Rossi Ada\" is read as Ada Rossi, as its column says that the family "
			"name "
			"comes first; so are other names of two words");
		reading_fini(&reading);
	}
	read_contacts("Cognome e nome,E-Mail\n\"Rossi, Ada\",a@p.example\nBar Sport,b@p.example\n"
		      "Bianchi Eva,c@p.example\n");
	assert_int_equal(reading.problems.count, 1);
	assert_int_equal(problem_at(&reading, 0)->line, 3);
	reading_fini(&reading);
	assert_string_equal(named(headers[0], "De Luca, Ada Eva"), "Ada Eva De Luca");
	assert_int_equal(reading.problems.count, 0);
	reading_fini(&reading);
	assert_string_equal(named(headers[0], "De Luca Ada"), "De Luca Ada");
	reading_fini(&reading);
	assert_string_equal(named(headers[0], "Dott. Rossi"), "Dott. Rossi");
}

static void a_contact_beside_a_name_is_no_name(void **state)
{
	const struct contact *contact = read_contacts("Contact,Name\nsales desk,Ann Reed\n");
	assert_string_equal(contact->name, "Ann Reed");
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Contact\":sales desk");
	reading_fini(&reading);
	assert_string_equal(read_contacts("Contact,\nName,Phone\nAnn Reed,1\n")->name, "Ann Reed");
	reading_fini(&reading);
	assert_string_equal(read_contacts("Contact,Birthday\nAnn Reed,1 May\n")->name, "Ann Reed");
}

static void it_is_said_when_only_an_address_names_people(void **state)
{
	read_contacts("Frob,Email,Nic\nAnn,ann@p.example,\n");
	assert_int_equal(reading.problems.count, 1);
	assert_false(problem_at(&reading, 0)->is_refused);
	assert_non_null(strstr(problem_at(&reading, 0)->reason, "(not known: Frob, Nic)"));
	reading_fini(&reading);
	read_contacts("Email\nann@p.example\n");
	assert_int_equal(reading.problems.count, 0);
}

/* "Acme" would be the name of whoever works there. */
static void nobody_is_called_by_the_firm_for_want_of_a_name(void **state)
{
	static const char text[] = "Frob,Company,Email\nAnn,Acme,ann@p.example\n";

	reading = read_bytes(csv_contacts_read, text, strlen(text));
	assert_int_equal(reading.status, STATUS_INVALID);
	assert_int_equal(reading.people.count, 0);
}

static void assert_told(const char *text, const char *columns)
{
	struct strbuf told = STRBUF_INIT;

	assert_int_equal(csv_unknown_tell(&told, text, strlen(text)), columns != NULL);
	if (columns)
		assert_non_null(strstr(told.data, columns));
	strbuf_fini(&told);
}

static void the_columns_of_an_unknown_table_are_named(void **state)
{
	assert_told("Foo;Frob, nic\n1;2\n", "(Foo, Frob, nic)");
	assert_told("Foo\tBar\n\n1\t2\n", "(Foo, Bar)");
	assert_told("Dear Ann,\nhow are you,\n", NULL);
	assert_told("Foo,Bar\n", NULL);
	assert_told("one, two\nthree\n", NULL);
	assert_told("", NULL);
	assert_false(csv_contacts_recognises("mail:*:20228:0\nann:*:20229:0\n", 30));
	reading = (struct reading){ 0 };
}

static void marks_of_joined_files_are_no_text(void **state)
{
	read_contacts("name,phone\nAnn,1\n\xEF\xBB\xBF"
		      "Bo,2\n");
	assert_string_equal(person_at(&reading, 1)->name, "Bo");
}

static void a_header_that_comes_again_is_nobody(void **state)
{
	read_contacts("Name,Phone\nAnn,1\n\xEF\xBB\xBF"
		      "Name,Phone\nName,2\n");
	assert_int_equal(reading.people.count, 2);
	assert_string_equal(person_at(&reading, 1)->name, "Name");
	assert_int_equal(reading.problems.count, 1);
	assert_int_equal(problem_at(&reading, 0)->line, 3);
	assert_false(problem_at(&reading, 0)->is_refused);
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(every_language_is_read_into_the_same_fields),
		T(the_words_are_folded),
		T(a_city_without_a_street_is_an_address),
		T(every_cell_is_found_again),
		T(tables_of_other_programs_and_hands_are_known),
		T(a_file_without_names_is_refused),
		T(headers_of_whole_names_are_known),
		T(a_header_says_that_the_family_name_is_first),
		T(a_contact_beside_a_name_is_no_name),
		T(it_is_said_when_only_an_address_names_people),
		T(nobody_is_called_by_the_firm_for_want_of_a_name),
		T(the_columns_of_an_unknown_table_are_named),
		T(marks_of_joined_files_are_no_text),
		T(a_header_that_comes_again_is_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
