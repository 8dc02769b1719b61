/* What opens a channel, and what is copied of it. Not here: starting programs. */
#include "../unit.h"
#include "filo/people/channel_uri.h"

#include <stdlib.h>

static void check(enum channel_kind kind, const char *value, const char *wanted)
{
	char *uri = channel_uri(&(struct channel){ .kind = kind, .value = (char *)value });

	if (wanted)
		assert_string_equal(uri ? uri : "(none)", wanted);
	else
		assert_null(uri);
	free(uri);
}

static void each_kind_has_its_scheme(void **state)
{
	check(CHANNEL_EMAIL, "ana@example.org", "mailto:ana@example.org");
	check(CHANNEL_EMAIL, "ana+x@example.org", "mailto:ana+x@example.org");
	check(CHANNEL_PHONE, "+39 055 (555) 010/1", "tel:+390555550101");
	check(CHANNEL_WEBSITE, "example.org/ana", "https://example.org/ana");
	check(CHANNEL_WEBSITE, "HTTPS://example.org", "HTTPS://example.org");
	check(CHANNEL_MESSENGER, "xmpp:ana@example.org?message", "xmpp:ana@example.org?message");
	check(CHANNEL_PROFILE, "@ana@example.social", NULL);
	check(CHANNEL_ADDRESS, "Via Roma 1", NULL);
	check(CHANNEL_WEBSITE, "file:///etc/passwd", NULL);
	check(CHANNEL_WEBSITE, "javascript:alert(1)", NULL);
}

static void what_may_not_stand_in_a_uri_is_encoded(void **state)
{
	check(CHANNEL_WEBSITE, "https://example.org/a b\"<c>\\`|^",
		"https://example.org/a%20b%22%3Cc%3E%5C%60%7C%5E");
	check(CHANNEL_WEBSITE, "example.org/perché", "https://example.org/perch%C3%A9");
	check(CHANNEL_WEBSITE, "https://example.org/a%20b%zz%",
		"https://example.org/a%20b%25zz%25");
	check(CHANNEL_WEBSITE, "https://example.org/\n\033[31mx\177\302\233y",
		"https://example.org/[31mxy");
	check(CHANNEL_EMAIL, "ana?cc=bo@example.org", "mailto:ana%3Fcc%3Dbo@example.org");
	check(CHANNEL_PHONE, "*100#;ext", "tel:*100%23%3Bext");
	check(CHANNEL_PHONE, "tel:*31#12;ext=5", "tel:*31%2312;ext=5");
}

static void a_letter_has_a_subject_and_a_body_and_nothing_else(void **state)
{
	check(CHANNEL_EMAIL,
		"mailto:ana@example.org?subject=a%20b&attach=/etc/passwd&Body=x&cc=c@d",
		"mailto:ana@example.org?subject=a%20b&Body=x");
	check(CHANNEL_WEBSITE, "MAILTO:a@b?attachment=x", "MAILTO:a@b");
	check(CHANNEL_WEBSITE, "mailto:?to=a@b&bcc=c@d&%61ttach=x#subject=y", "mailto:?to=a@b");
	check(CHANNEL_EMAIL, "mailto:a@b?subject&body", "mailto:a@b");
	check(CHANNEL_EMAIL, "a@b?subject=Hi%20x&body=y&bcc=z@d&attach=/etc/passwd",
		"mailto:a@b?subject=Hi%20x&body=y");
	check(CHANNEL_EMAIL, "a@b?cc=c@d", "mailto:a@b");
}

static void what_is_copied_is_one_line(void **state)
{
	char *line = channel_line(&(struct channel){ .value = "Via Roma 1\n50100 Firenze\n" });

	assert_string_equal(line, "Via Roma 1, 50100 Firenze");
	free(line);
	line = channel_line(&(struct channel){ .value = "x\r\n\tls\033[201~\302\205 é" });
	assert_string_equal(line, "x,  ls[201~ é");
	free(line);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_has_its_scheme),
		cmocka_unit_test(what_may_not_stand_in_a_uri_is_encoded),
		cmocka_unit_test(a_letter_has_a_subject_and_a_body_and_nothing_else),
		cmocka_unit_test(what_is_copied_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
