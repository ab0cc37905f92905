#!/bin/sh
# Names of one's own for times, and the month that fiscal years begin in.
. "$(dirname "$0")/check.sh"
echo "He left before the Crisis, and came back in FY 1963." >a.txt
printf '# own names\n\nthe Crisis\t1962-10-14/1962-10-28\r\n' >own.tsv

run 0 "$annals" --periods own.tsv --dump times a.txt
prints '"the Crisis"	DATE	1962-10-14/1962-10-28'
run 0 "$annals" explain --periods=own.tsv "before the Crisis"
prints 'own.tsv, line 3'

printf 'the Crisis 1962\n' >bad.tsv
run 2 "$annals" --periods bad.tsv a.txt
says "annals: bad.tsv:1:1: no tab stands in this line; write the name, a tab, and the time in EDTF"
printf 'one\t1962\n\nthe Crisis\t1962-13\n' >bad.tsv
run 1 "$annals" --periods bad.tsv a.txt
says_somewhere "annals: bad.tsv:3: 'the Crisis' has no time: there is no month 13"
prints_nothing
run 2 "$annals" --periods missing.tsv a.txt
says "annals: missing.tsv: there is no such file; check the name"

# a list of more than a megabyte, which is not read like a short one
awk 'BEGIN { for (i = 0; i < 60000; i++) printf "the Harbour Talks %06d\t1958-03\n", i }' >long.tsv
run 0 "$annals" explain --periods=long.tsv "before the Harbour Talks 000007"
prints 'long.tsv, line 8'

run 0 "$annals" --dump times a.txt
prints '1962-07-01/1963-06-30'
run 0 "$annals" --fiscal-year april --dump times a.txt
prints '1962-04-01/1963-03-31'
run 2 "$annals" --fiscal-year maybe a.txt
says_somewhere "--fiscal-year"
done_checking
