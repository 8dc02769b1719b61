# What was typed into forms of the screen and not saved, from the command line.
filo add Ana Exempla >/dev/null
expect "No draft is kept." filo drafts
sqlite3 filo.db "INSERT INTO draft VALUES
 ('log:with:1:@0-0-0', 'who Ana Exempla
when today
how 2
felt 3
summary A walk
=summary A w
body along\nthe sea \\\\ and back
day 2026-11-23
@body 0-0-0 filo-x.txt
', 1795478400), ('contact:new', 'name Bruno
grammatical_gender 2
note with a boat
', 1795392000), ('hologram:3', 'text of the future
', 1795305600)"
expect "1  2026-11-23  A conversation with Ana Exempla: A walk" filo drafts
has "2  2026-11-22  A new contact: Bruno"
has "3  2026-11-21  hologram:3"
filo drafts --json >out
has '"form":"log:with:1","what":"A conversation with Ana Exempla: A walk"'
has '{"field":"body","text":"along\nthe sea \\ and back"}'
lacks '"how"'
lacks '"day"'
lacks '"felt"'
filo drafts --show 1 >out
has "  body: along"
has "    the sea \\ and back"
lacks filo-x

# Its words go where they are wanted, and the draft is gone only then.
expect_exit 1 sh -c '"$FILO" drafts --take 1 >/dev/full'
expect_exit 1 sh -c '"$FILO" drafts --take 1 --json >/dev/full'
expect "A walk" filo drafts
filo drafts --take 1 | filo log ana - >/dev/null
filo show --json ana >out
has '"summary":"A walk","body":"along\nthe sea \\ and back"'
filo drafts >out
lacks "A walk"
filo drafts --take 2 >out
[ "$(cat out)" = "Bruno
with a boat" ]
expect "The draft is back." filo drafts --bring-back
expect "A new contact: Bruno" filo drafts
expect_exit 1 filo drafts --take 3
has "a newer filo"
expect "hologram:3" filo drafts

# A name that another program wrote there does nothing to a terminal.
sqlite3 filo.db "INSERT INTO draft VALUES ('log:with:2', 'a' || char(27) || ']0;x no', 1795219200)"
hostile=$(filo drafts | tail -1 | sed 's/ .*//')
filo drafts --show "$hostile" >out
has ": no"
lacks "$(printf '\033')"
filo drafts --drop "$hostile" >/dev/null

filo drafts >out
id=$(sed -n 's/^\([0-9]*\) .*Bruno/\1/p' out)
expect "thrown away" filo drafts --drop "$id"
filo drafts >out
lacks Bruno
expect_exit 1 filo drafts --drop "$id"
has "There is no draft $id"
expect_exit 2 filo drafts --drop x
expect_exit 2 filo drafts --drop 1 --take 1
has "only one of"
expect_exit 2 filo drafts 1
