/* The sample's people of work and of things made together.
 * Not here: what was said on a particular day (sample_story.c). */
#include "sample/sample_data.h"

/* clang-format off */
static const struct sample_line xiaoyu_lines[] = {
	{ EMAIL, THEM, 1, N_("她寄来了新书的封面。 The cover is mine, and it is upside down on purpose.") },
	{ VIDEO, BOTH, 0, N_("Page proofs. She found the one wrong comma.") },
	{ EMAIL, ME, 0, N_("Sent the invoice and a small dragon."), .given = GIFT },
	{ MESSAGE, THEM, 0, "" },
	{ VIDEO, THEM, 1, N_("An idea for a series on tools."), .received = IDEA },
	{ .summary = NULL },
};

static const struct sample_line noa_lines[] = {
	{ EMAIL, ME, 0, N_("Asked about the translation rights.") },
	{ EMAIL, THEM, 1, N_("תודה רבה. The rights are free, and so is she."), .received = HELP },
	{ VIDEO, BOTH, 0, N_("Three paragraphs, two hours.") },
	{ EMAIL, THEM, 0, N_("A word that has no word. We kept hers.") },
	{ .summary = NULL },
};

static const struct sample_line priya_lines[] = {
	{ VIDEO, BOTH, 0, N_("Sprint call. The icons are too friendly, says legal.") },
	{ EMAIL, ME, 0, N_("Less friendly icons.") },
	{ EMAIL, THEM, 1, N_("Legal misses the friendly ones.") },
	{ MESSAGE, THEM, 0, "" },
	{ CALL, THEM, 0, N_("Budget talk. She is straight, which is restful."), .received = ADVICE },
	{ VIDEO, ME, 1, N_("Showed the animated squirrel. Silence, then applause.") },
	{ EMAIL, THEM, 0, N_("Next project: maps for a hospital. Maybe.") },
	{ .summary = NULL },
};

static const struct sample_line mai_lines[] = {
	{ EMAIL, THEM, 0, N_("Asked to show the harbour series in her gallery.") },
	{ EMAIL, ME, 1, N_("Yes, and where do I send the frames?") },
	{ VIDEO, BOTH, 1, N_("Walked through the empty room on video. Good light.") },
	{ EMAIL, THEM, 1, N_("Cảm ơn! Two sold; one to a sailor.") , .received = HELP },
	{ .summary = NULL },
};

static const struct sample_line teo_lines[] = {
	{ MESSAGE, THEM, 0, N_("Page nine again.") },
	{ MESSAGE, ME, 0, N_("Page nine, last time.") },
	{ VIDEO, BOTH, 1, N_("Coloured until two in the morning.") },
	{ LIVE, THEM, 0, N_("He streamed the inking; I kept the chat in order.") },
	{ MESSAGE, THEM, 0, "" },
	{ MESSAGE, ME, 1, N_("It is at the printer's!") },
	{ .summary = NULL },
};

static const struct sample_line rafa_lines[] = {
	{ EMAIL, THEM, 0, N_("A plan for a magazine.") },
	{ CALL, THEM, 0, N_("A plan for another magazine.") },
	{ EMAIL, ME, -1, N_("Asked about the old invoice.") },
	{ .summary = NULL },
};

const struct sample_person sample_network[] = {
	{ XIAOYU, "林小雨", "小雨", "林", "Rain",
		.organization = N_("纸船出版 (Paper Boat Press)"), .title = N_("Editor"),
		.circle = "Network",
		.tags = { N_("books"), N_("work") },
		.met = N_("a book fair, in the only quiet corner"), .met_on = 880,
		.born = { 0, 9, 9 },
		.channels = { { CHANNEL_EMAIL, "xiaoyu@paperboat.example", N_("work") } },
		.pauses = { 640, 130, { 30, 45, 70, 21, 60 } },
		.lines = xiaoyu_lines },
	{ NOA, "נועה כרמון", "נועה", "כרמון",
		.title = N_("Translator"),
		.circle = "Network",
		.tags = { N_("books"), N_("work") },
		.met = N_("through Rain, over one difficult sentence"), .met_on = 580,
		.channels = { { CHANNEL_EMAIL, "noa@karmon.example", N_("work") } },
		.relations = { { RELATION_INTRODUCED_BY, XIAOYU } },
		.pauses = { 560, 20, { 40, 20, 55, 33 } },
		.lines = noa_lines },
	{ PRIYA, "Priya Nandavaram", "Priya", "Nandavaram",
		.organization = "Squirrel & Daughters", .title = N_("Product lead"),
		.circle = "Network",
		.tags = { N_("work") },
		.met = N_("she answered the e-mail I had sent to the wrong company"), .met_on = 247,
		.note = N_("Pays on time. Prefers a call to three e-mails."),
		.birthday_in = 44,
		.channels = { { CHANNEL_EMAIL, "priya@squirrel.example", N_("work") },
			{ CHANNEL_PHONE, "+44 20 7946 0991", N_("work") } },
		.pauses = { 240, 8, { 2, 4, 1, 6, 35, 3, 5, 28 } },
		.lines = priya_lines },
	{ MAI, "Nguyễn Mai Khuê", "Mai Khuê", "Nguyễn",
		.organization = "Phòng Tranh Gió", .title = N_("Gallerist"),
		.circle = "Network",
		.tags = { N_("drawing"), N_("work") },
		.met = N_("she wrote about a drawing that I had thrown away"), .met_on = 610,
		.channels = { { CHANNEL_EMAIL, "khue@phongtranhgio.example", N_("gallery") },
			{ CHANNEL_WEBSITE, "https://phongtranhgio.example", NULL } },
		.pauses = { 600, 30, { 60, 75, 50 } },
		.lines = mai_lines },
	{ TEO, "Teo van der Linde", "Teo", "van der Linde",
		.title = N_("Comics"),
		.tags = { N_("drawing") },
		.met = N_("one book made together, a page a day"), .met_on = 330,
		.channels = { { CHANNEL_PROFILE, "https://social.example/@teo", N_("Fediverse") } },
		.pauses = { 328, 163, { 4, 2, 9, 6, 12, 3, 8 } },
		.lines = teo_lines },
	{ RAFA, "Rafael Ibarrolondo", "Rafael", "Ibarrolondo", "Rafa",
		.tags = { N_("work") },
		.met = N_("a magazine that never came out"), .met_on = 690,
		.channels = { { CHANNEL_EMAIL, "rafa@ibarrolondo.example", NULL } },
		.pauses = { 560, 260, { 30, 12, 45 } },
		.lines = rafa_lines },
	{ NOBODY },
};
/* clang-format on */
