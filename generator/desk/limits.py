"""How often somebody may knock: a bucket of tokens for each address, in memory, with the clock as an argument."""

import ipaddress
from dataclasses import dataclass, field
from threading import Lock

# Beyond so many addresses those that have waited long enough are forgotten.
_MOST = 10_000


@dataclass(slots=True)
class Buckets:
    """Buckets that hold `capacity` tokens and win one back every `seconds`."""

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
                self._forget(now)
            return 0

    def give_back(self, key: str, now: float) -> None:
        """Give a token back that was taken for nothing wrong."""
        with self.lock:
            self.levels[key] = (min(float(self.capacity), self._level(key, now) + 1), now)

    def _level(self, key: str, now: float) -> float:
        level, when = self.levels.get(key, (float(self.capacity), now))
        # A clock that was set back gives nothing, and takes nothing.
        return min(float(self.capacity), level + max(0.0, now - when) / self.seconds)

    def _forget(self, now: float) -> None:
        full = [key for key in self.levels if self._level(key, now) >= self.capacity]
        for key in full or list(self.levels)[: _MOST // 2]:
            del self.levels[key]


def neighbourhood(address: str) -> str:
    """What counts as one sender: an IPv4 address, or the network of an IPv6 one, which one person can vary at will."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:60]
    mapped = getattr(found, "ipv4_mapped", None)
    if mapped or found.version == 4:
        return str(mapped or found)
    return str(ipaddress.ip_network((int(found), 64), strict=False))
