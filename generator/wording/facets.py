"""What results and lists can be narrowed down by, in the order of the choices: name → what it is called there."""

from typing import Final

FACETS: Final = {
    "kind": "種類",
    "type": "イベントの種類",
    "date": "日にち",
    "month": "月",
    "time": "曜日と時間",
    "field": "活動分野",
    "area": "地域",
    "place": "場所",
    "fee": "費用",
    "open": "受付",
    "eligible": "申し込める団体",
    "amount": "助成額の上限",
    "rate": "助成の割合",
    "audience": "対象",
    "access": "バリアフリー対応",
    "language": "話せる言葉",
    "role": "募集している役割",
    "way": "参加のしかた",
    "age": "年齢",
}
FREE, PARTLY_FREE, PAID = "無料", "一部無料", "有料"
ONLINE = "オンライン"
BEGINNERS = "初心者歓迎"
IRREGULAR = "不定期"
ONCE, WITH_CHILDREN, FROM_HOME = "一度だけでも", "子ども連れ歓迎", "家でできる"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {
    "facets": FACETS,
    "free": FREE,
    "paid": PAID,
    "online": ONLINE,
    "beginners": BEGINNERS,
    "irregular": IRREGULAR,
    "once": ONCE,
    "with_children": WITH_CHILDREN,
    "from_home": FROM_HOME,
}
