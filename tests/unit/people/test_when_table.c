/* Phrases that people type, each with the day it is, in the log and ahead, on days of all kinds.
 * Not here: the clock (test_when.c, test_when_phrases.c), how dates are shown (test_date.c). */
#include "filo/people/words/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "what is typed = as when_write says it", or "= !a piece of the refusal". */
static const char *const english_log[] = { "today = 2026-11-23", "earlier today = 2026-11-23",
	"this morning = 2026-11-23", "yesterday = 2026-11-22", "yesterday morning = 2026-11-22",
	"the day before yesterday = 2026-11-21", "two days ago = 2026-11-21",
	"three days back = 2026-11-20", "a week ago = 2026-11-16", "a week ago today = 2026-11-16",
	"a week ago yesterday = 2026-11-15", "a week ago friday = 2026-11-13",
	"last week = Nov 2026", "early last week = Nov 2026", "last monday = 2026-11-16",
	"monday = 2026-11-16", "on monday = 2026-11-16", "last wednesday = 2026-11-18",
	"wed = 2026-11-18", "wednesday morning = 2026-11-18", "wed 9am = 2026-11-18 09:00",
	"sunday night = 2026-11-22", "the weekend = Nov 2026", "at the weekend = Nov 2026",
	"last weekend = Nov 2026", "over the weekend = Nov 2026", "end of month = Oct 2026",
	"end of the month = Oct 2026", "at the end of october = Oct 2026",
	"the end of last month = Oct 2026", "beginning of november = Nov 2026",
	"start of the year = 2026", "early this month = Nov 2026", "end of the year = 2025",
	"the last day of october = 2026-10-31", "the last day of last month = 2026-10-31",
	"the last day of the year = 2025-12-31", "the first day of the month = 2026-11-01",
	"the first of november = 2026-11-01", "the first = 2026-11-01", "the 1st = 2026-11-01",
	"the 3rd = 2026-11-03", "3rd of november = 2026-11-03", "nov 3rd = 2026-11-03",
	"november 3 = 2026-11-03", "the 23rd = 2026-11-23", "the 24th = 2026-10-24",
	"the 31st = 2026-10-31", "first monday of the month = 2026-11-02",
	"the first monday of november = 2026-11-02", "first monday in october = 2026-10-05",
	"the last friday of october = 2026-10-30", "last friday of the month = 2026-10-30",
	"third thursday of november = 2026-11-19", "the second tuesday of last month = 2026-10-13",
	"first sunday of may 2025 = 2025-05-04", "the fourth thursday of november = 2025-11-27",
	"fifth monday of november = !no fifth", "fifth sunday of november = 2025-11-30",
	"from 3 to 5pm = 2026-11-23 15:00", "yesterday from 3 to 5pm = 2026-11-22 15:00",
	"yesterday 3-5pm = 2026-11-22 15:00", "yesterday 9-11 = 2026-11-22 09:00",
	"yesterday from 9 to 11 = 2026-11-22 09:00", "yesterday 9am to 11am = 2026-11-22 09:00",
	"yesterday 10:30-12:00 = 2026-11-22 10:30", "yesterday 10.30-12 = 2026-11-22 10:30",
	"9:00-11:00 = 2026-11-23 09:00", "from 9am until noon = 2026-11-23 09:00",
	"yesterday from 11am to 1pm = 2026-11-22 11:00",
	"yesterday from 11 to 1pm = 2026-11-22 11:00",
	"yesterday from 10pm to 1am = 2026-11-22 22:00",
	"fri 20 nov 14:00-15:30 = 2026-11-20 14:00", "9-11 = 2026-11-09",
	"yesterday between 9 and 11 = 2026-11-22", "half an hour ago = 2026-11-23",
	"an hour or so ago = 2026-11-23", "a few minutes ago = 2026-11-23",
	"christmas = 2025-12-25", "christmas day = 2025-12-25", "christmas eve = 2025-12-24",
	"xmas = 2025-12-25", "new year's day = 2026-01-01", "new year's eve = 2025-12-31",
	"easter = 2026-04-05", "easter sunday = 2026-04-05", "easter monday = 2026-04-06",
	"good friday = 2026-04-03", "maundy thursday = 2026-04-02", "easter saturday = 2026-04-04",
	"shrove tuesday = 2026-02-17", "pancake day = 2026-02-17", "mardi gras = 2026-02-17",
	"ash wednesday = 2026-02-18", "ascension day = 2026-05-14", "pentecost = 2026-05-24",
	"whit monday = 2026-05-25", "easter 2024 = 2024-03-31", "last easter = 2026-04-05",
	"thanksgiving = 2025-11-27", "labor day = 2026-09-07", "memorial day = 2026-05-25",
	"halloween = 2026-10-31", "valentine's day = 2026-02-14", "4th of july = 2026-07-04",
	"july 4th = 2026-07-04", "independence day = 2026-07-04", "st patrick's day = 2026-03-17",
	"epiphany = 2026-01-06", "twelfth night = 2026-01-05", "boxing day = 2025-12-26",
	"all souls = 2026-11-02", "tue 24 nov = !another weekday", "tue 17 nov = 2026-11-17",
	"tuesday, 17 november 2026 = 2026-11-17", "17 november 2026 = 2026-11-17",
	"tuesday the 17th = 2026-11-17", "tuesday the 17th of november = 2026-11-17",
	"wed 17 nov 2026 = !another weekday", "monday nov 16 2026 = 2026-11-16",
	"12/10/25 = 2025-10-12", "12.10.98 = 1998-10-12", "12 oct 25 = 2025-10-12",
	"12 oct '25 = 2025-10-12", "yesterday at 12 am = 2026-11-22 00:00",
	"yesterday 12am = 2026-11-22 00:00", "yesterday 12 pm = 2026-11-22 12:00",
	"yesterday 24:00 = 2026-11-23 00:00", "yesterday 24:30 = !does not exist",
	"yesterday 13pm = !is not a date", "yesterday at 25:00 = !does not exist",
	"tuesday at 6:75pm = !does not exist", "yesterday at half past midnight = 2026-11-23 00:30",
	"last night at half past twelve = 2026-11-23 00:30", "last night at 1am = 2026-11-23 01:00",
	"last night = 2026-11-22", "late last night = 2026-11-22", "this afternoon = 2026-11-23",
	"in the morning = 2026-11-23", "2026-W47 = Nov 2026", "week 47 = Nov 2026",
	"2026-W47-3 = 2026-11-18", "2026-W54 = !no week 54", "2026-11-20T18:30 = 2026-11-20 18:30",
	"2026/11/20 = 2026-11-20", "2026.11.20 = 2026-11-20", "24.11.2025 = 2025-11-24",
	"24. 11. 2025 = 2025-11-24", "24/11 = 2025-11-24", "11/24 = !no month 24",
	"24.11. = 2025-11-24", "31/11 = !does not exist", "29/2/2025 = !no 29 February in 2025",
	"0/11 = !does not exist", "mid october = Oct 2026", "the middle of october = Oct 2026",
	"mid-month = Nov 2026", "the middle of the month = Nov 2026", "late 2019 = 2019",
	"2019 = 2019", "in 2019 = 2019", "spring 2019 = spring 2019", "last spring = spring 2026",
	"this summer = summer 2026", "last winter = winter 2025", "october = Oct 2026",
	"last october = Oct 2026", "oct 2025 = Oct 2025", "a month ago = 2026-10-23",
	"about a month ago = Oct 2026", "six months ago = 2026-05-23", "a year ago = 2025-11-23",
	"years ago = !is no one day", "ages ago = !is not a date", "recently = !is not a date",
	"soon = !is not a date", "some time ago = !is not a date", "the other day = Nov 2026",
	"the other week = Nov 2026", "a few days ago = Nov 2026", "several weeks ago = autumn 2026",
	"two or three weeks ago = Nov 2026", "in the last few days = Nov 2026",
	"this week = 2026-11-23", "this month = Nov 2026", "this year = 2026",
	"a fortnight ago = 2026-11-09", "two weeks ago = 2026-11-09",
	"a couple of weeks ago = 2026-11-09", "10 days ago = 2026-11-13", "3d ago = 2026-11-20",
	"yesterday at 6 = 2026-11-22 06:00", "yesterday at 6 pm = 2026-11-22 18:00",
	"yesterday evening at 6 = 2026-11-22 18:00", "yesterday 18.30 = 2026-11-22 18:30",
	"yesterday 1830 = !is not a date", "at 6pm = 2026-11-23 18:00",
	"6pm yesterday = 2026-11-22 18:00", "half past 6 yesterday evening = 2026-11-22 18:30",
	"quarter to nine yesterday = 2026-11-22 08:45", "i = !is not a date",
	"the = !is not a date", "on = !is not a date", "11 = !is not a date", "31 = !is not a date",
	"at 9 = 2026-11-23 09:00", "at nine = 2026-11-23 09:00", "9am = 2026-11-23 09:00",
	"noon = 2026-11-23 12:00", "midnight = 2026-11-23 00:00",
	"last tuesday evening = 2026-11-17", "tuesday evening at 8 = 2026-11-17 20:00",
	"tues = 2026-11-17", "thurs = 2026-11-19", "thur 3pm = 2026-11-19 15:00",
	"weds = 2026-11-18", "sept 2025 = Sep 2025", "sept 3 = 2026-09-03", "3 sept = 2026-09-03",
	"11 sept 2025 = 2025-09-11", "1st = 2026-11-01", "first = 2026-11-01",
	"2nd nov = 2026-11-02", "the second of november = 2026-11-02",
	"november the 2nd = 2026-11-02", "november the second = 2026-11-02",
	"the twentieth = 2026-11-20", "november the twentieth = 2026-11-20",
	"twenty-first of november = 2026-11-21", "the 20th of last month = 2026-10-20",
	"the 20th of this month = 2026-11-20", "on the 20th of november 2025 = 2025-11-20",
	"20th nov 2025 = 2025-11-20", "nov 20, 2025 = 2025-11-20",
	"November 20th, 2025 = 2025-11-20", "Nov 20th 2025 at 9pm = 2025-11-20 21:00",
	"friday at lunch = 2026-11-20", "friday lunchtime = 2026-11-20",
	"friday 13 nov = 2026-11-13", "friday the 13th = 2026-11-13",
	"friday the 20th = 2026-11-20", "last friday the 13th = !is not a date",
	"yesterday around noon = 2026-11-22 12:00", "yesterday after lunch = 2026-11-22",
	"yesterday before noon = !is not a date", "yesterday at dawn = !is not a date",
	"the night before = !is not a date", "the night before last = 2026-11-21",
	"the week before = !is not a date", "two weeks before christmas = 2025-12-11",
	"the day after easter = 2026-04-06", "the monday after easter = 2026-04-06",
	"the friday before christmas = 2025-12-19", "a month before easter = 2026-03-05",
	"3 months ago = 2026-08-23", "three and a half weeks ago = 2026-10-29",
	"a year and a half ago = 2025-05-23", "half a year ago = 2026-05-23",
	"last quarter = !is not a date", "q3 2025 = !is not a date",
	"2nd week of november = !is not a date", "the first week of november = !is not a date",
	"last decade = !is not a date", "the nineties = !is not a date", "1990s = !is not a date",
	"90s = !is not a date", "nov = Nov 2026", "this november = Nov 2026",
	"last november = Nov 2025", "next november = Nov 2027", "november last year = Nov 2025",
	"november of last year = Nov 2025", "christmas last year = 2025-12-25",
	"last christmas = 2025-12-25", "christmas 2024 = 2024-12-25",
	"christmas eve 2024 = 2024-12-24", "this christmas = 2025-12-25",
	"over christmas = 2025-12-25", "around easter = Apr 2026",
	"before christmas = !is not a date", "since monday = !is not a date",
	"until monday = !is not a date", "tomorrow = 2026-11-24", "in a week = 2026-11-30",
	"next week = 2026-11-30", "next monday = 2026-11-30", "every monday = !is not a date",
	"not yesterday = !is not a date", "today or tomorrow = !is not a date",
	"monday or tuesday = !is not a date", "yesterday and today = !is not a date",
	"12/13 = !no month 13", "13/13 = !no month 13", "32/1 = !does not exist",
	"1/1/1 = 2001-01-01", "12/10/2025 18:30 = 2025-10-12 18:30",
	"12/10 at 6pm = 2026-10-12 18:00", "2026-11-20 9-11 = 2026-11-20 09:00",
	"2026-11-20 18:30 = 2026-11-20 18:30", "2026-11-20T09:05 = 2026-11-20 09:05",
	"2026-11-20 25:00 = !does not exist", "20261120 = !is not a date", "2026-11 = Nov 2026",
	"2026-13 = !no month 13", "11/2025 = Nov 2025", "2026-11-31 = !does not exist",
	"2026-02-29 = !no 29 February", "30 feb = !does not exist", "0 = !is not a date",
	"-3d = 2026-11-20", "+3d = 2026-11-26", "3 d = 2026-11-20", "3days = 2026-11-20",
	"3 days = 2026-11-20", "1 week = 2026-11-16", "90 minutes ago = 2026-11-23",
	"36 hours ago = 2026-11-22", "48h ago = 2026-11-21", "1h30 ago = !is not a date",
	"two hours ago = 2026-11-23", "the last 3 days = Nov 2026", "in the past week = Nov 2026",
	"the past week = Nov 2026", "the past few weeks = autumn 2026",
	"the last two weeks = Nov 2026", "the last few months = 2026", "lately = !is not a date",
	"yesterday 5 to 7 = 2026-11-22 06:55",
	"yesterday from 5 to 7 in the evening = 2026-11-22 17:00",
	"yesterday evening from 5 to 7 = 2026-11-22 17:00",
	"last night from 11 to 1 = 2026-11-22 23:00",
	"yesterday from 11:30pm to 12:30am = 2026-11-22 23:30",
	"yesterday from noon to 2 = 2026-11-22 12:00",
	"yesterday from half past nine to eleven = 2026-11-22 09:30",
	"from 9 to 11 yesterday = 2026-11-22 09:00", "9am-11am yesterday = 2026-11-22 09:00",
	"yesterday from 9 till 11 = 2026-11-22 09:00",
	"yesterday 9am until 11am = 2026-11-22 09:00", "from monday to friday = !is not a date",
	"from 3 to 5 nov = !is not a date", "3-5 nov = !is not a date",
	"between monday and friday = !is not a date", "mon-fri = !is not a date",
	"2-3 days ago = Nov 2026", "2 to 3 days ago = Nov 2026",
	"between 2 and 3 weeks ago = Nov 2026", "second half of october = !is not a date",
	"end of last week = Nov 2026", "end of the week = Nov 2026", "early november = Nov 2026",
	"beginning of last year = 2025", "end of summer = summer 2026", "late last year = 2025",
	"mid last month = Oct 2026", "end of today = 2026-11-23", "end of day = 2026-11-23",
	"last thing yesterday = !is not a date", "first thing yesterday = 2026-11-22",
	"first day of last month = 2026-10-01", "last day of february 2024 = 2024-02-29",
	"last days of october = Oct 2026", "first days of november = Nov 2026",
	"last weekend of october = !is not a date", "first weekend of november = !is not a date",
	"two weekends ago = Nov 2026", "the weekend before last = Nov 2026",
	"last monday of october 2025 = 2025-10-27", "last monday in may = 2026-05-25",
	"second sunday of may 2026 = 2026-05-10", "1st monday of november = 2026-11-02",
	"2nd tuesday of october = 2026-10-13", "third thursday of november last year = 2025-11-20",
	"first monday of the month at 9 = 2026-11-02 09:00",
	"first monday of next year = !is not a date", "week 1 = winter 2025", "week 0 = !no week 0",
	"week 60 = !no week 60", "weeks 3 = Jan 2026", "week 10 2025 = Mar 2025",
	"wk 47 = !is not a date", "2-3h ago = !is not a date", "2-3m ago = !is not a date",
	"the weekend after easter = Apr 2026", "the friday after next = !is not a date",
	"last day of the week = 2026-11-22", "first day of the week = 2026-11-23" };

static const char *const american_log[] = { "11/20 = 2026-11-20", "11/20/2026 = 2026-11-20",
	"11/20/25 = 2025-11-20", "24/11 = !no month 24", "24.11.2025 = 2025-11-24",
	"9-11 = 2026-09-11", "11/20 9:00-11:00 = 2026-11-20 09:00",
	"0th monday of november = !is not a date" };

static const char *const english_ahead[] = { "today = 2026-11-23", "tomorrow = 2026-11-24",
	"tomorrow morning = 2026-11-24", "the day after tomorrow = 2026-11-25",
	"monday = 2026-11-30", "next monday = 2026-11-30", "friday = 2026-11-27",
	"this friday = 2026-11-27", "next friday = 2026-11-27", "in a week = 2026-11-30",
	"next week = 2026-11-30", "in two weeks = 2026-12-07", "a week on friday = 2026-12-04",
	"a week from today = 2026-11-30", "in a month = 2026-12-23", "next month = 2026-12-23",
	"end of the month = 2026-11-30", "end of november = 2026-11-30",
	"end of the year = 2026-12-31", "by the end of the week = 2026-11-27",
	"the weekend = 2026-11-28", "next weekend = 2026-11-28",
	"first monday of december = 2026-12-07", "the first monday of the month = 2026-12-07",
	"last friday of november = 2026-11-27", "last friday of the month = 2026-11-27",
	"first monday of next month = 2026-12-07", "third thursday of november = 2027-11-18",
	"fourth thursday of november = 2026-11-26", "last day of the month = 2026-11-30",
	"first day of next month = 2026-12-01", "christmas = 2026-12-25",
	"before christmas = 2026-12-24", "the day after christmas = 2026-12-26",
	"thanksgiving = 2026-11-26", "easter = 2027-03-28", "new year's eve = 2026-12-31",
	"the 3rd = 2026-12-03", "the 23rd = 2026-11-23", "the 31st = 2026-12-31",
	"12 oct = 2027-10-12", "24/11 = 2026-11-24", "29 feb = 2028-02-29", "tue 24 = 2026-11-24",
	"wed 24 nov = !another weekday", "week 49 = 2026-11-30", "2026-W49 = 2026-11-30",
	"march = Mar 2027", "next year = 2027-11-23", "in spring = spring 2027",
	"tomorrow at 9 = 2026-11-24 09:00", "tomorrow 9-11 = 2026-11-24 09:00",
	"tomorrow from 3 to 5pm = 2026-11-24 15:00", "in half an hour = 2026-11-23",
	"tonight = 2026-11-23", "in 3 days = 2026-11-26", "3d = 2026-11-26", "2w = 2026-12-07",
	"6 months = 2027-05-23", "in a couple of weeks = 2026-12-07",
	"in a month or so = 2026-12-23", "in two or three weeks = 2026-12-14",
	"within a week = 2026-11-30", "by friday = 2026-11-27", "by next friday = 2026-11-27",
	"by the 3rd = 2026-12-03", "before the end of the year = 2026-12-30",
	"after christmas = 2026-12-26", "after the weekend = 2026-11-29",
	"early next week = 2026-11-30", "late next week = 2026-12-03",
	"end of next week = 2026-12-04", "mid december = 2026-12-15", "early december = 2026-12-01",
	"early next year = 2027-01-01", "next spring = spring 2027", "next summer = summer 2027",
	"next christmas = 2026-12-25", "tomorrow at noon = 2026-11-24 12:00",
	"tomorrow evening = 2026-11-24", "tomorrow night = 2026-11-24", "in 2 hours = 2026-11-23",
	"this evening = 2026-11-23", "the day after new year = 2027-01-02",
	"2 weeks after easter = 2027-04-11", "a week on monday = 2026-12-07",
	"monday week = 2026-12-07", "a week tomorrow = 2026-12-01", "the next 3 days = 2026-11-26",
	"in the next few days = 2026-11-26", "the first weekend of december = !is not a date",
	"second tuesday of january = 2027-01-12", "last sunday of january 2027 = 2027-01-31",
	"every friday = !is not a date", "someday = !is not a date", "soon = !is not a date",
	"the friday after christmas = 2027-01-01", "the monday before easter = 2027-03-22",
	"in between 2 and 3 weeks = 2026-12-14", "last day of the week = 2026-11-29" };

static const char *const italian_log[] = { "oggi = 2026-11-23", "ieri = 2026-11-22",
	"ieri l'altro = 2026-11-21", "l'altroieri = 2026-11-21", "stamattina = 2026-11-23",
	"questa mattina = 2026-11-23", "ieri mattina = 2026-11-22", "ieri notte = 2026-11-22",
	"stanotte = 2026-11-23", "due giorni fa = 2026-11-21", "3 gg fa = 2026-11-20",
	"una settimana fa = 2026-11-16", "la settimana scorsa = Nov 2026",
	"settimana scorsa = Nov 2026", "la scorsa settimana = Nov 2026", "lunedì = 2026-11-16",
	"lunedì scorso = 2026-11-16", "mercoledì mattina = 2026-11-18", "dom = 2026-11-22",
	"nel weekend = Nov 2026", "nel fine settimana = Nov 2026", "lo scorso weekend = Nov 2026",
	"fine mese = Oct 2026", "a fine mese = Oct 2026", "alla fine del mese = Oct 2026",
	"a fine ottobre = Oct 2026", "fine mese scorso = Oct 2026", "inizio mese = Nov 2026",
	"a inizio mese = Nov 2026", "a inizio novembre = Nov 2026", "a fine anno = 2025",
	"a inizio anno = 2026", "a metà mese = Nov 2026", "a metà ottobre = Oct 2026",
	"metà anno = 2026", "l'ultimo giorno del mese = 2026-10-31",
	"l'ultimo giorno di ottobre = 2026-10-31", "il primo giorno del mese = 2026-11-01",
	"il primo novembre = 2026-11-01", "il primo = 2026-11-01", "il 1° novembre = 2026-11-01",
	"il 3 = 2026-11-03", "il 3 novembre = 2026-11-03", "il tre novembre = 2026-11-03",
	"il 24 = 2026-10-24", "il 31 = 2026-10-31", "il primo lunedì del mese = 2026-11-02",
	"primo lunedì di ottobre = 2026-10-05", "l'ultimo venerdì di ottobre = 2026-10-30",
	"ultimo venerdì del mese = 2026-10-30", "il terzo giovedì di novembre = 2026-11-19",
	"il secondo martedì del mese scorso = 2026-10-13",
	"la prima domenica di maggio 2025 = 2025-05-04",
	"l'ultima domenica di ottobre = 2026-10-25", "il quinto lunedì di novembre = !no fifth",
	"dalle 9 alle 11 = 2026-11-23 09:00", "ieri dalle 9 alle 11 = 2026-11-22 09:00",
	"ieri dalle 15 alle 17 = 2026-11-22 15:00",
	"ieri dalle 9 alle 11 di sera = 2026-11-22 21:00",
	"ieri sera dalle 9 alle 11 = 2026-11-22 21:00", "ieri dalle 21 alle 2 = 2026-11-22 21:00",
	"ieri dalle 9:30 alle 11 = 2026-11-22 09:30",
	"ieri dalle nove e mezza alle undici = 2026-11-22 09:30", "ieri 9-11 = 2026-11-22 09:00",
	"ieri 9.30-11 = 2026-11-22 09:30", "ieri pomeriggio 3-5 = 2026-11-22 15:00",
	"ieri tra le 9 e le 11 = 2026-11-22", "ieri dalle 9 a mezzogiorno = 2026-11-22 09:00",
	"ieri dalle 9 fino alle 11 = 2026-11-22 09:00", "ieri fino alle 11 = !is not a date",
	"9-11 = 2026-11-09", "mezz'ora fa = 2026-11-23", "un'oretta fa = 2026-11-23",
	"ieri a mezzanotte e mezza = 2026-11-23 00:30", "ieri alle 24 = 2026-11-23 00:00",
	"ieri alle 24:00 = 2026-11-23 00:00", "ieri alle 24:30 = !does not exist",
	"ieri alle 12 = 2026-11-22 12:00", "ieri alle 18 e 30 = 2026-11-22 18:30",
	"ieri alle 6 del pomeriggio = 2026-11-22 18:00", "ieri sera verso le 9 = 2026-11-22 21:00",
	"Natale = 2025-12-25", "il giorno di Natale = 2025-12-25", "la vigilia = 2025-12-24",
	"la vigilia di Natale = 2025-12-24", "Santo Stefano = 2025-12-26", "Capodanno = 2026-01-01",
	"a Capodanno = 2026-01-01", "San Silvestro = 2025-12-31", "l'Epifania = 2026-01-06",
	"la Befana = 2026-01-06", "San Valentino = 2026-02-14", "Pasqua = 2026-04-05",
	"Pasquetta = 2026-04-06", "lunedì dell'Angelo = 2026-04-06", "venerdì santo = 2026-04-03",
	"sabato santo = 2026-04-04", "domenica delle palme = 2026-03-29",
	"mercoledì delle ceneri = 2026-02-18", "martedì grasso = 2026-02-17",
	"l'Ascensione = 2026-05-14", "Pentecoste = 2026-05-24", "Corpus Domini = 2026-06-07",
	"25 aprile = 2026-04-25", "primo maggio = 2026-05-01", "il primo maggio = 2026-05-01",
	"festa dei lavoratori = 2026-05-01", "festa del lavoro = 2026-05-01",
	"2 giugno = 2026-06-02", "festa della Repubblica = 2026-06-02",
	"festa della donna = 2026-03-08", "festa della mamma = 2026-05-10",
	"festa del papà = 2026-03-19", "san giuseppe = 2026-03-19", "Ferragosto = 2026-08-15",
	"Ognissanti = 2026-11-01", "i morti = 2026-11-02", "Immacolata = 2025-12-08",
	"san giovanni = 2026-06-24", "san lorenzo = 2026-08-10", "Pasqua 2024 = 2024-03-31",
	"Natale scorso = 2025-12-25", "mar 24 nov = !another weekday", "mar 17 nov = 2026-11-17",
	"martedì 17 novembre = 2026-11-17", "mercoledì 17/11 = !another weekday",
	"17/11/26 = 2026-11-17", "17/11/2026 = 2026-11-17", "17-11-2026 = 2026-11-17",
	"17.11.26 = 2026-11-17", "17 nov 26 = 2026-11-17", "12 ottobre '98 = 1998-10-12",
	"31 novembre = !does not exist", "settimana 47 = Nov 2026", "un mese fa = 2026-10-23",
	"circa un mese fa = Oct 2026", "due anni fa = 2024-11-23", "tempo fa = !is not a date",
	"un po' di tempo fa = !is not a date", "di recente = !is not a date",
	"presto = !is not a date", "qualche giorno fa = Nov 2026", "nei giorni scorsi = Nov 2026",
	"l'altra settimana = Nov 2026", "l'altro giorno = Nov 2026", "a ottobre = Oct 2026",
	"ottobre scorso = Oct 2026", "lo scorso ottobre = Oct 2026", "l'anno scorso = 2025",
	"quest'anno = 2026", "l'estate scorsa = summer 2026", "estate 2019 = summer 2019",
	"nel 2019 = 2019", "mese scorso = Oct 2026", "il mese scorso = Oct 2026",
	"il 12 del mese scorso = 2026-10-12", "un paio di giorni fa = 2026-11-21",
	"oggi alle 9 = 2026-11-23 09:00", "stamattina alle 9 = 2026-11-23 09:00",
	"lunedì della settimana scorsa = 2026-11-16", "venerdì della scorsa settimana = 2026-11-20",
	"sera = 2026-11-23", "ieri verso sera = 2026-11-22",
	"ieri a mezzogiorno = 2026-11-22 12:00", "ieri all'una = 2026-11-22 01:00",
	"ieri all'una di notte = 2026-11-23 01:00",
	"ieri all'una e mezza del pomeriggio = 2026-11-22 13:30",
	"ieri dall'una alle tre = 2026-11-22 01:00",
	"ieri dalle 22 a mezzanotte = 2026-11-22 22:00",
	"ieri da mezzogiorno alle 2 = 2026-11-22 12:00", "dalle 9 = 2026-11-23 09:00",
	"ieri dalle 9 = 2026-11-22 09:00", "ieri dalle 9 alle 11 e mezza = 2026-11-22 09:00",
	"dalle 9 alle 11 di ieri = 2026-11-22 09:00", "ieri dalle 25 alle 26 = !does not exist",
	"dal lunedì al venerdì = !is not a date", "dal 3 al 5 novembre = !is not a date",
	"tra lunedì e venerdì = !is not a date", "ieri tra le 9 e le 11 di sera = 2026-11-22",
	"il ventiquattro = 2026-10-24", "il 24 scorso = 2026-10-24", "il 10 u.s. = 2026-11-10",
	"lunedì 16 = 2026-11-16", "lunedì 16 novembre 2026 = 2026-11-16",
	"lunedi 16/11 = 2026-11-16", "lun 16 = 2026-11-16", "gio = 2026-11-19",
	"giovedì scorso alle 18 = 2026-11-19 18:00", "sabato sera = 2026-11-21",
	"sabato sera alle 9 e mezza = 2026-11-21 21:30", "sabato scorso di mattina = 2026-11-21",
	"domenica pomeriggio = 2026-11-22", "l'altra domenica = !is not a date",
	"domenica scorsa = 2026-11-22", "due domeniche fa = !is not a date",
	"due venerdì fa = 2026-11-13", "la domenica prima = !is not a date",
	"il giorno prima = !is not a date", "il giorno dopo Pasqua = 2026-04-06",
	"il lunedì dopo Pasqua = 2026-04-06", "il venerdì prima di Natale = 2025-12-19",
	"una settimana prima di Natale = 2025-12-18", "15 giorni fa = 2026-11-08",
	"quindici giorni fa = 2026-11-08", "una quindicina di giorni fa = Nov 2026",
	"un paio d'ore fa = 2026-11-23", "due o tre ore fa = 2026-11-23",
	"un mesetto fa = !is not a date", "mesi fa = 2026", "settimane fa = autumn 2026",
	"anni fa = !is no one day", "poco tempo fa = !is not a date", "poco fa = 2026-11-23",
	"appena adesso = !is not a date", "adesso = 2026-11-23", "nel pomeriggio = 2026-11-23",
	"nel primo pomeriggio = 2026-11-23", "in mattinata = 2026-11-23", "in serata = 2026-11-23",
	"ieri in tarda serata = 2026-11-22", "ieri notte alle 3 e mezza = 2026-11-23 03:30",
	"questa notte = 2026-11-23", "la notte scorsa = 2026-11-22", "la scorsa notte = 2026-11-22",
	"negli ultimi giorni = Nov 2026", "gli ultimi tre giorni = Nov 2026",
	"nelle ultime settimane = autumn 2026", "i giorni scorsi = Nov 2026",
	"ai primi del mese = Nov 2026", "ai primi di novembre = Nov 2026",
	"negli ultimi giorni di ottobre = Oct 2026", "nei primi giorni di novembre = Nov 2026",
	"a cavallo di ottobre e novembre = !is not a date",
	"seconda metà di ottobre = !is not a date", "prima metà di ottobre = !is not a date",
	"la prima settimana di novembre = !is not a date", "inizio settimana = Nov 2026",
	"a metà settimana = Nov 2026", "fine settimana scorso = Nov 2026",
	"alla fine della settimana scorsa = Nov 2026", "fine della settimana = Nov 2026",
	"alla fine dell'estate = summer 2026", "fine estate = summer 2026",
	"a fine estate 2025 = summer 2025", "prima domenica di Avvento = !is not a date",
	"quarto giovedì di novembre = 2025-11-27", "il quarto giovedì di novembre = 2025-11-27",
	"ultima domenica di ottobre 2025 = 2025-10-26", "primo sabato del mese scorso = 2026-10-03",
	"terzo venerdì di questo mese = 2026-11-20", "il 2 = 2026-11-02", "il due = 2026-11-02",
	"il due novembre = 2026-11-02", "il 2 di novembre = 2026-11-02",
	"2 novembre 2025 = 2025-11-02", "2 nov '25 = 2025-11-02", "2/11 = 2026-11-02",
	"2-11 = 2026-11-02", "2.11 = 2026-11-02", "2.11. = 2026-11-02", "02/11/26 = 2026-11-02",
	"11/2025 = Nov 2025", "novembre 25 = 2025-11-25", "novembre '25 = Nov 2025",
	"novembre 2025 = Nov 2025", "nov. 2025 = Nov 2025",
	"mercoledì 25 novembre 2025 = !another weekday", "martedì 25 novembre 2025 = 2025-11-25",
	"capodanno 2025 = 2025-01-01", "carnevale = !is not a date",
	"a Natale dell'anno scorso = 2025-12-25", "natale 2024 = 2024-12-25",
	"verso Pasqua = Apr 2026", "durante le vacanze = !is not a date", "sempre = !is not a date",
	"mai = !is not a date", "quando vuoi = !is not a date", "lunedì o martedì = !is not a date",
	"oggi pomeriggio = 2026-11-23", "stasera alle 20 = 2026-11-23 20:00",
	"alle 18 di venerdì = 2026-11-20 18:00", "alle ore 18.30 di venerdì = 2026-11-20 18:30",
	"venerdì ore 18,30 = 2026-11-20 18:30", "venerdì h 18:30 = 2026-11-20 18:30",
	"ven. 20/11 h. 18 = 2026-11-20 18:00", "2026-11-20 = 2026-11-20" };

static const char *const italian_ahead[] = { "domani = 2026-11-24", "domani mattina = 2026-11-24",
	"dopodomani = 2026-11-25", "lunedì = 2026-11-30", "lunedì prossimo = 2026-11-30",
	"venerdì = 2026-11-27", "questo venerdì = 2026-11-27", "tra una settimana = 2026-11-30",
	"la prossima settimana = 2026-11-30", "settimana prossima = 2026-11-30",
	"tra due settimane = 2026-12-07", "tra un mese = 2026-12-23",
	"il mese prossimo = 2026-12-23", "fine mese = 2026-11-30", "a fine mese = 2026-11-30",
	"a fine anno = 2026-12-31", "a metà mese = 2026-12-15", "a metà dicembre = 2026-12-15",
	"entro fine settimana = 2026-11-28", "nel weekend = 2026-11-28",
	"il primo lunedì del mese = 2026-12-07", "primo lunedì di dicembre = 2026-12-07",
	"ultimo venerdì di novembre = 2026-11-27", "ultimo venerdì del mese = 2026-11-27",
	"il primo lunedì del mese prossimo = 2026-12-07", "ultimo giorno del mese = 2026-11-30",
	"Natale = 2026-12-25", "prima di Natale = 2026-12-24", "dopo Natale = 2026-12-26",
	"dopo le feste = !is not a date", "Pasqua = 2027-03-28", "Capodanno = 2027-01-01",
	"il 3 = 2026-12-03", "il 23 = 2026-11-23", "il 31 = 2026-12-31", "24/11 = 2026-11-24",
	"mar 24 nov = 2026-11-24", "mer 24 nov = !another weekday", "29 febbraio = 2028-02-29",
	"domani alle 9 = 2026-11-24 09:00", "domani dalle 9 alle 11 = 2026-11-24 09:00",
	"tra un'oretta = 2026-11-23", "tra mezz'ora = 2026-11-23", "stasera = 2026-11-23",
	"fra 3 giorni = 2026-11-26", "3g = 2026-11-26", "tra qualche giorno = 2026-11-26",
	"a gennaio = Jan 2027", "in primavera = spring 2027", "l'anno prossimo = 2027-11-23",
	"oggi a otto = 2026-11-30", "entro venerdì = 2026-11-27", "entro fine mese = 2026-11-30",
	"entro il 3 = 2026-12-03", "entro Natale = 2026-12-25", "dopo il weekend = 2026-11-29",
	"tra un paio di settimane = 2026-12-07", "tra due o tre settimane = 2026-12-14",
	"fra un mesetto = !is not a date", "nei prossimi giorni = 2026-11-26",
	"nelle prossime settimane = 2026-12-14", "nei prossimi tre giorni = 2026-11-26",
	"inizio anno = 2027-01-01", "inizio dicembre = 2026-12-01",
	"a inizio anno prossimo = 2027-01-01", "in estate = summer 2027",
	"la prossima estate = summer 2027", "domani a pranzo = 2026-11-24",
	"domani sera = 2026-11-24", "dopo cena = !is not a date", "lunedì mattina = 2026-11-30",
	"venerdì alle 18 = 2026-11-27 18:00", "lunedì a otto = 2026-12-07",
	"domani a otto = 2026-12-01", "secondo martedì di gennaio = 2027-01-12",
	"quarta domenica di gennaio = 2027-01-24", "prima domenica di dicembre = 2026-12-06",
	"prima domenica del mese = 2026-12-06", "prima di domenica = 2026-11-28",
	"prima di dicembre = !is not a date", "una settimana dopo Natale = 2027-01-01",
	"il 3 del mese prossimo = 2026-12-03", "la settimana dopo = !is not a date",
	"tra 2 e 3 settimane = 2026-12-14", "il sabato dopo Pasqua = 2027-04-03" };

static const char *const english_log_on_2026_11_21[] = { "this weekend = Nov 2026",
	"weekend = Nov 2026", "saturday = 2026-11-14", "this saturday = 2026-11-14" };

static const char *const english_log_on_2026_11_22[] = { "the weekend = Nov 2026",
	"this weekend = Nov 2026", "last weekend = Nov 2026", "sat = 2026-11-21",
	"last week = Nov 2026" };

static const char *const english_ahead_on_2026_11_21[] = { "this weekend = 2026-11-28",
	"the weekend = 2026-11-28", "next weekend = 2026-11-28", "saturday = 2026-11-28" };

static const char *const english_ahead_on_2026_11_22[] = { "this weekend = 2026-11-28",
	"by the weekend = 2026-11-28" };

static const char *const english_log_on_2026_11_30[] = { "end of the month = Nov 2026",
	"the end of november = Nov 2026", "last day of the month = 2026-11-30",
	"last week = Nov 2026", "last monday of the month = 2026-11-30", "the 31st = 2026-10-31",
	"a month ago = 2026-10-30" };

static const char *const english_log_on_2026_12_01[] = { "last month = Nov 2026",
	"end of the month = Nov 2026", "last week = Nov 2026", "this week = 2026",
	"first monday of the month = 2026-11-02", "first tuesday of the month = 2026-12-01" };

static const char *const english_log_on_2026_12_03[] = { "this week = 2026",
	"the weekend = Nov 2026", "last week = Nov 2026" };

static const char *const english_ahead_on_2026_11_30[] = { "end of the month = 2026-11-30",
	"last day of the month = 2026-11-30", "next month = 2026-12-30",
	"in 3 months = 2027-02-28" };

static const char *const english_ahead_on_2026_12_31[] = { "tomorrow = 2027-01-01",
	"end of the year = 2026-12-31", "new year's day = 2027-01-01",
	"new year's eve = 2026-12-31", "1 jan = 2027-01-01", "next year = 2027-12-31",
	"week 1 = 2027-01-04", "first monday of the month = 2027-01-04" };

static const char *const english_log_on_2027_01_01[] = { "yesterday = 2026-12-31",
	"last year = 2026", "last month = Dec 2026", "31 dec = 2026-12-31",
	"christmas = 2026-12-25", "december = Dec 2026", "winter = winter 2026",
	"this winter = winter 2026", "new year's day = 2027-01-01", "new year's eve = 2026-12-31",
	"the weekend = Dec 2026", "last week = Dec 2026", "week 53 = winter 2026",
	"2026-W53-4 = 2026-12-31", "end of the year = 2026",
	"last friday of december = 2026-12-25" };

static const char *const english_log_on_2028_02_29[] = { "29 feb = 2028-02-29",
	"a year ago = 2027-02-28", "yesterday = 2028-02-28", "end of february = Feb 2028",
	"last day of february = 2028-02-29", "a month ago = 2028-01-29",
	"last tuesday of the month = 2028-02-29" };

static const char *const english_log_on_2028_03_01[] = { "yesterday = 2028-02-29",
	"the 29th = 2028-02-29", "end of the month = Feb 2028" };

static const char *const english_ahead_on_2028_02_28[] = { "tomorrow = 2028-02-29",
	"the 29th = 2028-02-29", "29 feb = 2028-02-29", "in a year = 2029-02-28",
	"end of the month = 2028-02-29" };

static const char *const italian_ahead_on_2028_02_29[] = { "tra un anno = 2029-02-28",
	"tra un mese = 2028-03-29", "fine mese = 2028-02-29" };

static const char *const italian_log_on_2028_02_29[] = { "29 febbraio = 2028-02-29",
	"il 30 = 2028-01-30", "fine febbraio = Feb 2028" };

static const char *const italian_log_on_2026_11_29[] = { "questa settimana = Nov 2026",
	"domenica = 2026-11-22", "questa domenica = 2026-11-22", "la settimana scorsa = Nov 2026" };

#define PHRASES(list, sense, language, day_first, today)                                           \
	{                                                                                          \
		list, sizeof(list) / sizeof *(list), sense, language, day_first, today             \
	}

static const struct phrases {
	const char *const *list;
	size_t count;
	enum when_sense sense;
	const char *language;
	bool day_first;
	const char *today;
} all_phrases[] = {
	PHRASES(english_log, WHEN_PAST, NULL, true, "2026-11-23"),
	PHRASES(american_log, WHEN_PAST, NULL, false, "2026-11-23"),
	PHRASES(english_ahead, WHEN_FUTURE, NULL, true, "2026-11-23"),
	PHRASES(italian_log, WHEN_PAST, "it", true, "2026-11-23"),
	PHRASES(italian_ahead, WHEN_FUTURE, "it", true, "2026-11-23"),
	PHRASES(english_log_on_2026_11_21, WHEN_PAST, NULL, true, "2026-11-21"),
	PHRASES(english_log_on_2026_11_22, WHEN_PAST, NULL, true, "2026-11-22"),
	PHRASES(english_ahead_on_2026_11_21, WHEN_FUTURE, NULL, true, "2026-11-21"),
	PHRASES(english_ahead_on_2026_11_22, WHEN_FUTURE, NULL, true, "2026-11-22"),
	PHRASES(english_log_on_2026_11_30, WHEN_PAST, NULL, true, "2026-11-30"),
	PHRASES(english_log_on_2026_12_01, WHEN_PAST, NULL, true, "2026-12-01"),
	PHRASES(english_log_on_2026_12_03, WHEN_PAST, NULL, true, "2026-12-03"),
	PHRASES(english_ahead_on_2026_11_30, WHEN_FUTURE, NULL, true, "2026-11-30"),
	PHRASES(english_ahead_on_2026_12_31, WHEN_FUTURE, NULL, true, "2026-12-31"),
	PHRASES(english_log_on_2027_01_01, WHEN_PAST, NULL, true, "2027-01-01"),
	PHRASES(english_log_on_2028_02_29, WHEN_PAST, NULL, true, "2028-02-29"),
	PHRASES(english_log_on_2028_03_01, WHEN_PAST, NULL, true, "2028-03-01"),
	PHRASES(english_ahead_on_2028_02_28, WHEN_FUTURE, NULL, true, "2028-02-28"),
	PHRASES(italian_ahead_on_2028_02_29, WHEN_FUTURE, "it", true, "2028-02-29"),
	PHRASES(italian_log_on_2028_02_29, WHEN_PAST, "it", true, "2028-02-29"),
	PHRASES(italian_log_on_2026_11_29, WHEN_PAST, "it", true, "2026-11-29"),
};

/* What `len` bytes of text are, or a "!" and why they are refused. */
static void read_into(
	struct strbuf *out, const struct phrases *phrases, const char *text, size_t len)
{
	char *typed = strndup(text, len);
	struct when when;
	struct error err = { .message = "" };
	day_number today;

	strbuf_clear(out);
	assert_true(date_parse_iso(phrases->today, &today));
	if (when_parse(typed, phrases->sense, today, phrases->language, phrases->day_first, &when,
		    &err) == STATUS_OK)
		when_write(out, &when);
	else
		strbuf_add_format(out, "!%s", err.message);
	free(typed);
}

static void each_phrase_is_its_day(void **state)
{
	struct strbuf is = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof all_phrases / sizeof *all_phrases; i++) {
		const struct phrases *phrases = &all_phrases[i];
		for (size_t j = 0; j < phrases->count; j++) {
			const char *phrase = phrases->list[j], *mark = strstr(phrase, " = ");
			const char *expected = mark + strlen(" = ");
			read_into(&is, phrases, phrase, (size_t)(mark - phrase));
			bool is_right = *expected == '!'
						? *is.data == '!' && strstr(is.data, expected + 1)
						: !strcmp(is.data, expected);
			if (!is_right)
				fail_msg("on %s %s, not %s", phrases->today, phrase, is.data);
		}
	}
	strbuf_fini(&is);
}

/* The phrases of a page's section on dates are read, in the log or ahead. */
static void assert_page_is_read(const char *path, const char *section, const char *language)
{
	struct phrases log = { NULL, 0, WHEN_PAST, language, true, "2026-11-23" }, ahead = log;
	struct strbuf is = STRBUF_INIT;
	FILE *page = fopen(path, "r");
	char line[256];
	size_t count = 0;
	bool is_there = false;

	if (!page)
		fail_msg("%s cannot be read: the tests run in the project's folder", path);
	ahead.sense = WHEN_FUTURE;
	while (fgets(line, sizeof line, page)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '.' && line[1] == 'S')
			is_there = !strcmp(line, section);
		if (!is_there || strncmp(line, ".Cm ", 4) != 0 || strstr(line, " Fl "))
			continue;
		char *rest = line + 4;
		for (char *phrase; (phrase = strsep(&rest, ",")); count++) {
			phrase += strspn(phrase, " ");
			size_t len = strlen(phrase);
			while (len && strchr(" .", phrase[len - 1]))
				len--;
			read_into(&is, &log, phrase, len);
			if (len && *is.data == '!')
				read_into(&is, &ahead, phrase, len);
			if (len && *is.data == '!')
				fail_msg("%s shows %s: %s", path, phrase, is.data);
		}
	}
	fclose(page);
	assert_true(count > 25);
	strbuf_fini(&is);
}

static void the_manuals_show_what_is_read(void **state)
{
	(void)state;
	assert_page_is_read("man/filo.1", ".Ss Dates", NULL);
	assert_page_is_read("man/it/filo.1", ".Ss Date", "it");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_phrase_is_its_day),
		cmocka_unit_test(the_manuals_show_what_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
