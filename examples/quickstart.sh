#!/bin/sh
# Builds annals and makes a chronology of the five dispatches in examples/dispatches, in the folder out/.
# Installs the Debian or Ubuntu packages that are missing first, with sudo unless you are root.
set -eu
cd "$(dirname "$0")/.."

.ci/install build
echo "Building"
cmake --preset release -DANNALS_TESTS=OFF >/dev/null
cmake --build --preset release --target annals-program

mkdir -p out
# The first dispatch does not give its own date; --date does.
build/release/annals --date 1958-03-18 --title "The Straits Crisis, 1958" \
    -o out/chronology.pdf -o out/timeline.svg -o out/events.ics -o out/events.json examples/dispatches/*.txt

echo "Done. Look at:"
for file in chronology.pdf timeline.svg events.ics events.json; do echo "  $PWD/out/$file"; done
