"""How to reach somebody, in words and with the addresses that a telephone understands."""

from generator.japanese.phones import Phone, tel_uri
from generator.models.choices import SocialKind, Via
from generator.models.contact import Contact
from generator.wording.parts import ContactView, elsewhere


def contact_view(contact: Contact) -> ContactView:
    """How to reach a group, as it allows."""
    named = ((contact.form, "問い合わせフォーム"), (contact.website, "ホームページ"))
    links = [elsewhere(label, url) for url, label in named if url]
    links += [elsewhere("ページ" if s.kind == SocialKind.OTHER else s.kind.label, s.url) for s in contact.social]
    phone = contact.phone
    return ContactView(
        via_center=contact.via == Via.CENTER,
        phone=phone.number if phone else "",
        tel=tel_uri(phone) if phone else "",
        phone_note="　".join(filter(None, (beside_number(phone), contact.phone_hours))),
        fax=fax_words(contact.fax),
        email=contact.email or "",
        links=tuple(links),
        address=contact.address or "",
    )


def beside_number(phone: Phone | None) -> str:
    """What belongs to a number beside its digits: its extension and whose it is (内線12　水野公民館)."""
    if phone is None:
        return ""
    return "　".join(filter(None, (f"内線{phone.extension}" if phone.extension else "", phone.note)))


def fax_words(fax: Phone | None) -> str:
    """A fax number with what belongs to it in brackets."""
    if fax is None:
        return ""
    beside = beside_number(fax)
    return f"{fax.number}（{beside}）" if beside else fax.number
