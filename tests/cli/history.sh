#!/bin/sh
# Histories of messages: what becomes of records, of readers that fail, and who is who.
# See tests/cli/run.
# shellcheck source=tests/cli/exchange-common
. "${ROOT:-.}/tests/cli/exchange-common"
set +e
TZ=Europe/Rome
export TZ

log() {
	filo export -f json --output all.json > out && jq -r '.conversations[] | [.day, .minute // "-", .medium, .direction // "-",
		.count_me // "-", .count_them // "-", .seconds // "-", .source_id, ([.participants[].name] | join(" & "))] | map(tostring) | join(" ")' all.json
}
if ! command -v jq > /dev/null; then
	skip "histories" "jq is not installed"
	exit 0
fi

cat > people.csv << 'END'
name,nickname,email,phone
Maria Rossi,,maria@example.net,
Carla Bini,,,+39 347 000 0001
Ann Reed,ann,,
Ben Reed,ben,,
END

# Two people, one of them with two ways to write her; a group; calls.
cat > year.ndjson << 'END'
{"filo":"messages 1","source":"messages","name":"year"}
{"when":"2026-03-01 21:10","who":"Maria Rossi <maria@example.net>","by":"them"}
{"when":"2026-03-02 02:00","who":"maria@example.net","by":"me"}
{"when":"2026-03-02 04:00:00","who":"MARIA@example.net","by":"me"}
{"when":1772700000,"who":"+39 347 000 0001","by":"them","medium":"call","seconds":65}
{"when":1772701000000,"who":"0347 0000001","by":"me","medium":"call","seconds":0}
{"when":"2026-03-05T10:00:00Z","thread":"lunch","who":"ann","by":"them"}
{"when":"2026-03-05T10:01:00Z","thread":"lunch","who":"ben","by":"them"}
{"when":"2026-03-05T10:02:00Z","thread":"lunch","by":"me"}
{"when":"2026-03-06T10:02:00Z","thread":"lunch","who":"ben","by":"them"}
{"end":true}
END
fresh
filo import people.csv > out
filo import -n year.ndjson > out
check "a plan says what would be new" grep -q '4 new days' out
check "and of how many, those of a group among them" grep -q 'With 4 people you have: 4 new days' out
check "and what it is from, once" test "$(grep -c 'Messages, ' out)" = 1
check "a plan changes nothing" test "$(log | wc -l)" = 0
filo import year.ndjson > out
check "an unanswered call is left out" grep -q 'unanswered calls (1)' out
check "a day of a group without me is told" grep -q 'in groups on days when you wrote nothing (1)' out
cat > wanted << 'END'
2026-03-01 1270 message them 1 1 - maria@example.net/2026-03-01 Maria Rossi
2026-03-02 240 message me 1 0 - maria@example.net/2026-03-02 Maria Rossi
2026-03-05 580 call them - - 65 470000001/2026-03-05/call Carla Bini
2026-03-05 660 message them 1 2 - group:THREAD/2026-03-05 Ann Reed & Ben Reed
END
log | sed 's/group:[0-9a-f]*/group:THREAD/' > got
check "days, sides, calls and groups are as the messages were" diff wanted got
cp all.json first.json
filo import year.ndjson > out
log > got
check "the same again changes nothing" cmp all.json first.json

# A part, the whole, another part: as the whole alone.
fresh
filo import people.csv > out
log > nothing
head -n 3 year.ndjson > begin.ndjson
tail -n 8 year.ndjson > rest.ndjson
filo import rest.ndjson > out
filo import begin.ndjson > out
filo import year.ndjson > out
filo import rest.ndjson > out
log | sed 's/group:[0-9a-f]*/group:THREAD/' > got
check "parts in any order come to the whole" diff wanted got

# What is broken is said with its line; the rest is taken.
fresh
printf '%s\n' '{"when":"2026-01-02 10:00","who":"ann","by":"them"}' '{"when":"soon","who":"ann","by":"me"}' \
	'no record' '{"when":"2026-01-03 10:00","who":"ann","by":"me"' '{"when":"2026-01-04 10:00","who":"ann","by":"me"}' \
	'{"problem":""}' '{"left_out":"","count":2}' '{"met":{"key":"ann","name":"Ann","day":"2026-01-01"}}' > broken.ndjson
filo import people.csv > out
filo import broken.ndjson > out 2> errors
check "what is broken is told by its line" test "$(sed 's/.*ndjson:\([0-9]*\):.*/\1/' errors | tr '\n' ' ')" = "2 3 4 6 7 "
check "the rest is taken" test "$(log | wc -l)" = 2

# Arrays over many lines, and CSV.
fresh
filo import people.csv > out
printf '[\n  {\n    "when": "2026-01-02 10:00",\n    "who": "ann",\n    "by": "them"\n  },\n  {"when": 1767430800, "who": "ann", "by": "me"}\n]\n' > list.json
filo import list.json > out
check "an array over many lines is read" test "$(log | wc -l)" = 2
printf 'when,who,by\n2026-01-05,ann,them\n' > rows.csv
filo import rows.csv > out
check "CSV is read, days alone too" test "$(log | tail -n 1 | cut -c 1-12)" = "2026-01-05 -"

# Who I am.
fresh
printf '%s\n' '{"when":"2026-01-02 10:00","thread":"a","from":"Giulia"}' '{"when":"2026-01-02 10:01","thread":"a","from":"Marco"}' \
	'{"when":"2026-01-02 10:02","thread":"a","from":"Giulia"}' '{"when":"2026-01-03 10:02","thread":"a","from":"Marco"}' > chat.ndjson
check "who I am is asked for" exits_2 filo import chat.ndjson
check "with those it may be" grep -q 'Giulia (2), Marco (2): --me NAME' exits.err
filo import --me Marco chat.ndjson > out
check "who is no contact is put aside and asked about" grep -q 'Who is this? "Giulia" (2 days)' out
check "with a whole command to copy" grep -q "filo import --map 'Giulia=PERSON' FILE" out
check "as who is aside is" grep -q '2 days  They are listed by: filo seen' out
sed "s/Giulia/O'Hara/" chat.ndjson > quoted.ndjson
filo import -n --me Marco quoted.ndjson > out
check "no quote of somebody else's stands in a command" grep -q "filo import --map 'NAME=PERSON' FILE" out
check "nobody becomes a contact by themselves" test "$(filo list | wc -l)" = 0
filo add "Giulia Neri" > out
filo import --me Marco --map "Giulia=Giulia Neri" chat.ndjson > out
check "--map says who" test "$(log | wc -l)" = 2
filo import --me Marco chat.ndjson > out
check "and is remembered" grep -q '2 were there' out
check "a folder is no file of maps" exits_2 filo import --me Marco --map-file . chat.ndjson
fresh
mkdir -p "$HOME/.config/filo"
echo 'me = ada@example.org, Marco' > "$HOME/.config/filo/config"
check "the settings may say who I am" filo import chat.ndjson > out
filo import --adopt 2 chat.ndjson > out
check "who was seen before and now comes is an import" grep -q '^Imported' out
check "of whom nothing is asked or aside any more" test "$(grep -c 'Who is this\|aside' out)" = 0
check "--adopt makes contacts of who has days enough" test "$(log | wc -l)" = 2
rm "$HOME/.config/filo/config"

# People seen, and where everything came from.
fresh
filo import --me Marco chat.ndjson > out
check "people seen are listed" test "$(filo seen | cut -c 1-40)" = "     2  2026-01-02  2026-01-03  Giulia"
check "an empty list says so where a person reads" test "$(filo seen --ignored 2>&1 > out; cat out)" = "Nobody was left out for good."
check "nobody of another name" exits_with 1 filo seen --adopt Anna
check "completion offers who was seen" test "$(filo completion bash filo seen --adopt gi)" = "Giulia"
filo seen --ignore Giulia > out
check "that is said" grep -q 'Left out for good: 1 person' out
check "who is ignored is not listed" test "$(filo seen | wc -l)" = 0
filo import --me Marco chat.ndjson > out
check "nor set aside again" test "$(filo seen | wc -l)" = 0
filo seen --ignored --ignore Giulia > out
filo import --me Marco chat.ndjson > out
filo seen --adopt giulia > out
check "who is adopted has their days" grep -q '2 entries' out
check "and is a person" test "$(filo list | wc -l)" = 1
log > got
filo import --me Marco chat.ndjson > out
log > again
check "importing again makes no twins" cmp got again
# Meetings: of two on one day the first begins it.
FILO_DB=$DIR/meetings.db
printf '%s\n' '{"filo":"messages 1","source":"calendar","name":"work"}' \
	'{"when":"2026-11-01 10:00","from":"zoe@example.org","to":["me@example.org","bob@example.org"],"medium":"in-person","seconds":7200,"id":"a"}' \
	'{"when":"2026-11-01 15:00","from":"zoe@example.org","to":["me@example.org","bob@example.org"],"medium":"in-person","seconds":60,"id":"b"}' > meetings.ndjson
filo import --me me@example.org meetings.ndjson > out
check "what a calendar holds is called so" grep -q 'Calendar, work: 2 meetings, ' out
check "a day on which one was met twice counts once" grep -q 'People seen, aside: 1, 1 day ' out
filo export -f json --output seen.json > out
check "two meetings of a day are one day" test "$(jq -r '.seen[].days[]? | "\(.minute) \(.seconds)"' seen.json)" = "600 7200"
filo import --me me@example.org meetings.ndjson > out
filo export -f json --output again.json > out
check "of which the same import says nothing new" cmp seen.json again.json
filo seen --adopt bob > out
log > adopted
filo import --me me@example.org meetings.ndjson > out
check "of who was adopted they were there" grep -q 'With 1 person you have: 2 were there' out
log > again
check "and are there once" cmp adopted again

FILO_DB=$DIR/nobody.db
check "who I am is asked where nobody wrote" exits_2 filo import meetings.ndjson
check "with who was there" grep -q 'Who are you in work? .*bob@example.org (1)' exits.err

# Where the source says whose it is, who it is need not have written.
FILO_DB=$DIR/silent.db
filo add Zoe --phone '+39 333 123 4567' > out
printf '%s\n' '{"filo":"messages 1","source":"sms","name":"backup"}' '{"me":"sms:self","why":"it is the owner'"'"'s phone"}' \
	'{"when":"2026-11-01 10:00","from":"+393331234567","medium":"message","id":"a"}' \
	'{"when":"2026-11-01 10:01","from":"+393331234568","thread":"t","to":["+393331234569"],"medium":"message","id":"b"}' > silent.ndjson
check "who I am is not asked where the source says it" exits_with 0 filo import silent.ndjson
check "and what only the source calls me is not said" grep -q "You: it is the owner's phone\$" exits.out
check "nor is a day lost" test "$(log | wc -l)" = 1
sed 's/"from":"+393331234567"/"from":"sms:self","to":["+393331234567"]/' silent.ndjson > sent.ndjson
filo import sent.ndjson > out
check "nor am I a service" sh -c '! grep -q service out'
# But of mails, if none of them is theirs.
FILO_DB=$DIR/other.db
filo add Zoe --email zoe@example.org > out
printf '%s\n' '{"filo":"messages 1","source":"mail","name":"box"}' '{"me":"other@example.org"}' \
	'{"when":"2026-11-01 10:00","from":"zoe@example.org","to":["me@example.org"],"medium":"email","id":"a"}' \
	'{"when":"2026-11-01 10:01","from":"me@example.org","to":["zoe@example.org"],"medium":"email","id":"b"}' > other.ndjson
check "whose a mailbox is is asked where its owner is in no mail" exits_2 filo import other.ndjson
check "with who is" grep -q 'Who are you in box? .*me@example.org (2)' exits.err
check "and the answer does" exits_with 0 filo import --me me@example.org other.ndjson
check "for all of it" grep -q 'With 1 person you have: 1 new day' exits.out

# A group of which one other is seen is no part of what is said between the two.
FILO_DB=$DIR/pair.db
filo add Zoe --email zoe@example.org > out
{
	printf '%s\n' '{"filo":"messages 1","source":"signal","name":"chats"}' '{"me":"ada@example.org"}' '{"thread":"g","kind":"group"}' \
		'{"when":"2026-11-01 10:00","from":"zoe@example.org","thread":"d","medium":"message","id":"a"}' \
		'{"when":"2026-11-01 11:00","from":"zoe@example.org","thread":"g","medium":"message","id":"b"}'
} > pair.ndjson
filo import pair.ndjson > out
check "the group is an entry of its own" test "$(log | wc -l)" = 2
printf '%s\n' '{"when":"2026-11-01 12:00","from":"bob@example.org","thread":"g","medium":"message","id":"c"}' \
	'{"when":"2026-11-01 12:01","from":"ada@example.org","thread":"g","medium":"message","id":"d"}' >> pair.ndjson
filo import pair.ndjson > out
check "also once more is known of it" test "$(log | wc -l)" = 2
FILO_DB=$DIR/pair-words.db
filo add Zoe --email zoe@example.org > out
for way in group channel; do
	printf '%s\n' '{"filo":"messages 1","source":"signal","name":"chats"}' '{"me":"ada@example.org"}' '{"thread":"g","kind":"'$way'"}' \
		'{"when":"2026-11-01 10:00","from":"zoe@example.org","thread":"d","medium":"message","id":"a","text":"for you"}' \
		'{"when":"2026-11-01 11:00","from":"zoe@example.org","thread":"g","medium":"message","id":"b","text":"for all"}' > pair.ndjson
	filo import --with-text pair.ndjson > out
	filo export -f json --output all.json > out
	check "words of a $way are not among those of the two" test "$(jq -r '.conversations[] | .summary, .body | select(. != null)' all.json)" = "10:00 Zoe: for you"
done

# Why messages came to nothing is told, whichever way they did.
FILO_DB=$DIR/nothing.db
filo add Zoe --email zoe@example.org > out
{
	printf '%s\n' '{"filo":"messages 1","source":"signal","name":"chats"}' '{"me":"ada@example.org"}' '{"thread":"g","kind":"group"}'
	printf '{"when":"%s","from":"%s@example.org","thread":"%s","medium":"%s","seconds":60}\n' \
		"2026-11-01 10:00" zoe g message "2026-11-01 10:01" bob g message "2026-11-02 10:00" ada g message \
		"2026-11-03 10:00" bob g call "2026-11-03 10:00" ada self message "2026-11-03 11:00" ada self call \
		"2026-11-04 10:00" ada other message "2026-11-04 10:01" bob other message "2026-11-04 10:02" cleo other message
} > nothing.ndjson
filo import nothing.ndjson > out
check "nothing came of it" grep -q '^Nothing was imported' out
check "where I was silent" grep -q 'in groups on days when you wrote nothing (2)' out
check "where the others were" grep -q 'in groups on days when nobody else wrote (1)' out
check "where nobody is a contact" grep -q 'in groups with nobody among your contacts (3)' out
check "of calls in a group" grep -q 'calls with several people (1)' out
check "of calls of my own mailbox" grep -q 'calls with nobody but you (1)' out
check "and of what I wrote to myself" grep -q 'messages to nobody but you (1)' out

# A name that is told to choose from is an answer, also where it stands beside an address.
FILO_DB=$DIR/named.db
printf '%s\n' '{"filo":"messages 1","source":"mail","name":"box"}' \
	'{"when":"2026-11-01 10:00","medium":"email","id":"a","from":"Zoe Prova <zoe@example.org>","to":["Ada Prova <ada@example.org>"]}' \
	'{"when":"2026-11-02 10:00","medium":"email","id":"b","from":"Zoe Prova <zoe@example.org>","to":["Ada Prova <ada@example.org>"]}' > named.ndjson
check "of mail, too, who I am is asked" exits_2 filo import named.ndjson
check "with names" grep -q 'Ada Prova (2)' exits.err
filo add "Zoe Prova" --email zoe@example.org > out
filo import --me 'Ada Prova' named.ndjson > out
check "and one of them answers it" test "$(log | wc -l)" = 2
FILO_DB=$DIR/invited.db
printf '%s\n' '{"filo":"messages 1","source":"calendar","name":"work"}' \
	'{"when":"2026-11-01 10:00","medium":"in-person","id":"a","from":"Zoe Prova <zoe@example.org>","to":["Ada Prova <ada@example.org>","Zoe Prova <zoe@example.org>"]}' > invited.ndjson
check "of meetings who is in them may be me" exits_2 filo import invited.ndjson
check "with the number of meetings" grep -q 'Ada Prova (1)' exits.err
check "and a name answers it" exits_with 0 filo import --me 'Ada Prova' invited.ndjson

# Two telephones of one country that end alike are two people, in whichever order they come.
for first in 5 7; do
	second=$((12 - first))
	FILO_DB=$DIR/alike$first.db
	filo add "Ada Prova" --phone '+49 151 23456789' > out
	filo add "Bob Prova" --phone '+49 171 23456789' > out
	printf '{"when":"2026-11-0%s 10:00","medium":"message","by":"them","who":"%s"}\n' \
		1 "+491${first}123456789" > one.ndjson
	printf '{"when":"2026-11-0%s 10:00","medium":"message","by":"them","who":"%s"}\n' \
		3 "+491${second}123456789" 2 "+491${first}123456789" > both.ndjson
	filo import one.ndjson > out
	filo import both.ndjson > out
	log | awk '{ print $1, $9 }' > days
	set -- Ada Bob
	[ $first = 5 ] || set -- Bob Ada
	printf '2026-11-0%s %s\n' 1 "$1" 2 "$1" 3 "$2" > wanted
	check "each has their own days" diff wanted days
	filo import both.ndjson > out
	log | awk '{ print $1, $9 }' > days
	check "and none comes twice" diff wanted days
	filo import --map "+491${second}123456789=-" both.ndjson > out
	filo export -f json --output all.json > out
	check "one of them is ignored alone" \
		test "$(jq -r '.seen[] | select(.ignored) | .address' all.json)" = "+491${second}123456789"
done
# However the second is written.
FILO_DB=$DIR/written.db
printf '{"when":"2026-11-01 10:00","medium":"message","by":"them","who":"%s"}\n' \
	+4915121234567 017121234567 > first.ndjson
filo import --map "+4915121234567=-" --map "017121234567=-" first.ndjson > out
printf '{"when":"2026-11-02 10:00","medium":"message","by":"them","who":"%s"}\n' \
	+4915121234567 +4917121234567 017121234567 > again.ndjson
filo import again.ndjson > out
check "one ignored stays so however written" test "$(grep -c 'never answered' out)" = 0
# Where a number is shorter than what is compared of others, too.
for first in +4512345678 '12 34 56 78'; do
	FILO_DB=$DIR/short$first.db
	printf '{"when":"2026-11-01 10:00","medium":"message","by":"them","who":"%s"}\n' "$first" > first.ndjson
	printf '{"when":"2026-11-02 10:00","medium":"message","by":"them","who":"%s"}\n' \
		+4512345678 '12 34 56 78' > again.ndjson
	filo import again.ndjson > out
	check "of eight digits they are one" grep -q '1 person written to once' out
	filo import --map "$first=-" first.ndjson > out
	filo import again.ndjson > out
	check "and ignored however written" test "$(grep -c 'never answered' out)" = 0
done

# A length that is none.
FILO_DB=$DIR/long.db
filo add Ann > out
printf '%s\n' '{"when":"2026-11-01 10:00","who":"ann","by":"me","medium":"call","seconds":3000000000}' \
	'{"when":"2026-11-01 11:00","who":"ann","by":"me","medium":"call","seconds":4294967296}' > long.ndjson
filo import --map ann=Ann long.ndjson > out
check "calls are no longer than a month" test "$(log | cut -d ' ' -f 7)" = 2678400
sed '1i {"filo":"messages 1","source":"calls","name":"phone"}' long.ndjson | filo import -n --map ann=Ann - > out
check "what a telephone holds is called so" grep -q 'Calls, phone: 2 calls, ' out

# Me by --map, which is remembered for that source: elsewhere it is a name like others.
FILO_DB=$DIR/mapped.db
sed 's/^{/{"x":0,/; 1s/^/{"filo":"messages 1","source":"telegram","name":"one"}\n/' chat.ndjson > telegram.ndjson
filo import --map "Marco=@me" telegram.ndjson > out 2>&1
check "--map may say who I am" grep -q 'Who is this? "Giulia" (2 days)' out
check "and is remembered" filo import telegram.ndjson
printf '%s\n' '{"when":"2026-01-05 10:00","who":"Marco","by":"them"}' '{"when":"2026-01-05 10:01","who":"Marco","by":"me"}' > namesake.ndjson
filo import namesake.ndjson > out
check "not for somebody else who is called so" grep -q 'Who is this? "Marco" (1 day)' out

# Mail that came to one address alone, and nobody is it: that may be mine, too.
FILO_DB=$DIR/other.db
{
	printf '%s\n' '{"filo":"messages 1","source":"mail","name":"box"}' '{"me":"ada@example.org","why":"most mail came to it"}' \
		'{"when":"2026-11-01 10:00","medium":"email","id":"m","from":"bob@example.org","to":["ada@example.org"]}'
	for i in 1 2 3; do
		printf '{"when":"2026-11-0%s 10:00","medium":"email","id":"%s","from":"zoe@example.org","to":["info@example.org"]}\n' "$i" "$i"
	done
} > other.ndjson
filo import other.ndjson > out
check "an address that may be mine is told" grep -q '3 mails came to info@example.org: is it yours?  --me info@example.org$' out
check "and how to say for good who I am" grep -q 'You: ada@example.org, most mail came to it; "me = ada@example.org" in the settings' out
FILO_DB=$DIR/both.db
filo import --me 'ada@example.org, info@example.org' other.ndjson > out
check "not once it was said" test "$(grep -c -e 'is it yours' -e 'in the settings' out)" = 0
check "then no mail is left out" test "$(grep -c 'did not come to you' out)" = 0

# What only people seen had of a source is said when it goes.
FILO_DB=$DIR/gone.db
filo import --me Marco telegram.ndjson > out
filo sources forget telegram > out
check "days of people seen are told when they go" grep -q '2 days of people seen were removed' out
check "and it wants to know what to forget" exits_2 filo sources forget

# One person in two sources.
FILO_DB=$DIR/two.db
filo import --me Marco --name one chat.ndjson > out
sed 's/01-0/02-0/' chat.ndjson > later.ndjson
filo import --me Marco --name two later.ndjson > out
check "one who was seen in two sources stands there twice" test "$(filo seen | wc -l)" = 2
filo seen --adopt Giulia giulia > out
check "adopted they are one person" test "$(filo list | wc -l)" = 1
check "with the days of both" test "$(log | wc -l)" = 4
filo undo > out
check "undo says so" grep -q 'Undone: adopt people seen' out
check "and takes all of it back" test "$(log | wc -l) $(filo list | wc -l) $(filo seen | wc -l)" = "0 0 2"
FILO_DB=$DIR/fresh.db

filo sources > out
check "sources are listed" grep -q '^messages  *2 entries' out
filo sources forget Messages > out
check "and forgotten" test "$(log | wc -l)" = 0
filo import --me Marco chat.ndjson > out
log > again
check "and come back as they were" cmp got again
filo seen --forget all > out
check "no database is left that cannot be exported and read back" filo export -f json --output all.json
FILO_DB=$DIR/copy.db filo import all.json > out
FILO_DB=$DIR/copy.db filo export -f json --output copy.json > out
check "people seen and numbers go out and come back" cmp all.json copy.json

# Words only when they are asked for, and of two people only.
fresh
filo import people.csv > out
printf '%s\n' '{"when":"2026-03-01 21:10","who":"ann","by":"them","text":"are you there?"}' \
	'{"when":"2026-03-01 21:12","who":"ann","by":"me","text":"yes"}' \
	'{"when":"2026-03-01 21:12","who":"maria@example.net","by":"me","medium":"email","text":"The book"}' > words.ndjson
filo import words.ndjson > out
filo export -f json --output all.json > out
check "words are not kept" test "$(jq -r '[.conversations[] | .summary, .body] | map(select(. != null)) | length' all.json)" = 0
fresh
filo import people.csv > out
filo import --with-text words.ndjson > out
filo export -f json --output all.json > out
check "unless they are asked for" test "$(jq -r '.conversations[] | .summary, .body // empty' all.json | LC_ALL=C sort | tr '\n' '|')" = "21:10 ann: are you there?|21:10 ann: are you there?|21:12 me: The book|21:12 me: yes|"
fresh
filo import people.csv > out
printf '%s\n' '{"when":"2026-03-01 21:10","who":"maria@example.net","by":"them","text":"hello"}' > unnamed.ndjson
filo import --with-text unnamed.ndjson > out
filo export -f json --output all.json > out
check "where only an address is known a line has the contact's name" grep -q '"21:10 Maria Rossi: hello"' all.json

# Readers: of another format, and such as fail.
mkdir bin
PATH=$DIR/bin:$PATH
reader() {
	cat > "bin/filo-read-$1"
	chmod +x "bin/filo-read-$1"
}
fresh
filo import people.csv > out
sed -n '/^\.Bd.*/,/^\.Ed/p' "$ROOT/man/filo.5" | sed -n '/^#!/,/^\.Ed/p' | sed '/^\.Ed/d; s/\\e/\\/g' | reader irc
printf '2026-09-01 18:30 <ben> how are you?\n2026-09-01 18:31 <ada> fine\n2026-09-02 09:00 <ada> and you?\n' > log.txt
filo import --format irc --me ada log.txt > out
check "the reader of the manual reads" test "$(log | cut -d ' ' -f 1-6)" = "$(printf '2026-09-01 1110 message them 1 1\n2026-09-02 540 message me 1 0')"
reader cut << 'END'
#!/bin/sh
echo '{"filo":"messages 1","source":"irc","name":"log"}'
echo '{"when":"2026-09-05 18:30","who":"ben","by":"me"}'
kill -9 $$
END
filo import --format cut log.txt > out 2> errors
check "a reader that was killed is told" grep -q 'could not be read to its end' errors
check "what it had read counts" test "$(log | wc -l)" = 3
filo export -f json --output before.json > out
reader nonsense << 'END'
#!/bin/sh
head -c 100000 /dev/urandom
END
check "a reader that writes nonsense is refused" exits_with 1 filo import --format nonsense log.txt
reader none << 'END'
#!/bin/sh
echo "this is a picture" >&2
exit 1
END
check "a reader that refuses says why" exits_with 1 filo import --format none log.txt
check "in its own words" grep -q 'log.txt: this is a picture' exits.err
reader dies << 'END'
#!/bin/sh
kill -11 $$
END
check "a reader that crashes at once is told" exits_with 1 filo import --format dies log.txt
reader card << 'END'
#!/bin/sh
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:From a reader\nEND:VCARD\n'
END
filo export -f json --output after.json > out
check "none of these changed anything" cmp before.json after.json
filo import --format card log.txt > out
check "a reader may bring what filo reads itself" grep -q '1 new person' out
# Files without a name are filo's own, but for what a reader reads and complains to.
reader spy << 'END'
#!/bin/sh
echo "$(ls -l /proc/$$/fd | grep deleted | grep -vc ' [02] -> ') of them" >&2
exit 1
END
check "a reader spies" exits_with 1 filo import --with-text --format spy - < log.txt
check "and sees nothing of filo's own" grep -q ': 0 of them' exits.err
check "a format without a reader is a usage error" exits_2 filo import --format tarot log.txt

# What is kept of another's hand reaches the terminal shown, not as it is.
filo import --tz "$(printf '\033[31mEurope/Rome')" year.ndjson > out
check "the zone is told" grep -q 'Times are those of' out
check "and shown, whatever it is called" sh -c '! grep -q "$(printf "\\033")" out'
# Again, by itself.
fresh
filo import people.csv > out
printf '%s\n' '{"when":"2026-03-01 21:10","who":"maria@example.net","by":"them"}' > grows.ndjson
filo import --remember --name notes grows.ndjson > out
check "a file is remembered" test "$(filo sources | grep -c 'grows.ndjson  imported again')" = 1
check "what has not changed is not read again" test -z "$(filo import --again)"
printf '%s\n' '{"when":"2026-03-02 21:10","who":"maria@example.net","by":"me"}' >> grows.ndjson
check "quietly what has" test -z "$(filo import --again --quiet)"
check "with the options of then" test "$(log | grep -c maria)" = 2
check "all from one source" test "$(jq -r '.conversations[].source' all.json | sort -u)" = messages:notes
printf '%s\n' '{"when":"2026-03-02 22:10","who":"Somebody New","by":"me"}' '{"when":"2026-03-02 22:11","who":"Somebody New","by":"them"}' >> grows.ndjson
filo import --again --quiet > out
check "somebody new is told" grep -q 'Somebody New' out
check "what has not changed is nothing in JSON" test "$(filo import --again --json | jq length)" = 0
printf '%s\n' '{"when":"2026-03-03 21:10","who":"maria@example.net","by":"me"}' >> grows.ndjson
filo import --again --json > out
check "what has is told of each file" test "$(jq -r '.[] | .again + " " + (.history.days | tostring)' out)" \
	= "$(realpath .)/grows.ndjson 3"
rm grows.ndjson
check "a file that is gone is told" exits_with 1 filo import --again --quiet
check "in JSON, too" exits_with 1 filo import --again --quiet --json
filo import --again --json > out 2> /dev/null || true
check "with what is wrong" test "$(jq -r '.[] | .again + ": " + .error' out)" \
	= "$(realpath .)/grows.ndjson: Could not open $(realpath .)/grows.ndjson: No such file or directory"
check "a format that nobody named is null" test "$(filo sources --json | jq -c .files[0].format)" = null
filo sources forget "$(realpath .)/grows.ndjson" > out
check "until it is forgotten" test -z "$(filo import --again)"

# A span is said as everywhere, and stays the days that it was when it is imported again.
fresh
filo import people.csv > out
for day in 2025-10-30 2026-08-20 2026-08-30 2026-10-31 2026-11-01; do
	printf '{"when":"%s 21:10","who":"maria@example.net","by":"them"}\n' $day
done > spans.ndjson
days() { log | cut -d' ' -f1 | sort | tr '\n' ' '; }
filo import --remember --name notes --since "3 months ago" --until october spans.ndjson > out
check "from a day three months ago to the end of a month" test "$(days)" = "2026-08-30 2026-10-31 "
echo '{"when":"2026-08-24 21:10","who":"maria@example.net","by":"them"}' >> spans.ndjson
FILO_TODAY=2027-02-01 filo import --again --quiet > out
check "later they are the same days" test "$(days)" = "2026-08-24 2026-08-30 2026-10-31 "
fresh
filo import people.csv > out
LANG=it_IT.UTF-8 filo import --name notes --since ottobre --until "31 ottobre 2026" spans.ndjson > out
check "in the language of the locale, too" test "$(days)" = "2026-10-31 "

# A problem is told with the line that it is on, of a piece as of an object over several lines.
cat > pieces.ndjson << 'END'
{"filo":"messages 1","source":"friends","name":"pieces"}
{"contact":{"uid":"a","name":"Ada Prova"}}
{"contact":{"uid":"b","note":"nobody"}}
{"end":true}
END
cat > pieces.json << 'END'
{
  "filo": 1,
  "contacts": [
    {
      "uid": "a",
      "name": "Ada Prova"
    },
    {
      "uid": "b",
      "note": "nobody"
    }
  ]
}
END
fresh
filo import -n pieces.ndjson > out 2> problems
check "the line of a piece" grep -q '^pieces.ndjson:3: This contact has no name' problems
filo import -n pieces.json > out 2> problems
check "the line on which an object begins" grep -q '^pieces.json:8: This contact has no name' problems
fresh
filo import people.csv > out

# A mail, from a mail program.
cat > mail << 'END'
From: Maria Rossi <maria@example.net>
To: me@example.org
Date: Thu, 05 Mar 2026 10:00:00 +0000
Subject: =?utf-8?q?Il_libro_=C3=A8_qui?=
Message-ID: <1@example.net>

Words.
END
if [ -x "$(dirname "$FILO")/filo-read" ]; then
	filo log --mail - --subject < mail > out
	check "a mail is logged" grep -q 'Maria Rossi' out
	check "with its day, who wrote and its subject" test "$(log | tail -n 1 | cut -d ' ' -f 1-4)$(jq -r '.conversations[-1].summary' all.json)" = "2026-03-05 660 email themIl libro è qui"
	check "the same again is known" test "$(filo log --mail - < mail)" = "This mail is logged already."
	check "and is not logged twice" test "$(jq '.conversations | length' all.json) $(log | wc -l)" = "1 1"
	check "in JSON nothing is made then" test "$(filo log --mail - --json < mail | jq -c .made)" = "[]"
	sed '/Message-ID/s/1/2/' mail > other
	check "another of that day is another" test "$(filo log --mail - < other > out; log | wc -l)" = 2
	FILO_DB=$DIR/copy.db filo import all.json > out
	check "a copy knows it, too" test "$(FILO_DB=$DIR/copy.db filo log --mail - < mail)" = "This mail is logged already."
	filo undo > out
	sed 's/Maria Rossi <maria@/No One <nobody@/' mail > other
	check "a mail of nobody is not" exits_with 1 filo log --mail - < other
	check "and says whose it was" grep -q 'nobody@example.net' exits.err
	mkdir -p "$HOME/.config/filo" list
	cp mail "list/a mail"
	echo "mail-query = find '$DIR/list' -type f" > "$HOME/.config/filo/config"
	echo "me = me@example.org" >> "$HOME/.config/filo/config"
	filo import --again > out
	check "a query brings its mails" grep -q '1 in your log already' out
	rm "$HOME/.config/filo/config"
	fresh
	filo import people.csv > out

	# The subject of a day is that of a mail which counts: not of bulk, not of one to many, not of
	# one that did not come to me, though each was earlier.
	worded() {
		printf 'From x Mon Mar  2 10:00:00 2026\nFrom: maria@example.net\nTo: %s\nDate: Thu, 05 Mar 2026 %s +0000\nMessage-ID: <%s@x>\nSubject: %s\n%s\nWords.\n\n' "$@"
	}
	{
		worded me@example.org 06:00:00 1 "For sale" "List-Unsubscribe: <https://example.net/out>
"
		worded "me@example.org, a@x.org, b@x.org, c@x.org, d@x.org, e@x.org, f@x.org, g@x.org" 07:00:00 2 "To all" ""
		worded ben@example.org 08:00:00 3 "To Ben" ""
		worded me@example.org 09:00:00 4 "Il libro" ""
		worded me@example.org 10:00:00 5 "Un altro libro" ""
	} > worded
	filo import --me me@example.org --with-text worded > out
	check "bulk mail and mails to many are left out" grep -q 'ulk mail' out
	filo export -f json -o all.json > out
	check "and lend no subject" test "$(jq -r '.conversations[] | .summary + "/" + (.body // "")' all.json)" = "Il libro/"
	fresh
	filo import people.csv > out

	# A Maildir in which nothing has come, gone or got another flag is not read: seen by a mail that
	# is changed behind its back, which no program does.
	one() {
		printf 'From: maria@example.net\nTo: me@example.org\nDate: %s\nMessage-ID: <%s@x>\n\nWords.\n' "$@"
	}
	long_ago() { touch -d '1 hour ago' maildir/cur maildir/new maildir/.Sent/cur maildir/.Sent/new; }
	days() { log | cut -d' ' -f1 | sort | tr '\n' ' '; }
	mkdir -p maildir/cur maildir/new maildir/tmp maildir/.Sent/cur maildir/.Sent/new
	one 'Thu, 05 Mar 2026 10:00:00 +0000' 1 > maildir/cur/1:2,
	filo import --remember --me me@example.org maildir > out
	one 'Fri, 06 Mar 2026 10:00:00 +0000' 2 > maildir/cur/1:2,
	filo import --again > out
	check "what was changed just now is read again" test "$(days)" = "2026-03-05 2026-03-06 "
	long_ago
	filo import --again > out
	check "and once more, since its times are others" grep -q 'was there' out
	one 'Sat, 07 Mar 2026 10:00:00 +0000' 3 > maildir/cur/1:2,
	filo import --again > out
	check "then a folder that has not changed is told" grep -q 'Nothing in it has changed' out
	check "and not read" test "$(days)" = "2026-03-05 2026-03-06 "
	check "but not quietly" test -z "$(filo import --again --quiet)"
	one 'Sun, 08 Mar 2026 10:00:00 +0000' 4 > maildir/.Sent/new/2
	long_ago
	filo import --again > out
	check "a new mail in a folder of it is read" test "$(days)" = "2026-03-05 2026-03-06 2026-03-07 2026-03-08 "
	mv maildir/.Sent/new/2 maildir/.Sent/cur/2:2,S
	long_ago
	filo import --again > out
	check "a flag is a change" grep -q 'were there' out
	{ echo 'From x Mon Mar  9 10:00:00 2026'; one 'Mon, 09 Mar 2026 10:00:00 +0000' 5; echo; } > maildir/more
	touch -d '1 hour ago' maildir/more
	filo import --again > out
	check "so is another file in it" test "$(days | wc -w)" = 5
	{ echo 'From x Tue Mar 10 10:00:00 2026'; one 'Tue, 10 Mar 2026 10:00:00 +0000' 6; echo; } >> maildir/more
	touch -d '1 hour ago' maildir/more
	filo import --again > out
	check "and what is written to it" test "$(days | wc -w)" = 6
	filo import --remember --me me@example.org ./maildir > out
	filo import --again > out
	check "a folder is the same by whatever name it was given" grep -q 'Nothing in it has changed' out
	fresh
	filo import people.csv > out

	# A mailbox that grows: what a whole reading gives. A mail of that day, an older one that
	# came late, an answer of somebody whom only I had written to.
	box() {
		printf 'From x %s\nFrom: %s\nTo: %s\nDate: %s\nMessage-ID: <%s@x>\n\nWords.\n\n' "Mon Mar  2 10:00:00 2026" "$@"
	}
	{
		box maria@example.net me@example.org 'Thu, 05 Mar 2026 10:00:00 +0000' 1
		box me@example.org nora@example.com 'Thu, 05 Mar 2026 10:30:00 +0000' 2
	} > box
	fresh
	filo import people.csv > out
	filo import --remember --me me@example.org box > out
	{
		box maria@example.net me@example.org 'Thu, 05 Mar 2026 11:00:00 +0000' 3
		box maria@example.net me@example.org 'Thu, 05 Mar 2026 10:00:00 +0000' 1
		box me@example.org maria@example.net 'Mon, 02 Mar 2026 11:00:00 +0000' 4
		box nora@example.com me@example.org 'Fri, 06 Mar 2026 11:00:00 +0000' 5
	} >> box
	filo import --again > out
	{ log; filo seen; } > got
	fresh
	filo import people.csv > out
	filo import --me me@example.org box > out
	{ log; filo seen; } > wanted
	check "a mailbox that has grown is as if read whole" cmp wanted got
	check "who answered then is set aside with all days" grep -q nora@example.com got
	fresh
	filo import people.csv > out
	check "whose mailbox it is is asked for" exits_2 filo import mail
	check "with the likeliest" grep -q 'me@example.org (1)' exits.err
	sed 's/^To: .*/To: us@example.org\nDelivered-To: me@example.org/' mail > delivered
	filo import delivered > out
	check "unless the mail says it" grep -q 'You: me@example.org, most mail came to it' out
else
	skip "a mail is logged" "filo-read is not built"
fi

# Whoever was seen in two places under one full name is one person; of one word it cannot be told.
fresh
for name in "Ada Prova" Ada; do
	for day in 01 02; do
		printf '{"when":"2026-11-%s 10:00","who":"%s","by":"them"}\n{"when":"2026-11-%s 10:01","who":"%s","by":"me"}\n' $day "$name" $day "$name"
	done
done > ada.ndjson
filo import ada.ndjson > out
sed 's/2026-11/2026-10/' ada.ndjson > other.ndjson
filo import --name irc --adopt 2 other.ndjson > out
check "one person of two sources becomes one contact" test "$(filo list | grep -c 'Ada Prova')" = 1
check "a name of one word is not enough to be one" test "$(filo list | grep -vc 'Ada Prova')" = 2
check "with the days of both" test "$(filo show "Ada Prova" --json | jq '.log | length')" = 4
# Who has come to be a contact meanwhile is that contact.
fresh
filo import ada.ndjson > out
filo add "Ada Prova" > out
printf '{"when":"2026-11-0%s 10:00","who":"carla.neri@example.org","by":"%s"}\n' 1 me 1 them 2 me > carla.ndjson
FILO_DB=$DIR/carla.db filo import carla.ndjson > out
check "JSON has the name that is shown" test "$(FILO_DB=$DIR/carla.db filo seen --json | jq -r '.[].name')" = "Carla Neri"
check "a beginning that several have is refused" exits_with 1 filo seen --adopt ad
check "with their names" grep -q '"ad" could be: .*Ada Prova' exits.err
filo seen --ignore "prov ad" > out
check "the beginnings of words do for one" grep -q 'Left out for good: 1 person' out
filo seen --ignored --ignore prova > out
check "signs alone are nobody" exits_with 1 filo seen --ignore -- '...'
filo seen --adopt "Ada Prova" > out
check "who is here by now is not made anew" test "$(filo list | grep -c 'Ada Prova')" = 1
# Folders that lead back into themselves, twice, end.
mkdir loop
ln -s . loop/a
ln -s . loop/b
printf 'From a@b Thu Nov 19 08:00:00 2026\nFrom: Loop Person <loop@x.example>\nTo: me@x.example\nDate: Thu, 19 Nov 2026 08:00:00 +0000\nMessage-ID: <l1@x>\n\nhello\n' > loop/m.mbox
FILO_DB=$DIR/loop.db filo import --dry-run --me me@x.example loop > out 2> err
check "a folder that leads back to itself is told and ends" grep -q 'loop/a: folders in folders without end' err
check "and what lies in it is read" grep -q 'm.mbox: 1 message' out

check_end
