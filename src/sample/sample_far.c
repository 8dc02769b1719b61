/* The sample's people in no circle: far away, just met, come back, gone quiet.
 * Not here: what was said on a particular day (sample_story.c). */
#include "sample/sample_data.h"

/* clang-format off */
static const struct sample_line layla_lines[] = {
	{ MESSAGE, THEM, 1, N_("صباح الخير — and a photograph of the balcony.") },
	{ MESSAGE, ME, 0, N_("Good morning back, and the cat.") },
	{ MESSAGE, THEM, 0, "" },
	{ MESSAGE, THEM, 1, N_("A line of a poem she is not sure about.") },
	{ MESSAGE, ME, 1, N_("Keep the line."), .given = ADVICE },
	{ CALL, BOTH, 2, N_("Talked until the phone was warm. Her book has a title.") },
	{ MESSAGE, THEM, 0, N_("Another title.") },
	{ MESSAGE, ME, 0, N_("The first one."), .given = ADVICE },
	{ STORY, ME, 0, "" },
	{ MESSAGE, THEM, 0, N_("Sent the address of the reading."), .received = IDEA },
	{ .summary = NULL },
};

static const struct sample_line eleni_lines[] = {
	{ CALL, ME, 1, N_("The ten-day call. Καλημέρα first, then everything else.") },
	{ CALL, THEM, 0, N_("The ferry was late, so we had time.") },
	{ CALL, BOTH, 1, N_("Olives: how many, how bitter, how long.") },
	{ CALL, THEM, 2, N_("She laughed so hard that she had to ring back.") },
	{ CALL, ME, 0, N_("Her goddaughter's maths, solved between us."), .given = HELP },
	{ CALL, THEM, 0, "" },
	{ .summary = NULL },
};

static const struct sample_line zoe_lines[] = {
	{ STORY, THEM, 0, "" },
	{ COMMENT, THEM, 1, N_("« Le renard approuve. »") },
	{ STORY, ME, 1, N_("Her fox mask, finished.") },
	{ LIVE, ME, 0, N_("Watched her cut the linoleum, live.") },
	{ COMMENT, ME, 0, N_("Asked which knife.") },
	{ MESSAGE, THEM, 0, N_("Which knife, with a drawing of it."), .received = ADVICE },
	{ .summary = NULL },
};

static const struct sample_line soren_lines[] = {
	{ MESSAGE, ME, 0, N_("Asked about the island.") },
	{ CALL, THEM, 1, N_("The island, at length.") },
	{ MESSAGE, THEM, 0, "" },
	{ EMAIL, THEM, 0, N_("Tide tables, with love.") },
	{ .summary = NULL },
};

static const struct sample_line yuki_lines[] = {
	{ EMAIL, THEM, 1, N_("お元気ですか。 She writes when the season turns.") },
	{ LETTER, THEM, 2, N_("Paper folded into a boat; the letter was the boat."), .received = GIFT },
	{ EMAIL, ME, 0, N_("Answered with a boat of my own.") },
	{ MESSAGE, ME, 0, "" },
	{ .summary = NULL },
};

static const struct sample_line wojciech_lines[] = {
	{ TOGETHER, THEM, 2, N_("He was in town for one night and rang from the station.") },
	{ MESSAGE, THEM, 0, N_("A postcard, photographed, since the post is slow.") },
	{ CALL, ME, 1, N_("He was on a mountain. We shouted.") },
	{ MESSAGE, ME, 0, "" },
	{ LETTER, THEM, 1, N_("Pozdrowienia z drogi. A map with a cross and no place names.") },
	{ .summary = NULL },
};

static const struct sample_line haneul_lines[] = {
	{ COMMENT, THEM, 0, N_("오늘 그림 좋아요! On the drawing of the crane.") },
	{ COMMENT, ME, 0, N_("Thanked, and asked about the brush.") },
	{ STORY, ME, 0, "" },
	{ MESSAGE, THEM, 1, N_("The brush, its maker, and the maker's dog.") },
	{ LIVE, BOTH, 1, N_("Drew the same pear on two continents.") },
	{ STORY, THEM, 0, "" },
	{ COMMENT, ME, 1, N_("The pear is better than the pear.") },
	{ .summary = NULL },
};

const struct sample_person sample_far[] = {
	{ LAYLA, "ليلى الحدّادين", "ليلى", "الحدّادين",
		.title = N_("Poet"),
		.tags = { N_("books"), N_("poems") },
		.met = N_("a reading with four people in the room, two of them us"), .met_on = 420,
		.note = N_("Days of talk, then weeks of writing. Leave her the weeks."),
		.channels = { { CHANNEL_EMAIL, "layla@haddadin.example", NULL },
			{ CHANNEL_MESSENGER, "xmpp:layla@chat.example", NULL } },
		.pauses = { 150, 24, { 1, 1, 2, 1, 19, 1, 1, 16, 2, 1 } },
		.lines = layla_lines },
	{ ELENI, "Ελένη Μαυριδάκου", "Ελένη", "Μαυριδάκου",
		.title = N_("Ferry purser"),
		.tags = { N_("sailing") },
		.met = N_("seasick, both, and only one of us was paid for it"), .met_on = 238,
		.birthday_in = 120, .turns = 58,
		.channels = { { CHANNEL_PHONE, "+30 000 555 0012", N_("mobile") } },
		.pauses = { 230, 4, { 10, 11, 9, 10, 12 } },
		.lines = eleni_lines },
	{ ZOE, "Zoé Lacombelle", "Zoé", "Lacombelle", "🦊",
		.title = N_("Printmaker"),
		.tags = { N_("drawing"), N_("online") },
		.met = N_("her fox answered my owl under somebody else's post"), .met_on = 310,
		.channels = { { CHANNEL_PROFILE, "https://social.example/@renarde", N_("Fediverse") } },
		.pauses = { 230, 2, { 1, 3, 2, 17, 6, 45, 4 } },
		.lines = zoe_lines },
	{ SOREN, "Søren Bjerregaden", "Søren", "Bjerregaden",
		.tags = { N_("sailing"), N_("islands") },
		.met = N_("same dormitory, same bad coffee"), .met_on = 3200,
		.birthday_in = 275, .turns = 40,
		.channels = { { CHANNEL_EMAIL, "soren@bjerregaden.example", NULL } },
		.pauses = { 560, 470, { 30, 12, 9, 21 } },
		.lines = soren_lines },
	{ AOIFE, "Aoife Brannockson", "Aoife", "Brannockson",
		.title = N_("Radio engineer"),
		.tags = { N_("sailing") },
		.met = N_("the sailing course"), .met_on = 9,
		.channels = { { CHANNEL_EMAIL, "aoife@brannockson.example", NULL } },
		.relations = { { RELATION_INTRODUCED_BY, MARCO } } },
	{ YUKI, "種村ゆき", "ゆき", "種村",
		.title = N_("Papermaker"),
		.tags = { N_("letters") },
		.met = N_("a paper mill with more cats than visitors"), .met_on = 1000,
		.channels = { { CHANNEL_EMAIL, "yuki@tanemura.example", NULL },
			{ CHANNEL_ADDRESS, "川辺町 1-2-3\n000-0000", N_("mill") } },
		.pauses = { 725, 434, { 6, 9, 4, 8, 5, 215, 7, 11 } },
		.lines = yuki_lines },
	{ WOJCIECH, "Wojciech Zielonkiewicz", "Wojciech", "Zielonkiewicz", "Wojtek",
		.title = N_("Surveyor of footpaths"),
		.tags = { N_("mountains") },
		.met = N_("sharing a bench and one umbrella"), .met_on = 1450,
		.channels = { { CHANNEL_PHONE, "+48 000 555 077", N_("mobile") } },
		.pauses = { 720, 35, { 2, 60, 5, 110, 30, 1, 15, 80 } },
		.lines = wojciech_lines },
	{ HANEUL, "박하늘솔", "하늘솔", "박",
		.tags = { N_("drawing"), N_("online") },
		.met = N_("the same weekly drawing challenge"), .met_on = 230,
		.channels = { { CHANNEL_PROFILE, "https://social.example/@haneul", N_("Fediverse") } },
		.pauses = { 225, 5, { 3, 1, 11, 16, 2, 24 } },
		.lines = haneul_lines },
	{ NOBODY },
};
/* clang-format on */
