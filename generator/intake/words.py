"""What changes, in lines for people at a terminal."""

import difflib
from collections.abc import Iterator

from generator.intake.arrivals import Arrival
from generator.intake.draft import Change
from generator.kinds import KINDS
from generator.reports.excerpt import visible

_SHORT = 60
_MOST_LINES = 40


def change_lines(change: Change) -> Iterator[str]:
    """One change: 電話：042-000-0011 → 042-000-0012; of long texts only the lines that differ."""
    before, after = change.before.strip(), change.after.strip()
    label = visible(change.label)
    if max(len(before), len(after)) <= _SHORT and "\n" not in before + after:
        yield f"{label}：{visible(before) or '（なし）'} → {visible(after) or '（消えます）'}"
        return
    yield f"{label}：" + ("（新しく入ります）" if not before else "（消えます）" if not after else "")
    lines = [
        line for line in difflib.ndiff(before.split("\n"), after.split("\n")) if line[:1] in "+-" and line[2:].strip()
    ]
    yield from (f"  {line[:1]} {visible(line[2:])}" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"  （ほか{len(lines) - _MOST_LINES}行）"


def arrival_lines(one: Arrival, *, slip: bool) -> Iterator[str]:
    """Who sent what, and what it would change; what is for the staff alone only if `slip` asks for it."""
    yield visible(one.shown)
    if one.sender:
        yield f"  送った人：{visible(one.sender)}"
    sent = one.submission
    if sent is not None:
        name = str(sent.data.get("name") or sent.data.get("title") or "")
        what = "の修正" if sent.slug else "（新しいページ）"
        yield f"  {KINDS[sent.kind].label}「{visible(name)}」{what}" + (
            f"　受付番号 {visible(sent.receipt)}" if sent.receipt else ""
        )
        yield from _for_staff(one, slip=slip)
        if sent.unknown:
            yield f"  わからない項目（取り込みません）：{visible('、'.join(sent.unknown[:20]))}"
    if one.refusal is not None:
        yield f"  × {visible(one.refusal.words)}"
    made = one.draft
    if made is None:
        return
    if one.twin:
        yield f"  ※ 同じと思われるページが {made.folder}/{one.twin}.yaml にもうあります。"
    if made.stale:
        yield "  ※ この人がフォームを開いたあとに、だれかがこのページを直しています。変わるところをよく見てください。"
    yield f"  → {made.folder}/{made.slug}.yaml" + ("" if made.changes else "　変わるところはありません。")
    for change in made.changes:
        yield from (f"    {line}" for line in change_lines(change))
    yield from (f"    写真：{name}（{len(data) // 1024 + 1} KB）" for name, data in made.photos)


def _for_staff(one: Arrival, *, slip: bool) -> Iterator[str]:
    told = one.submission.slip if one.submission else ()
    if told and not slip:
        yield f"  職員だけへの連絡が{len(told)}件あります（見るには --slip）。"
    for label, text in told if slip else ():
        yield f"  〔職員用〕{visible(label)}：{visible(text)}"
