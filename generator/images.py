"""Pictures as pixels: the only module that imports Pillow."""

from pathlib import Path
from typing import Any

# About the most that a telephone takes; a picture that unpacks to more is a bomb, not a photo.
MAX_PIXELS = 60_000_000


def upright(path: Path) -> Any:
    """The pixels of a picture, turned the right way up, on white; None if it cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                return None
            turned = ImageOps.exif_transpose(opened)
            rgba = turned.convert("RGBA")
    except (OSError, Image.DecompressionBombError, ValueError):
        return None
    clean = Image.new("RGB", rgba.size, "white")
    clean.paste(rgba, mask=rgba.getchannel("A"))
    return clean
