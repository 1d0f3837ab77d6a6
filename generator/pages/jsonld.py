"""Records as schema.org data for search engines (STANDARDS §5); absent facts are left out, never empty."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from generator.directory.model import Directory, EventEntry, GroupEntry, Occurrence, PlaceEntry, Spot
from generator.japanese.addresses import parse_address
from generator.japanese.patterns import LAST_DAY, Recurrence
from generator.japanese.recurrence import schedules, show_recurrence, unread_remarks
from generator.japanese.times import TimeRange
from generator.models.choices import EventStatus
from generator.models.grant import Grant
from generator.models.group import Meeting
from generator.settings import Settings

SCHEMA = "https://schema.org"
_KINDS = {"npo": "NGO", "certified-npo": "NGO", "social-welfare": "NGO", "volunteer": "NGO"}
_STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.FULL: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.MOVED_ONLINE: "EventMovedOnline",
}
ZONE = "+09:00"


def present(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that are known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def group_data(directory: Directory, entry: GroupEntry, settings: Settings) -> dict[str, Any]:
    """A group as NGO or Organization. `nonprofitStatus` is left out: its values are those of other countries."""
    group = entry.group
    number = {"@type": "PropertyValue", "propertyID": "法人番号", "value": group.corporate_number}
    return present(
        {
            "@context": SCHEMA,
            "@type": _KINDS.get(group.kind, "Organization"),
            "name": group.name,
            "alternateName": [*filter(None, (group.name_en,)), *group.aliases],
            "description": group.summary,
            "url": settings.absolute(entry.url),
            "sameAs": [*filter(None, (group.contact.website,)), *(s.url for s in group.contact.social)],
            "telephone": group.contact.phone.number if group.contact.phone else None,
            "faxNumber": group.contact.fax.number if group.contact.fax else None,
            "email": group.contact.email,
            "foundingDate": group.founded,
            "areaServed": _area(settings),
            "knowsAbout": list(directory.labels("fields", group.fields)),
            "identifier": number if group.corporate_number else None,
            "event": [
                _series(directory, entry, meeting, spot, settings)
                for meeting, spot in zip(group.meetings, entry.spots, strict=True)
            ],
        }
    )


def grant_data(grant: Grant, settings: Settings, url: str) -> dict[str, Any]:
    """A grant as MonetaryGrant; until when it can be applied for schema.org has no word."""
    amount = grant.amount.most if grant.amount else None
    return present(
        {
            "@context": SCHEMA,
            "@type": "MonetaryGrant",
            "name": grant.title,
            "description": grant.summary,
            "url": settings.absolute(url),
            "sameAs": grant.url,
            "funder": {"@type": "Organization", "name": grant.funder},
            "amount": {"@type": "MonetaryAmount", "currency": "JPY", "maxValue": amount} if amount else None,
        }
    )


def _area(settings: Settings) -> dict[str, str] | None:
    """Our city as its prefecture and itself; none where the settings do not name it."""
    name = f"{settings.prefecture}{settings.city}"
    return {"@type": "AdministrativeArea", "name": name} if settings.city else None


def _series(
    directory: Directory, entry: GroupEntry, meeting: Meeting, spot: Spot | None, settings: Settings
) -> dict[str, Any]:
    """A meeting as a series of events: its schedule beside its place, and both in words."""
    known = directory.place_of.get(spot.slug) if spot else None
    words = (show_recurrence(meeting.when) or meeting.when.text, meeting.note)
    return present(
        {
            "@type": "EventSeries",
            "name": entry.group.name,
            "description": "　".join(filter(None, words)),
            "eventSchedule": list(_schedules(meeting.when)),
            "location": located(spot.text, known.address if known else None, settings) if spot else None,
        }
    )


def _schedules(when: Recurrence) -> Iterator[dict[str, Any]]:
    """A recurrence as Schedules; none where they would promise days or times at which nothing takes place."""
    if unread_remarks(when) or when.skip_holidays or when.on_holidays or when.skip_days or LAST_DAY in when.month_days:
        return
    for rule, times in schedules(when):
        said = dict(part.split("=") for part in rule.split(";"))
        for span in times or (None,):
            yield _schedule(said, span)


def _schedule(said: Mapping[str, str], span: TimeRange | None) -> dict[str, Any]:
    unit = "M" if said["FREQ"] == "MONTHLY" else "W"
    return present(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{said.get('INTERVAL', '1')}{unit}",
            # As in iCalendar: 2SA is the second Saturday.
            "byDay": said["BYDAY"].split(",") if "BYDAY" in said else None,
            "byMonth": [int(month) for month in said["BYMONTH"].split(",")] if "BYMONTH" in said else None,
            "byMonthDay": [int(day) for day in said["BYMONTHDAY"].split(",")] if "BYMONTHDAY" in said else None,
            "startTime": f"{span.start:%H:%M:%S}" if span else None,
            "endTime": f"{span.end:%H:%M:%S}" if span and span.end else None,
            "scheduleTimezone": "Asia/Tokyo",
        }
    )


def event_data(directory: Directory, entry: EventEntry, settings: Settings) -> tuple[dict[str, Any], ...]:
    """The next occurrence of an event, as search engines want it: one object with its own start."""
    day = (entry.coming or entry.occurrences[-1:] or (None,))[0]
    if day is None:
        return ()
    event = entry.event
    facts = {
        "@context": SCHEMA,
        "@type": _event_type(directory, event.kind),
        "name": event.title,
        "description": event.summary,
        "url": settings.absolute(entry.url),
        "startDate": _start(day),
        "endDate": _end(day),
        "eventStatus": f"{SCHEMA}/{_STATUSES[event.status]}",
        "eventAttendanceMode": f"{SCHEMA}/{_mode(entry)}EventAttendanceMode",
        "location": _location(directory, entry, settings),
        "organizer": [_organizer(name, slug, settings) for name, slug in entry.organizers],
        "isAccessibleForFree": True if event.fee and event.fee.amount == 0 else None,
        "offers": _offers(entry, settings),
        "maximumAttendeeCapacity": event.capacity,
    }
    return (present(facts),)


def place_data(entry: PlaceEntry, settings: Settings) -> dict[str, Any]:
    """A place with its address and position."""
    place = entry.place
    position = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return present(
        {
            "@context": SCHEMA,
            "@type": "Place",
            "name": place.name,
            "url": settings.absolute(entry.url),
            "address": _address(place.address, settings),
            "telephone": place.phone.number if place.phone else None,
            "geo": position if place.lat is not None and place.lon is not None else None,
        }
    )


def _event_type(directory: Directory, kind: str) -> str:
    vocabulary = directory.vocabularies.get("event-kinds")
    term = vocabulary.terms.get(kind) if vocabulary else None
    return (term.schema_type if term else None) or "Event"


def _start(day: Occurrence) -> str:
    return f"{day.first}T{day.times.start:%H:%M:%S}{ZONE}" if day.times else day.first.isoformat()


def _end(day: Occurrence) -> str | None:
    if day.times is None or day.times.end is None:
        return day.last.isoformat() if day.last != day.first else None
    # What ends at 24:00 or at two in the night ends on the day after.
    last = day.last + timedelta(days=day.times.end_next_day)
    return f"{last}T{day.times.end:%H:%M:%S}{ZONE}"


def _mode(entry: EventEntry) -> str:
    """Whether people come, look on from afar, or both."""
    if entry.event.status == EventStatus.MOVED_ONLINE or (entry.event.online and not entry.spot):
        return "Online"
    return "Mixed" if entry.event.online else "Offline"


def _location(directory: Directory, entry: EventEntry, settings: Settings) -> dict[str, Any] | None:
    if _mode(entry) == "Online":
        return {"@type": "VirtualLocation", "url": entry.event.online or settings.absolute(entry.url)}
    if entry.spot is None:
        return None
    known = directory.place_of.get(entry.spot.slug)
    address = entry.event.address or (known.address if known else None)
    return located(entry.spot.text, address, settings)


def located(name: str, address: str | None, settings: Settings) -> dict[str, Any]:
    """A place by its name, with its address if that is known."""
    return present({"@type": "Place", "name": name, "address": _address(address, settings) if address else None})


def _address(text: str | None, settings: Settings) -> dict[str, Any]:
    """An address in the city that it names; in ours if it names none. Of another city we add no prefecture."""
    address = parse_address(text or "")
    here = address.city in ("", settings.city) and address.prefecture in ("", settings.prefecture)
    return present(
        {
            "@type": "PostalAddress",
            "addressCountry": "JP",
            "addressRegion": settings.prefecture if here else address.prefecture,
            "addressLocality": settings.city if here else address.city,
            "streetAddress": address.rest,
        }
    )


def _organizer(name: str, slug: str, settings: Settings) -> dict[str, Any]:
    url = settings.absolute(f"groups/{slug}/") if slug else ""
    return present({"@type": "Organization", "name": name, "url": url})


def _offers(entry: EventEntry, settings: Settings) -> dict[str, Any] | None:
    fee = entry.event.fee
    if fee is None or fee.amount is None:
        return None
    availability = "" if entry.off or entry.past else "SoldOut" if entry.full else "" if entry.closed else "InStock"
    booking = entry.event.booking
    return present(
        {
            "@type": "Offer",
            "price": str(fee.amount),
            "priceCurrency": "JPY",
            "availability": availability and f"{SCHEMA}/{availability}",
            "validFrom": booking.opens.isoformat() if booking and booking.opens else None,
            "validThrough": booking.closes.isoformat() if booking and booking.closes else None,
            "url": settings.absolute(entry.url),
        }
    )
