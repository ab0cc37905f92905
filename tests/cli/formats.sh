#!/bin/sh
# The forms of files that are read: how they are chosen and listed, and folders of them.
. "$(dirname "$0")/check.sh"

run 0 "$annals" formats
says_nothing
prints "text       plain text  .txt .text"
prints "loses: nothing; other columns go along as fields"
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
run 1 "$annals" --from-format csv plain.txt
says "annals: plain.txt:1: no column is called 'date'; name the columns in the first row: date,end,label,category"
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
grep -o '"source": ".*"' out >sources
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
no_leftovers
done_checking
