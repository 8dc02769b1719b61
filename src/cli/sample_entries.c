/* The talks of the sample that matter, what is open between its people, and what was decided.
 * Not here: the people (sample_people.c). */
#include "sample.h"

#define GAVE(kind)                                                                                 \
	{                                                                                          \
		.given = 1u << (kind)                                                              \
	}
#define RECEIVED(kind)                                                                             \
	{                                                                                          \
		.received = 1u << (kind)                                                           \
	}
#define NOTHING                                                                                    \
	{                                                                                          \
		0, 0                                                                               \
	}
#define A_DAY PRECISION_DAY, -1

const struct sample_entry sample_entries[] = {
	{ "Giulia Rossi", 31, PRECISION_TIME, 21 * 60 + 10, MEDIUM_CALL, OPENED_BY_THEM, 1, false,
		RECEIVED(EXCHANGE_IDEA),
		"Exam in two weeks, nervous. Moving to Lisbon in spring if it goes well.",
		"She asked whether I knew anybody there. Thought of Mateus, and of Joana from the "
		"sailing "
		"course. She wants to come by before she leaves, with the book." },
	{ "Giulia Rossi|Marco Bianchi", 42, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_ME, 2, false,
		GAVE(EXCHANGE_INTRODUCTION),
		"Aperitivo for three; they talked about sailing all evening.", NULL },
	{ "Marco Bianchi", 5, PRECISION_TIME, 9 * 60 + 40, MEDIUM_MESSAGE, OPENED_BY_THEM,
		FEELING_NONE, true, NOTHING,
		"Has a place in the boat for the first weekend of December. Are we coming?", NULL },
	{ "Marco Bianchi|~Łukasz Zieliński", 64, A_DAY, MEDIUM_CALL, OPENED_BY_THEM, 1, false,
		GAVE(EXCHANGE_HELP), "The carpenter was the right one: the rudder holds.", NULL },
	{ "Ana Pérez", 2, PRECISION_TIME, 20 * 60 + 30, MEDIUM_VIDEO, OPENED_BY_BOTH, 2, false,
		RECEIVED(EXCHANGE_ADVICE),
		"Told her about the new flat. Her advice: look at it in the rain.", NULL },
	{ "Ana Pérez|~Rafa Molina", 38, A_DAY, MEDIUM_CALL, OPENED_BY_ME, FEELING_NONE, false,
		GAVE(EXCHANGE_HELP), "Rafa has the flat in Bologna, thanks to the agent.", NULL },
	{ "Tom Okafor|Chinwe Adeyemi", 30, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_THEM, 2, false,
		RECEIVED(EXCHANGE_GIFT), "Sunday lunch. They gave us the old record player.",
		NULL },
	{ "Tom Okafor", 9, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_ME, -1, false, GAVE(EXCHANGE_HELP),
		"His father has the operation on Friday. He said little, and asked for another "
		"game.",
		NULL },
	{ "李小梅|Miriam Stein", 96, A_DAY, MEDIUM_VIDEO, OPENED_BY_ME, 1, false,
		GAVE(EXCHANGE_INTRODUCTION),
		"Brought the two groups together; they want to share the measurements.", NULL },
	{ "Joana Figueiredo|~Marco Bianchi", 9, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_BOTH, 1, false,
		NOTHING, "Met at the sailing course. She grew up in Lisbon and misses the light.",
		NULL },
	{ "Priya Raman", 23, A_DAY, MEDIUM_CALL, OPENED_BY_THEM, FEELING_NONE, false,
		RECEIVED(EXCHANGE_IDEA),
		"Second customer. She thinks we should write the thing down together.", NULL },
	{ "Aoife Byrne", 19, A_DAY, MEDIUM_MESSAGE, OPENED_BY_THEM, 2, false, NOTHING,
		"Out of nowhere, after a year and a half: is the choir still on Tuesdays?",
		"She has been in Galway with her mother. Sings again since September. Comes in "
		"spring." },
	{ "Samir Aziz|Ben Carter", 21, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_ME, 1, false,
		GAVE(EXCHANGE_INTRODUCTION),
		"Ben listened to the band. He found the wrong note at once.", NULL },
	{ "Søren Dahl", 20, A_DAY, MEDIUM_EMAIL, OPENED_BY_ME, FEELING_NONE, false,
		GAVE(EXCHANGE_ADVICE),
		"Told him to let the new contributors in. Two have asked already.", NULL },
	{ "Miriam Stein", 14, A_DAY, MEDIUM_IN_PERSON, OPENED_BY_THEM, 1, false,
		RECEIVED(EXCHANGE_ADVICE), "Table nine. She will write the letter for the grant.",
		NULL },
	{ "Nonna Teresa", 3, PRECISION_TIME, 12 * 60 + 5, MEDIUM_CALL, OPENED_BY_ME, 1, false,
		NOTHING, "Vuole sapere se a Natale ci siamo. Ci siamo.", NULL },
	{ "森 健二", 300, PRECISION_MONTH, -1, MEDIUM_LETTER, OPENED_BY_THEM, 1, false, NOTHING,
		"A letter with pressed leaves; the date is smudged.", NULL },
	{ "Ingrid Solberg", 420, PRECISION_SEASON, -1, MEDIUM_IN_PERSON, OPENED_BY_BOTH, 2, false,
		NOTHING, "A week on the fjord. Nobody wrote down which.", NULL },
	{ "Camille Durand|Eleni", 170, A_DAY, MEDIUM_VIDEO, OPENED_BY_ME, 1, false,
		GAVE(EXCHANGE_INTRODUCTION), "The two cooks met. Three hours about aubergines.",
		NULL },
	{ "Hannah Weiß", 425, A_DAY, MEDIUM_CALL, OPENED_BY_ME, 0, false, NOTHING,
		"Short call. She was between two trains.", NULL },
	{ .who = NULL },
};

const struct sample_followup sample_followups[] = {
	{ "Tom Okafor", FOLLOWUP_ASK, "how did the operation go?", true, -1, 9, -1 },
	{ "Giulia Rossi", FOLLOWUP_ASK, "how did the exam go?", false, 0, 31, -1 },
	{ "Giulia Rossi", FOLLOWUP_MINE, "the article on bridges", false, 0, 45, -1 },
	{ "Miriam Stein", FOLLOWUP_THEIRS, "the letter for the grant", true, 12, 14, -1 },
	{ "Marco Bianchi", FOLLOWUP_MINE, "bring the charts back", true, 10, 20, -1 },
	{ "Samir Aziz", FOLLOWUP_THEIRS, "the amplifier", false, 0, 60, -1 },
	{ "Priya Raman", FOLLOWUP_MINE, "an outline of what we would write", true, 20, 23, -1 },
	{ "Chinwe Adeyemi", FOLLOWUP_ASK, "whether the altos need one more", true, 30, 16, -1 },
	{ "Łukasz Zieliński", FOLLOWUP_MINE, "photographs of the table", false, 0, 120, 90 },
	{ .who = NULL },
};

const struct sample_event sample_events[] = {
	{ "Giuseppe Ferri", EVENT_REST, 130, 0 },
	{ "Zoë van Dijk", EVENT_SNOOZE, 12, 14 },
	{ "Paolo Conti", EVENT_LET_GO, 200, 0 },
	{ "Rafa Molina", EVENT_SKIP, 20, 0 },
	{ .who = NULL },
};
