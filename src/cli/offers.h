/* What may stand for a word of the command line, gathered and printed for a shell.
 * Not here: which of it a command takes there (complete.c). */
#ifndef FILO_CLI_OFFERS_H
#define FILO_CLI_OFFERS_H

#include "cli/command.h"
#include "cli/complete.h"

/* What is asked for, and what there is for it. */
struct completing {
	struct cli *cli;
	const char *typed;    /* what of the word is completed, without the shell's quotes: its end,
			       * behind `before` */
	struct strbuf before; /* what stays as it is: "Ann Reed," */
	struct strbuf folded; /* what is typed */
	enum cli_shell shell;
	bool is_of_seen;      /* names are those of people seen in histories */
	struct vector offers; /* of struct offer, private */
};

void offers_init(struct completing *completing, struct cli *cli, const char *word);
void offers_fini(struct completing *completing);
/* From there on the word is completed; what is before it stays. */
void offers_begin_at(struct completing *completing, const char *place);

/* Each of them adds what begins as it is typed: a word of the program's own, as it stands; */
void offer_word(struct completing *completing, const char *word, const char *help);
/* a word of a list, in the person's language or not, found as it is read, folded, with an end; */
void offer_listed(struct completing *completing, const char *word, const char *end);
/* names, found by any beginnings of their words. The store must be open. */
void offer_people(struct completing *completing);
void offer_seen(struct completing *completing);
/* what can be taken away from somebody, by the name that stands in the line; */
void offer_removable(struct completing *completing, const char *name);
void offer_circles(struct completing *completing);
void offer_tags(struct completing *completing);
void offer_views(struct completing *completing);
void offer_media(struct completing *completing);
/* the last condition of a limit. */
void offer_limit(struct completing *completing);

/* A line each, as the shell wants them. */
void offers_print(const struct completing *completing);

#endif
