/* Files in a form's fields: what is in a folder, ~ for the home folder.
 * Not here: which field has a path (form_complete.c). */
#include "tui/form/form_paths.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *home_of(const char *typed, struct strbuf *path)
{
	const char *home = getenv("HOME");

	if (typed[0] == '~' && (typed[1] == '/' || !typed[1]) && home) {
		strbuf_add(path, home);
		strbuf_add(path, typed + 1);
	} else {
		strbuf_add(path, typed);
	}
	return path->data;
}

char *form_path(const char *typed)
{
	struct strbuf path = STRBUF_INIT;
	char *trimmed = text_trim(typed);

	home_of(trimmed, &path);
	free(trimmed);
	return strbuf_take(&path);
}

enum status form_path_check(const char *path, struct error *err)
{
	struct stat info;
	bool is_there = stat(path, &info) == 0;

	if (is_there ? S_ISREG(info.st_mode) || S_ISDIR(info.st_mode) : strcmp(path, "-") != 0)
		return STATUS_OK;
	return error_set(err, STATUS_INVALID, _("%s is neither a file nor a folder"), path);
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void paths_complete(const char *typed, struct vector *out)
{
	struct strbuf path = STRBUF_INIT, folder = STRBUF_INIT;
	const char *last = strrchr(typed, '/');
	size_t prefix_len = last ? (size_t)(last - typed) + 1 : 0;
	const char *begun = typed + prefix_len;
	struct dirent *entry;

	home_of(typed, &path);
	const char *slash = strrchr(path.data, '/');
	strbuf_add_bytes(&folder, path.data, slash ? (size_t)(slash - path.data) + 1 : 0);
	DIR *dir = opendir(folder.len ? folder.data : ".");
	while (dir && (entry = readdir(dir))) {
		struct strbuf offer = STRBUF_INIT, full = STRBUF_INIT;
		struct stat info;
		if (strncmp(entry->d_name, begun, strlen(begun)) != 0 ||
			(entry->d_name[0] == '.' && *begun != '.'))
			continue;
		strbuf_add_bytes(&offer, typed, prefix_len);
		strbuf_add(&offer, entry->d_name);
		strbuf_add(&full, folder.data);
		strbuf_add(&full, entry->d_name);
		if (stat(full.data, &info) == 0 && S_ISDIR(info.st_mode))
			strbuf_add_char(&offer, '/');
		strbuf_fini(&full);
		char *found = strbuf_take(&offer);
		vector_push(out, &found);
	}
	if (dir)
		closedir(dir);
	vector_sort(out, compare_paths);
	strbuf_fini(&path);
	strbuf_fini(&folder);
}
