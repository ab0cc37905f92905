#include "markup.h"

#include "utf8.h"

static const char *escape_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;"; /* else it would be read as a line end */
    default:
        return NULL;
    }
}

static bool is_plain(char c) {
    return (unsigned char)c >= ' ' && (unsigned char)c < 0x7F && !escape_of(c);
}

/* Beyond ASCII: no C1 controls, which XML 1.0 allows and nobody can show, and no noncharacters. */
static void put_character(output *out, annals_text text, size_t *at) {
    size_t start = *at;
    uint32_t c = utf8_next(text, at);
    if (c == '\n' || c == '\t') output_bytes(out, text.data + start, 1);
    else if (c == 0xFFFD) output_string(out, "\xEF\xBF\xBD");
    else if (c >= 0xA0 && (c & 0xFFFE) != 0xFFFE) output_bytes(out, text.data + start, *at - start);
}

void output_markup(output *out, annals_text text) {
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        while (i < text.length && is_plain(text.data[i])) i++;
        output_bytes(out, text.data + start, i - start);
        const char *escape = i < text.length ? escape_of(text.data[i]) : NULL;
        if (escape) output_string(out, escape), i++;
        else if (i < text.length) put_character(out, text, &i);
    }
}

void output_markup_string(output *out, const char *string) {
    output_markup(out, annals_text_of(string));
}

void output_attribute(output *out, const char *name, annals_text value) {
    if (!value.length) return;
    output_string(out, " ");
    output_string(out, name);
    output_string(out, "=\"");
    output_markup(out, value);
    output_string(out, "\"");
}

void output_element(output *out, size_t indent, const char *name, annals_text text) {
    if (!text.length) return;
    output_blanks(out, indent);
    output_string(out, "<");
    output_string(out, name);
    output_string(out, ">");
    output_markup(out, text);
    output_string(out, "</");
    output_string(out, name);
    output_string(out, ">\n");
}
