#!/bin/sh
# What comes again is kept in tables and in TEI, and so are rules of calendars in the tables of others.
. "$(dirname "$0")/check.sh"
cat >sets.txt <<'END'
The council met every Monday at 9:00 from 1 October 1962 until 26 November 1962. The guard changed daily at 06:00 from
1 March 1962 to 3 March 1962. Every other Tuesday from 2 January 1962 to 27 February 1962 the club met. Every Monday
and Thursday from 1 October 1962 until 12 October 1962 the mail left. The bank closed every weekend in May 1962. On the
last Friday of each month in 1962 the lodge gathered. Every morning from 1 to 5 June 1962 the bell rang.
END
cat >foreign.ics <<'END'
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1@elsewhere
DTSTART;TZID=Europe/London:19310405T190000
RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=SU,WE
EXDATE;TZID=Europe/London:19310503T190000
SUMMARY:Choir
END:VEVENT
BEGIN:VEVENT
UID:2@elsewhere
DTSTART;VALUE=DATE:19310505
DTEND;VALUE=DATE:19310508
RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=3
SUMMARY:Fair
END:VEVENT
BEGIN:VEVENT
UID:3@elsewhere
DTSTART:19310502T010000Z
DTEND:19310502T023000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Watch
END:VEVENT
END:VCALENDAR
END
events() {
    run 0 "$annals" -q --to ics "$1"
    tr -d '\r' <out | grep -E '^(DTSTART|DTEND|RRULE|EXDATE|SUMMARY)' | grep -v 'DTSTART:[0-9T]*$' >"$2"
}
for source in sets.txt foreign.ics; do
    events "$source" "$source".wanted
    check_that "nothing comes again" [ "$(grep -c RRULE "$source".wanted)" -ge 3 ]
    for format in csv xml json; do
        run 0 "$annals" -q -o written."$format" "$source"
        events written."$format" found
        check_that "$source is not the same through $format" cmp -s found "$source".wanted
        run 0 "$annals" -q -o again."$format" written."$format"
        events again."$format" found
        check_that "$source is not the same through $format twice" cmp -s found "$source".wanted
    done
done

cat >rules.csv <<'END'
date,label,RRULE
1931-05-04,Fair,FREQ=YEARLY;COUNT=3
1931-05-04T10:30,Court,FREQ=WEEKLY;COUNT=3
1931-05-04,Odd,FREQ=MONTHLY;BYSETPOS=2
1931-05-04,Again,FREQ=DAILY
END
run 0 "$annals" -q --to csv rules.csv
prints ',1931-05-04/1933-05-04,XXXX-05-04,Fair,'
prints ',1931-05-04/1931-05-18,XXXX-WXX-1T10:30,Court,'
prints ',1931-05-04,,Odd,'
prints ',1931-05-04/..,XXXX-XX-XX,Again,'

# A column that is called so and has no sets is one like others.
printf 'date,label,set\n1931-05-04,Match,6-4\n' >tennis.csv
run 0 "$annals" -q --to csv tennis.csv
prints ',set'
prints ',6-4'

# What is no set, or no kind of ours, stands in that column beside those that are.
printf 'date,label,set,Kind\n1931-05-04/1931-06-04,Mondays,XXXX-WXX-1T19:00,\n1931-05-06,Play,Kitchen,farce\n' >play.csv
run 0 "$annals" -q -o again.csv play.csv
for file in play.csv again.csv; do
    run 0 "$annals" -q --to csv "$file"
    prints ',XXXX-WXX-1T19:00,Mondays,'
    prints ',Kitchen,Play,'
    prints 'farce'
    run 0 "$annals" -q --to ics "$file"
    prints 'RRULE:FREQ=WEEKLY'
done

# A rule that is no set goes back to a calendar as it came, where it ends and fits.
rule() {
    printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART%s\nRRULE:%s\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n' "$1" "$2" >odd.ics
    run 0 "$annals" -q --to ics odd.ics
}
for fits in 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3' 'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=31' 'FREQ=YEARLY;UNTIL=20240229;BYMONTHDAY=29;BYMONTH=2'; do
    rule ';VALUE=DATE:20190331' "$fits"
    check_that "$fits is lost" [ "$(grep -c '^RRULE' out)" -eq 1 ]
    grep '^RRULE' out >odd.rule
    mv out odd2.ics
    run 0 "$annals" -q --to ics odd2.ics
    check_that "$fits is another the second time" [ "$(grep '^RRULE' out)" = "$(cat odd.rule)" ]
done
for wrong in 'FREQ=HOURLY;COUNT=3' 'FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20180101' 'FREQ=MONTHLY;BYMONTHDAY=31' 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=99999999999'; do
    rule ';VALUE=DATE:20190331' "$wrong"
    check_that "$wrong is written" [ "$(grep -c '^RRULE' out)" -eq 0 ]
done

done_checking
