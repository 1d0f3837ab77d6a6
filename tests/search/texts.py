"""Texts that fold in odd ways, for everything that has to fold as Python does."""

from collections.abc import Sequence
from random import Random

ODD = (
    "",
    "　",
    "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟﾌﾟ",
    "か\u3099き\u3099",
    "\u3099か",
    "ヴァヴィヴヴェヴォ",
    "ふぁふぃふぇふぉ ファイル フォーク",
    "ヽヾゝゞ々〆ヶヵ",
    "㈱①⑳㌔㍿Ⅳ½ﬁ",
    "サ－クル サ‐クル サ—クル あ--い ー- -ー",
    "サーーーークル",
    "ÀÉÎÕÜ ßẞ İı ΑΣ ς σ",
    "é e\u0301 n\u0303",
    "𠮷野家 𩸽 😀 👨‍👩‍👧",
    "第２・第４土曜　１０：００〜１２：００",
    "Ｗｉ－Ｆｉ (042)000-0011 a.b@example.org",
    "髙﨑邊齋濵嶋廣澤瀨國",
    "ﾎﾞﾗﾝﾃｨｱ ﾎﾞﾗﾝﾃｲｱ",
    "子供こども子ども コドモ",
    "お年寄りお年寄御年寄り",
    "한국어 中文 Ελληνικά русский",
    "、。「」（）・…―〜♪★→",
    "ぢづゐゑヂヅヰヱ",
    "グラウンド・ゴルフ",
)
# Latin, kana with its marks, half and full width, kanji, what stands between them.
USUAL = (
    (0x20, 0x7F),
    (0x3001, 0x3100),
    (0xFF01, 0xFFA0),
    (0x3099, 0x309B),
    (0x4E00, 0x4F00),
    (0x9AD8, 0x9AE8),
    (0x3300, 0x3358),
    (0x2460, 0x2474),
    (0x300, 0x310),
    (0x391, 0x3AA),
    (0xC0, 0x100),
)
EVERY_KANA = tuple(chr(code) for code in (*range(0x3041, 0x3100), *range(0xFF61, 0xFFA0)))
ORDINARY = tuple(chr(code) for part in USUAL for code in range(*part))
# A vocabulary of the tests' own, as words are written in content/vocabulary/.
WORDS = {
    "spellings": [
        ["子ども", "子供", "こども"],
        ["お年寄り", "御年寄り"],
        ["ボランティア", "ボランテイア"],
        ["ごみ", "ゴミ"],
    ],
    "synonyms": [["手話", "しゅわ通訳"], ["高齢者", "シニア"], ["スマホ", "スマートフォン"]],
    "readings": {"防災": "ぼうさい", "訓練": "くんれん", "手話": ["しゅわ", "てばなし"]},
}


def accidents(count: int, *, rarely: Sequence[str] = ORDINARY) -> tuple[str, ...]:
    """Strings of letters that people here can type, one letter in ten of those that are rare."""
    dice = Random(4)
    return tuple(
        "".join(dice.choice(ORDINARY if dice.random() < 0.9 else rarely) for _ in range(dice.randint(1, 24)))
        for _ in range(count)
    )
