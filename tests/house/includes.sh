#!/bin/sh
# includes.sh SOURCE: every #include "..." points where the architecture lets it: engine knows nobody, render and formats
# know annals.h, cli knows the three public headers.  Only engine keeps to libc; only render draws; only formats has
# jansson, libical and the libraries of its readers.
cd "$1" || exit 1
failures=0

# The headers of a layer's own folder.
own_headers() {
    find "$1" -name '*.h' -exec basename {} \;
}
fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}
# layer FOLDER PUBLIC-HEADERS SYSTEM-HEADERS: what the folder may include besides its own and those of libc and POSIX.
layer() {
    folder=$1
    files=$(find "$folder" -name '*.[ch]')
    [ "$files" ] || fail "$folder has no sources"
    allowed=" $(own_headers "$folder" | tr '\n' ' ') $2 "
    for file in $files; do
        for header in $(sed -n 's/^[ \t]*#[ \t]*include[ \t]*"\(.*\)".*/\1/p' "$file"); do
            case $allowed in *" $(basename "$header") "*) ;; *) fail "$file includes $header" ;; esac
        done
        for header in $(sed -n 's/^[ \t]*#[ \t]*include[ \t]*<\(.*\)>.*/\1/p' "$file"); do
            case $header in
            cairo* | pango* | fontconfig* | hb* | glib* | jansson* | libical* | gumbo* | md4c* | libxml* | archive* | gmime* | unicode* | annals*)
                case " $3 " in *" ${header%%[-./]*} "*) ;; *) fail "$file includes <$header>" ;; esac ;;
            esac
        done
    done
    echo "$folder: $(echo "$files" | wc -w) files"
}

layer engine "" ""
layer render "annals.h" "cairo pango pangocairo fontconfig hb glib"
layer formats "annals.h" "jansson libical gumbo md4c libxml archive archive_entry gmime"
layer cli "annals.h annals-render.h annals-formats.h" ""

# The engine and the libraries stand alone: no clock, environment, locale, printing, exit.
for folder in engine render formats; do
    grep -nE '(^|[^a-zA-Z0-9_])(getenv|setlocale|time|gettimeofday|clock_gettime|localtime|printf|puts|perror|exit|abort)[ ]*\(' \
        "$folder"/*.c && fail "$folder calls one of these"
done
[ "$failures" -eq 0 ]
