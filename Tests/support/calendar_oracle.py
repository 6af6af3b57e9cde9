"""France's public holidays and ISO weeks, by rules of its own: no line is shared with the software.

    python Tests/support/calendar_oracle.py            # writes Tests/Vectors/calendar.txt

Easter is found with J.-M. Oudin's algorithm, the weeks with Python's datetime.
"""

from datetime import date, timedelta
from pathlib import Path

VECTORS = Path(__file__).parents[1] / "Vectors" / "calendar.txt"


def easter(year):
    """Oudin (1940), as given by Tondering's calendar FAQ."""
    golden = year % 19
    century = year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def public_holidays(year):
    """In the order of the Code du travail."""
    sunday = easter(year)
    return {
        "new-year": date(year, 1, 1),
        "easter-monday": sunday + timedelta(days=1),
        "labour-day": date(year, 5, 1),
        "victory-1945": date(year, 5, 8),
        "ascension": sunday + timedelta(days=39),
        "whit-monday": sunday + timedelta(days=50),
        "national-day": date(year, 7, 14),
        "assumption": date(year, 8, 15),
        "all-saints": date(year, 11, 1),
        "armistice-1918": date(year, 11, 11),
        "christmas": date(year, 12, 25),
    }


def vectors():
    """A line a year: its holidays that move, its weeks, and the weeks that its first and last day are in."""
    lines = ["# year easter-monday ascension whit-monday weeks first-day's-week last-day's-week"]
    for year in range(1970, 2200):
        moving = [public_holidays(year)[name] for name in ("easter-monday", "ascension", "whit-monday")]
        weeks = date(year, 12, 28).isocalendar().week
        ends = [date(year, 1, 1).isocalendar(), date(year, 12, 31).isocalendar()]
        lines.append(" ".join([str(year), *map(str, moving), str(weeks), *(f"{e.year}-W{e.week:02}" for e in ends)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    VECTORS.write_text(vectors())
