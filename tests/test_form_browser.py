"""The form in a real browser: one topic at a time, mistakes said and mended, nothing lost, four ways of sending."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.intake.arrivals import arrival, received
from generator.intake.draft import Draft, draft
from generator.intake.flat import flat, nested
from generator.intake.submission import Submission, from_pairs, pairs_of
from generator.models.event import Event
from generator.reading.read import read
from generator.reading.strict import parse
from generator.settings import Settings
from tests.conftest import SAMPLE_DAY, build_site
from tests.receiver import Receiver, receiving
from tests.scripts_alone import take
from tests.towns import CONTENT, TOWN

pytestmark = [pytest.mark.browser, pytest.mark.site]

SAMPLE = read(CONTENT, "content")
STEP = ".step:not([hidden])"
ASHI = "edit/?group=yanasegawa-ashi"
SCRIPT = "<script>document.title='x'</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def form_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with every way of sending switched on."""
    send = "{post: /submit, email: true, code_host: true, paper: true}"
    return site_with(send, tmp_path_factory.mktemp("form"))


def site_with(send: str, folder: Path) -> Path:
    """The sample with these ways of sending."""
    folder.mkdir(exist_ok=True)
    config = (TOWN / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"send: \{.*\}", f"send: {send}", config)
    for name in ("content/pages", "content"):
        config = re.sub(rf"((?:docs_dir|content): ){name}\n", rf"\g<1>{TOWN / name}\n", config)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8", newline="\n")
    build_site(folder / "mkdocs.yml", folder / "site", searchable=False)
    return folder / "site"


@pytest.fixture
def receiver(form_site: Path) -> Iterator[Receiver]:
    with receiving(form_site) as found:
        yield found


@pytest.fixture
def context(chromium: Browser, receiver: Receiver) -> Iterator[BrowserContext]:
    """A telephone."""
    opened = chromium.new_context(
        viewport={"width": 390, "height": 844}, base_url=receiver.address, locale="ja-JP", reduced_motion="reduce"
    )
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    found = context.new_page()
    broken: list[str] = []
    found.on("pageerror", lambda error: broken.append(str(error)))
    yield found
    assert broken == []


def opened(page: Page, address: str = "edit/") -> None:
    page.goto(address)
    expect(page.locator("#form[data-whole]")).to_be_visible()


def forward(page: Page) -> None:
    page.locator(f"{STEP} [data-next]").click()


def to_step(page: Page, title: str) -> None:
    page.locator(".form__map summary").click()
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.locator(f"{STEP} h2").first).to_have_text(title)


def minimal(page: Page) -> None:
    """A new group with what is needed, up to the last step."""
    opened(page)
    page.fill("#form [name=name]", "青空の会")
    page.fill("#form [name=kana]", "あおぞらのかい")
    forward(page)
    page.select_option("select[name=kind]", "volunteer")
    page.select_option("select[name=fields]", "environment")
    page.check("[name=areas][value=citywide]")
    forward(page)
    page.fill("#form [name=summary]", "空を見ます。")
    page.fill("#form textarea[name=description]", "毎月、公園で空を見ています。")
    to_step(page, "連絡先")
    page.fill("[name='contact.phone']", "042-000-0077")
    to_step(page, "確かめて送る")


def sent(receiver: Receiver) -> Submission:
    (pairs,) = receiver.posts
    submission = from_pairs(pairs)
    assert isinstance(submission, Submission)
    return submission


def wrong(page: Page) -> list[str]:
    return page.locator("#form-errors li").all_inner_texts()


def send(page: Page) -> None:
    page.locator("[data-send=post]").click()


# --- Mistakes ----------------------------------------------------------------------------------------------------


def test_one_topic_stands_on_the_screen_and_its_number_is_said(page: Page) -> None:
    opened(page)
    expect(page.locator(".step:visible")).to_have_count(1)
    expect(page.locator("#form-where")).to_have_text("9つのうち1つめ")
    to_step(page, "連絡先")
    expect(page.locator("#form-where")).to_have_text("9つのうち7つめ")
    page.go_back()
    expect(page.locator("#form-where")).to_have_text("9つのうち1つめ")


def test_mistakes_are_counted_named_and_lead_to_their_question(page: Page) -> None:
    opened(page)
    page.fill("#form [name=kana]", "青空")
    forward(page)
    expect(page.locator("#form-errors h2")).to_have_text("直すところが2か所あります")
    expect(page.locator("#form-errors")).to_be_focused()
    assert ["団体名" in wrong(page)[0], "ふりがな" in wrong(page)[1]] == [True, True]
    page.locator("#form-errors a").nth(1).click()
    expect(page.locator("#form [name=kana]")).to_be_focused()
    expect(page.locator("#form [name=kana]")).to_have_attribute("aria-invalid", "true")
    page.fill("#form [name=kana]", "あおぞら")
    page.keyboard.press("Tab")
    expect(page.locator("#form-status")).to_have_text("「ふりがな」は直りました。")
    expect(page.locator("#f-kana-error")).to_be_hidden()


def test_the_reading_of_a_name_is_heard_while_it_is_typed(page: Page) -> None:
    """What an input method shows before it turns kana into kanji."""
    opened(page)
    page.evaluate(
        """() => { const name = document.querySelector('#form [name=name]'); name.focus();
        const say = (type, data) => name.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
        for (const [kana, kanji] of [['あおぞら', '青空'], ['の', 'の'], ['かい', '会']]) {
            say('compositionstart', ''); say('compositionupdate', kana); say('compositionupdate', kanji);
            name.value += kanji; say('compositionend', kanji); } }"""
    )
    expect(page.locator("#form [name=kana]")).to_have_value("あおぞらのかい")
    page.fill("#form [name=kana]", "あおぞらのつどい")
    page.evaluate(
        """() => { const name = document.querySelector('#form [name=name]');
        for (const type of ['compositionupdate', 'compositionend'])
            name.dispatchEvent(new CompositionEvent(type, { data: 'しん', bubbles: true })); }"""
    )
    expect(page.locator("#form [name=kana]")).to_have_value("あおぞらのつどい")


def test_a_mistake_can_wait_but_is_not_sent(page: Page, receiver: Receiver) -> None:
    minimal(page)
    to_step(page, "団体の名前")
    page.fill("#form [name=kana]", "青空")
    forward(page)
    page.get_by_role("button", name="あとで直す").click()
    expect(page.locator("#form-where")).to_have_text("9つのうち2つめ")
    to_step(page, "確かめて送る")
    send(page)
    assert len(wrong(page)) == 1
    assert receiver.posts == []
    page.locator("#form-errors a").first.click()
    expect(page.locator("#form [name=kana]")).to_be_focused()


def test_what_was_understood_is_read_back(page: Page) -> None:
    opened(page)
    to_step(page, "いつ・どこで")
    page.fill("[name='meetings.0.when']", "第２・第４土曜　午後１時半〜３時")
    page.keyboard.press("Tab")
    expect(page.locator("#f-meetings-0-when-said")).to_have_text("「毎月第2・第4土曜日 13:30〜15:00」と読みました。")


@pytest.mark.parametrize(
    ("typed", "button", "becomes"),
    [
        ("10時から12時", "このまま言葉でのせる", "ことばのまま：10時から12時"),
        ("4時くらいまで", "このまま言葉でのせる", "ことばのまま：4時くらいまで"),
        ("毎月第3日曜日 朝9時集合", "「毎月第3日曜日 9:00〜」にする", "毎月第3日曜日 9:00〜"),
        ("毎月第3日曜日 朝9時集合", "このまま言葉でのせる", "ことばのまま：毎月第3日曜日 朝9時集合"),
    ],
)
def test_an_everyday_time_is_kept_or_mended_with_one_tap(page: Page, typed: str, button: str, becomes: str) -> None:
    opened(page)
    to_step(page, "いつ・どこで")
    when = page.locator("[name='meetings.0.when']")
    when.fill(typed)
    page.keyboard.press("Tab")
    expect(when).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name=button).click()
    expect(when).to_have_value(becomes)
    expect(when).to_be_focused()
    expect(when).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"{STEP} .q__offers")).to_have_count(0)
    forward(page)
    expect(page.locator("#form-where")).to_have_text("9つのうち5つめ")


def test_what_cannot_be_kept_as_words_is_not_offered(page: Page) -> None:
    """A sample that has nothing to do with the text is no offer, and a text that is too long could not be sent."""
    opened(page)
    to_step(page, "いつ・どこで")
    page.fill("[name='meetings.0.when']", "都合のよい日に" * 100)
    page.keyboard.press("Tab")
    expect(page.locator("#f-meetings-0-when-error")).to_be_visible()
    expect(page.locator(f"{STEP} .q__offers")).to_have_count(0)
    page.fill("[name='meetings.0.when']", "月2回 不定期")
    page.keyboard.press("Tab")
    expect(page.locator("#f-meetings-0-when-error")).to_be_hidden()


def test_an_address_gets_what_paper_leaves_out(page: Page) -> None:
    opened(page)
    to_step(page, "連絡先")
    for typed, whole in (("www.example.org/kai", "https://www.example.org/kai"), ("annai.html", "annai.html")):
        page.fill("[name='contact.website']", typed)
        page.keyboard.press("Tab")
        expect(page.locator("[name='contact.website']")).to_have_value(whole)
    expect(page.locator("#f-contact-website-error")).to_be_visible()


def test_no_words_of_a_file_are_said_to_people_at_the_form(page: Page) -> None:
    """Names of keys and YAML mean nothing to somebody who has never heard of them."""
    opened(page)
    to_step(page, "連絡先")
    page.fill("[name='contact.phone']", "090-0000-0000")
    page.fill("[name='contact.email']", "hanako.yamada@example.org")
    page.fill("[name='contact.address']", "清瀬市中里1-2-3")
    to_step(page, "確かめて送る")
    send(page)
    page.wait_for_selector("#form-errors li")
    said = " ".join([*wrong(page), *page.locator(".q__error").all_text_contents()])
    assert "携帯電話" in said
    assert re.findall(r"[a-z_]{3,}(?=[:）\]])", said.replace("example.org", "")) == []


# --- Nothing is lost ---------------------------------------------------------------------------------------------


def test_a_draft_is_kept_on_the_device_and_offered_again(page: Page) -> None:
    opened(page)
    page.fill("#form [name=name]", "青空の会")
    forward(page)
    opened(page, "edit/")
    expect(page.locator("#form-draft")).to_contain_text("書きかけの内容")
    page.get_by_role("button", name="続きから書く").click()
    expect(page.locator("#form [name=name]")).to_have_value("青空の会")
    opened(page, "edit/")
    page.get_by_role("button", name="はじめから書く").click()
    opened(page, "edit/")
    expect(page.locator("#form-draft")).to_be_hidden()


def test_where_photos_are_more_than_the_device_keeps_the_words_of_the_draft_are_kept(
    page: Page, tmp_path: Path
) -> None:
    """Somebody who chose large photos would else lose an hour of writing with the battery."""
    full = """
        const put = Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, value) {
            if (value.indexOf('data:image') >= 0) { throw new DOMException('full', 'QuotaExceededError'); }
            put.call(this, name, value);
        };
    """
    page.add_init_script(full)
    minimal(page)
    to_step(page, "写真とバリアフリー")
    Image.new("RGB", (400, 300), "green").save(tmp_path / "kawa.jpg")
    page.set_input_files("[data-pick-photo]", tmp_path / "kawa.jpg")
    expect(page.locator(".entry__photo")).to_be_visible()
    page.fill("[name='photos.0.alt']", "川に沿って歩く五人")
    forward(page)
    opened(page, "edit/")
    expect(page.locator("#form-draft")).to_contain_text("書きかけの内容")
    page.get_by_role("button", name="続きから書く").click()
    expect(page.locator("#form [name=name]")).to_have_value("青空の会")
    expect(page.locator("[name='photos.0.alt']")).to_have_value("川に沿って歩く五人")
    expect(page.locator(".entry__photo")).to_have_count(0)


@pytest.mark.parametrize(
    ("status", "answer", "words"),
    [
        (500, "", "受け付けのコンピューターの都合"),
        (413, "", "写真が大きすぎて"),
        (429, "", "送信がこみ合っています。しばらくしてから、もう一度お試しください。"),
        (429, '{"message": "1時間に送れるのは5件までです。"}', "1時間に送れるのは5件までです。"),
        (404, "<html>", "ほかの送り方"),
        (405, "null", "ほかの送り方"),
        (501, "[]", "ほかの送り方"),
    ],
)
def test_a_failed_send_says_what_to_do_and_loses_nothing(
    page: Page, receiver: Receiver, status: int, answer: str, words: str
) -> None:
    minimal(page)
    receiver.status, receiver.answer = status, answer
    send(page)
    expect(page.locator("#form-failed")).to_contain_text(words)
    expect(page.locator("#form-failed")).to_contain_text("この端末に残っています")
    expect(page.locator("#form-failed")).to_be_focused()
    expect(page.locator("#form-status")).to_have_text("")
    receiver.status = 200
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    expect(page.locator("#form-status")).to_have_text("")
    assert receiver.posts[0] == receiver.posts[1]


def test_without_a_line_the_form_goes_on_and_tells(context: BrowserContext, page: Page) -> None:
    opened(page)
    context.set_offline(True)
    page.fill("#form [name=name]", "青空の会")
    page.fill("#form [name=kana]", "あおぞらのかい")
    forward(page)
    expect(page.locator("#form-where")).to_have_text("9つのうち2つめ")
    context.set_offline(False)
    minimal(page)
    context.set_offline(True)
    send(page)
    expect(page.locator("#form-failed")).to_contain_text("インターネットにつながっていない")


def test_an_entry_taken_away_by_mistake_comes_back(page: Page) -> None:
    opened(page, ASHI)
    to_step(page, "いつ・どこで")
    page.locator(f"{STEP} [data-remove]").first.click()
    expect(page.locator(f"{STEP} .entry")).to_have_count(1)
    page.get_by_role("button", name="元に戻す").click()
    expect(page.locator("[name='meetings.0.when']")).to_have_value("毎月第1日曜 9:00-11:30")


def seen(page: Page, words: str) -> None:
    """These words stand on the screen, not only in a screen reader."""
    said = page.locator("#form-status")
    expect(said).to_contain_text(words)
    expect(said).to_be_in_viewport()
    box = said.bounding_box()
    assert box
    assert box["height"] > 30


def test_what_was_done_is_seen_until_something_else_is_done(page: Page) -> None:
    opened(page, ASHI)
    to_step(page, "確かめて送る")
    with page.expect_download():
        page.locator("[data-send=file]").click()
    seen(page, ".json を保存しました。")
    page.mouse.wheel(0, -300)
    seen(page, ".json を保存しました。")
    page.fill("[name='_slip.name']", "山田 花子")
    expect(page.locator("#form-status")).to_have_text("")
    with page.expect_download():
        page.locator("[data-send=email]").click()
    page.get_by_role("button", name="メールの文面を写す").click()
    seen(page, "文面を写しました。")


def test_in_a_network_without_certificates_text_is_copied_too(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened(page, ASHI)
    to_step(page, "確かめて送る")
    page.locator(".form__look-fold > summary").click()
    page.get_by_text("YAML（くわしい方へ）").click()
    page.get_by_role("button", name="YAML を写す").click()
    seen(page, "YAML を写しました。")


def test_a_profile_that_does_not_exist_is_told(page: Page) -> None:
    for address in ("edit/?group=nowhere", "edit/?group=../../secret", "edit/?group=A%00"):
        opened(page, address)
        expect(page.locator("#form-whose")).to_contain_text("直す相手が見つかりません")


# --- What is sent ------------------------------------------------------------------------------------------------


def test_a_new_group_arrives_as_a_profile_without_a_question_asked_beforehand(page: Page, receiver: Receiver) -> None:
    minimal(page)
    page.fill("[name='_slip.name']", "山田 花子")
    send(page)
    expect(page.locator("#form-done")).to_contain_text("1127-TEST")
    expect(page.locator("#form-done")).to_contain_text("042-000-0100")
    assert receiver.types == ["application/x-www-form-urlencoded"]
    submission = sent(receiver)
    assert submission.slip == (("お名前", "山田 花子"),)
    made = draft(submission, SAMPLE, "aozora", SAMPLE_DAY)
    assert [p.rule for p in made.problems] == ["criteria-missing"]
    text = page.locator("#form-yaml").text_content()
    assert text
    assert made.after.startswith(text.rstrip("\n"))


def test_a_correction_in_which_nothing_changed_changes_nothing(page: Page, receiver: Receiver) -> None:
    opened(page, ASHI)
    expect(page.locator("#form-whose")).to_contain_text("柳瀬川あしの会")
    to_step(page, "確かめて送る")
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    made = draft(sent(receiver), SAMPLE, "yanasegawa-ashi", SAMPLE_DAY)
    assert [(c.name, c.after) for c in made.changes] == [("confirmed", "2026-11-23")]
    assert not made.stale


def test_every_sample_profile_goes_through_the_form_unchanged(page: Page) -> None:
    changed = {}
    for kind, folder in (("group", "groups"), ("event", "events")):
        for slug in sorted(SAMPLE.slugs[folder])[:: 6 if kind == "group" else 8]:
            opened(page, f"edit/{'' if kind == 'group' else 'event/'}?{kind}={slug}")
            expect(page.locator("#form-whose")).to_contain_text("いま公開している内容")
            take(page, Answers="form/answers.js")
            pairs = page.evaluate("names => Answers.pairs(document.getElementById('form'), names)", _names(page))
            submission = from_pairs([*map(tuple, pairs)])
            assert isinstance(submission, Submission)
            made = draft(submission, SAMPLE, slug, SAMPLE_DAY)
            changes = {c.name for c in made.changes} - {"confirmed", "source"}
            if changes:
                changed[slug] = changes
    assert changed == {}


def _names(page: Page) -> object:
    return page.evaluate("fetch('/assets/form/names.json').then((answer) => answer.json())")


def test_what_is_private_is_in_the_slip_and_nowhere_else(page: Page, receiver: Receiver) -> None:
    minimal(page)
    to_step(page, "連絡先")
    page.fill("[name='contact.phone']", "090-1234-5678")
    page.check("[name='_show.contact.phone'][value=private]")
    to_step(page, "確かめて送る")
    assert "1234" not in (page.locator("#form-yaml").text_content() or "")
    assert "1234" not in (page.locator("#form-preview").text_content() or "")
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    submission = sent(receiver)
    assert submission.data["contact"] == {"via": "center"}
    assert ("連絡先・電話（非公開）", "090-1234-5678") in submission.slip


def test_a_detail_kept_private_and_then_taken_away_does_not_count_as_a_way_to_reach_the_group(page: Page) -> None:
    minimal(page)
    to_step(page, "連絡先")
    page.check("[name='_show.contact.phone'][value=private]")
    page.fill("[name='contact.phone']", "")
    to_step(page, "確かめて送る")
    assert "via: center" not in (page.locator("#form-yaml").text_content() or "")
    send(page)
    assert any("連絡先" in line for line in wrong(page))


def test_nothing_that_is_typed_runs(page: Page) -> None:
    minimal(page)
    title = page.title()
    to_step(page, "団体の名前")
    page.fill("#form [name=name]", SCRIPT)
    to_step(page, "紹介のことば")
    page.fill("#form textarea[name=description]", f"{SCRIPT}\n\n[押して](javascript:alert(1))")
    to_step(page, "確かめて送る")
    expect(page.locator("#form-preview")).to_contain_text("<script>")
    assert (
        page.locator("#form-preview script, #form-preview [onerror], #form-preview [href^='javascript']").count() == 0
    )
    assert page.title() == title


def test_a_photo_is_made_small_and_says_nothing_of_where_it_was_taken(
    page: Page, receiver: Receiver, tmp_path: Path
) -> None:
    taken = Image.radial_gradient("L").resize((3000, 2000)).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    taken.save(tmp_path / "kawa.jpg", exif=exif, quality=95)
    (tmp_path / "no.jpg").write_bytes(b"no picture")
    minimal(page)
    to_step(page, "写真とバリアフリー")
    page.set_input_files("[data-pick-photo]", [tmp_path / "no.jpg", tmp_path / "kawa.jpg"])
    expect(page.locator(".entry__photo")).to_be_visible()
    to_step(page, "確かめて送る")
    send(page)
    assert any("写真の説明" in line for line in wrong(page))
    to_step(page, "写真とバリアフリー")
    page.fill("[name='photos.0.alt']", "川に沿って歩く五人")
    to_step(page, "確かめて送る")
    expect(page.locator("#form-preview img")).to_have_attribute("alt", "川に沿って歩く五人")
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    ((_, data),) = sent(receiver).photos
    with Image.open(io.BytesIO(data)) as arrived:
        assert max(arrived.size) == 1600
        assert not arrived.getexif()
    assert b"SecretCamera" not in data


def test_a_heavy_photo_is_made_smaller_until_it_can_be_sent_and_a_small_one_stays_as_large_as_it_is(
    page: Page, tmp_path: Path
) -> None:
    """A photo of leaves and gravel weighs a multiple of one of the sky; the whole sending must stay below the limit."""
    Image.effect_noise((2000, 1500), 100).convert("RGB").save(tmp_path / "jari.jpg", quality=95)
    Image.new("RGB", (400, 300), "green").save(tmp_path / "kusa.png")
    minimal(page)
    to_step(page, "写真とバリアフリー")
    page.set_input_files("[data-pick-photo]", [tmp_path / "jari.jpg", tmp_path / "kusa.png"])
    expect(page.locator(".entry__photo")).to_have_count(2)
    heavy, light = page.eval_on_selector_all(
        ".entry__photo", "all => all.map(i => [i.src.length, i.naturalWidth, i.naturalHeight])"
    )
    assert heavy[0] <= 900 * 1024
    assert 600 < heavy[1] < 1600
    assert abs(heavy[1] * 3 - heavy[2] * 4) <= 4
    assert light[1:] == [400, 300]


def test_a_photo_of_a_telephone_is_taken_where_the_browser_reads_it_and_else_it_is_said_what_to_do(
    page: Page, tmp_path: Path
) -> None:
    """Files begin as HEIC files do, whatever they are called; the one that a browser can read ends as a JPEG."""
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
    (tmp_path / "IMG_0123.HEIC").write_bytes(heic)
    (tmp_path / "renamed.jpg").write_bytes(heic)
    (tmp_path / "memo.jpg").write_bytes(b"no picture")
    Image.new("RGB", (40, 30), "green").save(tmp_path / "readable.png")
    (tmp_path / "readable.png").rename(tmp_path / "readable.HEIC")
    opened(page)
    to_step(page, "写真とバリアフリー")
    files = ("IMG_0123.HEIC", "renamed.jpg", "memo.jpg", "readable.HEIC")
    page.set_input_files("[data-pick-photo]", [tmp_path / name for name in files])
    expect(page.locator(".entry__photo")).to_have_attribute("src", re.compile("^data:image/jpeg;base64,"))
    lines = page.locator("[data-refused] .q__wrong")
    expect(lines).to_have_count(2)
    expect(lines.nth(0)).to_be_visible()
    expect(lines.nth(0)).to_contain_text("「IMG_0123.HEIC」「renamed.jpg」は iPhone などの写真の形式（HEIC）で")
    expect(lines.nth(0)).to_contain_text("JPEG に変えてから選んでください。")
    expect(lines.nth(1)).to_contain_text("「memo.jpg」は写真として開けませんでした。")
    seen(page, "「IMG_0123.HEIC」")
    page.set_input_files("[data-pick-photo]", [tmp_path / "readable.HEIC"])
    expect(page.locator(".entry__photo")).to_have_count(2)
    expect(page.locator("[data-refused]")).to_be_hidden()


def test_on_a_telephone_sending_stands_below_the_last_question_and_the_preview_opens_with_one_tap(page: Page) -> None:
    minimal(page)
    expect(page.locator("#form-preview")).to_be_hidden()
    note = page.locator("[name='_slip.note']").bounding_box()
    button = page.locator("[data-send=post]").bounding_box()
    assert note
    assert button
    assert button["y"] - note["y"] - note["height"] < 844 / 2
    page.get_by_role("heading", name="できあがりの見本").click()
    expect(page.locator("#form-preview")).to_be_visible()
    expect(page.locator("#form-preview")).to_contain_text("青空の会")


def test_who_corrects_one_thing_sends_it_from_where_it_stands(page: Page, receiver: Receiver) -> None:
    opened(page)
    expect(page.locator(f"{STEP} [data-last]")).to_be_hidden()
    opened(page, ASHI)
    to_step(page, "連絡先")
    page.fill("[name='contact.fax']", "042-000-0078")
    page.locator(f"{STEP} [data-last]").click()
    expect(page.locator("#form-where")).to_have_text("9つのうち9つめ")
    expect(page.locator("#form-changes p")).to_have_text("次の1か所が変わります。")
    expect(page.locator("#form-changes tbody tr")).to_have_count(1)
    expect(page.locator("#form-changes tbody tr")).to_contain_text("連絡先・ファクス")
    expect(page.locator("#form-changes .changes__after")).to_have_text(["042-000-0078"])
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    made = draft(sent(receiver), SAMPLE, "yanasegawa-ashi", SAMPLE_DAY)
    assert [c.name for c in made.changes if c.name not in ("confirmed", "source")] == ["contact.fax"]


def test_without_scripts_the_whole_form_stands_on_one_page_and_is_sent(chromium: Browser, receiver: Receiver) -> None:
    context = chromium.new_context(
        base_url=receiver.address, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto("edit/")
    page.fill("#form [name=name]", "青空の会")
    page.fill("[name='meetings.0.when']", "毎週土曜 10:00-11:00")
    page.fill("[name='contact.phone']", "090-1234-5678")
    page.check("[name='_show.contact.phone'][value=private]")
    page.get_by_role("button", name="送る", exact=True).click()
    expect(page.locator("body")).to_contain_text("1127-TEST")
    context.close()
    submission = sent(receiver)
    assert submission.data["name"] == "青空の会"
    assert submission.data["meetings"] == [{"when": "毎週土曜 10:00-11:00"}]
    assert submission.data["contact"] == {"via": "center"}
    assert submission.unknown == ()


@pytest.mark.parametrize("reads", ["true", "false"])
def test_a_receiver_elsewhere_gets_the_form_whether_or_not_its_answer_can_be_read(
    chromium: Browser, tmp_path: Path, reads: str
) -> None:
    with receiving(tmp_path) as elsewhere:
        elsewhere.open = reads == "true"
        site = site_with(f"{{post: '{elsewhere.address}submit', post_reply: {reads}}}", tmp_path / "form")
        with receiving(site) as here:
            page = chromium.new_page(base_url=here.address, viewport={"width": 390, "height": 844})
            minimal(page)
            send(page)
            expect(page.locator("#form-done h2")).to_have_text("送りました")
            number = "1127-TEST" if reads == "true" else page.locator("[name=_receipt]").input_value()
            expect(page.locator(".form__receipt")).to_contain_text(number)
            page.close()
        assert elsewhere.types == ["application/x-www-form-urlencoded"]
        assert sent(elsewhere).data["name"] == "青空の会"


# --- The other ways ----------------------------------------------------------------------------------------------


def test_on_paper_every_answer_stands_with_a_code_that_brings_the_draft_back(page: Page) -> None:
    minimal(page)
    page.evaluate("() => { window.print = () => { window.printed = (window.printed || 0) + 1; }; }")
    to_step(page, "連絡先")
    page.fill("[name='contact.fax']", "042-000-0078")
    page.check("[name='_show.contact.fax'][value=private]")
    to_step(page, "確かめて送る")
    page.locator("[data-send=paper]").click()
    expect(page.locator("#form-done h2")).to_have_text("用紙を用意しました")
    assert page.evaluate("window.printed") == 1
    slip = page.locator("#slip")
    words = slip.text_content() or ""
    for told in ("青空の会", "ボランティア団体", "環境の保全", "市内全域", "042-000-0078", "公開しないこと"):
        assert told in words
    assert re.search(r"受付番号　\d{4}-[2-9A-Z]{4}", words)
    assert slip.locator("svg").count() == 1
    take(page, Answers="form/answers.js", Carry="form/carry.js")
    carried = page.evaluate(
        """() => { const form = document.getElementById('form'); form.hidden = false;
        const parts = Answers.parts(form, null);
        return Carry.pack(parts.fields.concat([['_kind', 'group']])); }"""
    )
    opened(page, f"edit/#d={carried}")
    page.reload()
    expect(page.locator("#form [name=name]")).to_have_value("青空の会")
    expect(page.locator("#form-whose")).to_contain_text("用紙のコードから")
    take(page, Answers="form/answers.js")
    assert "0078" not in json.dumps(page.evaluate("Answers.pairs(document.getElementById('form'), null)"))


def to_print(page: Page, address: str) -> None:
    """Open a correction whose slip shows no dialogue."""
    opened(page, address)
    page.evaluate("() => { window.print = () => {}; }")


def read_code(page: Page) -> str:
    """What a reader of codes sees on the slip."""
    page.emulate_media(media="print")
    page.evaluate("document.body.classList.add('prints-slip')")
    picture = Image.open(io.BytesIO(page.locator("#slip svg").screenshot(scale="device")))
    page.evaluate("document.body.classList.remove('prints-slip')")
    page.emulate_media(media="null")
    (found,) = zxingcpp.read_barcodes(picture.resize((picture.width * 3, picture.height * 3)))
    return str(found.text)


def read_in(coded: str) -> Draft:
    """What the office's own reader of codes makes of the address in one."""
    (one,) = received(coded.encode(), "slip.txt", SAMPLE)
    made = arrival(one, SAMPLE, SAMPLE_DAY).draft
    assert made
    return made


def corrected_on_paper(page: Page) -> str:
    """A correction of three things, printed; the address in its code."""
    to_print(page, ASHI)
    to_step(page, "いつ・どこで")
    page.fill("[name='meetings.1.when']", "毎月第2水曜 13:30-15:00")
    to_step(page, "会員と会費")
    page.fill("[name='members.total']", "31")
    to_step(page, "連絡先")
    page.check("[name='_show.contact.phone'][value=private]")
    page.locator(f"{STEP} [data-last]").click()
    page.fill("[name='_slip.name']", "山田 花子")
    page.locator("[data-send=paper]").click()
    expect(page.locator("#form-done h2")).to_have_text("用紙を用意しました")
    return read_code(page)


def test_a_correction_on_paper_is_one_sheet_with_what_changes_and_whom_it_goes_to(page: Page) -> None:
    corrected_on_paper(page)
    slip = page.locator("#slip")
    words = slip.text_content() or ""
    rows = [row.locator("th, td").all_text_contents() for row in slip.locator(".changes tbody tr").all()]
    told = {label: after for label, _, after in rows}
    assert ["活動日時・場所2・いつ", "毎月第3水曜 14:00-16:00", "毎月第2水曜 13:30-15:00"] in rows
    assert told["会員数・人数"] == "31"
    assert told["連絡先・電話"] == "（消す）"
    assert "橋から橋へ" not in words
    assert "公開しないこと" in words
    page.evaluate("document.body.classList.add('prints-slip')")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1
    foot = slip.locator(".slip__foot").text_content() or ""
    for part in ("届け先　きよせボランティア・市民活動センター", "042-000-0100", "書いた方のお名前"):
        assert part in foot


def test_the_code_on_a_correction_is_small_and_brings_exactly_its_changes(page: Page, receiver: Receiver) -> None:
    coded = corrected_on_paper(page)
    take(page, Qr="qr/code.js")
    assert page.evaluate("text => Qr.code(text).version", coded) <= 20
    fragment = coded.partition("#")[2]
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    opened(page, f"{ASHI}&way=paper#{fragment}")
    expect(page.locator("#form-whose")).to_contain_text("用紙のコードから、直すところを")
    expect(page.locator("[name='meetings.1.when']")).to_have_value("毎月第2水曜 13:30-15:00")
    take(page, Answers="form/answers.js")
    assert "山田" not in json.dumps(page.evaluate("Answers.pairs(document.getElementById('form'), null)"))
    page.locator(f"{STEP} [data-last]").click()
    expect(page.locator("#form-changes p")).not_to_contain_text("だれかがこのページを直しています")
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    made = draft(sent(receiver), SAMPLE, "yanasegawa-ashi", SAMPLE_DAY)
    assert not made.stale
    changed = {c.name for c in made.changes} - {"confirmed", "source"}
    assert changed >= {"meetings.1.when", "members.total", "contact.phone"}
    assert {name.split(".")[0] for name in changed} == {"meetings", "members", "contact"}
    assert (read_in(coded).after, read_in(coded).stale) == (made.after, False)


def test_a_slip_says_what_goes_away_and_what_is_added_in_a_list(page: Page) -> None:
    to_print(page, "edit/event/?event=bugtori-taiken-2026")
    to_step(page, "いつ")
    page.locator(f"{STEP} [data-remove]").first.click()
    page.locator(f"{STEP} [data-add]").first.click()
    page.locator(f"{STEP} [name$='.moment']").last.fill("2026年12月20日 10時から12時")
    page.locator(f"{STEP} [data-last]").click()
    page.locator("[data-send=paper]").click()
    expect(page.locator("#form-done h2")).to_have_text("用紙を用意しました")
    rows = [row.locator("th, td").all_text_contents() for row in page.locator("#slip .changes tbody tr").all()]
    assert ["日時3・日時", "（なし）", "2026年12月20日 10時から12時"] in rows
    assert [row[2] for row in rows if row[0].startswith("日時1・")] == ["（消す）"] * (len(rows) - 1)
    before = nested(flat(SAMPLE.data("events", "bugtori-taiken-2026"), Event, SAMPLE.vocabularies), Event)[0]["dates"]
    after = parse(read_in(read_code(page)).after)
    assert isinstance(after, dict)
    assert [each if isinstance(each, str) else each["moment"] for each in after["dates"]] == [
        before[1]["moment"],
        "2026-12-20 10:00-12:00",
    ]


def test_a_slip_of_a_page_that_was_changed_meanwhile_says_so(page: Page, receiver: Receiver) -> None:
    opened(page)
    pairs = [
        ["_kind", "group"],
        ["_slug", "yanasegawa-ashi"],
        ["_base", "0" * 16],
        ["_changes", "1"],
        ["members.total", "31"],
    ]
    take(page, Carry="form/carry.js")
    carried = page.evaluate("Carry.pack", pairs)
    page.goto("about:blank")
    opened(page, f"{ASHI}&way=paper#d={carried}")
    expect(page.locator("#form-whose")).to_contain_text("だれかがこのページを直しています")
    page.locator(f"{STEP} [data-last]").click()
    expect(page.locator("#form-changes p")).to_contain_text("だれかがこのページを直しています")
    send(page)
    expect(page.locator("#form-done h2")).to_have_text("送りました")
    made = draft(sent(receiver), SAMPLE, "yanasegawa-ashi", SAMPLE_DAY)
    assert made.stale
    page.goto("about:blank")
    opened(page, f"edit/?group=kawa-no-kai&way=paper#d={carried}")
    expect(page.locator("#form-whose")).to_contain_text("直す相手が見つかりません")


def test_a_damaged_code_is_told(page: Page) -> None:
    opened(page, "edit/#d=dAAAA")
    expect(page.locator("#form-whose")).to_contain_text("こわれています")


def test_a_link_that_a_mail_program_cut_opens_the_form_all_the_same(page: Page) -> None:
    opened(page, "edit/?group=yanasegawa-ashi#t=abc%E3%8")
    expect(page.locator("#form-whose")).to_contain_text("いま公開している内容が入っています")
    expect(page.locator("[name=_token]")).to_have_value("abc%E3%8")


def test_names_that_no_form_has_do_no_harm_in_a_code(page: Page) -> None:
    """A code is made by anybody: what stands in it is never a selector, and what nobody asks is left out."""
    opened(page)
    take(page, Carry="form/carry.js")
    strange = [['a"], *.0.b', "x"], ["__proto__", "x"], ["constructor.0", "x"], ["meetings.7.when", "毎週土曜 10:00"]]
    carried = page.evaluate("Carry.pack", [["_kind", "group"], *strange, ["name", "青空の会"]])
    page.goto("about:blank")
    opened(page, f"edit/#d={carried}")
    expect(page.locator("#form [name=name]")).to_have_value("青空の会")
    expect(page.locator("[name='meetings.7.when']")).to_have_value("毎週土曜 10:00")
    take(page, Answers="form/answers.js")
    names = {name for name, _ in page.evaluate("Answers.pairs(document.getElementById('form'), null)")}
    assert names & {name for name, _ in strange[:3]} == set()


def test_a_saved_file_is_a_submission_and_opens_again(page: Page, tmp_path: Path) -> None:
    minimal(page)
    with page.expect_download() as download:
        page.locator("[data-send=file]").click()
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    assert re.fullmatch(r"hiroba-\d{4}-[2-9A-Z]{4}\.json", download.value.suggested_filename)
    pairs = pairs_of(file.read_bytes())
    assert isinstance(pairs, list)
    submission = from_pairs(pairs)
    assert isinstance(submission, Submission)
    assert submission.data["name"] == "青空の会"
    page.get_by_role("heading", name="送る", exact=True).scroll_into_view_if_needed()
    opened(page)
    page.get_by_role("button", name="はじめから書く").click()
    to_step(page, "確かめて送る")
    page.set_input_files("[data-open-file]", file)
    expect(page.locator("#form [name=name]")).to_have_value("青空の会")
    to_step(page, "確かめて送る")
    file.write_bytes(b"{}")
    page.set_input_files("[data-open-file]", file)
    expect(page.locator("#form-failed")).to_contain_text("こわれています")


def test_a_mail_is_prepared_with_everything_in_it(page: Page) -> None:
    minimal(page)
    page.evaluate(
        """() => document.addEventListener('click', (event) => { const link = event.target.closest('a');
        if (link && link.href.startsWith('mailto:')) { window.mailed = link.href; event.preventDefault(); } })"""
    )
    page.locator("[data-send=email]").click()
    expect(page.locator("#form-done h2")).to_have_text("メールを用意しました")
    parts = urlsplit(page.evaluate("window.mailed"))
    assert parts.path == "center@example.org"
    query = parse_qs(parts.query)
    assert "青空の会" in query["subject"][0]
    assert ["name", "青空の会"] in _block(query["body"][0])


def _block(letter: str) -> list[list[str]]:
    block = letter.split("-----ひろば ここから-----")[1].split("-----ひろば ここまで-----")[0]
    found = json.loads(block)["fields"]
    assert isinstance(found, list)
    return found


def test_a_long_profile_goes_as_a_file_beside_the_mail(page: Page) -> None:
    opened(page, ASHI)
    to_step(page, "確かめて送る")
    with page.expect_download() as download:
        page.locator("[data-send=email]").click()
    expect(page.locator("#form-done")).to_contain_text(download.value.suggested_filename)
    page.get_by_role("button", name="メールの文面を写す").click()
    expect(page.locator("#form-status")).to_contain_text("写しました")
    assert ["name", "柳瀬川あしの会"] in _block(page.evaluate("navigator.clipboard.readText()"))


def test_a_proposal_at_the_code_host_is_filled_in(page: Page) -> None:
    minimal(page)
    page.locator("[data-send=code]").click()
    address = page.get_by_role("link", name="GitHub を開く").get_attribute("href")
    assert address
    query = parse_qs(urlsplit(address).query)
    assert unquote(urlsplit(address).path) == "/example/hiroba/new/main"
    assert query["filename"] == ["content/groups/aozoranokai.yaml"]
    assert "name: 青空の会" in query["value"][0]
    issue = page.get_by_role("link", name="Issue の用紙で送る").get_attribute("href")
    assert issue
    asked = parse_qs(urlsplit(issue).query)
    assert asked["template"] == ["group.yml"]
    assert (asked["name"], asked["contact-phone"]) == (["青空の会"], ["042-000-0077"])
    opened(page, ASHI)
    to_step(page, "確かめて送る")
    page.locator("[data-send=code]").click()
    link = page.get_by_role("link", name="GitHub を開く")
    expect(link).to_have_attribute("href", re.compile(r"/edit/main/content/groups/yanasegawa-ashi\.yaml$"))
    assert "name: 柳瀬川あしの会" in page.evaluate("navigator.clipboard.readText()")
    asked = parse_qs(urlsplit(page.get_by_role("link", name="Issue の用紙で送る").get_attribute("href") or "").query)
    assert asked["slug"] == ["yanasegawa-ashi"]
    assert asked["meetings"][0].split("\n")[1] == "毎月第3水曜 14:00-16:00／center／記録の整理と話し合い"


# --- Everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "look"),
    [
        (390, {"color_scheme": "light"}),
        (390, {"color_scheme": "dark"}),
        (390, {"forced_colors": "active"}),
        (1280, {"color_scheme": "light"}),
        (1280, {"color_scheme": "dark"}),
    ],
)
def test_no_step_has_a_barrier(chromium: Browser, receiver: Receiver, width: int, look: dict[str, Any]) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, base_url=receiver.address, reduced_motion="reduce", **look
    )
    page = context.new_page()
    found = []
    for address in (ASHI, "edit/event/"):
        opened(page, address)
        for step in page.locator("[data-go]").all_text_contents():
            to_step(page, step)
            if step in ("団体の名前", "いつ"):
                page.locator(f"{STEP} input[type=text]").first.fill("")
                forward(page)
            violations = Axe().run(page).response["violations"]
            found += [(step, v["id"], [n["html"][:100] for n in v["nodes"][:2]]) for v in violations]
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 390])
def test_no_step_is_wider_than_the_screen_even_in_the_largest_letters(
    chromium: Browser, receiver: Receiver, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, base_url=receiver.address)
    page = context.new_page()
    page.add_init_script("localStorage.setItem('hiroba.size', 'xl')")
    wide = []
    for address in (ASHI, "edit/event/"):
        opened(page, address)
        for step in page.locator("[data-go]").all_text_contents():
            to_step(page, step)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(step)
    context.close()
    assert wide == []


def test_readings_become_addresses_as_the_program_makes_them(page: Page) -> None:
    from generator.reading.slugs import slug_of

    opened(page)
    readings = [group.kana for group in SAMPLE.groups.values()] + [
        "しゃしんっち きょうと",
        "ヴァイオリン・てぃー",
        "っっ",
        "ーー",
        "con",
        "あ" * 90,
    ]
    take(page, Slugs="reading/slugs.js")
    made = page.evaluate("readings => readings.map((kana) => Slugs.slugOf(kana, 'kai'))", readings)
    assert made == [slug_of(kana, "kai") for kana in readings]


def test_the_settings_of_the_sample_offer_a_form() -> None:
    assert "send:" in (TOWN / "mkdocs.yml").read_text(encoding="utf-8")
    assert not Settings().form
