/* emit.h: JSON text, written as it is said.
 *
 * A tree of values in memory, as jansson has them, takes five to ten times as long as the text itself; and the text is
 * most of what `--to jsonl` does. */
#ifndef ANNALS_FORMATS_EMIT_H
#define ANNALS_FORMATS_EMIT_H

#include "output.h"

typedef struct emitter {
    output *out;
    bool compact; /* all on one line; else indented by two blanks a level */
    bool first;   /* nothing was written yet into the innermost array or object */
    size_t depth;
} emitter;

/* Where not all is on one line. */
void emit_line_break(emitter *e);

/* Open and close an object, '{' and '}', or an array, '[' and ']'. */
static inline void emit_open(emitter *e, char bracket) {
    output_bytes(e->out, &bracket, 1);
    e->depth++;
    e->first = true;
}
static inline void emit_close(emitter *e, char bracket) {
    e->depth--;
    if (!e->first && !e->compact) emit_line_break(e);
    output_bytes(e->out, &bracket, 1);
    e->first = false;
}

/* Values: members of an object behind emit_key, or with emit_item before them elements of an array. */
static inline void emit_item(emitter *e) {
    if (!e->first) output_bytes(e->out, ",", 1);
    if (!e->compact) emit_line_break(e);
    e->first = false;
}
/* A member's name, which needs no escapes; its value follows. */
static inline void emit_key(emitter *e, const char *key) {
    emit_item(e);
    output_bytes(e->out, "\"", 1);
    output_string(e->out, key);
    output_string(e->out, e->compact ? "\":" : "\": ");
}
/* Text is repaired where it is not UTF-8. */
void emit_text(emitter *e, annals_text text);
/* One that needs no escapes. */
static inline void emit_string(emitter *e, const char *text) {
    output_bytes(e->out, "\"", 1);
    output_string(e->out, text);
    output_bytes(e->out, "\"", 1);
}
void emit_size(emitter *e, size_t number);
/* Digits enough to read the same number back, and no more: 0.9, not 0.90000000000000002. */
void emit_real(emitter *e, double number);

#endif
