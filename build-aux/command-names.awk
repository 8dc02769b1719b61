# The names of the screen's commands, out of their tables, for those who translate: they take them
# as gettext's messages in the context "command" (src/tui/command.c looks them up so).
/^const struct command [a-z_]+\[\] = \{/ { is_table = 1 }
/^};/ { is_table = 0 }
is_table && match($0, /^\t\{ "[a-z-]+"/) {
	print "/* Translators: what is typed behind \":\"; no blanks, and no two alike. */"
	print "NC_(\"command\", " substr($0, RSTART + 3, RLENGTH - 3) ")"
}
