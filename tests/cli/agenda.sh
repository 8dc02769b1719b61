#!/bin/sh
# The agenda: what is open in three groups, the next days by day, JSON. See tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" "$@"; }

expect "No follow-up is open." filo agenda
expect "Nothing in the next 14 days." filo agenda --days 14
expect "Nothing in the next day." filo agenda --days 1

filo add "Ada Prova" --every 9 >out
filo add "Bruno Esempio" >out
filo log ada Hello -w 2026-11-15 >out
filo followup bruno "a question" -w 2026-12-01 >out
filo followup ada "the number" --mine -w 2026-11-27 >out
filo followup bruno "the map" --theirs >out
env FILO_TODAY=2026-10-23 "$FILO" followup bruno "the article" --mine >out
env FILO_TODAY=2026-11-10 "$FILO" followup ada "the pictures" --mine -w 2026-11-20 >out
filo absence 2026-11-25 2027-01-06 bruno >out

# In groups, the oldest first.
filo agenda >out
cat >wanted <<'END'
I promised
    4  Bruno Esempio            the article (since Fri 23 Oct)
    5  Ada Prova                the pictures (by Fri 20 Nov)
    2  Ada Prova                the number (by Fri 27 Nov)
Promised to me
    3  Bruno Esempio            the map (since Mon 23 Nov)
To ask
    1  Bruno Esempio            a question (Tue 1 Dec)
END
cmp out wanted

# By day; what is late stands under today.
filo agenda --days 4 >out
cat >wanted <<'END'
Mon 23 Nov 2026, today
    5  Ada Prova                the pictures (by Fri 20 Nov)
Tue 24 Nov 2026, tomorrow
       Ada Prova                Wish: every 9 days
Wed 25 Nov 2026, in 2 days
       Bruno Esempio            Absent until Wed 6 Jan 2027
Fri 27 Nov 2026, in 4 days
    2  Ada Prova                the number (I promised)
END
cmp out wanted
filo agenda --days 8 >out
has "a question (To ask)"
filo agenda --days "1 week" >out
lacks "a question"
filo agenda --days 2w >out
has "a question (To ask)"

# The numbers are those of filo done.
filo "done" 4 >out
filo agenda >out
lacks "the article"

italian agenda --days 8 >out
has "Assenza fino a mer 6 gen 2027"
has "Desiderio: ogni 9 giorni"
has "the number (L'ho promesso io)"
expect "(da lun 23 nov)" italian agenda

# JSON has every key and no other, in this order.
filo agenda --days 8 --json >out
while read -r line; do
	[ "${#line}" -gt 2 ] || continue
	echo "$line" | grep -o '"[a-z_]*":' | tr -d '\n' >found
	test "$(cat found)" = '"kind":"contact":"name":"text":"date":"until":"made_on":"followup":"cadence":'
done <out
has '{"kind":"mine","contact":1,"name":"Ada Prova","text":"the pictures","date":"2026-11-20","until":null,"made_on":"2026-11-10","followup":5,"cadence":null}'
has '{"kind":"wish","contact":1,"name":"Ada Prova","text":null,"date":"2026-11-24","until":null,"made_on":null,"followup":null,"cadence":9}'
has '{"kind":"absence","contact":2,"name":"Bruno Esempio","text":null,"date":"2026-11-25","until":"2027-01-06","made_on":null,"followup":null,"cadence":null}'
filo agenda --json >out
has '"kind":"theirs","contact":2,"name":"Bruno Esempio","text":"the map","date":null'
printf '[\n]\n' >wanted
filo --db :memory: agenda --json >out
cmp out wanted
