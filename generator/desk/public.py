"""The door for everybody: what the form sends is kept, and answered with a receipt number."""

from dataclasses import replace

from generator.desk.asked import Answer, Asked
from generator.desk.inbox import TRAPPED, WAITING, count, keep
from generator.desk.limits import longest_wait
from generator.desk.office import Office
from generator.desk.show import page, said, told
from generator.desk.wording import way_of
from generator.intake.submission import Refusal, from_pairs

# A browser may read our answer from any site: it says nothing that the sender does not know.
_OPEN = (("Access-Control-Allow-Origin", "*"), ("Vary", "Accept, Sec-Fetch-Mode"))
# More than this is a flood; staff see to it first.
_MOST_WAITING, _MOST_TRAPPED = 500, 300
_KEPT = "書いた内容は、フォームのページに残っています。"
FULL = f"いま受け取れません。お手数ですが、時間をおいてもう一度お送りください。{_KEPT}"


def submit(office: Office, asked: Asked) -> Answer:
    """Keep what was sent, and answer with its number; a robot gets the same answer, and a folder of its own."""
    found = from_pairs(asked.pairs)
    trapped = isinstance(found, Refusal) and found.code == "trap"
    if isinstance(found, Refusal) and not trapped:
        return refused(office, asked, 422, found.words)
    state, most = (TRAPPED, _MOST_TRAPPED) if trapped else (WAITING, _MOST_WAITING)
    if count(office.inbox, state) >= most and not trapped:
        return refused(office, asked, 503, FULL)
    try:
        kept = asked.pairs if not trapped or count(office.inbox, state) < most else ()
        receipt = keep(office.inbox, kept, asked.now, way_of(asked.told("_way")), state=state).receipt
    except OSError:
        return refused(office, asked, 507, FULL)
    return _received(office, asked, receipt)


def too_often(office: Office, asked: Asked) -> Answer | None:
    """The answer to somebody who sends too much at once; None for everybody else."""
    wait = longest_wait(office.posts, asked.caller.keys, asked.now)
    if not wait:
        return None
    words = (
        f"続けて何度も送られたため、少しお待ちいただいています。{wait}秒ほどたってから、もう一度お送りください。{_KEPT}"
    )
    return refused(office, asked, 429, words, ("Retry-After", str(wait)))


def busy(office: Office, asked: Asked, sending: bool) -> Answer:
    """The answer when too much is asked at the same time, to somebody who is sending a form or only looks."""
    retry = ("Retry-After", "5")
    if sending and asked.path == "/submit":
        return refused(office, asked, 503, FULL, retry)
    words = "いま混み合っています。数秒たってから、もう一度開いてください。"
    answer = said(office, asked, "混み合っています", words, 503)
    return replace(answer, headers=(*answer.headers, retry))


def refused(office: Office, asked: Asked, status: int, words: str, *headers: tuple[str, str]) -> Answer:
    """Why nothing was kept, for people or for programs; the sender still has the draft."""
    if _wants_json(asked):
        return told(status, (*_OPEN, *headers), error=str(status), message=words)
    answer = page(office, asked, "refused", "送れませんでした", words, status)
    return Answer(answer.body, status, answer.type, (*answer.headers, *_OPEN, *headers))


def visited(office: Office, asked: Asked) -> Answer:
    """Somebody opened the address of the door in a browser: say what it is for."""
    return page(office, asked, "visited", "フォームの送り先")


def _received(office: Office, asked: Asked, receipt: str) -> Answer:
    if _wants_json(asked):
        within = office.settings.desk.within
        words = f"受け付けました。受付番号は {receipt} です。職員が確かめて、{within}で公開します。"
        return told(200, _OPEN, receipt=receipt, message=words)
    answer = page(office, asked, "received", "受け付けました", receipt)
    return Answer(answer.body, answer.status, answer.type, (*answer.headers, *_OPEN))


def _wants_json(asked: Asked) -> bool:
    """Whether a script asks: it says so, or its browser does."""
    mode = asked.headers.get("sec-fetch-mode", "")
    return "application/json" in asked.headers.get("accept", "") or mode not in ("", "navigate")
