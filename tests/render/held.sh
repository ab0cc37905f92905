# held.sh: what the tests of the gates of drawings begin with; sourced, with `render` being this folder.  With GATES=all
# they print the scores of each drawing too.
# shellcheck shell=sh
for program in python3 rsvg-convert pdftotext pdfinfo qpdf xmllint; do
    command -v $program >/dev/null || { echo "SKIPPED: $program is not installed"; exit 77; }
done
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

# makes NAME FILE COMMAND...: the command writes the file within its time.
makes() {
    what=$1 file=$2
    shift 2
    timeout 100 "$@" >"$folder/$file" 2>"$folder/log" && return
    echo "$what: $(cat "$folder/log")"
    failed=1
    return 1
}

# held NAME [OPTION...]: a.layout, a.svg and a.pdf in the folder, those that are there, hold the gates.
held() {
    what=$1
    shift
    set -- ${GATES:+--scores} "$@" "$folder/a.layout"
    for file in "$folder/a.svg" "$folder/a.pdf"; do [ ! -f "$file" ] || set -- "$@" "$file"; done
    python3 "$render/check_drawing.py" "$@" >"$folder/log" || { failed=1; bad=1; }
    [ "$GATES$bad" ] && sed "s|^|$what: |" "$folder/log"
    bad=
    rm -f "$folder"/a.*
}
