"""Decisions about one submission as staff press them, and what they see afterwards."""

from generator.desk.asked import Answer, Asked, go
from generator.desk.claims import ACCEPT, ASK, DECLINE, Plan, claimed
from generator.desk.deciding import Lost, Overtaken, decide, decided, finish, settling
from generator.desk.history import of_post
from generator.desk.inbox import Post, find
from generator.desk.looking import Look, glance, look
from generator.desk.office import Office
from generator.desk.review import GONE, kept_in, show_post, way_in
from generator.desk.show import page, said
from generator.desk.wording import DONE_WORDS, faster
from generator.intake.submission import digest

_PICTURES = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_LONGEST_NOTE = 2000
_CHANGED = "見ているあいだに、公開中の内容が変わりました。くらべなおしたので、もう一度確かめてください。"
_BROKEN = "エラーが残っているため、受け付けられません。「訂正する」で直すか、問い合わせてください。"
_NO_ROOM = (
    "書きこめませんでした。ディスクの空きと、ファイルを開いているプログラムがないかを確かめてください。"
    "申し込みは、そのまま残っています。"
)


def picture(office: Office, asked: Asked) -> Answer:
    """A photo of a submission; only what begins like one is given out."""
    post = find(office.inbox, asked.named["name"])
    found = glance(office, post).submission if post else None
    photos = found.photos if found else ()
    number = int(asked.named["number"])
    data = photos[number][1] if number < len(photos) else b""
    kind = next((kind for mark, kind in _PICTURES if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "image/webp"
    if not kind:
        return said(office, asked, "見つかりません", "この写真は見つかりません。", 404, "/desk/")
    return Answer(data, type=kind, headers=(("Cache-Control", "no-store"), ("Content-Security-Policy", "sandbox")))


def act_on(office: Office, asked: Asked) -> Answer:
    """Carry out the decision of a member of staff, or say who was faster."""
    post = find(office.inbox, asked.named["name"])
    if post is None:
        return said(office, asked, "見つかりません", GONE, 404, "/desk/")
    action = asked.told("action")
    if action not in (ACCEPT, ASK, DECLINE):
        return show_post(office, asked, post)
    if post.state != asked.told("state"):
        return _too_late(office, asked, post, decided(office, post.name))
    found = look(office, post, asked.told("slug"), kept_in(asked), way_in(asked))
    wrong = _forbidden(found, asked) if action == ACCEPT else ""
    if wrong:
        lost = _lost(office, asked, post)
        return _too_late(office, asked, post, lost) if lost else show_post(office, asked, post, wrong, 409)
    try:
        done = decide(office, _plan(found, asked, action), asked.told("state"))
    except OSError:
        return show_post(office, asked, find(office.inbox, post.name) or post, _NO_ROOM, 507)
    return _too_late(office, asked, post, done) if isinstance(done, Lost) else _done(office, asked, found, action)


def go_on(office: Office, asked: Asked) -> Answer:
    """Finish a decision that was interrupted."""
    plan = claimed(office.inbox, asked.named["name"])
    try:
        done = finish(office, plan) if plan else None
    except OSError:
        return said(office, asked, "まだ終わっていません", _NO_ROOM, 507, "/desk/")
    if isinstance(done, Lost):
        return said(office, asked, "やりなおしてください", _CHANGED, 409, f"/desk/post/{asked.named['name']}")
    return go("/desk/")


def _lost(office: Office, asked: Asked, post: Post) -> Lost | None:
    """Who decided while this decision was looked at: that is then why the profile is another one now."""
    other = settling(office, post.name)
    if other:
        return Lost(Overtaken.CLAIMED, other.staff, other.action)
    now = find(office.inbox, post.name)
    return decided(office, post.name) if now is None or now.state != asked.told("state") else None


def _forbidden(found: Look, asked: Asked) -> str:
    """Why a submission cannot be accepted now; empty if it can."""
    if found.draft is None or found.refusal:
        return found.refusal
    if asked.told("published") != digest(found.draft.before):
        return _CHANGED
    return _BROKEN if found.draft.failed else ""


def _plan(found: Look, asked: Asked, action: str) -> Plan:
    made = found.draft
    accepting = action == ACCEPT and made is not None
    return Plan(
        post=found.post.name,
        action=action,
        staff=asked.staff,
        at=asked.now.isoformat(),
        receipt=found.post.receipt,
        way=found.submission.way if found.submission else found.post.way,
        title=found.title,
        note=asked.told("note")[:_LONGEST_NOTE],
        folder=found.submission.folder if found.submission and (accepting or not found.new) else "",
        slug=found.slug if accepting or not found.new else "",
        before=digest(made.before) if accepting and made else "",
        after=made.after if accepting and made else "",
        photos=made.photos if accepting and made else (),
    )


def _done(office: Office, asked: Asked, found: Look, action: str) -> Answer:
    last = next(of_post(office.inbox, found.post.name), None)
    facts = {"title": found.title, "words": DONE_WORDS[action], "action": action, "commit": last.commit if last else ""}
    return page(office, asked, "decided", DONE_WORDS[action], facts)


def _too_late(office: Office, asked: Asked, post: Post, lost: Lost) -> Answer:
    """Somebody was faster: who, and what they did."""
    if lost.what == Overtaken.CHANGED:
        return show_post(office, asked, find(office.inbox, post.name) or post, _CHANGED, 409)
    did = faster(lost.staff, lost.action, under_way=lost.what == Overtaken.CLAIMED)
    words = f"この申し込みは、{did}。今の操作では、何も変わっていません。"
    return said(office, asked, did, words, 409, f"/desk/post/{post.name}")
