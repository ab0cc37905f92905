#!/bin/sh
# The forms of files that are read: how they are chosen and listed, and folders of them.
. "$(dirname "$0")/check.sh"

run 0 "$annals" formats
says_nothing
prints "text       plain text  .txt .text"
prints "loses: nothing; other columns go along as fields"
prints "heads and feet that its pages have alike"
prints "ics        calendar (iCalendar)"
check_that "the list is wider than 120 columns" [ "$(awk '{ if (length > n) n = length } END { print n }' out)" -le 120 ]
run 2 "$annals" formats a.txt
says_in_usage "annals: annals formats reads no files; leave out what follows it"

# What a file holds tells, then its name; --from-format insists.
printf 'label,date\n"Ships, many",27 October 1962\n' >events.csv
cp events.csv events.txt
for file in events.csv events.txt; do
    run 0 "$annals" $file
    says_nothing
    prints "Ships, many"
done
run 0 "$annals" -q --from-format text --to json events.csv
prints 'label,date'
echo "On 27 October 1962." >plain.txt
run 0 "$annals" -q --from-format tsv --to json events.csv
run 1 "$annals" --from-format csv plain.txt
says "annals: plain.txt:1:1: no column is called 'date'; name the columns in the first row: date,end,label,category"
run 0 "$annals" -q --to jsonl -j 2 --from-format csv events.csv events.txt
prints "Ships, many"

# Folders: all files below whose names tell a form, in the order of their names.
mkdir -p letters/b letters/.hidden letters/empty
echo "On 3 May 1912 it rained." >letters/b/one.txt
echo "On 4 May 1912 it rained." >letters/a.txt
echo "On 5 May 1912 it rained." >letters/.hidden/three.txt
echo "On 6 May 1912 it rained." >letters/six.log
cp events.csv letters/c.CSV
ln -s ../letters letters/loop
run 0 "$annals" --to json letters
says_nothing
sed '/^  "inputs"/,$d' out | grep -o '"source": ".*"' >sources
printf '"source": "%s"\n' letters/a.txt letters/b/one.txt letters/c.CSV >wanted
check_that "not the files of the folder" cmp -s sources wanted
run 0 "$annals" --to json letters/
run 0 "$annals" --from-format text --to json letters/b letters/six.log
prints '"source": "letters/six.log"'
run 0 "$annals" --to summary letters
prints "documents                3"
run 0 "$annals" check letters
run 2 "$annals" letters -o letters/a.txt
says_in_usage "annals: letters/a.txt: this file is read, and would be overwritten; write to another"
run 1 "$annals" letters/empty
says "annals: letters/empty: no file in this folder has a name that tells its form; name the files, or say --from-format"

# What a format cannot hold is listed, all of it.
i=1
while [ $i -le 12 ]; do
    echo "In $i BC the temple burned. "
    i=$((i + 1))
done >temples.txt
run 0 "$annals" --to ics -o temples.csv -o t.timeline.json --report left.txt temples.txt
says_somewhere "warning: 12 events were left out, which this format cannot hold"
check_that "not all are listed" [ "$(grep -c '^standard output: .*: its year is outside 0100 to 9999$' left.txt)" -eq 12 ]
check_that "there is more" [ "$(wc -l <left.txt)" -eq 12 ]
check_that "TimelineJS is told by its ending" grep -q '"start_date"' t.timeline.json
echo "The pier has been closed since 3 June 1959." >pier.txt
run 0 "$annals" --to ics --report left.txt pier.txt
check_that "what is open stands in the calendar" [ "$(grep -c VEVENT out)" -eq 0 ]
says "annals: standard output: warning: 1 event was left out, which this format cannot hold; other formats can:" \
    "annals: standard output: warning: left out: The pier has been closed: its end is open"
check_that "an open end is not listed" grep -q '^standard output: The pier has been closed: its end is open' left.txt
run 0 "$annals" -q --to csv --report left.txt temples.txt
check_that "the list is not empty" [ -e left.txt -a ! -s left.txt ]
run 2 "$annals" -o left.txt --report left.txt temples.txt
says_in_usage "annals: left.txt: this file is to be written twice; name it once"
run 2 "$annals" --zone Atlantis temples.txt
says_in_usage "annals: --zone: there is no time zone 'Atlantis'; give one such as America/Havana or UTC-05:00"
run 2 "$annals" --to jsonl --report left.txt temples.txt
says_in_usage "annals: --report tells what a format cannot hold; leave it out, or write another format"
no_leftovers
done_checking
