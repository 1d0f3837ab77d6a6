"""YAML is read without guessing, and whatever cannot be read is refused at its place."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.source import MAX_BYTES, Source, decode, name_problems, sources, text_of
from generator.reading.strict import MAX_DEPTH, Fault, Marks, parse


def _fault(text: str) -> tuple[str, int, int]:
    found = parse(text)
    assert isinstance(found, Fault)
    return found.rule, found.line, found.column


def _hint(text: str) -> str:
    found = parse(text)
    assert isinstance(found, Fault)
    return dict(found.facts)["hint_ja"]


@pytest.mark.parametrize(
    "value",
    ["10:30", "no", "yes", "on", "0424", "0x1F", "1_000", "~", "null", "true", "2026-12-05", "1e3", ".inf", "=", "1.0"],
)
def test_nothing_is_guessed_and_every_value_stays_as_it_was_written(value: str) -> None:
    assert parse(f"when: {value}\nlist: [{value}]\n{value}: key\n") == {"when": value, "list": [value], value: "key"}


def test_quotes_and_blocks_are_plain_text_too() -> None:
    assert parse("a: '10:30'\nb: \"x\\ty\"\nc: |\n  一行目\n  二行目\nd: >\n  続く\n  行\ne:\n") == {
        "a": "10:30",
        "b": "x\ty",
        "c": "一行目\n二行目\n",
        "d": "続く 行\n",
        "e": "",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: a\nkana: b\nname: c\n", ("duplicate-key", 3, 1)),
        ("contact:\n  phone: a\n  fax: b\n  phone: c\n", ("duplicate-key", 4, 3)),
        ("name: &a 川\n", ("alias", 1, 7)),
        ("name: 川\nkana: *a\n", ("alias", 2, 7)),
        ("&a name: 川\n", ("alias", 1, 1)),
        ("<<: *base\n", ("alias", 1, 5)),
        ("fields: [a, *b]\n", ("alias", 1, 13)),
        ("name: !!str 川\n", ("tag", 1, 7)),
        ("name: !python/object:os.system 川\n", ("tag", 1, 7)),
        ("fields: !!set {a, b}\n", ("tag", 1, 9)),
        ("name: a\n---\nname: b\n", ("several-documents", 2, 1)),
        ("", ("empty-file", 1, 1)),
        ("# 何もありません\n", ("empty-file", 1, 1)),
        ("---\n", ("empty-file", 1, 1)),
        ("? [a, b]\n: c\n", ("syntax", 1, 3)),
        ("name: 川\n\tkana: かわ\n", ("syntax", 2, 1)),
        ("name: @home\n", ("syntax", 1, 7)),
        ("name: 川\nkana: かわ: のかい\n", ("syntax", 2, 9)),
        ("fields: [a, b\nkana: かわ\n", ("syntax", 2, 5)),
    ],
)
def test_what_is_more_than_plain_data_is_refused_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert _fault(text) == expected


def test_a_tag_on_a_key_is_refused_like_a_tag_on_a_value() -> None:
    assert _fault("!!str name: 川\n") == ("tag", 1, 1)


def test_a_merge_key_merges_nothing() -> None:
    assert parse("<<: {name: 川}\n") == {"<<": {"name": "川"}}


def test_a_billion_laughs_end_at_the_first_anchor() -> None:
    laughs = "a: &a [ha, ha]\n" + "".join(f"{n}: &x{n} [*a, *a, *a]\n" for n in range(40))
    assert _fault(laughs) == ("alias", 1, 4)


def test_depth_is_bounded_however_it_is_written() -> None:
    assert parse("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH) != parse("a")
    assert _fault("[" * (MAX_DEPTH + 1) + "a" + "]" * (MAX_DEPTH + 1)) == ("too-deep", 1, MAX_DEPTH + 1)
    assert _fault("- " * 20_000 + "a")[0] == "too-deep"
    assert _fault("".join(f"{' ' * n}a:\n" for n in range(40))) == ("too-deep", MAX_DEPTH + 1, MAX_DEPTH + 1)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("contact:\n\tphone: 042\n", "タブ"),
        ("name： 川の会\nkana: かわ\n", "半角の「:」"),
        ("name: '川の会\nkana: かわ\n", "引用符"),
        ("summary: 時間: 10時\n", "全体を「'」で囲んで"),
        ("name: 川\n  kana: かわ\n", "空白の数"),
    ],
)
def test_the_usual_slips_get_their_own_advice(text: str, hint: str) -> None:
    assert hint in _hint(text)


@pytest.mark.parametrize("code", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_control_characters_are_refused_by_their_number(code: str) -> None:
    found = parse(f"name: a{code}b\n")
    assert isinstance(found, Fault)
    assert (found.rule, found.line, dict(found.facts)["detail"]) == ("encoding", 1, f"U+{ord(code):04X}")


def test_a_control_character_below_japanese_lines_is_found_on_its_own_line() -> None:
    found = parse("name: 川あかりの会\nkana: かわあかりのかい\nsummary: 花\x07壇\n")
    assert isinstance(found, Fault)
    assert (found.rule, found.line, dict(found.facts)["detail"]) == ("encoding", 3, "U+0007")


def test_an_unclosed_quote_is_reported_where_it_was_opened() -> None:
    assert _fault("name: '川の会\nkana: かわ\n" + "# 続き\n" * 20) == ("syntax", 1, 7)


def test_marks_tell_where_each_key_and_value_stands() -> None:
    marks = Marks()
    parse("団体名: 川の会\ncontact:\n  - phone: '042'\n    fax: [一, 二三]\n", marks)
    assert marks.keys[("団体名",)] == (1, 1, 3)
    assert marks.values[("団体名",)] == (1, 6, 3)
    assert marks.keys[("contact", 0, "fax")] == (4, 5, 3)
    assert marks.values[("contact", 0, "phone")] == (3, 12, 5)
    assert marks.values[("contact", 0, "fax", 1)] == (4, 14, 2)


def test_positions_are_the_same_with_a_byte_order_mark_and_with_windows_newlines() -> None:
    text, warning = decode(b"\xef\xbb\xbfname: a\r\nname: b\r\n", "x.yaml")
    assert warning is None
    assert text.startswith("name")
    assert _fault(text) == ("duplicate-key", 2, 1)
    assert parse(decode(b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n  e\r\n", "x")[0]) == {"a": "b", "c": "d\ne\n"}


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp932", "Shift_JIS"), ("utf-16", "UTF-16"), ("utf-16-le", ""), ("utf-16-be", "")]
)
def test_files_of_office_computers_are_read_with_a_warning(encoding: str, named: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    text, warning = decode(mark + "name: ①ボランティア～髙橋\n".encode(encoding), "groups/a.yaml")
    assert parse(text) == {"name": "①ボランティア～髙橋"}
    assert warning is not None
    assert (warning.rule, warning.where.file, dict(warning.facts)["encoding"]) == (
        "not-utf8",
        "groups/a.yaml",
        named or "UTF-16",
    )


@pytest.mark.parametrize("data", [b"name: \x81", b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a"])
def test_bytes_of_no_encoding_are_refused_and_not_guessed(data: bytes) -> None:
    text, fault = decode(data, "x.yaml")
    assert text == ""
    assert fault is not None
    assert fault.rule == "encoding"


def test_a_file_that_is_too_big_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    text, fault = text_of(Source(path, "big.yaml", "big"))
    assert (text, fault and fault.rule) == ("", "too-big")
    path.write_bytes(b"a" * MAX_BYTES)
    assert text_of(Source(path, "big.yaml", "big")) == ("a" * MAX_BYTES, None)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Kawa.yaml", "kawa"),
        ("kawa_no_kai.yaml", "kawa-no-kai"),
        ("川の会.yaml", "kawa-no-kai"),
        ("kawa.yml", "kawa"),
        ("-kawa.yaml", "kawa"),
        ("kawa--kai.yaml", "kawa-kai"),
        ("con.yaml", "con-kai"),
        (f"{'a' * 61}.yaml", "a" * 60),
        ("index.html.yaml", "index-html"),
    ],
)
def test_a_file_name_that_cannot_be_an_address_is_refused_with_one_that_can(
    tmp_path: Path, name: str, suggestion: str
) -> None:
    source = Source(tmp_path / name, name, name.rsplit(".", 1)[0])
    found = [(p.rule, p.where.file, dict(p.facts)["suggestion"]) for p in name_problems(source)]
    assert found == [("file-name", name, suggestion)]


def test_files_are_read_in_the_order_of_their_names_and_nothing_else_is(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.yml", "note.txt", ".hidden"):
        (tmp_path / name).write_bytes(b"a: b\n")
    (tmp_path / "d.yaml").mkdir()
    assert [s.shown for s in sources(tmp_path, "groups")] == ["groups/a.yaml", "groups/b.yaml", "groups/c.yml"]
    assert sources(tmp_path / "none", "none") == []


YAML_LIKE = st.text("ab:- \n\t#'\"[]{}&*!|>?,%@`~\\<=\x00\x07\x85\u2028\ufeff川：。", max_size=60)


@given(text=st.one_of(st.text(max_size=80), YAML_LIKE))
def test_any_text_gives_data_or_a_fault_within_the_text(text: str) -> None:
    marks = Marks()
    found = parse(text, marks)
    assert found == parse(text)
    if isinstance(found, Fault):
        assert 1 <= found.line <= len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text)) + 1
        assert found.column >= 1
    else:
        assert isinstance(found, str | list | dict)
        assert () in marks.values


@given(data=st.binary(max_size=60))
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    text, problem = decode(data, "x.yaml")
    assert problem is not None or text.encode("utf-8") == data.removeprefix(b"\xef\xbb\xbf")
