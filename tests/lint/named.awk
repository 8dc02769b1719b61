# Every source file that a comment names, "x.c" or "room/x.h", is in the tree; "*_form.c" names
# many. Used by tests/lint/layers.
#   find ... | awk -f named.awk - FILE...
# Not here: which file may include which (layers, rooms.awk).
BEGIN { failed = 0 }

NR == FNR {
	path = $0
	known[path] = 1
	while ((slash = index(path, "/")) > 0) {
		path = substr(path, slash + 1)
		known[path] = 1
	}
	next
}

FNR == 1 { is_comment = 0 }

{
	rest = $0
	comment = ""
	while (rest != "") {
		at = index(rest, is_comment ? "*/" : "/*")
		if (is_comment)
			comment = comment (at ? substr(rest, 1, at - 1) : rest) " "
		rest = at ? substr(rest, at + 2) : ""
		is_comment = at ? !is_comment : is_comment
	}
	while (match(comment, /[A-Za-z0-9_*][A-Za-z0-9_*\/.-]*\.[ch][^A-Za-z0-9_]/)) {
		name = substr(comment, RSTART, RLENGTH - 1)
		comment = substr(comment, RSTART + RLENGTH)
		if (name ~ /\*/ || name in known)
			continue
		print FILENAME ":" FNR ": no file " name
		failed = 1
	}
}

END { exit failed }
