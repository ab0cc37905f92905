/* cyrillic.c: which of the older encodings of Russian a text is in.  Each has the letters in another place, so that the
 * ten commonest of them (о е а и н т с р в л), two thirds of all letters in Russian and not much less in its
 * neighbours, stand out in one of them alone. */
#include "cyrillic.h"

#include <string.h>

static const struct encoding {
    const char *name, *common; /* in small letters and capitals */
} encodings[] = {{"WINDOWS-1251", "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB\xCE\xC5\xC0\xC8\xCD\xD2\xD1\xD0\xC2\xCB"},
                 {"KOI8-R", "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC\xEF\xE5\xE1\xE9\xEE\xF4\xF3\xF2\xF7\xEC"},
                 {"CP866", "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB\x8E\x85\x80\x88\x8D\x92\x91\x90\x82\x8B"},
                 {"ISO-8859-5", "\xDE\xD5\xD0\xD8\xDD\xE2\xE1\xE0\xD2\xDB\xBE\xB5\xB0\xB8\xBD\xC2\xC1\xC0\xB2\xBB"}};

/* Letters above ASCII stand together in words; those of Western languages mostly stand alone. */
static bool has_words(annals_text text, size_t faults) {
    enum { FEWEST = 16 };
    size_t beside = 0, high = 0;
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] < 0x80) continue;
        bool before = i && (unsigned char)text.data[i - 1] >= 0x80;
        bool behind = i + 1 < text.length && (unsigned char)text.data[i + 1] >= 0x80;
        high++;
        beside += before || behind;
    }
    return high >= FEWEST && beside * 10 >= high * 8 && faults * 5 >= high;
}

static size_t count_common(annals_text text, const char *common) {
    size_t count = 0, letters = strlen(common);
    for (size_t i = 0; i < text.length; i++) count += memchr(common, text.data[i], letters) != NULL;
    return count;
}

const char *cyrillic_encoding(annals_text text, size_t faults) {
    enum { SAMPLE = 65536, PERCENT = 50 };
    const char *found = NULL;
    size_t most = 0, high = 0;
    if (!has_words(text, faults)) return NULL;
    if (text.length > SAMPLE) text.length = SAMPLE;
    for (size_t i = 0; i < text.length; i++) high += (unsigned char)text.data[i] >= 0x80;
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        size_t common = count_common(text, encodings[i].common);
        if (common > most) found = encodings[i].name, most = common;
    }
    return most * 100 >= high * PERCENT ? found : NULL;
}
