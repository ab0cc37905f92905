#!/bin/sh
# without.sh SOURCE CMAKE GENERATOR CC: readers are left out where their libraries are missing: it is built without them,
# `annals formats` says so, and who gives such a file is told what to install.
set -eu
source=$1 cmake=$2 generator=$3 cc=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
fail() {
    echo "FAILED: without $libraries: $*"
    exit 1
}
without() { # LIBRARIES READER...: these readers are left out
    libraries=$1
    shift
    "$cmake" -S "$source" -B . -G "$generator" -DCMAKE_C_COMPILER="$cc" -DCMAKE_BUILD_TYPE=None -DANNALS_TESTS=OFF \
        "-DANNALS_WITHOUT=$libraries" >log
    "$cmake" --build . --target annals-program >log 2>&1 || { tail -20 log; fail "it cannot be built"; }
    ./annals formats >list
    for reader; do grep -A2 "^  $reader " list | grep -q "built without" || fail "$reader is there"; done
    [ "$(grep -c "built without" list)" -eq $# ] || fail "other readers are missing"
}
refused() { # FILE LIBRARY
    ./annals "$1" 2>told && fail "$1 is read"
    grep -q "annals was built without $2, which reads such files; install it and build annals again" told ||
        fail "$(cat told)"
}
printf 'PK\003\004' >letter.docx
echo '# On 3 May 1912' >letter.md
without "gumbo;md4c;libxml-2.0;libarchive;gmime-3.0" markdown html tei office mail archive
grep -qE 'read_(html|markdown|tei|office|archive|mail)\.c|(xml|unpack)\.c"' compile_commands.json && fail "a reader is built"
refused letter.md md4c
refused letter.docx "libxml2 and libarchive"
# What is in the document is no archive of texts.
without libxml-2.0 tei office
refused letter.docx "libxml2 and libarchive"
[ "$(./annals -q letter.md | grep -c '3 May 1912')" -gt 0 ] || fail "Markdown is not read"
echo "built without them"
