/* Allocation that ends the program cleanly when memory runs out.
 * Not here: containers. */
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*restore_terminal)(void);

void memory_on_exhausted(void (*restore)(void))
{
	restore_terminal = restore;
}

void *memory_must_have(void *block)
{
	static const char message[] = "filo: out of memory\n";

	if (block)
		return block;
	if (restore_terminal)
		restore_terminal();
	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(1);
	_exit(1);
}

void *memory_new(size_t size_bytes)
{
	return memory_must_have(calloc(1, size_bytes ? size_bytes : 1));
}

void *memory_resize(void *block, size_t size_bytes)
{
	return memory_must_have(realloc(block, size_bytes ? size_bytes : 1));
}

char *memory_copy_bytes(const char *s, size_t len_bytes)
{
	char *copy = memory_must_have(malloc(len_bytes + 1));

	if (len_bytes)
		memcpy(copy, s, len_bytes);
	copy[len_bytes] = '\0';
	return copy;
}

char *memory_copy_string(const char *s)
{
	return s ? memory_copy_bytes(s, strlen(s)) : NULL;
}

void memory_replace_string(char **s, const char *value)
{
	char *copy = memory_copy_string(value);

	free(*s);
	*s = copy;
}
