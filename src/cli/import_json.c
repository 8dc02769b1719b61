/* What an import did, or would do, for programs.
 * Not here: in words (import.c, import_history.c). */
#include "cli/import_json.h"

#include "cli/import_history.h"
#include "filo/exchange/import_counts.h"

/* Who comes by a card is no contact yet. */
static void import_put_contact(struct json_writer *json, const struct import_candidate *candidate)
{
	json_put_int_or_null(json, "contact", candidate->is_in_file ? 0 : candidate->contact, 0);
}

static void import_put_candidates(struct json_writer *json, const struct import_likely *likely)
{
	const struct import_candidate *candidate;

	json_key(json, "candidates");
	json_array_open(json);
	VECTOR_EACH (candidate, &likely->candidates) {
		json_object_open(json);
		import_put_contact(json, candidate);
		json_put_int_or_null(
			json, "card", candidate->is_in_file ? candidate->card + 1 : 0, 0);
		json_put_string(json, "contact_name", candidate->name);
		json_put_string(json, "contact_facts", candidate->facts);
		json_put_string(json, "shared", candidate->shared);
		json_put_bool(json, "both_in_file", candidate->is_in_file);
		json_object_close(json);
	}
	json_array_close(json);
}

static void import_put_likely(struct json_writer *json, const struct import_plan *plan)
{
	struct import_likely *likely;

	json_key(json, "likely");
	json_array_open(json);
	VECTOR_EACH (likely, &plan->likely) {
		const struct import_candidate *meant = import_likely_meant(likely);
		json_line(json);
		json_object_open(json);
		json_put_int(json, "card", likely->card + 1);
		json_put_string(json, "name", likely->name);
		import_put_contact(json, meant);
		json_put_string(json, "contact_name", meant->name);
		json_put_string(json, "shared", meant->shared);
		json_put_string(json, "facts", likely->facts);
		json_put_string(json, "contact_facts", meant->facts);
		json_put_bool(json, "both_in_file", meant->is_in_file);
		import_put_candidates(json, likely);
		json_object_close(json);
	}
	json_array_close(json);
}

static void import_put_problems(struct json_writer *json, const struct import_plan *plan)
{
	struct import_problem *problem;

	json_key(json, "problems");
	json_array_open(json);
	VECTOR_EACH (problem, &plan->problems) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "file", problem->file);
		json_put_int(json, "line", problem->line);
		json_put_bool(json, "refused", problem->is_refused);
		json_put_string(json, "reason", problem->reason);
		json_object_close(json);
	}
	json_array_close(json);
}

void import_put_plan(struct json_writer *json, const struct import_plan *plan, bool is_dry_run)
{
	json_put_bool(json, "dry_run", is_dry_run);
	json_put_string(json, "format", plan->format ? plan->format->name : NULL);
	import_counts_put(json, plan);
	import_put_likely(json, plan);
	import_history_put(json, &plan->history);
	import_put_problems(json, plan);
}
