"""全国地方公共団体コード: five digits for a prefecture and a municipality, and a sixth to check them by."""

_WEIGHTS = (6, 5, 4, 3, 2)


def check_digit(code: str) -> str:
    """The sixth digit of a code, from its first five (総務省, 検査数字の算出方法)."""
    total = sum(int(digit) * weight for digit, weight in zip(code[:5], _WEIGHTS, strict=True))
    return str((11 - total % 11) % 10)


def right_code(code: str) -> bool:
    """Whether this is a code of six digits whose last one fits the others."""
    return len(code) == 6 and code.isascii() and code.isdigit() and code[5] == check_digit(code)
