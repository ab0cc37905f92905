/* write_text.h: a chronology as text for people. */
#ifndef ANNALS_FORMATS_WRITE_TEXT_H
#define ANNALS_FORMATS_WRITE_TEXT_H

#include "annals-formats.h"

annals_write_function write_text;

#endif
