"""What an offer sets as a condition and a need asks of the thing, in their own words, and what of it is met or open.

Words that no program can weigh are never passed over: a pair that depends on them says so.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.japanese.text import narrow
from generator.things.clauses import clauses, refuses, sentences
from generator.things.named import Named

# What something is carried for, by what is said of it.
_GOODS = re.compile(
    "荷物|荷台|引っ?越|道具|機材|資材|家具|ごみ|ゴミ|土のう|運搬|搬入|搬出|運べ|運ぶ|運ん|運び|軽トラ|トラック|品物"
)
_PEOPLE = re.compile(
    "送迎|送り迎え|移送|乗せて|乗せる|乗せられる方|乗せません|乗れ|同乗|乗車|会員|参加者|利用者|遠足|通院|お住まい|[0-9一二三四五六七八九十]人|"
    "人[はをも]|方[はをも]|方々|子ども[はをも]|お年寄り|高齢者|車いすの方"
)
# What is said of money and thanks excludes nobody.
_MONEY = re.compile("費用|実費|謝礼|お礼|料金|交通費|使用料|参加費|材料費|無料|有料|代金")
# What sets a condition.
_ONLY = re.compile(
    "だけ(?!で[はも])|のみ|に限|限定|限り|(?<!ど)(?<!日)(?<!曜)(?:なら|ならば)(?![ぶんべ])|であれば|でしたら|があれば|専用|"
    "(?:登録|予約|相談|申請|許可|資格|免許|会員証|申し?込み?)(?:が|は|も)?(?:必要|要り|いり|済み)|要(?:登録|予約|相談)|を条件|(?:以外|除)"
)
_FOR = re.compile(
    "(?:催し|行事|訓練|授業|講座|活動|まつり|祭り|学習|研修|式典|事業|目的|用途|[一-鿿ァ-ヺ]会)(?:に|へ|のために)(?:のみ|だけ|限り|無料で)?"
    "(?:お?貸し|使い|使う|お使い|ご利用|利用)"
)
_WHOM = re.compile(
    "(?:来られる|いらっしゃる)?[一-鿿ァ-ヺぁ-ん]{1,8}の(?:方|人|子)の(?:送迎|送り迎え|移送|付き添い|見守り)"
)
# Without one of these a sentence sets no condition.
_HINT = re.compile(
    "ません|ない|なし|無|不可|だめ|断|遠慮|控|困難|難し|中(?:です|$)|しました|ました|だけ|のみ|限|なら|あれば|でしたら|専用|必要|要|済み|条件|除|以外|"
    "貸|使|利用|の(?:方|人|子)の|かねます|こわれ|壊れ|故障"
)
# Words with a meaning of their own: a condition that shares one with a need speaks of it.
_WORD = re.compile("[一-鿿々]{2,}|[ァ-ヺー]{2,}")
_RUN = re.compile("[一-鿿々]+|[ァ-ヺー]+|[ぁ-ゖ]+")
# Words that stand in the conditions of all.
_COMMON = frozenset(
    {
        "団体",
        "場合",
        "利用",
        "使用",
        "市内",
        "会員",
        "登録",
        "必要",
        "以外",
        "運搬",
        "目的",
        "行事",
        "活動",
        "無料",
        "有料",
    }
    | {"相談", "地域", "地区", "時間", "学校", "子供", "一緒", "仲間", "派遣", "貸出", "可能", "不可"}
)
# A need's words right before a thing that say what it has to be or to do; not what is done with it (みそ汁に入れる).
_DONE = "集始調食育伝教考覚植支備入分付続届開決求温並添加締立当建上下捨燃進止貯比述受掛着抜混整数答迎与変替換"
_QUALITY = re.compile(
    f"(?:(?<![{_DONE}])[えけげてねべめれ]る|[話出貸直写]せる|(?<!で)ある|(?<!ら)ない|が[^、]*入る|動く|"
    "(?:低|高|広|大き|小さ|軽|明る|暗|新し|近|強|弱|静か|にぎやか)[いな])$"
)
_GIVEN = re.compile("(?:に使える|くださる|下さる|くれる|いただける|頂ける|もらえる|貸せる|譲れる|出せる)$")
_STATION = re.compile("駅(?:の(?:近く|そば|前)|前|から(?:近い|(?:歩いて)?[0-9]+分))")
_AT_STATION = re.compile("駅前|駅[^、。]{0,4}(?:出てすぐ|の近く|すぐ)|駅[^、。]{0,12}歩いて[1-5]分")
_LETTER = re.compile("[一-鿿々]")
_NUMBER = re.compile("[0-9]+")
_PEOPLE_IN = re.compile("([0-9]{1,5})(?:人|名|席|ほど(?!の?距離))")
_SEATS = re.compile(
    "(?:[0-9]+(?:人|名|席)?(?:ほど|くらい|ぐらい|以上)?が?|席が?|が)+(?:とれる|入る|入れる|座れる|集まれる|ある)$"
)
_DESKS = re.compile("(?<!座)机(?:が|を)?([0-9]+)(?:台|本|つ)")
_MATS = re.compile("和室|たたみ|畳|茶室|じゅうたん")
# A day until which something keeps is never taken for granted.
_KEEPS = re.compile("期限|賞味|未開封")


@dataclass(frozen=True, slots=True)
class Proviso:
    """One sentence of an offer that sets a condition, and the words in it that have a meaning of their own.

    refused: it says what is not given; carries: for what something is not carried, of goods and people.
    """

    sentence: str
    words: frozenset[str]
    refused: bool = False
    carries: frozenset[str] = frozenset()


class Quality(NamedTuple):
    """What a need asks of a thing: as it is written, and without the thing."""

    words: str
    said: str


def carried(text: str) -> frozenset[str]:
    """Whether something is carried for goods or for people, as far as what is not refused says."""
    return _carries("。".join(clause for clause in clauses(narrow(text)) if not refuses(clause)))


def _carries(text: str) -> frozenset[str]:
    return frozenset(name for name, said in (("goods", _GOODS), ("people", _PEOPLE)) if said.search(text))


def provisos(text: str, names: Container[str] = ()) -> Iterator[Proviso]:
    """The conditions that an offer sets, as written; not those that only refuse things of the vocabulary (`names`)."""
    for sentence in sentences(text):
        folded = narrow(sentence)
        if not _HINT.search(folded):
            continue
        refused = [clause for clause in clauses(folded) if refuses(clause) and not _MONEY.search(clause)]
        for clause in refused:
            carries, words = _carries(clause), _words(clause, names)
            if words or carries or not any(run in names for run in _RUN.findall(clause)):
                yield Proviso(sentence, words, refused=True, carries=carries)
        if not refused and _is_condition(folded):
            yield Proviso(sentence, _words(folded, names))


def _is_condition(sentence: str) -> bool:
    if _WHOM.search(sentence) or _FOR.search(sentence):
        return True
    return bool(_ONLY.search(sentence)) and not _MONEY.search(sentence)


def said_of(name: str, description: str, names: Container[str]) -> tuple[Proviso, ...]:
    """The conditions that a place's own words set for one of its rooms."""
    bare = re.sub("[(（].*?[)）]", "", name).strip()
    found = (sentence for sentence in sentences(description) if bare and bare in sentence)
    return tuple(proviso for sentence in found for proviso in provisos(sentence, names))


def _words(text: str, names: Container[str]) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word not in names) - _COMMON


def qualities(named: Iterable[Named], text: str) -> tuple[Quality, ...]:
    """What a need asks of its things: the words before each, and how near to a station it has to be."""
    station = _STATION.search(narrow(text))
    found = (Quality(words + each.word, words) for each in named if (words := _before(each.before)))
    return tuple(dict.fromkeys((*((Quality(station[0], station[0]),) if station else ()), *found)))


def _before(text: str) -> str:
    """The phrases right before a thing that say what it has to be, one after another (静かな、六畳ほどの)."""
    phrases: list[str] = []
    asked = False
    for phrase in reversed(text.split("、")):
        is_asked = bool(_QUALITY.search(phrase)) and not _GIVEN.search(phrase)
        if not is_asked and not phrase.endswith("の"):
            break
        phrases.insert(0, phrase)
        asked = asked or is_asked
    return "、".join(phrases) if asked else ""


def is_refused(offered: Iterable[Proviso], need: str, carries: frozenset[str]) -> bool:
    """Whether an offer says that it is not for what a need is for."""
    return any(
        each.refused and (not each.carries.isdisjoint(carries) or any(word in need for word in each.words))
        for each in offered
    )


def to_ask(offered: Iterable[Proviso], need: str, carries: frozenset[str]) -> tuple[str, ...]:
    """The conditions of an offer of which a need does not say whether it meets them, as they are written."""
    left = (each for each in offered if not _is_settled(each, need, carries))
    return tuple(dict.fromkeys(each.sentence for each in left))


def _is_settled(each: Proviso, need: str, carries: frozenset[str]) -> bool:
    if each.refused:
        # What is not carried is known, and so is what the need has carried: `is_refused` has held them together.
        return bool(each.carries and carries)
    return any(word in need for word in each.words)


def lacks(asked: Iterable[Quality], offered: str, capacity: int) -> bool:
    """Whether an offer cannot be what a need asks of it; capacity: in people, 0 where nobody says."""
    for _, said in asked:
        desks = _DESKS.search(said)
        if desks and (_MATS.search(offered) or 0 < capacity < int(desks[1])):
            return True
        if _KEEPS.search(said) and not _KEEPS.search(offered):
            return True
    return False


def unknown(asked: Iterable[Quality], offered: str, capacity: int) -> tuple[str, ...]:
    """What a need asks of its thing and an offer does not speak of, as it is written."""
    return tuple(words for words, said in asked if not _is_met(said, offered, capacity))


def _is_met(said: str, offered: str, capacity: int) -> bool:
    if _STATION.fullmatch(said):
        return bool(_AT_STATION.search(offered))
    if capacity and _SEATS.search(said):
        return True
    letters = [found[-1] for phrase in said.split("、") if (found := _LETTER.findall(phrase))]
    numbers = set(_NUMBER.findall(said))
    return bool(letters) and all(each in offered for each in letters) and numbers <= set(_NUMBER.findall(offered))


def people_in(text: str) -> int:
    """How many people a text speaks of at most; 0 where it names no number."""
    return max((int(number) for number in _PEOPLE_IN.findall(narrow(text))), default=0)
