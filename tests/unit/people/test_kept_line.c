/* What people read of a line that an import has kept.
 * Not here: where it is shown (contact_facts, plays). */
#include "../unit.h"
#include "filo/people/contact.h"
#include "filo/people/kept_line.h"

#include <stdlib.h>

static void assert_read(const char *line, const char *label, const char *text)
{
	struct strbuf read = STRBUF_INIT;
	char *found = NULL;

	assert_int_equal(kept_line_read(line, &found, &read), label != NULL);
	if (label) {
		assert_string_equal(found, label);
		assert_string_equal(read.data, text);
	}
	free(found);
	strbuf_fini(&read);
}

static void a_line_is_its_property_and_its_text(void **state)
{
	assert_read("BDAY;VALUE=text:circa 1800", "BDAY", "circa 1800");
	assert_read("X-PHONETIC-FIRST-NAME:shawn", "X-PHONETIC-FIRST-NAME", "shawn");
	assert_read("item2.X-FOO;TYPE=\"a:b\";X=1:Tea\\, milk\\nno sugar\\\\", "X-FOO",
		"Tea, milk\nno sugar\\");
	assert_read("X-KEYBOARD:ENCODING=b", "X-KEYBOARD", "ENCODING=b");
	assert_read("X-CSV;X-COLUMN=\"Shoe, size\":38\\;39", "Shoe, size", "38;39");
}

static void what_is_for_programs_is_no_text(void **state)
{
	static const char *const lines[] = { "~BDAY:1968", "PRODID:-//x", "rev:2020", "UID:1",
		"X-ABADR:us", "item1.X-ABLabel:mine", "X-FILO-TWO-PEOPLE:2",
		"PHOTO;VALUE=uri:https://p.example", "X-PIC;ENCODING=b;TYPE=JPEG:AAAA",
		"X-PIC;TYPE=JPEG;ENCODING=B:AAAA", "X-PIC;BASE64:AAAA", "X-PIC:data:image/png,x",
		"X-EMPTY:", "no property", "" };

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		assert_read(lines[i], NULL, NULL);
}

static void a_label_is_shown_behind_its_line(void **state)
{
	static const struct {
		const char *line, *shown; /* NULL: not */
	} rows[] = {
		{ "item6.X-PET:Rex", "Rex (Dog)" },
		{ "ITEM6.x-abLABEL:Dog", NULL },
		{ "item61.X-PET:Tom\\, too", "Tom, too (Cat\\)" },
		{ "item61.X-ABLabel:_$!<Cat\\\\>!$_", NULL },
		{ "item7.X-PET:Fido", "Fido" },
		{ "item8.X-ABLabel:Before", NULL },
		{ "item8.X-PET:Bello", "Bello (Behind)" },
		{ "item8.X-ABLabel:Behind", NULL },
		{ "item8.X-PET:Argo", "Argo (Before)" },
		{ "X-GENERIC;LABEL=\"Size; shoe\";X=1:38", "38 (Size; shoe)" },
		{ "X-GENERIC;label=Hat:58;LABEL=no", "58;LABEL=no (Hat)" },
		{ "X-CSV;X-COLUMN=\"a;LABEL=b\":1;", "1;" },
		{ "LOGO;VALUE=uri:https://l.example", "https://l.example" },
		{ "SOUND;TYPE=X-IRMC-N:Uno;An;;;", "Uno;An" },
		{ "KEY;ENCODING=b:AAAA", NULL },
		{ "PHOTO;VALUE=uri:https://p.example", NULL },
	};
	struct vector kept = VECTOR_INIT(struct kept_property);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		vector_push(&kept, &(struct kept_property){ .line = (char *)rows[i].line });
	struct vector labels;
	kept_labels_init(&labels, &kept);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct strbuf text = STRBUF_INIT;
		char *label = NULL;
		assert_int_equal(
			kept_line_show(&kept, i, &labels, &label, &text), rows[i].shown != NULL);
		if (rows[i].shown)
			assert_string_equal(text.data, rows[i].shown);
		strbuf_fini(&text);
		free(label);
	}
	vector_fini(&labels);
	vector_fini(&kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_its_property_and_its_text),
		cmocka_unit_test(what_is_for_programs_is_no_text),
		cmocka_unit_test(a_label_is_shown_behind_its_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
