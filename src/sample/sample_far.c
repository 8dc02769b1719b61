/* The sample's people in no circle: far away, just met, come back, gone quiet.
 * Not here: what was said on a particular day (sample_story.c). */
#include "sample/sample_data.h"

/* clang-format off */
static const struct sample_line layla_lines[] = {
	{ MESSAGE, THEM, 1, "صباح الخير — and a photograph of the balcony." },
	{ MESSAGE, ME, 0, "Good morning back, and the cat." },
	{ MESSAGE, THEM, 0, "" },
	{ MESSAGE, THEM, 1, "A line of a poem she is not sure about." },
	{ MESSAGE, ME, 1, "Keep the line.", .given = ADVICE },
	{ CALL, BOTH, 2, "Talked until the phone was warm. Her book has a title." },
	{ MESSAGE, THEM, 0, "Another title." },
	{ MESSAGE, ME, 0, "The first one.", .given = ADVICE },
	{ STORY, ME, 0, "" },
	{ MESSAGE, THEM, 0, "Sent the address of the reading.", .received = IDEA },
	{ .summary = NULL },
};

static const struct sample_line eleni_lines[] = {
	{ CALL, ME, 1, "The ten-day call. Καλημέρα first, then everything else." },
	{ CALL, THEM, 0, "The ferry was late, so we had time." },
	{ CALL, BOTH, 1, "Olives: how many, how bitter, how long." },
	{ CALL, THEM, 2, "She laughed so hard that she had to ring back." },
	{ CALL, ME, 0, "Her goddaughter's maths, solved between us.", .given = HELP },
	{ CALL, THEM, 0, "" },
	{ .summary = NULL },
};

static const struct sample_line zoe_lines[] = {
	{ STORY, THEM, 0, "" },
	{ COMMENT, THEM, 1, "« Le renard approuve. »" },
	{ STORY, ME, 1, "Her fox mask, finished." },
	{ LIVE, ME, 0, "Watched her cut the linoleum, live." },
	{ COMMENT, ME, 0, "Asked which knife." },
	{ MESSAGE, THEM, 0, "Which knife, with a drawing of it.", .received = ADVICE },
	{ .summary = NULL },
};

static const struct sample_line soren_lines[] = {
	{ MESSAGE, ME, 0, "Asked about the island." },
	{ CALL, THEM, 1, "The island, at length." },
	{ MESSAGE, THEM, 0, "" },
	{ EMAIL, THEM, 0, "Tide tables, with love." },
	{ .summary = NULL },
};

static const struct sample_line yuki_lines[] = {
	{ EMAIL, THEM, 1, "お元気ですか。 She writes when the season turns." },
	{ LETTER, THEM, 2, "Paper folded into a boat; the letter was the boat.", .received = GIFT },
	{ EMAIL, ME, 0, "Answered with a boat of my own." },
	{ MESSAGE, ME, 0, "" },
	{ .summary = NULL },
};

static const struct sample_line wojciech_lines[] = {
	{ TOGETHER, THEM, 2, "He was in town for one night and rang from the station." },
	{ MESSAGE, THEM, 0, "A postcard, photographed, since the post is slow." },
	{ CALL, ME, 1, "He was on a mountain. We shouted." },
	{ MESSAGE, ME, 0, "" },
	{ LETTER, THEM, 1, "Pozdrowienia z drogi. A map with a cross and no place names." },
	{ .summary = NULL },
};

static const struct sample_line haneul_lines[] = {
	{ COMMENT, THEM, 0, "오늘 그림 좋아요! On the drawing of the crane." },
	{ COMMENT, ME, 0, "Thanked, and asked about the brush." },
	{ STORY, ME, 0, "" },
	{ MESSAGE, THEM, 1, "The brush, its maker, and the maker's dog." },
	{ LIVE, BOTH, 1, "Drew the same pear on two continents." },
	{ STORY, THEM, 0, "" },
	{ COMMENT, ME, 1, "The pear is better than the pear." },
	{ .summary = NULL },
};

const struct sample_person sample_far[] = {
	{ LAYLA, "ليلى الحدّادين", "ليلى", "الحدّادين",
		.title = "Poet",
		.tags = { "books", "poems" },
		.met = "a reading with four people in the room, two of them us", .met_on = 420,
		.note = "Days of talk, then weeks of writing. Leave her the weeks.",
		.channels = { { CHANNEL_EMAIL, "layla@haddadin.example", NULL },
			{ CHANNEL_MESSENGER, "xmpp:layla@chat.example", NULL } },
		.pauses = { 150, 24, { 1, 1, 2, 1, 19, 1, 1, 16, 2, 1 } },
		.lines = layla_lines },
	{ ELENI, "Ελένη Μαυριδάκου", "Ελένη", "Μαυριδάκου",
		.title = "Ferry purser",
		.tags = { "sailing" },
		.met = "seasick, both, and only one of us was paid for it", .met_on = 238,
		.birthday_in = 120, .turns = 58,
		.channels = { { CHANNEL_PHONE, "+30 000 555 0012", "mobile" } },
		.pauses = { 230, 4, { 10, 11, 9, 10, 12 } },
		.lines = eleni_lines },
	{ ZOE, "Zoé Lacombelle", "Zoé", "Lacombelle", "🦊",
		.title = "Printmaker",
		.tags = { "drawing", "online" },
		.met = "her fox answered my owl under somebody else's post", .met_on = 310,
		.channels = { { CHANNEL_PROFILE, "https://social.example/@renarde", "Fediverse" } },
		.pauses = { 230, 2, { 1, 3, 2, 17, 6, 45, 4 } },
		.lines = zoe_lines },
	{ SOREN, "Søren Bjerregaden", "Søren", "Bjerregaden",
		.tags = { "sailing", "islands" },
		.met = "same dormitory, same bad coffee", .met_on = 3200,
		.birthday_in = 275, .turns = 40,
		.channels = { { CHANNEL_EMAIL, "soren@bjerregaden.example", NULL } },
		.pauses = { 560, 470, { 30, 12, 9, 21 } },
		.lines = soren_lines },
	{ AOIFE, "Aoife Brannockson", "Aoife", "Brannockson",
		.title = "Radio engineer",
		.tags = { "sailing" },
		.met = "the sailing course", .met_on = 9,
		.channels = { { CHANNEL_EMAIL, "aoife@brannockson.example", NULL } },
		.relations = { { RELATION_INTRODUCED_BY, MARCO } } },
	{ YUKI, "種村ゆき", "ゆき", "種村",
		.title = "Papermaker",
		.tags = { "letters" },
		.met = "a paper mill with more cats than visitors", .met_on = 1000,
		.channels = { { CHANNEL_EMAIL, "yuki@tanemura.example", NULL },
			{ CHANNEL_ADDRESS, "川辺町 1-2-3\n000-0000", "mill" } },
		.pauses = { 725, 434, { 6, 9, 4, 8, 5, 215, 7, 11 } },
		.lines = yuki_lines },
	{ WOJCIECH, "Wojciech Zielonkiewicz", "Wojciech", "Zielonkiewicz", "Wojtek",
		.title = "Surveyor of footpaths",
		.tags = { "mountains" },
		.met = "sharing a bench and one umbrella", .met_on = 1450,
		.channels = { { CHANNEL_PHONE, "+48 000 555 077", "mobile" } },
		.pauses = { 720, 35, { 2, 60, 5, 110, 30, 1, 15, 80 } },
		.lines = wojciech_lines },
	{ HANEUL, "박하늘솔", "하늘솔", "박",
		.tags = { "drawing", "online" },
		.met = "the same weekly drawing challenge", .met_on = 230,
		.channels = { { CHANNEL_PROFILE, "https://social.example/@haneul", "Fediverse" } },
		.pauses = { 225, 5, { 3, 1, 11, 16, 2, 24 } },
		.lines = haneul_lines },
	{ NOBODY },
};
/* clang-format on */
