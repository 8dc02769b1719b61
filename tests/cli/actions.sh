# What the screen does with one key, from the command line.
filo add Ana Exempla >/dev/null
filo add Ben Exempla >/dev/null

expect "Ana Exempla is snoozed until 7 Dec." filo snooze "Ana Exempla" 2w
filo show --json ana >out
has '"state":"snoozed"'
expect "Ana Exempla is in the queue again." filo wake ana
expect_exit 1 filo wake ana
has "nothing to wake"
expect "Ana Exempla is snoozed until 30 Nov." filo snooze ana
expect "Ana Exempla rests until they resurface." filo rest ana
expect_exit 2 filo rest ana yesterday
has "not in the future"
expect "Ana Exempla is let go" filo let-go ana
filo edit ana --set birthday=1990-11-25 >/dev/null
for verb in snooze skip rest wished; do
	expect_exit 1 filo $verb ana
	has 'Ana Exempla was let go, and stays so: "wake" brings them back first'
done
expect "Welcome back, Ana Exempla." filo wake ana
# Wishes are sent for a day that is near.
expect "Wishes to Ana Exempla are sent." filo wished ana
filo edit ana --set birthday=1990-04-25 >/dev/null
expect_exit 1 filo wished ana
has "No day of Ana Exempla for wishes is near"
filo edit ana --set birthday= >/dev/null
expect_exit 1 filo wished ana
has "No birthday of Ana Exempla is known"

# A skip lets go of the reason there is; of a follow-up another day is wanted.
expect "the wait for Ana Exempla starts again today" filo skip ana
expect_exit 1 filo skip ana 3d
has "takes no date here"
filo followup ana "How was Lisbon?" -w today >/dev/null
expect_exit 1 filo skip ana
has "name another day for it"
expect "The follow-up 1 is now due Thu 26 Nov 2026" filo skip ana 3d
filo followup >out
has "Thu 26 Nov 2026"

# Undo says what it takes back; what undo took back can be redone.
expect "Undone: " filo undo
expect "Undone: " filo undo
expect "Redone: " filo redo
filo log ben "A walk" >/dev/null
expect "Undone: " filo undo
filo show ben >out
lacks "A walk"
expect "Redone: " filo redo
filo show ben >out
has "A walk"

# Deleting, and the trash.
expect "The entry is deleted" filo delete --entry 1
expect_exit 1 filo delete --entry 1
has "There is no entry 1"
expect_exit 2 filo delete --entry 1 --followup 1
has "only one of --entry, --followup"
expect_exit 2 filo delete
expect "Ben Exempla is deleted, with the log" filo delete ben
expect_exit 1 filo delete ben
filo trash --json >out
id=$(sed -n 's/.*"id":\([0-9]*\),"what":"delete Ben Exempla".*/\1/p' out)
expect "Ben Exempla" filo trash
expect "It is back where it was." filo trash --restore "$id"
expect "Ben Exempla" filo list
expect_exit 1 filo trash --restore 999
has "Nothing in the trash has the number 999: filo trash lists what it holds"
# Who looks for somebody deleted in a copy of the database is told where they are.
expect_exit 1 filo restore "Ben Exempla"
has "who was deleted comes back with filo trash --restore"
expect_exit 2 filo trash --restore x

# What is alike is told apart, in the trash and by undo.
(
	FILO_DB=$DIR/alike.db
	export FILO_DB
	filo add "Ben Exempla" >out
	filo log ben "A walk by the lake" -w 2026-11-20 >out
	filo log ben "Soup" -w 2026-11-21 >out
	filo in-touch-today ben >out
	filo followup ben "the boat" >out
	filo delete --entry 1 >out
	filo delete --entry 2 >out
	filo delete --entry 3 >out
	filo delete --followup 1 >out
	filo trash >out
	has "delete the entry with Ben Exempla: 2026-11-20 A walk by the lake"
	has "delete the entry with Ben Exempla: 2026-11-21 Soup"
	grep -q "delete the entry with Ben Exempla: 2026-11-23$" out
	has "delete the follow-up with Ben Exempla: the boat"
	filo absence 2026-12-01 2026-12-24 ben >out
	expect "Undone: absence: 2026-12-01  2026-12-24  Ben Exempla." filo undo
	printf 'name\nCem Exempla\n' >cem.csv
	filo import "$DIR/cem.csv" >out
	expect "Undone: import: cem.csv." filo undo
)

# Changing who is there.
expect "Ana Exempla is changed." filo edit ana --every "3 weeks"
expect "every 21 days" filo show ana
expect "Ana Exempla is changed." filo edit ana --every none
filo show ana >out
lacks "every"
expect "Ana Exempla is changed." filo edit ana --phone "+39 02 1234567" --tag choir --set organization="Exempla & Co" --every 30
filo show --json ana >out
has '"organization":"Exempla & Co"'
has '"cadence":30'
has '+39 02 1234567'
expect "Anna Exempla is changed." filo edit "Ana Exempla" --name "Anna Exempla"
expect "changed" filo edit anna --set organization= --remove "+39 02 1234567"
filo show --json anna >out
has '"organization":null'
lacks '+39 02 1234567'
# Every field that the form has, read as it reads it; an empty text takes it away.
filo edit anna --set "address=Via Inventata 1
50100 Firenze" --set "birthday=12 May 1984 !" --set "days=name day: 24 June, moved here: May 2019" \
	--set anniversary=2010-06-05 --set website=https://anna.example --set messenger=xmpp:a@chat.example \
	--set "profile=@anna@social.example (Mastodon)" --set "email=anna@work.example (work), anna@example.org" \
	--set "met_on=3 oct 2019" --set "introduced=ben" --set circle=fri --set cadence=2w \
	--set "tags=sea, rowing" --set "pronouns=she/her" --set "grammatical_gender=feminine" >/dev/null
filo show --json anna >out
has '"kind":"address","value":"Via Inventata 1\n50100 Firenze"'
has '{"kind":"birthday","year":1984,"month":5,"day":12,"label":null,"remember":true}'
has '{"kind":"other","year":null,"month":6,"day":24,"label":"name day","remember":false}'
has '{"kind":"other","year":2019,"month":5,"day":null,"label":"moved here"'
has '{"kind":"anniversary","year":2010,'
has '"kind":"website","value":"https://anna.example"'
has '"kind":"messenger","value":"xmpp:a@chat.example"'
has '"kind":"profile","value":"@anna@social.example","label":"Mastodon"'
has '"kind":"email","value":"anna@work.example","label":"work"'
has '"met_on":"2019-10-03"'
has '"kind":"introduced-by","id":2,"name":"Ben Exempla"'
has '"circle":"Friends","cadence":14'
has '"tags":["rowing","sea"]'
expect_exit 2 filo edit anna --set birthday=whenever
expect_exit 2 filo edit anna --set email=anna
has "is no e-mail address"
expect_exit 2 filo edit anna --set introduced="Anna Exempla" --set grammatical_gender=some
expect "changed" filo edit anna --via "Anna Exempla"
filo show --json anna >out
[ "$(grep -o introduced-by out | wc -l)" -eq 1 ]
filo edit anna --remove "name day" --remove 2010-06-05 --remove "Anna Exempla" --set birthday= \
	--set circle= --set cadence= --remove https://anna.example --set email= --set address= \
	--set met_on= --set "tags= " --remove "@anna@social.example" --set messenger= --set days= >/dev/null
filo show --json anna >out
has '"channels":[],"tags":[],"dates":[],"relations":[]'
has '"circle":null,"cadence":null'
has '"met_on":null'
expect_exit 1 filo edit anna --remove "name day"
has "has no address, number, date, tag or relation"
expect_exit 1 filo edit anna --via ben --remove "Ben Exempla"
expect "Added" filo add "Set Exempla" --set birthday=2001-02-03 --set "note=A note"
filo show --json "set exempla" >out
has '"year":2001,"month":2,"day":3'
filo delete "set exempla" >/dev/null
filo edit anna --tag choir >/dev/null
expect_exit 2 filo edit anna
has "say what to change"
expect_exit 2 filo edit anna --set nothing=x
has "organization"
expect_exit 1 filo edit anna --remove nothing
expect_exit 1 filo edit nobody --tag x
expect "choir" filo tag anna
expect "changed" filo tag anna sailing chess --remove Choir
expect "Anna Exempla stays as before." filo tag anna SAILING
filo tag anna >out
has sailing
lacks choir
expect_exit 1 filo tag anna --remove choir
expect "changed" filo circle anna friends
filo circle --json >out
has '"name":"Friends","cadence":30,"people":1'
expect "changed" filo circle anna --none
# A beginning names one, where it fits only one; a name in full before it.
expect "changed" filo circle anna CLO
filo list --circle clo --json >out
has '"circle":"Close"'
printf '{"filo":1,"circles":[{"name":"Friends of the sea"},{"name":"Clò"}],"contacts":[]}' >circles.json
filo import circles.json >/dev/null
expect "changed" filo edit anna --circle friends
expect_exit 2 filo circle anna fri
has '"fri" could be: Friends, Friends of the sea'
filo show --json anna >out
has '"circle":"Friends"'
expect "changed" filo edit anna --circle -
filo show --json anna >out
has '"circle":null'
expect_exit 2 filo circle anna ""
filo circle anna close
expect "changed" filo circle anna -
expect_exit 2 filo circle anna nowhere
has "There is no circle"
expect_exit 2 filo circle anna "$(printf '\314\201')" # an accent alone begins no name
has "There is no circle"
expect_exit 2 filo circle anna

# Two made one, and parted again.
filo add Ben Exempla-Due --email ben@example.org >/dev/null
expect_exit 2 filo merge ben@example.org ben@example.org
has "both names mean"
expect "are one now" filo merge "Ben Exempla" ben@example.org
filo show --json "Ben Exempla" >out
has "ben@example.org"
filo list >out
lacks "Ben Exempla-Due"
expect "Undone: " filo undo
expect "Ben Exempla-Due" filo list

# Or told to be two, which is one change.
expect_exit 2 filo two-people ben@example.org ben@example.org
has "both names mean"
expect_exit 2 filo two-people "Ben Exempla"
expect "Ben Exempla and Ben Exempla-Due are two people" filo two-people "Ben Exempla" ben@example.org
filo export --format vcard >out
has "X-FILO-TWO-PEOPLE:"
expect_exit 2 filo two-people ben@example.org "Ben Exempla"
has "two people already"
expect "Undone: two people: Ben Exempla" filo undo
expect "are two people" filo two-people ben@example.org "Ben Exempla"
expect "Undone: " filo undo

# Namesakes: a refusal tells them apart, and each is named by what is hers alone.
filo add "Clara Exempla" >out
lacks "already somebody"
filo edit "Clara Exempla" --set organization="Studio Inventato" >/dev/null
filo add "Clara Exempla" --email clara@example.org >out
has "already somebody of that name"
expect_exit 1 filo show clara
has "Studio Inventato"
has "clara@example.org"
filo show --json "clara @studio" >out
has '"organization":"Studio Inventato"'
filo show --json clara@example.org >out
has '"organization":null'
expect_exit 1 filo show "clara @nowhere"

# In touch, without words; what was written is changed, and nothing besides.
filo add Edda Exempla >/dev/null
filo add Furio Exempla >/dev/null
expect "Logged with Edda Exempla: Mon 23 Nov 2026, today" filo in-touch-today edda
filo log edda "The sea" -w "2026-11-20 21:40" -c call --me --feel 1 --given idea,help --about furio >out
filo show --json edda >out
has '"summary":""'
has '"given":["idea","help"],"received":[]'
has '"people":["Edda Exempla"],"mentions":["Furio Exempla"]'
entry=$(sed -n 's/.*"id":\([0-9]*\),"date":"2026-11-20".*/\1/p' out)
expect "The entry with Edda Exempla is changed: Thu 19 Nov 2026" filo log --edit "$entry" -w 2026-11-19 "A lake"
filo show --json edda >out
has '"date":"2026-11-19","precision":"day","minute":null,"channel":"call","direction":"me","feeling":1'
has '"summary":"A lake","body":null'
printf 'A pond\nwith ducks\n' | filo log --edit "$entry" - >/dev/null
expect "The entry with Furio Exempla is changed" filo log --edit "$entry" --with furio --them \
	--clear mentions --clear given --clear feeling --clear channel --received advice \
	--open "? how was it, in 2w"
filo show --json furio >out
has '"channel":null,"direction":"them","feeling":null,"awaits_reply":false,"given":[],"received":["advice"],"summary":"A pond","body":"with ducks","people":["Furio Exempla"],"mentions":[]'
has '"text":"how was it","date":"2026-12-07"'
expect "Undone: edit the entry with Furio Exempla" filo undo
filo show --json edda >out
has '"summary":"A pond"'
lacks "how was it"
expect_exit 2 filo log --edit "$entry"
has "say what to change"
expect_exit 2 filo log --edit "$entry" --clear words
expect_exit 2 filo log --edit "$entry" -w tomorrow
expect_exit 2 filo log edda x --with furio
has "--with needs --edit"
expect_exit 1 filo log --edit 999 x
has "There is no entry 999"
expect_exit 1 filo in-touch-today nobody
expect "Logged with Edda Exempla, Furio Exempla" filo in-touch-today edda,furio

# A follow-up: its text, its day, its kind.
filo followup edda "How was Lisbon?" -w fri >out
id=$(sed 's/ .*//' out)
expect "$id  Edda Exempla  Ask: How was Porto? (Fri 27 Nov 2026" filo followup --edit "$id" "How was Porto?"
expect "$id  Edda Exempla  You promised: How was Porto? (Tue 1 Dec" filo followup --edit "$id" -w 2026-12-01 --mine
expect "It stays as before." filo followup --edit "$id" --mine
filo followup --edit "$id" -w none >out
[ "$(cat out)" = "$id  Edda Exempla  You promised: How was Porto?" ]
expect_exit 2 filo followup --edit "$id"
has "say what to change"
expect_exit 1 filo followup --edit 999 x
expect_exit 2 filo followup --edit "$id" edda x
expect_exit 2 filo followup edda x -w none
# What can only have passed is refused; a date that was written is taken, and is due at once.
for day in yesterday "last week"; do
	expect_exit 2 filo followup edda x -w "$day"
	expect_exit 2 filo followup --edit "$id" -w "$day"
done
late=$(env FILO_TODAY=2026-11-10 "$FILO" followup edda "A passed day" -w 2026-11-20 | sed 's/ .*//')
expect "A passed day" filo followup --edit "$late" -w 2026-11-20
filo delete --followup "$late" >/dev/null

# The circles themselves.
expect "Choir  0  every 10 days" filo circle --add Choir --every 10
expect_exit 2 filo circle --add choir
has "There is already a circle"
expect_exit 2 filo circle --add -
has "\"-\" is what no circle is called: give this one another name"
filo circle edda choir >/dev/null
expect "Singers  1  every 21 days" filo circle --edit cho --name Singers --every "3 weeks"
expect "Singers  1  " filo circle --edit singers --every none
expect "It stays as before." filo circle --edit singers --every none
filo show --json edda >out
has '"circle":"Singers","cadence":null'
expect_exit 2 filo circle --edit singers
expect_exit 2 filo circle --edit singers --delete singers
has "only one of"
expect_exit 2 filo circle --add x --name y
expect_exit 2 filo circle --delete sing
expect "The circle is gone; its people stay." filo circle --delete singers
filo show --json edda >out
has '"circle":null'
expect "Undone: delete a circle: Singers." filo undo
expect "Singers" filo circle

# The proposed rhythm becomes the wish.
filo add Pia Exempla >/dev/null
expect_exit 1 filo take-proposal pia
has "There is no proposal for Pia Exempla"
for day in 2026-09-01 2026-09-11 2026-09-21 2026-10-01 2026-10-11 2026-10-21 2026-10-31 2026-11-10; do
	filo log pia "A walk" -w $day >/dev/null
done
filo show --json pia >out
has '"proposed":21'
expect "Pia Exempla: every 21 days from now on." filo take-proposal pia
expect "Pia Exempla stays as before." filo take-proposal pia
filo show --json pia >out
has '"cadence":21,'
# What was deleted by hand stays deleted when its file comes again, and only that.
printf 'date,contact,direction,channel,summary\n2026-11-01,Ivo,me,call,coffee\n2026-11-01,Lea,me,call,coffee\n' >talks.csv
filo add Ivo >out
filo add Lea >out
filo import talks.csv >out
filo followup Lea "the song" --mine >out
filo export -f json >all.json
filo delete --entry "$(filo show Ivo --json | sed -n 's/^{"id":\([0-9]*\),"date":"2026-11-01".*/\1/p')" >out
filo delete --followup "$(filo followup --json | sed -n 's/^{"id":\([0-9]*\).*"the song".*/\1/p')" >out
filo import talks.csv >out
has "1 entry that was there already"
has "1 entry that you deleted, left in the trash"
lacks "new entr"
filo import all.json >out
has "2 entries that you deleted, left in the trash"
filo undo >out
filo undo >out
filo import talks.csv >out
has "2 entries that were there already"

# Who is in an entry is what all options say together, in any order.
filo add Nora >out
filo add Omar >out
filo log Nora "a plan" >out
id=$(filo show Nora --json | sed -n 's/^{"id":\([0-9]*\),"date".*"a plan".*/\1/p')
filo log --edit "$id" --about Nora --with Omar >out
filo show Omar --json >out
has '"people":["Omar"]'
has '"mentions":["Nora"]'
filo log --edit "$id" --with Nora --with Omar >out
filo show Omar --json >out
has '"people":["Nora","Omar"]'
has '"mentions":[]'

# Dates of what stands in the log besides entries, as the screen edits them.
filo add Rosa Exempla >/dev/null
filo snooze rosa 2w >/dev/null
filo rest rosa 1m >/dev/null
filo event rosa --json >out
snoozed=$(sed -n 's/.*"id":\([0-9]*\),"kind":"snooze","day":"2026-11-23","until":"2026-12-07".*/\1/p' out)
rested=$(sed -n 's/.*"id":\([0-9]*\),"kind":"rest".*/\1/p' out)
expect "$snoozed  2026-11-23  snoozed until 30 Nov" filo event --edit "$snoozed" 30/11
expect "$rested  2026-11-23  left to rest" filo event --edit "$rested" none
expect "It stays as before." filo event --edit "$rested" none
filo event rosa --json >out
has '"kind":"rest","day":"2026-11-23","until":null'
expect_exit 2 filo event --edit "$snoozed" none
expect_exit 2 filo event --edit "$snoozed" yesterday
has "not after the day it begins on"
filo let-go rosa >/dev/null
let_go=$(filo event rosa --json | sed -n 's/.*"id":\([0-9]*\),"kind":"let-go".*/\1/p')
expect "$let_go  2026-11-20  let go" filo event --edit "$let_go" 2026-11-20
expect_exit 2 filo event --edit "$let_go" tomorrow
has "still to come"
expect_exit 1 filo event --edit 999 fri
has "There is no event 999"
expect_exit 2 filo event
expect_exit 1 filo event nobody
expect "Undone: let go" filo undo

# Absences get other days, and end.
filo absence 1/12 6/12 rosa >out
id=$(sed 's/ .*//' out)
expect "$id  2026-12-02  2026-12-31" filo absence --edit "$id" 2/12 31/12
id=$(filo absence --json | sed -n 's/.*"id":\([0-9]*\).*"name":"Rosa Exempla".*/\1/p')
expect_exit 1 filo absence --end "$id"
has "needs a last day on or after its first, such as 11-15 dec"
expect "2026-11-20  2026-12-31" filo absence --edit "$id" 2026-11-20 2026-12-31 pia
filo absence --json >out
has '"to":"2026-12-31","name":"Pia Exempla"'
lacks "Rosa"
id=$(sed -n 's/.*"id":\([0-9]*\).*"name":"Pia Exempla".*/\1/p' out)
expect "2026-11-20  2026-12-31  you" filo absence --edit "$id" 2026-11-20 2026-12-31 ""
expect "Undone: edit an absence" filo undo
expect "2026-11-20  2026-12-31  you" filo absence --edit "$id" 2026-11-20 2026-12-31 me
expect "Undone: edit an absence" filo undo
expect "2026-11-20  2026-11-22" filo absence --end "$id" yesterday
expect "Undone: edit an absence" filo undo
expect "2026-11-20  2026-11-23" filo absence --end "$id"
# One that is over does not grow to today, and takes in none that lies between.
filo absence 2026-07-01 2026-07-10 >out
ended=$(sed 's/ .*//' out)
filo absence 2026-08-01 2026-08-05 >/dev/null
filo absence >before
expect_exit 1 filo absence --end "$ended"
has "It ended on 2026-07-10 already. filo absence --edit $ended"
expect_exit 1 filo absence --end "$ended" 2026-07-12
filo absence >after
cmp before after
expect "2026-07-01  2026-07-08" filo absence --end "$ended" 2026-07-08
filo absence --edit "$ended" 2026-07-01 2026-07-08 >out
has "It stays as before."
expect_exit 1 filo absence --end 999
has "There is no absence 999"
expect_exit 2 filo absence --edit 1 fri fri pia pia
expect_exit 2 filo absence --end 1 --remove 1
has "only one of"

# Whoever belongs to them, of any kind.
filo add Lino Exempla --relation "partner=rosa exempla" >/dev/null
filo edit lino --relation "friend=pia" --relation "friend=pia" --relation introduced-by=rosa >/dev/null
filo show --json lino >out
has '"kind":"partner","id"'
[ "$(grep -o '"kind":"friend"' out | wc -l)" -eq 1 ]
has '"kind":"introduced-by"'
expect_exit 1 filo edit lino --remove "Rosa Exempla"
has '"Rosa Exempla" could be: partner=Rosa Exempla, introduced-by=Rosa Exempla. Write it as it stands there'
filo edit lino --remove "partner=Rosa Exempla" >/dev/null
filo show --json lino >out
lacks '"kind":"partner"'
has '"kind":"introduced-by"'
filo edit lino --remove rosa >/dev/null
filo show --json lino >out
lacks "Rosa"
has "Pia Exempla"
expect_exit 2 filo edit lino --relation "boss=pia"
has "introduced-by, partner, family, colleague, friend"
expect_exit 2 filo edit lino --relation pia
expect_exit 1 filo edit lino --relation friend=nobody

# All tags, and how many have them.
filo tag pia sailing >/dev/null
filo tag >out
has "sailing  2"
filo tag --json >out
has '{"tag":"sailing","people":2}'
filo tag pia --json >out
has '{"tag":"sailing","people":2}'
lacks choir
expect_exit 2 filo tag --remove sailing

# Of two spellings the one that is meant has to be written so.
printf 'BEGIN:VCARD\nFN:Wanda Onda\nCATEGORIES:Lido,lido\nEND:VCARD\n' >wanda.vcf
filo import wanda.vcf >out
expect_exit 1 filo tag wanda --remove LIDO
has '"LIDO" could be: Lido, lido. Write it as it stands there'
filo tag wanda --remove lido >out
filo tag wanda >out
has Lido
lacks lido

# Views of the screen: saved, shown as a list is, and forgotten.
expect "No view is saved." filo saved-view
expect "4  by the sea  contacts  silence  ~t sailing" filo save-view "by the sea" --limit "~t sailing" --order silence
expect "5  today  due  name" filo save-view today --pane due
filo saved-view "by the sea" >out
has "Pia Exempla"
lacks Rosa
filo saved-view 4 --json >out
has '"name":"Pia Exempla"'
expect_exit 0 filo saved-view today --json
expect "4  by the sea  contacts  silence  ~c close" filo save-view "by the sea" --limit "~c close"
# What is not said stays, and undo takes it back; a digit means what lies there.
expect "4  by the sea  contacts  silence  ~c close" filo save-view "by the sea"
has "It stays as before."
filo save-view "by the sea" --json >out
has '"changed":[]'
expect "4  by the sea  contacts  silence  ~t sailing" filo save-view 4 --limit "~t sailing"
expect 'Undone: save the view "by the sea"' filo undo
expect "4  by the sea  contacts  silence  ~c close" filo saved-view
expect "4  by the sea  contacts  name  ~c close" filo save-view 4 --order name
expect_exit 1 filo save-view 9 --limit sea
has "A digit is no name"
expect "5 is free again." filo forget-view today
expect 'Undone: forget the view "today"' filo undo
expect "5  today  due  name" filo saved-view
expect "Redone: " filo redo
expect "Undone: " filo undo
filo save-view words --pane log --limit sea >/dev/null
expect_exit 2 filo save-view words --limit "~s -"
expect_exit 2 filo saved-view words
has "one person's log"
for view in c d e; do
	filo save-view $view >/dev/null
done
expect_exit 1 filo save-view f
has "(4 by the sea, 5 today, 6 words, 7 c, 8 d, 9 e)"
expect "6 is free again." filo forget-view words
expect "6  f  contacts  name" filo save-view f
expect_exit 1 filo forget-view nothing
has 'No view is called "nothing"'
expect_exit 2 filo save-view g --order up
expect_exit 2 filo save-view g --limit "~z"
expect_exit 2 filo save-view g --pane left
expect_exit 2 filo save-view
# A view follows a circle that is renamed, and says what is gone of what it names.
filo circle --edit Close --name Nearest >/dev/null
filo saved-view >out
has "4  by the sea  contacts  name  ~c Nearest"
expect_exit 0 filo undo
filo saved-view >out
has "~c close"
filo circle --delete Close >/dev/null
expect_exit 2 filo saved-view 4
has 'The circle "Close" is no longer there; undo brings it back. Or filo save-view keeps'
expect_exit 0 filo undo
expect_exit 1 filo saved-view 4
lacks "no longer there"
# A damaged record bars nothing that is older: it is named, and passed when that is asked for.
filo add "Gaia Exempla" >/dev/null
filo add "Nora Esempio" >/dev/null
filo log nora "Behind the damaged one" >/dev/null
filo tag gaia choir >/dev/null
sqlite3 "$FILO_DB" "UPDATE undo SET changeset = x'54' WHERE id = (SELECT max(id) FROM undo)"
expect_exit 1 filo undo
has 'edit Gaia Exempla: Tags" is damaged, so it stays as it is. filo undo --skip undoes what came before: '
expect_exit 1 filo check
has 'edit Gaia Exempla: Tags" of 2026-11-23 is damaged, so that this cannot be undone'
expect "Undone: log with Nora" filo undo --skip
expect "Undone: add Nora Esempio" filo undo --skip
# The damaged one hangs on "add Gaia Exempla", which stays, too: that is known when it is told what
# would be undone.
expect_exit 1 filo undo
has 'filo undo --skip undoes what came before: save the view "f"'
expect 'Undone: save the view "f"' filo undo --skip
filo show gaia >out
has "choir"
expect 'Redone: save the view "f"' filo redo
expect "Redone: add Nora Esempio" filo redo --skip
expect "Redone: log with Nora" filo redo
expect_exit 2 filo undo --past
# Nor what another program hung on something, which no record knows.
filo add "Lidia Esempio" >/dev/null
sqlite3 "$FILO_DB" "INSERT INTO event(contact, kind, day) SELECT max(id), 0, 20000 FROM contact"
expect_exit 1 filo undo
has 'hangs on "add Lidia Esempio", so it stays as it is: undo or delete that first'
sqlite3 "$FILO_DB" "DELETE FROM event WHERE contact = (SELECT max(id) FROM contact)"
expect "Undone: add Lidia Esempio" filo undo
# Nor does a change that is refused, its rows changed otherwise since.
filo log nora "first of three" >/dev/null
filo log nora "second of three" >/dev/null
filo log nora "third of three" >/dev/null
sqlite3 "$FILO_DB" "UPDATE conversation SET version = version + 1, summary = 'other'
	WHERE summary IN ('second of three', 'third of three')"
expect_exit 1 filo undo
has 'has been changed again since, so it stays as it is. filo undo --skip undoes what came before: log with Nora'
expect "Undone: log with Nora" filo undo --skip
filo show nora >out
lacks "first of three"
expect "Redone: log with Nora" filo redo
filo show nora >out
has "first of three"

# An entry that was found, by its number.
printf 'The lighthouse\nwas closed\n' | filo log "Pia Exempla,Rosa Exempla" - -w 2019-05-04 -c call --me >/dev/null
id=$(filo find lighthouse --json | sed -n 's/.*"conversation":\([0-9]*\),.*/\1/p')
filo show --entry "$id" >out
has "call, you opened, with Pia Exempla, Rosa Exempla"
has "The lighthouse"
has "was closed"
filo show --entry "$id" --json >out
has '"date":"2019-05-04"'
has '"summary":"The lighthouse","body":"was closed","people":["Pia Exempla","Rosa Exempla"]'
expect_exit 1 filo show --entry 999
has "There is no entry 999"
expect_exit 2 filo show --entry x
expect_exit 2 filo show --entry "$id" pia

# A word behind several days that is a day and a person is taken for neither.
for name in May June Friday Easter; do
	number=$(filo add "$name" --json | sed -n 's/.*"made":\[{"kind":"contact","id":\([0-9]*\).*/\1/p')
	filo absence >before
	expect_exit 2 filo absence "11-15 dec" "$name"
	has "is a day and a person"
	has "#$number"
	filo absence >after
	cmp before after
	expect "2026-12-11  2026-12-15  $name" filo absence "11-15 dec" "#$number"
done
expect "2027-05-31" filo absence "11-15 dec" 2027-05-31
# So is one that a name begins with; more of the name is a person.
filo add Octavia >/dev/null
expect_exit 2 filo absence "11-15 dec" oct
has "is a day and a person"
expect "2026-12-11  2026-12-15  Octavia" filo absence "11-15 dec" octa

# Who is to be called otherwise is told as they are called.
expect_exit 1 filo edit "Pia Exempla" --name "Pina Altra" --remove nonsense
has "Pia Exempla has no address, number, date, tag or relation"
# An entry of no known day is one, all the same.
filo add "Solo Exempla" >/dev/null
expect "No conversation yet." filo show "Solo Exempla"
filo log "Solo Exempla" "old days" -w "in 2019" >/dev/null
expect "No contact on a day that is known yet." filo show "Solo Exempla"
expect "Solo Exempla" filo list --circle -
filo circle "Solo Exempla" Friends >/dev/null
filo list --circle - >out
lacks "Solo Exempla"

# What there is one of and both had is told.
filo add "Mia Exempla" --set birthday=1950-05-01 --phone 0555550133 >out
filo add "Sina Altra" --set birthday=1980-11-22 --phone 0555550133 --tag rare >out
filo merge "Mia Exempla" "Sina Altra" >out
has "Not taken over: Name Sina Altra; Birthday 22 Nov 1980, "
lacks rare
# Whatever it was, in words that stand within the other's, too, and nothing that was joined.
filo add "Vera Exempla" --set nickname=Annie --set organization="Acme Ltd" --met "at choir in 2019" \
	--set note="knows about boats" --set birthday="12 May 1980" --circle Friends --tag b --tag d >out
filo add "Vera Exempla" --set nickname=Ann --set organization=Acme --met choir --set note=boats \
	--set birthday="12 May" --circle Network --tag a --tag c --tag d --json >out
filo merge $(filo list --json | sed -n 's/.*"id":\([0-9]*\),.*"name":"Vera Exempla".*/#\1/p' | sort -V) >out
has "Not taken over: Nickname Ann; Organisation Acme; Circle Network; How you met choir; Note boats."
printf 'BEGIN:VCARD\nVERSION:3.0\nUID:q1\nFN:Quinta Exempla\nN:Exempla;Quinta;;;\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nUID:q2\nFN:Quinta Exempla\nN:Exempla;Quinta;Rosa;Dr.;\nEND:VCARD\n' >quinta.vcf
filo import quinta.vcf >/dev/null
first=$(filo list --json | tr '{' '\n' | sed -n 's/.*"id": *\([0-9]*\).*"Quinta Exempla".*/\1/p' | head -n 1)
filo merge "#$first" "#$((first + 1))" >out
has "Not taken over: Full name Dr. "
has "Rosa"
