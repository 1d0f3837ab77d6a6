"""What every record shares: strictness, English or Japanese keys, and one place for a field's facts."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.japanese.text import key as fold_key

Answer = TypeVar("Answer")
# So many annotations: models have a few hundred.
_REMEMBERED = 4096


def field(
    label: str,
    english: str,
    help: str = "",
    *,
    example: object = None,
    asked: bool = True,
    own: bool = False,
    **limits: Any,
) -> Any:
    """Declare a field with its Japanese label, English label, help and example, from which all else is made.

    Form, reference, starter file, messages and spreadsheet headings read them from here; `limits` (how
    many entries) go to pydantic. How long a text may be stands in its type, `Annotated[Line, Field(max_length=60)]`,
    whose own limit would win over one given here. A field that is not `asked` is
    the staff's own: no form asks groups for it, and none can change it. What is `own` no two records share: a value
    that equals the example was left from a starter file.
    """
    extra: dict[str, Any] = {"label_en": english} | ({} if asked else {"asked": False}) | ({"own": True} if own else {})
    examples = None if example is None else [example]
    return Field(title=label, description=help or None, examples=examples, json_schema_extra=extra, **limits)


class Record(BaseModel):
    """A frozen record that refuses unknown fields and takes Japanese labels as keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    known: ClassVar[frozenset[str]] = frozenset()
    names: ClassVar[dict[str, str]] = {}
    shorthand: ClassVar[str] = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Tabulate the keys a profile may use for this record: English names and Japanese labels."""
        super().__pydantic_init_subclass__(**kwargs)
        cls.known = frozenset(cls.model_fields)
        cls.names = {fold_key(spelling): name for name, spelling in _spellings(cls)}

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """The fields that a record written as one line of text gives."""
        return {cls.shorthand: text}

    @classmethod
    def implied(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The data with what the words of one field say for another one, where that is not written."""
        return data

    @model_validator(mode="before")
    @classmethod
    def _english_keys(cls, data: Any) -> Any:
        if isinstance(data, str) and cls.shorthand:
            data = cls.in_one_line(data)
        if not isinstance(data, dict):
            return data
        plain = data.keys() <= cls.known and "" not in data.values()
        return cls.implied(data if plain else _translated(cls, data))


def _spellings(record: type[Record]) -> list[tuple[str, str]]:
    pairs = [(name, name) for name in record.model_fields]
    return pairs + [(name, str(info.title)) for name, info in record.model_fields.items() if info.title]


def _translated(record: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Rename Japanese keys and drop empty ones; two spellings of one field are refused, not merged."""
    out: dict[str, Any] = {}
    for written, value in data.items():
        if value == "" or written == "$schema":
            continue
        name = written if written in record.known else record.names.get(fold_key(written), written)
        if name in out:
            raise PydanticCustomError("duplicate-key", "given twice", {"key": written, "value": name})
        out[name] = value
    return out


def label_of(record: type[BaseModel], name: str) -> str:
    """The Japanese label of a field, or the name itself if the record has no such field."""
    info = record.model_fields.get(name)
    return str(info.title) if info and info.title else name


def english_of(info: FieldInfo) -> str:
    """The English label of a field."""
    return str(_extra(info).get("label_en", ""))


def is_asked(info: FieldInfo) -> bool:
    """Whether a form asks groups for a field."""
    return _extra(info).get("asked", True) is not False


def is_own(info: FieldInfo) -> bool:
    """Whether a value of a field is one record's alone, so that the example cannot be somebody's real value."""
    return _extra(info).get("own", False) is True


def _extra(info: FieldInfo) -> dict[str, Any]:
    """What `field` noted beside pydantic's own facts."""
    return dict(info.json_schema_extra) if isinstance(info.json_schema_extra, dict) else {}


def remembered(ask: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
    """A question about an annotation, answered once: a large directory asks the same ten thousand times.

    Known by the object itself, which is kept: to hash an annotation takes longer than most answers.
    """
    known: dict[int, tuple[Any, Answer]] = {}

    def answer(annotation: Any) -> Answer:
        found = known.get(id(annotation))
        if found is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[id(annotation)] = annotation, ask(annotation)
        return found[1]

    return answer


@remembered
def inner_record(annotation: Any) -> type[Record] | None:
    """The record type inside an annotation such as `tuple[Meeting, ...]` or `Contact | None`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (inner_record(argument) for argument in get_args(annotation))
    return next((record for record in found if record is not None), None)
