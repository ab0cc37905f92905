#!/bin/sh
# dates.sh ANNALS SHARED: every date of the corpus of diplomatic documents is found and right, and nothing else is.
[ -f "$2/eval/evaluate.py" ] || { echo "SKIPPED: $2 is not there"; exit 77; }
command -v python3 >/dev/null || { echo "SKIPPED: python3 is not installed"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
exec python3 "$2/eval/evaluate.py" "$1" "$2/corpora/seeds"
