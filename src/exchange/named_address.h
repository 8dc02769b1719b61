/* "Ana Reed <ana@example.org>", as mail programs write it.
 * Not here: whose it is. */
#ifndef FILO_EXCHANGE_NAMED_ADDRESS_H
#define FILO_EXCHANGE_NAMED_ADDRESS_H

/* What stands in <> at the end of `text`, which is changed, or all of it. *name: what stands
 * before, without its quotes; NULL: there is no <>. Caller frees both. */
char *named_address_cut(char *text, char **name);

#endif
