#!/bin/sh
# Many documents, one chronology: the order of the files changes no byte, and a copy adds nothing.
. "$(dirname "$0")/check.sh"
cat >harbour.txt <<'END'
Report of the Harbour Master

Port Tessaly, 9 May 1931

On 3 May 1931 the ferry Halcyon struck the Gannet Rock in fog. On 4 May 1931 divers from Port Tessaly searched the wreck
of the Halcyon.
END
cat >courier.txt <<'END'
The Tessaly Courier

10 May 1931

The ferry Halcyon ran upon the Gannet Rock on the night of 3 May 1931. On 8 May 1931 her owners offered a reward.
END
cat >letter.txt <<'END'
Letter from Agnes Orme to her sister

12 May 1931

They say that the Halcyon struck the Gannet Rock on 2 May 1931. On 4 May 1931 our roof was mended at last.
END
made() { # FOLDER FILE...
    out=$1
    shift
    mkdir -p "$out"
    run 0 "$annals" -q -o "$out/a.json" -o "$out/a.txt" -o "$out/a.ics" -o "$out/a.svg" -o "$out/a.pdf" "$@"
}
same() { # WHAT FILE...
    what_differs=$1
    shift
    for file; do check_that "$file differs: $what_differs" cmp -s "one/$file" "other/$file"; done
}
made one courier.txt harbour.txt letter.txt
for order in "letter.txt harbour.txt courier.txt" "harbour.txt courier.txt letter.txt" "letter.txt courier.txt harbour.txt"; do
    # shellcheck disable=SC2086  # the names are meant to be split
    made other $order
    same "$order" a.json a.txt a.ics a.svg a.pdf
done
# The JSON has a notice of each copy.
made other letter.txt harbour.txt courier.txt harbour.txt letter.txt
same "two files given twice" a.txt a.ics a.svg a.pdf
cp courier.txt "the courier again.txt"
made other letter.txt harbour.txt courier.txt "the courier again.txt"
same "a copy under another name" a.txt a.ics a.svg a.pdf
run 0 "$annals" --to txt courier.txt "the courier again.txt"
says_somewhere "the courier again.txt:1: warning: this text was given before, in courier.txt; it is left out"
last="the chronology of the three"
check_that "three accounts are not one event" grep -q "3 mentions in 3 documents; the sources disagree" one/a.txt
check_that "nobody says who says 2 May" grep -q "Letter from Agnes Orme.*, 2 May 1931" one/a.txt
check_that "the calendar has no claim" [ "$(tr -d '\r\n' <one/a.ics | sed 's/ //g' | grep -c 'Thesourcesdisagree:.n2May1931')" -eq 1 ]

# A list of events among texts: however it is cut, the chronology is the same.
"$annals" -q --to tei letter.txt courier.txt >listed.xml 2>/dev/null
for file in harbour.txt answering.txt listed.xml; do
    [ -f "$file" ] || echo "On 5 May 1931 the Halcyon was raised." >"$file"
    "$annals" -q -o "${file%.*}.json" "$file"
done
"$annals" merge -q -o whole.json harbour.json answering.json listed.json
"$annals" merge -q -o other.json listed.json answering.json harbour.json
check_that "lists merge otherwise in another order" cmp -s whole.json other.json
"$annals" merge -q -o half.json listed.json harbour.json
"$annals" merge -q -o other.json answering.json half.json
check_that "lists merge otherwise in two steps" cmp -s whole.json other.json

# A document that does not say when it was written says between which days it was, and why.
printf 'Letter from Mr Hale to Mr Weller\n\nPort Tessaly, 20 May 1911\n\nSir,\n\nI thank you for your letter.\n\nJ. Hale\n' >answer.txt
printf 'Letter from Mr Weller to Mr Hale\n\nSir,\n\nThe strike began on 7 May 1911.\n\nA. Weller\n' >undated.txt
run 0 "$annals" -q --to txt answer.txt undated.txt
says_so="after 7 May 1911, which it reports; before 20 May 1911, when it was answered"
check_that "the reason is not told" [ "$(tr -s ' \n' ' ' <out | grep -c "$says_so")" -eq 1 ]
"$annals" -q explain - <undated.txt >out
check_that "the reason is not explained" grep -q "from     after 7 May 1911, which it reports" out
# A line that could not be read is told by where it stood, whatever part it came in.
printf '{"id": "a", "text": "On 3 May 1962 it rained."}\n[1]\n' >docs.jsonl
"$annals" -q --from-format jsonl --to jsonl docs.jsonl >parts.jsonl 2>/dev/null
run 0 "$annals" merge --to csv parts.jsonl
says_somewhere "annals: docs.jsonl:2: warning: '[1]': this line has no \"text\"; give {\"id\": ..., \"text\": ...} on each line"
# Bounds that contradict their date are mended, and told, wherever JSON is read.
printf 'On 3 May 1931 the ferry sank.\n' >ferry.txt
"$annals" -q --to json ferry.txt | sed '/^  "events"/,$s/"edtf": "1931-05-03"/"edtf": "1931-05-09"/' >moved.json
run 0 "$annals" merge --to csv moved.json
says_somewhere "warning: events[0].when: its bounds are outside of '1931-05-09' and were made those of that date"
run 0 "$annals" -q merge -o once.json moved.json
run 0 "$annals" merge -o twice.json once.json
check_that "it is told otherwise the second time" cmp -s once.json twice.json
done_checking
