"""Yes or no as people write them, and the answers 募集中, 随時, 募集していない to whether a group seeks people."""

import re

from generator.japanese.text import key

_YES = "yes true はい ○ 〇 ◯ ◎ 可 可能 有 有り あり あります 必要 要 歓迎 大歓迎 歓迎します 1"
_NO = "no false いいえ × ✕ ✖ 不可 無 無し なし ありません 不要 0"
YES = frozenset(map(key, _YES.split()))
NO = frozenset(map(key, _NO.split()))

_AT_EDGES = "!。.…♪★☆~()「」【】■・"
_NOW = "(?:現在|只今|ただいま|今のところ|今年度|今|当面)?[はの]?、?(?:新規|新)?"
_WHO = "(?:(?:会員|メンバー|仲間|部員|団員|参加者|ボランティア|スタッフ|受講者)[のをはも]?)?"
_NOT_CALLING = re.compile(
    f"{_NOW}{_WHO}(?:(?:募集|受け?付け?)[はをも]?:?)?"
    "(?:無し?|なし|ナシ|しない|してない|していない|していません|しておりません|しません|行って(?:いない|いません|おりません)"
    "|停止(?:中|しています)?|休止(?:中|しています)?|中止(?:中|しています)?|終了(?:しました)?|締め?切り?(?:ました)?|ありません"
    "|ない|不可|不要|×|✕|✖|no|false|いいえ|0|0[人名]|予定は?(?:無し?|なし|ありません)|(?:特に|該当)(?:無し?|なし)|満員|定員に達しました"
    "|未定|不明|-+|/+)"
)
_CALLING = re.compile(
    f"{_NOW}(?=.)(?:有り?|あり|あります|○|〇|◯|◎|可能?|yes|true|はい|1|(?:大?歓迎|相談可)(?:します|です)?"
    "|(?P<always>随時|常時|通年|いつでも)?(?:募集|受け?付け?)?(?:中|中です|して(?:いる|います|おります)|します|する|あり|有り?)?"
    r"(?P<ask>\(?(?:要|応|ご)相談\)?)?)"
)
_LONGEST = 30
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


def says_nothing(title: str) -> bool:
    """Whether a call says no more than that somebody in a role is wanted."""
    plain = key(title).strip(_AT_EDGES)
    return len(plain) <= _LONGEST and (not plain or _BARE.fullmatch(plain) is not None or call_words(title) is not None)
