"""Which files a site has for other programs: address → what makes it."""

from collections.abc import Callable, Mapping

from generator.directory.model import Directory
from generator.exports.openings import openings_csv, openings_feed, openings_json
from generator.settings import Settings

FORMATS: Mapping[str, Callable[[Directory, Settings], bytes]] = {
    "wanted/wanted.json": openings_json,
    "wanted/wanted.csv": openings_csv,
    "wanted/feed.xml": openings_feed,
}
