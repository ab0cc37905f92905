#!/bin/sh
# speed.sh [ANNALS [FOLDER]]: annals beside `wc -w` on 80 MB of prose, in one run: the texts of a folder again and again,
# or invented ones; and on a quarter of that in which no paragraph comes again, and dates stand twice as thick.
# MEGABYTES=20 takes less.  Measures and prints, asserts nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
annals=$(realpath -- "${1:-$here/../../build/release/annals}")
if [ ! -x "$annals" ]; then
    echo "$annals is not there; build it: cmake --preset release && cmake --build --preset release" >&2
    exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
megabytes=${MEGABYTES:-80}
# shellcheck disable=SC2086  # no folder is no argument
python3 "$here/prose.py" "${megabytes}000000" "$folder/prose.txt" ${2:+"$2"}
python3 "$here/prose.py" "$((megabytes / 4))000000" "$folder/fresh.txt"
python3 - "$folder/prose.txt" "$folder/small.jsonl" <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as text, open(sys.argv[2], "w", encoding="utf-8") as lines:
    for number, paragraph in enumerate(p for p in text.read()[:20_000_000].split("\n\n") if p.strip()):
        lines.write(json.dumps({"id": f"p{number}", "text": paragraph}) + "\n")
END
"$annals" --version | head -n 1
python3 "$here/speed.py" "$annals" "$folder/prose.txt" "$folder/fresh.txt" "$folder/small.jsonl"
