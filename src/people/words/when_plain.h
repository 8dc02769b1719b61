/* What was typed as a date, made plain before it is cut into words.
 * Not here: the words (when_words.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_PLAIN_H
#define FILO_PEOPLE_WORDS_WHEN_PLAIN_H

/* Folded text, in place: the signs of telephones' keyboards are those of others, words that run
 * together are parted, and a time is in one piece ("9 pm"). Never longer. */
void when_make_plain(char *folded);

#endif
