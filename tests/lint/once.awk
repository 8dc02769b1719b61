# A function's name is defined in one file of src/ only, static or not, so that a backtrace and a
# search tell the file, and what is wanted twice is joined or named for what it does there; each
# program has a main(). Used by tests/lint/layers.
#   awk -f once.awk FILE...
# Not here: what the names are.
BEGIN { failed = 0 }

# Each program has its main. Declarations and definitions begin at the margin: "static enum status *name(".
match($0, /^[a-z][A-Za-z0-9_ *]*[ *][a-z][A-Za-z0-9_]*\(/) {
	name = substr($0, 1, RLENGTH - 1)
	sub(/.*[ *]/, "", name)
	count++
	if (name == "main")
		next
	if (!(name in place))
		place[name] = FILENAME
	else if (place[name] != FILENAME) {
		print FILENAME ":" FNR ": " name " is defined in " place[name] ", too"
		failed = 1
	}
}

END {
	if (!count)
		print "found no function: is this still the way they begin?"
	exit failed || !count
}
