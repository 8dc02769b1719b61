/* Taking handles apart.
 * Not here: who they are (people.c). */
#include "exchange/history/handles.h"

#include "exchange/named_address.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

#define PHONE_DIGITS_MIN 7

void handle_fini(struct handle *handle)
{
	free(handle->key);
	free(handle->name);
	free(handle->value);
	*handle = (struct handle){ 0 };
}

size_t handle_digits(const char *text)
{
	size_t digits = 0;

	for (; *text; text++)
		digits += *text >= '0' && *text <= '9';
	return digits;
}

/* Digits, what stands between them, and marks of writing direction. */
static bool handles_is_phone(const char *text)
{
	size_t digits = handle_digits(text);
	bool has_plus = false;

	for (const char *s = text; *s; s++) {
		has_plus |= *s == '+';
		if (ascii_is_alnum(*s) && !(*s >= '0' && *s <= '9'))
			return false;
		if (!ascii_is_alnum(*s) && !strchr(" +-()./", *s) && (unsigned char)*s < 0x80)
			return false;
	}
	return digits >= PHONE_DIGITS_MIN || (has_plus && digits);
}

/* %41 as A, in place. */
static void decode_percent(char *text)
{
	char *to = text;

	for (const char *from = text; *from; to++) {
		char hex[3] = { from[0] == '%' ? from[1] : 0, 0, 0 };
		if (hex[0])
			hex[1] = from[2];
		char *end = hex;
		long byte = strtol(hex, &end, 16);
		bool is_code = hex[1] && end == hex + 2 && byte > 0;
		*to = is_code ? (char)byte : *from;
		from += is_code ? 3 : 1;
	}
	*to = '\0';
}

static bool handles_kind_of(const char *address, enum channel_kind *kind)
{
	const char *at = strchr(address, '@');

	if (strstr(address, "://"))
		*kind = CHANNEL_PROFILE;
	else if (at && at != address && !strchr(address, ' '))
		*kind = CHANNEL_EMAIL;
	else if (handles_is_phone(address))
		*kind = CHANNEL_PHONE;
	else
		return false;
	return true;
}

/* The channel's key without the letter for its kind. */
static void set_address(struct handle *handle, char *address)
{
	struct strbuf key = STRBUF_INIT;

	if (handle->kind == CHANNEL_PROFILE) {
		decode_percent(address);
		char *repaired = text_repair(address, strlen(address));
		free(address);
		address = repaired;
	}
	channel_key(&key, handle->kind, address);
	handle->key = memory_copy_string(key.len ? key.data + 1 : "");
	handle->value = address;
	strbuf_fini(&key);
}

static void set_name(struct handle *handle, const char *name)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, name);
	handle->key = strbuf_take(&key);
	/* Nothing but signs, as an emoji that the fold leaves nothing of. */
	if (!*handle->key)
		memory_replace_string(&handle->key, name);
}

void handle_parse(struct handle *handle, const char *text)
{
	char *trimmed = text_trim(text), *name;
	char *address = named_address_cut(trimmed, &name);

	*handle = (struct handle){ .is_channel = false };
	handle->is_channel = handles_kind_of(address, &handle->kind);
	if (handle->is_channel) {
		set_address(handle, address);
	} else {
		const char *called = name && *name ? name : address;
		set_name(handle, called);
		handle->name = memory_copy_string(called);
		free(address);
	}
	if (!handle->name)
		handle->name = memory_copy_string(name ? name : "");
	free(name);
	free(trimmed);
}

bool handle_is_phone(const struct handle *handle)
{
	return handle->is_channel && handle->kind == CHANNEL_PHONE;
}

bool handle_is_address(const struct handle *handle, const char *address)
{
	return handle->is_channel && channel_says(handle->kind, handle->value, address);
}

bool handle_is_same(const struct handle *handle, const struct handle *other)
{
	bool are_phones = handle_is_phone(handle) && handle_is_phone(other);

	return are_phones ? handle_is_address(handle, other->value)
			  : !strcmp(handle->key, other->key);
}

void handle_key_whole(struct handle *handle)
{
	struct strbuf key = STRBUF_INIT;

	channel_whole_key(&key, handle->kind, handle->value);
	memory_replace_string(&handle->key, key.data + 1);
	strbuf_fini(&key);
}

const char *handle_kind(const struct handle *handle, const char *source)
{
	return handle->is_channel ? channel_kind_name(handle->kind) : source;
}
