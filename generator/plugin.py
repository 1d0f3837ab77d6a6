"""The line as a MkDocs plugin: hooks that call our functions.

MkDocs renders the hand-written pages and one frame for each section and depth; profiles are poured into the frames.
Everything goes into a stage, which becomes the site only when it is whole.
"""

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import ValidationError as ConfigError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from pydantic import ValidationError

from generator.assets import NO_ASSETS, Assets, assets
from generator.build import Loaded, Progress, Report, Theme, finish, load, quietly
from generator.clock import now_here, today_here
from generator.configuration import Stopped as Stopped
from generator.configuration import configuration
from generator.kinds import counted
from generator.obstacles import sentence, waiting_for
from generator.pages.facts import filled
from generator.pages.frame import Frame, frame, mark, name_of
from generator.pages.render import templates
from generator.pages.site import FRAMES, navigation
from generator.problems import Problem
from generator.publishing.edition import Edition
from generator.publishing.lock import Holder, Waiting
from generator.publishing.turn import who_runs_this
from generator.reading.source import kinds_in
from generator.reports import terminal
from generator.search.documents import SearchDocument
from generator.search.index import FOLDER
from generator.search.written import written_page
from generator.settings import Settings
from generator.theming import icons, take_out_others, themes, wear

log = logging.getLogger("mkdocs.plugins.hiroba")
# Folders of the site that are made anew as a whole.
ROOMS = (f"{FOLDER}/",)


def _report(problems: tuple[Problem, ...]) -> None:
    for line in terminal(problems):
        log.warning(line)


def _wait(holder: Holder | None) -> None:
    log.info(waiting_for(holder))


@dataclass(slots=True)
class Options:
    """What an entrance may ask of a build; plain `mkdocs build` asks for nothing."""

    today: date | None = None
    searchable: bool = True
    progress: Progress = quietly
    report: Callable[[tuple[Problem, ...]], None] = _report
    # Who builds, for others to see; whom a build that has to wait tells for whom (None: it ends instead).
    by: str = ""
    waiting: Waiting | None = _wait


class NotBuilt(Abort):
    """Something other than the profiles kept the site from being built; the last good site stays."""

    code = exit_code = 2


class HirobaPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """MkDocs' hooks, in the order in which MkDocs calls them."""

    def __init__(self) -> None:
        self.options = Options()
        self.settings = Settings()
        self.content = "content"
        self.serving = False
        self.site: Path | None = None
        self.edition = Edition()
        self.loaded: Loaded | None = None
        self.report = Report(0, 0)
        self.frames: dict[str, Frame] = {}
        self.written: list[SearchDocument] = []
        self.assets: Assets = NO_ASSETS

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list, list]:  # type: ignore[type-arg]
        """Take the plugin's section of mkdocs.yml; every mistake in it is reported by name."""
        values = dict(options)
        self.content = str(values.pop("content", "content"))
        try:
            self.settings = Settings.model_validate(values)
        except ValidationError as error:
            faults = [(".".join(map(str, e["loc"])), ConfigError(e["msg"])) for e in error.errors()]
            return faults, []
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin as a build; being here keeps the plugin when MkDocs loads its configuration anew."""
        self.serving = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content, and turn MkDocs towards a stage."""
        self.settings = replace_site(self.settings, config)
        wear(config)
        config.markdown_extensions = [*config.markdown_extensions, "generator.pages.tables:LabelledTables"]
        self.frames, self.written, self.edition = {}, [], Edition()
        config.theme.static_templates.discard("sitemap.xml")
        if not self.serving:
            self._read(config)
        return config

    def _read(self, config: MkDocsConfig) -> None:
        self._begin(config)
        today = self.options.today or today_here()
        with self.options.progress("読み取りと点検") as tell:
            self.loaded = load(_project(config) / self.content, self.content, today)
            tell(counted(self.loaded.directory.entries))
        self.options.report(self.loaded.problems)
        if self.loaded.failed:
            raise Abort("プロフィールに直すところがあるため、サイトは作りませんでした（前のサイトはそのままです）。")
        config.site_dir = str(self.edition.open_stage())

    def _begin(self, config: MkDocsConfig) -> None:
        """Be the only one who writes the site; before reading, so that what is published last was read last."""
        mine = Holder(self.options.by or who_runs_this(), now_here())
        self.site = Path(config.site_dir).resolve()
        self.edition.begin(self.site, mine, self.options.waiting, in_place=self.settings.in_place)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add styles, scripts and a frame for each section and depth, and let no other theme's in."""
        take_out_others(files, config)
        self.assets = assets(themes(config), joined=not self.serving)
        for address, content in self.assets.files.items():
            files.append(File.generated(config, address, content=content))
        for section, depth in FRAMES:
            files.append(File.generated(config, _frame_source(section, depth), content=_frame_text(section, depth)))
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Note the names of all files that are copied as they are; tell the templates of assets and navigation."""
        env.globals["navigation"] = navigation(kinds_in(_project(config) / self.content))
        env.filters.update(asset=self.assets.asset, preloads=self.assets.needed)
        copied = (f for f in files if not f.is_documentation_page() and f.inclusion.value > InclusionLevel.DRAFT.value)
        self.edition.files.update(file.dest_uri for file in copied)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the settings' facts, such as the centre's telephone, into a hand-written page."""
        return filled(markdown, self.settings, page.file.src_uri)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep a frame instead of writing it; note what a hand-written page says for the search."""
        name = page.meta.get("hiroba_frame")
        if name:
            self.frames[str(name)] = frame(output)
            return ""
        lead = str(page.meta.get("description", ""))
        self.written.append(written_page(page.url or "", str(page.title), lead, page.content or ""))
        self.edition.files.add(page.file.dest_uri)
        return output

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Note the name of a page that a template of the theme makes, such as 404.html."""
        self.edition.files.update([template_name] if output.strip() else [])
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Pour the profiles into the frames, make everything searchable, and publish it in one step."""
        if self.serving:
            return
        assert self.loaded is not None
        self.report = finish(
            self.loaded,
            _project(config) / self.content,
            self.settings,
            self.theme(config),
            Path(config.site_dir),
            searchable=self.options.searchable,
            progress=self.options.progress,
        )
        self.edition.add(self.report.files, ROOMS)
        with self.options.progress("公開"):
            self.edition.publish()

    def theme(self, config: MkDocsConfig) -> Theme:
        """What MkDocs has made, for us to pour into."""
        return Theme(dict(self.frames), templates(themes(config)), icons(config), self.assets, tuple(self.written))

    def on_build_error(self, error: Exception) -> None:
        """Throw the stage away, so that the last good site stays, and say in a sentence what was in the way."""
        self.edition.leave()
        if not isinstance(error, Abort) and (words := sentence(error)):
            raise NotBuilt(words) from None


def replace_site(settings: Settings, config: MkDocsConfig) -> Settings:
    """The settings with the site's name and address, which MkDocs keeps."""
    return settings.model_copy(update={"site_name": config.site_name, "site_url": config.site_url or ""})


def _project(config: MkDocsConfig) -> Path:
    """The folder that mkdocs.yml stands in."""
    return Path(config.config_file_path or "mkdocs.yml").parent


def _frame_source(section: str, depth: int) -> str:
    return ("index.md", f"frame-{section}.md", f"frame/{section}.md")[depth]


def _frame_text(section: str, depth: int) -> str:
    return f"---\nhiroba_frame: {name_of(section, depth)}\nsection: {section}\ntitle: {section}\n---\n{mark('body')}\n"


def build(config_file: str, site: str | None, options: Options) -> HirobaPlugin:
    """Build and publish the site that mkdocs.yml describes; Stopped if it cannot or must not be."""
    config = configuration(config_file, **({"site_dir": site} if site else {}))
    plugin = _plugin(config)
    plugin.options = options
    # A build makes a million small objects and no cycles worth finding; looking for them takes a quarter of its time.
    gc.disable()
    try:
        _run(config)
    finally:
        # MkDocs speaks of no build that was broken off at the keyboard.
        plugin.edition.leave()
        gc.enable()
    return plugin


@dataclass(frozen=True, slots=True)
class Ground:
    """What a preview stands on: settings, what MkDocs made, where the profiles are, and what MkDocs made it from.

    `shown` is the name of the content folder in messages, `published` the address that the site will have.
    """

    settings: Settings
    theme: Theme
    content: Path
    shown: str
    published: str
    watched: tuple[Path, ...]


def ground(config_file: str, site: Path, address: str, options: Options) -> Ground:
    """Let MkDocs fill `site` with frames and written pages only, to be served at `address`; Stopped if it cannot."""
    config = configuration(config_file, site_dir=str(site))
    published = config.site_url or ""
    config.site_url = f"http://{address}/{urlsplit(published).path.strip('/')}".rstrip("/") + "/"
    plugin = _plugin(config)
    plugin.options, plugin.serving = options, True
    try:
        _run(config, serve_url=config.site_url)
    finally:  # MkDocs keeps one plugin for a whole process, in which a later build is a build.
        plugin.options, plugin.serving = Options(), False
    watched = (Path(config_file), Path(config.docs_dir), *themes(config))
    content = _project(config) / plugin.content
    return Ground(plugin.settings, plugin.theme(config), content, plugin.content, published, watched)


def _run(config: MkDocsConfig, **wishes: Any) -> None:
    try:
        mkdocs_build(config, **wishes)
    except Abort as abort:
        raise Stopped(str(abort), int(abort.code or 1)) from None


@dataclass(frozen=True, slots=True)
class Project:
    """What mkdocs.yml says: settings, folders of the theme and of icons, the content folder's name, and the site."""

    settings: Settings
    themes: tuple[Path, ...]
    icons: Path
    content: str
    site: Path


def look(config_file: str) -> Project:
    """What mkdocs.yml says, without building anything; Stopped if it is wrong."""
    config = configuration(config_file)
    plugin = _plugin(config)
    settings = replace_site(plugin.settings, config)
    return Project(settings, themes(config), icons(config), plugin.content, Path(config.site_dir))


def _plugin(config: MkDocsConfig) -> HirobaPlugin:
    plugin = config.plugins["hiroba"]
    assert isinstance(plugin, HirobaPlugin)
    return plugin
