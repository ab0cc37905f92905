#!/bin/sh
# Bad input: one clear line, the right exit status, and the other files are still read.
. "$(dirname "$0")/check.sh"
echo "On 27 October 1962 a plane was shot down." >good.txt
mkdir folder.d

run 1 "$annals" missing.txt
says "annals: missing.txt: there is no such file; check the name"
prints_nothing
run 1 "$annals" good.txt/missing.txt
says "annals: good.txt/missing.txt: there is no such file; check the name"
run 1 "$annals" folder.d
says "annals: folder.d: no file in this folder has a name that tells its form; name the files, or say --from-format"
run 1 sh -c '"$0" - <folder.d' "$annals"
says "annals: standard input: no file in this folder has a name that tells its form; name the files, or say --from-format"
run 1 sh -c '"$0" - <&-' "$annals"
says "annals: standard input: it is not open for reading; name a file"

printf 'abc\000\001\002\377 on 5 May 1962' >binary.dat
run 1 "$annals" binary.dat
says "annals: binary.dat: binary file; give plain text"
run 1 "$annals" "$annals"
says_somewhere "binary file"

# All failed: nothing is written.  One was read: everything is written, and the status still tells.
run 1 "$annals" missing.txt folder.d binary.dat -o out.json -o out.svg
is_absent out.json
is_absent out.svg
run 1 "$annals" missing.txt good.txt folder.d binary.dat -o out.json
says "annals: binary.dat: binary file; give plain text" \
    "annals: folder.d: no file in this folder has a name that tells its form; name the files, or say --from-format" \
    "annals: missing.txt: there is no such file; check the name"
is_there out.json
check_that "the good file is not in the output" grep -q '"1962-10-27"' out.json

# In a folder a mailbox needs no ending; what else has none, and shows no form, is counted.
mkdir letters
printf 'From a@b Tue Mar 14 22:15:00 1995\nFrom: a@b\nDate: Tue, 14 Mar 1995 22:15:00 -0500\n\nYesterday it left.\n' >letters/Inbox
echo "On 27 October 1962 a plane was shot down." >letters/LETTER
echo "On 28 October 1962 it rained." >letters/rain.txt
run 0 "$annals" letters --to csv
prints "1995-03-13"
prints "1962-10-28"
says_somewhere "annals: letters: warning: 1 file whose name has no ending and which begins like no form but plain text was passed by, the first is letters/LETTER; name what is a text, or say --from-format"
run 0 "$annals" -q letters --to csv
says_nothing

# Of very many rows the first are told, and the others counted; so is where an entity is declared.
{ echo date,label; echo 1962-10-27,A plane was shot down; yes 'never,Rain' | head -3000; } >many.csv
run 0 "$annals" many.csv --to csv
check_that "other lines than 21" [ "$(wc -l <err)" -eq 21 ]
says_somewhere "annals: many.csv:22:1: warning: 'never' is no date that can be read"
says_somewhere "annals: many.csv: warning: 2980 more were left out in the same way; correct those above, and read it again"
printf '<?xml version="1.0"?>\n<!DOCTYPE TEI [\n<!ENTITY a "b">]>\n<TEI><text><p>&a;</p></text></TEI>\n' >entity.xml
run 1 "$annals" entity.xml
says "annals: entity.xml:3: it declares entities of its own, which are not read; write what they stand for"
{ echo; yes '<div>' | head -600; } >deep.html
run 1 "$annals" deep.html
says_somewhere "annals: deep.html:"
check_that "no line is told" grep -q '^annals: deep.html:5[0-9]*: its tags lie' err

: >empty.txt
run 0 "$annals" empty.txt --to json
says "annals: empty.txt: warning: the file is empty; check that it is the right one"
run 0 "$annals" -q empty.txt
says_nothing
printf '\n \t\r\n' >blank.txt
run 0 "$annals" blank.txt -o blank.ics
says "annals: blank.txt: warning: the file is empty; check that it is the right one"
echo "Nothing happened here." >dateless.txt
run 0 "$annals" dateless.txt good.txt --to json
says_somewhere "annals: dateless.txt: warning: no date was found"
prints '"1962-10-27"'
printf 'First line.\nOn 27 October 1962 a \201\376 was shot down.\n' >latin.txt
run 0 "$annals" latin.txt --to json
says_somewhere "annals: latin.txt:2:22: warning: 2 bytes are not UTF-8 and were replaced; convert the file to UTF-8"
prints '"1962-10-27"'

# A name with a newline and an escape sequence stays one harmless line.
run 1 "$annals" "$(printf 'a\nb\033[31m')"
says "annals: a?b?[31m: there is no such file; check the name"

# Standard input: named, in a pipe, and together with files.
run 0 sh -c '"$0" --to json <good.txt' "$annals"
prints '"standard input"'
run 0 sh -c 'cat good.txt | "$0" --to json - good.txt' "$annals"
prints '"standard input"'
prints '"good.txt"'
run 0 sh -c 'mkfifo pipe && { cat good.txt >pipe & } && "$0" --to json pipe' "$annals"
prints '"1962-10-27"'
run 0 sh -c '"$0" explain - <good.txt' "$annals"
prints 1962-10-27

# No file and a terminal, where one can be had.
if ! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    echo "SKIPPED: without a terminal it cannot be tried"
else
    run 0 script -qec "'$annals'; echo status \$?" /dev/null
    prints "annals: no file is given; name the files to read, or - for standard input"
    prints "status 2"
fi

# No permission; root may read everything, so another user must try.
chmod 000 dateless.txt
if [ "$(id -u)" -ne 0 ]; then
    run 1 "$annals" dateless.txt
    says "annals: dateless.txt: no permission to read it; change its permissions or ask its owner"
elif command -v setpriv >/dev/null && setpriv --reuid 65534 --clear-groups "$annals" --version >/dev/null 2>&1; then
    chmod 755 "$folder"
    run 1 setpriv --reuid 65534 --clear-groups "$annals" dateless.txt
    says "annals: dateless.txt: no permission to read it; change its permissions or ask its owner"
    run 1 setpriv --reuid 65534 --clear-groups "$annals" good.txt -o new.json
    says_somewhere "annals: new.json: no permission to write there; choose another folder or change its permissions"
fi

# One line of 50 MB.
awk 'BEGIN {
    for (i = 0; i < 1250000; i++)
        printf i % 5000 ? "In the course of it nothing was done, so " : "On 5 May 1962 nothing happened, I think "
}' | head -c 50000000 >long.txt
check_that "the long line is not 50 MB" [ "$(wc -c <long.txt)" -eq 50000000 ]
run 0 timeout 240 "$annals" -q --to json -o out.json long.txt good.txt
check_that "the long line hides the file after it" grep -q '"1962-10-27"' out.json
done_checking
