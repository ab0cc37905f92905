/* summary.c: what was found, counted. */
#include "annals-formats.h"

#include <stdio.h>
#include <string.h>

static bool is_placed(const annals_when *when) {
    return annals_bound_known(when->begin.earliest) || annals_bound_known(when->end.latest);
}

void annals_summarize(annals_summary *summary, const annals_chronology *chronology) {
    size_t documents, mentions;
    const annals_document *d = annals_documents(chronology, &documents);
    const annals_mention *m = annals_mentions(chronology, &mentions);
    summary->documents += documents;
    for (size_t i = 0; i < documents; i++) summary->bytes += d[i].text.length;
    for (size_t i = 0; i < mentions; i++) {
        bool placed = is_placed(m[i].when), date = m[i].timex->type <= ANNALS_TIMEX_TIME;
        summary->mentions[m[i].timex->type]++;
        summary->resolved += placed;
        summary->open += date && !placed;
    }
}

void annals_add_summary(annals_summary *to, const annals_summary *from) {
    to->documents += from->documents;
    to->bytes += from->bytes;
    for (size_t i = 0; i < ANNALS_TIMEX_TYPES; i++) to->mentions[i] += from->mentions[i];
    to->resolved += from->resolved;
    to->open += from->open;
}

annals_status annals_write_summary(const annals_summary *summary, annals_sink sink, annals_error *error) {
    size_t all = 0;
    for (size_t i = 0; i < ANNALS_TIMEX_TYPES; i++) all += summary->mentions[i];
    const struct {
        const char *name;
        size_t count;
    } rows[] = {{"documents", summary->documents},
                {"bytes", summary->bytes},
                {"mentions", all},
                {"  dates", summary->mentions[ANNALS_TIMEX_DATE]},
                {"  times", summary->mentions[ANNALS_TIMEX_TIME]},
                {"  durations", summary->mentions[ANNALS_TIMEX_DURATION]},
                {"  sets", summary->mentions[ANNALS_TIMEX_SET]},
                {"resolved", summary->resolved},
                {"open", summary->open}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char line[64];
        int length = snprintf(line, sizeof line, "%-12s%14zu\n", rows[i].name, rows[i].count);
        if (length < 0 || sink.write(sink.context, line, (size_t)length) != ANNALS_OK)
            return annals_fail(error, ANNALS_OUTPUT, "the output could not be written; check the place it goes to");
    }
    return ANNALS_OK;
}
