#!/bin/sh
# together.sh ANNALS SHARED: what is right of each text of the corpus alone is right of all of them in one run.
[ -f "$2/eval/events.py" ] || { echo "SKIPPED: $2 is not there"; exit 77; }
command -v python3 >/dev/null || { echo "SKIPPED: python3 is not installed"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1 ANNALS="$1"
exec python3 "$2/eval/events.py" "$(dirname "$0")/together.py" "$2/corpora/seeds"
