"""The pages of the form: one for each kind of record that is written in the browser."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.form.controls import Control, controls
from generator.intake.submission import SLIP
from generator.kinds import FORMS, KINDS, OPEN, Kind, Topic
from generator.models.vocabulary import Vocabulary
from generator.pages.contact_points import CenterView, center_view
from generator.pages.views import Page
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """One topic of the form with its questions."""

    topic: Topic
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class SendView:
    """The ways by which a form can be sent; an address that is empty is no way.

    `reply` says whether a script may read what the receiver at `post` answers.
    """

    post: str
    reply: bool
    netlify: bool
    email: bool
    paper: bool
    repository: str
    branch: str


@dataclass(frozen=True, slots=True)
class FormView:
    """The form of one kind of record."""

    kind: Kind
    title: str
    steps: tuple[Step, ...]
    slip: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    center: CenterView
    send: SendView
    address: str


def form_pages(vocabularies: Mapping[str, Vocabulary], settings: Settings) -> Iterator[Callable[[], Page]]:
    """The form of each kind, still to be made; none where a city takes nothing in by form."""
    if settings.form:
        yield from (partial(_page, kind, vocabularies, settings) for kind in FORMS)


def _page(kind: str, vocabularies: Mapping[str, Vocabulary], settings: Settings) -> Page:
    record, form = KINDS[kind].model, FORMS[kind]
    steps = tuple(Step(topic, controls(record, topic.fields, vocabularies)) for topic in form.steps)
    others = tuple((FORMS[other].title, FORMS[other].url) for other in OPEN if other != kind)
    view = FormView(
        kind=KINDS[kind],
        title=form.title,
        steps=steps,
        slip=tuple(SLIP.items()),
        others=others,
        center=center_view(settings.center),
        send=_send(settings, form.open),
        address=settings.absolute(form.url),
    )
    words = f"{KINDS[kind].label}の内容を画面で書いて送れます。あとから直すこともできます。"
    return Page(form.url, "edit", "edit.html", view.title, words, view, hidden=not form.open)


def _send(settings: Settings, code: bool) -> SendView:
    """The ways of the settings; by the code host only what everybody may propose (`code`)."""
    return SendView(
        post=settings.send.post,
        reply=settings.send.post_reply,
        netlify=settings.send.netlify,
        email=settings.by_email,
        paper=settings.send.paper,
        repository=settings.repository.rstrip("/") if settings.by_code_host and code else "",
        branch=settings.branch,
    )
