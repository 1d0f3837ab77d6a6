"""What pages tell of the settings: whom to ask, where a page stands, how a form is sent; how addresses are shown."""

from pathlib import Path

import pytest

from generator.assets import Assets
from generator.form.page import SendView, form_pages
from generator.kinds import GRANT, GROUP
from generator.packaged import packaged
from generator.pages.contact_points import Address, address_of, center_view
from generator.pages.render import environment
from generator.pages.views import Page
from generator.settings import Center, Send, Settings
from generator.wording.parts import elsewhere


def test_the_center_has_an_address_that_a_telephone_dials() -> None:
    assert center_view(Center(phone="042-000-0100")).tel == "tel:0420000100"


@pytest.mark.parametrize(
    "written", ["０４２－０００－０１００", "042(000)0100", "042-000-0100（代表）", "電話 042ー000ー0100"]
)
def test_however_the_number_is_written_a_telephone_dials_it(written: str) -> None:
    assert center_view(Center(phone=written)).tel == "tel:0420000100"
    assert center_view(Center(phone="窓口へ")).tel == ""


def test_a_center_without_a_telephone_has_no_such_address() -> None:
    assert center_view(Center()).tel == ""


@pytest.mark.parametrize("site", ["https://hiroba.example.org/town", "https://hiroba.example.org/town/"])
def test_a_printed_address_may_break_after_the_site(site: str) -> None:
    whole = "https://hiroba.example.org/town/groups/kawa/"
    cut = Address(whole, "https://hiroba.example.org/town/", "groups/kawa/")
    assert address_of("groups/kawa/", Settings(site_url=site)) == cut


def test_a_site_that_does_not_know_its_address_prints_none() -> None:
    assert address_of("groups/kawa/", Settings()) is None


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://kawa.example.org/", "kawa.example.org"),
        ("http://kawa.example.org/about/", "kawa.example.org/about"),
        ("https://kawa.example.org/a?b=c", "kawa.example.org/a?b=c"),
    ],
)
def test_another_site_is_shown_as_people_write_it_and_linked_as_it_is(url: str, shown: str) -> None:
    link = elsewhere("ホームページ", url)
    assert (link.text, link.url, link.whole, link.shown) == ("ホームページ", url, True, shown)


def _pages(settings: Settings) -> list[Page]:
    return [make() for make in form_pages({}, settings)]


def _sent(settings: Settings, kind: str) -> SendView:
    found: SendView = next(page.view.send for page in _pages(settings) if page.view.kind.name == kind)
    return found


def test_the_code_host_takes_only_what_everybody_may_propose() -> None:
    settings = Settings(repository="https://code.example.org/town/", send=Send(code_host=True))
    assert _sent(settings, GROUP.name).repository == "https://code.example.org/town"
    assert _sent(settings, GRANT.name).repository == ""


def test_a_way_that_leads_nowhere_is_no_way_of_a_form() -> None:
    send = _sent(Settings(send=Send(paper=True, email=True, code_host=True)), GROUP.name)
    assert (send.paper, send.email, send.repository, send.post) == (True, False, "", "")


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("", "困ったらセンターへどうぞ。"),
        ("042-000-0100", '困ったらセンター（<a class="phone" href="tel:0420000100">042-000-0100</a>）へどうぞ。'),
    ],
)
def test_a_form_names_the_telephone_of_the_center_if_there_is_one(phone: str, said: str) -> None:
    page = _pages(Settings(send=Send(paper=True), center=Center(name="センター", phone=phone)))[0]
    names = {name: name for name in ("form.css", "form.js")}
    env = environment([packaged("theme") / "pages"], Path("none"), Assets({}, names, {}))
    assert said in env.get_template(page.template).render(view=page.view, root="../", page=page)
