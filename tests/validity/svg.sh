#!/bin/sh
# The SVG is well formed, can be drawn, and every event that is drawn can be found in it as text.
. "$(dirname "$0")/make.sh"
needs xmllint rsvg-convert
make_chronology svg
xmllint --noout --nonet events.svg || fail "not well formed"
rsvg-convert -o events.png events.svg || fail "cannot be drawn"
[ -s events.png ] || fail "nothing was drawn"
texts=$(xmllint --xpath 'count(//*[local-name()="text"])' events.svg)
[ "$texts" -ge 10 ] || fail "$texts texts in the picture"
role=$(xmllint --xpath 'string(/*/@role)' events.svg)
[ "$role" = graphics-document ] || fail "the role is '$role'"
title=$(xmllint --xpath 'string(/*/*[local-name()="title"])' events.svg)
[ "$title" = "Straits & <Crisis>" ] || fail "the title is '$title'"
echo "$texts texts"
