"""What a field's annotation says about what is written in it; schema, starter file and reference read it from here."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.models.base import remembered
from generator.models.types import Choice


def parts(hint: Any) -> Iterator[Any]:
    """An annotation and everything inside it, outermost first; a kind of value to which a limit was added too."""
    yield hint
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        base, *added = arguments
        limited = len(added) > 1 and isinstance(added[-1], FieldInfo)
        arguments = (Annotated[(base, *added[:-1])] if limited else base,)
    for argument in arguments:
        yield from parts(argument)


@remembered
def is_list(hint: Any) -> bool:
    """Whether several entries may be written."""
    return any(get_origin(part) is tuple for part in parts(hint))


@remembered
def is_mapping(hint: Any) -> bool:
    """Whether entries are written under keys of their own, such as languages."""
    return any(get_origin(part) is dict for part in parts(hint))


@remembered
def vocabulary_of(hint: Any) -> str:
    """The vocabulary whose terms are written; empty for other fields."""
    schemas = (each for part in parts(hint) for each in _metadata(part, "json_schema"))
    return next((str(schema["x-vocabulary"]) for schema in schemas if "x-vocabulary" in schema), "")


@remembered
def choice_of(hint: Any) -> type[Choice] | None:
    """The closed list whose members are written, if it is one."""
    kinds = (part for part in parts(hint) if isinstance(part, type) and issubclass(part, Choice))
    return next(kinds, None)


def _text_limits(hint: Any) -> tuple[int, ...]:
    """The largest lengths in characters that the kinds of text in an annotation may have."""
    texts = (part for part in parts(hint) if getattr(part, "__origin__", None) is str)
    return tuple(int(limit) for part in texts for limit in _metadata(part, "max_length"))


def longest(info: FieldInfo, hint: Any) -> int:
    """The most characters a text may have; 0 for what has no limit worth telling."""
    own = () if is_list(hint) or is_mapping(hint) else (getattr(item, "max_length", 0) for item in info.metadata)
    return min(filter(None, (*_text_limits(hint), *own)), default=0)


def _metadata(part: Any, name: str) -> Iterator[Any]:
    own = (item for given in getattr(part, "__metadata__", ()) for item in (given, *getattr(given, "metadata", ())))
    values = (getattr(item, name, None) for item in own)
    return (value for value in values if value)
