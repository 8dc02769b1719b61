/* Which format a file has, and reading it.
 * Not here: the formats themselves. */
#include "read/formats.h"

#include "filo/base/i18n.h"
#include "filo/base/paths.h"
#include "filo/base/spoken.h"
#include "read/archive.h"
#include "read/refusal.h"
#include "read/words.h"

#include <string.h>

/* The first that recognises a file reads it: what is surer stands above. */
static const struct format *const formats[] = {
	&calendar_format,
	&android_xml_format,
	&mbox_format,
	&telegram_format,
	&meta_format,
	&monica_format,
	&signal_format,
	&android_json_format,
	&linkedin_format,
	&google_format,
	&friends_format,
	&abook_format,
	&eml_format,
	&whatsapp_format,
	&org_format,
};

enum { FORMATS = sizeof formats / sizeof *formats };

static const char *format_name_at(size_t at)
{
	return at < FORMATS ? formats[at]->name : NULL;
}

const struct format *format_by_name(const char *name)
{
	int found = spoken_find_name(format_name_at, name);

	return found < 0 ? NULL : formats[found];
}

const struct format *format_of(struct stream *stream)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (formats[i]->recognises(stream))
			return formats[i];
	return NULL;
}

static bool formats_read_known(struct reading *reading, struct stream *stream)
{
	const struct format *format = reading->only ? reading->only : format_of(stream);

	if (!format)
		return false;
	format->read(reading, stream);
	if (stream->is_broken)
		records_problem_at(
			reading->records, N_("it cannot be read to its end"), stream->at);
	return true;
}

bool formats_read(struct reading *reading, struct stream *stream)
{
	const char *before = reading->records->file;
	const char *refusal = NULL;
	bool is_read = true;

	reading->records->file = stream->path;
	reading->records->read_said = 0;
	stream->records = reading->records;
	if (archive_recognises(stream)) {
		archive_read(reading, stream);
	} else if ((refusal = refusal_of(stream))) {
		records_problem(reading->records, refusal, 0);
	} else {
		is_read = formats_read_known(reading, stream);
	}
	reading->records->file = before;
	return is_read;
}

void formats_finish(struct reading *reading)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (formats[i]->finish)
			formats[i]->finish(reading);
}

bool reading_is_me(const struct reading *reading, const char *who)
{
	char *const *me;

	VECTOR_EACH (me, &reading->me)
		if (words_name_one(*me, who))
			return true;
	return false;
}

const char *reading_name(const struct reading *reading, const struct stream *stream)
{
	return *reading->place ? path_name(reading->place) : stream->name;
}
