/* The words of WhatsApp in the languages it is most spoken in here.
 * Not here: how they are used (whatsapp.c). */
#include "read/whatsapp_words.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "read/words.h"

#include <string.h>

static const char *const deleted_by_me[] = { "You deleted this message",
	"Hai eliminato questo messaggio", "Du hast diese Nachricht gelöscht",
	"Eliminaste este mensaje", "Vous avez supprimé ce message", "Você apagou esta mensagem",
	"Apagou esta mensagem", "Je hebt dit bericht verwijderd", "Usunięto tę wiadomość",
	"Ви видалили це повідомлення", "Вы удалили данное сообщение", "Bu mesajı sildiniz", NULL };

static const char *const deleted[] = { "This message was deleted",
	"Questo messaggio è stato eliminato", "Diese Nachricht wurde gelöscht",
	"Se eliminó este mensaje", "Este mensaje fue eliminado", "Ce message a été supprimé",
	"Esta mensagem foi apagada", "Mensagem apagada", "Dit bericht is verwijderd",
	"Ta wiadomość została usunięta", "Данное сообщение удалено", "Bu mesaj silindi",
	"This message was deleted by admin", NULL };

static const char *const reacted[] = { "a réagi ", "reacted ", "ha reagito ", "hat reagiert",
	"reaccionó ", "reagiu ", "heeft gereageerd", NULL };

/* A media word stands with one of these. */
static const char *const media[] = { "image", "video", "audio", "gif", "sticker", "document",
	"contact card", "immagine", "videomessaggio", "imagen", "imagem", "figurinha", "documento",
	"bild", "foto", "media", "messaggio vocale", "scheda contatto", "vidéo", "kontaktkarte",
	"afbeelding", "video note", NULL };
static const char *const left_away[] = { "omitted", "omess", "incluso", "omitid", "ocultad",
	"weggelassen", "omise", "weggelaten", "absente", NULL };
static const char *const attached[] = { "(file attached)", "(file allegato)", "(Datei angehängt)",
	"(archivo adjunto)", "(fichier joint)", "(arquivo anexado)", "(ficheiro anexado)",
	"(bestand bijgevoegd)", NULL };
static const char *const media_starts[] = { "<", "poll:", "encuesta:", "sondaggio:", "sondage",
	"umfrage:", "enquete:", "location:", "live location", "posizione", "posición", "ubicación",
	"localisation", "standort", "localização", "peiling:", NULL };

struct call_word {
	const char *word;
	enum whatsapp_kind kind;
};

static const struct call_word calls[] = {
	{ "Voice call", WHATSAPP_CALL },
	{ "Video call", WHATSAPP_VIDEO },
	{ "Chiamata vocale", WHATSAPP_CALL },
	{ "Videochiamata", WHATSAPP_VIDEO },
	{ "Chiamata video", WHATSAPP_VIDEO },
	{ "Sprachanruf", WHATSAPP_CALL },
	{ "Videoanruf", WHATSAPP_VIDEO },
	{ "Llamada de voz", WHATSAPP_CALL },
	{ "Videollamada", WHATSAPP_VIDEO },
	{ "Appel vocal", WHATSAPP_CALL },
	{ "Appel vidéo", WHATSAPP_VIDEO },
	{ "Chamada de voz", WHATSAPP_CALL },
	{ "Chamada de vídeo", WHATSAPP_VIDEO },
	{ "Spraakoproep", WHATSAPP_CALL },
	{ "Video-oproep", WHATSAPP_VIDEO },
};

static const char *const missed[] = { "Missed ", "Silenced ", "Chiamata vocale persa",
	"Videochiamata persa", "Chiamata persa", "Verpasster ", "Llamada perdida",
	"Llamada de voz perdida", "Videollamada perdida", "Appel vocal manqué",
	"Appel vidéo manqué", "Appel manqué", "Chamada de voz perdida", "Chamada de vídeo perdida",
	"Chamada perdida", "Gemiste ", NULL };

static bool whatsapp_begins_any(const char *body, const char *const *words)
{
	for (; *words; words++)
		if (ascii_begins(body, *words))
			return true;
	return false;
}

static bool whatsapp_finds_any(const char *body, const char *const *words)
{
	for (; *words; words++)
		if (ascii_find(body, *words))
			return true;
	return false;
}

/* The whole body, but for a full stop. */
static bool whatsapp_is_any(const char *body, const char *const *words)
{
	for (; *words; words++) {
		if (!ascii_begins(body, *words))
			continue;
		const char *rest = body + strlen(*words);
		if (!*rest || strcmp(rest, ".") == 0)
			return true;
	}
	return false;
}

bool whatsapp_is_deleted_by_me(const char *body)
{
	return whatsapp_is_any(body, deleted_by_me);
}

/* Seconds in "1 hr 2 min", "5 min", "12 sec", by the first letter of each unit; 0: no length. */
static int64_t whatsapp_seconds(const char *text)
{
	int64_t seconds = 0;

	while (*text) {
		int64_t number = 0;
		while (*text && (*text < '0' || *text > '9'))
			text++;
		for (; *text >= '0' && *text <= '9' && number < 1000000; text++)
			number = number * 10 + *text - '0';
		while (*text == ' ')
			text++;
		if (*text && strchr("hoSu", *text) && !ascii_begins(text, "se"))
			seconds += number * 3600;
		else if (*text == 'm')
			seconds += number * 60;
		else if (*text == 's')
			seconds += number;
	}
	return seconds;
}

static bool whatsapp_is_call(const char *body, enum whatsapp_kind *kind, int64_t *seconds)
{
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		if (!ascii_begins(body, calls[i].word))
			continue;
		const char *rest = body + strlen(calls[i].word);
		if (*rest != ',' && *rest && *rest != '.')
			return false;
		*seconds = whatsapp_seconds(rest);
		*kind = *seconds ? calls[i].kind : WHATSAPP_MISSED;
		return *rest != '\0' && strlen(rest) < 60;
	}
	return false;
}

static bool whatsapp_is_media(const char *body)
{
	if (whatsapp_begins_any(body, media_starts) || whatsapp_finds_any(body, attached))
		return true;
	if (ascii_find(body, "https://") || ascii_find(body, "http://"))
		return true;
	return whatsapp_begins_any(body, media) && whatsapp_finds_any(body, left_away);
}

enum whatsapp_kind whatsapp_kind_of(const char *body, int64_t *seconds)
{
	enum whatsapp_kind kind;

	*seconds = 0;
	if (whatsapp_is_call(body, &kind, seconds))
		return kind;
	if (whatsapp_is_any(body, deleted) || whatsapp_is_any(body, deleted_by_me))
		return WHATSAPP_DELETED;
	if (whatsapp_begins_any(body, missed) && strlen(body) < 80)
		return WHATSAPP_MISSED;
	if (whatsapp_begins_any(body, reacted))
		return WHATSAPP_REACTION;
	return whatsapp_is_media(body) ? WHATSAPP_MEDIA : WHATSAPP_TEXT;
}

bool whatsapp_is_day_first(const char *line)
{
	static const char *const words[] = { "I messaggi", "crittografat", "Nachrichten", "Gruppe ",
		"Los mensajes", "cifrado", "Les messages", "chiffr", "As mensagens", "criptografia",
		"Berichten ", "Wiadomości", "Mesajlar", "Сообщения", "ha aggiunto", "ha creato",
		"hinzugefügt", "añadió", "a ajouté", "adicionou", NULL };

	return whatsapp_finds_any(line, words);
}

size_t whatsapp_without_edited(const char *body)
{
	static const char *const words[] = { "<This message was edited>",
		"<Questo messaggio è stato modificato>", "<Diese Nachricht wurde bearbeitet.>",
		"<Se editó este mensaje.>", "<Ce message a été modifié>", "<Mensagem editada>",
		"<Dit bericht is bewerkt>", NULL };
	size_t len = strlen(body);

	for (const char *const *word = words; *word; word++)
		if (words_end_with(body, *word))
			len -= strlen(*word);
	while (len && body[len - 1] == ' ')
		len--;
	return len;
}

/* Drops the end of a file's name, and the " (1)" of a second download. */
static void whatsapp_cut_end(struct strbuf *name)
{
	while (words_end_with(name->data, ".txt") || words_end_with(name->data, ".zip"))
		strbuf_truncate(name, name->len - 4);
	size_t at = name->len;
	if (at > 3 && name->data[at - 1] == ')') {
		for (at--; at && name->data[at - 1] >= '0' && name->data[at - 1] <= '9'; at--)
			;
		if (at > 1 && name->data[at - 1] == '(' && at < name->len - 1)
			strbuf_truncate(name, at - 1);
	}
	while (name->len && name->data[name->len - 1] == ' ')
		strbuf_truncate(name, name->len - 1);
}

char *whatsapp_title(const char *file_name)
{
	static const char *const starts[] = { "Chat WhatsApp con ", "WhatsApp Chat with ",
		"WhatsApp Chat mit ", "WhatsApp-Chat mit ", "WhatsApp Chat - ", "Chat WhatsApp - ",
		"Chat de WhatsApp con ", "Conversa do WhatsApp com ", "Discussion WhatsApp avec ",
		"Чат WhatsApp с контактом ", "Чат WhatsApp с ", "WhatsApp-chat met ",
		"WhatsApp-chat med ", "WhatsApp-chatt med ", "Czat WhatsApp z " };
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (ascii_begins(file_name, starts[i]) && file_name[strlen(starts[i])]) {
			strbuf_add(&name, file_name + strlen(starts[i]));
			whatsapp_cut_end(&name);
			return strbuf_take(&name);
		}
	return NULL;
}
