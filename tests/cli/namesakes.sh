# Whoever shares a name is told apart wherever a command names them, and each can be named so.
filo add "Ana Nomen" --email ana@example.org >out
[ "$(cat out)" = "Added Ana Nomen." ]
expect "Added Ana Nomen (#2, Blu Arch)." filo add "Ana Nomen" --set organization="Blu Arch"
filo add "Bo Exempla" --via "Ana Nomen #2" >/dev/null
one="Ana Nomen (#1, ana@example.org)" other="Ana Nomen (#2, Blu Arch)"

expect "$one = $other  same name" filo duplicates
filo list >out
[ "$(cat out)" = "$one
$other
Bo Exempla" ]
filo list --limit "#2" >out
[ "$(cat out)" = "$other" ]
filo list --limit "ana @blu" >out
[ "$(cat out)" = "$other" ]
filo list --limit "ana !#2" >out
[ "$(cat out)" = "$one" ]
expect_exit 1 filo list --limit "#9"
has "Nobody has the number #9"
filo list --order silence --names >out
has "$one"
has "$other"
expect "Logged with $other: " filo log "#2" "about boats"
expect "Logged with $one, Bo Exempla: " filo log "Ana Nomen #1,bo" "on lamps"
filo find ana >out
has "$one"
has "$other"
filo find boats >out
has "$other "
lacks "$one"
expect "1  $other  Ask: the boat" filo followup "ana #2" "the boat" -w today
expect "1  $other  Ask: the boat" filo followup
expect "$other" filo agenda
expect "$other" filo due --all
filo due >out
has "$other"
expect "$other: " filo due --brief
filo absence 2026-12-01 2026-12-05 "#1" >out
has "$one"
expect "$one" filo absence
filo show "#1" >out
[ "$(head -n 1 out)" = "$one" ]
filo show bo >out
has "introduced by  $other"
has "with $one"
filo show bo --json >out
has '"name":"Ana Nomen"'

expect "$one is changed." filo tag "#1" choir
expect "Undone: edit $one: Tags." filo undo
expect_exit 1 filo tag "#2" --remove choir
has "$other has no tag"
expect_exit 1 filo edit "#2" --remove choir
has "$other has no"
expect "$one is snoozed" filo snooze "#1"
expect_exit 1 filo take-proposal "#1"
has "There is no proposal for $one"
expect "$one and $other are two people" filo two-people "#1" "#2"
expect_exit 2 filo merge "#2" "ana #2"
has "both names mean $other"
expect "$other is deleted" filo delete "Ana Nomen #2"
expect "delete $other" filo trash
filo show "Ana Nomen" >out # nobody else has it now
[ "$(head -n 1 out)" = "Ana Nomen" ]
filo undo >/dev/null
expect "$one and $other are one now: Ana Nomen." filo merge "#1" "#2"

# More than are asked for one by one.
i=0
while [ "$i" -lt 520 ]; do
	printf 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person %d\r\nEND:VCARD\r\n' "$i"
	i=$((i + 1))
done >many.vcf
filo import many.vcf >/dev/null
filo add "Zoe Nomen" >/dev/null
filo add "Zoe Nomen" --circle Friends >/dev/null
filo list >out
[ "$(grep -c '^Zoe Nomen (#[0-9]*)' out)" = 1 ]
[ "$(grep -c '^Zoe Nomen (#[0-9]*, Friends)' out)" = 1 ]
[ "$(grep -c '(#' out)" = 2 ]

# What is printed is understood, also among several.
expect "Zoe Nomen (#" filo show "$(grep '^Zoe Nomen.*Friends' out | sed 's/  .*//')"
filo add "Ida Altra" >/dev/null
zoe=$(filo list --names | grep '^Zoe Nomen.*Friends')
expect "Logged with $zoe, Ida Altra: " filo log "$zoe,Ida" "together"
filo add "Bo Altra (#1)" >/dev/null # a name of somebody's is that
expect "Bo Altra (#1)" filo show "Bo Altra (#1)"
# Of many eight are named, and the others counted; a new name is looked at.
expect_exit 1 filo show person
has " and 512 more. Write more of the name"
lacks ", ..."
expect_exit 1 filo show "zoe nomen"
has "Name one by #, an e-mail address, a phone number or @organisation"
expect "There is already somebody of that name" filo edit ida --name "Zoe Nomen"

# By the names of the screen, too.
expect "the boat" filo follow-up
filo tags "Bo Exempla" rare >/dev/null
expect rare filo tags "bo exempla"
filo log-conversation "Bo Exempla" "on names" >/dev/null
expect "on names" filo show-person "Bo Exempla"

# A number is whose it is, whoever's name begins with it.
filo add "7 Samurai Prova" >/dev/null
filo add "Otto Prova" >/dev/null
otto=$(filo list --json | tr '{' '\n' | sed -n 's/.*"id": *\([0-9]*\).*"Otto Prova".*/\1/p')
filo add "$otto Nani Prova" >/dev/null
expect "Otto Prova" filo show "#$otto"
expect "Logged with Otto Prova: " filo log "#$otto" "by number"

# In a table of the log, namesakes go by an e-mail address that is theirs alone.
filo add "Pia Gemella" --email both@example.org --email ü@example.org --email pia1@example.org >/dev/null
filo add "Pia Gemella" --email Both@example.org --email Ü@example.org --email pia2@example.org >/dev/null
filo add "Lea Gemella" --email both@example.org >/dev/null
filo add "Lea Gemella" --phone "+39 333 7654321" >/dev/null
filo log pia1@example.org "of the first" >/dev/null
filo log pia2@example.org "of the second" >/dev/null
filo log "+39 333 7654321" "of the third" >/dev/null
filo log "+39 333 7654321" "of the third again" >/dev/null
filo export -f csv >log.csv 2>out
has "3 people here have a namesake and no e-mail address of their own: a table of the log does not"
grep -q ',Pia Gemella <pia1@example.org>,,,of the first,' log.csv
grep -q ',Lea Gemella,,,of the third,' log.csv
sed -i '/Lea Gemella/d' log.csv
filo export -f json >all.json
FILO_DB=$PWD/again.db
export FILO_DB
filo export -f json >/dev/null
filo import all.json >/dev/null
expect "were there already" filo import log.csv
printf 'date,contact,summary\n2026-01-02,both@example.org,x\n' >both.csv
expect_exit 1 filo import both.csv
has "Several people have the address both@example.org; write one that is nobody else's"
filo add "Zoe Sola" >/dev/null
printf 'date,contact,summary\n2026-01-02,Zoe Sola <pia1@example.org>,x\n' >other.csv
expect_exit 1 filo import other.csv
has "pia1@example.org is the address of Pia Gemella here, and not of Zoe Sola; write the one or"
printf 'date,contact,summary\n2026-01-03,"""pia1@example.org"" < pia1@example.org >",x\n2026-01-04,Mum <pia1@example.org>,x\n' >mum.csv
expect "2 new entries" filo import mum.csv
lacks "new person"
filo add "Leo Prova <leo@example.org>" >/dev/null
printf 'date,contact,summary\n2026-01-02,Leo Prova <leo@example.org>,x\n' >leo.csv
expect "1 new entry" filo import leo.csv
lacks "new person"
printf 'date,contact,summary\n2026-01-02,"""Reed, Cleo"" <cleo@example.org>",x\n' >cleo.csv
filo import cleo.csv >/dev/null
filo list >out
has "Reed, Cleo"
lacks '"Reed, Cleo"'
printf "date,contact,summary\n2026-01-02,'Mia Hale' <mia@example.org>,x\n" >mia.csv
filo import mia.csv >/dev/null
filo list >out
has "Mia Hale"
lacks "'Mia Hale'"

# Where nobody has that address, it stays with whom it names, so that a card of theirs finds them.
FILO_DB=$PWD/empty.db
filo import log.csv >/dev/null
printf 'date,contact,summary\n2026-01-02,gino@example.org,x\n' >plain.csv
filo import plain.csv >/dev/null
expect "Pia Gemella" filo show pia2@example.org
expect "of the second" filo show pia2@example.org
expect "gino@example.org" filo query gino
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Gino Prova\nEMAIL:gino@example.org\nEND:VCARD\n' >gino.vcf
expect "1 is likely to be here already" filo import gino.vcf
FILO_DB=$PWD/again.db

# Numbers of one country may differ in their first digits alone.
filo add "Rut Prova" --phone "+49 151 23456789" --phone "+49 171 23456789" >/dev/null
filo add "Sam Prova" --phone "+49 161 23456789" >/dev/null
expect "Rut Prova" filo show "+49 171 23456789"
expect_exit 1 filo edit "Sam Prova" --remove "+49 171 23456789"
filo show "Rut Prova" >out
has "+49 151 23456789"
has "+49 171 23456789"
# So may those without its code; a card that brings the second brings it.
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Ugo Prova\nEMAIL:ugo@example.org\nTEL:%s\nEND:VCARD\n' "0171 98765432" >second.vcf
filo add "Ugo Prova" --email ugo@example.org --phone "0151 98765432" >/dev/null
filo import second.vcf >/dev/null
filo show "Ugo Prova" >out
has "0151 98765432"
has "0171 98765432"
filo add "Vito Prova" --phone "0161 98765432" >/dev/null
expect "Ugo Prova" filo show "0171 98765432"
expect "Vito Prova" filo show "+49 161 98765432"

# Of two who share an address the second is nobody's without a word; of three namesakes each is found.
FILO_DB=$PWD/family.db
printf 'date,contact,summary\n2026-01-02,Ann Reed <fam@example.org>,x\n2026-01-03,Bob Hale <fam@example.org>,y\n' >fam.csv
filo import fam.csv >out 2>&1
has "fam@example.org is the address of Ann Reed here, and not of Bob Hale; write the one or the other"
for i in 1 2 3; do filo add "Ina Prova" --email "i$i@example.org" >/dev/null; done
printf 'date,contact,summary\n2026-01-02,Ina Prova <i3@example.org>,x\n' >ina.csv
expect "1 new entry" filo import ina.csv

# By a nickname, too.
filo add "Robert Hale" --email rob@example.org --set nickname=Bob >/dev/null
printf 'date,contact,summary\n2026-01-02,Bob Hale <rob@example.org>,x\n' >nick.csv
expect "1 new entry" filo import nick.csv
lacks "new person"

# Several with their addresses in one cell are that many, known or not.
printf 'date,contact,summary\n2026-01-05,"Ann Reed <fam@example.org>, Ina Prova <i1@example.org>, Cy Neu <cy@example.org>",of three\n' >three.csv
expect "1 new person" filo import three.csv
expect "of three" filo show "Ann Reed"
expect "of three" filo show i1@example.org
expect "of three" filo show "Cy Neu"

# Who shares the address of somebody in the trash is not deleted with them.
filo delete "Ann Reed" >/dev/null
printf 'date,contact,summary\n2026-01-06,Bob Hale <fam@example.org>,of another\n2026-01-07,Mum <fam@example.org>,x\n' >shared.csv
filo import shared.csv >out 2>&1
has "1 new person"
expect "of another" filo show "Bob Hale"
