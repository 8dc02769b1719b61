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
	check(CHANNEL_PHONE, "\u202A+39\u00A0055\u2011555\u2060010\u202C", "tel:+39055555010");
	check(CHANNEL_PHONE, "+39 055\xE2\x80", "tel:+39055%E2%80"); /* cut inside a mark */
	check(CHANNEL_WEBSITE, "example.org/ana", "https://example.org/ana");
	check(CHANNEL_WEBSITE, "HTTPS://example.org", "HTTPS://example.org");
	check(CHANNEL_MESSENGER, "xmpp:ana@example.org?message", "xmpp:ana@example.org?message");
	check(CHANNEL_PROFILE, "@ana@example.social", NULL);
	check(CHANNEL_ADDRESS, "Via Roma 1", NULL);
	check(CHANNEL_WEBSITE, "file:///etc/passwd", NULL);
}

static void a_website_has_a_host_or_a_scheme_that_is_known(void **state)
{
	check(CHANNEL_WEBSITE, "example.org:8080/a:b", "https://example.org:8080/a:b");
	check(CHANNEL_WEBSITE, "example.org?at=http://b", "https://example.org?at=http://b");
	check(CHANNEL_WEBSITE, "javascript:alert(1)", NULL);
	check(CHANNEL_WEBSITE, "javascript:alert(document.x)", NULL);
	check(CHANNEL_WEBSITE, "java.script:1+alert(document.x)", NULL);
	check(CHANNEL_WEBSITE, "data:text/html,<script>1.0", NULL);
	check(CHANNEL_WEBSITE, "vbscript:a.b", NULL);
	check(CHANNEL_WEBSITE, "file:/home/ana/x.html", NULL);
	check(CHANNEL_WEBSITE, "x.org:y@example.org", NULL);
	check(CHANNEL_WEBSITE, "ana", NULL);
}

static void no_line_begins_in_an_address_or_a_subject(void **state)
{
	check(CHANNEL_EMAIL, "mailto:a@b.example%0ABcc:c@d.example",
		"mailto:a@b.example%250ABcc:c@d.example");
	check(CHANNEL_WEBSITE, "mailto:a@b.example%0d%0Ax", "mailto:a@b.example%250d%250Ax");
	check(CHANNEL_EMAIL, "a@b.example%0ABcc:c@d.example",
		"mailto:a@b.example%250ABcc%3Ac@d.example");
	check(CHANNEL_EMAIL, "mailto:a@b?subject=x%0ABcc:c@d&to=e%00%7f&body=y%0D%0Az",
		"mailto:a@b?subject=x%250ABcc:c@d&to=e%2500%257f&body=y%0D%0Az");
	check(CHANNEL_PHONE, "tel:+39%0A1", "tel:+39%250A1");
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
	line = channel_line(
		&(struct channel){ .value = "Via Roma 1\342\200\250Firenze\342\200\251" });
	assert_string_equal(line, "Via Roma 1, Firenze");
	free(line);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_has_its_scheme),
		cmocka_unit_test(a_website_has_a_host_or_a_scheme_that_is_known),
		cmocka_unit_test(no_line_begins_in_an_address_or_a_subject),
		cmocka_unit_test(what_may_not_stand_in_a_uri_is_encoded),
		cmocka_unit_test(a_letter_has_a_subject_and_a_body_and_nothing_else),
		cmocka_unit_test(what_is_copied_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
