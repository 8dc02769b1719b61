/* Folders by the XDG specification, and files replaced whole. Not here: what is in them. */
#include "../unit.h"
#include "a_file.h"

#include "filo/base/paths.h"

#include "filo/base/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <signal.h>

static char folder[] = "/tmp/filo-paths.XXXXXX";

static int in_a_new_folder(void **state)
{
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int without_the_folder(void **state)
{
	char command[64];

	snprintf(command, sizeof command, "rm -rf %s", folder);
	return chdir("/") || system(command);
}

static void check_path(char *path, const char *wanted)
{
	assert_string_equal(path, wanted);
	free(path);
}

static void files_live_where_xdg_says(void **state)
{
	setenv("HOME", "/home/ana", 1);
	setenv("XDG_DATA_HOME", "/data", 1);
	setenv("XDG_CONFIG_HOME", "/settings", 1);
	check_path(path_in_data("filo.db"), "/data/filo/filo.db");
	check_path(path_in_config("config"), "/settings/filo/config");
}

static void without_xdg_they_live_at_home(void **state)
{
	setenv("HOME", "/home/ana", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	check_path(path_in_data("filo.db"), "/home/ana/.local/share/filo/filo.db");
	check_path(path_in_config("config"), "/home/ana/.config/filo/config");
}

static void a_relative_xdg_folder_is_ignored(void **state)
{
	setenv("XDG_DATA_HOME", "data", 1);
	check_path(path_in_data("filo.db"), "/home/ana/.local/share/filo/filo.db");
	unsetenv("XDG_DATA_HOME");
}

static void every_path_lies_in_a_folder(void **state)
{
	check_path(path_folder("/a/b/c"), "/a/b");
	check_path(path_folder("/c"), "/");
	check_path(path_folder("c"), ".");
	check_path(path_folder("a/c"), "a");
}

static int mode_of(const char *path)
{
	struct stat info;

	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 0777;
}

static void missing_folders_are_made_for_the_owner_only(void **state)
{
	struct error err;
	mode_t before = umask(0);

	assert_int_equal(path_make_folder("one/two/three", &err), STATUS_OK);
	umask(0777);
	assert_int_equal(path_make_folder("one/two/four", &err), STATUS_OK);
	umask(before);
	assert_int_equal(mode_of("one"), 0700);
	assert_int_equal(mode_of("one/two/three"), 0700);
	assert_int_equal(mode_of("one/two/four"), 0700);
	assert_int_equal(path_make_folder("one/two/three", &err), STATUS_OK);
}

static void write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void a_folder_below_a_file_cannot_be_made(void **state)
{
	struct error err;

	write_text("file", "x");
	assert_int_equal(path_make_folder("file/folder", &err), STATUS_IO);
	assert_non_null(strstr(err.message, "file/folder"));
}

static void a_file_is_replaced_when_it_is_whole(void **state)
{
	struct file_writer writer;
	struct error err;

	write_text("cards", "old");
	assert_int_equal(file_writer_begin(&writer, "cards", &err), STATUS_OK);
	fputs("new", writer.file);
	check_text("cards", "old");
	assert_int_equal(file_writer_commit(&writer, &err), STATUS_OK);
	check_text("cards", "new");
	file_writer_abort(&writer);
	check_text("cards", "new");
}

static void replace_with(const char *path, const char *text)
{
	struct file_writer writer;
	struct error err;

	assert_int_equal(file_writer_begin(&writer, path, &err), STATUS_OK);
	fputs(text, writer.file);
	assert_int_equal(file_writer_commit(&writer, &err), STATUS_OK);
}

static void a_writer_that_is_killed_leaves_nothing(void **state)
{
	struct file_writer writer;
	struct error err;

	assert_int_equal(mkdir("lone", 0700), 0);
	pid_t child = fork();
	if (!child) {
		if (file_writer_begin(&writer, "lone/cards", &err) == STATUS_OK) {
			fputs("half", writer.file);
			fflush(writer.file);
		}
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(rmdir("lone"), 0);
}

static void who_may_read_a_file_stays_as_it_was(void **state)
{
	unlink("cards");
	replace_with("cards", "new");
	assert_int_equal(mode_of("cards"), 0600);
	chmod("cards", 0644);
	replace_with("cards", "newer");
	assert_int_equal(mode_of("cards"), 0644);
}

static void what_is_no_file_is_written_to(void **state)
{
	struct stat info;
	char text[8] = "";

	write_text("cards", "old");
	assert_int_equal(symlink("cards", "link"), 0);
	replace_with("link", "new");
	check_text("cards", "new");
	assert_int_equal(lstat("link", &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	unlink("link");
	assert_int_equal(mkfifo("pipe", 0600), 0);
	int reader = open("pipe", O_RDONLY | O_NONBLOCK);
	replace_with("pipe", "piped");
	assert_int_equal(read(reader, text, 5), 5);
	assert_string_equal(text, "piped");
	assert_int_equal(lstat("pipe", &info), 0);
	assert_true(S_ISFIFO(info.st_mode));
	close(reader);
	unlink("pipe");
}

/* Its reader would take it for the end. */
static void a_pipe_is_not_opened_to_see_whether_it_is_a_terminal(void **state)
{
	struct pollfd reader = { .events = POLLIN };

	assert_int_equal(mkfifo("pipe", 0600), 0);
	reader.fd = open("pipe", O_RDONLY | O_NONBLOCK);
	assert_false(path_is_terminal("pipe"));
	assert_int_equal(poll(&reader, 1, 0), 0);
	close(reader.fd);
	unlink("pipe");
}

static void a_file_given_up_leaves_the_old_one(void **state)
{
	struct file_writer writer;
	struct error err;

	assert_int_equal(mkdir("alone", 0700), 0);
	write_text("alone/cards", "old");
	assert_int_equal(file_writer_begin(&writer, "alone/cards", &err), STATUS_OK);
	fputs("half", writer.file);
	file_writer_abort(&writer);
	check_text("alone/cards", "old");
	unlink("alone/cards");
	assert_int_equal(rmdir("alone"), 0); /* nothing else was left */
}

static void a_full_disk_leaves_the_old_file(void **state)
{
	struct file_writer writer;
	struct error err;
	struct rlimit before, tight;

	write_text("cards", "old");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	tight = before;
	tight.rlim_cur = 1000;
	setrlimit(RLIMIT_FSIZE, &tight);
	assert_int_equal(file_writer_begin(&writer, "cards", &err), STATUS_OK);
	for (int i = 0; i < 5000; i++)
		fputc('x', writer.file);
	enum status status = file_writer_commit(&writer, &err);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_int_equal(status, STATUS_IO);
	assert_non_null(strstr(err.message, "cards"));
	check_text("cards", "old");
}

/* Why folders cannot be synced; 0: they can. */
static int folder_reason;

int fsync(int fd)
{
	struct stat info;

	if (folder_reason && fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
		errno = folder_reason;
		return -1;
	}
	return (int)syscall(SYS_fsync, fd);
}

static void a_name_that_a_failing_disk_may_forget_is_not_said_to_be_kept(void **state)
{
	struct file_writer writer;
	struct error err;

	for (int fails = 0; fails < 2; fails++) {
		assert_int_equal(file_writer_begin(&writer, "cards", &err), STATUS_OK);
		fputs("new", writer.file);
		folder_reason = fails ? EIO : EINVAL;
		assert_int_equal(file_writer_commit(&writer, &err), fails ? STATUS_IO : STATUS_OK);
		folder_reason = 0;
	}
	assert_non_null(strstr(err.message, "cards cannot be written: Input/output error"));
}

static void a_file_in_a_missing_folder_is_refused(void **state)
{
	struct file_writer writer;
	struct error err;

	assert_int_equal(file_writer_begin(&writer, "missing/cards", &err), STATUS_IO);
	assert_non_null(strstr(err.message, "missing/cards"));
}

static void a_link_that_leads_nowhere_leads_to_what_is_written(void **state)
{
	struct file_writer writer;
	char link[64], behind[64];
	struct stat info;

	snprintf(link, sizeof link, "%s/named", folder);
	snprintf(behind, sizeof behind, "%s/behind", folder);
	assert_int_equal(symlink("behind", link), 0);
	assert_int_equal(file_writer_begin(&writer, link, NULL), STATUS_OK);
	fputs("words", writer.file);
	assert_int_equal(file_writer_commit(&writer, NULL), STATUS_OK);
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	assert_int_equal(stat(behind, &info), 0);
	assert_int_equal(info.st_size, 5);
}

/* A program is killed while it writes a file that has a name already: the next run removes it. */
static void what_a_killed_program_left_is_removed(void **state)
{
	char path[64], mine[64], *part;
	int fd;

	snprintf(path, sizeof path, "%s/list.vcf", folder);
	pid_t child = fork();
	if (child == 0) {
		fd = path_open_part(path, &part);
		_exit(write(fd, "half", 4) != 4);
	}
	waitpid(child, NULL, 0);
	snprintf(mine, sizeof mine, "%s/a.filo-part-of-mine", folder);
	close(open(mine, O_CREAT | O_WRONLY, 0600));
	struct strbuf pattern = STRBUF_INIT;
	strbuf_add_format(&pattern, "%s/list.vcf.filo-part-%ld-*", folder, (long)child);
	glob_t found;
	assert_int_equal(glob(pattern.data, 0, NULL, &found), 0);
	globfree(&found);
	/* In the same folder, whatever is written. */
	snprintf(path, sizeof path, "%s/other.csv", folder);
	fd = path_open_part(path, &part);
	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(glob(pattern.data, 0, NULL, &found), GLOB_NOMATCH);
	assert_int_equal(access(part, F_OK), 0);
	assert_int_equal(access(mine, F_OK), 0);
	unlink(mine);
	unlink(part);
	free(part);
	strbuf_fini(&pattern);
}

/* Another machine that has the folder may be writing; what lies there for days nobody writes. */
static void what_is_of_another_machine_stays_while_it_is_new(void **state)
{
	const struct timespec long_ago[2] = { { .tv_sec = 1 }, { .tv_sec = 1 } };
	char path[64], theirs[96], *part;

	snprintf(path, sizeof path, "%s/list.vcf", folder);
	snprintf(theirs, sizeof theirs, "%s/a.vcf.filo-part-1-1-0badcafe", folder);
	close(open(theirs, O_CREAT | O_WRONLY, 0600));
	close(path_open_part(path, &part));
	assert_int_equal(access(theirs, F_OK), 0);
	assert_int_equal(utimensat(AT_FDCWD, theirs, long_ago, 0), 0);
	unlink(part);
	free(part);
	close(path_open_part(path, &part));
	assert_int_equal(access(theirs, F_OK), -1);
	unlink(part);
	free(part);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_live_where_xdg_says),
		cmocka_unit_test(without_xdg_they_live_at_home),
		cmocka_unit_test(a_relative_xdg_folder_is_ignored),
		cmocka_unit_test(every_path_lies_in_a_folder),
		cmocka_unit_test(missing_folders_are_made_for_the_owner_only),
		cmocka_unit_test(a_folder_below_a_file_cannot_be_made),
		cmocka_unit_test(a_file_is_replaced_when_it_is_whole),
		cmocka_unit_test(a_writer_that_is_killed_leaves_nothing),
		cmocka_unit_test(who_may_read_a_file_stays_as_it_was),
		cmocka_unit_test(what_is_no_file_is_written_to),
		cmocka_unit_test(a_pipe_is_not_opened_to_see_whether_it_is_a_terminal),
		cmocka_unit_test(a_file_given_up_leaves_the_old_one),
		cmocka_unit_test(a_full_disk_leaves_the_old_file),
		cmocka_unit_test(a_name_that_a_failing_disk_may_forget_is_not_said_to_be_kept),
		cmocka_unit_test(a_file_in_a_missing_folder_is_refused),
		cmocka_unit_test(a_link_that_leads_nowhere_leads_to_what_is_written),
		cmocka_unit_test(what_a_killed_program_left_is_removed),
		cmocka_unit_test(what_is_of_another_machine_stays_while_it_is_new),
	};

	return cmocka_run_group_tests(tests, in_a_new_folder, without_the_folder);
}
