/* The fields of a contact as options of a command.
 * Not here: adding (add.c), editing (edit.c). */
#ifndef FILO_CLI_CONTACT_OPTIONS_H
#define FILO_CLI_CONTACT_OPTIONS_H

#include "cli/command.h"
#include "filo/base/i18n.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>

/* An option is a field of the contact (contact_option_rows.h); those of a command's own begin
 * behind them. */
#define CONTACT_OPTION(field)   (CLI_LONG + (int)(field))
#define CONTACT_OPTION_SET      CONTACT_OPTION(CONTACT_FIELDS)
#define CONTACT_OPTION_RELATION (CONTACT_OPTION_SET + 1)
#define CONTACT_OPTIONS_END     (CONTACT_OPTION_RELATION + 1)

/* The words that "--gender" and "--set" take, by number; NULL behind the last. */
const char *contact_option_gender(size_t at);
const char *contact_option_relation(size_t at);
const char *contact_option_field(size_t at);

/* Lays what was typed over the contact: a text in place of the one there is, an address, number or
 * tag beside them. False: refused, which has been said, with the exit status in *status. */
bool cli_contact_read(const struct cli *cli, enum contact_field field, const char *value,
	struct contact *contact, int *status);

/* The same of one of contact_option_rows.h, with its value in optarg. */
bool cli_contact_option(const struct cli *cli, int option, struct contact *contact, int *status);

/* Whether the options say one thing of each field; complains otherwise. The addresses,
 * numbers and tags they give go into `given`, an empty contact. */
bool cli_contact_options_agree(const struct cli *cli, int argc, char **argv, struct contact *given);

/* Says that the value is one of these, and is to be taken away, too; the exit status. */
int cli_contact_refuse_both(const struct cli *cli, const char *value);

/* The contact of that name; false: as cli_person. The other says that it is changed, and returns
 * the exit status. */
bool cli_contact_load(
	const struct cli *cli, const char *name, struct contact *contact, int *status);
int cli_contact_save(const struct cli *cli, struct contact *contact);
/* Says so where the name is somebody else's, too. */
void cli_contact_note_namesake(const struct cli *cli, const struct contact *contact);

#endif
