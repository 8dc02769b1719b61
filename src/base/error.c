/* Filling an error: formatting the sentence a person will read.
 * Not here: showing it. */
#include "filo/base/error.h"

#include <stdarg.h>
#include <stdio.h>

enum status error_set(struct error *err, enum status status, const char *format, ...)
{
	if (err) {
		va_list args;
		va_start(args, format);
		err->status = status;
		vsnprintf(err->message, sizeof err->message, format, args);
		va_end(args);
	}
	return status;
}
