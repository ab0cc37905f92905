#!/bin/sh
# What the programs of others make of it in a browser's language: ical.js reads the calendar, with its zones, and
# TimelineJS shows a slide for each event in Chromium.  `npm ci` in tests/validity/npm installs them.
. "$(dirname "$0")/make.sh"
modules=$here/npm/node_modules
needs node
[ -d "$modules/ical.js" ] || { echo "SKIPPED: npm ci was not run in tests/validity/npm"; exit 77; }
cd "$folder" || exit 1
ln -s "$modules" node_modules
cat >a.txt <<'END'
In the night of 27-28 October 1962 it rained. At 02:00 on 27 October 1962 he called. From 3 to 7 May 1962 the fair was held.
On 29 February 1600 the bridge was opened. In 44 BC a temple burned. Every Monday in June 1962 the court sat.
END
"$annals" -q --mode narrative --zone America/New_York -o a.ics -o a.timeline.json -o a.json a.txt || fail "no output"
cat >read.mjs <<'END'
import ICAL from "ical.js";
import fs from "fs";
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync("a.ics", "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const form = time => time.isDate ? time.toString() : time.toJSDate().toISOString();
    let last = "";
    if (event.isRecurring()) for (let day, all = event.iterator(); (day = all.next()); ) last = ` ${form(day)}`;
    console.log(`${form(event.startDate)} ${form(event.endDate)}${last}`);
}
END
TZ=Asia/Tokyo node read.mjs >read || fail "ical.js cannot read the calendar"
cat >wanted <<'END'
1600-02-29 1600-03-01
1962-05-03 1962-05-08
1962-06-04 1962-06-05 1962-06-25
1962-10-27T06:00:00.000Z 1962-10-27T06:00:00.000Z
1962-10-28T00:00:00.000Z 1962-10-28T11:00:00.000Z
END
cmp -s read wanted || { diff read wanted; fail "ical.js reads something else"; }

needs chromium
[ -d "$modules/@knight-lab/timelinejs" ] || exit 0
cat >page.html <<END
<!doctype html><meta charset=utf-8><script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id=t style="width:900px;height:600px"></div><script>
const data = $(cat a.timeline.json);
new TL.Timeline("t", data, {hash_bookmark: false, lang: "en"});
setTimeout(() => document.title = document.querySelectorAll(".tl-slide").length + " slides", 5000);</script>
END
timeout 120 chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --user-data-dir="$folder/profile" \
    --virtual-time-budget=12000 --dump-dom "file://$folder/page.html" >dom 2>/dev/null
slides=$(($(grep -c '"unique_id"' a.timeline.json) + 1))
grep -q "<title>$slides slides</title>" dom || fail "TimelineJS does not show $slides slides: $(grep -o '<title>[^<]*' dom)"
echo "$slides slides"
