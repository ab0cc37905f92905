#!/bin/sh
# install.sh BUILD CMAKE GENERATOR CC [FLAGS]: what is installed, and that a program of somebody else builds with it, by
# pkg-config and by CMake, and runs.
set -eu
build=$1 cmake=$2 generator=$3 cc=$4 flags=${5-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
prefix=$folder/prefix
DESTDIR='' "$cmake" --install "$build" --prefix "$prefix" >"$folder/log"
cd "$prefix"

find . -type f -o -type l | sed 's/^\.\///' | sort >"$folder/installed"
has() {
    grep -qE "^$1\$" "$folder/installed" || { echo "FAILED: $1 is not installed"; cat "$folder/installed"; exit 1; }
}
has 'bin/annals'
has 'share/man/man1/annals\.1'
for library in annals annals-render annals-formats; do
    has "lib(/[^/]*)?/lib$library\\.(a|so)"
    has "lib(/[^/]*)?/pkgconfig/$library\\.pc"
    has "include/$library\\.h"
done
has 'lib(/[^/]*)?/cmake/annals/annals-config\.cmake'
has 'lib(/[^/]*)?/cmake/annals/annals-targets\.cmake'
[ "$(grep -c '^include/' "$folder/installed")" -eq 3 ] || { echo "FAILED: other headers than the three public ones"; exit 1; }

cat >"$folder/consumer.c" <<'C'
#include <annals-formats.h>
#include <annals-render.h>
#include <stdio.h>

static annals_status count(void *context, const char *data, size_t length) {
    (void)data;
    *(size_t *)context += length;
    return ANNALS_OK;
}

int main(void) {
    static const char text[] = "On 27 October 1962 a plane was shot down.";
    annals_error error = {0};
    size_t length = 0;
    annals_sink sink = {count, &length};
    annals_chronology *chronology = annals_new(NULL, &error);
    if (!chronology || annals_read(chronology, "a.txt", text, sizeof text - 1, &error) != ANNALS_OK ||
        annals_finish(chronology, &error) != ANNALS_OK ||
        annals_find_writer("json")->write(chronology, &(annals_write_options){0}, sink, &error) != ANNALS_OK ||
        annals_render_svg(chronology, &(annals_render_options){0}, sink, &error) != ANNALS_OK)
        return puts(error.message), 1;
    annals_free(chronology);
    return length < 200;
}
C
cd "$folder"
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name annals.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086  # flags are words
"$cc" $flags consumer.c -o by-pkg-config \
    $(pkg-config --cflags --libs annals-render annals-formats)
./by-pkg-config
echo "built with pkg-config, and ran"

cat >CMakeLists.txt <<C
cmake_minimum_required(VERSION 3.22)
project(consumer C)
find_package(annals REQUIRED)
add_executable(by-cmake consumer.c)
target_compile_options(by-cmake PRIVATE $flags)
target_link_options(by-cmake PRIVATE $flags)
target_link_libraries(by-cmake PRIVATE annals::annals-render annals::annals-formats)
C
"$cmake" -G "$generator" -S . -B b -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$cc" >log 2>&1 || { cat log; exit 1; }
"$cmake" --build b >log 2>&1 || { cat log; exit 1; }
b/by-cmake
echo "built with find_package, and ran"
if command -v man >/dev/null; then
    warnings=$(man --warnings -l "$prefix/share/man/man1/annals.1" 2>&1 >/dev/null)
    [ -z "$warnings" ] || { echo "FAILED: $warnings"; exit 1; }
fi
"$prefix/bin/annals" --version
