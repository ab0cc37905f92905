#!/bin/sh
# Builds annals in every way it is meant to be built and runs all tests: with sanitizers (gcc), as a release, and with
# clang, where a warning is an error.  Installs the Debian or Ubuntu packages that are missing first.
set -eu
cd "$(dirname "$0")/.."
.ci/install build test

jobs=$(nproc 2>/dev/null || echo 2)
step() {
    echo "== $*"
}

step "sanitizers: build"
cmake --preset asan -DANNALS_TESTS=ON >/dev/null
cmake --build --preset asan -j "$jobs"
step "sanitizers: tests"
ctest --preset asan -j "$jobs"

step "release: build"
cmake --preset release -DANNALS_TESTS=ON >/dev/null
cmake --build --preset release -j "$jobs"
step "release: tests"
ctest --preset release -j "$jobs"

step "clang: build without a warning"
cmake --preset dev -B build/clang -DCMAKE_C_COMPILER=clang >/dev/null
cmake --build build/clang -j "$jobs"

step "all is well"
