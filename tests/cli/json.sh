# What --json prints has the keys that filo(5) names for the command, and no others.
filo add Ana Exempla --email ana@example.org --tag choir --circle Friends --via Ana >/dev/null 2>&1 ||
	filo add Ana Exempla --email ana@example.org --tag choir --circle Friends >/dev/null
filo add Ben Exempla --via ana >/dev/null
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Carla Exempla\nBDAY:19800402\nEND:VCARD\n' >c.vcf
filo import c.vcf >/dev/null
filo log ana "A walk" >/dev/null
filo followup ana "How was Lisbon?" -w today >/dev/null
filo absence 1/12 6/12 ana >/dev/null
filo snooze ana 2w >/dev/null
mkdir -p home/.config/filo
echo "bind due l nothing-of-the-kind" >home/.config/filo/config
sqlite3 filo.db "INSERT INTO draft VALUES ('log:with:1', 'who Ana Exempla
how 2
summary A walk
body along\\nthe sea
', 1795478400)"
filo save-view quiet --limit "~s >60" --order silence >/dev/null
filo add Dora Exempla >/dev/null
filo delete dora >/dev/null
filo add "Rina Exempla" --email rina@example.org >/dev/null
filo add "Rina E." --email rina@example.org >/dev/null

keys() { grep -o '"[a-z_0-9]*":' out | tr -d '":' | sort -u; }
# named PAGE FROM TO: the words of the page between two lines
named() { awk -v from="$2" -v to="$3" '$0 == from { on = 1; next } on && index($0, to) == 1 { exit } on' \
	"$ROOT/man/$1" | tr -c 'a-z_0-9' '\n' | sort -u; }
# check COMMAND WORDS...: what the command printed has keys that are all among the named
check()
{
	keys >keys
	[ -s keys ] || { echo "$1 printed no keys"; cat out; exit 1; }
	left=$(comm -23 keys named)
	[ -z "$left" ] || { echo "filo(5) lacks keys of $1: $left"; exit 1; }
}
for page in filo.5 it/filo.5; do
	for command in list "show ana" "find exempla" followup absence circle trash duplicates \
		"event ana" "query ana" tag "tag ana" drafts saved-view check config\ --keys config\ --check; do
		filo $command --json >out || [ "$command" = "config --check" ]
		case $command in
		show*) named "$page" ".Ss list" ".Ss find" ;; # channels are told there
		*) named "$page" ".Ss ${command%% *}" .S ;;
		esac >named
		check "$command"
	done
done
expect 'same e-mail address: rina@example.org' filo duplicates
filo edit "rina exempla" --phone "+39 347 1" --set organization="Forno Rina" >/dev/null
expect '    Rina Exempla: Forno Rina, rina@example.org, +39 347 1' filo duplicates
expect '    Rina E.: rina@example.org' filo duplicates
filo duplicates --json >out
has '"first_facts":"Forno Rina, rina@example.org, +39 347 1","second":'
has '"second_facts":"rina@example.org","reason":"email"'
filo show --json carla >out
named filo.5 ".Ss list" ".Ss find" >named
check "show carla"
filo show --json ben >out
check "show ben"
filo due --all --json >out
named filo.1 ".Cm due" ".Cm agenda" >named
check due
filo agenda --days 30 --json >out
named filo.1 ".Cm agenda" ".Cm add" >named
check agenda

filo drafts --show "$(filo drafts | sed 's/ .*//')" --json >out
has '{"field":"summary","text":"A walk"}'
[ "$(head -c 1 out)" = "{" ]
rm home/.config/filo/config
# What an import did: a card that is new, one who is likely here, a line that is refused.
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Tilde Exempla\nEND:VCARD\n' >t.vcf
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Rina Exempla\nTEL:+39 347 1\nEND:VCARD\n' >>t.vcf
printf 'BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n' >>t.vcf
filo import t.vcf --dry-run --json >out
has '"reason":'
for page in filo.5 it/filo.5; do
	named "$page" ".Ss import" .S >named
	check import
done

filo show --json ana >out
has '"circle":"Friends"'
lacks '"text":"x"'

# All of the log, not the latest alone.
i=0
while [ $i -lt 30 ]; do
	filo log ben "Walk $i" -w "${i}d" >/dev/null
	i=$((i + 1))
done
filo show --json ben >out
[ "$(grep -c '"summary":"Walk' out)" -eq 30 ]

# Namesakes have one name: the numbers tell who it was.
filo add "Ugo Exempla" >/dev/null
filo add "Ugo Exempla" >/dev/null
second=$(filo list --json --limit ugo | sed -n 's/.*"id":\([0-9]*\),.*"Ugo.*/\1/p' | tail -1)
filo log "#$second" "A boat" --about ben >/dev/null
filo show "#$second" --json >out
has '"people":["Ugo Exempla"],"mentions":["Ben Exempla"],"people_ids":['"$second"'],"mention_ids":[2]'
filo absence 1/12 6/12 "#$second" >/dev/null
filo absence --json >out
has '"name":"Ugo Exempla","contact":'"$second"
filo query rina --json >out
has '{"contact":5,"email":"rina@example.org"'

# Nothing that is kept of somebody is missing: columns of a file, hours, days that are known less
# well, what was given, follow-ups that are done.
printf 'Name,Gusti\nVera Exempla,vegetariana\n' >columns.csv
filo import columns.csv >/dev/null
filo log vera "A pizza" -w "2026-11-20 21:40" >/dev/null
filo log vera "The sea" -w "summer 2019" >/dev/null
cat >gift.json <<'JSON'
{"filo":1,"contacts":[{"uid":"u1","name":"Nora Exempla","family":"Exempla"}],"conversations":[
{"day":"2026-10-23","precision":"day","given":["gift"],"received":["advice","help"],
"summary":"A book","participants":[{"uid":"u1","name":"Nora Exempla"}]}],
"events":[{"contact":"u1","kind":"rest","day":"2026-11-01"}]}
JSON
filo import gift.json >/dev/null
filo followup vera "How was the sea?" -w today >out
filo done "$(sed 's/ .*//' out)" >/dev/null
filo show --json vera >out
grep -q '"kept":\[".*Gusti.*vegetariana' out
has '"date":"2026-11-20","precision":"time","minute":1300,'
has '"date":"2019-06-01","precision":"season","minute":null,'
has '"followups":[]'
has '"text":"How was the sea?","date":"2026-11-23","made_on":"2026-11-23","done_on":"2026-11-23"'
filo show --json nora >out
has '"family":"Exempla"'
has '"given":["gift"],"received":["advice","help"]'
has '"kind":"rest","day":"2026-11-01","until":null}'

# What is shown of them is found, a column as well as a line of a card, and it is said which.
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Zita Exempla\nX-SPORT:scherma\\, fioretto\nEND:VCARD\n' >sport.vcf
filo import sport.vcf >/dev/null
expect "  sport  " filo show zita
filo find fiorett --json >out
has '"name":"Zita Exempla","conversation":null,"date":null,"where":"property","label":"X-SPORT","excerpt":"scherma, fioretto"'
filo find gusti --json >out
has '"where":"column","label":"Gusti","excerpt":"vegetariana"'

# Standard input: the first line, then the body.
printf 'The first line\nand more\n' | filo log ana - >/dev/null
filo show --json ana >out
has '"summary":"The first line","body":"and more"'
printf 'Ask of the boat\n' | filo followup ana - >/dev/null
printf 'Ask of the tea, in 2w\nof May, fri\n' | filo followup ana - >out
has "Ask: Ask of the tea of May, fri (Mon 7 Dec 2026"
filo undo >/dev/null
filo followup --json >out
has '"text":"Ask of the boat"'
printf '' >empty
got=0
filo log ana - <empty >out 2>&1 || got=$?
[ "$got" -eq 2 ]
has "is empty"

# Nothing found is 1, as with grep; a name found by itself is said once.
expect_exit 1 filo find nothing-of-the-kind
expect_exit 1 filo find nothing-of-the-kind --json
expect_exit 1 filo list --tag nobody
has 'Nobody has the tag "nobody"'
expect_exit 1 filo list --tag cho
has 'there is choir'
expect_exit 1 filo list --limit '~t oir'
has 'Nobody has the tag "oir"'
expect_exit 1 filo list --circle nobody
has 'Those there are: '
expect_exit 0 filo list --tag choir
expect_exit 0 filo list --limit '~t choir'
expect_exit 1 filo list --limit nobody --json
expect_exit 1 filo due --limit nobody
expect_exit 1 filo due --limit nobody --json
expect_exit 1 filo due --limit nobody --brief
# A plain list may be empty.
for list in list due seen trash absence sources agenda followup; do
	expect_exit 0 filo --db empty.db "$list"
	expect_exit 0 filo --db empty.db "$list" --json
done
expect_exit 0 filo --db empty.db due --brief
filo find carla >out
[ "$(grep -o 'Carla Exempla' out | wc -l)" -eq 1 ]
filo query ana >out
has "1 address"
filo query ana --no-head >out
lacks "1 address"
has "ana@example.org"

# Let go and awake again and again on one day: a copy has each of them, once, however often it comes.
filo --db days.db add "Lia Exempla" >/dev/null
for i in 1 2; do
	filo --db days.db log lia "A call" >/dev/null
	filo --db days.db followup lia "How was the call?" >/dev/null
done
for change in let-go wake let-go wake rest wake rest; do
	filo --db days.db "$change" lia >/dev/null
done
filo --db days.db export --format json >days.json
cp days.json again.json
filo --db copy.db import days.json again.json >out
has "4 new entries" # the follow-ups too
filo --db copy.db import again.json >out
has "Nothing was imported."
filo --db days.db show lia --json >days
filo --db copy.db show lia --json >out
has '"state":"resting"'
cmp days out
# What the copy has of them already is not told again.
filo --db copy.db wake lia >/dev/null
filo --db copy.db import days.json >out
has "Nothing was imported."

# A circle that cannot be one is told, and the rest comes in.
cat >dash.json <<'JSON'
{"filo":1,"circles":[{"name":"-","cadence":30},
{"name":"Choir","cadence":14}],
"contacts":[{"uid":"d1","name":"Nora Dash","circle":"-"},
{"uid":"d2","name":"Ida Dash","circle":"Choir"}]}
JSON
filo --db dash.db import dash.json >out 2>&1
has 'dash.json:1: "-" is what no circle is called'
has "2 new people"
expect "Choir" filo --db dash.db show ida

# So is a saved view that cannot be one.
cat >views.json <<'JSON'
{"filo":1,"views":[{"name":"high","pane":"ceiling","limit":"~t choir"},
{"name":"low","pane":"due","limit":"~t choir"}]}
JSON
filo --db dash.db import views.json >out 2>&1
has "views.json:1: No view can have this name or this pane"
has "1 new saved view"
