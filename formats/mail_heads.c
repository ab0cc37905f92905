#include "mail_heads.h"

#include "reader.h"

#include <string.h>

enum label { LABEL_SENDER, LABEL_DATE, LABEL_RECIPIENT, LABEL_TITLE, LABEL_OTHER, LABEL_NONE };

/* In small letters, as far as these are ASCII; LABEL_OTHER has what may stand between the others. */
static const struct {
    const char *word;
    enum label label;
} labels[] = {{"from", LABEL_SENDER},      {"sent", LABEL_DATE},         {"to", LABEL_RECIPIENT},
              {"subject", LABEL_TITLE},    {"reply-to", LABEL_OTHER},    {"de", LABEL_SENDER},
              {"von", LABEL_SENDER},       {"От", LABEL_SENDER},         {"От кого", LABEL_SENDER},
              {"da", LABEL_SENDER},        {"van", LABEL_SENDER},        {"od", LABEL_SENDER},
              {"från", LABEL_SENDER},      {"fra", LABEL_SENDER},        {"envoyé", LABEL_DATE},
              {"date", LABEL_DATE},        {"gesendet", LABEL_DATE},     {"datum", LABEL_DATE},
              {"Отправлено", LABEL_DATE},  {"Дата", LABEL_DATE},         {"enviado", LABEL_DATE},
              {"enviado el", LABEL_DATE},  {"fecha", LABEL_DATE},        {"enviada em", LABEL_DATE},
              {"data", LABEL_DATE},        {"inviato", LABEL_DATE},      {"verzonden", LABEL_DATE},
              {"wysłano", LABEL_DATE},     {"skickat", LABEL_DATE},      {"sendt", LABEL_DATE},
              {"dato", LABEL_DATE},        {"à", LABEL_RECIPIENT},       {"À", LABEL_RECIPIENT},
              {"an", LABEL_RECIPIENT},     {"Кому", LABEL_RECIPIENT},    {"para", LABEL_RECIPIENT},
              {"a", LABEL_RECIPIENT},      {"aan", LABEL_RECIPIENT},     {"do", LABEL_RECIPIENT},
              {"till", LABEL_RECIPIENT},   {"til", LABEL_RECIPIENT},     {"pour", LABEL_RECIPIENT},
              {"objet", LABEL_TITLE},      {"sujet", LABEL_TITLE},       {"betreff", LABEL_TITLE},
              {"Тема", LABEL_TITLE},       {"asunto", LABEL_TITLE},      {"assunto", LABEL_TITLE},
              {"oggetto", LABEL_TITLE},    {"onderwerp", LABEL_TITLE},   {"temat", LABEL_TITLE},
              {"ämne", LABEL_TITLE},       {"emne", LABEL_TITLE},        {"cc", LABEL_OTHER},
              {"bcc", LABEL_OTHER},        {"kopie", LABEL_OTHER},       {"Копия", LABEL_OTHER},
              {"antwort an", LABEL_OTHER}, {"répondre à", LABEL_OTHER},  {"wichtigkeit", LABEL_OTHER},
              {"importance", LABEL_OTHER}, {"priorität", LABEL_OTHER},   {"pièces jointes", LABEL_OTHER},
              {"anlagen", LABEL_OTHER},    {"organisation", LABEL_OTHER}};

static annals_text line_at(annals_text text, size_t at) {
    const char *end = at < text.length ? memchr(text.data + at, '\n', text.length - at) : NULL;
    return (annals_text){text.data + at, (end ? (size_t)(end - text.data) : text.length) - at};
}

/* Without blanks, hard ones too, and the stars of a mail that was in bold. */
static annals_text trim(annals_text text) {
    static const char hard_blank[] = "\xC2\xA0";
    for (bool more = true; more && text.length;) {
        more = false;
        if (strchr(" \t\r*", *text.data)) text.data++, text.length--, more = true;
        else if (begins_with(text, hard_blank)) text.data += 2, text.length -= 2, more = true;
    }
    while (text.length && strchr(" \t\r*", text.data[text.length - 1])) text.length--;
    if (text.length > 2 && !memcmp(text.data + text.length - 2, hard_blank, 2)) text.length -= 2;
    return text;
}

/* "Envoyé : lundi 4 février 2019" */
static enum label label_of(annals_text line, annals_text *value) {
    enum { LONGEST = 40 /* bytes of a label */ };
    const char *colon = memchr(line.data, ':', line.length < LONGEST ? line.length : LONGEST);
    if (!colon) return LABEL_NONE;
    const annals_text word = trim((annals_text){line.data, (size_t)(colon - line.data)});
    *value = trim((annals_text){colon + 1, line.length - (size_t)(colon + 1 - line.data)});
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strlen(labels[i].word) == word.length && begins_with(word, labels[i].word)) return labels[i].label;
    return LABEL_NONE;
}

/* Lines one below the other with a sender, a date and one more. */
static bool read_head(annals_text text, size_t start, mail_head *head) {
    enum { MOST = 10 /* lines */, FEWEST = 3 };
    annals_text *const values[] = {&head->sender, &head->date, &head->recipient, &head->title};
    size_t count = 0, at = start;
    *head = (mail_head){.start = start};
    for (; count < MOST && at < text.length; count++) {
        annals_text line = line_at(text, at), value;
        enum label label = label_of(line, &value);
        if (label == LABEL_NONE) break;
        if (label < LABEL_OTHER && !values[label]->length) *values[label] = value;
        at += line.length + 1;
    }
    head->end = at < text.length ? at : text.length;
    return count >= FEWEST && head->sender.length && head->date.length;
}

bool mail_find_head(annals_text text, size_t from, mail_head *head) {
    bool above = true; /* a head has no line right above it that might be one of it */
    for (size_t at = from; at < text.length;) {
        annals_text line = line_at(text, at), value;
        bool labelled = label_of(line, &value) != LABEL_NONE;
        if (labelled && above && read_head(text, at, head)) return true;
        above = !labelled;
        at += line.length + 1;
    }
    return false;
}

bool mail_is_passed_on(annals_text line) {
    static const char *const words[] = {"Forwarded message",         "Begin forwarded message",
                                        "Weitergeleitete Nachricht", "Anfang der weitergeleiteten",
                                        "Message transféré",         "Début du message",
                                        "Mensaje reenviado",         "Inicio del mensaje reenviado",
                                        "Пересылаемое сообщение",    "Перенаправленное сообщение",
                                        "Начало переадресованного",  "Начало пересылаемого"};
    while (line.length && strchr("- ", *line.data)) line.data++, line.length--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins_with(line, words[i])) return line.length < 80;
    return false;
}
