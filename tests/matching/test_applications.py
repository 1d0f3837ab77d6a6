"""Grants and groups find each other by index, and both pages say for each condition whether it is met, and why."""

from datetime import date
from pathlib import Path

import pytest

from generator.directory.model import Directory
from generator.matching.applications import Applications
from generator.matching.eligibility import Answer, eligibility
from generator.pages.chances import Chances
from generator.pages.grant import GrantView, grant_page
from generator.settings import Settings
from generator.wording.eligibility import at_work
from generator.wording.grants import who_words
from tests.folders import GROUP, TODAY, loaded
from tests.models import grant_of

GRANT = """\
title: 川べり助成
funder: 川べり基金
summary: 川の道具を助成します。
fields: [environment]
eligible:
  kinds: [volunteer]
  years: 2
  members: 5
  note: 市内で活動していること
closes: 2027-01-15
"""
OLD = GROUP + "founded: 2004年4月\nmembers: 12人\n"
YOUNG = GROUP + "founded: 2026年4月\nmembers: 12人\n"
FILES = {
    "groups/kawa-akari.yaml": GROUP,
    "groups/old.yaml": OLD.replace("あかり", "むかし"),
    "groups/young.yaml": YOUNG.replace("あかり", "わか"),
    "groups/npo.yaml": OLD.replace("あかり", "ほうじん").replace("volunteer", "npo"),
    "groups/hobby.yaml": OLD.replace("あかり", "しゅみ").replace("environment", "hobby"),
    "groups/ended.yaml": OLD.replace("あかり", "おわり") + "status: ended\n",
    "grants/kawaberi.yaml": GRANT,
    "grants/over.yaml": GRANT.replace("川べり助成", "秋の助成").replace("2027-01-15", "2026-10-31"),
    "grants/note.yaml": "title: 何でも助成\nfunder: 川べり基金\nsummary: 何にでも。\neligible: 先着順\ncloses: 随時\n",
}


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    return loaded(tmp_path, FILES).directory


def _slugs(found: tuple[tuple[object, ...], int]) -> list[str]:
    return [each.entry.slug for each in found[0]]  # type: ignore[attr-defined]


def test_a_grant_finds_those_that_meet_what_profiles_tell_and_those_that_could_tell_more(directory: Directory) -> None:
    applications = Applications(directory)
    assert _slugs(applications.groups("kawaberi", 9)) == ["old"]
    assert _slugs(applications.perhaps("kawaberi", 9)) == ["kawa-akari"]


def test_nobody_is_told_to_apply_for_what_is_over(directory: Directory) -> None:
    applications = Applications(directory)
    assert (applications.groups("over", 9), applications.perhaps("over", 9)) == (((), 0), ((), 0))
    assert "over" not in {chance.entry.slug for chance in applications.grants(directory.group_of["old"])}


def test_a_group_finds_its_grants_and_those_for_which_it_is_too_young(directory: Directory) -> None:
    applications, of = Applications(directory), directory.group_of
    assert [chance.entry.slug for chance in applications.grants(of["old"])] == ["kawaberi", "note"]
    assert [chance.entry.slug for chance in applications.grants(of["young"])] == ["note"]
    assert [chance.entry.slug for chance in applications.nearly(of["young"])] == ["kawaberi"]
    assert [chance.entry.slug for slug in ("npo", "hobby") for chance in applications.nearly(of[slug])] == []


def test_the_index_finds_whom_comparing_all_with_all_finds(directory: Directory) -> None:
    applications = Applications(directory)
    for grant in directory.entries["grants"]:
        if grant.slug == "over":
            continue
        may = {
            group.slug
            for group in directory.groups
            if group.group.status == "active" and eligibility(grant.record, group.group, TODAY).overall is not Answer.NO
        }
        found = {*_slugs(applications.groups(grant.slug, 99)), *_slugs(applications.perhaps(grant.slug, 99))}
        assert found == may


def test_the_page_of_a_grant_gives_the_reason_for_each_condition(directory: Directory) -> None:
    entry = next(each for each in directory.entries["grants"] if each.slug == "kawaberi")
    view = grant_page(directory, entry, Settings(), Applications(directory)).view
    (met, unknown) = view.applicants
    assert [(met.title, met.number), (unknown.title, unknown.number)] == [
        ("プロフィールで分かる条件を、すべて満たす団体", 1),
        ("プロフィールだけでは分からない条件がある団体", 1),
    ]
    assert met.applicants[0].reasons == (
        ("団体の種類：ボランティア団体", "yes", "満たす", "ボランティア団体"),
        ("活動2年以上", "yes", "満たす", "2004年（平成16年）4月設立。締切の2027年1月15日には活動22年"),
        ("会員5人以上", "yes", "満たす", "会員12人"),
        ("活動分野：環境の保全", "yes", "満たす", "環境の保全"),
    )
    assert unknown.applicants[0].missing == ("「設立」を書くと分かります", "「会員数」を書くと分かります")
    assert [(each.asked, each.words, each.note) for each in view.untold] == [
        ("市内で活動していること", "プロフィールからは分かりません", "助成する団体へお尋ねください")
    ]


def test_a_grant_that_asks_nothing_of_which_profiles_tell_lists_no_groups(directory: Directory) -> None:
    entry = next(each for each in directory.entries["grants"] if each.slug == "note")
    assert grant_page(directory, entry, Settings(), Applications(directory)).view.applicants == ()


def test_the_page_of_a_group_says_how_it_stands_and_what_it_lacks(directory: Directory) -> None:
    applications, of = Applications(directory), directory.group_of
    old, plain, young = (Chances(directory, applications).view(of[slug]) for slug in ("old", "kawa-akari", "young"))
    assert [(each.grant.text, each.when) for each in old.open] == [
        ("川べり助成", "1月15日（金）まで"),
        ("何でも助成", "随時受付"),
    ]
    assert old.open[0].standing == "プロフィールで分かる条件は、すべて満たしています。"
    assert old.open[1].standing == "条件は、助成する団体へお尋ねください。"
    told = {each.grant.text: each.standing for each in plain.open}
    assert told["川べり助成"] == "「設立」を書くと分かります。「会員数」を書くと分かります。"
    assert [each.standing for each in young.nearly] == ["「活動2年以上」を満たしていません。"]
    assert [each.words for each in young.nearly[0].reasons] == [
        *("満たす", "満たさない", "満たす", "プロフィールからは分かりません", "満たす")
    ]


@pytest.mark.parametrize(
    ("founded", "note"),
    [
        ("2025年", "「設立」を月や日まで書くと分かります"),
        ("2025年1月", "「設立」を日まで書くと分かります"),
    ],
)
def test_a_founding_known_to_the_year_or_month_is_asked_for_more_exactly(
    tmp_path: Path, founded: str, note: str
) -> None:
    files = FILES | {"groups/kawa-akari.yaml": f"{GROUP}founded: {founded}\nmembers: 12\n"}
    directory = loaded(tmp_path, files).directory
    chances = Chances(directory, Applications(directory)).view(directory.group_of["kawa-akari"])
    assert next(each.standing for each in chances.open if each.grant.text == "川べり助成") == f"{note}。"


def test_only_a_few_stand_on_a_page_and_the_rest_is_counted(tmp_path: Path) -> None:
    more = {f"grants/g{n}.yaml": GRANT.replace("川べり助成", f"助成その{n}") for n in range(9)}
    many = {f"groups/a{n}.yaml": OLD.replace("川あかり", f"川辺{n}") for n in range(25)}
    directory = loaded(tmp_path, FILES | more | many).directory
    applications = Applications(directory)
    chances = Chances(directory, applications).view(directory.group_of["old"])
    assert (len(chances.open), chances.left) == (4, 7)
    entry = next(each for each in directory.entries["grants"] if each.slug == "kawaberi")
    met = grant_page(directory, entry, Settings(), applications).view.applicants[0]
    assert (met.number, len(met.applicants), met.left) == (26, 20, 6)


@pytest.mark.parametrize(
    ("founded", "words"),
    [
        ("2024-11-15", "2年2か月"),
        ("2024-11-16", "2年1か月"),
        ("2025-01-15", "2年"),
        ("2026-12-20", "1年未満"),
        ("2026-11-20", "1か月"),
        ("2024-04", "2年"),
        ("2024-01", "2年か3年"),
        ("2024", "2年か3年"),
        ("2026", "1年未満か1年"),
    ],
)
def test_years_at_work_are_said_as_exactly_as_the_founding_is_known(founded: str, words: str) -> None:
    assert at_work(founded, date(2027, 1, 15)) == words


def _view(folder: Path, files: dict[str, str], slug: str = "kawaberi") -> GrantView:
    directory = loaded(folder, files).directory
    entry = next(each for each in directory.entries["grants"] if each.slug == slug)
    view = grant_page(directory, entry, Settings(), Applications(directory)).view
    assert isinstance(view, GrantView)
    return view


def test_what_is_open_at_any_time_says_years_as_of_today(tmp_path: Path) -> None:
    view = _view(tmp_path, FILES | {"grants/kawaberi.yaml": GRANT.replace("2027-01-15", "随時")})
    assert view.applicants[0].applicants[0].reasons[1].note == "2004年（平成16年）4月設立。2026年11月23日現在で活動22年"


def test_a_founding_to_come_and_numbers_that_differ_are_named_as_what_is_open(tmp_path: Path) -> None:
    odd = GROUP + "founded: 2030年\nmembers:\n  total: 10\n  residents: 12\n"
    view = _view(tmp_path, FILES | {"groups/kawa-akari.yaml": odd})
    assert view.applicants[1].applicants[0].missing == (
        "「設立」（2030年（令和12年））が、これからの日になっています",
        "「会員数」の二つの人数が合わないので、確かめると分かります",
    )


def test_a_volunteer_group_may_be_what_a_funder_calls_a_citizens_group(tmp_path: Path) -> None:
    kinds = "label: 種類\nlabel_en: Kind\nterms:\n" + "".join(
        f"  {name}: {{label: {label}, label_en: {name}}}\n"
        for name, label in (("volunteer", "ボランティア団体"), ("citizen", "市民活動団体"), ("npo", "NPO法人"))
    )
    asked = {"grants/kawaberi.yaml": GRANT.replace("[volunteer]", "[npo, citizen]"), "vocabulary/kinds.yaml": kinds}
    view = _view(tmp_path, FILES | asked)
    words = "助成する団体の言う「市民活動団体」に当たるかは、助成する団体へお尋ねください"
    assert {a.group.text: words in a.missing for each in view.applicants for a in each.applicants} == {
        "川ほうじんの会": False,
        "川むかしの会": True,
        "川あかりの会": True,
    }


def test_a_grant_that_nobody_meets_says_so_and_why(tmp_path: Path) -> None:
    view = _view(tmp_path, FILES | {"grants/kawaberi.yaml": GRANT.replace("years: 2", "years: 90")})
    # The one whose founding nobody knows may still be old enough.
    assert (view.nobody, [each.number for each in view.applicants]) == ((), [1])
    known = FILES | {"groups/kawa-akari.yaml": YOUNG}
    nobody = _view(tmp_path / "b", known | {"grants/kawaberi.yaml": GRANT.replace("years: 2", "years: 90")})
    assert nobody.applicants == ()
    assert nobody.nobody == (
        "「活動90年以上」を満たさない団体が5あります。",
        "「団体の種類：ボランティア団体」を満たさない団体が1あります。",
        "「活動分野：環境の保全」を満たさない団体が1あります。",
    )


def test_large_numbers_have_their_commas(tmp_path: Path) -> None:
    directory = loaded(tmp_path, FILES).directory
    assert who_words(directory, grant_of(eligible={"members": 100000})) == ("会員100,000人以上",)
