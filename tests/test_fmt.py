"""`hiroba fmt` puts a profile in order, says the same afterwards, and loses nothing."""

import json
import stat
import textwrap
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.formatting import canonical
from generator.formatting.comments import comments_in
from generator.kinds import FOLDERS
from generator.models.group import Group
from generator.reading.read import vocabularies
from generator.reading.source import Source, text_of
from generator.reading.strict import Fault, parse
from tests.folders import GROUP, content, put
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, in_japanese
from tests.towns import CONTENT, CONTENTS, profile_files

VOCABULARIES = vocabularies(CONTENT)
FULL = {"groups": FULL_GROUP, "events": FULL_EVENT, "places": FULL_PLACE}


def _formatted(text: str, folder: str = "groups") -> str:
    made = canonical(textwrap.dedent(text), FOLDERS[folder].model, VOCABULARIES)
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Order, English keys and ids.
        ("団体の種類: NPO法人\n団体名: 川の会\n", "name: 川の会\nkind: npo\n"),
        ("fields: 環境の保全\n", "fields: [environment]\n"),
        ("fields:\n- environment\n- 福祉\n", "fields: [environment, welfare]\n"),
        # Days, with the era beside them if they were written so.
        ("confirmed: 令和8年12月5日\n", "confirmed: 2026-12-05  # 令和8年12月5日\n"),
        ("confirmed: ２０２６／１２／５\n", "confirmed: 2026-12-05\n"),
        ("founded: 平成16年4月 # 春\n", "founded: 2004-04  # 平成16年4月 # 春\n"),
        # Numbers, amounts, truths, telephone numbers.
        ("members: {total: ２５人}\n", "members:\n  total: 25\n"),
        ("fees:\n    yearly: 1,000円\n", "fees:\n  yearly: 1000\n"),
        ("contact:\n  phone: （０４２）０００−００１１\n", "contact:\n  phone: 042-000-0011\n"),
        ("contact:\n  website: www.example.org/kai\n", "contact:\n  website: https://www.example.org/kai\n"),
        ("contact:\n  website: 'example.org/a:'\n", "contact:\n  website: 'https://example.org/a:'\n"),
        ("recruiting: {role: 会員, title: 仲間, beginners_ok: はい}\n",
         "recruiting:\n  - role: member\n    title: 仲間\n    beginners_ok: yes\n"),
        # Text for people stays as it is, in quotes only where other programs would misread it.
        ("name: ＮＰＯ①㈱ 川 の会\n", "name: ＮＰＯ①㈱ 川 の会\n"),
        ('name: "10:30"\n', "name: '10:30'\n"),
        ("name: no\n", "name: 'no'\n"),
        ('name: "川: 花 #1"\n', "name: '川: 花 #1'\n"),
        ("description: |-\n  一\n\n  二\n", "description: |\n  一\n\n  二\n"),
        ("description: >\n  一\n  二\n", "description: 一 二\n"),
        # What is not understood stays as it was written.
        ("confirmed: きのう\nmembers: たくさん\ncolour: 青\n", "members: たくさん\nconfirmed: きのう\ncolour: 青\n"),
        ("meetings: 毎月第２土曜 9時から\n", "meetings:\n  - 毎月第２土曜 9時から\n"),
        # An entry alone becomes a list, a form's empty lines stay.
        ("offers: {kind: 備品・道具, text: 机}\nfounded:\n", "founded:\noffers:\n  - kind: equipment\n    text: 机\n"),
        ("name: 川\r\nkana: カワ\r\n", "name: 川\nkana: かわ\n"),
    ],
)  # fmt: skip
def test_a_profile_is_put_in_order(before: str, after: str) -> None:
    assert _formatted(before) == after
    assert _formatted(after) == after


def test_comments_move_with_what_they_are_about() -> None:
    before = """\
    # 見本です

    # 名前の下に出ます
    summary: 川辺の花を世話しています。  # 60文字まで
    連絡先: # 公開
      # 昼だけ
      電話: 042-000-0011 # 事務局
    name: 川の会
    meetings:
      # 冬は休み
      - place: kawabe  # 川の家
        when: 毎週月曜
      - 毎週火曜 # 夜
    # おわり
    """
    after = """\
    # 見本です

    name: 川の会
    # 名前の下に出ます
    summary: 川辺の花を世話しています。  # 60文字まで
    meetings:
      # 冬は休み
      - when: 毎週月曜
        place: kawabe  # 川の家
      - 毎週火曜  # 夜
    contact:  # 公開
      # 昼だけ
      phone: 042-000-0011  # 事務局
    # おわり
    """
    made = _formatted(before)
    assert sorted(c for _, _, c in comments_in(made)) == sorted(c for _, _, c in comments_in(textwrap.dedent(before)))
    assert made == textwrap.dedent(after)
    assert _formatted(made) == made


def test_every_sample_profile_is_in_order_already() -> None:
    for folder in CONTENTS:
        result = CliRunner().invoke(main, ["fmt", str(folder), "--check"])
        assert (result.exit_code, result.output) == (0, "")


def test_every_sample_profile_says_the_same_afterwards() -> None:
    for folder, kind in FOLDERS.items():
        for slug, path in profile_files(folder).items():
            text = text_of(Source(path, "", slug))[0]
            made = canonical(text, kind.model, VOCABULARIES)
            assert isinstance(made, str)
            again = [kind.model.model_validate(parse(t), context={"vocabularies": VOCABULARIES}) for t in (text, made)]
            assert again[0] == again[1]


STYLES = st.sampled_from(["json", "block", "quoted"])


def _written(data: Any, style: str, draw: Any, indent: str = "") -> str:
    """Data as YAML in some style, in some order, with comments here and there."""
    if style == "json" and indent:
        return f" {json.dumps(data, ensure_ascii=False)}\n"
    lines = []
    for name, value in draw(st.permutations(list(data.items()))):
        if draw(st.booleans()):
            lines.append(f"{indent}# 上 {draw(st.integers(0, 99))}\n")
        beside = f"  # 横 {draw(st.integers(0, 99))}" if draw(st.booleans()) else ""
        if isinstance(value, dict) and value:
            lines.append(f"{indent}{name}:{_written(value, style, draw, indent + '   ')}" if style == "json" else "")
            if style != "json":
                lines[-1] = f"{indent}{name}:{beside}\n{_written(value, style, draw, indent + '   ')}"
        else:
            lines.append(f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}{beside}\n")
    return "".join(lines)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.sampled_from(list(FULL)), st.booleans(), STYLES, st.sampled_from(["\n", "\r\n"]), st.data())
def test_whatever_order_and_comments_a_profile_has_it_says_the_same_in_order(
    folder: str, japanese: bool, style: str, newline: str, drawn: st.DataObject
) -> None:
    record = FOLDERS[folder].model
    data = in_japanese(record, FULL[folder]) if japanese else FULL[folder]
    text = _written(data, style, drawn.draw).replace("\n", newline)
    made = canonical(text, record, VOCABULARIES)
    assert isinstance(made, str)
    assert canonical(made, record, VOCABULARIES) == made
    before, after = (record.model_validate(parse(t), context={"vocabularies": VOCABULARIES}) for t in (text, made))
    assert before == after
    words = [sorted(w for _, _, c in comments_in(t.replace("\r", "")) for w in c.split()) for t in (text, made)]
    assert [w for w in words[0] if w not in words[1]] == []


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("川あa1 :#'\"-|>[]{},\\&*!%@`?\u3000\u200b年"), max_size=30))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    data = {"name": text, "aliases": [text, "x"], "description": f"一\n{text}\n二"}
    made = canonical(json.dumps(data, ensure_ascii=False), Group, VOCABULARIES)
    assert isinstance(made, str)
    again = parse(made)
    assert [again["name"], *again["aliases"]] == [text.strip(), text.strip(), "x"]
    assert again["description"].rstrip("\n") == data["description"]


@pytest.mark.parametrize("text", ["name: [", "a: &x b\n", "name: a\nname: b\n", "[" * 20, "", "ただの文"])
def test_what_is_no_profile_is_told_and_left_alone(tmp_path: Path, text: str) -> None:
    assert isinstance(canonical(text, Group, VOCABULARIES), Fault)
    folder = content(tmp_path, {"groups/a.yaml": text})
    result = CliRunner().invoke(main, ["fmt", str(folder)])
    assert result.exit_code == 1
    assert "a.yaml" in result.output
    assert (folder / "groups/a.yaml").read_text(encoding="utf-8") == text
    # The others are put in order all the same.
    assert (folder / "groups/kawa-akari.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_a_file_in_another_encoding_becomes_utf8_and_keeps_its_permissions(tmp_path: Path) -> None:
    folder = content(tmp_path, {"groups/kawa-akari.yaml": GROUP.replace("\n", "\r\n").encode("cp932")})
    file = folder / "groups/kawa-akari.yaml"
    file.chmod(0o640)
    assert CliRunner().invoke(main, ["fmt", str(file)]).exit_code == 0
    assert file.read_bytes().decode("utf-8").splitlines()[1] == "name: 川あかりの会"
    assert b"\r" not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(p.name for p in file.parent.iterdir()) == ["kawa-akari.yaml"]


def test_check_and_diff_write_nothing(tmp_path: Path) -> None:
    folder = content(tmp_path)
    before = (folder / "groups/kawa-akari.yaml").read_bytes()
    check = CliRunner().invoke(main, ["fmt", "--check", str(folder)])
    assert (check.exit_code, check.output.count("そろっていません")) == (1, 3)
    diff = CliRunner().invoke(main, ["fmt", "--diff", str(folder)])
    assert diff.exit_code == 0
    assert "+# yaml-language-server: $schema=../schema/group.json" in diff.output
    assert (folder / "groups/kawa-akari.yaml").read_bytes() == before
    assert CliRunner().invoke(main, ["fmt", str(folder)]).exit_code == 0
    assert CliRunner().invoke(main, ["fmt", "--check", str(folder)]).output == ""


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_file_with_line_breaks_of_another_world_is_left_alone(tmp_path: Path, sign: str) -> None:
    text = GROUP.replace("毎月、", f"毎月{sign}") + f"# x{sign}\n" * 3
    folder = content(tmp_path, {"groups/kawa-akari.yaml": text})
    result = CliRunner().invoke(main, ["fmt", str(folder / "groups/kawa-akari.yaml")])
    assert (result.exit_code, "そのままにしてあります" in result.output) == (1, True)
    assert (folder / "groups/kawa-akari.yaml").read_bytes() == text.encode("utf-8")


def test_a_file_outside_is_wrong_use(tmp_path: Path) -> None:
    put(tmp_path, {"x.yaml": "a: b\n"})
    assert CliRunner().invoke(main, ["fmt", str(tmp_path / "x.yaml")]).exit_code == 2
