"""Readings that depend on what stands beside a word: weekdays, numbers and their counters, kanji of two readings.

A word of the reading table has one reading wherever it stands. What is here has several, and the letters before and
after decide; where they do not, no reading is given, for a wrong one is worse than none.
"""

from collections.abc import Iterator
from typing import Final

from generator.search.context import NO_KANJI, Context
from generator.search.counters import counted

_WEEKDAYS: Final = {
    "月": "げつ",
    "火": "か",
    "水": "すい",
    "木": "もく",
    "金": "きん",
    "土": "ど",
    "日": "にち",
    "祝": "しゅく",
}
_DAY: Final = "[月火水木金土日祝]"
_JOIN: Final = "[・、,，･／/〜~～-]"
# Days that are written together and that are no other word, as 土木 and 月日 are.
_TOGETHER: Final = (
    "土日祝",
    "土日",
    "日祝",
    "月火水木金",
    "月水金",
    "火木土",
    "火水木",
    "月水",
    "月木",
    "月金",
    "火木",
    "火金",
    "水金",
)

# Where a list of weekdays begins: 水・土の夜, 毎週水・土の夜; after 水の, 土 may be earth.
_LIST_BEGINS: Final = "(?:^|[ 　、。：:（(]|毎週|隔週|毎月|第[0-9一二三四五])"

_AFTER_WHAT: Final = ("かい", "じ", "にち", "めい", "ど", "ねん", "さい", "ようび", "がつ")

_SAID: Final = (
    # People.
    Context("1人", "ひとり"),
    Context("2人", "ふたり"),
    Context("1人分", "いちにんぶん"),
    Context("2人分", "ふたりぶん"),
    Context("1人前", "いちにんまえ"),
    Context("2人前", "ににんまえ"),
    Context("一人前", "いちにんまえ"),
    Context("二人前", "ににんまえ"),
    Context("二人三脚", "ににんさんきゃく"),
    Context("三日月", "みかづき"),
    Context("何人", "なんにん"),
    Context("人", "じん", "外国$|日本$|中国$|韓国$|社会$|米国$"),
    Context("人", "ひと", f"{NO_KANJI}$", "[^\u3005\u3400-\u9fff]|$"),
    Context("人", "ひと", "", "通り"),
    Context("大人", "おとな", "", "[^数気]|$"),
    Context("大人数", "おおにんずう"),
    Context("大人気", "だいにんき"),
    # Days.
    Context("1日", "ついたち", "月$"),
    Context("1日", "ついたち", "", f"[（(]{_DAY}"),
    Context("1日", "いちにち", "", "中|がかり|だけ|かけ|体験|[0-9]+[回食個]|あたり|当たり|目|かぎり|限り"),
    Context("1日間", "いちにちかん"),
    Context("一日", "ついたち", "月$"),
    Context("一日", "いちにち"),
    Context("日", "ひ", "[のたいる]$|その$|この$|あの$", "[^\u3005\u3400-\u9fff]|$"),
    Context("月", "つき", f"{NO_KANJI}$", "[0-9一二三四五六七八九十何数]|に|ごと|ぎめ|の|が|を"),
    Context("木", "き", f"{NO_KANJI}$", "[をのにがでや]"),
    Context("土", "つち", f"{NO_KANJI}$", "[をのにがでや]|づくり|いじり"),
    Context("火", "ひ", f"{NO_KANJI}$", "[をのにがで]|おこし|ばさみ"),
    Context("水", "みず", "", "遊び|まき|たまり"),
    Context("金", "かね", f"{NO_KANJI}$", "[をのにがで]"),
    Context("日", "ひ", f"{NO_KANJI}$", "[をがござ]"),
    Context("月日", "つきひ"),
    Context("土木", "どぼく"),
    Context("毎月", "まいつき"),
    Context("今日", "きょう", "", "[^\u3005\u3400-\u9fff]|$"),
    Context("日中", "にっちゅう", r"(?:[^0-9\u3005\u3400-\u9fff]|^)$"),
    Context("定休日", "ていきゅうび"),
    Context("一昨日", "おととい"),
    Context("昨日", "きのう"),
    Context("今年", "ことし", "", "[^\u3005\u3400-\u9fff]|$"),
    Context("今年度", "こんねんど"),
    # Numbers in kanji that are words.
    Context("一番", "いちばん"),
    Context("一回", "いっかい"),
    Context("一年", "いちねん"),
    Context("一度", "いちど"),
    # Parts of a day, a house, a body; times and places.
    Context("中", "じゅう", "年$|日$|世界$|町$|市$|国$"),
    Context("中", "ちゅう", "期間$|開催$|実施$|募集$|準備$|活動$|使用$|工事$|会議$|授業$|午前$|休館$|受付$"),
    Context("中", "なか", "[のたいる]$", "[^\u3005\u3400-\u9fff]|$"),
    Context("間", "あいだ", "[のたいる]$", "[^\u3005\u3400-\u9fff]|$"),
    Context("前", "まえ", "[のたいる分日年月駅校館]$|開始$|終了$|時間$", "[^\u3005\u3400-\u9fff]|$"),
    Context("前", "まえ", "", "[のもはにを]"),
    Context("後", "ご", "終了$|開始$|[日年月間分]$|放課$", "[^\u3005\u3400-\u9fffろ]|$"),
    Context("上", "うえ", "の$", "[^\u3005\u3400-\u9fffが下]|$"),
    Context("下", "した", "の$", "[^\u3005\u3400-\u9fffが]|$"),
    Context("上", "うえ", f"{NO_KANJI}$", "[のに][^\u3005]"),
    Context("下", "した", f"{NO_KANJI}$", "[のに][^\u3005]"),
    Context("外", "そと", f"{NO_KANJI}$", "[でにへを]"),
    Context("市", "し", "(?:^|[^\u3005\u3400-\u9fffァ-ヶーの])$", "[がの]|から"),
    Context("市場", "いちば", "青空$|朝$|魚$"),
    Context("上手", "じょうず", "", "[なにで]"),
    Context("下手", "へた", "", "[なでの]"),
    Context("手", "て", f"{NO_KANJI}$", "[をでがにも]"),
    Context("目", "め", f"{NO_KANJI}$", "[のがをに]"),
    Context("目", "め", "[回日人年番週月]$"),
    Context("色", "いろ", f"{NO_KANJI}$", "[をがのも]"),
    Context("字", "じ", f"{NO_KANJI}$", "[がをのも]"),
    Context("他", "ほか", f"{NO_KANJI}$", "[のにも]"),
    Context("私", "わたし", f"{NO_KANJI}$", "[たがはのもを]"),
    Context("方", "ほう", "(?:[右左東西南北奥手山川駅町海畑橋坂]|ちら)の$"),
    Context("方", "かた", "めて$|持ちの$|[なゆ]い$|ある$|の$|きる$|たい$", "[もはへにとを、。]"),
    # 何.
    Context("何", "なん", "", "[での]"),
    Context("何", "なに", "", "[かがをもよ]"),
    *(
        Context(f"何{word}", f"なん{reading}")
        for word, reading in zip(["回", "時", "日", "名", "度", "年", "歳", "曜日", "月"], _AFTER_WHAT, strict=True)
    ),
    # Verbs and adjectives: the kana behind them decide, and for some the particle before them.
    Context("行", "おこな", "", "[わいえおう]"),
    Context("行", "おこな", "[をも]$", "[っ]"),
    Context("行", "い", "[へにて]$|まで$|から$", "[かきくけこっ]"),
    Context("行", "い", "", "[かきくけこ]"),
    Context("開", "ひら", "を$|に$|で$|回$", "[かきくいこ]"),
    Context("開", "あ", "(?:窓|戸|口|ふた|鍵|かぎ|ドア|箱|栓|店)を$|大きく$", "け"),
    Context("開", "あ", "(?:窓|戸|口|ふた|鍵|かぎ|ドア|箱|店)が$|席が$", "[いきく]"),
    Context("開", "あ", "", "け方|け閉め"),
    Context("入", "い", "気に$|お気に$|[をけ]$", "[らりるれっ]"),
    Context("入", "い", "", "れ|り口"),
    Context("入", "はい", "[にへ、]$|^$|も$|が$|は$", "[らりるっろ]"),
    Context("通", "かよ", "", "[わいうえお]"),
    Context("通", "かよ", "[塾校室院場園館所]に$", "っ"),
    Context("通り", "どおり", "[^をがはもにへでのとやぐ、。・「」（）() 　]$", "(?![まかが抜過])"),
    Context("通", "とお", "", "[らりるれす]"),
    Context("空", "あ", "", "[いきく]"),
    Context("空", "そら", f"{NO_KANJI}$", "[をがのにへ]"),
    Context("生", "い", "", "け花|きもの|き物|き生き|きがい|か"),
    Context("生", "う", "", "まれ|む|み出"),
    Context("重", "おも", "", "[いくさ]"),
    Context("重", "かさ", "", "[なね]"),
    Context("降", "お", "", "[りろ]"),
    Context("降", "ふ", "", "[るっれ]"),
    Context("止", "と", "", "[まめ]"),
    Context("話", "はな", "", "[すしせそ]"),
    Context("話", "はなし", f"{NO_KANJI}$", "[をがのにも]"),
    Context("会", "あ", "", "[いうえっわ]"),
    Context("会", "かい", f"{NO_KANJI}$", "[をがのでにはへも]"),
    Context("数", "かぞ", "", "え"),
    Context("数", "かず", f"{NO_KANJI}$", "[がをのも]"),
    Context("裏", "うら", f"{NO_KANJI}$"),
    Context("角", "かど", f"{NO_KANJI}$", "を曲"),
)


def contexts() -> tuple[Context, ...]:
    """All of them, the more particular before the more general, so that the first that fits is right."""
    return (*_weekdays(), *counted(), *_SAID)


def _weekdays() -> Iterator[Context]:
    for run in _TOGETHER:
        reading = "".join(_WEEKDAYS[day] for day in run)
        yield Context(run, reading, f"{NO_KANJI}$", "(?:曜|の|は|も|に|、|・|）|\\)| |$)")
    beside = rf"(?:{_JOIN}{_DAY})*"
    for day, reading in _WEEKDAYS.items():
        yield Context(day, reading, rf"[（(](?:{_DAY}{_JOIN})*$", rf"{beside}(?:[）)]|$)")
        yield Context(day, reading, r"(?:第[0-9一二三四五]|毎週|隔週)$", "(?!曜)")
        yield Context(day, reading, "", rf"(?:{_JOIN}{_DAY})+曜")
        # 水・土の夜: a list that begins and ends where no other word does.
        yield Context(
            day, reading, rf"{_LIST_BEGINS}(?:{_DAY}{_JOIN})*$", rf"(?:{_JOIN}{_DAY})+(?:[^\u3005\u3400-\u9fff]|$)"
        )
        yield Context(day, reading, rf"{_LIST_BEGINS}(?:{_DAY}{_JOIN})+$", r"(?:[^\u3005\u3400-\u9fff]|$)")
        # 第1・3土の夜, 第2、4金.
        yield Context(day, reading, rf"第[0-9一二三四五](?:{_JOIN}第?[0-9一二三四五])+$", "(?!曜)")
        # 水 10時, 【土】13:00, 金：休み: as a heading or before a time of day.
        yield Context(day, reading, r"(?:^|[ 　、。])$", "[ 　]*(?:[0-9]{1,2}[時:：]|午[前後])|[：:]")
        yield Context(day, reading, r"[【［\[〔]$", r"[】］\]〕]")
        yield Context(f"{day}曜日曜", f"{reading}ようにちよう")
        yield Context(day, reading, "^$", rf"(?:{_JOIN}{_DAY})*$")
        yield Context(day, reading, rf"^(?:{_DAY}{_JOIN})+$", rf"(?:{_JOIN}{_DAY})*$")
