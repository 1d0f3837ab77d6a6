"""Pictures as pixels: the only module that imports Pillow."""

import io
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


def small_jpeg(data: bytes, longest: int) -> bytes | None:
    """A picture as JPEG no longer than so many pixels, without its place and camera; None if it is no picture."""
    clean = upright(io.BytesIO(data))
    if clean is None:
        return None
    clean.thumbnail((longest, longest))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=85)
    return out.getvalue()
