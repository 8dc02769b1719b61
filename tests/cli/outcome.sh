# What --json tells of a change: one object, of the same shape whichever command it is, and nothing
# else; as filo(5) has it.
query() { sqlite3 :memory: "$1"; }
# The schema, by what SQLite makes of it: each key with what may stand there.
shape="command:text
what:text|null
text:text
made:array
changed:array
removed:array
people:array
files:array"
row="date:null|text
id:integer
kind:text"
filo add Norma --email norma@example.org --tag choir --circle Friends >/dev/null
filo list --json >list
person=$(query "SELECT key FROM json_each(readfile('list'), '\$[0]') ORDER BY 1")
kinds=" contact entry followup event absence circle seen source view draft "

# fits WANTED FOUND: lines of "key:type"; WANTED may have more than one type
fits()
{
	[ "$(echo "$1" | wc -l)" -eq "$(echo "$2" | wc -l)" ] || return 1
	echo "$2" | while IFS=: read -r key type; do
		echo "$1" | grep -Eq "^$key:(.*\|)?$type(\||\$)" || exit 1
	done
}
# tells COMMAND...: it succeeds, and its outcome is in the file `out`
tells()
{
	filo "$@" >out 2>err </dev/null || { cat err; echo "failed: $*"; exit 1; }
	[ "$(query "SELECT json_valid(readfile('out'))")" = 1 ] && [ "$(wc -l <out)" -eq 1 ] ||
		{ cat out; echo "not one value on one line: $*"; exit 1; }
	fits "$shape" "$(query "SELECT key || ':' || type FROM json_each(readfile('out'))")" ||
		{ cat out; echo "not the shape of an outcome: $*"; exit 1; }
	for list in made changed removed; do
		count=$(query "SELECT json_array_length(readfile('out'), '\$.$list')")
		while [ "$((count -= 1))" -ge 0 ]; do
			fits "$row" "$(query "SELECT key || ':' || type FROM
				json_each(readfile('out'), '\$.${list}[$count]') ORDER BY 1")" ||
				{ cat out; echo "not the shape of a row: $*"; exit 1; }
			case $kinds in
			*" $(query "SELECT readfile('out') ->> '\$.${list}[$count].kind'") "*) ;;
			*) cat out; echo "of no kind: $*"; exit 1 ;;
			esac
		done
	done
	count=$(query "SELECT json_array_length(readfile('out'), '\$.people')")
	while [ "$((count -= 1))" -ge 0 ]; do
		[ "$person" = "$(query "SELECT key FROM json_each(readfile('out'), '\$.people[$count]')
			ORDER BY 1")" ] || { cat out; echo "not a person as in list: $*"; exit 1; }
	done
	[ "$(get command)" = "$1" ]
	told="$told $1 "
}
get() { query "SELECT readfile('out') ->> '\$.$1'"; }
# is PATH VALUE: what the last one told
is() { [ "$(get "$1")" = "$2" ] || { cat out; echo "$1 is not $2"; exit 1; }; }
# did LIST WANTED: "entry 1, followup 1"
did()
{
	[ "$2" = "$(query "SELECT ifnull(group_concat((value ->> 'kind') || ' ' || (value ->> 'id'),
		', '), '') FROM json_each(readfile('out'), '\$.$1')")" ] ||
		{ cat out; echo "$1 is not: $2"; exit 1; }
}
told=

tells add "Ana Exempla" --email ana@example.org --json
did made "contact 2"
is what "add Ana Exempla"
is text "Added Ana Exempla."
is 'people[0].name' "Ana Exempla"
is 'people[0].channels[0].value' ana@example.org
tells add Ben --json
# The entry and what it left open, the days as they were understood; who was only spoken of is not
# among the people.
tells log --json ana "A walk" -w yesterday --about ben --open "! the book, in 2w"
did made "entry 1, followup 1"
is 'made[0].date' 2026-11-22
is 'made[1].date' 2026-12-07
is 'people[0].id' 2
is 'people[1].id' ""
tells log ana,ben "The sea" --json
is 'people[1].name' Ben
tells log --edit 1 --with ben --json
did changed "entry 1"
is 'changed[0].date' 2026-11-22
tells in-touch-today ben --json
did made "entry 3"
tells "done" 1 --json
did changed "followup 1"
is 'people[0].id' 2
tells followup ana "How was Lisbon?" -w fri --json
did made "followup 2"
is 'made[0].date' 2026-11-27
tells followup --edit 2 -w today --json
did changed "followup 2"
is "changed[0].date" 2026-11-23
tells edit ana --email ana@example.com --remove ana@example.org --json
did changed "contact 2"
did made ""
tells edit ana --set birthday=1/5 --relation friend=ben --json
did changed "contact 2"
tells tag ana choir --json
is 'people[0].tags[0]' choir
# What is there already is said to be so: nothing has changed, and there is nothing to undo.
tells edit ana --email ana@example.com --set birthday=1/5 --relation friend=ben --tag choir --json
did changed ""
is text "Ana Exempla stays as before."
is what ""
is 'people[0].name' "Ana Exempla"
tells tag ana choir --json
did changed ""
tells log --edit 1 "A walk" --json
did changed ""
is text "The entry with Ben stays as before: Sun 22 Nov 2026, yesterday."
is 'people[0].name' Ben
tells edit ana --email ANA@Example.com --json
did changed ""
tells followup --edit 2 -w today --json
did changed ""
is 'people[0].name' "Ana Exempla"
tells undo --json
is text "Undone: edit Ana Exempla: Tags."
tells redo --json
# What changes nothing tells of whom it spoke.
tells circle ana close --json
did changed "contact 2"
tells circle --add Crew --every 30 --json
did made "circle 4"
tells circle --edit crew --name Sailors --json
did changed "circle 4"
tells circle --delete Sailors --json
did removed "circle 4"
filo edit ana --set birthday=2000-11-25 >/dev/null
tells wished ana --json
did made "event 1"
tells snooze ana 2w --json
is 'made[0].date' 2026-12-07
is 'people[0].state' snoozed
tells event --edit 2 3w --json
did changed "event 2"
tells event --edit 2 3w --json
did changed ""
is 'people[0].name' "Ana Exempla"
tells wake ana --json
tells rest ana --json
is 'made[0].date' ""
tells let-go ana --json
is 'people[0].state' archived
tells wake ana --json
tells absence 1/12 6/12 ana --json
did made "absence 1"
tells absence --edit 1 1/12 6/12 ana --json
did changed ""
is 'people[0].name' "Ana Exempla"
tells absence --edit 1 2/12 6/12 ana --json
is 'changed[0].date' 2026-12-02
tells absence 2026-11-01 2026-11-30 --json
is 'people[0].id' ""
own=$(get 'made[0].id')
tells absence --end "$own" --json
tells absence --remove "$own" --json
did removed "absence $own"
tells skip ana 2027-01-15 --json
did changed "followup 2"
tells two-people ana ben --json
tells merge ana ben --json
did removed "contact 3"
is 'people[1].id' ""
tells undo --json
is command undo
did made "contact 3"
is what "merge Ana Exempla"
tells redo --json
did removed "contact 3"
tells undo --skip --json
tells delete --entry 1 --json
did removed "entry 1"
is 'removed[0].date' 2026-11-22
tells trash --json --restore "$(filo trash | sed 's/ .*//')"
did made "entry 1"
tells delete --followup 2 --json
tells delete ben --json
did removed "contact 3, entry 1, entry 3"
tells undo --json
did made "contact 3, entry 1, entry 3"
tells save-view quiet --limit "~s >60" --json
is what 'save the view "quiet"'
did made "view 4"
tells save-view quiet --json
did changed ""
tells save-view quiet --limit "~s >90" --json
did changed "view 4"
tells forget-view quiet --json
did removed "view 4"
# What is no part of undo.
sqlite3 filo.db "INSERT INTO draft VALUES ('log:with:1', 'summary A walk
body along\\nthe \"sea\"
', 1795478400)"
tells drafts --json --drop "$(filo drafts | sed 's/ .*//')"
draft=$(get 'removed[0].id')
tells drafts --json --bring-back
did made "draft $draft"
tells drafts --json --take "$draft"
did removed "draft $draft"
is text 'A walk
along
the "sea"'
i=0
while [ $i -lt 40 ]; do
	filo log norma "Tea $i" -w "$((i * 10))d" >/dev/null
	i=$((i + 1))
done
tells take-proposal norma --json
did changed "contact 1"
# Histories: whom they saw.
{
	printf '%s\n' '{"filo":"messages 1","source":"telegram","name":"one"}'
	for who in Giulia Marta Piero Norma; do
		printf '{"when":"2026-11-0%s 10:00","who":"'$who'","by":"%s"}\n' 1 them 1 me 2 them
	done
} >chat.ndjson
filo import --me Marco --map Norma=norma chat.ndjson >/dev/null
tells seen --adopt Giulia --json
is 'people[0].name' Giulia
tells seen --ignore Marta --json
tells sources --json forget telegram
did changed "seen 2, seen 3"
tells undo --json
did changed "seen 2, seen 3"
tells redo --json
did changed "seen 2, seen 3"
tells seen --forget all --json
# An import that is undone.
printf 'BEGIN:VCARD\nVERSION:4.0\nFN:Carla Exempla\nEND:VCARD\n' >carla.vcf
filo import carla.vcf >/dev/null
carla=$(filo list --json --limit carla | sed -n 's/.*"id":\([0-9]*\),.*Carla.*/\1/p')
tells undo --json
did removed "contact $carla"
# Files.
tells export -o all.vcf --json
is 'files[0]' all.vcf
for path in - /dev/stdout both.vcf; do
	expect_exit 2 sh -c '"$FILO" export --json -o "$1" >both.vcf' sh "$path"
	has "--output"
	[ ! -s both.vcf ]
done
tells backup copy.db --json
is 'files[0]' copy.db
tells restore copy.db --json
is 'files[0]' "$DIR/filo.db"
is 'files[1]' "$DIR/filo.db.before-restore"

# What is refused prints nothing there, and fails as it does without.
for words in "done 99" "delete Nobody" "log ana" "merge ana ana" "edit ana" "undo --nothing"; do
	one=0 other=0
	filo $words >out 2>err || one=$?
	filo $words --json >out 2>other || other=$?
	[ "$one" -ne 0 ]
	[ "$one" -eq "$other" ]
	[ ! -s out ]
	cmp err other
done

# Every command was tried but for those that list, and those that have more to tell.
filo --help | sed -n 's/^  \([a-z-]*\) .*/\1/p' >commands
[ "$(wc -l <commands)" -gt 40 ]
for command in $(cat commands); do
	case $command in
	filo | completion | demo) continue ;;
	due | agenda | duplicates | show | list | saved-view | find | query | import | check | config) continue ;;
	esac
	case $told in
	*" $command "*) ;;
	*) echo "not tried: $command"; exit 1 ;;
	esac
	filo "$command" --help >out
	has "--json"
done

# In another language keys and kinds are the same.
for page in filo.5 it/filo.5; do
	for word in $(echo "$shape" "$row" | tr ' ' '\n' | sed 's/:.*//') $kinds; do
		awk '/^.Ss (Changes|Cambiamenti)$/ { on = 1; next } /^.Ss/ { on = 0 } on' \
			"$ROOT/man/$page" | tr -c 'a-z' '\n' | grep -qx "$word" ||
			{ echo "$page lacks $word"; exit 1; }
	done
done
