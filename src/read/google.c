/* Whose a Google export is: user_info.json says it, beside the mail and the calendars.
 * Not here: those (mbox.c, calendar.c). */
#include "filo/base/i18n.h"
#include "read/formats.h"
#include "read/json.h"

#include <string.h>

static bool google_recognises(struct stream *stream)
{
	return strcmp(stream->name, "user_info.json") == 0 && json_head_begins(stream) == '{' &&
	       json_head_has(stream, "user") && json_head_has(stream, "email");
}

static void google_read(struct reading *reading, struct stream *stream)
{
	const struct json *file = json_parse_stream(reading, stream);
	const char *email = json_text_at(json_get(file, "user"), "email");

	if (email && *email) {
		records_source(reading->records, "mail", reading_name(reading, stream));
		records_me(reading->records, email, N_("the export says whose it is"));
	}
	json_forget();
}

const struct format google_format = {
	.name = "google", .recognises = google_recognises, .read = google_read
};
