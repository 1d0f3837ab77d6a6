"""Staff see what was sent beside what is published, and what they decide is what happens."""

import base64
import json
import re
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.desk.app import GET_ROUTES
from generator.desk.auth.edit_links import Proof, edit_token, verify_edit_token
from generator.desk.decisions.compare import field_changes
from generator.desk.inbox.history import entries
from generator.desk.inbox.submissions import Pair, Post, find, posts
from generator.desk.office import Office
from generator.intake.draft import Draft
from generator.intake.submission import digest, to_file
from generator.reading.read import vocabularies
from tests.desks import (
    CORRECTION,
    NEW,
    TANAKA,
    clock_of,
    fields_in,
    kept,
    open_desk,
    press,
    signed_in,
    states,
    token_in,
)
from tests.folders import GROUP, JPEG, content, picture
from tests.towns import CONTENT

KAWA = "content/groups/kawa-akari.yaml"


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def repository(folder: Path) -> Path:
    content(folder / "content")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "begin")
    return folder


def page_of(office: Office, post: Post) -> str:
    answer = signed_in(office).get(f"/desk/post/{post.name}")
    assert answer.status_code == 200
    return str(answer.text)


def seen(text: str) -> str:
    """What is read on a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def with_other(pairs: tuple[Pair, ...], **values: str) -> tuple[Pair, ...]:
    named = {name.replace("__", "."): value for name, value in values.items()}
    kept_pairs = [(name, named.pop(name, value)) for name, value in pairs]
    return (*kept_pairs, *named.items())


def test_an_answer_that_belongs_nowhere_is_shown_with_what_was_written(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    text = page_of(office, kept(office, (*NEW, ("favourite_colour", " <b>青</b> "))))
    assert "favourite_colour：&lt;b&gt;青&lt;/b&gt;</li>" in text


def test_what_waits_is_marked_as_the_room_of_one_submission(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    assert '<a href="/desk/" aria-current="true">受付' in page_of(office, kept(office, NEW))
    assert '<a href="/desk/" aria-current="page">受付' in signed_in(office).get("/desk/").text
    assert '<a href="/desk/">受付' in signed_in(office).get("/desk/history").text


def test_the_queue_tells_what_waits_how_it_came_and_what_is_wrong(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    kept(office, NEW)
    clock_of(office).forward(hours=3)
    kept(office, with_other(CORRECTION, kana="カタカナとABC"), "fax", "田中")
    clock_of(office).forward(days=2)
    text = seen(signed_in(office).get("/desk/").text)
    for words in (
        "新しい団体 青空の会 2日前 フォーム",
        "団体の訂正 川あかりの会 2日前 ファクス（田中 さんが登録）",
        "エラー 1件",
        "受付待ち 2件",
    ):
        assert words in text
    assert text.index("青空の会") < text.index("川あかりの会")


def test_a_large_city_is_read_by_the_desk_itself_and_by_no_forked_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.shares.WORTHWHILE", 1)
    monkeypatch.setattr("generator.shares.multiprocessing.get_context", lambda kind: pytest.fail("forked"))
    assert "kawa-akari" in open_desk(tmp_path).published.reading().groups


def test_each_line_of_the_queue_counts_its_own_mistakes(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    for number, kana in enumerate(("あおぞらのかい", "青空ABC", "あおぞらのかい")):
        kept(office, with_other(NEW, kana=kana, name=f"青空の会{number}", _receipt=f"1127-NEW{number}"))
    for number, kana in enumerate(("かわあかりのかい", "川1", "川2")):
        kept(office, with_other(CORRECTION, kana=kana, _receipt=f"1127-COR{number}"))
    lines = signed_in(office).get("/desk/").text.split('<li class="card desk-line">')[1:]
    errors = {found[1]: "エラー" in line for line in lines if (found := re.search(r"1127-(\w{4})<", line))}
    assert errors == {"NEW0": False, "NEW1": True, "NEW2": False, "COR0": False, "COR1": True, "COR2": True}


def test_a_new_group_is_accepted_under_an_address_from_its_reading(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, NEW)
    assert fields_in(page_of(office, post))["slug"] == "aozoranokai"
    answer = press(signed_in(office), post, "accept", note="電話で確認")
    assert (answer.status_code, "受け付けました" in answer.text) == (200, True)
    text = (office.content / "groups/aozoranokai.yaml").read_text(encoding="utf-8")
    assert "name: 青空の会" in text
    assert "confirmed: 2026-11-27" in text
    assert states(office) == {"waiting": [], "asked": [], "done": ["1127-K7QX"]}
    (entry,) = entries(office.inbox)
    assert (entry.staff, entry.action, entry.slug, entry.way, entry.note) == (
        "佐藤",
        "accept",
        "aozoranokai",
        "form",
        "電話で確認",
    )
    assert "aozoranokai" in office.published.reading().groups


def test_what_is_private_is_in_a_box_of_its_own_and_never_in_the_profile(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, NEW)
    text = page_of(office, post)
    slip = text[text.index('class="desk-slip"') :]
    for words in ("非公開の連絡票", "山田花子", "090-0000-0011"):
        assert words in slip[: slip.index("</section>")]
    press(signed_in(office), post, "accept")
    written = (office.content / "groups/aozoranokai.yaml").read_text(encoding="utf-8")
    assert ("090-0000-0011" in written, "山田" in written) == (False, False)


def test_a_correction_stands_beside_what_is_published_with_its_changes_marked_in_words(tmp_path: Path) -> None:
    profile = GROUP + "founded: 2001\n"
    office = open_desk(tmp_path, {"groups/kawa-akari.yaml": profile})
    text = page_of(office, kept(office, with_other(CORRECTION, contact__fax="042-000-0012")))
    assert "川辺の花<ins>と木</ins>を世話しています。" in text
    words = seen(text)
    assert "変更 公開中 川辺の花を世話しています。 送られた内容 川辺の花 と木 を世話しています。" in words
    assert "追加 ファクス 公開中 なし 送られた内容 042-000-0012" in words
    assert "設立 公開中のまま にする：設立 削除 公開中 2001 送られた内容 なし" in words
    assert "変わらない項目" in words


def test_terms_are_shown_by_their_labels() -> None:
    terms = vocabularies(CONTENT)
    made = Draft(
        "groups", "a", "kind: volunteer\nfields: [welfare]\n", "kind: npo\nfields: [welfare, children]\n", (), ()
    )
    rows = [row for section in field_changes(made, terms) for row in section.rows]
    assert ["".join(piece.text for piece in row.after) for row in rows] == [
        "NPO法人",
        "保健・医療・福祉、子どもの健全育成",
    ]


def test_comments_and_what_the_form_does_not_ask_stay(tmp_path: Path) -> None:
    profile = GROUP.replace("summary:", "# 会長が代わる予定（春）\nsummary:") + "status: resting\n"
    office = open_desk(tmp_path, {"groups/kawa-akari.yaml": profile})
    press(signed_in(office), kept(office, with_other(CORRECTION, status="resting")), "accept")
    written = (tmp_path / KAWA).read_text(encoding="utf-8")
    assert "# 会長が代わる予定（春）\nsummary: 川辺の花と木を世話しています。" in written


def test_the_findings_are_the_words_of_hiroba_check_and_an_error_forbids_accepting(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, with_other(NEW, kana="カタカナとABC"))
    text = page_of(office, post)
    assert "「ふりがな」はひらがなで書いてください（「カタカナとABC」とあります）。" in seen(text)
    assert 'value="accept"' not in text
    answer = press(signed_in(office), post, "accept")
    assert (answer.status_code, "エラーが残っているため" in answer.text) == (409, True)
    assert not (office.content / "groups/aozoranokai.yaml").exists()
    assert states(office)["waiting"] == ["1127-K7QX"]


@pytest.mark.parametrize(
    "slug", ["../x", "con", "/etc/x", "a\0b", "..\\x", "a/b", "C:x", "Ａ", "a b", "-a", "a" * 61, "kawa-akari", "<b>"]
)
def test_an_address_that_is_a_path_or_taken_is_refused(tmp_path: Path, slug: str) -> None:
    office = open_desk(tmp_path)
    before = {p: p.read_bytes() for p in office.content.rglob("*") if p.is_file()}
    answer = press(signed_in(office), kept(office, NEW), "accept", slug=slug)
    assert answer.status_code == 409
    assert answer.text.count("「aozoranokai」なら使えます") == 2
    # What was sent can still be read, and accepted under another address.
    assert ("毎月、公園で空を見ています。" in answer.text, 'value="accept"' in answer.text) == (True, True)
    assert 'aria-invalid="true"' in answer.text
    assert {p: p.read_bytes() for p in office.content.rglob("*") if p.is_file()} == before
    assert states(office)["waiting"] == ["1127-K7QX"]


def test_after_a_refused_address_another_one_is_accepted_with_what_was_chosen_before(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client, post = signed_in(office), kept(office, NEW)
    refused = press(client, post, "accept", slug="Sora no kai", note="電話で確認", way="phone")
    fields = fields_in(refused.text)
    assert fields["slug"] == "Sora no kai"
    assert "電話で確認</textarea>" in refused.text
    assert '<option value="phone" selected>' in refused.text
    again = fields | {"slug": "sora", "note": "電話で確認", "way": "phone", "action": "accept"}
    assert client.post(f"/desk/post/{post.name}", data=again).status_code == 200
    assert "source: phone" in (office.content / "groups/sora.yaml").read_text(encoding="utf-8")


def test_the_proposed_address_is_one_that_no_page_has(tmp_path: Path) -> None:
    office = open_desk(tmp_path, {"groups/aozoranokai.yaml": GROUP})
    assert fields_in(page_of(office, kept(office, NEW)))["slug"] == "aozoranokai-2"
    odd = kept(office, with_other(NEW, kana="！！", name="！！", _receipt="1127-AAAA"))
    assert fields_in(page_of(office, odd))["slug"] == "dantai"


def test_a_correction_of_a_page_that_is_gone_says_so(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, with_other(CORRECTION, _slug="gone"))
    assert "直すはずのページが見つかりません" in page_of(office, post)
    assert press(signed_in(office), post, "accept").status_code == 409


def test_asking_back_keeps_it_open_and_declining_changes_nothing_that_is_published(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    first, second = kept(office, NEW), kept(office, CORRECTION)
    client = signed_in(office)
    assert press(client, first, "ask", note="電話番号を確認").status_code == 200
    assert states(office)["asked"] == ["1127-K7QX"]
    assert press(client, second, "decline").status_code == 200
    assert states(office)["done"] == ["1127-CRCT"]
    assert (tmp_path / KAWA).read_text(encoding="utf-8") == GROUP
    clock_of(office).forward(minutes=5)
    asked = find(office.inbox, first.name)
    assert asked is not None
    assert "電話番号を確認" in page_of(office, asked)
    assert press(client, asked, "accept").status_code == 200
    assert [entry.action for entry in entries(office.inbox)] == ["accept", "decline", "ask"]


def test_only_the_written_files_are_committed_and_the_message_says_who_and_how(tmp_path: Path) -> None:
    office = open_desk(repository(tmp_path))
    (tmp_path / "content/places/kawabe.yaml").write_text("name: 書きかけ\n", encoding="utf-8", newline="\n")
    (tmp_path / "staged.txt").write_text("まだ\n", encoding="utf-8", newline="\n")
    git(tmp_path, "add", "staged.txt")
    address = f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"
    pairs = (*NEW, ("_photo.0", address), ("photos.0.alt", "空"))
    answer = press(signed_in(office), kept(office, pairs, "fax", "田中"), "accept")
    assert answer.status_code == 200
    names = git(tmp_path, "show", "--name-only", "--format=%s%n%b").splitlines()
    assert names[0] == "青空の会：受け付け（ファクス、1127-K7QX）"
    assert "佐藤 が受け付けました。" in names
    assert next(name for name in names if name.startswith("content/")) == "content/groups/aozoranokai.yaml"
    assert sum(name.startswith("content/") for name in names) == 2
    left = git(tmp_path, "status", "--porcelain").splitlines()
    assert left == [" M content/places/kawabe.yaml", "A  staged.txt"]
    assert entries(office.inbox)[0].commit == git(tmp_path, "rev-parse", "--short", "HEAD").strip()


def test_without_git_it_goes_on_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = open_desk(tmp_path)
    answer = press(signed_in(office), kept(office, NEW), "accept")
    assert (answer.status_code, "記録していません" in answer.text) == (200, True)

    def missing(*arguments: object, **more: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr("generator.desk.jobs.git.subprocess.run", missing)
    assert "git が入っていない" in press(signed_in(office), kept(office, CORRECTION), "accept").text
    assert "花と木" in (tmp_path / KAWA).read_text(encoding="utf-8")


def test_staff_say_by_which_way_it_really_came(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    press(signed_in(office), kept(office, NEW), "accept", way="paper")
    assert "source: paper" in (office.content / "groups/aozoranokai.yaml").read_text(encoding="utf-8")
    assert entries(office.inbox)[0].way == "paper"


def test_a_field_can_be_left_as_it_is_published(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, with_other(CORRECTION, contact__fax="042-000-0012"))
    press(signed_in(office), post, "accept", keep="summary")
    written = (tmp_path / KAWA).read_text(encoding="utf-8")
    assert ("川辺の花を世話しています。" in written, "042-000-0012" in written) == (True, True)


@pytest.mark.parametrize("by_git", [True, False])
def test_what_others_changed_meanwhile_is_shown_and_stays(tmp_path: Path, by_git: bool) -> None:
    office = open_desk(repository(tmp_path) if by_git else tmp_path)
    base = ("_base", digest((tmp_path / KAWA).read_text(encoding="utf-8")))
    post = kept(office, (*CORRECTION, base))
    other = with_other(
        CORRECTION, description="毎週、川辺に集まります。", summary="川をきれいにしています。", _receipt="1126-OTHR"
    )
    press(signed_in(office, "田中", TANAKA), kept(office, (*other, base)), "accept")
    clock_of(office).forward(minutes=1)
    text = page_of(office, post)
    assert "公開中の内容が変わりました" in text
    assert re.search(r'value="description" form="decide" checked', text)
    assert re.search(r'value="summary" form="decide">', text)
    words = seen(text)
    assert "両方が変えました" in words
    assert "フォームを開いたとき 川辺の花を世話しています。" in words
    press(signed_in(office), post, "accept", keep="description")
    written = (tmp_path / KAWA).read_text(encoding="utf-8")
    assert ("毎週、川辺に" in written, "川辺の花と木を" in written) == (True, True)


def test_what_the_form_began_with_may_be_forgotten(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    text = page_of(office, kept(office, (*CORRECTION, ("_base", "0123456789abcdef"))))
    assert "だれが変えたかはわかりません" in text
    odd = kept(office, with_other((*CORRECTION, ("_base", "../../secret")), _receipt="1127-BBBB"))
    assert "だれが変えたかはわかりません" in page_of(office, odd)


def test_a_profile_that_changes_while_somebody_looks_is_not_written_over(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post, client = kept(office, CORRECTION), signed_in(office)
    fields = fields_in(client.get(f"/desk/post/{post.name}").text)
    (tmp_path / KAWA).write_text(GROUP + "founded: 2001\n", encoding="utf-8", newline="\n")
    answer = client.post(f"/desk/post/{post.name}", data=fields | {"action": "accept"})
    assert (answer.status_code, "公開中の内容が変わりました" in answer.text) == (409, True)
    assert "founded: 2001" in (tmp_path / KAWA).read_text(encoding="utf-8")
    assert states(office)["waiting"] == ["1127-CRCT"]


LINKS = {
    "valid": "本人確認ずみのリンクから",
    "expired": "期限の切れたリンクから",
    "other": "ほかの団体のリンクから",
    "forged": "正しくないリンクから",
}


@pytest.mark.parametrize("kind", list(LINKS))
def test_a_submission_says_whether_its_link_was_ours(tmp_path: Path, kind: str) -> None:
    office = open_desk(tmp_path)
    week, now = timedelta(days=7), office.now()
    right = edit_token(office.secret, "kawa-akari", now + week)
    token = {
        "valid": right,
        "expired": edit_token(office.secret, "kawa-akari", now - week),
        "other": edit_token(office.secret, "hana-akari", now + week),
        "forged": right[:-3] + "AAA",
    }[kind]
    post = kept(office, (*CORRECTION, ("_token", token)))
    for text in (page_of(office, post), signed_in(office).get("/desk/").text):
        assert [words for words in LINKS.values() if words in text] == [LINKS[kind]]


def test_a_link_counts_by_when_the_form_was_sent(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    token = edit_token(office.secret, "kawa-akari", office.now() + timedelta(days=1))
    post = kept(office, (*CORRECTION, ("_token", token)))
    clock_of(office).forward(days=20)
    assert LINKS["valid"] in page_of(office, post)


def test_tokens_of_another_office_and_of_sessions_prove_nothing(tmp_path: Path) -> None:
    one, other = open_desk(tmp_path / "a"), open_desk(tmp_path / "b")
    until = one.now() + timedelta(days=1)
    assert verify_edit_token(one.secret, edit_token(other.secret, "a", until), "a", one.now()) == Proof.FORGED
    for token in ("x", ".", "é", "a.b", "W10.x", "x" * 5000, "\0"):
        assert verify_edit_token(one.secret, token, "a", one.now()) == Proof.FORGED


def test_staff_make_a_link_for_one_group_that_expires(tmp_path: Path) -> None:
    office = open_desk(tmp_path, link_days=7)
    client = signed_in(office)
    token = token_in(client.get("/desk/links").text)
    answer = client.post("/desk/links", data={"csrf": token, "group": "kawa-akari"})
    link = re.search(r"<textarea[^>]*>([^<]+)<", answer.text)
    assert link is not None
    parts = urlsplit(link[1].replace("&amp;", "&"))
    assert (parts.netloc, parts.path, parts.query) == ("hiroba.example.org", "/edit/", "group=kawa-akari")
    made = parts.fragment.removeprefix("t=")
    assert verify_edit_token(office.secret, made, "kawa-akari", office.now() + timedelta(days=6)) == Proof.VALID
    assert verify_edit_token(office.secret, made, "kawa-akari", office.now() + timedelta(days=8)) == Proof.EXPIRED
    assert made not in (office.inbox / "history.jsonl").read_text(encoding="utf-8")
    assert client.post("/desk/links", data={"csrf": token, "group": "../x"}).status_code == 422
    assert entries(office.inbox)[0].action == "link"


def _upload(office: Office, data: bytes, way: str = "phone", name: str = "hiroba.json") -> Any:
    client = signed_in(office)
    token = token_in(client.get("/desk/enter").text)
    return client.post("/desk/enter", data={"csrf": token, "way": way}, files={"file": (name, data)})


def test_staff_enter_a_saved_form_and_the_history_says_how_it_came(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    assert _upload(office, to_file(NEW)).status_code == 303
    (name,) = (path.stem for path in (office.inbox / "waiting").glob("*.json"))
    post = find(office.inbox, name)
    assert post is not None
    assert (post.way, post.by) == ("phone", "佐藤")
    press(signed_in(office), post, "accept")
    assert [(entry.action, entry.way) for entry in entries(office.inbox)] == [("accept", "phone"), ("enter", "phone")]
    assert "source: phone" in (office.content / "groups/aozoranokai.yaml").read_text(encoding="utf-8")


def test_the_address_in_the_code_of_a_slip_is_a_correction_of_what_it_names(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    profile = office.content / "groups/kawa-akari.yaml"
    before = profile.read_text(encoding="utf-8")
    told = [
        "_kind",
        "group",
        "_slug",
        "kawa-akari",
        "_base",
        digest(before),
        "_changes",
        "1",
        "summary",
        "川の花です。",
    ]
    packed = base64.urlsafe_b64encode(json.dumps([1, *told]).encode()).decode().rstrip("=")
    scanned = f"https://hiroba.example.org/edit/#d=s{packed}\r\n".encode()
    assert _upload(office, scanned, "paper", "slip.txt").status_code == 303
    (name,) = (path.stem for path in (office.inbox / "waiting").glob("*.json"))
    post = find(office.inbox, name)
    assert post is not None
    press(signed_in(office), post, "accept")
    after = profile.read_text(encoding="utf-8")
    assert "summary: 川の花です。" in after
    gone = set(before.splitlines()) - set(after.splitlines())
    assert {line.partition(":")[0] for line in gone} <= {"summary", "confirmed", "source"}


def test_a_mail_is_taken_in_with_its_sender_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    block = f"-----ひろば ここから-----\r\n{to_file(NEW).decode()}\r\n-----ひろば ここまで-----\r\n"
    head = "From: <sora@example.org>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    parts: Any = [("csrf", (None, token_in(client.get("/desk/enter").text))), ("way", (None, "email"))]
    files = [("file", ("a.eml", f"{head}{block}".encode())), ("file", ("<b>.json", b"{}"))]
    answer = client.post("/desk/enter", files=[*parts, *files])
    assert (answer.status_code, "&lt;b&gt;.json：" in answer.text) == (422, True)
    assert states(office)["waiting"] == ["1127-K7QX"]
    (entry,) = entries(office.inbox)
    assert (entry.action, entry.way, entry.title) == ("enter", "email", "青空の会")
    assert "sora@example.org" in entry.note


def _mail(office: Office, *named: tuple[str, bytes]) -> Any:
    client = signed_in(office)
    parts: Any = [("csrf", (None, token_in(client.get("/desk/enter").text))), ("way", (None, "email"))]
    return client.post("/desk/enter", files=[*parts, *(("file", each) for each in named)])


def _letter(pairs: Any) -> bytes:
    block = f"-----ひろば ここから-----\r\n{to_file(pairs).decode()}\r\n-----ひろば ここまで-----\r\n"
    head = "From: <sora@example.org>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    return f"{head}{block}".encode()


OTHER_NUMBER = [(name, "1127-AAAA" if name == "_receipt" else value) for name, value in NEW]
NO_NUMBER = [pair for pair in NEW if pair[0] != "_receipt"]


@pytest.mark.parametrize("again", [NEW, OTHER_NUMBER, NO_NUMBER])
def test_a_mail_that_was_sent_twice_is_taken_in_once_and_says_so(tmp_path: Path, again: Any) -> None:
    office = open_desk(tmp_path)
    assert _mail(office, ("a.eml", _letter(NEW))).status_code == 303
    (post,) = posts(office.inbox, "waiting")
    answer = _mail(office, ("b.eml", _letter(again)))
    assert answer.status_code == 409
    for words in ("もう届いています", "受付番号 1127-K7QX", f"/desk/post/{post.name}", "受付待ち", "b.eml"):
        assert words in answer.text
    assert (states(office)["waiting"], len(entries(office.inbox))) == (["1127-K7QX"], 1)


def test_a_mail_sent_again_after_the_decision_says_who_decided_what(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    _mail(office, ("a.eml", _letter(NEW)))
    press(signed_in(office), next(posts(office.inbox, "waiting")), "decline")
    answer = _mail(office, ("a.eml", _letter(NEW)))
    assert "済み、佐藤さんが見送りにしました" in answer.text
    assert states(office)["waiting"] == []


def test_what_the_form_sent_and_a_mail_brings_again_is_known_too(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    kept(office, NEW)
    assert "もう届いています" in _mail(office, ("a.eml", _letter(NEW))).text
    assert states(office)["waiting"] == ["1127-K7QX"]


def test_of_two_mails_in_one_file_the_same_one_is_named_and_the_other_taken_in(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    other = [*OTHER_NUMBER, ("founded", "2020")]
    folder = b"".join(b"From x\n" + _letter(pairs).replace(b"\r\n", b"\n") + b"\n" for pairs in (NEW, NEW, other))
    answer = _mail(office, ("a.mbox", folder))
    assert answer.status_code == 200
    assert ("2件を登録しました" in answer.text, "a.mbox（2通め）" in answer.text) == (True, True)
    assert sorted(states(office)["waiting"]) == ["1127-AAAA", "1127-K7QX"]


def test_a_saved_form_or_a_mail_with_a_further_ending_is_read(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    named = ("hiroba-1.json.txt", to_file(NEW)), ("b.eml.txt", _letter([*OTHER_NUMBER, ("founded", "2020")]))
    assert _mail(office, *named).status_code == 303
    assert sorted(states(office)["waiting"]) == ["1127-AAAA", "1127-K7QX"]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff\xfe", b"[" * 5000, to_file([("_kind", "cat")]), JPEG, b'{"hiroba":1,"fields":[["a"]]}']
)
def test_a_file_that_is_no_saved_form_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    office = open_desk(tmp_path)
    answer = _upload(office, data)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
    assert states(office)["waiting"] == []


def test_halves_of_characters_and_control_characters_stop_nobody(tmp_path: Path) -> None:
    office = open_desk(repository(tmp_path))
    odd = [(name, value if name.startswith("_") else f"\ud800{value}\udfff\0\x1b") for name, value in NEW]
    saved = json.dumps({"hiroba": 1, "fields": [*odd, ["_receipt", "1127-HALF"], ["\udc80", "\udc80"]]})
    assert _upload(office, saved.encode()).status_code == 303
    (name,) = (path.stem for path in (office.inbox / "waiting").glob("*.json"))
    post = find(office.inbox, name)
    assert post is not None
    assert "青空の会" in page_of(office, post)
    client = signed_in(office)
    assert press(client, post, "ask", note="\0\x1b").status_code == 200
    assert "青空の会" in client.get("/desk/history").text
    assert "青空の会" in client.get("/desk/").text


def test_the_public_cannot_pretend_to_be_staff(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, (*NEW, ("_way", "fax"), ("by", "佐藤")), way="fax")
    text = page_of(office, post)
    assert ("さんが登録" in text, "ファクス（フォームから）" in text) == (False, True)


def test_staff_correct_slips_of_the_pen_and_the_first_version_is_kept(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, with_other(NEW, kana="カタカナとABC"))
    client = signed_in(office)
    page = client.get(f"/desk/post/{post.name}/mend").text
    number = [name for name, _ in post.pairs].index("kana")
    assert f'<label for="f{number}">ふりがな</label>' in page
    assert '<option value="volunteer" selected>ボランティア団体</option>' in page
    fields = {"csrf": token_in(page), "state": "waiting", f"f{number}": "あおぞらのかい"}
    unchanged = client.post(f"/desk/post/{post.name}/mend", data=fields | {f"f{number}": "カタカナとABC"})
    assert (unchanged.headers["location"], states(office)["waiting"]) == (f"/desk/post/{post.name}", ["1127-K7QX"])
    answer = client.post(f"/desk/post/{post.name}/mend", data=fields)
    assert answer.status_code == 303
    assert states(office) == {"waiting": ["1127-K7QX"], "asked": [], "done": ["1127-K7QX"]}
    (name,) = (path.stem for path in (office.inbox / "waiting").glob("*.json"))
    mended = find(office.inbox, name)
    assert mended is not None
    assert answer.headers["location"] == f"/desk/post/{name}"
    assert (mended.value("kana"), mended.by, mended.way) == ("あおぞらのかい", "佐藤", "form")
    assert press(client, mended, "accept").status_code == 200
    assert [entry.action for entry in entries(office.inbox)] == ["accept", "mend"]


def test_a_group_that_filled_a_new_form_is_taken_as_a_correction_of_its_page(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post = kept(office, [pair for pair in CORRECTION if pair[0] != "_slug"])
    client = signed_in(office)
    assert "でも使われています" in client.get(f"/desk/post/{post.name}").text
    page = client.get(f"/desk/post/{post.name}/mend").text
    assert '<option value="kawa-akari">川あかりの会</option>' in page
    answer = client.post(
        f"/desk/post/{post.name}/mend", data={"csrf": token_in(page), "state": "waiting", "page": "kawa-akari"}
    )
    mended = find(office.inbox, answer.headers["location"].rpartition("/")[2])
    assert mended is not None
    assert "団体の訂正" in client.get(f"/desk/post/{mended.name}").text
    assert press(client, mended, "accept").status_code == 200
    text = (office.content / "groups/kawa-akari.yaml").read_text(encoding="utf-8")
    assert "川辺の花と木を世話しています。" in text
    assert not list((office.content / "groups").glob("kawaakari*"))


def test_a_page_that_is_not_there_cannot_be_chosen(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    post, client = kept(office, NEW), signed_in(office)
    page = client.get(f"/desk/post/{post.name}/mend").text
    for slug, says in (("../../x", "番地が正しくありません"), ("nowhere", "見つかりません")):
        data = {"csrf": token_in(page), "state": "waiting", "page": slug}
        answer = client.post(f"/desk/post/{post.name}/mend", data=data, follow_redirects=True)
        assert says in answer.text


def test_photos_are_shown_and_only_photos(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    pictures = {"image/jpeg": JPEG, "image/png": picture("PNG"), "image/webp": picture("WEBP")}
    addresses = [f"data:{kind};base64,{base64.b64encode(data).decode()}" for kind, data in pictures.items()]
    fake = base64.b64encode(b"<svg onload=alert(1)>").decode()
    pairs = [(f"_photo.{n}", address) for n, address in enumerate([*addresses, f"data:image/jpeg;base64,{fake}"])]
    post, client = kept(office, (*NEW, *pairs)), signed_in(office)
    for n, (kind, data) in enumerate(pictures.items()):
        answer = client.get(f"/desk/post/{post.name}/photo/{n}")
        assert (answer.headers["content-type"], answer.content) == (kind, data)
    assert {client.get(f"/desk/post/{post.name}/photo/{n}").status_code for n in (3, 4, 999)} == {404}
    svg = kept(office, (*with_other(NEW, _receipt="1127-SVGX"), ("_photo.0", f"data:image/svg+xml;base64,{fake}")))
    assert "写真を読み取れません" in page_of(office, svg)


SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{7*7}}"


def test_a_script_in_every_field_comes_out_as_text_on_every_page(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    every = [
        (name, value if name in ("_kind", "_hiroba", "_show.contact.phone", "_receipt") else SCRIPT)
        for name, value in NEW
    ]
    extra = [
        ("_slip.note", SCRIPT),
        ("_way", SCRIPT),
        (SCRIPT, SCRIPT),
        ("meetings.0.when", SCRIPT),
        ("_base", SCRIPT),
        ("photos.0.alt", SCRIPT),
    ]
    posts = [
        kept(office, [*every, *extra], by=SCRIPT),
        kept(
            office, with_other(CORRECTION, name=SCRIPT, summary=SCRIPT, description=SCRIPT, _token=SCRIPT), way=SCRIPT
        ),
        kept(office, [("_kind", SCRIPT), ("_receipt", "1127-CCCC"), ("name", SCRIPT)]),
    ]
    client = signed_in(office)
    press(client, posts[0], "decline", note=SCRIPT, slug=SCRIPT)
    press(client, posts[1], "ask", note=SCRIPT)
    pages = [a for a, _ in GET_ROUTES if "{" not in a] + [
        f"/desk/history?group={SCRIPT}",
        f"/desk/links?group={SCRIPT}",
    ]
    pages += [f"/desk/post/{post.name}{end}" for post in posts for end in ("", "/mend")]
    pages += [f"/desk/post/{SCRIPT}", f"/{SCRIPT}"]
    shown = 0
    for address in pages:
        text = client.get(address).text
        assert not re.search(r"<script|<img src=x|49", text.replace("1127-", "")), address
        shown += "&lt;script&gt;" in text
    assert shown >= 6
    refused = press(client, posts[2], "accept", slug=SCRIPT, note=SCRIPT)
    assert "<script" not in refused.text


def test_the_history_is_by_group_and_survives_torn_lines(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    client = signed_in(office)
    press(client, kept(office, CORRECTION), "accept", note="川の件")
    with (office.inbox / "history.jsonl").open("ab") as file:
        file.write(b'{"time": "2026-11-2')
    clock_of(office).forward(minutes=1)
    press(client, kept(office, NEW), "accept", note="空の件")
    assert [entry.note for entry in entries(office.inbox)] == ["空の件", "川の件"]
    text = client.get("/desk/history?group=groups/kawa-akari").text
    assert ("川の件" in text, "空の件" in text) == (True, False)
    lines = (office.inbox / "history.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["receipt"] == "1127-CRCT"


def test_files_that_cannot_be_read_are_named_and_stay(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    bad = office.inbox / "waiting" / "2026-11-27T09-15-03_1127-K7QX_0123456789ab.json"
    for data in (b"{", b"[]", b'{"fields": 1}', b"\xff", b""):
        bad.write_bytes(data)
        assert bad.name in signed_in(office).get("/desk/").text
        assert bad.exists()


def test_another_open_submission_about_the_same_page_is_pointed_out(tmp_path: Path) -> None:
    office = open_desk(tmp_path)
    first, second = kept(office, CORRECTION), kept(office, with_other(CORRECTION, _receipt="1127-DDDD"))
    assert f'href="/desk/post/{first.name}"' in page_of(office, second)
