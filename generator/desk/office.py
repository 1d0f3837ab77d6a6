"""The context of the application: paths, settings, and the few objects that live as long as the program runs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from generator.desk.auth.signing import load_secret
from generator.desk.content import PublishedContent
from generator.desk.http.hosts import allowed_hosts
from generator.desk.http.networks import Network, networks
from generator.desk.http.ratelimit import TokenBuckets
from generator.desk.inbox.submissions import clear_inbox, open_inbox
from generator.desk.jobs.build import SiteBuilder
from generator.desk.jobs.push import Pusher
from generator.intake.draft import clear_content
from generator.pages.render import Environment, environment, templates
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """Everything that views need. Who writes into `content` holds `write_lock`."""

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
    published: PublishedContent
    builder: SiteBuilder
    pusher: Pusher
    submit_limit: TokenBuckets
    sign_in_limit: TokenBuckets
    write_lock: Lock
    site: Path | None = None


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of a project, as its settings file says.

    `site` is the built site if the desk serves it too; `host` is the host name under which the desk is opened.
    """

    config: Path
    content: str
    themes: tuple[Path, ...]
    icons: Path
    inbox: Path
    target: Path
    site: Path | None = None
    host: str = ""


def open_office(settings: Settings, paths: Paths, now: Callable[[], datetime]) -> Office:
    """Open the desk of a project, and remove what killed writers left. Raises InvalidNetwork by the settings."""
    project = paths.config.resolve().parent
    allowed, proxies = networks(settings.desk.networks), networks(settings.desk.proxies)
    content, write_lock = project / paths.content, Lock()
    open_inbox(paths.inbox)
    clear_inbox(paths.inbox)
    clear_content(content)
    return Office(
        settings=settings,
        project=project,
        content=content,
        inbox=paths.inbox,
        themes=paths.themes,
        secret=load_secret(paths.inbox),
        networks=allowed,
        proxies=proxies,
        hosts=allowed_hosts(settings, paths.host, with_site=paths.site is not None),
        env=environment((*templates(paths.themes), *paths.themes), paths.icons),
        now=now,
        published=PublishedContent(content, paths.content),
        builder=SiteBuilder(paths.config.resolve(), paths.inbox / "build.log", paths.target, settings.in_place),
        pusher=Pusher(content, settings.desk.push, write_lock),
        submit_limit=TokenBuckets(settings.desk.burst, settings.desk.every_seconds),
        sign_in_limit=TokenBuckets(5, 30),
        write_lock=write_lock,
        site=paths.site,
    )
