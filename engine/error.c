#include "annals.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

annals_status annals_fail(annals_error *error, annals_status status, const char *format, ...) {
    if (!error || error->status != ANNALS_OK) return status;
    error->status = status;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    return status;
}

annals_text annals_text_of(const char *string) {
    return (annals_text){string, string ? strlen(string) : 0};
}
