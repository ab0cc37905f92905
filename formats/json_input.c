#include "json_input.h"

#include <stdlib.h>

static bool is_within(annals_text text, size_t at) {
    return at <= text.length && (at == text.length || ((unsigned char)text.data[at] & 0xC0) != 0x80);
}

/* In the order of the text, each behind the one before. */
static bool read_dates(const json_t *list, json_room *room, annals_input *input, annals_error *error) {
    size_t count = json_array_size(list), behind = 0;
    annals_stated *dates = json_make_room(room, count, sizeof *dates, error);
    for (size_t i = 0; dates && i < count; i++) {
        const json_t *record = json_array_get(list, i);
        dates[i] = (annals_stated){json_size(record, "start"), json_size(record, "end"), json_text(record, "date")};
        bool placed = dates[i].start >= behind && dates[i].start < dates[i].end &&
                      is_within(input->given.text, dates[i].start) && is_within(input->given.text, dates[i].end);
        if (!placed) {
            annals_fail(error, ANNALS_INPUT, "dates[%zu] is no place in the text behind the one before; mend it", i);
            return false;
        }
        behind = dates[i].end;
    }
    input->dates = dates;
    input->date_count = count;
    return dates;
}

static bool read_options(const json_t *object, json_room *room, annals_options *o, annals_error *error) {
    const json_t *list = json_object_get(object, "periods");
    size_t count = json_array_size(list);
    annals_period *periods = json_make_room(room, count, sizeof *periods, error);
    for (size_t i = 0; periods && i < count; i++) {
        const json_t *record = json_array_get(list, i);
        periods[i] = (annals_period){json_text(record, "name"), json_text(record, "edtf"), json_text(record, "file"),
                                     json_size(record, "line")};
    }
    *o = (annals_options){.date = json_text(object, "date"),
                          .language = json_text(object, "language"),
                          .mode = json_mode(object, "mode"),
                          .order = json_order(object, "order"),
                          .fiscal_start = (int)json_size(object, "fiscalYear"),
                          .periods = periods,
                          .period_count = count};
    return periods;
}

bool json_input(const json_t *record, json_input_rooms *rooms, annals_input *input, annals_error *error) {
    const json_t *when = json_object_get(record, "when");
    *input = (annals_input){.given = {.source = json_text(record, "source"),
                                      .text = json_text(record, "text"),
                                      .title = json_text(record, "title"),
                                      .sender = json_text(record, "sender"),
                                      .recipient = json_text(record, "recipient"),
                                      .place = json_text(record, "place"),
                                      .number = json_text(record, "number"),
                                      .language = json_text(record, "language"),
                                      .basis = json_when_basis(record, "whenBasis"),
                                      .basis_from = json_text(record, "whenFrom")},
                            .turn = json_size(record, "turn")};
    return (!when || json_when(when, &input->given.when, NULL, error)) &&
           read_dates(json_object_get(record, "dates"), &rooms->dates, input, error) &&
           read_options(json_object_get(record, "options"), &rooms->periods, &input->options, error);
}

void json_input_rooms_free(json_input_rooms *rooms) {
    free(rooms->dates.items);
    free(rooms->periods.items);
    *rooms = (json_input_rooms){0};
}
