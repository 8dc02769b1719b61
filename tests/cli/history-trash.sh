#!/bin/sh
# What an import finds of somebody who is in the trash is left out by name, and comes when they are
# back. See tests/cli/run.
# shellcheck source=tests/cli/exchange-common
. "${ROOT:-.}/tests/cli/exchange-common"
set +e
TZ=Europe/Rome
export TZ

# Long ago, so that it can be told whether a file has changed.
old() {
	cat > "$1"
	touch -d 2026-10-01 "$1"
}
old lena.ndjson << 'END'
{"filo":"messages 1","source":"messages","name":"lena"}
{"when":"2026-03-01 21:10","who":"Lena Voss","by":"them"}
{"when":"2026-03-01 21:20","who":"Lena Voss","by":"me"}
{"when":"2026-03-02 10:10","who":"+49 30 000 0001","by":"them"}
{"when":"2026-03-03 10:10","thread":"lunch","who":"Lena Voss","by":"them"}
{"when":"2026-03-03 10:20","thread":"lunch","who":"Ugo Berg","by":"them"}
{"when":"2026-03-03 10:30","thread":"lunch","by":"me"}
{"end":true}
END
deleted() {
	fresh
	filo add "Lena Voss" --phone "+49 30 000 0001" > out
	filo add "Ugo Berg" > out
	filo delete lena > out
}
restored() {
	filo trash --restore "$(filo trash --json | jq '.[0].id')" > out
}

deleted
filo import -n lena.ndjson > out 2> problems
check "a plan says who is in the trash" grep -q 'lena.ndjson: Lena Voss is in the trash and was left there' problems
check "with their days" grep -q '2 days with them were left out' problems
check "and who is known there by a number" \
	grep -q '+49 30 000 0001 is Lena Voss, who is in the trash and was left there.* 1 day with them' problems
old ugo.ndjson << 'END'
{"filo":"messages 1","source":"messages","name":"ugo"}
{"when":"2026-03-04 10:10","who":"Ugo Berg","by":"them"}
{"when":"2026-03-04 10:20","who":"Ugo Berg","by":"me"}
{"end":true}
END
filo import -n ugo.ndjson lena.ndjson > out 2> problems
check "of several files the one they are in" test "$(grep -c '^lena.ndjson: .*in the trash' problems)" = 2
check "and no other" test "$(grep -c '^ugo' problems)" = 0
filo import --remember lena.ndjson > out 2> problems
check "as does the import" test "$(grep -c 'left out' problems)" = 2
check "which counts a person once" grep -q '1 person left out' out
check "and brings what others shared with them" test "$(filo export -f json | jq '.conversations | length')" = 1
check "nobody of them is seen" test "$(filo seen --json | jq length)" = 0
filo import --again > out 2> problems
check "again it is said, too" grep -q 'Lena Voss is in the trash' problems
check "quietly it is not" test -z "$(filo import --again --quiet 2>&1)"
restored
filo import --again --quiet > out
check "who is restored has all days" test "$(filo show lena --json | jq '.log | length')" = 3
check "and what is read whole is not read again" test -z "$(filo import --again)"

# By what they were known in a history, whatever they are called here.
fresh
filo add "Karl Ohm" > out
filo import --map "Lena Voss=karl" lena.ndjson > out 2>&1
filo delete karl > out
filo import --remember lena.ndjson > out 2> problems
check "who was known otherwise is told by the name" \
	grep -q 'Lena Voss is Karl Ohm, who is in the trash' problems
restored
filo import --again > out 2> problems
check "until they are back" test ! -s problems

# Who was deleted and is here anew is here.
deleted
restored
filo import lena.ndjson > out 2>&1
filo delete lena > out
filo add "Lena Voss" --phone "+49 30 000 0001" > out
filo import lena.ndjson > out 2> problems
check "who is here anew is not in the trash" test ! -s problems
check "and has the days" test "$(filo show lena --json | jq '.log | length')" -ge 2
# Who shall be left out is no matter of the trash.
filo import --map "Lena Voss=-" lena.ndjson > out 2> problems
check "who is left out for good is not asked about" test ! -s problems

# A log in a table.
old talks.csv << 'END'
date,contact,summary
2026-03-01,Lena Voss,boats
2026-03-02,"Voss, Lena",trees
2026-03-03,"Ugo Berg, Lena Voss",dinner
END
deleted
filo import --remember talks.csv > out 2> problems
check "a log says who is in the trash, once" test "$(grep -c 'talks.csv:2: Lena Voss is in the trash' problems)" = 1
check "and counts the entries" grep -q '2 entries left out with their people' out
check "of several the others keep theirs" test "$(filo show ugo --json | jq '.log | length')" = 1
check "and nobody is added for the two" test "$(filo list | wc -l)" = 1
restored
filo import --again > out 2> problems
check "who is restored has what was theirs alone" test "$(filo show lena --json | jq '.log | length')" = 2

# And a card.
old lena.vcf << 'END'
BEGIN:VCARD
UID:lena
FN:Lena Voss
TEL:+49 30 000 0001
NOTE:sails
END:VCARD
END
deleted
filo import --remember lena.vcf > out 2>&1
restored
filo import --again > out
check "a card comes when they are back" test "$(filo show lena --json | jq -r .note)" = sails
check_end
