/* Sentences that agree with the person they are about, as far as their grammatical gender is known.
 * Not here: the sentences (words/). */
#ifndef FILO_PEOPLE_AGREEMENT_H
#define FILO_PEOPLE_AGREEMENT_H

/* AGREE_NEUTRAL: not known, or neither: the sentence leaves it open. */
enum agreement { AGREE_NEUTRAL, AGREE_FEMININE, AGREE_MASCULINE, AGREEMENTS };

/* A sentence in each: N_() for the neutral one, NC_() with the context "feminine" or "masculine"
 * for the others, whose English may be the same where only other languages tell them apart; NULL:
 * as the neutral one. */
struct agreed {
	const char *forms[AGREEMENTS];
};

/* Of a grammatical gender as RFC 9554 names it, or NULL. */
enum agreement agreement_of(const char *grammatical_gender);
/* The form that agrees, translated. Borrowed. */
const char *agreed(const struct agreed *sentence, enum agreement agreement);

#endif
