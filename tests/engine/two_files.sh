#!/bin/sh
# two_files.sh ANNALS-GEN ENGINE CC [FLAGS]: a language is two files.  An invented one, with letters beyond ASCII, is put
# beside English; the engine's sources, as they are, read it.
set -eu
gen=$1 engine=$2 cc=$3 flags=${4-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
cat >xx.lex <<'LEX'
@language Xish
month 1 Ødna
month 2 břek
day-word -1 şlik
@roman century 1..21 eb
@number day 1..31 1-2
@number year 1000..2199 4
@context telling om dul şlik @month
@context sure dul
@context ordinal-head @month
LEX
cat >xx.rules <<'RULES'
level one
date day-month-year: d:day . m:month y:year => ymd(y, m, d)
  = "3. Ødna 1961" 1961-01-03
  ! "3 Ødna 1961"
date century: n:century "sutr" => century(n)
  = "XIXeb sutr" 18
  ! "sutr"
date year: y:year => bare_year(y)
  = "dul 1961" 1961
  ! "om 1961"
date day-word: n:day-word => deictic(4, n)
  = "şlik" 1962-11-01
  ! "slik"
RULES
cat >try.c <<'C'
#include "annals.h"

#include <stdio.h>

int main(void) {
    static const char text[] = "ŞLIK om dul 1871 plom, 3. BŘEK 1962 om 4. ødna 1962 dul xixeb sutr, XXeb sutr.";
    annals_options options = {.date = annals_text_of("1962-11-02")};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    if (!c || annals_add_text(c, "try", annals_text_of(text), &error) != ANNALS_OK) return puts(error.message), 1;
    size_t count;
    annals_text language = annals_documents(c, &count)->language;
    printf("%.*s\n", (int)language.length, language.data);
    const annals_mention *m = annals_mentions(c, &count);
    for (size_t i = 0; i < count; i++)
        printf("%.*s %.*s\n", (int)m[i].timex.value.length, m[i].timex.value.data, (int)m[i].exact.length,
               m[i].exact.data);
    annals_free(c);
    return 0;
}
C
"$gen" xx xx.lex xx.rules grammar_xx.c cases_xx.c
"$gen" en "$engine/lang/en.lex" "$engine/lang/en.rules" grammar_en.c cases_en.c
"$gen" --list grammars.c cases.c en xx
# shellcheck disable=SC2086  # flags are words
"$cc" -std=c17 $flags -I"$engine" -o try try.c grammar_xx.c grammar_en.c grammars.c "$engine"/*.c
./try >found
cat >wanted <<'WANTED'
xx
1962-11-01 ŞLIK
1871 1871
1962-02-03 3. BŘEK 1962
19 XXeb sutr
WANTED
diff wanted found || { echo "FAILED: the invented language is not read as its two files say"; exit 1; }
echo "two files make a language"
