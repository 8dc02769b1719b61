# The manual of another language says of each key what help says on the screen: the English page has
# the sentences in their order, standard input what they are in the other language.
#   msgattrib --no-wrap FILE.po | awk -f helps.awk -v section=NAME man/filo.1 - man/XX/filo.1
FNR == 1 { page++ }
page == 2 && /^msgctxt / { has_context = 1 }
page == 2 && /^msgid / { id = substr($0, 8, length($0) - 8) }
page == 2 && /^msgstr / && !has_context { meant[id] = substr($0, 9, length($0) - 9) }
page == 2 && /^msgstr / { has_context = 0 }
page == 2 { next }
/^\.Sh / { is_keys = $2 == (page == 1 ? "KEYS" : section) }
was_item { page == 1 ? said[++count] = as_in_po($0) : compare(as_in_po($0), meant[said[++at]]) }
was_said && !/^\./ { print FILENAME ":" FNR ": help does not say \"" $0 "\""; failed = 1 }
{ was_said = was_item }
{ was_item = is_keys && /^\.It (Ic|Pq Cm) / }
END { exit failed }

function as_in_po(line) {
	gsub(/\\&/, "", line)
	gsub(/"/, "\\\"", line)
	return line
}

function compare(line, wanted) {
	if (line == wanted)
		return 0
	print FILENAME ":" FNR ": help says \"" wanted "\""
	return failed = 1
}
