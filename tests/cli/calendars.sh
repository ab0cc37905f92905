#!/bin/sh
# Out to calendars and lists, and in from them: what goes along, what tells one event from another, how unsure a time is.
. "$(dirname "$0")/check.sh"
mkdir letters
cat >list.csv <<'END'
date,label,place,Link
1931-05-03,The ferry Halcyon struck a rock,"Gannet Rock, Tessaly",https://tessaly.example/halcyon
END
run 0 "$annals" --to ics list.csv
prints 'LOCATION:Gannet Rock\, Tessaly'
prints 'URL:https://tessaly.example/halcyon'
cat >letters/orme.txt <<'END'
Letter from Agnes Orme to her sister

12 May 1931

On 3 May 1931 the Halcyon struck the Gannet Rock.
END
run 0 "$annals" --to ics "$PWD/letters/orme.txt"
check_that "the calendar names the folder" [ "$(tr -d '\r\n' <out | sed 's/ //g' | grep -c letters/)" -eq 0 ]
prints 'orme.txt'

# What another calendar cancelled, and the days that it left out, stay so.
sed 's/$/\r/' >other.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@elsewhere
DTSTART;VALUE=DATE:19310504
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;VALUE=DATE:19310511
SUMMARY:Court of inquiry
LOCATION:Town Hall
END:VEVENT
BEGIN:VEVENT
UID:2@elsewhere
DTSTART;VALUE=DATE:19310505
SUMMARY:Regatta
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
END
run 0 "$annals" -q --to ics other.ics
prints 'EXDATE;VALUE=DATE:19310511'
prints 'LOCATION:Town Hall'
prints 'STATUS:CANCELLED'
prints 'SUMMARY:Cancelled: Regatta'
cp out again.ics
run 0 "$annals" -q --to txt again.ics
prints 'Cancelled: Regatta'

# What comes again at an hour keeps the hour, the zone and the length, and so do categories with commas of their own.
sed 's/$/\r/' >watch.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@elsewhere
DTSTART:19310502T010000Z
DTEND:19310502T023000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Watch
CATEGORIES:harbour,fog\, mist\; rain, night
END:VEVENT
BEGIN:VEVENT
UID:2@elsewhere
DTSTART:19310502T190000
RRULE:FREQ=DAILY;COUNT=9
SUMMARY:Lamp lit
END:VEVENT
BEGIN:VEVENT
UID:3@elsewhere
DTSTART;TZID=Europe/London:19310405T190000
RRULE:FREQ=WEEKLY;COUNT=9
EXDATE;TZID=Europe/London:19310503T190000
SUMMARY:Choir
END:VEVENT
BEGIN:VEVENT
UID:4@elsewhere
DTSTART;VALUE=DATE:19310505
DTEND;VALUE=DATE:19310508
RRULE:FREQ=MONTHLY;COUNT=3
SUMMARY:Fair
END:VEVENT
END:VCALENDAR
END
cp watch.ics turn.ics
for turn in first second third; do
    run 0 "$annals" -q --to ics turn.ics
    cp out turn.ics
    prints 'DTSTART:19310502T010000Z'
    prints 'DTEND:19310502T023000Z'
    prints 'RRULE:FREQ=WEEKLY;COUNT=3'
    prints 'CATEGORIES:occurrence,harbour,fog\, mist\; rain,night'
    prints 'SUMMARY:Lamp lit (19:00)'
    prints 'DTSTART;TZID=Europe/London:19310405T190000'
    prints 'EXDATE;TZID=Europe/London:19310503T190000'
    prints 'DTSTART:19310419T020000' # the clocks of London, within the rule
    prints 'DTEND;VALUE=DATE:19310508'
done

# An event is no other one because its file has another name; a changed word makes it so.
printf 'date,label,text,id\n1931-05-02,Cable,"It said:\nfog\n\nand rain",1\n1931-05-03,Ferry,Sank,2\n' >log.csv
cp log.csv moved.csv
sed 's/rain/snow/' log.csv >changed.csv
run 0 "$annals" -q --to ics log.csv
cp out older.ics
check_that "the lines are lost" [ "$(tr -d '\r\n' <out | sed 's/ //g' | grep -c 'Itsaid:.nfog.n.nandrain.n')" -eq 1 ]
run 0 "$annals" -q --previous older.ics --to ics moved.csv
check_that "the name of the file counts" [ "$(grep -c SEQUENCE:0 out)" -eq 2 ]
run 0 "$annals" -q --previous older.ics --to ics changed.csv
check_that "a changed word does not count" [ "$(grep -c SEQUENCE:1 out)" -eq 1 ]

# A zone that is called UTC is one like others.
printf 'date,label,zone,category\n1931-05-02T02:00,Cable,UTC,"rain, 0; fog"\n' >cable.csv
for format in csv ics xml; do
    run 0 "$annals" -q -o written."$format" cable.csv
    run 0 "$annals" -q --to json written."$format"
    prints '"zone": "UTC"'
    prints '"category": "rain, 0; fog"'
done

# An offset stands as a zone where words say the time: EDTF has none that is unsure.
printf 'date,label,zone\n"3 September 1957, 09:20 (?)",Cable,-0300\n"3 September 1957, about 10:40",Answer,GMT+5:45\n' >cable.csv
for format in csv ics xml; do
    run 0 "$annals" -q -o written."$format" cable.csv
    run 0 "$annals" -q --to json written."$format"
    prints '"edtf": "1957-09-03T09:20:00-03:00"'
    prints '"zone": "-03:00"'
    prints '"zone": "+05:45"'
done
run 0 "$annals" --to csv written.ics
prints '"3 September 1957, 09:20 (?)",UTC-03:00,Cable,'
run 0 "$annals" -q --floating -o written.ics cable.csv
run 0 "$annals" -q --to json written.ics
prints '"zone": "-03:00"'
for zone in UTC UTC- UTC-13 +5:4 +14:01 -00:00 03:00 +05:60 +123456; do
    printf 'date,label,zone\n1957-09-03T09:20,Cable,%s\n' "$zone" >cable.csv
    run 0 "$annals" --to json cable.csv
    [ "$zone" = UTC ] ||
        says "annals: cable.csv:2: warning: there is no time zone '$zone', and it goes along as a field; write it like America/Havana or UTC-05:00"
done

# What was at some moment between two hours fills them no more than what was on some day between two.
printf 'A spy was shot between 9 and 10 p.m. on 3 August 1957.\n' >spy.txt
run 0 "$annals" -q --zone Europe/London --to ics spy.txt
prints 'DTSTART;TZID=Europe/London:19570803T210000'
prints 'SUMMARY:A spy was shot (between 21:00 and 22:00)'
prints 'STATUS:TENTATIVE'
run 0 "$annals" -q --to csv spy.txt
prints ',"3 August 1957, between 21:00 and 22:00",A spy was shot,'

# Days that were taken out at either end are none of its days; those between go along.
market() { # EXDATE
    printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//X//EN\nBEGIN:VEVENT\nUID:market\nDTSTAMP:20200101T000000Z\n' >market.ics
    printf 'SUMMARY:Market at Aske\nDTSTART;VALUE=DATE:19310504\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:%s\n' "$1" >>market.ics
    printf 'END:VEVENT\nEND:VCALENDAR\n' >>market.ics
}
market 19310504
run 0 "$annals" --to ics market.ics
says_nothing
prints 'DTSTART;VALUE=DATE:19310511'
prints 'RRULE:FREQ=WEEKLY;COUNT=3'
cp out again.ics
run 0 "$annals" --to txt again.ics
prints '11–25 May 1931'
market 19310525,19310518
run 0 "$annals" --to ics market.ics
says_nothing
prints 'RRULE:FREQ=WEEKLY;COUNT=2'
market 19310504,19310511,19310525
run 0 "$annals" --to txt market.ics
prints '18 May 1931'
market 19310504,19310518
run 0 "$annals" --to ics market.ics
says_somewhere "in a way that is not kept"
prints 'DTSTART;VALUE=DATE:19310511'
prints 'EXDATE;VALUE=DATE:19310504'
market 19310504,19310511,19310518,19310525
run 0 "$annals" --to ics market.ics
says_somewhere "in a way that is not kept"
prints 'DTSTART;VALUE=DATE:19310504'

# Programs keep one event of each UID: tables that number their rows alike must not lose any.
for name in a b; do printf 'id,date,label\n1,1931-05-03,%s one\n2,1931-05-04,%s two\n' $name $name >$name.csv; done
run 0 "$annals" --to ics a.csv b.csv
says_somewhere "warning: events of several files have the same ids; give each an id of its own"
check_that "a UID comes twice" [ "$(grep -c ^UID: out)" -eq 4 ] && [ "$(grep ^UID: out | sort -u | wc -l)" -eq 4 ]
run 0 "$annals" -q --to tei a.csv b.csv
check_that "an xml:id comes twice" [ "$(grep -o 'event xml:id="[12]*"' out | sort | uniq -d | wc -l)" -eq 0 ]

# In TEI an evening is no span that somebody stated, and what is about or unsure says so.
cat >unsure.csv <<'END'
date,label
evening of 3 May 1931,It struck
"about 17:00 on 4 May 1931",It sank
"5 May 1931, 17:00 (?)",It was raised
END
run 0 "$annals" --to tei unsure.csv
prints 'notBefore-iso="1931-05-03T17:00" notAfter-iso="1931-05-03T23:00" when-custom="3 May 1931, evening"'
prints 'when-iso="1931-05-04" when-custom="4 May 1931, about 17:00" datingMethod="urn:x-annals:words" cert="medium"'
prints 'when-custom="5 May 1931, 17:00 (?)" datingMethod="urn:x-annals:words" cert="low"'
cp out unsure.xml
run 0 "$annals" --to csv unsure.xml
prints '"4 May 1931, about 17:00"'
prints '"3 May 1931, evening"'
prints '"5 May 1931, 17:00 (?)"'
# An offset is a zone like others.
printf 'date,label\n1931-05-02T02:00,Cable\n' >cable.csv
for zone in UTC-05:00 -05:00 GMT-5; do
    run 0 "$annals" -q --zone $zone --to ics cable.csv
    prints 'DTSTART:19310502T070000Z'
done

# The day of a document is a value of TIMEX3, which has no marks of doubt and no intervals.
printf 'On 3 May 1931 the ferry sank.\n' >ferry.txt
for day in 1931-05-07?:1931-05-07 1931-05~:1931-05; do
    "$annals" -q --date 1931-05-04 --to json ferry.txt | sed '/"mentions"/,$!s|"edtf": "1931-05-04"|"edtf": "'"${day%:*}"'"|' >dated.json
    run 0 "$annals" -q --to timeml dated.json
    check_that "the value of ${day%:*} is no TIMEX3" grep -q "<DCT><TIMEX3 [^>]*value=\"${day#*:}\"" out
done
done_checking
