#!/bin/sh
# What the screen does runs under its name on the command line, but for what is of the screen alone.
# See tests/cli/run.

# With why a program without a screen has no use for it.
only_of_the_screen="
its panes and the way between them: next-pane previous-pane zoom return back back-to-the-left close
moving on it: up down page-up page-down first last read-on row-up row-down rows-up rows-down
	next-entry previous-entry next-person previous-person next-match previous-match next-beginning
	previous-beginning
what the row is about, opened, which show, merge and agenda name: open open-tie take agenda-person
	show-card compare read begin begin-with
going through people one by one, whom due and list --limit '~c -' name: review triage
its answers, which are circle, let-go and undo: into-circle later place-back not-mine
its search: go-to-finding next-finding previous-finding leave-search limit-seen
marking, where a command takes names: mark mark-range mark-all act-on-marked mark-seen mark-seen-range
	mark-all-seen act-on-marked-seen
the questions of an import, which are its options: apply-import choose-person who-is-who choose-new
	choose-all-new newcomers-done take-answer find-person new-contact leave-seen ignore-name
and of a merge, where the first one holds: choose-value
typing: take-completion take-completion-at-end next-completion previous-completion no-completion
	next-or-blank next-choice previous-choice editor save next-field previous-field go-on line-up
	line-down take-proposed start-afresh leave-form say-yes leave-prompt leave-question end-question
	take-narrowed leave-narrowing resume-draft
what a shell is for itself: pipe pipe-json shell copy visit
its commands and help: palette run-command complete-command line-before line-after leave-palette help
	leave-help filter-help read-found-help clear-help-filter help-while-typing write
the program as it runs: quit quit-at-once interrupt suspend redraw reopen
"

filo config --keys | sed -n 's/^\(# \)*bind [^ ]* [^ ]* //p' | sort -u >names
[ "$(wc -l <names)" -gt 100 ]
echo "$only_of_the_screen" | sed 's/.*: //' | tr -s ' \t' '\n\n' | sed '/^$/d' | sort -u >alone
comm -13 names alone >gone
[ ! -s gone ] || { echo "no action of the screen:"; cat gone; exit 1; }
comm -23 names alone >shared
while read -r name; do
	filo "$name" --help >out 2>&1 </dev/null ||
		{ echo "the command line has no $name, and this test no reason for it"; exit 1; }
done <shared
while read -r name; do
	expect_exit 2 filo "$name" --help
done <alone

# They do what the screen does under these names.
expect "Added Ana Exempla." filo add-contact "Ana Exempla" --tag choir
filo add "Bo Exempla" --circle Friends >out
expect "Ana Exempla" filo filter-tag choir
lacks "Bo"
expect "Bo Exempla" filo filter-circle Friends
lacks "Ana"
expect "Bo Exempla" filo limit "~c Friends ~t -"
filo let-go bo >out
filo contacts >out
lacks "Bo"
expect "Bo Exempla" filo show-let-go
filo wake bo >out
expect "Logged" filo log-several "ana,bo" "A walk"
expect "A walk" filo read-entry 1
expect "A walk" filo search walk
filo follow-up ana "Lisbon?" >out
expect "Lisbon?" filo agenda-date 1 -w fri
expect "27" filo next-days
expect "Nothing in the next day." filo next-days --days 1
expect "Nothing in the next day." filo next-days --day=1
expect "2026-12-01  2026-12-06" filo add-absence 1/12 6/12
expect "2026-12-02  2026-12-06" filo edit-absence 1 2/12 6/12
expect "1  2026-12-02  2026-12-06  you" filo absences
filo remove-absence 1 >out
expect "No absence is noted." filo absences
filo add-circle Choir >out
filo edit-circle Choir --name Singers >out
expect "Singers" filo circles
filo delete-circle Singers >out
filo circles >out
lacks "Singers"
expect "also: add-contact" filo add --help
expect "also: contacts, show-everybody, show-let-go (--all)," filo list --help
expect "filo list" filo limit --help
expect_exit 2 filo remove-absence
has "--remove"

# Of one name that has two meanings the option says which: a copy, or what is in the trash.
filo delete bo >out
filo trash >out
id=$(sed 's/ .*//' out)
expect_exit 1 filo restore "$id"
has "comes back with filo trash --restore"
expect "It is back where it was." filo restore --deleted "$id"
expect "Bo Exempla" filo list
expect_exit 2 filo restore
expect_exit 2 filo restore --deleted "$id" copy.db
filo backup copy.db >out
expect "Restored from copy.db." filo restore copy.db

# They are completed where no command's own name begins so.
filo completion bash -- filo add- >out
[ "$(sort out | tr '\n' ' ')" = "add-absence add-circle add-contact " ]
filo completion bash -- filo a >out
lacks "add-contact"
filo completion bash -- filo filter-tag ch >out
[ "$(cat out)" = choir ]
filo completion bash -- filo filter-circle fr >out
[ "$(cat out)" = Friends ]
