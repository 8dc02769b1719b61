/* What a phone's backups tell of messages and calls, whatever their file looks like.
 * Not here: XML (android_xml.c), JSON (android_json.c). */
#ifndef FILO_READ_ANDROID_H
#define FILO_READ_ANDROID_H

#include "read/formats.h"

/* What is not known is NULL; everything is text, as the files have it. */
struct android_sms {
	const char *address, *date, *type, *body, *name;
};
struct android_call {
	const char *number, *date, *duration, *type, *presentation, *name;
};
struct android_mms {
	const char *date, *box, *name;
	const char *sender;
	struct vector others; /* of char * */
	bool has_mine;        /* my own number may be among them */
};

void android_sms(struct reading *reading, const struct android_sms *sms, int64_t line);
void android_call(struct reading *reading, const struct android_call *call, int64_t line);
void android_mms(struct reading *reading, const struct android_mms *mms, int64_t line);
/* After the last file. */
void android_finish(struct reading *reading);

#endif
