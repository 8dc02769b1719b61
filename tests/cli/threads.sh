#!/bin/sh
# A talk closes what was open and leaves something open, as one change. See tests/cli/run.

filo add "Giulia Rossi" >out
filo add "Marco Bianchi" >out
filo followup giulia "the exam" >out
filo followup giulia "the article" --mine >out
filo followup giulia "the map" --theirs >out

# Two are done, two begin; a semicolon without a mark behind it belongs to the text.
expect "Logged with Giulia Rossi" filo log giulia "the exam went well" --done 1 --done 2 --done 1 \
	--open "? how did the move go, in 2w; ! bread; wine" --open "< the photos"
[ "$(grep -c "^Done: " out)" = 2 ]
has "Done: Ask: the exam (Giulia Rossi)"
filo followup >out
lacks "the exam"
lacks "the article"
has "They promised: the map"
has "Ask: how did the move go (Mon 7 Dec 2026, in 2 weeks)"
has "You promised: bread; wine"
has "They promised: the photos"

# With several, one each.
expect "Logged with Giulia Rossi, Marco Bianchi" filo log "giulia, marco" "dinner" --open "? the boat"
[ "$(filo followup | grep -c "Ask: the boat")" = 2 ]

# The date is the follow-up's.
expect "Logged" filo log marco "ciao" --open "? l'esame, tomorrow"
expect "Ask: l'esame (Tue 24 Nov 2026, tomorrow)" filo followup

# Whose it was is said: a number is easily another's.
expect "Done: They promised: the map (Giulia Rossi)" filo log marco "a map" --done 3
filo undo >out

# What makes no sense is said, and nothing is logged or closed.
filo export --format json >before
refused()
{
	wanted=$1 words=$2
	shift 2
	expect_exit "$wanted" filo log giulia "not to be logged" "$@"
	has "$words"
	[ "$(wc -l <out)" = 1 ]
	filo export --format json >after
	cmp before after
}
refused 1 "There is no follow-up 99" --done 3 --done 99
refused 1 "It is done already: Ask: the exam" --done 3 --done 1
refused 2 "twelve" --done twelve
refused 2 "Left open, number 2: 31 February does not exist" --done 3 --open "? a; ! b, 31/2"
refused 2 "Left open, number 1: That day has passed already" --done 3 --open "? a, yesterday"
refused 2 "Left open, number 1: A follow-up needs a few words" --done 3 --open "?"
refused 2 "What is left open is empty" --open ""

# A follow-up has a day and no time: where one is said, nothing of it is lost.
expect "Ask: ring, tomorrow at 17 (Tue 24 Nov 2026, tomorrow)" filo followup giulia "ring, tomorrow at 17"
