/* SQL that names the columns of the contact table, from the table of fields.
 * Not here: running it. */
#ifndef FILO_STORE_CONTACTS_CONTACT_SQL_H
#define FILO_STORE_CONTACTS_CONTACT_SQL_H

/* The first field's parameter in {values} and {assignments}; those before are the caller's. */
#define CONTACT_SQL_FIRST 3

/* SQL for all that a row of contact says somebody is called: the name and its parts. */
#define CONTACT_PART(row, part) " || ' ' || ifnull(" row part ", '')"
#define CONTACT_CALLED(row)                                                                        \
	row "name" CONTACT_PART(row, "given") CONTACT_PART(row, "additional") CONTACT_PART(        \
		row, "family") CONTACT_PART(row, "prefix") CONTACT_PART(row, "suffix")

/* `pattern` (static) with lists of columns put in, every field's that has one, in order:
 *	{columns}      "uid, name, ..."
 *	{values}       "?3, ?4, ..."
 *	{assignments}  "name = ?4, ..."; a UID that is NULL stays as it is
 *	{c.searched}   "c.name, ...": of those that are searched
 * The same string for ever for the same pattern, so that statements can be kept by it. */
const char *contact_sql(const char *pattern);

#endif
