"""Files with forms in them, whichever way they came, as drafts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from generator.check.names import body, spoken
from generator.csvs import decoded
from generator.intake.carried import carried
from generator.intake.changes import completed
from generator.intake.draft import Draft, draft
from generator.intake.flat import Pair
from generator.intake.issue import issue_pairs
from generator.intake.mail import ParsedMail, parse_mails
from generator.intake.submission import Refusal, Submission, from_pairs, pairs_of
from generator.intake.wishes import NoWish, Wish, find_wishes
from generator.kinds import KINDS
from generator.reading.read import Reading
from generator.reading.slugs import free_slug, slug_of


@dataclass(frozen=True, slots=True)
class Received:
    """One form as it lies in a file (or in which mail of it), who sent it, and its pairs or why there are none.

    `wishes` are the wish cards that lie there beside it, or in its place.
    """

    shown: str
    sender: str
    found: list[Pair] | Refusal
    wishes: tuple[Wish | NoWish, ...] = ()

    @property
    def only_wishes(self) -> bool:
        """Whether there are wish cards and no form, nor anything that was meant as one."""
        return bool(self.wishes) and isinstance(self.found, Refusal) and self.found.code in _NO_FORM


@dataclass(frozen=True, slots=True)
class Arrival:
    """One form with what it would do: a submission and its draft, or why there is neither.

    `twin` is the page that there is already of what is sent as new: the same mail read twice, or a group that forgot.
    """

    shown: str
    sender: str
    submission: Submission | None
    draft: Draft | None
    refusal: Refusal | None = None
    twin: str = ""


Reader = Callable[[bytes, str, Reading], Iterator[Received]]


def _saved(data: bytes, shown: str, reading: Reading) -> Iterator[Received]:
    yield Received(shown, "", pairs_of(data))


def _mailed(data: bytes, shown: str, reading: Reading) -> Iterator[Received]:
    found = list(parse_mails(data))
    for n, letter in enumerate(found, start=1):
        name = f"{shown}（{n}通め）" if len(found) > 1 else shown
        yield Received(name, letter.sender, letter.found, _wishes_in(letter, reading))


def _wishes_in(letter: ParsedMail, reading: Reading) -> tuple[Wish | NoWish, ...]:
    """The wish cards in a mail; one that says the same as text and as HTML says it once."""
    return tuple(dict.fromkeys(find_wishes(letter.text, reading.vocabularies)))


def _issued(data: bytes, shown: str, reading: Reading) -> Iterator[Received]:
    yield Received(shown, "", issue_pairs(data.decode("utf-8", "replace"), reading))


def _scanned(data: bytes, shown: str, reading: Reading) -> Iterator[Received]:
    text = data.decode("utf-8", "replace")
    yield Received(shown, "", carried(text), find_wishes(text, reading.vocabularies))


# How a kind of file is read, and which endings it has; a further kind needs a line in each.
READERS: dict[str, Reader] = {"file": _saved, "mail": _mailed, "issue": _issued, "link": _scanned}
ENDINGS = {".json": "file", ".eml": "mail", ".mbox": "mail", ".mbx": "mail", ".md": "issue", ".url": "link"}
# Where ways of sending are told from kinds of file: what a form does not say of itself.
_WAYS = {"mail": "email", "link": "paper"}
LARGEST = 60 * 1024 * 1024
_TABLES = (".xlsx", ".xls", ".xlsm", ".csv", ".tsv")
# There is no form, and nothing that may have been one.
_NO_FORM = ("unknown-file", "no-form", "no-link")
_UNKNOWN = Refusal(
    "unknown-file",
    "フォームから保存したファイル（.json）、メール（.eml、.mbox）、申し込み用紙の文（.md）、"
    "希望カードの行（hiroba-wish:…）のどれかを指定してください。",
)
_TABLE = Refusal("table", "表のファイルは「hiroba import」で取り込みます。")


def received(data: bytes, shown: str, reading: Reading) -> Iterator[Received]:
    """Every form in a file; the file's kind follows from the ending of its name, else from how it begins."""
    if len(data) > LARGEST:
        yield Received(shown, "", Refusal("too-much", f"ファイルが大きすぎます（{LARGEST // 1024 // 1024} MB まで）。"))
        return
    # Mail programs and editors put a further ending to names that they do not know.
    ending = PurePath(shown.lower().removesuffix(".txt")).suffix
    kind = ENDINGS.get(ending) or _by_beginning(data)
    if ending in _TABLES or not kind:
        wishes = () if ending in _TABLES else find_wishes(decoded(data) or "", reading.vocabularies)
        yield Received(shown, "", _TABLE if ending in _TABLES else _UNKNOWN, wishes)
        return
    way = _WAYS.get(kind)
    for each in READERS[kind](data, shown, reading):
        found = each.found if isinstance(each.found, Refusal) else completed(each.found, reading)
        if way and not isinstance(found, Refusal):
            # A form that was sent by mail came by mail, whatever it thought when it was saved.
            found = [*((name, value) for name, value in found if name != "_way"), ("_way", way)]
        yield Received(each.shown, each.sender, found, each.wishes)


def _by_beginning(data: bytes) -> str:
    """The kind of a file whose name says none: a saved form, or the address that a reader of codes typed."""
    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:8]
    return "file" if begin[:1] == b"{" else "link" if begin.startswith((b"http://", b"https://")) else ""


def arrival(one: Received, reading: Reading, today: date) -> Arrival:
    """What one received form would do to what is published."""
    submission = one.found if isinstance(one.found, Refusal) else from_pairs(one.found)
    if isinstance(submission, Refusal):
        return Arrival(one.shown, one.sender, None, None, submission)
    if submission.slug and submission.slug not in reading.slugs[submission.folder]:
        words = f"直すはずのページ（{submission.slug}）が見つかりません。番地が変わったか、消されたのかもしれません。"
        return Arrival(one.shown, one.sender, submission, None, Refusal("no-page", words))
    made = draft(submission, reading, submission.slug or new_slug(submission, reading), today)
    twin = "" if submission.slug else _twin(submission, made, reading)
    return Arrival(one.shown, one.sender, submission, made, twin=twin)


def _twin(submission: Submission, made: Draft, reading: Reading) -> str:
    """The page of the same name, whatever its legal form is called; of events, which often share theirs, the one that
    says the very same."""
    slugs = sorted(reading.slugs[submission.folder])
    folder, kind = submission.folder, KINDS[submission.kind]
    if kind.dated:
        return next((slug for slug in slugs if reading.text(folder, slug) == made.after), "")
    name = str(submission.data.get(kind.title, ""))
    called = {slug: str(reading.data(folder, slug).get(kind.title, "")) for slug in slugs} if name else {}
    return next((slug for same in (spoken, body) for slug in slugs if called and same(called[slug]) == same(name)), "")


def new_slug(submission: Submission, reading: Reading) -> str:
    """An address for a new page, made of its reading, that no page has."""
    data = submission.data
    name = next((str(text) for key in ("kana", "name_en", "name", "title") if (text := data.get(key))), "")
    pages = {page.stem for page in (reading.content / "pages" / submission.folder).glob("*.md")}
    return free_slug(slug_of(name, KINDS[submission.kind].spare), reading.slugs[submission.folder] | pages)
