/* Small settings that belong to the data.
 * Not here: the settings file (base/config.h). */
#ifndef FILO_STORE_SETTINGS_H
#define FILO_STORE_SETTINGS_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* Small settings that belong to the data. *value: caller frees; NULL where it is not set, and when
 * it cannot be read. */
enum status setting_get(struct store *store, const char *key, char **value, struct error *err);
enum status setting_set(struct store *store, const char *key, const char *value, struct error *err);

#endif
