#include "html_depth.h"

#include <string.h>
#include <strings.h>

enum { DEEPEST = 512, MOST_ATTRIBUTES = 1000, NAME = 16 };

typedef struct tag {
    char name[NAME]; /* in small letters, cut */
    bool closes;
} tag;

typedef struct depth {
    char open[DEEPEST][NAME];
    size_t count;
} depth;

static bool in(const char *name, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(*list, name)) return true;
    return false;
}

static const char *const empty[] = {"area", "base", "br",    "col",    "embed", "hr",  "img",   "input",
                                    "link", "meta", "param", "source", "track", "wbr", "frame", NULL};
static const char *const raw[] = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", NULL};
/* An end tag does not reach through these, nor do those of formatting close more than themselves. */
static const char *const walls[] = {"table", "td", "th", "caption", "template", "object", "applet", "marquee", NULL};
static const char *const formatting[] = {"a",    "b",     "big",    "code", "em", "font",   "i", "s",
                                         "nobr", "small", "strike", "tt",   "u",  "strong", NULL};
/* What a tag ends that is open right where it begins. */
static const struct ended {
    const char *by, *ends[8];
} ended[] = {
    {"p", {"p"}},
    {"li", {"p", "li"}},
    {"dt", {"p", "dt", "dd"}},
    {"dd", {"p", "dt", "dd"}},
    {"option", {"option"}},
    {"td", {"p", "td", "th"}},
    {"th", {"p", "td", "th"}},
    {"tr", {"p", "td", "th", "tr"}},
    {"tbody", {"p", "td", "th", "tr", "tbody", "thead", "tfoot"}},
    {"div", {"p"}},
    {"ul", {"p"}},
    {"ol", {"p"}},
    {"table", {"p"}},
};

static void open_tag(depth *d, const char *name) {
    for (size_t i = 0; i < sizeof ended / sizeof *ended; i++)
        while (!strcmp(ended[i].by, name) && d->count && in(d->open[d->count - 1], ended[i].ends)) d->count--;
    memcpy(d->open[d->count++], name, NAME);
}

static void close_tag(depth *d, const char *name) {
    for (size_t i = d->count; i--;) {
        if (!strcmp(d->open[i], name)) {
            d->count = i;
            return;
        }
        bool through = !strcmp(name, "table") || !strncmp(name, "t", 2);
        if (in(name, formatting) || (in(d->open[i], walls) && !through)) return;
        if (through && !strcmp(d->open[i], "table")) return;
    }
}

/* Behind the text, letter case aside; the end where it is not there. */
static size_t behind(annals_text page, size_t at, const char *text) {
    size_t length = strlen(text);
    for (; at + length <= page.length; at++) {
        const char *next = memchr(page.data + at, *text, page.length - at);
        if (!next) return page.length;
        at = (size_t)(next - page.data);
        if (at + length <= page.length && !strncasecmp(next, text, length)) return at + length;
    }
    return page.length;
}

static size_t read_name(annals_text page, size_t at, tag *t) {
    size_t length = 0;
    for (; at < page.length && !memchr(" \t\n\f\r/>", page.data[at], 7); at++) {
        char c = page.data[at];
        if (length < NAME - 1) t->name[length++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    memset(t->name + length, 0, NAME - length);
    return at;
}

/* Behind the tag whose attributes begin at `at`. */
static size_t skip_attributes(annals_text page, size_t at, size_t *count) {
    for (*count = 0; at < page.length && page.data[at] != '>'; at++) {
        char c = page.data[at];
        const char *end = NULL;
        if ((c == '"' || c == '\'') && at && page.data[at - 1] == '=')
            end = memchr(page.data + at + 1, c, page.length - at - 1);
        if (end) at = (size_t)(end - page.data);
        *count += memchr(" \t\n\f\r/", c, 6) != NULL;
    }
    return at < page.length ? at + 1 : at;
}

bool html_is_too_deep(annals_text page, size_t *place) {
    depth d = {.count = 0};
    size_t unasked;
    if (!place) place = &unasked;
    for (size_t at = 0, attributes; at < page.length;) {
        const char *next = memchr(page.data + at, '<', page.length - at);
        if (!next) return false;
        at = (size_t)(next - page.data) + 1;
        if (page.length - at >= 3 && !memcmp(page.data + at, "!--", 3)) {
            at = behind(page, at + 3, "-->");
            continue;
        }
        tag t = {.closes = at < page.length && page.data[at] == '/'};
        at += t.closes;
        char first = at < page.length ? (char)(page.data[at] | 0x20) : 0;
        if (first < 'a' || first > 'z') continue;
        at = skip_attributes(page, read_name(page, at, &t), &attributes);
        *place = at;
        if (attributes > MOST_ATTRIBUTES) return true;
        if (t.closes) close_tag(&d, t.name);
        else if (in(t.name, raw)) {
            char end[NAME + 3] = "</";
            at = behind(page, at, strcat(end, t.name));
        } else if (!in(t.name, empty)) open_tag(&d, t.name);
        if (d.count == DEEPEST) return true;
    }
    return false;
}
