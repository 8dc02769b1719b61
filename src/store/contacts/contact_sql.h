/* SQL that names the columns of the contact table, from the table of fields.
 * Not here: running it. */
#ifndef FILO_STORE_CONTACTS_CONTACT_SQL_H
#define FILO_STORE_CONTACTS_CONTACT_SQL_H

/* The first field's parameter in {values} and {assignments}; those before are the caller's. */
#define CONTACT_SQL_FIRST 3

/* `pattern` (static) with lists of columns put in, every field's that has one, in order:
 *	{columns}      "uid, name, ..."
 *	{values}       "?3, ?4, ..."
 *	{assignments}  "name = ?4, ..."; a UID that is NULL stays as it is
 *	{searched}     the columns of full text
 *	{c.searched}   the same, of a table c
 * The same string for ever for the same pattern, so that statements can be kept by it. */
const char *contact_sql(const char *pattern);

#endif
