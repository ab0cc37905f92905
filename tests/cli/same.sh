#!/bin/sh
# The same input gives the same bytes: again, under another zone, language and terminal, and from another folder.
. "$(dirname "$0")/check.sh"
dispatches=$here/../../examples/dispatches
mkdir one two one/out two/out
cp "$dispatches"/*.txt one && cp "$dispatches"/*.txt two
# A language with a decimal comma, made here if the system has its sources.
mkdir locale
localedef -i de_DE -f UTF-8 locale/de_DE.UTF-8 2>/dev/null && export LOCPATH="$folder/locale"
make_all() {
    "$annals" -q --date 1958-03-18 -o out/a.pdf -o out/a.svg -o out/a.ics -o out/a.json -o out/a.txt *.txt
}
(cd one && make_all)
for variant in "TZ=UTC" "TZ=Asia/Tokyo LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TERM=dumb COLUMNS=40"; do
    (
        cd two || exit 1
        for assignment in $variant; do export "${assignment?}"; done
        make_all
    )
    last="outputs under $variant"
    for file in a.pdf a.svg a.ics a.json a.txt; do
        is_there one/out/$file
        check_that "$file differs" cmp -s one/out/$file two/out/$file
    done
done
for stage in text tokens blocks mentions times events layout; do
    run 0 sh -c 'cd one && "$0" -q --dump "$1" *.txt' "$annals" $stage
    cp out first
    run 0 env TZ=Asia/Tokyo LANG=de_DE.UTF-8 sh -c 'cd two && "$0" -q --dump "$1" *.txt' "$annals" $stage
    check_that "the dump of $stage differs" cmp -s out first
done
done_checking
