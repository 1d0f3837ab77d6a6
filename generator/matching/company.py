"""Which answers to 「だれと・どんなふうに」 a document meets, and whom it rules out by age."""

import re
from collections.abc import Iterator

from generator.japanese.ages import OLDEST, Ages, parse_ages
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met, around, own_text
from generator.matching.sheet import EVERYBODY, LANGUAGE

WITH = "with"
FREE, PARTLY, PAID = "無料", "一部無料", "有料"
# Who says teen or senior is so old, in years.
TEEN, SENIOR = (12, 17), (65, OLDEST)
# A group of so many is small.
SMALL = 12
_BEGINNER = re.compile(
    "(?:初|はじ)めて(?:の?(?:方|人|ひと)|でも)|初心者|未経験|(?:経験|資格|知識)(?:は|も)(?:[い要]りませ|問いませ|不要|なくて)"
    "|(?:一|1|１)から(?:お?教え|一緒|学)|(?:その場で|先輩が|会員が)[^。]{0,12}教え|手ほどき"
    "|(?:知ら|でき|吹け|読め|研げ)なくても?(?:結構|大丈夫|よい|いい|かまい|来)"
)
_QUIET = re.compile(
    "少人数|静かな(?:会|場|時間|集まり)|静かに(?:過ご|楽し|話|座|読|聞)|人前(?:が苦手|に出な|で話さ?な)|話さなくて|聞くだけ|裏方|無理に"
    "|(?:名前|診断名|話)を(?:名乗|言|聞き出)[^。]{0,8}(?:なく|ません|しない|ない)"
)
_CHILDREN = re.compile(
    "親子|子連れ|子ども連れ|(?:子ども|お子さん|赤ちゃん)と(?:一緒|いっしょ|来)|家族(?:で|だけの)|保護者と一緒"
)
_FRIENDS = re.compile(
    "仲間|おしゃべり|お茶を飲(?:み|む|め)|世間話|(?:一人|ひとり)で来る|たまり場|居場所|引っ越して|友だち|交流(?!コーナー|センター|館|室|課)|サロン|茶の間"
)
_WRITING = re.compile("手話|筆談|要約筆記|字幕")
_FOR_CHILDREN = ("infants", "parents", "children")
_STROLLERS = ("nursing-room", "diaper-changing", "stroller", "stroller-rental", "child-toilet")
_WRITTEN = ("writing", "subtitles")
_SIGN = "sign"


def company(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """Everything that a document meets of the fourth question; degree `out` excludes it, `no` speaks against it."""
    yield from _easy(evidence, document)
    yield from _ages(evidence, document)
    yield from _access(evidence, document)
    yield from _languages(evidence)
    yield from _cost(evidence, document)


def _said(evidence: GroupEvidence, document: Document, value: str, pattern: re.Pattern[str]) -> Iterator[Met]:
    """The first clause that has a pattern in it, of the opening before the group."""
    if own := pattern.search(own_text(document)):
        yield Met(WITH, value, "said", "opening.text", around(own))
    elif clause := evidence.clause(pattern):
        yield Met(WITH, value, "told", "group.text", clause)


def _easy(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    call = document.opening.call if document.opening else None
    yield from _flag(
        evidence, document, "beginner", _BEGINNER, call.beginners_ok if call else None, "opening.beginners_ok"
    )
    yield from _flag(
        evidence, document, "children", _CHILDREN, call.with_children if call else None, "opening.with_children"
    )
    members = evidence.entry.group.members
    if members and members.total and members.total <= SMALL:
        yield Met(WITH, "quiet", "small", "group.members", str(members.total))
    else:
        yield from _said(evidence, document, "quiet", _QUIET)
    if document.joining:
        yield from _said(evidence, document, "friends", _FRIENDS)


def _flag(
    evidence: GroupEvidence, document: Document, value: str, pattern: re.Pattern[str], flag: bool | None, source: str
) -> Iterator[Met]:
    """What an opening answers with yes or no; where it says nothing, what its text or its group says."""
    if flag is not None:
        yield Met(WITH, value, "full" if flag else "no", source)
    elif value == "children" and (found := _for_children(evidence, document)):
        yield found
    else:
        yield from _said(evidence, document, value, pattern)


def _for_children(evidence: GroupEvidence, document: Document) -> Met | None:
    group = evidence.entry.group
    whom = next((name for name in _FOR_CHILDREN if name in group.audiences), "") if document.joining else ""
    if whom:
        return Met(WITH, "children", "audience", "group.audiences", whom)
    access = next((name for name in _STROLLERS if name in group.accessibility), "")
    return Met(WITH, "children", "access", "group.accessibility", access) if access else None


def ages_of(document: Document) -> Ages | None:
    """The ages that an opening names, where they are understood."""
    call = document.opening.call if document.opening else None
    found = parse_ages(call.ages) if call and call.ages else None
    return found if isinstance(found, Ages) else None


def _ages(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    ages = ages_of(document)
    said = document.opening.call.ages or "" if document.opening else ""
    if ages is not None:
        yield from _by_age(ages, said)
    # Ages that are not understood are told as they are written, and never as what everybody has.
    if said or not document.joining:
        return
    audiences = evidence.entry.group.audiences
    for value, name in (("teen", "youth"), ("senior", "seniors")):
        if name in audiences:
            yield Met(WITH, value, "audience", "group.audiences", name)
        elif "anyone" in audiences:
            yield Met(WITH, value, "anyone", "group.audiences", "anyone")
        elif audiences:
            yield Met(WITH, value, "no", "group.audiences", audiences[0])


def _by_age(ages: Ages, said: str) -> Iterator[Met]:
    """Whom an age rules out, and whom it names: 中学生以上 names those at school, 70歳以上 those who are old."""
    for value, (first, last) in (("teen", TEEN), ("senior", SENIOR)):
        if not ages.meets(first, last):
            yield Met(WITH, value, "out", "opening.ages", said)
        elif (value == "teen" and ages.most < 20) or (value == "senior" and ages.least >= 60):
            yield Met(WITH, value, "own", "opening.ages", said)
        elif ages != Ages():
            yield Met(WITH, value, "full" if value == "teen" else "anyone", "opening.ages", said)
    if ages.most < 18:
        yield Met("always", "", "minors", "opening.ages", said)
        yield Met(WITH, "children", "own", "opening.ages", said)
    elif ages.least >= 60:
        yield Met("always", "", "elders", "opening.ages", said)


def _access(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """Wheelchairs and writing: by the group, else by the place; where neither says so, nothing is known."""
    group, places = evidence.entry.group, evidence.reader.directory.place_of
    there = [places[spot.slug] for spot in document.spots() if spot.slug in places]
    given = [
        ("group.accessibility", set(group.accessibility)),
        *(("place.accessibility", set(p.accessibility)) for p in there),
    ]
    for value, terms in (("wheelchair", ("wheelchair", "step-free")), ("writing", _WRITTEN)):
        found = next(((source, term) for term in terms for source, has in given if term in has), None)
        if found:
            source, term = found
            degree = "step" if term == "step-free" else "need" if source.startswith("group") else "place"
            yield Met(WITH, value, degree, source, term)
        elif value == "writing" and _SIGN in group.languages:
            yield Met(WITH, value, "need", "group.languages", _SIGN)
        elif value == "writing":
            yield from _said(evidence, document, value, _WRITING)


def _languages(evidence: GroupEvidence) -> Iterator[Met]:
    group = evidence.entry.group
    for name in group.languages:
        if name != EVERYBODY:
            yield Met(WITH, f"{LANGUAGE}{name}", "need", "group.languages", name)
    for name in group.translations:
        if name not in group.languages and name != EVERYBODY:
            yield Met(WITH, f"{LANGUAGE}{name}", "written", "group.translations", name)


def _cost(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """Whether it costs something to belong; what somebody does for others is not told by what members pay."""
    if not document.joining:
        return
    words = evidence.reader.costs(evidence.entry.group.fees)
    degree = "full" if FREE in words else "some" if PARTLY in words else "no" if PAID in words else ""
    if degree:
        yield Met(WITH, "free", degree, "group.fees", words[0])
