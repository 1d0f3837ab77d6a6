"""What is wrong with a group beyond its single fields."""

from datetime import date

from generator.check.exchanges import exchange_faults
from generator.check.files import files
from generator.check.finding import Faults
from generator.check.openings import opening_faults
from generator.check.private import private_address, private_emails, private_phones
from generator.check.recurrences import recurrence_findings
from generator.check.references import place, until
from generator.check.starter import starter_faults
from generator.check.succession import succession_faults
from generator.japanese.dates import is_later, show_partial_date
from generator.japanese.text import key
from generator.kinds import GROUP
from generator.models.base import label_of
from generator.models.choices import Criterion
from generator.models.contact import REACHABLE, Contact
from generator.models.group import Group, is_stale
from generator.reading.read import Reading
from generator.things.named import SIDES


def group_faults(reading: Reading, group: Group, today: date) -> Faults:
    """Everything wrong with one group, by the path of the value that is at fault."""
    for n, meeting in enumerate(group.meetings):
        yield from place(reading, meeting.place, ("meetings", n, "place"))
        yield from recurrence_findings(meeting.when, ("meetings", n, "when"))
    for n, recruiting in enumerate(group.recruiting):
        yield from place(reading, recruiting.place, ("recruiting", n, "place"))
        yield from until(recruiting.until, today, ("recruiting", n, "until"), "募集", "recruiting")
    yield from opening_faults(group, today)
    for name in SIDES:
        for n, exchange in enumerate(getattr(group, name)):
            yield from until(exchange.until, today, (name, n, "until"), label_of(Group, name), name)
            yield from exchange_faults(reading, exchange, name, (name, n))
    yield from _contact(group.contact, active=group.status == "active")
    if not _has_an_office(reading, group):
        yield from private_address(group.contact, ("contact", "address"))
    yield from succession_faults(group, today)
    yield from _numbers(group, today)
    yield from starter_faults(group)
    yield from files(reading.content / GROUP.folder, group.photos, group.documents)
    yield from _criteria(group)
    if _repeats(group.summary, group.description):
        yield ("description",), "summary-repeated", {}
    if group.confirmed and is_stale(group, today):
        yield ("confirmed",), "not-confirmed", {"value": group.confirmed.isoformat()}


def _numbers(group: Group, today: date) -> Faults:
    """A founding that is to come, and members of whom more live here than there are."""
    if group.founded and is_later(group.founded, today.isoformat()):
        facts: dict[str, object] = {"value": show_partial_date(group.founded), "day": group.founded}
        yield ("founded",), "founded-in-future", facts
    if group.members and group.members.differ:
        facts = {"total": group.members.total, "value": group.members.residents}
        yield ("members", "residents"), "members-differ", facts


def _contact(contact: Contact, *, active: bool) -> Faults:
    if active and not any(getattr(contact, way) for way in REACHABLE):
        yield ("contact",), "no-contact", {}
    yield from private_phones(contact, ("contact",))
    yield from private_emails(contact, ("contact",))


def _has_an_office(reading: Reading, group: Group) -> bool:
    """Whether a group is a body whose office is registered, and so public, with its house number."""
    kinds = reading.vocabularies.get("kinds")
    kind = kinds.terms.get(group.kind) if kinds else None
    return bool(group.corporate_number or (kind and kind.corporate))


def _criteria(group: Group) -> Faults:
    missing = [criterion.label for criterion in Criterion if criterion not in group.criteria]
    if missing and "hobby" not in group.fields:
        yield ("criteria",), "criteria-missing", {"missing": "」「".join(missing)}


def _repeats(summary: str, description: str) -> bool:
    """Whether a description says no more than the summary; marks, spaces and widths apart."""
    if len(description) > len(summary) + 20:
        return False
    letters = [c for c in key(description) if c.isalnum()]
    return letters == [c for c in key(summary) if c.isalnum()]
