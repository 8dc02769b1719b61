/* Importing text into a place of its own, for the tests of whole imports.
 * Not here: the tests. */
#ifndef FILO_TESTS_EXCHANGE_IMPORTS_H
#define FILO_TESTS_EXCHANGE_IMPORTS_H

#include "../store/place.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/exchange/export.h"
#include "filo/exchange/import.h"
#include "filo/people/contact.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"

/* Imports `bytes` as a file; the plan is to be freed. */
static inline struct import_plan import_bytes(struct place *place, const char *bytes, size_t len,
	bool (*progress)(void *context, int64_t done, int64_t total), enum status *status)
{
	char path[80];
	const char *files[] = { path };
	struct import_request request = { .files = files, .file_count = 1, .progress = progress };
	struct import_plan plan;

	snprintf(path, sizeof path, "%s/import", place->folder);
	FILE *file = fopen(path, "w");
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
	import_plan_init(&plan);
	*status = import_plan_apply(place->store, &request, &plan, &place->err);
	return plan;
}

static inline struct import_plan import_text(
	struct place *place, const char *text, enum status *status)
{
	return import_bytes(place, text, strlen(text), NULL, status);
}

static inline void expect_import(
	struct place *place, const char *text, int added, int updated, int unchanged, int refused)
{
	enum status status;
	struct import_plan plan = import_text(place, text, &status);

	assert_ok(place, status);
	assert_int_equal(plan.added, added);
	assert_int_equal(plan.updated, updated);
	assert_int_equal(plan.unchanged, unchanged);
	assert_int_equal(plan.refused, refused);
	import_plan_fini(&plan);
}

static inline contact_id add_with_email(struct place *place, const char *name, const char *email)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact_add_channel(&contact, CHANNEL_EMAIL, email, NULL, false);
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

static inline char *export_text(struct place *place, enum export_format format)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_ok(place, export_stream(place->store, format, out, NULL, &place->err));
	fclose(out);
	return text;
}

static inline size_t occurrences(const char *text, const char *of)
{
	size_t count = 0;

	while ((text = strstr(text, of))) {
		count++;
		text += strlen(of);
	}
	return count;
}

static inline void expect_exported(struct place *place, const char *what, size_t times)
{
	char *text = export_text(place, EXPORT_VCARD);

	if (occurrences(text, what) != times)
		fail_msg("\"%s\" stands %zu times in:\n%s", what, occurrences(text, what), text);
	free(text);
}

static inline void expect_number(struct place *place, int64_t expected, const char *sql)
{
	int64_t found = number(place->store, sql);

	if (found != expected)
		fail_msg("%lld, not %lld: %s", (long long)found, (long long)expected, sql);
}

#endif
