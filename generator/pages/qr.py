"""Addresses as QR codes for what is printed: bytes, level M, one mask (ISO/IEC 18004).

Every printed page has such a picture, so a large build makes ten thousand of them. What depends on the length of an
address alone (the fixed patterns, where each bit goes) is worked out once for each version; the rest is a few
operations on whole numbers and texts. theme/scripts/qr/ is its twin for what a browser prints.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import itemgetter

from markupsafe import Markup

# For each version at level M: codewords of error correction in a block, and the number of blocks (Table 9).
_PARITY = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, *(28,) * 19)
_BLOCKS = (
    *(1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16),
    *(17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49),
)
# Choosing the best of eight masks takes three times as long, and telephones read them all.
_MASK = 2
_MARGIN = 4
# Telephones read modules of 0.4 mm from paper; the rest is for printers that blur.
_MODULE_MM = 0.5
_LONGEST = 8

# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"parity": _PARITY, "blocks": _BLOCKS, "margin": _MARGIN}

# Row and column of a module.
Spot = tuple[int, int]


def qr(address: str) -> Markup:
    """An address as an inline SVG picture, to stand beside its words; nothing for none, or one too long for a code."""
    rows = modules(address.encode("utf-8")) if address else ()
    if not rows:
        return Markup("")
    side = len(rows) + 2 * _MARGIN
    width = f"{side * _MODULE_MM:g}mm"
    return Markup(
        f'<svg class="qr" width="{width}" height="{width}" viewBox="-{_MARGIN} -{_MARGIN} {side} {side}"'
        f' aria-hidden="true" focusable="false"><path stroke="#000" d="M0 .5{_strokes(rows)}"/></svg>'
    )


def _strokes(rows: Sequence[str]) -> str:
    """Relative moves that draw each run of dark modules, row by row; one longer than eight is drawn in two."""
    path = "/".join(rows).replace("1", "#").replace("0", ".")
    for length in range(_LONGEST, 0, -1):
        path = path.replace("#" * length, f"h{length}").replace("." * length, f"m{length} 0")
    return path.replace("/", f"m-{len(rows)} 1")


def modules(data: bytes) -> tuple[str, ...]:
    """The rows of the smallest code that holds `data`, a "1" for each dark module; no rows if none holds it."""
    version = next((v for v in range(1, 41) if _needed(len(data), v) <= _square(v).room), 0)
    if not version:
        return ()
    square = _square(version)
    words = _woven(_codewords(data, version, square.room), version)
    bits = f"{int.from_bytes(words) ^ square.flip:0{8 * len(words)}b}01"
    dark = "".join(square.pick(bits))
    return tuple(dark[at : at + square.size] for at in range(0, len(dark), square.size))


def _counted(version: int) -> int:
    """How many bits say how many bytes there are."""
    return 8 if version < 10 else 16


def _needed(length: int, version: int) -> int:
    """How many codewords so many bytes take, with mode, length and terminator."""
    return length + 1 + _counted(version) // 8


def _codewords(data: bytes, version: int, room: int) -> bytes:
    """The data behind mode and length, filled up to what the version holds."""
    head = 4 << _counted(version) | len(data)
    made = ((head << 8 * len(data) | int.from_bytes(data)) << 4).to_bytes(_needed(len(data), version))
    return made + (b"\xec\x11" * room)[: room - len(made)]


def _woven(data: bytes, version: int) -> bytes:
    """Data in blocks, each with its error correction, taken from all blocks in turn."""
    count = _BLOCKS[version - 1]
    short, long = divmod(len(data), count)
    ends = [n * short + max(0, n - (count - long)) for n in range(count + 1)]
    blocks = [data[ends[n] : ends[n + 1]] for n in range(count)]
    return _in_turn(blocks) + _in_turn([_parity(block, _PARITY[version - 1]) for block in blocks])


def _in_turn(blocks: Sequence[bytes]) -> bytes:
    short = len(blocks[0])
    last = bytes(block[short] for block in blocks if len(block) > short)
    return bytes(chain.from_iterable(zip(*blocks, strict=False))) + last


def _parity(block: bytes, degree: int) -> bytes:
    """Reed and Solomon's error correction: what is left of the block on division by the generator polynomial."""
    table = _multiples(degree)
    top = 8 * (degree - 1)
    below = (1 << top) - 1
    rest = 0
    for byte in block:
        rest = (rest & below) << 8 ^ table[rest >> top ^ byte]
    return rest.to_bytes(degree)


@cache
def _multiples(degree: int) -> tuple[int, ...]:
    """Every byte times the generator polynomial (whose zeros are the first powers of 2, without its leading 1)."""
    divisor = [*(0,) * (degree - 1), 1]
    root = 1
    for _ in range(degree):
        divisor = [_times(a, root) ^ b for a, b in zip(divisor, [*divisor[1:], 0], strict=True)]
        root = _times(root, 2)
    return tuple(int.from_bytes(bytes(_times(factor, byte) for factor in divisor)) for byte in range(256))


def _times(a: int, b: int) -> int:
    """A product of two bytes in the field that QR codes are made in."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11D if a & 128 else 0)
        b >>= 1
    return product


@dataclass(frozen=True, slots=True)
class _Square:
    """What the codes of a version share: modules in a row, codewords of data, the mask as bits, and where bits go.

    `pick` takes from the bits of all codewords, and a "0" and a "1" behind them, what stands in each module.
    """

    size: int
    room: int
    flip: int
    pick: Callable[[str], tuple[str, ...]]


@cache
def _square(version: int) -> _Square:
    size = 17 + 4 * version
    fixed = dict(chain(_eyes(size), _timing(size), _marks(version), _format(size), _printed(version)))
    free = [spot for spot in _path(size) if spot not in fixed]
    words = len(free) // 8
    bits = {spot: n for n, spot in enumerate(free[: 8 * words])}
    constant = {spot: _masked(spot) for spot in free[8 * words :]} | fixed
    flip = int("".join(str(int(_masked(spot))) for spot in bits), 2)
    places = (bits[spot] if spot in bits else 8 * words + constant[spot] for spot in _every(size))
    room = words - _PARITY[version - 1] * _BLOCKS[version - 1]
    return _Square(size, room, flip, itemgetter(*places))


def _every(size: int) -> Iterator[Spot]:
    return ((y, x) for y in range(size) for x in range(size))


def _masked(spot: Spot) -> bool:
    return spot[1] % 3 == 0


def _path(size: int) -> Iterator[Spot]:
    """The order in which modules are filled: pairs of columns from the right, up and down, past the timing column."""
    rights = [right if right > 6 else right - 1 for right in range(size - 1, 0, -2)]
    for turn, right in enumerate(rights):
        for y in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield from ((y, right), (y, right - 1))


def _eyes(size: int) -> Iterator[tuple[Spot, bool]]:
    """The patterns of three corners, with the light rims around them."""
    for y, x in ((3, 3), (3, size - 4), (size - 4, 3)):
        for dy, dx in ((dy, dx) for dy in range(-4, 5) for dx in range(-4, 5)):
            if 0 <= y + dy < size and 0 <= x + dx < size:
                yield (y + dy, x + dx), max(abs(dy), abs(dx)) not in (2, 4)


def _timing(size: int) -> Iterator[tuple[Spot, bool]]:
    for beat in range(8, size - 8):
        yield from (((6, beat), beat % 2 == 0), ((beat, 6), beat % 2 == 0))


def _marks(version: int) -> Iterator[tuple[Spot, bool]]:
    """The small alignment patterns, on all crossings of their lines but the three corners."""
    lines = _lines(version)
    corners = {(lines[0], lines[0]), (lines[0], lines[-1]), (lines[-1], lines[0])} if lines else set()
    for y, x in ((y, x) for y in lines for x in lines if (y, x) not in corners):
        for dy, dx in ((dy, dx) for dy in range(-2, 3) for dx in range(-2, 3)):
            yield (y + dy, x + dx), max(abs(dy), abs(dx)) != 1


def _lines(version: int) -> list[int]:
    if version == 1:
        return []
    steps = version // 7 + 1
    far = 10 + 4 * version
    step = 26 if version == 32 else -(-(far - 6) // steps // 2) * 2
    return [6, *(far - left * step for left in range(steps - 1, -1, -1))]


def _format(size: int) -> Iterator[tuple[Spot, bool]]:
    """Level M (00) and the mask beside the corners, twice, and the one module that is always dark."""
    bits = _guarded(_MASK, 10, 0x537) ^ 0x5412
    for n in range(15):
        dark = bool(bits >> n & 1)
        yield (n if n < 6 else n + 1 if n < 8 else size - 15 + n, 8), dark
        yield (8, size - 1 - n if n < 8 else 7 if n == 8 else 14 - n), dark
    yield (size - 8, 8), True


def _printed(version: int) -> Iterator[tuple[Spot, bool]]:
    """The version's number, which large codes carry twice."""
    bits = _guarded(version, 12, 0x1F25)
    far = 17 + 4 * version - 11
    for n in range(18 if version >= 7 else 0):
        dark = bool(bits >> n & 1)
        yield from (((n // 3, far + n % 3), dark), ((far + n % 3, n // 3), dark))


def _guarded(value: int, extra: int, divisor: int) -> int:
    """A value with the bits behind it by which its misreading is noticed."""
    rest = value << extra
    for bit in range(31, extra - 1, -1):
        rest ^= divisor << (bit - extra) if rest >> bit & 1 else 0
    return value << extra | rest
