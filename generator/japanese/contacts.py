"""How to reach somebody, written in one line: 水野公民館 042-000-0101、kai@example.org."""

import re

from generator.japanese.phones import Phone, parse_phone
from generator.japanese.text import narrow

_LONGEST = 300
_URL = re.compile(r"(?<![A-Za-z0-9@./-])(?:https?://|www\.)[^\s、。()<>「」]{1,200}", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,5}")
_NUMBER = re.compile(
    r"(?<![0-9])(?P<both>(?:電話|tel)\s*[・/&]\s*)?(?P<fax>fax|ファクス|ファックス)?(?:番号)?\s*[:=]?\s*"
    r"(?P<number>\(?0[0-9]{1,4}\)?[\s-]{0,2}\(?[0-9]{1,4}\)?[\s-]{0,2}[0-9]{3,4}(?![0-9])(?:\s*\([^()]{1,60}\))?)",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"電話・?(?:fax)?(?:番号)?|tel|phone|fax|携帯|連絡先|問い?合わ?せ先?|e-?mail|メール(?:アドレス)?|ホームページ|hp|url"
    r"|まで|へ(?=[\s、。]|$)|[:;=☎、。,/・|()\[\]<>]",
    re.IGNORECASE,
)
_CENTER = re.compile(r"(?:市民活動)?センター(?:経由|へ|まで|に)?(?:お?問い?合わ?せ(?:ください)?|連絡)?")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "longest": _LONGEST,
    "url": _URL,
    "email": _EMAIL,
    "number": _NUMBER,
    "labels": _LABELS,
    "center": _CENTER,
}


def parse_contact(text: str) -> dict[str, str] | None:
    """The ways of reaching somebody that a line gives: phone, fax, email, website, via; None if anything is left over.

    What else stands in it is kept behind the telephone number, as whose number it is.
    """
    plain = " ".join(narrow(text[: _LONGEST + 1]).split())
    if len(plain) > _LONGEST:
        return None
    if _CENTER.fullmatch(plain):
        return {"via": "center"}
    out: dict[str, str] = {}
    for name, pattern in (("website", _URL), ("email", _EMAIL)):
        if found := pattern.search(plain):
            out[name] = found[0]
            plain = f"{plain[: found.start()]} {plain[found.end() :]}"
    for found in reversed([*_NUMBER.finditer(plain)]):
        names = ["phone", "fax"] if found["both"] and found["fax"] else ["fax"] if found["fax"] else ["phone"]
        if out.keys() & set(names) or not isinstance(parse_phone(found["number"]), Phone):
            return None
        out |= dict.fromkeys(names, found["number"])
        plain = f"{plain[: found.start()]} {plain[found.end() :]}"
    left = " ".join(_LABELS.sub(" ", plain).split())
    if left and "phone" in out:
        out["phone"] = f"{out['phone']} ({left})"
    return None if not out or (left and "phone" not in out) else out
