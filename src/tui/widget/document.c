/* Blocks of text, drawn from the row they are scrolled to.
 * Not here: the keys that scroll (scroll.c), the words. */
#include "tui/widget/document.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "tui/terminal/wrap.h"
#include "tui/widget/heading.h"

#include <stdlib.h>

#define INDENT_COLS    1
#define LABEL_COLS_MAX 18
#define LABEL_GAP_COLS 2
#define BODY_ROWS_MIN  4 /* of the text, before a title gets rows of its own */

struct block {
	enum role role;
	bool is_heading;
	char *label; /* NULL: a paragraph over the whole width */
	char *text;
	void (*draw)(const void *context, struct rect row); /* a picture, which has no text */
	const void *context;
};

void document_init(struct document *document)
{
	vector_init(&document->blocks, sizeof(struct block));
	document->scroll = (struct scroll){ 0 };
}

void document_clear(struct document *document)
{
	struct block *block;

	VECTOR_EACH (block, &document->blocks) {
		free(block->label);
		free(block->text);
	}
	vector_clear(&document->blocks);
}

void document_fini(struct document *document)
{
	document_clear(document);
	vector_fini(&document->blocks);
}

/* The block with a copy of this text and label; none, where there is nothing to say. */
static void document_push(
	struct document *document, struct block block, const char *label, const char *text)
{
	if (text_is_blank(text))
		return;
	block.label = memory_copy_string(label);
	block.text = memory_copy_string(text);
	vector_push(&document->blocks, &block);
}

void document_add_heading(struct document *document, const char *text)
{
	document_push(
		document, (struct block){ .role = ROLE_TITLE, .is_heading = true }, NULL, text);
}

void document_add_name(struct document *document, const char *name)
{
	if (draw_is_plain())
		document_add_heading(document, name);
}

void document_add(struct document *document, enum role role, const char *text)
{
	document_push(document, (struct block){ .role = role }, NULL, text);
}

void document_add_fact(struct document *document, const char *label, const char *text)
{
	const struct block block = { .role = ROLE_TEXT };
	struct strbuf line = STRBUF_INIT;

	if (!draw_is_plain() || !*label || text_is_blank(text)) {
		document_push(document, block, draw_is_plain() ? NULL : label, text);
		return;
	}
	strbuf_add_format(&line, "%s: %s", label, text); /* two columns would be heard mixed */
	document_push(document, block, NULL, line.data);
	strbuf_fini(&line);
}

void document_add_picture(struct document *document,
	void (*draw)(const void *context, struct rect row), const void *context)
{
	const struct block block = { .draw = draw, .context = context };

	vector_push(&document->blocks, &block);
}

static int label_cols(const struct document *document, int cols)
{
	const struct block *block;
	int widest = 0;

	VECTOR_EACH (block, &document->blocks) {
		int width = block->label ? draw_width(block->label) : 0;
		if (width > widest)
			widest = width;
	}
	if (widest > LABEL_COLS_MAX)
		widest = LABEL_COLS_MAX;
	return widest < cols / 2 ? widest : cols / 2;
}

static int draw_picture(struct rect area, int row, const struct block *block)
{
	const struct rect line = { area.row + row, area.col + INDENT_COLS, 1,
		area.cols - 2 * INDENT_COLS };

	if (row >= 0 && row < area.rows && line.cols > 0)
		block->draw(block->context, line);
	return 1;
}

/* Draws the rows of a text that lie within the area, the first being row `row` of it (which may
 * be above); returns the rows that the text takes. */
static int draw_text_block(struct rect area, int row, int col, enum role role, const char *text)
{
	int cols = area.cols - col - INDENT_COLS;
	int rows = cols > 0 ? draw_wrap(text, cols, NULL, NULL) : 1;
	int hidden = row < 0 ? -row : 0, top = row < 0 ? 0 : row;
	const struct rect part = { area.row + top, area.col + col, area.rows - top, cols };

	if (part.rows > 0 && cols > 0 && hidden < rows)
		draw_paragraph(part, 0, hidden, role, text);
	return rows;
}

static int draw_all(struct document *document, struct rect area)
{
	int labels = label_cols(document, area.cols), row = -document->scroll.first;
	const struct block *block;

	VECTOR_EACH (block, &document->blocks) {
		int col = INDENT_COLS + (block->label ? labels + LABEL_GAP_COLS : 0);
		if (block->is_heading && row > -document->scroll.first && !draw_is_plain())
			row++;
		if (block->label && row >= 0)
			draw_cell(area, row, INDENT_COLS, labels, ROLE_FAINT, block->label);
		row += block->draw ? draw_picture(area, row, block)
				   : draw_text_block(area, row, col, block->role, block->text);
	}
	return row + document->scroll.first;
}

void document_draw(struct document *document, struct rect area, bool has_focus)
{
	document->scroll.rows = area.rows;
	document->scroll.count = draw_all(document, area);
	bool is_moved = scroll_clamp(&document->scroll);
	if (scroll_show_read(&document->scroll) || is_moved) {
		draw_blank(area);
		draw_all(document, area);
	}
	if (has_focus)
		draw_cursor(area, document->scroll.at - document->scroll.first, INDENT_COLS, false);
}

/* Where the title leaves too few rows to the text, it is cut. */
void document_draw_titled(
	struct document *document, struct rect area, const char *title, const char *right)
{
	const struct rect nowhere = { .cols = area.cols };
	struct heading heading = { title, right, 0 };
	int count = draw_all(document, nowhere), rows = heading_rows(&heading, area.cols);

	if (count > area.rows - rows)
		heading.most = (size_t)count;
	rows = heading_rows(&heading, area.cols);
	if (area.rows - rows < BODY_ROWS_MIN)
		rows = 1;
	document_draw(document,
		(struct rect){ area.row + rows, area.col, area.rows - rows, area.cols }, true);
	heading_draw(&heading, area, rows, scroll_below(&document->scroll));
}
