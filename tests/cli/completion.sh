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
completes "bash/" completion ba
completes "new/same/skip/" import --likely ""
completes "silence/" list --order si
filo save-view "by the sea" >/dev/null
completes "by the sea/" saved-view sea
completes "contacts/" save-view x --pane con
completes "by the sea/" forget-view by
completes "snooze/" --db filo.db sno
completes "Ana Exempla/" --db filo.db show an
for words in 'import fi' 'export -o ba' '--db fi'; do
	# shellcheck disable=SC2086 # words
	expect_exit 1 filo completion bash -- filo $words # a file: the shell knows
done
filo completion fish -- filo show so >out
[ "$(cat out)" = "soren aerligson	Søren Ærligson" ]
filo show "soren aerligson" >out
has "Søren Ærligson"
filo completion zsh -- filo undo >out
has "undo	undo the latest change"

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
	END
	cmp out wanted || { cat out; exit 1; }
fi
if command -v fish >/dev/null; then
	fish -c 'source fish; complete -C "filo sno"; complete -C "filo show so"' >out 2>&1
	has snooze
	has "Søren Ærligson"
fi
