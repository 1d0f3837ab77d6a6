"""Receipt numbers: the day, and four letters that nobody mistakes for others."""

import secrets
from datetime import date

# Letters that are not mistaken for one another by ear or in handwriting, as B and 8 or Z and 2 are.
_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"letters": _LETTERS}


def new_receipt(day: date) -> str:
    """A number for what came in on a day: 1127-K7QX. Nobody else has it, as far as chance goes (1 in 390,625)."""
    return f"{day:%m%d}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
