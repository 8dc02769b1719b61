# Each comment that begins with "Translators:" stands in the sentences to translate, at one of its
# file: xgettext takes what ends on the line above a keyword, or beside it, and no other.
# Used by tests/lint/translations.
#   awk -f translators.awk FILO.POT FILE...
# Not here: what is translated, and how (translations, labels).
BEGIN { failed = 0 }

NR == FNR {
	if (sub(/^#\. (\* )?/, ""))
		told = told $0 " "
	else if (/^#: /)
		for (i = 2; i <= NF; i++)
			told_of[$i] = told_of[$i] told
	else if (/^msgid /)
		told = ""
	next
}

match($0, /Translators:/) {
	line = FNR
	text = ""
	$0 = substr($0, RSTART)
}

line {
	is_last = sub(/ *\*\/.*/, "")
	sub(/^[ \t]+(\* )?/, "")
	text = text $0 ($0 == "" ? "" : " ")
	if (!is_last)
		next
	if (!index(told_of[FILENAME], text)) {
		print FILENAME ":" line ": does not reach translators: " text
		failed = 1
	}
	line = 0
}

END { exit failed }
