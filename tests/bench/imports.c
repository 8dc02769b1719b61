/* What importing histories costs filo: a phone of 300 people and 90,000 days, a larger one, and a
 * folder of mail beside what mu and notmuch need for the same. Prints a table, marks what is over,
 * and asserts nothing.
 *   imports FILO FOLDER [FIGURES]    makes its data once, in FOLDER, which holds `phone`. The
 * folder of mail has 30,000 files, or BENCH_MAILDIR of them Not here: what reading alone costs
 * (histories.c). */
#include "sample.h"

#include "filo/store/log_page.h"
#include "filo/store/store.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PEAK_MB_BOUND 40.0
#define DUE_MS_BOUND  100.0
#define DUE_RUNS      9
#define LOG_RUNS      100
#define LOG_MS_BOUND  1.0
#define TODAY         20780 /* 2026-11-23 */
#define MAIL_FILES    30000
#define MAIL_MS_BOUND 0.1 /* a file: 300,000 in 30 seconds */
#define ME            "me@prova.example"

static const char *filo, *folder;
static FILE *figures;

/* Runs a shell command in FOLDER: milliseconds of the processor; all it prints is dropped. */
static double cost(double *peak_mb, const char *format, const char *a, const char *b)
{
	char command[3 * PATH_MAX], full[4 * PATH_MAX];

	snprintf(command, sizeof command, format, a, b);
	snprintf(full, sizeof full, "cd %s && exec %s >/dev/null 2>&1", folder, command);
	return command_cpu_ms(full, peak_mb);
}

/* A bound of 0 is none. */
static void line(const char *name, double ms, double ms_bound, double mb)
{
	bool is_over = (ms_bound > 0 && ms > ms_bound) || mb > PEAK_MB_BOUND;

	printf("  %-44s %9.*f ", name, ms < 10, ms);
	if (ms_bound > 0)
		printf("%9.0f ", ms_bound);
	else
		printf("%9s ", "");
	printf("%7.1f%s\n", mb, is_over ? "  over" : "");
	fflush(stdout);
	if (figures)
		fprintf(figures, "Importing histories\t%s\t%.2f\n", name, ms);
}

/* The people of a phone as an address book, and its days as records. */
static void make_phone(const char *people, const char *days)
{
	char command[2 * PATH_MAX];

	snprintf(command, sizeof command,
		"cd %s && { [ -f phone-%s.ndjson ] || { ./phone %s %s >phone-%s.ndjson && seq 0 %s "
		"|"
		" awk '{ printf \"BEGIN:VCARD\\r\\nVERSION:4.0\\r\\nFN:Person Nr%%d\\r\\n"
		"TEL:+39347%%07d\\r\\nEND:VCARD\\r\\n\", $1, $1 }' >phone-%s.vcf; } }",
		folder, people, people, days, people, people, people);
	if (system(command) != 0)
		fputs("imports: the phone could not be made\n", stderr);
}

static void measure_due(void)
{
	struct sample ms = { 0 };

	for (int run = 0; run < DUE_RUNS; run++) {
		cost(NULL, "%s --db phone.db log 'Person Nr%s' 'a word'", filo, "7");
		sample_add(&ms, cost(NULL, "%s --db phone.db due%s", filo, ""));
	}
	line("who is due, after a change", sample_median(&ms), DUE_MS_BOUND, 0);
}

/* The first page of the log of who has the most days: eight months, each of them folded. */
static void measure_log(void)
{
	const struct log_view view = { .is_folded = true };
	struct vector rows = VECTOR_INIT(struct log_row);
	struct sample ms = { 0 };
	char path[PATH_MAX];
	struct store *store;
	struct error err;

	snprintf(path, sizeof path, "%s/phone.db", folder);
	if (store_open(&store, path, TODAY, &err) != STATUS_OK)
		return;
	for (int run = 0; run < LOG_RUNS; run++) {
		double before = now_ms();
		log_page_viewed(store, 1, &view, NULL, true, 8, &rows, NULL);
		log_rows_clear(&rows);
		sample_add(&ms, now_ms() - before);
	}
	line("a page of a log, folded", sample_median(&ms), LOG_MS_BOUND, 0);
	vector_fini(&rows);
	store_close(store);
}

static void measure_phone(const char *people, const char *days, double ms_bound, bool with_due)
{
	char name[80];
	double mb;

	make_phone(people, days);
	cost(NULL, "sh -c 'rm -f phone.db*; %s --db phone.db import phone-%s.vcf'", filo, people);
	snprintf(name, sizeof name, "a phone of %s people, %s days", people, days);
	double ms = cost(&mb, "%s --db phone.db import --me " ME " phone-%s.ndjson", filo, people);
	line(name, ms, ms_bound, mb);
	ms = cost(&mb, "%s --db phone.db import --me " ME " phone-%s.ndjson", filo, people);
	line("  once more", ms, ms_bound, mb);
	if (with_due) {
		measure_due();
		measure_log();
	}
	for (int run = 0; with_due && run < DUE_RUNS; run++)
		cost(NULL, "%s --db phone.db undo", filo, "");
	ms = cost(&mb, "%s --db phone.db undo", filo, "");
	line("  taken back", ms, 0, mb);
}

static void make_mail(const char *path, int files)
{
	char name[2 * PATH_MAX];
	time_t moment = 1450000000;

	mkdir(path, 0700);
	for (const char *const *part = (const char *const[]){ "cur", "new", "tmp", NULL }; *part;
		part++) {
		snprintf(name, sizeof name, "%s/%s", path, *part);
		mkdir(name, 0700);
	}
	for (int i = 0; i < files; i++, moment += 1000) {
		char date[60];
		struct tm when;
		snprintf(name, sizeof name, "%s/cur/%ld.%d.prova:2,S", path, (long)moment, i);
		FILE *file = fopen(name, "w");
		if (!file)
			return;
		strftime(
			date, sizeof date, "%a, %d %b %Y %H:%M:%S +0100", gmtime_r(&moment, &when));
		fprintf(file,
			"Received: from mx.example (mx.example [10.0.0.1])\n\tby mail.example; %s\n"
			"Message-ID: <%d@prova.example>\nDate: %s\nFrom: \"Person %d\" "
			"<p%d@prova.example>"
			"\nTo: Me <" ME ">\nSubject: =?utf-8?Q?Caff=C3=A8_%d?=\n\n",
			date, i, date, i % 500, i % 500, i);
		for (int part = 0; part < 20; part++)
			fputs("the quick brown fox jumps over the lazy dog and so on\n", file);
		fclose(file);
	}
}

/* Where it is installed: what an indexer of the whole text needs, and how filo compares. */
static void measure_other(
	const char *name, const char *begin, const char *index, const char *path, double own_ms)
{
	char command[PATH_MAX];
	double mb;

	snprintf(command, sizeof command, "command -v %s >/dev/null", name);
	if (system(command) != 0) {
		printf("  %-44s not installed\n", name);
		return;
	}
	cost(NULL, begin, path, name);
	double ms = cost(&mb, index, name, "");
	printf("  %-44s %9.0f %9s %7.1f   filo: %.2f of it\n", name, ms, "", mb, own_ms / ms);
	if (figures)
		fprintf(figures, "Importing histories\tmail, of what %s needs\t%.2f\n", name,
			own_ms / ms);
}

static void measure_mail(void)
{
	const char *wanted = getenv("BENCH_MAILDIR");
	int files = wanted ? atoi(wanted) : MAIL_FILES;
	char path[PATH_MAX], name[80];
	double mb;

	snprintf(path, sizeof path, "%s/maildir-%d", folder, files);
	if (access(path, F_OK))
		make_mail(path, files);
	for (int run = 0; run < 2; run++) /* warm */
		cost(NULL, "sh -c 'find %s -type f | xargs cat%s'", path, "");
	cost(NULL, "sh -c 'rm -f mail.db*'%s%s", "", "");
	snprintf(name, sizeof name, "a folder of %d mails", files);
	double ms = cost(&mb, "%s --db mail.db import --me " ME " %s", filo, path);
	line(name, ms, MAIL_MS_BOUND * files, mb);
	measure_other("mu", "sh -c 'rm -rf mu; mu init --muhome=mu --maildir=%s'",
		"%s index --muhome=mu", path, ms);
	measure_other("notmuch",
		"sh -c 'rm -rf notmuch; mkdir -p notmuch/db; printf \"[database]\\npath=%%s\\n"
		"mail_root=%%s\\n[user]\\nname=Me\\nprimary_email=" ME
		"\\n\" $PWD/notmuch/db %s >notmuch/config'",
		"env NOTMUCH_CONFIG=notmuch/config %s new", path, ms);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fputs("usage: imports FILO FOLDER [FIGURES]\n", stderr);
		return 2;
	}
	filo = argv[1];
	folder = argv[2];
	figures = argc > 3 ? fopen(argv[3], "a") : NULL;
	setenv("FILO_TODAY", "2026-11-23", 1);
	setenv("HOME", folder, 1);
	printf("\n%-46s %9s %9s %7s\n", "Importing histories", "ms", "limit", "MB");
	measure_phone("300", "90000", 2000, true);
	measure_phone("1500", "436000", 0, false);
	measure_mail();
	if (figures)
		fclose(figures);
	return 0;
}
