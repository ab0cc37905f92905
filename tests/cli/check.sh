# Helpers of the tests of the command; read with "." by a script whose first argument is the program.
# shellcheck shell=sh disable=SC2034,SC2016
annals=$(realpath -- "$1")
here=$(cd "$(dirname "$0")" && pwd)
unset COLUMNS NO_COLOR SOURCE_DATE_EPOCH
folder=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
checks=0 failures=0 kept=0 last=
: >err

check_that() { # what, then a command that must succeed
    what=$1
    shift
    checks=$((checks + 1))
    "$@" && return
    failures=$((failures + 1))
    echo "FAILED: $last: $what"
    sed 's/^/    stderr: /' "$folder/err" | head -5
}
# run STATUS COMMAND...: run it with its output in ./out and its messages in ./err, and check its exit status.
run() {
    want=$1
    shift
    last=$*
    got=0
    "$@" >"$folder/out" 2>"$folder/err" </dev/null || got=$?
    check_that "exit status $got, not $want" [ "$got" -eq "$want" ]
    case $got,${2-} in 0,* | 1,check | 1,diff) keep_json "$@" ;; esac # 1: a report found something
}
# Keep what a command wrote as JSON, to see at the end that it is valid.
keep_json() {
    case $(head -c 14 "$folder/out" | tr -d ' \n') in
        '{"annals"'*) keep_as "$folder/out" ;;
    esac
    while [ $# -gt 1 ]; do
        case $1,$2 in -o,*.json | -o,*.jsonl) [ ! -f "$2" ] || keep_as "$2" ;; esac
        shift
    done
}
keep_as() {
    kept=$((kept + 1))
    mkdir -p "$folder/.kept"
    # Lines have a chronology each.
    if [ "$(grep -c '^{"annals"' "$1")" -gt 0 ]; then cp "$1" "$folder/.kept/$kept.jsonl"; else cp "$1" "$folder/.kept/$kept.json"; fi
}
check_json() {
    [ "$kept" -gt 0 ] || return
    if ! command -v node >/dev/null || ! [ -d "$here/../validity/npm/node_modules/ajv" ]; then
        echo "SKIPPED: $kept JSON texts are not validated; ajv is not installed"
        return
    fi
    last="JSON output"
    check_that "it is not valid by the schema" node "$here/../validity/npm/valid.mjs" "$here/../../formats" \
        "$folder/.kept"/*.json*
}
# The messages are these lines, and no other.
says() {
    printf '%s\n' "$@" >"$folder/said"
    check_that "it does not say just: $*" cmp -s "$folder/said" "$folder/err"
}
says_in_usage() {
    says "$1" "try 'annals --help'"
}
# Among the messages is one line with this, and these, in it.
says_somewhere() {
    grep -F -- "$1" "$folder/err" >"$folder/said"
    check_that "it does not say: $*" [ "$(grep -cF -- "${2-}" "$folder/said")" -eq 1 ]
}
says_nothing() {
    check_that "it says something" [ ! -s "$folder/err" ]
}
prints() {
    check_that "it does not print: $1" grep -qF -- "$1" "$folder/out"
}
prints_nothing() {
    check_that "it prints something" [ ! -s "$folder/out" ]
}
is_absent() {
    check_that "$1 is there" [ ! -e "$1" ]
}
is_there() {
    check_that "$1 is not there, or empty" [ -s "$1" ]
}
no_leftovers() {
    check_that "temporary files are left" [ -z "$(find "$folder" -name '.annals-*')" ]
}
done_checking() {
    cd "$folder" && check_json
    echo "$checks checks, $failures failed"
    [ "$failures" -eq 0 ]
    exit
}
