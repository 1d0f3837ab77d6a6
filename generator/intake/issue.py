"""The text of an issue that was sent with a form of the code host, as pairs of names and texts.

The host writes each answer under its label (`### 団体名`), `_No response_` where nothing was filled in, and boxes that
are ticked as `- [x] …`. People edit such texts afterwards: order, missing parts and line breaks do not matter here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.intake.flat import Pair, flat
from generator.intake.submission import Refusal
from generator.issueforms.asks import SLUG, Ask, asks
from generator.issueforms.lines import entries, one_each
from generator.japanese.text import key
from generator.kinds import KINDS, OPEN
from generator.models.vocabulary import Vocabulary
from generator.reading.read import Reading
from generator.reading.strict import parse

# The code host takes no longer text than this.
LONGEST = 65_536
_HEADING = re.compile(r"###[ \t\u3000]+(.+?)[ \t\u3000#]*")
_TICK = re.compile(r"[-*+] \[([ xX])\] ?(.*)")
_NOTHING = ("_No response_", "No response", "None", "_None_")
_COMMA = re.compile(r"[ \t\u3000]*[,，、\n]+[ \t\u3000]*")
_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000\n]*")
_ADDRESS = re.compile(rf"/(?:{'|'.join(kind.folder for kind in OPEN.values())})/([^/?#\s]+)")


def issue_pairs(body: str, reading: Reading, receipt: str = "") -> list[Pair] | Refusal:
    """The pairs that an issue's text gives, or why it gives none. What it leaves empty stays as it is published.

    A heading that no form asks for, under an answer of one line, comes out as a name that no field has.
    """
    if len(body) > LONGEST:
        return Refusal("too-much", "文字が多すぎます。短くして、もう一度お送りください。")
    kind, sections = _sections(body, reading.vocabularies)
    if not kind:
        words = "申し込み用紙の形になっていません。見出し（### 団体名 など）を消さずにお書きください。"
        return Refusal("not-a-form", words)
    slug = _slug("".join(text for ask, text in sections if ask and ask.name == SLUG))
    if slug and slug not in reading.slugs[KINDS[kind].folder]:
        words = "「直すページ」のアドレスに当たるページがありません。新しくのせるときは、空けておいてください。"
        return Refusal("no-such-page", words)
    told = [pair for ask, text in sections if ask and ask.name != SLUG for pair in _pairs(ask, text)]
    about = [("_hiroba", "1"), ("_kind", kind), ("_way", "issue"), ("_slug", slug), ("_receipt", receipt)]
    unknown = [(f"?{text}"[:60], "見出し") for ask, text in sections if ask is None]
    return [*about, *_completed(kind, slug, told, reading), *unknown]


def _sections(body: str, vocabularies: Mapping[str, Vocabulary]) -> tuple[str, list[tuple[Ask | None, str]]]:
    """The kind whose form this is, and its answers; a heading that belongs to no question has None and its words."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tables = {kind: {key(ask.label): ask for ask in asks(kind, vocabularies)} for kind in OPEN}
    heads = {key(match[1]) for line in lines if (match := _HEADING.fullmatch(line.strip()))}
    known = {kind: len(heads & table.keys()) for kind, table in tables.items()}
    kind = max(known, key=lambda each: known[each])
    first = next(iter(tables[kind]))
    order = [None, *tables[kind].values()]
    return (
        (kind, sorted(_cut(lines, tables[kind]), key=lambda each: order.index(each[0]))) if first in heads else ("", [])
    )


def _cut(lines: Iterable[str], table: Mapping[str, Ask]) -> Iterator[tuple[Ask | None, str]]:
    """The text cut at the headings of the form; other headings belong to a long answer, and end a short one."""
    ask: Ask | None = None
    text: list[str] = []
    seen: set[str] = set()
    for line in lines:
        head = _HEADING.fullmatch(line.strip())
        found = table.get(key(head[1])) if head else None
        if head is None or (found is None and ask is not None and ask.shape == "textarea"):
            text.append(line)
            continue
        if ask is not None:
            yield ask, "\n".join(text).strip()
        repeated = found is not None and found.id in seen
        if found is None or repeated:
            yield None, head[1]
        ask, text = (None if repeated else found), []
        seen.add(found.id if found else "")
    if ask is not None:
        yield ask, "\n".join(text).strip()


def _pairs(ask: Ask, text: str) -> Iterator[Pair]:
    """The pairs of one answer."""
    if text in _NOTHING or not text:
        return
    if ask.lines is not None:
        yield from entries(ask, text)
    elif ask.options:
        yield from ((ask.name, each) for each in _chosen(text, dict(ask.options), single=ask.shape == "dropdown"))
    elif ask.many:
        yield from ((ask.name, line) for line in one_each(text))
    else:
        yield ask.name, text if ask.shape == "textarea" else _BREAK.sub(" ", text)


def _chosen(text: str, options: Mapping[str, str], *, single: bool) -> Iterator[str]:
    """What was chosen, by id; words that are no option stay as they are, to be reported."""
    ticks = [match for line in text.split("\n") if (match := _TICK.fullmatch(line.strip()))]
    if ticks:
        words = [match[2].strip() for match in ticks if match[1] != " "]
    else:
        words = [text] if single or text in options else _COMMA.split(text)
    yield from (options.get(word, word) for word in words if word and word not in _NOTHING)


def _slug(text: str) -> str:
    """The slug in an address or written alone; what is neither stays, to be refused."""
    text = "" if text in _NOTHING else text
    found = _ADDRESS.search(text)
    return found[1] if found else text.strip(" /…")


def _completed(kind: str, slug: str, told: list[Pair], reading: Reading) -> list[Pair]:
    """What was told, and for a correction everything published that it says nothing about."""
    folder, record = KINDS[kind].folder, KINDS[kind].model
    if not slug:
        return told
    data = parse(reading.text(folder, slug))
    published = flat(data, record, reading.vocabularies) if isinstance(data, dict) else ()
    asked = sorted({ask.name for ask in asks(kind, {})}, key=len, reverse=True)
    about = {_asked(name, asked) for name, _ in told}
    return [*told, *(pair for pair in published if _asked(pair[0], asked) not in about)]


def _asked(name: str, asked: Iterable[str]) -> str:
    """The question that a name answers: `meetings` for `meetings.0.when`."""
    return next((each for each in asked if name == each or name.startswith(f"{each}.")), name)
