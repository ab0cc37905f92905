#!/bin/sh
# run.sh [SECONDS [TARGET...]]: libFuzzer looks for what breaks each reader, the engine and each writer, for so many
# seconds each (20 unless given), as many at a time as there are cores, under the sanitizers.  What it finds, and the
# corpus that it grows, stay in build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
build=build/fuzz
if [ "${1-}" = --one ]; then
    target=$3
    seeds=tests/fuzz/corpus/$target
    [ -d "$seeds" ] || seeds=tests/fuzz/corpus/text
    mkdir -p "$build/corpus/$target" "$build/found"
    $build/tests/fuzz/fuzz-"$target" -max_total_time="$2" -max_len=8192 -timeout=20 -rss_limit_mb=2048 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$build/found/$target-" "$build/corpus/$target" "$seeds" \
        >"$build/found/$target.log" 2>&1 || { tail -30 "$build/found/$target.log"; exit 1; }
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/found/$target.log") inputs"
    exit
fi
seconds=${1-20}
[ $# -eq 0 ] || shift
cmake --preset fuzz -DANNALS_TESTS=ON >/dev/null
cmake --build $build --target fuzz-targets >/dev/null
[ $# -gt 0 ] || set -- $(cd $build/tests/fuzz && ls | sed -n 's/^fuzz-\([a-z]*\(-[a-z]*\)\{0,1\}\)$/\1/p' | grep -v '^mutate$\|^targets$')
export LSAN_OPTIONS="suppressions=$PWD/tests/render/leaks.txt:print_suppressions=0"
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 2)" -I TARGET tests/fuzz/run.sh --one "$seconds" TARGET
