"""The raw rows of a register as plain dictionaries, each with its day, its hour and what it says of itself: no aggregate, no view.

Days and hours are found again from the moment (UTC) with Python's own time zones, not read from the columns beside it.
"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

UNKNOWN = "unknown"
SPANS = {"<2": "under-2", "2-5": "2-5", "5-15": "5-15", ">15": "over-15"}


class Office:
    """What the office's content says, read from its files."""

    def __init__(self, content: Path):
        said = yaml.safe_load((content / "office.yaml").read_text())
        statistics = said.get("statistics") or {}
        self.zone = ZoneInfo(said["time_zone"])
        self.local = {commune["postcode"] for commune in said["territory"]["communes"]}
        origins = statistics.get("origins") or {}
        self.apart = [str(code) for code in origins.get("apart", [])]
        self.region = [str(code) for code in origins.get("region", [])]
        seasons = statistics.get("seasons") or [
            {"code": "high", "months": [7, 8]}, {"code": "wings", "months": [4, 5, 6, 9, 10]}, {"code": "low", "months": [1, 2, 3, 11, 12]}]
        self.season_of_month = {month: season["code"] for season in seasons for month in season["months"]}

    def local_time(self, milliseconds):
        return datetime.fromtimestamp(milliseconds // 1000, UTC).astimezone(self.zone)

    def origin(self, country, departement, postcode):
        if country is None:
            return UNKNOWN
        if country != "FR":
            return country
        if postcode in self.local:
            return "local"
        if departement in self.apart:
            return f"FR-{departement}"
        return "region" if departement in self.region else "FR"


class Register:
    """Rows by what they are of; `signs` are the days and hours at which each source recorded anything at all."""

    def __init__(self, database: Path, office: Office):
        self.office = office
        self.rows, self.signs = {}, {}
        with self.connect(database) as connection:
            self._desk(connection)
            self._screens(connection)
            self._till(connection)
            self._budgets(connection)

    @staticmethod
    def connect(database: Path):
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
        connection.row_factory = sqlite3.Row
        return closing(connection)

    def _when(self, milliseconds):
        moment = self.office.local_time(milliseconds)
        return {"day": moment.date(), "hour": moment.hour}

    def _desk(self, connection):
        facts = connection.execute("SELECT seq, uuid, kind, revises, origin, voided, at_ms, desk FROM desk_fact ORDER BY seq").fetchall()
        revised = {fact["revises"] for fact in facts}
        contents = {}
        for kind, table in (("visit", "visit"), ("tally", "tally"), ("door", "door_count"), ("attendance", "attendance"), ("opening", "opening")):
            for content in connection.execute(f"SELECT * FROM {table}"):
                contents[content["seq"]] = (kind, content)
        current = [(fact, *contents[fact["seq"]]) for fact in facts
                   if fact["uuid"] not in revised and fact["voided"] is None and fact["seq"] in contents]

        contacts, parties, doors, attendances, tallies, openings = [], [], [], [], [], {}
        sampled = {}
        for fact, kind, said in current:
            when = self._when(fact["at_ms"])
            if kind == "visit":
                known = None if said["adults"] is None else said["adults"] + said["children"]
                row = when | {
                    "people": known, "desk": fact["desk"], "channel": said["channel"],
                    "origin": self.office.origin(said["country"], said["departement"], said["postcode"]),
                    "country": said["country"] or UNKNOWN, "departement": said["departement"] or UNKNOWN,
                    "profile": said["profile"] or UNKNOWN, "stay": said["stay"] or UNKNOWN,
                    "first-visit": {None: UNKNOWN, 0: "no", 1: "yes"}[said["first_visit"]],
                    "language": said["language"] or UNKNOWN, "topic": json.loads(said["topics"]) or [UNKNOWN],
                    "duration": SPANS.get(said["duration"], UNKNOWN), "outcome": said["outcome"] or UNKNOWN}
                contacts.append(row)
                if said["channel"] == "counter" and known is not None:
                    parties.append(row | {"tallied": False})
                    if said["sample_of"] is not None:
                        sampled[said["sample_of"]] = sampled.get(said["sample_of"], 0) + known
            elif kind == "tally":
                tallies.append((when, fact, said["people"]))
            elif kind == "door":
                doors.append(when | {"people": said["people"]})
            elif kind == "attendance":
                attendances.append(when | {"what": said["what"], "site": said["site"] or UNKNOWN, "people": said["adults"] + said["children"]})
            elif kind == "opening":
                minutes = sum(end - start for start, end in json.loads(said["periods"]))
                openings[when["day"]] = {"day": when["day"], "minutes": minutes}  # in order of seq: the newest stays
        nobody_said = dict.fromkeys(("origin", "country", "departement", "profile", "stay", "first-visit", "language", "outcome"), UNKNOWN)
        for when, fact, people in tallies:
            left = max(0, people - sampled.get(fact["origin"], 0))
            parties.append(when | nobody_said | {"topic": [UNKNOWN], "desk": fact["desk"], "people": left, "tallied": True})
        self.rows |= {"contact": contacts, "party": parties, "door": doors, "attendance": attendances, "opening": list(openings.values())}
        self.signs["desk"] = [self._when(fact["at_ms"]) for fact in facts]
        self.signs |= {"door": doors, "attendance": attendances, "opening": self.rows["opening"]}

    def _screens(self, connection):
        gestures = [
            self._when(row["at_ms"]) | {
                "kind": row["kind"], "at": row["at_ms"], "session": row["session"], "screen": row["screen"], "language": row["lang"],
                "place": row["place"] or UNKNOWN, "theme": row["theme"] or UNKNOWN, "value": row["value"]}
            for row in connection.execute("SELECT at_ms, session, screen, kind, place, theme, lang, value FROM interaction ORDER BY seq")]
        starts, ends, languages, families = {}, {}, {}, set()
        for gesture in gestures:  # in the order they arrived: of two beginnings or ends of a session, the first counts
            of = (gesture["screen"], gesture["session"])
            if gesture["kind"] == "session-start":
                starts.setdefault(of, gesture)
            if gesture["kind"] == "session-end":
                ends.setdefault(of, gesture)
            if gesture["kind"] in ("session-start", "language"):
                languages.setdefault(of, set()).add(gesture["language"])
            if gesture["kind"] == "filter" and gesture["value"] in ("children", "pushchair"):
                families.add(of)
        sessions = [
            start | {
                "language": sorted(languages[of]), "family": of in families, "idle": of in ends and ends[of]["value"] == "idle",
                "seconds": max(0, (ends[of]["at"] - start["at"]) // 1000) if of in ends else None}
            for of, start in starts.items()]
        signs_of_life = {}  # the minutes of each hour of a screen in which something was done on it; one night has two o'clock twice
        for gesture in gestures:
            if gesture["screen"] != "phone":
                signs_of_life.setdefault((gesture["screen"], gesture["day"], gesture["hour"], gesture["at"] // 3_600_000), set()).add(gesture["at"] // 60_000)
        hours = [{"screen": screen, "day": day, "hour": hour, "minutes": len(minutes)} for (screen, day, hour, _), minutes in signs_of_life.items()]
        self.rows |= {"gesture": gestures, "session": sessions, "screen-hour": hours}
        self.signs["screens"] = gestures

    def _till(self, connection):
        tickets, lines, signs = [], [], []
        entries = connection.execute("SELECT kind, till, training, day, at_ms, content FROM till_entry ORDER BY seq")
        for entry in entries:
            # The day is the office's by its cut-off, which the till sealed; the hour is the clock's.
            when = {"day": datetime.fromisoformat(entry["day"]).date(), "hour": self._when(entry["at_ms"])["hour"], "till": entry["till"]}
            signs.append(when)
            if entry["kind"] not in ("sale", "refund") or entry["training"]:
                continue
            if entry["kind"] == "sale":
                tickets.append(when)
            for line in json.loads(entry["content"])["lines"]:
                terms = line.get("consignment")
                if terms is None:
                    own = line["net"]
                elif terms["mandate"] == "depositor":  # a sale of theirs: the office keeps its commission
                    own = terms["commission"]
                else:
                    own = line["net"] - (line["gross"] - terms["commission"])
                lines.append(when | {
                    "product": line["product"], "category": line["category"], "gross": line["gross"], "net": line["net"],
                    "own": own, "consigned": terms is not None, "depositor": UNKNOWN if terms is None else terms["depositor"]})
        self.rows |= {"ticket": tickets, "line": lines}
        self.signs["till"] = signs

    def _budgets(self, connection):
        """By year, in cents, as last entered."""
        entered = connection.execute("SELECT uuid, period, hundredths, supersedes FROM indicator_value WHERE indicator = 'budget'").fetchall()
        superseded = {row["supersedes"] for row in entered}
        self.budgets = {int(row["period"]): row["hundredths"] for row in entered
                        if row["uuid"] not in superseded and row["hundredths"] is not None and row["period"].isdigit()}
