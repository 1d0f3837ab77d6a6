"""Which noun of a phrase is spoken of: in テントを運ぶ車 the car, in 司会に付く手話通訳 the interpreter."""

import re

# Whoever gives or takes a thing, or does it.
_SOMEBODY = (
    "団体|方|人|者|仲間|皆|店|施設|学校|企業|会社|町会|自治会|商店|会員|職員|若者|学生|先生|講師|会(?!場)|側|所(?!作)|"
    "お手伝|手伝|グループ|サークル|ボランティア|メンバー|スタッフ|パートナー"
)
# A word that stands for the phrase itself.
_NOTHING_ELSE = "事|時|際|日|間|前|後|場合|予定|用意|準備|必要|機会|程度|方法|理由|相談"
# A verb or adjective as it stands right before a noun; くださる and the like speak of whoever gives.
_BEFORE_NOUN = "(?<!くださ)(?<!下さ)(?:[うくぐすつぬむるぶただ]|ない|しい|[大小]きな|くらいの|ほどの)"
_NOUN = f"(?:[大小]きな)?(?!{_NOTHING_ELSE})(?P<noun>{_SOMEBODY}|[一-鿿ァ-ヺ])"
_DOES = re.compile(f"[をにがで](?P<does>[^、。をにがで]{{0,12}}?{_BEFORE_NOUN}){_NOUN}")
_FOR = re.compile(f"のため(?:の|に[^、。]{{0,10}}){_NOUN}")
# A stem of something done (荷物を運) goes on right before another thing.
_ENDS = re.compile(f"(?P<does>[ぁ-ゖ]{{0,5}}?{_BEFORE_NOUN})、?{_NOUN}")
_GIVES = re.compile(
    "くださる|下さる|くれる|いただける|頂ける|もらえる|貸|借り|譲|ゆず|出せる|出す|お持ち|持ってい|余って|使わな|不要|ある"
)
# What is handed over with the words for something done, and is not the doing of it.
_PAPERS = re.compile(
    "の[^、。をが]{0,12}(?:ひな形|ひな型|雛形|様式|用紙|テキスト|教材|教科書|冊子|パンフレット|ソフト|道具|dvd)[をがもの、。]"
)


def modifies(rest: str, word: str, *, lends: bool) -> bool:
    """Whether a thing only says more about another one that follows; `rest` is what stands behind it.

    lends: the thing itself is given or had, so that a person who only does something with it has no part in it.
    """
    found = (_ENDS if "を" in word else _DOES).match(rest)
    if not found:
        return bool(_FOR.match(rest) or _PAPERS.match(rest))
    if _GIVES.search(found["does"]):
        return False
    return (len(found["noun"]) == 1 and not re.match(_SOMEBODY, found["noun"])) or (lends and "を" not in word)
