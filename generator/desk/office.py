"""The desk as one noun: where everything lies, and the few things that live as long as the program runs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from generator.desk.builder import Builder
from generator.desk.courier import Courier
from generator.desk.hosts import names_of
from generator.desk.inbox import clear_inbox, open_inbox
from generator.desk.library import Library
from generator.desk.limits import Buckets
from generator.desk.networks import Network, networks
from generator.desk.signed import secret_in
from generator.intake.draft import clear_content
from generator.pages.render import Environment, environment, templates
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """Everything that the pages of the desk need."""

    settings: Settings
    project: Path
    content: Path
    inbox: Path
    themes: tuple[Path, ...]
    secret: str
    networks: tuple[Network, ...]
    proxies: tuple[Network, ...]
    hosts: frozenset[str]
    env: Environment
    now: Callable[[], datetime]
    library: Library
    builder: Builder
    courier: Courier
    posts: Buckets
    tries: Buckets
    writing: Lock
    site: Path | None = None


@dataclass(frozen=True, slots=True)
class Rooms:
    """Where a project keeps things, as its settings file says.

    `site` is the built site if the desk shows it too; `host` is as what the desk is opened.
    """

    config: Path
    content: str
    themes: tuple[Path, ...]
    icons: Path
    inbox: Path
    target: Path
    site: Path | None = None
    host: str = ""


def open_office(settings: Settings, rooms: Rooms, now: Callable[[], datetime]) -> Office:
    """Open the desk of a project: its inbox is made and tidied. Raises NoNetwork for a wrong one in the settings."""
    project = rooms.config.resolve().parent
    allowed, proxies = networks(settings.desk.networks), networks(settings.desk.proxies)
    content, writing = project / rooms.content, Lock()
    open_inbox(rooms.inbox)
    clear_inbox(rooms.inbox)
    clear_content(content)
    return Office(
        settings=settings,
        project=project,
        content=content,
        inbox=rooms.inbox,
        themes=rooms.themes,
        secret=secret_in(rooms.inbox),
        networks=allowed,
        proxies=proxies,
        hosts=names_of(settings, rooms.host, with_site=rooms.site is not None),
        env=environment((*templates(rooms.themes), *rooms.themes), rooms.icons, settings),
        now=now,
        library=Library(content, rooms.content),
        builder=Builder(rooms.config.resolve(), rooms.inbox / "build.log", rooms.target, settings.in_place),
        courier=Courier(content, settings.desk.push, writing),
        posts=Buckets(settings.desk.burst, settings.desk.every_seconds),
        tries=Buckets(5, 30),
        writing=writing,
        site=rooms.site,
    )
