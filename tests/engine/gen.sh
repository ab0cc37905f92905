#!/bin/sh
# gen.sh ANNALS-GEN: the program that compiles a grammar refuses what is wrong in it, with file and line.
set -eu
gen=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n' >ok.lex
printf 'level one\ndate day-month: d:day m:month => ymd(0, m, d)\n  = "5 May" 1962-05-05\n  ! "May 5"\n' >ok.rules
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

"$gen" xx ok.lex ok.rules grammar.c cases.c || { echo "FAILED: a good grammar is refused"; exit 1; }
grep -q 'grammar_xx' grammar.c && grep -q '"5 May", "1962-05-05"' cases.c || { echo "FAILED: tables are missing"; exit 1; }

printf 'month @Mayish May\n' >more
printf '@language Xish\n@include more\n@number day 1..31 1-2\n' >names.lex
"$gen" xx names.lex ok.rules grammar.c cases.c || { echo "FAILED: an included file is refused"; exit 1; }
grep -q '"Mayish"' grammar.c || { echo "FAILED: a word's name is missing"; exit 1; }

# refused NAME LEX RULES MESSAGE
refused() {
    if "$gen" xx "$2" "$3" out.c out-cases.c 2>messages; then
        echo "FAILED: $1 is taken"
        exit 1
    fi
    grep -qF "$4" messages || { echo "FAILED: $1 says:"; cat messages; exit 1; }
    [ ! -e out.c ] || { echo "FAILED: $1 leaves a file"; exit 1; }
}
sed 's/m:month/m:mouth/' ok.rules >a.rules
refused 'an unknown category' ok.lex a.rules "a.rules:2: unknown category 'mouth'"
grep -v '=  *"' ok.rules | grep -v '  = ' >b.rules
refused 'a rule without an example' ok.lex b.rules "b.rules:2: rule 'day-month' has no example"
grep -v '  ! ' ok.rules >c.rules
refused 'a rule without a counter-example' ok.lex c.rules "c.rules:2: rule 'day-month' has no counter-example"
{ cat ok.rules; sed -n '2,$s/day-month/again/p;3,4p' ok.rules; } >d.rules
refused 'a rule that can never match' ok.lex d.rules "rule 'again' can never match"
sed 's/ymd(/ydm(/' ok.rules >e.rules
refused 'an unknown constructor' ok.lex e.rules "e.rules:2: unknown constructor 'ydm'"
sed 's/(0, m, d)/(0, m, x)/' ok.rules >f.rules
refused 'an argument that is not captured' ok.lex f.rules "f.rules:2: 'x' is not captured"
printf '@language Xish\nmonth May\n' >g.lex
refused 'a word without a value' g.lex ok.rules 'g.lex:2: a line of words is'
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\nspice 1 salt\n' >h.lex
refused 'a word that no rule uses' h.lex ok.rules "h.lex:4: no rule uses the category 'spice'"
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@context spice salt\n' >i.lex
refused 'an unknown context' i.lex ok.rules "i.lex:4: unknown context 'spice'"
printf '@language Xish\n@context weak @month\nmonth 5 May\n@number day 1..31 1-2\n' >j.lex
refused 'a context of words that stand below' j.lex ok.rules "j.lex:2: the category 'month' has no words above"
printf 'month 5 May\n@number day 1..31 1-2\n' >k.lex
refused 'a language without a name' k.lex ok.rules 'k.lex:0: the language has no name'
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@spell month\n' >l.lex
refused 'an unknown directive' l.lex ok.rules 'l.lex:4: unknown directive'
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@say spice "salt"\n' >p.lex
refused 'an unknown saying' p.lex ok.rules "p.lex:4: unknown saying 'spice'"
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@say until to\n' >q.lex
refused 'a saying without quotes' q.lex ok.rules 'q.lex:4: a saying is'
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@roman month 0..3 -\n' >m.lex
refused 'a Roman nought' m.lex ok.rules 'm.lex:4: Roman numerals are'
printf '@language Xish\nmonth 5 May\n@number day 1..31 1-2\n@compound month day\n' >r.lex
refused 'a compound of one word' r.lex ok.rules 'r.lex:4: compounds are'
printf '@language Xish\nmonth 5 Maius\nmonth-stem 5 Ma\nmonth-end 0 y\n@compound month month-stem - month-end\n@number day 1..31 1-2\n' >s.lex
"$gen" xx s.lex ok.rules s.c s-cases.c && grep -qi '"may"' s.c || { echo "FAILED: a compound is missing"; exit 1; }
printf '@language Xish\nmonth 5 May Mayyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n@number day 1..31 1-2\n' >n.lex
refused 'a word that is too long' n.lex ok.rules 'n.lex:2: '
refused 'a missing file' nowhere.lex ok.rules 'nowhere.lex:0: cannot be opened'
printf '@language Xish\n@include gone\n' >o.lex
refused 'a missing included file' o.lex ok.rules 'gone:0: cannot be opened'

# The table of named days, and rules that ask for one.
printf 'fair-day ..1970 fixed 5 30\nfair-day 1971.. nth 5 1 -1 0 # the last Monday\n' >days
"$gen" --days days days.c || { echo "FAILED: a good table of days is refused"; exit 1; }
grep -q '{INT32_MIN, 1970, 0, {5, 30, 0, 0, 0, 0}}' days.c && grep -q '{"fair-day", 0, 2}' days.c || { echo "FAILED: days are missing"; exit 1; }
sed 's/ymd(0, m, d)/named(fair-day)/' ok.rules >n.rules
"$gen" xx ok.lex n.rules grammar.c cases.c days || { echo "FAILED: a rule cannot ask for a named day"; exit 1; }
refused 'a day that is in no table' ok.lex n.rules "n.rules:2: 'fair-day' is not captured"
for line in 'fair-day .. fixed 5' 'fair-day 1971 fixed 5 30' 'fair-day .. sometimes 5' 'fair-day'; do
    echo "$line" >bad-days
    if "$gen" --days bad-days out.c 2>messages; then echo "FAILED: '$line' is taken"; exit 1; fi
    grep -q 'bad-days:1: a named day is' messages || { echo "FAILED: '$line' says:"; cat messages; exit 1; }
done
printf 'a .. easter 0\nb .. easter 1\na .. easter 2\n' >bad-days
if "$gen" --days bad-days out.c 2>messages; then echo "FAILED: parted lines are taken"; exit 1; fi
grep -q "bad-days:3: the lines of 'a' stand apart" messages || { echo "FAILED: parted lines say:"; cat messages; exit 1; }
echo "16 wrong grammars and 5 wrong tables of days refused"
