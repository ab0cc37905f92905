// events.mjs CALENDAR: its events as JSON, as ical.js has them: days, or moments in UTC.
import {readFileSync} from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone));

const spelt = time => time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().slice(0, 19);
const events = calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    const end = component.getFirstPropertyValue('dtend') ?? event.startDate;
    return {label: event.summary, text: event.description, day: event.startDate.isDate,
            start: spelt(event.startDate), end: spelt(end)};
});
console.log(JSON.stringify(events));
