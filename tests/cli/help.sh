# What --help shows as an example is taken as it stands there, in both languages.
LANGS="C.UTF-8 it_IT.UTF-8"
say() { env LANG="$lang" "$FILO" "$@"; }

# of COMMAND OPTION: what the help says of it, on one line
of()
{
	say "$1" --help | awk -v option="$2" '
		/^ +-/ { on = 0 }
		{ for (i = 1; i <= NF && i <= 3; i++) if ($i == option && /^ +-/) on = 1 }
		on' | tr -s '\n ' '  '
}
# takes LEAST WORDS COMMAND...: each of the words, one a line, is taken in place of @@
takes()
{
	least=$1 words=$2
	shift 2
	[ "$(echo "$words" | wc -l)" -ge "$least" ] || { echo "too few in the help: $words"; exit 1; }
	echo "$words" | while read -r word; do
		with "$word" "$@" >out 2>&1 </dev/null ||
			{ cat out; echo "\"$word\" of the help is refused ($lang): $*"; exit 1; }
	done
}
with() # WORD COMMAND...
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
	say "$@"
}
# What stands in quotes, between them; what is listed, a word a line; a|b|c as well.
quoted() { sed "s/[^$1]*$1\([^$1]*\)$1.*/\1/"; }
listed() { sed 's/ (.*)//; s/,* or /, /; s/,* o /, /; s/ *, */\n/g' | sed 's/^ *//; s/ *$//; /^$/d'; }
either() { sed 's/^ *[^ ]* \([^ ]*\) .*/\1/' | tr '|' '\n'; }

filo add "Ana Exempla" --tag work --tag choir --circle Friends >/dev/null
filo add Bo --email bo@example.org --tag coro --tag lavoro >/dev/null
filo circle --add Amici >/dev/null
filo log ana "A walk" -w yesterday >/dev/null
filo log bo "A walk" -w yesterday >/dev/null
filo rest ana 3w >/dev/null
filo followup ana "How was Lisbon?" >/dev/null
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Carla Exempla\nEND:VCARD\n' >c.vcf

for lang in $LANGS; do
	# Dates as people say them.
	takes 4 "$(say --help | tail -1 | sed 's/^[^:]*: //; s/[".]//g' | listed)" log bo "a boat" -w @@

	limit=$(of list --limit | quoted "'")
	for command in due list save-view; do
		[ "$(of "$command" --limit | quoted "'")" = "$limit" ]
	done
	takes 1 "$limit" save-view "of help" --limit @@
	got=0
	say list --limit "$limit" >out 2>&1 || got=$?
	[ "$got" -le 1 ]
	say due --limit "$limit" >out 2>&1 || [ $? -eq 1 ]

	takes 1 "$(of log --open | quoted '"')" log ana "a boat" --open @@
	takes 4 "$(of log --channel | sed 's/.*--channel [^ ]* //' | listed | sed '$d')" log ana "a boat" -c @@
	takes 5 "$(of log --given | sed 's/:.*//; s/.*--given [^ ]* //' | listed)" log ana "a boat" --given @@
	takes 5 "$(of log --given | sed 's/:.*//; s/.*--given [^ ]* //' | listed)" log ana "a boat" --received @@
	takes 3 "$(of log --clear | sed 's/\.\.\.//; s/.*\(away the\|togli\) //' | listed)" log --edit 1 --clear @@
	for feeling in -2 -1 0 1 2; do
		say log ana "a boat" --feel "$feeling" >out
	done
	for command in add edit; do
		takes 4 "$(of "$command" --relation | sed 's/;.*//; s/, di chi.*//; s/.*=[A-Z]* //; s/their //' |
			listed)" edit ana --relation @@=bo
		takes 2 "$(of "$command" --set | sed 's/;.*//; s/.*\(such as\|esempio\) //' | listed)" \
			edit ana --set @@=
	done
	for command in list save-view; do
		takes 4 "$(of "$command" --order | sed 's/.*--order [^ ]* [^ ]* //' | listed)" list --order @@
	done
	takes 3 "$(of save-view --pane | either)" save-view "of help" --pane @@
	takes 4 "$(of export --format | sed 's/.*--format [^ ]* //' | listed)" export --format @@
	takes 3 "$(of import --groups | either)" import --groups @@ --dry-run c.vcf
	takes 3 "$(of import --day-order | either)" import --day-order @@ --dry-run c.vcf
	takes 3 "$(of import --likely | either | grep -v =)" import --likely @@ --dry-run c.vcf
	takes 3 "$(say completion --help | sed -n '1s/filo completion \([^ ]*\) .*/\1/p' | tr '|' '\n')" \
		completion @@
	takes 1 "$(of seen --forget | either)" seen --forget @@
	# What stands for nothing.
	takes 1 "$(of event --edit | sed 's/:.*//; s/.* //')" event --edit 1 @@
	takes 1 "$(of circle --every | sed 's/ *$//; s/.* //')" circle --edit Amici --every @@
	takes 1 "$(of followup --when | sed 's/.*--edit, \([^ ]*\) .*/\1/')" followup --edit 1 -w @@
done

# The shapes that the usage shows: each command is taken with what it says it takes.
filo add "Cleo Exempla" >/dev/null
for words in due "due --on fri" "due --all" "due --quiet-ties" "due --address-dates" "due --slot" "due -n 3" \
	"due --horizon 10 --json" "due --brief" agenda "agenda --days 7" duplicates "show ana" "show --entry 1" \
	list "list --tag work" "list --circle Friends" "list --all --names" "find walk" "query bo --no-head" \
	"absence" "absence 1/12 6/12" "absence 1/12 6/12 ana" "absence --edit 1 2/12 6/12 ana" \
	"absence --remove 1" "event ana" "tag" "tag ana" "tag ana x y" "tag ana z --remove x" "circle" "circle ana Amici" \
	"circle ana --none" "circle --add New --every 30" "circle --edit New --name Newer" \
	"circle --delete Newer" "saved-view" "followup" "followup ana hello -w fri --mine" \
	"followup --edit 1 hello" "done 1" "in-touch-today ana,bo" "snooze cleo" "snooze cleo 2w" \
	"wake cleo" "rest cleo" "wake cleo" "let-go cleo" "two-people ana bo" "drafts" "trash" "seen" \
	"seen --ignored" "sources" "check" "config --check" "config --keys" "undo" "redo" "delete cleo" \
	"merge ana bo" "backup copy" "restore copy" "export -o all.vcf" "import --dry-run c.vcf" \
	"import --again --quiet"; do
	# shellcheck disable=SC2086 # words
	expect_exit 0 filo $words
done

# Each line under "For example:", on an address book where there is what it names.
# prepares SURNAME FRIENDS TAG CITY VIEW
prepares()
{
	rm -f filo.db*
	say add Xaver >/dev/null
	say delete xaver >/dev/null
	say add "Ana $1" --email ana@example.org --circle "$2" --tag "$3" --set birthday=25/11 >/dev/null
	say add "A. $1" >/dev/null
	say add "$6 $1" >/dev/null
	say add Bo --every 30 >/dev/null
	say add Cleo --circle "$2" >/dev/null
	say snooze cleo 2w >/dev/null
	i=0
	while [ $i -lt 12 ]; do
		say log ana "$4" -w "$((i * 10 + 100))d" >/dev/null
		i=$((i + 1))
	done
	say log bo,cleo "$4" -w 90d >/dev/null
	say followup cleo "$4" >/dev/null
	say followup ana "$4" >/dev/null
	say save-view "$5" >/dev/null
	sqlite3 filo.db "INSERT INTO draft VALUES ('log:with:1', 'summary $4', 1795478400)"
	printf '%s\n' '{"filo":"messages 1","source":"telegram","name":"one"}' \
		'{"when":"2026-11-01 10:00","who":"Giulia Neri","by":"them"}' \
		'{"when":"2026-11-01 11:00","who":"Giulia Neri","by":"me"}' \
		'{"when":"2026-11-02 10:00","who":"Giulia Neri","by":"them"}' >chat.ndjson
	say import --me Marco chat.ndjson >/dev/null
	rm -f ready.db
	say backup ready.db >/dev/null
}
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Carla Exempla\nEND:VCARD\n' >contacts.vcf
printf '%s\n' "From ada@example.org Mon Nov  2 10:00:00 2026" "From: ada@example.org" \
	"To: ana@example.org" "Date: Mon, 02 Nov 2026 10:00:00 +0000" "Message-ID: <1@example.org>" \
	"Subject: A walk" "" "When?" >mail.mbox
cp contacts.vcf rubrica.vcf
cp mail.mbox posta.mbox
ln -s "$FILO" filo
PATH=$PWD:$PATH
for lang in $LANGS; do
	if [ "$lang" = C.UTF-8 ]; then
		prepares Reed Friends swimming "Lisbon" quiet Ann
	else
		prepares Rossi Amici nuoto "Lisbona" zitti Anna
	fi
	cp ready.db copy.db
	cp ready.db copia.db
	for command in $(say --help | sed -n 's/^  \([a-z-]*\) .*/\1/p' | grep -vx filo); do
		say "$command" --help | awk 'on; /^(For example|Per esempio):$/ { on = 1 }' >"lines.$command"
		if [ ! -s "lines.$command" ]; then
			case $command in # which take nothing
			duplicates | undo | redo | check | demo) continue ;;
			*) echo "no example: $command"; exit 1 ;;
			esac
		fi
		cp ready.db filo.db
		while IFS= read -r line; do
			(export LANG="$lang"; unset -f filo; eval "$line") >out 2>&1 </dev/null ||
				{ cat out; echo "an example of the help is refused ($lang): $line"; exit 1; }
		done <"lines.$command"
	done
done
