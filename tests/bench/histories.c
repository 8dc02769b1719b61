/* What reading histories costs: filo-read on made-up exports of the size that it must bear, beside
 * half of each, and beside counting its lines. Prints a table, marks what is over, and asserts
 * nothing.
 * Not here: what filo makes of the records (bench.c).
 *   histories FILO-READ FOLDER [FIGURES]    makes the exports once, in FOLDER (some gigabytes) */
#include "sample.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define TWICE_BOUND   2.3
#define PEAK_MB_BOUND 64.0
/* Between two messages. */
#define STEP_SECONDS 180

static const char words[] = "the quick brown fox jumps over the lazy dog and so on and so forth ";

struct kind {
	const char *name;
	int count;    /* of messages, in the whole; half of them in the half */
	int limit_ms; /* for the whole, on two cores of 2024 */
	const char *head, *tail;
	void (*write)(FILE *file, int i, const struct tm *when);
};

static void write_whatsapp(FILE *file, int i, const struct tm *when)
{
	char stamp[40];

	strftime(stamp, sizeof stamp, "%d/%m/%y, %H:%M", when);
	fprintf(file, "%s - %s: %.*s\n", stamp, i % 3 ? "Ada Prova" : "Ben", 20 + i % 40, words);
}

static void write_telegram(FILE *file, int i, const struct tm *when)
{
	char stamp[40];

	strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", when);
	fprintf(file,
		"%s{\"id\": %d, \"type\": \"message\", \"date\": \"%s\", \"from\": \"Somebody %d\","
		" \"from_id\": \"user%d\", \"text\": \"%.*s\", \"text_entities\": [ { \"type\": "
		"\"plain\", \"text\": \"%.*s\" } ] }\n",
		i ? "," : "", i, stamp, 1 + i % 2, 1 + i % 2, 20 + i % 40, words, 20 + i % 40,
		words);
}

static void write_mail(FILE *file, int i, const struct tm *when)
{
	char line[40], date[60];

	strftime(line, sizeof line, "%a %b %d %H:%M:%S %Y", when);
	strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0100", when);
	fprintf(file,
		"From p%d@prova.example %s\nReceived: from mx.example (mx.example [10.0.0.1])\n"
		"\tby mail.example; %s\nMessage-ID: <%d@prova.example>\nDate: %s\n"
		"From: \"Person %d\" <p%d@prova.example>\nTo: Me <me@prova.example>,\n"
		" Other <o%d@prova.example>\nSubject: =?utf-8?Q?Caff=C3=A8_%d?=\n\n",
		i % 500, line, date, i, date, i % 500, i % 500, i % 50, i);
	for (int part = 0; part < 150; part++)
		fprintf(file, "%s\n", words);
	fputc('\n', file);
}

/* Every fiftieth has a picture of a quarter of a megabyte. */
static void write_sms(FILE *file, int i, const struct tm *when)
{
	long long ms = (long long)timegm(&(struct tm){ .tm_year = when->tm_year,
			       .tm_mon = when->tm_mon,
			       .tm_mday = when->tm_mday,
			       .tm_hour = when->tm_hour,
			       .tm_min = when->tm_min }) *
		       1000;

	fprintf(file,
		"  <sms address=\"+3934700%05d\" date=\"%lld\" type=\"%d\" body=\"%.*s\" read=\"1\""
		" contact_name=\"Person %d\" />\n",
		i % 300, ms, 1 + i % 2, 20 + i % 40, words, i % 300);
	if (i % 50)
		return;
	fprintf(file,
		"  <mms address=\"+3934700%05d\" date=\"%lld\" msg_box=\"1\"><parts><part data=\"",
		i % 300, ms);
	for (int part = 0; part < 60000; part++)
		fputs("QUJD", file);
	fputs("\" /></parts></mms>\n", file);
}

static const struct kind kinds[] = {
	{ "whatsapp, 1,000,000 lines", 1000000, 5000, "", "", write_whatsapp },
	{ "telegram, 1,000,000 messages", 1000000, 12000,
		"{\"personal_information\":{\"user_id\":1},\"chats\":{\"list\":[{\"name\":\"Ben\","
		"\"type\":\"personal_chat\",\"id\":2,\"messages\":[\n",
		"]}]}}", write_telegram },
	{ "mbox, 2 GB", 180000, 20000, "", "", write_mail },
	{ "sms, 1 GB of XML", 200000, 10000, "<?xml version='1.0'?>\n<smses>\n", "</smses>\n",
		write_sms },
};

static void history_path(char path[PATH_MAX], const char *folder, const struct kind *kind, int size)
{
	snprintf(path, PATH_MAX, "%s/history-%.4s-%d", folder, kind->name, size);
}

static void make(const char *path, const struct kind *kind, int count)
{
	FILE *file = access(path, F_OK) == 0 ? NULL : fopen(path, "w");
	time_t moment = 1450000000;
	struct tm when;

	if (!file)
		return;
	fputs(kind->head, file);
	for (int i = 0; i < count; i++, moment += STEP_SECONDS)
		kind->write(file, i, gmtime_r(&moment, &when));
	fputs(kind->tail, file);
	fclose(file);
}

static double run(const char *program, const char *path, double *peak_mb)
{
	char command[2 * PATH_MAX];

	snprintf(command, sizeof command, "exec %s %s >/dev/null", program, path);
	return command_cpu_ms(command, peak_mb);
}

static void measure(const char *reader, const char *folder, const struct kind *kind, FILE *figures)
{
	char half[PATH_MAX], whole[PATH_MAX];
	double peak_mb;

	history_path(half, folder, kind, 1);
	history_path(whole, folder, kind, 2);
	make(half, kind, kind->count / 2);
	make(whole, kind, kind->count);
	double count_ms = run("wc -l", whole, NULL);
	double half_ms = run(reader, half, NULL), whole_ms = run(reader, whole, &peak_mb);
	double ratio = whole_ms / half_ms;
	printf("  %-30s %9.0f %9d %8.2fx %8.2fx %7.1f%s\n", kind->name, whole_ms, kind->limit_ms,
		ratio, whole_ms / count_ms, peak_mb,
		ratio > TWICE_BOUND || whole_ms > kind->limit_ms || peak_mb > PEAK_MB_BOUND
			? "  over"
			: "");
	fflush(stdout);
	if (figures)
		fprintf(figures, "Reading histories, twice as many\t%s\t%.2f\n", kind->name, ratio);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fputs("usage: histories FILO-READ FOLDER [FIGURES]\n", stderr);
		return 2;
	}
	FILE *figures = argc > 3 ? fopen(argv[3], "a") : NULL;
	printf("\n%-32s %9s %9s %9s %9s %7s\n", "Reading histories", "ms", "limit", "of half",
		"of wc -l", "MB");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		measure(argv[1], argv[2], &kinds[i], figures);
	if (figures)
		fclose(figures);
	return 0;
}
