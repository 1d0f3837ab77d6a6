"""Pydantic's errors as our problems, translated by their type and never by their sentence."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from generator.japanese.patterns import IN_WORDS
from generator.japanese.text import key as fold_key
from generator.models.base import Record, inner_record, label_of
from generator.models.shared import Photo
from generator.models.vocabulary import Vocabulary
from generator.problems import Problem, problem
from generator.reading.positions import Positions
from generator.reading.strict import Path
from generator.rules import RULES

_SHAPES = {
    "model_type": ("「項目: 内容」を字下げした行", "an indented block of “name: value” lines"),
    "dict_type": ("「項目: 内容」を字下げした行", "an indented block of “name: value” lines"),
    "tuple_type": ("「- 」で始まる行の並び", "a list of lines that start with “- ”"),
    "string_type": ("文字", "text"),
    "wrong-shape": ("一つの文字や数", "a single text or number"),
}
# What a whole file has to be.
_LINES = ("「項目: 内容」の行", "lines of “name: value”")
_RANGES = ("greater_than_equal", "less_than_equal", "greater_than", "less_than", "finite_number")


def explain(
    error: ValidationError, where: Positions, record: type[Record], vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    """Every fault of one record, each at its place in the file."""
    for fault in error.errors(include_url=False):
        if fault["type"] == "too_short" and fault["input"]:
            # A list is not short when what is in it was refused; that has been said.
            continue
        path = tuple(step for step in fault["loc"] if step != "[key]")
        owner, name = owner_of(record, path)
        facts = {"label": label_of(owner, name), "name": name}
        handler = _HANDLERS.get(fault["type"], _ours)
        yield handler(where, path, owner, facts, dict(fault), vocabularies)


def owner_of(record: type[Record], path: Path) -> tuple[type[Record], str]:
    """The record type that has the last named field of a path, and that field's name."""
    owner, name = record, ""
    for step in path:
        if isinstance(step, int):
            continue
        if name in owner.model_fields:
            owner = inner_record(owner.model_fields[name].annotation) or owner
        name = step
    return owner, name


def example_of(record: type[Record], name: str) -> str:
    """A field's example as it would be typed."""
    info = record.model_fields.get(name)
    if info is None:
        return ""
    inner = inner_record(info.annotation)
    if not info.examples and inner:
        first = next(iter(inner.model_fields))
        return f"（改行して字下げ）{first}: {example_of(inner, first)}"
    return str(info.examples[0]) if info.examples else ""


# What a help for a recurrence adds: where to write what it leaves out, or what becomes of words that stay words.
_LEFT = ("「{0}」は「どこで」や「補足」に書いてください。", " Put “{0}” into the place or the note.")
_KEPT = (
    "こう書くと、ことばのまま載ります。曜日でさがせるようにするには、「毎週○曜 ○時〜○時」の形に直してください。",
    " That keeps the words as they stand. To be found by day, write a weekday and times.",
)
_BESIDE = ("「{0}」は「会場」や「補足」に書いてください。", " Put “{0}” into the place or the note.")
_APART = ("一日ずつ分けて書いてください（{0}）。", " Write one entry for each day ({0}).")
_MEANT = ("「{0}」のことでしょうか。", " Did you mean “{0}”?")
_DIGITS = ("（数字が{0}けたあります）", " ({0} digits)")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "digits": _DIGITS,
    "shapes": _SHAPES,
    "left": _LEFT,
    "kept": _KEPT,
    "beside": _BESIDE,
    "apart": _APART,
    "meant": _MEANT,
}

Facts = dict[str, str]
Handler = Callable[[Positions, Path, type[Record], Facts, dict[str, Any], Mapping[str, Vocabulary]], Problem]


def _missing(
    where: Positions, path: Path, owner: type[Record], facts: Facts, fault: dict[str, Any], *_: Any
) -> Problem:
    if owner is Photo and facts["name"] == "alt":
        file = str(fault["input"].get("file") or "")[:60]
        return problem(where.value(path[:-1]), "alt-missing", **facts, value=file, suggestion=example_of(owner, "alt"))
    return problem(where.value(path[:-1]), "missing-field", **facts, suggestion=example_of(owner, facts["name"]))


def _unknown(where: Positions, path: Path, owner: type[Record], facts: Facts, *_: Any) -> Problem:
    written = str(path[-1])
    spellings = {fold_key(s): s for n, i in owner.model_fields.items() for s in (n, str(i.title))}
    close = get_close_matches(fold_key(written), spellings, n=1, cutoff=0.6)
    suggestion = spellings[close[0]] if close else ""
    return problem(where.key(path), "unknown-field", value=written, suggestion=suggestion)


def _shape(where: Positions, path: Path, owner: type[Record], facts: Facts, fault: dict[str, Any], *_: Any) -> Problem:
    if not path:
        return _whole(where, owner)
    ja, en = _SHAPES[fault["type"]]
    suggestion = example_of(owner, facts["name"])
    return problem(where.value(path), "wrong-shape", **facts, expected_ja=ja, expected_en=en, suggestion=suggestion)


def _whole(where: Positions, record: type[Record]) -> Problem:
    """A file that is no record at all, but a list or a text."""
    first = next(iter(record.model_fields))
    facts = {"label": "ファイルの中身", "name": "the file", "suggestion": f"{first}: {example_of(record, first)}"}
    return problem(where.value(()), "wrong-shape", **facts, expected_ja=_LINES[0], expected_en=_LINES[1])


def _length(where: Positions, path: Path, owner: type[Record], facts: Facts, fault: dict[str, Any], *_: Any) -> Problem:
    context = fault["ctx"]
    limit, length = int(context["max_length"]), int(context.get("actual_length") or len(str(fault["input"])))
    return problem(where.value(path), "text-too-long", **facts, length=length, limit=limit, over=length - limit)


def _many(where: Positions, path: Path, owner: type[Record], facts: Facts, fault: dict[str, Any], *_: Any) -> Problem:
    context = fault["ctx"]
    if isinstance(fault["input"], str):
        # A value that is read before it is measured (a reading, an address) is refused by the name for lists.
        return _length(where, path, owner, facts, fault)
    return problem(
        where.value(path),
        "too-many",
        **facts,
        length=context["actual_length"] or len(fault["input"]),
        limit=context["max_length"],
    )


def _few(where: Positions, path: Path, owner: type[Record], facts: Facts, *_: Any) -> Problem:
    return problem(where.value(path), "too-few", **facts, suggestion=example_of(owner, facts["name"]))


def _plain(rule: str) -> Handler:
    def make(
        where: Positions, path: Path, owner: type[Record], facts: Facts, fault: dict[str, Any], *_: Any
    ) -> Problem:
        return problem(where.value(path), rule, **facts, value=fault["input"])

    return make


def _ours(
    where: Positions,
    path: Path,
    owner: type[Record],
    facts: Facts,
    fault: dict[str, Any],
    vocabularies: Mapping[str, Vocabulary],
) -> Problem:
    """An error of our own validators: its type is the rule's name and its context the facts."""
    rule = fault["type"]
    context = {name: str(value) for name, value in fault.get("ctx", {}).items()}
    if rule == "duplicate-key":
        return problem(where.key((*path, context["key"])), rule, key=context["key"])
    if rule not in RULES:
        return problem(where.value(path), "wrong-shape", **facts, suggestion=example_of(owner, facts["name"]))
    if rule == "unknown-term":
        return _term(where, path, facts, context, vocabularies)
    return problem(where.value(path), rule, **(facts | context | _said_of(rule, context)))


def _said_of(rule: str, context: Facts) -> Facts:
    """The facts of a refusal as sentences in both languages: how many digits, what a help leaves, means, keeps."""
    if "digits" in context:
        digits = context["digits"]
        return dict(zip(("digits_ja", "digits_en"), (said.format(digits) for said in _DIGITS), strict=True))
    for name, words in (("left", _LEFT), ("beside", _BESIDE), ("apart", _APART)):
        if name in context:
            return {"left_ja": words[0].format(context[name]), "left_en": words[1].format(context[name])}
    suggestion = context.get("suggestion", "")
    if rule == "end-before-start" and suggestion and not suggestion.startswith(IN_WORDS):
        return {"left_ja": _MEANT[0].format(suggestion), "left_en": _MEANT[1].format(suggestion)}
    if suggestion.startswith(IN_WORDS):
        return {"left_ja": _KEPT[0], "left_en": _KEPT[1]}
    return {}


def _term(
    where: Positions, path: Path, facts: Facts, context: Facts, vocabularies: Mapping[str, Vocabulary]
) -> Problem:
    vocabulary = vocabularies[context["vocabulary"]]
    suggestion = nearest_term(vocabulary, context["value"])
    in_key = where.key(path) if path and path[-1] == context["value"] else where.value(path)
    return problem(
        in_key,
        "unknown-term",
        **facts,
        value=context["value"],
        vocabulary_ja=vocabulary.label,
        vocabulary_en=vocabulary.label_en.lower(),
        suggestion=suggestion,
        choices="" if suggestion else "、".join(f"{i}（{t.label}）" for i, t in vocabulary.terms.items()),
    )


def nearest_term(vocabulary: Vocabulary, text: str) -> str:
    """The term that was probably meant, as `id（label）`; empty when nothing is near."""
    spellings = {
        fold_key(spelling): identifier
        for identifier, term in vocabulary.terms.items()
        for spelling in (identifier, term.label, term.kana or "", *term.aliases)
        if spelling
    }
    close = get_close_matches(fold_key(text), spellings, n=1, cutoff=0.55)
    if not close:
        return ""
    identifier = spellings[close[0]]
    return f"{identifier}（{vocabulary.label_for(identifier)}）"


_HANDLERS: dict[str, Handler] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    **dict.fromkeys(_SHAPES, _shape),
    **dict.fromkeys(_RANGES, _plain("out-of-range")),
    "string_too_long": _length,
    "string_too_short": _plain("empty-text"),
    "string_pattern_mismatch": _plain("line-break"),
    "too_long": _many,
    "too_short": _few,
}
