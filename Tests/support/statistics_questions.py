"""Questions by chance: every figure, with each breakdown, comparison and filter that it takes."""

from datetime import date, timedelta

from statistics_oracle import Question, days_between

COMPARISONS = ["dates", "weekdays", "to-date", "holidays-a", "holidays-b", "holidays-c"]
VALUES = {
    "hour": ["0", "1", "2", "3", "10", "11", "14", "23"], "weekday": [str(day) for day in range(1, 8)],
    "channel": ["counter", "phone", "email", "off-site"],
    "origin": ["local", "FR-30", "FR-34", "region", "FR", "NL", "GB", "unknown"], "country": ["FR", "NL", "DE", "unknown"],
    "departement": ["30", "34", "2A", "974", "75", "unknown"],
    "profile": ["solo", "couple", "family", "family-young", "group", "unknown"], "stay": ["tourist", "excursionist", "resident", "unknown"],
    "first-visit": ["yes", "no", "unknown"], "language": ["fr", "en", "nl", "de", "unknown"],
    "topic": ["hiking", "wine", "agenda", "food", "unknown"], "duration": ["under-2", "2-5", "over-15", "unknown"],
    "outcome": ["answered", "referred", "unmet", "unknown"], "desk": ["comptoir", "marche"], "screen": ["ecran-1", "tablette-1", "phone"],
    "place": ["pont-romain", "voie-verte", "unknown"], "theme": ["hike", "cellar", "unknown"], "face": ["1", "3", "4"],
    "site": ["chapelle-castrale", "vinopanorama", "unknown"], "till": ["caisse", "marche"],
    "product": ["guide", "miel", "bol", "affiche"], "category": ["standard", "reduced", "none"], "depositor": ["potier", "imprimeur", "unknown"],
}


def periods(chance, office):
    """A period as it is written, with its days."""
    first, last = date(2025, 1, 1), date(2026, 12, 31)
    year = chance.choice([2025, 2026, 2026, 2026])
    kind = chance.choice(["day", "week", "month", "month", "season", "year", "range", "range"])
    if kind == "day":
        day = chance.choice([date(2026, 3, 29), date(2025, 10, 26), first + timedelta(days=chance.randrange(690))])
        return str(day), (day,)
    if kind == "week":
        monday = first + timedelta(days=chance.randrange(690))
        monday -= timedelta(days=monday.weekday())
        return f"{monday.isocalendar().year}-W{monday.isocalendar().week:02}", days_between(monday, monday + timedelta(days=6))
    if kind == "range":
        start = first + timedelta(days=chance.randrange(680))
        end = min(last, start + timedelta(days=chance.randrange(120)))
        return f"{start}..{end}", days_between(start, end)
    days = days_between(date(year, 1, 1), date(year, 12, 31))
    if kind == "month":
        month = chance.randrange(1, 13)
        return f"{year}-{month:02}", tuple(day for day in days if day.month == month)
    if kind == "season":
        code = chance.choice(sorted(set(office.season_of_month.values())))
        return f"{year}-{code}", tuple(day for day in days if office.season_of_month[day.month] == code)
    return str(year), days


def question(chance, measure, catalogue, office) -> Question:
    """`catalogue`: what each figure can be broken down by and restricted to."""
    facets, filters = catalogue[measure]
    period, days = periods(chance, office)
    against = chance.choice([None, None, None, *COMPARISONS, *(["opening-hours"] * 2 if measure in PER_HOUR_MEASURES else [])])
    only = {}
    for facet in chance.sample(filters, min(len(filters), chance.choice([0, 0, 0, 1, 1, 2]))):
        values = VALUES[facet]
        only[facet] = tuple(sorted(chance.sample(values, chance.randrange(1, min(4, len(values) + 1)))))
    return Question(measure, period, days, chance.choice([None, *facets, *facets]), against, tuple(only.items()))


PER_HOUR_MEASURES = {
    "contacts", "counter-contacts", "remote-contacts", "off-site-contacts", "parties-unknown", "outcomes-known", "unmet", "visitors", "tallied",
    "origins-known", "foreigners", "returns-known", "returns", "door", "tickets", "turnover", "turnover-net", "depositor-sales", "own-takings"}
