"""The pages of the form: one for each kind of record that is written in the browser."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.form.controls import Control, controls
from generator.intake.submission import SLIP
from generator.kinds import FORMS, KINDS, OPEN, Kind, Topic
from generator.models.vocabulary import Vocabulary
from generator.pages.views import Page
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """One topic of the form with its questions."""

    topic: Topic
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The form of one kind of record."""

    kind: Kind
    title: str
    steps: tuple[Step, ...]
    slip: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


def form_pages(vocabularies: Mapping[str, Vocabulary], settings: Settings) -> Iterator[Callable[[], Page]]:
    """The form of each kind, still to be made; none where a city takes nothing in by form."""
    if settings.form:
        yield from (partial(_page, kind, vocabularies) for kind in FORMS)


def _page(kind: str, vocabularies: Mapping[str, Vocabulary]) -> Page:
    record, form = KINDS[kind].model, FORMS[kind]
    steps = tuple(Step(topic, controls(record, topic.fields, vocabularies)) for topic in form.steps)
    others = tuple((FORMS[other].title, FORMS[other].url) for other in OPEN if other != kind)
    view = FormView(KINDS[kind], form.title, steps, tuple(SLIP.items()), others)
    words = f"{KINDS[kind].label}の内容を画面で書いて送れます。あとから直すこともできます。"
    return Page(form.url, "edit", "edit.html", view.title, words, view, hidden=not form.open)
