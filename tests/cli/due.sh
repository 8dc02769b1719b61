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

# As it was on another day.
filo due --json --on 2026-11-04 >out
has '"name":"Friend Number1","due":true'
has '"days":3'
lacks 'Number4'
filo due --json --all --horizon 10 >out
has '"silent":null'

# A rhythm is told once there is one.
filo add "Old Rhythm" >out
for day in 05-01 05-08 05-15 05-22 05-29 06-05 06-12; do
	filo log "old rhythm" "Weekly" -w "2026-$day" >out
done
filo due --json --all >out
grep '"name":"Old Rhythm"' out >row
grep -q '"gaps":6,"usual":[0-9]' row
grep -q '"overdue":0\.[0-9]' row
