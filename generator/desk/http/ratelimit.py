"""Rate limits: a token bucket for each client, in memory, with the clock as an argument."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

# Beyond so many keys those whose buckets are full again are dropped.
_MOST = 10_000


@dataclass(slots=True)
class TokenBuckets:
    """Buckets by key that hold `capacity` tokens and are refilled by one every `seconds`."""

    capacity: int
    seconds: float
    levels: dict[str, tuple[float, float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, key: str, now: float) -> int:
        """Take a token: 0 if there was one, else how many whole seconds to wait for the next."""
        with self.lock:
            level = self._level(key, now)
            if level < 1:
                return max(1, round((1 - level) * self.seconds))
            self.levels[key] = (level - 1, now)
            if len(self.levels) > _MOST:
                self._drop_full(now)
            return 0

    def refund(self, key: str, now: float) -> None:
        """Give back a token that was taken by a request which counts for nothing."""
        with self.lock:
            self.levels[key] = (min(float(self.capacity), self._level(key, now) + 1), now)

    def _level(self, key: str, now: float) -> float:
        level, when = self.levels.get(key, (float(self.capacity), now))
        # A clock that was set back gives nothing, and takes nothing.
        return min(float(self.capacity), level + max(0.0, now - when) / self.seconds)

    def _drop_full(self, now: float) -> None:
        full = [key for key in self.levels if self._level(key, now) >= self.capacity]
        for key in full or list(self.levels)[: _MOST // 2]:
            del self.levels[key]


def retry_after(buckets: TokenBuckets, keys: Iterable[str], now: datetime) -> int:
    """Take a token from the bucket of each key: the seconds until every one has one again, 0 if all had one now."""
    return max(buckets.take(key, now.timestamp()) for key in keys)
