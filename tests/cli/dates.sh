#!/bin/sh
# A sentence that tells how to write a date names only dates that are taken, in each language. See
# tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" "$@"; }
log_on() { "$1" log ada Hello -w "$2"; }
snooze_to() { "$1" snooze ada "$2"; }
born_on() { "$1" edit ada --set "birthday=$2"; }

# takes_its_examples COMMAND REFUSED: what REFUSED is answered with, behind "try", in two languages.
takes_its_examples()
{
	for language in filo italian; do
		! "$1" $language "$2" >out 2>&1 || { echo "not refused: $1 $2"; exit 1; }
		sed -n 's/.*: \(try\|prova\) //p' out | sed 's/ or /, /; s/ o /, /; s/, /\n/g' >examples
		[ "$(wc -l <examples)" -ge 4 ] || { cat out; echo "no examples: $1"; exit 1; }
		while read -r example; do
			"$1" $language "$example" >out 2>&1 </dev/null ||
				{ cat out; echo "$1 $language: \"$example\" is refused"; exit 1; }
		done <examples
	done
}

filo add Ada >out
takes_its_examples log_on nonsense
takes_its_examples snooze_to yesterday
takes_its_examples born_on nonsense

# The times that refusals show.
expect "Sun 22 Nov 2026 18:30" filo log ada Hello -w "yesterday 18:30"
expect "Sun 22 Nov 2026 18:00" filo log ada Hello -w "yesterday 6pm"
expect "Sun 22 Nov 2026 09:30" filo log ada Hello -w "yesterday 09:30"
expect "Fri 20 Nov 2026" filo log ada Hello -w "3 days ago"
expect "20 nov 2026" italian log ada Hello -w "3 giorni fa"

# What is no one day begins with its first one and ends with its last.
expect "2026-11-23  2026-11-30" filo absence today "end of the month"
expect "Logged with Ada: Oct 2026" filo log ada Hello -w "end of october"
expect "Logged with Ada: Nov 2026" filo log ada Hello -w "last week"
expect "Sun 22 Nov 2026 15:00" filo log ada Hello -w "yesterday from 3 to 5pm"
expect_exit 2 filo log ada Hello -w "wed 24 nov 2026"
has "That day is another weekday: Tue 24 Nov 2026"
expect_exit 2 filo log ada Hello -w 11/24
has "There is no month 24"
