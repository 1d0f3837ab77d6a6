"""The pages of the form: one for groups, one for events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.form.controls import Control, controls
from generator.form.steps import TOPICS, Topic
from generator.intake.submission import KINDS, SLIP
from generator.models.vocabulary import Vocabulary
from generator.pages.views import Page
from generator.settings import Settings
from generator.starter import TITLES

_TITLES = {"group": "団体の紹介を書く・直す", "event": "イベントをのせる・直す"}
_URLS = {"group": "edit/", "event": "edit/event/"}


@dataclass(frozen=True, slots=True)
class Step:
    """One topic of the form with its questions."""

    topic: Topic
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The form of one kind of record."""

    kind: str
    title: str
    steps: tuple[Step, ...]
    slip: tuple[tuple[str, str], ...]
    other: tuple[str, str]


def form_pages(vocabularies: Mapping[str, Vocabulary], settings: Settings) -> Iterator[Callable[[], Page]]:
    """The form for groups and the form for events, still to be made; none where a city takes nothing in by form."""
    if settings.form:
        yield from (partial(_page, kind, vocabularies) for kind in TOPICS)


def _page(kind: str, vocabularies: Mapping[str, Vocabulary]) -> Page:
    _, record = KINDS[kind]
    steps = tuple(Step(topic, controls(record, topic.fields, vocabularies)) for topic in TOPICS[kind])
    other = "event" if kind == "group" else "group"
    view = FormView(kind, _TITLES[kind], steps, tuple(SLIP.items()), (_TITLES[other], _URLS[other]))
    words = f"{TITLES[kind]}の内容を画面で書いて送れます。あとから直すこともできます。"
    return Page(_URLS[kind], "edit", "edit.html", view.title, words, view)
