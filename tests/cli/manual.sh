# The manual, in each language, names every command of the command line and every option of each.
for page in "$ROOT/man/filo.1" "$ROOT/man/it/filo.1"; do
	for command in $(filo --help | sed -n 's/^  \([a-z]\{1,\}\)  .*/\1/p' | grep -v '^filo$'); do
		grep -qE "^\.(It )?Cm $command( |\$)" "$page" ||
			{ echo "$page lacks the command $command"; exit 1; }
		for option in $(filo "$command" --help | grep -oE -e '--[a-z0-9-]+'); do
			grep -qE -e "Fl -${option#--}( |\$)" "$page" ||
				{ echo "$page lacks $option of $command"; exit 1; }
		done
	done
done
