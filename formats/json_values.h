/* json_values.h: values of JSON that keeps to our schemas, as the engine has them. */
#ifndef ANNALS_FORMATS_JSON_VALUES_H
#define ANNALS_FORMATS_JSON_VALUES_H

#include "annals.h"

#include <jansson.h>

/* Members of an object; absent, 0 or false where there is none, or null. */
annals_text json_text(const json_t *object, const char *key);
size_t json_size(const json_t *object, const char *key);
bool json_truth(const json_t *object, const char *key);
annals_text json_text_of(const json_t *string);

/* A time; its texts are those of the JSON.  False with the error filled: there is no such day. */
/* `moved`, unless NULL, tells whether its bounds lay outside its EDTF and were made to follow it. */
bool json_when(const json_t *object, annals_when *when, bool *moved, annals_error *error);
/* What is told then: of which record, and of which EDTF. */
#define JSON_MOVED                                                                                                     \
    "%s.when: its bounds are outside of '%.*s' and were made those of that date; change edtf and bounds alike if it "  \
    "should have others"

/* The value of an enum whose name a member has; the first one where there is no such member. */
annals_mode json_mode(const json_t *object, const char *key);
annals_order json_order(const json_t *object, const char *key);
annals_when_basis json_when_basis(const json_t *object, const char *key);
annals_timex_type json_timex_type(const json_t *object, const char *key);
annals_range_end json_range_end(const json_t *object, const char *key);
annals_event_kind json_event_kind(const json_t *object, const char *key);
annals_modality json_modality(const json_t *object, const char *key);
annals_tag_kind json_tag_kind(const json_t *object, const char *key);

/* Room for so many things, which grows and is used again.  Zero is empty; free what it holds with free(). */
typedef struct json_room {
    void *items;
    size_t size;
} json_room;
/* Null, with the error filled, when memory runs out. */
void *json_make_room(json_room *room, size_t count, size_t size, annals_error *error);

/* The tags and fields of an event, in the rooms, which stay the caller's.  False without memory. */
bool json_tags(const json_t *object, json_room *room, annals_event *event, annals_error *error);
bool json_fields(const json_t *object, json_room *room, annals_event *event, annals_error *error);

#endif
