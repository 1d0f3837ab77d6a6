"""The printed address is a code that equals another encoder's, module for module, and is large enough to be read."""

import re
from pathlib import Path

import pytest
import segno
import segno.encoder

from generator.pages.qr import modules, qr
from tests.conftest import ROOT

ADDRESS = "https://hiroba.example.org/groups/yonabe-no-te/"
# The longest texts of some versions at level M and one byte more: every size of block and way of counting is met.
EDGES = [1, 14, 15, 26, 27, 42, 43, 62, 63, 106, 107, 122, 180, 181, 213, 214, 251, 666, 1059, 1171, 1812, 2331]
MOVE = re.compile(r"([mh])(-?[\d.]+)(?: ([\d.]+))?")


@pytest.fixture(autouse=True)
def padding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segno pads bits that end on a byte with a whole byte more; the standard (7.4.10) adds none there."""
    monkeypatch.setattr(segno.encoder, "write_padding_bits", lambda bits, version, n: bits.extend([0] * (-n % 8)))


def segnos(data: bytes) -> tuple[str, ...]:
    code = segno.make(data, error="m", mask=2, micro=False, mode="byte", boost_error=False)
    return tuple("".join(map(str, row)) for row in code.matrix)


def drawn(svg: str) -> tuple[str, ...]:
    """What a reader of the picture sees: its strokes painted into modules."""
    side = int(re.search(r'viewBox="-4 -4 (\d+) ', svg)[1]) - 8  # type: ignore[index]
    seen = [["0"] * side for _ in range(side)]
    path = re.search(r' d="M0 \.5([^"]*)"', svg)[1]  # type: ignore[index]
    assert "".join(match[0] for match in MOVE.finditer(path)) == path
    x = y = 0
    for move, along, down in MOVE.findall(path):
        for spot in range(int(along)) if move == "h" else ():
            seen[y][x + spot] = "1"
        x, y = x + int(along), y + int(down or 0)
    return tuple("".join(row) for row in seen)


@pytest.mark.parametrize("length", EDGES)
def test_a_code_equals_that_of_another_encoder(length: int) -> None:
    data = bytes(32 + (n * 37 + length) % 96 for n in range(length))
    assert modules(data) == segnos(data)


@pytest.mark.parametrize(
    "address", [ADDRESS, f"{ADDRESS}{'x' * 300}/", "https://ひろば.example/groups/a/", "HTTPS://EXAMPLE.ORG/"]
)
def test_the_picture_shows_the_address_as_bytes_whatever_its_letters(address: str) -> None:
    assert drawn(qr(address)) == segnos(address.encode())


def test_what_fits_no_code_has_no_picture() -> None:
    assert modules(b"x" * 2332) == ()
    assert qr("x" * 2332) == ""
    assert qr("") == ""


@pytest.mark.parametrize("length", [20, 47, 122, 400])
def test_a_module_is_half_a_millimetre_however_long_the_address(length: int) -> None:
    svg = qr("x" * length)
    width, side = re.search(r'width="([\d.]+)mm" height="\1mm" viewBox="-4 -4 (\d+) \2"', svg).groups()  # type: ignore[union-attr]
    assert float(width) / int(side) == 0.5


def test_a_page_pays_two_kilobytes_for_the_picture() -> None:
    assert len(qr(ADDRESS)) < 2200


def test_no_style_sets_the_size_of_the_picture_in_a_page() -> None:
    """A fixed width would make the modules of a long address too small to read."""
    style = Path(ROOT, "theme/assets/record.css").read_text(encoding="utf-8")
    assert not re.search(r"(^|[\s,}])\.qr\b[^{]*\{[^}]*(width|height)", style)
