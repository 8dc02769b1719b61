# What a refusal says to try is taken where it says so.
filo add "Ana Prova" >/dev/null
filo add "Bo Exempla" >/dev/null

# with WORD COMMAND...: the command with the word for each @@.
with()
{
	word=$1 count=$(($# - 1))
	shift
	for argument; do
		case $argument in
		*@@*) argument=${argument%%@@*}$word${argument#*@@} ;;
		esac
		set -- "$@" "$argument"
	done
	shift "$count"
	"$@"
}

# tries COMMAND...: it refuses a word in place of @@, and takes each that it then names.
tries()
{
	if with zzz "$@" >out 2>&1 </dev/null; then
		echo "this was taken: $*"
		exit 1
	fi
	sed -n 's/.*\(: try \|none of: \|one of: \|there are: \|no order: \)//p' out |
		sed 's/, or - .*//; s/ or /, /; s/, */\n/g' >words
	[ "$(wc -l <words)" -gt 2 ] || { cat out; echo "nothing to try: $*"; exit 1; }
	while read -r word; do
		with "$word" "$@" >out 2>&1 </dev/null ||
			{ cat out; echo "\"$word\" is refused: $*"; exit 1; }
	done <words
}

tries filo log ana "a boat" -w @@
tries filo log ana "a boat" -c @@
tries filo log ana "a boat" --given @@
tries filo followup ana "a boat" -w @@
tries filo snooze ana @@
tries filo rest ana @@
tries filo edit ana --every @@
tries filo edit ana --set birthday=@@
tries filo add Carla --relation @@=Bo
tries filo add Carla --gender @@
tries filo due --on @@
tries filo due --horizon @@
tries filo agenda --days @@
tries filo absence @@ "6 jan 2031"
tries filo absence 2020-01-01 @@
tries filo list --order @@
tries filo circle --edit Friends --every @@

# So it is with lines of the settings.
mkdir -p "$HOME/.config/filo"
for line in daily "bind due" "color title"; do
	echo "$line" >"$HOME/.config/filo/config"
	expect_exit 1 filo config --check
	sed -n 's/.*such as:\{0,1\} "\{0,1\}\([^":]*\).*/\1/p' out >"$HOME/.config/filo/config"
	[ -s "$HOME/.config/filo/config" ]
	expect_exit 0 filo config --check
	has "Nothing is wrong"
done
