#!/bin/sh
# Dates on the command line: the times that refusals show, spans, what is no one day, what is refused.
# What each phrase is: tests/unit/people. See tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" "$@"; }

filo add Ada >out
expect "Sun 22 Nov 2026 18:30" filo log ada Hello -w "yesterday 18:30"
expect "Sun 22 Nov 2026 18:00" filo log ada Hello -w "yesterday 6pm"
expect "Sun 22 Nov 2026 09:30" filo log ada Hello -w "yesterday 09:30"
expect "Fri 20 Nov 2026" filo log ada Hello -w "3 days ago"
expect "20 nov 2026" italian log ada Hello -w "3 giorni fa"
expect "Sun 22 Nov 2026 15:00" filo log ada Hello -w "yesterday from 3 to 5pm"
expect "22 nov 2026 09:00" italian log ada Hello -w "ieri dalle 9 alle 11"

# What is no one day is a month in the log; elsewhere it begins with its first day and ends with its
# last.
expect "Logged with Ada: Oct 2026" filo log ada Hello -w "end of october"
has "Without a day it does not count for when you were last in touch."
expect "ott 2026" italian log ada Hello -w "fine mese"
has "Senza un giorno non conta per l'ultimo contatto."
# Within a week it is a day, by which they are no longer due.
filo edit ada --every 30 >out
expect "Logged with Ada: Wed 18 Nov 2026, 5 days ago" filo log ada Hello -w "a few days ago"
lacks "Without a day"
expect "Logged with Ada: Mon 16 Nov 2026" filo log ada Hello -w "last week"
expect "Mon 23 Nov 2026 02:00, yesterday" filo log ada Hello -w "last night at 2"
expect "It has been 1 day" filo show ada
expect "2026-11-23  2026-11-30" filo absence today "end of the month"
expect "2026-11-01  2026-11-30" filo absence --edit 1 2026-11-01 2026-11-30
expect "2026-11-01  2026-11-22" filo absence --end 1 "last week"
expect "2026-11-28  2026-11-29" filo absence weekend weekend
for today in 21 22; do
	expect "2026-11-21  2026-11-22  Ada" env FILO_TODAY=2026-11-$today "$FILO" absence weekend ada
	filo undo >out
done
expect "2026-12-07  2026-12-20" filo absence "week 50" "week 51"

expect_exit 2 filo log ada Hello -w "wed 24 nov 2026"
has "That day is another weekday: Tue 24 Nov 2026"
expect_exit 2 filo log ada Hello -w 11/24
has "There is no month 24"
expect_exit 2 italian log ada Hello -w "il quinto lunedì di novembre"
has "Quel mese non ha quel giorno cinque volte"

# A word for how often that has two meanings is answered with the one it is read with.
expect '"biweekly" is taken as every 14 days' filo edit ada --every biweekly
expect '"bimensile" si intende ogni 15 giorni' italian edit ada --every bimensile
expect "every 60 days" filo circle --add Sailing --every bimonthly
for often in "2x a year" biennial; do
	filo edit ada --every "$often" >out 2>&1
	lacks "is taken as"
done

# A birthday is one day, and days run forwards.
filo add "One Day" >/dev/null
for days in "3-5 mar" "11-15 nov" "monday to friday" "20 dec to 10 jan" "last week"; do
	expect_exit 2 filo edit "One Day" --set "birthday=$days"
done
expect_exit 2 filo log "One Day" x -w "5-3 nov"
has "runs backwards"
expect_exit 2 filo absence "15-11 dec"
has "runs backwards"

# A last day that only another year puts behind the first has to say it, unless the span is short.
for days in "15 dec to 11 dec" "1 dec to 30 nov" "today to 11 nov" "until 5 nov"; do
	expect_exit 2 filo absence "$days"
	has "That is from "
done
expect_exit 2 filo absence "15 dec to 11 dec"
has "from Tue 15 Dec 2026 to Sat 11 Dec 2027: if so, write 2027-12-11"
expect_exit 2 filo absence 2026-11-24 "20 nov"
has "from Tue 24 Nov 2026 to Sat 20 Nov 2027: if so, write 2027-11-20"
expect_exit 2 filo absence christmas "until tomorrow"
for last in "20 dec" "until 20 dec"; do
	expect_exit 2 filo absence christmas "$last"
	has "from Fri 25 Dec 2026 to Mon 20 Dec 2027: if so, write 2027-12-20"
done
for days in "until yesterday" "up to 3 days ago"; do
	expect_exit 2 filo absence "$days"
	has "That day has passed already"
done
for days in "5 jan to 2 jan 2027" "15 dec 2027 to 11 dec 2027" "christmas to tomorrow"; do
	expect_exit 2 filo absence "$days"
	has "runs backwards"
done
expect "2028-12-15  2029-12-11" filo absence "15 dec 2028 to 2029-12-11"
expect "2030-11-01  2031-10-20" filo absence 2030-11-01 "20 oct 2031"
expect "2026-12-20  2027-01-06  Ada" filo absence "20 dec to 6 jan" ada
filo add Leo >out
expect "2031-10-01  2031-11-05" filo absence 2031-10-01 "until 5 nov 2031" leo
expect "2027-10-01  2027-11-05" filo absence 2027-10-01 "until 5 nov" leo

# What has no last day, or none that is possible, is bad input.
for days in "from friday" "from friday on"; do
	expect_exit 2 filo absence "$days"
	has "needs a last day"
done
for days in "from 18 to 20" "at 6" "18 to 20"; do
	expect_exit 2 filo absence "$days"
	has "\"$days\" is a time of day: say which day"
done
expect_exit 2 italian absence "da venerdì"
has "serve l'ultimo giorno"
expect_exit 2 filo absence 20261212 20261210
expect_exit 2 filo absence "31 jan to 30"
has "runs backwards"
expect_exit 2 filo log ada x -w "thu 26 nov"
has "make it a follow-up"
filo add Nina >out
filo add "From Friday" >out
expect_exit 2 filo absence "11-15 dec" "from friday"
has "write the day as 2026-11-27"
expect "2026-11-27  2027-01-06" filo absence "from friday" "6 jan" nina
expect "2028-01-01  2028-03-31" italian absence "gen-mar 2028" nina

# What began this year, and is not over.
filo add Mia >out
for days in "1 jan to 31 dec" "15 jan to 30 nov" "jan to dec" "1 mar to 31 dec"; do
	expect "2026-" filo absence "$days 2026" mia
done
expect "2026-01-01  2026-12-31" filo absence
expect "2027-01-15  2027-11-30" filo absence "15 jan to 30 nov" leo

# What has just passed is noted afterwards, in one word or in two.
filo add Vera >out
expect "2026-11-17  2026-11-18  Vera" filo absence "17-18 nov" vera
expect "2026-11-10  2026-11-12  Vera" filo absence "10 nov" "12 nov" vera
expect "2026-10-01  2026-10-31  Vera" italian absence ottobre vera
expect "2027-08-01  2027-08-20  Vera" filo absence "1 aug" "20 aug" vera

# One day, days that are joined, and the day they reach to.
expect "2027-05-07  2027-05-07  you" filo absence 2027-05-07
expect "2027-05-14  2027-05-14  Ada" filo absence 2027-05-14 ada
expect "2027-05-10  2027-05-10  you" filo absence 2027-05-10 me
expect "2027-04-03  2027-04-05" filo absence "3rd-5th april"
expect "2027-04-08  2027-04-09" filo absence "8 and 9 april"
expect "2027-03-01  2027-03-15" filo absence "the first half of march"
expect "2027-02-01  2027-02-12" filo absence "1 feb" "until 12 feb"
expect "2027-02-15  2027-02-20" italian absence "15 febbraio" "fino al 20 febbraio"
expect "2026-11-23  2026-11-27  Ada" filo absence mon-fri ada
expect "2027-07-02  2027-07-08" filo absence "2 july" "for a week"
for days in "2 giugno per una settimana" "dal 2 giugno per una settimana" \
	"una settimana dal 2 giugno" "per una settimana dal 2 giugno" "2 giugno per 7 giorni"; do
	expect "2027-06-02  2027-06-08" italian absence "$days" ada
	filo undo >out
done
expect "2026-11-24  2026-12-03  Leo" italian absence "da domani per 10 giorni" leo
for days in "from 2 to 5 june for a week" "until 5 june for a week" "tomorrow for 0 days"; do
	expect_exit 2 filo absence "$days" ada
done
expect_exit 2 filo absence 2027-05-07 ""
expect_exit 2 filo absence 2027-05-07 zzz
has "is not a date: try"
# As machines write them: a zone is turned into local time.
stamped() { env TZ=UTC-1 "$FILO" log "One Day" x -w "$1"; }
expect "Fri 20 Nov 2026 18:30" stamped 2026-11-20T18:30:00+01:00
expect "Fri 20 Nov 2026 19:30" stamped 2026-11-20T18:30:00Z
expect "Sat 21 Nov 2026 03:30" stamped "2026-11-20 18:30 -0800"
expect "Fri 21 Nov 2025 16:00" stamped @1763737200
expect "Fri 20 Nov 2026, 3 days ago" stamped 20261120
expect_exit 2 stamped 2026-11-26T18:30:00Z
has "yet to come"
expect "2028-06-01  2028-06-05" filo absence 20280601 2028-06-05T12:00:00Z
for stamp in 20261320 @x 2026-11-20T25:30:00Z 2026-11-20T18:30:00+25:00; do
	expect_exit 2 stamped "$stamp"
done

expect "21 nov 2026" italian log "One Day" x -w "altro ieri"

# On a weekend, whoever is put off to "the weekend" is put off to the next.
expect "5 Dec" env FILO_TODAY=2026-11-29 "$FILO" snooze ada weekend
expect "5 Dec" env FILO_TODAY=2026-11-28 "$FILO" snooze ada "this weekend"
# After it is after the one that goes on.
expect "30 Nov" env FILO_TODAY=2026-11-28 "$FILO" snooze ada "after the weekend"
