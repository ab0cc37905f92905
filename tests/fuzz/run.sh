#!/bin/sh
# run.sh [SECONDS [TARGET...]]: libFuzzer looks for what breaks each reader, the engine and each writer, for so many
# seconds each (20 unless given), under the sanitizers.  What it finds, and the corpus that it grows, stay in build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1-20}
[ $# -eq 0 ] || shift
build=build/fuzz
cmake -G Ninja -B $build -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo -DANNALS_FUZZ=ON -DANNALS_SANITIZE=ON \
    -DCMAKE_C_FLAGS=-fsanitize=fuzzer-no-link >/dev/null
cmake --build $build --target fuzz-targets >/dev/null
[ $# -gt 0 ] || set -- $(cd $build/tests/fuzz && ls | sed -n 's/^fuzz-\([a-z]*\(-[a-z]*\)\{0,1\}\)$/\1/p' | grep -v '^mutate$\|^targets$')
export LSAN_OPTIONS="suppressions=$PWD/tests/render/leaks.txt:print_suppressions=0"
status=0
for target in "$@"; do
    seeds=tests/fuzz/corpus/$target
    [ -d "$seeds" ] || seeds=tests/fuzz/corpus/text
    mkdir -p "$build/corpus/$target" "$build/found"
    echo "== $target"
    $build/tests/fuzz/fuzz-"$target" -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=2048 -verbosity=0 \
        -artifact_prefix="$build/found/$target-" "$build/corpus/$target" "$seeds" >"$build/found/$target.log" 2>&1 ||
        { status=1; tail -30 "$build/found/$target.log"; }
done
exit $status
