/* Headers of Google, Outlook, Thunderbird, LinkedIn, iCloud's converters and whoever writes by
 * hand, in English, Italian, German, French, Spanish, Portuguese, Dutch, Polish, Swedish,
 * Norwegian, Danish, Czech, Hungarian, Russian and Turkish; folded, so without accents. Not here:
 * what is made of them (csv_header.c). */
#include "exchange/csv/csv_header_words.h"

#include <stddef.h>

/* clang-format off */
const struct csv_header_word csv_whole_headers[] = {
	/* The whole name, or what the other columns leave of it. */
	{ "name|nom|nome|nombre|naam|nazwa|navn|namn|names|nomi|namen|noms|nomes|"
	  "jmeno|nev|имя|ad|adi|isim",
	  CSV_NAME, CONTACT_FIELDS, NULL },
	/* The whole name. */
	{ "full name|display name|screen name to show|nome completo|nome e cognome|"
	  "nome visualizzato|nome da visualizzare|anzeigename|angezeigter name|"
	  "vollstandiger name|nom complet|nom a afficher|nom affiche|nom d affichage|"
	  "nombre completo|nombre para mostrar|nombre a mostrar|nombre mostrado|"
	  "nome de exibicao|nome a apresentar|nome para exibicao|nome para mostrar|"
	  "weergavenaam|volledige naam|wyswietlana nazwa|nazwa wyswietlana|"
	  "imie i nazwisko|pelna nazwa|nome exibido|mostrar nombre|nome mostrado|"
	  "formatted name|formatierter name|nome formattato|nom formate|fn|who|contact name|"
	  "nom et prenom|nominativo|name full|fullname|name and surname|name surname|"
	  "first and last name|first name last name|first name and last name|nome cognome|"
	  "vor und nachname|vorname nachname|vorname und nachname|vorname name|prenom et nom|"
	  "prenom nom|prenom et nom de famille|prenom nom de famille|nombre y apellidos|"
	  "nombre y apellido|nombres y apellidos|nombre apellidos|nome e apelido|nome apelido|"
	  "nome e apelidos|nome e sobrenome|nome sobrenome|voornaam achternaam|"
	  "voornaam en achternaam|voor en achternaam|imie nazwisko|"
	  "customer name|client name|member name|kundenname|name des kunden|kontaktname|"
	  "nome cliente|nome del cliente|nome contatto|nome del contatto|nom du client|"
	  "nom du contact|nombre del cliente|nombre del contacto|nome do cliente|"
	  "nome do contato|nome do contacto|klantnaam|naam contactpersoon|nazwa klienta|"
	  "nazwa kontaktu|"
	  "fullstandigt namn|visningsnamn|hela namnet|fornamn efternamn|fullt navn|"
	  "fullstendig navn|visningsnavn|fuldt navn|fulde navn|vist navn|fornavn etternavn|"
	  "fornavn efternavn|cele jmeno|zobrazovane jmeno|zobrazovany nazev|jmeno a prijmeni|"
	  "jmeno prijmeni|teljes nev|megjelenitendo nev|megjelenitett nev|полное имя|"
	  "отображаемое имя|имя и фамилия|имя фамилия|tam ad|tam adi|tam isim|ad soyad|"
	  "adi soyadi|ad ve soyad|isim soyisim|gorunen ad|goruntulenen ad",
	  CSV_FIELD, CONTACT_NAME, NULL },
	/* The whole name, that of the family first. */
	{ "last name first name|last first|last name first|surname name|"
	  "surname first name|surname given name|surname and name|family name given name|"
	  "family name first name|last name and first name|cognome e nome|cognome nome|"
	  "nachname vorname|nachname und vorname|name vorname|name und vorname|"
	  "familienname vorname|nom prenom|nom de famille prenom|nom de famille et prenom|"
	  "apellidos y nombre|apellidos y nombres|apellido y nombre|apellidos nombre|"
	  "apellido nombre|apelido e nome|sobrenome e nome|sobrenome nome|"
	  "achternaam voornaam|achternaam en voornaam|naam voornaam|naam en voornaam|"
	  "nazwisko i imie|nazwisko imie|family name given name s|last name first name s|"
	  "surname forename|surname forenames|cognome e nomi|"
	  "efternamn fornamn|etternavn fornavn|efternavn fornavn|prijmeni jmeno|"
	  "prijmeni a jmeno|фио|фамилия имя|фамилия и имя|фамилия имя отчество|soyad ad|"
	  "soyadi adi",
	  CSV_FAMILY_FIRST, CONTACT_FIELDS, NULL },
	/* The whole name, where no other column has it. */
	{ "contact|contact person|person|client|customer|participant|attendee|contatto|"
	  "persona|persona di contatto|cliente|referente|partecipante|kontakt|"
	  "kontaktperson|ansprechpartner|ansprechpartnerin|ansprechperson|kunde|kundin|"
	  "teilnehmer|personne|personne a contacter|contacto|persona de contacto|"
	  "participante|contato|pessoa|pessoa de contacto|pessoa de contato|persoon|"
	  "contactpersoon|klant|deelnemer|osoba|osoba kontaktowa|osoba do kontaktu|klient|"
	  "uczestnik|contacts|people|persons|clients|customers|recipient|employee|patient|"
	  "student|contatti|persone|clienti|intestatario|destinatario|dipendente|paziente|"
	  "studente|kontakte|personen|kunden|empfanger|mitarbeiter|contactos|personas|"
	  "clientes|destinataire|personnes|employe|etudiant|empleado|contatos|pessoas|"
	  "contacten|klanten|medewerker|kontakty|osoby|klienci|pracownik|odbiorca|"
	  "kund|zakaznik|kapcsolattarto|ugyfel|контакт|контактное лицо|клиент|kisi|musteri",
	  CSV_PERSON, CONTACT_FIELDS, NULL },
	/* Given names. */
	{ "first name|given name|vorname|vornamen|prenom|nombre de pila|primeiro nome|"
	  "nome proprio|voornaam|imie|roepnaam|first|firstname|givenname|given names|"
	  "forename|forenames|christian name|prenoms|prenom s|nombres|primo nome|"
	  "nome di battesimo|pierwsze imie|nome de batismo|"
	  "fornamn|tilltalsnamn|fornavn|fornavne|krestni jmeno|keresztnev|utonev|ilk ad|"
	  "ilk adi|ilk isim",
	  CSV_FIELD, CONTACT_GIVEN, NULL },
	/* Names between. */
	{ "middle name|additional name|secondo nome|weitere vornamen|zweiter vorname|"
	  "deuxieme prenom|second prenom|segundo nombre|nome do meio|segundo nome|"
	  "middelste naam|tweede voornaam|tussenvoegsel|drugie imie|additional names|"
	  "middle|outros nomes apelidos|outros nomes|nomes do meio|nome intermedio|"
	  "middle names|middlename|second name|autres prenoms|otros nombres|"
	  "overige voornamen|tweede naam|pozostale imiona|"
	  "mellannamn|mellomnavn|mellemnavn|dalsi jmeno|prostredni jmeno|druhe jmeno|"
	  "kozepso nev|masodik keresztnev|masodik utonev|отчество|второе имя|ikinci ad|"
	  "ikinci adi|ikinci isim|orta ad",
	  CSV_FIELD, CONTACT_ADDITIONAL, NULL },
	/* Family names. */
	{ "last name|family name|surname|cognome|nachname|familienname|nom de famille|"
	  "apellidos|apellido|primer apellido|sobrenome|ultimo nome|apelidos|achternaam|"
	  "familienaam|nazwisko|last|apellido paterno|apellido 1|zuname|lastname|"
	  "familyname|last names|family names|nachnamen|nom famille|apellido s|"
	  "ultimos nomes|"
	  "efternamn|etternavn|efternavn|prijmeni|vezeteknev|csaladnev|фамилия|soyad|soyadi|"
	  "soyisim",
	  CSV_FIELD, CONTACT_FAMILY, NULL },
	/* Before the name. */
	{ "name prefix|prefix|honorific prefixes|prefisso|anrede|namenspraefix|civilite|"
	  "tratamiento|saudacao|aanhef|zwrot grzecznosciowy|tratamento|honorific prefix|"
	  "salutation|titre de civilite|titulo de cortesia|formula de cortesia|"
	  "academic title|akademischer titel|tytul grzecznosciowy|"
	  "osloveni|titul pred jmenem|megszolitas|обращение",
	  CSV_FIELD, CONTACT_PREFIX, NULL },
	/* After it. */
	{ "name suffix|suffix|suffisso|suffixe|sufijo|sufixo|achtervoegsel|sufiks|"
	  "namenssuffix|titolo straniero|namenszusatz|honorific suffixes|honorific suffix|"
	  "namensuffix|"
	  "titul za jmenem|pripona",
	  CSV_FIELD, CONTACT_SUFFIX, NULL },
	/* Of the job where another column says so, else before the name. */
	{ "title|titolo|titel|titre|titulo|tytul|"
	  "tittel|titul|titulus|unvan",
	  CSV_TITLE, CONTACT_FIELDS, NULL },
	/* Nicknames. */
	{ "nickname|nick|nick name|soprannome|spitzname|surnom|apodo|alias|mote|bijnaam|"
	  "roepnaam bijnaam|pseudonim|ksywka|diminutif|alcunha|przezwisko|petit nom|"
	  "smeknamn|kallenavn|kaldenavn|prezdivka|becenev|псевдоним|прозвище|takma ad|"
	  "takma isim|lakap",
	  CSV_FIELD, CONTACT_NICKNAME, NULL },
	/* In Portugal a family name, in Brazil a nickname. */
	{ "apelido",
	  CSV_APELIDO, CONTACT_FIELDS, NULL },
	/* Where they work. */
	{ "company|company name|organization|organisation|organization name|employer|"
	  "azienda|societa|ditta|organizzazione|firma|unternehmen|arbeitgeber|societe|"
	  "entreprise|employeur|empresa|compania|organizacion|organizacao|companhia|"
	  "bedrijf|firma organizacja|organisatie|werkgever|organizacja|przedsiebiorstwo|"
	  "companyname|organization 1 name|workplace|ente|nome azienda|nome societa|"
	  "ragione sociale|firmenname|name der firma|nom de l entreprise|"
	  "nom de la societe|nom de l organisation|nombre de la empresa|"
	  "nombre de la compania|razon social|nome da empresa|nome da organizacao|"
	  "bedrijfsnaam|naam bedrijf|nazwa firmy|nazwa organizacji|companies|org|"
	  "foretag|foretagsnamn|arbetsgivare|selskap|organisasjon|bedrift|arbeidsgiver|"
	  "firmanavn|virksomhed|arbejdsgiver|spolecnost|organizace|nazev firmy|zamestnavatel|"
	  "ceg|cegnev|szervezet|vallalat|munkahely|munkaltato|организация|компания|"
	  "название организации|название компании|место работы|фирма|sirket|sirket adi|kurum|"
	  "kurulus|is yeri|isyeri",
	  CSV_FIELD, CONTACT_ORGANIZATION, NULL },
	/* What they do there. */
	{ "job title|position|role|organization title|qualifica|posizione|ruolo|"
	  "titolo lavorativo|titolo professionale|mansione|funktion|arbeitstitel|"
	  "berufsbezeichnung|stelle|fonction|poste|intitule du poste|puesto|cargo|"
	  "puesto de trabajo|functie|functietitel|functieomschrijving|stanowisko|"
	  "stanowisko sluzbowe|werkfunctie|beruf|professione|profession|profesion|"
	  "profissao|beroep|zawod|jobtitle|organization 1 title|job|tatigkeit|emploi|"
	  "metier|titulo do cargo|cargo puesto|"
	  "befattning|jobbtitel|yrke|stilling|jobbtittel|stillingsbetegnelse|jobtitel|pozice|"
	  "pracovni pozice|funkce|pracovni funkce|povolani|beosztas|munkakor|foglalkozas|"
	  "должность|профессия|is unvani|pozisyon|gorev|gorevi|meslek",
	  CSV_FIELD, CONTACT_TITLE, NULL },
	/* Birthdays. */
	{ "birthday|birth date|birthdate|date of birth|born|born on|compleanno|"
	  "data di nascita|nato il|geburtstag|geburtsdatum|date de naissance|cumpleanos|"
	  "fecha de nacimiento|data de nascimento|geboortedatum|verjaardag|urodziny|"
	  "data urodzenia|dzien urodzin|bday|b day|dob|geb|geb datum|geb dat|geboren|"
	  "geboren am|fecha nac|fecha de nac|f nacimiento|f nac|date naiss|date de naiss|"
	  "ne le|nee le|data nasc|dt nascimento|nata il|ur|birth|d o b|data nascita|"
	  "nascita|nato a il|nato nata il|data compleanno|data del compleanno|geburt|"
	  "naissance|ne e le|nacimiento|fecha nacimiento|fecha de cumpleanos|"
	  "fecha cumpleanos|nascimento|data nascimento|geboren op|geboorte|data urodzin|"
	  "data ur|ur dnia|data de nasc|data di nasc|"
	  "fodelsedag|fodelsedatum|fodd|fodselsdag|fodselsdato|bursdag|fodt|narozeniny|"
	  "datum narozeni|narozen|szuletesnap|szuletesi datum|szuletesi ido|szuletett|"
	  "день рождения|дата рождения|dogum gunu|dogum tarihi",
	  CSV_FIELD, CONTACT_BIRTHDAY, NULL },
	/* In French and Portuguese a birthday, in Spanish none. */
	{ "anniversaire|aniversario|data de aniversario|data do aniversario",
	  CSV_ANNIVERSAIRE, CONTACT_FIELDS, NULL },
	/* Anniversaries. */
	{ "anniversary|wedding anniversary|anniversario|anniversario di matrimonio|"
	  "jahrestag|hochzeitstag|anniversaire de mariage|anniversaire de mariage ou fete|"
	  "aniversario de bodas|aniversario de boda|aniversario de casamento|bodas|"
	  "data especial|datas especiais|jubileum|trouwdag|speciale datum|rocznica|"
	  "rocznica slubu|wedding|wedding date|data matrimonio|data di matrimonio|"
	  "data del matrimonio|hochzeit|hochzeitsdatum|date de mariage|fecha de boda|"
	  "fecha de la boda|data de casamento|aniversario casamento|data comemorativa|"
	  "datas comemorativas|trouwdatum|huwelijksdatum|data slubu|"
	  "arsdag|brollopsdag|bryllupsdag|merkedag|maerkedag|vyroci|vyroci svatby|evfordulo|"
	  "hazassagi evfordulo|годовщина|годовщина свадьбы|yildonumu|yil donumu|"
	  "evlilik yil donumu|evlilik yildonumu",
	  CSV_FIELD, CONTACT_ANNIVERSARY, NULL },
	/* A birthday in columns. */
	{ "birth year|year of birth|year|anno di nascita|anno|geburtsjahr|jahr|"
	  "annee de naissance|annee|ano de nacimiento|ano|ano de nascimento|geboortejaar|"
	  "jaar|rok urodzenia|rok|urodziny rok|birthday year|birthyear|b year|bday year|"
	  "year born|born year|yob|geburtstag jahr|compleanno anno|anno nascita|"
	  "annee naissance|anniversaire annee|cumpleanos ano|ano nacimiento|"
	  "aniversario ano|ano nascimento|verjaardag jaar|"
	  "fodelsear|fodselsar|rok narozeni|szuletesi ev|год рождения|год|dogum yili",
	  CSV_YEAR, CONTACT_FIELDS, NULL },
	/* Its month. */
	{ "birth month|month of birth|month|mese di nascita|mese|geburtsmonat|monat|"
	  "mois de naissance|mois|mes de nacimiento|mes|mes de nascimento|geboortemaand|"
	  "maand|miesiac urodzenia|miesiac|urodziny miesiac|birthday month|birthmonth|"
	  "b month|bday month|month born|born month|geburtstag monat|compleanno mese|"
	  "mese nascita|mois naissance|anniversaire mois|cumpleanos mes|mes nacimiento|"
	  "aniversario mes|mes nascimento|verjaardag maand|"
	  "fodelsemanad|fodselsmaned|mesic narozeni|szuletesi honap|месяц рождения|месяц|"
	  "dogum ayi",
	  CSV_MONTH, CONTACT_FIELDS, NULL },
	/* Its day. */
	{ "birth day|day of birth|day|giorno di nascita|giorno|jour de naissance|jour|"
	  "dia de nacimiento|dia|dia de nascimento|geboortedag|dag|dzien urodzenia|dzien|"
	  "urodziny dzien|birthday day|bday day|day born|born day|geburtstag tag|"
	  "compleanno giorno|giorno nascita|jour naissance|anniversaire jour|cumpleanos dia|"
	  "dia nacimiento|aniversario dia|dia nascimento|verjaardag dag|"
	  "den narozeni|szuletesi nap|день",
	  CSV_DAY, CONTACT_FIELDS, NULL },
	/* Of whom there is only memory. */
	{ "died|death|morte|muerte|death date|date of death|deceased|data di morte|deceduto il|"
	  "todestag|sterbedatum|gestorben|date de deces|deces|fecha de defuncion|"
	  "fecha de fallecimiento|data de falecimento|sterfdatum|overlijdensdatum|data smierci|"
	  "dodsdatum|dodsdato|datum umrti|halalozas datuma|дата смерти|olum tarihi",
	  CSV_FIELD, CONTACT_DEATH, NULL },
	/* Notes. */
	{ "notes|note|comments|comment|appunti|osservazioni|notizen|notiz|anmerkungen|"
	  "bemerkungen|remarques|commentaires|notas|nota|comentarios|anotacoes|"
	  "observacoes|observaciones|notities|opmerkingen|aantekeningen|notatki|uwagi|"
	  "bemerkung|anmerkung|observations|remarque|commentaire|opmerking|note personali|"
	  "notitie|notatka|anotacao|observacao|observacion|osservazione|comentario|"
	  "commento|commenti|kommentar|kommentare|komentarz|komentarze|aantekening|"
	  "appunto|remark|remarks|"
	  "anteckningar|anteckning|kommentarer|notater|notat|merknader|merknad|noter|"
	  "bemaerkninger|bemaerkning|poznamky|poznamka|megjegyzes|megjegyzesek|jegyzet|"
	  "jegyzetek|заметки|заметка|примечания|примечание|комментарии|not|"
	  "notlar|aciklama|aciklamalar",
	  CSV_FIELD, CONTACT_NOTE, NULL },
	/* Tags. */
	{ "tags|labels|categories|groups|group membership|category|categorie|gruppi|"
	  "etichette|kategorien|kategorie|gruppen|groupes|etiquettes|categorias|"
	  "categoria|grupos|etiquetas|categorieen|groepen|grupy|etykiety|"
	  "kategorier|etiketter|grupper|skupiny|stitky|kategoriak|kategoria|csoportok|cimkek|"
	  "категории|категория|группы|метки|kategoriler|kategori|gruplar|etiketler",
	  CSV_FIELD, CONTACT_TAGS, NULL },
	/* Whom they live with. */
	{ "spouse|partner|related name spouse|coniuge|ehepartner|partner in|conjoint|"
	  "conjoint e|conyuge|conjuge|echtgenoot|wspolmalzonek|malzonek|husband|wife|"
	  "spouse partner|moglie|marito|coniuge partner|ehegatte|ehegattin|ehefrau|"
	  "ehemann|lebenspartner|epoux|epouse|esposo|esposa|marido|echtgenote|"
	  "echtgenoot echtgenote|echtgenoot e|levenspartner|maz|maz zona|malzonka|"
	  "make maka|maka|ektefelle|ektefelle partner|aegtefaelle|manzel|manzelka|"
	  "manzel manzelka|hazastars|супруг|супруга|супруг супруга|супруг а",
	  CSV_SPOUSE, CONTACT_FIELDS, NULL },
	/* Websites. */
	{ "website|web site|web page|homepage|sito web|sito|pagina web|webseite|webpage|"
	  "internetseite|site web|page web|sitio web|pagina da web|pagina da internet|"
	  "site|webpagina|strona www|strona sieci web|strona internetowa|witryna|"
	  "pagina na web|sito internet|site internet|internet|web|www|blog|strona domowa|"
	  "sites|websites|siti|siti web|sites web|webseiten|sitios web|paginas web|"
	  "webbplats|webbsida|hemsida|nettsted|nettside|hjemmeside|webside|websted|"
	  "webova stranka|webove stranky|www stranky|internetova stranka|weboldal|weblap|"
	  "honlap|саит|веб саит|веб страница|web sayfasi|web sitesi|internet sitesi",
	  CSV_FIELD, CONTACT_WEBSITE, NULL },
	/* Phones without the word. */
	{ "ufficio",
	  CSV_FIELD, CONTACT_PHONE, "work" },
	/* At home. */
	{ "abitazione",
	  CSV_FIELD, CONTACT_PHONE, "home" },
	/* Or whether something is private. */
	{ "particular",
	  CSV_PARTICULAR, CONTACT_FIELDS, NULL },
	/* Profiles. */
	{ "profile|profile url|profil|profil url|profillink|url du profil|lien du profil|"
	  "url del profilo|profilo|url del perfil|perfil|url do perfil|profiel|"
	  "profiel url|url profiel|url profilu|profiles",
	  CSV_FIELD, CONTACT_PROFILE, NULL },
	/* Of LinkedIn. */
	{ "linkedin|linkedin url|linkedin profile|linkedin profile url",
	  CSV_FIELD, CONTACT_PROFILE, "LinkedIn" },
	/* Of LinkedIn where the columns tell that it is its file, else a website. */
	{ "url",
	  CSV_URL, CONTACT_FIELDS, NULL },
	/* When somebody became known there. */
	{ "connected on|verbunden am|verbunden seit|verknupft am|verknupft seit|"
	  "connexion le|connecte le|en relation depuis|"
	  "conectado el|contacto desde|collegato il|collegata il|collegamento il|"
	  "data di collegamento|conectado em|conexao em|ligado em|verbonden op|"
	  "geconnecteerd op|vernetzt am|vernetzt seit|data nawiazania kontaktu|polaczono|"
	  "polaczono dnia|data polaczenia|collegato in data|collegata in data|data collegamento|"
	  "fecha de conexion|conectada el|date de connexion|connectee le|data da conexao|"
	  "data de conexao|conectada em|data de ligacao|connectie sinds|verbonden sinds|"
	  "verbindung seit|connected since|connection date|date connected",
	  CSV_CONNECTED, CONTACT_FIELDS, NULL },
	/* Not a place, but that it is private. */
	{ "privat|private|privato|prive|privado|prywatne",
	  CSV_OTHER, CONTACT_FIELDS, NULL },
	/* Nor this. */
	{ "location|office location|language|account|hobby|user 1|user 2|"
	  "user 3|user 4",
	  CSV_OTHER, CONTACT_FIELDS, NULL },
	{ NULL, CSV_OTHER, CONTACT_FIELDS, NULL },
};

const struct csv_header_word csv_header_words[] = {
	/* E-mail. */
	{ "email|mail|mails|emails|courriel|courriels|correo|correo electronico|"
	  "correos electronicos|posta elettronica|indirizzo posta elettronica|"
	  "indirizzo di posta elettronica|adresse electronique|adresse de messagerie|"
	  "messagerie|adresse email|emailadresse|emailadres|correio electronico|"
	  "correio eletronico|mailadresse|adresse de courrier|courrier|"
	  "courrier electronique|adresse de courrier electronique|emailaddress|correio|"
	  "correo e|mailadres|adres mailowy|poczta elektroniczna|"
	  "adres poczty elektronicznej|emailadressen|"
	  "e post|epost|e postadress|epostadress|e postadresse|epostadresse|email adresse|"
	  "emailova adresa|emailova|elektronicka posta|emailcim|email cim|"
	  "elektronikus levelcim|электронная почта|адрес электроннои почты|"
	  "эл почта|эл почты|почта|электроннои почты|"
	  "e posta|eposta|e posta adresi|eposta adresi|email adresi",
	  CSV_FIELD, CONTACT_EMAIL, NULL },
	/* At work. */
	{ "is e posta|is eposta|is email adresi|e posta is", CSV_FIELD, CONTACT_EMAIL, "work" },
	/* Phones. */
	{ "phone|telephone|tel|telefono|telefon|telefonnummer|rufnummer|telefone|telefoon|"
	  "telefoonnummer|telephon|fon|telefonu|telnr|landline|festnetz|festnetznummer|"
	  "telephone fixe|tel fixe|fixe|telefono fijo|tel fijo|fijo|telefono fisso|"
	  "tel fisso|telefone fixo|tel fixo|vaste telefoon|vaste lijn|telefon stacjonarny|"
	  "phonenumber|telefonnr|telef|telf|tlf|tfno|tlfno|recapito telefonico|telefoonnr|"
	  "phones|phonenumbers|telephones|telefoni|telefonos|telefones|telefoons|telefony|"
	  "telefonnummern|telefoonnummers|contacto telefonico|contatto telefonico|recapito|"
	  "telefonni cislo|tlfnr|tfn|telefonszam|телефон|телефоны|номер телефона|тел|"
	  "telefon numarasi",
	  CSV_FIELD, CONTACT_PHONE, NULL },
	/* At work. "Is", which says so in Turkish, alone is English: "Is mobile". */
	{ "werktelefoon|workphone|tel g|telefon g|"
	  "arbetstelefon|arbeidstelefon|arbejdstelefon|is telefonu|is telefon|is tel|telefon is",
	  CSV_FIELD, CONTACT_PHONE, "work" },
	/* At home. */
	{ "thuistelefoon|homephone|tel p|telefon p|"
	  "hemtelefon|hjemmetelefon|privattelefon",
	  CSV_FIELD, CONTACT_PHONE, "home" },
	/* Mobile phones. */
	{ "mobile|cell|cellulare|cellulari|mobil|handy|mobiltelefon|mobilnummer|"
	  "handynummer|portable|mobiltel|movil|celular|telemovel|telefone celular|gsm|"
	  "mobiel|mobiele|komorka|komorki|komorkowy|komorkowe|komorkowego|telefonino|"
	  "iphone|mobilephone|mobilenumber|cellphone|mob|cel|mobilnr|handynr|kom|"
	  "mobilfunk|mobilfunknummer|smartphone|telefone movel|telefono celular|"
	  "numero movil|"
	  "mobilni|mobilszam|mobiltelefonszam|мобильныи|мобильного|сотовыи|моб|"
	  "cep telefonu|cep tel|is cep telefonu|is cep tel",
	  CSV_FIELD, CONTACT_PHONE, "cell" },
	/* Faxes. */
	{ "fax|telefax|telecopie|telecopieur|faxnummer|faks|fax nummer|faksu|"
	  "telefaxnummer|faxnr|telefaks|faxnumber|"
	  "faxszam|факс|faksi|belgegecer",
	  CSV_FIELD, CONTACT_PHONE, "fax" },
	/* At work. */
	{ "is faksi|is faks", CSV_FIELD, CONTACT_PHONE, "work fax" },
	/* Pagers. */
	{ "pager|cercapersone|bip|recepteur de radiomessagerie|buscapersonas|localizador|"
	  "semafoon|semafoonnummer|pieper|piepernummer|pagernummer|pagera",
	  CSV_FIELD, CONTACT_PHONE, "pager" },
	/* Other phones. */
	{ "car phone|telefono auto|autotelefon|telephone voiture|telefono del auto|"
	  "telefono del automovil|telefone do carro|telefone do automovel|"
	  "autotelefoon|telefon w samochodzie",
	  CSV_FIELD, CONTACT_PHONE, "car" },
	/* Of the firm. */
	{ "company main phone|company phone|main phone|telefon firma|haupttelefon firma|"
	  "telephone societe|numero principale societa|societa telefono principale|"
	  "telefono principale societa|telefono principal de la compania|"
	  "telefono principal de la organizacion|telefone principal da empresa|"
	  "hoofdtelefoon bedrijf|glowny telefon do firmy|centralita|"
	  "centralita de la organizacion|num principale societa|"
	  "telefono principale azienda|centralino|firmenzentrale|hauptnummer firma|"
	  "telefone geral da empresa",
	  CSV_FIELD, CONTACT_PHONE, "main" },
	/* The first of several. */
	{ "primary phone|haupttelefon|telephone principal|telefono principale|"
	  "telefono principal|telefone principal|hoofdtelefoon|telefon podstawowy",
	  CSV_FIELD, CONTACT_PHONE, NULL },
	/* Of other kinds. */
	{ "radio phone|radiotelefono|funktelefon|radio telephone|radiotelephone|telephone radio|"
	  "radiofone|radiotelefone|radiotelefoon|radiotelefon",
	  CSV_FIELD, CONTACT_PHONE, "radio" },
	/* Of the old digital net. */
	{ "isdn|rnis|rdsi|rdis",
	  CSV_FIELD, CONTACT_PHONE, "isdn" },
	/* Of who does not hear. */
	{ "tty tdd phone|tty tdd|telefono tty tdd|telescrivente tty tdd|"
	  "telefon fur horbehinderte|telephone tdd tty|telephone tty tdd|teletipo tty tdd|"
	  "telefone tty tdd|teksttelefoon|telefon tty tdd",
	  CSV_FIELD, CONTACT_PHONE, "textphone" },
	/* Of who answers for them. */
	{ "assistant s phone|assistant phone|telefono assistente|telefon assistent|"
	  "telephone de l assistant|telephone de l assistant e|telefono del ayudante|"
	  "telefono del asistente|telefone do assistente|telefoon assistent|"
	  "telefon asystenta",
	  CSV_FIELD, CONTACT_PHONE, "assistant" },
	/* Messengers. */
	{ "screen name|im|messenger|messenger name|instant messenger|nome screen|"
	  "pseudo messagerie|nome instant messenger|nickname chat|nom de l ecran|"
	  "nom d ecran|nombre en pantalla|nombre de pantalla|nome de tela|nome na tela|"
	  "schermnaam|komunikator|komunikator aim|nazwa ekranowa|imaddress|im address|"
	  "messenger id|instant message|instant messages|instantmessagehandles",
	  CSV_FIELD, CONTACT_MESSENGER, NULL },
	/* Which one. */
	{ "skype", CSV_FIELD, CONTACT_MESSENGER, "Skype" },
	{ "whatsapp", CSV_FIELD, CONTACT_MESSENGER, "WhatsApp" },
	{ "telegram", CSV_FIELD, CONTACT_MESSENGER, "Telegram" },
	{ "signal", CSV_FIELD, CONTACT_MESSENGER, "Signal" },
	{ "threema", CSV_FIELD, CONTACT_MESSENGER, "Threema" },
	{ "jabber|xmpp", CSV_FIELD, CONTACT_MESSENGER, "XMPP" },
	{ "icq", CSV_FIELD, CONTACT_MESSENGER, "ICQ" },
	{ "aim", CSV_FIELD, CONTACT_MESSENGER, "AIM" },
	/* Websites. */
	{ "website|web site|web page|homepage|sito web|pagina web|webseite|site web|"
	  "page web|sitio web|webpagina|strona www|strona internetowa|pagina na web|"
	  "pagina da web|url|urls",
	  CSV_FIELD, CONTACT_WEBSITE, NULL },
	/* Addresses as a whole; with a part, or an e-mail, it says nothing. */
	{ "address|indirizzo|adresse|anschrift|direccion|domicilio completo|endereco|"
	  "adres|morada|addresses|indirizzi|adressen|adresses|direcciones|enderecos|"
	  "moradas|adresy|adr|postanschrift|postadresse|postadres|"
	  "adress|adresa|cim|postacim|адрес|adresi|postadress",
	  CSV_FIELD, CONTACT_ADDRESS, NULL },
	/* At home. */
	{ "thuisadres|huisadres|privatadresse|heimatadresse|"
	  "hemadress|bostadsadress|hjemmeadresse|hjemadresse|bydliste|lakcim",
	  CSV_FIELD, CONTACT_ADDRESS, "home" },
	/* At work. */
	{ "werkadres|geschaftsadresse|dienstadresse|"
	  "arbetsadress|arbeidsadresse|jobbadresse|arbejdsadresse|forretningsadresse|"
	  "is adresi|adres is",
	  CSV_FIELD, CONTACT_ADDRESS, "work" },
	/* Street. */
	{ "street|street address|po box|address po box|via|strasse|strasse und hausnummer|"
	  "postfach|rue|boite postale|casella postale|calle|apartado postal|"
	  "apartado de correos|apartado|rua|caixa postal|straat|postbus|ulica|"
	  "skrytka pocztowa|address line|address2|post office box|address post office box|"
	  "extended address|address extended|strasse hausnummer|strasse und nr|"
	  "strasse u hausnummer|straat en huisnummer|straat en nummer|straat huisnummer|"
	  "via e numero|via e numero civico|via n civico|calle y numero|rua e numero|"
	  "rue et numero|numero et rue|ulica i numer|skrzynka pocztowa|postbusnummer|b p|"
	  "bp|address1|address3|address line1|address line2|streetaddress|str|"
	  "gata|gatuadress|gate|gateadresse|vei|gade|gadenavn|vej|ulice|ulice a cislo|utca|"
	  "utca hazszam|улица|улица дом|cadde|sokak|cadde sokak|postboks",
	  CSV_STREET, CONTACT_FIELDS, NULL },
	/* Its number. */
	{ "house number|house no|house nr|hausnummer|haus nr|hausnr|numero civico|n civico|civico|"
	  "numero de casa|numero de rue|numero de voie|numero da casa|huisnummer|huisnr|"
	  "nr domu|numer domu|husnummer|husnr|cislo domu|cislo popisne|hazszam|номер дома|"
	  "bina no",
	  CSV_HOUSE, CONTACT_FIELDS, NULL },
	/* City. */
	{ "city|town|locality|citta|comune|localita|ort|stadt|wohnort|ville|localite|"
	  "ciudad|poblacion|localidad|cidade|localidade|plaats|woonplaats|stad|miasto|"
	  "miejscowosc|gemeente|gemeinde|commune|municipio|municipality|concelho|suburb|"
	  "plz ort|plz und ort|plz stadt|postleitzahl ort|cap citta|cap e citta|cap comune|"
	  "cp ville|code postal ville|cp ciudad|cp poblacion|cep cidade|postcode plaats|"
	  "postcode en plaats|kod i miasto|zip city|city state zip|city zip|"
	  "postort|poststed|postby|bynavn|mesto|obec|varos|telepules|helyseg|город|"
	  "населенныи пункт|sehir|sehri",
	  CSV_CITY, CONTACT_FIELDS, NULL },
	/* At work. */
	{ "werklocatie|werkplaats|werkstad|by arbejde|is sehri|is sehir",
	  CSV_CITY, CONTACT_FIELDS, "work" },
	/* At home. */
	{ "by hjem|by privat",
	  CSV_CITY, CONTACT_FIELDS, "home" },
	/* Region. */
	{ "state|prov|region|province|county|state province|provincia|regione|stato|"
	  "bundesland|kanton|bundesland kanton|departement|dep region|dept region|etat|"
	  "estado|provincia o estado|estado o provincia|comunidad autonoma|distrito|"
	  "provincie|wojewodztwo|stan|province state|pays etat|canton|cantone|provinz|"
	  "regiao|estado provincia|provincia estado|stato provincia|provincia regione|"
	  "state or province|state region|bundesland region|etat province|province etat|"
	  "regione provincia|"
	  "lan|fylke|megye|область|регион|eyalet",
	  CSV_REGION, CONTACT_FIELDS, NULL },
	/* At work. */
	{ "werkprovincie",
	  CSV_REGION, CONTACT_FIELDS, "work" },
	/* Code. */
	{ "zip|zipcode|zip code|zip postal code|postal code|postcode|post code|cap|"
	  "codice postale|codice di avviamento postale|plz|postleitzahl|code postal|cp|"
	  "codigo postal|c p|c a p|cep|kod pocztowy|postnummer|postalcode|cod postal|"
	  "cod postale|zip plz|plz zip|code postal zip|kod poczt|kod|"
	  "postnr|psc|postovni smerovaci cislo|smerovaci cislo|iranyitoszam|irsz|индекс|"
	  "почтовыи индекс|posta kodu",
	  CSV_CODE, CONTACT_FIELDS, NULL },
	/* At work. */
	{ "werkpostcode|is posta kodu",
	  CSV_CODE, CONTACT_FIELDS, "work" },
	/* Country. */
	{ "country|country region|nazione|paese|paese area geografica|land|land region|"
	  "staat|pays|pays region|pais|pais region|pais o region|pais regiao|kraj|"
	  "kraj region|land regio|panstwo|paese regione|paese area|"
	  "nazione area geografica|land gebied|pays ou region|pais area|kraj panstwo|"
	  "paese o regione|pais ou regiao|"
	  "zeme|orszag|страна|ulke|ulkesi",
	  CSV_COUNTRY, CONTACT_FIELDS, NULL },
	/* At work. */
	{ "werkland|pais da empresa regiao|is ulkesi|is ulke",
	  CSV_COUNTRY, CONTACT_FIELDS, "work" },
	/* At home. */
	{ "pais da residencia regiao",
	  CSV_COUNTRY, CONTACT_FIELDS, "home" },
	/* At home. */
	{ "home|personal|private|casa|ab|di casa|abitazione|domicilio|residenza|"
	  "personale|privato|privata|privat|prive|privee|personnel|personnelle|domicile|"
	  "maison|particular|domicilio particular|residencia|residencial|pessoal|de casa|"
	  "thuis|domowy|domowa|domowe|prywatny|prywatna|dom|donde vive|privater|privates|"
	  "personali|personales|pessoais|domowego|prywatne|prywatnego|residence|residential|"
	  "priv|"
	  "hem|hemma|bostad|hjem|hjemme|domaci|domu|domov|soukromy|soukroma|soukrome|otthoni|"
	  "otthon|lakas|magan|домашнии|домашняя|дом|личныи|личная|ev|kisisel",
	  CSV_OTHER, CONTACT_FIELDS, "home" },
	/* At work. */
	{ "work|business|office|company|azienda|empresa|entreprise|uff|ufficio|lavoro|"
	  "di lavoro|aziendale|geschaftlich|dienstlich|arbeit|beruflich|firma|buro|"
	  "bureau|professionnel|professionnelle|prof|travail|trabajo|negocios|oficina|"
	  "laboral|comercial|trabalho|profissional|escritorio|werk|zakelijk|op werk|"
	  "op het werk|sluzbowy|sluzbowa|sluzbowe|sluzbowego|praca|local de trabalho|"
	  "geschaftliche|geschaftlicher|geschaftl|gesch|berufliche|berufliches|dienstliche|dienstl|"
	  "lavorativo|"
	  "lavorativa|firmowy|firmowa|firmowe|firmowego|zakelijke|"
	  "arbete|jobb|kontor|arbeid|arbejde|prace|pracovni|do prace|zamestnani|kancelar|"
	  "munkahelyi|hivatali|ceges|irodai|рабочии|рабочая|служебныи|ofis",
	  CSV_OTHER, CONTACT_FIELDS, "work" },
	/* Elsewhere. */
	{ "other|altro|altra|weitere|weiterer|weiteres|weiteres r|weiteres e|andere|"
	  "anderer|sonstige|autre|otro|otra|outro|outra|ander|overig|inny|inna|inne|"
	  "anders|autres|overige|"
	  "annan|annat|ovrig|ovriga|annen|annet|anden|andet|jiny|jine|jina|dalsi|egyeb|masik|"
	  "другои|другая|прочее|diger",
	  CSV_OTHER, CONTACT_FIELDS, "other" },
	/* Addresses of their own, whatever stands beside them. */
	{ "mailing|postal|postale", CSV_OTHER, CONTACT_FIELDS, "postal" },
	{ "billing", CSV_OTHER, CONTACT_FIELDS, "billing" },
	{ "shipping|delivery", CSV_OTHER, CONTACT_FIELDS, "shipping" },
	/* Words that say nothing. */
	{ "preferred|bevorzugte|bevorzugter|bevorzugt|preferita|preferito|preferee|"
	  "prefere|preferido|preferida|voorkeurs|preferowany|alternate|alternative|"
	  "alternativo|alternativa|alternatif|alternatieve|alternatywny|of|the|number|no|"
	  "numero|nummer|nr|num|di|del|della|dell|de|do|da|d|du|des|la|le|l|el|den|der|"
	  "das|am|op|het|main|primary|secondary|principale|primaria|primario|secondaria|"
	  "secondario|primare|primar|sekundare|sekundar|haupt|zweite|principal|premiere|"
	  "tweede|glowny|secondaire|secundario|secundaria|primair|secundair|podstawowy|"
	  "podstawowa|dodatkowy|dodatkowa|value|numer|n|o|a|na|pref|current|"
	  "cislo|szam|номер|numarasi|numara|hlavni|primarni|elsodleges|masodlagos|основнои|birincil",
	  CSV_OTHER, CONTACT_FIELDS, NULL },
	{ NULL, CSV_OTHER, CONTACT_FIELDS, NULL },
};
/* clang-format on */
