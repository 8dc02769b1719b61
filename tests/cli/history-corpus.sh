#!/bin/sh
# Histories written by many programs, with the outcome that each must have: the corpus, where it
# lies beside the project; else nothing but a word about it.
# See tests/cli/run.
. "$ROOT/tests/cli/exchange-common"

CORPUS=$(echo "$ROOT"/../*/histories/corpus)
TAB=$(printf '\t')
set +e
TZ=Europe/Rome
export TZ

if ! [ -d "$CORPUS" ]; then
	skip "the corpus of histories" "it is not beside the project"
	exit 0
fi
if ! command -v jq > /dev/null; then
	skip "the corpus of histories" "jq is not installed"
	exit 0
fi

# A contact for each name in the last column, known by what the name is.
contacts_of() {
	printf 'name,nickname,email,phone\n'
	awk -F "$TAB" 'NF >= 8 && !/^#/ { if ($8 !~ /@.*, .*@/) print $8; n = split($8, part, ", "); for (i = 1; i <= n && n > 1; i++) print part[i] }' "$1" |
		sort -u | awk '{ q = "\"" $0 "\""; print q "," q "," ($0 ~ /@/ ? q : "") "," ($0 ~ /^[+0-9 ]+$/ ? q : "") }'
}

# The log as the expected tables write it.
log_of() {
	jq -r '.conversations[] | [.medium, .day,
		(if .minute == null then "-" else "\((.minute / 60 | floor) + 100):\(.minute % 60 + 100)" | gsub("1(?<d>[0-9][0-9])"; "\(.d)") end),
		(.direction // "unknown"), (.count_me // "-"), (.count_them // "-"), (.seconds // "-"),
		([.participants[].name] | sort | join(", "))] | map(tostring) | join("\t")' "$1" | LC_ALL=C sort
}

# One file of the corpus: its folder, its name, the rest of its line in the table.
one_of_the_corpus() {
	FILO_DB=$DIR/corpus.db
	export FILO_DB
	rm -f "$FILO_DB"*
	contacts_of expected > contacts.csv
	filo import contacts.csv > out 2>&1 || true
	me=$(printf '%s' "$3" | sed -n 's/^--me \(.*\)$/\1/p' | sed 's/ --until .*//')
	until=$(printf '%s' "$3" | sed -n 's/.*--until \([0-9-]*\).*/\1/p')
	name=$(printf '%s' "$3" | sed -n 's/.*--name \([a-z]*\).*/\1/p')
	set -- "$1" "$2" ${until:+--until "$until"} ${name:+--name "$name"}
	folder=$1 file=$2
	shift 2
	[ -z "$me" ] || set -- --me "$me" "$@"
	filo import "$@" "$CORPUS/$folder/$file" > out 2>&1
	filo export -f json --output all.json > export 2>&1
	log_of all.json > got
	awk -F "$TAB" 'NF >= 8 && !/^#/ { print $1 FS $2 FS $3 FS $4 FS $5 FS $6 FS $7 FS $8 }' expected | LC_ALL=C sort > wanted
	if grep -q -e 'not installed' -e 'no format that is known' out; then
		skip "$folder/$file" "its reader is not there"
	elif cmp -s got wanted; then
		check "$folder/$file" true
	else
		diff wanted got > difference
		cat out >> difference
		check "$folder/$file" false
		cat difference
	fi
}

for table in "$CORPUS"/*/EXPECTED.tsv; do
	folder=$(basename "$(dirname "$table")")
	# These tell stories, too: below.
	[ "$folder" = friends ] || [ "$folder" = monica ] && continue
	sed -n 's/^## //p' "$table" > files
	while IFS=$TAB read -r file options <&3; do
		awk -v wanted="## $file" -F "$TAB" 'index($0, "## ") == 1 { in_it = ($1 == wanted); next } in_it' "$table" > expected
		one_of_the_corpus "$folder" "$file" "$options"
	done 3< files
done

# What friends.md tells, people in brackets where they are only spoken of.
story_of() {
	jq -r '.conversations[] | ([.participants[].name] | sort | join(", ")) as $who |
		[.day, .medium // "-", (if all(.participants[]; .mention) then "[\($who)]" else $who end),
		.summary] | join("\t")' "$1" | cut -f "1-$2" | LC_ALL=C sort
}
for file in content.md friends.md; do
	rm -f "$DIR"/corpus.db*
	awk -v wanted="## $file" -F "$TAB" 'index($0, "## ") == 1 { in_it = ($1 == wanted); next } in_it && !/^#/ && NF > 2' \
		"$CORPUS/friends/EXPECTED.tsv" > expected
	[ -s expected ] && [ -e "$CORPUS/friends/$file" ] || continue
	filo import "$CORPUS/friends/$file" > out 2>&1
	if grep -q -e 'not installed' -e 'no format that is known' out; then
		skip "friends/$file" "its reader is not there"
		continue
	fi
	filo export -f json --output all.json > export 2>&1
	story_of all.json "$(head -n 1 expected | awk -F "$TAB" '{ print NF }')" > got
	LC_ALL=C sort expected > wanted
	check "friends/$file" diff wanted got
done

# What Monica tells of contacts: when, how, who began and with how many messages, who, and what about.
notes_of() {
	jq -r '.conversations[] | select(.medium) | [.day,
		(if .minute == null then "-" else "\((.minute / 60 | floor) + 100):\(.minute % 60 + 100)" | gsub("1(?<d>[0-9][0-9])"; "\(.d)") end),
		.medium, (.direction // "unknown") + (if .count_me then " (\(.count_me), \(.count_them))" else "" end),
		([.participants[].name] | sort | join(", ")), .summary // ""] | join("\t")' "$1" | LC_ALL=C sort
}
sed -n 's/^## //p' "$CORPUS/monica/EXPECTED.tsv" > files
while read -r file <&3; do
	rm -f "$DIR"/corpus.db*
	awk -v wanted="## $file" 'index($0, "## ") == 1 { in_it = ($0 == wanted); next } in_it && !/^#/' \
		"$CORPUS/monica/EXPECTED.tsv" | LC_ALL=C sort > wanted
	filo import "$CORPUS/monica/$file" > out 2>&1
	if grep -q -e 'not installed' -e 'no format that is known' out; then
		skip "monica/$file" "its reader is not there"
		continue
	fi
	filo export -f json --output all.json > export 2>&1
	notes_of all.json > got
	check "monica/$file" diff wanted got
done 3< files
check_end
