/* Prints a made-up phone as records of messages, for `filo import`.
 *   phone PEOPLE DAYS    of so many people, with so many days of contact all together
 * Not here: its days (phone.h). */
#include "phone.h"

#include <stdio.h>
#include <stdlib.h>

#define TODAY 20780 /* 2026-11-23 */
#define NOON  43200

/* A day is one that they begin, with an answer. */
static void print_day(void *context, int person, int day)
{
	const struct phone *phone = context;
	long long moment = (long long)day * 86400 + NOON + (long long)(phone->state % 3600);

	printf("{\"when\":%lld,\"from\":\"+39347%07d\",\"thread\":\"t%d\"}\n", moment, person,
		person);
	printf("{\"when\":%lld,\"from\":\"me@prova.example\",\"thread\":\"t%d\"}\n", moment + 60,
		person);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fputs("usage: phone PEOPLE DAYS\n", stderr);
		return 2;
	}
	struct phone phone = { .people = atoi(argv[1]), .days = atoi(argv[2]), .today = TODAY };

	puts("{\"filo\":\"messages 1\",\"source\":\"whatsapp\",\"name\":\"phone\"}");
	for (int person = 0; person < phone.people; person++)
		phone_days(&phone, person, print_day, &phone);
	puts("{\"end\":true}");
	return 0;
}
