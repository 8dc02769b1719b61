#!/bin/sh
# What each command does, when all goes well. See tests/cli/run.

# Nobody yet.
expect "Nobody is due." filo due
filo list >out
test ! -s out
filo due --brief >out
test ! -s out

# People.
expect "Added Giulia Rossi." filo add "Giulia Rossi" --email g@example.org --phone "+39 333 1234567" \
	--circle close --tag choir --tag boats --met "at the sailing course"
expect "Added Marco Bianchi." filo add Marco Bianchi --every 30 --via giulia
filo list --json >out
has '"name":"Marco Bianchi","state":"active","last":null,"cadence":30'
expect "Giulia Rossi" filo list --tag choir
expect "Giulia Rossi" filo list --circle CLOSE
filo list --tag choir >out
lacks Marco
filo list --limit "~c close ~t boats ~s -" --names >out
has "Giulia Rossi"
lacks Marco
expect_exit 1 filo list --limit "~c - ~t boats"
filo list --order circle --names >out
test "$(head -1 out)" = "Giulia Rossi"
expect_exit 1 filo due --limit marco
lacks Giulia

# Conversations.
expect "Logged with Giulia Rossi: Mon 23 Nov 2026, today." filo log giulia "The exam in Lisbon"
expect "Logged with Giulia Rossi, Marco Bianchi: Fri 20 Nov 2026" \
	filo log "ROSSI, marco, giu" "Dinner" -w fri -c in-person --both --feel 2
filo show marco --json >out
has '"channel":"in-person","direction":"both","feeling":2'
has '"people":["Giulia Rossi","Marco Bianchi"]'
expect "The exam in Lisbon" filo show Giulia
expect "in person, you both opened, with Marco Bianchi" filo show giulia rossi
expect "Dinner" filo show giulia rossi
expect "introduced by  Giulia Rossi" filo show marco
expect "Dinner" filo find dinn
expect "Marco Bianchi            Introduced by: Giulia Rossi" filo find introd
expect "Giulia Rossi             Introduced: Marco Bianchi" filo find introd
expect "Marco Bianchi            Introduced by: Giulia Rossi" filo find introduced by giulia
# Words of a name and of something else of theirs, whichever come first.
expect "Giulia Rossi             Tags: choir" filo find "giulia choir"
expect "Giulia Rossi             Circle: Close" filo find "close ros"
expect "The exam in Lisbon" filo find "giulia rossi exam"
expect "Dinner" filo find "dinner marco"
filo find "giulia dinner" >out
[ "$(grep -c Dinner out)" = 1 ]
expect_exit 1 filo find "marco choir"
expect_exit 1 filo find "marco exam"
filo find lisbon --json >out
has '"name":"Giulia Rossi"'
has '"date":"2026-11-23"'
has '"where":"entry"'

# What stands on several lines is a summary and a body.
filo log marco "One line
and a second one" -w yesterday >out
filo show marco --json >out
has '"summary":"One line","body":"and a second one"'

# An evening that goes beyond midnight has one date: that of the evening.
filo add "Nora Notturna" >out
filo log nora "the stars" -w "14 nov at 01:30" >out
filo show nora >out
has "last 13 Nov"
has "13 Nov"
has "after midnight"
lacks "14 Nov"

# What undo takes back names the fields.
filo edit nora --phone "+39 055 1" --tag night >out
expect "Undone: edit Nora Notturna: Phone, Tags." filo undo

# Follow-ups.
expect "1  Giulia Rossi  Ask: how did it go? (Fri 27 Nov 2026, in 4 days)" \
	filo followup giulia "how did it go?" -w fri
expect "You promised: the article" filo followup marco "the article" --mine
expect "the article" filo followup
# A date that ends the words is the day, as behind log --open; -w comes before it.
expect "Ask: call about the boat (Mon 7 Dec 2026, in 2 weeks)" \
	filo followup marco "call about the boat, in 2w"
expect "Ask: the boat, in 2w (Fri 27 Nov 2026, in 4 days)" filo followup marco "the boat, in 2w" -w fri
filo undo >/dev/null
filo undo >/dev/null
expect "follow-up 2    You promised: the article" filo show marco
expect "Done: Ask: how did it go? (Giulia Rossi)" filo "done" 1
filo followup >out
lacks "how did it go"
expect "Giulia Rossi             Follow-up, done: how did it go?" filo find "how did"

# Absences.
expect "1  2026-12-01  2026-12-24" filo absence 2026-12-01 2026-12-24
expect "2027-02-01  2027-03-31" filo absence "feb 2027" "mar 2027" marco
expect "1  2026-12-01  2026-12-24  you" filo absence
expect "Marco Bianchi" filo absence
expect "Removed: 2026-12-01  2026-12-24  you. filo undo brings it back." filo absence --remove 1
filo absence --json >out
lacks 2026-12-01
has '"name":"Marco Bianchi"'

# Addresses for mutt: a line that says how many, then address, name and more.
printf '1 address\ng@example.org\tGiulia Rossi\t\n' >wanted
filo query giu >out
cmp out wanted
filo query "g@exam" >out
cmp out wanted
for number in "0039 333/123-45.67" "333 1234567" 34567; do
	filo query "$number" >out
	cmp out wanted
done
expect_exit 1 filo query 3331234568

# The database itself.
filo backup copy.db >out
test "$(stat -c %a copy.db)" = 600
expect "Giulia Rossi" filo --db copy.db list
expect "All is well." filo check
expect "Restored from copy.db." filo restore copy.db
expect "filo 0." filo --version
expect "absence" filo --help
expect "filo log NAME" filo log --help
expect "filo log NAME" filo log giulia --help
expect "  -w, --when WHEN " filo log --help
expect "      --plain-screen " filo --help

# A second one of a name is taken, and said to be one.
filo add "Marco Verdi" >out
lacks already
expect "There is already somebody of that name" filo add "marco VERDI"

# Namesakes are told apart by what is nobody else's.
filo add "Twin Finto" --email one@twin.example >out
filo add "Twin Finto" --phone "+39 340 657 8712" >out
expect_exit 1 filo show twin
has "Twin Finto (#"
expect "one@twin.example" filo show One@Twin.example
filo show "0039 3406578712" >out
has "+39 340 657 8712"
lacks "one@twin.example"
number=$(filo show --json one@twin.example | grep -o '"id":[0-9]*' | head -n 1)
expect "one@twin.example" filo show "#${number#*:}"
expect_exit 1 filo show "#99999"

# A date that is always told, and a death without a date, in CSV and back.
printf 'name,birthday,death date\r\nMarta Segnata,1984-05-12 !,\r\nMorto Forse,,yes\r\n' >marks.csv
filo import marks.csv >out
filo show "Marta Segnata" --json >out
has '"month":5,"day":12,"label":null,"remember":true'
filo export --format csv --contacts >out
has "1984-05-12 !"
has ",yes,"

# Events are no talks: however many lie above, the latest talks are shown.
filo add "Bo Saggio" >/dev/null
filo log bo "the talk" -w yesterday >/dev/null
for i in 1 2 3 4; do
	filo snooze bo >/dev/null
	filo wake bo >/dev/null
done
expect "the talk" filo show bo
for i in 1 2 3 4 5 6; do
	filo log bo "talk $i" -w "2026-0$i-03" >/dev/null
done
filo show bo >out
has "the talk"
has "talk 3"
lacks "talk 2"

# A number is found however it is written, by all that look for one.
filo add "Tomek Probny" --phone "+48 22 555 01 02" --email tomek@example.org >/dev/null
filo add "Zoe Sample" --phone "+44 (0)7700 900142" >/dev/null
filo add "Luca Finto" --phone "347 1239876" >/dev/null
for number in "+48 (0)22 555 01 02" 0048225550102 022/5550102 5550102; do
	expect "Tomek Probny" filo find "$number"
	expect "Tomek Probny" filo show "$number"
	expect "Tomek Probny" filo query "$number"
	expect "Tomek Probny" filo list --limit "\"$number\""
done
filo add "Rina Finta" --phone "+39 (0)2 55 66 77" --email rina@example.org >/dev/null
for number in "+39 2 556677" "02 556677" "0039 02 556677"; do
	expect "Rina Finta" filo find "$number"
	expect "Rina Finta" filo show "$number"
	expect "Rina Finta" filo query "$number"
	expect "Rina Finta" filo list --limit "\"$number\""
done
for number in "+44 2 556677" "+39 22 555 01 02"; do
	expect_exit 1 filo find "$number"
	expect_exit 1 filo query "$number"
	expect_exit 1 filo show "$number"
	filo list --limit "\"$number\"" >out || true
	[ ! -s out ]
done
expect "Zoe Sample" filo find "+44 (0)7700-900142"
expect "Zoe Sample" filo find "+447700900142"
expect "Luca Finto" filo find "+393471239876"
expect "Luca Finto" filo find "393471239876"
expect "Luca Finto" filo find "0039347"
expect_exit 1 filo find "+48 22 555 01 03"

# What a filter names and is not there fits nobody, with --json too; filters are met all at once.
for filter in "--limit ~t_nosuch" "--limit ~c_nosuch" "--tag nosuch" "--circle nosuch" "--limit #999"; do
	for command in list due; do
		case $command$filter in due--[tc]*) continue ;; esac
		set -- $filter
		status=0
		filo $command --json "$1" "$(echo "$2" | tr _ ' ')" >out 2>err || status=$?
		[ "$status" -eq 1 ] && [ "$(tr -d ' \n' <out)" = "[]" ] || { cat out err; exit 1; }
	done
done
filo tag tomek choir books >/dev/null
filo tag zoe choir >/dev/null
filo list --names --tag choir --tag books >out
[ "$(cat out)" = "Tomek Probny" ]
filo list --names --limit "~t books" --limit tomek >out
[ "$(cat out)" = "Tomek Probny" ]
expect_exit 1 filo list --limit tomek --limit zoe
expect_exit 2 filo list --circle close --circle friends
has "--circle is given twice"

# A name with nothing to see in it is none, nor a number without a digit.
expect_exit 2 filo add "$(printf '\342\200\213')"
has "The name is empty"
expect_exit 2 filo add "Palina Probna" --phone abc
has '"abc" is no phone number'
expect_exit 2 filo edit tomek --set phone="abc (home)"
has '"abc" is no phone number'
