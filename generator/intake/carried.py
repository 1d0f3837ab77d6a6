"""The pairs in a link that a code on paper carries: theme/scripts/form/carry.js reads and makes the same.

Behind `#d=` stands a letter, `d` for raw deflate (RFC 1951) or `s` for stored, then base64url (RFC 4648) without its
padding; inside is JSON in UTF-8, a list that begins with the number of its shape, then names and values by turns.
"""

import base64
import binascii
import json
import re
import zlib

from generator.intake.flat import Pair
from generator.intake.submission import Refusal

_LINK = re.compile(r"#(?:[a-z]=[A-Za-z0-9_-]{0,4000}&)?d=(?P<way>[ds])(?P<letters>[A-Za-z0-9_-]{1,90000})")
_SHAPE, _LIMIT = 1, 64 * 1024
_BROKEN = Refusal("broken-link", "読み取ったコードの内容がこわれています。もう一度読み取ってください。")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"shape": _SHAPE, "limit": _LIMIT, "broken": _BROKEN.words}


def carried(text: str) -> list[Pair] | Refusal:
    """The pairs in the first such link of a text, or why there are none; never more than 64 KB of them."""
    found = _LINK.search(text)
    if found is None:
        return Refusal("no-link", "用紙のコードを読み取ったアドレス（…#d=…）が見つかりません。")
    data = _unpacked(found["way"], found["letters"])
    try:
        items = json.loads(data.decode("utf-8")) if data is not None else None
    except (ValueError, RecursionError):
        return _BROKEN
    if not isinstance(items, list) or len(items) % 2 != 1 or items[0] is True or items[0] != _SHAPE:
        return _BROKEN
    texts = [item for item in items[1:] if isinstance(item, str)]
    return list(zip(texts[::2], texts[1::2], strict=True)) if len(texts) == len(items) - 1 else _BROKEN


def _unpacked(way: str, letters: str) -> bytes | None:
    """The bytes behind the letters; None if they are no such letters, or would become more than the limit."""
    try:
        data = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        if way == "d":
            inflating = zlib.decompressobj(-zlib.MAX_WBITS)
            data = inflating.decompress(data, _LIMIT + 1)
            if not inflating.eof:
                return None
    except (binascii.Error, zlib.error, ValueError):
        return None
    return data if len(data) <= _LIMIT else None
