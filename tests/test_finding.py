"""Found in one try: suggestions, narrowing down, sorting, and five errands of real residents on a telephone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

STATUS = ".search-status"
NAMES = ".search-name"


@pytest.fixture
def page(chromium: Browser, sample_server: str) -> Iterator[Page]:
    """A telephone on the front page."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=sample_server, locale="ja-JP")
    opened = context.new_page()
    opened.goto("")
    yield opened
    context.close()


# ---- five errands: each is at most three taps or typed questions from the front page


def asked(page: Page, question: str) -> None:
    """Type a question into the front page's box and press Enter."""
    page.locator("#hero-q").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("結果")


def test_a_sign_language_circle_that_meets_at_night_is_found(page: Page) -> None:
    asked(page, "手話サークル 夜")
    page.locator(NAMES, has_text="手話サークル よなべの手").first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("手話サークル よなべの手")
    expect(page.locator(".facts").first).to_contain_text("毎週火曜")


def test_those_who_clean_the_river_are_found(page: Page) -> None:
    asked(page, "川 掃除")
    page.locator(NAMES, has_text="柳瀬川あしの会").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("柳瀬川あしの会")


def test_something_for_a_retired_carpenter_on_saturdays_is_found(page: Page) -> None:
    asked(page, "退職した大工 土曜")
    page.locator(NAMES).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("土曜かんな組")


def test_a_place_where_foreign_mothers_can_talk_is_found(page: Page) -> None:
    asked(page, "外国人のお母さん おしゃべり")
    page.locator(NAMES).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ちゃいちゃいテーブル")


def test_the_telephone_number_of_the_neighbours_choir_is_found(page: Page) -> None:
    page.locator("#hero-q").press_sequentially("ひまわり")
    page.get_by_role("option", name="ひまわり七列目").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("混声合唱団 ひまわり七列目")
    expect(page.locator('a[href^="tel:"]').first).to_be_visible()


# ---- suggestions


def test_names_fields_and_places_are_offered_by_their_reading_and_said_what_they_are(page: Page) -> None:
    page.locator("#hero-q").press_sequentially("けや")
    expect(page.get_by_role("option").first).to_be_visible()
    told = page.get_by_role("option").all_inner_texts()
    assert any("けやき通り七曜商店会" in text and "団体" in text for text in told)
    page.locator("#hero-q").fill("ほけ")
    expect(page.get_by_role("option", name="保健・医療・福祉 分野")).to_be_visible()


def test_suggestions_are_chosen_with_the_arrow_keys_and_put_away_with_escape(page: Page) -> None:
    box = page.locator("#hero-q")
    box.press_sequentially("よなべ")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator('[role="option"][aria-selected="true"]')
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "よなべ"
    box.press_sequentially("の")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/groups/yonabe-no-te/$"))


def test_the_arrow_down_opens_suggestions_again_at_the_first(page: Page) -> None:
    box = page.locator("#hero-q")
    box.press_sequentially("ひまわり")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/groups/himawari-nanaretsu/$"))


@pytest.mark.parametrize("typed", ["shuwa", "shuw", "SHUWA", "ｓｈｕｗａ"])
def test_names_are_offered_by_their_reading_in_latin_letters(page: Page, typed: str) -> None:
    with page.expect_response(re.compile(r"/suggest/")):
        page.locator("#hero-q").fill(typed)
    expect(page.get_by_role("option").first).to_be_visible()
    told = page.get_by_role("option").all_inner_texts()
    assert any("手話" in text for text in told), told
    assert not [text for text in told if "趣味" in text]


def test_latin_letters_that_are_no_japanese_are_offered_nothing(page: Page) -> None:
    with page.expect_response(re.compile(r"/suggest/")):
        page.locator("#hero-q").fill("xqzt")
    expect(page.get_by_role("option")).to_have_count(0)


def test_an_enter_that_ends_a_conversion_neither_chooses_nor_searches(page: Page) -> None:
    box = page.locator("#hero-q")
    box.press_sequentially("よなべ")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    enter = "(box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, cancelable: true }))"
    assert box.evaluate(enter) is False
    assert page.url.endswith("/")


def test_a_name_is_offered_by_a_word_inside_it(page: Page) -> None:
    box = page.locator("#hero-q")
    box.press_sequentially("合唱")
    expect(page.get_by_role("option", name="混声合唱団 ひまわり七列目")).to_be_visible()
    box.fill("なな")
    expect(page.get_by_role("option", name="混声合唱団 ひまわり七列目")).to_be_visible()


@pytest.mark.parametrize("typed", ["鯨", "ヲ", "Ω", "'"])
def test_letters_that_begin_nothing_ask_for_a_file_that_is_there(page: Page, typed: str) -> None:
    with page.expect_response(re.compile(r"/suggest/")) as answer:
        page.locator("#hero-q").fill(typed)
    assert answer.value.status == 200
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_number_of_suggestions_is_said(page: Page) -> None:
    page.locator("#hero-q").press_sequentially("ひまわり")
    expect(page.locator('form [role="status"]').last).to_contain_text("候補が")


def test_nothing_is_loaded_for_suggestions_before_somebody_types(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.reload()
    page.locator("#hero-q").focus()
    assert [url for url in loaded if "suggest/" in url or "search-table" in url] == []


def test_every_page_offers_suggestions_in_its_header(page: Page) -> None:
    page.goto("events/")
    page.locator("#site-search-q").press_sequentially("なおし")
    expect(page.get_by_role("option", name="なおし茶屋 団体")).to_be_visible()


# ---- searching in a list


@pytest.mark.parametrize("width", [390, 1280])
def test_a_box_above_the_list_of_groups_searches_among_them_and_leads_back(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("groups/")
    box = page.get_by_placeholder("この一覧からさがす")
    fold = page.locator(".search-filters details").first
    expect(fold).to_be_visible()
    form, below = page.locator("#search-app form").bounding_box(), fold.bounding_box()
    assert form and below
    assert below["y"] - form["y"] - form["height"] >= 8
    box.fill("手話")
    expect(page.locator(NAMES).first).to_contain_text("手話サークル よなべの手")
    expect(page.locator("#plain-list")).to_be_hidden()
    assert {text.split()[0] for text in page.locator(".search-kind").all_inner_texts()} <= {"団体"}
    box.fill("")
    expect(page.locator("#plain-list")).to_be_visible()


def test_a_question_in_the_address_of_the_events_is_answered_by_the_search_among_events(page: Page) -> None:
    page.goto("events/?q=手話")
    expect(page).to_have_url(re.compile(r"/search/\?q=[^&]+&kind=event$"))
    expect(page.locator("#search-app input[name=q]")).to_have_value("手話")
    expect(page.locator(STATUS)).to_contain_text("手話の検索結果")
    links = page.locator(f"{NAMES} a")
    expect(links.first).to_be_visible()
    assert all("/events/" in (link.get_attribute("href") or "") for link in links.all())


def test_a_question_in_the_address_of_the_people_wanted_is_answered_by_the_search(page: Page) -> None:
    page.goto("wanted/?q=手話&area=上清戸")
    expect(page).to_have_url(re.compile(r"/search/\?q=[^&]+&area=[^&]+$"))


# ---- narrowing down


def test_the_list_of_groups_is_narrowed_down_by_several_things_at_once(page: Page) -> None:
    page.goto("groups/")
    expect(page.locator("#plain-list")).to_be_visible()
    page.locator(".search-narrow > summary").click()
    page.locator(".search-facet", has_text="曜日と時間").locator("summary").click()
    page.get_by_role("checkbox", name=re.compile("木曜の夜")).check()
    expect(page.locator(STATUS)).to_contain_text("件（しぼりこみ中）")
    expect(page.locator("#plain-list")).to_be_hidden()
    page.locator(".search-facet", has_text="活動分野").locator("summary").click()
    choice = page.locator(".search-choice", has_text="文化・芸術・スポーツ")
    count = re.search(r"(\d+)件", choice.inner_text())
    assert count
    choice.locator("input").check()
    expect(page.locator(STATUS)).to_have_text(f"{count[1]}件（しぼりこみ中）")
    assert "time=" in page.url and "field=" in page.url
    page.get_by_role("button", name="条件をすべて外す").click()
    expect(page.locator("#plain-list")).to_be_visible()


def test_every_count_is_what_the_choice_leaves(page: Page) -> None:
    page.goto("groups/?audience=高齢の方")
    expect(page.locator(STATUS)).to_contain_text("件（しぼりこみ中）")
    fields = page.locator(".search-facet", has_text="活動分野").locator(".search-choice:not(.search-choice--none)")
    expect(fields.nth(3)).to_be_attached()
    told = fields.evaluate_all(
        "(all) => all.map((line) => [line.children[1].textContent, line.children[2].textContent])"
    )
    assert len(told) > 3
    for label, count in told[:4]:
        page.goto(f"groups/?audience=高齢の方&field={label}")
        expect(page.locator(STATUS)).to_have_text(f"{count}（しぼりこみ中）")


def test_a_choice_that_would_leave_nothing_cannot_be_ticked(page: Page) -> None:
    page.goto("groups/?time=日曜の夜")
    expect(page.locator(STATUS)).to_contain_text("件")
    expect(page.locator(".search-choice--none").first).to_be_attached()
    assert page.locator(".search-choice--none input:not([disabled])").count() == 0


def test_what_is_on_stands_above_the_results_and_comes_off_with_a_tap(page: Page) -> None:
    page.goto("groups/?field=環境の保全&audience=子ども")
    chips = page.locator(".search-chip")
    expect(chips).to_have_count(2)
    chips.first.click()
    expect(chips).to_have_count(1)
    assert "field=" not in page.url
    page.go_back()
    expect(chips).to_have_count(2)


def test_results_can_be_sorted_and_the_order_is_in_the_address(page: Page) -> None:
    page.goto("groups/?field=環境の保全")
    expect(page.locator(NAMES).first).to_be_visible()
    page.get_by_label("ならび順").select_option("五十音順")
    expect(page).to_have_url(re.compile("sort=kana"))
    page.wait_for_function("() => document.querySelectorAll('.search-kana').length > 2")
    readings = page.locator(".search-kana").all_inner_texts()
    assert readings == sorted(readings)
    page.reload()
    expect(page.get_by_label("ならび順")).to_have_value("kana")
    expect(page.locator(".search-kana")).to_have_text(readings)


# ---- nothing found


def test_a_slip_in_a_name_is_answered_with_the_name(page: Page) -> None:
    page.goto("search/?q=すまほそうたん")
    expect(page.locator(".search-note, .search-help").first).to_be_attached()
    expect(page.locator("#search-app")).to_contain_text("スマホ相談 となりの指")


def test_nothing_found_leads_to_the_centre_and_lets_the_wish_be_left(page: Page) -> None:
    page.goto("search/?q=水族館")
    expect(page.locator(".search-help")).to_contain_text("042-000-0100")
    wish = page.locator(".search-help a[data-wish]")
    assert "%E6%B0%B4%E6%97%8F%E9%A4%A8" in (wish.get_attribute("href") or "")


def test_a_list_that_finds_nothing_says_what_another_kind_has(page: Page) -> None:
    page.goto("groups/?q=合同演奏会")
    expect(page.locator(STATUS)).to_have_text("「合同演奏会」は、団体にはありませんが、イベントに1件あります。")
    event = page.locator(".search-help").get_by_role("link", name="冬の合同演奏会「七列目とのどぼとけ」")
    assert (event.get_attribute("href") or "").startswith("../events/")
    page.get_by_role("link", name="「合同演奏会」をすべての種類からさがす").click()
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    expect(page.locator(NAMES)).to_have_text(["冬の合同演奏会「七列目とのどぼとけ」"])


def test_a_list_narrowed_down_to_nothing_leads_to_the_other_kinds(page: Page) -> None:
    page.goto("wanted/?audience=どなたでも")
    expect(page.locator(STATUS)).to_contain_text("この条件に合うものは、この一覧にはありません。")
    page.get_by_role("link", name="ほかの種類からもさがす").click()
    expect(page).to_have_url(re.compile(r"/search/\?audience="))
    expect(page.locator(NAMES).first).to_be_visible()


def test_a_question_with_nothing_alike_still_names_fields_to_look_in(page: Page) -> None:
    page.goto("search/?q=ふるーとの会かい")
    expect(page.locator(".search-help")).to_contain_text("近い分野や地域から")
    page.locator(".search-near").first.click()
    expect(page.locator(STATUS)).to_contain_text("件（しぼりこみ中）")
