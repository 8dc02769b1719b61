/* The XML of phones made XML: what their programs write and no parser takes.
 * Not here: parsing it (android_xml.c). */
#ifndef FILO_READ_XML_FILTER_H
#define FILO_READ_XML_FILTER_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

enum xml_place { XML_TEXT, XML_TAG, XML_VALUE, XML_DATA, XML_COMMENT, XML_DECLARATION };

/* All zero at the beginning, but `waiting` is STRBUF_INIT. */
struct xml_filter {
	enum xml_place place;
	char quote; /* around the value at hand */
	bool is_latin1;
	unsigned int matched;  /* bytes of the name of that charset, in a declaration */
	struct strbuf waiting; /* bytes that need those after them */
};
/* Adds to `out` what becomes of `bytes`: values of data="" are dropped, surrogates joined, stray
 * '&' and '<' escaped, what is no character replaced, declaration and comments left out. With
 * `is_end`, of everything that waits, too. */
void xml_filter(
	struct xml_filter *filter, const char *bytes, size_t len, bool is_end, struct strbuf *out);
void xml_filter_fini(struct xml_filter *filter);

#endif
