# Completions come from the tables; each is tried in its shell where that is installed.
filo completion bash >bash
filo completion zsh >zsh
filo completion fish >fish
for shell in bash zsh fish; do
	for word in snooze let-go two-people --plain-screen; do
		[ "$word" = --plain-screen ] && [ "$shell" != bash ] || grep -qF -e "$word" "$shell" ||
			{ echo "$word is missing in $shell"; exit 1; }
	done
	! command -v "$shell" >/dev/null || "$shell" -n "$shell"
done
# What stands in a translation is nobody's syntax.
grep -q "^	'add:" zsh
! grep -q '^	"' zsh
expect_exit 2 filo completion tcsh
expect_exit 2 filo completion
[ ! -e filo.db ] # no database is needed for it, or made

filo add "Ana Exempla" >/dev/null
filo add "Bruno l'Altro" >/dev/null
filo list --names >out
[ "$(cat out)" = "Ana Exempla
Bruno l'Altro" ]
expect_exit 2 filo list --names --json
mkdir bin && ln -s "$FILO" bin/filo
PATH=$PWD/bin:$PATH
if command -v bash >/dev/null; then
	cat >try <<-'END'
		. ./bash
		try() { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=(); _filo; echo "${COMPREPLY[@]}"; }
		try filo sno
		try filo show A
		try filo show Bru
		try filo two-people Bru
		try filo log --m
		try filo import bas
		try filo --db filo.db sno
	END
	bash try >out 2>&1
	cat >wanted <<-'END'
		snooze
		Ana\ Exempla
		Bruno\ l\'Altro
		Bruno\ l\'Altro
		--me --mail
		bash
		snooze
	END
	cmp out wanted || { cat out; exit 1; }
fi
if command -v fish >/dev/null; then
	fish -c 'source fish; complete -C "filo sno"; complete -C "filo show A"' >out 2>&1
	has snooze
	has "Ana Exempla"
fi
