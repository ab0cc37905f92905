#!/bin/sh
# days.sh PRINT-DAYS: the calendars against those of Python.
command -v python3 >/dev/null || { echo "SKIPPED: python3 is not installed"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
exec python3 "$(dirname "$0")/check_days.py" "$1"
