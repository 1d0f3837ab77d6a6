"""The running text of an event from a public list: its sentence, its paragraphs, and what has no field of its own."""

import re
from collections.abc import Iterator

from generator.japanese.answers import yes_or_no
from generator.sheets.made import Made, opening
from generator.sheets.registry import EXTRAS

_SUMMARY = 80
# A line that goes on in the next one: long, without an end, and the next is no item of a list.
_GOES_ON = re.compile(r"、$|^.{19,}[^。．.！？!?)）」』】:：;；0-9]$")
_SENTENCE_END = re.compile("[。．！？!?][)）」』】]?$")
_UNEVEN = 3
_ITEM = re.compile(r"[・●○◆■※★☆\-*(（\[［①-⑳0-9０-９]")


def tell(made: Made) -> None:
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
    lines = [*made.extras, *(f"{called}：{_in_a_word(cells.line(p))}" for p, called in EXTRAS.items() if cells.line(p))]
    lines += [f"くわしくは：{cells.line('url')}"] if cells.line("url") else []
    if lines:
        yield "\n".join(f"- {line}" for line in lines).replace("\n\n", "\n")


def _in_a_word(text: str) -> str:
    """A text; あり or なし for a bare answer, however it is written (○, 無)."""
    answer = yes_or_no(text)
    return text if answer is None else "あり" if answer else "なし"


def _joined(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a text: lines that were broken to fit a page are whole again, all others stay lines."""
    widest = max(map(len, lines), default=0)
    # A text without sentences is a list, however long its lines.
    wrapped = any(_SENTENCE_END.search(line) for line in lines)
    whole = [""]
    for line in lines:
        last = whole[-1].rpartition("\n")[2]
        if not whole[-1]:
            whole[-1] = line
        elif _goes_on(last, widest if wrapped else 0) and not _ITEM.match(line):
            whole[-1] += line
        elif any(_SENTENCE_END.search(each) or _ITEM.match(each) for each in (last, line)):
            whole.append(line)
        else:
            whole[-1] += f"\n{line}"
    yield from filter(None, whole)


def _goes_on(line: str, widest: int) -> bool:
    """Whether a line goes on in the next: it ends in a comma, or it is as full as any and has no end."""
    return line.endswith("、") or (bool(_GOES_ON.search(line)) and widest > 0 and len(line) >= widest - _UNEVEN)
