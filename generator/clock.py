"""The one place where the clock is read; everything else gets the day as an argument."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_here() -> date:
    """The day it is in the city."""
    return datetime.now(ZoneInfo("Asia/Tokyo")).date()
