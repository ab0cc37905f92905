#!/bin/sh
# events.sh ANNALS SHARED: the events that are made of the corpus are those that a careful reader would make.
[ -f "$2/eval/events.py" ] || { echo "SKIPPED: $2 is not there"; exit 77; }
command -v python3 >/dev/null || { echo "SKIPPED: python3 is not installed"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
exec python3 "$2/eval/events.py" "$1" "$2/corpora/seeds"
