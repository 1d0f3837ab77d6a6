"""Numbers month by month as bars: where each of them stands in a drawing, and the same in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.statistics.months import month_words
from generator.statistics.report import Series

# In the units of the drawing: room for thirteen months, their names below and numbers above.
WIDTH, HEIGHT, _BASE, _TOP, _GAP = 520, 150, 122, 22, 0.3
_NOTHING = "記録なし"


@dataclass(frozen=True, slots=True)
class Bar:
    """One month. words: its number; where nothing was kept `kept` is False, and there is no bar."""

    name: str
    words: str
    kept: bool
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Where its name and its number stand."""
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        """Where the foot of its number stands."""
        return round(self.y - 6, 1)


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of bars. desc: what it shows, for those who do not see it; months: the rows of the table beside it.

    The bars stand on `base`, the names of the months `below` it.
    """

    title: str
    desc: str
    bars: tuple[Bar, ...]
    months: tuple[tuple[str, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = _BASE
    below: int = _BASE + 18


def plot(series: Series) -> Plot:
    """A series as bars from nought up, whose highest fills the drawing."""
    counts = [count or 0 for _, count in series.points]
    step, most = WIDTH / len(counts), max((*counts, 1))
    bars = tuple(_bar(n, month, count, step, most) for n, (month, count) in enumerate(series.points))
    months = tuple((month_words(month), _count_words(count)) for month, count in series.points)
    return Plot(series.title, _desc(months, series.points), bars, months)


def _bar(n: int, month: str, count: int | None, step: float, most: int) -> Bar:
    height = round((_BASE - _TOP) * (count or 0) / most, 1)
    # The year is told where it begins.
    name = f"{int(month[5:])}月" if n and month[5:] != "01" else f"{month[2:4]}年{int(month[5:])}月"
    width = min(step * (1 - _GAP), 48)
    x = round(n * step + (step - width) / 2, 1)
    words = "―" if count is None else str(count)
    return Bar(name, words, count is not None, x, round(_BASE - height, 1), round(width, 1), height)


def _count_words(count: int | None) -> str:
    return _NOTHING if count is None else str(count)


def _desc(months: Sequence[tuple[str, str]], points: Sequence[tuple[str, int | None]]) -> str:
    known = [(month_words(month), count) for month, count in points if count is not None]
    if len(known) < 2:
        return "".join(f"{month}は{count}です。" for month, count in known)
    (first, before), (last, now) = known[0], known[-1]
    return f"棒グラフ。{first}の{before}から、{last}の{now}まで、{len(months)}か月分。数は横の表にあります。"
