/* Asks filo what it makes of people whose contact days are given, for scoring its rhythm model:
 *   rhythm_contract EVENTS.csv ASOF H
 * EVENTS.csv has the columns ego,alter,day,direction (o: ego wrote, i: alter did, b: both). Each
 * ego becomes a database, its events a log that is imported; then `filo due` is asked. Prints
 * ego,alter,usual,p50,p80,p95,overdue,silent with `inf` for a pause that may never end.
 * The program is $FILO, else the ./filo of the folder this was built in.
 * Not here: the model (src/people), the scoring. */
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yajl/yajl_tree.h>

#define DAY_ZERO 3653 /* 1980-01-01 */

struct contact_day {
	char ego[32], alter[32];
	int day;
	char direction;
};

static char filo[PATH_MAX], dir[] = "/tmp/filo-rhythm-XXXXXX";

static _Noreturn void die(const char *what)
{
	fprintf(stderr, "rhythm_contract: %s\n", what);
	exit(1);
}

static void find_filo(void)
{
	char self[PATH_MAX] = "";
	const char *given = getenv("FILO");

	if (readlink("/proc/self/exe", self, sizeof self - 1) < 0)
		die("/proc is needed");
	if (snprintf(filo, sizeof filo, "%s%s", given ? given : dirname(self),
		    given ? "" : "/../../filo") >= (int)sizeof filo ||
		access(filo, X_OK) < 0)
		die("filo is not built, or $FILO names no program");
}

static int by_ego(const void *a, const void *b)
{
	const struct contact_day *x = a, *y = b;
	int order = strcmp(x->ego, y->ego);

	return order ? order : (x->day > y->day) - (x->day < y->day);
}

static void read_events(const char *path, struct vector *events)
{
	struct contact_day event;
	char line[256];
	FILE *file = fopen(path, "r");

	if (!file)
		die("the events cannot be read");
	while (fgets(line, sizeof line, file)) {
		if (sscanf(line, "%31[^,],%31[^,],%d,%c", event.ego, event.alter, &event.day,
			    &event.direction) == 4)
			vector_push(events, &event);
	}
	fclose(file);
	if (events->count)
		qsort(events->items, events->count, sizeof event, by_ego);
}

/* A name ends in a letter so that none is the beginning of another. */
static void write_log(const struct contact_day *events, size_t count)
{
	char path[PATH_MAX], iso[DATE_ISO_SIZE];

	snprintf(path, sizeof path, "%s/log.csv", dir);
	FILE *file = fopen(path, "w");
	if (!file)
		die("no room in /tmp");
	fputs("date,contact,direction,channel,summary\n", file);
	for (size_t i = 0; i < count; i++) {
		const char *direction = events[i].direction == 'o'   ? "me"
					: events[i].direction == 'i' ? "them"
								     : "both";
		fprintf(file, "%s,alter %sq,%s,letter,\n",
			date_format_iso(DAY_ZERO + events[i].day, iso), events[i].alter, direction);
	}
	fclose(file);
}

/* What a shell command prints. Caller frees. */
static char *output_of(const char *command)
{
	struct strbuf out = STRBUF_INIT;
	char bytes[8192];
	size_t got;
	FILE *pipe = popen(command, "r");

	while (pipe && (got = fread(bytes, 1, sizeof bytes, pipe)) > 0)
		strbuf_add_bytes(&out, bytes, got);
	if (!pipe || pclose(pipe) != 0)
		die(command);
	return strbuf_take(&out);
}

static char *ask(int as_of, double horizon)
{
	char command[4 * PATH_MAX], on[DATE_ISO_SIZE];

	date_format_iso(DAY_ZERO + as_of, on);
	snprintf(command, sizeof command,
		"cd %s && rm -f ego.db* && export FILO_TODAY=%s FILO_DB=%s/ego.db &&"
		" %s import log.csv >/dev/null && %s due --all --json --on %s --horizon %g",
		dir, on, dir, filo, filo, on, horizon);
	return output_of(command);
}

static yajl_val field(yajl_val row, const char *name)
{
	const char *path[] = { name, NULL };

	return yajl_tree_get(row, path, yajl_t_any);
}

static void print_prediction(const char *ego, yajl_val row)
{
	static const char *const figures[] = { "usual", "p50", "p80", "p95", "overdue", "silent" };
	const char *name = YAJL_GET_STRING(field(row, "name"));

	if (!YAJL_IS_NUMBER(field(row, "usual")) || !name || strncmp(name, "alter ", 6) != 0)
		return;
	printf("%s,%.*s", ego, (int)strlen(name + 6) - 1, name + 6);
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		yajl_val figure = field(row, figures[i]);
		printf(",%s", YAJL_IS_NUMBER(figure) ? YAJL_GET_NUMBER(figure) : "inf");
	}
	putchar('\n');
}

static void predict(const struct contact_day *events, size_t count, int as_of, double horizon)
{
	char why[256] = "";

	write_log(events, count);
	char *json = ask(as_of, horizon);
	yajl_val rows = yajl_tree_parse(json, why, sizeof why);
	if (!YAJL_IS_ARRAY(rows))
		die(why);
	for (size_t i = 0; i < YAJL_GET_ARRAY(rows)->len; i++)
		print_prediction(events->ego, YAJL_GET_ARRAY(rows)->values[i]);
	yajl_tree_free(rows);
	free(json);
}

int main(int argc, char **argv)
{
	struct vector events = VECTOR_INIT(struct contact_day);

	if (argc != 4)
		die("usage: rhythm_contract EVENTS.csv ASOF H");
	find_filo();
	read_events(argv[1], &events);
	if (!mkdtemp(dir))
		die("no room in /tmp");
	puts("ego,alter,usual,p50,p80,p95,overdue,silent");
	const struct contact_day *all = events.items;
	for (size_t from = 0, to; from < events.count; from = to) {
		for (to = from; to < events.count && !strcmp(all[to].ego, all[from].ego); to++)
			;
		predict(all + from, to - from, atoi(argv[2]), atof(argv[3]));
	}
	char command[64];
	snprintf(command, sizeof command, "rm -rf %s", dir);
	vector_fini(&events);
	return system(command) != 0;
}
