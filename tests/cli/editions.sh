#!/bin/sh
# SEQUENCE and UID: what other programs count and call their events goes on, from calendar to calendar.
. "$(dirname "$0")/check.sh"
cat >foreign.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:20130902-inquiry
DTSTART;VALUE=DATE:19310504
SEQUENCE:7
SUMMARY:Court of inquiry
DESCRIPTION:It sat all day
END:VEVENT
BEGIN:VEVENT
UID:b@elsewhere
DTSTART:19310505T100000Z
DURATION:PT1H
SUMMARY:Regatta\, with boats
END:VEVENT
BEGIN:VEVENT
UID:c;d\,e
DTSTART;VALUE=DATE:19310506
SEQUENCE:2
SUMMARY:Fair
END:VEVENT
END:VCALENDAR
END
numbers() { # those of the events, in order
    run 0 "$annals" -q --to ics "$@"
    check_that "not $wanted but $(grep ^SEQUENCE: out | tr -d 'SEQUNC:\r' | paste -sd ' ' -)" \
        [ "$(grep ^SEQUENCE: out | tr -d 'SEQUNC:\r' | paste -sd ' ' -)" = "$wanted" ]
}
wanted='7 0 2'
numbers foreign.ics
prints "UID:20130902-inquiry"
prints 'UID:c\;d\,e'
check_that "a UID is another" [ "$(grep -c '^UID:.*@annals' out)" -eq 0 ]
cp out ours.ics
numbers ours.ics
numbers --previous foreign.ics foreign.ics
numbers --previous ours.ics foreign.ics
numbers --previous ours.ics ours.ics
for format in csv xml json; do
    run 0 "$annals" -q -o written."$format" foreign.ics
    numbers written."$format"
    prints "UID:20130902-inquiry"
done
sed 's/all day/all night/; s/Fair/Great fair/' foreign.ics >changed.ics
wanted='8 0 3'
numbers --previous foreign.ics changed.ics
numbers --previous ours.ics changed.ics
cp out second.ics
numbers --previous second.ics changed.ics
wanted='9 0 4'
numbers --previous second.ics foreign.ics
sed 's/SEQUENCE:7/SEQUENCE:12/' changed.ics >later.ics
wanted='12 0 3'
numbers --previous second.ics later.ics

# One that is missing once counts on when it comes back.
printf 'date,label,id\n1931-05-03,Ferry,1\n1931-05-04,Court,"2,;x"\n' >both.csv
printf 'date,label,id\n1931-05-03,Ferry,1\n' >one.csv
sed 's/Court/Long court/' both.csv >long.csv
wanted='0 0'
numbers both.csv
cp out 1.ics
wanted='0 1'
numbers --previous 1.ics long.csv
cp out 2.ics
wanted=0
numbers --previous 2.ics one.csv
cp out 3.ics
numbers --previous 3.ics one.csv
cp out 4.ics
wanted='0 1'
numbers --previous 4.ics long.csv
wanted='0 2'
numbers --previous 4.ics both.csv
check_that "it is still gone" [ "$(grep -c X-ANNALS-GONE out)" -eq 0 ]
run 0 "$annals" -q --to txt 4.ics

# Where nothing changed, nothing does.
run 0 "$annals" --previous 4.ics -o 5.ics one.csv
run 0 "$annals" --previous 5.ics -o 6.ics one.csv
check_that "it is another" cmp -s 5.ics 6.ics
run 0 "$annals" --previous 4.ics --title Rain --to ics one.csv
check_that "its name is another" grep -q '^X-WR-CALNAME:Rain' out

# One that breaks off would make numbers fall.
head -c "$(($(wc -c <4.ics) - 20))" 4.ics >cut.ics
run 1 "$annals" --previous cut.ics --to ics one.csv
says_somewhere "the older calendar breaks off, and numbers of its events may be missing; give the whole one"

done_checking
