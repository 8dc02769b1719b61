#!/bin/sh
# What undo, redo and the trash call a change is in the language of who asks, whichever it was made
# in. See tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" --db "$db" "$@"; }
english() { env LANG=C.UTF-8 "$FILO" --db "$db" "$@"; }

# changes LANGUAGE: one of each kind.
changes()
{
	"$1" add "Ada Prova" && "$1" add "Bruno Esempio" && "$1" add "Carla Uno" &&
		"$1" add "Carla Due" && "$1" circle --add Banda --every 30 &&
		"$1" edit Ada --email ada@prova.example --phone 0555550101 --set birthday=1980-11-23 &&
		"$1" tag Ada coro && "$1" log Ada "ciao" && "$1" log Ada,Bruno "ciao" &&
		"$1" log --edit 1 "mare" && "$1" followup Ada "libro" -w 2026-12-01 &&
		"$1" followup --edit 1 -w 2026-12-05 && "$1" "done" 1 && "$1" followup Ada "sci" &&
		"$1" delete --followup 2 && "$1" snooze Ada && "$1" skip Ada && "$1" rest Ada &&
		"$1" wake Ada && "$1" let-go Ada && "$1" wake Ada && "$1" wished Ada &&
		"$1" event --edit 1 2026-12-10 && "$1" absence 2026-12-01 2026-12-05 &&
		"$1" absence --edit 1 2026-12-02 2026-12-06 && "$1" absence --remove 1 &&
		"$1" delete --entry 2 && "$1" two-people "Carla Uno" "Carla Due" &&
		"$1" merge "Carla Uno" "Carla Due" && "$1" circle --delete Banda &&
		"$1" delete Bruno && "$1" import people.csv
}
# told LANGUAGE: all that is called something then.
told()
{
	"$1" trash
	while "$1" undo 2>/dev/null; do :; done
	while "$1" redo 2>/dev/null; do :; done
}
printf 'name\nDario Nuovo\n' >people.csv
for language in italian english; do
	db=$DIR/$language.db
	changes "$language" >out 2>&1 || { cat out; echo "not done in $language"; exit 1; }
	told italian >"$language.italian"
	told english >"$language.english"
done
[ "$(wc -l <italian.italian)" -gt 50 ] || { cat italian.italian; echo "too few"; exit 1; }
diff english.italian italian.italian || { echo "not in Italian"; exit 1; }
diff english.english italian.english || { echo "not in English"; exit 1; }
grep -q "edit Ada Prova: E-mail, Phone, Birthday" italian.english || { cat italian.english; exit 1; }
