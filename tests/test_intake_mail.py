"""Forms that come as files and mails: found however they were sent, shown before they are written, slips kept apart."""

import json
import stat
import sys
import textwrap
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.flat import Pair
from generator.intake.mail import BEGIN, END, from_body, jis, parse_mails
from generator.intake.submission import Refusal, to_file
from tests.books import hiroba
from tests.folders import GROUP, content, put

FORM: list[Pair] = [
    ("_hiroba", "1"),
    ("_kind", "group"),
    ("_receipt", "1127-K7QX"),
    ("_way", "form"),
    ("name", "青空の会①髙"),
    ("kana", "あおぞらのかい"),
    ("kind", "volunteer"),
    ("fields", "environment"),
    ("areas", "citywide"),
    ("summary", "空を見ます。"),
    (
        "description",
        "毎月、公園で「空」を見ています。\nSky watchers meet in the park every month and look up together.\n",
    ),
    ("contact.phone", "042-000-0011"),
    ("contact.website", "https://example.org/" + "a/" * 40),
    ("_slip.name", "=山田 太郎"),
    ("_slip.phone", "090-0000-0000"),
]
SAVED = to_file(FORM)
BLOCK = f"{BEGIN}\n{SAVED.decode()}\n{END}\n"


def mail(body: str = "よろしくお願いします。\n", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "青空の会 <aozora@example.org>"
    message["Subject"] = "団体の情報"
    message.set_content(body, charset=charset)
    return message


def found(data: bytes) -> list[Pair]:
    (letter,) = parse_mails(data)
    assert not isinstance(letter.found, Refusal), letter.found
    return letter.found


def refused(data: bytes) -> str:
    (letter,) = parse_mails(data)
    assert isinstance(letter.found, Refusal)
    assert letter.found.words.endswith("。")
    return letter.found.code


def test_a_form_is_found_as_an_attached_file() -> None:
    message = mail()
    message.add_attachment(SAVED, maintype="application", subtype="octet-stream", filename="hiroba-1127-K7QX.json")
    (letter,) = parse_mails(message.as_bytes())
    assert letter.found == FORM
    assert letter.sender == "青空の会 <aozora@example.org>"


@pytest.mark.parametrize(
    "name",
    [
        "hiroba-1127-K7QX.json.txt",
        "hiroba-1127-K7QX.JSON.TXT",
        "hiroba-1127-K7QX.json_",
        "hiroba-1127-K7QX.json.bin",
        "hiroba-1127-K7QX (1).json",
        "hiroba-1127-K7QX.txt",
        "青空の会.txt",
        "ATT00001.dat",
        "noname",
    ],
)
@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "application/json"])
def test_a_form_is_found_whatever_a_mail_program_called_its_file(name: str, kind: str) -> None:
    message = mail()
    main, _, sub = kind.partition("/")
    message.add_attachment(SAVED, maintype=main, subtype=sub, filename=name)
    assert found(message.as_bytes()) == FORM


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp932"])
def test_a_form_that_an_editor_saved_anew_is_read(encoding: str) -> None:
    message = mail()
    data = SAVED.decode().replace("\n", "\r\n").encode(encoding)
    message.add_attachment(data, maintype="text", subtype="plain", filename="hiroba-1127-K7QX.json.txt")
    assert found(message.as_bytes()) == FORM


def test_a_form_that_a_mail_program_wrote_in_its_own_encoding_is_read() -> None:
    message = mail()
    form = [(name, value.replace("①髙", "")) for name, value in FORM]
    message.add_attachment(to_file(form).decode(), charset="iso-2022-jp", filename="hiroba.json.txt")
    assert found(message.as_bytes()) == form


def test_another_file_in_the_mail_does_not_hide_the_form() -> None:
    message = mail(f"団体からです。\n\n{BLOCK}\n")
    message.add_attachment(b'{"a": 1}', maintype="application", subtype="json", filename="a.json")
    assert found(message.as_bytes()) == FORM
    message.add_attachment(SAVED, maintype="application", subtype="octet-stream", filename="b.json.txt")
    assert found(message.as_bytes()) == FORM


@pytest.mark.parametrize("name", ["hiroba-1.json.txt", "hiroba-1.json", "hiroba-1.json_"])
def test_a_damaged_file_under_a_changed_name_is_called_damaged(name: str) -> None:
    message = mail()
    message.add_attachment(SAVED[:90], maintype="text", subtype="plain", filename=name)
    assert refused(message.as_bytes()) == "not-a-form"


@pytest.mark.parametrize("name", ["notes.txt", "hiroba.txt", "hiroba.json.html.txt.exe.zip.long-ending"])
def test_a_file_that_promises_no_form_is_not_called_a_damaged_one(name: str) -> None:
    message = mail()
    message.add_attachment(b"memo", maintype="text", subtype="plain", filename=name)
    assert refused(message.as_bytes()) == "no-form"


def test_a_form_is_found_in_the_text_of_a_mail() -> None:
    assert found(mail(f"団体からです。\n\n{BLOCK}\n-- \n署名\n").as_bytes()) == FORM


def test_a_form_is_found_in_a_mail_in_the_old_encoding_with_signs_it_does_not_know() -> None:
    # The encoding's own name for these signs is known to mail programs, not to Python.
    shifted = BLOCK.encode("cp932")
    out, n, kanji = b"", 0, False
    while n < len(shifted):
        byte = shifted[n]
        double = byte >= 0x81 and not 0xA0 <= byte <= 0xDF
        if double != kanji:
            out, kanji = out + (b"\x1b$B" if double else b"\x1b(B"), double
        if not double:
            out, n = out + bytes([byte]), n + 1
            continue
        first, second = byte - (0x81 if byte < 0xA0 else 0xC1), shifted[n + 1]
        row, low = (
            first * 2 + 0x21 + (second >= 0x9F),
            second - (0x7E if second >= 0x9F else 0x20 if second > 0x7F else 0x1F),
        )
        out, n = out + bytes([row, low]), n + 2
    head = b"From: =?ISO-2022-JP?B?GyRCQEQ2dSROMnEbKEI=?= <a@example.org>\r\nSubject: x\r\n"
    text = b"Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
    data = head + text + out.replace(b"\n", b"\r\n")
    assert jis(out) == BLOCK
    assert found(data) == FORM
    assert next(parse_mails(data)).sender == "青空の会 <a@example.org>"


@pytest.mark.parametrize("width", [40, 76, 200])
@pytest.mark.parametrize("quote", ["", "> ", "> > ", "＞", "| "])
def test_a_form_survives_being_wrapped_and_quoted(width: int, quote: str) -> None:
    form = [(name, value.replace("山田 太郎", "山田太郎")) for name, value in FORM]
    compact = json.dumps({"hiroba": 1, "fields": FORM}, ensure_ascii=False, separators=(",", ":"))
    for sent, text in ((form, to_file(form).decode()), (FORM, compact.replace(" ", "\\u0020"))):
        lines = [BEGIN, *textwrap.wrap(text.replace("\n", ""), width, break_on_hyphens=False), END]
        assert from_body("こう書かれています。\n" + "\r\n".join(quote + line for line in lines) + "\r\n") == sent


def test_a_form_is_found_in_a_mail_that_is_only_html() -> None:
    lines = "".join(f"<div>{line.replace('&', '&amp;').replace('<', '&lt;')}</div>" for line in BLOCK.split("\n"))
    message = MIMEText(f"<html><body>{lines}</body></html>", "html", "utf-8")
    message["From"] = "a@example.org"
    assert found(message.as_bytes()) == FORM


def test_a_file_goes_before_the_text_beside_it() -> None:
    message = mail(BLOCK.replace("青空", "雨空"))
    message.add_attachment(SAVED, maintype="application", subtype="json", filename="form.json")
    assert found(message.as_bytes()) == FORM


def test_each_mail_of_a_folder_gives_a_result() -> None:
    plain = b"\n".join(mail(body).as_bytes() for body in ("",))
    mails = [mail(BLOCK).as_bytes(), plain, mail(BLOCK.replace("1127", "1128")).as_bytes()]
    box = b"".join(b"From - Mon Nov 23 10:00:00 2026\n" + data.rstrip(b"\n") + b"\n\n" for data in mails)
    results = [letter.found for letter in parse_mails(box)]
    assert [isinstance(result, Refusal) for result in results] == [False, True, False]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (mail("こんにちは\n").as_bytes(), "no-form"),
        (mail(f"{BEGIN}\n{{\n").as_bytes(), "cut"),
        (mail(f"{BEGIN}\n{{こわれた\n{END}\n").as_bytes(), "damaged"),
        (mail(f"{BEGIN}\n{END}\n").as_bytes(), "damaged"),
        (b"", "no-mail"),
        (b"\0\xff" * 100, "no-mail"),
        (b"PK\x03\x04" + bytes(50), "no-mail"),
    ],
)
def test_a_mail_without_a_form_says_so(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_mail_in_a_thousand_covers_does_not_bring_the_reader_down() -> None:
    inner: MIMEMultipart | MIMEText = MIMEText("x")
    for _ in range(150):
        cover = MIMEMultipart()
        cover.attach(inner)
        inner = cover
    inner["From"] = "a@example.org"
    assert refused(inner.as_bytes()) in ("no-form", "no-mail")
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    assert refused(b"From: a@example.org\n" + deep) in ("no-form", "no-mail")


@given(st.binary(max_size=400))
@settings(max_examples=100)
def test_no_bytes_at_all_make_the_reader_fall(data: bytes) -> None:
    for mails in (data, b"From x\n" + data, b"From: a\nContent-Type: text/plain; charset=x\n\n" + data):
        assert all(letter.found for letter in parse_mails(mails))


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_no_text_between_the_lines_makes_the_reader_fall(text: str) -> None:
    assert isinstance(from_body(f"{BEGIN}\n{text}\n{END}"), Refusal | list)


def taken(tmp_path: Path, name: str, data: bytes, *words: str) -> tuple[int, str]:
    folder = tmp_path / "content"
    if not folder.exists():
        content(folder)
    put(tmp_path, {name: data})
    register = ("--register", str(tmp_path / "private/register.csv"))
    result = hiroba("intake", tmp_path / name, "--content", folder, *register, *words)
    return result.exit_code, result.output


def test_a_form_is_shown_before_it_is_written_and_the_slip_is_not_shown(tmp_path: Path) -> None:
    code, output = taken(tmp_path, "hiroba-1127-K7QX.json", SAVED)
    assert code == 0
    assert "団体「青空の会①髙」（新しいページ）　受付番号 1127-K7QX" in output
    assert "groups/aozoranokai.yaml" in output
    assert "職員だけへの連絡が2件あります" in output
    assert "山田" not in output
    assert not (tmp_path / "content/groups/aozoranokai.yaml").exists()
    assert "〔職員用〕お名前：=山田 太郎" in taken(tmp_path, "x.json", SAVED, "--slip")[1]


def test_what_is_written_is_public_and_the_slip_is_elsewhere(tmp_path: Path) -> None:
    code, _ = taken(tmp_path, "x.eml", mail(BLOCK).as_bytes(), "--write")
    assert code == 0
    text = (tmp_path / "content/groups/aozoranokai.yaml").read_text(encoding="utf-8")
    assert "name: 青空の会①髙\n" in text
    assert "source: email\n" in text
    everything = b"".join(p.read_bytes() for p in (tmp_path / "content").rglob("*") if p.is_file())
    assert "山田".encode() not in everything
    assert b"090-0000" not in everything
    register = tmp_path / "private/register.csv"
    lines = register.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[1].split(",")[:5] == ["2026-11-23", "1127-K7QX", "group", "aozoranokai", "青空の会①髙"]
    assert lines[1].endswith("お名前,'=山田 太郎")
    if sys.platform != "win32":
        assert stat.S_IMODE(register.stat().st_mode) == 0o600


def test_a_mail_that_is_read_twice_is_taken_in_once(tmp_path: Path) -> None:
    codes = [taken(tmp_path, "x.eml", mail(BLOCK).as_bytes(), "--write")[0] for _ in range(2)]
    assert codes == [0, 1]
    assert "groups/aozoranokai.yaml にもうあります" in taken(tmp_path, "x.eml", mail(BLOCK).as_bytes())[1]
    assert len(list((tmp_path / "content/groups").iterdir())) == 2
    assert (tmp_path / "private/register.csv").read_bytes().count(b"1127-K7QX") == 2


@pytest.mark.parametrize("name", ["NPO法人 川あかりの会", "特定非営利活動法人川アカリの会", "（特非）川あかりの会"])
def test_a_new_page_of_a_group_that_has_one_under_another_legal_form_is_held_back(tmp_path: Path, name: str) -> None:
    pairs = [("name", name), ("kana", "よみ"), ("kind", "npo"), ("fields", "environment"), ("areas", "citywide")]
    pairs += [("summary", "川を見ます。"), ("description", "毎月、見ます。"), ("contact.via", "center")]
    code, output = taken(tmp_path, "x.json", to_file([("_kind", "group"), *pairs]), "--write")
    assert code == 1
    assert "groups/kawa-akari.yaml にもうあります" in output
    assert "もうあるもののようなので、書きません" in output
    assert [path.name for path in (tmp_path / "content/groups").iterdir()] == ["kawa-akari.yaml"]


def test_a_correction_shows_what_changes_and_nothing_else(tmp_path: Path) -> None:
    correction = [("_kind", "group"), ("_slug", "kawa-akari"), ("contact.phone", "042-000-0099")]
    same = [("name", "川あかりの会"), ("kana", "かわあかりのかい"), ("kind", "volunteer"), ("fields", "environment")]
    same += [("areas", "citywide"), ("summary", "川辺の花を世話しています。")]
    same += [("description", "毎月、川辺の花壇に集まります。")]
    same += [("criteria", each) for each in ("voluntary", "collective", "continuing", "public-benefit", "nonprofit")]
    code, output = taken(tmp_path, "x.json", to_file([*correction, *same]), "--write")
    assert code == 0
    assert "連絡先・電話：042-000-0011 → 042-000-0099" in output
    assert "活動紹介" not in output
    text = (tmp_path / "content/groups/kawa-akari.yaml").read_text(encoding="utf-8")
    assert text.startswith(GROUP.replace("042-000-0011", "042-000-0099"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.json", b"{", "ひろばのフォームから保存したファイルではない"),
        (
            "x.json",
            to_file([("_kind", "group"), ("_slug", "nai"), ("name", "無")]),
            "直すはずのページ（nai）が見つかりません",
        ),
        ("x.json", to_file([("_kind", "group"), ("_slug", "../x")]), "番地が正しくありません"),
        ("x.json", to_file([*FORM, ("_trap", "x")]), "ロボットからの送信"),
        ("x.json", to_file([pair for pair in FORM if pair[0] != "summary"]), "直すところがあるので、書きません"),
        ("x.eml", mail().as_bytes(), "見つかりません"),
        ("x.xlsx", b"PK", "hiroba import"),
        ("x.pdf", b"%PDF", ".json"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_in_words(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    code, output = taken(tmp_path, name, data, "--write")
    assert code == 1
    assert words in output
    assert sorted(path.name for path in (tmp_path / "content/groups").iterdir()) == ["kawa-akari.yaml"]
    assert not (tmp_path / "private/register.csv").exists()


def test_a_form_with_mistakes_can_be_written_all_the_same(tmp_path: Path) -> None:
    broken = to_file([pair for pair in FORM if pair[0] != "summary"])
    assert taken(tmp_path, "x.json", broken, "--write", "--even-broken")[0] == 0
    assert (tmp_path / "content/groups/aozoranokai.yaml").exists()


def test_a_form_that_was_overtaken_is_held_back(tmp_path: Path) -> None:
    late = to_file([*FORM, ("_slug", "kawa-akari"), ("_base", "0" * 16)])
    code, output = taken(tmp_path, "x.json", late, "--write")
    assert code == 1
    assert "だれかがこのページを直しています" in output
    assert (tmp_path / "content/groups/kawa-akari.yaml").read_text(encoding="utf-8") == GROUP
    assert taken(tmp_path, "x.json", late, "--write", "--even-stale")[0] == 0


def test_the_register_is_never_put_among_what_is_published(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    put(tmp_path, {"x.json": SAVED})
    result = hiroba(
        "intake", tmp_path / "x.json", "--content", folder, "--register", folder / "register.csv", "--write"
    )
    assert result.exit_code == 2
    assert not (folder / "register.csv").exists()


def test_two_new_forms_of_one_name_get_two_addresses(tmp_path: Path) -> None:
    box = b"".join(b"From - x\n" + mail(BLOCK.replace("1127", n)).as_bytes() + b"\n" for n in ("1127", "1128"))
    code, output = taken(tmp_path, "x.mbox", box, "--write", "--even-broken")
    assert "x.mbox（2通め）" in output
    assert (tmp_path / "content/groups/aozoranokai-2.yaml").exists(), (code, output)


def test_what_a_stranger_wrote_does_not_act_on_the_terminal(tmp_path: Path) -> None:
    sneaky = json.dumps({"hiroba": 1, "fields": [*FORM[:4], ["name", "\u001b[2J会"], ["\u001b[31mx", "y"]]}).encode()
    _, output = taken(tmp_path, "x.json", sneaky)
    assert "\x1b" not in output
