/* Groups of kept lines, so that those of two cards never mix.
 * Not here: reading a line (kept_line.c), groups of a card being read (exchange/vcard/). */
#include "filo/people/kept_groups.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

/* Digits of a name that count as its number. */
#define DIGITS_MAX 6

/* A line's name, behind the mark of an original. */
static const char *name_of(const char *line)
{
	return line + (*line == '~');
}

/* 0: in no group. */
static size_t group_length(const char *name)
{
	size_t len = strcspn(name, ".;:");

	return name[len] == '.' ? len : 0;
}

/* "item" of "item12", "item0" of "item012". */
static size_t stem_length(const char *name, size_t len)
{
	size_t stem = len;

	while (stem && len - stem < DIGITS_MAX && strchr("0123456789", name[stem - 1]))
		stem--;
	while (stem < len && name[stem] == '0')
		stem++;
	return stem;
}

static unsigned long group_number(const char *name)
{
	return strtoul(name + stem_length(name, group_length(name)), NULL, 10);
}

unsigned long kept_groups_last(const struct vector *kept, const char *stem)
{
	const struct kept_property *line;
	unsigned long last = 0;

	VECTOR_EACH (line, kept) {
		const char *name = name_of(line->line);
		bool is_one = group_length(name) && ascii_begins(name, stem);
		unsigned long number = is_one ? group_number(name) : 0;
		last = number > last ? number : last;
	}
	return last;
}

/* In lower case: names of groups are the same in either. NULL: none. Caller frees. */
static char *copy_group(const char *line)
{
	const char *name = name_of(line);
	size_t len = group_length(name);
	char *group = len ? memory_copy_bytes(name, len) : NULL;

	for (char *c = group; c && *c; c++)
		*c = ascii_lower(*c);
	return group;
}

static int compare_kept_groups(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The groups of those lines that are wanted, sorted. */
static struct vector groups_of(const struct vector *kept, const bool *is_wanted)
{
	struct vector groups = VECTOR_INIT(char *);

	for (size_t i = 0; i < kept->count; i++) {
		char *group = copy_group(((struct kept_property *)vector_at(kept, i))->line);
		if (group && is_wanted[i])
			vector_push(&groups, &group);
		else
			free(group);
	}
	vector_sort(&groups, compare_kept_groups);
	return groups;
}

static bool has_group(const struct vector *groups, const char *group)
{
	return groups->count && bsearch(&group, groups->items, groups->count, groups->item_bytes,
					compare_kept_groups) != NULL;
}

static void add_renamed(struct contact *to, const char *line, unsigned long shift)
{
	const char *name = name_of(line);
	size_t len = group_length(name), stem = stem_length(name, len);
	struct strbuf renamed = STRBUF_INIT;

	strbuf_add_bytes(&renamed, line, (size_t)(name - line) + stem);
	strbuf_add_format(&renamed, "%lu%s", group_number(name) + shift, name + len);
	contact_add_kept(to, renamed.data);
	strbuf_fini(&renamed);
}

void kept_groups_join(
	struct contact *to, const struct contact *from, const bool *is_new, const bool *is_other)
{
	struct vector others = groups_of(&to->kept, is_other);
	struct vector added = groups_of(&from->kept, is_new);
	unsigned long last = kept_groups_last(&to->kept, "");
	unsigned long shift = kept_groups_last(&from->kept, "");

	shift = (shift > last ? shift : last) + 1;
	for (size_t i = 0; i < from->kept.count; i++) {
		const char *line = ((struct kept_property *)vector_at(&from->kept, i))->line;
		char *group = copy_group(line);
		if (group && has_group(&others, group) && has_group(&added, group))
			add_renamed(to, line, shift);
		else if (is_new[i])
			contact_add_kept(to, line);
		free(group);
	}
	vector_fini_strings(&others);
	vector_fini_strings(&added);
}
