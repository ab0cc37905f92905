#!/bin/sh
# annals check and annals diff: what they find, and what they end with.
. "$(dirname "$0")/check.sh"
shows() {
    printf '%s\n' "$@" >shown
    check_that "it does not print just: $*" cmp -s shown "$folder/out"
}
cat >a.txt <<'END'
On Saturday, 26 October 1962 the envoy came.
He stayed from 5 May 1962 to 3 May 1962. On 31 November 1962 he left.
On 16 November the Council met. Äh, on 5/3/1962 the ship sank. The mill burnt on 7 June 1961 (?).
END
run 1 "$annals" check a.txt
shows "a.txt:1:4: 'Saturday, 26 October 1962': that day was a Friday, not a Saturday; find out which of the two is right" \
    "a.txt:2:16: '5 May 1962': the range ends before it begins; look at both dates in the document" \
    "a.txt:2:45: '31 November 1962': no calendar has this date; look at the document, and give the right one with an edit" \
    "a.txt:3:40: '5/3/1962': it is taken for 3 May 1962 (?), and may be 5 March 1962 (?); settle it with --order, or with an edit" \
    "a.txt:3:82: '7 June 1961': the time of 'The mill burnt (?)' is uncertain (75 %); compare it with the document"
says_nothing
run 1 "$annals" check --order dmy --from 1962 a.txt
check_that "5/3/1962 is settled" [ "$(grep -c '5/3/1962' out)" -eq 0 ]
run 1 "$annals" check --to json a.txt
prints '"doubt": "reversed"'
prints '"column": 16'
echo "On 16 November the Council met; on 3 May it had not." >open.txt
run 1 "$annals" check open.txt
prints "open.txt:1:4: '16 November': nothing tells its year, nor that of 1 other date of the document; give its day with --date, or the years with edits"
run 0 "$annals" check --date 1962-11-20 open.txt
shows_nothing() { check_that "it prints something" [ ! -s "$folder/out" ]; }
shows_nothing
# Read back, the places are known, as the texts are there.
run 0 "$annals" -q a.txt -o a.json
run 1 "$annals" check a.json
prints "a.txt:2:45: '31 November 1962': no calendar has this date"
# Sources that disagree; an edit settles it.
echo "On 27 October 1962 a plane was shot down." >plane.txt
"$annals" -q --to json plane.txt |
    sed 's/"conflicts": \[\]/"conflicts": [{"mention": "m1", "claim": "Dispatch: 28 October 1962"}]/' >plane.json
run 1 "$annals" check plane.json
shows "plane.txt:1:4: '27 October 1962': the sources disagree on 'A plane was shot down': here Dispatch: 28 October 1962, elsewhere 27 October 1962; decide with an edit, or leave both"
id=$(sed -n 's/.*"id": "\(e-[^"]*\)".*/\1/p' plane.json)
echo '{"annals": {"edits": 1}, "edits": [{"id": "'"$id"'", "conflicts": []}]}' >settled.json
run 0 "$annals" check --edits settled.json plane.json
shows_nothing
run 2 "$annals" check missing.txt
says "annals: missing.txt: there is no such file; check the name"
run 2 "$annals" check --to pdf a.txt
says_in_usage "annals: --to: a report is txt or json, not pdf"
run 2 "$annals" check --paper a4 a.txt
says_in_usage "annals: option '--paper' is of no use to 'annals check'; leave it out"

# What has the form of a date and is none is told, though nothing was read from it; prices, results and numbers are left.
cat >misdates.txt <<'END'
The mill burned on 32 May 1962. The lock was shut on 13/13/1962.
Äh, they met on 5 May 1962 at 25:00 in the hall. On the 32nd of May the dam broke; it was mended on 1962-13-40.
It reopened on 26 October 1962 (Saturday), and on 27 October 1962 (Saturday) it was full.
On June 45, 1962, at 12:75 hrs, he left. He ran it in 72:15 and paid 45/60. There were 45 March hares.
She lives at 33 May Street, and the form is No. 13/13/62; 24:00 is an hour.
END
run 1 "$annals" check misdates.txt
for place in "1:20: '32 May'" "1:54: '13/13/1962'" "2:57: '32nd of May'" "2:101: '1962-13-40'" "4:4: 'June 45'"; do
    prints "misdates.txt:$place: no calendar has this date, and it was not read; look at the document, and add the event with an edit"
done
for place in "2:31: '25:00'" "4:22: '12:75'"; do
    prints "misdates.txt:$place: no clock shows this hour, and it was not read; look at the document"
done
prints "misdates.txt:3:16: '26 October 1962 (Saturday)': that day was a Friday, not a Saturday; find out which of the two is right"
check_that "there are others" [ "$(wc -l <out)" -eq 8 ]

# diff
cp "$here"/../../examples/dispatches/*.txt .
"$annals" -q --date 1958-03-18 -o all.json [1-5]-*.txt
run 0 "$annals" diff all.json all.json
shows_nothing
run 0 "$annals" diff a.txt a.json
shows_nothing
run 0 "$annals" diff --to json a.txt a.json
prints '"changes": []'
sed 's/the ship sank/the brig sank/; s/26 October/27 October/; s/On 16 November the Council met. //' a.txt >b.txt
echo "On 1 July 1963 it was over." >>b.txt
run 1 "$annals" diff a.txt b.txt
shows "reworded  3 May 1962 (?): Äh, the ship sank" \
    "       to Äh, the brig sank (text, sources)" \
    "moved     26 October 1962: The envoy came" \
    "       to 27 October 1962 (text, sources)" \
    "gone      16 November 1962: The Council met" \
    "added     1 July 1963: It was over" \
    "1 added, 1 gone, 1 moved, 1 reworded"
run 1 "$annals" diff --to json a.txt b.txt
prints '"change": "moved"'
run 0 "$annals" diff --until 1961 a.txt b.txt
run 2 "$annals" diff a.txt
says_in_usage "annals: 'diff' compares two files; name the old one and the new one"
run 2 "$annals" diff a.txt missing.txt
says "annals: missing.txt: there is no such file; check the name"

# A range that ends before it begins is told, and does not vanish.
echo "The war lasted from 1939 to 1914." >war.txt
run 1 "$annals" check war.txt
prints "war.txt:1:21: '1939': the range ends before it begins; look at both dates in the document"
done_checking
