/* What commands print: lines that are safe on a terminal, messages, JSON, and whether all of it
 * went out.
 * Not here: what they say. */
#include "cli/print.h"

#include "cli/outcome.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/show.h"
#include "filo/base/text.h"
#include "filo/store/change.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A terminal that takes no UTF-8 gets other letters; files and pipes get it as it is. What could
 * act on a terminal is marked everywhere: a pipe may end at one. */
static void add_shown(struct strbuf *out, FILE *file, const char *text)
{
	text_show(out, text, strlen(text), false, !isatty(fileno(file)) || i18n_is_utf8());
}

void cli_print(FILE *out, const char *text)
{
	struct strbuf shown = STRBUF_INIT;

	add_shown(&shown, out, text);
	fputs(shown.data, out);
	strbuf_fini(&shown);
}

void cli_print_cell(FILE *out, const char *text, int cols)
{
	struct strbuf shown = STRBUF_INIT;

	add_shown(&shown, out, text);
	int used = text_width(shown.data);
	fprintf(out, "%s%*s", shown.data, used < cols ? cols - used : 0, "");
	strbuf_fini(&shown);
}

static void print_line(FILE *out, const char *format, va_list args)
{
	char *line = NULL;

	if (vasprintf(&line, format, args) >= 0)
		cli_print(out, line);
	fputc('\n', out);
	free(line);
}

/* Where lines go that are said; NULL: to standard output, as there is but one of it. */
static struct strbuf *print_said;

void cli_say_into(struct strbuf *lines)
{
	print_said = lines;
}

void cli_say(const char *format, ...)
{
	char *line = NULL;
	va_list args;

	va_start(args, format);
	if (!print_said) {
		print_line(stdout, format, args);
	} else if (vasprintf(&line, format, args) >= 0) {
		strbuf_add_item(print_said, "\n", line);
		free(line);
	}
	va_end(args);
}

void cli_say_empty(const char *text)
{
	cli_print(stderr, text);
	fputc('\n', stderr);
}

static void begin_complaint(const struct cli *cli)
{
	fflush(stdout); /* in order, where both go to one place */
	if (cli && cli->command->name)
		fprintf(stderr, "filo %s: ", cli->command->name);
	else
		fputs("filo: ", stderr);
}

void cli_note(const struct cli *cli, const char *format, ...)
{
	va_list args;

	begin_complaint(cli);
	va_start(args, format);
	print_line(stderr, format, args);
	va_end(args);
}

int cli_usage(const struct cli *cli, const char *format, ...)
{
	va_list args;

	begin_complaint(cli);
	va_start(args, format);
	print_line(stderr, format, args);
	va_end(args);
	return 2;
}

static bool has_reader_gone(void)
{
	struct pollfd pipe = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&pipe, 1, 0) > 0 && pipe.revents & POLLERR;
}

int cli_fail_aloud(const struct cli *cli, const struct error *err)
{
	begin_complaint(cli);
	cli_print(stderr, err->message);
	fputc('\n', stderr);
	return err->status == STATUS_USAGE ? 2 : 1;
}

int cli_fail(const struct cli *cli, const struct error *err)
{
	if (err->status == STATUS_IO && has_reader_gone())
		return 1; /* the reader closed the pipe */
	return cli_fail_aloud(cli, err);
}

/* Whatever can be said of it. */
static bool print_is_done(const struct cli *cli)
{
	return cli && ((cli->outcome && cli->outcome->is_written) ||
			      (cli->store && store_has_written(cli->store)));
}

static struct {
	const struct cli *cli;
	const char *sentence; /* translated while there is memory */
} print_guarded;

static void print_write(const char *text)
{
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(1);
}

static void print_exhausted(void)
{
	if (!print_is_done(print_guarded.cli))
		return;
	print_write("filo: ");
	print_write(print_guarded.sentence);
	print_write("\n");
	_exit(1);
}

void cli_guard_memory(const struct cli *cli)
{
	print_guarded.cli = cli;
	print_guarded.sentence =
		_("It is done and kept, but there was no memory to say more of it");
	memory_on_exhausted(cli ? print_exhausted : NULL);
}

int cli_finish(const struct cli *cli)
{
	struct error err;
	bool is_broken = ferror(stdout);

	errno = 0;
	if (fflush(stdout) == 0 && !is_broken)
		return 0;
	/* The reason of an earlier failed write is lost; a full disk is by far the likeliest.
	 */
	const char *reason = strerror(errno ? errno : ENOSPC);
	if (print_is_done(cli)) {
		error_set(&err, STATUS_IO,
			_("It is done and kept, but what there is to say of it could not be "
			  "written: %s"),
			reason);
		return cli_fail_aloud(cli, &err);
	}
	error_set(&err, STATUS_IO, _("Could not write: %s"), reason);
	return cli_fail(cli, &err);
}

/* ---- Text of others, at a terminal ---- */

static void show_lines(struct strbuf *pending, size_t len)
{
	struct strbuf shown = STRBUF_INIT;

	text_show(&shown, pending->data, len, true, i18n_is_utf8());
	fwrite(shown.data, 1, shown.len, stdout);
	strbuf_splice(pending, 0, len, "", 0);
	strbuf_fini(&shown);
}

/* A line at a time, so that no letter is cut, and no end of a line. 0: it could not be written. */
static ssize_t write_shown(void *pending, const char *bytes, size_t len)
{
	struct strbuf *lines = pending;

	strbuf_add_bytes(lines, bytes, len);
	const char *end = memrchr(lines->data, '\n', lines->len);
	if (end)
		show_lines(lines, (size_t)(end + 1 - lines->data));
	return ferror(stdout) ? 0 : (ssize_t)len;
}

static int close_shown(void *pending)
{
	struct strbuf *lines = pending;

	show_lines(lines, lines->len);
	strbuf_fini(lines);
	free(lines);
	return ferror(stdout) ? EOF : 0;
}

FILE *cli_output_open(void)
{
	if (!isatty(STDOUT_FILENO))
		return stdout;
	struct strbuf *lines = memory_new(sizeof *lines);
	strbuf_init(lines);
	return memory_must_have(fopencookie(
		lines, "w", (cookie_io_functions_t){ .write = write_shown, .close = close_shown }));
}

bool cli_output_close(FILE *out)
{
	return out == stdout ? fflush(out) == 0 : fclose(out) == 0;
}

struct json_writer *cli_json_begin(const struct cli *cli, struct cli_json *out)
{
	cli->outcome->is_told = true;
	out->out = cli_output_open();
	out->json = json_begin(out->out);
	return out->json;
}

int cli_json_end(const struct cli *cli, struct cli_json *out)
{
	struct error err;
	enum status status = json_end(out->json, &err);

	if (out->out != stdout)
		fclose(out->out);
	if (status != STATUS_OK && !print_is_done(cli))
		return cli_fail(cli, &err);
	int finished = cli_finish(cli);
	return status == STATUS_OK || finished ? finished : cli_fail(cli, &err);
}

static int print_json_list(
	const struct cli *cli, const struct vector *items, const struct cli_list_ops *ops)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);

	json_array_open(json);
	for (size_t i = 0; i < items->count; i++) {
		json_line(json);
		json_object_open(json);
		ops->put(cli, json, vector_at(items, i));
		json_object_close(json);
	}
	json_line(json);
	json_array_close(json);
	return cli_json_end(cli, &out);
}

int cli_print_nobody(const struct cli *cli)
{
	const struct vector none = VECTOR_INIT(char);
	const struct cli_list_ops ops = { .empty = NULL };
	int status = cli_print_list(cli, &none, &ops);

	return status ? status : 1;
}

int cli_print_list(
	const struct cli *cli, const struct vector *items, const struct cli_list_ops *ops)
{
	if (cli_is_json(cli))
		return print_json_list(cli, items, ops);
	for (size_t i = 0; i < items->count; i++)
		ops->print(cli, vector_at(items, i));
	if (!items->count && ops->empty)
		cli_say_empty(_(ops->empty));
	return cli_finish(cli);
}

int cli_print_saved(const struct cli *cli, const void *item, const struct cli_list_ops *ops)
{
	ops->print(cli, item);
	if (change_was_idle(cli->store))
		cli_say("%s", _("It stays as before."));
	return cli_finish(cli);
}
