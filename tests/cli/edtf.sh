#!/bin/sh
# annals edtf: what expressions mean, and what is wrong with them and where.
. "$(dirname "$0")/check.sh"

# shows LINE...: the output is these lines.
shows() {
    printf '%s\n' "$@" >"$folder/shown"
    check_that "it does not print just: $*" cmp -s "$folder/shown" "$folder/out"
}

run 0 "$annals" edtf 196X
says_nothing
shows "196X" "  level        1" "  kind         date" "  within       1960-01-01 to 1969-12-31"
run 0 "$annals" edtf '1962-10-~27/..' 1941-22
shows "1962-10-~27/.." "  level        2" "  kind         interval" "  begins       1962-10-27" \
    "  ends         1962-10-27 to open" "  approximate  day" \
    "1941-22" "  level        1" "  kind         date" "  within       1941-06-01 to 1941-08-31"
run 0 "$annals" edtf '?1962' '[1667, 1670..1672]'
prints "  canonical    1962?"
prints "  uncertain    year"
prints "  canonical    [1667,1670..1672]"
prints "  kind         one of"
run 0 "$annals" edtf 1962-10-27T09:20:00-04:00 /1962
prints "  zone         -04:00"
prints "  begins       unknown to 1962-12-31"

# A year before 0 is no option; "--" goes as well.
run 0 "$annals" edtf -0489-09-12 1962 -04XX
prints "  within       -0489-09-12"
prints "  within       -0499-01-01 to -0400-12-31"
run 0 "$annals" edtf -- -0489
prints "  within       -0489-01-01 to -0489-12-31"

# A wrong one is told, with its column, and the others are not kept back.
run 1 "$annals" edtf 1962-02-29 1962 1962-10-27x ''
says "annals: 1962-02-29: column 9: this month has no day 29; its days are 01 to 28" \
    "annals: 1962-10-27x: column 11: 'x' cannot stand here; check the spelling" \
    "annals: '': column 1: a date is missing; write one such as 1962-10-27"
prints "  within       1962-01-01 to 1962-12-31"
run 1 "$annals" edtf 1891/1887
says "annals: 1891/1887: column 6: the interval ends before it begins; exchange its ends"
prints_nothing

run 2 "$annals" edtf
says_in_usage "annals: no expression is given; write it after 'edtf'"
run 2 "$annals" edtf --date 1962-10-27 1962
says_in_usage "annals: option '--date' is of no use to 'annals edtf'; leave it out"
run 2 "$annals" edtf -z
says_in_usage "annals: unknown option '-z'; check its spelling"
run 0 "$annals" edtf --help
prints "annals edtf EXPRESSION..."

# A file with the name of a command is reached by its folder.
echo "On 27 October 1962 a plane was shot down." >edtf
run 0 "$annals" -q --to json ./edtf
prints '"./edtf"'
[ ! -e /dev/full ] || { run 1 sh -c "'$annals' edtf 1962 >/dev/full"; says_somewhere "annals: standard output: "; }
done_checking
