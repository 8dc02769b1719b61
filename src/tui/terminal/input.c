/* Reading keys: bytes as they come, over a slow link too, and whole pastes.
 * Not here: what the bytes mean (input_decode.c). */
#include "tui/terminal/input.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/input_decode.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PASTE_MAX_BYTES   ((size_t)10 << 20)
#define PASTE_PATIENCE_MS 2000 /* a paste whose end never comes is taken as it is */
/* What has begun as a sequence can be no key by itself: its rest is waited for, on a slow link
 * too, and what comes within this time behind an Esc belongs to it. */
#define SEQUENCE_WAIT_MS     1000
#define SEQUENCE_WAIT_SSH_MS 3000
/* But a letter that comes alone, long after an Esc that was a key, is a hand's: the pieces of a
 * sequence follow each other faster than most keys are pressed. */
#define LETTER_WAIT_MS 300
/* "P", "_", "^" and "X" are none of filo's own keys: they may wait for what tells a reply. */
#define REPLY_WAIT_MS   500
#define PASTE_END_BYTES 6

/* So often the system may fail to say whether there is input (for want of memory, for a moment). */
#define FAILURES_MAX 500

static struct {
	int fd;
	bool is_gone;
	int failures;
	int escape_delay_ms, sequence_wait_ms;
	bool is_after_escape; /* the key before was a lone Esc, at escape_at_ms */
	bool is_escape_acted; /* what is pending begins with an Esc that was a key already */
	bool is_letter_alone; /* and an O that came by itself */
	int64_t escape_at_ms;
	struct strbuf pending; /* read, not yet decoded; from `at` on */
	size_t at;
	int64_t read_at_ms;
	bool is_pasting;
	struct strbuf pasted; /* raw, while it comes */
	char *paste;          /* the last whole one, repaired */
	char *told;           /* what was done to it */
	bool has_mouse;
	bool is_report_cut; /* a mouse's report has begun, and its end has not come in time */
} input = { .fd = -1, .pending = STRBUF_INIT, .pasted = STRBUF_INIT };

void input_start(int fd)
{
	const char *wanted = getenv("ESCDELAY");
	int delay_ms = wanted ? atoi(wanted) : 25;

	input.fd = fd;
	input.is_gone = false;
	input.failures = 0;
	input.sequence_wait_ms = getenv("SSH_CONNECTION") ? SEQUENCE_WAIT_SSH_MS : SEQUENCE_WAIT_MS;
	/* Never 0, or no sequence could be told from Esc. */
	input.escape_delay_ms = delay_ms < 1 ? 1 : delay_ms > 5000 ? 5000 : delay_ms;
}

void input_want_mouse(void)
{
	input.has_mouse = true;
}

void input_stop(void)
{
	strbuf_fini(&input.pending);
	strbuf_fini(&input.pasted);
	memory_replace_string(&input.paste, NULL);
	memory_replace_string(&input.told, NULL);
	input.at = 0;
	input.is_pasting = false;
}

int terminal_input_fd(void)
{
	return input.is_gone ? -1 : input.fd;
}

bool input_is_gone(void)
{
	return input.is_gone;
}

static bool is_readable(void)
{
	struct pollfd wait = { .fd = input.fd, .events = POLLIN };

	if (input.is_gone)
		return false;
	int count = poll(&wait, 1, 0);
	if (count >= 0)
		input.failures = 0;
	else if (errno != EINTR && ++input.failures >= FAILURES_MAX)
		input.is_gone = true;
	return count > 0;
}

/* Takes what is there, and never waits. */
static void read_waiting(void)
{
	char bytes[16384];

	while (is_readable()) {
		ssize_t got = read(input.fd, bytes, sizeof bytes);
		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0) { /* the other end has hung up */
			input.is_gone = true;
			return;
		}
		if (input.at) {
			strbuf_splice(&input.pending, 0, input.at, "", 0);
			input.at = 0;
		}
		strbuf_add_bytes(&input.pending, bytes, (size_t)got);
		input.read_at_ms = clock_ms();
		if ((size_t)got < sizeof bytes)
			return;
	}
}

static void input_consume(size_t len_bytes)
{
	input.at += len_bytes;
	if (input.at == input.pending.len) {
		strbuf_clear(&input.pending);
		input.at = 0;
	}
}

/* Line ends as one newline each, and valid UTF-8. */
static void finish_paste(void)
{
	size_t to = 0;

	for (size_t from = 0; from < input.pasted.len; from++) {
		char c = input.pasted.data[from];
		if (c == '\r') {
			c = '\n';
			from += from + 1 < input.pasted.len && input.pasted.data[from + 1] == '\n';
		}
		input.pasted.data[to++] = c;
	}
	free(input.paste);
	free(input.told);
	input.told = text_repair_told(input.pasted.data, to, _("What was pasted"));
	input.paste = text_repair(input.pasted.data, to);
	strbuf_fini(&input.pasted);
	input.is_pasting = false;
}

/* Moves pasted bytes over; true when the paste has ended. */
static bool take_paste(void)
{
	const char *bytes = input.pending.data + input.at;
	size_t len = input.pending.len - input.at;
	size_t end = input_paste_end(bytes, len);
	bool is_whole = end < len;
	bool is_late = clock_ms() - input.read_at_ms >= PASTE_PATIENCE_MS || input.is_gone;
	/* The end itself may have come only in part. */
	size_t held = is_whole || is_late ? 0 : len < PASTE_END_BYTES ? len : PASTE_END_BYTES - 1;
	size_t taken = is_whole ? end : len - held;
	size_t room = PASTE_MAX_BYTES - input.pasted.len;

	strbuf_add_bytes(&input.pasted, bytes, taken < room ? taken : room);
	input_consume(taken + (is_whole ? PASTE_END_BYTES : 0));
	if (!is_whole && !is_late)
		return false;
	finish_paste();
	return true;
}

/* How long what is pending may still grow into a longer sequence. */
static int patience_ms(void)
{
	const char *bytes = input.pending.data + input.at;
	size_t len = input.pending.len - input.at;

	if (*bytes == '\033' && (len == 1 || bytes[1] == '\033'))
		return input.escape_delay_ms;
	/* Behind an Esc that was acted on these may be keys: "[" is none that filo knows. */
	if (input.is_escape_acted && len == 2 && bytes[1] == 'O')
		return LETTER_WAIT_MS;
	if (input.is_escape_acted && input_reply_of(bytes + 1, len - 1) == REPLY_UNTOLD)
		return REPLY_WAIT_MS;
	return input.sequence_wait_ms;
}

static bool is_overdue(void)
{
	return input.is_gone || clock_ms() - input.read_at_ms >= patience_ms();
}

/* Bytes that go on a lone Esc, which was a key already, are put behind it again. */
static void join_late_bytes(void)
{
	if (!input.is_after_escape || input.at == input.pending.len)
		return;
	input.is_after_escape = false;
	if (input.read_at_ms - input.escape_at_ms >= input.sequence_wait_ms ||
		!input_goes_on_from_escape(input.pending.data[input.at]))
		return;
	strbuf_splice(&input.pending, input.at, 0, "\033", 1);
	input.is_escape_acted = true;
}

/* What a key is when its Esc was acted on: the letter behind it alone is no Alt. */
static int key_without_escape(int key)
{
	int letter = key - KEY_ALT;

	if (letter == '[' || letter == ']')
		return KEYS_IGNORED;
	return KEY_IS_TEXT(letter) ? letter : key;
}

/* A report that a slow link has torn apart, and what a click sends behind a lone Esc, are no keys:
 * a hand would have to type "[<0;12;5M" at once. */
static bool drop_torn_report(void)
{
	const char *bytes = input.pending.data + input.at;
	size_t len = input.pending.len - input.at;
	bool is_cut,
		may_be = input.is_report_cut || (len > 1 && bytes[0] == '[' && bytes[1] == '<');
	size_t used = input.has_mouse && may_be ? input_mouse_rest(bytes, len, &is_cut) : 0;

	input.is_report_cut = used && is_cut;
	if (used)
		input_consume(used);
	return used > 0;
}

/* Whether the sequence that was just given up could have been a mouse's. */
static bool is_torn_report(const char *bytes, size_t used)
{
	bool is_cut = false;

	return input.has_mouse && used > 1 && bytes[0] == '\033' && bytes[1] == '[' &&
	       (used == 2 || bytes[2] == '<') && input_mouse_rest(bytes + 1, used - 1, &is_cut) &&
	       is_cut;
}

/* The letter behind an Esc that was acted on, as the key that it is. */
static int take_letter(void)
{
	int letter = (unsigned char)input.pending.data[input.at + 1];

	input_consume(2);
	input.is_escape_acted = false;
	return letter;
}

/* Esc, O and a letter, each by itself, and the last two at once: no hand is sure to have typed
 * them. Of the keys that a terminal sends so, those of the arrows and F1 to F4 are put together
 * over a slow link, too; a keypad's only from one piece, and are nothing from several. */
static bool drop_torn_keypad(void)
{
	const char *bytes = input.pending.data + input.at;
	size_t len = input.pending.len - input.at;
	bool was_alone = input.is_letter_alone;

	input.is_letter_alone = input.is_escape_acted && len == 2 && bytes[1] == 'O';
	if (!input.is_escape_acted || len < 3 || bytes[1] != 'O' || !was_alone ||
		strchr("ABCDFHPQRS0123456789", bytes[2]))
		return false;
	input_consume(3);
	input.is_escape_acted = false;
	return true;
}

/* What began as a reply may, behind an Esc that was acted on, and was none: its letter is a key,
 * and so is each byte after it. */
static int take_letter_of_no_reply(void)
{
	const char *bytes = input.pending.data + input.at;
	size_t len = input.pending.len - input.at;

	if (!input.is_escape_acted || len < 2 || !bytes[1] || !strchr("P_^X", bytes[1]))
		return 0;
	enum reply reply = input_reply_of(bytes + 1, len - 1);
	if (reply == REPLY_WHOLE || (reply == REPLY_UNTOLD && !is_overdue()))
		return 0;
	return take_letter();
}

static int next_key(void)
{
	int key;

	if (drop_torn_report() || drop_torn_keypad())
		return KEYS_IGNORED;
	if ((key = take_letter_of_no_reply()))
		return key;
	size_t used = input_decode(
		input.pending.data + input.at, input.pending.len - input.at, is_overdue(), &key);

	if (!used)
		return 0;
	input.is_report_cut = is_torn_report(input.pending.data + input.at, used);
	if ((key == KEYS_MOUSE && !input.has_mouse) || input.is_report_cut)
		key = KEYS_IGNORED;
	input.is_after_escape = key == KEYS_ESCAPE;
	input.escape_at_ms = clock_ms();
	input_consume(used);
	if (input.is_escape_acted)
		key = key_without_escape(key);
	input.is_escape_acted = false;
	return key;
}

int terminal_key(void)
{
	read_waiting();
	if (input.is_pasting)
		return take_paste() ? KEYS_PASTE : 0;
	join_late_bytes();
	if (input.at == input.pending.len)
		return 0;
	int key = next_key();
	if (key != KEYS_PASTE)
		return key;
	input.is_pasting = true;
	return take_paste() ? KEYS_PASTE : KEYS_IGNORED;
}

const char *terminal_paste(void)
{
	return input.paste ? input.paste : "";
}

const char *terminal_paste_told(void)
{
	return input.told;
}

bool terminal_has_input(void)
{
	int key;

	if (is_readable())
		return true;
	return !input.is_pasting && input.at < input.pending.len &&
	       input_decode(input.pending.data + input.at, input.pending.len - input.at,
		       is_overdue(), &key) > 0;
}

int terminal_key_timeout_ms(void)
{
	if (input.is_pasting)
		return PASTE_PATIENCE_MS;
	if (input.at == input.pending.len)
		return -1;
	int64_t left_ms = input.read_at_ms + patience_ms() - clock_ms();
	return left_ms < 0 ? 0 : (int)left_ms;
}
