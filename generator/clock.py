"""The one place where the clock is read; everything else gets the day as an argument."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_here() -> date:
    """The day it is in the city."""
    return now_here().date()


def now_here() -> datetime:
    """The moment it is in the city, with its zone."""
    return datetime.now(ZoneInfo("Asia/Tokyo"))
