"""Yes or no as people write them, and the answers of those who seek people (募集中, 随時), seek nobody, or 特になし."""

import re

from generator.japanese.text import key

_YES = "yes true はい ○ 〇 ◯ ◎ 可 可能 有 有り あり あります 必要 要 歓迎 大歓迎 歓迎します 1"
_NO = "no false いいえ × ✕ ✖ 不可 無 無し なし ありません 不要 0"
YES = frozenset(map(key, _YES.split()))
NO = frozenset(map(key, _NO.split()))

_AT_EDGES = "!。.…♪★☆~()「」【】■・"
_NOW = "(?:現在|只今|ただいま|今のところ|現時点で|今年度|今年|今期|今回|今|当面|当分)?[はの]?、?(?:新規|新)?"
_WHO = "(?:(?:会員|メンバー|仲間|部員|団員|参加者|ボランティア|スタッフ|受講者)[のをはも]?)?"
# Why nobody is sought any more: 定員に達したため締め切りました.
_FULL = (
    "(?:(?:募集|予定)?(?:定員|人数|定数)(?:に達し|になり|が?(?:そろ|集ま|埋ま)[いりっ])"
    "|満員(?:になり|となり)?|(?:必要な)?人数が足り)"
)
_REASON = f"(?:{_FULL}(?:ました|まし|た|の)?(?:ため|ので|ましたので|ましたため|たので)、?)?"
_DONE = "(?:ました|ています|ております|せていただきました|せていただいています|せていただいております)?"
_NOT_CALLING = re.compile(
    f"{_REASON}{_NOW}{_WHO}(?:(?:募集|受け?付け?)[はをも]?:?)?{_REASON}{_NOW}(?:特に|いったん|一旦)?"
    "(?:無し?|なし|ナシ|しない|してない|していない|していません|しておりません|しません|行って(?:いない|いません|おりません)"
    "|(?:停止|休止|中止)(?:中|しました|しています|しております)?|終了(?:しました|しています|です)?|終わりました|終わっています"
    f"|締め?切(?:り|ら|っ)?{_DONE}|お?休み(?:中|しています|しております)|見合わせ(?:中|ています|ております)?|(?:足りて|間に合って)(?:います|おります)"
    "|ありません|ございません|(?:not|no)(?:currently)?(?:recruiting|openings?|vacanc(?:y|ies))|none|closed"
    "|ない|不可|不要|×|✕|✖|no|false|いいえ|0|0[人名]|予定は?(?:無し?|なし|ありません|ございません)|該当(?:無し?|なし)|満員(?:です|になりました)?|定員に達し(?:ました|ています)"
    "|未定|不明|-+|/+)"
)
_CALLING = re.compile(
    f"{_NOW}(?=.)(?:有り?|あり|あります|○|〇|◯|◎|可能?|yes|true|はい|1|(?:大?歓迎|相談可)(?:します|です)?"
    "|(?P<always>随時|常時|通年|いつでも)?(?:募集|受け?付け?)?(?:中|中です|して(?:いる|います|おります)|します|する|あり|有り?)?"
    r"(?P<ask>\(?(?:要|応|ご)相談\)?)?)"
)
# That there is nothing to give or to wish for: 特になし, お貸しできるものは今のところありません.
_NONE = re.compile(
    f"{_NOW}(?:特に|とくに|特別に?)?(?:(?:お?貸し|提供|協力|お?手伝い)?(?:でき|出せ|貸せ|あげられ|求めてい|困ってい|必要とす|ほし|足りな)"
    f"(?:る|い)?|必要な|お願いしたい)?(?:もの|物|こと|事|人|方)?[はもが]?、?{_NOW}(?:特に|とくに|特別に?|まだ|何も|なにも)?(?:該当)?"
    "(?:無し?|なし|ナシ|無いです|なしです|ないです|ありません|ございません|ない|無い|未定(?:です)?|不明|考えていません|-+|/+|×|✕|✖|none|nothing|n/a)"
)
_LONGEST = 40
_ASK, _ALWAYS_CALLS, _CALLS = "〇〇の募集（ご相談ください）", "〇〇を随時募集しています", "〇〇を募集しています"
# A call that names nothing but the role: ボランティア大募集中！, 新規会員を募集しています.
_BARE = re.compile(
    "(?:現在|只今|ただいま|いつでも|随時|常時)?(?:新規|新|一緒に活動する|いっしょに活動する)?"
    "(?:会員|メンバー|仲間|部員|団員|参加者|受講者|ボランティア|スタッフ|講師|指導者|専門家|役員|世話人|専門家・講師|役員・世話人"
    "|後継者|担い手|お手伝い|協力者|サポーター|人手|人)(?:の?(?:方|人|かた))?[をのがはも、]{0,2}(?:随時|常時|通年|いつでも)?大?"
    r"(?:募集|歓迎|求む|求めて|探して|さがして)?(?:中|中です|して(?:います|おります|ます)|います|します|です)?(?:\(ご相談ください\))?"
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "longest": _LONGEST,
    "yes": YES,
    "no": NO,
    "at_edges": _AT_EDGES,
    "not_calling": _NOT_CALLING,
    "calling": _CALLING,
    "none": _NONE,
    "ask": _ASK,
    "always_calls": _ALWAYS_CALLS,
    "calls": _CALLS,
    "bare": _BARE,
}


def yes_or_no(text: str) -> bool | None:
    """What a text that is no more than an answer says; None for any other."""
    word = key(text)
    return word in YES if word in YES or word in NO else None


def call_words(text: str) -> str | None:
    """What a text that is no more than an answer says of a call for people, with 〇〇 for whom.

    Empty if nobody is sought; None if the text is no bare answer.
    """
    plain = key(text).strip(_AT_EDGES) or key(text)
    if len(plain) > _LONGEST or not plain:
        return None
    if _NOT_CALLING.fullmatch(plain):
        return ""
    found = _CALLING.fullmatch(plain)
    if found is None:
        return None
    return _ASK if found["ask"] else _ALWAYS_CALLS if found["always"] else _CALLS


def is_none(text: str) -> bool:
    """Whether a text that should name something says in a word that there is nothing: 特になし."""
    plain = key(text).strip(_AT_EDGES) or key(text)
    return len(plain) <= _LONGEST and _NONE.fullmatch(plain) is not None


def says_nothing(title: str) -> bool:
    """Whether a call says no more than that somebody in a role is wanted."""
    plain = key(title).strip(_AT_EDGES)
    return len(plain) <= _LONGEST and (not plain or _BARE.fullmatch(plain) is not None or call_words(title) is not None)
