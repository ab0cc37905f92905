#!/bin/sh
# symbols.sh NM FILE...: no name is defined by two of the libraries and the program's objects: linked together they would
# not link, or would call the wrong one.
nm=$1
shift
all=$(mktemp) || exit 1
trap 'rm -f "$all"' EXIT
for library in "$@"; do
    "$nm" -g --defined-only "$library" | awk 'NF == 3 && $2 ~ /[TDBRC]/ { print $3 }' | grep -v '^__' | sort -u >>"$all"
done
echo "$(wc -l <"$all") names"
[ -s "$all" ] || exit 1
twice=$(sort "$all" | uniq -d)
[ -z "$twice" ] || { echo "FAILED: defined twice:" "$twice"; exit 1; }
