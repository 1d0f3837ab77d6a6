"""「わたしにできること」 as a resident meets it: five questions in a real browser, and what their answers lead to."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

KEYS = ("do", "when", "where", "with", "often")
ANSWERED = "match/?do=cooking.carpentry&when=saturday-morning&with=beginner"
STORED = "localStorage.getItem('hiroba.match')"


@pytest.fixture
def context(chromium: Browser, sample_server: str) -> Iterator[BrowserContext]:
    """A telephone that fails the test by a script's error, a cookie, or a request that is no GET of this site."""
    opened = chromium.new_context(
        viewport={"width": 390, "height": 844}, base_url=sample_server, locale="ja-JP", reduced_motion="reduce"
    )
    wrong: list[str] = []
    opened.on("weberror", lambda error: wrong.append(str(error.error)))
    opened.on(
        "request",
        lambda r: None if r.url.startswith(sample_server) and r.method == "GET" else wrong.append(r.method + r.url),
    )
    yield opened
    cookies = opened.cookies()
    opened.close()
    assert (wrong, cookies) == ([], [])


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def title(page: Page, key: str) -> None:
    """The question of that key is on the screen, and no other."""
    expect(page.locator(f'[data-question="{key}"]')).to_be_visible()
    expect(page.locator("[data-question]:visible")).to_have_count(1)


def onward(page: Page) -> None:
    page.locator("[data-next]").click()


def choose(page: Page, key: str, value: str) -> None:
    """Tick a choice, below its heading if it has one."""
    box = page.locator(f"#{key}-{value}")
    fold = page.locator("details.fold", has=box)
    if fold.count() and fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.locator(f'label[for="{key}-{value}"]').click()
    expect(box).to_be_checked()


def found(page: Page) -> list[str]:
    """The titles that are shown, in order, once everything is there."""
    expect(page.locator(".match__results")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(".find").first).to_be_visible()
    return page.locator(".find__title").all_inner_texts()


# ---- the questions


def test_five_questions_are_asked_one_a_screen_and_lead_to_what_fits(page: Page) -> None:
    page.goto("match/")
    for number, (key, value) in enumerate(
        (
            ("do", "cooking"),
            ("when", "saturday-morning"),
            ("where", "home"),
            ("with", "beginner"),
            ("often", "monthly"),
        ),
        start=1,
    ):
        title(page, key)
        expect(page.locator(".question__progress:visible")).to_have_text(f"5問のうち{number}問め")
        choose(page, key, value)
        onward(page)
    assert found(page)
    expect(page).to_have_url(
        re.compile(r"/match/\?do=cooking&when=saturday-morning&where=home&with=beginner&often=monthly$")
    )


def test_every_question_can_be_skipped_and_then_lists_are_offered(page: Page) -> None:
    page.goto("match/")
    for key in KEYS:
        title(page, key)
        expect(page.locator("[data-next]")).to_have_text("結果を見る" if key == "often" else "とばして次へ ›")
        onward(page)
    expect(page.locator(".match__count")).to_have_text("まだ答えがありません")
    expect(page.locator(".match__nothing a").first).to_have_attribute("href", "../wanted/")
    assert page.evaluate(STORED) is None


def test_back_leads_to_the_question_before_with_every_answer_kept(page: Page) -> None:
    page.goto("match/")
    choose(page, "do", "cooking")
    onward(page)
    choose(page, "when", "sunday-morning")
    onward(page)
    title(page, "where")
    page.locator("[data-back]").click()
    title(page, "when")
    expect(page.locator("#when-sunday-morning")).to_be_checked()
    page.go_back()
    title(page, "do")
    expect(page.locator("#do-cooking")).to_be_checked()
    choose(page, "do", "sewing")
    page.go_forward()
    title(page, "when")
    expect(page.locator("#when-sunday-morning")).to_be_checked()
    expect(page).to_have_url(re.compile(r"\?do=sewing\.cooking&when=sunday-morning#when$"))


def test_back_on_the_page_itself_works_where_one_came_by_an_address(page: Page) -> None:
    page.goto("match/?do=cooking#where")
    title(page, "where")
    page.locator("[data-back]").click()
    title(page, "when")
    page.locator("[data-back]").click()
    title(page, "where")


def test_the_focus_and_what_is_heard_follow_the_question(page: Page) -> None:
    page.goto("match/")
    expect(page.locator("#do-title")).not_to_be_focused()
    onward(page)
    expect(page.locator("#when-title")).to_be_focused()
    expect(page.locator(".match__status")).to_have_text("5問のうち2問め")
    page.go_back()
    expect(page.locator("#do-title")).to_be_focused()


def test_the_whole_way_is_gone_with_the_keyboard_alone(page: Page) -> None:
    page.goto("match/#when")
    title(page, "when")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{selector} is not reached")

    tab_to("#when-saturday-morning")
    page.keyboard.press("Space")
    tab_to("[data-next]")
    page.keyboard.press("Enter")
    expect(page.locator("#where-title")).to_be_focused()
    tab_to("[data-early]")
    page.keyboard.press("Enter")
    expect(page.locator("#match-results")).to_be_focused()
    assert found(page)
    tab_to(".chip")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#match-results")).to_be_focused()


def test_every_choice_and_button_is_as_large_as_a_thumb(page: Page) -> None:
    for key in (*KEYS, "results"):
        page.goto(f"match/?do=cooking&when=saturday-morning#{key}" if key != "results" else ANSWERED)
        if key == "results":
            found(page)
        page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
        small = page.locator(
            "#match button, #match summary, #match .choice label, #match input[type=text]"
        ).evaluate_all(
            """(all) => all.filter((one) => one.checkVisibility()).map((one) => [one, one.getBoundingClientRect()])
                .filter(([, box]) => box.height < 44 || box.width < 44).map(([one]) => one.outerHTML.slice(0, 90))"""
        )
        assert small == []


# ---- in one's own words


SAID = ".typed__said"


def type_words(page: Page, words: str) -> None:
    page.locator("#typed").fill(words)
    page.locator("#typed").press("Enter")
    expect(page.locator("#typed")).to_have_value("")
    expect(page.locator(SAID)).not_to_contain_text("調べています")


def test_words_of_ones_own_are_ticked_where_they_name_a_skill(page: Page) -> None:
    page.goto("match/")
    type_words(page, "大工、経理")
    title(page, "do")
    expect(page.locator("#do-carpentry")).to_be_checked()
    expect(page.locator("#do-accounting")).to_be_checked()
    expect(page.locator(".typed__said")).to_contain_text("「大工」→ 大工仕事・木工 を選びました。")


def test_a_word_that_nobody_knows_is_said_and_can_be_searched_for(page: Page) -> None:
    page.goto("match/")
    type_words(page, "ボブスレー")
    expect(page.locator(".typed__said")).to_contain_text("「ボブスレー」は、選べることばの中にありませんでした。")
    link = page.get_by_role("link", name="「ボブスレー」でさがす")
    expect(link).to_have_attribute("href", "../search/?q=" + quote("ボブスレー"))
    assert page.locator("input:checked").count() == 0


def test_what_one_cannot_do_is_no_wish(page: Page) -> None:
    page.goto("match/")
    type_words(page, "料理は苦手")
    assert page.locator("input:checked").count() == 0


def test_what_still_stands_in_the_box_is_an_answer_and_is_seen_before_one_goes_on(page: Page) -> None:
    page.goto("match/")
    page.locator("#typed").fill("大工")
    onward(page)
    expect(page.locator(SAID)).to_have_text("「大工」→ 大工仕事・木工 を選びました。")
    expect(page.locator(SAID)).to_be_in_viewport()
    title(page, "do")
    onward(page)
    title(page, "when")
    expect(page).to_have_url(re.compile(r"\?do=carpentry#when$"))


def test_who_goes_to_the_results_early_loses_nothing_that_stands_in_the_box(page: Page) -> None:
    page.goto("match/")
    choose(page, "do", "cooking")
    page.locator("#typed").fill("大工")
    page.locator("[data-early]").click()
    expect(page.locator(SAID)).to_contain_text("「大工」→ 大工仕事・木工 を選びました。")
    title(page, "do")
    page.locator("[data-early]").click()
    assert found(page)
    expect(page).to_have_url(re.compile(r"/match/\?do=carpentry\.cooking$"))


def test_a_word_that_was_taken_for_something_else_comes_off_at_once(page: Page) -> None:
    page.goto("match/")
    type_words(page, "大工、経理")
    page.get_by_role("button", name="大工仕事・木工をはずす").click()
    expect(page.locator("#do-carpentry")).not_to_be_checked()
    expect(page.locator("#do-accounting")).to_be_checked()
    expect(page.locator(SAID)).to_contain_text("（大工仕事・木工をはずしました）")
    expect(page).to_have_url(re.compile(r"\?do=accounting$|\?do=accounting#do$"))


@pytest.mark.parametrize("words", ["大工", ""])
def test_a_double_tap_goes_on_once(page: Page, words: str) -> None:
    page.goto("match/")
    page.locator("#typed").fill(words)
    page.locator("[data-next]").dblclick()
    if words:
        expect(page.locator(SAID)).to_contain_text("大工仕事・木工")
        title(page, "do")
        page.locator("[data-next]").dblclick()
    expect(page.locator(".match__status")).to_have_text("5問のうち2問め")
    title(page, "when")


def test_english_words_that_nobody_knows_are_one_search_together(page: Page) -> None:
    page.goto("match/")
    type_words(page, "I want to zorb now、ボブスレー")
    expect(page.locator(f"{SAID} p")).to_have_count(1)
    expect(page.locator(SAID)).to_contain_text(
        "「I want to zorb now」「ボブスレー」は、選べることばの中にありませんでした。"
    )
    links = page.locator(f"{SAID} a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert links == ["../search/?q=I%20want%20to%20zorb%20now", "../search/?q=" + quote("ボブスレー")]


def test_the_enter_that_confirms_a_conversion_asks_nothing(page: Page) -> None:
    page.goto("match/")
    page.locator("#typed").fill("だいく")
    page.locator("#typed").evaluate(
        "(box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    expect(page.locator("#typed")).to_have_value("だいく")
    assert page.locator("input:checked").count() == 0


def test_marks_in_ones_own_words_are_text(page: Page) -> None:
    page.goto("match/")
    type_words(page, "<img src=x onerror=alert(1)>")
    assert page.locator(".typed__said img").count() == 0
    expect(page.locator(".typed__said")).to_contain_text("<img")


# ---- on this device, in the address


def test_answers_stay_on_this_device_until_they_are_cleared(page: Page) -> None:
    page.goto("match/")
    choose(page, "do", "cooking")
    onward(page)
    page.reload()
    title(page, "when")
    expect(page.locator("#do-cooking")).to_be_checked()
    page.goto("about/")
    page.goto("match/")
    title(page, "do")
    page.get_by_role("button", name="前の答えで結果を見る").click()
    assert found(page)
    page.get_by_role("button", name="答えを消して、はじめから").click()
    title(page, "do")
    expect(page).to_have_url(re.compile("/match/$"))
    assert page.evaluate(STORED) is None
    assert page.locator("input:checked").count() == 0
    page.reload()
    expect(page.locator(".match__before")).to_be_hidden()


def clear_and_go_back(page: Page) -> None:
    """See results, take an answer off, clear all of them, and go back in the browser's history."""
    page.goto(ANSWERED)
    found(page)
    page.locator(".chip").first.click()
    expect(page.locator(".chip")).to_have_count(3)
    page.get_by_role("button", name="答えを消して、はじめから").click()
    title(page, "do")
    page.go_back()
    title(page, "do")
    expect(page).to_have_url(re.compile("/match/$"))


def test_going_back_brings_no_cleared_answer_up_again(page: Page) -> None:
    clear_and_go_back(page)
    assert page.locator("input:checked").count() == 0
    assert page.evaluate(STORED) is None


def test_an_address_with_answers_shows_their_results_at_once_and_overwrites_nobodys(
    page: Page, context: BrowserContext
) -> None:
    page.goto("match/")
    choose(page, "do", "sewing")
    other = context.new_page()
    other.goto(ANSWERED)
    assert found(other)
    expect(other.locator(".chip")).to_have_count(4)
    assert other.evaluate(STORED) == "do=sewing"


def test_a_reloaded_result_and_the_same_answers_in_another_order_are_the_same(page: Page) -> None:
    page.goto(ANSWERED)
    first = found(page)
    page.reload()
    assert found(page) == first
    page.goto("match/?with=beginner&do=carpentry.cooking.nonsense&when=saturday-morning&utm=1")
    assert found(page) == first
    expect(page).to_have_url(re.compile(r"/match/\?do=carpentry\.cooking&when=saturday-morning&with=beginner$"))


@pytest.mark.parametrize(
    "query",
    [
        "do=<script>alert(1)</script>&when=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "do=" + ".".join(["cooking"] * 5_000),
        "do=__proto__.constructor&__proto__=cooking",
        "do=%E0%A4%A&when=...&where=..%2F..%2Fetc",
    ],
)
def test_a_hostile_address_is_answered_with_what_it_says_that_is_known(page: Page, query: str) -> None:
    page.goto(f"match/?{query}")
    known = "cooking.cooking" in query
    if known:
        assert found(page)
        expect(page.locator(".chip")).to_have_count(1)
    else:
        title(page, "do")
    assert page.locator("#match script, #match img").count() == 0
    assert len(page.url) < 100


@pytest.mark.parametrize(
    ("query", "asks", "words"),
    [
        ("do=bygone", True, "アドレスにあった答えは、いまの選択肢の中にありません。ここから選んでください。"),
        (
            "do=cooking.bygone",
            False,
            "アドレスにあった答えのうち、いまの選択肢の中にないものは、使っていません。",
        ),
    ],
)
def test_an_answer_that_nobody_can_choose_now_is_said(page: Page, query: str, asks: bool, words: str) -> None:
    page.goto(f"match/?{query}")
    expect(page.locator(".match__lost")).to_have_text(words)
    expect(page.locator(".match__lost")).to_be_visible()
    if asks:
        onward(page)
    else:
        found(page)
        page.locator(".chip").click()
    expect(page.locator(".match__lost")).to_be_hidden()
    page.goto("match/?do=cooking&utm=mail")
    found(page)
    expect(page.locator(".match__lost")).to_be_hidden()


def test_cleared_answers_do_not_come_back_where_the_browser_keeps_nothing(page: Page) -> None:
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
            Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
        }"""
    )
    clear_and_go_back(page)
    assert page.locator("input:checked, .chip").count() == 0


# ---- what was found


def test_every_result_says_why_and_leads_to_a_page_of_its_own(page: Page) -> None:
    page.goto(ANSWERED)
    found(page)
    cards = page.locator(".found").first.locator(".find")
    for card in cards.all():
        expect(card.locator(".find__why")).to_contain_text("合うところ")
    first = cards.first.locator(".find__title a")
    words = first.inner_text()
    first.click()
    expect(page.locator("h1")).to_contain_text(words)
    page.go_back()
    assert found(page)[0] == words


def test_what_nearly_fits_stands_apart_and_says_what_differs(page: Page) -> None:
    page.goto(ANSWERED)
    found(page)
    near = page.locator(".found", has=page.get_by_role("heading", name=re.compile("近いもの")))
    expect(near.locator(".find").first).to_be_visible()
    for card in near.locator(".find").all():
        expect(card.locator(".find__but, .find__ask b").first).to_contain_text(
            re.compile("ちがうところ|書かれていないこと")
        )


def test_a_chip_that_comes_off_changes_the_results_and_back_puts_it_on_again(page: Page) -> None:
    page.goto(ANSWERED)
    before = found(page)
    page.get_by_role("button", name="土曜の午前をはずす").click()
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#match-results")).to_be_focused()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(4)
    assert found(page) == before


def test_one_answer_is_changed_from_the_results_and_leads_back_to_them(page: Page) -> None:
    page.goto(ANSWERED)
    found(page)
    page.get_by_text("答えを変える・足す").click()
    page.get_by_role("button", name="いつを変える").click()
    title(page, "when")
    expect(page.locator("[data-next]")).to_have_text("結果を見る")
    choose(page, "when", "sunday-morning")
    onward(page)
    assert found(page)
    expect(page.locator(".chip", has_text="日曜の午前")).to_be_visible()


def test_more_is_shown_on_request_and_the_focus_goes_there(page: Page) -> None:
    page.goto("match/?when=weekday-morning.weekday-afternoon.saturday-morning&with=beginner")
    found(page)
    more = page.locator(".found__more:visible").first
    count = page.locator(".find").count()
    more.click()
    expect(page.locator(".find")).to_have_count(count + 10)
    expect(page.locator(".find a:focus")).to_have_count(1)


def test_whoever_comes_back_from_a_card_finds_as_many_as_there_were(page: Page) -> None:
    page.goto("match/?when=weekday-morning.weekday-afternoon.saturday-morning&with=beginner")
    found(page)
    page.locator(".found__more").click()
    expect(page.locator(".find")).to_have_count(20)
    last = page.locator(".find__title a").last
    words = last.inner_text()
    last.click()
    expect(page.locator(".match__results")).to_have_count(0)
    page.go_back()
    expect(page.locator(".find")).to_have_count(20)
    expect(page.locator(".find__title a", has_text=words).last).to_be_in_viewport()


def test_a_result_is_kept_on_the_shortlist(page: Page) -> None:
    page.goto(ANSWERED)
    title_of_first = found(page)[0]
    page.locator(".find .keep").first.click()
    expect(page.locator(".find .keep").first).to_have_attribute("aria-pressed", "true")
    page.goto("shortlist/")
    expect(page.locator(".shortlist-card")).to_contain_text(title_of_first)


def test_a_card_tells_a_few_reasons_and_how_many_more_there_are(page: Page) -> None:
    page.goto("match/")
    values = page.locator('[name="when"], [name="with"], [name="where"]').evaluate_all(
        "(all) => all.map((one) => [one.name, one.value])"
    )
    query = "&".join(f"{key}=" + ".".join(v for k, v in values if k == key) for key in ("when", "where", "with"))
    page.goto(f"match/?{query}")
    found(page)
    told = page.locator(".find__why, .find__but").all_inner_texts()
    counts = [len(words.split("・ほか")[0].split("・")) for words in told]
    assert any(re.search(r"・ほか\d+つ$", words) for words in told)
    # A word may have a dot of its own.
    assert max(counts) <= 10


def test_what_fits_is_counted_and_shown_before_what_is_near(page: Page) -> None:
    page.goto("match/?when=weekday-morning.saturday-morning&with=beginner")
    found(page)
    fits, near = re.findall("([0-9]+)件", page.locator("#match-results").inner_text())
    expect(page.locator(".found--fits h3 .count")).to_have_text(f"{fits}件")
    assert int(fits) > 10
    expect(page.locator(".found--fits .find")).to_have_count(10)
    expect(page.locator(".found--near")).to_be_hidden()
    while page.locator(".found__more").is_visible() and page.locator(".found--near").is_hidden():
        page.locator(".found__more").click()
        expect(page.locator(".find a:focus")).to_have_count(1)
    expect(page.locator(".found--fits .find")).to_have_count(int(fits))
    expect(page.locator(".found--near h3 .count")).to_have_text(f"{near}件")


def test_every_answer_is_told_on_every_card(page: Page) -> None:
    page.goto("match/?do=cooking&when=sunday-evening&where=home&with=wheelchair.teen&often=over")
    found(page)
    for card in page.locator(".find").all():
        words = card.inner_text()
        assert re.search("家", words) or "なら" in words
        assert re.search("車いす|スロープ|エレベーター", words)
        assert re.search("中学生|高校生|対象は|年齢|歳|どなたでも", words)
        assert re.search("代表や世話役の募集ではありません|役員|後継", words)


# ---- the wish card


def test_the_wish_card_carries_the_line_and_the_best_three(page: Page) -> None:
    page.goto(ANSWERED)
    best = found(page)[:3]
    page.get_by_role("button", name="希望カードを作る").click()
    card = page.locator("#wish")
    expect(card.locator("h2")).to_be_focused()
    expect(card.locator(".wish__line code")).to_have_text(
        "hiroba-wish:1?do=carpentry.cooking&when=saturday-morning&with=beginner"
    )
    assert card.locator("ol strong").all_inner_texts() == best
    expect(card).to_contain_text("大工仕事・木工、料理をする")
    expect(card).to_contain_text("042-000-0101")
    expect(card.locator("svg.qr")).to_be_visible()


def make_card(page: Page) -> None:
    page.get_by_role("button", name="希望カードを作る").click()
    expect(page.locator("#wish h2")).to_be_focused()


def sheets_of_paper(page: Page) -> int:
    return page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")


def test_the_open_wish_card_is_one_sheet_of_paper_however_it_is_printed(page: Page) -> None:
    page.goto(ANSWERED)
    found(page)
    page.evaluate("window.print = () => { window.printed = true; }")
    make_card(page)
    page.emulate_media(media="print")
    expect(page.locator(".match__results")).to_be_hidden()
    expect(page.locator("#wish")).to_be_visible()
    page.emulate_media(media="null")
    assert sheets_of_paper(page) == 1
    page.get_by_role("button", name="このカードを印刷する").click()
    assert page.evaluate("window.printed")
    assert sheets_of_paper(page) == 1
    page.get_by_role("button", name="カードを閉じる").click()
    expect(page.locator("#wish")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".match__results")).to_be_visible()


def test_the_wish_card_of_every_answer_there_is_is_one_sheet_of_paper(page: Page) -> None:
    page.goto("match/")
    given = page.locator("#match [name]").evaluate_all("(all) => all.map((one) => [one.name, one.value])")
    page.goto("match/?" + "&".join(f"{key}=" + ".".join([v for k, v in given if k == key][:60]) for key in KEYS))
    expect(page.locator(".match__results")).not_to_have_attribute("aria-busy", "true")
    assert page.locator(".chip").count() > 60
    make_card(page)
    expect(page.locator("#wish")).to_contain_text("ほか")
    assert sheets_of_paper(page) == 1


@pytest.mark.parametrize("change", ["chip", "clear", "back", "question"])
def test_a_wish_card_goes_with_the_answers_that_it_tells(page: Page, change: str) -> None:
    page.goto("match/?do=cooking")
    found(page)
    page.get_by_text("答えを変える・足す").click()
    page.get_by_role("button", name="いつを答える").click()
    choose(page, "when", "saturday-morning")
    onward(page)
    found(page)
    make_card(page)
    if change == "chip":
        page.locator("#match .chip").first.click()
    elif change == "clear":
        page.get_by_role("button", name="答えを消して、はじめから").click()
    elif change == "back":
        page.go_back()
    else:
        page.get_by_text("答えを変える・足す").click()
        page.get_by_role("button", name="いつを変える").click()
    expect(page.locator("#wish")).to_be_hidden()
    expect(page.locator("#wish")).to_be_empty()


def test_a_wish_card_that_comes_late_is_not_of_other_answers(page: Page) -> None:
    held: list[Route] = []
    page.route("**/matching-wish-*.js", lambda route: held.append(route))
    page.goto(ANSWERED)
    found(page)
    page.get_by_role("button", name="希望カードを作る").click()
    page.locator(".chip").first.click()
    expect(page.locator(".chip")).to_have_count(3)
    found(page)
    assert len(held) == 1
    with page.expect_event("requestfinished", lambda request: "/matching-wish-" in request.url):
        held[0].continue_()
    page.unroute("**/matching-wish-*.js")
    page.evaluate(
        "(name) => import(name).then(() => new Promise((done) => { setTimeout(done, 0); }))", held[0].request.url
    )
    expect(page.locator("#wish")).to_be_empty()


def test_nothing_of_the_wish_card_lies_beside_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 195, "height": 600})
    page.goto(ANSWERED)
    found(page)
    make_card(page)
    code = page.locator(".wish__code").bounding_box()
    assert code is not None
    assert code["x"] + code["width"] <= 195
    assert page.evaluate("document.documentElement.scrollWidth") <= 195


# ---- ways to the questions


def test_the_front_page_and_a_search_without_results_lead_to_the_questions(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="質問に答えてさがす").click()
    title(page, "do")
    page.goto("search/?q=ぬりゃぽむげ")
    page.get_by_role("link", name="質問に答えてさがす").click()
    title(page, "do")


# ---- when something fails


def test_without_scripts_the_page_leads_on_by_day_and_time_and_to_the_centre(
    chromium: Browser, sample_server: str
) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=sample_server)
    page = context.new_page()
    page.goto("match/")
    expect(page.locator(".match__form")).to_be_hidden()
    expect(page.locator(".match__center .phone").first).to_be_visible()
    links = page.locator(".match-grid a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert len(links) > 5
    for link in links[:3]:
        answer = page.request.get(f"{sample_server}match/{link}")
        assert answer.ok
    context.close()


def test_where_files_do_not_come_a_sentence_says_so_and_the_answers_stay(page: Page) -> None:
    def broken(route: Route) -> None:
        route.abort()

    page.route("**/match-index/**", broken)
    page.goto(ANSWERED)
    expect(page.locator("#match-results")).to_have_text("いまは結果を出せません")
    expect(page.locator(".chip")).to_have_count(4)
    page.unroute("**/match-index/**", broken)
    page.get_by_role("button", name="もう一度ためす").click()
    assert found(page)


def test_the_way_on_does_not_lie_against_the_list(page: Page) -> None:
    page.route("**/match-index/**", lambda route: route.abort())
    page.goto(ANSWERED)
    again = page.get_by_role("button", name="もう一度ためす").bounding_box()
    listed = page.locator(".match__nothing a").first.bounding_box()
    assert again is not None
    assert listed is not None
    assert again["y"] + again["height"] + 8 <= listed["y"]


def test_where_the_script_does_not_come_the_page_says_so_and_leads_on(page: Page) -> None:
    page.route("**/match-*.js", lambda route: route.abort())
    page.goto(ANSWERED)
    expect(page.get_by_text("質問のページを読みこめませんでした。")).to_be_visible()
    expect(page.locator(".match__form")).to_be_hidden()
    expect(page.locator(".match__center .phone").first).to_be_visible()
    expect(page.locator(".match-grid a").first).to_be_visible()


def test_where_the_script_never_ends_to_come_going_on_leads_to_the_tables(page: Page) -> None:
    held: list[Route] = []
    page.route("**/match-*.js", lambda route: held.append(route))
    page.goto("match/", wait_until="commit")
    page.locator('label[for="do-cooking"]').evaluate("(label) => label.click()")
    page.locator("[data-next]").click(no_wait_after=True)
    expect(page).to_have_url(re.compile(r"/match/\?do=cooking#times$"))
    expect(page.locator(".match-grid a").first).to_be_visible()
    for route in held:
        route.abort()


def test_where_files_are_slow_the_page_says_that_it_looks_and_shows_nothing_old(page: Page) -> None:
    page.goto(ANSWERED)
    found(page)
    held: list[Route] = []
    page.route("**/match-index/**", lambda route: held.append(route))
    other = page.context.new_page()
    other.route("**/match-index/**", lambda route: held.append(route))
    other.goto(ANSWERED)
    expect(other.locator("#match-results")).to_have_text("さがしています…")
    expect(other.locator(".chip")).to_have_count(4)
    page.evaluate("history.replaceState(null, '', '?do=sewing&when=sunday-evening&where=home')")
    page.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator("#match-results")).to_have_text("さがしています…")
    expect(page.locator("#match-results")).to_be_focused()
    assert page.locator(".chip").all_inner_texts() == ["裁縫・ミシン", "日曜の夜", "家でできること"]
    expect(page.locator(".find")).to_have_count(0)
    for route in held:
        route.continue_()
    for each in (page, other):
        each.unroute("**/match-index/**")
        expect(each.locator(".match__results")).not_to_have_attribute("aria-busy", "true", timeout=20_000)
        expect(each.locator("#match-results")).not_to_have_text("さがしています…")


WIDE = "match/?when=weekday-morning.weekday-afternoon.saturday-morning&with=beginner"


def moved_folder(page: Page) -> None:
    """The site is built anew under the open page: the files of its edition are gone, and there is another."""
    start = page.evaluate("fetch('../match-index/start.json').then((answer) => answer.json())")
    old, new = f"/match-index/{start['edition']}/", "/match-index/newer/"

    def later(route: Route) -> None:
        url = route.request.url
        if url.endswith("start.json"):
            route.fulfill(json={**start, "edition": "newer"})
        elif new in url:
            route.fulfill(response=page.request.get(url.replace(new, old)))
        else:
            route.fulfill(status=404)

    page.route("**/match-index/**", later)


def test_more_is_shown_of_a_site_that_was_built_anew_under_the_open_page(page: Page) -> None:
    page.goto(WIDE)
    found(page)
    moved_folder(page)
    page.locator(".found__more").click()
    expect(page.locator(".find")).to_have_count(20)


def test_words_are_understood_by_a_site_that_was_built_anew_under_the_open_page(page: Page) -> None:
    page.goto(WIDE)
    found(page)
    moved_folder(page)
    page.get_by_text("答えを変える・足す").click()
    page.get_by_role("button", name="できることを答える").click()
    type_words(page, "大工")
    expect(page.locator("#do-carpentry")).to_be_checked()


def test_more_says_where_nothing_comes_and_works_when_it_does(page: Page) -> None:
    page.goto(WIDE)
    found(page)
    page.route("**/match-index/**", lambda route: route.abort())
    page.locator(".found__more").click()
    expect(page.locator(".found__said")).to_have_text("通信がうまくいきませんでした。もう一度押してください。")
    page.unroute("**/match-index/**")
    page.locator(".found__more").click()
    expect(page.locator(".find")).to_have_count(20)
    expect(page.locator(".found__said")).to_have_text("")


def test_words_that_could_not_be_looked_up_are_tried_again(page: Page) -> None:
    page.route("**/words.json", lambda route: route.abort())
    page.goto("match/")
    page.locator("#typed").fill("大工")
    enter = page.locator("[data-understand]")
    enter.click()
    expect(page.locator(SAID)).to_contain_text("通信がうまくいかず")
    expect(page.locator("#typed")).to_have_value("大工")
    page.unroute("**/words.json")
    enter.click()
    expect(page.locator("#do-carpentry")).to_be_checked()


def test_words_that_cannot_be_looked_up_keep_nobody_from_going_on(page: Page) -> None:
    page.route("**/words.json", lambda route: route.abort())
    page.goto("match/")
    page.locator("#typed").fill("大工")
    onward(page)
    expect(page.locator(SAID)).to_contain_text("通信がうまくいかず")
    onward(page)
    title(page, "when")


def test_a_site_built_anew_meanwhile_is_answered_with_its_new_files(page: Page) -> None:
    page.goto("match/?do=cooking")
    found(page)
    start = page.evaluate("fetch('../match-index/start.json').then((answer) => answer.json())")

    def newer(route: Route) -> None:
        route.fulfill(json=start)

    old = {**start, "edition": "gone"}
    page.route("**/match-index/start.json", lambda route: route.fulfill(json=old))
    other = page.context.new_page()
    asked: list[str] = []

    def first_old(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(json=old if len(asked) == 1 else start)

    other.route("**/match-index/start.json", first_old)
    other.goto("match/?do=cooking")
    assert found(other)
    assert len(asked) == 2


# ---- for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_question_and_no_result_has_a_barrier(
    chromium: Browser, sample_server: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        base_url=sample_server,
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    wrong = {}
    for key in (*KEYS, "results", "card", "failed"):
        if key == "failed":
            page.route("**/match-index/**", lambda route: route.abort())
        page.goto(f"match/?do=cooking&when=saturday-morning#{key}" if key in KEYS else ANSWERED)
        if key in KEYS:
            title(page, key)
            page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
        elif key == "failed":
            expect(page.get_by_role("button", name="もう一度ためす")).to_be_visible()
        else:
            found(page)
        if key == "card":
            page.get_by_role("button", name="希望カードを作る").click()
            expect(page.locator("#wish h2")).to_be_focused()
        across = page.evaluate("document.documentElement.scrollWidth")
        violations = Axe().run(page).response["violations"]
        told = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations]
        if told or across > width:
            wrong[key] = (told, across)
        page.goto("about:blank")
    context.close()
    assert wrong == {}
