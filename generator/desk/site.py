"""The built site behind the desk's own addresses: media types that no registry changes, and how long a file is kept."""

import mimetypes
import os
import re
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from generator.static import TYPES

# A name that changes with the content (generator/assets/): whoever has the file need not ask for it again (RFC 8246).
_NAMED_BY_CONTENT = re.compile(r"-[0-9a-f]{8}\.(?:js|css)\Z")
_FOR_EVER = "public, max-age=31536000, immutable"


class Site(StaticFiles):
    """The files of a built site, without lists of folders."""

    def __init__(self, folder: Path) -> None:
        for ending, kind in TYPES.items():
            mimetypes.add_type(kind, ending)
        super().__init__(directory=folder, html=True, check_dir=False)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """A file; one that is named by its content may be kept for ever, any other is asked for again."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        kept = _NAMED_BY_CONTENT.search(os.fspath(full_path))
        response.headers["Cache-Control"] = _FOR_EVER if kept else "no-cache"
        return response
