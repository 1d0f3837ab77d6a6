"""Starter profiles: every field once, with its Japanese comment, taken from the models."""

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from generator.kinds import KINDS
from generator.models.annotations import is_list, is_mapping
from generator.models.base import Record, inner_record


def starter(kind: str) -> str:
    """A profile of a kind in which the needed fields are filled in with examples and the others wait behind `#`."""
    head = [
        modeline(kind),
        f"# {KINDS[kind].label}のプロフィール",
        "# 「# 」のない行は、かならず書きます。右側を書きかえてください。",
        "# 「# 」で始まる行は、書くことがあれば「# 」を消して使います。",
        "",
    ]
    return "\n".join([*head, *_fields(KINDS[kind].model, "", commented=False)]) + "\n"


def modeline(kind: str) -> str:
    """The comment by which an editor finds the schema of a profile."""
    return f"# yaml-language-server: $schema=../schema/{kind}.json"


def _fields(record: type[Record], indent: str, commented: bool) -> Iterator[str]:
    for name, info in record.model_fields.items():
        off = commented or not info.is_required()
        sign = "# " if off else ""
        yield f"{indent}# {_comment(info)}"
        yield from (f"{sign}{line}" for line in _entry(name, info, indent))
        if not indent:
            yield ""


def _comment(info: FieldInfo) -> str:
    needed = "（必須）" if info.is_required() else ""
    return "。".join(filter(None, (f"{info.title}{needed}", info.description or "", _limit(info))))


def _limit(info: FieldInfo) -> str:
    """The tightest limit of a text in words, unless the description says it already."""
    limits = [limit for item in info.metadata if (limit := getattr(item, "max_length", None))]
    plural = is_list(info.annotation) or is_mapping(info.annotation)
    if plural or not limits or min(limits) >= 1000 or "文字" in (info.description or ""):
        return ""
    return f"{min(limits)}文字まで"


def _entry(name: str, info: FieldInfo, indent: str) -> Iterator[str]:
    inner = inner_record(info.annotation)
    if inner is None:
        yield f"{indent}{name}: {_example(info)}"
        return
    yield f"{indent}{name}:"
    if is_mapping(info.annotation):
        yield f"{indent}  easy:"
        indent += "  "
    listed = is_list(info.annotation)
    yield from _inside(
        inner, f"{indent}  - " if listed else f"{indent}  ", f"{indent}    " if listed else f"{indent}  "
    )


def _inside(record: type[Record], first: str, rest: str) -> Iterator[str]:
    """The fields of a block: what it needs (or else its first field) to be filled in, the others behind `#`."""
    needed = [name for name, info in record.model_fields.items() if info.is_required()]
    active = needed or [next(iter(record.model_fields))]
    for name in sorted(record.model_fields, key=lambda name: name not in active):
        info = record.model_fields[name]
        label = f"  # {info.title}"
        lines = list(_entry(name, info, ""))
        lead = first if name == active[0] else rest if name in active else f"{rest}# "
        yield f"{lead}{lines[0]}{label}"
        yield from (f"{rest if name in active else f'{rest}# '}{line}" for line in lines[1:])


def _example(info: FieldInfo) -> str:
    text = str((info.examples or [""])[0])
    quoted = f"'{text}'" if any(sign in text for sign in (": ", " #", "'")) or text[:1] in "[{*&!@%`" else text
    return f"[{quoted}]" if is_list(info.annotation) else quoted
