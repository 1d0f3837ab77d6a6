"""One event of a public list, cell by cell: what is understood goes into its field, the rest into the description."""

import re
from collections.abc import Iterator

from generator.japanese.announced import announced
from generator.japanese.money import parse_yen
from generator.japanese.phones import parse_phone
from generator.japanese.text import narrow
from generator.japanese.unclear import Unclear
from generator.sheets.columns import Vocabularies
from generator.sheets.lines import Remark
from generator.sheets.made import Cells, Made, opening
from generator.sheets.registry import EXTRAS, STATES
from generator.sheets.when import day_in, put_dates, time_in

_TEXT, _SUMMARY = 400, 80
_HEADCOUNT = re.compile(r"([0-9]+)\s*(?:名|人|組|団体)")
_BODIES = re.compile(r"[、,;；/／\n]")
_NUMBERS = re.compile(r"[/／、\n]")
_BOTH = re.compile(r"[ 　]*(?:共催|主催)$")
# A line that goes on in the next one: long, without an end, and the next is no item of a list.
_GOES_ON = re.compile(r"、$|^.{19,}[^。．.！？!?)）」』】:：;；0-9]$")
_ITEM = re.compile(r"[・●○◆■※★☆\-*(（\[［①-⑳0-9０-９]")


def converted(rows: list[Cells], vocabularies: Vocabularies) -> tuple[dict[str, str], dict[str, str], list[Remark]]:
    """The values of one event by name, their cells, and what is to be said of them; `rows` are its days."""
    made = Made(rows[0])
    cells = rows[0]
    made.put("title", cells.line("title"), "title")
    made.put("kana", cells.line("kana"), "kana")
    _kind(made, vocabularies)
    _bodies(made)
    for n, each in enumerate(rows):
        put_dates(made, each, n)
    _place(made)
    made.put_line("audience_note", cells.line("audience"), "audience", "対象")
    _capacity(made)
    _fee(made)
    _booking(made)
    made.put("status", _state(cells.line("state")), "state")
    _texts(made)
    return made.values, made.places, made.remarks


def _state(text: str) -> str:
    """What a column about the state of an event says in our words; nothing if it simply takes place."""
    said = announced(text)
    return said.status if said else next((status for word, status in STATES.items() if word in text), "")


def _kind(made: Made, vocabularies: Vocabularies) -> None:
    text = made.cells.line("kind")
    kinds = vocabularies.get("event-kinds")
    if kinds is None:
        made.put("kind", text, "kind")
        return
    if not text:
        other = next((term for word in ("その他イベント", "その他", "other") if (term := kinds.find(word))), "")
        made.put("kind", other, "kind")
        made.say("kind", f"種類がないので「{kinds.label_for(other)}」にしました。") if other else None
        return
    words = [text, *re.split(r"[、・,/／]", text)]
    found = next((term for word in words if (term := kinds.find(word))), "")
    made.put("kind", found or text, "kind")
    if found and kinds.find(text) is None:
        made.say("kind", f"「{text}」は「{kinds.label_for(found)}」に入れました。")


def _bodies(made: Made) -> None:
    cells = made.cells
    named = [cells.text("organizer"), cells.text("with")]
    bodies = [_BOTH.sub("", body.strip()) for text in named for body in _BODIES.split(text) if body.strip()]
    if not bodies:
        spare = cells.line("contact") or cells.line("city")
        made.say("organizer", f"主催がないので「{spare}」を主催にしました。") if spare else None
        bodies = [spare] if spare else []
    made.put("organizer", "\n".join(dict.fromkeys(bodies)), "organizer")


def _place(made: Made) -> None:
    cells = made.cells
    named = cells.line("place") or cells.line("meeting_point")
    made.put_line("place", f"{named} {cells.line('building')}".strip(), "meeting_point", "会場")
    whole = cells.line("address")
    if not whole and (cells.line("town") or cells.line("lot")):
        whole = "".join(cells.line(part) for part in ("prefecture", "city", "town", "lot"))
    made.put_line("address", whole, "town" if "town" in cells.places else "address", "会場の住所")


def _capacity(made: Made) -> None:
    text = made.cells.line("capacity")
    plain = narrow(text)
    if not text or plain.isdigit():
        made.put("capacity", plain, "capacity")
        return
    found = _HEADCOUNT.findall(plain)
    made.put("capacity", found[0] if len(found) == 1 else "", "capacity")
    made.put_line("capacity_note", text, "capacity", "定員")


def _fee(made: Made) -> None:
    fee, note = made.cells.line("fee"), made.cells.line("fee_note")
    if fee and isinstance(parse_yen(fee), int):
        made.put("fee.amount", fee, "fee")
    elif fee:
        note = f"{fee} {note}".strip()
    made.put_line("fee.note", note, "fee_note" if made.cells.line("fee_note") else "fee", "参加費")


def _booking(made: Made) -> None:
    cells = made.cells
    closes = cells.line("closes")
    made.put("booking.closes", day_in(closes), "closes")
    made.put("booking.required", "yes" if closes else "", "closes")
    made.put("booking.email", cells.line("email"), "email")
    made.put("booking.public", cells.line("public"), "public")
    how = [cells.text("how")]
    how += [f"締切の時刻：{time_in(cells.line('closes_at'))}"] if cells.line("closes_at") else []
    how += [f"問い合わせ：{cells.line('contact')}"] if cells.line("contact") else []
    how += _phones(made)
    text = "\n".join(filter(None, how))
    if len(text) > _TEXT:
        made.extras.append(f"申し込み：{how[0]}")
        made.say("how", "長いので「申し込み」ではなく「内容」に入れました。")
        text = "\n".join(filter(None, how[1:]))
    made.put("booking.how", text, "how")


def _phones(made: Made) -> list[str]:
    """The first number into its field; further ones, and what is no number, as lines for 方法."""
    cells = made.cells
    numbers = [number.strip() for number in _NUMBERS.split(cells.text("phone")) if number.strip()]
    if not numbers:
        return []
    first = numbers[0] + (f" 内線{cells.line('extension')}" if cells.line("extension") else "")
    if isinstance(parse_phone(first), Unclear):
        made.say("phone", f"電話番号として読めないので「申し込み」の方法に書きました：{first}")
        return [f"電話：{'、'.join((first, *numbers[1:]))}"]
    made.put("booking.phone", first, "phone")
    return [f"ほかの電話：{'、'.join(numbers[1:])}"] if numbers[1:] else []


def _texts(made: Made) -> None:
    """The sentence about the event and its description; a list without such a sentence lends its first one."""
    cells = made.cells
    brief, body = cells.line("summary"), cells.text("description")
    if brief and len(brief) <= _SUMMARY:
        made.put("summary", brief, "summary")
    else:
        made.put(
            "summary",
            opening(brief or body.replace("\n", " ") or made.values.get("title", ""), _SUMMARY),
            "description",
        )
        made.say("description", "「ひとこと紹介」は、説明の初めの文から作りました。")
        body = f"{brief}\n{body}".strip() if brief else body
    made.put("description", "\n\n".join(_paragraphs(made, body)), "description")


def _paragraphs(made: Made, body: str) -> Iterator[str]:
    cells = made.cells
    yield from [cells.line("subtitle")] if cells.line("subtitle") else []
    if body and body != made.values.get("summary"):
        yield from _joined(body.split("\n"))
    lines = [*made.extras, *(f"{called}：{cells.line(p)}" for p, called in EXTRAS.items() if cells.line(p))]
    lines += [f"くわしくは：{cells.line('url')}"] if cells.line("url") else []
    if lines:
        yield "\n".join(f"- {line}" for line in lines).replace("\n\n", "\n")


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines that were broken to fit a page, whole again."""
    held = ""
    for line in lines:
        if held and (_ITEM.match(line) or not _GOES_ON.search(held)):
            yield held
            held = ""
        held += line
    yield held
