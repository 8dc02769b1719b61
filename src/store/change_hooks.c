/* The rooms that do something with every change, in the order in which they settle: who took part,
 * the rhythms learned from that, the index. What goes by the thousand comes first.
 * Not here: what each does. */
#include "store/db/change_hooks.h"

#include "store/due/rhythm.h"
#include "store/log/conversations_bulk.h"
#include "store/log/conversations_removal.h"
#include "store/log/fulltext_bulk.h"

const struct change_hook *const change_hooks[] = {
	&conversations_removal_hook,
	&conversations_bulk_hook,
	&rhythm_hook,
	&fulltext_bulk_hook,
};
const size_t change_hook_count = sizeof change_hooks / sizeof *change_hooks;
