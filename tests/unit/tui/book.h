/* An address book in which every list has something, for views to show.
 * Not here: the views (test_views.c). */
#ifndef FILO_TESTS_UNIT_TUI_BOOK_H
#define FILO_TESTS_UNIT_TUI_BOOK_H

#include "../unit.h"
#include "filo/base/memory.h"
#include "filo/store/absences.h"
#include "filo/store/backup.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/draft.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY   date_to_day((struct civil_date){ 2026, 11, 23 })
#define PEOPLE  30
#define ENTRIES 30

/* The address book is filled once, in a folder of its own; each attempt gets a copy. */
static char folder[32];
static char book_path[64], copy_path[64], csv_path[64], chat_path[64];
static struct store *book;

static contact_id add_person(const char *name, const char *email, int cadence_days)
{
	struct contact contact;
	struct error err;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.note = memory_copy_string("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n"
					  "17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n30");
	contact.cadence_days = cadence_days;
	contact_add_channel(&contact, CHANNEL_EMAIL, email, NULL, false);
	contact_add_channel(&contact, CHANNEL_PHONE, "+39 333", NULL, false);
	contact_add_tag(&contact, "choir");
	contact_add_tag(&contact, "sailing");
	assert_int_equal(contact_add(book, &contact, &err), STATUS_OK);
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

/* More than a narrow screen has rows. */
static void add_tags(contact_id id)
{
	struct contact contact;
	struct error err;

	assert_int_equal(contact_load(book, id, &contact, &err), STATUS_OK);
	for (int i = 0; i < 12; i++) {
		char tag[16];
		snprintf(tag, sizeof tag, "tag %d", i);
		contact_add_tag(&contact, tag);
	}
	assert_int_equal(contact_update(book, &contact, &err), STATUS_OK);
	contact_fini(&contact);
}

static void add_entry(contact_id id, const char *name, day_number day)
{
	struct conversation conversation;
	struct error err;

	conversation_init(&conversation);
	conversation.day = day;
	memory_replace_string(&conversation.summary, "the bridge");
	conversation.body = memory_copy_string("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n"
					       "16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27");
	conversation_add_participant(&conversation, id, name, false);
	assert_int_equal(conversation_add(book, &conversation, &err), STATUS_OK);
	conversation_fini(&conversation);
}

static void add_followup(contact_id id, const char *text)
{
	struct followup followup = { .contact = id,
		.text = memory_copy_string(text),
		.due = DAY_NONE,
		.made_on = TODAY,
		.done_on = DAY_NONE };
	struct error err;

	assert_int_equal(followup_add(book, &followup, &err), STATUS_OK);
	followup_fini(&followup);
}

static void add_absence(int days_ahead)
{
	struct absence absence = { .from = TODAY + days_ahead, .to = TODAY + days_ahead + 3 };
	struct error err;

	assert_int_equal(absence_add(book, &absence, &err), STATUS_OK);
	absence_fini(&absence);
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* Ana first, in every list: she has all there is. The last have not been heard of for years. */
static int fill_book(void **state)
{
	struct error err;
	char name[32], email[64];

	/* In memory where that can be, since nothing of it need last. */
	snprintf(folder, sizeof folder, "%s/filo-views-XXXXXX",
		access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(folder));
	snprintf(book_path, sizeof book_path, "%s/book.db", folder);
	snprintf(copy_path, sizeof copy_path, "%s/copy.db", folder);
	snprintf(csv_path, sizeof csv_path, "%s/some.csv", folder);
	write_file(csv_path, "name,email\nAna Bell,\nCora,cora@example.org\nDora,\nEva,\nFlora,\n"
			     "Gina,\nHanna,\nIda,\nJana,\nPerson 3,other@example.org\n");
	snprintf(chat_path, sizeof chat_path, "%s/chat.json", folder);
	write_file(chat_path, "[{\"when\":\"2026-11-01\",\"who\":\"Person Z\",\"by\":\"me\"},\n"
			      "{\"when\":\"2026-11-01\",\"who\":\"Person Z\",\"by\":\"them\"},\n"
			      "{\"when\":\"2026-11-02\",\"who\":\"Zoe\",\"by\":\"me\"},\n"
			      "{\"when\":\"2026-11-02\",\"who\":\"Zoe\",\"by\":\"them\"}]\n");
	assert_int_equal(store_open(&book, ":memory:", TODAY, &err), STATUS_OK);
	contact_id ana = add_person("Ana", "ana@example.org", 7);
	for (int i = 0; i < PEOPLE; i++) {
		snprintf(name, sizeof name, "Person %d", i);
		snprintf(email, sizeof email, "p%d@example.org", i);
		bool is_quiet = i >= PEOPLE - 3;
		contact_id id = add_person(name, email, is_quiet ? 0 : 7);
		for (int back = 10; is_quiet && back < 20; back++)
			add_entry(id, name, TODAY - 30 * back);
	}
	add_person("Ana Bell", "ana@example.org", 7);
	add_tags(add_person("Anabel", "bell@example.org", 7));
	add_person("Bell Ana", "bell@example.org", 7);
	for (int i = 0; i < ENTRIES; i++)
		add_entry(ana, "Ana", TODAY - 10 * i - 8);
	add_followup(ana, "the exam");
	add_followup(ana, "the article");
	add_absence(5);
	add_absence(50);
	contact_delete(book, add_person("Gone", "gone@example.org", 7), &err);
	contact_delete(book, add_person("Gone too", "too@example.org", 7), &err);
	draft_save(book, "contact:new", "name Zoe\n", &err);
	draft_save(book, "log:several", "summary perhaps\n", &err);
	assert_int_equal(store_backup(book, book_path, &err), STATUS_OK);
	store_close(book);
	return 0;
}

static int empty_folder(void **state)
{
	unlink(book_path);
	unlink(copy_path);
	unlink(csv_path);
	unlink(chat_path);
	return rmdir(folder);
}

static void copy_book(void)
{
	static char bytes[4 << 20];
	FILE *from = fopen(book_path, "rb");

	assert_non_null(from);
	size_t len = fread(bytes, 1, sizeof bytes, from);
	fclose(from);
	assert_true(len < sizeof bytes);
	FILE *to = fopen(copy_path, "wb");
	assert_non_null(to);
	assert_int_equal(fwrite(bytes, 1, len, to), len);
	fclose(to);
}

#endif
