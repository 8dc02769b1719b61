/* The people of the sample, all invented, and the thread of their ordinary talks.
 * Not here: the talks that refer to each other (sample_entries.c). */
#include "sample.h"

#define NO_BIRTHDAY                                                                                \
	{                                                                                          \
		0, 0, 0                                                                            \
	}

const struct sample_person sample_people[] = {
	{ "Giulia Rossi", "Giuli", "Close", 30, "at the choir, both too late for the first song",
		2900, NULL, "phone +39 055 550 0101|email giulia.rossi@example.org", "choir|lisbon",
		NULL, "Drinks her coffee cold. Prefers calls to messages.", { 1991, 5, 12 }, 0,
		PATTERN_STEADY, 9, 700, 31, "call|in-person|message",
		"Long call: the exam is in two weeks, and she is nervous.|Sent her the grant call; "
		"she "
		"will think about it.|Walked along the river and said nothing about work.|She "
		"recommended a novel about a boy who lives in the trees.|Helped her carry a "
		"bookcase up "
		"four floors.|She sang me the second voice over the phone." },
	{ "Marco Bianchi", NULL, "Friends", 0, "Giulia's flatmate for a year", 1400, "Giulia Rossi",
		"email marco.bianchi@example.org|phone +39 055 550 0102", "sailing",
		"Harbour office", NULL, { 1988, 9, 3 }, 0, PATTERN_STEADY, 12, 620, 12,
		"message|in-person|call",
		"He is repairing the boat again; this time the rudder.|Aperitivo at the harbour, "
		"talked "
		"about leaving the city.|Photos from the regatta: fourth, and very proud.|Asked me "
		"for a "
		"carpenter; gave him Łukasz.|Rain all day, so we played cards on the boat." },
	{ "Ana Pérez", NULL, "Close", 0, "first week at university", 5200, NULL,
		"phone +34 600 555 010|messenger xmpp:ana@example.org", "university|family", NULL,
		"Two children, Leo and Marina.", { 1986, 0, 0 }, 2, PATTERN_STEADY, 6, 720, 2,
		"message|call|video",
		"Leo lost a tooth and found it again.|Hablamos una hora de los "
		"niños y de nada.|She starts the new job on Monday.|Sent me the recipe of her "
		"mother's "
		"croquetas.|Video with Marina, who showed every drawing she ever made." },
	{ "Tom Okafor", NULL, "Friends", 0, "neighbour on the third floor", 1900, NULL,
		"phone +44 20 7946 0103", "neighbours|chess", NULL, NULL, { 1979, 2, 17 }, 0,
		PATTERN_STEADY, 14, 640, 9, "in-person|message",
		"Chess: lost twice, learned the Caro-Kann "
		"from the wrong side.|He watered the plants while we were away.|His father is in "
		"hospital; took him some soup.|The lift broke, so we talked on the stairs for an "
		"hour." },
	{ "李小梅", "Xiaomei", "Network", 90, "conference on bridges in Porto", 800, NULL,
		"email xiaomei.li@example.org", "bridges|work", "Institute for Structures", NULL,
		NO_BIRTHDAY, 0, PATTERN_IRREGULAR, 20, 600, 96, "email|video",
		"她寄来了新论文。 Read it on the train.|Asked her about fatigue cracks; she "
		"answered the same "
		"night.|Congratulated her on the professorship.|Introduced her to Miriam." },
	{ "ليلى حداد", "Layla", "Friends", 0, "Arabic evening class; she was the teacher", 1500,
		NULL, "phone +961 1 555 104|profile https://social.example/@layla", "arabic|poetry",
		NULL, NULL, { 1983, 6, 21 }, 0, PATTERN_STEADY, 21, 690, 18, "call|message|story",
		"قرأت لي قصيدة. Understood half, liked all.|Corrected my homework with great "
		"patience.|She "
		"is translating a novel and hates the third chapter.|Sent a voice message from the "
		"sea." },
	{ "נועה לוי", "Noa", "Friends", 0, "hostel kitchen in Trieste", 1100, NULL,
		"email noa.levi@example.org", "travel|music", NULL, "Plays the oud.", { 0, 12, 0 },
		0, PATTERN_BURSTS, 40, 560, 24, "message|comment|video",
		"New song; listened to it three times in a row.|היא עוברת דירה. Again.|Sent her "
		"the "
		"address of the instrument maker.|She laughs at my Hebrew, rightly." },
	{ "Дарья Орлова", "Dasha", "Network", 0, "translators' mailing list", 2100, NULL,
		"email d.orlova@example.org", "translation", NULL, NULL, { 1990, 1, 7 }, 0,
		PATTERN_STEADY, 25, 680, 22, "email",
		"Она нашла ошибку в моём переводе. Thanked "
		"her.|Asked for a word for «тоска»; there is none.|She sent the proofs a day "
		"early.|Long "
		"e-mail about her grandmother's garden." },
	{ "Ελένη Παππά", "Eleni", "Friends", 0, "the ferry to Naxos, seasick together", 1300, NULL,
		"phone +30 210 555 0105", "travel", NULL, NULL, { 1992, 8, 15 }, 0, PATTERN_STEADY,
		16, 640, 13, "message|call|live",
		"Η φωτογραφία από το νησί. Wished I were there.|Her sister had a "
		"girl.|She cooks for eighty people at Easter; helped her with the list.|Talked "
		"about "
		"going back on the same ferry." },
	{ "Łukasz Zieliński", NULL, "Network", 0, "he built our kitchen", 1000, NULL,
		"phone +48 22 555 01 06|website https://wood.example", "carpenter",
		"Zieliński Wood", NULL, NO_BIRTHDAY, 0, PATTERN_IRREGULAR, 30, 610, 40,
		"call|message",
		"He found old oak from a barn.|Asked how to oil the table; with less oil.|Sent "
		"Marco to "
		"him." },
	{ "Søren Dahl", NULL, "Network", 0, "open source meeting in Aarhus", 1700, NULL,
		"email soren.dahl@example.org|profile https://code.example/soren",
		"free software|work", NULL, NULL, { 1984, 4, 30 }, 0, PATTERN_BURSTS, 35, 660, 20,
		"email|comment|video",
		"Reviewed his patch; he reviewed my review.|Release is out, we celebrated by "
		"sleeping.|Found the bug together in two hours of video.|He is tired of being the "
		"only "
		"maintainer." },
	{ "Chinwe Adeyemi", NULL, "Friends", 0, "Tom's cousin, at his fiftieth", 1200, "Tom Okafor",
		"phone +44 20 7946 0107", "music|family", NULL, NULL, { 1981, 10, 9 }, 0,
		PATTERN_STEADY, 20, 600, 16, "message|in-person",
		"Concert in the church; she sang the alto solo.|Tea and the "
		"whole story of her move.|Sent each other songs all evening.|She knows everybody's "
		"birthday by heart." },
	{ "森 健二", "Kenji", "Network", 180, "exchange year in Kyoto", 4400, NULL,
		"email kenji.mori@example.org", "kyoto", NULL, "Writes best in spring.",
		{ 1985, 3, 3 }, 0, PATTERN_IRREGULAR, 45, 700, 60, "letter|email",
		"手紙が届いた。 Six pages, with a leaf.|He "
		"closed the shop and opened it again.|Asked for photographs of our street." },
	{ "Priya Raman", NULL, NULL, 0, "the same desk for three years", 2600, NULL,
		"email priya.raman@example.org|phone +91 80 5550 108", "work|cricket", NULL, NULL,
		{ 1987, 7, 1 }, 0, PATTERN_STEADY, 8, 500, 23, "message|call",
		"She left the company, and is happier for it.|Explained a googly to me; still no "
		"idea.|Her "
		"start-up has its first customer.|Asked whether she should hire a friend.|Talked "
		"her "
		"through the tax form." },
	{ "Joana Figueiredo", NULL, NULL, 0, "at the sailing course", 9, "Marco Bianchi",
		"phone +351 21 555 0109", "sailing|lisbon", NULL, NULL, NO_BIRTHDAY, 0,
		PATTERN_STEADY, 1, 0, 0, "", "" },
	{ "Hannah Weiß", NULL, NULL, 0, "shared a flat in Leipzig", 4000, NULL,
		"email hannah.weiss@example.org", "leipzig", NULL, NULL, { 1989, 11, 2 }, 0,
		PATTERN_STEADY, 20, 725, 425, "call|message",
		"Sie hat einen Hund: Bruno.|Talked about the old kitchen and "
		"its one good knife.|She is writing her thesis again.|Sent her the train times." },
	{ "Giuseppe Ferri", NULL, "Friends", 0, "worked for him one summer", 3300, NULL,
		"phone +39 06 555 0110", "mentor", "Ferri Bookshop", NULL, { 1951, 3, 19 }, 0,
		PATTERN_STEADY, 30, 700, 140, "in-person|letter",
		"He lent me three books and wants two back.|Coffee behind "
		"the counter.|He is selling the shop and wants some quiet." },
	{ "Zoë van Dijk", NULL, "Friends", 0, "cycling to Maastricht", 900, NULL,
		"phone +31 20 555 0111", "cycling", NULL, NULL, { 1993, 9, 27 }, 0, PATTERN_STEADY,
		11, 520, 26, "message|in-person",
		"A hundred kilometres against the wind.|She is away on a ship "
		"until December.|Bought her old bicycle.|Wrong turn, best lunch." },
	{ "Paolo Conti", NULL, NULL, 0, "football on Thursdays", 3600, NULL, NULL, "football", NULL,
		NULL, NO_BIRTHDAY, 0, PATTERN_IRREGULAR, 40, 715, 380, "in-person|message",
		"Lost nine to two.|He moved; the Thursdays ended." },
	{ "Aoife Byrne", NULL, "Friends", 0, "choir exchange in Cork", 2500, "Giulia Rossi",
		"email aoife.byrne@example.org", "choir|music", NULL, NULL, { 1990, 2, 1 }, 0,
		PATTERN_STEADY, 15, 730, 560, "message|call",
		"Sent the recording of the concert.|She taught me a word for "
		"rain that is nearly sun.|New flat, no curtains." },
	{ "Mateus Duarte", NULL, "Friends", 0, "night train to Lisbon", 850, NULL,
		"phone +351 21 555 0112", "lisbon|cinema", NULL, NULL, { 1994, 6, 10 }, 0,
		PATTERN_BURSTS, 22, 640, 15, "message|story|video",
		"Vimos o mesmo filme em duas cidades.|Festival week: three "
		"films a day and opinions on all.|He is cutting his own film.|Sent him the poster "
		"I found." },
	{ "Ingrid Solberg", NULL, "Friends", 0, "pen friend since school", 9000, NULL,
		"address Fjordveien 7\\, Bergen", "letters", NULL, "Answers on paper, always.",
		{ 1986, 12, 24 }, 0, PATTERN_STEADY, 45, 720, 30, "letter",
		"Snow already; she sent a drawing of it.|Eight "
		"pages about her father's boat.|She remembers the summer better than I do.|Wrote "
		"about the "
		"dark months." },
	{ "Nonna Teresa", NULL, "Close", 7, "family", 0, NULL, "phone +39 0577 555 0113", "family",
		NULL, "Sundays after Mass. Loud, she hears badly.", { 1936, 10, 15 }, 0,
		PATTERN_STEADY, 7, 728, 3, "call",
		"Ha fatto i ravioli per dodici. Siamo in tre.|The neighbour's cat again.|She told "
		"the "
		"story of the flood.|Asked when I come; soon.|Her knee is better." },
	{ "Samir Aziz", "👨‍👩‍👧 Samir", "Friends", 0, "saxophone lessons", 1600, NULL,
		"phone +33 1 5550 0114|messenger xmpp:samir@example.org", "music|jazz", NULL, NULL,
		{ 1982, 5, 5 }, 0, PATTERN_BURSTS, 18, 650, 11, "in-person|message|live",
		"Jam session until two; my lip is gone.|His daughter plays better than both of "
		"us.|Lent him "
		"the amplifier.|He wrote a tune and called it after the dog." },
	{ "Yuki Tanaka", NULL, "Network", 0, "jury of a poster prize", 700, "森 健二",
		"email yuki.tanaka@example.org", "design", NULL, NULL, { 1988, 2, 29 }, 0,
		PATTERN_STEADY, 50, 600, 35, "email|comment",
		"Sent the poster proofs.|She knows a printer who still has "
		"letterpress.|Asked her to look at our logo." },
	{ "Camille Durand", NULL, "Friends", 0, "neighbours in Lyon", 2400, NULL,
		"phone +33 4 5550 0115", "lyon|family", NULL, NULL, { 1985, 7, 14 }, 0,
		PATTERN_STEADY, 19, 690, 8, "call|message",
		"On a parlé du jardin et du voisin.|The twins start school.|She found my old "
		"letters in a box.|Dinner by video: same recipe, two kitchens." },
	{ "Rafa Molina", NULL, "Network", 0, "Ana's brother-in-law", 1800, "Ana Pérez",
		"phone +34 600 555 016", "football", NULL, NULL, { 0, 4, 0 }, 0, PATTERN_IRREGULAR,
		35, 620, 45, "message",
		"Goal photographs.|Asked about a flat in Bologna.|Gave him the name of an agent." },
	{ "Elif Kaya", NULL, NULL, 0, "volunteers at the food bank", 1000, NULL,
		"phone +90 212 555 0117", "food bank", NULL, NULL, { 1995, 11, 30 }, 0,
		PATTERN_STEADY, 7, 420, 5, "in-person|message",
		"Sorted four hundred tins by colour, which was wrong.|She organises the "
		"Christmas boxes.|Drove the van, badly.|Çay afterwards, and a long talk." },
	{ "Miriam Stein", "Dr. Stein", "Network", 30, "supervised my thesis", 4800, NULL,
		"email miriam.stein@example.org", "mentor|bridges", "Technical University", NULL,
		{ 1958, 8, 8 }, 0, PATTERN_STEADY, 32, 710, 14, "email|in-person",
		"Her advice: finish one thing.|Lunch in the canteen, as ever table nine.|She read "
		"the "
		"chapter and found the one weak sentence.|Introduced me to Xiaomei's group." },
	{ "Ben Carter", NULL, NULL, 0, "Chinwe's choir", 300, "Chinwe Adeyemi",
		"phone +44 20 7946 0118", "music|choir", NULL, NULL, NO_BIRTHDAY, 0,
		PATTERN_IRREGULAR, 12, 200, 21, "in-person|message",
		"He has perfect pitch and no sense of time.|Shared a bus and a score.|Asked him to "
		"listen to "
		"Samir's band." },
	{ .name = NULL },
};
