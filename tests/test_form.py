"""The form: made from the models, nothing asked twice, nothing left out, and it starts from what is published."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.build import load
from generator.form.controls import FOLDED, Control, controls
from generator.form.prefill import names, prefill
from generator.intake.draft import Wanted, drafts, wanted
from generator.intake.submission import Submission, digest, from_pairs
from generator.kinds import FORMS, KINDS, OPEN
from generator.models.annotations import choice_of, is_list, longest, vocabulary_of
from generator.models.base import Record, inner_record, is_asked
from generator.reading.read import read
from generator.settings import Center, Send, Settings
from tests.every_field import kind_of
from tests.folders import PLACE, TODAY, content
from tests.poured import Elements, Pages, elements, poured, said, texts
from tests.towns import CONTENT

SAMPLE = read(CONTENT, "content")
FORM = Settings(
    site_name="ためしの広場",
    site_url="https://hiroba.example.org/",
    repository="https://code.example.org/hiroba",
    center=Center(name="ためしセンター", phone="042-000-0100", email="center@example.org"),
    send=Send(post="/submit", email=True, paper=True, code_host=True),
)
PAGES = {kind: f"{form.url}index.html" for kind, form in FORMS.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """A small site with every way of sending."""
    return poured(tmp_path_factory.mktemp("form"), settings=FORM)


def every(found: tuple[Control, ...]) -> Iterator[Control]:
    for control in found:
        yield control
        yield from every(control.inside)


def asked(kind: str) -> list[Control]:
    record = KINDS[kind].model
    return [c for topic in FORMS[kind].steps for c in every(controls(record, topic.fields, SAMPLE.vocabularies))]


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_is_asked_in_exactly_one_step(kind: str) -> None:
    record = KINDS[kind].model
    names = [name for topic in FORMS[kind].steps for name in topic.fields]
    assert sorted(names) == sorted(name for name, info in record.model_fields.items() if is_asked(info))


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_may_be_as_long_as_form_schema_and_reference_say_and_no_longer(kind: str) -> None:
    for model, name in texts_of(KINDS[kind].model):
        limit = longest(model.model_fields[name], model.__annotations__[name])
        assert limit, f"{model.__name__}.{name} has no limit"
        assert too_long(model, name, limit) == [], f"{model.__name__}.{name}"
        assert too_long(model, name, limit + 1) == [limit], f"{model.__name__}.{name}"


def texts_of(model: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """The fields of a record, and of the records in it, that are written in words."""
    for name, info in model.model_fields.items():
        hint = model.__annotations__[name]
        inner = inner_record(info.annotation)
        if inner:
            yield from texts_of(inner)
        elif kind_of(hint) == "text" and not (vocabulary_of(hint) or choice_of(hint)):
            yield model, name


def too_long(model: type[Record], name: str, letters: int) -> list[int]:
    """The limits that so many letters in a field break."""
    text = "あ" * letters
    written = {name: [text] if is_list(model.__annotations__[name]) else text}
    try:
        model.model_validate(written)
    except ValidationError as refused:
        errors = [each for each in refused.errors() if each["loc"][:1] == (name,)]
        return [each["ctx"]["max_length"] for each in errors if each["type"] == "string_too_long"]
    return []


@pytest.mark.parametrize("kind", FORMS)
def test_every_question_has_the_label_of_its_field_and_its_choices(kind: str) -> None:
    for control in asked(kind):
        assert control.label
        assert control.label_en
        assert (control.shape in ("one", "pick", "many", "tick")) == (bool(control.options) and not control.inside)
    assert {c.name for c in asked("event")} >= FOLDED
    assert next(c for c in asked("group") if c.name == "summary").limit == 60
    assert next(c for c in asked("group") if c.name == "contact.phone").hideable


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_is_on_the_page_under_its_name(pages: Pages, kind: str) -> None:
    names = {e.attributes["name"] for e in elements(pages[PAGES[kind]]) if "name" in e.attributes}
    leaves = [c for c in asked(kind) if not c.inside]
    for control in leaves:
        form = control.name.replace("translations.#", "translations.easy")
        assert {form.replace("#", "0"), form} & names, control.name
    assert {"_hiroba", "_kind", "_slug", "_base", "_receipt", "_way", "_token", "_trap", "_slip.name"} <= names


@pytest.mark.parametrize("kind", FORMS)
def test_every_control_has_a_label_and_what_describes_it_is_there(pages: Pages, kind: str) -> None:
    found = Elements(pages[PAGES[kind]]).all
    ids = {e.attributes["id"] for e in found if "id" in e.attributes}
    labelled = {e.attributes["for"] for e in found if e.tag == "label" and "for" in e.attributes}
    assert len(ids) == sum("id" in e.attributes for e in found)
    for e in found:
        assert set(e.attributes.get("aria-describedby", "").split()) <= ids
        if e.tag in ("select", "textarea") or (e.tag == "input" and e.attributes.get("type") == "text"):
            assert e.attributes.get("id") in labelled or "aria-label" in e.attributes, e.attributes


def test_a_city_that_takes_nothing_in_has_no_form(tmp_path: Path) -> None:
    pages = poured(tmp_path, settings=FORM.model_copy(update={"send": Send()}))
    assert not [name for name in pages if name.startswith("edit/")]
    assert "このページの内容を直す" in said(pages["groups/kawa-akari/index.html"])


@pytest.mark.parametrize("send", [{"post": "/x"}, {"email": True}, {"code_host": True}, {"paper": True}])
def test_one_way_of_sending_is_enough_for_a_form(send: dict[str, object]) -> None:
    assert FORM.model_copy(update={"send": Send.model_validate(send)}).form


def test_a_way_that_leads_nowhere_makes_no_form() -> None:
    assert not Settings(send=Send()).form
    assert not Settings(send=Send(email=True, code_host=True)).form


def test_only_the_ways_that_a_city_chose_are_offered(tmp_path: Path) -> None:
    pages = poured(tmp_path, settings=FORM.model_copy(update={"send": Send(paper=True)}))
    ways = [e.attributes["data-send"] for e in elements(pages["edit/index.html"]) if "data-send" in e.attributes]
    assert ways == ["paper", "file"]


def test_a_service_that_knows_forms_by_their_mark_finds_it(tmp_path: Path) -> None:
    send = Send(post="/", netlify=True)
    html = poured(tmp_path, settings=FORM.model_copy(update={"send": send}))["edit/index.html"]
    (form,) = [e for e in elements(html, "form") if e.attributes.get("id") == "form"]
    assert form.attributes["data-netlify"] == "true"
    names = {e.attributes["name"]: e.attributes.get("value") for e in elements(html, "input") if "name" in e.attributes}
    assert names["form-name"] == form.attributes["name"] == "hiroba-group"


def test_a_page_leads_to_its_own_correction(pages: Pages) -> None:
    links = [e.attributes["href"] for e in elements(pages["groups/kawa-akari/index.html"], "a") if "直す" in e.text]
    assert links == ["../../edit/?group=kawa-akari"]
    links = [e.attributes["href"] for e in elements(pages["events/tanemaki/index.html"], "a") if "直す" in e.text]
    assert links == ["../../edit/event/?event=tanemaki"]


def test_the_form_can_be_found_and_loads_nothing_from_elsewhere(pages: Pages) -> None:
    for name in (f"{kind.form.url}index.html" for kind in OPEN.values() if kind.form):
        assert '<link rel="canonical" href="https://hiroba.example.org/edit/' in pages[name]
        loaded = [e.attributes.get("src", "") for e in elements(pages[name], "script")]
        assert loaded
        assert not [src for src in loaded if "//" in src]


def test_without_scripts_the_form_says_what_one_can_do(pages: Pages) -> None:
    assert "JavaScript を使わないときは" in " ".join(texts(pages["edit/index.html"], "noscript"))


def test_what_the_form_starts_from_is_what_is_published() -> None:
    wishes = []
    for folder in ("groups", "events"):
        for slug in SAMPLE.slugs[folder]:
            found = json.loads(prefill(CONTENT, folder, slug, SAMPLE.vocabularies))
            assert found["base"] == digest(SAMPLE.text(folder, slug))
            pairs = [("_kind", folder[:-1]), ("_slug", slug), *((name, value) for name, value in found["fields"])]
            submission = from_pairs(pairs)
            assert isinstance(submission, Submission)
            assert submission.unknown == ()
            fields = wanted(submission, slug, TODAY).fields
            wishes.append(Wanted(folder, slug, {n: v for n, v in fields.items() if n not in ("confirmed", "source")}))
    assert [d.slug for d in drafts(wishes, SAMPLE, TODAY) if d.before != d.after] == []


def test_a_broken_profile_gives_an_empty_start(tmp_path: Path) -> None:
    folder = content(tmp_path, {"groups/kowareta.yaml": "name: [\n"})
    found = json.loads(prefill(folder, "groups", "kowareta", SAMPLE.vocabularies))
    assert found == {"base": digest("name: [\n"), "fields": []}


def test_the_form_knows_what_a_page_says_of_a_place_and_which_days_are_holidays(tmp_path: Path) -> None:
    place = PLACE + "address: 川辺町1丁目\nlat: 35.7\nlon: 139.5\n"
    found = json.loads(names(load(content(tmp_path, {"places/kawabe.yaml": place}), "content", TODAY).directory))
    assert found["places"]["kawabe"] == ["川辺の家", "川辺町1丁目", True]
    assert found["groups"]["kawa-akari"] == ["川あかりの会", "かわあかりのかい"]
    free = found["holidays"]
    assert free == sorted(free)
    # From the year before to three years ahead: the preview of a form that was built long ago still looks a year ahead.
    assert (free[0], free[-1]) == ("2025-01-01", "2029-11-23")
    assert {"2026-11-23", "2027-01-11"} <= set(free)
