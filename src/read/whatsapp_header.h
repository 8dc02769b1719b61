/* The beginning of a message in a chat exported by WhatsApp, in any of its languages.
 * Not here: whose message it is, whether it counts (whatsapp.c). */
#ifndef FILO_READ_WHATSAPP_HEADER_H
#define FILO_READ_WHATSAPP_HEADER_H

#include <stdbool.h>
#include <stddef.h>

struct whatsapp_header {
	int first, second, third;           /* of the date, as they stand */
	int hour, minute, second_of_minute; /* the last -1 when there is none */
	bool is_year_first, has_bracket;
	bool has_mark;       /* U+200E before the bracket */
	bool is_plain_am_pm; /* AM or PM in capitals, without dots: the writing of the United States
			      */
	size_t body;         /* where the line goes on, in bytes */
};

bool whatsapp_header_parse(const char *line, size_t len, struct whatsapp_header *header);

/* Copies `len` bytes without invisible signs, with every kind of blank as a space, at most room - 1
 * bytes. Returns their number. */
size_t whatsapp_plain(const char *text, size_t len, char *out, size_t room);

#endif
