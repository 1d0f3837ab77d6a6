"""An address in Japan as prefecture, city and the rest, as far as it names them."""

import re
from dataclasses import dataclass

from generator.japanese.text import narrow

_POSTAL_CODE = re.compile(r"〒?\s*[0-9]{3}-?[0-9]{4}\s*")
_PREFECTURE = re.compile("東京都|北海道|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島)県|[一-龠]{2}県")
# Cities with 郡 in their name come first; otherwise a county goes before its towns. 市 twice is one name (四日市市);
# 市場 and 市民 are no city; and of what ends in 区 only Tokyo's wards are.
_CITY = re.compile(
    "(?:大和)?郡山市|蒲郡市|小郡市|[^0-9\\s郡の]{1,6}?市市?(?![郡場民営内役街外道])"
    "|[一-龠ぁ-んァ-ヶ]{1,5}?郡[一-龠ぁ-んァ-ヶ]{1,5}?[町村]"
    "|(?:千代田|中央|港|新宿|文京|台東|墨田|江東|品川|目黒|大田|世田谷|渋谷|中野|杉並|豊島|北|荒川|板橋|練馬|足立|葛飾|江戸川)区"
)
_TOWN = re.compile("[一-龠ぁ-んァ-ヶ]{1,5}?[町村]")


@dataclass(frozen=True, slots=True)
class Address:
    """Prefecture and city, both empty where they are not written, and what stands behind them."""

    prefecture: str = ""
    city: str = ""
    rest: str = ""


def parse_address(text: str) -> Address:
    """The parts of an address; a town or village is told from a quarter (本町) only behind its prefecture."""
    shown = narrow(text)[:200]
    code = _POSTAL_CODE.match(shown)
    rest = shown[code.end() :] if code else shown
    prefecture = _PREFECTURE.match(rest)
    rest = rest[prefecture.end() :].lstrip() if prefecture else rest
    city = _CITY.match(rest) or (_TOWN.match(rest) if prefecture else None)
    rest = rest[city.end() :].lstrip() if city else rest
    return Address(prefecture[0] if prefecture else "", city[0] if city else "", rest)
