"""Which days a comparison holds against which, the slow and simple way: no line is shared with the software.

    .tools/venv/bin/python Tests/support/comparison_oracle.py        # writes Tests/Vectors/comparisons.json

Every day gets a label that says what part it plays in its year; its like is looked for among all days of the year before.
"""

import json
import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from calendar_oracle import easter, public_holidays

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "Tests" / "Vectors" / "comparisons.json"
DAY = timedelta(days=1)
FEASTS = {-1, 0, 1, 39, 40, 41, 42, 48, 49, 50}
MOVING = {"easter-monday", "ascension", "whit-monday"}


@cache
def schools():
    """As the office's content has them, with days as text."""
    text = (ROOT / "content/calendar/school-holidays.yaml").read_text()
    years = yaml.safe_load(text)["years"]
    return [
        {
            "year": int(y["year"][:4]),
            "source": y["source"],
            "start": str(y["start"]),
            "breaks": [{k: str(v) for k, v in b.items()} for b in y["breaks"]],
        }
        for y in years
    ]


@cache
def school_days(zone):
    """Each day whose part in the schools' year is known: None in term, else the holiday, the school year, the day's place."""
    known = {}
    years = schools()
    for y, following in zip(years, [*years[1:], None], strict=True):
        day = date.fromisoformat(y["start"])
        breaks = [b for b in y["breaks"] if b.get("zone", zone) == zone]
        summer = next(date.fromisoformat(b["from"]) for b in breaks if b["holiday"] == "summer")
        end = date.fromisoformat(following["start"]) if following else summer
        while day < end:
            known[day] = None
            for b in breaks:
                first = date.fromisoformat(b["from"])
                back = date.fromisoformat(b["back"]) if "back" in b else end
                if first <= day < back:
                    known[day] = (b["holiday"], y["year"], (day - first).days)
            day += DAY
    return known


def holiday_on(day):
    """The one that moves when two fall together."""
    names = [name for name, when in public_holidays(day.year).items() if when == day]
    return next((n for n in names if n in MOVING), names[0] if names else None)


@cache
def label(day, zone):
    """(what part the day plays, in which year); None when it isn't known."""
    feast = (day - easter(day.year)).days
    if feast in FEASTS:
        return ("feast", feast), day.year
    if holiday_on(day):
        return ("public", holiday_on(day)), day.year
    if day not in school_days(zone):
        return None
    school = school_days(zone)[day]
    if school and school[0] != "ascension-bridge":
        return ("school", school[0], school[2]), school[1]
    if not school:
        for weekday, beside in ((0, day + DAY), (4, day - DAY)):
            if day.weekday() == weekday and holiday_on(beside) not in MOVING | {None, "new-year"}:
                return ("bridge", holiday_on(beside)), day.year
    return ("ordinary",), day.year


@cache
def played(year, zone):
    """Who plays which part in a year, a school year's last days being in the next; ordinary days play none of their own."""
    parts = {}
    for n in range(2 * 366):
        day = date(year, 1, 1) + n * DAY
        found = label(day, zone)
        if found and found[1] == year and found[0] != ("ordinary",):
            assert found[0] not in parts, day
            parts[found[0]] = day
    return parts


def like(day, zone):
    found = label(day, zone)
    if found is None:
        return "schools-unknown"
    part, year = found
    if part == ("ordinary",):
        other = day - timedelta(days=364)
        if label(other, zone) is None:
            return "schools-unknown"
        return other if label(other, zone)[0] == part else "no-such-day"
    if part in played(year - 1, zone):
        return played(year - 1, zone)[part]
    if part[0] == "school" and year - 1 not in {y["year"] for y in schools()}:
        return "schools-unknown"
    if part[0] == "bridge" and public_holidays(year - 1)[part[1]] not in school_days(zone):
        return "schools-unknown"
    return "no-such-day"


def open_minutes(day):
    """Not a real office's: every fifth day nobody said, every seventh it was closed."""
    number = day.toordinal() - date(1970, 1, 1).toordinal()
    return None if number % 5 == 0 else 0 if number % 7 == 0 else 480


def counterpart(day, comparison, today, open_minutes=open_minutes):
    if day > today or (comparison == "to-date" and day == today):
        return "not-yet"
    if comparison == "weekdays":
        return day - timedelta(days=364)
    if comparison.startswith("holidays-"):
        return like(day, comparison[-1].upper())
    try:
        other = day.replace(year=day.year - 1)
    except ValueError:
        return "leap-day"
    if comparison == "opening-hours" and not (open_minutes(day) and open_minutes(other)):
        return "not-open"
    return other


def case(chance):
    today = date(2026, 11, 23)
    length = chance.choice([1, 7, 28, 31, 61, 365])
    first = date(2022, 6, 1) + chance.randrange(2000) * DAY
    kind = chance.choice(["dates", "weekdays", "to-date", "opening-hours", *["holidays-a", "holidays-b", "holidays-c"] * 2])
    days = [first + n * DAY for n in range(length)]
    runs, without = [], {}
    for day in days:
        other = counterpart(day, kind, today)
        if isinstance(other, str):
            without.setdefault(other, []).append(str(day))
        elif runs and runs[-1][1] == day - DAY and runs[-1][2] == (day - other).days:
            runs[-1][1] = day
        else:
            runs.append([day, day, (day - other).days])
    return {
        "today": str(today),
        "period": f"{days[0]}..{days[-1]}",
        "comparison": kind,
        "runs": [f"{a}..{b} -{n}" for a, b, n in runs],
        "without": without,
    }


def vectors():
    chance = random.Random(20261123)
    cases = [json.dumps(case(chance)) for _ in range(160)]
    head = json.dumps({"years": schools()}, ensure_ascii=False)
    return '{"schools": ' + head + ',\n"cases": [\n' + ",\n".join(cases) + "\n]}\n"


if __name__ == "__main__":
    VECTORS.write_text(vectors())
