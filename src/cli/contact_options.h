/* The fields of a contact as options of a command.
 * Not here: adding (add.c), editing (edit.c). */
#ifndef FILO_CLI_CONTACT_OPTIONS_H
#define FILO_CLI_CONTACT_OPTIONS_H

#include "cli/command.h"
#include "filo/base/i18n.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>

/* An option is a field of the contact; those of a command's own begin behind them. */
#define CONTACT_OPTION(field) (CLI_LONG + (int)(field))
#define CONTACT_OPTIONS_END   CONTACT_OPTION(CONTACT_FIELDS)

/* clang-format off */
#define CONTACT_OPTIONS                                                                            \
	{ CONTACT_OPTION(CONTACT_EMAIL), "email", N_("ADDRESS"),                                   \
		N_("an e-mail address; may be given several times") },                             \
	{ CONTACT_OPTION(CONTACT_PHONE), "phone", N_("NUMBER"),                                    \
		N_("a phone number; may be given several times") },                                \
	{ CONTACT_OPTION(CONTACT_CIRCLE), "circle", N_("CIRCLE"),                                  \
		N_("the circle they belong to") },                                                 \
	{ CONTACT_OPTION(CONTACT_CADENCE), "every", N_("DAYS"),                                    \
		N_("the wish to be in touch every so many days") },                                \
	{ CONTACT_OPTION(CONTACT_TAGS), "tag", N_("TAG"), N_("a tag; may be given several times") }, \
	{ CONTACT_OPTION(CONTACT_MET), "met", N_("TEXT"), N_("how and where you met") },           \
	{ CONTACT_OPTION(CONTACT_PRONOUNS), "pronouns", N_("TEXT"),                                \
		N_("how they want to be spoken of") },                                             \
	{ CONTACT_OPTION(CONTACT_GRAMMATICAL_GENDER), "gender", N_("WORD"),                        \
		N_("the grammatical gender that sentences about them take") },                     \
	{ CONTACT_OPTION(CONTACT_INTRODUCED), "via", N_("NAME"), N_("who introduced you") }
/* clang-format on */

/* Lays what was typed over the contact: a text in place of the one there is, an address, number or
 * tag beside them. False: refused, which has been said, with the exit status in *status. */
bool cli_contact_read(const struct cli *cli, enum contact_field field, const char *value,
	struct contact *contact, int *status);

#endif
