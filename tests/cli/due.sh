#!/bin/sh
# Who is due: the day's worth, all of them, any day, JSON. See tests/cli/run.
keys='"id" "uid" "name" "due" "reason" "why" "last" "days" "cadence" "gaps" "usual" "p50" "p80" "p95" "overdue" "silent" "quiet" "proposed" "kept" "pinned"'

for n in 1 2 3 4 5 6 7 8; do
	filo add "Friend Number$n" --every "$n" >out
	filo log "Friend Number$n" "Hello" -w 2026-11-01 >out
done
filo add "Zoe Later" --every 300 >out
filo log zoe Hello -w yesterday >out

# A day's worth is five; the rest is folded.
filo due >out
test "$(grep -c 'Friend Number' out)" = 5
has "3 more, unhurried; filo due -n 8 shows them"
has "You wanted to hear from Friend Number3 every 3 days; it is 22."
filo due -n 7 >out
test "$(grep -c 'Friend Number' out)" = 7
filo due --all >out
test "$(grep -c 'Friend Number' out)" = 8
has Zoe
mkdir -p "$HOME/.config/filo"
echo "daily = 2" >"$HOME/.config/filo/config"
filo due >out
test "$(grep -c 'Friend Number' out)" = 2

# What is pinned is never folded away.
for n in 1 2 3; do
	filo followup "Number$n" "a question" -w 2026-11-23 >out
done
filo due >out
test "$(grep -c 'Ask: a question' out)" = 3

# One line for a greeting at login.
filo due --brief >out
test "$(wc -l <out)" = 1
has "; and 7 more"

# The words are whole, as wherever there is room, and a column as wide as the widest.
filo --db words.db add "Ada Prova" --set birthday=1980-11-20 --circle Close >out
filo --db words.db add "Bea Prova" --set birthday=1980-11-24 --circle Close >out
filo --db words.db log bea "a walk" -w yesterday >out
filo --db words.db due --brief >out
has "Ada Prova: birthday 3 days ago"
filo --db words.db due -n 2 >out
has "birthday 3 days ago  Birthday 3 days ago."
has "birthday tomorrow    Birthday tomorrow, turns 46."
lacks bday
filo --db words.db add "Carolina Esposito della Prova" --set birthday=1980-11-23 --circle Close >out
filo --db words.db due >out
has "Ada Prova                     birthday 3 days ago  Birthday 3 days ago."

# What is usual is told by their own pauses, however few they are.
filo --db usual.db add "Wim Prova" >out
for day in 10-05 10-12 10-19 10-26 11-02 11-09 11-16; do
	filo --db usual.db log wim "a walk" -w "2026-$day" >out
done
filo --db usual.db show wim >out
has "usually every 7 days"
has "You two usually talk every 7 days; it is 7 days now."
filo --db usual.db add "Dan Prova" >out
for day in 15 16 17 18 19 20 21; do
	filo --db usual.db log dan "a word" -w "2026-11-$day" >out
done
filo --db usual.db show dan >out
has "usually every day"
has "You two usually talk every day; it is 2 days now, longer than any so far (1 day)."
lacks "no fixed rhythm"
filo --db usual.db add "Ira Prova" >out
for day in 2025-01-01 2025-01-04 2025-09-04 2025-09-07 2026-04-20 2026-04-24 2026-11-20; do
	filo --db usual.db log ira "a word" -w "$day" >out
done
filo --db usual.db show ira >out
has "There is no fixed rhythm: pauses from 3 days to 8 months are ordinary."

# Days away do not count for the rhythm; when one was last in touch is told by the calendar.
filo --db away.db add "Zed Prova" >out
for day in 10-25 11-01 11-08 11-15 11-22; do
	filo --db away.db log zed "a walk" -w "2026-$day" >out
done
filo --db away.db absence "23-30 nov" >out
filo --db away.db show zed >out
has "Last contact: yesterday; your pauses so far were 7, 7, 7 and 7 days."
filo --db away.db due --all --on 2026-11-30 >out
has "8 days"
has "Last contact: 8 days ago"

# JSON: all who are due, with every key and no other, in this order.
filo due --json >out
test "$(grep -c '"due":true' out)" = 8
lacks '"due":false'
sed -n 2p out | grep -o '"[a-z0-9]*":' | tr ':\n' ' ' | tr -s ' ' >found
test "$(cat found)" = "$keys "
has '"reason":"followup"'
has '"reason":"wish"'
filo due --json --all >out
has '"name":"Zoe Later","due":false,"reason":null'
filo due --json -n 3 >out
test "$(grep -c '"id"' out)" = 3
printf '[\n]\n' >wanted
filo --db :memory: due --json >out
cmp out wanted

# Dates of people who are only in the address book are a list of their own.
printf 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Birthday Only\r\nBDAY:19801125\r\nEND:VCARD\r\n' >one.vcf
filo import one.vcf >out
filo due >out
has "1 date in the address book"
lacks "Birthday Only"
filo due --address-dates >out
has "Birthday Only"
has "in 2 days"
lacks "Friend"
filo due --address-dates --json >out
test "$(grep -c '"id"' out)" = 1
filo --db :memory: due --address-dates >out
has "No dates in the next days."

# The time carved out on a Monday: fixed for the day, and silent on others.
printf 'daily = 2\nslot = mon 18:00, 20 min, 3 people\n' >"$HOME/.config/filo/config"
filo due --slot >out
has "Your twenty minutes: 3 people"
test "$(wc -l <out)" = 4
sed 1d out | cut -c 1-24 >first
filo due --slot --json >out
test "$(grep -c '"id"' out)" = 3
# Whoever was turned to is done with; nobody else comes instead.
name=$(sed -n 1p first)
filo log "$name" "we talked" >out
filo due --slot >out
test "$(wc -l <out)" -le 4
sed 1d out | cut -c 1-24 >second
grep -vxFf first second >new || true
test ! -s new
FILO_TODAY=2026-11-24 filo due --slot >out
test ! -s out
FILO_TODAY=2026-11-24 filo due --slot --json >out
cmp out wanted
printf 'slot = mon 18:00, 3 people\n' >"$HOME/.config/filo/config"
expect 'config:1: "slot" can be such as thu 18:00, 20 min, 3 people' filo due --slot
test "$(wc -l <out)" = 1
echo "daily = 2" >"$HOME/.config/filo/config"

# As it was on another day.
filo due --json --on 2026-11-04 >out
has '"name":"Friend Number1","due":true'
has '"days":3'
lacks 'Number4'
filo due --json --all --horizon 10 >out
has '"silent":null'

# A limit of silence, too, is of the day that is asked about.
filo --db silent.db add "Ada Prova" --every 5 >out
filo --db silent.db log "Ada Prova" "a walk" -w 2026-11-01 >out
expect_exit 1 filo --db silent.db due --on 2026-11-23 --limit "~s >60"
lacks "Ada Prova"
filo --db silent.db due --on "in 61 days" --limit "~s >60" >out
has "Ada Prova"
filo --db silent.db due --on 2026-11-10 --limit "~s <10" >out
has "Ada Prova"

# A rhythm is told once there is one.
filo add "Old Rhythm" >out
for day in 05-01 05-08 05-15 05-22 05-29 06-05 06-12; do
	filo log "old rhythm" "Weekly" -w "2026-$day" >out
done
filo due --json --all >out
grep '"name":"Old Rhythm"' out >row
grep -q '"gaps":6,"usual":[0-9]' row
grep -q '"overdue":0\.[0-9]' row

# An address book of 800 that was imported makes nobody due, neither on that day nor on the next.
awk 'BEGIN { for (i = 1; i <= 800; i++) {
	printf "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Somebody Number%03d\r\n", i
	if (i % 3 == 0)
		printf "BDAY:1980%02d%02d\r\n", 1 + int(i / 3) % 12, 1 + i % 28
	printf "END:VCARD\r\n" } }' >many.vcf
filo --db many.db import many.vcf >out
has "800 new people"
for day in 2026-11-23 2026-11-24; do
	FILO_TODAY=$day filo --db many.db due >out
	has "Nobody is due."
	has "dates in the address book"
	FILO_TODAY=$day filo --db many.db due --json >out
	printf '[\n]\n' >wanted
	cmp out wanted
done

# While you are away a person's card tells what the queue does.
filo --db letter.db add "Ana Prova" >out
filo --db letter.db log ana "a letter" -w 2026-11-15 --awaits-reply >out
filo --db letter.db followup ana "the train" -w 2026-11-20 >out
filo --db letter.db show ana >out
has "Ask: the train"
filo --db letter.db absence "20-30 nov" >out
filo --db letter.db due >out
has "to answer"
filo --db letter.db show ana >out
has "days for your answer."
