/* Lines of vCards: unfolding what is read, folding what is written.
 * Not here: what a line says (vcard_property.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_LINES_H
#define FILO_EXCHANGE_VCARD_VCARD_LINES_H

#include "exchange/source.h"

/* Unfolds a source into properties. */
struct vcard_lexer {
	struct source *source;
	struct strbuf line, next; /* the line built, and the physical one read ahead */
	bool has_next;
	bool is_version_21;       /* there a fold keeps its white space */
	int64_t line_number;      /* of `line` */
	int64_t next_line_number; /* of `next` */
};
void vcard_lexer_init(struct vcard_lexer *lexer, struct source *source);
void vcard_lexer_fini(struct vcard_lexer *lexer);
/* The next unfolded line that is not blank is in lexer->line. */
enum status vcard_lexer_next(struct vcard_lexer *lexer, bool *has_line, struct error *err);

/* Ends the line that begins at `start` in out, and folds it; never inside a UTF-8 sequence. */
void vcard_end_line(struct strbuf *out, size_t start);

#endif
