"""The office's report: what it counts is there, what changed is told, and files that were mended by hand are found."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from generator.build import load
from generator.cli import main
from generator.rules import RULES
from generator.statistics.figures import Figure, Material, Task
from generator.statistics.formats import FORMATS
from generator.statistics.months import Kept, Month, month_text, parse_month, read_months
from generator.statistics.outcomes import parse_outcomes
from generator.statistics.report import Report, report
from generator.statistics.upkeep import VAGUE
from tests.folders import GROUP, OTHER_GROUP, content, project, put
from tests.sheets_of_paper import bare, printed
from tests.towns import CONTENT

TODAY = date(2026, 11, 29)
SEEKING = (
    GROUP
    + """\
recruiting:
  - {role: member, title: 花の仲間}
  - {role: volunteer, title: 草取りの手伝い}
  - {role: volunteer, title: 水やりの手伝い, until: 2026-11-28}
succession: {status: looking, note: 三年以内に代表を引き継ぎたいです}
offers: [{kind: equipment, text: 一輪車2台}]
seeks: [{kind: people, text: 植えかえの人手}, {kind: people, text: 去年の人手, until: 2026-01-31}]
confirmed: 2025-01-10
"""
)


def made(folder: Path, files: dict[str, str | bytes] | None = None, kept: Kept | None = None, **more: Any) -> Report:
    loaded = load(content(folder / "content", files), "content", TODAY)
    return report(Material(loaded.directory, loaded.problems, month="2026-11", **more), kept or Kept())


def counts(one: Report) -> dict[str, int]:
    return {figure.name: figure.count for figure in one.figures}


def run(folder: Path, *arguments: str, files: dict[str, str | bytes] | None = None) -> Result:
    config = folder / "mkdocs.yml" if (folder / "mkdocs.yml").exists() else project(folder, files)
    return CliRunner().invoke(main, ["report", "-f", str(config), "--today", "2026-11-29", *arguments])


def test_open_entries_are_counted_by_role_kind_and_state_and_those_that_are_over_are_not(tmp_path: Path) -> None:
    found = counts(made(tmp_path, {"groups/kawa-akari.yaml": SEEKING}))
    expected = {
        "groups.active": 1,
        "wanted.entries": 2,
        "wanted.groups": 1,
        "wanted.role.member": 1,
        "wanted.role.volunteer": 1,
        "wanted.role.successor": 0,
        "succession.looking": 1,
        "succession.talking": 0,
        "offers.entries": 1,
        "offers.kind.equipment": 1,
        "seeks.entries": 1,
        "seeks.kind.people": 1,
        "confirm.stale": 1,
        "confirm.never": 0,
    }
    assert {name: found[name] for name in expected} == expected


def test_a_group_that_rests_or_has_ended_looks_for_nobody(tmp_path: Path) -> None:
    for status in ("resting", "ended"):
        found = counts(made(tmp_path / status, {"groups/kawa-akari.yaml": f"{SEEKING}status: {status}\n"}))
        assert found[f"groups.{status}"] == 1
        names = ("groups.active", "wanted.entries", "offers.entries", "seeks.entries")
        assert [found[name] for name in names] == [0] * 4
        # Whoever rests may just be waiting for somebody to go on.
        assert found["succession.looking"] == (status == "resting")
        assert found["confirm.stale"] == 0


def _profiles() -> list[dict[str, Any]]:
    """The town's groups as a plain YAML reader sees them: another way than the program's."""
    files = sorted((CONTENT / "groups").glob("*.yaml"))
    return [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in files]


def _ahead(entry: dict[str, Any]) -> bool:
    return str(entry.get("until", "9999-12-31")) >= TODAY.isoformat()


STAGES = ("looking", "talking", "found")


def _stage(group: dict[str, Any]) -> str:
    """Where a group stands in handing over: one that found somebody is told for a year, a call for one says it too."""
    told = group.get("succession", {})
    stage = told.get("status", "not-needed") if isinstance(told, dict) else told
    if stage == "found":
        return "found" if str(told.get("since", "")) >= "2025-11" else ""
    called = any(call["role"] == "successor" and _ahead(call) for call in group.get("recruiting", ()))
    return stage if stage in STAGES else "looking" if called else ""


def test_the_figures_of_a_town_are_what_counting_its_files_gives() -> None:
    loaded = load(CONTENT, "content", TODAY)
    found = counts(report(Material(loaded.directory, loaded.problems, month="2026-11"), Kept()))
    groups = [group for group in _profiles() if group.get("status", "active") == "active"]
    calls = [(group, call) for group in groups for call in group.get("recruiting", ()) if _ahead(call)]
    assert len(calls) > 5
    assert found["wanted.entries"] == len(calls)
    assert found["wanted.groups"] == len({group["name"] for group, _ in calls})
    roles = Counter(call["role"] for _, call in calls)
    assert {name[12:]: n for name, n in found.items() if name.startswith("wanted.role.") and n} == dict(roles)
    for side in ("offers", "seeks"):
        kinds = Counter(each["kind"] for group in groups for each in group.get(side, ()) if _ahead(each))
        assert {n.split(".")[2]: c for n, c in found.items() if n.startswith(f"{side}.kind.") and c} == dict(kinds)
        assert found[f"{side}.entries"] == kinds.total()
    stages = Counter(_stage(group) for group in _profiles() if group.get("status") != "ended")
    assert [found[f"succession.{stage}"] for stage in STAGES] == [stages[stage] for stage in STAGES]
    days = [group.get("confirmed") for group in groups]
    assert found["confirm.never"] == days.count(None)
    assert found["confirm.stale"] == sum(1 for d in days if d and (TODAY - date.fromisoformat(d)).days > 366)


def test_what_was_met_in_the_month_is_counted_by_need_and_way(tmp_path: Path) -> None:
    lines = (
        "number,month,need,group,entry,way,state\n"
        "0000000a,2026-11,wanted:volunteer,kawa-akari,abcdef,phone,noted\n"
        "0000000b,2026-11,wanted:volunteer,kawa-akari,abcdef,site,noted\n"
        "0000000c,2026-10,succession,kawa-akari,,counter,noted\n"
        "0000000b,2026-11,wanted:volunteer,kawa-akari,abcdef,site,withdrawn\n"
        "0000000d,2026-11,seek:spaceship,no-such-group,,event,noted\n"
    )
    told = parse_outcomes(lines.encode())
    assert told.unread == ()
    one = made(tmp_path, outcomes=told.all)
    found = counts(one)
    assert (found["outcomes.month"], found["outcomes.need.wanted:volunteer"], found["outcomes.need.succession"]) == (
        2,
        1,
        0,
    )
    assert (found["outcomes.way.phone"], found["outcomes.way.site"], found["outcomes.way.event"]) == (1, 0, 1)
    # A kind that the city no longer knows is counted all the same.
    assert found["outcomes.need.seek:spaceship"] == 1


DRUM = """\
seeks: [{kind: equipment, text: 大太鼓を借りたいです}]
recruiting: [{role: volunteer, title: 太鼓の裁縫}]
"""
THINGS = """\
label: もの
label_en: Things
terms:
  tent: {label: テント, label_en: Tent, kinds: [equipment], aliases: [テント]}
  drum: {label: 太鼓, label_en: Drum, kinds: [equipment], aliases: [太鼓, 大太鼓]}
"""
SKILLS = """\
label: 技
label_en: Skills
terms:
  sewing: {label: 裁縫, label_en: Sewing, aliases: [裁縫]}
  song: {label: 歌, label_en: Song, aliases: [歌]}
"""
FOREST = OTHER_GROUP.replace("花", "森").replace("はな", "もり").replace("environment", "welfare")


def test_entries_that_lack_what_volunteers_look_for_are_counted_and_named_with_what_they_lack(tmp_path: Path) -> None:
    bad = GROUP + "recruiting: [{role: volunteer, title: ボランティア募集中}]\n"
    one = made(tmp_path, {"groups/kawa-akari.yaml": bad, "groups/hana-akari.yaml": FOREST + DRUM})
    found = counts(one)
    assert found["vague.entries"] == len(_vague(one)) >= 1
    assert ("川あかりの会", "groups/kawa-akari/") in [(task.what, task.url) for task in _vague(one)]
    assert "場所" in next(task.about for task in _vague(one) if task.what == "川あかりの会")
    assert found["vague.groups"] == len({task.url for task in _vague(one)})
    whole = bad.replace("}]", ", text: 花に水をやります, when: 毎週月曜 9:00-9:30, place: 川辺の花壇}]")
    assert counts(made(tmp_path / "whole", {"groups/kawa-akari.yaml": whole}))["vague.entries"] == 0
    assert RULES.keys() >= VAGUE


def _vague(one: Report) -> tuple[Task, ...]:
    tasks = next(part.tasks for part in one.parts if part.chapter.title == "書きたりない募集")
    return tasks[0].all if tasks else ()


NEEDS: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": GROUP + "seeks: [{kind: equipment, text: テントを1張り借りたいです}]\n",
    "groups/hana-akari.yaml": OTHER_GROUP + "offers: [{kind: equipment, text: テント2張りをお貸しできます}]\n",
    "groups/mori-akari.yaml": FOREST + DRUM,
    "vocabulary/things.yaml": THINGS,
    "vocabulary/skills.yaml": SKILLS,
}


def test_pairs_are_counted_and_what_has_nobody_in_each_field_and_area_of_its_group(tmp_path: Path) -> None:
    one = made(tmp_path, NEEDS)
    found = counts(one)
    assert (found["pairs.entries"], found["pairs.groups"], found["unanswered.seeks"]) == (1, 1, 1)
    assert (found["unanswered.fields.welfare"], found["unanswered.fields.environment"]) == (1, 0)
    assert found["unanswered.areas.citywide"] == 1
    # Without wish cards nobody knows what nobody asks for.
    assert "unanswered.wanted" not in found
    tasks = next(part.tasks for part in one.parts if part.chapter.title.startswith("組み合わせ"))
    assert [(each.title, [(t.what, t.about) for t in each.all]) for each in tasks] == [
        ("相手のいない「求めていること」", [("大太鼓を借りたいです", "森あかりの会")])
    ]


@pytest.mark.parametrize(
    ("wishes", "alone"),
    [
        ((), 1),
        (("hiroba-wish:1?do=sewing",), 0),
        (("hiroba-wish:1?do=song", "hiroba-wish:1?do=song&when=sunday-evening"), 1),
        # It has to meet everything that the card says: nobody says when this is.
        (("hiroba-wish:1?do=sewing&often=weekly",), 1),
        (("こわれた行",), 1),
    ],
)
def test_an_opening_is_alone_as_long_as_no_wish_card_asks_for_it(
    tmp_path: Path, wishes: tuple[str, ...], alone: int
) -> None:
    found = counts(made(tmp_path, NEEDS, wishes=wishes))
    assert (found["unanswered.wishes"], found["unanswered.wanted"]) == (len(wishes), alone)
    assert found["unanswered.fields.welfare"] == 1 + alone


def test_the_command_reads_the_offices_register_and_says_when_it_cannot(tmp_path: Path) -> None:
    register = tmp_path / "private/wishes.csv"
    put(tmp_path, {"private/wishes.csv": "番号,希望（行）,状態\nA-1,hiroba-wish:1?do=song,\nA-2,x,取り下げ\n"})
    result = run(tmp_path, "--wishes", str(register), files=NEEDS)
    assert "待っている希望カード：1" in result.stdout
    register.write_text("名前,住所\n山田,清瀬\n", encoding="utf-8")
    result = run(tmp_path, "--wishes", str(register))
    assert result.exit_code == 0
    assert "希望カードは数えていません" in result.stderr
    assert "山田" not in result.output


GRANT = """\
title: 花だん助成
funder: 花の基金
summary: 花だんの土と苗のお金を助成します。
closes: 2026-12-15
eligible: {members: 5}
"""


def test_grants_that_close_soon_name_who_could_apply_and_who_has_to_say_more(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "groups/kawa-akari.yaml": GROUP + "members: 8人\n",
        "groups/hana-akari.yaml": OTHER_GROUP,
        "groups/mori-akari.yaml": OTHER_GROUP.replace("花", "森").replace("はな", "もり") + "members: 3人\n",
        "grants/soon.yaml": GRANT,
        "grants/later.yaml": GRANT.replace("2026-12-15", "2027-03-15"),
        "grants/always.yaml": GRANT.replace("2026-12-15", "随時"),
        "grants/over.yaml": GRANT.replace("2026-12-15", "2026-11-28"),
        "grants/ahead.yaml": f"{GRANT}opens: 2026-12-01\n",
    }
    one = made(tmp_path, files)
    found = counts(one)
    assert (found["grants.open"], found["grants.soon"], found["grants.groups"]) == (3, 1, 1)
    (tasks,) = next(part.tasks for part in one.parts if part.chapter.title == "助成金")
    (task,) = tasks.all
    assert (task.what, task.url) == ("花だん助成", "grants/soon/")
    assert "12月15日（火）まで（あと16日）" in task.about
    assert "応募できる団体 1（川あかりの会）" in task.about
    assert "確かめれば分かる団体 1（花あかりの会）" in task.about
    assert "森あかりの会" not in task.about


# ---- months ----


def test_a_month_is_the_same_bytes_and_holds_nothing_but_counts(tmp_path: Path) -> None:
    assert run(tmp_path, "--keep", files={"groups/kawa-akari.yaml": SEEKING}).exit_code == 0
    first = (tmp_path / "reports/2026-11.json").read_bytes()
    assert run(tmp_path, "--keep").exit_code == 0
    assert (tmp_path / "reports/2026-11.json").read_bytes() == first
    saved = json.loads(first)
    assert sorted(saved) == ["counts", "day", "digest", "hiroba", "month"]
    assert all(type(count) is int for count in saved["counts"].values())
    assert first.isascii()
    assert b"kawa-akari" not in first


def test_nothing_is_kept_that_was_not_asked_for(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 0
    assert not (tmp_path / "reports").exists()


def test_each_figure_stands_beside_that_of_the_last_month_that_was_kept(tmp_path: Path) -> None:
    months = (
        Month("2026-08", date(2026, 8, 31), {"wanted.entries": 9}),
        Month("2026-09", date(2026, 9, 30), {"wanted.entries": 5, "wanted.role.member": 4, "wanted.role.gone": 2}),
        # This month's own file is what will be written again, not what is compared with.
        Month("2026-11", date(2026, 11, 1), {"wanted.entries": 1}),
    )
    one = made(tmp_path, {"groups/kawa-akari.yaml": SEEKING}, Kept(months))
    assert one.former == months[1]
    rows = {row.figure.name: row for part in one.parts for row in part.rows}
    assert (rows["wanted.entries"].former, rows["wanted.entries"].difference) == (5, -3)
    assert rows["wanted.role.member"].difference == -3
    # What was not counted then is not told to have grown.
    assert (rows["wanted.role.volunteer"].former, rows["wanted.role.volunteer"].difference) == (None, None)
    series = {each.title: each.points for each in one.series}
    assert series["人をさがす募集"] == (("2026-08", 9), ("2026-09", 5), ("2026-10", None), ("2026-11", 2))


def test_at_most_thirteen_months_are_drawn(tmp_path: Path) -> None:
    months = tuple(Month(f"2025-{n:02}", date(2025, n, 1), {"wanted.entries": n}) for n in range(1, 13))
    one = made(tmp_path, kept=Kept(months))
    assert all(len(each.points) == 13 for each in one.series)
    assert one.series[0].points[0] == ("2025-11", 11)


def test_a_part_that_is_nothing_and_was_nothing_is_not_shown_but_what_went_is(tmp_path: Path) -> None:
    month = Month("2026-10", date(2026, 10, 31), {"wanted.role.successor": 1, "wanted.entries": 3})
    one = made(tmp_path, {"groups/kawa-akari.yaml": SEEKING}, Kept((month,)))
    shown = {row.figure.name: row.difference for part in one.parts for row in part.shown}
    assert shown["wanted.role.successor"] == -1
    assert "offers.kind.people" not in shown
    assert "groups.resting" in shown


def _kept(**changed: Any) -> bytes:
    whole = json.loads(month_text(TODAY, [Figure("wanted.entries", "", 3)]))
    return json.dumps({**whole, **changed}).encode()


def test_a_month_whose_numbers_stand_as_they_were_written_is_read_however_it_was_laid_out() -> None:
    expected = Month("2026-11", TODAY, {"wanted.entries": 3})
    text = month_text(TODAY, [Figure("wanted.entries", "", 3)])
    for data in (text, text.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + text, _kept()):
        assert parse_month(data) == expected


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "読み取れません"),
        (b"\xff\xfe\x00", "読み取れません"),
        (b"[]", "読み取れません"),
        (b"null", "読み取れません"),
        (b"[" * 100_000, "読み取れません"),
        (b'{"hiroba": 1', "読み取れません"),
        (b" " * 300_000, "大きすぎます"),
        (_kept(hiroba=2), "読み取れません"),
        (_kept(counts=[]), "読み取れません"),
        (_kept(counts={"wanted.entries": "3"}), "読み取れません"),
        (_kept(counts={"wanted.entries": True}), "読み取れません"),
        (_kept(counts={"wanted.entries": -1}), "読み取れません"),
        (_kept(counts={"wanted.entries": 1.5}), "読み取れません"),
        (_kept(counts={"<b>": 1}), "読み取れません"),
        (_kept(counts={"wanted.entries": 4}), "手で直された"),
        (_kept(counts={}), "手で直された"),
        (_kept(digest="0" * 16), "手で直された"),
        (_kept(day="2026-10-01"), "手で直された"),
        (_kept(day="11月"), "読み取れません"),
        (_kept(month="2026-10"), "手で直された"),
    ],
)
def test_a_broken_or_mended_month_is_told_with_its_reason(data: bytes, why: str) -> None:
    told = parse_month(data)
    assert isinstance(told, str)
    assert why in told


def test_a_broken_month_is_said_and_the_report_goes_on(tmp_path: Path) -> None:
    project(tmp_path)
    text = month_text(date(2026, 9, 30), [Figure("groups.active", "", 4)])
    files = {"2026-09.json": text, "2026-10.json": text, "2026-08.json": b"{", "memo.json": b"{}"}
    put(tmp_path / "reports", files)
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "活動中：1（-3）" in result.stdout
    for name, why in (
        ("2026-10.json", "2026-09 の記録です"),
        ("2026-08.json", "読み取れません"),
        ("memo.json", "では"),
    ):
        assert re.search(f"※ reports/{name}：.*{why}.*くらべていません", result.stderr)
    assert [each.month for each in read_months(tmp_path / "reports").months] == ["2026-09"]


# ---- forms ----


def test_the_csv_opens_in_excel_and_no_cell_of_a_profile_acts(tmp_path: Path) -> None:
    hostile = SEEKING.replace("川あかりの会", '"=HYPERLINK(1)"')
    assert run(tmp_path, "--out", str(tmp_path / "r.csv"), files={"groups/kawa-akari.yaml": hostile}).exit_code == 0
    data = (tmp_path / "r.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:5] == ["章", "項目", "数", "前回", "前回との差"]
    assert ["人をさがす募集", "募集の数", "2", "", "", "", ""] in rows
    assert ["後継者", "'=HYPERLINK(1)"] in [row[:2] for row in rows]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]


def test_json_names_every_figure_and_every_thing_to_see_to(tmp_path: Path) -> None:
    result = run(tmp_path, "--format", "json", files={"groups/kawa-akari.yaml": SEEKING})
    told = json.loads(result.stdout)
    assert told["figures"]["wanted.role.volunteer"] == {"label": "ボランティア", "count": 1, "former": None}
    assert told["day"] == "2026-11-29"
    assert {"chapter": "後継者", "list": "さがしている団体", "what": "川あかりの会"}.items() <= told["tasks"][0].items()


def test_the_page_is_one_file_without_scripts_that_asks_nobody_for_anything(tmp_path: Path) -> None:
    hostile = SEEKING.replace("川あかりの会", "<script>alert(1)</script>の会")
    put(tmp_path / "reports", {"2026-10.json": month_text(date(2026, 10, 31), [Figure("wanted.entries", "", 5)])})
    out = tmp_path / "hiroba.html"
    assert run(tmp_path, "--out", str(out), files={"groups/kawa-akari.yaml": hostile}).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;の会" in text
    assert not re.findall(r"<(?:link|img|iframe|object)\b|@import|url\(|\bsrc=", text)
    assert "default-src 'none'" in text
    # Everything that is drawn is told in words and stands in a table beside.
    svgs = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(svgs) == len(set(re.findall(r'<title id="(p\d+t)">', text))) == 8
    assert all("<desc" in svg and 'role="img"' in svg for svg in svgs)
    assert "2026年10月の5から、2026年11月の2まで" in text
    assert text.count('<th scope="row">2026年10月</th><td class="n">5</td>') == 1


def test_without_an_earlier_month_nothing_is_drawn_and_nothing_compared(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run(tmp_path, "--out", str(out)).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "<svg" not in text
    assert "前回" not in text
    assert "くらべる月の記録は、まだありません" in text


def test_a_list_that_nobody_reads_to_its_end_is_cut_on_the_page_and_whole_in_the_csv(tmp_path: Path) -> None:
    names = [f"{'一二三四五六七八九十'[n // 11]}{'甲乙丙丁戊己庚辛壬癸子'[n % 11]}" for n in range(105)]
    files: dict[str, str | bytes] = {f"groups/kai-{n}.yaml": GROUP.replace("川あかり", x) for n, x in enumerate(names)}
    config = project(tmp_path, files)
    for name in ("r.html", "r.csv"):
        assert run(tmp_path, "--out", str(tmp_path / name)).exit_code == 0
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "団体（106）" in text
    assert "ほかに6件あります" in text
    assert text.count("<span>確認日がありません</span>") == 100
    assert (tmp_path / "r.csv").read_text(encoding="utf-8-sig").count("確認日がありません") == 106
    assert config.exists()


def test_every_form_is_the_same_bytes_twice(tmp_path: Path) -> None:
    one, two = (made(tmp_path / name, {"groups/kawa-akari.yaml": SEEKING}) for name in "ab")
    assert {form: make(one) for form, make in FORMATS.items()} == {form: make(two) for form, make in FORMATS.items()}


# ---- wrong use ----


def test_wrong_use_is_said_and_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    for arguments, words in (
        (["--out", str(tmp_path / "report.docx")], "名前の最後を"),
        (["--out", str(tmp_path / "content/r.html")], "公開するフォルダの中"),
        (["--out", str(tmp_path / "site/r.csv")], "公開するフォルダの中"),
        (["--keep", "--reports", str(tmp_path / "content/reports")], "公開するフォルダの中"),
        (["--format", "html"], "--out"),
    ):
        result = run(tmp_path, *arguments)
        assert result.exit_code == 2
        assert words in result.stderr
    assert not list(tmp_path.rglob("*.csv")) + list(tmp_path.rglob("r.html")) + list(tmp_path.rglob("2026-11.json"))


def test_a_folder_in_the_way_of_a_file_is_said_without_a_traceback(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "reports/2026-11.json").mkdir(parents=True)
    (tmp_path / "reports/outcomes.csv").mkdir()
    result = run(tmp_path, "--keep")
    assert result.exit_code == 1
    assert "2026-11.json" in result.stderr
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)


def test_profiles_that_cannot_be_read_are_said_to_be_left_out(tmp_path: Path) -> None:
    result = run(tmp_path, files={"groups/hoka.yaml": "name: 花の会\n"})
    assert result.exit_code == 0
    assert "エラーのあるファイルが1" in result.stderr


@pytest.mark.browser
def test_the_page_has_no_barrier_fits_a_telephone_and_prints_on_paper(tmp_path: Path, chromium: Browser) -> None:
    put(tmp_path / "reports", {"2026-10.json": month_text(date(2026, 10, 31), [Figure("wanted.entries", "", 5)])})
    out = tmp_path / "report.html"
    assert run(tmp_path, "--out", str(out), files={"groups/kawa-akari.yaml": SEEKING}).exit_code == 0
    # The page forbids scripts, and axe is one.
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(out.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert set(asked) == {out.as_uri()}
    sheets = printed(page)
    assert len(sheets) <= 6
    titles = re.findall(r"<h[23][^>]*>([^<]+)</h", out.read_text(encoding="utf-8"))
    assert len(titles) > 15
    paper = "".join(sheets)
    assert [title for title in titles if bare(title) not in paper] == []
    # What leads about on a screen leads nowhere on paper.
    assert "この報告の中" not in paper
    context.close()
