/* Telling a program of the person's what has happened, as JSON on its standard input.
 * Not here: when (cli/log.c, cli/import.c, tui/hooks.c). */
#include "filo/exchange/hooks.h"

#include "filo/base/command_line.h"
#include "filo/base/launch.h"
#include "filo/base/text.h"
#include "filo/exchange/import_counts.h"
#include "filo/exchange/json_people.h"
#include "filo/store/conversations.h"

#include <stdlib.h>

/* An event as it is written. */
struct hook_event {
	FILE *memory;
	char *bytes;
	size_t len;
	struct json_writer *json;
};

static void hook_begin(struct hook_event *event, const char *name)
{
	*event = (struct hook_event){ .memory = NULL };
	event->memory = open_memstream(&event->bytes, &event->len);
	if (!event->memory)
		abort(); /* no memory, and nothing else */
	event->json = json_begin(event->memory);
	json_object_open(event->json);
	json_put_string(event->json, "event", name);
}

static enum status hook_end(struct hook_event *event, const char *setting, const char *command,
	int *watch, struct error *err)
{
	struct vector words = VECTOR_INIT(char *);
	struct error reason;

	json_object_close(event->json);
	enum status status = json_end(event->json, err);
	fclose(event->memory);
	if (status == STATUS_OK && command_line_split(command, &words)) {
		status = launch_apart(command_line_argv(&words), event->bytes, watch, &reason);
		if (status != STATUS_OK)
			error_set(err, status, "%s: %s", setting, reason.message);
	}
	vector_fini_strings(&words);
	free(event->bytes);
	return status;
}

enum status hook_after_log(struct store *store, const struct config *config, conversation_id id,
	int *watch, struct error *err)
{
	struct conversation talk;
	struct hook_event event;

	if (watch)
		*watch = -1;
	if (text_is_blank(config->after_log))
		return STATUS_OK;
	enum status status = conversation_load(store, id, &talk, err);
	if (status != STATUS_OK)
		return status;
	hook_begin(&event, "log");
	json_put_entry(event.json, &talk);
	conversation_fini(&talk);
	return hook_end(&event, "after-log", config->after_log, watch, err);
}

enum status hook_after_import(const struct config *config, const struct import_request *request,
	const struct import_plan *plan, int *watch, struct error *err)
{
	struct hook_event event;

	if (watch)
		*watch = -1;
	if (!plan->has_changed || text_is_blank(config->after_import))
		return STATUS_OK;
	hook_begin(&event, "import");
	json_put_string(event.json, "format", plan->format ? plan->format->name : NULL);
	json_key(event.json, "files");
	json_array_open(event.json);
	for (size_t i = 0; i < request->file_count; i++)
		json_string(event.json, request->files[i]);
	json_array_close(event.json);
	import_counts_put(event.json, plan);
	if (plan->history.files.count) {
		json_key(event.json, "history");
		json_object_open(event.json);
		history_counts_put(event.json, &plan->history);
		json_object_close(event.json);
	}
	return hook_end(&event, "after-import", config->after_import, watch, err);
}
