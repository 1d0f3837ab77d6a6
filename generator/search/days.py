"""What is on which day, in a file for each month: loaded when somebody asks for a day, and by nobody else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.search.documents import SearchDocument
from generator.search.postings import encoded

Month = dict[str, dict[str, str]]


def days(ordered: Sequence[SearchDocument], span: Sequence[date]) -> dict[str, Month]:
    """Month → ISO day → the time at which something begins ("" where nobody says) → the documents, as text.

    Every month between the first and the last day of the span is there, so that nobody asks for a file in vain.
    """
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(ordered):
        for written in document.dates:
            day, _, time = written.partition("T")
            found[day][time].append(number)
    months: dict[str, Month] = {month: {} for month in _months(*span)} if span else {}
    for day in sorted(found):
        months.setdefault(day[:7], {})[day] = {time: encoded(numbers) for time, numbers in sorted(found[day].items())}
    return months


def _months(first: date, last: date) -> Iterator[str]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12:04}-{number % 12 + 1:02}"
