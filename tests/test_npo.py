"""Becoming an NPO法人: what the law asks, what a profile tells of it, and nothing beyond what it tells."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.build import load, pour
from generator.matching.eligibility import Answer
from generator.matching.npo import CONDITIONS, is_unincorporated, npo_answers
from generator.models.group import Group
from generator.models.vocabulary import Vocabulary
from generator.reading.strict import parse
from generator.wording.npo import conditions, npo_findings
from tests.folders import GROUP, TODAY, content
from tests.poured import SETTINGS, elements, poured, texts, theme
from tests.towns import CONTENT, profile_files

VOCABULARIES = {
    name: Vocabulary.model_validate(parse((CONTENT / f"vocabulary/{name}.yaml").read_text(encoding="utf-8")))
    for name in ("fields", "kinds")
}
YES, NO, UNKNOWN = Answer


def group(**changes: Any) -> Group:
    given = {name: value for name, value in {**parse(GROUP), **changes}.items() if value is not None}
    return Group.model_validate(given, context={"vocabularies": VOCABULARIES})


@pytest.mark.parametrize(
    ("changes", "name", "answer"),
    [
        ({"fields": ["environment"]}, "purpose", YES),
        ({"fields": ["environment", "hobby"]}, "purpose", YES),
        # The law asks what is mainly done, and the main field stands first.
        ({"fields": ["hobby", "environment"]}, "purpose", UNKNOWN),
        ({"fields": ["hobby"]}, "purpose", NO),
        ({"criteria": ["public-benefit"]}, "public", YES),
        ({"criteria": ["nonprofit"]}, "public", UNKNOWN),
        ({"criteria": None}, "public", UNKNOWN),
        ({"criteria": ["nonprofit"]}, "nonprofit", YES),
        ({"criteria": ["voluntary"]}, "nonprofit", UNKNOWN),
        ({"members": "9"}, "members", NO),
        ({"members": "0"}, "members", NO),
        # Members are not 社員: that there are enough of these no profile says.
        ({"members": "10"}, "members", UNKNOWN),
        ({"members": "300"}, "members", UNKNOWN),
        ({"members": {"ages": "60代"}}, "members", UNKNOWN),
        ({"members": None}, "members", UNKNOWN),
        ({"summary": "宗教や政治とは関係ありません。"}, "religion", UNKNOWN),
    ],
)
def test_a_condition_is_met_not_met_or_not_known(changes: dict[str, Any], name: str, answer: Answer) -> None:
    assert npo_answers(group(**changes), VOCABULARIES["fields"])[name] == answer


def test_of_most_conditions_no_profile_says_anything() -> None:
    answers = npo_answers(group(members="8"), VOCABULARIES["fields"])
    assert tuple(answers) == CONDITIONS
    assert {name for name, answer in answers.items() if answer != UNKNOWN} == {
        "purpose",
        "public",
        "nonprofit",
        "members",
    }


def test_without_a_vocabulary_no_field_is_in_the_law_s_table() -> None:
    assert npo_answers(group(), None)["purpose"] == UNKNOWN
    assert "purpose" not in npo_findings(group(), {})


def test_all_twenty_fields_of_the_law_are_known_by_their_numbers() -> None:
    terms = VOCABULARIES["fields"].terms
    listed = [name for name in terms if npo_answers(group(fields=[name]), VOCABULARIES["fields"])["purpose"] == YES]
    assert sorted(int(terms[name].code or 0) for name in listed) == list(range(1, 21))


@pytest.mark.parametrize(
    ("changes", "name", "words"),
    [
        ({}, "purpose", "活動分野：環境の保全（別表の7号）。"),
        ({"fields": ["hobby"]}, "purpose", "20の分野にはありません。"),
        ({"members": "8人"}, "members", "会員は8人です。いまの会員だけでは足りません。"),
        (
            {"members": "25人"},
            "members",
            "会員は25人です。このうち何人が社員になるかは",
        ),
        ({}, "nonprofit", "「営利を目的としていません」と宣言しています。"),
    ],
)
def test_the_reason_is_what_the_profile_says(changes: dict[str, Any], name: str, words: str) -> None:
    assert words in npo_findings(group(**changes), VOCABULARIES)[name][1]


def test_no_answer_but_unknown_stands_without_a_reason_from_the_profile() -> None:
    for path in profile_files("groups").values():
        found = parse(path.read_text(encoding="utf-8"))
        try:
            each = Group.model_validate(found, context={"vocabularies": VOCABULARIES})
        except ValueError:
            continue
        answers, findings = npo_answers(each, VOCABULARIES["fields"]), npo_findings(each, VOCABULARIES)
        for name, answer in answers.items():
            assert findings.get(name, (UNKNOWN, ""))[0] == answer
            assert answer == UNKNOWN or findings[name][1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"kind": "circle"}, True),
        ({"kind": "npo"}, False),
        ({"kind": "school"}, False),
        ({"corporate_number": "8000012010038"}, False),
        ({"status": "resting"}, True),
        ({"status": "ended"}, False),
    ],
)
def test_who_is_a_corporation_already_is_not_led_there(changes: dict[str, Any], expected: bool) -> None:
    assert is_unincorporated(group(**changes), VOCABULARIES["kinds"]) is expected


def test_the_list_stands_whole_without_scripts_with_articles_sources_and_boxes_to_tick(tmp_path: Path) -> None:
    page = poured(tmp_path)["npo-check/index.html"]
    assert [each.name for each in conditions()] == list(CONDITIONS)
    items = [each for each in elements(page, "li") if "data-condition" in each.attributes]
    assert len(items) == len(CONDITIONS)
    for item, condition in zip(items, conditions(), strict=True):
        for words in (
            condition.title,
            condition.article,
            condition.ask,
            "満たしている",
            "満たしていない",
            "これから確かめる",
        ):
            assert words in item.text
    said = " ".join(texts(page, "main"))
    for words in (
        *("法律の助言ではありません", "平成10年法律第7号", "内閣府NPOホームページ", "東京都のNPO法人の窓口"),
        *("社員とは、総会で議決する権利を持つ会員", "会員がみな社員とも限りません"),
    ):
        assert words in said


def test_the_group_s_page_leads_there_and_brings_a_small_file_and_a_corporation_has_neither(tmp_path: Path) -> None:
    files = {
        "groups/kawa-akari.yaml": GROUP + "members: 8人\n",
        "groups/houjin.yaml": GROUP.replace("川あかり", "山").replace("かわあかり", "やま")
        + "corporate_number: 8000012010038\n",
    }
    source, stage = content(tmp_path / "content", files), tmp_path / "stage"
    pour(load(source, "content", TODAY), source, SETTINGS, theme(), stage)
    page = (stage / "groups/kawa-akari/index.html").read_text(encoding="utf-8")
    assert 'href="../../npo-check/?group=kawa-akari"' in page
    assert "npo-check" not in (stage / "groups/houjin/index.html").read_text(encoding="utf-8")
    assert [path.name for path in (stage / "npo-check/data").iterdir()] == ["kawa-akari.json"]
    found = json.loads((stage / "npo-check/data/kawa-akari.json").read_text(encoding="utf-8"))
    assert (found["name"], found["url"]) == ("川あかりの会", "groups/kawa-akari/")
    assert found["found"]["members"] == ["no", "会員は8人です。いまの会員だけでは足りません。"]
    assert sum(found["counts"].values()) == len(CONDITIONS)
    assert len(json.dumps(found, ensure_ascii=False).encode()) < 1500


# In the browser.


@pytest.fixture
def page(chromium: Browser, sample_server: str) -> Iterator[Page]:
    opened = chromium.new_page(base_url=sample_server, viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


@pytest.mark.browser
@pytest.mark.site
def test_opened_from_a_group_the_list_says_of_each_condition_what_its_profile_says(page: Page) -> None:
    page.goto("groups/medaka-goya/")
    page.get_by_role("link", name="この団体がNPO法人になるとしたら").click()
    expect(page.locator(".npo__group")).to_contain_text("せせらぎメダカ小屋のプロフィールから分かること")
    told = page.locator(".npo__found")
    assert told.count() == len(CONDITIONS)
    starts = [words.split("\n")[0] for words in told.all_inner_texts()]
    assert set(starts) == {"満たしている", "満たしていない", "プロフィールからは分かりません"}
    members = page.locator('[data-condition="members"]')
    expect(members).to_contain_text("いまの会員だけでは足りません")
    expect(members.locator(".npo__ticked")).to_have_text("満たしていない")
    # What is not known is left to be ticked by hand.
    assert page.locator('[data-condition="pay"] .npo__ticked').count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert Axe().run(page).violations_count == 0


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.parametrize("slug", ["nobody-here", "../../groups/medaka-goya/index", "A&B", ""])
def test_a_group_that_is_not_there_leaves_the_list_as_it_is(page: Page, slug: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"npo-check/?group={slug}")
    page.wait_for_load_state("networkidle")
    assert page.locator(".npo__found:visible").count() == 0
    assert page.locator(".npo__boxes").count() == len(CONDITIONS)
    assert any("/data/" in url for url in asked) is (slug == "nobody-here")
    if slug == "nobody-here":
        expect(page.locator(".npo__group")).to_have_text(
            "この団体のプロフィールを読めませんでした。一覧は、このまま使えます。"
        )
