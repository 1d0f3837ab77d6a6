"""What the clauses of an offer or of a need say of what they name: that it is there, refused, asked for or at hand."""

import re
from collections.abc import Iterator

_SENTENCES = re.compile("[。！？!?\n;；]+")
_ENDS = re.compile("(?<=[。！？!?\n])")
_BRACKETS = re.compile(r"\(([^()]*)\)|「([^「」]*)」|\[([^\[\]]*)\]")
# Where one statement ends and another one begins within a sentence.
_JOINTS = re.compile(
    "(?<=です)が|(?<=ます)が|(?<=ません)が|(?<=ない)が|(?<=ある)が|(?<=ました)が|"
    "(?<=[すんいるた])(?:けれども?|けど|ので|のに|から(?!の))|(?<=[すんいるた])し、|(?<=なく)て?、|(?<=ます)、|(?<=です)、|(?<=ません)、|"
    "(?<=ました)、|、(?=ただし?)|(?<=[すんい]) "
)
# Refusals that refuse nothing of the thing, and what only looks like one.
_HARMLESS = re.compile(
    "(?:か?まい|構い|問題(?:は)?あり|差し支え(?:は)?あり|支障(?:は)?あり|かもしれ|かもしれ|すみ|だけではあり|に限り)ません|"
    "(?:謝礼|お礼|料金|費用|お金|お代|代金|使用料|会費|予約|申し?込み?|登録|資格|経験|条件|制限)(?:は|も|など|等)*"
    "(?:いりません|要りません|不要(?:です)?|必要ありません|かかりません|頂きません|いただきません|ありません|いただいていません|問いません|ない|なし|無し)|"
    "しか[^、。]{0,6}(?:ません|ない)|(?:わけ|訳)ではありません|遠慮なく|問いません|かかりません"
)
_REFUSED = re.compile(
    "(?:ません(?:でした)?|ない|なし|無し|無い|不可|だめ|かねます|お断り(?:します|しています|いたします)?|ご遠慮[^。]*|お控え[^。]*|"
    "こわれて(?:います|いる)?|壊れて(?:います|いる)?|(?:こわれ|壊れ)(?:ました|た)|故障(?:して(?:います|いる)|しました)|"
    "除(?:きます|く|外(?:します)?)|困難|難しい|(?:終了|中止|廃止)(?:しました|しています|いたしました)?|(?:故障|修理|貸し?出し?)中|なくなりました|やめました)"
    "(?:です|でした|となりました|ますので|もの|よ|ね|状況|状態|(?:の|ん)です|と思います)*[ 。)]*$"
)
_ASKED = re.compile(
    "(?:ご用意|ご準備|用意して|準備して|お持ち|持って(?:き|来)て|ご持参|持参して|貸して|出して|運んで)[^。]{0,8}"
    "(?:ください|下さい|願い|いただ)|持ち込みです|(?:は|が)(?:別に|別途)?必要です|があれば|(?:がある|のある|ある)[^。]{0,6}(?:なら|場合)|を?お借りし"
)
# What a need says of something that it has already, or no longer seeks.
AT_HAND = re.compile(
    "(?:いりません|要りません|必要(?:は)?ありません|必要ない|不要|足り(?:ます|てい|る)|そろって|間に合って|"
    "用意(?:し(?:ます|て(?:あり|い)ます)|でき(?:ます|てい)|があります)|持っています|持参します|お貸しします|お貸しできます|"
    "(?:出|貸)せません|お貸しできません|あります(?!か)|ございます(?!か)|(?:探|求|募集し)ていません|見つかりました|決まりました|"
    "そろいました|いただきました|ご遠慮)"
)
# A topic that does not do, so that something else is wanted: 会議室は狭いので、ホール.
_UNFIT = re.compile(
    "^(?:は|では|じゃ|だと)[^、。]{0,8}(?:狭|せま|小さ|遠|高[いくす]|暗[いくす]|うるさ|寒|暑|合わな|合いませ|向[いか]|広すぎ|大きすぎ|重すぎ)"
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text as they are written."""
    return filter(None, (sentence.strip() for sentence in _ENDS.split(text)))


def clauses(text: str) -> Iterator[str]:
    """The statements of a folded text; what stands in brackets is one of its own."""
    for sentence in _SENTENCES.split(text):
        outer = _BRACKETS.sub("", sentence)
        inner = (part for found in _BRACKETS.finditer(sentence) for part in found.groups() if part)
        yield from (clause for part in (outer, *inner) for clause in _JOINTS.split(part) if clause.strip())


def refuses(rest: str) -> bool:
    """Whether the statement behind a thing ends in saying that there is none of it, or none for others."""
    return bool(_REFUSED.search(_HARMLESS.sub("", rest)))


def asks(rest: str) -> bool:
    """Whether the statement behind a thing wants it from others, or only where others have it."""
    return bool(_ASKED.search(rest))


def is_unfit(rest: str) -> bool:
    """Whether a need says of a thing that it does not do."""
    return bool(_UNFIT.search(rest))
