/* Taking the terminal over and giving it back; a frame sent in one write.
 * Not here: keys (input.c), what is drawn (draw.c), what a terminal can do (ability.c). */
#include "tui/terminal/terminal.h"

#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/base/memory.h"
#include "tui/terminal/ability.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/frame.h"
#include "tui/terminal/input.h"
#include "tui/terminal/input_decode.h"
#include "tui/terminal/signals.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/* From here on a frame is worth the 16 bytes that keep a terminal from showing half of it. */
#define SYNC_FROM_BYTES 400

static struct {
	bool is_started,
		is_ours; /* is_ours: the screen is filo's now, not a program's of the user */
	bool is_gone;
	unsigned abilities;
	bool has_mouse;
	int tty;      /* frames go here; never blocks, so that a stopped terminal can be left */
	FILE *file;   /* what curses writes to... */
	int file_fd;  /* ... and its descriptor: the terminal, or the frame while one is made */
	int frame_fd; /* a file in memory */
	SCREEN *screen;
	struct termios before, ours;
	struct strbuf frame, prefix; /* prefix: sent with the next frame */
	char leave[160];             /* what puts the terminal back: ready for a crash */
	size_t leave_len;
	bool is_cursor_shown;
	bool is_ringing; /* with the next frame */
	bool has_column; /* moves within a row by CHA */
	int rows, cols;
} term = { .tty = -1, .file_fd = -1, .frame_fd = -1, .frame = STRBUF_INIT, .prefix = STRBUF_INIT };

/* Writes everything, waiting for a slow terminal, but not past a signal that ends filo. */
static bool write_all(const char *bytes, size_t len)
{
	while (len && !term.is_gone) {
		ssize_t sent = write(term.tty, bytes, len);
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
		} else if (sent < 0 && errno == EAGAIN) {
			struct pollfd wait[] = { { .fd = term.tty, .events = POLLOUT },
				{ .fd = signals_fd(), .events = POLLIN } };
			poll(wait, 2, 500);
			if (signals_is_ending())
				return false;
		} else if (sent == 0 || errno != EINTR) {
			term.is_gone = true;
		}
	}
	return !term.is_gone;
}

bool terminal_send(const char *bytes, size_t len_bytes)
{
	return write_all(bytes, len_bytes);
}

/* Between these two, what curses writes goes into the file in memory. */
static void capture_begin(void)
{
	lseek(term.frame_fd, 0, SEEK_SET); /* what is left behind the new frame is not read */
	dup2(term.frame_fd, term.file_fd);
}

static void capture_end(struct strbuf *out)
{
	fflush(term.file);
	dup2(term.tty, term.file_fd);
	off_t len = lseek(term.frame_fd, 0, SEEK_CUR), at = 0;
	char bytes[8192];
	while (at < len) {
		size_t left = (size_t)(len - at);
		ssize_t got =
			pread(term.frame_fd, bytes, left < sizeof bytes ? left : sizeof bytes, at);
		if (got <= 0)
			break;
		strbuf_add_bytes(out, bytes, (size_t)got);
		at += got;
	}
}

/* Adds a string of the terminfo entry, without its padding: delays are for paper. */
static void add_capability(struct strbuf *out, const char *capability)
{
	if (!capability || capability == (char *)-1)
		return;
	for (const char *c = capability; *c; c++) {
		const char *end = c[0] == '$' && c[1] == '<' ? strchr(c, '>') : NULL;
		if (end)
			c = end;
		else
			strbuf_add_char(out, *c);
	}
}

static void prepare_leaving(void)
{
	struct strbuf out = STRBUF_INIT;

	if (term.abilities & ABILITY_PASTE)
		strbuf_add(&out, "\033[?2004l");
	if (term.has_mouse)
		strbuf_add(&out, "\033[?1006l\033[?1000l");
	add_capability(&out, exit_attribute_mode);
	add_capability(&out, orig_pair);
	add_capability(&out, keypad_local);
	/* No alternate screen to leave: clear this one. */
	add_capability(&out, exit_ca_mode ? exit_ca_mode : clear_screen);
	add_capability(&out, cursor_normal); /* last: the other screen may bring its own */
	term.leave_len = out.len < sizeof term.leave ? out.len : 0;
	memcpy(term.leave, out.data, term.leave_len);
	strbuf_fini(&out);
}

/* Async-signal-safe. */
static void leave_screen(void)
{
	if (!term.is_ours)
		return;
	term.is_ours = false;
	size_t at = 0;
	for (int tries = 0; at < term.leave_len && tries < 20; tries++) {
		ssize_t sent = write(term.tty, term.leave + at, term.leave_len - at);
		if (sent > 0)
			at += (size_t)sent;
		else if (errno == EAGAIN)
			poll(&(struct pollfd){ .fd = term.tty, .events = POLLOUT }, 1, 10);
		else if (errno != EINTR)
			break;
	}
	tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
}

/* In the other mode an arrow is Esc, O and a letter, which over a slow link is told from three keys
 * by its pace alone: A lets a person go. "[" is no key of filo's. */
static void take_arrows_as_csi(void)
{
	if (keypad_xmit && keypad_xmit != (char *)-1 && strstr(keypad_xmit, "\033[?1h"))
		strbuf_add(&term.prefix, "\033[?1l");
}

static void take_screen(void)
{
	tcsetattr(STDIN_FILENO, TCSADRAIN, &term.ours);
	add_capability(&term.prefix, exit_attribute_mode);
	add_capability(&term.prefix, keypad_xmit);
	take_arrows_as_csi();
	if (term.abilities & ABILITY_PASTE)
		strbuf_add(&term.prefix, "\033[?2004h");
	if (term.has_mouse) /* buttons and the wheel, in SGR's form */
		strbuf_add(&term.prefix, "\033[?1000h\033[?1006h");
	term.is_ours = true;
}

static void learn_keys(void)
{
	input_learn(key_up, KEYS_UP);
	input_learn(key_down, KEYS_DOWN);
	input_learn(key_left, KEYS_LEFT);
	input_learn(key_right, KEYS_RIGHT);
	input_learn(key_home, KEYS_HOME);
	input_learn(key_end, KEYS_END);
	input_learn(key_ppage, KEYS_PAGE_UP);
	input_learn(key_npage, KEYS_PAGE_DOWN);
	input_learn(key_dc, KEYS_DELETE);
	input_learn(key_ic, KEYS_INSERT);
	char *const functions[] = { key_f1, key_f2, key_f3, key_f4, key_f5, key_f6, key_f7, key_f8,
		key_f9, key_f10, key_f11, key_f12 };

	for (int i = 0; i < 12; i++)
		input_learn(functions[i], KEYS_F1 + i);
	input_learn(key_btab, KEYS_BACK_TAB);
	input_learn(key_enter, KEYS_ENTER);
}

/* The SCREEN of the wanted entry, else of a likely one. *name: which one. */
static SCREEN *open_screen(const char *wanted, const char **name)
{
	const char *names[] = { wanted, "xterm-256color", "xterm", "vt100" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!names[i] || !*names[i])
			continue;
		SCREEN *screen = newterm(names[i], term.file, stdin);
		*name = names[i];
		if (screen && cursor_address)
			return screen;
		if (screen) {
			endwin();
			delscreen(screen);
		}
	}
	return NULL;
}

static enum status open_files(struct error *err)
{
	/* An own description of the terminal: not to block there changes nobody else's. */
	term.tty = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (term.tty < 0)
		term.tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	term.frame_fd = memfd_create("frame", MFD_CLOEXEC);
	term.file_fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	term.file = term.file_fd < 0 ? NULL : fdopen(term.file_fd, "w");
	if (term.tty < 0 || term.frame_fd < 0 || !term.file)
		return error_set(
			err, STATUS_IO, _("The screen could not be opened: %s"), strerror(errno));
	return STATUS_OK;
}

static char *describe_fallback(const char *wanted, const char *name)
{
	struct strbuf out = STRBUF_INIT;

	if (wanted && *wanted)
		strbuf_add_format(&out,
			_("This machine does not know the terminal \"%s\": using %s."), wanted,
			name);
	else
		strbuf_add_format(&out, _("TERM is not set: using %s."), name);
	return strbuf_take(&out);
}

/* Marks a run of one character in a frame: REPEAT_MARK, the character, its count, ";". */
#define REPEAT_MARK    '\001'
#define REPEAT_PATTERN "\001%p1%c%p2%d;"

/* Cuts a piece out of a capability, in place. */
static void cut_capability(const char *name, const char *piece)
{
	char *capability = tigetstr(name);
	char *found = capability && capability != (char *)-1 ? strstr(capability, piece) : NULL;

	if (found)
		memmove(found, found + strlen(piece), strlen(found + strlen(piece)) + 1);
}

/* With each change of looks a terminal is also told to leave its line-drawing letters, which filo
 * never enters: a fifth of some frames. take_screen() says it once. */
static void keep_to_letters(void)
{
	static const char *const pieces[][2] = {
		{ "sgr", "%?%p9%t\033(0%e\033(B%;" },
		{ "sgr", "%?%p9%t\016%e\017%;" },
		{ "sgr0", "\033(B" },
		{ "sgr0", "\017" },
	};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		cut_capability(pieces[i][0], pieces[i][1]);
}

/* Two capabilities that the entry may promise and the terminal may not keep. The palette is the
 * user's own: nothing was changed in it, so nothing is reset. REP is unknown to many terminals that
 * go by the name of xterm: runs are marked, and written out in the frame. ncurses keeps its own
 * copy of an entry, which only tigetstr() shows. */
static void limit_curses(void)
{
	char *palette = tigetstr("oc"), *repeat = tigetstr("rep"), *column = tigetstr("hpa");

	term.has_column = column && column != (char *)-1 && !strcmp(column, "\033[%i%p1%dG");
	keep_to_letters();
	if (palette && palette != (char *)-1)
		*palette = '\0';
	if (repeat && repeat != (char *)-1 && strlen(repeat) >= strlen(REPEAT_PATTERN))
		memcpy(repeat, REPEAT_PATTERN, sizeof REPEAT_PATTERN);
}

static void write_out_repeats(struct strbuf *frame)
{
	const char *mark;

	for (size_t at = 0;
		(mark = memchr(frame->data + at, REPEAT_MARK, frame->len - at)) != NULL;) {
		char run[512], *end;
		at = (size_t)(mark - frame->data);
		size_t count = strtoul(mark + 2, &end, 10);
		if (count > sizeof run)
			count = sizeof run;
		memset(run, mark[1], count);
		strbuf_splice(frame, at, (size_t)(end - mark) + 1, run, count);
		at += count;
	}
}

/* Until endwin() has been called once, ncurses 6.4 writes after every move of the cursor (mvcur
 * flushes while the screen is in its initial state); afterwards a frame is one write. What is sent
 * here is dropped: the first frame says it all again. */
static void start_curses(void)
{
	struct strbuf dropped = STRBUF_INIT;

	limit_curses();
	capture_begin();
	endwin();
	draw_start();
	term.is_cursor_shown = curs_set(0) == ERR;
	capture_end(&dropped);
	strbuf_fini(&dropped);
}

void terminal_want_mouse(void)
{
	term.has_mouse = true;
	input_want_mouse();
}

enum status terminal_start(const char **notice, struct error *err)
{
	static char *said;
	const char *wanted = getenv("TERM"), *name = NULL;

	*notice = NULL;
	if (tcgetattr(STDIN_FILENO, &term.before) < 0)
		return error_set(err, STATUS_IO, "%s", _("The screen needs a terminal."));
	if (open_files(err) != STATUS_OK)
		return err ? err->status : STATUS_IO;
	if (!signals_start(leave_screen))
		return error_set(
			err, STATUS_IO, _("The screen could not be opened: %s"), strerror(errno));
	term.screen = open_screen(wanted, &name);
	if (!term.screen) {
		signals_stop(false);
		return error_set(err, STATUS_IO,
			_("No description of a terminal was found here (TERM=%s): install the "
			  "package ncurses-base"),
			wanted ? wanted : "");
	}
	if (!wanted || strcmp(wanted, name)) {
		free(said);
		*notice = said = describe_fallback(wanted, name);
	}
	log_line("terminal", "%s", name);
	term.abilities = terminal_abilities_of(wanted ? wanted : "", getenv("TMUX") != NULL);
	typeahead(-1); /* filo decides when to paint */
	term.ours = term.before;
	cfmakeraw(&term.ours);
	term.ours.c_oflag = (term.before.c_oflag | OPOST) & ~(tcflag_t)ONLCR;
	term.ours.c_cc[VMIN] = 1;
	term.ours.c_cc[VTIME] = 0;
	learn_keys();
	input_start(STDIN_FILENO);
	prepare_leaving();
	start_curses();
	take_screen();
	term.is_started = true;
	terminal_update_size();
	memory_on_exhausted(terminal_stop);
	return STATUS_OK;
}

void terminal_stop(void)
{
	if (!term.is_started)
		return;
	bool is_hung_up = terminal_is_gone();
	term.is_started = false;
	leave_screen();
	memory_on_exhausted(NULL);
	capture_begin();
	endwin();
	draw_drop_kept();
	delscreen(term.screen);
	fclose(term.file);
	close(term.frame_fd);
	close(term.tty);
	strbuf_fini(&term.frame);
	strbuf_fini(&term.prefix);
	input_stop();
	signals_stop(is_hung_up);
}

void terminal_suspend(void)
{
	leave_screen();
}

void terminal_resume(void)
{
	add_capability(&term.prefix, enter_ca_mode);
	if (!term.is_cursor_shown)
		add_capability(&term.prefix, cursor_invisible);
	take_screen();
	terminal_update_size();
	terminal_redraw();
}

int terminal_rows(void)
{
	return term.rows;
}

int terminal_cols(void)
{
	return term.cols;
}

bool terminal_is_utf8(void)
{
	return i18n_is_utf8();
}

bool terminal_is_gone(void)
{
	return term.is_gone || input_is_gone();
}

bool terminal_update_size(void)
{
	struct winsize size = { 0 };
	int rows = LINES, cols = COLS;

	if (ioctl(term.tty, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
		rows = size.ws_row;
		cols = size.ws_col;
	}
	if (rows != LINES || cols != COLS)
		resize_term(rows, cols);
	bool has_changed = rows != term.rows || cols != term.cols;
	if (has_changed)
		draw_drop_kept();
	if (has_changed && term.rows) /* terminals differ in what they do with the old rows */
		terminal_redraw();
	term.rows = rows;
	term.cols = cols;
	if (has_changed)
		log_line("size", "%dx%d", cols, rows);
	return has_changed;
}

void terminal_redraw(void)
{
	clearok(curscr, TRUE);
}

void terminal_ring(void)
{
	term.is_ringing = true;
}

void terminal_paint(void)
{
	int row, col;

	if (!term.is_ours || term.is_gone)
		return;
	bool wants_cursor = draw_cursor_place(&row, &col);
	strbuf_clear(&term.frame);
	strbuf_add_bytes(&term.frame, term.prefix.data, term.prefix.len);
	strbuf_clear(&term.prefix);
	capture_begin();
	move(row, col);
	wnoutrefresh(stdscr);
	doupdate();
	if (wants_cursor != term.is_cursor_shown && curs_set(wants_cursor) != ERR)
		term.is_cursor_shown = wants_cursor;
	capture_end(&term.frame);
	write_out_repeats(&term.frame);
	frame_shorten(&term.frame, (struct frame_screen){ term.rows, term.cols, term.has_column });
	if ((term.abilities & ABILITY_SYNC) && term.frame.len >= SYNC_FROM_BYTES) {
		strbuf_splice(&term.frame, 0, 0, "\033[?2026h", 8);
		strbuf_add(&term.frame, "\033[?2026l");
	}
	if (term.is_ringing)
		add_capability(&term.frame, bell);
	term.is_ringing = false;
	log_line("frame", "%zu bytes", term.frame.len);
	write_all(term.frame.data, term.frame.len);
}
