#!/bin/sh
# What goes out goes out whole, and nothing that others wrote can act on a terminal.
# See tests/cli/run.
esc=$(printf '\033')
bell=$(printf '\007')
csi=$(printf '\302\233') # the C1 control CSI in UTF-8
bidi=$(printf '\342\200\256')

hostile="Eve${esc}]0;owned$bell${csi}2J${bidi}evil"
filo add "$hostile" --met "$hostile" --email "eve${esc}[2J@example.org" --tag "$hostile" >out
filo add "Plain Jane" >out
filo log eve "$hostile
$hostile" >out
filo followup eve "$hostile" -w today >out
filo followup eve "$hostile" >out
filo absence today tomorrow eve >out

# clean FILE: no control character but the ends of lines, no bidi override.
clean()
{
	if LC_ALL=C tr -d '\n\r\t' <"$1" | LC_ALL=C grep -q '[[:cntrl:]]' ||
		LC_ALL=C grep -q -e "$csi" -e "$bidi" "$1"; then
		cat -v "$1"
		echo "not clean: $2"
		exit 1
	fi
}

set -- "list" "list --json" "show eve" "show eve --json" "find evil" "find evil --json" "due --all" \
	"due --json --all" "due --brief" "followup" "absence" "absence --json" "query eve" \
	"export" "export -o /dev/stdout" "export -o /dev/tty" \
	"done 1" "show nobody${esc}[2J" "check" "export --format json -o ${esc}[2J/x" "nonsense${esc}[2J"
for arguments; do
	LC_ALL=C.UTF-8 script -qec "'$FILO' $arguments" /dev/null </dev/null >out || true
	test -s out
	clean out "$arguments at a terminal"
done
for arguments in "list" "show eve" "find evil" "due --all" "query eve"; do
	# shellcheck disable=SC2086
	filo $arguments >out
	clean out "$arguments"
done

# A terminal that takes no UTF-8 gets other letters.
filo add "René Magn" >out
LC_ALL=C script -qec "'$FILO' list" /dev/null </dev/null >out
has "Rene Magn"

# What was done is said to be done, also where nothing can be said of it.
got=0
filo add "Told Nowhere" >/dev/full 2>err || got=$?
test "$got" = 1
grep -q "It is done and kept, but" err
filo list >out
has "Told Nowhere"
for arguments in "undo" "redo" "undo --json" "redo --json" "backup told.db" "restore told.db" "delete told" "trash --restore ID" "check"; do
	got=0
	case $arguments in
	trash*) arguments="trash --restore $(filo trash | sed -n '1s/ .*//p')" ;;
	esac
	# shellcheck disable=SC2086
	filo $arguments >/dev/full 2>err || got=$?
	test "$got" = 1
	if [ "$arguments" = check ]; then
		grep -q "Could not write" err
	else
		grep -q "It is done and kept, but" err || { cat err; echo "from $arguments"; exit 1; }
	fi
done

# So it is with what undo knows nothing of.
sqlite3 filo.db "INSERT INTO draft VALUES ('log:with:1', 'half a word', 1795132800)"
for arguments in "drafts --drop ID" "drafts --bring-back" "drafts --drop ID --json" "drafts --bring-back --json" "check"; do
	got=0
	case $arguments in
	*ID*) arguments=$(echo "$arguments" | sed "s/ID/$(filo drafts | sed 's/ .*//')/") ;;
	check) sqlite3 filo.db "UPDATE contact SET name_key = 'mislaid' WHERE id = 1" ;;
	esac
	# shellcheck disable=SC2086
	filo $arguments >/dev/full 2>err || got=$?
	test "$got" = 1
	grep -q "It is done and kept, but" err || { cat err; echo "from $arguments"; exit 1; }
done

# A full disk is said; whoever stops reading is left in peace, too.
for arguments in "list" "list --json" "due" "due --json" "show eve" "show eve --json" "find evil" "find evil --json" \
	"query eve" "export" "export --format json" "absence" "check" "followup" "query eve --json" \
	"check --json" "tag --json" "circle --json" "config --keys --json" "--help" "--version" "log --help"; do
	got=0
	# shellcheck disable=SC2086
	filo $arguments >/dev/full 2>err || got=$?
	test "$got" = 1 || { echo "status $got from $arguments to a full disk"; exit 1; }
	test "$(wc -l <err)" = 1 || { cat err; echo "not one line from $arguments"; exit 1; }
	grep -q "No space left on device" err || { cat err; exit 1; }

	# shellcheck disable=SC2086
	{
		status=0
		filo $arguments 2>err || status=$?
		echo $status >got
	} | true
	grep -qx '[01]' got || { cat got; echo "from $arguments to a closed pipe"; exit 1; }
	test ! -s err || { cat err; echo "from $arguments to a closed pipe"; exit 1; }
done
