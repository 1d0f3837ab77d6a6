"""A content folder to records and problems: the first stage of the line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.japanese.text import key
from generator.kinds import EVENT, FOLDERS, GROUP, PLACE
from generator.models.base import Record
from generator.models.event import Event
from generator.models.group import Group
from generator.models.place import Place
from generator.models.vocabulary import LEADING, Vocabulary
from generator.problems import Problem, Where, problem
from generator.reading.doubts import doubtful, doubts
from generator.reading.explain import explain
from generator.reading.leads import lost
from generator.reading.mend import Mended, mend
from generator.reading.positions import positions
from generator.reading.source import MAX_VOCABULARY_BYTES, Source, name_problems, sources, text_of
from generator.reading.strict import Fault, hints, parse
from generator.reading.words import WORD_LISTS, own_words, with_own, word_problems
from generator.shares import in_shares
from generator.things.named import NOTHING, Things, things_of

# So many faults of one file are explained one by one; the rest are counted.
MOST = 200

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that could be read from a content folder, and what was wrong with the rest.

    `records` are the right ones, by folder and slug. `slugs` names every file, also those that could not be read: to
    refer to one of them is no second mistake.
    `mended` has, folder by folder, what could be made of the broken records; it is for checking alone.
    `drafts` are the texts of profiles that are not published yet, by folder and slug; see `generator.reading.drafted`.
    `things` are those of the vocabulary, ready to be looked for.
    """

    content: Path
    shown: str
    vocabularies: Mapping[str, Vocabulary]
    words: Mapping[str, Any]
    records: Mapping[str, Mapping[str, Any]]
    slugs: Mapping[str, frozenset[str]]
    mended: Mapping[str, Mapping[str, Mended]]
    problems: tuple[Problem, ...] = field(default=())
    drafts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    things: Things = NOTHING

    @property
    def groups(self) -> Mapping[str, Group]:
        """The groups by slug."""
        return self.records[GROUP.folder]

    @property
    def events(self) -> Mapping[str, Event]:
        """The events by slug."""
        return self.records[EVENT.folder]

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by slug."""
        return self.records[PLACE.folder]

    def source(self, folder: str, slug: str) -> Source:
        """The file a record came from."""
        return Source(self.content / folder / f"{slug}.yaml", f"{self.shown}/{folder}/{slug}.yaml", slug)

    def data(self, folder: str, slug: str) -> Mapping[str, Any]:
        """The data of a file by field name, also where it is no valid record; empty if it cannot be parsed at all."""
        data = parse(self.text(folder, slug))
        names = FOLDERS[folder].model.names
        return {str(names.get(key(k), k)): v for k, v in data.items()} if isinstance(data, dict) else {}

    def where(self, folder: str, slug: str) -> Any:
        """Where everything of one record stands in its file; costs a second parse."""
        return positions(self.text(folder, slug), self.source(folder, slug).shown, FOLDERS[folder].model)

    def text(self, folder: str, slug: str) -> str:
        """The text of a profile; empty if it cannot be read."""
        draft = self.drafts.get((folder, slug))
        return text_of(self.source(folder, slug))[0] if draft is None else draft


def read(content: Path, shown: str, *, alone: bool = False) -> Reading:
    """Read a whole content folder; `shown` is how messages name it. Never raises for what is in the files.

    A program with several threads reads `alone`: a forked process would wait for locks that they held.
    """
    problems: list[Problem] = []
    vocabularies, words = _vocabularies(content, shown, problems)
    mended: dict[str, dict[str, Mended]] = {name: {} for name in FOLDERS}
    records = {
        name: _folder(content, shown, name, vocabularies, problems, mended[name], alone=alone) for name in FOLDERS
    }
    slugs = {name: frozenset(s.slug for s in sources(content / name, "")) for name in FOLDERS}
    return Reading(
        content,
        shown,
        vocabularies,
        words,
        records=records,
        slugs=slugs,
        mended=mended,
        problems=tuple(problems),
        things=things_of(vocabularies),
    )


def _folder(
    content: Path,
    shown: str,
    name: str,
    vocabularies: Mapping[str, Vocabulary],
    problems: list[Problem],
    mended: dict[str, Mended],
    *,
    alone: bool,
) -> dict[str, Any]:
    files = sources(content / name, f"{shown}/{name}")

    def share(k: int, count: int) -> tuple[list[tuple[str, Any]], list[Problem], dict[str, Mended]]:
        faults: list[Problem] = []
        whole: dict[str, Mended] = {}
        read = ((s.slug, read_record(s, FOLDERS[name].model, vocabularies, faults, whole)) for s in files[k::count])
        return [(slug, record) for slug, record in read if record is not None], faults, whole

    found: dict[str, Any] = {}
    for records, faults, whole in in_shares(share, 0 if alone else len(files)):
        found.update(records)
        problems.extend(faults)
        mended.update(whole)
    return dict(sorted(found.items()))


def vocabularies(content: Path) -> dict[str, Vocabulary]:
    """The vocabularies of a content folder that can be read."""
    return _vocabularies(content, "", [])[0]


def vocabulary_problems(content: Path, shown: str) -> tuple[Problem, ...]:
    """Why vocabularies of a content folder cannot be read; `shown` is how the folder is called."""
    problems: list[Problem] = []
    _vocabularies(content, shown, problems)
    return tuple(problems)


def _vocabularies(content: Path, shown: str, problems: list[Problem]) -> tuple[dict[str, Vocabulary], dict[str, Any]]:
    vocabularies: dict[str, Vocabulary] = {}
    words: dict[str, Any] = {}
    found = sources(content / "vocabulary", f"{shown}/vocabulary", MAX_VOCABULARY_BYTES)
    # Those whose terms name terms of others come behind these.
    for source in sorted(found, key=lambda source: source.slug in LEADING):
        if source.slug in WORD_LISTS:
            words[source.slug] = _word_list(source, problems)
            continue
        record = _vocabulary(source, vocabularies if source.slug in LEADING else {}, problems)
        if record is not None:
            vocabularies[source.slug] = record
    for source in found:
        if source.slug in vocabularies:
            problems.extend(_lost(source, vocabularies))
    return vocabularies, with_own(words)


def _lost(source: Source, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    """The terms of a vocabulary that lead nowhere; its file is read once more only if there are any."""
    found = list(lost(source.slug, vocabularies))
    if found:
        where = positions(text_of(source)[0], source.shown, Vocabulary)
        yield from (problem(where.value(path), "term-nowhere", **facts) for path, facts in found[:MOST])
        yield from _left(len(found), source)


def _vocabulary(source: Source, vocabularies: Mapping[str, Vocabulary], problems: list[Problem]) -> Vocabulary | None:
    """A vocabulary; where it only leads to terms that a city does not have, these lead nowhere and nothing is wrong."""
    found: list[Problem] = []
    record = read_record(source, Vocabulary, vocabularies, found)
    if record is None and found and all(each.rule == "unknown-term" for each in found):
        return read_record(source, Vocabulary, {}, problems)
    problems.extend(found)
    return record


def _word_list(source: Source, problems: list[Problem]) -> dict[str, Any]:
    """What a city's word list has in the right shape, by section."""
    data, text = _read(source, problems)
    if data is None:
        return {}
    words, faults = own_words(source.slug, data)
    if faults:
        problems.extend(word_problems(faults[:MOST], positions(text, source.shown)))
        problems.extend(_left(len(faults), source))
    return words


def _left(count: int, source: Source) -> Iterator[Problem]:
    """That a file has more problems than are explained one by one."""
    if count > MOST:
        yield problem(Where(source.shown), "too-many-problems", count=count - MOST)


def read_record(
    source: Source,
    model: type[R],
    vocabularies: Mapping[str, Vocabulary],
    problems: list[Problem],
    mended: dict[str, Mended] | None = None,
) -> R | None:
    """One file as a record; on failure None, why is among the problems, and what can be made of it in `mended`."""
    return record_of(*_read(source, problems), source, model, vocabularies, problems, mended)


def record_of(
    data: Any,
    text: str,
    source: Source,
    model: type[R],
    vocabularies: Mapping[str, Vocabulary],
    problems: list[Problem],
    mended: dict[str, Mended] | None = None,
) -> R | None:
    """The data of a profile as a record; the text is what it was parsed from."""
    if data is None:
        return None
    if doubtful(text):
        problems.extend(doubts(data, model, positions(text, source.shown, model)))
    try:
        return model.model_validate(data, context={"vocabularies": vocabularies})
    except ValidationError as error:
        where = positions(text, source.shown, model)
        problems.extend(islice(explain(error, where, model, vocabularies), MOST))
        problems.extend(_left(error.error_count(), source))
        whole = mend(data, model, error, vocabularies) if mended is not None else None
        if mended is not None and whole is not None:
            mended[source.slug] = whole
        return None


def read_data(source: Source, problems: list[Problem]) -> Any:
    """One file as dicts, lists and strings; None if it is not such a file, and why is among the problems."""
    return _read(source, problems)[0]


def _read(source: Source, problems: list[Problem]) -> tuple[Any, str]:
    """One file as data, None if it is none, and its text."""
    problems.extend(name_problems(source))
    text, warning = text_of(source)
    if warning:
        problems.append(warning)
        if not text:
            return None, ""
    return data_of(text, source, problems), text


def data_of(text: str, source: Source, problems: list[Problem]) -> Any:
    """A text as dicts, lists and strings; None if it is no YAML of ours, and why is among the problems."""
    data = parse(text)
    if isinstance(data, str):
        # One run of text: most often a full-width colon, or no space after the colon.
        data = Fault("syntax", 1, 1, hints(text, 1))
    if isinstance(data, Fault):
        problems.append(fault_at(data, source, text))
        return None
    return data


def fault_at(fault: Fault, source: Source, text: str) -> Problem:
    """A fault of a text as a problem at its place."""
    where = positions(text, source.shown).at(fault.line, fault.column)
    return problem(where, fault.rule, **dict(fault.facts))
