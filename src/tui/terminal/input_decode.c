/* What the bytes of keys mean: terminfo's strings first, then every shape of CSI and SS3 that
 * terminals are known to send; what is unknown is swallowed whole. Not here: reading them. */
#include "tui/terminal/input_decode.h"

#include "filo/base/ascii.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define ESC '\033'

struct learned_key {
	char sequence[14];
	unsigned char len;
	int key;
};
static struct learned_key learned[32];
static size_t learned_count;

void input_learn(const char *sequence, int key)
{
	size_t len = sequence ? strlen(sequence) : 0;

	/* One byte is a control character, which is decoded as such. */
	if (len < 2 || len > sizeof learned->sequence || *sequence != ESC ||
		learned_count == sizeof learned / sizeof *learned)
		return;
	struct learned_key *entry = &learned[learned_count++];
	memcpy(entry->sequence, sequence, len);
	entry->len = (unsigned char)len;
	entry->key = key;
}

static size_t decode_learned(const char *bytes, size_t len, int *key)
{
	for (size_t i = 0; i < learned_count; i++) {
		if (len >= learned[i].len && !memcmp(bytes, learned[i].sequence, learned[i].len)) {
			*key = learned[i].key;
			return learned[i].len;
		}
	}
	return 0;
}

/* The last byte of CSI and SS3 sequences; lower case is rxvt's with a modifier. */
static int key_of_letter(char letter)
{
	static const struct {
		char letter;
		int key;
	} letters[] = { { 'A', KEYS_UP }, { 'B', KEYS_DOWN }, { 'C', KEYS_RIGHT },
		{ 'D', KEYS_LEFT }, { 'a', KEYS_UP }, { 'b', KEYS_DOWN },
		{ 'c', KEY_ALT + KEYS_RIGHT }, { 'd', KEY_ALT + KEYS_LEFT }, { 'H', KEYS_HOME },
		{ 'F', KEYS_END }, { 'Z', KEYS_BACK_TAB }, { 'M', KEYS_ENTER }, { 'P', KEYS_F1 },
		{ 'Q', KEYS_F1 + 1 }, { 'R', KEYS_F1 + 2 }, { 'S', KEYS_F1 + 3 } };

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == letter)
			return letters[i].key;
	return KEYS_IGNORED;
}

/* CSI number ~ */
static int key_of_number(int number)
{
	static const int keys[] = { [1] = KEYS_HOME,
		KEYS_INSERT,
		KEYS_DELETE,
		KEYS_END,
		KEYS_PAGE_UP,
		KEYS_PAGE_DOWN,
		KEYS_HOME,
		KEYS_END,
		[11] = KEYS_F1,
		KEYS_F1 + 1,
		KEYS_F1 + 2,
		KEYS_F1 + 3,
		KEYS_F1 + 4,
		[17] = KEYS_F1 + 5,
		KEYS_F1 + 6,
		KEYS_F1 + 7,
		KEYS_F1 + 8,
		KEYS_F1 + 9,
		[23] = KEYS_F1 + 10,
		KEYS_F12,
		[200] = KEYS_PASTE };

	if (number > 0 && number < (int)(sizeof keys / sizeof *keys) && keys[number])
		return keys[number];
	return KEYS_IGNORED;
}

static int key_of_byte(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case '\t':
		return KEYS_TAB;
	case '\b':
	case 0x7F:
		return KEYS_BACKSPACE;
	case ESC:
		return KEYS_ESCAPE;
	case 0:
		return KEYS_IGNORED;
	default:
		return byte;
	}
}

#define WITH_SHIFT 1
#define WITH_ALT   2
#define WITH_CTRL  4
/* Super, Hyper and Meta, as one protocol or another counts them: filo has no key with these. */
#define WITH_OTHERS (8 | 16 | 32)

/* A code point with xterm's modifiers, 1 more than their sum, as modifyOtherKeys and the "CSI u"
 * protocol report them. `shifted` is what it is with Shift; 0: that was not told. */
static int key_with_modifiers(int code, int modifiers, int shifted)
{
	int bits = modifiers > 0 ? modifiers - 1 : 0;

	if (bits & WITH_SHIFT)
		code = shifted ? shifted : code < 0x80 ? ascii_upper((char)code) : code;
	int key = code < 0x80 ? key_of_byte((unsigned char)code) : code;

	if (code < 0 || code >= 0x110000 || (code >= 0xE000 && code < 0xF900) ||
		(bits & WITH_OTHERS))
		return KEYS_IGNORED;
	if (key == KEYS_TAB && (bits & WITH_SHIFT))
		return KEYS_BACK_TAB;
	if ((bits & WITH_CTRL) && KEY_IS_TEXT(code))
		key = code >= '@' && code < 0x7F ? key_of_byte((unsigned char)KEY_CTRL(code))
						 : KEYS_IGNORED;
	return (bits & WITH_ALT) && key != KEYS_IGNORED ? KEY_ALT + key : key;
}

/* Alt and Ctrl with an arrow both move by words in a field. */
static int key_moved_by_word(int key, int modifiers)
{
	bool is_word = modifiers > 0 && ((modifiers - 1) & 6);

	return is_word && (key == KEYS_LEFT || key == KEYS_RIGHT) ? KEY_ALT + key : key;
}

/* The parameters of a CSI sequence; of each its own number, and the second of the sub-parameters
 * that ':' parts (kitty's "97:65;5:3u": key and shifted key; modifiers and kind of event). */
struct parameters {
	int numbers[3], subs[3];
};

#define EVENT_RELEASE 3

static struct parameters parameters_of(const char *bytes, size_t len)
{
	struct parameters out = { 0 };
	size_t index = 0, sub = 0;

	for (size_t at = 0; at < len; at++) {
		int *number = sub ? &out.subs[index] : &out.numbers[index];
		if (bytes[at] == ';' && index < 2) {
			index++;
			sub = 0;
		} else if (bytes[at] == ':') {
			sub++;
		} else if (bytes[at] >= '0' && bytes[at] <= '9' && sub < 2 && *number < 0x200000) {
			*number = *number * 10 + (bytes[at] - '0');
		}
	}
	return out;
}

static int key_of_csi(const struct parameters *p, char final)
{
	if (p->subs[1] == EVENT_RELEASE)
		return KEYS_IGNORED;
	if (final == '~' && p->numbers[0] == 27)
		return key_with_modifiers(p->numbers[2], p->numbers[1], 0);
	if (final == 'u')
		return key_with_modifiers(p->numbers[0], p->numbers[1], p->subs[0]);
	if (final == '~' || final == '^' || final == '@') /* ^ and @: rxvt's modifiers */
		return key_of_number(p->numbers[0]);
	if (final == 'M') /* a mouse's */
		return KEYS_IGNORED;
	/* F3 ends as a report of where the cursor is: row and column, where a key has 1 and its
	 * modifiers. */
	if (final == 'R' && (p->numbers[0] > 1 || p->numbers[1] > 16))
		return KEYS_IGNORED;
	return key_moved_by_word(key_of_letter(final), p->numbers[1]);
}

static struct mouse_report mouse;

const struct mouse_report *input_mouse(void)
{
	return &mouse;
}

/* Xterm's SGR reports: button, column, row, "M" for pressed. Of the button's number 64 is the
 * wheel, 32 a movement, 4 to 16 keys held meanwhile. */
static int key_of_mouse(const struct parameters *p, char final)
{
	static const struct {
		int button;
		enum mouse_act act;
	} acts[] = { { 0, MOUSE_CLICK }, { 64, MOUSE_WHEEL_UP }, { 65, MOUSE_WHEEL_DOWN } };

	for (size_t i = 0; final == 'M' && i < sizeof acts / sizeof *acts; i++) {
		if ((p->numbers[0] & ~0x1C) != acts[i].button || !p->numbers[1] || !p->numbers[2])
			continue;
		mouse = (struct mouse_report){ acts[i].act, p->numbers[2] - 1, p->numbers[1] - 1 };
		return KEYS_MOUSE;
	}
	return KEYS_IGNORED;
}

size_t input_mouse_rest(const char *bytes, size_t len_bytes, bool *is_cut)
{
	size_t at = 0;

	*is_cut = false;
	if (at < len_bytes && bytes[at] == '[')
		at++;
	if (at < len_bytes && bytes[at] == '<')
		at++;
	while (at < len_bytes && (bytes[at] == ';' || (bytes[at] >= '0' && bytes[at] <= '9')))
		at++;
	*is_cut = at == len_bytes;
	return !*is_cut && (bytes[at] == 'M' || bytes[at] == 'm') ? at + 1 : *is_cut ? at : 0;
}

/* With Shift, rxvt ends a key's number with a "$": no final byte of ECMA-48, and in what a terminal
 * answers ("?12;1$y") the beginning of one. Bytes used; 0: it is none. */
static size_t decode_rxvt_shift(const char *bytes, size_t len, size_t at, int *key)
{
	size_t start = at;

	while (at < len && bytes[at] >= '0' && bytes[at] <= '9')
		at++;
	if (at == len || bytes[at] != '$')
		return 0;
	*key = key_of_number(parameters_of(bytes + start, at - start).numbers[0]);
	return *key == KEYS_IGNORED ? 0 : at + 1;
}

/* ECMA-48 5.4: parameters 0x30-0x3F, intermediates 0x20-0x2F, a final byte 0x40-0x7E. `at` is
 * behind the introducer. */
static size_t decode_csi(const char *bytes, size_t len, size_t at, bool is_all, int *key)
{
	size_t start = at;

	*key = KEYS_IGNORED;
	if (at < len && bytes[at] == '[') { /* the Linux console's function keys: ESC [ [ A */
		if (at + 1 < len && bytes[at + 1] >= 'A' && bytes[at + 1] <= 'E')
			*key = KEYS_F1 + (bytes[at + 1] - 'A');
		return at + 1 < len ? at + 2 : is_all ? len : 0;
	}
	size_t used = decode_rxvt_shift(bytes, len, start, key);
	if (used)
		return used;
	while (at < len && bytes[at] >= 0x30 && bytes[at] < 0x40)
		at++;
	struct parameters parameters = parameters_of(bytes + start, at - start);
	bool is_reply = at > start && strchr("?>=", bytes[start]);
	for (; at < len && bytes[at] >= 0x20 && bytes[at] < 0x40; at++)
		is_reply = true; /* no key has intermediates */
	if (at == len)
		return is_all ? len : 0;
	char final = bytes[at];
	if (final < 0x40) /* a control character: the sequence was cut short */
		return at;
	if (final == 'M' && at == start) /* the old mouse report: three bytes follow */
		return len >= at + 4 ? at + 4 : is_all ? len : 0;
	if (bytes[start] == '<')
		*key = key_of_mouse(&parameters, final);
	else if (!is_reply)
		*key = key_of_csi(&parameters, final);
	return at + 1;
}

/* SS3: ESC O, perhaps a modifier, one letter: arrows, and the keypad in application mode. */
static size_t decode_ss3(const char *bytes, size_t len, size_t at, bool is_all, int *key)
{
	static const char keypad[] = "*+,-./0123456789"; /* sent as j to y */

	while (at < len && bytes[at] >= '0' && bytes[at] <= '9')
		at++;
	if (at == len) {
		*key = KEY_ALT + 'O';
		return is_all ? len : 0;
	}
	*key = bytes[at] >= 'j' && bytes[at] <= 'y' ? keypad[bytes[at] - 'j']
						    : key_of_letter(bytes[at]);
	return at + 1;
}

/* Whether what a terminal answers can go on so: "ESC ] 11;", "ESC P 1+r", "ESC _ G". Else it was
 * Alt with that letter. */
static bool string_begins_with(char kind, char next)
{
	if (kind == ']')
		return (next >= '0' && next <= '9') || next == 'l' || next == 'L';
	if (kind == 'P')
		return strchr("0123456789>!$+?=", next) != NULL;
	return kind == '_' ? next == 'G' : true;
}

/* DCS, OSC, APC, PM and SOS: answers to questions filo does not ask. Up to BEL or ST. `at` is
 * behind the introducer, whose letter is `kind`. */
static size_t decode_string(
	const char *bytes, size_t len, size_t at, char kind, bool is_all, int *key)
{
	bool is_eight_bit = (unsigned char)*bytes == (unsigned char)(kind + 0x40);

	*key = at == 2 && *bytes == ESC ? KEY_ALT + kind : KEYS_IGNORED;
	if (at == len)
		return is_all ? len : 0;
	if (!string_begins_with(kind, bytes[at]))
		return at;
	*key = KEYS_IGNORED;
	for (; at < len; at++) {
		unsigned char byte = (unsigned char)bytes[at];
		if (byte == '\a' ||
			(byte == 0x9C && (is_eight_bit || (unsigned char)bytes[at - 1] == 0xC2)))
			return at + 1;
		if (byte == ESC && at + 1 < len)
			return bytes[at + 1] == '\\' ? at + 2 : at;
	}
	return is_all ? len : 0;
}

static size_t decode_utf8(const char *bytes, size_t len, bool is_all, int *key)
{
	unsigned char lead = (unsigned char)*bytes;
	size_t needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	utf8proc_int32_t code;

	if (lead < 0xC2 || lead > 0xF4) { /* no lead byte: a terminal that sends Latin-1 */
		*key = lead >= 0xA0 ? lead : KEYS_IGNORED;
		return 1;
	}
	size_t have = 1;
	while (have < needed && have < len && ((unsigned char)bytes[have] & 0xC0) == 0x80)
		have++;
	if (have == len && have < needed && !is_all)
		return 0;
	if (have < needed || utf8proc_iterate((const utf8proc_uint8_t *)bytes,
				     (utf8proc_ssize_t)needed, &code) < 0) {
		*key = have == 1 ? lead : KEYS_IGNORED;
		return have;
	}
	*key = code < 0xA0 ? KEYS_IGNORED : code; /* C1: no text, and no sequence that is known */
	return needed;
}

/* What begins a control sequence: its letter as it stands behind ESC, and *used bytes; 0: nothing.
 * Terminals of eight bits send C1 in one byte, or in UTF-8. */
static char input_decode_introducer(const char *bytes, size_t len, size_t *used)
{
	static const char letters[] = "[O]P_^X";
	unsigned char first = (unsigned char)*bytes;
	unsigned char second = len > 1 ? (unsigned char)bytes[1] : 0;
	char letter = 0;

	*used = first == ESC || first == 0xC2 ? 2 : 1;
	if (first == ESC)
		letter = (char)second;
	else if (first == 0xC2 && second >= 0x80 && second < 0xA0)
		letter = (char)(second - 0x40);
	else if (first >= 0x80 && first < 0xA0)
		letter = (char)(first - 0x40);
	return letter && strchr(letters, letter) ? letter : 0;
}

static size_t decode_sequence(
	const char *bytes, size_t len, size_t at, char letter, bool is_all, int *key)
{
	if (letter == '[') {
		if (len == at && is_all) {
			*key = *bytes == ESC ? KEY_ALT + '[' : KEYS_IGNORED;
			return len;
		}
		return decode_csi(bytes, len, at, is_all, key);
	}
	if (letter == 'O')
		return decode_ss3(bytes, len, at, is_all, key);
	return decode_string(bytes, len, at, letter, is_all, key);
}

static size_t decode_escape(const char *bytes, size_t len, bool is_all, int *key)
{
	size_t used;

	*key = KEYS_ESCAPE;
	if (len == 1)
		return is_all ? 1 : 0;
	if (bytes[1] == ESC) {
		/* Alt with an arrow, as rxvt sends it; else two times Esc. */
		if (len == 2)
			return is_all ? 1 : 0;
		if (bytes[2] != '[' && bytes[2] != 'O')
			return 1;
	}
	used = input_decode(bytes + 1, len - 1, is_all, key);
	if (!used)
		return 0;
	if (*key < KEY_ALT && *key != KEYS_IGNORED && *key != KEYS_PASTE && *key != KEYS_MOUSE)
		*key += KEY_ALT;
	return used + 1;
}

size_t input_decode(const char *bytes, size_t len_bytes, bool is_all, int *key)
{
	unsigned char first = (unsigned char)*bytes;
	size_t used;
	char letter;

	if (first == ESC && (used = decode_learned(bytes, len_bytes, key)) > 0)
		return used;
	letter = input_decode_introducer(bytes, len_bytes, &used);
	if (letter)
		return decode_sequence(bytes, len_bytes, used, letter, is_all, key);
	if (first == ESC)
		return decode_escape(bytes, len_bytes, is_all, key);
	if (first >= 0x80)
		return decode_utf8(bytes, len_bytes, is_all, key);
	*key = key_of_byte(first);
	return 1;
}

bool input_goes_on_from_escape(char next)
{
	return next && strchr("[O]P_^X", next);
}

/* How `bytes` go with a beginning, in which '#' is a number. */
static enum reply reply_begins_with(const char *beginning, const char *bytes, size_t len)
{
	size_t at = 0;

	for (; *beginning && at < len; beginning++) {
		size_t start = at;
		if (*beginning != '#')
			at += bytes[at] == *beginning;
		else
			while (at < len && bytes[at] >= '0' && bytes[at] <= '9')
				at++;
		if (at == start)
			return REPLY_NONE;
	}
	return *beginning ? REPLY_UNTOLD : REPLY_WHOLE;
}

/* PM and SOS, "^" and "X", begin with no words of their own: only their end tells them. What a hand
 * types has none, and sooner or later a key that is no text. */
static enum reply reply_of_text(const char *bytes, size_t len)
{
	bool has_control = false;

	for (size_t at = 1; at < len; at++) {
		unsigned char byte = (unsigned char)bytes[at];
		if (byte == '\a' || (byte == 0x9C && (unsigned char)bytes[at - 1] == 0xC2))
			return REPLY_WHOLE;
		if (byte == ESC && at + 1 < len)
			return bytes[at + 1] == '\\' ? REPLY_WHOLE : REPLY_NONE;
		has_control |= (byte < 0x20 && byte != ESC) || byte == 0x7F;
	}
	return has_control ? REPLY_NONE : REPLY_UNTOLD;
}

enum reply input_reply_of(const char *bytes, size_t len_bytes)
{
	/* XTVERSION, DA3, XTGETTCAP, DECRQSS, kitty's graphics. */
	static const char *const beginnings[] = { "P>|", "P!|", "P#+r", "P#$r", "_Gi=", "_GI=" };
	enum reply reply = strchr("^X", *bytes) ? reply_of_text(bytes, len_bytes) : REPLY_NONE;

	for (size_t i = 0; !reply && i < sizeof beginnings / sizeof *beginnings; i++)
		reply = reply_begins_with(beginnings[i], bytes, len_bytes);
	return reply;
}

size_t input_paste_end(const char *bytes, size_t len_bytes)
{
	const char *end = memmem(bytes, len_bytes, "\033[201~", 6);

	return end ? (size_t)(end - bytes) : len_bytes;
}
