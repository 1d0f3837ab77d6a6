"""Pictures as pixels: the only module that imports Pillow.

How large a picture is stands in its first bytes and is read by us before Pillow opens it: what would unpack to more
than MAX_PIXELS is never opened, and Pillow's own limit, one for the whole process, is left alone by every thread.
"""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

# About the most that a telephone takes; a picture that unpacks to more is a bomb, not a photo.
MAX_PIXELS = 60_000_000
# The formats that are taken; Pillow tries no other one on what a stranger sends (EPS would start another program).
_FORMATS = ("JPEG", "PNG", "WEBP")
# JPEG: the markers of a frame's header (SOF0 to SOF15 without DHT, JPG and DAC), and those that stand without a length.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
_START_OF_SCAN = 0xDA


def pixels(path: Path | BinaryIO) -> int | None:
    """How many pixels a JPEG, PNG or WebP says it has, from its header alone; None if it is none of them."""
    try:
        if isinstance(path, Path):
            with path.open("rb") as stream:
                size = _size(stream)
        else:
            path.seek(0)
            size = _size(path)
    except (OSError, ValueError):
        return None
    return size[0] * size[1] if size and all(size) else None


def _size(stream: BinaryIO) -> tuple[int, int] | None:
    """Width and height, by the header of a PNG (W3C, 5.2 and 11.2.1), WebP (RFC 9649) or JPEG (ITU-T T.81, annex B)."""
    head = stream.read(30)
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return _big(head[16:20]), _big(head[20:24])
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp_size(head)
    if head[:3] == b"\xff\xd8\xff":
        stream.seek(2)
        return _jpeg_size(stream)
    return None


def _webp_size(head: bytes) -> tuple[int, int] | None:
    if len(head) < 30:
        return None
    if head[12:16] == b"VP8X":
        return _little(head[24:27]) + 1, _little(head[27:30]) + 1
    if head[12:16] == b"VP8L":
        bits = _little(head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[12:16] == b"VP8 ":
        return _little(head[26:28]) & 0x3FFF, _little(head[28:30]) & 0x3FFF
    return None


def _jpeg_size(stream: BinaryIO) -> tuple[int, int] | None:
    """The size in the first frame's header; the segments before it are passed over."""
    while (mark := stream.read(1)) == b"\xff":
        while mark == b"\xff":
            mark = stream.read(1)
        if not mark or mark[0] == _START_OF_SCAN:
            return None
        if mark[0] in _BARE:
            continue
        length = _big(stream.read(2))
        if mark[0] in _FRAMES:
            frame = stream.read(5)
            return (_big(frame[3:5]), _big(frame[1:3])) if len(frame) == 5 else None
        stream.seek(max(0, length - 2), io.SEEK_CUR)
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def upright(path: Path | BinaryIO) -> Any:
    """The pixels of a picture, turned the right way up, on white; None if it cannot be read."""
    from PIL import Image, ImageOps

    many = pixels(path)
    if many is None or many > MAX_PIXELS:
        return None
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            # A second header of another size would be Pillow's choice, and not what was read above.
            if opened.width * opened.height != many:
                return None
            turned = ImageOps.exif_transpose(opened)
            rgba = turned.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    clean = Image.new("RGB", rgba.size, "white")
    clean.paste(rgba, mask=rgba.getchannel("A"))
    return clean


def opens(path: Path) -> bool:
    """Whether a picture can be read to its end; a file that has not changed since is not read again."""
    return _opens(path, *version(path))


def version(path: Path) -> tuple[int, int]:
    """Time and size of a file, by which a change of it is noticed."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4096)
def _opens(path: Path, time: int, size: int) -> bool:
    return upright(path) is not None


def small_jpeg(data: bytes, longest: int) -> bytes | None:
    """A picture as JPEG no longer than so many pixels, without its place and camera; None if it is no picture."""
    clean = upright(io.BytesIO(data))
    if clean is None:
        return None
    clean.thumbnail((longest, longest))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=85)
    return out.getvalue()
