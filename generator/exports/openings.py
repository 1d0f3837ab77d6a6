"""The open recruiting entries for other programs: JSON, CSV for a spreadsheet, and a feed of the newest."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.csvs import harmless
from generator.directory.model import Directory
from generator.exports.atom import Feed, FeedEntry, atom
from generator.japanese.ages import OLDEST, Ages, parse_ages
from generator.japanese.headcounts import people_in
from generator.matching.opportunities import Opportunity, in_order, opportunities
from generator.models.choices import Via
from generator.settings import Settings
from generator.wording.openings import of_meetings, to_ask

# A reader of feeds wants what is new; the whole list is the JSON.
FED = 100
_CONTACT = ("phone", "fax", "email", "form", "website")
_FLAGS = ("beginners_ok", "once", "with_children", "from_home")
_OWN = ("text", "conditions", "ages", *_FLAGS, "posted", "until")
_HEADINGS = {
    "id": "ID",
    "title": "見出し",
    "role": "役割",
    "group": "団体名",
    "fields": "活動分野",
    "areas": "活動地域",
    "place": "場所",
    "address": "住所",
    "place_of_meeting": "場所は団体の集まりのもの",
    "when": "日時",
    "when_of_meeting": "日時は団体の集まりのもの",
    "text": "内容",
    "conditions": "条件",
    "number": "人数",
    "number_words": "人数（ことば）",
    "ages": "年齢",
    "age_from": "年齢下限",
    "age_to": "年齢上限",
    "beginners_ok": "初心者歓迎",
    "once": "一度だけでもよい",
    "with_children": "子ども連れ歓迎",
    "from_home": "家でできる",
    "posted": "掲載日",
    "until": "締切",
    "phone": "電話",
    "fax": "ファクス",
    "email": "メール",
    "form": "問い合わせフォーム",
    "website": "ホームページ",
    "via_center": "センター取り次ぎ",
    "url": "URL",
}
_BOM = b"\xef\xbb\xbf"


def openings_json(directory: Directory, settings: Settings) -> bytes:
    """All open entries, those that close soonest first, on the day that `date` says; what is not known is left out."""
    found = [dict(_known(row)) for row in _rows(directory, settings)]
    data = {"title": settings.site_name, "date": directory.today.isoformat(), "count": len(found), "openings": found}
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def openings_csv(directory: Directory, settings: Settings) -> bytes:
    """The same as a table with Japanese headings: UTF-8 with a BOM, lines end with CRLF (RFC 4180)."""
    lines = [harmless(tuple(_HEADINGS.values()))]
    lines += (harmless(tuple(_cell(row[name]) for name in _HEADINGS)) for row in _rows(directory, settings))
    return _BOM + "".join(lines).encode("utf-8")


def openings_feed(directory: Directory, settings: Settings) -> bytes:
    """The newest as Atom: those that somebody dated, by their own day or, without one, that of the confirmation."""
    dated = [(day, each) for each in opportunities(directory) if (day := _day(each))]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)[:FED]
    entries = [_fed(directory, day, each) for day, each in newest]
    return atom(Feed("wanted/feed.xml", "wanted/", "新しい募集", directory.today, entries), settings)


def _fed(directory: Directory, day: date, each: Opportunity) -> FeedEntry:
    call, group = each.call, each.entry.group
    place = each.spot.text if each.spot else ""
    words = (
        place,
        each.when,
        of_meetings(each),
        to_ask(each),
        call.text or "",
        f"締切 {call.until}" if call.until else "",
    )
    role = directory.label("roles", call.role)
    return FeedEntry(
        url=each.url,
        title=f"{call.title}（{role}の募集）",
        summary="　".join(filter(None, words)) or group.summary,
        author=group.name,
        updated=day,
        published=call.posted,
        terms=(role, *directory.labels("fields", group.fields)),
    )


def _day(each: Opportunity) -> date | None:
    return each.call.posted or each.entry.group.confirmed


def _rows(directory: Directory, settings: Settings) -> Iterator[dict[str, Any]]:
    """Each open entry with every column, None where it is not known."""
    yield from (_row(directory, settings, each) for each in in_order(opportunities(directory)))


def _row(directory: Directory, settings: Settings, each: Opportunity) -> dict[str, Any]:
    call, group = each.call, each.entry.group
    known = directory.place_of.get(each.spot.slug) if each.spot else None
    ages = parse_ages(call.ages) if call.ages else None
    number = people_in(call.number) if call.number else None
    least, most = (ages.least, ages.most) if isinstance(ages, Ages) else (0, OLDEST)
    return {
        "id": each.url.strip("/").rpartition("/")[2],
        "title": call.title,
        "role": directory.label("roles", call.role),
        "group": group.name,
        "fields": directory.labels("fields", group.fields),
        "areas": directory.labels("areas", group.areas),
        "place": each.spot.text if each.spot else None,
        "address": known.address if known else None,
        "place_of_meeting": each.spot_of_meeting or None,
        "when": each.when or None,
        "when_of_meeting": each.when_of_meeting or None,
        "number": number or None,
        "number_words": call.number if number is None else None,
        "age_from": least or None,
        "age_to": most if most < OLDEST else None,
        "via_center": group.contact.via == Via.CENTER or None,
        "url": settings.absolute(each.url) or each.url,
        **{name: getattr(call, name) for name in _OWN},
        **{name: getattr(group.contact, name) for name in _CONTACT},
    }


def _known(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What JSON says of a row, in the order of the columns."""
    for name in _HEADINGS:
        value = row[name]
        if value is not None and value != ():
            yield name, list(value) if isinstance(value, tuple) else _plain(value)


def _plain(value: Any) -> Any:
    """A day in ISO form, a telephone number as it is shown; the rest as it is."""
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "number", value)


def _cell(value: Any) -> str:
    """A cell: several words with 、 between them, yes and no as 有 and 無, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "有" if value else "無"
    return "、".join(value) if isinstance(value, tuple) else str(_plain(value))
