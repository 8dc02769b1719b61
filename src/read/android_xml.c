/* SMS Backup & Restore (smses, calls) and SuperBackup (alllogs), by libxml2's push parser behind a
 * filter.
 * Not here: the filter (xml_filter.c), what a row is worth (android.c). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "read/android.h"
#include "read/words.h"
#include "read/xml_filter.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

/* Addresses of one message; what is beyond is no message to people. */
enum { ADDRESSES_MAX = 2000 };

struct xml_reading {
	struct reading *reading;
	xmlParserCtxtPtr parser;
	struct android_mms mms; /* owns its texts while `is_in_mms` */
	int64_t mms_line;
	bool is_in_mms;
	unsigned long rows;
};

static bool android_xml_recognises(struct stream *stream)
{
	size_t len;
	const char *at = stream_head(stream, &len);

	if (strncmp(at, "<?xml", 5) != 0 && *at != '<')
		return false;
	for (size_t i = 0; (at = strchr(at, '<')) && i < 20; i++, at++)
		if (!strncmp(at, "<smses", 6) || !strncmp(at, "<calls", 6) ||
			!strncmp(at, "<alllogs", 8) || !strncmp(at, "<allsms", 7))
			return true;
	return false;
}

static const char *xml_attribute(const xmlChar **attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2)
		if (strcmp((const char *)attributes[0], name) == 0)
			return (const char *)attributes[1];
	return NULL;
}

static int64_t xml_line(const struct xml_reading *xml)
{
	return xmlSAX2GetLineNumber(xml->parser);
}

static void xml_add_addresses(struct vector *list, const char *joined)
{
	while (joined && *joined && list->count < ADDRESSES_MAX) {
		size_t len = strcspn(joined, "~");
		char *one = memory_copy_bytes(joined, len);
		if (*one && strcmp(one, "null") != 0)
			words_add_once(list, one);
		free(one);
		joined += len + (joined[len] == '~');
	}
}

static void xml_begin_mms(struct xml_reading *xml, const xmlChar **attributes)
{
	xml->mms = (struct android_mms){ .others = VECTOR_INIT(char *) };
	xml->mms.date = memory_copy_string(xml_attribute(attributes, "date"));
	xml->mms.box = memory_copy_string(xml_attribute(attributes, "msg_box"));
	xml_add_addresses(&xml->mms.others, xml_attribute(attributes, "address"));
	xml->mms.has_mine = !xml->mms.others.count;
	xml->mms_line = xml_line(xml);
	xml->is_in_mms = true;
}

/* 137 is who sent it, 151, 130 and 129 those who got it: taken only where the message itself names
 * nobody, since they hold my own number, too. */
static void xml_take_addr(struct xml_reading *xml, const xmlChar **attributes)
{
	const char *address = xml_attribute(attributes, "address");
	const char *type = xml_attribute(attributes, "type");

	if (!address || !type || ascii_equal(address, "insert-address-token"))
		return;
	if (strcmp(type, "137") == 0 && !xml->mms.sender)
		xml->mms.sender = memory_copy_string(address);
	else if (xml->mms.has_mine)
		xml_add_addresses(&xml->mms.others, address);
}

static void xml_end_mms(struct xml_reading *xml)
{
	if (!xml->is_in_mms)
		return;
	xml->is_in_mms = false;
	xml->rows++;
	android_mms(xml->reading, &xml->mms, xml->mms_line);
	free((char *)xml->mms.date);
	free((char *)xml->mms.box);
	free((char *)xml->mms.sender);
	vector_fini_strings(&xml->mms.others);
}

static void xml_take_sms(struct xml_reading *xml, const xmlChar **attributes)
{
	xml->rows++;
	android_sms(xml->reading,
		&(struct android_sms){ .address = xml_attribute(attributes, "address"),
			.date = xml_attribute(attributes, "date"),
			.type = xml_attribute(attributes, "type"),
			.body = xml_attribute(attributes, "body"),
			.name = xml_attribute(attributes, "contact_name") },
		xml_line(xml));
}

static void xml_take_call(struct xml_reading *xml, const xmlChar **attributes)
{
	const char *name = xml_attribute(attributes, "contact_name");
	const char *duration = xml_attribute(attributes, "duration");

	xml->rows++;
	android_call(xml->reading,
		&(struct android_call){ .number = xml_attribute(attributes, "number"),
			.date = xml_attribute(attributes, "date"),
			.duration = duration ? duration : xml_attribute(attributes, "dur"),
			.type = xml_attribute(attributes, "type"),
			.presentation = xml_attribute(attributes, "presentation"),
			.name = name ? name : xml_attribute(attributes, "name") },
		xml_line(xml));
}

static void xml_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	struct xml_reading *xml = context;
	const char *element = (const char *)name;

	if (strcmp(element, "sms") == 0)
		xml_take_sms(xml, attributes);
	else if (strcmp(element, "call") == 0 || strcmp(element, "log") == 0)
		xml_take_call(xml, attributes);
	else if (strcmp(element, "mms") == 0) {
		xml_end_mms(xml);
		xml_begin_mms(xml, attributes);
	} else if (strcmp(element, "addr") == 0 && xml->is_in_mms)
		xml_take_addr(xml, attributes);
}

static void xml_finish(void *context, const xmlChar *name)
{
	if (strcmp((const char *)name, "mms") == 0)
		xml_end_mms(context);
}

/* Feeds the parser to the end; false when the file was cut or is no whole XML. */
static bool xml_feed(struct xml_reading *xml, struct stream *stream)
{
	struct xml_filter filter = { .waiting = STRBUF_INIT };
	struct strbuf out = STRBUF_INIT;
	const char *bytes;
	size_t len;

	do {
		len = stream_chunk(stream, &bytes);
		strbuf_clear(&out);
		xml_filter(&filter, bytes, len, len == 0, &out);
		if (out.len)
			xmlParseChunk(xml->parser, out.data, (int)out.len, 0);
	} while (len);
	bool is_inside = filter.place != XML_TEXT;
	xmlParseChunk(xml->parser, NULL, 0, 1);
	xml_filter_fini(&filter);
	strbuf_fini(&out);
	return xml->parser->wellFormed && !is_inside;
}

static void android_xml_read(struct reading *reading, struct stream *stream)
{
	struct xml_reading xml = { .reading = reading };
	xmlSAXHandler sax = { .startElement = xml_start, .endElement = xml_finish };

	xml.parser = xmlCreatePushParserCtxt(&sax, &xml, NULL, 0, NULL);
	if (!xml.parser)
		return;
	xmlCtxtUseOptions(xml.parser, XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_NOENT |
					      XML_PARSE_NONET | XML_PARSE_NOERROR |
					      XML_PARSE_NOWARNING);
	bool is_whole = xml_feed(&xml, stream);
	xml_end_mms(&xml);
	if (!is_whole)
		records_problem(reading->records, N_("cut or broken XML: what could be read was"),
			xml_line(&xml));
	xmlFreeParserCtxt(xml.parser);
}

const struct format android_xml_format = { .name = "sms-xml",
	.recognises = android_xml_recognises,
	.read = android_xml_read,
	.finish = android_finish };
