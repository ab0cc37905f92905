#!/bin/sh
# A task of a Slurm array job: slurm.sh DOCUMENTS.jsonl FOLDER.  Of the lines it takes every nth, n being the number of
# tasks, and writes their chronologies to FOLDER/part-TASK.jsonl, which appears when it is whole.
set -u
documents=$1 folder=$2
mkdir -p "$folder" || exit 1
part=$folder/part-$SLURM_ARRAY_TASK_ID.jsonl
turn=$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN))
awk -v n="$SLURM_ARRAY_TASK_COUNT" -v turn="$turn" '(NR - 1) % n == turn' "$documents" |
    annals -q --from-format jsonl --to jsonl -o "$part"
# A line that could not be read has its error in the part: that is no failure of the task.
[ -e "$part" ]
