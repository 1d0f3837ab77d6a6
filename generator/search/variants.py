"""Chinese letters, simplified and traditional, and the Japanese ones for them: 车 is 車, 圖 is 図."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.packaged import packaged


@cache
def variants() -> Mapping[str, str]:
    """Each letter that is written in China or Taiwan, but not in everyday Japanese, and the Japanese letter for it."""
    text = packaged("words/letters.tsv").read_text(encoding="utf-8")
    return MappingProxyType(dict(line.split("\t") for line in text.splitlines()))
