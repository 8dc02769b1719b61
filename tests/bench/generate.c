/* Fills a new database with invented people and years of conversations: bursts and long silences,
 * names in several scripts, follow-ups, birthdays, circles. The same numbers give the same data.
 *   generate FILE CONTACTS CONVERSATIONS
 * Not here: measuring anything. Rows are written by SQL of its own, since millions of single
 * changes with undo would take hours; what is derived is left to store_check. */
#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/store/check.h"
#include "filo/store/store.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY 20780 /* 2026-11-23 */
#define YEARS 8

struct meeting {
	int32_t contact;
	day_number day;
	int32_t conversation; /* its id, once known */
};

static uint64_t random_state = 88172645463325252u;

static uint64_t random_bits(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

static int random_below(int bound)
{
	return (int)(random_bits() % (uint64_t)bound);
}

/* In (0, 1). */
static double random_share(void)
{
	return ((double)(random_bits() >> 11) + 0.5) / 9007199254740992.0;
}

/* Logistic: the logarithm of pauses between people who like each other is about that. */
static double random_logistic(void)
{
	double u = random_share();

	return log(u / (1 - u));
}

static _Noreturn void die(sqlite3 *db, const char *what)
{
	fprintf(stderr, "generate: %s: %s\n", what, db ? sqlite3_errmsg(db) : "no database");
	exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(db, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		die(db, sql);
	return statement;
}

static void step(sqlite3 *db, sqlite3_stmt *statement)
{
	if (sqlite3_step(statement) != SQLITE_DONE)
		die(db, sqlite3_sql(statement));
	sqlite3_reset(statement);
}

static const char *const given[] = { "Giulia", "Marco", "Ana", "Tom", "Abebe", "Wanjiru", "Søren",
	"Zoë", "Łukasz", "Ngọc", "Γιώργος", "Ольга", "נועה", "ليلى", "李", "王", "さくら", "민준",
	"Priya", "आरव", "José", "Renée", "Björn", "Siobhán", "Çağla", "Ioana", "Ferenc", "Aino" };
static const char *const syllables[] = { "ba", "co", "de", "fi", "go", "la", "me", "ni", "po", "ra",
	"se", "ti", "vo", "zu", "ler", "man", "nor", "pin", "rus", "tel", "ves", "wol" };
static const char *const words[] = { "exam", "moving", "Lisbon", "sailing", "article", "bridges",
	"dinner", "coffee", "garden", "new", "job", "project", "train", "photos", "birthday",
	"holiday", "mountain", "recipe", "book", "novel", "concert", "caffè", "città", "résumé",
	"über", "funding", "grant", "proposal", "paper", "idea", "advice", "thanks", "sister",
	"brother", "kids", "school", "flat", "boat", "river", "walk", "call", "later", "soon",
	"happy", "tired", "worried", "better", "ill", "doctor", "visit", "weekend", "film" };

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static void add_syllables(struct strbuf *out, int count)
{
	size_t start = out->len;

	for (int i = 0; i < count; i++)
		strbuf_add(out, syllables[random_below(COUNT(syllables))]);
	out->data[start] = (char)(out->data[start] - 'a' + 'A');
}

static void add_name(struct strbuf *out)
{
	strbuf_add(out, given[random_below(COUNT(given))]);
	strbuf_add_char(out, ' ');
	add_syllables(out, 2 + random_below(2));
}

/* Common words are common: the square of a share leans to the first ones. */
static void add_sentence(struct strbuf *out, int count)
{
	for (int i = 0; i < count; i++) {
		double share = random_share();
		strbuf_add(out, i ? " " : "");
		if (random_below(10) == 0)
			add_syllables(out, 3);
		else
			strbuf_add(out, words[(int)(share * share * COUNT(words))]);
	}
}

static void add_contacts(sqlite3 *db, int count)
{
	sqlite3_stmt *contact =
		prepare(db, "INSERT INTO contact(id, uid, name, name_key, circle, cadence_days)"
			    " VALUES (?, 'bench-' || ?1, ?, ?, ?, ?)");
	sqlite3_stmt *channel = prepare(db,
		"INSERT INTO channel(contact, kind, value, value_key)"
		" VALUES (?, 0, 'p' || ?1 || '@example.org', 'p' || ?1 || '@example.org')");
	sqlite3_stmt *birthday = prepare(db,
		"INSERT INTO yearly_date(contact, kind, year, month, day) VALUES (?, 0, ?, ?, ?)");
	struct strbuf name = STRBUF_INIT, key = STRBUF_INIT;

	for (int id = 1; id <= count; id++) {
		strbuf_clear(&name);
		strbuf_clear(&key);
		add_name(&name);
		if (id == 1) {
			strbuf_clear(&name);
			strbuf_add(&name, "Bench Target");
		}
		text_fold(&key, name.data);
		sqlite3_bind_int(contact, 1, id);
		sqlite3_bind_text(contact, 2, name.data, -1, SQLITE_STATIC);
		sqlite3_bind_text(contact, 3, key.data, -1, SQLITE_STATIC);
		if (random_below(10) < 3)
			sqlite3_bind_int(contact, 4, 1 + random_below(3));
		else
			sqlite3_bind_null(contact, 4);
		sqlite3_bind_int(contact, 5, random_below(50) ? 0 : 7 + random_below(90));
		step(db, contact);
		sqlite3_bind_int(channel, 1, id);
		step(db, channel);
		if (random_below(5))
			continue;
		sqlite3_bind_int(birthday, 1, id);
		sqlite3_bind_int(birthday, 2, random_below(3) ? 1950 + random_below(60) : 0);
		sqlite3_bind_int(birthday, 3, 1 + random_below(12));
		sqlite3_bind_int(birthday, 4, 1 + random_below(28));
		step(db, birthday);
	}
	strbuf_fini(&name);
	strbuf_fini(&key);
	sqlite3_finalize(contact);
	sqlite3_finalize(channel);
	sqlite3_finalize(birthday);
}

/* One tie: `count` days from its beginning to its latest, spaced by random pauses. */
static void meet(struct meeting *meetings, int count, int contact)
{
	double first = TODAY - 365.0 * YEARS * sqrt(random_share()), sum = 0;
	double last = TODAY - (random_below(5) ? 40 : 1500) * random_share() * random_share();
	double *pauses = memory_new((size_t)count * sizeof *pauses);

	if (last < first)
		last = first;
	for (int i = 0; i < count; i++)
		sum += pauses[i] = exp(1.1 * random_logistic());
	for (int i = 0; i < count; i++) {
		first += (last - first) * pauses[i] / sum;
		sum -= pauses[i];
		meetings[i] = (struct meeting){ .contact = contact, .day = (day_number)first };
	}
	free(pauses);
}

static int by_day(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;

	return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
				: (x->contact > y->contact) - (x->contact < y->contact);
}

static int by_contact(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;

	if (x->contact != y->contact)
		return (x->contact > y->contact) - (x->contact < y->contact);
	if (x->day != y->day)
		return (x->day > y->day) - (x->day < y->day);
	return (x->conversation > y->conversation) - (x->conversation < y->conversation);
}

/* Few people get most of the conversations: shares are log-normal, about. */
static struct meeting *plan_meetings(int contacts, int conversations)
{
	struct meeting *all = memory_new((size_t)conversations * sizeof *all);
	double *shares = memory_new((size_t)contacts * sizeof *shares), sum = 0;
	int done = 0;

	for (int i = 0; i < contacts; i++)
		sum += shares[i] = exp(0.45 * random_logistic());
	for (int i = 0; i < contacts; i++) {
		int left = conversations - done;
		int count = (int)lround(left * shares[i] / sum);
		sum -= shares[i];
		if (i == contacts - 1 || count > left)
			count = left;
		meet(all + done, count, i + 1);
		done += count;
	}
	free(shares);
	qsort(all, (size_t)conversations, sizeof *all, by_day);
	return all;
}

static void add_conversations(sqlite3 *db, struct meeting *meetings, int count)
{
	sqlite3_stmt *conversation = prepare(db,
		"INSERT INTO conversation(id, day, contact_day, medium, direction, summary, body)"
		" VALUES (?, ?, ?2, ?, ?, ?, ?)");
	struct strbuf summary = STRBUF_INIT, body = STRBUF_INIT;

	for (int i = 0; i < count; i++) {
		strbuf_clear(&summary);
		strbuf_clear(&body);
		add_sentence(&summary, 3 + random_below(8));
		meetings[i].conversation = i + 1;
		sqlite3_bind_int(conversation, 1, i + 1);
		sqlite3_bind_int(conversation, 2, meetings[i].day);
		sqlite3_bind_int(conversation, 3, random_below(10));
		sqlite3_bind_int(conversation, 4, random_below(4));
		sqlite3_bind_text(conversation, 5, summary.data, -1, SQLITE_STATIC);
		sqlite3_bind_null(conversation, 6);
		if (random_below(10) == 0) {
			add_sentence(&body, 20 + random_below(40));
			sqlite3_bind_text(conversation, 6, body.data, -1, SQLITE_STATIC);
		}
		step(db, conversation);
	}
	strbuf_fini(&summary);
	strbuf_fini(&body);
	sqlite3_finalize(conversation);
}

static void add_participants(sqlite3 *db, struct meeting *meetings, int count)
{
	sqlite3_stmt *participant = prepare(db, "INSERT INTO participant(contact, day, "
						"conversation, contact_day) VALUES (?, ?, ?, ?2)");

	qsort(meetings, (size_t)count, sizeof *meetings, by_contact);
	for (int i = 0; i < count; i++) {
		sqlite3_bind_int(participant, 1, meetings[i].contact);
		sqlite3_bind_int(participant, 2, meetings[i].day);
		sqlite3_bind_int(participant, 3, meetings[i].conversation);
		step(db, participant);
	}
	sqlite3_finalize(participant);
}

static void add_followups(sqlite3 *db, int contacts)
{
	sqlite3_stmt *followup = prepare(db,
		"INSERT INTO followup(contact, kind, text, due, made_on) VALUES (?, ?, ?, ?, ?)");
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < contacts / 20; i++) {
		strbuf_clear(&text);
		add_sentence(&text, 5);
		sqlite3_bind_int(followup, 1, 1 + random_below(contacts));
		sqlite3_bind_int(followup, 2, random_below(3));
		sqlite3_bind_text(followup, 3, text.data, -1, SQLITE_STATIC);
		sqlite3_bind_null(followup, 4);
		if (random_below(2))
			sqlite3_bind_int(followup, 4, TODAY - 30 + random_below(200));
		sqlite3_bind_int(followup, 5, TODAY - 40 - random_below(100));
		step(db, followup);
	}
	strbuf_fini(&text);
	sqlite3_finalize(followup);
}

static struct store *open_store(const char *path)
{
	struct store *store;
	struct error err;

	if (store_open(&store, path, TODAY, &err) != STATUS_OK) {
		fprintf(stderr, "generate: %s\n", err.message);
		exit(1);
	}
	return store;
}

static void ignore_finding(void *context, const char *line)
{
	(void)context, (void)line;
}

static void derive(const char *path)
{
	struct store *store = open_store(path);
	struct error err;
	int problems;

	if (store_check(store, ignore_finding, NULL, &problems, &err) != STATUS_OK) {
		fprintf(stderr, "generate: %s\n", err.message);
		exit(1);
	}
	store_close(store);
}

int main(int argc, char **argv)
{
	sqlite3 *db;

	if (argc != 4) {
		fputs("usage: generate FILE CONTACTS CONVERSATIONS\n", stderr);
		return 2;
	}
	int contacts = atoi(argv[2]), conversations = atoi(argv[3]);
	store_close(open_store(argv[1]));
	if (sqlite3_open(argv[1], &db) != SQLITE_OK)
		die(db, argv[1]);
	run(db, "PRAGMA synchronous = OFF");
	run(db, "PRAGMA cache_size = -500000");
	run(db, "BEGIN");
	struct meeting *meetings = plan_meetings(contacts, conversations);
	add_contacts(db, contacts);
	add_conversations(db, meetings, conversations);
	add_participants(db, meetings, conversations);
	add_followups(db, contacts);
	free(meetings);
	run(db, "COMMIT");
	sqlite3_close(db);
	derive(argv[1]);
	return 0;
}
