"""Questions are asked on the page that residents have; one that does not answer is an error, not an empty answer."""

from pathlib import Path

import pytest

from benchmarks.asking import Answer, NoAnswer, ask

pytestmark = [pytest.mark.browser, pytest.mark.site]

# A page with the parts of ours, on which a test decides what happens when it is asked.
PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>検索</title>
<p class="search-status" role="status"></p><ul class="search-on" hidden></ul>
<p class="search-note" hidden>古い</p><ol class="search-results" aria-busy="true"></ol>
<button class="search-more" hidden>もっと見る</button>
<script type="module">
const [status, on, note, list, more] = document.querySelectorAll("[class^=search-]");
const q = new URLSearchParams(location.search).get("q");
const card = (address) => {{
  list.innerHTML += `<li class="search-card"><h2><a href="../${{address}}"><mark>名</mark>前</a></h2></li>`;
}};
{script}
</script></html>
"""


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    (tmp_path / "search").mkdir()
    return tmp_path


def asked(site: Path, script: str, *questions: str) -> list[Answer]:
    (site / "search/index.html").write_text(PAGE.format(script=script), encoding="utf-8")
    return ask(site, questions, "chromium", patience=2)


def test_order_status_note_nearness_and_filters_are_read_from_the_page(fake: Path) -> None:
    script = """
    status.textContent = "さがしています…";
    setTimeout(() => {
      ["groups/b/", "events/a/#wanted-1", "groups/%E5%B7%9D/"].forEach(card);
      status.textContent = q === "近い 公園" ? q + "の検索結果　3件" : "「" + q + "」に近い結果　3件";
      on.innerHTML = '<li><button>土曜<span class="hidden">を外す</span></button></li>';
      note.textContent = "「きょう」をのぞいてさがしました。";
      on.hidden = note.hidden = q === "近い 公園";
      list.removeAttribute("aria-busy");
    }, 30);
    """
    found = ("groups/b/", "events/a/", "groups/川/")
    near = Answer(found, True, "「手話」に近い結果　3件", "「きょう」をのぞいてさがしました。", ("土曜",))
    assert asked(fake, script, "手話", "近い 公園") == [near, Answer(found, False, "近い 公園の検索結果　3件")]


def test_everything_behind_the_button_is_read_as_well_up_to_sixty_results(fake: Path) -> None:
    script = """
    let shown = 0;
    const all = Number(q);
    const show = () => {
      for (let n = 0; n < 10 && shown < all; n += 1) card("groups/g" + (shown += 1) + "/");
      more.hidden = shown >= all;
    };
    more.onclick = () => setTimeout(show, 20);
    show();
    status.textContent = all + "件";
    list.removeAttribute("aria-busy");
    """
    some, many = asked(fake, script, "23", "84")
    assert some.found == tuple(f"groups/g{n}/" for n in range(1, 24))
    assert many.found == tuple(f"groups/g{n}/" for n in range(1, 61))


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ('status.textContent = "いまは検索を使えません。"; list.removeAttribute("aria-busy")', "使えません"),
        ('setTimeout(() => { throw new Error("kaputt") }, 20)', "kaputt"),
        ('setTimeout(() => Promise.reject(new Error("geplatzt")), 20)', "geplatzt"),
        ('status.textContent = "手話の検索結果　3件"', "no answer after 2 s; the status line: 手話の検索結果　3件"),
        ('list.removeAttribute("aria-busy")', "no answer after 2 s"),
        ('card("a/"); more.hidden = false; status.textContent = "2件"; list.removeAttribute("aria-busy")', "no answer"),
    ],
    ids=["says so", "throws", "rejects", "stays busy", "says nothing", "has no more"],
)
def test_a_page_that_breaks_is_an_error_that_names_the_question(fake: Path, breaks: str, said: str) -> None:
    script = f"""
    if (q === "防災") {{ {breaks} }} else {{
      status.textContent = "「" + q + "」は見つかりませんでした。";
      list.removeAttribute("aria-busy");
    }}
    """
    with pytest.raises(NoAnswer, match="「防災」") as error:
        asked(fake, script, "手話", "防災", "川")
    assert said in str(error.value)


def test_a_site_without_a_search_page_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer, match="「川」"):
        ask(tmp_path, ["川"], "chromium", patience=1)


def test_a_published_site_is_asked_as_it_is_with_its_text_pages_and_stays_as_it_is(sample_site: Path) -> None:
    before = sorted(path for path in sample_site.rglob("*"))
    many, page, nothing = ask(sample_site, ["柳瀬川あしの会", "使い方", "ピラティス"], "chromium")
    assert many.found[0] == "groups/yanasegawa-ashi/"
    assert many.status.startswith("柳瀬川あしの会の検索結果")
    assert page.found[0] == "help/"
    assert nothing.found == ()
    assert sorted(path for path in sample_site.rglob("*")) == before


def test_days_are_those_of_the_day_on_which_the_site_was_built(sample_site: Path) -> None:
    (tomorrow,) = ask(sample_site, ["明日"], "chromium")
    assert tomorrow.chips == ("明日（11月24日・火）",)
    assert "events/mizudori-ten-2026/" in tomorrow.found


def test_more_than_one_page_of_results_is_asked_for_on_the_published_site(sample_site: Path) -> None:
    (many,) = ask(sample_site, ["清瀬"], "chromium")
    assert len(many.found) > 10
    assert f"{len(many.found)}件" in many.status
