"""The legal form beside a name (NPO法人, 一般社団法人) or in front of its reading: no part of its place in a list.

Source: 一般法人法, 特定非営利活動促進法, 社会福祉法, 会社法; the short forms are those of registers and banks.
"""

import re

_BETWEEN = r"[\s・]*"
_CERTIFIED = "(?:かりにんてい|にんてい|とくれいにんてい)"
_KANA = re.compile(
    rf"(?:(?:{_CERTIFIED}{_BETWEEN})?"
    rf"(?:(?:えぬぴーおー|とくていひえいりかつどう|とくひ|(?:いっぱん|こうえき)?{_BETWEEN}(?:しゃだん|ざいだん)"
    rf"|しゃかいふくし|がっこう|いりょう|しゅうきょう|こうえき|どくりつぎょうせい){_BETWEEN}ほうじん"
    r"|かぶしき[がか]いしゃ|ゆうげんがいしゃ|ごうどうがいしゃ|ごうしがいしゃ|ごうめいがいしゃ)"
    rf"|{_CERTIFIED}えぬぴーおー|{_CERTIFIED}?{_BETWEEN}えぬぴーおー(?=[\s・])){_BETWEEN}"
)
_FORMS = (
    "(?:認定|仮認定|特例認定)?(?:特定非営利活動法人|npo法人)|認定npo|特定非営利活動|(?:一般|公益)?(?:社団|財団)法人"
    "|社会福祉法人|学校法人|医療法人(?:社団|財団)?|宗教法人|独立行政法人|株式会社|有限会社|合同会社"
)
_SHORT = "(?:認定)?(?:特非|npo)|一社|公社|一財|公財|社福|福|学|医|宗|株|有|同|社|財"
_NAME = re.compile(rf"(?:\((?:{_FORMS}|{_SHORT})\)|{_FORMS})")
_NAME_AT_START, _NAME_AT_END = re.compile(rf"(?:{_NAME.pattern})+"), re.compile(rf"{_NAME.pattern}\Z")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "kana": _KANA,
    "name_at_start": _NAME_AT_START,
    "name_at_end": _NAME_AT_END,
}


def bare_reading(reading: str) -> str:
    """A hiragana reading without the legal form in front: えぬぴーおーほうじん ことことごう → ことことごう."""
    match = _KANA.match(reading)
    return (reading[match.end() :] if match else "") or reading


def bare_name(name: str) -> str:
    """A name as keys are compared, without its legal form: npo法人ことこと号, (特非)ことこと号 → ことこと号."""
    front = _NAME_AT_START.match(name)
    rest = name[front.end() :] if front else name
    behind = _NAME_AT_END.search(rest)
    return (rest[: behind.start()] if behind else rest) or name
