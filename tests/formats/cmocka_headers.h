/* cmocka_headers.h: what cmocka.h wants before it. */
#ifndef ANNALS_TESTS_FORMATS_CMOCKA_HEADERS_H
#define ANNALS_TESTS_FORMATS_CMOCKA_HEADERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
