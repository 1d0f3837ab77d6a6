"""What is on which day, in a file for each week: loaded when somebody asks for a day, and by nobody else.

Most ask for a day, a weekend or a week; a month of ten thousand groups would weigh as much as the rest of an answer.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.search.documents import SearchDocument
from generator.search.postings import encoded

Week = dict[str, dict[str, str]]


def days(ordered: Sequence[SearchDocument], span: Sequence[date]) -> dict[str, Week]:
    """Monday → ISO day → the time at which something begins and the parts of the day that it
    does not tell (19:00, 16:00ae, m, "" where nobody says) → the documents, as text.

    Every week between the first and the last day of the span is there, so that nobody asks for a file in vain.
    """
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(ordered):
        for written in document.dates:
            day, _, time = written.partition("T")
            found[day][time].append(number)
    weeks: dict[str, Week] = {monday.isoformat(): {} for monday in _mondays(*span)} if span else {}
    for day in sorted(found):
        monday = _monday(date.fromisoformat(day)).isoformat()
        weeks.setdefault(monday, {})[day] = {time: encoded(numbers) for time, numbers in sorted(found[day].items())}
    return weeks


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = _monday(first)
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)
