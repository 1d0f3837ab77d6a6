"""What is wrong with a grant beyond its single fields: conditions nobody meets, amounts and days that contradict."""

from datetime import date

from generator.check.finding import Faults
from generator.check.plain import plain_faults
from generator.japanese.deadlines import ALWAYS
from generator.japanese.rates import rates_in
from generator.models.grant import Amount, Eligible, Grant
from generator.reading.read import Reading

# What has been over for longer than that is of use to nobody.
_LONG = 2 * 366
# No community group has more members.
_MOST_MEMBERS = 1000
# Hardly any is older; a larger number is a slip, or the year of founding instead of a number of years.
_MOST_YEARS = 100
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"long": _LONG, "most_members": _MOST_MEMBERS, "most_years": _MOST_YEARS}


def grant_faults(reading: Reading, grant: Grant, today: date) -> Faults:
    """Everything wrong with one grant, by the path of the value that is at fault."""
    days = (today - grant.closes).days
    # What is said of a day that has passed is said once, and more sharply of one long past.
    yield from (fault for fault in plain_faults(reading, grant, today) if days <= _LONG or fault[1] != "until-past")
    if days > _LONG:
        yield ("closes",), "grant-long-over", {"value": grant.closes.isoformat()}
    yield from _eligible(grant.eligible or Eligible())
    yield from _kinds(reading, grant.eligible or Eligible())
    yield from _amount(grant.amount or Amount())
    if grant.rule and grant.closes == ALWAYS:
        facts = {"value": grant.rule.label, "value_en": grant.rule.label_en}
        yield ("rule",), "rule-without-day", facts
    if grant.yearly and not grant.opens and grant.closes != ALWAYS:
        yield ("yearly",), "yearly-without-opens", {}


def _eligible(eligible: Eligible) -> Faults:
    least, most = eligible.years or 0, eligible.years_most
    if most is not None and (least > most or most == 0):
        yield ("eligible", "years_most"), "years-contradict", {"least": least, "most": most}
    for name, years in (("years", eligible.years), ("years_most", eligible.years_most)):
        if years and years > _MOST_YEARS:
            yield ("eligible", name), "years-absurd", {"value": years, "limit": _MOST_YEARS}
    if eligible.members and eligible.members > _MOST_MEMBERS:
        yield ("eligible", "members"), "members-absurd", {"value": eligible.members, "limit": _MOST_MEMBERS}


def _kinds(reading: Reading, eligible: Eligible) -> Faults:
    """Kinds of which the directory has no group; where it has none at all, that says nothing."""
    known = {group.kind for group in reading.groups.values()}
    if eligible.kinds and known and known.isdisjoint(eligible.kinds):
        kinds = reading.vocabularies.get("kinds")
        labels = [kinds.labels.get(kind, kind) if kinds else kind for kind in eligible.kinds]
        yield ("eligible", "kinds"), "kinds-nowhere", {"value": "、".join(labels)}


def _amount(amount: Amount) -> Faults:
    if amount.most == 0:
        yield ("amount", "most"), "amount-zero", {}
    if amount.rate and max(rates_in(amount.rate), default=0) > 1:
        yield ("amount", "rate"), "rate-above-one", {"value": amount.rate}
