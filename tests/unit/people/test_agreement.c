/* Sentences that agree with whom they are about, in English. Not here: other languages, through the
 * program (tests/cli/agreement.sh). */
#include "../unit.h"
#include "filo/people/agreement.h"

#include "filo/people/followup.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/words.h"

#include <stdlib.h>

static void only_two_genders_of_grammar_have_a_form_of_their_own(void **state)
{
	assert_int_equal(agreement_of("feminine"), AGREE_FEMININE);
	assert_int_equal(agreement_of("masculine"), AGREE_MASCULINE);
	assert_int_equal(agreement_of("neuter"), AGREE_NEUTRAL);
	assert_int_equal(agreement_of("common"), AGREE_NEUTRAL);
	assert_int_equal(agreement_of(NULL), AGREE_NEUTRAL);
}

static void who_opened_is_said_of_her_of_him_and_of_whoever(void **state)
{
	static const char *const wanted[AGREEMENTS] = { "call, they opened", "call, she opened",
		"call, he opened" };
	for (enum agreement agreement = 0; agreement < AGREEMENTS; agreement++) {
		struct conversation conversation;
		struct participant *ana;
		struct strbuf out = STRBUF_INIT;
		conversation_init(&conversation);
		conversation.medium = MEDIUM_CALL;
		conversation.direction = OPENED_BY_THEM;
		conversation_add_participant(&conversation, 1, "Ana", false);
		ana = vector_at(&conversation.participants, 0);
		ana->agreement = agreement;
		conversation_describe(&out, &conversation, 1);
		assert_string_equal(out.data, wanted[agreement]);
		strbuf_fini(&out);
		conversation_fini(&conversation);
	}
}

static void a_promise_is_hers_his_or_theirs(void **state)
{
	static const char *const wanted[AGREEMENTS] = { "They promised: a book",
		"She promised: a book", "He promised: a book" };
	for (enum agreement agreement = 0; agreement < AGREEMENTS; agreement++) {
		const struct followup followup = {
			.kind = FOLLOWUP_THEIRS, .text = (char *)"a book", .agreement = agreement
		};
		char *sentence = followup_sentence(&followup);
		assert_string_equal(sentence, wanted[agreement]);
		free(sentence);
	}
}

static void a_form_that_is_not_there_is_the_neutral_one(void **state)
{
	const struct event event = {
		.kind = EVENT_REST, .until = DAY_NONE, .agreement = AGREE_FEMININE
	};
	struct strbuf out = STRBUF_INIT;
	event_describe(&out, &event, 20000);
	assert_string_equal(out.data, "left to rest");
	strbuf_fini(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_two_genders_of_grammar_have_a_form_of_their_own),
		cmocka_unit_test(who_opened_is_said_of_her_of_him_and_of_whoever),
		cmocka_unit_test(a_promise_is_hers_his_or_theirs),
		cmocka_unit_test(a_form_that_is_not_there_is_the_neutral_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
