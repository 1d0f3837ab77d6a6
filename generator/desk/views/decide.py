"""The decision of a member of staff about a submission, as it is posted, and the page that follows."""

from generator.desk.decisions.execute import Conflict, ConflictKind, decide, finish, last_decision, wait_for_other
from generator.desk.decisions.labels import DONE_WORDS, conflict_words
from generator.desk.decisions.review import Review, review
from generator.desk.http.request import Request, Response, redirect
from generator.desk.inbox.history import entries_of
from generator.desk.inbox.journal import ACCEPT, ASK, DECLINE, Decision, pending_decision
from generator.desk.inbox.submissions import Post, find
from generator.desk.office import Office
from generator.desk.views.pages import message_page, page
from generator.desk.views.submission import GONE, chosen_way, kept_fields, show_submission
from generator.intake.submission import digest

_LONGEST_NOTE = 2000
_CHANGED = "見ているあいだに、公開中の内容が変わりました。くらべなおしたので、もう一度確かめてください。"
_BROKEN = "エラーが残っているため、受け付けられません。「訂正する」で直すか、問い合わせてください。"
_NO_ROOM = (
    "書きこめませんでした。ディスクの空きと、ファイルを開いているプログラムがないかを確かめてください。"
    "申し込みは、そのまま残っています。"
)


def post_decision(office: Office, request: Request) -> Response:
    """Carry out a decision (accept, ask, decline), or say with 409 who decided before."""
    post = find(office.inbox, request.path_parameters["name"])
    if post is None:
        return message_page(office, request, "見つかりません", GONE, 404, "/desk/")
    action = request.value("action")
    if action not in (ACCEPT, ASK, DECLINE):
        return show_submission(office, request, post)
    if post.state != request.value("state"):
        return _conflict_page(office, request, post, last_decision(office, post.name))
    found = review(office, post, request.value("slug"), kept_fields(request), chosen_way(request))
    wrong = _refusal(found, request) if action == ACCEPT else ""
    if wrong:
        conflict = _conflict(office, request, post)
        if conflict:
            return _conflict_page(office, request, post, conflict)
        return show_submission(office, request, post, wrong, 409)
    try:
        done = decide(office, _decision_of(found, request, action), request.value("state"))
    except OSError:
        return show_submission(office, request, find(office.inbox, post.name) or post, _NO_ROOM, 507)
    if isinstance(done, Conflict):
        return _conflict_page(office, request, post, done)
    return _decided_page(office, request, found, action)


def resume(office: Office, request: Request) -> Response:
    """Finish a decision that was interrupted."""
    name = request.path_parameters["name"]
    decision = pending_decision(office.inbox, name)
    try:
        done = finish(office, decision) if decision else None
    except OSError:
        return message_page(office, request, "まだ終わっていません", _NO_ROOM, 507, "/desk/")
    if isinstance(done, Conflict):
        return message_page(office, request, "やりなおしてください", _CHANGED, 409, f"/desk/post/{name}")
    return redirect("/desk/")


def _conflict(office: Office, request: Request, post: Post) -> Conflict | None:
    """The decision of somebody else while this one was checked: that is then why the profile is another one now."""
    other = wait_for_other(office, post.name)
    if other:
        return Conflict(ConflictKind.CLAIMED, other.staff, other.action)
    now = find(office.inbox, post.name)
    return last_decision(office, post.name) if now is None or now.state != request.value("state") else None


def _refusal(found: Review, request: Request) -> str:
    """Why a submission cannot be accepted now; empty if it can."""
    if found.draft is None or found.refusal:
        return found.refusal
    if request.value("published") != digest(found.draft.before):
        return _CHANGED
    return _BROKEN if found.draft.failed else ""


def _decision_of(found: Review, request: Request, action: str) -> Decision:
    made = found.draft
    accepting = action == ACCEPT and made is not None
    return Decision(
        post=found.post.name,
        action=action,
        staff=request.staff,
        at=request.now.isoformat(),
        receipt=found.post.receipt,
        way=found.submission.way if found.submission else found.post.way,
        title=found.title,
        note=request.value("note")[:_LONGEST_NOTE],
        folder=found.submission.folder if found.submission and (accepting or not found.new) else "",
        slug=found.slug if accepting or not found.new else "",
        before=digest(made.before) if accepting and made else "",
        after=made.after if accepting and made else "",
        photos=made.photos if accepting and made else (),
    )


def _decided_page(office: Office, request: Request, found: Review, action: str) -> Response:
    last = next(entries_of(office.inbox, found.post.name), None)
    facts = {
        "title": found.title,
        "words": DONE_WORDS[action],
        "action": action,
        "commit": last.commit if last else "",
        "pushed": office.settings.desk.push,
    }
    return page(office, request, "decided", DONE_WORDS[action], facts)


def _conflict_page(office: Office, request: Request, post: Post, conflict: Conflict) -> Response:
    """The page that says who decided before, and what (409)."""
    if conflict.kind == ConflictKind.CHANGED:
        return show_submission(office, request, find(office.inbox, post.name) or post, _CHANGED, 409)
    did = conflict_words(conflict.staff, conflict.action, under_way=conflict.kind == ConflictKind.CLAIMED)
    words = f"この申し込みは、{did}。今の操作では、何も変わっていません。"
    return message_page(office, request, did, words, 409, f"/desk/post/{post.name}")
