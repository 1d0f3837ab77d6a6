"""Readings of numbers with their counters: days of the month, people, lengths of time, things."""

from collections.abc import Iterator
from typing import Final

from generator.search.context import Context


def _pairs(table: str) -> dict[str, str]:
    """Words and readings of a table written as 人:にん 名:めい."""
    return dict(pair.split(":") for pair in table.split())


_DAYS: Final = {
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}
_KANJI_DAYS: Final = dict(zip("二三四五六七八九十", tuple(_DAYS.values())[:9], strict=True)) | {"二十": "はつか"}
_KANJI_THINGS: Final = dict(
    zip("一二三四五六七八九", ("ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの"), strict=True)
)
_KANJI_NUMBERS: Final = dict(
    zip(
        "一二三四五六七八九十",
        ("いち", "に", "さん", "よ", "ご", "ろく", "しち", "はち", "きゅう", "じゅう"),
        strict=True,
    )
)

# Read alike after every number, though the number before them is not: 10回, 3曲.
_STEADY: Final = _pairs(
    """
    人:にん 人分:にんぶん 人前:にんまえ 人前後:にんぜんご 人目:にんめ
    名:めい 歳:さい 才:さい 日:にち 日間:にちかん 日目:にちめ
    月:がつ 月号:がつごう 年:ねん 年間:ねんかん 年生:ねんせい 年度:ねんど 週:しゅう 週間:しゅうかん
    周年:しゅうねん 時:じ 時半:じはん 時間:じかん 時間半:じかんはん 回:かい 回目:かいめ 回分:かいぶん 円:えん
    個:こ 枚:まい 台:だい 冊:さつ 組:くみ 曲:きょく 団体:だんたい 代:だい 号:ごう 号館:ごうかん 号室:ごうしつ
    番:ばん 番地:ばんち 丁目:ちょうめ 世帯:せたい 家族:かぞく 割:わり 点:てん 畳:じょう 度:ど 位:い
    級:きゅう 通:つう 校:こう 室:しつ 席:せき 種類:しゅるい 倍:ばい 部:ぶ 部屋:へや 字:じ 話:わ 着:ちゃく
    頭:とう 羽:わ 束:たば 袋:ふくろ 口:くち 品:ひん 線:せん 駅:えき 地区:ちく 小学校:しょうがっこう
    年分:ねんぶん 日分:にちぶん
    """
)
# After ヶ, か, カ: 3か月, 6か所.
_AFTER_KA: Final = _pairs("月:げつ 月間:げつかん 所:しょ 国:こく 国語:こくご 年:ねん 条:じょう")
# Counters whose first sound follows the number: the reading, and the numbers (by their end) after which it stands.
_CHANGING: Final = {
    "分": (("ぷん", "[134680]$"), ("ふん", "[2579]$")),
    "分間": (("ぷんかん", "[134680]$"), ("ふんかん", "[2579]$")),
    "分前": (("ぷんまえ", "[134680]$"), ("ふんまえ", "[2579]$")),
    "本": (("ぼん", "(?:^|[^0-9])3$|[2-9]3$|13$|000$"), ("ぽん", "[168]$|0$"), ("ほん", "[24579]$")),
    "匹": (("びき", "3$|000$"), ("ぴき", "[168]$|0$"), ("ひき", "[24579]$")),
    "杯": (("ばい", "3$|000$"), ("ぱい", "[168]$|0$"), ("はい", "[24579]$")),
    "階": (("がい", "3$"), ("かい", "[12456789]$|0$")),
    "軒": (("げん", "3$"), ("けん", "[12456789]$|0$")),
    "泊": (("ぱく", "[13468]$|0$"), ("はく", "[2579]$")),
    "足": (("ぞく", "3$|000$"), ("そく", "[12456789]$|0$")),
    "歩": (("ぽ", "[1368]$|0$"), ("ほ", "[24579]$")),
    "票": (("びょう", "3$|000$"), ("ぴょう", "[168]$|0$"), ("ひょう", "[24579]$")),
}
_NUMBER: Final = "[0-9]$"


def counted() -> Iterator[Context]:
    """What is read by the number before it, or is one word with it."""
    yield from _counters()
    yield from _days()
    yield from (Context(f"{kanji}つ", f"{reading}つ") for kanji, reading in _KANJI_THINGS.items())
    yield from (
        Context(f"{kanji}人", f"{reading}にん") for kanji, reading in _KANJI_NUMBERS.items() if kanji not in "一二"
    )


def _counters() -> Iterator[Context]:
    for word, reading in _AFTER_KA.items():
        yield Context(word, reading, "[0-9数何一二三四五六七八九十][ヶヵか箇カケ]$")
    yield Context("分", "ぶん", _NUMBER, "の[0-9一二三四五六七八九十]")
    for word, reading in _STEADY.items():
        yield Context(word, reading, _NUMBER)
    for word, cases in _CHANGING.items():
        yield from (Context(word, reading, before) for reading, before in cases)


def _days() -> Iterator[Context]:
    written = {str(n): reading for n, reading in _DAYS.items()} | _KANJI_DAYS
    for number, reading in written.items():
        before = "(?:^|[^第一二三四五六七八九十])$" if number in _KANJI_DAYS else "(?:^|[^第])$"
        yield Context(f"{number}日間", f"{reading}かん", before)
        yield Context(f"{number}日目", f"{reading}め", before)
        yield Context(f"{number}日", reading, before, "(?!曜)")
