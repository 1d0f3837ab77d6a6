"""The patterns and tables by which the Japanese is understood and privacy is kept, taken from where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, is_dataclass
from datetime import date
from types import ModuleType
from typing import Any

from generator.check import files, names, private, recurrences
from generator.form.patterns import portable
from generator.japanese import (
    announced,
    answers,
    clauses,
    contacts,
    dates,
    day_words,
    days,
    eras,
    exceptions,
    headcounts,
    legal_forms,
    lists,
    mentions,
    moments,
    money,
    nearest,
    patterns,
    phones,
    recurrence,
    remarks,
    series,
    spellings,
    text,
    times,
    unclear,
)
from generator.models import group, types
from generator.reading import doubts, explain, homes, personal, slugs

# Which of a module's nouns the browser needs; what they hold is written there alone.
_SHARED: dict[ModuleType, str] = {
    text: "_DASHES _TILDES _INVISIBLE _LONG_MARK_AS_DASH _HALF_WIDTH_KANA _SPLIT_VOICING _KANA _KANA_LETTER _NUMBER"
    " _UNSPOKEN"
    " _WITH_UNITS _DIGIT_OF _MOST_DIGITS",
    unclear: "LIMIT",
    eras: "ERAS",
    dates: "WEEKDAYS _ENGLISH_WEEKDAYS _EXAMPLE _EXAMPLE_YEAR _WHOLE_DATE _SOME_DATE _BASIC _FOUNDING_TAIL _PARTIAL",
    times: "_PARTS _EXAMPLE _EXAMPLE_RANGE _ONE_TIME _WHOLE_RANGE _DOTTED _FOUR_DIGITS",
    moments: "_EXAMPLE _AROUND _COMES_ROUND _DAY_LIMIT _FIRST _TO _BEFORE_SIGN _SHORT_DAY _BETWEEN _RANGE",
    days: "_SENSE _AFTER_BARE _LIST_ITEM _NUMBER_ITEM _COUNT _SEPARATED _HALF_YEARS",
    day_words: "_TOKEN _LETTERS _LABEL",
    spellings: "GIF_DAYS _GIF _GIF_ITEM _LATIN _ENGLISH _DAYS _ORDINALS _TRANSLATIONS _ENGLISH_DAY _ORDINAL",
    exceptions: "_INLINE _NOTED _LISTED _OTHERWISE _OTHER_TIMES _ONLY_WEEKDAYS _WEEKDAY_ALONE _NAMES_DAYS _NAMES_TIMES"
    " _SHIFTED TAKES_AWAY _ITEM_ALONE _LISTED_BEFORE _ADDS _NEW_YEAR _BON",
    remarks: "_BRACKETS _MARKED _FURTHERMORE _PART _PART_ALONE _TOTAL _SOME_TOTAL _ABOUT_DAYS _WEATHER _MARK _LEFT_OVER"
    " _MOST",
    series: "_FRAMES _ALL_IN_BRACKETS _IN_BRACKETS",
    clauses: "_EVERY_MORNING _ONLY_SEPARATORS _REMARKS _TRAILING_LETTERS",
    mentions: "BUILDING _CLOCK _LEADS_TO _NO_WEEKDAY _MONTH _SPAN _NUMBER _WEEKDAYS_TO _DAILY _NAMED _NAMED_PARTS",
    nearest: "_EXAMPLE _REPAIRS _WITHOUT_ORDINAL _NOTHING_LEFT _MAY_BE_LEFT _LONGEST _SPACES",
    patterns: "IN_WORDS",
    recurrence: "_IN_WORDS",
    announced: "MOST BEFORE STATUSES _NOTICES _SAYINGS _SIGN _WEEKDAY _BRACKETS _ENDS _LEAD _APART _BLANK _MAY _WEATHER"
    " _FOR_THAT _ANEW _STILL_OPEN _DRAWN _HELD _ON_THE_WEB _ADVERBS _TOPIC _OBJECT _EVENT _PART _PART_OF_ALL _DAY"
    " _YEAR",
    money: "_YEN _FIRST_AMOUNT _MOST _FEE_KINDS _FEE _FEE_AFTER _NO_FEES _ALL_FREE _BETWEEN _BRACKETED _REMARK"
    " _REMARK_IN_BRACKETS _PRICE _FREE_PRICE _ABOUT_MONEY _CHANGES_AMOUNT _IF_ANY _NO_FEE_AT_ALL _NO_FEE_LAST",
    lists: "_BETWEEN _PERHAPS",
    phones: "_EXAMPLE _LABEL _NUMBER _EXTENSION _WORD _REMARK _DIGITS_IN_A_ROW _SPECIAL _CERTAIN_AREA"
    " _TWO_OR_THREE_DIGIT_AREAS _AREAS_BY_FOUR",
    answers: "YES NO _AT_EDGES _NOT_CALLING _CALLING",
    headcounts: "_SPLIT_OFF _RESIDENTS _SEXES _OF_A_SEX",
    contacts: "_LONGEST _URL _EMAIL _NUMBER _LABELS _CENTER",
    types: "_AROUND_A_NUMBER _BARE_ADDRESS _CORPORATE_LABEL _NOT_IN_AN_ADDRESS _ADDRESS_ALONE",
    group: "_ROLES_IN_WORDS",
    personal: "_FAMILY _GIVEN _GROUP_WORDS _SEPARATORS _FAMILY_IN_KANJI _ROLE _NOBODY _HONORED _TWO_WORDS _KANJI_NAME"
    " _GIVEN_NAME",
    doubts: "_INVISIBLE _MACHINE _SPACED _WIDE_HEADING _NOON _HTML _LINK _MOBILE _EMAIL _NAMES"
    " _TIMES _CONTACTS _LISTED",
    homes: "_AT_HOME _LIVES_AT _FACILITY",
    explain: "_SHAPES _LEFT _KEPT _BESIDE _APART _MEANT",
    recurrences: "LONGEST",
    private: "_HOUSE _POSTAL_CODE",
    slugs: "SHAPE LONGEST",
    names: "_MARKS",
    legal_forms: "_KANA _NAME_AT_START _NAME_AT_END",
    files: "_VAGUE",
}


def tables() -> dict[str, dict[str, Any]]:
    """Each module's shared nouns by their names in small letters, as plain data; patterns as `portable` gives them."""
    return {module.__name__.rpartition(".")[2]: dict(_of(module, named)) for module, named in _SHARED.items()}


def _of(module: ModuleType, named: str) -> Iterator[tuple[str, Any]]:
    for name in named.split():
        yield name.strip("_").lower(), _plain(getattr(module, name))


def _plain(value: Any) -> Any:
    """A table as JSON can hold it: sets sorted, days as ISO text, ranges as their two ends."""
    if isinstance(value, re.Pattern):
        return portable(value)
    if is_dataclass(value) and not isinstance(value, type):
        value = astuple(value)
    if isinstance(value, range):
        return [value.start, value.stop]
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def foldings() -> dict[str, str]:
    """The letters whose case folding is more than their small letter (ß, ς), as far as people here may type them."""
    letters = map(chr, range(0x80, 0x2000))
    return {letter: letter.casefold() for letter in letters if letter.casefold() != letter.lower()}
