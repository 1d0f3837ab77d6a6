"""What a text announces of an event: cancelled, postponed, moved online, full; never what only may come to pass.

「【中止】花火の会」 and 「定員に達したため、受付は終了しました」 announce something;
「雨天中止」「一部中止」「定員になり次第受付終了」 do not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.japanese import notices
from generator.japanese.notices import FULL, MOST, ONLINE, POSTPONED, STATUSES
from generator.japanese.text import narrow


@dataclass(frozen=True, slots=True)
class Announced:
    """A status, the words that announce it, and the day of which they speak; 0 where none is named."""

    status: str
    words: str
    year: int = 0
    month: int = 0
    day: int = 0

    def concerns(self, spans: Iterable[tuple[date, date]]) -> bool:
        """Whether it is about every one of these spans of days; without any span, whether it names no day."""
        listed = [day for span in spans for day in span]
        return all(map(self._is_on, listed)) if listed else not (self.year or self.month)

    def touches(self, spans: Iterable[tuple[date, date]]) -> bool:
        """Whether it may be about a day in one of these spans; without any span it may."""
        listed = list(spans)
        return not listed or any(self._is_on(day) for span in listed for day in _days(*span))

    def _is_on(self, day: date) -> bool:
        years = {day.year, day.year - (day.month < 4)}
        return (
            (not self.year or self.year in years)
            and (not self.month or self.month == day.month)
            and (not self.day or self.day == day.day)
        )


def _days(first: date, last: date) -> Iterator[date]:
    """The days of a span, no more than a year of them."""
    return (first + timedelta(days=n) for n in range(min((last - first).days, 366) + 1))


def announced(text: str, title: str = "") -> Announced | None:
    """What a text announces of the event with this title; without a title the text is one itself."""
    plain = notices.WEEKDAY.sub("", narrow(text[:MOST]))
    if not notices.SIGN.search(notices.BLANK.sub("", plain)):
        return None
    pieces = list(_pieces(plain, in_title=not title))
    for status in STATUSES[: -1 if notices.STILL_OPEN.search(plain) else None]:
        for line, words, alone in pieces:
            found = _found(status, words, alone, title)
            if found:
                shown = f"【{found}】" if f"【{found}】" in line else found
                return Announced(status, shown, *_dated(line if alone else words))
    return None


def _pieces(text: str, in_title: bool) -> Iterator[tuple[str, str, bool]]:
    """Each line, with a stretch of it that may announce something, and whether that stands alone."""
    for written in text.split("\n"):
        line = notices.LEAD.sub("", written, count=1).strip()
        for bracket in notices.BRACKETS.finditer(line):
            if in_title or bracket.start() == 0:
                yield line, bracket[0][1:-1].strip(), True
        # A condition in brackets stays where it is.
        rest = notices.BRACKETS.sub(
            lambda m: m[0] if notices.MAY.search(m[0]) or notices.WEATHER.search(m[0]) else "", line
        )
        if in_title:
            ends = [part for part in notices.APART.split(rest) if part]
            words = [part for part in notices.BLANK.split(rest) if part]
            yield from ((line, part, True) for part in (*ends[:1], *ends[-1:], *words[:1], *words[-1:]))
        yield from ((line, part.strip(), part.strip() == line) for part in notices.ENDS.split(rest) if part.strip())
        yield from ((line, bracket[0][1:-1].strip(), False) for bracket in notices.BRACKETS.finditer(line))


def _found(status: str, words: str, alone: bool, title: str) -> str:
    """The words that announce a status; empty if none do."""
    # In a text 「受付終了」 may be the heading above a day.
    alone = alone and (status != FULL or not title)
    if alone and not notices.MAY.search(words) and _noted(status, words):
        return words
    for match in notices.SAYINGS[status].finditer(words):
        head = notices.ADVERBS.sub("", words[max(0, match.start() - notices.BEFORE) : match.start()])
        if not notices.MAY.search(head) and _is_said(status, match, head, title):
            return match[0]
    return ""


def _noted(status: str, words: str) -> bool:
    notice = notices.NOTICES[status]
    return bool(notice.fullmatch(words) or notice.fullmatch(notices.BLANK.sub("", words)))


def _is_said(status: str, match: re.Match[str], head: str, title: str) -> bool:
    """Whether it is said of the event as a whole, as a fact."""
    if status == FULL:
        return not notices.PART_OF_ALL.search(head) and not notices.DRAWN.search(match.string[match.end() :])
    if status == ONLINE:
        return not notices.ON_THE_WEB.search(head)
    if match["now"] is not None and notices.WEATHER.search(head):
        return False
    if match["bare"] is not None and not (
        notices.FOR_THAT.search(head) or (not title and notices.HELD.search(head) and not notices.WEATHER.search(head))
    ):
        return False
    if match["about"] is not None and (
        title or notices.WEATHER.search(head) or not notices.EVENT.search(head.removesuffix("の"))
    ):
        return False
    if status == POSTPONED and notices.ANEW.search(head):
        return False
    return _is_about_it(head, title)


def _is_about_it(head: str, title: str) -> bool:
    """Whether what is cancelled or postponed is the event and not the snack afterwards."""
    topics = list(notices.TOPIC.finditer(head))
    spoken_of = notices.OBJECT.search(head[topics[-1].end() :] if topics else head)
    named = [topics[-1]["topic"]] if topics else []
    named += [spoken_of["object"]] if spoken_of and spoken_of["object"] else []
    return all(_is_event(words, title) for words in named)


def _is_event(words: str, title: str) -> bool:
    if title and words in narrow(title):
        return True
    return not notices.PART.search(words) and (not title or bool(notices.EVENT.search(words)))


def _dated(line: str) -> tuple[int, int, int]:
    """The year, month and day of which a line speaks, 0 for what it does not name."""
    days = list(notices.DAY.finditer(line))
    match = days[-1] if days else notices.YEAR.search(line)
    if match is None:
        return 0, 0, 0
    year = 2018 + int(match["count"]) if match["count"] else int(match["year"] or 0)
    return (year, int(match["month"]), int(match["day"] or 0)) if days else (year, 0, 0)
