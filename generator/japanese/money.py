"""Amounts in yen as they are written in profiles and notices, and back."""

import re
from dataclasses import dataclass

from generator.japanese.text import closed_up, kanji_number
from generator.japanese.unclear import Unclear, too_long

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_KANJI = "一二三四五六七八九十百千万"
_AMOUNT = rf"(?:¥{_DIGITS}円?|(?:{_DIGITS}万)?(?:{_DIGITS}千?|[{_KANJI}]+)円|(?:{_DIGITS}万|[0-9]千)円)"
_FREE = "(?:無料|不要|なし|無し|ありません|かかりません|いりません)"
_TAXED = r"(?:\(?税込み?\)?)?"
_PER_YEAR, _PER_MONTH, _PER_TIME = "毎?年(?:間|額)?", "(?:毎月|月額|月)", "(?:毎回|1回|一回|各回|回)"
_YEN = re.compile(
    rf"(?:(?:年|月)?会費|入会金|参加費|(?:お?1|お?一)人|{_PER_YEAR}|{_PER_MONTH}|{_PER_TIME})?[:=は]?"
    rf"(?:(?P<amount>{_AMOUNT}|{_DIGITS})|(?P<free>{_FREE})){_TAXED}"
)
_FIRST_AMOUNT = re.compile(_AMOUNT)
# What is no amount, but that there is none above which nothing is paid.
_NO_LIMIT = re.compile(
    "(?:(?:上限|限度)額?(?:は|の|に)?(?:定め|制限|設定)?(?:は|も)?(?:なし|無し?|ない|ありません|設けない|設けません)|(?:金額に)?(?:無制限|制限なし))(?:です)?"
)
_MOST = 10**12


def parse_yen(text: str) -> int | Unclear:
    """The one amount a text gives, in yen: 1,000円, 千円, 1万6,000円, 月500円; 無料 and なし are 0.

    Rules: too-long, no-limit, money.
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = closed_up(text)
    if _NO_LIMIT.fullmatch(plain):
        return Unclear("no-limit", text, "上限なし")
    match = _YEN.fullmatch(plain)
    amount = None if match is None else 0 if match["free"] else _value(match["amount"])
    return Unclear("money", text, _first_amount(plain)) if amount is None else amount


def _value(written: str) -> int | None:
    """The value of a match of `_AMOUNT` or of plain digits; None beyond what anything costs."""
    value = kanji_number(written.strip("¥円").replace(",", ""))
    return value if value is not None and value < _MOST else None


def _first_amount(plain: str) -> str:
    """The first clear amount in a text, as a suggestion."""
    match = _FIRST_AMOUNT.search(plain.replace(",", ""))
    value = _value(match[0]) if match else None
    return show_yen(value) if value is not None else "1,000円"


def show_yen(n: int) -> str:
    """1,000円, or 無料 for 0."""
    return f"{n:,}円" if n else "無料"


@dataclass(frozen=True, slots=True)
class Fees:
    """What belonging to a group costs, in yen, None where nothing is said; the note keeps what has no fixed amount."""

    joining: int | None = None
    yearly: int | None = None
    monthly: int | None = None
    per_time: int | None = None
    note: str = ""


_JOINING = "入会(?:金|費)"
_FEE_KINDS = {
    "joining": _JOINING,
    "yearly": f"年会費|(?:会費[:は]?)?{_PER_YEAR}",
    "monthly": f"月会費|(?:会費[:は]?)?{_PER_MONTH}",
    "per_time": rf"(?:参加費?)?{_PER_TIME}(?:の?参加)?(?:につき|あたり|ごとに?)?",
}
_FEE = re.compile(
    rf"(?:(?P<joining>{_FEE_KINDS['joining']})|(?P<yearly>{_FEE_KINDS['yearly']})"
    rf"|(?P<monthly>{_FEE_KINDS['monthly']})|(?P<per_time>{_FEE_KINDS['per_time']}))(?:[:=]|は|が)?"
    rf"(?:(?P<amount>{_AMOUNT})|(?P<free>{_FREE})){_TAXED}"
)
_FEE_AFTER = re.compile(
    rf"(?:会費|参加費)?[:=は]?(?P<amount>{_AMOUNT})/(?:(?P<yearly>年)|(?P<monthly>月)|(?P<per_time>1?回))"
)
_NO_FEES = re.compile(rf"(?:会費)?(?:(?:は|も)?{_FREE})(?:です)?")
_ALL_FREE = re.compile("(?:すべて|全て|会費・参加費とも)?無料(?:です)?")
_BETWEEN = re.compile(r"(?:です)?[\s、,。/・;]+|です$|と(?=年|月|1回|入会)")
_BRACKETED = re.compile(r"\((?P<inside>[^()]{1,80})\)")
_REMARK = re.compile(
    r"※?(?P<inside>[^0-9円無、。/;()※]*(?:実費|別途|割り?勘|各自|自己負担|カンパ|寄付|応相談|要相談|減免|保険)[^0-9円無、。/;()※]*)"
)
_REMARK_IN_BRACKETS = re.compile(rf"(?!{_AMOUNT})(?![0-9]|.*税[別抜]).+")


def parse_fees(text: str) -> Fees | Unclear:
    """The fees a text gives: 入会金なし 年会費1,000円 / 月500円 / 1回300円; a sum without its period is refused.

    Rules: too-long, money.
    """
    refused = too_long(text)
    if refused:
        return refused
    plain = closed_up(text)
    if _ALL_FREE.fullmatch(plain):
        return Fees(0, 0, 0, 0)
    if _NO_FEES.fullmatch(plain):
        return Fees(yearly=0, monthly=0)
    found = _fee_parts(plain)
    return Unclear("money", text, _fees_suggestion(plain)) if found is None else _fees(*found)


def _fee_parts(plain: str) -> tuple[dict[str, int], tuple[str, ...]] | None:
    """The amounts by kind and the remarks; None if a part is neither, or two parts give the same kind."""
    amounts: dict[str, int] = {}
    notes: list[str] = []
    position = 0
    while position < len(plain):
        fee = _FEE.match(plain, position) or _FEE_AFTER.match(plain, position)
        note = None if fee else _note_at(plain, position, bool(amounts))
        between = None if fee or note else _BETWEEN.match(plain, position)
        step = fee or note or between
        if step is None:
            return None
        if fee and not _add(amounts, fee):
            return None
        if note:
            notes.append(note["inside"].strip())
        position = step.end()
    return (amounts, tuple(notes)) if amounts or notes else None


def _note_at(plain: str, position: int, after_amount: bool) -> re.Match[str] | None:
    """A remark that starts at a position; in brackets behind an amount it may name amounts for others."""
    bracketed = _BRACKETED.match(plain, position)
    if bracketed:
        inside = bracketed["inside"]
        return bracketed if after_amount and _REMARK_IN_BRACKETS.fullmatch(inside) else None
    return _REMARK.match(plain, position)


def _add(amounts: dict[str, int], fee: re.Match[str]) -> bool:
    """Whether a fee is new and has a value; if so it is in the amounts afterwards."""
    groups = fee.groupdict()
    kind = next(name for name in _FEE_KINDS if groups.get(name))
    value = 0 if groups.get("free") else _value(fee["amount"])
    if value is None or kind in amounts:
        return False
    amounts[kind] = value
    return True


def _fees(amounts: dict[str, int], notes: tuple[str, ...]) -> Fees:
    names = (amounts.get(kind) for kind in _FEE_KINDS)
    joining, yearly, monthly, per_time = names
    return Fees(joining, yearly, monthly, per_time, "、".join(notes))


def _fees_suggestion(plain: str) -> str:
    """The text's first amount with a period, which is most often what is missing."""
    label = "1回" if "回" in plain else "年会費" if "年" in plain else "月会費"
    return f"{label}{_first_amount(plain)}"


@dataclass(frozen=True, slots=True)
class Price:
    """What an event costs, in yen; None where no single amount says it, and then the note says it all."""

    amount: int | None
    note: str = ""


_PARTICIPATION = "(?:参加[費料]?|費用|料金|会費|入場料?|受講料?|観覧料?|見学|聴講)"
_ONE_PERSON = "(?:(?:参加者)?お?(?:1|一)(?:人|名)(?:分|様)?(?:あたり|につき|様)?)"
_PURPOSE = "(?:材料費|資料代|テキスト代|教材費|保険料|傷害保険料?|食材費|お茶代|茶菓代|会場費|オイル代|乗船料|実費)"
_UNIT = "(?:1|一)(?:組|チーム|家族|ペア|世帯|団体|グループ|回|台|区画)"
_ASIDE = r"(?:\((?P<inside>[^()]{1,100})\)|[・、。※]+(?P<remark>[^()円]{1,100}))?"
_PRICE = re.compile(
    rf"{_PARTICIPATION}?(?:は|:|=)?{_ONE_PERSON}?(?P<before>{_PURPOSE}|{_UNIT}(?:あたり|につき)?)?(?:は|:|=|として)?{_ONE_PERSON}?"
    rf"(?P<amount>{_AMOUNT})(?P<tax>\(?税込み?\)?)?(?:/(?:(?:1|一)?(?:人|名)|(?P<after>(?:1|一)?(?:回|組|チーム|家族))))?"
    rf"{_ASIDE}(?:です)?"
)
_FREE_PRICE = re.compile(rf"{_PARTICIPATION}?(?:は|:|=)?{_FREE}(?:です)?{_ASIDE}")
_ABOUT_MONEY = re.compile(
    rf"{_AMOUNT}|円|無料|実費|有料|カンパ|寄付|投げ銭|未定|問い?合わ?せ|お心付け|相談|によ[りっ]|異な|会費|別途|ありません|なし"
)
# A remark that makes the amount another one for somebody, or not the whole price.
_CHANGES_AMOUNT = re.compile(
    r"税別|税抜|[0-9一二三四五六七八九十百千万]円|別途?|無料|実費|有料|[0-9]割|半額|割引|免除|初回|以上|以下|未満|から|~|1組|全[0-9]"
    r"|[0-9]{3}|方|のみ|会員|大人|子|小学|中学|高校|学生|歳|一般|市[内外民]|区民|前売|当日券|付き添い|家族"
)


def parse_price(text: str) -> Price | Unclear:
    """What an event costs: 500円（材料費）, 無料; several amounts stay together as written. Rules: too-long, money."""
    refused = too_long(text)
    if refused:
        return refused
    plain = closed_up(text)
    if plain.isascii() and plain.isdigit():
        value = _value(plain)
        return Unclear("money", text, "500円") if value is None else Price(value)
    free = _FREE_PRICE.fullmatch(plain)
    aside = (free["inside"] or free["remark"] or "") if free else ""
    if free and not _CHANGES_AMOUNT.search(aside):
        return Price(0, aside)
    return _one_price(plain) or _as_written(text, plain)


_IF_ANY = re.compile(r"(?:有り?|あり)\s*[(（](?P<amount>[^()（）]{0,60}[0-9０-９][^()（）]{0,60})[)）]")
_NO_FEE_AT_ALL = re.compile(
    r"(?P<before>^|[、,，・/／\s])会費\s*[:：は]?\s*(?:なし|無し|無(?!料)|無料)(?=[、,，・/／\s])"
)
_NO_FEE_LAST = re.compile(r"(?P<before>[、,，・/／\s])会費\s*[:：は]?\s*(?:なし|無し|無|無料)$")
_NO_FEES_IN_WORDS = "年会費なし、月会費なし"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "yen": _YEN,
    "first_amount": _FIRST_AMOUNT,
    "no_limit": _NO_LIMIT,
    "most": _MOST,
    "fee_kinds": _FEE_KINDS,
    "fee": _FEE,
    "fee_after": _FEE_AFTER,
    "no_fees": _NO_FEES,
    "all_free": _ALL_FREE,
    "between": _BETWEEN,
    "bracketed": _BRACKETED,
    "remark": _REMARK,
    "remark_in_brackets": _REMARK_IN_BRACKETS,
    "price": _PRICE,
    "free_price": _FREE_PRICE,
    "about_money": _ABOUT_MONEY,
    "changes_amount": _CHANGES_AMOUNT,
    "if_any": _IF_ANY,
    "no_fee_at_all": _NO_FEE_AT_ALL,
    "no_fee_last": _NO_FEE_LAST,
    "no_fees_in_words": _NO_FEES_IN_WORDS,
}


def spelled_out(text: str) -> str:
    """Costs in a list as they are said: 有り(100円/月) is 100円/月, no 会費 beside others is none of any kind."""
    text = _IF_ANY.sub(lambda found: found["amount"], text.strip())
    for pattern in (_NO_FEE_AT_ALL, _NO_FEE_LAST):
        text = pattern.sub(lambda found: found["before"] + _NO_FEES_IN_WORDS, text)
    return text


def is_about_money(text: str) -> bool:
    """Whether a text says anything about what something costs, be it only 実費 or お問い合わせください."""
    return bool(_ABOUT_MONEY.search(closed_up(text)))


def _one_price(plain: str) -> Price | None:
    """The price of a text that gives one amount for everybody."""
    match = _PRICE.fullmatch(plain)
    aside = (match["inside"] or match["remark"] or "") if match else ""
    if match is None or _CHANGES_AMOUNT.search(aside):
        return None
    value = _value(match["amount"])
    parts = (match["before"], (match["tax"] or "").strip("()"), match["after"], aside)
    return None if value is None else Price(value, "、".join(part for part in parts if part))


def _as_written(text: str, plain: str) -> Price | Unclear:
    """A price nobody can put into one number, kept whole as its own note; refused if it is not about money."""
    if _ABOUT_MONEY.search(plain):
        return Price(None, text.strip())
    return Unclear("money", text, "500円（材料費）")
