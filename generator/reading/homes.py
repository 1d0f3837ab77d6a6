"""Where a text says somebody lives, down to the house: 代表宅（中町1-2-3）, 住所は若葉2丁目3番4号."""

import re

# A house number: 中町1-2-3, 中町 1-2-3, 本町1丁目2番3号, 五番地, 大字中町12; not 電話042-…, 3-4年生, 10-12時.
# Two numbers alone are often from so many to so many: 約2-3件, 週1-2度.
_NUMBER = "[0-9０-９一二三四五六七八九十]"
_TOWN = "[\u4e00-\u9fff々ヶ]"
_DASH = "[-－ー‐‑−―の]"
_HOUSE = (
    rf"(?:{_NUMBER}{{1,3}}丁目[ 　]?{_NUMBER}{{1,3}}|{_NUMBER}{{1,4}}番地"
    rf"|{_NUMBER}{{1,3}}番[ 　]?{_NUMBER}{{1,3}}号(?![車室])"
    rf"|大字{_TOWN}{{1,6}}[1-9１-９][0-9０-９]{{0,3}}(?![0-9０-９年月日時名人回])"
    rf"|(?!第){_TOWN}(?:[1-9１-９][0-9０-９]{{0,3}}|[ 　][1-9１-９][0-9０-９]?)(?:{_DASH}[0-9０-９]{{1,4}}){{2,3}}"
    "(?![0-9０-９－ー年月日時名人歳回組-])"
    rf"|(?![第約全計各毎週平日月年曜度線巻号]){_TOWN}[1-9１-９][0-9０-９]{{0,3}}{_DASH}[0-9０-９]{{1,4}}"
    "(?![0-9０-９－ー‐‑−―年月日時名人歳回組件箇か所ヶヵカケ度巻曲分冊枚本台個円点歩班階丁系倍週-]))"
)
_HOME = "(?:自|お|代表者?|会長|会員|会計|事務局長|個人|さん|様|氏)宅"
_AT_HOME = re.compile(rf"{_HOME}[^。\n]{{0,30}}?{_HOUSE}|{_HOUSE}[^。\n0-9０-９]{{0,6}}?{_HOME}")
_LIVES_AT = re.compile(
    r"(?:住所|連絡先|問い?合わ?せ|申し?込み?先|送り先|送付先|郵送先|宛先|あて先|代表|会長|事務局|世話人|〒\s?[0-9０-９]{3}[-－ー]?[0-9０-９]{4})"
    rf"[^。\n]{{0,30}}?{_HOUSE}"
)
# A building that is nobody's home, named beside the number; a town may be called like one (花園3丁目, 国分寺市).
_FACILITY = re.compile(
    "(?:館|センター|ホール|会議室|公園|学校|集会所|ビル|病院|医院|寺|神社|教会|役所|"
    "役場|プラザ|広場|店|教室|園|支所|大学|会社|法人|郵便局|協議会|財団|課|係)"
    rf"(?![市町村区]|[ 　]?{_NUMBER}{{1,3}}(?:丁目|番|{_DASH}[0-9０-９]))"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "at_home": _AT_HOME,
    "lives_at": _LIVES_AT,
    "facility": _FACILITY,
}

# What stands in every text in which a pattern may find something, quicker to look for than the pattern itself.
SIGNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("宅",), _AT_HOME),
    (
        (
            *("住所", "連絡先", "合わせ", "合せ", "込先", "込み先", "り先", "付先", "送先", "宛先", "て先"),
            *("代表", "会長", "事務局", "世話人", "〒"),
        ),
        _LIVES_AT,
    ),
)


def home_in(text: str) -> str:
    """The first address in a text that is somebody's home, with the words that say so; empty if there is none."""
    match = _AT_HOME.search(text) or _lives_at(text)
    return match[0] if match else ""


def _lives_at(text: str) -> re.Match[str] | None:
    """An address that a text says somebody has, unless a building or an office is named near it."""
    found = (m for m in _LIVES_AT.finditer(text) if not _FACILITY.search(text[max(0, m.start() - 30) : m.end() + 20]))
    return next(found, None)
