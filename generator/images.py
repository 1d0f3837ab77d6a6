"""Pictures as pixels: the only module that imports Pillow."""

from pathlib import Path
from typing import Any

# About the most that a telephone takes; a picture that unpacks to more is a bomb, not a photo.
MAX_PIXELS = 60_000_000


def pixels(path: Path) -> int | None:
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


def upright(path: Path) -> Any:
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
