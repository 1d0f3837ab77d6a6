"""Addresses as QR codes, for what is printed."""

from markupsafe import Markup
from segno import make

# Choosing the best of eight masks takes three times as long, and telephones read them all.
_MASK = 2


def qr(address: str) -> Markup:
    """An address as an inline SVG picture, to stand beside its words; nothing for no address."""
    if not address:
        return Markup("")
    code = make(address, error="m", mask=_MASK, micro=False)
    svg = code.svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
