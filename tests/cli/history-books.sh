#!/bin/sh
# Address books and diaries of other programs, by the samples of their reader: people, entries and
# things to do come in once, notes without a day of contact.
# See tests/cli/run.
. "$ROOT/tests/cli/exchange-common"

SAMPLES=$ROOT/tests/read
set +e
TZ=Europe/Rome
export TZ

if ! [ -x "$(dirname "$FILO")/filo-read" ]; then
	skip "address books and diaries" "filo-read is not built"
	exit 0
fi

# Imports a sample twice into an empty database.
twice() {
	rm -f "$FILO_DB"*
	filo import "$1" > out 2>&1
	filo import "$1" > again 2>&1
	filo export -f json --output all.json > export 2>&1
}
count() {
	grep -o "$1" all.json | wc -l
}

twice "$SAMPLES/friends/friends.md"
check "friends.md brings its people" test "$(filo list | wc -l)" = 3
check "its activities and notes" test "$(count '"source":"friends"')" = 2
check "a note only mentions" grep -q '"mention":true' all.json
check "and nothing twice" grep -q "2 entries that were there already" again

twice "$SAMPLES/monica/monica.json"
check "whose file is not said to have no messages" test "$(grep -c 'no messages' out)" = 0
check "what is left out is said" grep -q 'reminders that are over (2)' out
check "Monica brings its people" grep -q '"name":"Ada Prova"' all.json
check "but not those who are only a name in a tie" test "$(filo list | grep -c Kid)" = 0
check "its calls, conversations, activities, gifts and events" test "$(count '"source":"monica"')" = 8
check "what there is to do" grep -q '"text":"Ask"' all.json
check "and nothing twice of Monica's" grep -q "10 entries that were there already" again

check "who has died there is let go" grep -q '"kind":"let-go"' all.json

rm -f "$FILO_DB"*
filo add "Wren Hale" > out 2>&1
printf 'name,profile\nBen Prova,https://www.linkedin.com/in/ben\n' > ben.csv
filo import ben.csv > out 2>&1
filo import "$SAMPLES/linkedin/archive" > out 2>&1
filo export -f json --output all.json > export 2>&1
check "an invitation says since when a contact is known" grep -q '"met_on":"2021-01-03"' all.json
check "and makes nobody a contact" test "$(filo list | wc -l)" = 2

rm -f "$FILO_DB"*
find "$SAMPLES/mail/folder" -type f -path '*cur*' | filo import --files-from - --me me@prova.example > out 2>&1
check "a list of paths brings mail, but not what is in the trash" grep -q "mail in the trash, spam or drafts (1)" out

# What a list names is what could be named itself: histories, address books, tables.
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Listed Prova\nN:Prova;Listed;;;\nEND:VCARD\n' > listed.vcf
printf 'a,b\n1,2\n' > odd.csv
printf '%s\n' "$SAMPLES/whatsapp/Chat WhatsApp con Bianca Prova.txt" listed.vcf odd.csv > list
filo import --files-from list --me Dario > out 2>&1
check "a vCard in a list is read" grep -q "1 new person" out
check "besides the messages in it" grep -q "WhatsApp, .* 7 messages" out
check "what cannot be read is said as if it were named" grep -q "odd.csv: none of its columns says" out
check "and nothing else is refused" grep -q "1 refused" out

twice "$SAMPLES/abook/addressbook"
check "abook brings addresses" grep -q '"value":"a.prova@work.example"' all.json
check "where people were born long ago" grep -q '"kind":"birthday","year":1900,"month":1,"day":1' all.json
check "and a day that stands for none is told" grep -q "kept as it is: anniversary 9999-12-31" out
check "and kept" grep -q 'anniversary\\":9999-12-31' all.json
twice "$SAMPLES/org/contacts.org"
check "org-contacts brings them, too" grep -q '"value":"a.prova@work.example"' all.json

# Two chats of Facebook with one stamp are two messages; one that moved to another folder is one.
rm -f "$FILO_DB"*
filo import "$SAMPLES/meta/stamps" > out 2>&1
check "messages of one moment in two chats both count" grep -q ': 5 messages' out

# A locked archive says what to do, in a sentence; nothing is said to be imported.
check "a zip with a password is refused" exits_with 1 filo import "$SAMPLES/bad/locked.zip"
check "with what to do" grep -q 'locked.zip/_chat.txt: it is locked with a password: unpack it first' exits.err
check "and nothing was imported" grep -q 'Nothing was imported.' exits.out

# Cards in a folder are no history; who gives one is told, and how it is done.
mkdir cards
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Karla Prova\nEND:VCARD\n' > cards/karla.vcf
filo import cards > out 2>&1
check "cards in a folder are told" grep -q 'address cards in a folder or zip; give their files by name (1)' out
check_end
