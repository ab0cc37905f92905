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

/* Open and close an object, '{' and '}', or an array, '[' and ']'. */
void emit_open(emitter *e, char bracket);
void emit_close(emitter *e, char bracket);
/* A member's name, which needs no escapes; its value follows. */
void emit_key(emitter *e, const char *key);

/* Values: members of an object behind emit_key, or with emit_item before them elements of an array. */
void emit_item(emitter *e);
/* Text is repaired where it is not UTF-8. */
void emit_text(emitter *e, annals_text text);
void emit_string(emitter *e, const char *text);
void emit_size(emitter *e, size_t number);
/* Digits enough to read the same number back, and no more: 0.9, not 0.90000000000000002. */
void emit_real(emitter *e, double number);
void emit_literal(emitter *e, const char *literal); /* null, true, false */

#endif
