"""How to reach a group (連絡先), as it is written in its profile."""

from typing import Annotated, Any, ClassVar

from pydantic_core import PydanticCustomError

from generator.japanese.contacts import parse_contact
from generator.models.base import Record, field
from generator.models.choices import Disclosures, OneSocialKind, OneVia
from generator.models.types import Email, Line, Many, PhoneNumber, Url


class Social(Record):
    """A page of a group on a social network."""

    kind: OneSocialKind = field("種類", "Kind", example="instagram")
    url: Url = field("アドレス", "Address", example="https://example.org/kawa")


# The fields of which one is enough to be reached.
REACHABLE = ("via", "phone", "fax", "email", "form", "website", "social")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"reachable": REACHABLE}


class Contact(Record):
    """How to reach a group; all of it is public."""

    shorthand: ClassVar[str] = "phone"

    @classmethod
    def in_one_line(cls, text: str) -> dict[str, Any]:
        """水野公民館 042-000-0101、kai@example.org by kind; whose number it is stays behind the number."""
        ways = parse_contact(text)
        if ways is None:
            raise PydanticCustomError("model_type", "a contact expected")
        return dict(ways)

    via: OneVia | None = field(
        "連絡の窓口", "Contact through", "連絡先をのせないときは「センター」", default=None, example="センター"
    )
    phone: PhoneNumber | None = field("電話", "Telephone", default=None, example="042-000-0001", own=True)
    phone_hours: Line | None = field("電話の受付時間", "Telephone hours", default=None, example="平日 10:00-16:00")
    fax: PhoneNumber | None = field("ファクス", "Fax", default=None, example="042-000-0002", own=True)
    email: Email | None = field("メール", "E-mail", default=None, example="mihon@example.org", own=True)
    form: Url | None = field(
        "問い合わせフォーム", "Contact form", default=None, example="https://example.org/mihon/form", own=True
    )
    website: Url | None = field("ホームページ", "Website", default=None, example="https://example.org/mihon", own=True)
    social: Annotated[tuple[Social, ...], Many] = field("SNS", "Social media", default=(), max_length=8)
    address: Line | None = field("住所", "Address", "番地は書かずに", default=None, example="ひろば市中町")
    public: Disclosures = field(
        "公開してよいもの", "Meant to be public", "個人のものに見えても公開してよい連絡先", default=(), example="phone"
    )
