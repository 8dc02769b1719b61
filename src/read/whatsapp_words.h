/* What WhatsApp itself writes into a chat, by language: deleted, media, calls, reactions.
 * Not here: where a message begins (whatsapp_header.h). */
#ifndef FILO_READ_WHATSAPP_WORDS_H
#define FILO_READ_WHATSAPP_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum whatsapp_kind {
	WHATSAPP_TEXT,
	WHATSAPP_MEDIA, /* counts, too; has no text of its own */
	WHATSAPP_DELETED,
	WHATSAPP_REACTION,
	WHATSAPP_CALL,
	WHATSAPP_VIDEO,
	WHATSAPP_MISSED,
};

/* What a body (without invisible signs, trimmed) is; the seconds of a call. */
enum whatsapp_kind whatsapp_kind_of(const char *body, int64_t *seconds);
bool whatsapp_is_deleted_by_me(const char *body);
/* Whether a system line is in a language that writes the day first. */
bool whatsapp_is_day_first(const char *line);
/* Bytes of `body` before "<This message was edited>". */
size_t whatsapp_without_edited(const char *body);

/* The chat's name out of a file's: "Giulia" of "Chat WhatsApp con Giulia.txt". Caller frees; NULL:
 * it tells none. */
char *whatsapp_title(const char *file_name);

#endif
