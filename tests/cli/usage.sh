#!/bin/sh
# Options: what is accepted, what is refused, and with which words.
. "$(dirname "$0")/check.sh"
echo "On 27 October 1962 a plane was shot down." >a.txt

run 0 "$annals" --help
says_nothing
prints "Usage: annals [OPTION]... FILE..."
check_that "the help is wider than 80 columns" [ "$(awk '{ if (length > n) n = length } END { print n }' out)" -le 80 ]
check_that "the help is longer than 45 lines" [ "$(wc -l <out)" -le 45 ]
for option in output to from-format jobs date mode order lang title width height paper theme citations margin font font-size date-style date-lang color dump schema quiet help version from until kind match tag source group edits zone floating previous report colour-by; do
    prints "--$option"
done
# Each command has a help of its own, with the options that it takes.
for command in explain edtf check diff edits merge formats; do
    run 0 "$annals" $command --help
    prints "Usage: annals $command"
    check_that "the help of $command is wider than 81 columns" [ "$(awk '{ if (length > n) n = length } END { print n }' out)" -le 81 ]
    check_that "the help of $command tells of reading" [ "$(grep -c -- '--lang' out)" -eq "$(echo "explain check diff edits" | grep -c -w $command)" ]
done
run 0 "$annals" merge --help
prints "annals merge -o all.json -o all.pdf part-*.jsonl"
run 0 "$annals" --help --paper=a3
run 0 "$annals" --version
check_that "no version" grep -qx 'annals [0-9]*\.[0-9]*\.[0-9]*' out
run 0 "$annals" --schema
prints '"$schema": "https://json-schema.org/draft/2020-12/schema"'

# GNU conventions: any order, "=", unambiguous abbreviations, "--".
run 0 "$annals" a.txt --to json
prints '"a.txt"'
run 0 "$annals" --to=json -q -- a.txt
cp out plain.json
run 0 "$annals" --to=json --qui a.txt
check_that "an abbreviation changes the output" cmp -s out plain.json
cp a.txt ./-odd.txt
run 0 "$annals" --to json -- -odd.txt
prints '"-odd.txt"'
cp a.txt explain
run 0 "$annals" --to json -- explain
prints '"explain"'
run 0 "$annals" --date 1962-11-02 explain on 27 October 1962
prints 27
run 0 "$annals" -q -o- a.txt
cp out readable
run 0 "$annals" -q a.txt
check_that "-o - is not what is printed without it" cmp -s out readable
run 0 "$annals" -q --to json --output=- a.txt
check_that "-o - does not take the format of --to" cmp -s out plain.json

run 2 "$annals" --foo=3 a.txt
says_in_usage "annals: unknown option '--foo'; check its spelling"
prints_nothing
run 2 "$annals" -z a.txt
says_in_usage "annals: unknown option '-z'; check its spelling"
run 2 "$annals" --t=x a.txt
says_in_usage "annals: option '--t' may mean to, tag, title or theme; write it in full"
run 2 "$annals" a.txt --title
says_in_usage "annals: option '--title' lacks its value; give --title TEXT"
run 2 "$annals" a.txt -o
says_in_usage "annals: option '-o' lacks its value; give -o FILE"
run 2 "$annals" --quiet=3 a.txt
says_in_usage "annals: option '--quiet' takes no value; leave out what follows the ="
run 2 "$annals" --lang xx a.txt
says_in_usage "annals: --lang: 'xx' is not known; choose de, en, es, fr or ru"
run 2 "$annals" --mode story a.txt
says_in_usage "annals: --mode: 'story' is not known; choose auto, document or narrative"
run 2 "$annals" --order ymd a.txt
says_in_usage "annals: --order: 'ymd' is not known; choose auto, dmy or mdy"
run 2 "$annals" --paper a9 a.txt
says_in_usage "annals: --paper: 'a9' is not known; choose a4, a0, a1, a2, a3, a5, b4, b5, letter, legal or tabloid"
run 2 "$annals" --theme none a.txt
says_somewhere "annals: --theme: 'none' is not known; choose classic"
run 2 "$annals" --color red a.txt
says_in_usage "annals: --color: 'red' is not known; choose auto, always or never"
run 2 "$annals" --to doc a.txt
for format in pdf svg ics json txt; do says_somewhere "annals: --to: 'doc' is not a format; choose " "$format"; done
run 2 "$annals" --dump soup a.txt
says_in_usage "annals: --dump: 'soup' is not a stage; choose text, tokens, blocks, mentions, times, events or layout"
run 2 "$annals" -o a.doc a.txt
for ending in .pdf .svg .ics .json .txt; do
    says_somewhere "annals: a.doc: the ending tells no format; end the name in " "$ending"
done
is_absent a.doc
run 2 "$annals" -o '' a.txt
says_in_usage "annals: --output: the name is empty; name a file, or - for standard output"

for width in 174 174mm 17.4cm 7in 500pt '18 cm'; do run 0 "$annals" -q --width "$width" --to svg a.txt; done
for width in 0x40 1e2 -5 nan inf '' mm 5furlongs 18cmm; do
    run 2 "$annals" --width="$width" --to svg a.txt
    says_in_usage "annals: --width: '$width' is not a length; give one such as 174mm, 18cm, 7in or 500pt"
done
# What is accepted here can be drawn.
for width in 60 2000 200cm; do run 0 "$annals" -q --width "$width" --to svg a.txt; done
for width in 0 20 59.9mm; do
    run 2 "$annals" --width "$width" --to svg a.txt
    says_in_usage "annals: --width: $width is too little; give 60 to 2000 mm"
done
run 2 "$annals" --width 9m a.txt
for width in 2000.1 5000; do
    run 2 "$annals" --width "$width" --to svg a.txt
    says_in_usage "annals: --width: $width is too much; give 60 to 2000 mm"
done

for day in 1962-02-31 yesterday soup '' 1962 "3 or 4 May 1962"; do
    run 2 "$annals" --date "$day" a.txt
    says_somewhere "annals: --date: "
    prints_nothing
done
run 0 "$annals" -q --date "2 November 1962" a.txt

for epoch in x -5 12z 99999999999999999999 ' 5'; do
    run 2 env SOURCE_DATE_EPOCH="$epoch" "$annals" a.txt
    says_in_usage "annals: SOURCE_DATE_EPOCH is '$epoch'; give seconds after 1970-01-01 in digits, or unset it"
done
run 0 env SOURCE_DATE_EPOCH=1700000000 "$annals" -q --to ics a.txt
prints 20231114T221320Z

run 2 "$annals" --dump events --to json a.txt
says_in_usage "annals: --dump and the chronology would both go to standard output; leave out one"
run 2 "$annals" -o x.json -o ./x.json a.txt
says_in_usage "annals: ./x.json: this file is to be written twice; name it once"
run 2 "$annals" -o - -o - a.txt
says_in_usage "annals: standard output: this file is to be written twice; name it once"
is_absent x.json
cp a.txt b.txt && ln b.txt c.txt && ln -s b.txt d.txt
for name in b.txt ./b.txt c.txt d.txt; do
    run 2 "$annals" b.txt -o "$name"
    says_in_usage "annals: $name: this file is read, and would be overwritten; write to another"
done
printf 'The Crisis\t1962-10-16/1962-10-28\n' >names.txt
for name in b.txt names.txt b.ics; do
    [ "$name" != b.ics ] || run 0 "$annals" -q -o b.ics b.txt
    run 2 "$annals" --periods names.txt --previous b.ics --report "$name" -o x.ics b.txt
    says_in_usage "annals: $name: this file is read, and would be overwritten; write to another"
done
run 2 "$annals" --periods names.txt -o names.txt b.txt
says_in_usage "annals: names.txt: this file is read, and would be overwritten; write to another"
check_that "an input was changed" cmp -s a.txt b.txt

run 2 "$annals" explain --paper a4 text
says_in_usage "annals: option '--paper' is of no use to 'annals explain'; leave it out"
run 0 "$annals" explain "On 27 October 1962" a plane was shot down
says_nothing
prints 1962-10-27
run 0 "$annals" explain no date at all
says_somewhere "warning: no date was found"
run 0 "$annals" -q explain no date at all
says_nothing

# Without a terminal the chronology has no colours and 80 columns.
run 0 "$annals" -q a.txt
check_that "an escape sequence in a pipe" [ "$(grep -c "$(printf '\033')" out)" -eq 0 ]
cp out narrow
run 0 "$annals" -q --color=always a.txt
check_that "no colour in spite of --color=always" grep -q "$(printf '\033')" out
run 0 env COLUMNS=80 "$annals" -q a.txt
check_that "80 columns are not the default" cmp -s out narrow
# A width that is out of bounds becomes the nearest that can be used; what is no width is not heeded.
echo "On 28 October 1962 it was said that the pilots who had been seen on the airfield near the town had left." >long.txt
widest() {
    awk '{ if (length > n) n = length } END { print n + 0 }' out
}
for columns in 1 10 20 40; do
    run 0 env COLUMNS=$columns "$annals" -q long.txt
    check_that "$(widest) columns with COLUMNS=$columns" [ "$(widest)" -le 40 ]
done
run 0 env COLUMNS=1000 "$annals" -q long.txt
cp out wide
for columns in 99999 99999999999999999999; do
    run 0 env COLUMNS=$columns "$annals" -q long.txt
    check_that "COLUMNS=$columns is not taken for the widest" cmp -s out wide
done
run 0 "$annals" -q long.txt
cp out usual
for columns in 0 -5 abc 99x ''; do
    run 0 env COLUMNS="$columns" "$annals" -q long.txt
    check_that "COLUMNS='$columns' is heeded" cmp -s out usual
done
done_checking
