"""A site that is being built: whose turn it is, the stage that fills, and the names of what has to be in it."""

from collections.abc import Collection, Set
from contextlib import ExitStack
from pathlib import Path

from generator.publishing.lock import Holder, Waiting
from generator.publishing.stage import Turn, discard, open_to_web, publish
from generator.publishing.stage import open_stage as new_stage
from generator.publishing.turn import turn


class AddressTaken(Exception):
    """A file that people wrote for the site would stand where the program writes one: `name` is its name there."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Edition:
    """From the turn to the published site; whatever happens on the way, `leave` ends it and the last site stays."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.stage: Path | None = None
        self._turn: Turn | None = None
        self._held = ExitStack()

    def begin(self, site: Path, mine: Holder, waiting: Waiting | None, *, in_place: bool) -> None:
        """Be the only one who writes `site`. Raises Busy, NotOurs and OSError as `turn` does."""
        self._turn = self._held.enter_context(turn(site, mine, waiting, in_place=in_place))

    def open_stage(self) -> Path:
        """The folder to be filled."""
        assert self._turn is not None
        self.stage = new_stage(self._turn)
        return self.stage

    def add(self, made: Set[str], rooms: Collection[str]) -> None:
        """Note what the program made; nothing else may have those names, or stand in its `rooms` (folder/).

        Raises AddressTaken for the first that does.
        """
        taken = {name for name in self.files - made if name.startswith(tuple(rooms))} | (self.files & made)
        if taken:
            raise AddressTaken(min(taken))
        self.files |= made

    def publish(self) -> None:
        """Make the stage the site, readable for a web server, if all of `files` are there; then end."""
        if self.stage and self._turn:
            open_to_web(self.stage)
            publish(self.stage, self._turn, self.files)
        self.leave()

    def leave(self) -> None:
        """End the turn, however far it has come; a stage that did not become the site goes."""
        if self.stage:
            discard(self.stage)
        self.stage = self._turn = None
        self._held.close()
