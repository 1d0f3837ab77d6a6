"""mkdocs.yml read by MkDocs, and whatever is wrong with it said in one sentence."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.check.settings import settings_problems
from generator.obstacles import of_the_disk
from generator.projects.older import older_settings
from generator.rules import advice, message

log = logging.getLogger("mkdocs.plugins.hiroba")


class Stopped(Exception):
    """A build that ended without a site: `code` 1 for problems in content, 2 for wrong use."""

    def __init__(self, words: str, code: int) -> None:
        super().__init__(words)
        self.code = code


def configuration(config_file: str, **overrides: Any) -> MkDocsConfig:
    """What mkdocs.yml says; Stopped, in one sentence, if it is wrong."""
    if words := _wrong(config_file):
        raise Stopped(words, 2)
    _warn(config_file)
    said = _Said()
    try:
        with said:
            return load_config(config_file, **overrides)
    except (Abort, ConfigurationError) as error:
        # MkDocs has logged every single mistake by then and says nothing more when it aborts.
        words = "、".join(said.words) if isinstance(error, Abort) else str(error)
        raise Stopped(f"設定ファイル {config_file} に直すところがあります（{' '.join(words.split())}）。", 2) from None


def _warn(config_file: str) -> None:
    """Say which settings are an older version's; they still count."""
    path = Path(config_file)
    for older in older_settings(path.read_text(encoding="utf-8-sig"), path.parent):
        log.warning(f"{config_file} の{older.line}行目：{older.words}hiroba upgrade で直せます。")


def _wrong(config_file: str) -> str:
    """The first fault of the settings file that we know better words for than MkDocs; empty if there is none."""
    try:
        text = Path(config_file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return f"設定ファイル {config_file} の文字を読めません。「UTF-8」で保存しなおしてください。"
    except OSError as error:
        return f"設定ファイルを読めません。{of_the_disk(error)}"
    for each in settings_problems(text, config_file):
        return f"設定ファイル {config_file} の{each.where.line}行目：{message(each)}{advice(each)}"
    return ""


class _Said(logging.Handler):
    """Hears what MkDocs has to say while it reads its settings, instead of the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of errors."""
        if record.levelno >= logging.ERROR:
            self.words.append(record.getMessage())

    def __enter__(self) -> None:
        logger = logging.getLogger("mkdocs")
        self.former, logger.handlers = logger.handlers, [self]

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").handlers = self.former
