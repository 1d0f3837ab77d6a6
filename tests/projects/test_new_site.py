"""`hiroba new site` gives any city a complete small project that builds at once."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import __version__, plugin
from generator.cli import main
from generator.packaged import packaged
from generator.projects.answers import Answers, Wrong, answers
from generator.projects.areas import areas, areas_text
from generator.projects.make import SHARED_PAGES, filled, general_vocabularies, project_files
from generator.projects.questions import listed
from generator.projects.workflows import workflows
from tests.folders import TODAY, put
from tests.poured import Elements, dead_links

PHONE = ["--phone", "042-000-0100"]
TOWNS = {
    "a village": (["--city", "檜原村"], "東京都檜原村", "133078"),
    "a ward of Tokyo": (
        ["--city", "港区", "--fax", "03-0000-0101", "--email", "c@example.org"],
        "東京都港区",
        "131032",
    ),
    "a designated city": (["--city", "静岡市", "--repository", "shizu/hiroba"], "静岡県静岡市", "221007"),
}
KIYOSE = re.compile("清瀬|きよせ|kiyose|柳瀬|空堀|野塩", re.IGNORECASE)


def new(folder: Path, *arguments: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", "site", str(folder), *arguments], input=said)


def made(**given: str) -> Answers:
    found = answers({"city": "檜原村", "phone": "042-000-0100", **given})
    assert isinstance(found, Answers), found
    return found


def _settings(folder: Path) -> dict[str, object]:
    config = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    return next(each["hiroba"] for each in config["plugins"] if "hiroba" in each)


@pytest.mark.site
@pytest.mark.parametrize("kind", TOWNS)
def test_it_is_clean_and_builds_at_once(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given, name, code = TOWNS[kind]
    town = tmp_path / "my-town"
    done = new(town, *given, *PHONE, "--yes")
    assert (done.exit_code, name in done.output, code in done.output) == (0, True, True)
    settings = _settings(town)
    assert (f"{settings['prefecture']}{settings['city']}", settings["city_code"]) == (name, code)
    monkeypatch.chdir(town)
    checked = CliRunner().invoke(main, ["check"])
    assert (checked.exit_code, checked.output.count("\n")) == (0, 1)
    assert checked.output.startswith("直すところはありません（団体 1、イベント 1、")
    problems: list[object] = []
    plugin.build("mkdocs.yml", None, plugin.Options(report=problems.extend))
    assert problems == []
    pages = {
        p.relative_to(town / "site").as_posix(): Elements(p.read_text("utf-8")) for p in town.rglob("site/**/*.html")
    }
    assert dead_links(pages, town / "site", _site_url(town)) == []
    assert "見本・水曜おりがみの会" in (town / "site/groups/mihon-origami/index.html").read_text(encoding="utf-8")
    assert json.loads((town / "site/search-index/start.json").read_text(encoding="utf-8"))["count"] > 1
    assert list((town / "site/assets").glob("hiroba-*.css"))


def _site_url(town: Path) -> str:
    return str(
        yaml.safe_load((town / "mkdocs.yml").read_text(encoding="utf-8")).get("site_url") or "https://none.example/"
    )


@pytest.mark.parametrize("kind", TOWNS)
def test_nothing_that_is_written_is_another_city_s(tmp_path: Path, kind: str) -> None:
    new(tmp_path / "t", *TOWNS[kind][0], *PHONE, "--yes")
    derived = ("schema", "ISSUE_TEMPLATE", "workflows")
    files = [p for p in (tmp_path / "t").rglob("*") if p.is_file() and p.parent.name not in derived]
    assert len(files) > 25
    assert [p.name for p in files if KIYOSE.search(p.read_text(encoding="utf-8"))] == []
    assert [p.name for p in files if "[[" in p.read_text(encoding="utf-8")] == []


def test_the_wards_of_a_designated_city_and_its_schools_are_its_areas() -> None:
    found = areas(
        made(
            city="静岡市",
            schools="葵小学校（あおい）、第三小",
            areas="清水港（しみずこう）周辺、沼上町内（ぬまがみちょうない）",
        )
    )
    assert [(a.slug, a.label, a.kana) for a in found] == [
        ("citywide", "市内全域", "しないぜんいき"),
        ("aoi", "葵区", "あおいく"),
        ("suruga", "駿河区", "するがく"),
        ("shimizu", "清水区", "しみずく"),
        ("aoi-2", "葵小学校区", "あおいしょうがっこうく"),
        ("dai3", "第三小学校区", ""),
        ("area-6", "清水港（しみずこう）周辺", ""),
        ("numagamichonai", "沼上町内", "ぬまがみちょうない"),
        ("neighbors", "近隣の市区町村", "きんりんのしくちょうそん"),
        ("online", "オンライン", "おんらいん"),
    ]


@pytest.mark.parametrize(
    ("school", "slug", "label", "kana"),
    [
        ("お台場学園（おだいば）", "odaiba", "お台場学園区", "おだいばがくえんく"),
        ("お台場学園（おだいばがくえん）", "odaiba", "お台場学園区", "おだいばがくえんく"),
        ("白金小学校（シロカネ）", "shirokane", "白金小学校区", "しろかねしょうがっこうく"),
        ("白金小学校（ｼﾛｶﾞﾈ）", "shirogane", "白金小学校区", "しろがねしょうがっこうく"),
        ("川の義務教育学校（かわの）", "kawano", "川の義務教育学校区", "かわのぎむきょういくがっこうく"),
        ("川の小中学校（かわの）", "kawano", "川の小中学校区", "かわのしょうちゅうがっこうく"),
    ],
)
def test_the_reading_of_a_school_is_read_over_its_whole_name(school: str, slug: str, label: str, kana: str) -> None:
    found = areas(made(schools=school))[1]
    assert (found.slug, found.label, found.kana) == (slug, label, kana)


@pytest.mark.parametrize(
    ("city", "label"), [("檜原村", "村内全域"), ("港区", "区内全域"), ("森町", "町内全域"), ("津市", "市内全域")]
)
def test_the_widest_area_is_called_as_the_city_is(city: str, label: str) -> None:
    prefecture = "静岡県" if city == "森町" else ""
    assert areas(made(city=city, prefecture=prefecture))[0].label == label


def test_a_school_that_is_named_twice_is_one_area_and_strange_names_stay_text() -> None:
    given = made(schools="一小、一小、第一小学校、a: b #c小学校", areas="online（おんらいん）, {x}")
    text = yaml.safe_load(areas_text(given))["terms"]
    assert [term["label"] for term in text.values()].count("一小学校区") == 1
    assert "a: b #c小学校区" in [term["label"] for term in text.values()]
    assert "{x}" in [term["label"] for term in text.values()]
    assert len(text) == len(areas(given))


def test_vocabularies_and_shared_pages_have_one_source() -> None:
    files = project_files(made(fax="042-000-0101"), TODAY, "0.2.0")
    names = [path.name for path in general_vocabularies()]
    assert {"fields.yaml", "kinds.yaml", "roles.yaml", "languages.yaml"} <= set(names)
    assert not {"areas.yaml", "readings.yaml", "related.yaml", "synonyms.yaml"} & set(names)
    for name in names:
        assert files[f"content/vocabulary/{name}"] == (packaged("content/vocabulary") / name).read_text(
            encoding="utf-8"
        )
    for name in SHARED_PAGES:
        source = (packaged("content/pages") / f"{name}.md").read_text(encoding="utf-8")
        # A new city has no grants to lead to.
        kept = "\n".join(line for line in source.split("\n") if 'href="../grants/"' not in line)
        assert files[f"content/pages/{name}.md"] == kept
        assert not KIYOSE.search(source)
    written = {Path(name).name for name in files if name.startswith("content/pages/")}
    assert written == {path.name for path in packaged("content/pages").glob("*.md")}


def test_a_line_about_what_the_centre_does_not_have_is_left_out() -> None:
    files = project_files(made(), TODAY, "0.2.0")
    assert "{{ center.fax }}" not in files["content/pages/register.md"]
    assert "{{ center.phone }}" in files["content/pages/register.md"]
    assert "ファクス：" not in files["content/pages/contact.md"]
    assert "fax:" not in files["mkdocs.yml"]
    with_fax = project_files(made(fax="042-000-0101"), TODAY, "0.2.0")
    assert "- ファクス：{{ center.fax }}" in with_fax["content/pages/contact.md"]
    assert 'fax: "042-000-0101"' in with_fax["mkdocs.yml"]


def test_the_samples_are_of_the_day_and_say_that_they_are_samples() -> None:
    files = project_files(made(), date(2027, 1, 1), "0.2.0")
    group, event = files["content/groups/mihon-origami.yaml"], files["content/events/mihon-hajimete-origami.yaml"]
    assert "confirmed: 2027-01-01" in group
    assert "dates: 2027-02-13 13:30-15:00" in event
    assert "見本です" in group
    assert "見本です" in event
    assert "sample: true" in files["mkdocs.yml"]


def test_workflows_install_the_release_and_copy_no_code() -> None:
    files = project_files(made(), TODAY, "9.8.7")
    assert "hiroba[desk,sheets]==9.8.7\n" in files["requirements.txt"]
    flows = {name: text for name, text in workflows().items() if name.endswith(".yml") and "workflows" in name}
    assert [Path(name).name for name in flows] == ["check.yml", "comment.yml", "issue.yml", "publish.yml"]
    for name, text in flows.items():
        assert files[name] == text
        assert "-r requirements.txt" in text
        for gone in ("constraints.txt", "-e .", "scripts/", "generator/"):
            assert gone not in text, (name, gone)
        assert yaml.safe_load(text)["jobs"]
    assert not [name for name in files if name.endswith(".py")]


def test_where_a_token_may_write_the_program_comes_without_libraries() -> None:
    for name, text in workflows().items():
        if "workflows" in name:
            for job in yaml.safe_load(text)["jobs"].values():
                if "write" in job["permissions"].values():
                    installs = [s["run"] for s in job["steps"] if "pip install" in s.get("run", "")]
                    assert all("--no-deps" in run for run in installs)


def test_a_city_is_told_only_of_what_it_has() -> None:
    text = workflows()[".github/dependabot.yml"]
    kinds = [each["package-ecosystem"] for each in yaml.safe_load(text)["updates"]]
    assert kinds == ["github-actions", "pip"]
    assert "npm" not in text
    assert text.startswith("# 番号を決めて使っている部品（actions）と、ひろばの新しい版を、")


@pytest.mark.site
def test_what_the_centre_is_called_runs_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "<script>alert(1)</script>*山*の[家](javascript:1)"
    new(tmp_path / "t", "--city", "檜原村", "--center", name, *PHONE, "--yes")
    monkeypatch.chdir(tmp_path / "t")
    plugin.build("mkdocs.yml", None, plugin.Options(report=lambda problems: None))
    for page in ("contact", "about", "accessibility"):
        text = (tmp_path / f"t/site/{page}/index.html").read_text(encoding="utf-8")
        assert "alert(1)" not in "".join(re.findall(r"<script(?: [^>]*)?>[^<]*", text)), page
        assert "<em>山" not in text
        assert 'href="javascript' not in text


def test_the_same_answers_give_the_same_files() -> None:
    assert project_files(made(), TODAY, "0.2.0") == project_files(made(), TODAY, "0.2.0")


# --- Asking ----------------------------------------------------------------------------------------------------


def test_it_asks_in_japanese_and_asks_again_for_what_cannot_be_used(tmp_path: Path) -> None:
    said = ["府中し", "府中市", "広島県", "", "", "でんわ", "0847-43-0000", "", "", "", "", "", "", "", "", ""]
    done = new(tmp_path / "t", said="\n".join(said) + "\n")
    assert done.exit_code == 0, done.output
    assert "「府中し」という市区町村はありません" in done.output
    assert "「府中市」は、東京都と広島県にあります。どれですか。" in done.output
    assert "広島県府中市（団体コード 342084）" in done.output
    assert "センターの電話は、書いてください。" in done.output
    assert "電話番号として読み取れません" in done.output
    assert _settings(tmp_path / "t")["center"] == {"name": "府中市民活動センター", "phone": "0847-43-0000"}


def test_a_wrong_prefecture_or_half_a_name_is_no_trap(tmp_path: Path) -> None:
    said = ["府中市", "大阪府", "府中", "東京都", "府中", "広島県府中町", "", "082-000-0100", *[""] * 9]
    done = new(tmp_path / "t", said="\n".join(said) + "\n")
    assert done.exit_code == 0, done.output
    assert "大阪府に「府中市」という市区町村はありません。" in done.output
    assert done.output.count("「東京都府中市」「広島県府中市」「広島県府中町」のどれでしょうか。") == 2
    assert "広島県府中町（団体コード 343021）" in done.output


@pytest.mark.parametrize("written", ["０３－６４００－００００", "03(6400)0000", "0364000000", " 03ー6400ー0000 "])
def test_a_number_is_written_as_it_is_dialled(written: str) -> None:
    assert made(phone=written, fax=written).phone == "03-6400-0000"
    assert made(fax=written).fax == "03-6400-0000"
    assert made(email="ｃｅｎｔｅｒ＠ｅｘａｍｐｌｅ．ｏｒｇ").email == "center@example.org"


def test_what_stands_beside_a_number_stays() -> None:
    assert made(phone="03-6400-0000（内線12）").phone == "03-6400-0000(内線12)"


def test_a_mobile_number_of_the_centre_is_pointed_out(tmp_path: Path) -> None:
    done = new(tmp_path / "t", "--city", "檜原村", "--phone", "09012345678", "--yes")
    assert (done.exit_code, "センターの電話 090-1234-5678 は、携帯電話の番号です。" in done.output) == (0, True)
    assert "携帯電話" not in new(tmp_path / "u", "--city", "檜原村", *PHONE, "--yes").output


def test_what_is_given_is_not_asked(tmp_path: Path) -> None:
    rest = [f"--{name}" for name in ("fax", "email", "hours", "address", "repository", "site-url", "site-name")]
    given = dict(
        zip(rest, ("042-000-0101", "c@example.org", "平日", "川辺1", "a/b", "https://x.example/", "川辺"), strict=True)
    )
    flags = [part for pair in given.items() for part in pair]
    done = new(
        tmp_path / "t", "--city", "檜原村", "--center", "C", *PHONE, *flags, "--schools", "檜原小", "--areas", "南"
    )
    assert done.exit_code == 0, done.output
    assert "（例：" not in done.output
    settings = _settings(tmp_path / "t")
    assert settings["send"] == {"email": True, "code_host": True, "paper": True}
    assert settings["repository"] == "https://github.com/a/b"


def test_an_answers_file_is_read_under_japanese_names(tmp_path: Path) -> None:
    text = "市区町村: 静岡市\nセンターの電話: ０５４−０００−０１００\nセンターの名前: 'しずおか #1: センター'\n"
    text += "小学校: [葵小（あおい）, 城内小]\n"
    put(tmp_path, {"a.yaml": text})
    done = new(tmp_path / "t", "--answers", str(tmp_path / "a.yaml"))
    assert done.exit_code == 0, done.output
    center = _settings(tmp_path / "t")["center"]
    assert center == {"name": "しずおか #1: センター", "phone": "054-000-0100"}
    assert "城内小学校区" in (tmp_path / "t/content/vocabulary/areas.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市区町村: 静岡市\n色: 青\n", "「色」は、知らない項目です"),
        ("市区町村 静岡市\n", "のような行で書いてください"),
        ("- 静岡市\n", "のような行で書いてください"),
        ("市区町村: {a: b}\n", "「市区町村」は、文字か、文字の並びで"),
        ("市区町村: 静岡市\n市区町村: 港区\n", "行目を読めません"),
        (b"\x93\xfa", "「UTF-8」で保存しなおしてください"),
    ],
)
def test_an_answers_file_that_cannot_be_used_says_why(tmp_path: Path, text: str | bytes, words: str) -> None:
    put(tmp_path, {"a.yaml": text})
    done = new(tmp_path / "t", "--answers", str(tmp_path / "a.yaml"))
    assert (done.exit_code, words in done.output) == (2, True), done.output
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--city", "清頼市"], "東京都清瀬市"),
        (["--city", "府中市"], "「府中市」は、東京都と広島県にあります"),
        (["--city", "府中市", "--prefecture", "大坂"], "「大坂」という都道府県はありません。「大阪府」"),
        (["--city", "府中"], "「府中」は、「東京都府中市」「広島県府中市」「広島県府中町」のどれでしょうか。"),
        (["--city", "府中", "--prefecture", "広島"], "「府中」は、「広島県府中市」「広島県府中町」のどれでしょうか。"),
        (
            ["--city", "府中市", "--prefecture", "2"],
            "「2」という都道府県はありません。名前を漢字で、「〇〇県」のように",
        ),
        (["--city", "東京都"], "「東京都」は都道府県です。市区町村の名前を、「〇〇市」のように"),
        (["--city", "檜原村", "--schools", "一小、／"], "小学校「／」：名前として読み取れません。"),
        (["--city", "檜原村", "--areas", "川" * 61], "それぞれ60文字まで"),
        (["--city", "府中市", "--prefecture", "大阪府"], "大阪府に「府中市」という市区町村はありません"),
        (["--city", "葵区"], "静岡県静岡市"),
        ([], "市区町村"),
        (["--city", "檜原村", "--phone", ""], "センターの電話がありません。--phone"),
        (["--city", "檜原村", "--phone", "なし"], "電話番号として読み取れません"),
        (["--city", "檜原村", "--email", "c@"], "メールアドレスとして読み取れません"),
        (["--city", "檜原村", "--site-url", "javascript:alert(1)"], "「https://」で始まる"),
        (["--city", "檜原村", "--center", "a\nb"], "1行で書いてください"),
        (["--city", "檜原村", "--address", "あ" * 201], "200文字まで"),
    ],
)
def test_an_answer_that_cannot_be_used_is_wrong_use_and_writes_nothing(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    phone = [] if "--phone" in arguments else PHONE
    done = new(tmp_path / "t", *arguments, *phone, "--yes")
    assert (done.exit_code, words in done.output) == (2, True), done.output
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(
    "name", ["a:b", "a?b", "con", "NUL.txt", "a\tb", "a.", " a", "a" * 81, "a|b", 'a"b', "a\\b", "..."]
)
def test_a_name_that_is_no_folder_name_somewhere_is_refused(tmp_path: Path, name: str) -> None:
    done = new(tmp_path / name, "--city", "檜原村", *PHONE, "--yes")
    assert done.exit_code == 2, done.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, {"t/thesis.txt": "x", "file": "y"})
    for name, words in (
        ("t", "もうファイルがあります"),
        ("file", "フォルダではありません"),
        ("no/t", "というフォルダがありません"),
    ):
        done = new(tmp_path / name, "--city", "檜原村", *PHONE, "--yes")
        assert (done.exit_code, words in done.output) == (2, True), done.output
    assert [p.name for p in (tmp_path / "t").iterdir()] == ["thesis.txt"]


def test_an_empty_repository_is_a_good_place(tmp_path: Path) -> None:
    put(tmp_path, {"t/.git/HEAD": "ref: refs/heads/main\n"})
    assert new(tmp_path / "t", "--city", "檜原村", *PHONE, "--yes").exit_code == 0
    assert (tmp_path / "t/.gitignore").is_file()


def test_names_are_taken_apart_at_every_kind_of_comma() -> None:
    assert listed("一小、二小,三小；四小\n五小、、 一小") == ("一小", "二小", "三小", "四小", "五小")


def test_the_release_that_is_written_is_this_program_s(tmp_path: Path) -> None:
    new(tmp_path / "t", "--city", "檜原村", *PHONE, "--yes")
    assert f"=={__version__}\n" in (tmp_path / "t/requirements.txt").read_text(encoding="utf-8")


def test_a_line_without_its_value_goes_with_the_comment_above_it() -> None:
    assert filled("a\n# about b\nb: [[b]]\nc: [[c]]\n", {"b": "", "c": "1"}) == "a\nc: 1\n"


def test_an_unknown_answer_name_is_our_mistake() -> None:
    assert isinstance(answers({"city": "檜原村"}), Wrong)
    with pytest.raises(KeyError):
        answers({"colour": "blue"})


def test_pages_of_a_new_city_do_not_lead_to_grants_which_it_has_not() -> None:
    files = project_files(made(), TODAY, "0.2.0")
    assert [name for name, text in files.items() if name.startswith("content/pages/") and "助成金</a>" in text] == []
    assert "応募できる助成金や委託が広がる" in files["content/pages/npo.md"]
