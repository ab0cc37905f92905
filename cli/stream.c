/* stream.c: each document by itself, on one thread or several, in constant memory and in the order of the input. */
#include "commands.h"
#include "feed.h"
#include "message.h"
#include "output.h"
#include "progress.h"
#include "reading.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stream {
    const struct settings *settings;
    const struct product *product;
    struct outfile *output;
    struct progress progress;
    annals_summary summary;
    pthread_mutex_t mutex; /* of what follows */
    pthread_cond_t moved;
    struct feed feed;
    size_t issued, turn; /* pieces handed out, and the one whose output comes next */
    bool failed;         /* something could not be read; the rest goes on */
    bool stopped;        /* nothing more can be written */
};

/* A warning or error that waits for its turn. */
struct note {
    struct note *next;
    bool error;
    size_t line, column;
    char *file, *message;
};

/* What one thread makes of one piece.  Up to so many bytes of output wait for their turn; then the thread does. */
enum { MOST_WAITING = 1024 * 1024 };
struct job {
    struct stream *stream;
    struct piece piece;
    size_t ticket;
    bool has_turn, failed;
    char *waiting;
    size_t length, room;
    annals_summary summary;
    struct note *notes, **last_note;
};

/* ------------------------------------------------------------------ turns */

static void take_turn(struct job *job) {
    struct stream *stream = job->stream;
    if (job->has_turn) return;
    pthread_mutex_lock(&stream->mutex);
    while (stream->turn != job->ticket) pthread_cond_wait(&stream->moved, &stream->mutex);
    pthread_mutex_unlock(&stream->mutex);
    job->has_turn = true;
}

/* Only the thread whose turn it is writes, so that the file needs no lock. */
static annals_status write_now(struct job *job, const char *data, size_t length) {
    annals_sink sink = outfile_sink(job->stream->output);
    return sink.write(sink.context, data, length);
}

static bool make_room(struct job *job, size_t length) {
    if (job->length + length <= job->room) return true;
    size_t room = 2 * (job->length + length);
    char *larger = realloc(job->waiting, room);
    if (!larger) return false;
    job->waiting = larger;
    job->room = room;
    return true;
}

static annals_status flush(struct job *job) {
    take_turn(job);
    annals_status status = write_now(job, job->waiting, job->length);
    job->length = 0;
    return status;
}

static annals_status write_in_turn(void *context, const char *data, size_t length) {
    struct job *job = context;
    bool waits = !job->has_turn && job->length + length <= MOST_WAITING && make_room(job, length);
    if (waits) {
        memcpy(job->waiting + job->length, data, length);
        job->length += length;
        return ANNALS_OK;
    }
    annals_status status = flush(job);
    return status == ANNALS_OK ? write_now(job, data, length) : status;
}

/* ------------------------------------------------------------------ notes */

static void add_note(struct job *job, bool error, struct place place, annals_text message) {
    struct note *note = calloc(1, sizeof *note);
    if (!note) return; /* a warning the less */
    *note = (struct note){.error = error, .line = place.line, .column = place.column, .file = strdup(place.file)};
    note->message = strndup(message.data ? message.data : "", message.length);
    *job->last_note = note;
    job->last_note = &note->next;
}

static void keep_notices(struct job *job, const annals_chronology *chronology, size_t line) {
    size_t count;
    const annals_notice *notices = annals_notices(chronology, &count);
    if (job->stream->settings->quiet) return;
    for (size_t i = 0; i < count; i++) {
        char file[512];
        snprintf(file, sizeof file, "%.*s", (int)notices[i].file.length,
                 notices[i].file.data ? notices[i].file.data : "");
        struct place place = {file, notices[i].line, notices[i].column};
        if (line) place = (struct place){input_name(job->piece.path), line, 0};
        add_note(job, false, place, notices[i].message);
    }
}

static void print_notes(struct job *job) {
    for (struct note *note = job->notes, *next; note; note = next) {
        next = note->next;
        progress_pause(&job->stream->progress);
        const char *message = note->message ? note->message : "out of memory; give less text at once";
        struct place place = {note->file, note->line, note->column};
        if (note->error) message_error(place, "%s", message);
        else message_warning(place, "%s", message);
        free(note->file);
        free(note->message);
        free(note);
    }
}

/* ------------------------------------------------------------------ one document */

/* The place of a document that could not be read is taken by a line that says why. */
static annals_status put_failure(struct job *job, const char *source, size_t line, annals_text words,
                                 annals_error *failure) {
    annals_error error = {0};
    if (line) failure->line = line;
    job->failed = true;
    add_note(job, true, (struct place){source, failure->line, failure->column}, annals_text_of(failure->message));
    if (!job->stream->product->writer) return ANNALS_OK;
    return annals_write_failure(source, words, failure, (annals_sink){write_in_turn, job}, &error);
}

static annals_status put_document(struct job *job, annals_chronology *chronology, annals_error *error) {
    const struct product *product = job->stream->product;
    annals_write_options options = {0};
    if (!product->writer) {
        annals_summarize(&job->summary, chronology);
        return ANNALS_OK;
    }
    const struct settings *settings = job->stream->settings;
    annals_status status = annals_finish(chronology, error);
    if (status == ANNALS_OK) status = annals_select(chronology, &settings->filter, error);
    if (status == ANNALS_OK) status = annals_group_events(chronology, settings->grouping, error);
    if (status != ANNALS_OK) return status;
    return product->writer->write(chronology, &options, (annals_sink){write_in_turn, job}, error);
}

/* `line` is that of the record, and `words` are what stands there; or 0 for a file. */
static annals_status do_document(struct job *job, const char *source, annals_text text, annals_text date, size_t line,
                                 annals_text words) {
    annals_error error = {0};
    annals_options options = job->stream->settings->engine;
    options.borrow_text = options.results_only = true;
    options.times_only = !job->stream->product->writer;
    if (date.length) options.date = date;
    annals_chronology *chronology = annals_new(&options, &error);
    annals_status status = chronology ? ANNALS_OK : error.status;
    const annals_reader *reader = line ? annals_find_reader("text") : job->stream->settings->reader;
    if (chronology) status = annals_read_as(chronology, reader, source, text.data, text.length, &error);
    if (status == ANNALS_OK) status = put_document(job, chronology, &error);
    if (status == ANNALS_OK) keep_notices(job, chronology, line);
    annals_free(chronology);
    if (status == ANNALS_OK || status == ANNALS_OUTPUT) return status;
    if (line) error.column = 0; /* it counts in the text, not in the line that holds it */
    return put_failure(job, line ? input_name(job->piece.path) : source, line, words, &error);
}

static annals_status do_record(struct job *job, annals_text text, size_t line) {
    annals_error error = {0};
    annals_record record;
    const char *path = input_name(job->piece.path);
    if (annals_read_record(text, &record, &error) != ANNALS_OK) return put_failure(job, path, line, text, &error);
    char place[512];
    snprintf(place, sizeof place, "%.400s:%zu", path, line);
    annals_status status = do_document(job, record.id.length ? record.id.data : place,
                                       record.text.length ? record.text : annals_text_of(""), record.date, line, text);
    annals_free_record(&record);
    return status;
}

/* As many lines come out as went in: who pairs them by their order finds each. */
static annals_status do_lines(struct job *job) {
    const char *at = job->piece.input.bytes, *end = at + job->piece.input.length;
    annals_status status = ANNALS_OK;
    for (size_t line = job->piece.line; at < end && status == ANNALS_OK; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *next = newline ? newline : end;
        annals_text text = {at, (size_t)(next - at)};
        status = do_record(job, text, line);
        at = next + 1;
    }
    return status;
}

static annals_status do_piece(struct job *job) {
    const char *name = input_name(job->piece.path);
    if (piece_read(&job->piece)) {
        if (job->piece.lines) return do_lines(job);
        return do_document(job, name, (annals_text){job->piece.input.bytes, job->piece.input.length}, (annals_text){0},
                           0, (annals_text){0});
    }
    annals_error error = {.status = ANNALS_INPUT};
    snprintf(error.message, sizeof error.message, "%s", message_cause(job->piece.code));
    return put_failure(job, name, 0, (annals_text){0}, &error);
}

/* ------------------------------------------------------------------ the threads */

static bool begin_job(struct stream *stream, struct job *job) {
    *job = (struct job){.stream = stream};
    job->last_note = &job->notes;
    pthread_mutex_lock(&stream->mutex);
    bool begun = !stream->stopped && feed_next(&stream->feed, &job->piece);
    if (begun) job->ticket = stream->issued++;
    pthread_mutex_unlock(&stream->mutex);
    return begun;
}

static void end_job(struct job *job, annals_status status) {
    struct stream *stream = job->stream;
    if (status != ANNALS_OUTPUT) status = flush(job);
    take_turn(job);
    print_notes(job);
    annals_add_summary(&stream->summary, &job->summary);
    pthread_mutex_lock(&stream->mutex);
    stream->failed |= job->failed;
    stream->stopped |= status == ANNALS_OUTPUT;
    stream->turn++;
    pthread_cond_broadcast(&stream->moved);
    pthread_mutex_unlock(&stream->mutex);
    piece_free(&job->piece);
    free(job->waiting);
}

static void *work(void *context) {
    struct stream *stream = context;
    for (struct job job; begin_job(stream, &job);) end_job(&job, do_piece(&job));
    return NULL;
}

/* The caller's thread works too; fewer threads than asked for do as well. */
static void work_together(struct stream *stream, size_t jobs) {
    pthread_t *threads = jobs > 1 ? calloc(jobs - 1, sizeof *threads) : NULL;
    size_t started = 0;
    while (threads && started < jobs - 1 && pthread_create(&threads[started], NULL, work, stream) == 0) started++;
    work(stream);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    free(threads);
}

/* ------------------------------------------------------------------ the command */

static int finish(struct stream *stream, const char *name) {
    annals_error error = {0};
    if (!stream->product->writer) annals_write_summary(&stream->summary, outfile_sink(stream->output), &error);
    int code = outfile_finish(stream->output);
    if (code) message_not_written(name, code);
    return code || stream->failed ? EXIT_TROUBLE : EXIT_DONE;
}

int run_stream(const struct settings *settings, const struct target *target, const char *const *files, size_t count) {
    struct outfile output;
    struct stream stream = {.settings = settings, .product = &target->product, .output = &output};
    int code = outfile_begin(&output, target->path);
    if (code) {
        message_not_written(outfile_name(target->path), code);
        return EXIT_TROUBLE;
    }
    pthread_mutex_init(&stream.mutex, NULL);
    pthread_cond_init(&stream.moved, NULL);
    feed_start(&stream.feed, files, count, settings->from_lines);
    progress_start(&stream.progress, !settings->quiet);
    progress_step(&stream.progress, "reading", "the documents", 0, 0);
    work_together(&stream, settings->jobs ? settings->jobs : 1);
    progress_stop(&stream.progress);
    feed_stop(&stream.feed);
    pthread_cond_destroy(&stream.moved);
    pthread_mutex_destroy(&stream.mutex);
    return finish(&stream, outfile_name(target->path));
}
