"""Which letters count as the same when searching: tables shared by Python and the browser."""

from typing import Final

from generator.japanese.dates import KANJI_DIGITS

_KATAKANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_ITERATION: Final = {ord("ヽ"): ord("ゝ"), ord("ヾ"): ord("ゞ")}
TO_HIRAGANA: Final = _KATAKANA | _ITERATION

# ファ and ハ, ヴァ and バ are heard as one; テイ and ティ are met by making small kana large.
SOFT: Final = {
    first + second: plain
    for first, row in (("ふ", "はひへほ"), ("ゔ", "ばびべぼ"))
    for second, plain in zip("ぁぃぇぉ", row, strict=True)
}

_SMALL_AND_OLD: Final = "ぁぃぅぇぉっゃゅょゎゕゖぢづゔゐゑ"
KANA: Final = dict(zip(_SMALL_AND_OLD, "あいうえおつやゆよわかけじずぶいえ", strict=True))

_PAIRS: Final = (
    "髙高 﨑崎 邊辺 邉辺 齋斎 齊斉 濵浜 濱浜 嶋島 嶌島 廣広 澤沢 瀨瀬 國国 惠恵 眞真 會会 學学 體体 櫻桜 "
    "藝芸 圓円 壽寿 縣県 德徳 榮栄 豐豊 靑青 淸清 曾曽 檜桧 冨富 舘館 峯峰 槇槙 橫横 彥彦 穗穂 繩縄 舊旧 "
    "驛駅 龍竜 瀧滝 籠篭 鷗鴎"
)
KANJI: Final = {pair[0]: pair[1] for pair in _PAIRS.split()}

LETTERS: Final = KANA | KANJI | {"ς": "σ"}
"""Single letters folded one to one, after case, width and katakana are gone."""

DASHES: Final = "-‐‑‒–—―−─━"
"""What is typed for ー between kana."""
# What the browser has to know as well: theme/scripts/tables.js; LETTERS come in search-index/start.json.
SHARED: Final = {"soft": SOFT, "dashes": DASHES, "digits": KANJI_DIGITS}
