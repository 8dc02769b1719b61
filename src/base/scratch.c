/* Files without a name.
 * Not here: what they are for (exchange/history/sorter.c, texts.c). */
#include "filo/base/scratch.h"

#include <errno.h>
#include <fcntl.h>

FILE *scratch_open(void)
{
	FILE *file = tmpfile();

	if (!file || fcntl(fileno(file), F_SETFD, FD_CLOEXEC) == 0)
		return file;
	int code = errno;
	fclose(file);
	errno = code;
	return NULL;
}
