#!/bin/sh
# two_files.sh SOURCE CMAKE GENERATOR CC: a language is two files.  An invented one, with letters beyond ASCII, is put
# into a copy of the source; nothing else is touched, and the library that is built reads it.
set -eu
source=$1 cmake=$2 generator=$3 cc=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for part in CMakeLists.txt cmake engine render formats cli; do cp -r "$source/$part" .; done
cd engine/lang
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
cd "$folder"
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
        printf("%.*s %.*s\n", (int)m[i].timex->value.length, m[i].timex->value.data, (int)m[i].exact.length,
               m[i].exact.data);
    annals_free(c);
    return 0;
}
C
"$cmake" -S . -B build -G "$generator" -DCMAKE_BUILD_TYPE=Debug -DANNALS_TESTS=OFF -DCMAKE_C_COMPILER="$cc" >log
"$cmake" --build build --target annals >>log || { cat log; exit 1; }
"$cc" -Iengine -o try try.c "$(find build -name libannals.a)"
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
