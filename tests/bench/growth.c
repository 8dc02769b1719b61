/* What twice as much of one kind costs an import: all from one run, as ratios. Prints a table,
 * marks what is over, and asserts nothing.
 *   growth FILO FOLDER [FIGURES [WORD]]    to FIGURES a line is added for each: title, name,
 *                                          figure, by tabs; WORD: only kinds with it in the name
 * Not here: other costs (bench.c). */
#include "sample.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MANY  20000
#define RUNS  3
#define BOUND 2.3

/* In the texts a "#" is the number of the repetition, a "%" a day by it. */
struct kind {
	const char *name, *format;
	const char *head, *each, *then, *tail; /* all of `each` before all of `then` (NULL: none) */
	bool is_again;                         /* what is measured is a second import */
	const char *later;                     /* `each` of the second; NULL: the same */
};

#define CARD "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nUID:a\n"
#define UUID "1a111111-2222-3333-4444-555555555555"
#define END  "END:VCARD\n"
#define LOG  "date,contact,direction,channel,summary\n"
#define JSON "{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\"}],"
/* One person, of whom `list` holds many. */
#define PERSON(list) "{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\",\"" list "\":["
#define TALK                                                                                       \
	"{\"day\":\"%\",\"medium\":\"call\",\"summary\":\"s#\",\"participants\":[{\"uid\":\"a\"}]" \
	"}"

static const struct kind kinds[] = {
	{ "groups one person is in", "vcard", CARD END,
		"BEGIN:VCARD\nVERSION:4.0\nFN:G#\nKIND:group\nMEMBER:a\n" END, NULL, "", false },
	{ "labels of a card", "vcard", CARD, "item#.URL:http://x#\n", "item#.X-ABLabel:l#\n", END,
		false },
	{ "dates of a card", "vcard", CARD, "item#.X-ABDATE:1990-01-02\n", NULL, END, false },
	{ "notes of a card", "vcard", CARD, "NOTE:n#\n", NULL, END, false },
	{ "tags of a card", "vcard", CARD, "CATEGORIES:t#\n", NULL, END, false },
	{ "tags of a card, again", "vcard", CARD, "CATEGORIES:t#\n", NULL, END, true },
	{ "telephones of a card, again", "vcard", CARD, "TEL:+39 055 1#\n", NULL, END, true },
	{ "kept lines of a card, again", "vcard", CARD, "X-P#:v\n", NULL, END, true },
	{ "cards of one name", "vcard", "", "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nUID:u#\n" END,
		NULL, "", false },
	{ "cards of one UID", "vcard", "",
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nUID:a\nNOTE:n#\n" END, NULL, "", false },
	{ "cards of one UUID in two spellings", "vcard", "",
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nUID:" UUID "\nCATEGORIES:t#\n" END
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nUID:urn:uuid:" UUID "\nCATEGORIES:u#\n" END,
		NULL, "", false },
	{ "columns of a table", "csv", "Name", ",c#", ",x", "", false },
	{ "addresses of a table", "csv", "Name", ",E-mail # - Label,E-mail # - Value", ",Home,e#@x",
		"", false },
	{ "rows of a table", "csv", "Name,E-mail\n", "P# Q,e#@x.example\n", NULL, "", false },
	{ "rows of one person", "csv", "Name,E-mail,Note\n", "Ann Moss,a@x.example,n#\n", NULL, "",
		false },
	{ "rows of one person, changed", "csv", "Name,E-mail,Note\n", "Ann Moss,a@x.example,n#\n",
		NULL, "", true, "Ann Moss,a@x.example,other n#\n" },
	{ "rows of one name at one telephone", "csv", "Name,E-mail,Phone\n",
		"Ann Moss,e#@x.example,+39 055 123456\n", NULL, "", false },
	{ "the same, again", "csv", "Name,E-mail,Phone\n", "Ann Moss,e#@x.example,+39 055 123456\n",
		NULL, "", true },
	{ "a family at one telephone", "csv", "Name,Phone\n", "P# Moss,+39 055 123456\n", NULL, "",
		false },
	{ "entries of one day, again", "log", LOG, "2024-01-01,Ann,me,call,row #\n", NULL, "",
		true },
	{ "names of one entry", "log", LOG "2024-01-01,\"Ann", "; P# Q", NULL, "\",me,call,x\n",
		false },
	{ "channels of a person, again", "json",
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\",\"channels\":["
		"{\"kind\":\"email\",\"value\":\"e@x\"}",
		",{\"kind\":\"email\",\"value\":\"e#@x\"}", NULL, "]}]}", true },
	{ "circles", "json", "{\"filo\":1,\"circles\":[{\"name\":\"c\"}", ",{\"name\":\"c#\"}",
		NULL, "]}", false },
	{ "follow-ups, again", "json",
		JSON "\"followups\":[{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t\"}",
		",{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t#\",\"made_on\":\"2024-01-01\"}",
		NULL, "]}", true },
	{ "absences, again", "json", JSON "\"absences\":[{}",
		",{\"from\":\"2024-01-01\",\"to\":\"2024-01-02\"}", NULL, "]}", true },

	{ "log: rows", "log", LOG, "%,P# Q,me,call,row #\n", NULL, "", false },
	{ "log: rows, again", "log", LOG, "%,P# Q,me,call,row #\n", NULL, "", true },
	{ "log: entries of one day", "log", LOG, "2024-01-01,Ann,me,call,row #\n", NULL, "",
		false },
	{ "log: two people in turns, again", "log", LOG,
		"2024-01-01,Ann,me,call,row #\n2024-01-01,Bo,me,call,row #\n", NULL, "", true },
	{ "log: one row", "log", LOG, "2024-01-01,Ann,me,call,row\n", NULL, "", false },
	{ "log: people of one day", "log", LOG, "2024-01-01,P# Q,me,call,row\n", NULL, "", false },
	{ "log: one name in a row", "log", LOG "2024-01-01,\"Ann", ";Ann", NULL, "\",me,call,x\n",
		false },
	{ "log: days of one person", "log", LOG, "%,Ann,me,call,row #\n", NULL, "", false },
	{ "log: days of one person, again", "log", LOG, "%,Ann,me,call,row #\n", NULL, "", true },

	{ "JSON: a long text", "json", JSON "\"x\":\"",
		"fifty bytes of a text, and so on, and so on ......", NULL, "\"}", false },
	{ "JSON: a long note", "json",
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\",\"note\":\"", "y words ",
		NULL, "\"}]}", false },
	{ "JSON: apostrophes in a note", "json",
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\",\"note\":\"", "a'", NULL,
		"\"}]}", false },
	{ "JSON: people", "json", JSON "\"contacts\":[{\"uid\":\"b\",\"name\":\"Bo\"}",
		",{\"uid\":\"u#\",\"name\":\"P# Q\"}", NULL, "]}", false },
	{ "JSON: people of one UID", "json", JSON "\"contacts\":[{\"uid\":\"b\",\"name\":\"Bo\"}",
		",{\"uid\":\"u\",\"name\":\"P# Q\"}", NULL, "]}", false },
	{ "JSON: people of one name", "json", JSON "\"contacts\":[{\"uid\":\"b\",\"name\":\"Bo\"}",
		",{\"uid\":\"u#\",\"name\":\"P Q\"}", NULL, "]}", false },
	{ "JSON: tags", "json", PERSON("tags") "\"t\"", ",\"t#\"", NULL, "]}]}", false },
	{ "JSON: tags, again", "json", PERSON("tags") "\"t\"", ",\"t#\"", NULL, "]}]}", true },
	{ "JSON: channels", "json", PERSON("channels") "{}",
		",{\"kind\":\"email\",\"value\":\"e#@x\"}", NULL, "]}]}", false },
	{ "JSON: dates", "json", PERSON("dates") "{}",
		",{\"kind\":\"other\",\"month\":1,\"day\":2,\"label\":\"l#\"}", NULL, "]}]}",
		false },
	{ "JSON: relations", "json", PERSON("relations") "{}",
		",{\"kind\":\"friend\",\"name\":\"R#\"}", NULL, "]}]}", false },
	{ "JSON: kept lines", "json", PERSON("kept") "\"X-A:a\"", ",\"X-A:#\"", NULL, "]}]}",
		false },
	{ "JSON: sources", "json", PERSON("sources") "{}", ",{\"source\":\"s#\",\"marks\":\"00\"}",
		NULL, "]}]}", false },
	{ "JSON: follow-ups", "json", JSON "\"followups\":[{}",
		",{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t#\",\"made_on\":\"2024-01-01\"}",
		NULL, "]}", false },
	{ "JSON: events", "json", JSON "\"events\":[{}",
		",{\"contact\":\"a\",\"kind\":\"skip\",\"day\":\"%\"}", NULL, "]}", false },
	{ "JSON: events, again", "json", JSON "\"events\":[{}",
		",{\"contact\":\"a\",\"kind\":\"skip\",\"day\":\"%\"}", NULL, "]}", true },
	{ "JSON: absences", "json", JSON "\"absences\":[{}", ",{\"from\":\"%\",\"to\":\"%\"}", NULL,
		"]}", false },
	{ "JSON: conversations", "json", JSON "\"conversations\":[{}", "," TALK, NULL, "]}",
		false },
	{ "JSON: conversations, again", "json", JSON "\"conversations\":[{}", "," TALK, NULL, "]}",
		true },
	{ "JSON: people of one entry", "json",
		JSON "\"conversations\":[{\"day\":\"2020-01-01\",\"participants\":[{\"uid\":\"a\"}",
		",{\"name\":\"P# Q\"}", NULL, "]}]}", false },
	{ "JSON: one person in one entry", "json",
		JSON "\"conversations\":[{\"day\":\"2020-01-01\",\"participants\":[{\"uid\":\"a\"}",
		",{\"uid\":\"a\"}", NULL, "]}]}", false },
	{ "JSON: unknown sections", "json", JSON "\"k\":1", ",\"k#\":#", NULL, "}", false },
	{ "JSON: unknown keys of a person", "json",
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\"", ",\"k#\":#", NULL,
		"}]}", false },
};

static void repeat(FILE *file, const char *text, int count)
{
	for (int i = 0; i < count; i++)
		for (const char *c = text; *c; c++)
			if (*c == '#')
				fprintf(file, "%d", i);
			else if (*c == '%')
				fprintf(file, "%04d-%02d-%02d", 1850 + i / 336, 1 + i / 28 % 12,
					1 + i % 28);
			else
				fputc(*c, file);
}

static void write_input(const char *path, const struct kind *kind, const char *each, int count)
{
	FILE *file = fopen(path, "w");

	if (!file) {
		perror(path);
		exit(1);
	}
	fputs(kind->head, file);
	repeat(file, each, count);
	/* The row under a header. */
	if (kind->then && *kind->then == ',')
		fputs("\nAnn", file);
	if (kind->then)
		repeat(file, kind->then, count);
	fputs(kind->tail, file);
	fclose(file);
}

static double import_ms(const char *filo, const char *folder, const struct kind *kind, int size)
{
	char command[4 * PATH_MAX];
	double ms = 0;

	snprintf(command, sizeof command, "rm -f %s/grown.db*", folder);
	command_ms(command, NULL);
	for (int later = 0; later <= (kind->is_again ? 1 : 0); later++) {
		snprintf(command, sizeof command,
			"exec %s --db %s/grown.db import --format %s %s/grown-%d-%d.in >/dev/null",
			filo, folder, kind->format, folder, size, later);
		ms = command_cpu_ms(command, NULL);
	}
	return ms;
}

/* The least of some runs, one of each size in turn. */
static void measure(const char *filo, const char *folder, const struct kind *kind, double least[2])
{
	char input[PATH_MAX];

	for (int size = 0; size < 2; size++) {
		for (int later = 0; later <= (kind->is_again ? 1 : 0); later++) {
			snprintf(input, sizeof input, "%s/grown-%d-%d.in", folder, size, later);
			write_input(input, kind, later && kind->later ? kind->later : kind->each,
				MANY << size);
		}
		least[size] = 1e9;
	}
	for (int run = 0; run < RUNS; run++)
		for (int size = 0; size < 2; size++) {
			double ms = import_ms(filo, folder, kind, size);
			least[size] = ms < least[size] ? ms : least[size];
		}
}

int main(int argc, char **argv)
{
	static const char title[] = "Twice as many, import";

	if (argc < 3) {
		fputs("usage: growth FILO FOLDER [FIGURES [WORD]]\n", stderr);
		return 2;
	}
	FILE *figures = argc > 3 ? fopen(argv[3], "a") : NULL;
	setenv("FILO_TODAY", "2026-11-23", 1);
	setenv("LANG", "C.UTF-8", 1);
	printf("\n%-36s %9s %9s %7s %9s\n", title, "ms", "ms twice", "ratio", "bound");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		double ms[2];
		if (argc > 4 && !strstr(kinds[i].name, argv[4]))
			continue;
		measure(argv[1], argv[2], &kinds[i], ms);
		double ratio = ms[1] / ms[0];
		printf("  %-34s %9.2f %9.2f %6.2fx %8.1fx%s\n", kinds[i].name, ms[0], ms[1], ratio,
			BOUND, ratio > BOUND ? "  over" : "");
		fflush(stdout);
		if (figures)
			fprintf(figures, "%s\t%s\t%.2f\n", title, kinds[i].name, ratio);
	}
	if (figures)
		fclose(figures);
	return 0;
}
