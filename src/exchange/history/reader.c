/* A reader as a process: its arguments, its pipe, its end.
 * Not here: its records (records.c). */
#include "exchange/history/reader.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/scratch.h"
#include "filo/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define READER "filo-read"

/* Of what it says on its standard error. */
#define SAID_MAX 2000

/* Beside filo in a folder it was built in; installed, in libexec/filo beside bin. */
static char *own_reader(void)
{
	static const char *const places[] = { ".", "../libexec/filo" };
	char *folder = path_of_program(), *found = NULL;

	if (!folder)
		return path_executable(FILO_LIBEXECDIR, strlen(FILO_LIBEXECDIR), READER);
	for (size_t i = 0; i < sizeof places / sizeof *places && !found; i++) {
		struct strbuf place = STRBUF_INIT;
		strbuf_add_format(&place, "%s/%s", folder, places[i]);
		found = path_executable(place.data, place.len, READER);
		strbuf_fini(&place);
	}
	free(folder);
	return found;
}

char *reader_find(const char *format)
{
	struct strbuf name = STRBUF_INIT;
	char *found = NULL;

	if (format && !strchr(format, '/')) {
		strbuf_add_format(&name, READER "-%s", format);
		found = path_of_command(name.data);
		strbuf_fini(&name);
	}
	return found ? found : own_reader();
}

static void add_argument(struct vector *arguments, const char *word)
{
	char *copy = memory_copy_string(word);

	vector_push(arguments, &copy);
}

static void add_option(struct vector *arguments, const char *option, const char *value)
{
	struct strbuf word = STRBUF_INIT;

	if (!value)
		return;
	strbuf_add_format(&word, "--%s=%s", option, value);
	add_argument(arguments, word.data);
	strbuf_fini(&word);
}

/* What is only usual must not go before proof; the programs of others know but one option. */
static void add_day_order(
	struct vector *arguments, const char *program, const struct history_options *options)
{
	const char *slash = strrchr(program, '/');
	bool is_own = !strcmp(slash ? slash + 1 : program, READER);

	if (options->day_order)
		add_option(arguments, "day-order", options->day_order);
	else
		add_option(arguments, is_own ? "usual-day-order" : "day-order",
			options->usual_day_order);
}

static void reader_arguments(struct vector *arguments, const char *program,
	const struct history_options *options, const struct vector *files)
{
	const char *const *file;

	add_argument(arguments, program);
	add_option(arguments, "format", options->reader);
	for (size_t i = 0; i < options->me_count; i++)
		add_option(arguments, "me", options->me[i]);
	add_day_order(arguments, program, options);
	add_option(arguments, "tz", options->zone);
	add_option(arguments, "files-from", options->files_from);
	if (options->with_text)
		add_argument(arguments, "--with-text");
	add_argument(arguments, "--");
	VECTOR_EACH (file, files)
		add_argument(arguments, *file);
	add_argument(arguments, NULL);
}

static int reader_spawn(
	struct reader *reader, const char *program, char *const *arguments, const int *files)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int code = posix_spawn_file_actions_init(&actions);

	/* The screen blocks signals to read them: the reader must be stopped by them. */
	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);

	for (int i = STDIN_FILENO; i <= STDERR_FILENO && !code; i++)
		code = posix_spawn_file_actions_adddup2(&actions, files[i], i);
	if (!code)
		code = posix_spawn(
			&reader->pid, program, &actions, &attributes, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return code;
}

enum status reader_start(struct reader *reader, const char *program,
	const struct history_options *options, const struct vector *files, int input,
	struct error *err)
{
	struct vector arguments = VECTOR_INIT(char *);
	int ends[2], code = 0;

	*reader = (struct reader){ .said = scratch_open() };
	if (!reader->said || pipe2(ends, O_CLOEXEC)) {
		if (reader->said)
			fclose(reader->said);
		return error_set(
			err, STATUS_IO, _("Could not run %s: %s"), program, strerror(errno));
	}
	reader_arguments(&arguments, program, options, files);
	code = reader_spawn(reader, program, arguments.items,
		(const int[]){ input, ends[1], fileno(reader->said) });
	vector_fini_strings(&arguments);
	close(ends[1]);
	reader->out = fdopen(ends[0], "rb");
	if (!code)
		return STATUS_OK;
	fclose(reader->out);
	fclose(reader->said);
	return error_set(err, STATUS_IO, _("Could not run %s: %s"), program, strerror(code));
}

/* What it said, as one line of readable text. */
static void reader_tell(struct reader *reader, struct strbuf *out)
{
	char bytes[SAID_MAX];

	rewind(reader->said);
	size_t len = fread(bytes, 1, sizeof bytes, reader->said);
	char *readable = text_repair(bytes, len);
	char *trimmed = text_trim(readable);
	for (char *s = trimmed; *s; s++)
		if (*s == '\n' || *s == '\r')
			*s = ' ';
	strbuf_add(out, trimmed);
	free(trimmed);
	free(readable);
}

int reader_end(struct reader *reader, struct strbuf *said)
{
	int how = 0;

	fclose(reader->out);
	while (waitpid(reader->pid, &how, 0) < 0 && errno == EINTR)
		;
	reader_tell(reader, said);
	fclose(reader->said);
	return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}

void reader_stop(struct reader *reader)
{
	struct strbuf said = STRBUF_INIT;

	kill(reader->pid, SIGTERM);
	reader_end(reader, &said);
	strbuf_fini(&said);
}
