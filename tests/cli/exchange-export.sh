#!/bin/sh
# Exports, read by the programs they are for, where those are installed.
#   FILO=./filo sh tests/cli/exchange-export.sh
# shellcheck source=tests/cli/exchange-common
. "${ROOT:-.}/tests/cli/exchange-common"

cat > cards.vcf <<'END'
BEGIN:VCARD
VERSION:3.0
UID:card-1
FN:Ann Reed
N:Reed;Ann;;;
TEL;TYPE=CELL:+39 333 1234567
EMAIL;TYPE=HOME:ann@example.org
ADR;TYPE=HOME:;;Mill Lane 1;Ely;;CB7;UK
BDAY:1984-02-29
NOTE:Likes boats\, and the sea\nand long letters that are certainly longer than a line of seventy-five octets
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQEAYABgAAD
X-OWN;TYPE=home:kept\, as it is
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:card-2
FN:Bo Lind
BDAY:--0412
CATEGORIES:choir,sailing
item1.TEL:0521 123456
item1.X-ABLabel:Boat
END:VCARD
END
filo import cards.vcf > out
filo log "Ann Reed" "Talked about boats" -w 2026-10-12 > out
filo followup "Bo Lind" "the song" -w 2026-12-01 --mine > out
filo followup "Ann Reed" 'first line
second' --mine > out

filo export > four.vcf
filo export --vcard3 > three.vcf
check "vCard 4.0 is what comes without asking" grep -q '^VERSION:4.0' four.vcf
check "--vcard3 gives 3.0" grep -q '^VERSION:3.0' three.vcf
check "what a server would cut of 4.0 is told" \
	test "$(filo export 2>&1 >/dev/null | grep -c -e '--vcard3.* of 1 person here')" = 1
check "of 3.0 there is nothing to tell" test -z "$(filo export --vcard3 2>&1 >/dev/null)"
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Two Names\nFN:Zweite Name\nEND:VCARD\n' >names.vcf
FILO_DB=$DIR/names.db filo import names.vcf >out
check "but a second name" \
	test "$(FILO_DB=$DIR/names.db filo export --vcard3 2>&1 | grep -c -e '^FN:' -e ' of 1 person here')" = 2
check "an unknown property goes out as it came in" \
	test "$(grep -c '^X-OWN;TYPE=home:kept\\, as it is' four.vcf)" = 1
check "lines end as the standard says" test "$(wc -l < four.vcf)" = "$(grep -c "$(printf '\r')" four.vcf)"
FILO_DB=$DIR/second.db filo import four.vcf > out
FILO_DB=$DIR/second.db filo export > again.vcf
check "out, in and out again loses nothing and doubles nothing" cmp -s four.vcf again.vcf

filo export --format csv -o log.csv
check "the log is written as CSV" grep -q '^2026-10-12,Ann Reed,' log.csv
filo import --json log.csv > out
check "the log read back changes nothing" grep -q '"entries_new":0' out
filo export --format csv --contacts > people.csv 2>told
check "what has no column is told" grep -q -e '--format json.* of 2 people here' told
FILO_DB=$DIR/third.db filo import people.csv > out
check "contacts as CSV can be read back" test "$(FILO_DB=$DIR/third.db filo list | wc -l)" = 2

FILO_DB=$DIR/tags.db filo add Dora --tag 'a ::: b' --tag ':c' --tag 'd;e' --tag 'f\::: g' >/dev/null
FILO_DB=$DIR/tags.db filo export --format csv --contacts >tags.csv 2>told
check "where all has a column there is nothing to tell" test ! -s told
FILO_DB=$DIR/back.db filo import tags.csv >/dev/null
FILO_DB=$DIR/tags.db filo show dora --json | grep -o '"tags":[^]]*' >tags
FILO_DB=$DIR/back.db filo show dora --json | grep -o '"tags":[^]]*' >back
check "tags come back whatever is in them" cmp tags back

filo export --format ics -o filo.ics
check "a birthday on 29 February recurs on the month's last day" \
	grep -q 'BYMONTH=2;BYMONTHDAY=-1' filo.ics
check "a follow-up is a to-do" grep -q '^BEGIN:VTODO' filo.ics
filo export --format ics -o filo2.ics
check "the same data gives the same calendar" cmp -s filo.ics filo2.ics

filo query ann > found || true
check "query answers as mutt expects" grep -q "^ann@example.org	Ann Reed	" found
check "query with nobody found exits with 1" exits_with 1 "$FILO" query zzzz

echo precious > kept.vcf
check "a file that cannot be written whole leaves the old one" \
	sh -c "! (trap '' XFSZ; ulimit -f 0; exec '$FILO' export -o kept.vcf) 2> limit.err"
check "the old file is as it was" grep -qx precious kept.vcf
check "nothing is left beside it" test -z "$(ls kept.vcf.?????? 2> /dev/null || true)"
# A pipe that nobody reads from any more.
mkfifo gone
exec 4<> gone 5> gone 4<&-
check "a reader that goes too early is left in peace" \
	sh -c "'$FILO' export 2> gone.err >&5; test \$? = 1 && test ! -s gone.err"
exec 5>&-
if [ -w /dev/full ]; then
	check "a full disk is an error" sh -c "! '$FILO' export > /dev/full 2> full.err"
	check "a full disk is said in one line" test "$(wc -l < full.err)" = 1
fi
mkdir closed
chmod 500 closed
if [ "$(id -u)" != 0 ]; then
	check "a folder that cannot be written is refused" refuses filo export -o closed/x.vcf
fi

if command -v khard > khard.path; then
	mkdir -p khard/book
	awk -v RS='END:VCARD\r\n' 'NF { printf "%sEND:VCARD\r\n", $0 > ("khard/book/" NR ".vcf") }' three.vcf
	printf '[addressbooks]\n[[book]]\npath = %s/khard/book\n[general]\ndefault_action = list\n' \
		"$DIR" > khard.conf
	khard -c khard.conf list > khard.out 2>&1
	check "khard lists what filo exports" grep -q 'Ann Reed' khard.out
	check "khard lists everybody" grep -q 'Bo Lind' khard.out
else
	skip "khard lists what filo exports" "khard is not installed"
fi

python=$(for p in /usr/bin/python3 python3; do "$p" -c 'import vobject' 2> python.err && echo "$p" && break; done) || true
if [ -n "$python" ]; then
	cat > parse.py <<'END'
import sys, vobject
for path in sys.argv[1:]:
    cards = list(vobject.readComponents(open(path, newline="")))
    assert len(cards) == 2, path
    for card in cards:
        assert card.fn.value
    assert "and long letters" in cards[0].note.value
END
	check "vobject parses every exported card" "$python" parse.py three.vcf four.vcf
else
	skip "vobject parses every exported card" "python3-vobject is not installed"
fi

if command -v calcurse > calcurse.path; then
	mkdir cal
	calcurse -q -D cal -i filo.ics > calcurse.out 2>&1 < /dev/null
	check "calcurse takes the birthdays" grep -q 'Ann Reed' cal/apts
	check "calcurse takes the follow-ups" grep -q 'Bo Lind' cal/todo
	check "calcurse takes one that was written in two lines" grep -q 'first line second' cal/todo
	check "calcurse leaves nothing out" sh -c "! grep -qi 'left out\|skipped: [1-9]\|[1-9][0-9]* skipped' calcurse.out"
else
	skip "calcurse imports the calendar" "calcurse is not installed"
fi

if command -v khal > khal.path; then
	mkdir khal
	printf '[calendars]\n[[book]]\npath = %s/khal\n[locale]\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\n[sqlite]\npath = %s/khal.db\n' \
		"$DIR" "$DIR" > khal.conf
	khal -c khal.conf import --batch -a book filo.ics > khal.out 2>&1 < /dev/null
	khal -c khal.conf list 2027-02-27 4d > khal.list 2>&1 < /dev/null
	check "khal shows a birthday of 29 February in a common year" grep -q 'Birthday of Ann Reed' khal.list
	khal -c khal.conf list 2027-04-12 1d > khal.list 2>&1 < /dev/null
	check "khal shows a birthday whose year is not known" grep -q 'Birthday of Bo Lind' khal.list
else
	skip "khal reads the calendar" "khal is not installed"
fi

# What a server cuts or refuses of 4.0 is told.
FILO_DB=$DIR/server.db
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Ann Prova\nX-messaging/xmpp-All:ann@jabber.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo Prova\nNICKNAME:Bo\nEND:VCARD\n' > kde.vcf
filo import kde.vcf > out
filo export --output kde4.vcf > out 2>&1
check "of a property with a slash" grep -q 'or refuses a card, of 1 person here' out
filo export --vcard3 --output kde3.vcf > out 2>&1
check "but of 3.0 it takes it" test ! -s out

# Saved views go out and come back, by the names there are.
FILO_DB=$DIR/views.db
cat > views.json << 'END'
{"filo":1,"circles":[{"name":"Choir"}],"contacts":[{"uid":"u1","name":"Ann","circle":"Choir"},{"uid":"u2","name":"Bo"}],
"views":[{"name":"singers","pane":"contacts","order":"silence","limit":"~c Choir"},{"name":"5","pane":"log"},{"name":"x","pane":"attic"}]}
END
filo import views.json > out
check "a view comes in" grep -q '1 new saved view' out
filo circle --edit Choir --name Singers > out
filo export -f json --output views2.json > out
check "and goes out" grep -q '{"name":"singers","pane":"contacts","order":"silence","limit":"~c Singers"}' views2.json
filo import views2.json > out
check "but not over one that is here" grep -q '^Nothing was imported' out
FILO_DB=$DIR/views2.db
filo import views2.json > out
filo saved-view singers > out
check "it shows there whom it showed here" test "$(cat out)" = Ann
filo undo > out
filo saved-view > out 2>&1
check "and undo takes it back with the rest" grep -q '^No view is saved' out
filo redo > out
printf '{"filo":1,"contacts":[{"uid":"u9","name":"Zoe"}],"views":[%s{"name":"singers","pane":"log","limit":"x"},{"name":"too many","pane":"log"}]}' \
	"$(for i in 1 2 3 4 5; do printf '{"name":"v%s","pane":"due","limit":"a"},' $i; done)" > many.json
filo import many.json > out 2>&1
check "more views than there are places for are told" grep -q 'places of views are taken; forget-view frees one' out
check "and one that is here under its name" grep -q 'There is a view "singers" already; it stays as it is' out
check "and people come in nonetheless" grep -q '1 new person' out
check_end
