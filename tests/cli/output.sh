#!/bin/sh
# Output: complete or absent, wherever it goes.
. "$(dirname "$0")/check.sh"
echo "On 27 October 1962 a plane was shot down." >a.txt

run 0 "$annals" a.txt -o x.json -o x.svg -o x.PDF -o x.ics -o x.txt
says_nothing
prints_nothing
for file in x.json x.svg x.PDF x.ics x.txt; do is_there $file; done
check_that "x.PDF is no PDF" [ "$(head -c 5 x.PDF)" = %PDF- ]
check_that "x.ics is no calendar" grep -q BEGIN:VCALENDAR x.ics
no_leftovers
run 0 "$annals" a.txt -o y.json --to txt
is_there y.json
prints 1962

run 0 "$annals" a.txt -o y.json --to json
prints_nothing
run 0 "$annals" a.txt -o plain --to json
prints_nothing
check_that "--to does not name the format of a file without an ending" cmp -s plain y.json

# The events of an SVG lead to their documents, where these stand near it and there are several.
mkdir -p letters one two/three/four
cp a.txt "letters/an A.txt"
echo "Dated 3 May 1961." >letters/b.txt
run 0 "$annals" letters/*.txt -o near.svg -o one/up.svg -o two/three/four/far.svg
check_that "no link to the document" grep -q '<a href="letters/an%20A.txt">' near.svg
check_that "no link upwards" grep -q '<a href="../letters/an%20A.txt">' one/up.svg
check_that "a link into another tree" sh -c '! grep -q href= two/three/four/far.svg'
run 0 sh -c 'tar cf letters.tar letters && "$0" letters.tar -o part.svg' "$annals"
check_that "a link into an archive" sh -c '! grep -q href= part.svg'
run 0 "$annals" a.txt -o only.svg
check_that "links to the only document" sh -c '! grep -q href= only.svg'

# The permissions are those of umask; a link is followed.
(umask 027 && "$annals" a.txt -o mode.json)
check_that "umask is not heeded" [ "$(stat -c %a mode.json)" = 640 ]
mkdir real && echo old >real/z.json && ln -s real/z.json z.json
run 0 "$annals" a.txt -o z.json
check_that "the link was replaced" [ -L z.json ]
check_that "the file behind the link was not written" grep -q 1962 real/z.json

# So is a link to a file that is not there yet, and a link to a link; one that leads nowhere is an error.
mkdir links && ln -s ../real/new.json links/one.json && ln -s links/one.json two.json
run 0 "$annals" a.txt -o two.json
check_that "a link to no file yet was replaced" [ -L two.json -a -L links/one.json ]
is_there real/new.json
ln -s none/x.json three.json
run 1 "$annals" a.txt -o three.json
says "annals: three.json: its folder does not exist; make the folder first"
check_that "a link that leads nowhere was replaced" [ -L three.json ]
ln -s round.json round.json
run 1 "$annals" a.txt -o round.json
says "annals: round.json: it is a link that leads to itself; remove the link"
no_leftovers

# Folders that are missing or are no place for a file; the other outputs are still written.
run 1 "$annals" a.txt -o none/x.json -o w.json
says "annals: none/x.json: its folder does not exist; make the folder first"
is_there w.json
mkdir folder.json
run 1 "$annals" a.txt -o folder.json
says "annals: folder.json: this is a folder; name a file in it"
run 1 "$annals" a.txt -o a.txt/x.json
says "annals: a.txt/x.json: its folder does not exist; make the folder first"
run 1 "$annals" a.txt -o "$(printf '%0300d' 0).json"
says_somewhere "the name is too long; choose a shorter one"

# Full disks: devices are written directly, standard output too.
for format in json svg pdf ics txt; do
    run 1 "$annals" a.txt -o /dev/full --to $format
    says "annals: /dev/full: the disk is full; make room or choose another folder"
    run 1 sh -c '"$0" a.txt --to "$1" >/dev/full' "$annals" $format
    says "annals: standard output: the disk is full; make room or choose another folder"
done
for option in --help --version --schema '--dump events'; do
    # shellcheck disable=SC2086
    run 1 sh -c '"$0" a.txt "$@" >/dev/full' "$annals" $option
    says "annals: standard output: the disk is full; make room or choose another folder"
done
run 1 sh -c '"$0" explain 5 May 1962 >/dev/full' "$annals"
says "annals: standard output: the disk is full; make room or choose another folder"
run 1 sh -c '"$0" a.txt >&-' "$annals"
says "annals: standard output: it is not open for writing; give -o FILE"
run 0 sh -c '"$0" a.txt -o /dev/stdout --to json | cat' "$annals"
prints '"1962-10-27"'
run 0 sh -c '"$0" a.txt -o v.json 2>&- >&-' "$annals"
is_there v.json

# A limit for files: what was there stays as it was, and nothing half is left.
awk 'BEGIN {
    for (i = 1; i < 2000; i++) printf "On %d May %d a plane was shot down near place %d.\n\n", i % 28 + 1, 1000 + i / 2, i
}' >many.txt
run 0 "$annals" -q many.txt -o many.json
cp many.json before.json
run 1 sh -c 'ulimit -f 40; "$0" -q many.txt -o many.json -o small.svg' "$annals"
says_somewhere "annals: many.json: the file would grow over the limit for files; raise the limit"
check_that "the old file was damaged" cmp -s many.json before.json
no_leftovers

# A closed pipe ends the program at once and without a word.
run 0 sh -c '{ "$0" -q many.txt --to json; echo $? >status; } | head -c 10 >/dev/null' "$annals"
says_nothing
check_that "it did not end of SIGPIPE: $(cat status)" [ "$(cat status)" -eq 141 ]
run 0 sh -c 'trap "" PIPE; { "$0" -q many.txt --to json; echo $? >status; } | head -c 10 >/dev/null' "$annals"
says_nothing
check_that "a closed pipe with SIGPIPE ignored: $(cat status)" [ "$(cat status)" -eq 1 ]

# Interrupted while it writes: the unfinished file is removed and the old one stays.
awk 'BEGIN {
    for (i = 1; i < 20000; i++) printf "On %d May %d it rained at place %d.\n\n", i % 28 + 1, 1000 + i % 990, i
}' >more.txt
for signal in INT TERM HUP; do
    cp before.json old.json
    env --default-signal=$signal "$annals" -q more.txt -o old.json &
    until [ "$(find . -name '.annals-*')" ] || ! kill -0 $! 2>/dev/null; do :; done
    kill -s $signal $! 2>/dev/null
    got=0
    wait $! || got=$?
    last="kill -s $signal"
    no_leftovers
    if [ $got -eq 0 ]; then
        echo "finished before it could be interrupted by $signal"
    else
        check_that "$got is not the status of a signal" [ "$got" -gt 128 ]
        check_that "the old file was damaged" cmp -s old.json before.json
    fi
done

# Where a document's date is from is said in the language of dates, whatever it is from.
mkdir -p grounds
printf 'Halmeer, 3 March 1958\n\nThe strait was closed yesterday.\n' >grounds/dateline.txt
echo "The harbour was closed yesterday." >"grounds/1958-03-04 note.txt"
printf -- '---\ndate: 1958-03-05\n---\n\nThe island was closed yesterday.\n' >grounds/front.md
printf 'From: a@example.org\nDate: Thu, 6 Mar 2008 10:00:00 +0000\nSubject: Closed\n\nYesterday it rained.\n' >grounds/letter.eml
for language in de es fr ru; do
    run 0 "$annals" -q --date-lang $language --dump layout --layout list grounds/*
    check_that "no grounds in $language" sh -c "[ \$(grep -c '^body .*grounds/.*(.*[:] .*)' out) = 4 ]"
    check_that "English grounds in $language" sh -c "! grep -q '^body .*(.*\\b\\(its\\|day\\|head\\|name\\)\\b' out"
done
printf 'date,label\n1958-03-03,The strait was closed\n' >table.csv
run 0 "$annals" -q --dump layout table.csv
check_that "a table of events has a date" sh -c "! grep -q 'not known' out"

# A legend of sources names files without their folders, and the rest in the language of dates.
mkdir -p far/away
for n in 1 2 3 4 5 6 7 8 9 10; do echo "On $n March 1958 it rained on quay $n." >far/away/quay$n.txt; done
run 0 "$annals" -q --colour-by source --date-lang de --dump layout far/away/*.txt
check_that "a source is no file's name" grep -q '^key .* | quay1.txt$' out
check_that "the rest is not named" grep -q '^key .* | andere$' out
done_checking
