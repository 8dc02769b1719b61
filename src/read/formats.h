/* The formats that are read, and how each is known by its content.
 * Not here: where files are found (folder.h, archive.h). */
#ifndef FILO_READ_FORMATS_H
#define FILO_READ_FORMATS_H

#include "read/stream.h"

/* A run: what was asked for, and where it goes. */
struct reading {
	struct records *records;
	const struct format *only;   /* --format; NULL: found out */
	struct vector me;            /* of char *: --me, as given */
	const char *day_order;       /* "dmy", "mdy", "ymd"; NULL: found out */
	const char *usual_day_order; /* where nothing proves one; NULL: guessed */
	bool with_text;
	int64_t now_ms;    /* since 1970 UTC: what is later has not happened */
	const char *place; /* the folder or archive at hand, "" for a file by itself; borrowed */
};

struct format {
	const char *name; /* of --format */
	/* By the stream's head and name only. */
	bool (*recognises)(struct stream *stream);
	void (*read)(struct reading *reading, struct stream *stream);
	/* After all files: what only shows in all of them. May be NULL. */
	void (*finish)(struct reading *reading);
};

extern const struct format whatsapp_format, mbox_format, eml_format, telegram_format, signal_format,
	android_xml_format, android_json_format, meta_format, linkedin_format, calendar_format,
	friends_format, monica_format, abook_format, org_format, google_format;

/* By its name or a beginning that no other has; NULL: there is none. */
const struct format *format_by_name(const char *name);
/* NULL: not known. */
const struct format *format_of(struct stream *stream);

/* Reads an open stream in the format that it has, or that was asked for. False when it is not
 * known; nothing was said then. */
bool formats_read(struct reading *reading, struct stream *stream);
void formats_finish(struct reading *reading);

/* What to call where a stream is from: the folder or archive, else the file. Borrowed. */
const char *reading_name(const struct reading *reading, const struct stream *stream);

/* "me" as given: by text without case, an address, or the last nine digits of a phone number. */
bool reading_is_me(const struct reading *reading, const char *who);

#endif
