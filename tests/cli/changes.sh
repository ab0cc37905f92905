#!/bin/sh
# What another program changed in our calendar counts, and not what annals noted beside it.
. "$(dirname "$0")/check.sh"
cat >ours.csv <<'END'
date,label,zone,text
1931-05-04,Court of inquiry,,It sat all day
1931-05-05T10:00-05:00,Cable,,
1931-05-06T10:00,Wire,UTC,
END
printf 'The choir met every Monday from 5 October 1931 until 30 November 1931.\n' >choir.txt
run 0 "$annals" -q --to ics ours.csv choir.txt
cp out ours.ics
lines() {
    tr -d '\r' <"$1" | awk '/^ / { line = line substr($0, 2); next } { print line; line = $0 } END { print line }'
}
while IFS='|' read -r from to wanted; do
    sed "s/$from/$to/" ours.ics >theirs.ics
    check_that "'$from' is not there" [ "$(cmp ours.ics theirs.ics | wc -l)" -eq 1 ]
    run 0 "$annals" -q --to ics theirs.ics
    lines out >unfolded
    check_that "'$to' does not become $wanted" grep -qx "$wanted" unfolded
    check_that "the head of a description comes twice" [ "$(grep -c 'Time: .*Time: ' unfolded)" -eq 0 ]
done <<'END'
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=WEEKLY;COUNT=3|X-ANNALS-WHEN:1931-10-05/1931-10-19
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=WEEKLY;COUNT=3|RRULE:FREQ=WEEKLY;COUNT=3
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=WEEKLY;COUNT=11|RRULE:FREQ=WEEKLY;COUNT=11
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=WEEKLY;UNTIL=19311101|RRULE:FREQ=WEEKLY;COUNT=4
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=DAILY;COUNT=9|RRULE:FREQ=DAILY;COUNT=9
RRULE:FREQ=WEEKLY;COUNT=9|RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9|RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9
RRULE:FREQ=WEEKLY;COUNT=9|X-NONE:0|X-ANNALS-WHEN:1931-10-05
DTSTART;VALUE=DATE:19311005|DTSTART;VALUE=DATE:19311004|DTSTART;VALUE=DATE:19311004
DATE:19310504|DATE:19310503|X-ANNALS-WHEN:1931-05-03/1931-05-04
DTSTART:19310505T150000Z|DTSTART:19310505T170000Z|DTSTART:19310505T170000Z
DTSTART:19310506T100000Z|DTSTART:19310506T110000Z|DTSTART:19310506T110000Z
SUMMARY:The choir met|SUMMARY:The small choir met|SUMMARY:The small choir met every Monday
SUMMARY:Court of inquiry|SUMMARY:Court of inquiry (first part)|SUMMARY:Court of inquiry (first part)
DESCRIPTION:.*It sat|DESCRIPTION:All day, it sat|DESCRIPTION:Time: .*All day\\, it sat.*
END

done_checking
