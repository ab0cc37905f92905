/* json_input.h: the texts that a chronology in JSON was made of. */
#ifndef ANNALS_FORMATS_JSON_INPUT_H
#define ANNALS_FORMATS_JSON_INPUT_H

#include "json_values.h"

/* Lists that are filled again and again.  Zero is empty. */
typedef struct json_input_rooms {
    json_room dates, periods;
} json_input_rooms;

/* One, which keeps to the schema; its texts are those of the JSON and its lists those of the rooms.  False with the
 * error filled. */
bool json_input(const json_t *record, json_input_rooms *rooms, annals_input *input, annals_error *error);
void json_input_rooms_free(json_input_rooms *rooms);

#endif
