#!/bin/sh
# Words of fixed lists are typed as they are said, in English always and in the language spoken; JSON
# and what is kept have the English ones. See tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" "$@"; }

filo add "Ada Prova" --circle Close >out
filo add "Bruno Prova" >out
filo log ada "a walk" >out

# Orders and panes, and what is said where none is typed.
filo list --order silence >english
italian list --order silenzio >out
[ "$(sed 's/ .*//' english)" = "$(sed 's/ .*//' out)" ]
expect_exit 0 italian list --order Silence
expect_exit 0 filo list --order NEXT
expect_exit 2 italian list --order lunghezza
has '"lunghezza" non è un ordine: nome, silenzio, cerchia, prossimo'
expect_exit 2 filo list --order silenzio
has '"silenzio" is no order: name, silence, circle, next'
expect "4  vicini  da-sentire  nome  ~c close" italian save-view vicini --pane da-sentire --order nome --limit "~c close"
expect "5  tutti  contatti  silenzio" italian save-view tutti --pane contatti --order silenzio
expect "5  tutti  contacts  silence" filo saved-view
filo saved-view --json >out
has '"pane":"due","order":"name"'
italian saved-view --json >out
has '"pane":"contacts","order":"silence"'
expect_exit 2 italian save-view x --pane sinistra
has '"sinistra" non è un riquadro: da-sentire, contatti, diario'

# Relations, in one word or several.
italian edit bruno --relation "collega=ada" >out
expect "Ada Prova" filo show bruno
filo show bruno --json >out
has '"kind":"colleague"'
# By the word for them the two are found, in either language.
expect "Bruno Prova              Collega: Ada Prova" italian find colleg
expect "Ada Prova                Collega: Bruno Prova" italian find colleague
italian edit bruno --relation "vi ha presentati=ada" >out
filo show bruno --json >out
has '"kind":"introduced-by"'
filo edit ada --relation "introduced by=bruno" >out
filo show ada --json >out
has '"kind":"introduced-by"'
expect_exit 2 italian edit bruno --relation "cugino=ada"
has "vi ha presentati, partner, famiglia, collega, amicizia"
expect_exit 2 filo edit bruno --relation "cousin=ada"
has "introduced-by, partner, family, colleague, friend"

# Fields, a gender, a feeling, what is taken away, no wish.
italian edit ada --set "compleanno=3 maggio" --gender femminile --every 30 >out
filo show ada --json >out
has '"kind":"birthday"'
has '"feminine"'
has '"cadence":30'
italian edit ada --every niente >out
filo show ada --json >out
lacks '"cadence":30'
italian log ada "un caffè" --feel "molto bene" >out
filo show ada --json >out
has '"feeling":2'
expect_exit 2 italian log ada "un caffè" --feel mah
has '"mah" non dice com'"'"'è andata: va un numero da -2 a 2, o una di queste parole: bene, molto bene, così così, difficile, molto difficile'
expect_exit 2 filo log ada "a coffee" --feel 3
has '"3" does not say how it felt: a number from -2 to 2, or one of these words: good, very good, so-so, hard, very hard'
for feeling in "-2 molto male" "-1 male" "-1 mal" "-1 diff" "-1 hard" "-1 bad" "0 so so" "0 così" "2 very good" "-2 -2"; do
	italian log bruno "una sera" --feel "${feeling#* }" >out
	italian show bruno --json >out
	has '"feeling":'"${feeling%% *}"',' || exit 1
	filo undo >out
done
entry=$(filo find "un caffè" --json | sed -n 's/.*"conversation":\([0-9]*\).*/\1/p')
italian log --edit "$entry" --clear sensazione >out
filo show ada --json >out
lacks '"feeling":2'
expect_exit 2 italian log --edit "$entry" --clear tutto
has "canale, direzione, sensazione"

# A list of words is written in one way, and the beginning of one is enough where it fits only one.
expect_exit 2 italian edit ada --set "nulla=x"
has ', E-mail, Telefono, '
expect_exit 0 italian edit ada --set "e-mail=ada@example.org"
expect_exit 0 italian edit ada --set "comple=4 maggio"
expect_exit 2 italian edit ada --set "in=x"
expect_exit 0 italian edit ada --gender femm
expect_exit 2 italian edit ada --gender altro
has '"altro" non è tra: animato, '
expect_exit 0 italian list --order silen
expect_exit 0 filo list --order circ
expect_exit 2 filo list --order ""
has '"" is no order: name, silence, circle, next'
italian edit bruno --relation "part=ada" >out
filo show bruno --json >out
has '"kind":"partner"'
expect_exit 2 italian edit bruno --relation "=ada"
filo export --format jso >out
has '"filo":'
expect_exit 0 filo export --format vcard
expect_exit 2 filo export --format c
has 'there is no format "c"; there are vcard, json, csv and ics'
filo completion zs >out
has "#compdef filo"
expect_exit 2 filo completion ""

# Imports.
printf 'Name\nAda Prova\n' >people.csv
expect_exit 0 italian import -n people.csv --likely salta
expect_exit 2 italian import -n people.csv --likely forse
has 'accetta nuovo, stesso, salta o SCHEDA=CHI'
expect_exit 2 filo import -n people.csv --likely maybe
has 'takes new, same, skip or CARD=WHO, not "maybe"'
expect_exit 2 italian import -n people.csv --groups grandi
has 'ma uno di: piccoli, nessuno, tutti'
expect_exit 0 italian import -n people.csv --groups tutti

# They are completed as they are said.
italian completion fish -- filo list --order si >out
has silenzio
italian completion fish -- filo save-view x --pane da >out
has da-sentire
italian completion fish -- filo edit ada --relation col >out
has collega=

# Whatever stands for an apostrophe, with it or without; letters without their strokes and hooks.
filo add "Sean O’Neill" >out
filo add "Massimo D'Alema" >out
filo add "İlham Əliyev" >out
for name in oneill neill "o'neill" "O´NEILL"; do
	expect "Sean O’Neill" filo show "$name"
	expect "Sean O’Neill" filo list --names --limit "$name"
	expect "Sean O’Neill" filo find "$name"
	filo completion bash -- filo show "$name" >out
	has "Sean O’Neill"
done
# The parts of a name that it does not say, and words over a hyphen.
printf 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Mamma\r\nN:Provelund;Iris;Xaveria;Dr.;MSc\r\nEND:VCARD\r\n' >in.vcf
filo import in.vcf >out
expect "Mamma                    Middle name: Xaveria" filo find xaver
expect "Mamma                    Family name: Provelund" filo find provelund
expect "Mamma                    Given name: Iris" filo find "iris msc"
expect "Mamma                    Name prefix: Dr." filo find dr
expect "Mamma                    Name suffix: MSc" filo find msc
italian find xaver >out
has "Secondo nome: Xaveria"
filo find xaver --json >out
has '"where":"additional","label":"Middle name","excerpt":"Xaveria"'
filo log Mamma "the exam in Lisbon" >out
filo tag Mamma choir >out
expect "the exam in Lisbon" filo find "xaver exam"
expect "Mamma                    Tags: choir" filo find "choir xaver"
for name in xaver iris "mamma prov"; do
	expect "Mamma" filo show "$name"
	filo completion bash -- filo show "$name" >out
	has "Mamma"
done
expect "Mamma" filo list --names --limit xaver
filo add "Iris Prova" --phone 5550101 >out
expect "5550101" filo show iris
filo add "Ines Smith-Jones" >out
expect "Ines Smith-Jones" filo show smithjones
expect "Ines Smith-Jones" filo find smithj
filo add "박가람" >out
expect "박가람" filo find 가람
expect "박가람" filo show 가람
filo completion bash -- filo show 가람 >out
has "박가람"
expect "Massimo D'Alema" filo show dalema
expect "İlham Əliyev" filo show eliyev
italian log dalema "l'amicizia" >out
expect "Massimo D'Alema" filo find lamicizia
