"""What an issue form asks about a record, field by field; the same table writes the form and reads it.

A repeating block is one box with a line for each entry, its parts parted by 「／」: 毎月第2土曜 9時から／駅前の広場.
The usual parts come in order, any other with its label before it: 会員：いっしょに歩く方／人数：5人／締切：2027-03-31.
Pictures, documents and translations are not asked for here: a box of text is no place for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic.fields import FieldInfo

from generator.kinds import KINDS
from generator.models.annotations import choice_of, is_list, is_mapping, parts, vocabulary_of
from generator.models.base import Record, inner_record, is_asked
from generator.models.contact import Social
from generator.models.event import When
from generator.models.group import Exchange, Fees, Meeting, Recruiting
from generator.models.shared import Document, Fee, Photo, Translation
from generator.models.types import Flag, LongText, Text
from generator.models.vocabulary import Vocabulary

# The code host's forms take more than this, but nobody fills it in.
MOST_ASKS = 60
SLUG = "slug"


@dataclass(frozen=True, slots=True)
class Lines:
    """How a repeating block is written in lines: a term before 「：」 (if any), then the usual parts, parted by 「／」.

    Where one of the usual parts is missing, those after it have their labels before them.
    """

    parts: tuple[str, ...]
    example: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One element of a form: the field it asks for, how, and what may be chosen (label → id).

    Of a block it has the way its `lines` are written, the terms that may stand at their `heads`, its fields by label
    (`named`), and which of these are `lists`, whose values are parted by 「、」.
    """

    name: str
    shape: str
    label: str
    help: str = ""
    example: str = ""
    needed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    lines: Lines | None = None
    heads: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    lists: frozenset[str] = frozenset()
    many: bool = False
    more: bool = False

    @property
    def id(self) -> str:
        """The element's id, which a prefilled address names it by: letters, digits, hyphens and underscores."""
        return self.name.replace(".", "-") + ("-more" if self.more else "")


LINES: Mapping[type[Record], Lines] = {
    Meeting: Lines(("when", "place", "note"), "毎月第2・第4土曜 9:00-12:00／市民ホール／雨の日は翌週に延期します"),
    Recruiting: Lines(
        ("title", "text"),
        "会員：川の清掃を手伝ってくださる方／月に一度です／人数：5人／締切：2027年3月31日",
        head="role",
    ),
    Exchange: Lines(("text",), "備品・道具：テント2張りをお貸しできます／いつまで：2027年3月31日", head="kind"),
    Social: Lines(("url",), "Instagram：https://example.org/kawa", head="kind"),
    When: Lines(("moment", "note"), "2026年12月5日 10:00-12:00／受付は9時30分から"),
}
# Records that understand all they hold in one line, with a line of theirs.
IN_ONE_LINE: Mapping[type[Record], str] = {Fees: "年会費1,000円・入会金なし", Fee: "500円（材料費）"}
_NOT_HERE = (Photo, Document, Translation)
# The first of these counts most, so it has a list of its own.
_MAIN_FIRST = {"fields": ("おもな活動分野", "ほかの活動分野")}
_YES_NO = (("はい", "yes"), ("いいえ", "no"))
_ONE_EACH = "1行に一つずつ書きます"


def asks(kind: str, vocabularies: Mapping[str, Vocabulary]) -> tuple[Ask, ...]:
    """What the form of a kind asks, in the order of the model's fields; at the end, which page is to be corrected."""
    about = KINDS[kind]
    page = f"すでにのっている{about.label}を直すときだけ、ページのアドレスを貼ります。新しいときは空けておきます"
    slug = Ask(SLUG, "input", "直すページ", page, f"…/{about.url('kawa-no-kai')}")
    return (*_fields(about.model, vocabularies, "", "", True), slug)


def prefill_ids(kind: str) -> dict[str, Any]:
    """For each field that a prefilled address can fill: the id of its element, and how its lines are made.

    JSON-able, as {"name": {"id": "name"}, "meetings": {"id": …, "head": "", "parts": [], "named": {}}}; a line is
    `<label of head>：<part>／<part>／<label from named>：<value>`, and no label where the parts before it are there.
    Lists to choose from are left out: the code host opens an empty form if an address fills one of them.
    """
    fillable = (ask for ask in asks(kind, {}) if ask.shape in ("input", "textarea"))
    return {ask.name: _filled(ask) for ask in fillable if not _chosen(kind, ask.name)}


def _filled(ask: Ask) -> dict[str, Any]:
    if ask.lines is None:
        return {"id": ask.id}
    named = {name: label for label, name in ask.named}
    return {"id": ask.id, "head": ask.lines.head, "parts": list(ask.lines.parts), "named": named}


def _chosen(kind: str, name: str) -> bool:
    """Whether the terms of a vocabulary are chosen from, which are not known where only ids are wanted."""
    record, *path = KINDS[kind].model, *name.split(".")
    for step in path[:-1]:
        record = inner_record(record.model_fields[step].annotation) or record
    return bool(vocabulary_of(record.__annotations__.get(path[-1])))


def _fields(
    record: type[Record], vocabularies: Mapping[str, Vocabulary], path: str, above: str, needed: bool
) -> Iterator[Ask]:
    """The questions of a record; what a block needs is needed only where the block is."""
    for name, info in record.model_fields.items():
        inner, hint = inner_record(info.annotation), record.__annotations__[name]
        here, label = f"{path}{name}", f"{above}{info.title}"
        if not is_asked(info) or inner in _NOT_HERE or is_mapping(hint):
            continue
        if inner is None:
            yield from (
                replace(ask, needed=ask.needed and needed) for ask in _plain(here, label, info, hint, vocabularies)
            )
        elif is_list(hint):
            yield _block(here, label, info, inner, vocabularies)
        elif inner in IN_ONE_LINE:
            yield Ask(here, "input", label, _help(info), IN_ONE_LINE[inner])
        else:
            yield from _fields(inner, vocabularies, f"{here}.", f"{label}：", needed and info.is_required())


def _plain(name: str, label: str, info: FieldInfo, hint: Any, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Ask]:
    """A field without fields of its own: a box to type in, or a list to choose from."""
    options, needed, help_text = options_of(hint, vocabularies), info.is_required(), _help(info)
    if not options:
        many = is_list(hint)
        shape = "textarea" if many or any(part in (Text, LongText) for part in parts(hint)) else "input"
        said = _with(help_text, _ONE_EACH) if many else help_text
        yield Ask(name, shape, label, said, _example(info), needed, many=many)
    elif name in _MAIN_FIRST:
        main, more = _MAIN_FIRST[name]
        yield Ask(name, "dropdown", main, "", "", needed, options)
        yield Ask(name, "several", more, "あれば、いくつでも", "", False, options, more=True)
    else:
        yield Ask(name, _shape(hint, options), label, help_text, "", needed, options)


def _shape(hint: Any, options: tuple[tuple[str, str], ...]) -> str:
    """One of a list, several of it, or boxes to tick: for sentences, and for labels that a comma would tear apart."""
    if not is_list(hint):
        return "dropdown"
    return "boxes" if choice_of(hint) or any("," in label for label, _ in options) else "several"


def options_of(hint: Any, vocabularies: Mapping[str, Vocabulary]) -> tuple[tuple[str, str], ...]:
    """What may be chosen, as (label, id) without repetition; empty for a field to type in."""
    kind, vocabulary = choice_of(hint), vocabularies.get(vocabulary_of(hint))
    if kind is not None:
        pairs = [(member.label, str(member)) for member in kind]
    elif vocabulary is not None:
        pairs = [(term.label, identifier) for identifier, term in vocabulary.terms.items()]
    else:
        pairs = list(_YES_NO) if any(part == Flag for part in parts(hint)) else []
    # The code host keeps the word None for “nothing chosen”, and refuses a list that has a label twice.
    return tuple({label: (label, each) for label, each in reversed(pairs) if label.casefold() != "none"}.values())[::-1]


def _block(name: str, label: str, info: FieldInfo, inner: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Ask:
    lines = LINES[inner]
    heads = options_of(inner.__annotations__[lines.head], vocabularies) if lines.head else ()
    titles = {part: str(each.title) for part, each in inner.model_fields.items() if is_asked(each)}
    named = tuple((title, part) for part, title in titles.items() if part != lines.head)
    rest = [title for title, part in named if part not in lines.parts]
    ways = [_ONE_EACH]
    if heads:
        ways.append(f"行のはじめは、次のどれかと「：」（{'、'.join(label for label, _ in heads)}）")
    if len(lines.parts) > 1:
        ways.append(f"「／」で区切って、{'・'.join(titles[part] for part in lines.parts)}の順に")
    if lines.head and rest:
        ways.append(f"あれば続けて「／」と、{'、'.join(f'「{title}：」' for title in rest)}")
    said = _with(_help(info), "。".join(ways))
    lists = frozenset(part for _, part in named if is_list(inner.__annotations__[part]))
    return Ask(name, "textarea", label, said, lines.example, info.is_required(), (), lines, heads, named, lists)


def _help(info: FieldInfo) -> str:
    most = [limit for item in info.metadata if (limit := getattr(item, "max_length", None))]
    said = info.description or ""
    return _with(said, f"{min(most)}文字まで") if most and not is_list(info.annotation) and "文字" not in said else said


def _with(first: str, second: str) -> str:
    return f"{first}。{second}" if first else second


def _example(info: FieldInfo) -> str:
    return str((info.examples or [""])[0])
