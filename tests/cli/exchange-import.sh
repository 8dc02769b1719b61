#!/bin/sh
# Imports from the command line: what comes in, what stays, what is refused.
#   FILO=./filo sh tests/cli/exchange-import.sh
# shellcheck source=tests/cli/exchange-common
. "${ROOT:-.}/tests/cli/exchange-common"

cat > cards.vcf <<'END'
BEGIN:VCARD
VERSION:3.0
UID:card-1
FN:Ann Reed
TEL;TYPE=CELL:+39 333 1234567
EMAIL:ann@example.org
X-OWN;TYPE=home:kept\, as it is
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:card-2
FN:Bo Lind
CATEGORIES:choir
END:VCARD
END

filo import --dry-run cards.vcf > out || true
filo list > listed
check "a dry run names what would be new" grep -q '2 new people' out
check "a dry run changes nothing" test ! -s listed

filo import cards.vcf > out
check "an import says what is new" grep -q '2 new people' out
filo import cards.vcf > out
check "the same file again changes nothing" grep -q '2 people unchanged' out
check "the same file again adds nobody" sh -c '! grep -q new out'
check "and does not say that it did" grep -q "^Nothing was imported" out
filo import -n cards.vcf > out
check "nor that it would" grep -q "^An import would change nothing" out
check "everybody is there once" test "$(filo list | grep -c 'Ann Reed')" = 1

cat > newer.vcf <<'END'
BEGIN:VCARD
VERSION:3.0
UID:card-1
FN:Ann Reed
TEL;TYPE=CELL:+39 333 7654321
EMAIL:ann@example.org
END:VCARD
END
filo import newer.vcf > out
check "a newer card brings its person up to date" grep -q '1 person brought up to date' out
filo export -o after.vcf
check "a number the source gave up is gone" sh -c '! grep -q 1234567 after.vcf'
check "the new number is there" grep -q 7654321 after.vcf

printf 'name,family name,given name,suffix\nMamma,Rossi,Anna,Jr.\nRossi Carla,Rossi,Carla,\n' > names.csv
filo import names.csv > out
filo show mamma > out
check "parts of a name that it does not say are shown" grep -q 'full name *Anna Rossi, Jr\.' out
filo show carla > out
check "parts that it says are not shown again" sh -c '! grep -q "full name" out'
filo show --json mamma > out
check "every part is a key of its own" grep -q '"family":"Rossi"' out
filo undo > out

cat > log.csv <<'END'
date,contact,direction,channel,summary,mood
2026-10-12 18:30,Ann Reed,them,call,Talked about boats,well
2026-10-14,Ann Reed;Bo Lind,me,in-person,Dinner,
2026-02-31,Ann Reed,me,call,never
2026-10-15,,me,call,nobody
END
filo import --json log.csv > out
check "rows of a log become entries" grep -q '"entries_new":2' out
check "broken rows are refused" grep -q '"refused":2' out
check "a refusal names its line" grep -q '"line":4' out
filo import --json log.csv > out
check "the log again changes nothing" grep -q '"entries_new":0' out

printf 'BEGIN:VCARD\nFN:Cut' > cut.vcf
filo import cut.vcf > out 2> errors || true
check "a card without an end is said to be one" grep -q 'cut.vcf:1:' errors
printf 'just a letter\n' > letter.txt
check "a file in no known format is refused" refuses filo import letter.txt
check "a folder is refused" refuses filo import .
check "a file that is not there is refused" refuses filo import nowhere.vcf
check "an unknown format is a usage error" exits_2 filo import --format tarot cards.vcf
check "a beginning of a format is enough" filo import -n --format v cards.vcf
check "and says which it is" refuses filo import -n --format js cards.vcf
printf 'BEGIN:VCARD\nFN:From a pipe\nEND:VCARD\n' | filo import - > out
check "standard input is read" grep -q '1 new person' out

filo export --format json -o all.json
FILO_DB=$DIR/copy.db filo import all.json > out
FILO_DB=$DIR/copy.db filo export --format json -o again.json
check "JSON goes into an empty database and out again the same" cmp -s all.json again.json
filo import all.json > out
filo export --format json -o again.json
check "JSON into the database it came from changes nothing" cmp -s all.json again.json
head -1 log.csv | sed 's/,mood//' > header.csv
# Killed in the middle: what the pipe still holds never came.
filo list > before
mkfifo slow
"$FILO" import - < slow > out 2>&1 &
exec 3> slow
awk 'BEGIN { print "date,contact,summary"
	for (i = 0; i < 100000; i++) printf "2020-01-%02d,Somebody,entry %d\n", 1 + i % 28, i }' >&3
kill -9 $!
wait $! 2> killed || true
exec 3>&-
filo list > listed
check "an import that was killed left nothing" cmp -s before listed
filo check > out
check "an import that was killed left the database whole" grep -q 'All is well' out
echo '2026-10-16,Ann Reed,,call,after that' | cat header.csv - > again.csv
filo import again.csv > out
check "an import after a killed one is taken" grep -q '1 new entry' out

# While an import waits for its source, others can write: what the pipe holds is more than fits into
# it, so that the import is at it.
lines() { awk -v kind="$1" -v words="$2" 'BEGIN { for (i = 0; i < 3000; i++)
	if (kind == "log") printf "2020-02-%02d,Somebody Else,%s %d\n", 1 + i % 28, words, i
	else printf "{\"who\": \"Ann Reed\", \"when\": \"2021-03-%02d 10:00\", \"id\": \"%s %d\"}\n",
		1 + i % 28, words, i }'; }
for kind in log messages; do
	rm -f slow
	mkfifo slow
	"$FILO" import --format $kind - < slow > out 2>&1 &
	exec 3> slow
	[ $kind != log ] || echo "date,contact,summary" >&3
	lines $kind "first words of many, to be longer" >&3
	check "while $kind are read another program writes" filo log "Ann Reed" "meanwhile $kind"
	filo check > check.out
	check "and a check finds nothing" grep -q 'All is well' check.out
	lines $kind "last words of many, to be longer" >&3
	exec 3>&-
	wait $! || true
	filo show "Ann Reed" > listed
	check "and what was written while $kind were read is there" grep -q "meanwhile $kind" listed
done
check "and what came by the pipe" grep -q '28 new days' out

# What no field is for is kept, and shown.
printf 'Name,E-mail,Shoe size,Said\nZoe Reed,z@example.org,42,"a, b\nand c"\n' > cells.csv
filo import cells.csv > out
filo show zoe > out
check "a cell without a field is shown under its column" grep -q '^  shoe size  *42$' out
check "with its commas" grep -q '^  said  *a, b' out
printf 'BEGIN:VCARD\nFN:Yva Kept\nBDAY;VALUE=text:circa 1800\nX-OWN:kept\\, as it is\nREV:1\nEND:VCARD\n' |
	filo import - > out
filo show "Yva Kept" > out
check "a date in words is shown" grep -q '^  bday  *circa 1800$' out
check "what is for programs is not" sh -c '! grep -q REV out'
check "a property without a field is shown as well" grep -q '^  own  *kept, as it is$' out

# Enough that the index gets them at the end, and few enough to be brought back by redo.
awk 'BEGIN { for (i = 0; i < 400; i++)
	printf "BEGIN:VCARD\nVERSION:4.0\nFN:Many Name%d\nTITLE:gardener%d\nEMAIL:many%d@many.example\nADR:;;Via %d;Milano;;;\nEND:VCARD\n",
		i, i, i, i }' > many.vcf
filo import many.vcf > out
check "many people are found by their title" test "$(filo find gardener399 | grep -c 'Many Name399')" = 1
check "and by an address" test "$(filo find many398@many.example | grep -c 'Many Name398')" = 1
filo undo > out
check "after undo they are not" exits_with 1 filo find gardener399
filo redo > out
check "and after redo they are" test "$(filo find gardener399 | grep -c 'Many Name399')" = 1
check "and all is well" test "$(filo check)" = "All is well."

printf 'date,contact,summary\n2027-01-01,Future Person,one\n2026-11-20,Future Person,two\n' > ahead.csv
FILO_DB=$DIR/ahead.db filo import ahead.csv > out 2> err || true
check "what is yet to come is no entry of a log" grep -q 'ahead.csv:2: "2027-01-01" is yet to come' err
check "and the rest is taken" grep -q '1 new entry' out

# A card without a UID is known by all that it says, from another file of the same import, too.
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Nora Nameless\nNOTE:who\nEND:VCARD\n' > nameless.vcf
FILO_DB=$DIR/nora.db filo import nameless.vcf > out
FILO_DB=$DIR/nora.db filo edit Nora --name "Nora Renamed" > out
FILO_DB=$DIR/nora.db filo export --format json -o nora.json > out
FILO_DB=$DIR/both.db filo import nora.json nameless.vcf > out
check "who was renamed since is no second person" test "$(FILO_DB=$DIR/both.db filo list)" = "Nora Renamed"


# Namesakes have their number in a log; a number alone may be anybody's.
filo add Twin > out
filo add Twin > out
number=$(sed -n 's/.*(#\([0-9]*\)).*/\1/p' out)
printf 'date,with,summary\n2026-10-01,#%s,hi\n2026-10-02,Twin #%s,ahoy\n' "$number" "$number" > twins.csv
filo import twins.csv > out 2> told || true
check "a number is no name" grep -q "twins.csv:2: #$number is a number and no name" told
check "with one it is who has it" test "$(filo show "#$number" | grep -c ahoy)" = 1
check "and nobody is called so" test "$(filo list --names | grep -c '#')" = 2

# "Doe, John" in a log is John Doe where there is one, else who is called Doe and who John.
rm -f "$FILO_DB"*
filo add Doe > out
filo add John > out
printf 'date,contact,summary\n2026-10-01,"Doe, John",hi\n2026-10-02,"John, Doe",hi\n' > doe.csv
filo import doe.csv > out 2> told
check "two single names are two people" test "$(filo show Doe | grep -c hi)" = 2
check "which is told once" test "$(grep -c '"Doe, John" was read as two people' told)" = 1
rm -f "$FILO_DB"*
filo add Doe > out
filo add John > out
filo add "John Doe" > out
filo import doe.csv > out 2> told
check "a name with the family first is that person's" test "$(filo show 'John Doe' | grep -c hi)" = 2
check "of which nothing is to be told" test ! -s told

printf '{"filo":"messages 1","source":"x","name":"a"}\n{"mended":"Windows-1252","file":"a","line":-5}\n' > mended.ndjson
printf '{"end":true}\n' >> mended.ndjson
filo import mended.ndjson > out 2> told
check "a record without a count or a line tells none" grep -q '^a: This is not UTF-8' told

# What is lost is told, quietly as well; else nothing is.
fresh
printf 'BEGIN:VCARD\nUID:quiet-1\nFN:Bo Prova\nTEL:+39055555019\nEND:VCARD\n' > quiet.vcf
filo import --remember quiet.vcf > out
printf 'BEGIN:VCARD\nUID:quiet-1\nFN:Bo Prova\nTEL:+39055555019\nEMAIL:bo@example.org\nEND:VCARD\n' > quiet.vcf
filo import --again --quiet > out 2>&1
check "what comes is not told quietly" test ! -s out
printf 'BEGIN:VCARD\nUID:quiet-1\nFN:Bo Prova Lodi\nEMAIL:bo@example.org\nEND:VCARD\n' > quiet.vcf
filo import --again --quiet > out 2>&1
check "what goes is" grep -q 'Gone from Bo Prova Lodi.*39055555019' out
check "so is who is renamed" grep -q 'Bo Prova is called Bo Prova Lodi now' out
# Parts that say no place are of the only address there is; of two each has its own.
FILO_DB=$DIR/places.db
printf 'Name,Mailing Address,Phone,City,State,Zip\nAnn Prova,1 Oak St,+1 212 555 0147,Salem,OR,97301\n' > one.csv
printf 'Name,Address,Mailing Address,City,Mailing City\nZia Prova,Weg 1,Postfach 2,Bonn,Ulm\n' > three.csv
printf 'name,address,city,postal address\nEva Prova,Weg 1,Bonn,"Postfach 2, 53111 Bonn"\n' > two.csv
filo import one.csv > out
filo import two.csv > out
filo import three.csv > out
filo show "Zia Prova" > out
check "a town of no place is not of one that has its own" grep -q '^  *Ulm (postal)' out
filo show "Ann Prova" > out
check "a street and its town are one address" test "$(grep -c '^  address' out)" = 1
check "with all of it" grep -q '97301 Salem' out
filo show "Eva Prova" > out
check "a box and a street are two" test "$(grep -c '^  address' out)" = 2
# A second address of one place has its number, or its headers are those of the first.
printf 'Name,Street,Zip,City,Street 2,Zip 2,City 2\nFi Prova,Weg 1,53111,Bonn,Via 2,00100,Roma\n' > numbered.csv
printf 'Name,Zip,City,Street,Street,Zip,City,Street\nGi Prova,53111,Bonn,Weg 1,Hof,00100,Roma,Via 2\n' > repeated.csv
printf 'Name,Street,Street 2,Suburb,City\nHi Prova,Weg 1,Hof,Beuel,Bonn\n' > lines.csv
for table in numbered repeated lines; do
	filo import $table.csv > out
done
printf '%s\n' '53111 Bonn' '00100 Roma' > wanted
for who in Fi Gi; do
	filo show "$who Prova" | grep -o '[0-9]* [BR]o[a-z]*$' > out
	check "two addresses are two" diff wanted out
done
filo show "Hi Prova" > out
check "two lines are one" test "$(grep -c '^  address' out)" = 1

# "Tag" is a day beside German columns, though some of them are not known.
printf 'Name,Geburtsjahr,Geburtsmonat,Tag\nBea Prova,1980,5,12\nBo Prova,1981,0,0\nCy Prova,1982,7,?\n' > tag.csv
filo import tag.csv > out
filo show "Bea Prova" > out
check "a day is read" grep -q 'birthday  *12 May 1980' out
filo show "Cy Prova" > out
check "and so is a month without one" grep -q 'birthday  *Jul 1982' out
printf 'Name,Tag,Jahr,Monat\nFay Prova,choir,1980,5\n' > choir.csv
filo import choir.csv > out
filo show "Fay Prova" > out
check "a tag stays one" grep -q 'tags  *choir' out
check_end
