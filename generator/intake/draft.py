"""A submission held against what is published: the profile as it would be, what changes, and what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.atomic import clear_leftovers, replace_files
from generator.check import check
from generator.intake.handover import with_history
from generator.intake.labels import aligned, label_at, labelled
from generator.intake.merge import merged, published
from generator.intake.postings import with_days, with_names
from generator.intake.submission import Submission, digest
from generator.kinds import FOLDERS, GROUP, KINDS
from generator.models.base import Record, is_asked, label_of
from generator.models.choices import Source
from generator.models.vocabulary import Vocabulary
from generator.problems import Problem, in_order
from generator.reading.drafted import drafted
from generator.reading.read import Reading
from generator.reading.strict import parse
from generator.rules import broken
from generator.starter import modeline


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs: the name and label of its field, and its text before and after; empty for none."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A profile that is not published yet.

    `before` is the text of the published profile, empty for a new one; `stale` says that somebody changed it since the
    form was filled. `photos` are the new pictures by file name below the folder.
    """

    folder: str
    slug: str
    before: str
    after: str
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    photos: tuple[tuple[str, bytes], ...] = ()
    stale: bool = False

    @property
    def failed(self) -> bool:
        """Whether an error forbids publishing it."""
        return broken(self.problems)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a profile is to say: by field name, only the fields that are to be set (or, if empty, removed).

    `received`: the day on which a group answered, from which on its new calls are published.
    """

    folder: str
    slug: str
    fields: Mapping[str, Any]
    photos: tuple[tuple[str, bytes], ...] = ()
    base: str = ""
    received: date | None = None


def wanted(submission: Submission, slug: str, today: date) -> Wanted:
    """What a submission wants its profile to say; the form was asked about every field, so what is missing goes."""
    fields = {name: submission.data.get(name, "") for name, i in submission.record.model_fields.items() if is_asked(i)}
    if KINDS[submission.kind].has("confirmed"):
        fields |= {"confirmed": today.isoformat()} | ({"source": submission.way} if submission.way in _WAYS else {})
    return Wanted(submission.folder, slug, fields, submission.photos, submission.base, today)


_WAYS = frozenset(Source)


def draft(submission: Submission, reading: Reading, slug: str, today: date) -> Draft:
    """The draft that a submission makes of the profile with this slug."""
    return drafts([wanted(submission, slug, today)], reading, today)[0]


def drafts(wishes: Iterable[Wanted], reading: Reading, today: date) -> list[Draft]:
    """A draft for each wish, all of them checked together with everything that is published."""
    made = [_made(wish, reading, today) for wish in wishes]
    later = drafted(reading, {(each.folder, each.slug): each.after for each in made})
    problems = in_order((*later.problems, *check(later, today)))
    by_file: dict[str, list[Problem]] = {}
    for each in problems:
        by_file.setdefault(each.where.file, []).append(each)
    return [replace(each, problems=tuple(_own(each, by_file.get(_shown(each, reading), ())))) for each in made]


def _own(made: Draft, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a draft; its new pictures are not missing, they come with it."""
    brought = {name for name, _ in made.photos}
    yield from (p for p in problems if not (p.rule == "file-missing" and dict(p.facts).get("value") in brought))


def _shown(made: Draft, reading: Reading) -> str:
    return reading.source(made.folder, made.slug).shown


def _made(wish: Wanted, reading: Reading, today: date) -> Draft:
    """The draft before it is checked."""
    before = reading.text(wish.folder, wish.slug) if wish.slug in reading.slugs[wish.folder] else ""
    kind, terms = FOLDERS[wish.folder], reading.vocabularies
    fields = _with_history(before, wish.fields, reading, today)
    fields = _with_days(before, fields, reading, wish.received)
    after, kept = merged(before, fields, kind.model, terms, modeline(kind.name))
    changes = tuple(_changes(kept, parse(after), kind.model, terms))
    stale = bool(wish.base and before and wish.base != digest(before))
    return Draft(wish.folder, wish.slug, before, after, changes, (), wish.photos, stale)


_SUCCESSION = ("succession", label_of(GROUP.model, "succession"))


def _with_history(before: str, fields: Mapping[str, Any], reading: Reading, today: date) -> Mapping[str, Any]:
    """The wanted fields, with the history of a succession that they leave or change."""
    # Most profiles say nothing of it, and need not be read for that.
    if "succession" not in fields or not any(word in before for word in _SUCCESSION):
        return fields
    said = published(before, GROUP.model, reading.vocabularies).get("succession")
    return {**fields, "succession": with_history(said, fields["succession"], reading.vocabularies, today)}


def _with_days(before: str, fields: Mapping[str, Any], reading: Reading, day: date | None) -> Mapping[str, Any]:
    """The wanted fields; each call keeps its address and, in an answer, the day from which on it is published."""
    if not fields.get("recruiting"):
        return fields
    said = published(before, GROUP.model, reading.vocabularies).get("recruiting")
    calls = with_names(said, fields["recruiting"], reading.vocabularies)
    return {**fields, "recruiting": with_days(said, calls, reading.vocabularies.get("roles"), day) if day else calls}


def _changes(before: Any, after: Any, record: type[Record], vocabularies: Mapping[str, Vocabulary]) -> Iterator[Change]:
    """Every value that differs, in the order of the fields."""
    old = labelled(before, record, vocabularies)
    new = aligned(old, labelled(after, record, vocabularies))
    for name in dict.fromkeys([*new, *old]):
        if old.get(name, "") != new.get(name, ""):
            yield Change(name, label_at(record, name), old.get(name, ""), new.get(name, ""))


def write_draft(made: Draft, content: Path) -> tuple[Path, ...]:
    """Write a draft into `content`: its pictures first, the profile last, each in one step. Gives the files written.

    All of them lie ready before the first takes its place: a full disk leaves no profile without its pictures.
    """
    folder = content / made.folder
    files = {folder / name: data for name, data in made.photos}
    return replace_files(files | {folder / f"{made.slug}.yaml": made.after.encode("utf-8")})


def write_drafts(made: Iterable[Draft], content: Path) -> tuple[Path, ...]:
    """Write many profiles as one; an OSError before the first takes its place leaves nothing changed.

    If the program is killed between two of them, every profile is whole, and importing the same file again does the
    rest, because what is done already counts as unchanged.
    """
    return replace_files({content / each.folder / f"{each.slug}.yaml": each.after.encode("utf-8") for each in made})


def clear_content(content: Path, now: datetime | None = None) -> None:
    """Remove what killed writers left among the profiles and their pictures; with `now`, only what is an hour old."""
    for folder in (content / name / below for name in FOLDERS for below in ("", "photos")):
        clear_leftovers(folder, now)
