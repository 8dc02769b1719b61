# Completions come from the tables; each is tried in its shell where that is installed.
filo completion bash >bash
filo completion zsh >zsh
filo completion fish >fish
for shell in bash zsh fish; do
	! command -v "$shell" >/dev/null || "$shell" -n "$shell"
done
expect_exit 2 filo completion tcsh
expect_exit 2 filo completion
[ ! -e filo.db ] # no database is needed for it, or made

filo add "Ana Exempla" --tag choir >/dev/null
filo add "Bruno l'Altro" --circle Friends >/dev/null
filo add "Søren Ærligson" >/dev/null
filo list --names >out
[ "$(cat out)" = "Ana Exempla
Bruno l'Altro
Søren Ærligson" ]
expect_exit 2 filo list --names --json

# What completes the last word, in the locale that knows least of letters.
completes() { # WANTED WORD...
	wanted=$1
	shift
	LC_ALL=C.UTF-8 filo completion bash -- filo "$@" >out 2>&1
	[ "$(tr '\n' '/' <out)" = "$wanted" ] || { echo "$*: $(cat out)"; exit 1; }
}
completes snooze/ sno
completes two-people/ two
completes --plain-screen/ --plain
completes "Søren Ærligson/" show so
completes "Søren Ærligson/" show aer
completes "Ana Exempla,Bruno l'Altro/" log "Ana Exempla,alt"
completes "" log "Ana Exempla" B
completes choir/ tag Ana ch
completes Friends/ circle Bruno fr
completes Friends/ list --circle fr
completes "Bruno l'Altro/" merge Ana br
completes --me/--mail/ log --m
completes "letter/" log -c let
completes --json/ "done" --j
completes --json/ log Ana hello --j
completes "bash/" completion ba
completes "new/same/skip/" import --likely ""
completes "silence/" list --order si
filo save-view "by the sea" >/dev/null
completes "by the sea/" saved-view sea
completes "contacts/" save-view x --pane con
completes "by the sea/" forget-view by
completes "snooze/" --db filo.db sno
completes "Ana Exempla/" --db filo.db show an
# Numbers, where a command takes them, with what they are of.
filo followup Ana "How was Lisbon?" >/dev/null
filo absence 1/12 6/12 Ana >/dev/null
filo delete "Søren Ærligson" >/dev/null
for words in "done" "followup --edit" "log --done" "delete --followup" "absence --end" "absence --remove"; do
	# shellcheck disable=SC2086 # words
	completes 1/ $words ""
done
filo completion zsh -- filo "done" "" >out
has "1	Ana Exempla  Ask: How was Lisbon?"
filo completion fish -- filo trash --restore "" >out
has "delete Søren Ærligson"
completes "" delete --entry ""
# Of a log the latest, of events their date and no name behind it.
filo log Ana "The boat is red" -w yesterday >/dev/null
filo snooze Ana 2w >/dev/null
for words in "show --entry" "log --edit" "delete --entry"; do
	# shellcheck disable=SC2086 # words
	completes 1/ $words ""
done
completes 1/ event --edit ""
completes "" event --edit 1 ""
completes "Ana Exempla/" event an
filo completion fish -- filo show --entry "" >out
has "1	2026-11-22  Ana Exempla: The boat is red"
filo completion zsh -- filo event --edit "" >out
has "1	2026-11-23  Ana Exempla  snoozed until 7 Dec"
filo undo >/dev/null
filo undo >/dev/null
filo trash --restore "$(filo trash | sed 's/ .*//')" >/dev/null
# A value behind a sign of equality; bash breaks words there.
filo --db other.db add "Ottavia Altra" >/dev/null
completes "Ottavia Altra/" --db=other.db show ""
completes "Ottavia Altra/" --db = other.db show ""
completes "Friends/" list --circle = fr
completes "Close/Friends/Network/" list --circle =
completes "--circle=Friends/" list --circle=fr
completes "--received=gift,advice/" log Ana x --received=gift,ad
completes "--order/" list --circle=Friends --ord
for words in 'import fi' 'export -o ba' '--db fi' '--db=fi' '--db =' 'export --output=ba'; do
	# shellcheck disable=SC2086 # words
	expect_exit 1 filo completion bash -- filo $words # a file: the shell knows
done
# What takes words of a list completes them, from the tables that read them.
completes "vcard/vcard3/" export -f v
completes "csv/" import --format c
completes "small/" import --groups s
completes "-2/-1/0/1/2/" log --feel ""
completes "advice/" log Ana x --given ad
completes "gift,advice/" log Ana x --received gift,ad
completes "feeling/" log --clear f
completes "feminine/" add Ada --gender f
completes "birthday=/" edit Ana --set birth
completes "~c/~t/~s/~f/" due --limit ""
completes "~c Friends/" list --limit "~c fr"
completes 'x ~c !Friends ~t choir/' list --limit "x ~c !Friends ~t ch"
filo tag Bruno "early bird" >/dev/null
completes '~t "early bird"/' list --limit "~t ea"
completes '!~c Friends/' list --limit "!~c fr"
completes '~f "very hard"/~f "very good"/' list --limit "~f very"
filo completion zsh -- filo list --limit "~" >out
has "~s	days of silence, as in >60"
completes '~t "early bird"/' list --limit '~t "early b'
filo tag Bruno --remove "early bird" >/dev/null
# fish takes no word that does not hold what was typed: a name without its accents is understood,
# a tag would be another.
filo completion fish -- filo show sor >out
[ "$(cat out)" = "soren aerligson	Søren Ærligson" ]
filo completion fish -- filo show ligs >out
[ ! -s out ] # no beginning of a word
filo completion fish -- filo show exempla >out
[ "$(cat out)" = "Ana Exempla" ]
filo tag Bruno "Œnologia" >/dev/null
filo completion fish -- filo tag Ana oen >out # which it leaves out
[ "$(cat out)" = "Œnologia" ]
filo show "soren aerligson" >out
has "Søren Ærligson"
filo completion zsh -- filo undo >out
has "undo	undo the latest change"

# Namesakes get the number that tells them apart, and what else does beside it.
filo add "Eva Nomen" --email eva@example.org >/dev/null
filo add "Eva Nomen" --set organization="Blu Arch" >/dev/null
filo completion bash -- filo show eva >out
[ "$(cat out)" = "Eva Nomen #4	#4, eva@example.org
Eva Nomen #5	#5, Blu Arch" ]
filo show "Eva Nomen #5" >out
has "Blu Arch"
completes "Eva Nomen #5	#5, Blu Arch/" show "eva #5"
completes "#5	Eva Nomen/" show "#5"
completes "Ana Exempla,Eva Nomen #4	#4, eva@example.org/" log "Ana Exempla,eva #4"
filo log "Ana Exempla,Eva Nomen #4" hello >out
has "Eva Nomen"

# What somebody is called is nothing to a shell, in quotes of any kind.
filo add 'Dan $(touch own) `id` "x" \' >/dev/null

mkdir bin && ln -s "$FILO" bin/filo
PATH=$PWD/bin:$PATH
if command -v bash >/dev/null; then
	cat >try <<-'END'
		. ./bash
		try() { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=(); _filo; echo "${COMPREPLY[@]}"; }
		try filo sno
		try filo show A
		try filo show \'Bru
		try filo two-people Bru
		try filo show 'Ana\ Ex'
		try filo show '"Dan'
		try filo show nobody
		try filo import bas
		try filo --db = othe
		try filo --db = other.db show O
		try filo list --circle = fr
		try filo show eva
		COMP_TYPE=63
		try filo show eva
		try filo show \#5
	END
	LC_ALL=C.UTF-8 bash try >out 2>&1
	cat >wanted <<-'END'
		snooze
		Ana\ Exempla Bruno\ l\'Altro Søren\ Ærligson
		Bruno l'\''Altro
		Bruno\ l\'Altro
		Ana\ Exempla
		Dan \$(touch own) \`id\` \"x\" \\

		bash
		other.db
		Ottavia\ Altra
		Friends
		Eva\ Nomen\ #4 Eva\ Nomen\ #5
		Eva\ Nomen\ #4  #4, eva@example.org Eva\ Nomen\ #5  #5, Blu Arch
		\#5
	END
	cmp out wanted || { cat out; exit 1; }
fi
if command -v fish >/dev/null; then
	fish -c 'source fish; complete -C "filo sno"; complete -C "filo show so";
		complete -C "filo --db=othe"; complete -C "filo export -o othe"' >out 2>&1
	has snooze
	has "Søren Ærligson"
	has --db=other.db
	grep -qx other.db out
fi
if command -v zsh >/dev/null; then
	filo add "Ugo Nomen" >/dev/null
	mkdir functions && cp zsh functions/_filo
	# At a terminal: what was typed stays where the names begin otherwise. The one at a key.
	cat >try <<-'END'
		zmodload zsh/zpty
		zpty z zsh -f -i
		zpty -w z "unsetopt prompt_cr; fpath=($PWD/functions \$fpath); PROMPT=; PS2="
		zpty -w z "autoload -U compinit; compinit -u -D; print READY\$((1 + 1))"
		zpty -r z out "*READY2*"
		zpty -w z $'filo show nomen\t'
		zpty -w z $'filo show exempla\t'
		zpty -w z $'filo list --order si\t'
		zpty -w z 'print END$((1 + 1))'
		while zpty -r z line; do
			print -r -- $line
			[[ $line != *END2* ]] || break
		done
		zpty -d z
	END
	LC_ALL=C.UTF-8 zsh -f try >out 2>&1
	has '"nomen" could be: Eva Nomen (#4'
	has 'Ana Exempla'
	lacks 'too few arguments'
fi

# With or without a "--" before the words, whatever options they have.
filo completion bash -- filo list --circle clo >wanted
filo completion bash filo list --circle clo >out
cmp out wanted
expect "Close" filo completion bash filo list --all --circle clo
# What can be taken away from somebody who is named before it.
filo add "Remo Finto" --phone "+39 055 77" --email remo@example.org --tag vela >/dev/null
filo completion bash filo edit "remo finto" --remove "" >out
[ "$(sort out | tr '\n' '/')" = "+39 055 77/remo@example.org/vela/" ] || { cat out; exit 1; }
