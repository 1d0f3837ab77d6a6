"""Where a word begins and ends in a text without spaces, as far as the letters beside it tell."""

import re

# What may stand right behind a noun that ends in kanji, katakana or latin letters and is followed by a kanji.
_GOES_ON = re.compile(
    "[0-9〇一二三四五六七八九十百千数各約等他可両]|貸し?出|貸し|貸与|ご?利用|ご?使用|提供|募集|希望|一式|用意|探|求|不要|必要|"
    "借|譲|寄付|寄贈|無料|無償|有償|持参|持込|有り|無し|全般|担当|経験|講師|指導|出張|協力|支援|補助|係|役"
)
# What may stand right behind a noun that ends in hiragana and is followed by one.
_SUFFIX = (
    "など|なら|だけ|まで|また|くらい|ぐらい|ほか|しか|より|あり|ある|ない|なし|"
    "さ(?:せ|れ)|し(?:て|ます|ませ|たい)|す(?:る)|です|でき|いた|くだ"
)
_PARTICLE = re.compile(f"[をがはもとやのにでへか]|{_SUFFIX}")
_PARTICLE_BEHIND_SHORT = re.compile(
    "[とや](?!り)|[をがはもとやのにでへか](?:(?![ぁ-ゖ])|(?=[はもをの]|でも|あ[りる]|な[いくどし]|い[りるた]|ほし|お|ご|かり|かし|つか|"
    f"たり[なま]|ゆず|もら|くだ|さが|ひと|ふた|でき|どう|よ[うく]|ほか|うち|ため))|{_SUFFIX}"
)
# What stands before a noun in hiragana where it begins a word.
_BEFORE_HIRAGANA = "のとやもがはをにでかな"
# So many letters of hiragana stand inside no other word by chance.
_LONG = 4
_BEFORE_KANJI = re.compile(
    "(?:大型|小型|中型|簡易|携帯|手動|電動|移動|貸し?|各種?|新|旧|古|大|小|中|出張|出前|無料|臨時|共同|合同)$"
)
# What may stand right before a noun in katakana: how large it is, whose, of what, since when.
_BEFORE_KATAKANA = re.compile(
    "(?:[型式製用色新旧古各大小全両約他等計台脚張個枚本組人]|簡易|携帯|手動|電動|移動|共同|備品|屋外|屋内|野外|中古|不要|余剰|無料|有料|"
    "当日|今年|来年|毎年|毎月|毎週|現在|会場|最新|折畳|組立|市販|自作|手製|手作|貸出|液晶|学校|集会|会議|行事|運動会|"
    "地域|町会|自治会|団体|当会|本会)$"
)
_SORTS = {"kanji": "[々一-鿿]", "katakana": "[ァ-ヺー]", "hiragana": "[ぁ-ゖ]", "latin": "[a-z]", "number": "[0-9]"}
_SORT = re.compile("|".join(f"(?P<{name}>{letters})" for name, letters in _SORTS.items()))


def _sort(letter: str) -> str:
    found = _SORT.match(letter)
    return (found.lastgroup or "") if found else ""


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a folded text is a word of its own, as far as the letters beside it tell."""
    # A name with を is the stem of something done (太鼓をたた), behind which any ending may come.
    return _begins(text, start, end) and ("を" in text[start:end] or _ends(text, end, end - start))


def _begins(text: str, start: int, end: int) -> bool:
    before, first = _sort(text[start - 1 : start]), _sort(text[start])
    if first == "kanji" and before == "kanji":
        # 大会議室 is a 会議室, but 写真 is not in 古写真館: only long names stand as the heads of compounds.
        long = all(_sort(letter) == "kanji" for letter in text[start : start + 3]) and end - start >= 3
        return long or bool(_BEFORE_KANJI.search(text[max(0, start - 2) : start]))
    if first == "kanji" and before == "katakana":
        return end - start > 1
    if first == "katakana" and before == "kanji":
        # 防犯カメラ is no カメラ that one borrows.
        return bool(_BEFORE_KATAKANA.search(text, max(0, start - 3), start))
    if first == "hiragana" and before in ("hiragana", "kanji"):
        return before == "hiragana" and (text[start - 1] in _BEFORE_HIRAGANA or end - start >= _LONG)
    return first != before or first not in ("katakana", "latin", "number")


def _ends(text: str, end: int, length: int) -> bool:
    last, after = _sort(text[end - 1]), _sort(text[end : end + 1])
    if after == "kanji":
        return bool(_GOES_ON.match(text, end))
    if last == "hiragana" and after == "hiragana":
        # くわ is not in くわがた; a long name goes on in no other word.
        return bool((_PARTICLE if length >= _LONG else _PARTICLE_BEHIND_SHORT).match(text, end))
    if after == "katakana":
        return last == "latin" or text[end] == "・"
    return last != after or last not in ("katakana", "latin")
