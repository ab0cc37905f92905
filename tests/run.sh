#!/bin/sh
# Builds annals in every way it is meant to be built and runs all tests: with sanitizers (gcc), as a release, and with
# clang, where a warning is an error.  Then libFuzzer searches for a while: $ANNALS_FUZZ_SECONDS for each target, 20 unless
# given.  Installs the Debian or Ubuntu packages that are missing first.  The programs of the three builds take 5 GB of disk;
# with ANNALS_TIDY=yes those of a build go when its tests have passed, and 3 GB do.
set -eu
cd "$(dirname "$0")/.."
.ci/install build test

jobs=$(nproc 2>/dev/null || echo 2)
step() {
    echo "== $*"
}
tidy() {
    [ "${ANNALS_TIDY-no}" = no ] || cmake --build "build/$1" --target clean >/dev/null
}

step "sanitizers: build"
cmake --preset asan -DANNALS_TESTS=ON >/dev/null
cmake --build --preset asan -j "$jobs"
step "sanitizers: tests"
ctest --preset asan -j "$jobs"
tidy asan

step "release: build"
cmake --preset release -DANNALS_TESTS=ON >/dev/null
cmake --build --preset release -j "$jobs"
step "release: tests"
ctest --preset release -j "$jobs"
tidy release

step "clang: build without a warning"
cmake --preset fuzz -DANNALS_TESTS=ON >/dev/null
cmake --build build/fuzz -j "$jobs"
step "clang: fuzzing"
tests/fuzz/run.sh "${ANNALS_FUZZ_SECONDS:-20}"

step "all is well"
