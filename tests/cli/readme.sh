#!/bin/sh
# The README's examples: each line that it shows after a "$ annals ..." is what the program prints; "..." is left out.
. "$(dirname "$0")/check.sh"
cd "$here/../.." || exit 1
mkdir "$folder/bin" && ln -s "$annals" "$folder/bin/annals"
PATH=$folder/bin:$PATH

# One file an example: the command in the first line, then what it prints.
awk -v folder="$folder" '
    /^    \$ annals / { example = folder "/example" ++count; print substr($0, 7) >example; next }
    example && /^    / { print substr($0, 5) >example; next }
    example && /[^ ]/ { example = "" }' README.md
examples=0
for example in "$folder"/example*; do
    [ -e "$example" ] || break
    examples=$((examples + 1))
    want=0
    case $(head -n 1 "$example") in "annals check "* | "annals diff "*) want=1 ;; esac # they have found something
    run $want sh -c "$(head -n 1 "$example")"
    sed 1d "$example" >"$folder/shown"
    while IFS= read -r line; do
        [ "$line" = ... ] || check_that "the README shows: $line" grep -qxF -- "$line" "$folder/out"
    done <"$folder/shown"
done
check_that "$examples examples in the README" [ "$examples" -ge 2 ]
done_checking
