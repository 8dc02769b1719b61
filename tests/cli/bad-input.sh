#!/bin/sh
# What makes no sense is refused in one line, and nothing is changed. See tests/cli/run.

filo add "Ana Torres" >out
filo add "Ana Rivas" >out
filo log "Ana Torres" "Hello" >out
filo export --format json >before

# refused STATUS WORDS COMMAND...: ends with STATUS and one line on standard error with WORDS.
refused()
{
	wanted=$1 words=$2 got=0
	shift 2
	"$@" >out 2>err </dev/null || got=$?
	if [ "$got" != "$wanted" ] || [ "$(wc -l <err)" != 1 ] || [ -s out ] ||
		! grep -qF -e "$words" err; then
		cat out err
		echo "status $got, not $wanted with \"$words\", from: $*"
		exit 1
	fi
}

# The command line itself.
refused 2 "nonsense" filo nonsense
refused 2 "--nonsense" filo --nonsense
refused 2 "--json=1 takes no value; see filo log --help" filo log ana x --json=1
refused 2 "no option -x; see filo --help" filo -xy
refused 2 "--db needs a value" filo --db
refused 2 "terminal" filo
refused 2 "terminal" filo demo
refused 2 "terminal" env TERM=dumb "$FILO"
refused 2 "no arguments" filo demo here
refused 2 "-x" filo due --json -xy
refused 2 "--nonsense" filo due --nonsense
refused 2 "-n needs a value" filo due -n
refused 2 "filo due --help" filo due today
refused 2 "--db needs a value" filo --db "" list
refused 2 "--brief and --json cannot be combined" filo due --brief --json
refused 2 "only one of --all, --quiet-ties" filo due --brief --all
refused 2 "only one of --all, --quiet-ties" filo due --slot --address-dates
refused 2 "--slot and --on cannot be combined" filo due --slot --on 2026-11-25
refused 2 "filo done --help" filo "done"
refused 2 "quotes" filo log ana talked a lot
refused 2 "only one of --me, --them, --both" filo log "ana torres" Hello --me --them
refused 2 "only one of" filo log "ana torres" Hello --both --me
refused 2 "only one of" filo followup "ana torres" Hello --ask --theirs
refused 2 "--format vcard" filo export --format json --vcard3
refused 2 "--format csv" filo export --contacts
refused 2 "FILO_TODAY" env FILO_TODAY=tomorrow "$FILO" due
refused 2 "FILO_TODAY" env FILO_TODAY=2026-02-31 "$FILO" due

# Whom to add is told only of what may be a name.
refused 1 'Add them with: filo add "zoe"' filo show zoe
for nobody in '#999' 'ana @zz' nobody@a.example '+39 02 1234' urn:uuid:00000000-0000-4000-8000-000000000000 \
	00000000-0000-4000-8000-000000000000; do
	refused 1 "Nobody is called \"$nobody\"" filo show "$nobody"
	if grep -q "filo add" err; then cat err; exit 1; fi
done

# Dates.
refused 2 "31 February does not exist" filo log "ana torres" Hello -w "31 february"
refused 2 "soon" filo log "ana torres" Hello -w soon
refused 2 "follow-up" filo log "ana torres" Hello -w tomorrow
refused 2 "31 February does not exist" filo due --on 2026-02-31
refused 2 '"soon" is not a date' filo due --on soon
refused 2 '"soon" is not a date' filo import --since soon -
refused 2 "There is no month 13" filo import --until 2026-13 -
refused 2 "31 June does not exist" filo absence 2026-06-01 31/6/2026
refused 2 "absence" filo absence 2026-12-24 2026-12-01

# Numbers.
for days in -5 1e12 5.5 soon ""; do
	refused 2 "is not an interval" filo add "Bo Lind" --every "$days"
done
for days in 36501 1000000000000 99999999999999999999; do
	refused 2 "a hundred years at most" filo add "Bo Lind" --every "$days"
done
refused 2 "-2" filo log "ana torres" Hello --feel 3
refused 2 "from 1" filo due -n 0
refused 2 '"x" is not a span from 1 to 365 days' filo agenda --days x
refused 2 "from 1 to 365" filo agenda --days "2 years"
refused 2 "from 1 to 365" filo agenda --days 0
refused 2 "from 1 to 365" filo agenda --days 366
refused 2 "filo agenda --help" filo agenda tomorrow
refused 2 "from 1" filo due --horizon -1
refused 2 "one" filo "done" one
refused 1 "999" filo "done" 999
refused 1 "999" filo absence --remove 999

# Words that are none of those there are.
refused 2 "Close, Friends, Network" filo add "Bo Lind" --circle foes
refused 1 "Close, Friends, Network" filo list --circle foes
refused 1 "Close, Friends, Network" filo list --limit "~c foes"
refused 2 "~s >60" filo due --limit "~s soon"
refused 2 "none of ~c" filo list --limit "~q 1"
refused 2 "name, silence" filo list --order age
refused 2 "call, message" filo log "ana torres" Hello -c pigeon
refused 2 "vcard" filo export --format tarot
refused 2 "vcard" filo import --format tarot -

# Names.
refused 1 "nobody-here" filo show nobody-here
refused 1 "nobody-here" filo add "Bo Lind" --via nobody-here
refused 1 "Ana Torres, Ana Rivas" filo log ana Hello
refused 1 "Ana Torres, Ana Rivas" filo followup ana Hello
refused 1 "Ana Torres, Ana Rivas" filo absence 2026-12-01 2026-12-02 ana
refused 1 "nobody-here" filo log "ana torres,nobody-here" Hello
refused 1 "somebody" filo log , Hello
refused 2 "empty" filo add ""
refused 2 "empty" filo add "  "
refused 2 "empty" filo show ""
refused 2 "empty" filo log "ana torres" ""
refused 2 "empty" filo log "" Hello
refused 2 "empty" filo followup "ana torres" " "
refused 2 "empty" filo find ""
refused 1 "1000" filo add "$(head -c 100000 /dev/zero | tr '\0' x)"

# Settings that make no sense are said, and left aside.
mkdir -p "$HOME/.config/filo"
echo "daily = 99" >"$HOME/.config/filo/config"
expect 'config:1: "daily" can be 1..50, not "99"' filo due
# In a script only by what goes by the setting, so that a fault of the screen's is no noise there.
expect "Ana" filo list
lacks 'config:'
printf 'colour = never\nbind due F3 nosuch\njournal = maybe\n' >"$HOME/.config/filo/config"
filo due >out 2>&1 </dev/null
has 'config:3: "journal" can be'
lacks 'config:1:'
lacks 'config:2:'
rm "$HOME/.config/filo/config"

# Databases.
echo "no database at all, but long enough to be one" >letter.txt
refused 1 "letter.txt" filo --db letter.txt list
refused 1 "." filo --db . list
refused 1 "nowhere" filo --db /proc/nowhere/filo.db list
ln -s nowhere/filo.db leads
refused 1 "nowhere does not exist" filo --db leads list
refused 1 "nowhere" filo backup nowhere/copy.db
echo precious >diary.txt
refused 1 "diary.txt" filo backup diary.txt
grep -q precious diary.txt
sqlite3 other.db "CREATE TABLE tune (name); INSERT INTO tune VALUES ('kept')"
refused 1 "other.db" filo backup other.db
[ "$(sqlite3 other.db "SELECT name FROM tune")" = kept ]
filo backup copy.db >/dev/null
ln -s copy.db-shm beside
for name in "$FILO_DB" copy.db "$FILO_DB-wal" copy.db-journal beside new.db-wal new-shm; do
	refused 1 "is a database, or named like a part of one" filo export --output "$name"
	refused 1 "is a database, or named like a part of one" env FILO_LOG="$name" "$FILO" list
done
for name in "$FILO_DB-wal" "$FILO_DB-journal" copy.db-shm beside new.db-wal new-journal; do
	refused 1 "is a database, or named like a part of one" filo backup "$name"
	refused 1 "a part of a database named" filo --db "$name" add Nemo
	refused 1 "a part of a database named" filo --db "$name" restore copy.db
done
if ls new* 2>/dev/null; then exit 1; fi
# What is one already can be read, until there is the one it would be a part of.
cp copy.db lone-wal
filo --db lone-wal list >/dev/null
cp copy.db lone
refused 1 "a part of a database named lone:" filo --db lone-wal list
rm lone lone-wal*
echo "dear diary" >year-journal
refused 1 "year-journal would be taken for a part of the copy" filo backup year
refused 1 "year-journal would be taken for a part" filo --db year add Nemo
grep -q "dear diary" year-journal
refused 1 "may not grow" sh -c 'ulimit -f 20; exec "$FILO" restore copy.db'
if ls ./*filo-part* 2>/dev/null; then exit 1; fi
ln -s round round
refused 1 "round" filo export --output round
refused 1 "round" filo backup round
[ -L round ]
grep -q "no database at all" letter.txt

filo export --format json >after
cmp before after

# Bytes that are no UTF-8 are repaired, never kept as they are.
filo add "$(printf 'Ren\351 Magn')" --met "$(printf 'caf\351')" >out
filo list >out
has "René Magn"
filo log magn "$(printf 'bient\364t')" >out
filo export --format json >out
iconv -f UTF-8 -t UTF-8 out >/dev/null
expect "All is well." filo check

# What cannot be read is no empty text.
got=0
filo log "ana torres" - </ >out 2>&1 || got=$?
[ "$got" = 2 ]
has "The text cannot be read: Is a directory"

# A byte of zero ends no text silently.
filo add "Uno Prova" >/dev/null
printf 'whole\0 word\n' >zero
for command in log followup; do
	filo $command uno - <zero >out 2>&1
	has "filo $command: The text had NUL bytes, which were left out"
	filo show uno >out
	has "whole word"
	filo undo >/dev/null
done
got=0
printf '\0\n' | filo log uno - >out 2>&1 || got=$?
[ "$got" = 2 ]
has "The text is empty"
expect_exit 2 filo log uno hello -c zeppelin
has 'there are: call, message, e-mail, video call, in person,'

# The help fits a terminal.
filo --help >out
for command in $(sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p' out | grep -v "^filo$"); do
	filo "$command" --help >>out
done
[ -z "$(awk 'length > 80' out)" ]

# The settings file: what is wrong is told with its line, the rest holds.
mkdir -p "$HOME/.config/filo"
printf 'daily = 3\ncolour = never\ndaily = many\nmice\n' >"$HOME/.config/filo/config"
expect_exit 1 filo config --check
has 'config:2: there is no setting "colour": it can be color'
has 'config:3: "daily" can be'
has 'config:4: there is no setting "mice": there are daily, plain-screen,'
has 'journal, day-order, open.email, open.phone, open.messenger, open.profile, open.website, open.url,'
# Each names its line and what to write instead.
cat >"$HOME/.config/filo/config" <<'END'
daily = 3
theme = nosuch
bind due # tags
unbind due #
me = ada@example.org, "Ada
open.fax = true
bind due Hash tags
END
expect_exit 1 filo config --check
has 'config:2: there is no theme "nosuch": dusk and paper come with filo'
has 'config:3: a # begins a comment: as a key it is written Hash'
has 'config:4: a # begins a comment: as a key it is written Hash'
has 'config:5: "me" can be at most 999 characters, with quotes closed, not'
has 'config:6: nothing of the kind "fax" is opened: it can be open.email,'
lacks 'config:7'
# In the order of the lines, whatever they are about.
printf 'bind due F3 nosuch\ndaily = many\ncolor text none-such\n' >"$HOME/.config/filo/config"
expect_exit 1 filo config --check
[ "$(grep -o 'config:[0-9]*' out | tr '\n' ' ')" = "config:1 config:2 config:3 " ]
expect_exit 1 filo config --check --json
[ "$(grep -o 'config:[0-9]*' out | tr '\n' ' ')" = "config:1 config:2 config:3 " ]
# What is worth a word is no fault, but not nothing either.
echo 'bind due 2 snooze 2w' >"$HOME/.config/filo/config"
expect "config:1: 2 is snooze instead of contacts in due" filo config --check
lacks "Nothing is wrong"

# A command tells what is wrong with the settings it goes by.
echo 'after-log = "x' >"$HOME/.config/filo/config"
filo add "Oda Prova" >/dev/null
for command in 'log Oda hi' 'in-touch-today Oda'; do
	# shellcheck disable=SC2086 # words
	expect '"after-log" can be' filo $command
done

# Without a log, for folders that give no memory shared between programs: byte 18 of the file says so.
versions() { od -An -tu1 -j18 -N1 "$FILO_DB" | tr -d ' '; }
[ "$(versions)" = 2 ]
echo 'journal = delete' >"$HOME/.config/filo/config"
expect "Added Ida Prova" filo add "Ida Prova"
[ "$(versions)" = 1 ]
[ ! -e "$FILO_DB-wal" ]
rm "$HOME/.config/filo/config"
expect "Ida Prova" filo list
[ "$(versions)" = 2 ]
printf 'daily = 3\n' >"$HOME/.config/filo/config"
expect "Nothing is wrong in $HOME/.config/filo/config" filo config --check
# What may be right elsewhere is told, and is no fault.
printf 'after-log = /nonexistent/prog --new\nopen.email = nosuchprog %%s\nopen.url = sh\nunbind everywhere Esc\nunbind everywhere F1\nunbind everywhere ?\nunbind due :\nunbind everywhere q\nunbind due x\n' >"$HOME/.config/filo/config"
expect_exit 0 filo config --check
has 'config:1: there is no program "/nonexistent/prog" here, which after-log starts'
has 'config:2: there is no program "nosuchprog" here, which open.email starts'
lacks "config:3:"
for line in 4 5 6 7 8; do
	has "config:$line: "
done
has "runs help no more: bind another key to it"
has "q runs quit no more"
lacks "config:9:"
# Behind the "!" of a program that gets the terminal stands the program.
printf 'open.email = ! sh %%s\nopen.url = !"/bin/sh" -c x\nopen.phone = ! nosuchprog\nafter-log = ! sh\n' \
	>"$HOME/.config/filo/config"
expect_exit 0 filo config --check
lacks "config:1:"
lacks "config:2:"
has 'config:3: there is no program "nosuchprog" here, which open.phone starts'
has 'config:4: there is no program "!" here, which after-log starts'
echo 'open.email = !' >"$HOME/.config/filo/config"
expect_exit 1 filo config --check
has 'config:1: "open.email" can be a command with its quotes closed, of at most 999 characters, not "!"'
printf 'daily = 3\n' >"$HOME/.config/filo/config"
expect_exit 2 filo config --check --keys

# Keys: each fault with its line and what can be done.
cat >"$HOME/.config/filo/config" <<'END'
bind due 2 snooze 2w
bind nowhere F3 snooze
bind due Meta snooze
bind due F3 nosuch
bind due F4 zoom yes
bind form F4 snooze
bind form x save-form
bind due C-c quit
bind due F5 skip
bind due F5 wake
bind due
unbind due s now
bind contacts Hash snooze 3w
bind due g snooze blah
bind due M-r rest 31 feb
bind card F6 numbered-done soon
bind due M-s snooze 29 feb
bind people F7 done
bind people F8 tag
bind people F8 followup
bind due F9 s
bind due F9 sn
bind due F9 snoze
bind due F9 -
bind people F9 SNOOZE
bind due F11 sk-
bind due F9 fo
END
expect_exit 1 filo config --check
has 'config:1: 2 is snooze instead of contacts in due'
has 'config:2: there is no context "nowhere": it can be due, contacts, log,'
has 'config:18: there is no command "done": it can be follow-up-done'
has 'config:21: several commands begin with "s": filo config --keys lists them'
lacks 'config:22: '
has 'config:23: there is no command "snoze": it can be snooze'
has 'config:24: there is no command "-": filo config --keys lists them'
has 'config:25: there is no command "SNOOZE": it can be snooze'
lacks 'config:26: '
has 'config:27: several commands begin with "fo": follow-up, follow-up-done, forget-view'
has 'config:20: F8 in people is bound in line 19, too'
has 'config:3: "Meta" is no key: write it as in l, F2, C-f, M-x, Space'
has 'config:4: there is no command "nosuch": filo config --keys lists them'
has 'config:5: zoom takes nothing behind its name: leave out "yes"'
has 'config:6: snooze does nothing in form: it can be bound in due, contacts, log, card,'
has 'config:7: x is typed there: take a key such as C-g, M-x or F2'
has 'config:8: Ctrl-c ends filo wherever one is'
has 'config:10: F5 in due is bound in line 9, too: this one holds, remove one'
has 'config:11: expected a line such as "bind due F2 snooze"'
has 'config:12: expected a line such as "unbind due s"'
has 'config:14: snooze: "blah" is not a date'
has 'config:15: rest: 31 February does not exist'
has 'config:16: numbered-done takes a number, not "soon"'
lacks 'config:17'
expect_exit 0 filo config --keys
has 'bind due 2 snooze 2w'
has 'bind contacts 2 contacts'
has 'bind due F5 wake'
has '# bind due - trash'
has 'bind contacts Hash snooze 3w'
has 'bind who s leave-seen'
lacks 'bind due 2 contacts'
lacks 'bind due F5 skip'
# What is printed is read back whole: keys that are not to be bound stand in comments, those that
# run nothing are told.
for lines in "" "unbind everywhere q" "bind people F5 skip
bind panes C-g snooze 2w
bind contacts X tag zeta
unbind due s"; do
	printf '%s\n' "$lines" >"$HOME/.config/filo/config"
	filo config --keys >out
	has "# bind due Ctrl-c interrupt"
	has "# bind form Space next-or-blank"
	cp out "$HOME/.config/filo/config"
	sort out >wanted
	expect_exit 0 filo config --check
	filo config --keys | sort | cmp - wanted
done
grep -q '^unbind due s$' wanted
grep -q '^bind contacts X tags zeta$' wanted
expect_exit 0 filo config --keys --json
has '{"place":"contacts","key":"X","command":"tags","argument":"zeta","fixed":false}'
has '{"place":"due","key":"s","command":null,"argument":null,"fixed":false}'
has '{"place":"due","key":"Ctrl-c","command":"interrupt","argument":null,"fixed":true}'
expect_exit 2 filo config
rm "$HOME/.config/filo/config"

# What is typed as an e-mail address is one; what a file brings is kept as it is.
for address in foo foo@ @bar "a b@c.org" "a@b@c.org"; do
	expect_exit 2 filo add "Mail Wrong" --email "$address"
	has "is no e-mail address"
done
printf 'name,email\nMail Kept,foo\n' >mail.csv
filo import mail.csv >out
expect "foo" filo show "Mail Kept"
expect_exit 2 filo edit "Mail Kept" --email bar
filo edit "Mail Kept" --phone "+39 055 2" >out

# Alone it lists; with anything else it adds.
expect_exit 0 filo followup --json
expect_exit 2 filo followup --json --ask
expect_exit 2 filo followup --ask

# A table that nobody knows is told by its columns, whoever was asked to read it.
printf 'Foo,Bar\n1,2\n' >foo.csv
refused 1 'says who it is about (Foo, Bar)' filo import --format csv foo.csv
expect_exit 1 filo import foo.csv
has 'foo.csv: none of its columns says who it is about (Foo, Bar)'

# A "-" before a tag takes it away on the screen, and is an option here: none begins so.
filo add "Tag Bearer" >/dev/null
refused 2 'No tag begins with "-"; --remove takes one away: "-x"' filo tag "Tag Bearer" -- -x
refused 2 "No tag begins with" filo tag "Tag Bearer" -
refused 2 "No tag begins with" filo edit "Tag Bearer" --tag -
refused 2 "No tag begins with" filo edit "Tag Bearer" --set "tags=choir, -x"
refused 2 "No tag begins with" filo add "Somebody" --tag=-x
# What an import brings is kept, and found by it.
printf 'name,tags\nWith Dash,-;-x\n' | filo import --format csv - >/dev/null
filo list --limit '~t "-"' >out
[ "$(cat out)" = "With Dash" ]
filo list --limit '~t "-x"' >out
[ "$(cat out)" = "With Dash" ]
filo edit "With Dash" --set "tags=-x, choir" >/dev/null
filo tag "With Dash" >out
[ "$(cat out)" = "-x
choir" ]
filo tag "With Dash" --remove=-x >/dev/null

# A file without a name is none.
for command in backup restore import; do
	refused 2 "The name of the file is empty" filo $command ""
done
refused 2 "--output needs a value; see filo export --help" filo export -o ""
refused 2 "--files-from needs a value" filo import --files-from ""
refused 2 "--map-file needs a value" filo import --map-file "" x.vcf

# Two values where there is one, and what excludes each other: nothing is done. All options that take
# one value are tried in tests/unit/cli/test_options.c.
refused 2 "--db is given twice" filo --db a.db --db b.db list
refused 2 '--feel is given twice, as "1" and as "-1"' filo log "ana torres" x --feel 1 --feel -1
refused 2 "--when is given twice" filo log "ana torres" x -w today --when yesterday
refused 2 "--entry is given twice" filo delete --entry 1 --entry 2
refused 2 "--circle is given twice" filo add Q --circle close --circle friends
for options in "--every 3 --set cadence=9" "--set cad=9 --every 3" "--set name=W" "--set note=a --set NOTE=b" \
	"--email a@b.example --set email=d@e.example" "--via ana --relation intro=bo"; do
	# shellcheck disable=SC2086 # words
	refused 2 "given twice" filo add Q $options
done
refused 2 'name is given twice, as "W" and as "V"' filo edit "ana torres" --name W --set name=V
refused 2 "given and taken away" filo edit "ana torres" --email n@n.example --remove n@n.example
refused 2 "given and taken away" filo edit "ana torres" --remove n@n.example --email n@n.example
refused 2 "given and taken away" filo edit "ana torres" --remove x --set "tags=y, x"
refused 2 "given and taken away" filo tag "ana torres" x y --remove x
filo add Q --every 3 --every 3 --set cadence=3 --email a@b.example --email d@e.example >/dev/null
filo edit Q --email new@b.example --remove a@b.example >/dev/null
filo show Q --json | grep -q 'd@e.example.*new@b.example'
filo edit Q --set email= --email one@b.example --email two@b.example >/dev/null
filo show Q --json >out
grep -q 'one@b.example.*two@b.example' out && ! grep -q 'd@e.example' out
filo delete Q >/dev/null
filo log "ana torres" x --given idea --given help,gift --json >/dev/null
filo show "ana torres" --json | grep -qF '"given":["idea","help","gift"]'
filo find x --json >out
entry=$(sed -n 's/.*"id":\([0-9]*\).*/\1/p' out | tail -1)
while read -r clearing option; do
	# shellcheck disable=SC2086 # words
	refused 2 "--clear $clearing and ${option%% *} cannot" filo log --edit "$entry" --clear "$clearing" $option
done <<END
channel --channel call
direction --them
feeling --feel 1
awaits_reply --awaits-reply
given --given idea
received --received idea
mentions --about ana
END
refused 2 "--subject needs --mail" filo log "ana torres" x --subject
refused 2 "--mail and --when cannot be combined" filo log --mail - -w yesterday
refused 2 "only one of --adopt, --is, --ignore, --forget" filo seen --forget all --adopt "Eve New"
refused 2 "--forget and --ignored" filo seen --forget all --ignored
refused 2 "too many arguments" filo seen --forget all "Eve New"
refused 2 "--quiet needs --again" filo import --quiet x.vcf
refused 2 "--again and --dry-run" filo import --again --dry-run
refused 2 "--again and --likely" filo import --again --quiet --likely new
refused 2 "--map is given twice" filo import --map a=ana --map a=bo x.vcf
refused 2 "--likely is given twice" filo import --likely new --likely same x.vcf
refused 2 "--likely is given twice" filo import --likely 1=new --likely 1=same x.vcf
refused 2 "--since is a day after --until" filo import --since today --until yesterday x.vcf
refused 2 "--output is given twice" filo export -o a -o b
if [ -e a ] || [ -e b ]; then exit 1; fi

# A file that is read by lines is named with the line.
cat >map.txt <<END
# who is who
Mamma = ana torres

bad line
END
refused 2 "map.txt:4: bad line does not say who is who" filo import --map-file map.txt x.vcf
printf 'Mamma = ana torres\nPapa=ana torres\n MAMMA=ana rivas\n' >map.txt
refused 2 'map.txt:3: MAMMA is given twice, as "ana torres" and as "ana rivas"' filo import --map-file map.txt x.vcf
printf 'Papa=ana torres\n' >map.txt
refused 2 'Papa is given twice' filo import --map "Papa=ana rivas" --map-file map.txt x.vcf
refused 2 "x y does not say who is who" filo import --map "x y" x.vcf
printf '\nMamma=zoe\n' >map.txt
refused 1 'map.txt:2: Nobody is called "zoe"' filo import --me Dario --map-file map.txt \
	"$ROOT/tests/read/whatsapp/Chat WhatsApp con Bianca Prova.txt"
refused 1 "no-list: No such file" filo import --files-from no-list
refused 1 "Is a directory" filo import --files-from .
