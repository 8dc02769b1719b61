/* Headers as programs write them, each in its languages.
 * Not here: what they must become (test_csv_programs.c). */
#ifndef FILO_TESTS_EXCHANGE_PROGRAM_BOOKS_H
#define FILO_TESTS_EXCHANGE_PROGRAM_BOOKS_H

#include <stdbool.h>

/* Thunderbird's own, in the order in which it exports: as it is, and as it was in some languages.
 */
static const struct {
	const char *headers;
	bool is_known_by_words;
} thunderbird[] = {
	/* clang-format off */
	/* en */
	{ "First Name|Last Name|Display Name|Nickname|Primary Email|Secondary Email|"
	  "Screen Name|Work Phone|Home Phone|Fax Number|Pager Number|Mobile Number|"
	  "Home Address|Home Address 2|Home City|Home State|Home ZipCode|Home Country|"
	  "Work Address|Work Address 2|Work City|Work State|Work ZipCode|Work Country|"
	  "Job Title|Department|Organization|Web Page 1|Web Page 2|Birth Year|Birth Month|"
	  "Birth Day|Custom 1|Custom 2|Custom 3|Custom 4|Notes",
	  true },
	/* de */
	{ "Vorname|Nachname|Anzeigename|Spitzname|Prim\u00e4re E-Mail-Adresse|"
	  "Sekund\u00e4re E-Mail-Adresse|Messenger-Name|Tel. dienstlich|Tel. privat|Fax-Nummer|"
	  "Pager-Nummer|Mobil-Tel.-Nr.|Privat: Adresse|Privat: Adresse 2|Privat: Ort|"
	  "Privat: Bundesland|Privat: PLZ|Privat: Land|Dienstlich: Adresse|"
	  "Dienstlich: Adresse 2|Dienstlich: Ort|Dienstlich: Bundesland|Dienstlich: PLZ|"
	  "Dienstlich: Land|Arbeitstitel|Abteilung|Organisation|Webseite 1|Webseite 2|"
	  "Geburtsjahr|Geburtsmonat|Geburtstag|Benutzerdef. 1|Benutzerdef. 2|Benutzerdef. 3|"
	  "Benutzerdef. 4|Notizen",
	  true },
	/* it */
	{ "Nome|Cognome|Nome visualizzato|Soprannome|Email principale|Email secondaria|"
	  "Nome Instant Messenger|Telefono lavoro|Telefono casa|Numero fax|Numero cercapersone|"
	  "Numero cellulare|Indirizzo di casa|Indirizzo di casa 2|Citt\u00e0 di residenza|"
	  "Provincia di residenza|CAP di residenza|Nazione di residenza|Indirizzo di lavoro|"
	  "Indirizzo di lavoro 2|Citt\u00e0 di lavoro|Provincia di lavoro|CAP di lavoro|"
	  "Nazione di lavoro|Qualifica|Reparto|Organizzazione|Pagina web 1|Pagina web 2|"
	  "Anno di nascita|Mese di nascita|Giorno di nascita|Personalizzato 1|Personalizzato 2|"
	  "Personalizzato 3|Personalizzato 4|Note",
	  true },
	/* fr */
	{ "Pr\u00e9nom|Nom de famille|Nom \u00e0 afficher|Surnom|Adresse e-mail principale|"
	  "Adresse e-mail secondaire|Nom de l\u2019\u00e9cran|T\u00e9l. professionnel |"
	  "T\u00e9l. personnel|Fax|Pager|Portable|Adresse priv\u00e9e|Adresse priv\u00e9e 2|"
	  "Ville|Pays/\u00c9tat|Code postal|Pays/R\u00e9gion (domicile)|"
	  "Adresse professionnelle|Adresse professionnelle 2|Ville|Pays/\u00c9tat|Code postal|"
	  "Pays/R\u00e9gion (bureau)|Profession|Service|Soci\u00e9t\u00e9|Site web 1|"
	  "Site web 2|Ann\u00e9e de naissance|Mois|Jour|Divers 1|Divers 2|Divers 3|Divers 4|"
	  "Notes",
	  true },
	/* es */
	{ "Nombre|Apellidos|Nombre mostrado|Apodo|"
	  "Direcci\u00f3n de correo electr\u00f3nico principal|"
	  "Direcci\u00f3n de correo electr\u00f3nico secundaria|Nombre en pantalla|"
	  "Tel\u00e9fono (Trabajo)|Tel\u00e9fono particular|Fax|Buscapersonas|"
	  "Tel\u00e9fono m\u00f3vil|Direcci\u00f3n personal|Direcci\u00f3n personal 2|"
	  "Ciudad donde vive|Provincia|C\u00f3digo postal|Pa\u00eds de residencia|"
	  "Direcci\u00f3n de trabajo|Direcci\u00f3n de trabajo 2|Ciudad (Trabajo)|"
	  "Provincia (Trabajo)|C\u00f3digo postal (Trabajo)|Pa\u00eds (Trabajo)|Puesto|"
	  "Departamento|Organizaci\u00f3n|P\u00e1gina web 1|P\u00e1gina web 2|"
	  "A\u00f1o de nacimiento|Mes de nacimiento|D\u00eda de nacimiento|Personalizado 1|"
	  "Personalizado 2|Personalizado 3|Personalizado 4|Notas",
	  true },
	/* pt-br */
	{ "Primeiro nome|Sobrenome|Nome de exibi\u00e7\u00e3o|Apelido|Email principal|"
	  "Email secund\u00e1rio|Nome de tela|Telefone comercial|Telefone residencial|"
	  "N\u00famero do fax|N\u00famero do pager|N\u00famero do celular|Endere\u00e7o|"
	  "Endere\u00e7o 2|Cidade|Estado|CEP|Pa\u00eds|Endere\u00e7o comercial|"
	  "Endere\u00e7o comercial 2|Cidade de trabalho|Estado de trabalho|CEP comercial|"
	  "Pa\u00eds de trabalho|Cargo|Setor|Organiza\u00e7\u00e3o|P\u00e1gina web 1|"
	  "P\u00e1gina web 2|Ano de nascimento|M\u00eas de nascimento|Data de nascimento|"
	  "Personalizado 1|Personalizado 2|Personalizado 3|Personalizado 4|Notas",
	  false },
	/* pt-pt */
	{ "Nome|Apelido|Nome exibido|Nickname|E-mail principal|E-mail secund\u00e1rio|"
	  "Nome a mostrar|Telefone profissional|Telefone de casa|N\u00famero de fax|"
	  "N\u00famero de pager|N\u00famero de telem\u00f3vel|Endere\u00e7o pessoal|"
	  "Endere\u00e7o pessoal 2|Naturalidade|Distrito|C\u00f3digo postal|Nacionalidade|"
	  "Endere\u00e7o profissional|Endere\u00e7o profissional 2|Local de trabalho|"
	  "Distrito do local de trabalho|C\u00f3digo postal do local de trabalho|"
	  "Pa\u00eds do local de trabalho|Profiss\u00e3o|Departamento|Organiza\u00e7\u00e3o|"
	  "P\u00e1gina web 1|P\u00e1gina web 2|Ano de nascimento|M\u00eas de nascimento|"
	  "Dia de nascimento|Personalizado 1|Personalizado 2|Personalizado 3|Personalizado 4|"
	  "Notas",
	  false },
	/* nl */
	{ "Voornaam|Achternaam|Weergavenaam|Bijnaam|Primair e-mailadres|Secundair e-mailadres|"
	  "Schermnaam|Telefoon werk|Telefoon thuis|Faxnummer|Piepernummer|Mobiel nummer|Adres|"
	  "Adres 2|Woonplaats|Provincie|Postcode|Land|Werkadres|Werkadres 2|Werklocatie|"
	  "Werkprovincie|Werkpostcode|Werkland|Werkfunctie|Afdeling|Organisatie|Webpagina 1|"
	  "Webpagina 2|Geboortejaar|Geboortemaand|Geboortedag|Overig 1|Overig 2|Overig 3|"
	  "Overig 4|Aantekeningen",
	  false },
	/* pl */
	{ "Imi\u0119|Nazwisko|Wy\u015bwietlana nazwa|Pseudonim|Podstawowy e-mail|"
	  "Dodatkowy e-mail|Komunikator AIM|Telefonu s\u0142u\u017cbowy|Telefon domowy|"
	  "Numer faksu|Pager|Numer telefonu kom\u00f3rkowego|Adres domowy|Adres domowy 2|"
	  "Miasto (dom)|Wojew\u00f3dztwo (dom)|Kod pocztowy (dom)|Pa\u0144stwo (dom)|"
	  "Adres s\u0142u\u017cbowy|Adres s\u0142u\u017cbowy 2|Miasto (praca)|"
	  "Wojew\u00f3dztwo (praca)|Kod pocztowy (praca)|Pa\u0144stwo (praca)|Stanowisko|"
	  "Dzia\u0142|Firma/Organizacja|Strona WWW 1|Strona WWW 2|Urodziny \u2013 Rok|"
	  "Urodziny \u2013 Miesi\u0105c|Urodziny \u2013 Dzie\u0144|Informacja 1|Informacja 2|"
	  "Informacja 3|Informacja 4|Notatki",
	  true },
	/* sv */
	{ "F\u00f6rnamn|Efternamn|Visa|Smeknamn|E-post|Ytterligare e-post|Sk\u00e4rmnamn|"
	  "Telefon arbete|Telefon privat|Faxnummer|Persons\u00f6kare|Mobiltelefon|"
	  "Adress privat (rad 1)|Adress privat (rad 2)|Stad privat|Landsdel (Stat) privat|"
	  "Postnummer privat|Land privat|Adress arbete (rad 1)|Adress arbete (rad 2)|"
	  "Stad arbete|Landsdel (Stat) arbete|Postnummer arbete|Land arbete|Titel|Avdelning|"
	  "Organisation|Webbplats privat|Webbplats arbete|F\u00f6dd \u00e5r|"
	  "F\u00f6dd m\u00e5nad|F\u00f6dd dag|Annan uppgift 1|Annan uppgift 1|Annan uppgift 1|"
	  "Annan uppgift 1|Anteckningar",
	  false },
	/* da */
	{ "Fornavn|Efternavn|Vis navn|Alias|Prim\u00e6r mail|Sekund\u00e6r mail|Sk\u00e6rmnavn|"
	  "Arbejdstelefon|Hjemmetelefon|Faxnummer|Persons\u00f8gernummer|Mobilnummer|"
	  "Hjemmeadresse|Hjemmeadresse 2|Hjemmeby|Hjemmestat|Hjemmepostnummer|Hjemmeland|"
	  "Arbejdsadresse|Arbejdsadresse 2|Arbejdsby|Arbejdsstat|Arbejdspostnummer|Arbejdsland|"
	  "Job titel|Afdeling|Organisation|Webside 1|Webside 2|F\u00f8dsels\u00e5r|"
	  "F\u00f8dselsm\u00e5ned|F\u00f8dselsdag|Brugerdef. 1|Brugerdef. 2|Brugerdef. 3|"
	  "Brugerdef. 4|Notater",
	  false },
	/* cs */
	{ "K\u0159estn\u00ed jm\u00e9no|P\u0159\u00edjmen\u00ed|Zobrazovan\u00e9 jm\u00e9no|"
	  "P\u0159ezd\u00edvka|Prvn\u00ed e-mail|Druh\u00fd e-mail|Zobrazovan\u00e9 jm\u00e9no|"
	  "Telefon do zam\u011bstn\u00e1n\u00ed|Telefon dom\u016f|Faxov\u00e9 \u010d\u00edslo|"
	  "\u010c\u00edslo na pager|\u010c\u00edslo na mobil|Adresa dom\u016f|"
	  "Adresa dom\u016f 2|M\u011bsto|Kraj|PS\u010c|Zem\u011b|"
	  "Adresa do zam\u011bstn\u00e1n\u00ed|Adresa do zam\u011bstn\u00e1n\u00ed 2|"
	  "M\u011bsto|Kraj|PS\u010c|Zem\u011b|Pozice|Odd\u011blen\u00ed|Spole\u010dnost|"
	  "Webov\u00e1 str\u00e1nka 1|webov\u00e1 str\u00e1nka 2|Rok narozen\u00ed|"
	  "M\u011bs\u00edc narozen\u00ed|Den narozen\u00ed|Vlastn\u00ed 1|Vlastn\u00ed 2|"
	  "Vlastn\u00ed 3|Vlastn\u00ed 4|Pozn\u00e1mky",
	  false },
	/* ru */
	{ "\u0418\u043c\u044f|\u0424\u0430\u043c\u0438\u043b\u0438\u044f|"
	  "\u041e\u0442\u043e\u0431\u0440\u0430\u0436\u0430\u0435\u043c\u043e\u0435 \u0438\u043c\u044f|"
	  "\u041f\u0441\u0435\u0432\u0434\u043e\u043d\u0438\u043c|"
	  "\u0410\u0434\u0440\u0435\u0441 \u044d\u043b\u0435\u043a\u0442\u0440\u043e\u043d\u043d\u043e\u0439 \u043f\u043e\u0447\u0442\u044b|"
	  "\u0410\u043b\u044c\u0442\u0435\u0440\u043d\u0430\u0442\u0438\u0432\u043d\u044b\u0439 \u0430\u0434\u0440\u0435\u0441 \u044d\u043b\u0435\u043a\u0442\u0440\u043e\u043d\u043d\u043e\u0439 \u043f\u043e\u0447\u0442\u044b|"
	  "\u0418\u043d\u0442\u0435\u0440\u043d\u0435\u0442-\u043f\u0435\u0439\u0434\u0436\u0435\u0440|"
	  "\u0420\u0430\u0431\u043e\u0447\u0438\u0439 \u0442\u0435\u043b\u0435\u0444\u043e\u043d|"
	  "\u0414\u043e\u043c\u0430\u0448\u043d\u0438\u0439 \u0442\u0435\u043b\u0435\u0444\u043e\u043d|"
	  "\u041d\u043e\u043c\u0435\u0440 \u0444\u0430\u043a\u0441\u0430|"
	  "\u041d\u043e\u043c\u0435\u0440 \u043f\u0435\u0439\u0434\u0436\u0435\u0440\u0430|"
	  "\u041d\u043e\u043c\u0435\u0440 \u043c\u043e\u0431\u0438\u043b\u044c\u043d\u043e\u0433\u043e \u0442\u0435\u043b\u0435\u0444\u043e\u043d\u0430|"
	  "\u0410\u0434\u0440\u0435\u0441|\u0410\u0434\u0440\u0435\u0441 2|"
	  "\u0413\u043e\u0440\u043e\u0434|\u0420\u0435\u0433\u0438\u043e\u043d|"
	  "\u041f\u043e\u0447\u0442\u043e\u0432\u044b\u0439 \u0438\u043d\u0434\u0435\u043a\u0441|"
	  "\u0421\u0442\u0440\u0430\u043d\u0430|"
	  "\u0410\u0434\u0440\u0435\u0441 (\u0440\u0430\u0431.)|"
	  "\u0410\u0434\u0440\u0435\u0441 2 (\u0440\u0430\u0431.)|"
	  "\u0413\u043e\u0440\u043e\u0434 (\u0440\u0430\u0431.)|"
	  "\u0420\u0435\u0433\u0438\u043e\u043d (\u0440\u0430\u0431.)|"
	  "\u041f\u043e\u0447\u0442\u043e\u0432\u044b\u0439 \u0438\u043d\u0434\u0435\u043a\u0441 (\u0440\u0430\u0431.)|"
	  "\u0421\u0442\u0440\u0430\u043d\u0430 (\u0440\u0430\u0431.)|"
	  "\u0414\u043e\u043b\u0436\u043d\u043e\u0441\u0442\u044c|"
	  "\u041e\u0442\u0434\u0435\u043b|"
	  "\u041e\u0440\u0433\u0430\u043d\u0438\u0437\u0430\u0446\u0438\u044f|"
	  "\u0412\u0435\u0431-\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430 1|"
	  "\u0412\u0435\u0431-\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430 2|"
	  "\u0413\u043e\u0434 \u0440\u043e\u0436\u0434\u0435\u043d\u0438\u044f|"
	  "\u041c\u0435\u0441\u044f\u0446 \u0440\u043e\u0436\u0434\u0435\u043d\u0438\u044f|"
	  "\u0414\u0435\u043d\u044c \u0440\u043e\u0436\u0434\u0435\u043d\u0438\u044f|"
	  "\u041f\u0440\u043e\u0447\u0435\u0435 1|\u041f\u0440\u043e\u0447\u0435\u0435 2|"
	  "\u041f\u0440\u043e\u0447\u0435\u0435 3|\u041f\u0440\u043e\u0447\u0435\u0435 4|"
	  "\u0417\u0430\u043c\u0435\u0442\u043a\u0438",
	  false },
	/* ja */
	{ "\u540d|\u59d3|\u8868\u793a\u540d|\u30cb\u30c3\u30af\u30cd\u30fc\u30e0|"
	  "\u30e1\u30fc\u30eb\u30a2\u30c9\u30ec\u30b9|"
	  "\u5225\u306e\u30e1\u30fc\u30eb\u30a2\u30c9\u30ec\u30b9|"
	  "\u30b9\u30af\u30ea\u30fc\u30f3\u30cd\u30fc\u30e0|"
	  "\u52e4\u52d9\u5148\u306e\u96fb\u8a71\u756a\u53f7|"
	  "\u81ea\u5b85\u306e\u96fb\u8a71\u756a\u53f7|FAX \u756a\u53f7|"
	  "\u30dd\u30b1\u30c3\u30c8\u30d9\u30eb\u756a\u53f7|"
	  "\u643a\u5e2f\u96fb\u8a71\u756a\u53f7|\u756a\u5730 (\u81ea\u5b85)|"
	  "\u756a\u5730 (\u81ea\u5b85) 2|\u5e02\u533a\u753a\u6751 (\u81ea\u5b85)|"
	  "\u90fd\u9053\u5e9c\u770c (\u81ea\u5b85)|\u90f5\u4fbf\u756a\u53f7 (\u81ea\u5b85)|"
	  "\u56fd (\u81ea\u5b85)|\u756a\u5730 (\u52e4\u52d9\u5148)|"
	  "\u756a\u5730 (\u52e4\u52d9\u5148) 2|\u5e02\u533a\u753a\u6751 (\u52e4\u52d9\u5148)|"
	  "\u90fd\u9053\u5e9c\u770c (\u52e4\u52d9\u5148)|"
	  "\u90f5\u4fbf\u756a\u53f7 (\u52e4\u52d9\u5148)|\u56fd (\u52e4\u52d9\u5148)|"
	  "\u5f79\u8077|\u90e8\u9580|\u7d44\u7e54|\u30a6\u30a7\u30d6\u30da\u30fc\u30b8 1|"
	  "\u30a6\u30a7\u30d6\u30da\u30fc\u30b8 2|\u8a95\u751f\u5e74|\u8a95\u751f\u6708|"
	  "\u8a95\u751f\u65e5|\u8ffd\u52a0\u60c5\u5831 1|\u8ffd\u52a0\u60c5\u5831 2|"
	  "\u8ffd\u52a0\u60c5\u5831 3|\u8ffd\u52a0\u60c5\u5831 4|\u30e1\u30e2",
	  false },
	/* el */
	{ "\u038c\u03bd\u03bf\u03bc\u03b1|\u0395\u03c0\u03ce\u03bd\u03c5\u03bc\u03bf|"
	  "\u0395\u03bc\u03c6\u03b1\u03bd\u03b9\u03b6\u03cc\u03bc\u03b5\u03bd\u03bf \u03cc\u03bd\u03bf\u03bc\u03b1|"
	  "\u03a8\u03b5\u03c5\u03b4\u03ce\u03bd\u03c5\u03bc\u03bf|"
	  "\u039a\u03cd\u03c1\u03b9\u03bf email|"
	  "\u0394\u03b5\u03c5\u03c4\u03b5\u03c1\u03b5\u03cd\u03bf\u03bd email|"
	  "\u0395\u03bc\u03c6\u03b1\u03bd\u03b9\u03b6\u03cc\u03bc\u03b5\u03bd\u03bf \u03cc\u03bd\u03bf\u03bc\u03b1|"
	  "\u03a4\u03b7\u03bb\u03ad\u03c6\u03c9\u03bd\u03bf \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a4\u03b7\u03bb\u03ad\u03c6\u03c9\u03bd\u03bf \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u0391\u03c1\u03b9\u03b8\u03bc\u03cc\u03c2 \u03c6\u03b1\u03be|"
	  "\u0391\u03c1\u03b9\u03b8\u03bc\u03cc\u03c2 \u03b2\u03bf\u03bc\u03b2\u03b7\u03c4\u03ae|"
	  "\u0391\u03c1\u03b9\u03b8\u03bc\u03cc\u03c2 \u03ba\u03b9\u03bd\u03b7\u03c4\u03bf\u03cd|"
	  "\u0394\u03b9\u03b5\u03cd\u03b8\u03c5\u03bd\u03c3\u03b7 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u0394\u03b9\u03b5\u03cd\u03b8\u03c5\u03bd\u03c3\u03b7 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2 2|"
	  "\u03a0\u03cc\u03bb\u03b7 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u03a0\u03bf\u03bb\u03b9\u03c4\u03b5\u03af\u03b1 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u03a4\u03b1\u03c7. \u03ba\u03ce\u03b4\u03b9\u03ba\u03b1\u03c2 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u03a7\u03ce\u03c1\u03b1 \u03bf\u03b9\u03ba\u03af\u03b1\u03c2|"
	  "\u0394\u03b9\u03b5\u03cd\u03b8\u03c5\u03bd\u03c3\u03b7 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u0394\u03b9\u03b5\u03cd\u03b8\u03c5\u03bd\u03c3\u03b7 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2 2|"
	  "\u03a0\u03cc\u03bb\u03b7 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a0\u03bf\u03bb\u03b9\u03c4\u03b5\u03af\u03b1 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a4\u03b1\u03c7. \u03ba\u03ce\u03b4\u03b9\u03ba\u03b1\u03c2 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a7\u03ce\u03c1\u03b1 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a4\u03af\u03c4\u03bb\u03bf\u03c2 \u03b5\u03c1\u03b3\u03b1\u03c3\u03af\u03b1\u03c2|"
	  "\u03a4\u03bc\u03ae\u03bc\u03b1|\u0395\u03c4\u03b1\u03b9\u03c1\u03b5\u03af\u03b1|"
	  "\u0399\u03c3\u03c4\u03bf\u03c3\u03b5\u03bb\u03af\u03b4\u03b1 1|"
	  "\u0399\u03c3\u03c4\u03bf\u03c3\u03b5\u03bb\u03af\u03b4\u03b1 2|"
	  "\u0388\u03c4\u03bf\u03c2 \u03b3\u03ad\u03bd\u03bd\u03b7\u03c3\u03b7\u03c2|"
	  "\u039c\u03ae\u03bd\u03b1\u03c2 \u03b3\u03ad\u03bd\u03bd\u03b7\u03c3\u03b7\u03c2|"
	  "\u0397\u03bc\u03ad\u03c1\u03b1 \u03b3\u03ad\u03bd\u03bd\u03b7\u03c3\u03b7\u03c2|"
	  "\u03a0\u03c1\u03bf\u03c3\u03b1\u03c1\u03bc\u03bf\u03c3\u03bc\u03ad\u03bd\u03bf 1|"
	  "\u03a0\u03c1\u03bf\u03c3\u03b1\u03c1\u03bc\u03bf\u03c3\u03bc\u03ad\u03bd\u03bf 2|"
	  "\u03a0\u03c1\u03bf\u03c3\u03b1\u03c1\u03bc\u03bf\u03c3\u03bc\u03ad\u03bd\u03bf 3|"
	  "\u03a0\u03c1\u03bf\u03c3\u03b1\u03c1\u03bc\u03bf\u03c3\u03bc\u03ad\u03bd\u03bf 4|"
	  "\u03a3\u03b7\u03bc\u03b5\u03b9\u03ce\u03c3\u03b5\u03b9\u03c2",
	  false },
	/* hu */
	{ "Ut\u00f3n\u00e9v|Vezet\u00e9kn\u00e9v|Megjelen\u0151 n\u00e9v|Becen\u00e9v|"
	  "Els\u0151dleges e-mail|M\u00e1sodlagos e-mail|Felhaszn\u00e1l\u00f3n\u00e9v|"
	  "Munkahelyi telefon|Otthoni telefon|Fax|Szem\u00e9lyh\u00edv\u00f3|Mobil|"
	  "Otthoni c\u00edm|Otthoni c\u00edm 2|V\u00e1ros|\u00c1llam|"
	  "Ir\u00e1ny\u00edt\u00f3sz\u00e1m|Orsz\u00e1g|Munkahelyi c\u00edm|"
	  "Munkahelyi c\u00edm 2|V\u00e1ros (munkahely):|\u00c1llam (munkahely):|"
	  "Ir\u00e1ny\u00edt\u00f3sz\u00e1m (munkahely):|Orsz\u00e1g (munkahely):|"
	  "Beoszt\u00e1s|R\u00e9szleg|Szervezet|Weboldal 1|Weboldal 2|"
	  "Sz\u00fclet\u00e9si \u00e9v|Sz\u00fclet\u00e9si h\u00f3nap|Sz\u00fclet\u00e9si nap|"
	  "Egy\u00e9ni 1|Egy\u00e9ni 2|Egy\u00e9ni 3|Egy\u00e9ni 4|Megjegyz\u00e9s",
	  false },
	/* tr */
	{ "Ad\u0131|Soyad\u0131|G\u00f6r\u00fcnt\u00fclenecek ad|Takma ad\u0131|"
	  "Birinci e-posta|\u0130kinci e-posta|Ekran ad\u0131|\u0130\u015f telefonu|"
	  "Ev telefonu|Faks numaras\u0131|\u00c7a\u011fr\u0131 cihaz\u0131|Cep telefonu|"
	  "Ev adresi|Ev adresi 2|Ev \u015fehri|Ev b\u00f6lgesi|Ev posta kodu|Ev \u00fclkesi|"
	  "\u0130\u015f adresi|\u0130\u015f adresi 2|\u0130\u015f \u015fehri|"
	  "\u0130\u015f b\u00f6lgesi|\u0130\u015f posta kodu|\u0130\u015f \u00fclkesi|"
	  "\u0130\u015f unvan\u0131|B\u00f6l\u00fcm|Kurum|Web sayfas\u0131 1|"
	  "Web sayfas\u0131 2|Do\u011fum y\u0131l\u0131|Do\u011fum ay\u0131|"
	  "Do\u011fum g\u00fcn\u00fc|\u00d6zel 1|\u00d6zel 2|\u00d6zel 3|\u00d6zel 4|Notlar",
	  false },
	/* older: fr */
	{ "Pr\u00e9nom|Nom de famille|Nom \u00e0 afficher|Surnom|"
	  "Premi\u00e8re adresse \u00e9lectronique|Adresse \u00e9lectronique secondaire|"
	  "Pseudo messagerie|T\u00e9l. professionnel|T\u00e9l. personnel|Fax|Pager|Portable|"
	  "Adresse priv\u00e9e|Adresse priv\u00e9e 2|Ville (priv\u00e9e)|"
	  "R\u00e9gion (priv\u00e9e)|Code postal (priv\u00e9)|Pays (priv\u00e9)|"
	  "Adresse professionnelle|Adresse professionnelle 2|Ville (prof.)|R\u00e9gion (prof.)|"
	  "Code postal (prof.)|Pays (prof.)|Profession|Service|Soci\u00e9t\u00e9|Site web 1|"
	  "Site web 2|Ann\u00e9e de naissance|Mois de naissance|Jour de naissance|Divers 1|"
	  "Divers 2|Divers 3|Divers 4|Notes",
	  true },
	/* older: fr */
	{ "Pr\u00e9nom|Nom|Nom \u00e0 afficher|Surnom|Adresse \u00e9lectronique principale|"
	  "Adresse \u00e9lectronique secondaire|Nom d'\u00e9cran|"
	  "T\u00e9l\u00e9phone professionnel|T\u00e9l\u00e9phone personnel|Num\u00e9ro de fax|"
	  "Num\u00e9ro de pager|Num\u00e9ro de portable|Adresse du domicile|"
	  "Adresse du domicile 2|Ville du domicile|\u00c9tat du domicile|"
	  "Code postal du domicile|Pays du domicile|Adresse professionnelle|"
	  "Adresse professionnelle 2|Ville professionnelle|\u00c9tat professionnel|"
	  "Code postal professionnel|Pays professionnel|Fonction|D\u00e9partement|Organisation|"
	  "Page web 1|Page web 2|Ann\u00e9e de naissance|Mois de naissance|Jour de naissance|"
	  "Personnalis\u00e9 1|Personnalis\u00e9 2|Personnalis\u00e9 3|Personnalis\u00e9 4|"
	  "Notes",
	  true },
	/* older: it */
	{ "Nome|Cognome|Nome visualizzato|Soprannome|Email primaria|Email secondaria|"
	  "Nickname chat|Telefono ufficio|Telefono casa|Numero fax|Numero cercapersone|"
	  "Numero cellulare|Indirizzo di casa|Indirizzo di casa 2|Citt\u00e0 di residenza|"
	  "Provincia di residenza|CAP di residenza|Nazione di residenza|Indirizzo di lavoro|"
	  "Indirizzo di lavoro 2|Citt\u00e0 di lavoro|Provincia di lavoro|CAP di lavoro|"
	  "Nazione di lavoro|Qualifica|Dipartimento|Organizzazione|Pagina web 1|Pagina web 2|"
	  "Anno di nascita|Mese di nascita|Giorno di nascita|Personalizzato 1|Personalizzato 2|"
	  "Personalizzato 3|Personalizzato 4|Note",
	  true },
	/* older: es */
	{ "Nombre|Apellidos|Mostrar nombre|Apodo|Correo electr\u00f3nico principal|"
	  "Correo electr\u00f3nico secundario|Nombre de pantalla|Tel\u00e9fono del trabajo|"
	  "Tel\u00e9fono de casa|N\u00famero de fax|N\u00famero de buscapersonas|"
	  "N\u00famero de m\u00f3vil|Direcci\u00f3n particular|Direcci\u00f3n particular 2|"
	  "Ciudad particular|Provincia particular|C\u00f3digo postal particular|"
	  "Pa\u00eds particular|Direcci\u00f3n del trabajo|Direcci\u00f3n del trabajo 2|"
	  "Ciudad del trabajo|Provincia del trabajo|C\u00f3digo postal del trabajo|"
	  "Pa\u00eds del trabajo|Cargo|Departamento|Organizaci\u00f3n|P\u00e1gina web 1|"
	  "P\u00e1gina web 2|A\u00f1o de nacimiento|Mes de nacimiento|D\u00eda de nacimiento|"
	  "Personalizado 1|Personalizado 2|Personalizado 3|Personalizado 4|Notas",
	  true },
	/* older: nl */
	{ "Voornaam|Achternaam|Weergavenaam|Bijnaam|Primair e-mailadres|Tweede e-mailadres|"
	  "Schermnaam|Werktelefoon|Telefoon thuis|Faxnummer|Semafoonnummer|Mobiel nummer|"
	  "Adres thuis|Adres thuis 2|Woonplaats|Provincie thuis|Postcode thuis|Land thuis|"
	  "Werkadres|Werkadres 2|Werkplaats|Werkprovincie|Werkpostcode|Werkland|Functietitel|"
	  "Afdeling|Organisatie|Webpagina 1|Webpagina 2|Geboortejaar|Geboortemaand|Geboortedag|"
	  "Aangepast 1|Aangepast 2|Aangepast 3|Aangepast 4|Notities",
	  true },
	/* older: pt */
	{ "Primeiro nome|Sobrenome|Nome de exibi\u00e7\u00e3o|Apelido|E-mail principal|"
	  "E-mail secund\u00e1rio|Nome na tela|Telefone comercial|Telefone residencial|"
	  "N\u00famero de fax|N\u00famero de pager|N\u00famero do celular|"
	  "Endere\u00e7o residencial|Endere\u00e7o residencial 2|Cidade residencial|"
	  "Estado residencial|CEP residencial|Pa\u00eds residencial|Endere\u00e7o comercial|"
	  "Endere\u00e7o comercial 2|Cidade comercial|Estado comercial|CEP comercial|"
	  "Pa\u00eds comercial|Cargo|Departamento|Organiza\u00e7\u00e3o|P\u00e1gina web 1|"
	  "P\u00e1gina web 2|Ano de nascimento|M\u00eas de nascimento|Dia de nascimento|"
	  "Personalizado 1|Personalizado 2|Personalizado 3|Personalizado 4|Anota\u00e7\u00f5es",
	  true },
	/* older: pl */
	{ "Imi\u0119|Nazwisko|Wy\u015bwietlana nazwa|Pseudonim|G\u0142\u00f3wny adres e-mail|"
	  "Dodatkowy adres e-mail|Nazwa ekranowa|Telefon s\u0142u\u017cbowy|Telefon domowy|"
	  "Numer faksu|Numer pagera|Numer kom\u00f3rki|Adres domowy|Adres domowy 2|"
	  "Miasto (dom)|Wojew\u00f3dztwo (dom)|Kod pocztowy (dom)|Kraj (dom)|"
	  "Adres s\u0142u\u017cbowy|Adres s\u0142u\u017cbowy 2|Miasto (praca)|"
	  "Wojew\u00f3dztwo (praca)|Kod pocztowy (praca)|Kraj (praca)|Stanowisko|Dzia\u0142|"
	  "Organizacja|Strona WWW 1|Strona WWW 2|Rok urodzenia|Miesi\u0105c urodzenia|"
	  "Dzie\u0144 urodzenia|Inne 1|Inne 2|Inne 3|Inne 4|Notatki",
	  true },
	/* clang-format on */
};

/* Outlook's, each with a column of every kind that it has: "header=value". */
static const struct {
	const char *columns;
} outlook[] = {
	/* clang-format off */
	/* en */
	{ "First Name=Nora|Last Name=Falk|Company=Span|Job Title=Lotsin|Business Street=Kai 9|"
	  "Business Street 2=Etage 2|Business City=Kiel|Business State=SH|"
	  "Business Postal Code=24103|Business Country/Region=DE|Home Street=Weg 1|"
	  "Home City=Bonn|Home State=NRW|Home Postal Code=53111|Home Country/Region=IT|"
	  "Business Fax=01|Business Phone=02|Business Phone 2=03|Car Phone=04|Home Fax=05|"
	  "Home Phone=06|Mobile Phone=07|Other Phone=08|Pager=09|E-mail Address=n1@p.example|"
	  "E-mail 2 Address=n2@p.example|Birthday=2/29/1980|Anniversary=0/0/00|"
	  "Web Page=https://w.example|Notes=ruhig|Spouse=Paul" },
	/* de */
	{ "Vorname=Nora|Nachname=Falk|Firma=Span|Position=Lotsin|"
	  "Stra\u00dfe gesch\u00e4ftlich=Kai 9|Stra\u00dfe gesch\u00e4ftlich 2=Etage 2|"
	  "Ort gesch\u00e4ftlich=Kiel|Region gesch\u00e4ftlich=SH|"
	  "Postleitzahl gesch\u00e4ftlich=24103|Land/Region gesch\u00e4ftlich=DE|"
	  "Stra\u00dfe privat=Weg 1|Ort privat=Bonn|Bundesland/Kanton privat=NRW|"
	  "Postleitzahl privat=53111|Land/Region privat=IT|Fax gesch\u00e4ftlich=01|"
	  "Telefon gesch\u00e4ftlich=02|Telefon gesch\u00e4ftlich 2=03|Autotelefon=04|"
	  "Fax privat=05|Telefon (privat)=06|Mobiltelefon=07|Weiteres Telefon=08|Pager=09|"
	  "E-Mail-Adresse=n1@p.example|E-Mail 2: Adresse=n2@p.example|Geburtstag=29.02.1980|"
	  "Jahrestag=00.00.0000|Webseite=https://w.example|Notizen=ruhig|Partner=Paul" },
	/* it */
	{ "Nome=Nora|Cognome=Falk|Societ\u00e0=Span|Posizione=Lotsin|Via (uff.)=Kai 9|"
	  "Via (uff.) 2=Etage 2|Citt\u00e0 (uff.)=Kiel|Provincia (uff.)=SH|CAP (uff.)=24103|"
	  "Paese (uff.)=DE|Via (ab.)=Weg 1|Citt\u00e0 (ab.)=Bonn|Provincia (ab.)=NRW|"
	  "CAP (ab.)=53111|Paese (ab.)=IT|Fax (uff.)=01|Ufficio=02|Ufficio 2=03|"
	  "Telefono auto=04|Fax (ab.)=05|Abitazione=06|Cellulare=07|Altro telefono=08|"
	  "Cercapersone=09|Indirizzo posta elettronica=n1@p.example|"
	  "Indirizzo posta elettronica 2=n2@p.example|Compleanno=29/02/1980|"
	  "Anniversario=0/0/00|Pagina Web=https://w.example|Notes=ruhig|Coniuge=Paul" },
	/* fr */
	{ "Pr\u00e9nom=Nora|Nom=Falk|Soci\u00e9t\u00e9=Span|Titre=|Fonction=Lotsin|"
	  "Rue (bureau)=Kai 9|Rue (bureau) 2=Etage 2|Ville (bureau)=Kiel|"
	  "D\u00e9p/R\u00e9gion (bureau)=SH|Code postal (bureau)=24103|"
	  "Pays/R\u00e9gion (bureau)=DE|Rue (domicile)=Weg 1|Ville (domicile)=Bonn|"
	  "D\u00e9p/R\u00e9gion (domicile)=NRW|Code postal (domicile)=53111|"
	  "Pays/R\u00e9gion (domicile)=IT|T\u00e9l\u00e9copie (bureau)=01|"
	  "T\u00e9l\u00e9phone (bureau)=02|T\u00e9l\u00e9phone 2 (bureau)=03|"
	  "T\u00e9l\u00e9phone (voiture)=04|T\u00e9l\u00e9copie (domicile)=05|"
	  "T\u00e9l\u00e9phone (domicile)=06|T\u00e9l. mobile=07|"
	  "T\u00e9l\u00e9phone (autre)=08|R\u00e9cepteur de radiomessagerie=09|"
	  "Adresse de messagerie=n1@p.example|Adresse de messagerie 2=n2@p.example|"
	  "Anniversaire=29/02/1980|Anniversaire de mariage ou f\u00eate=0/0/00|"
	  "Page Web=https://w.example|Notes=ruhig|Conjoint(e)=Paul" },
	/* es */
	{ "Nombre=Nora|Apellidos=Falk|Organizaci\u00f3n=Span|Puesto=Lotsin|"
	  "Calle del trabajo=Kai 9|Calle del trabajo 2=Etage 2|Ciudad de trabajo=Kiel|"
	  "Provincia o estado de trabajo=SH|C\u00f3digo postal del trabajo=24103|"
	  "Pa\u00eds o regi\u00f3n del trabajo=DE|Calle particular=Weg 1|"
	  "Ciudad de residencia=Bonn|Provincia o estado de residencia=NRW|"
	  "C\u00f3digo postal particular=53111|Pa\u00eds o regi\u00f3n del domicilio=IT|"
	  "N\u00famero de fax del trabajo=01|Tel\u00e9fono del trabajo=02|"
	  "Tel\u00e9fono del trabajo 2=03|Tel\u00e9fono del autom\u00f3vil=04|"
	  "N\u00famero de fax particular=05|Particular=06|M\u00f3vil=07|Otro tel\u00e9fono=08|"
	  "Localizador=09|Direcci\u00f3n de correo electr\u00f3nico=n1@p.example|"
	  "Direcci\u00f3n del correo electr\u00f3nico 2=n2@p.example|"
	  "Cumplea\u00f1os=29/02/1980|Aniversario=0/0/00|P\u00e1gina Web=https://w.example|"
	  "Notas=ruhig|C\u00f3nyuge=Paul" },
	/* pt-br */
	{ "Nome=Nora|Sobrenome=Falk|Empresa=Span|Cargo=Lotsin|"
	  "Rua do endere\u00e7o comercial=Kai 9|Rua do endere\u00e7o comercial 2=Etage 2|"
	  "Cidade do endere\u00e7o comercial=Kiel|Estado do endere\u00e7o comercial=SH|"
	  "CEP do endere\u00e7o comercial=24103|"
	  "Pa\u00eds/Regi\u00e3o do endere\u00e7o comercial=DE|"
	  "Rua do endere\u00e7o residencial=Weg 1|Cidade do endere\u00e7o residencial=Bonn|"
	  "Estado do endere\u00e7o residencial=NRW|CEP do endere\u00e7o residencial=53111|"
	  "Pa\u00eds/Regi\u00e3o do endere\u00e7o residencial=IT|Fax comercial=01|"
	  "Telefone comercial=02|Telefone comercial 2=03|Telefone do carro=04|"
	  "Fax residencial=05|Telefone residencial=06|Telefone celular=07|Outro telefone=08|"
	  "Pager=09|Endere\u00e7o de email=n1@p.example|Endere\u00e7o de email 2=n2@p.example|"
	  "Anivers\u00e1rio=29/02/1980|Datas especiais=0/0/00|"
	  "P\u00e1gina da Web=https://w.example|Anota\u00e7\u00f5es=ruhig|C\u00f4njuge=Paul" },
	/* nl */
	{ "Voornaam=Nora|Achternaam=Falk|Bedrijf=Span|Functie=Lotsin|Werkadres, straat=Kai 9|"
	  "Werkadres 2, straat=Etage 2|Werkadres, plaats=Kiel|Werkadres, provincie=SH|"
	  "Werkadres, postcode=24103|Land/regio (werk)=DE|Huisadres, straat=Weg 1|"
	  "Huisadres, plaats=Bonn|Huisadres, provincie=NRW|Huisadres, postcode=53111|"
	  "Land/regio (thuis)=IT|Fax op werk=01|Telefoon op werk=02|Telefoon op werk 2=03|"
	  "Autotelefoon=04|Fax thuis=05|Telefoon thuis=06|Mobiele telefoon=07|"
	  "Andere telefoon=08|Semafoon=09|E-mailadres=n1@p.example|E-mailadres 2=n2@p.example|"
	  "Verjaardag=29-2-1980|Speciale datum=0-0-00|Webpagina=https://w.example|"
	  "Notities=ruhig|Partner=Paul" },
	/* pl */
	{ "Imi\u0119=Nora|Nazwisko=Falk|Firma=Span|Stanowisko=Lotsin|"
	  "Adres s\u0142u\u017cbowy - ulica=Kai 9|Adres s\u0142u\u017cbowy - ulica 2=Etage 2|"
	  "Adres s\u0142u\u017cbowy - miejscowo\u015b\u0107=Kiel|"
	  "Adres s\u0142u\u017cbowy - wojew\u00f3dztwo=SH|"
	  "Adres s\u0142u\u017cbowy - kod pocztowy=24103|Adres s\u0142u\u017cbowy - kraj=DE|"
	  "Adres domowy - ulica=Weg 1|Adres domowy - miejscowo\u015b\u0107=Bonn|"
	  "Adres domowy - wojew\u00f3dztwo=NRW|Adres domowy - kod pocztowy=53111|"
	  "Adres domowy - kraj=IT|Faks s\u0142u\u017cbowy=01|Telefon s\u0142u\u017cbowy=02|"
	  "Telefon s\u0142u\u017cbowy 2=03|Telefon w samochodzie=04|Faks domowy=05|"
	  "Telefon domowy=06|Telefon kom\u00f3rkowy=07|Inny telefon=08|Pager=09|"
	  "Adres e-mail=n1@p.example|Adres e-mail 2=n2@p.example|Urodziny=29.02.1980|"
	  "Rocznica=0.0.00|Strona sieci Web=https://w.example|Notatki=ruhig|"
	  "Wsp\u00f3\u0142ma\u0142\u017conek=Paul" },
	/* clang-format on */
};

#endif
