/* Names of files.
 * Not here: folders of mail that are left out (maildir.c). */
#include "read/names.h"

#include "filo/base/memory.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

void names_add(struct vector *names, const char *text, uint64_t index)
{
	struct name name = { .text = memory_copy_string(text), .index = index };

	vector_push(names, &name);
}

static int names_compare(const void *a, const void *b)
{
	const struct name *left = a, *right = b;

	return strverscmp(left->text, right->text);
}

void names_sort(struct vector *names)
{
	vector_sort(names, names_compare);
}

void names_free(struct vector *names)
{
	struct name *name;

	VECTOR_EACH (name, names)
		free(name->text);
	vector_fini(names);
}

bool names_are_media(const char *name)
{
	static const char *const ends[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic",
		".mp4", ".mov", ".avi", ".3gp", ".webm", ".mp3", ".m4a", ".ogg", ".oga", ".opus",
		".aac", ".wav", ".pdf", ".docx", ".xlsx", ".pptx", ".apk", ".tgs", ".svg", ".css",
		".js", ".ico", ".msf" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (words_end_with(name, ends[i]))
			return true;
	return false;
}

bool names_are_cards(const char *name)
{
	return words_end_with(name, ".vcf");
}
