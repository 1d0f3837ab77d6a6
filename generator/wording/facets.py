"""What results and lists can be narrowed down by, in the order of the choices: name → what it is called there."""

from typing import Final

FACETS: Final = {
    "kind": "種類",
    "type": "イベントの種類",
    "month": "月",
    "field": "活動分野",
    "area": "地域",
    "time": "曜日と時間",
    "day": "曜日",
    "fee": "参加費",
    "audience": "対象",
    "role": "募集している役割",
}
# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {"facets": FACETS}
