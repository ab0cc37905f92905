#!/bin/sh
# without.sh SOURCE CMAKE GENERATOR CC: readers are left out where their libraries are missing: no source asks for one.
set -eu
source=$1 cmake=$2 generator=$3 cc=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$cmake" -S "$source" -B "$folder" -G "$generator" -DCMAKE_C_COMPILER="$cc" -DANNALS_TESTS=OFF \
    "-DANNALS_WITHOUT=gumbo;md4c;libxml-2.0;libarchive;gmime-3.0" >"$folder/log"
commands=$folder/compile_commands.json
grep -q 'WITH_HTML=0' "$commands" || { echo "FAILED: gumbo is asked for"; exit 1; }
grep -qE 'read_(html|markdown|tei|office|archive|mail)\.c|(xml|unpack)\.c"' "$commands" && { echo "FAILED: a reader is built"; exit 1; }
"$cc" -std=c17 -fsyntax-only -I"$source/engine" -I"$source/formats" -DWITH_HTML=0 -DWITH_MARKDOWN=0 -DWITH_TEI=0 \
    -DWITH_OFFICE=0 -DWITH_ARCHIVE=0 -DWITH_MAIL=0 "$source/formats/read.c"
echo "built without them"
