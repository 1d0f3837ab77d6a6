"""An opening as schema.org data: a posting for volunteers where all is known that makes one, else a group to join."""

from typing import Any

from generator.directory.model import Directory
from generator.japanese.headcounts import people_in
from generator.japanese.moments import Moment
from generator.matching.opportunities import Opportunity
from generator.pages.jsonld import SCHEMA, ZONE, located, present
from generator.settings import Settings

# Who joins a group does not work for it.
_JOINING = ("member", "participant")


def opening_data(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any]:
    """JobPosting with employmentType VOLUNTEER (it needs its day, and a place or home), else JoinAction."""
    call = each.call
    works = call.role not in _JOINING and call.posted and (call.from_home or (each.spot and not each.spot_of_meeting))
    return _posting(directory, each, settings) if works else _joining(directory, each, settings)


def _posting(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any]:
    call = each.call
    return present(
        {
            "@context": SCHEMA,
            "@type": "JobPosting",
            "title": call.title,
            "description": _words(each),
            "url": settings.absolute(each.url),
            "employmentType": "VOLUNTEER",
            "datePosted": call.posted.isoformat() if call.posted else None,
            "jobStartDate": each.moment.first.isoformat() if each.moment else None,
            "validThrough": call.until.isoformat() if call.until else None,
            "hiringOrganization": _organization(each, settings),
            "jobLocation": _location(directory, each, settings),
            "jobLocationType": "TELECOMMUTE" if call.from_home else None,
            "applicantLocationRequirements": _country() if call.from_home else None,
            "totalJobOpenings": people_in(call.number or "") or None,
        }
    )


def _joining(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any]:
    return present(
        {
            "@context": SCHEMA,
            "@type": "JoinAction",
            "name": each.call.title,
            "description": _words(each),
            "url": settings.absolute(each.url),
            "actionStatus": f"{SCHEMA}/PotentialActionStatus",
            "startTime": _start(each.moment) if each.moment else None,
            "endTime": each.call.until.isoformat() if each.call.until else None,
            "object": _organization(each, settings),
            "location": _location(directory, each, settings),
        }
    )


def _words(each: Opportunity) -> str:
    """What is to be done, as the entry says it, and when; of a group the sentence about it where it says no more."""
    return "　".join(filter(None, (each.call.text or each.entry.group.summary, each.call.when)))


def _start(moment: Moment) -> str:
    """The day, with the time at which it begins where it says that, as ISO 8601."""
    day = moment.first.isoformat()
    return f"{day}T{moment.times.start:%H:%M}:00{ZONE}" if moment.times else day


def _organization(each: Opportunity, settings: Settings) -> dict[str, Any]:
    return present(
        {
            "@type": "Organization",
            "name": each.entry.group.name,
            "url": settings.absolute(each.entry.url),
        }
    )


def _location(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any] | None:
    if each.spot is None or each.spot_of_meeting:
        return None
    known = directory.place_of.get(each.spot.slug)
    return located(each.spot.text, known.address if known else None, settings)


def _country() -> dict[str, str]:
    return {"@type": "Country", "name": "JP"}
