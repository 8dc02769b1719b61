/* filo-read: files of many programs in, records out. It sets up what the libraries need, locks
 * itself in, and only then reads.
 * Not here: what becomes of the records (filo). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "read/confine.h"
#include "read/folder.h"
#include "read/mail_text.h"
#include "read/words.h"
#include "read/zones.h"

#include <getopt.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct arguments {
	struct reading reading;
	struct vector paths; /* of char * */
	const char *list;    /* --files-from */
	const char *format, *zone;
};

static const struct option options[] = {
	{ "format", required_argument, NULL, 'f' },
	{ "me", required_argument, NULL, 'm' },
	{ "day-order", required_argument, NULL, 'd' },
	{ "usual-day-order", required_argument, NULL, 'u' },
	{ "tz", required_argument, NULL, 'z' },
	{ "files-from", required_argument, NULL, 'l' },
	{ "with-text", no_argument, NULL, 't' },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

static int main_help(FILE *out, int status)
{
	fputs(_("Usage: filo-read [--format NAME] [--me WHO]... [--day-order dmy|mdy|ymd] [--tz "
		"ZONE]\n"
		"                 [--usual-day-order dmy|mdy] [--with-text] [--files-from FILE]\n"
		"                 FILE|FOLDER|ZIP...|-\n"
		"Prints what the files tell as records, which filo import reads: see filo(5).\n"),
		out);
	return status;
}

static bool main_parse(struct arguments *args, int argc, char **argv)
{
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (option) {
		case 'f':
			args->format = optarg;
			break;
		case 'm':
			vector_push(&args->reading.me, &optarg);
			break;
		case 'd':
			args->reading.day_order = optarg;
			break;
		case 'u':
			args->reading.usual_day_order = optarg;
			break;
		case 'z':
			args->zone = optarg;
			break;
		case 'l':
			args->list = optarg;
			break;
		case 't':
			args->reading.with_text = true;
			break;
		default:
			return false;
		}
	}
	for (int i = optind; i < argc; i++) {
		char *path = memory_copy_string(argv[i]);
		vector_push(&args->paths, &path);
	}
	return args->paths.count || args->list;
}

/* Today's end where FILO_TODAY says what today is, else now. */
static int64_t main_now_ms(void)
{
	const char *today = getenv("FILO_TODAY");
	struct tm day = { .tm_isdst = -1, .tm_hour = 23, .tm_min = 59 };

	if (!today || !strptime(today, "%Y-%m-%d", &day))
		return (int64_t)time(NULL) * 1000;
	return (int64_t)mktime(&day) * 1000;
}

/* Everything that reads the system's files or makes code runnable: not possible behind the lock. */
static void main_prepare(const struct arguments *args)
{
	if (args->zone)
		setenv("TZ", args->zone, 1);
	tzset();
	mail_text_prepare();
	zones_prepare();
	xmlInitParser();
}

/* The exit status. */
static int main_read(struct arguments *args)
{
	struct records records;
	struct error err;
	char *const *path;

	if ((args->list && !folder_list(args->list, &args->paths, &err)) ||
		confine(&args->paths, &err) != STATUS_OK) {
		fprintf(stderr, "filo-read: %s\n", err.message);
		return 1;
	}
	records_init(&records, stdout);
	args->reading.records = &records;
	VECTOR_EACH (path, &args->paths)
		folder_read_path(&args->reading, *path);
	formats_finish(&args->reading);
	records_end(&records);
	records_fini(&records);
	return ferror(stdout) ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct arguments args = { .reading = { .me = VECTOR_INIT(char *), .place = "" },
		.paths = VECTOR_INIT(char *) };

	i18n_init();
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			return main_help(stdout, 0);
	if (!main_parse(&args, argc, argv))
		return main_help(stderr, 2);
	if (args.format && !(args.reading.only = format_by_name(args.format))) {
		fprintf(stderr, _("filo-read: there is no format \"%s\"\n"), args.format);
		return 2;
	}
	main_prepare(&args);
	args.reading.now_ms = main_now_ms();
	int status = main_read(&args);
	mail_text_finish();
	vector_fini_strings(&args.paths);
	vector_fini(&args.reading.me);
	return status;
}
