"""One event of a public list, cell by cell: what is understood goes into its field, the rest into the description."""

import re

from generator.japanese.announced import announced
from generator.japanese.answers import yes_or_no
from generator.japanese.applications import parse_application
from generator.japanese.dates import parse_date, show_date
from generator.japanese.money import parse_yen
from generator.japanese.phones import parse_phone
from generator.japanese.text import narrow
from generator.japanese.unclear import Unclear
from generator.sheets.columns import Vocabularies
from generator.sheets.lines import Remark
from generator.sheets.made import Cells, Made
from generator.sheets.prose import tell
from generator.sheets.registry import STATES
from generator.sheets.when import day_in, put_dates, time_in

_TEXT = 400
_HEADCOUNT = re.compile(r"([0-9]+)\s*(?:名|人|組|団体)")
_BODIES = re.compile(r"[、,;；/／\n]")
_NUMBERS = re.compile(r"[/／、\n]")
_BOTH = re.compile(r"[ 　]*(?:共催|主催)$")


def converted(
    rows: list[Cells], vocabularies: Vocabularies, city: str
) -> tuple[dict[str, str], dict[str, str], list[Remark]]:
    """The values of one event by name, their cells, and what is to be said of them; `rows` are its days.

    `city` is ours, which goes without saying.
    """
    made = Made(rows[0])
    cells = rows[0]
    made.put("title", cells.line("title"), "title")
    made.put("kana", cells.line("kana"), "kana")
    _kind(made, vocabularies)
    _bodies(made)
    for n, each in enumerate(rows):
        put_dates(made, each, n)
    _place(made, city)
    made.put_line("audience_note", cells.line("audience"), "audience", "対象")
    _capacity(made)
    _fee(made)
    _booking(made)
    made.put("status", _state(cells.line("state")), "state")
    tell(made)
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


def _place(made: Made, city: str) -> None:
    cells = made.cells
    named = cells.line("place") or cells.line("meeting_point")
    made.put_line("place", f"{named} {cells.line('building')}".strip(), "meeting_point", "会場")
    whole = cells.line("address")
    elsewhere = cells.line("city") not in ("", city)
    if not whole and (elsewhere or cells.line("town") or cells.line("lot")):
        whole = "".join(cells.line(part) for part in ("prefecture", "city", "town", "lot"))
    part = next((each for each in ("address", "town", "lot", "city") if cells.line(each)), "address")
    made.put_line("address", whole, part, "会場の住所")


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
    if (answer := yes_or_no(fee)) is not None and fee not in ("0", "1"):
        fee = "有料" if answer else "無料"
    if fee and isinstance(parse_yen(fee), int):
        made.put("fee.amount", fee, "fee")
    elif fee:
        note = f"{fee} {note}".strip()
    made.put_line("fee.note", note, "fee_note" if made.cells.line("fee_note") else "fee", "参加費")


def _booking(made: Made) -> None:
    cells = made.cells
    closes = cells.line("closes")
    made.put("booking.closes", day_in(closes), "closes")
    if not closes:
        _told_days(made)
    needed = yes_or_no(cells.line("how"))
    if closes or needed is not None:
        made.put("booking.required", "yes" if closes or needed else "no", "closes" if closes else "how")
    made.put("booking.email", cells.line("email"), "email")
    made.put("booking.public", cells.line("public"), "public")
    how = [cells.text("how") if needed is None else ""]
    how += [f"締切の時刻：{time_in(cells.line('closes_at'))}"] if cells.line("closes_at") else []
    how += [f"問い合わせ：{cells.line('contact')}"] if cells.line("contact") else []
    how += _phones(made)
    text = "\n".join(filter(None, how))
    if len(text) > _TEXT:
        made.extras.append(f"申し込み：{how[0]}")
        made.say("how", "長いので「申し込み」ではなく「内容」に入れました。")
        text = "\n".join(filter(None, how[1:]))
    made.put("booking.how", text, "how")


def _told_days(made: Made) -> None:
    """First and last day and rule of booking, as far as the words about it name them; the words stay where they are."""
    first = parse_date(day_in(made.cells.line("start_date")))
    said = parse_application(made.cells.text("how"))
    if isinstance(first, Unclear) or isinstance(said, Unclear):
        return
    opens = said.opens.day_near(first) if said.opens else None
    closes = said.closes.day_near(first) if said.closes else None
    if closes is None or (opens and opens > closes) or closes > first or (said.opens and not opens):
        return
    made.put("booking.closes", closes.isoformat(), "how")
    made.put("booking.opens", opens.isoformat() if opens else "", "how")
    made.put("booking.rule", said.rule, "how")
    made.say("how", f"申し込みの方法に書かれた締切を、受付終了の日にしました：{show_date(closes)}")


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
