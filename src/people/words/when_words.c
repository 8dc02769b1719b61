/* The table of words in dates.
 * Not here: their grammar (when.c). */
#include "people/words/when_words.h"

#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/people/words/when.h"

#include <stdio.h>
#include <string.h>

#define PREFIX_MIN 3
#define WORD_BYTES 32 /* and more than the longest word */

/* Words of one value stand between "|"; behind "," they are of the next value. */
struct words {
	enum word_kind kind;
	int value;
	const char *words;
};

static const struct words english[] = {
	{ WORD_DAY, -1, "yesterday,today,tomorrow" },
	{ WORD_NOW, 0, "now|just now|right now|a moment ago|at the moment" },
	{ WORD_DAYPART, DAYPART(0, PART_NIGHT), "tonight" },
	{ WORD_PART, PART_MORNING, "morning,afternoon,evening,night" },
	{ WORD_PART, PART_BREAKFAST, "breakfast,lunch|lunchtime|brunch" },
	{ WORD_PART, PART_DINNER, "dinner|dinnertime|supper" },
	{ WORD_HOUR, 12 * 60, "noon|midday" },
	{ WORD_HOUR, 24 * 60, "midnight" },
	{ WORD_WEEKDAY, 0, "monday,tuesday,wednesday,thursday,friday,saturday,sunday" },
	{ WORD_WEEKDAY, WEEKEND, "weekend|week end|week-end" },
	{ WORD_MONTH, 1,
		"january,february,march,april,may,june,july,august,september,october,"
		"november,december" },
	{ WORD_SEASON, 3, "spring" },
	{ WORD_SEASON, 6, "summer" },
	{ WORD_SEASON, 9, "autumn|fall" },
	{ WORD_SEASON, 12, "winter" },
	{ WORD_UNIT, UNIT_MINUTES, "min|mins|minute|minutes" },
	{ WORD_UNIT, UNIT_QUARTERS,
		"quarter of an hour|quarters of an hour|quarter hour|quarter-hour" },
	{ WORD_UNIT, UNIT_HALF_HOURS, "half an hour|half a hour|half hour|half-hour" },
	{ WORD_UNIT, UNIT_HOURS,
		"h|hr|hrs|hour|hours,d|day|days,w|week|weeks,fortnight,"
		"m|mo|month|months,y|year|years" },
	{ WORD_PERIOD, UNIT_WEEKS, "during the week|within the week" },
	{ WORD_PERIOD, UNIT_MONTHS, "within the month,within the year" },
	{ WORD_AGO, 0, "ago|back" },
	{ WORD_IN, 0, "in" },
	{ WORD_WHICH, -1, "last|previous,this|current,next|following|coming|upcoming" },
	{ WORD_OTHER, 0, "other" },
	{ WORD_AT, 0, "at|@" },
	{ WORD_ABOUT, 0,
		"about|around|circa|roughly|approximately|toward|near|more or less|or so" },
	{ WORD_FILLER, ARTICLE, "the" },
	{ WORD_FILLER, 0,
		"of|on|onward|onwards|all|whole|entire|per|during|over|sometime|some time|"
		"earlier|later|just|only|within|time" },
	{ WORD_FILLER, AHEAD, "by,for" },
	{ WORD_ONE, 1, "a|an" },
	{ WORD_NUMBER, 1,
		"one,two|couple,three,four,five,six,seven,eight,nine,ten,eleven,twelve,"
		"thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty" },
	{ WORD_NUMBER, 30, "thirty" },
	{ WORD_ORDINAL, 1,
		"first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,"
		"eleventh,twelfth,thirteenth,fourteenth,fifteenth,sixteenth,seventeenth,"
		"eighteenth,nineteenth,twentieth" },
	{ WORD_ORDINAL, 30, "thirtieth" },
	{ WORD_FEW, FEW, "few|some|several|quite a few" },
	{ WORD_SCORE, 12, "dozen" },
	{ WORD_AND, 1, "and|&" },
	{ WORD_OR, 0, "or" },
	{ WORD_PAST, -1, "to|before" },
	{ WORD_PAST, 1, "past|after" },
	{ WORD_FROM, 1, "from|as of|as from|starting" },
	{ WORD_BETWEEN, 0, "between" },
	{ WORD_UNTIL, 0, "until|till|through|thru|up to|-" },
	{ WORD_MINUTES, 15, "quarter" },
	{ WORD_MINUTES, 30, "half" },
	{ WORD_CLOCK, 0, "o'clock|oclock|o clock|sharp" },
	{ WORD_EDGE, EDGE_START,
		"start|beginning,end,early|first thing,"
		"mid|middle|in the middle of,late,first half,second half|last half" },
	{ WORD_FEAST, 101, "new year|new year's|new year's day" },
	{ WORD_FEAST, 105, "twelfth night,epiphany" },
	{ WORD_FEAST, 214, "valentine|valentine's day|valentines day" },
	{ WORD_FEAST, 317, "st patrick's day|saint patrick's day|st patricks day" },
	{ WORD_FEAST, 401, "april fools|april fools' day|april fool's day" },
	{ WORD_FEAST, 501, "may day" },
	{ WORD_FEAST, 619, "juneteenth" },
	{ WORD_FEAST, 704, "independence day" },
	{ WORD_FEAST, 1031, "halloween" },
	{ WORD_FEAST, 1101,
		"all saints|all saints day|all saints' day,all souls|all souls day|"
		"all souls' day" },
	{ WORD_FEAST, 1105, "bonfire night|guy fawkes night" },
	{ WORD_FEAST, 1111, "veterans day|remembrance day|armistice day" },
	{ WORD_FEAST, 1130, "st andrew's day" },
	{ WORD_FEAST, 1224,
		"christmas eve|xmas eve,christmas|christmas day|xmas|xmas day,"
		"boxing day|st stephen's day" },
	{ WORD_FEAST, 1231, "new year's eve|new years eve" },
	{ WORD_FEAST, EASTER(-47), "shrove tuesday|pancake day|mardi gras|carnival,ash wednesday" },
	{ WORD_FEAST, EASTER(-7), "palm sunday" },
	{ WORD_FEAST, EASTER(-3),
		"maundy thursday,good friday,holy saturday|easter saturday,"
		"easter|easter sunday,easter monday" },
	{ WORD_FEAST, EASTER(39), "ascension|ascension day" },
	{ WORD_FEAST, EASTER(49), "pentecost|whit sunday|whitsun,whit monday" },
	{ WORD_FEAST, EASTER(60), "corpus christi" },
	{ WORD_FEAST, FEAST_ON(1, 3, MONDAY), "martin luther king day|mlk day" },
	{ WORD_FEAST, FEAST_ON(2, 3, MONDAY), "presidents day|presidents' day" },
	{ WORD_FEAST, FEAST_ON(5, LAST, MONDAY), "memorial day" },
	{ WORD_FEAST, FEAST_ON(6, 3, SUNDAY), "father's day|fathers day" },
	{ WORD_FEAST, FEAST_ON(9, 1, MONDAY), "labor day" },
	{ WORD_FEAST, FEAST_ON(10, 2, MONDAY), "columbus day" },
	{ WORD_FEAST, FEAST_ON(11, 4, THURSDAY), "thanksgiving|thanksgiving day" },
	{ WORD_EVERY, 0, "every|each" },
	{ WORD_OFTEN, 1, "daily,alternate day|alternate days" },
	{ WORD_OFTEN, 7, "weekly" },
	{ WORD_OFTEN, 14, "fortnightly|alternate week|alternate weeks" },
	{ WORD_EITHER, 14, "biweekly|bi-weekly" },
	{ WORD_OFTEN, 30, "monthly" },
	{ WORD_OFTEN, 60, "alternate month|alternate months" },
	{ WORD_EITHER, 60, "bimonthly|bi-monthly" },
	{ WORD_OFTEN, 90, "quarterly" },
	{ WORD_OFTEN, 180, "half-yearly|half yearly|semiannual|semiannually" },
	{ WORD_EITHER, 180, "biannual|biannually" },
	{ WORD_OFTEN, 365, "yearly|annual|annually" },
	{ WORD_OFTEN, 730, "biennial|biennially" },
	{ WORD_TIMES, 0, "times|x,once,twice,thrice" },
	{ WORD_NONE, 0, NULL },
};

static const struct words italian[] = {
	{ WORD_DAY, -2,
		"altroieri|altr'ieri|l'altroieri|l'altro ieri|altro ieri|dell'altro ieri|"
		"ieri l'altro|ier l'altro|avantieri|avant'ieri,ieri|ier,"
		"oggi|giornata|poco fa,domani,dopodomani" },
	{ WORD_NOW, 0, "adesso|in questo momento|un attimo fa|un momento fa" },
	{ WORD_DAYPART, DAYPART(-1, PART_EVENING), "iersera" },
	{ WORD_DAYPART, DAYPART(0, PART_MORNING), "stamattina|stamani|stamane" },
	{ WORD_DAYPART, DAYPART(0, PART_EVENING), "stasera" },
	{ WORD_DAYPART, DAYPART(0, PART_SMALL_HOURS), "stanotte" },
	{ WORD_DAYPART, DAYPART(1, PART_MORNING), "domattina" },
	{ WORD_DAYPART, DAYPART(1, PART_EVENING), "domansera" },
	{ WORD_PART, PART_MORNING,
		"mattina|mattino|mattinata|mattine|mattutina,"
		"pomeriggio|pomeriggi,sera|serata|sere" },
	{ WORD_PART, PART_SMALL_HOURS, "notte|nottata|notti,colazione,pranzo,cena|aperitivo" },
	{ WORD_HOUR, 12 * 60, "mezzogiorno|mezzodi" },
	{ WORD_HOUR, 24 * 60, "mezzanotte" },
	{ WORD_WEEKDAY, 0, "lunedi,martedi,mercoledi,giovedi,venerdi,sabato,domenica" },
	{ WORD_WEEKDAY, WEEKEND, "fine settimana" },
	{ WORD_MONTH, 1,
		"gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,"
		"ottobre,novembre,dicembre" },
	{ WORD_SEASON, 3, "primavera" },
	{ WORD_SEASON, 6, "estate" },
	{ WORD_SEASON, 9, "autunno" },
	{ WORD_SEASON, 12, "inverno" },
	{ WORD_UNIT, UNIT_MINUTES, "minuto|minuti" },
	{ WORD_UNIT, UNIT_QUARTERS, "quarto d'ora|quarti d'ora" },
	{ WORD_UNIT, UNIT_HALF_HOURS, "mezz ora|mezza ora|mezzora|mezz oretta|mezzoretta" },
	{ WORD_UNIT, UNIT_HOURS,
		"ora|oretta|orette,g|gg|giorno|giorni,"
		"s|sett|settimana|settimane|settimanella|settimanelle" },
	{ WORD_UNIT, UNIT_MONTHS, "mese|mesi|mesetto|mesetti,a|anno|anni|annetto|annetti" },
	{ WORD_PERIOD, UNIT_WEEKS, "in settimana|durante la settimana|entro la settimana" },
	{ WORD_PERIOD, UNIT_MONTHS, "entro il mese,entro l'anno" },
	{ WORD_AGO, 0, "fa" },
	{ WORD_IN, 0, "tra|fra" },
	{ WORD_WHICH, -FEW_OF, "scorsi|scorse" },
	{ WORD_WHICH, -1,
		"scorso|scorsa|passato|passata|ultimo|ultima|u.s,"
		"questo|questa|quest|corrente|c.m|in corso,"
		"prossimo|prossima|p.v|venturo|ventura" },
	{ WORD_WHICH, FEW_OF, "prossimi|prossime" },
	{ WORD_OTHER, 0, "altro|altra" },
	{ WORD_AT, 0, "alle|ore|delle|le" },
	{ WORD_ABOUT, 0, "circa|sulle|verso|intorno|attorno|suppergiu|piu o meno" },
	{ WORD_FILLER, ARTICLE, "il|al|dal|del|sul" },
	{ WORD_FILLER, 0,
		"lo|la|i|gli|di|dei|degli|dalla|dallo|dagli|allo|sullo|sui|sugli|dello|della|ad|"
		"alla|ai|agli|nel|nello|nella|nelle|"
		"nell|nei|negli|sulla|con|durante|proprio|giusto|solo|"
		"tutto|tutta|intero|intera|in poi|in avanti|presto|tardi|corso|all'ora di" },
	{ WORD_FILLER, AHEAD, "entro,per" },
	{ WORD_ONE, 1, "un" },
	{ WORD_NUMBER, 1,
		"uno|una,due|paio,tre,quattro,cinque,sei,sette,otto,nove,dieci,undici,"
		"dodici,tredici,quattordici,quindici,sedici,diciassette,diciotto,"
		"diciannove,venti,ventuno|ventun,ventidue,ventitre,ventiquattro,"
		"venticinque,ventisei,ventisette,ventotto,ventinove,trenta,"
		"trentuno|trentun" },
	{ WORD_ORDINAL, 1, "primo,secondo|seconda,terzo|terza,quarta,quinto|quinta" },
	{ WORD_FEW, FEW,
		"qualche|alcuni|alcune|pochi|poche|diversi|diverse|parecchi|parecchie|"
		"un po' di|un po di" },
	{ WORD_SCORE, 10, "decina" },
	{ WORD_SCORE, 12, "dozzina" },
	{ WORD_SCORE, 15, "quindicina" },
	{ WORD_SCORE, 20, "ventina" },
	{ WORD_SCORE, 30, "trentina" },
	{ WORD_AND, 1, "e|ed" },
	{ WORD_AND, -1, "meno" },
	{ WORD_OR, 0, "o" },
	{ WORD_PAST, -1, "prima" },
	{ WORD_PAST, 1, "dopo" },
	{ WORD_FROM, 1, "dalle|da|a partire|a decorrere" },
	{ WORD_UNTIL, 0, "fino|sino" },
	{ WORD_MINUTES, 15, "quarto|quarti" },
	{ WORD_MINUTES, 30, "mezza|mezzo|mezz" },
	{ WORD_CLOCK, 0, "in punto" },
	{ WORD_EDGE, EDGE_START,
		"inizio|inizi,fine,primi|prime,meta,ultimi|ultime|tardo|tarda,"
		"prima meta,seconda meta" },
	{ WORD_FEAST, 101, "capodanno|primo dell'anno|anno nuovo|nuovo anno" },
	{ WORD_FEAST, 106, "befana|epifania" },
	{ WORD_FEAST, 214, "san valentino" },
	{ WORD_FEAST, 308, "festa della donna|festa delle donne" },
	{ WORD_FEAST, 319, "festa del papa|san giuseppe" },
	{ WORD_FEAST, 425, "liberazione|festa della liberazione" },
	{ WORD_FEAST, 501, "festa del lavoro|festa dei lavoratori" },
	{ WORD_FEAST, 602, "festa della repubblica" },
	{ WORD_FEAST, 624, "san giovanni" },
	{ WORD_FEAST, 810, "san lorenzo" },
	{ WORD_FEAST, 815, "ferragosto|assunzione|assunta" },
	{ WORD_FEAST, 1002, "festa dei nonni" },
	{ WORD_FEAST, 1101, "ognissanti|tutti i santi|santi,morti|giorno dei morti" },
	{ WORD_FEAST, 1111, "san martino" },
	{ WORD_FEAST, 1206, "san nicola,sant'ambrogio" },
	{ WORD_FEAST, 1208,
		"immacolata|immacolata concezione|festa dell'immacolata|"
		"festa dell'immacolata concezione" },
	{ WORD_FEAST, 1213, "santa lucia" },
	{ WORD_FEAST, 1224, "vigilia|vigilia di natale,natale,santo stefano" },
	{ WORD_FEAST, 1231, "san silvestro|ultimo dell'anno" },
	{ WORD_FEAST, EASTER(-52), "giovedi grasso" },
	{ WORD_FEAST, EASTER(-47),
		"martedi grasso|carnevale|ultimo di carnevale,ceneri|mercoledi delle ceneri" },
	{ WORD_FEAST, EASTER(-7), "palme|domenica delle palme" },
	{ WORD_FEAST, EASTER(-3),
		"giovedi santo,venerdi santo,sabato santo,"
		"pasqua|domenica di pasqua,"
		"pasquetta|lunedi di pasqua|lunedi dell'angelo" },
	{ WORD_FEAST, EASTER(39), "ascensione" },
	{ WORD_FEAST, EASTER(49), "pentecoste" },
	{ WORD_FEAST, EASTER(63), "corpus domini" }, /* on its Sunday */
	{ WORD_FEAST, FEAST_ON(5, 2, SUNDAY), "festa della mamma" },
	{ WORD_EVERY, 0, "ogni|tutti|tutte" },
	{ WORD_OFTEN, 1, "quotidiano|quotidiana|giornaliero|giornaliera|quotidianamente" },
	{ WORD_OFTEN, 2, "a giorni alterni|giorni alterni" },
	{ WORD_EITHER, 3, "bisettimanale" }, /* twice a week, as "bimensile" is twice a month */
	{ WORD_OFTEN, 7, "settimanale|settimanalmente" },
	{ WORD_OFTEN, 14, "a settimane alterne|settimane alterne" },
	{ WORD_OFTEN, 15, "quindicinale" },
	{ WORD_EITHER, 15, "bimensile" },
	{ WORD_OFTEN, 30, "mensile|mensilmente" },
	{ WORD_OFTEN, 60, "bimestre|bimestrale|a mesi alterni|mesi alterni" },
	{ WORD_OFTEN, 90, "trimestre|trimestrale" },
	{ WORD_OFTEN, 120, "quadrimestre|quadrimestrale" },
	{ WORD_OFTEN, 180, "semestre|semestrale" },
	{ WORD_OFTEN, 365, "annuale|annualmente" },
	{ WORD_OFTEN, 730, "biennale|ad anni alterni" },
	{ WORD_OTHER, 1,
		"si e uno no|si uno no|si e una no|si una no|si e l'altro no|si l'altro no|"
		"si e l'altra no|si l'altra no" },
	{ WORD_TIMES, 0, "volta|volte" },
	{ WORD_NONE, 0, NULL },
};

/* ---- Looking them up ---- */

/* Goes on to the next word of a row, its length and its value; the first where *word is NULL. False
 * at the end. */
static bool when_words_next(const struct words *row, const char **word, size_t *len, int *value)
{
	const char *end = *word ? *word + *len : NULL;

	if (end && !*end)
		return false;
	*value = end ? *value + (*end == ',') : row->value;
	*word = end ? end + 1 : row->words;
	*len = strcspn(*word, "|,");
	return true;
}

static enum word_kind when_words_find(
	const struct words *rows, const char *text, size_t text_len, int *value)
{
	enum word_kind by_prefix = WORD_NONE;
	size_t len = 0;
	int at;

	for (const struct words *row = rows; row->words; row++) {
		bool has_prefixes = row->kind == WORD_MONTH ||
				    (row->kind == WORD_WEEKDAY && row->value != WEEKEND);
		for (const char *word = NULL; when_words_next(row, &word, &len, &at);) {
			if (len < text_len || strncmp(word, text, text_len) != 0)
				continue;
			if (len == text_len) {
				*value = at;
				return row->kind;
			}
			if (!has_prefixes || text_len < PREFIX_MIN || by_prefix != WORD_NONE)
				continue;
			by_prefix = row->kind;
			*value = at;
		}
	}
	return by_prefix;
}

bool when_has_italian(const char *language)
{
	return language && !strncmp(language, "it", 2);
}

enum word_kind when_word(const char *word, bool with_italian, int *value)
{
	size_t len = strlen(word);
	enum word_kind found =
		with_italian ? when_words_find(italian, word, len, value) : WORD_NONE;

	if (found == WORD_NONE)
		found = when_words_find(english, word, len, value);
	bool is_plural = len > PREFIX_MIN && word[len - 1] == 's'; /* "fridays", "summers" */
	if (found == WORD_NONE && is_plural)
		found = when_words_find(english, word, len - 1, value);
	/* "sabati", "domeniche" begin as one does. */
	size_t stem = !with_italian || len <= strlen("lunedi") - 1 ? 0
		      : word[len - 1] == 'i'                       ? len - 1
		      : !strcmp(word + len - 2, "he")              ? len - 2
								   : 0;
	if (found == WORD_NONE && stem)
		found = when_words_find(italian, word, stem, value);
	return found;
}

enum word_kind when_first_word(const char *text, bool with_italian)
{
	char word[WORD_BYTES];
	int value;

	snprintf(word, sizeof word, "%.*s", (int)strcspn(text, " ,.-"), text);
	return when_word(word, with_italian, &value);
}

/* The longest of the rows' words of several that `text` begins with. */
static size_t when_words_longest(const struct words *rows, const char *text)
{
	size_t longest = 0, len = 0;
	int value;

	for (const struct words *row = rows; row->words; row++)
		for (const char *word = NULL; when_words_next(row, &word, &len, &value);)
			if (len > longest && memchr(word, ' ', len) && !strncmp(word, text, len) &&
				(!text[len] || strchr(" ,", text[len])))
				longest = len;
	return longest;
}

size_t when_words_len(const char *text, bool with_italian)
{
	size_t italian_len = with_italian ? when_words_longest(italian, text) : 0;

	return italian_len ? italian_len : when_words_longest(english, text);
}

/* What names days to come by itself, and is written as it stands here. */
static bool is_of_days(enum word_kind kind, int value)
{
	return (kind == WORD_DAY && value > 0) || kind == WORD_WEEKDAY || kind == WORD_MONTH ||
	       kind == WORD_SEASON;
}

void when_complete(const char *typed, const char *language, struct vector *words)
{
	bool is_italian = when_has_italian(language);
	struct strbuf folded = STRBUF_INIT;
	size_t len = 0;
	int value;

	text_fold(&folded, typed);
	for (const struct words *row = is_italian ? italian : english; row->words; row++)
		for (const char *word = NULL; when_words_next(row, &word, &len, &value);) {
			if (!is_of_days(row->kind, value) || len < folded.len ||
				memcmp(word, folded.data, folded.len) != 0 ||
				strcspn(word, " -") < len)
				continue;
			char *text = memory_copy_bytes(word, len);
			vector_push(words, &text);
		}
	strbuf_fini(&folded);
}
