"""The sitemap of every page that search engines may keep."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.settings import Settings


def sitemap(urls: Iterable[str], settings: Settings) -> str:
    """A sitemap.xml of site-relative addresses; empty of entries if the site's own address is not known."""
    known = sorted(set(urls)) if settings.site_url else []
    lines = [f"<url><loc>{escape(settings.absolute(url))}</loc></url>" for url in known]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "\n".join(lines) + "\n</urlset>\n"
