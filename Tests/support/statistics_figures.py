"""Each figure as docs/guide/statistics.md defines it: which rows count, and for what."""

from statistics_rows import UNKNOWN

REMOTE = ("phone", "email", "post", "chat")


def one(holds):
    """Counts a row when something holds of it."""
    return lambda row: 1 if holds(row) else None


def people(holds):
    """Counts a row's people when something holds of it."""
    return lambda row: row["people"] if holds(row) else None


# Figure: what its rows are, who gave a sign when it was counted, in what unit, and what a row counts for; None when it doesn't count.
SUMS = {
    "contacts": ("contact", "desk", "count", one(lambda row: True)),
    "counter-contacts": ("contact", "desk", "count", one(lambda row: row["channel"] == "counter")),
    "remote-contacts": ("contact", "desk", "count", one(lambda row: row["channel"] in REMOTE)),
    "off-site-contacts": ("contact", "desk", "count", one(lambda row: row["channel"] == "off-site")),
    "parties-unknown": ("contact", "desk", "count", one(lambda row: row["channel"] == "counter" and row["people"] is None)),
    "outcomes-known": ("contact", "desk", "count", one(lambda row: row["outcome"] != UNKNOWN)),
    "unmet": ("contact", "desk", "count", one(lambda row: row["outcome"] == "unmet")),
    "visitors": ("party", "desk", "count", people(lambda row: True)),
    "tallied": ("party", "desk", "count", people(lambda row: row["tallied"])),
    "origins-known": ("party", "desk", "count", people(lambda row: row["country"] != UNKNOWN)),
    "foreigners": ("party", "desk", "count", people(lambda row: row["country"] not in (UNKNOWN, "FR"))),
    "returns-known": ("party", "desk", "count", people(lambda row: row["first-visit"] != UNKNOWN)),
    "returns": ("party", "desk", "count", people(lambda row: row["first-visit"] == "no")),
    "door": ("door", "door", "count", people(lambda row: True)),
    "open-minutes": ("opening", "opening", "minutes", lambda row: row["minutes"]),
    "sessions": ("session", "screens", "count", one(lambda row: True)),
    "idle-sessions": ("session", "screens", "count", one(lambda row: row["idle"])),
    "family-sessions": ("session", "screens", "count", one(lambda row: row["family"])),
    "places-opened": ("gesture", "screens", "count", one(lambda row: row["kind"] == "place")),
    "track-downloads": ("gesture", "screens", "count", one(lambda row: row["kind"] == "track-download")),
    "take-aways": ("gesture", "screens", "count", one(lambda row: row["kind"] == "take-away")),
    "scans": ("gesture", "screens", "count", one(lambda row: row["kind"] == "scan")),
    "searches": ("gesture", "screens", "count", one(lambda row: row["kind"] == "search")),
    "empty-searches": ("gesture", "screens", "count", one(lambda row: row["kind"] == "search" and row["value"] == "0")),
    "screen-minutes": ("screen-hour", "screens", "minutes", lambda row: row["minutes"]),
    "faces": ("gesture", "screens", "count", one(lambda row: row["kind"] == "feedback")),
    "happy-faces": ("gesture", "screens", "count", one(lambda row: row["kind"] == "feedback" and row["value"] in ("3", "4"))),
    "turnover": ("line", "till", "cents", lambda row: row["gross"]),
    "turnover-net": ("line", "till", "cents", lambda row: row["net"]),
    "tickets": ("ticket", "till", "count", one(lambda row: True)),
    "depositor-sales": ("line", "till", "cents", lambda row: row["gross"] if row["consigned"] else None),
    "own-takings": ("line", "till", "cents", lambda row: row["own"]),
    "budget": ("budget", None, "cents", None),
    "admissions": ("attendance", "attendance", "count", people(lambda row: row["what"] == "admission")),
    "tastings": ("attendance", "attendance", "count", one(lambda row: row["what"] == "tasting")),
    "tasters": ("attendance", "attendance", "count", people(lambda row: row["what"] == "tasting")),
    "exhibition-visitors": ("attendance", "attendance", "count", people(lambda row: row["what"] == "exhibition")),
}
SHARES = {
    "unmet-share": ("unmet", "outcomes-known"), "foreign-share": ("foreigners", "origins-known"),
    "return-share": ("returns", "returns-known"), "coverage": ("visitors", "door"), "idle-share": ("idle-sessions", "sessions"),
    "family-session-share": ("family-sessions", "sessions"),
    "empty-search-share": ("empty-searches", "searches"), "satisfaction": ("happy-faces", "faces"),
    "conversion": ("tickets", "counter-contacts"), "depositor-share": ("depositor-sales", "turnover"),
    "self-financing": ("own-takings", "budget"),
}
RATIOS = {
    "average-basket": ("turnover", "tickets"), "turnover-per-visitor": ("turnover", "visitors"),
    "visitors-per-hour": ("visitors", "open-minutes"),
}
PERCENTILES = {"session-median": 50, "session-p90": 90}
MEASURES = [*SUMS, *SHARES, *RATIOS, *PERCENTILES]
# In time, and so with a row for each moment there is; those of a whole day are those of the days they are held against, too.
CALENDAR = ("day", "week", "month", "season", "year")
TIME = (*CALENDAR, "hour", "weekday", "weekday-hour")
# A row may have several values of these.
OVERLAPPING = {("contact", "topic"), ("party", "topic"), ("session", "language")}
SMALL_BASE = 30


def is_of_screens(measure):
    above = {**SHARES, **RATIOS}.get(measure, (measure,))[0]
    return above in PERCENTILES or SUMS[above][1] == "screens"
