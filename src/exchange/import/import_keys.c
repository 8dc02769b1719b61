/* What an entry of the log or a follow-up says, as one key.
 * Not here: the tables of keys (person_index.c). */
#include "exchange/import/import_keys.h"

void import_keys_entry(struct strbuf *key, const struct conversation *entry)
{
	strbuf_clear(key);
	strbuf_add_format(key, "%d %d %d %d %d ", (int)entry->day, (int)entry->precision,
		entry->minute, (int)entry->medium, (int)entry->direction);
	strbuf_add(key, entry->summary ? entry->summary : "");
	if (entry->body) {
		strbuf_add_char(key, '\n');
		strbuf_add(key, entry->body);
	}
}

void import_keys_followup(struct strbuf *key, const struct followup *followup)
{
	strbuf_add_format(key, "%d %d ", (int)followup->kind, (int)followup->made_on);
	strbuf_add(key, followup->text);
}
