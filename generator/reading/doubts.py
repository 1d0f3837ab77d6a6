"""Doubts about wording: characters that do not travel, private contacts in a text, HTML, a noon that may be midnight.

One pattern over the whole text of a file says whether anything in it may be doubtful; only then are its values looked
at one by one. A record with a doubt is still a record.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple
from unicodedata import category, normalize

from generator.japanese.text import katakana, key, narrow
from generator.models.base import Record, inner_record, label_of
from generator.models.choices import Disclosure
from generator.models.group import Recruiting
from generator.problems import Problem, Where, problem
from generator.reading import homes
from generator.reading.personal import is_personal_email
from generator.reading.positions import Positions
from generator.reading.strict import Path


class Leaf(NamedTuple):
    """One written text: its path by field names, the record it belongs to, its field, and the text."""

    path: Path
    owner: type[Record]
    name: str
    text: str


# What was found in a text, the rule that it breaks, and the facts of the sentence.
Doubt = tuple[str, str, dict[str, str]]

_JA = "\u3041-\u3096\u30a1-\u30fa\u30fc\u3005\u4e00-\u9fff"
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x7f-\x84\x86-\x9f\ufff9-\ufffb"
_DEPENDENT = "\u2100-\u214f\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\uff61-\uff9f"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_MACHINE = re.compile(f"[\uff61-\uff9f]+|[{_DEPENDENT}]")
_SPACED = re.compile(rf"(?<![{_JA}])[{_JA}](?:[ \u3000]+[{_JA}](?![{_JA}]))+")
# Two letters with a space between them are a heading set wide; most other pairs are two words.
_HEADINGS = frozenset(
    """日時 会場 場所 時間 対象 費用 定員 内容 申込 主催 共催 後援 団体 会費 名前 氏名 住所 電話 代表 活動 趣旨
    目的 期間 日程 日付 持物 講師 連絡 会員 募集 設立 備考 料金 予約 受付 締切 問合""".split()  # noqa: SIM905
)
_WIDE_HEADING = re.compile(rf"(?<![{_JA}])(?:{'|'.join(f'{w[0]}[ 　]+{w[1]}' for w in sorted(_HEADINGS))})")
_NOON = re.compile(r"午[前後][ \u3000]*(?:12|１２|十二)[ \u3000]*[時:：]?")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:[\s/][^<>]{0,300})?>|<!--")
_LINK = re.compile(
    r"(?:\]\(\s*<?\s*(?!https?://[^\s/?#\\@)>]{1,250}(?:[/?#)>\s]|$)|mailto:|tel:)|<\s*(?=(?:javascript|data|vbscript|file)\s*:))"
    r"(?P<url>[^\s)<>][^\s)>]{0,79})",
    re.IGNORECASE,
)
# Mobile numbers begin with 060 to 090; +81 stands for the 0, which some write behind it all the same: +81(0)90.
_GAP = r"[\s(（)）‐‑‒–—―−ーｰ－.．・/／_＿~〜～-]{0,3}"
_MOBILE = re.compile(
    rf"(?<![0-9０-９])(?:[0０〇]|[+＋]?[8８][1１]{_GAP}(?:[0０]{_GAP})?)[6-9６-９六七八九][0０〇]"
    rf"(?:{_GAP}[0-9０-９〇一二三四五六七八九]){{8}}(?![0-9０-９])"
)
_EMAIL = re.compile(r"[A-Za-z0-9._+Ａ-Ｚａ-ｚ０-９-]{1,64}[@＠][A-Za-z0-9.-]{3,100}")
_EMAIL_LINE = re.compile(r"\s*(?:-\s)?(?:email|e-mail|メール)\s*[:：]")
_ODD = re.compile(f"[{_UNSEEN}{_DEPENDENT}]")
_SET_WIDE = re.compile(rf"[ \u3000](?<=[{_JA}][ \u3000])[ \u3000]*[{_JA}]")
# Other doubts have a sign that is quickly looked for; only where it stands the pattern itself is tried.
_SIGNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("午前", "午後"), _NOON),
    (("<",), _HTML),
    (("](", "<"), _LINK),
    (("60", "70", "80", "90", "６０", "７０", "８０", "９０", "〇"), _MOBILE),
    *homes.SIGNS,
)

_NAMES = {"name", "title", "aliases", "kana"}
_TIMES = {"when", "moment", "repeat", "start_time", "end_time"}
_CONTACTS = {"phone", "fax", "email"}
# Single letters in a row that are a list and no word: days of the week, sizes, schools, sexes.
_LISTED = re.compile("[月火水木金土日祝]+|[小中高大]+|[男女]+|[春夏秋冬]+|[上中下]+|[午前後]+")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "invisible": _INVISIBLE,
    "machine": _MACHINE,
    "spaced": _SPACED,
    "wide_heading": _WIDE_HEADING,
    "noon": _NOON,
    "html": _HTML,
    "link": _LINK,
    "mobile": _MOBILE,
    "email": _EMAIL,
    "names": _NAMES,
    "times": _TIMES,
    "contacts": _CONTACTS,
    "listed": _LISTED,
}


def doubtful(text: str) -> bool:
    """Whether the text of a file may hold anything doubtful at all; linear, and cheap."""
    if _ODD.search(text) or _SET_WIDE.search(text) or _mentions_email(text):
        return True
    return any(pattern.search(text) for signs, pattern in _SIGNS if any(sign in text for sign in signs))


def _mentions_email(text: str) -> bool:
    """Whether an e-mail address stands anywhere but in its own field."""
    if "@" not in text and "＠" not in text:
        return False
    return any(("@" in line or "＠" in line) and not _EMAIL_LINE.match(line) for line in text.split("\n"))


def doubts(data: Any, record: type[Record], where: Positions) -> Iterator[Problem]:
    """Every doubt about the texts of one file, each at the characters that raise it."""
    leaves = list(_leaves(record, data, ()))
    public = {Disclosure.called(leaf.text) for leaf in leaves if leaf.name == "public"}
    for leaf in leaves:
        facts = {"label": label_of(leaf.owner, leaf.name), "name": leaf.name}
        for test in _TESTS:
            for found, rule, own in test(leaf):
                if own.get("item", "") not in public:
                    yield problem(_place(where, leaf, found), rule, **(facts | own))


def _leaves(record: type[Record], data: Any, path: Path) -> Iterator[Leaf]:
    for written, value in data.items() if isinstance(data, Mapping) else ():
        name = str(record.names.get(key(written), written))
        info = record.model_fields.get(name)
        inner = inner_record(info.annotation) if info else None
        here = (*path, name)
        entries: list[tuple[Path, Any]] = [(here, value)]
        entries += [((*here, n), entry) for n, entry in enumerate(value)] if isinstance(value, list) else []
        for place, entry in entries:
            if isinstance(entry, Mapping):
                yield from _leaves(inner or record, entry, place)
            elif isinstance(entry, str):
                yield Leaf(place, inner, inner.shorthand, entry) if inner else Leaf(place, record, name, entry)


def _place(where: Positions, leaf: Leaf, found: str) -> Where:
    """Where the doubtful characters stand; the whole value if its lines are folded through them."""
    start = where.value(leaf.path)
    column = start.column - 1
    for number in range(start.line, start.line + leaf.text.count("\n") + len(leaf.text) // 20 + 3):
        line = where.lines[number - 1] if number <= len(where.lines) else ""
        at = line.find(found, column)
        if at >= 0:
            return where.at(number, at + 1, len(found))
        column = 0
    return start


def _invisible(leaf: Leaf) -> Iterator[Doubt]:
    for match in _INVISIBLE.finditer(leaf.text):
        before = leaf.text[match.start() - 1] if match.start() else " "
        # A joiner behind an emoji makes one picture of two.
        if match[0] != "\u200d" or category(before) not in ("So", "Mn", "Sk"):
            yield match[0], "invisible-character", {"detail": f"U+{ord(match[0]):04X}"}
            return


def _machine_dependent(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name not in _NAMES:
        return
    for match in _MACHINE.finditer(leaf.text):
        plain = katakana(match[0]) if match[0] >= "\uff61" else normalize("NFKC", match[0])
        better = plain.replace("(", "（").replace(")", "）")
        whole = leaf.text.replace(match[0], better)
        yield match[0], "machine-dependent", {"value": match[0], "suggestion": whole[:60]}
        return


def _spaced(leaf: Leaf) -> Iterator[Doubt]:
    singles = (m[0] for m in _SPACED.finditer(leaf.text) if len(_closed(m[0])) > 2)
    headings = (m[0] for m in _WIDE_HEADING.finditer(leaf.text))
    for written in (*singles, *headings):
        if not _LISTED.fullmatch(_closed(written)):
            yield written, "space-in-word", {"value": written, "suggestion": _closed(written)}
            return


def _closed(text: str) -> str:
    return re.sub(r"[ \u3000]+", "", text)


def _noon(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name in _TIMES and leaf.owner is not Recruiting and (match := _NOON.search(leaf.text)):
        yield match[0], "noon-or-midnight", {"value": match[0].strip(":：")}


def _html(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name == "description" and (match := _HTML.search(leaf.text)):
        yield match[0], "raw-html", {"value": match[0][:30]}


def _link(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name == "description" and (match := _LINK.search(leaf.text)):
        yield match["url"], "unsafe-link", {"value": match["url"][:30]}


def _mobile(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name not in _CONTACTS and (match := _MOBILE.search(leaf.text)):
        yield match[0], "private-in-text", {"value": match[0], "item": "phone"}


def _email(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name in _CONTACTS:
        return
    for match in _EMAIL.finditer(leaf.text):
        if is_personal_email(narrow(match[0])):
            yield match[0], "private-in-text", {"value": match[0], "item": "email"}
            return


def _at_home(leaf: Leaf) -> Iterator[Doubt]:
    if leaf.name != "address" and (found := homes.home_in(leaf.text)):
        yield found, "private-in-text", {"value": found, "item": "address"}


_TESTS: tuple[Callable[[Leaf], Iterator[Doubt]], ...] = (
    _invisible,
    _machine_dependent,
    _spaced,
    _noon,
    _html,
    _link,
    _mobile,
    _email,
    _at_home,
)
