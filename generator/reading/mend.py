"""A broken record made whole for a moment, so that all its other mistakes can be found in the same run.

Every value that was refused is replaced by the field's own example. The record is never shown or published, and what is
found at a replaced value is not reported.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.japanese.text import key
from generator.models.base import Record, inner_record
from generator.models.vocabulary import Vocabulary
from generator.reading.strict import Path

R = TypeVar("R", bound=Record)

# A replaced value may uncover a fault that was hidden by it; more rounds than this are not worth it.
_ROUNDS = 3
_MOST = 50


class Mended(NamedTuple):
    """A record and the paths in it that were replaced."""

    record: Any
    replaced: tuple[Path, ...]

    def sure(self, path: Path) -> bool:
        """Whether what stands at a path is what the profile says, and nothing directly in it was replaced."""
        return not any(path[: len(each)] == each or path == each[:-1] for each in self.replaced)


def mend(data: Any, model: type[R], error: ValidationError, vocabularies: Mapping[str, Vocabulary]) -> Mended | None:
    """The record that would be there without its mistakes; None if it is past mending."""
    whole = {"record": _named(model, data)}
    replaced: list[Path] = []
    for _ in range(_ROUNDS):
        faults = error.errors(include_url=False)
        if len(faults) > _MOST or not isinstance(whole["record"], dict):
            return None
        for fault in faults:
            path = tuple(step for step in fault["loc"] if step != "[key]")
            replaced.append(_replace(whole, path, model, dict(fault), vocabularies))
        try:
            return Mended(
                model.model_validate(whole["record"], context={"vocabularies": vocabularies}), tuple(replaced)
            )
        except ValidationError as again:
            error = again
    return None


def _named(record: type[Record] | None, data: Any) -> Any:
    """A copy of the data with field names for keys, at every depth."""
    if isinstance(data, list):
        return [_named(record, each) for each in data]
    if not isinstance(data, dict) or record is None:
        return data
    out: dict[str, Any] = {}
    for written, value in data.items():
        name = str(record.names.get(key(written), written))
        info = record.model_fields.get(name)
        out.setdefault(name, _named((inner_record(info.annotation) if info else None) or record, value))
    return out


def _replace(
    whole: dict[str, Any],
    path: Path,
    model: type[Record],
    fault: dict[str, Any],
    vocabularies: Mapping[str, Vocabulary],
) -> Path:
    """Put an example in the place of a refused value; the path that is not the profile's own any more."""
    holder: Any = whole
    step: Any = "record"
    owner, info = model, None
    done: Path = ()
    for wanted in path:
        inside = holder.get(step) if isinstance(holder, dict) else holder[step]
        if isinstance(wanted, str) and isinstance(inside, dict):
            owner = (inner_record(info.annotation) if info else None) or owner
            info = owner.model_fields.get(wanted, info)
        elif not (isinstance(wanted, int) and isinstance(inside, list) and wanted < len(inside)):
            break
        holder, step = inside, wanted
        done = (*done, wanted)
    _put(holder, step, owner, info, fault, vocabularies)
    return done


def _put(
    holder: Any,
    step: Any,
    owner: type[Record],
    info: FieldInfo | None,
    fault: dict[str, Any],
    vocabularies: Mapping[str, Vocabulary],
) -> None:
    kind = fault["type"]
    if kind == "extra_forbidden" and isinstance(holder, dict):
        holder.pop(step, None)
    elif kind == "too_long" and isinstance(holder[step], (list, dict)):
        holder[step] = list(holder[step])[: fault["ctx"]["max_length"]] if isinstance(holder[step], list) else {}
    elif kind == "unknown-term":
        holder[step] = next(iter(vocabularies[fault["ctx"]["vocabulary"]].terms))
    elif info is not None:
        holder[step] = _example(info, owner)


def _example(info: FieldInfo, owner: type[Record]) -> Any:
    """What a field's own example would be as data."""
    if info.examples:
        return str(info.examples[0])
    inner = inner_record(info.annotation) or owner
    fields = inner.model_fields
    needed = [name for name, each in fields.items() if each.is_required()] or [next(iter(fields))]
    return {name: _example(fields[name], inner) for name in needed}
