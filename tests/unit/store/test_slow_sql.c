/* What FILO_LOG tells of statements: the slow ones, without anybody's words.
 * Not here: the file (tests/unit/base/test_log.c). */
#include "filo/base/error.h"
#include "filo/base/log.h"
#include "place.h"
#include "store/db/query.h"
#include "store/db/slow_sql.h"

#define MS INT64_C(1000000)

static void read_log(struct place *place, char text[4096])
{
	char path[80];

	snprintf(path, sizeof path, "%s/log", place->folder);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, 4095, file)] = '\0';
	fclose(file);
}

static void begin_log(struct place *place)
{
	char path[80];

	snprintf(path, sizeof path, "%s/log", place->folder);
	setenv("FILO_LOG", path, 1);
	assert_int_equal(log_open(&place->err), STATUS_OK);
}

static void only_slow_statements_are_told(void **state)
{
	struct place *place = *state;
	char text[4096];

	begin_log(place);
	slow_sql_log("SELECT quick", SLOW_SQL_MS * MS - 1);
	slow_sql_log("SELECT slow", SLOW_SQL_MS * MS);
	log_close();
	read_log(place, text);
	assert_null(strstr(text, "quick"));
	assert_non_null(strstr(text, " sql 20 ms: SELECT slow\n"));
}

static void what_stands_in_quotes_is_nobodys_business(void **state)
{
	struct place *place = *state;
	char text[4096];

	begin_log(place);
	slow_sql_log("SELECT a\n\t FROM b WHERE c = 'Ada''s secret' OR d = ''", 50 * MS);
	log_close();
	read_log(place, text);
	assert_non_null(strstr(text, ": SELECT a FROM b WHERE c = '...''...' OR d = '...'\n"));
}

/* Ten million rows take longer than that anywhere. */
static void a_store_tells_its_statements_and_not_their_values(void **state)
{
	struct place *place = *state;
	char text[4096];

	begin_log(place);
	place_open(place);
	struct query query = query_open(place->store,
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000)"
		" SELECT count(*) FROM n WHERE i <> ?1");
	bind_text(&query, 1, "a secret of Ada");
	assert_int_equal(query_number(&query, 0), 10000000);
	log_close();
	read_log(place, text);
	assert_non_null(strstr(text, "SELECT count(*) FROM n WHERE i <> ?1\n"));
	assert_null(strstr(text, "secret"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			only_slow_statements_are_told, place_setup_empty, place_teardown),
		cmocka_unit_test_setup_teardown(what_stands_in_quotes_is_nobodys_business,
			place_setup_empty, place_teardown),
		cmocka_unit_test_setup_teardown(a_store_tells_its_statements_and_not_their_values,
			place_setup_empty, place_teardown),
	};

	return cmocka_run_group_tests_name("slow_sql", tests, NULL, NULL);
}
