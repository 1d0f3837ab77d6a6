"""What waits, what was done, and the building of the site."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.desk.asked import Answer, Asked, go
from generator.desk.builder import Built
from generator.desk.claims import claimed
from generator.desk.courier import Unsent
from generator.desk.history import Entry, entries, remember
from generator.desk.inbox import ASKED, WAITING, posts, strange
from generator.desk.looking import Look, age, came_by, glance, tallies
from generator.desk.office import Office
from generator.desk.show import page
from generator.desk.signed import Proof
from generator.desk.wording import ACTIONS, PROOFS, STATES, WAYS
from generator.kinds import KINDS
from generator.obstacles import at_work

_LATELY, _MOST = 8, 200
_WAIT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Line:
    """One submission in the queue."""

    name: str
    title: str
    what: str
    way: str
    receipt: str
    age: str
    errors: int
    warnings: int
    proof: str
    sure: bool
    by: str
    busy: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the history, in words."""

    day: str
    time: str
    staff: str
    action: str
    way: str
    title: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue by state, what was done lately, and files that could not be read."""

    queues: tuple[tuple[str, tuple[Line, ...]], ...]
    lately: tuple[Act, ...]
    strange: tuple[str, ...]
    unsent: Unsent | None


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history, of one page or of all."""

    acts: tuple[Act, ...]
    group: str
    groups: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class BuildView:
    """The last build, if there was one since the program was started, and who else builds."""

    busy: bool
    last: Built | None
    ended: str
    other: str


def queue(office: Office, asked: Asked) -> Answer:
    """The page staff begin with."""
    looks = {state: [glance(office, post) for post in posts(office.inbox, state)] for state in (WAITING, ASKED)}
    every = [each for state in looks.values() for each in state]
    found = tallies(office, every)
    queues = tuple(
        (STATES[state], tuple(_line(office, each, found.get(each.post.name, (0, 0))) for each in looks[state]))
        for state in looks
    )
    lately = tuple(map(act, entries(office.inbox)[:_LATELY]))
    odd = tuple(strange(office.inbox, {each.post.name for each in every}))
    return page(office, asked, "queue", "受付の一覧", QueueView(queues, lately, odd, office.courier.left()))


def send_again(office: Office, asked: Asked) -> Answer:
    """Try once more to bring what is committed to the code host."""
    office.courier.send()
    office.courier.wait(_WAIT_SECONDS)
    return go("/desk/")


def _line(office: Office, found: Look, tally: tuple[int, int]) -> Line:
    post = found.post
    plan = claimed(office.inbox, post.name)
    return Line(
        name=post.name,
        title=found.title,
        what=what(found),
        way=came_by(post),
        receipt=post.receipt,
        age=age(post, office),
        errors=tally[0],
        warnings=tally[1],
        proof=PROOFS[found.proof],
        sure=found.proof == Proof.VALID,
        by=post.by,
        busy=plan.staff if plan else "",
        refusal=found.refusal,
    )


def what(found: Look) -> str:
    """新しい団体, イベントの訂正 and the like."""
    kind = KINDS[found.kind].label if found.kind in KINDS else ""
    return f"新しい{kind}" if found.new else f"{kind}の訂正"


def history(office: Office, asked: Asked) -> Answer:
    """Who took what, when, and by which way it came; newest first."""
    every = entries(office.inbox)
    group = asked.query.get("group", "")
    chosen = [entry for entry in every if not group or page_of(entry) == group]
    named = {page_of(entry): entry.title for entry in reversed(every) if entry.slug}
    view = HistoryView(
        acts=tuple(map(act, chosen[:_MOST])),
        group=group,
        groups=tuple(sorted(named.items(), key=lambda pair: pair[1])),
        more=max(0, len(chosen) - _MOST),
    )
    return page(office, asked, "history", "履歴", view)


def page_of(entry: Entry) -> str:
    """The page that an act was about, as `groups/ashi`."""
    return f"{entry.folder}/{entry.slug}" if entry.slug else ""


def act(entry: Entry) -> Act:
    """A line of the history in words."""
    moment = entry.moment
    weekday = "月火水木金土日"[moment.weekday()]
    return Act(
        day=f"{moment.year}年{moment.month}月{moment.day}日（{weekday}）",
        time=f"{moment:%H:%M}",
        staff=entry.staff,
        action=ACTIONS.get(entry.action, entry.action),
        way=WAYS.get(entry.way, entry.way),
        title=entry.title,
        entry=entry,
    )


def acts_of(found: Sequence[Entry]) -> tuple[Act, ...]:
    """Lines of the history in words."""
    return tuple(map(act, found))


def builds(office: Office, asked: Asked) -> Answer:
    """The last build and its words; whoever asks to wait is answered when it is over, or after a while."""
    if asked.query.get("wait"):
        office.builder.wait(_WAIT_SECONDS)
    last = office.builder.last
    ended = f"{last.ended:%H:%M:%S}" if last and last.ended else ""
    other = office.builder.other()
    view = BuildView(office.builder.busy, last, ended, at_work(other) if other else "")
    return page(office, asked, "build", "サイトを作る", view)


def start_build(office: Office, asked: Asked) -> Answer:
    """Begin a build, unless one is running."""
    if office.builder.start(asked.staff, office.now):
        remember(office.inbox, Entry(asked.now.isoformat(), asked.staff, "build"))
    return go("/desk/build")
