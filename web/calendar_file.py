"""The days on which aids must be looked at again, as a calendar file for editors. The only importer of icalendar."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from engine.language import BASE, day
from engine.review import Due
from engine.thresholds import REVIEW_SOON_DAYS


def as_ics(found: Iterable[Due], today: date) -> bytes:
    """A calendar (RFC 5545) with one day per aid and an alarm 90 days before it; the same input, the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Keuzehulp//Herzien//NL")
    calendar.add("version", "2.0")
    for one in found:
        calendar.add_component(_event(one, today))
    return bytes(calendar.to_ical())


def _event(one: Due, today: date) -> Event:
    event, alarm = Event(), Alarm()
    event.add("uid", f"{one.slug}-{one.by}@keuzehulp")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", one.by)
    event.add("dtend", one.by + timedelta(days=1))
    event.add("summary", f"Keuzehulp opnieuw bekijken: {one.title}")
    event.add("description", f"Vóór {day(one.by, BASE)}. {' '.join(one.when.split())}")
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Over {REVIEW_SOON_DAYS} dagen opnieuw bekijken: {one.title}")
    alarm.add("trigger", timedelta(days=-REVIEW_SOON_DAYS))
    event.add_component(alarm)
    return event
