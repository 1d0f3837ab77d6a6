"""Pictures as pixels: the only module that imports Pillow."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

# About the most that a telephone takes; a picture that unpacks to more is a bomb, not a photo.
MAX_PIXELS = 60_000_000


def pixels(path: Path | BinaryIO) -> int | None:
    """How many pixels a picture says it has, from its head alone; None if it is no picture."""
    from PIL import Image

    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with Image.open(path) as opened:
            return int(opened.width) * int(opened.height)
    except (OSError, ValueError, SyntaxError):
        return None
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def upright(path: Path | BinaryIO) -> Any:
    """The pixels of a picture, turned the right way up, on white; None if it cannot be read."""
    from PIL import Image, ImageOps

    many = pixels(path)
    if many is None or many > MAX_PIXELS:
        return None
    try:
        with Image.open(path) as opened:
            turned = ImageOps.exif_transpose(opened)
            rgba = turned.convert("RGBA")
    except (OSError, ValueError, SyntaxError):
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
