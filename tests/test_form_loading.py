"""The form's page is light, is filled in before everything is there, and loses nothing where the line breaks off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.weighing import Scale, weighing

pytestmark = [pytest.mark.browser, pytest.mark.site]

# What a browser transfers (bodies with gzip): how many requests, and bytes.
TO_FILL_IN = (9, 50_000)
IN_ALL = (12, 167_000)
# The check with its table, and what is needed to finish: neither is asked for before the form stands.
LATER = ("/assets/form-inspection", "/assets/form-finish", "/assets/form/checking.json")


@pytest.fixture
def scale(sample_site: Path) -> Iterator[Scale]:
    with weighing(sample_site) as found:
        yield found


@pytest.fixture
def page(chromium: Browser, scale: Scale) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=scale.address, locale="ja-JP")
    yield context.new_page()
    context.close()


def test_a_question_can_be_answered_after_few_bytes_and_everything_is_there_after_a_dozen_requests(
    page: Page, scale: Scale
) -> None:
    scale.gone = LATER
    page.goto("edit/")
    expect(page.locator("#form[data-ready]")).to_be_visible()
    page.fill("#form [name=name]", "青空の会")
    assert len(scale.sent) <= TO_FILL_IN[0], scale.sent
    assert sum(scale.sent.values()) <= TO_FILL_IN[1], scale.sent
    scale.gone = ()
    page.goto("edit/")
    expect(page.locator("#form[data-whole]")).to_be_visible()
    assert {path.rpartition("-")[0] or path for path in scale.sent} >= set(LATER[:2])
    assert len(scale.sent) <= IN_ALL[0], scale.sent
    assert sum(scale.sent.values()) <= IN_ALL[1], scale.sent


@pytest.mark.parametrize("address", ["edit/?group=yanasegawa-ashi", "edit/event/"])
def test_corrections_and_events_are_no_heavier(page: Page, scale: Scale, address: str) -> None:
    page.goto(address)
    expect(page.locator("#form[data-whole]")).to_be_visible()
    # One request more: what is published of the group, or what finds the mistakes between an event's values.
    assert len(scale.sent) <= IN_ALL[0] + 1, scale.sent
    assert sum(scale.sent.values()) <= IN_ALL[1] + 5_000, scale.sent


def test_where_the_line_breaks_off_early_the_form_goes_on_unchecked_says_so_and_keeps_everything(
    page: Page, scale: Scale
) -> None:
    scale.gone = LATER
    page.goto("edit/?group=yanasegawa-ashi")
    expect(page.locator("#form-whose")).to_contain_text("いま公開している内容が入っています")
    page.fill("#form [name=kana]", "青空")
    page.locator(".step:visible [data-next]").click()
    expect(page.locator("#form-where")).to_have_text("9つのうち2つめ")
    expect(page.locator("#form-status")).to_contain_text("送る前に、もう一度確かめます。")
    page.locator(".step:visible [data-last]").click()
    page.locator("[data-send=email]").click()
    expect(page.locator("#form-failed")).to_contain_text(
        "ページを開きなおしてください。書いた内容は、この端末に残っています。"
    )
    expect(page.locator("#form-done")).to_be_hidden()
    scale.gone = ()
    page.reload()
    page.get_by_role("button", name="続きから書く").click()
    expect(page.locator("#form [name=kana]")).to_have_value("青空")
    page.locator(".step:visible [data-next]").click()
    expect(page.locator("#form-errors li")).to_have_count(1)
    expect(page.locator("#form-errors li")).to_contain_text("ふりがな")


def test_without_its_names_the_form_says_that_it_is_not_ready(page: Page, scale: Scale) -> None:
    scale.gone = ("/assets/form/names.json",)
    page.goto("edit/")
    expect(page.locator("#form-whose")).to_contain_text("フォームの準備ができませんでした。")
    expect(page.locator("#form-whose")).to_contain_text("開きなおしてください")


def test_a_mistake_left_before_the_check_is_there_is_told_when_it_is(page: Page, scale: Scale) -> None:
    """Who types faster than a telephone loads is told all the same."""
    held = []
    page.route("**/form/checking.json", lambda route: held.append(route))
    page.goto("edit/")
    expect(page.locator("#form[data-ready]")).to_be_visible()
    page.fill("#form [name=kana]", "青空")
    page.keyboard.press("Tab")
    expect(page.locator("#f-kana-error")).to_be_hidden()
    while not held:
        page.wait_for_event("request")
    held[0].continue_()
    expect(page.locator("#f-kana-error")).to_be_visible()
