/* The benchmark: what filo costs, beside a minimal ncurses list measured in the same run, each
 * figure with its bound. Prints a table, marks what is over, and asserts nothing.
 *   bench FILO FOLDER [FIGURES]    FOLDER holds `floor` and the databases 1k.db, 10k.db, 100k.db;
 *                                  into FIGURES goes a line each: title, name, figure, by tabs
 * Not here: how a figure is measured (sample.c), the data (generate.c). */
#include "sample.h"

#include "filo/store/queue.h"
#include "filo/store/store.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STARTS  40
#define PRESSES 20
#define NOTHING 0.01  /* as a bound */
#define TODAY   20780 /* 2026-11-23 */

static const char *filo, *folder, *part;
static FILE *figures;

static void head(const char *title)
{
	part = title;
	printf("\n%-44s %9s %9s %9s %7s %9s\n", title, "floor", "filo", "p99", "ratio", "bound");
}

/* One line; a floor or a p99 of -1 is none, a bound of 0 is none. A bound given as a ratio is
 * negative: -3 is "three times the floor". */
static void line(const char *name, double floor, double value, double p99, double bound)
{
	double limit = bound < 0 ? -bound * floor : bound;

	printf("  %-42s ", name);
	if (floor >= 0)
		printf("%9.2f %9.2f ", floor, value);
	else
		printf("%9s %9.2f ", "", value);
	if (p99 >= 0)
		printf("%9.2f ", p99);
	else
		printf("%9s ", "");
	if (floor > 0)
		printf("%6.2fx ", value / floor);
	else
		printf("%7s ", "");
	if (bound < 0)
		printf("%8.1fx", -bound);
	else if (bound > 0)
		printf("%9.2f", bound);
	puts(bound != 0 && value > limit ? "  over" : "");
	fflush(stdout);
	if (figures)
		fprintf(figures, "%s\t%s\t%.2f\n", part, name, value);
}

static char *database(const char *size)
{
	static char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/%s.db", folder, size);
	return path;
}

static void start_filo(struct subject *subject, const char *size, int rows, int cols)
{
	char *argv[] = { (char *)filo, "--db", database(size), NULL };

	subject_start(subject, argv, rows, cols);
}

static void start_floor(struct subject *subject, const char *count, int rows, int cols)
{
	char path[PATH_MAX];
	char *argv[] = { path, (char *)count, NULL };

	snprintf(path, sizeof path, "%s/floor", folder);
	subject_start(subject, argv, rows, cols);
}

struct start {
	struct sample ms, bytes, writes, peak_mb, anonymous_mb;
};

static void add_start(struct start *start, struct subject *subject)
{
	sample_add(&start->ms, subject->start.ms);
	sample_add(&start->bytes, subject->start.bytes);
	sample_add(&start->peak_mb, subject->peak_mb);
	sample_add(&start->anonymous_mb, subject->anonymous_mb);
	subject_end(subject);
}

static void bench_start(void)
{
	static const char *const sizes[] = { "1k", "10k", "100k" };
	static const char *const counts[] = { "1000", "10000", "100000" };
	struct start floors[3] = { 0 }, filos[3] = { 0 };
	struct subject subject;

	for (int run = 0; run < STARTS; run++) {
		for (int i = 0; i < 3; i++) {
			start_floor(&subject, counts[i], 24, 80);
			add_start(&floors[i], &subject);
			start_filo(&subject, sizes[i], 24, 80);
			add_start(&filos[i], &subject);
		}
	}
	head("Start");
	line("ms, 1,000 people", sample_median(&floors[0].ms), sample_median(&filos[0].ms),
		sample_p99(&filos[0].ms), 0);
	line("ms, 10,000 people", sample_median(&floors[1].ms), sample_median(&filos[1].ms),
		sample_p99(&filos[1].ms), -3);
	line("ms, 10,000 people, 99th percentile", -1, sample_p99(&filos[1].ms), -1, 15);
	line("ms, 100,000 people", sample_median(&floors[2].ms), sample_median(&filos[2].ms),
		sample_p99(&filos[2].ms), -4);
	line("100,000 people to 1,000", -1,
		sample_median(&filos[2].ms) / sample_median(&filos[0].ms), -1, 1.5);
	line("bytes of the first screen", sample_median(&floors[1].bytes),
		sample_median(&filos[1].bytes), -1, 2400);
	line("peak memory, MB, 10,000 people", sample_median(&floors[1].peak_mb),
		sample_median(&filos[1].peak_mb), -1, 8);
	line("peak memory, MB, 100,000 people", sample_median(&floors[2].peak_mb),
		sample_median(&filos[2].peak_mb), -1, 8);
	line("anonymous memory, MB, 100,000 people", sample_median(&floors[2].anonymous_mb),
		sample_median(&filos[2].anonymous_mb), -1, 3);
	start_filo(&subject, "10k", 60, 200);
	line("bytes of the first screen at 200x60", -1, subject.start.bytes, -1, 5500);
	subject_end(&subject);
}

static struct costs press_many(struct subject *subject, const char *keys, int times)
{
	struct costs costs = { 0 };

	for (int i = 0; i < times; i++)
		costs_add(&costs, subject_press(subject, keys));
	return costs;
}

/* A key, its bytes, its time and its writes, beside the floor's. */
static void line_key(const char *what, struct costs floor, struct costs filo_costs, double bytes,
	double ms, int frames)
{
	char name[64];

	snprintf(name, sizeof name, "%s, bytes", what);
	line(name, sample_median(&floor.bytes), sample_median(&filo_costs.bytes),
		sample_p99(&filo_costs.bytes), bytes);
	snprintf(name, sizeof name, "%s, ms", what);
	line(name, sample_median(&floor.ms), sample_median(&filo_costs.ms),
		sample_p99(&filo_costs.ms), ms);
	snprintf(name, sizeof name, "%s, writes", what);
	/* Two to a frame: curses writes into memory, filo that to the terminal in one piece. The
	 * mark moves in a frame of its own, before the log follows. */
	line(name, sample_median(&floor.writes), sample_median(&filo_costs.writes),
		sample_p99(&filo_costs.writes), frames * 2);
}

#define FIFTY_J   "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj"
#define PAGE_DOWN "\033[6~"
#define TO_TOP    "g"

static void bench_keys(void)
{
	struct subject floor, subject;

	start_floor(&floor, "10000", 24, 80);
	start_filo(&subject, "10k", 24, 80);
	head("Keys, 10,000 people");
	subject_press(&subject, "2");
	subject_press(&subject, "z");
	line_key("one line down, list alone", press_many(&floor, "j", PRESSES),
		press_many(&subject, "j", PRESSES), 100, 1, 1);
	press_many(&floor, "j", 5);
	press_many(&subject, "j", 5);
	line_key("scroll by one at the bottom", press_many(&floor, "j", PRESSES),
		press_many(&subject, "j", PRESSES), 200, 1, 1);
	subject_press(&subject, "z");
	subject_press(&subject, TO_TOP);
	line_key("one line down, log following", press_many(&floor, "j", 10),
		press_many(&subject, "j", 10), 1000, 1, 2);
	line_key("page down", press_many(&floor, PAGE_DOWN, PRESSES),
		press_many(&subject, PAGE_DOWN, PRESSES), 1500, 1.5, 2);
	line_key("50 j typed ahead", press_many(&floor, FIFTY_J, PRESSES),
		press_many(&subject, FIFTY_J, PRESSES), 1500, 5, 2);
	subject_end(&floor);
	subject_end(&subject);
}

#define LETTERS_MAX 8

/* A letter at a time; `letters`, too: each by its place. */
static struct costs press_word(struct subject *subject, const char *word, struct costs *letters)
{
	struct costs costs = { 0 };

	for (int run = 0; run < 8; run++) {
		subject_press(subject, "/");
		for (size_t i = 0; word[i]; i++) {
			struct cost cost = subject_press(subject, (char[]){ word[i], '\0' });
			costs_add(&costs, cost);
			costs_add(&letters[i], cost);
		}
		subject_press(subject, "\033");
	}
	return costs;
}

/* Raises *slowest to the word's slowest letter. */
static void line_word(
	struct subject *subject, const char *word, double bytes, double ms, double *slowest)
{
	char name[64];
	struct costs letters[LETTERS_MAX] = { 0 };
	struct costs costs = press_word(subject, word, letters);

	snprintf(name, sizeof name, "a letter of \"%s\", ms", word);
	line(name, -1, sample_median(&costs.ms), sample_p99(&costs.ms), ms);
	snprintf(name, sizeof name, "a letter of \"%s\", bytes", word);
	line(name, -1, sample_median(&costs.bytes), sample_p99(&costs.bytes), bytes);
	for (size_t i = 0; word[i]; i++) {
		double median = sample_median(&letters[i].ms);
		*slowest = median > *slowest ? median : *slowest;
	}
}

static void bench_search(const char *size, const char *title, double bytes, double ms)
{
	/* First names begin with the first, surnames with the second, and the log is full of the
	 * third; then a surname that few have, parts of a mail that all have, a long word of the
	 * log with an end that nobody wrote, letters that stand nowhere. */
	static const char *const words[] = { "giul", "manc", "sail", "ves", "p1@e", "saily",
		"zzzz" };
	struct subject subject;
	double slowest = 0;

	start_filo(&subject, size, 24, 80);
	head(title);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		line_word(&subject, words[i], bytes, ms, &slowest);
	line("the slowest of these letters, ms", -1, slowest, -1, ms);
	subject_end(&subject);
}

static void bench_rest(void)
{
	struct subject subject;
	struct costs costs = { 0 };
	double wakeups;

	start_filo(&subject, "10k", 24, 80);
	for (int i = 0; i < PRESSES; i++)
		costs_add(&costs, subject_resize(&subject, i % 2 ? 24 : 30, i % 2 ? 80 : 100));
	head("Resize and rest");
	line("resize, ms", -1, sample_median(&costs.ms), sample_p99(&costs.ms), 2);
	line("resize, bytes", -1, sample_median(&costs.bytes), sample_p99(&costs.bytes), 2500);
	struct cost idle = subject_idle(&subject, 10, &wakeups);
	line("10 s of rest, bytes (0 is the bound)", -1, idle.bytes, -1, NOTHING);
	line("10 s of rest, wake-ups", -1, wakeups, -1, 10);
	subject_end(&subject);
}

static void bench_commands(void)
{
	struct sample plain = { 0 }, logged = { 0 }, due = { 0 };
	char insert[2 * PATH_MAX], entry[2 * PATH_MAX], list[2 * PATH_MAX];

	snprintf(insert, sizeof insert,
		"exec sqlite3 %s \"BEGIN; INSERT INTO conversation(day, medium, summary)"
		" VALUES (20780, 1, 'a word with an old friend');"
		" INSERT INTO participant(contact, day, conversation)"
		" VALUES (1, 20780, last_insert_rowid()); COMMIT\"",
		database("10k"));
	snprintf(entry, sizeof entry,
		"exec %s --db %s log 'Bench Target' 'a word with an old friend' >/dev/null", filo,
		database("10k"));
	snprintf(list, sizeof list, "exec %s --db %s due >/dev/null", filo, database("10k"));
	for (int i = 0; i < PRESSES; i++) {
		sample_add(&plain, command_ms(insert, NULL));
		sample_add(&logged, command_ms(entry, NULL));
		sample_add(&due, command_ms(list, NULL));
	}
	head("Command line, 10,000 people (floor: sqlite3)");
	line("filo log, ms", sample_median(&plain), sample_median(&logged), sample_p99(&logged),
		-3);
	line("filo due, ms", -1, sample_median(&due), sample_p99(&due), 0);
}

/* Each run asks for another day, so that nothing can be read back from the last one. */
static void bench_queue(const char *size, const char *name, double bound)
{
	struct store *store;
	struct error err;
	struct sample ms = { 0 };

	if (store_open(&store, database(size), TODAY, &err) != STATUS_OK) {
		fprintf(stderr, "bench: %s\n", err.message);
		return;
	}
	for (int i = 1; i <= PRESSES; i++) {
		struct queue_request request = { .on = TODAY + i, .limit = 5 };
		struct queue queue;
		store_set_today(store, TODAY + i);
		double start = now_ms();
		if (queue_build(store, &request, &queue, &err) != STATUS_OK)
			break;
		sample_add(&ms, now_ms() - start);
		queue_fini(&queue);
	}
	line(name, -1, sample_median(&ms), sample_p99(&ms), bound);
	store_close(store);
}

static void bench_everybody(void)
{
	struct sample seconds = { 0 };
	char everybody[2 * PATH_MAX];

	snprintf(everybody, sizeof everybody, "exec %s --db %s due --all --json >/dev/null", filo,
		database("100k"));
	for (int i = 0; i < 5; i++)
		sample_add(&seconds, command_ms(everybody, NULL) / 1e3);
	line("due --all --json of 100,000 people, s", -1, sample_median(&seconds), -1, 1.5);
}

/* By CPU, which other work on the machine does not lengthen. */
static double cpu_s(const char *format, const char *what)
{
	char command[4 * PATH_MAX];

	snprintf(command, sizeof command, format, what);
	return command_cpu_ms(command, NULL) / 1e3;
}

/* What goes through everything, beside SQLite doing the same with the same rows. */
static void bench_whole(void)
{
	static const char everything[] =
		"SELECT * FROM contact; SELECT * FROM channel; SELECT * FROM yearly_date;"
		"SELECT * FROM conversation ORDER BY day, id;"
		"SELECT p.*, c.uid, c.name FROM participant AS p JOIN contact AS c"
		" ON c.id = p.contact ORDER BY p.conversation; SELECT * FROM followup";
	static const char log[] =
		"SELECT c.day, (SELECT group_concat(k.name, ';') FROM participant AS p"
		" JOIN contact AS k ON k.id = p.contact WHERE p.conversation = c.id), c.direction,"
		" c.medium, c.summary, c.body FROM conversation AS c ORDER BY c.day, c.id";
	char sqlite[2 * PATH_MAX], own[2 * PATH_MAX];

	snprintf(sqlite, sizeof sqlite, "exec sqlite3 -readonly -json %s \"%%s\" >/dev/null",
		database("100k"));
	snprintf(own, sizeof own, "exec %s --db %s %%s >/dev/null", filo, database("100k"));
	head("Everything, 100,000 people, 5,000,000 entries, CPU (floor: sqlite3)");
	line("check, s", cpu_s(sqlite, "PRAGMA integrity_check"), cpu_s(own, "check"), -1, -3);
	line("export as JSON, s", cpu_s(sqlite, everything), cpu_s(own, "export --format json"), -1,
		-2);
	line("export as CSV, s", cpu_s(sqlite, log), cpu_s(own, "export --format csv"), -1, -2);
}

/* The floor of taking it back is what bringing it took. */
static void bench_import_json(void)
{
	char command[4 * PATH_MAX];

	snprintf(command, sizeof command, "exec %s --db %s export --format json >%s/log.json", filo,
		database("10k"), folder);
	command_ms(command, NULL);
	snprintf(command, sizeof command, "rm -f %s/in.db*", folder);
	command_ms(command, NULL);
	snprintf(command, sizeof command, "exec %s --db %s/in.db %%s >/dev/null", filo, folder);
	char import[2 * PATH_MAX];
	snprintf(import, sizeof import, "import %s/log.json", folder);
	double import_s = cpu_s(command, import);
	line("1,000,000 entries of JSON, s of CPU", -1, import_s, -1, 10);
	line("undo of that, s of CPU", import_s, cpu_s(command, "undo"), -1, -1);
}

static void bench_import(void)
{
	char command[3 * PATH_MAX];
	double peak;

	head("Import");
	snprintf(command, sizeof command,
		"rm -f %s/in.db*; exec %s --db %s/in.db import %s/people.vcf >/dev/null", folder,
		filo, folder, folder);
	double ms = command_ms(command, &peak);
	line("100,000 vCards, s", -1, ms / 1e3, -1, 5);
	line("100,000 vCards, MB", -1, peak, -1, 100);
	/* The floor: the same rows into one table without any index. */
	snprintf(command, sizeof command,
		"rm -f %s/in.db*; exec sqlite3 %s/in.db '.import --csv %s/log.csv log'", folder,
		folder, folder);
	double floor_ms = command_ms(command, &peak);
	snprintf(command, sizeof command,
		"rm -f %s/in.db*; exec %s --db %s/in.db import %s/log.csv >/dev/null", folder, filo,
		folder, folder);
	ms = command_ms(command, &peak);
	line("5,000,000 rows of log CSV, s", floor_ms / 1e3, ms / 1e3, -1, 50);
	line("5,000,000 rows of log CSV, MB", -1, peak, -1, 100);
	bench_import_json();
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fputs("usage: bench FILO FOLDER [FIGURES]\n", stderr);
		return 2;
	}
	filo = argv[1];
	folder = argv[2];
	figures = argc > 3 ? fopen(argv[3], "w") : NULL;
	setenv("FILO_TODAY", "2026-11-23", 1);
	setenv("LANG", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	bench_start();
	bench_keys();
	bench_search("10k", "Search, 10,000 people, 1,000,000 conversations", 900, 1);
	bench_search("100k", "Search, 100,000 people, 5,000,000 conversations", 900, 5);
	bench_rest();
	bench_commands();
	head("Due queue, built anew");
	bench_queue("10k", "10,000 people, ms", 10);
	bench_queue("100k", "100,000 people, ms", 100);
	bench_everybody();
	bench_import();
	bench_whole();
	return figures && fclose(figures) != 0;
}
