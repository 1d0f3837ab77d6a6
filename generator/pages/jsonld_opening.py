"""An opening as schema.org data: a posting for volunteers where all is known that makes one, else a group to join."""

from typing import Any

from generator.directory.model import Directory
from generator.japanese.headcounts import people_in
from generator.matching.opportunities import Opportunity
from generator.pages.jsonld import SCHEMA, located, present
from generator.settings import Settings

# Who joins a group does not work for it.
_JOINING = ("member", "participant")


def opening_data(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any]:
    """JobPosting with employmentType VOLUNTEER (it needs its day, and a place or home), else JoinAction."""
    call = each.call
    works = call.role not in _JOINING and call.posted and (call.from_home or each.spot)
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
            "endTime": each.call.until.isoformat() if each.call.until else None,
            "object": _organization(each, settings),
            "location": _location(directory, each, settings),
        }
    )


def _words(each: Opportunity) -> str:
    """What is to be done, as the entry says it, and when; of a group the sentence about it where it says no more."""
    return "　".join(filter(None, (each.call.text or each.entry.group.summary, each.when)))


def _organization(each: Opportunity, settings: Settings) -> dict[str, Any]:
    return present(
        {
            "@type": "Organization",
            "name": each.entry.group.name,
            "url": settings.absolute(each.entry.url),
        }
    )


def _location(directory: Directory, each: Opportunity, settings: Settings) -> dict[str, Any] | None:
    if each.spot is None:
        return None
    known = directory.place_of.get(each.spot.slug)
    return located(each.spot.text, known.address if known else None, settings)


def _country() -> dict[str, str]:
    return {"@type": "Country", "name": "JP"}
