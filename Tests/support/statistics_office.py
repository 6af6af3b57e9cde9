"""Two years of an office that never was, recorded as an office does: by its desk, its screens and its till, over HTTP, at moments that a seed gives.

In it is what makes figures go wrong: corrections, voids, late entries, tallies with samples, unknown everything, daylight-saving nights, closed days,
refunds, training tickets, discounts, consignment, sessions over midnight, ends that never came, and the same thing handed in twice.
"""

import random
import re
import shutil
import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from staff import Staff
from statistics_screens import NIGHTS_THE_CLOCK_CHANGES, PARIS, Screens
from statistics_shop import Shop
from travelling_server import TravellingServer
from vitrine_server import ROOT

FIRST, LAST = date(2025, 1, 2), date(2026, 11, 19)
ORIGINS = [  # country, département, postcode
    ("FR", "30", "30250"), ("FR", "30", "30000"), ("FR", "30", None), ("FR", "34", "34000"), ("FR", "34", None), ("FR", "48", None),
    ("FR", "2A", None), ("FR", "974", None), ("FR", "75", "75011"), ("FR", None, None), ("NL", None, None), ("BE", None, None),
    ("DE", None, None), ("GB", None, None), (None, None, None)]
TOPICS = ["hiking", "greenway", "wine", "heritage", "agenda", "lodging", "food"]


def content(folder: Path) -> Path:
    """That of the shipped office, whose till has a VAT number and counts what is sold before two in the morning for the day before."""
    made = Path(shutil.copytree(ROOT / "content", folder / "content"))
    yaml = made / "office.yaml"
    text = yaml.read_text().replace('cutoff: "00:00"', 'cutoff: "02:00"')
    text = re.sub(r'# (siret|vat_number): .*', lambda found: {
        "siret": 'siret: "73282932000074"', "vat_number": 'vat_number: "FR44732829320"'}[found[1]], text)
    assert 'cutoff: "02:00"' in text and "FR44732829320" in text
    yaml.write_text(text)
    return made


class MadeUpOffice:
    def __init__(self, folder: Path, seed: int, scale: float = 1.0):
        self.chance, self.scale = random.Random(seed), scale
        self.content = content(folder)
        self.data = folder / "data"
        self.counting = []  # facts that count, and may be corrected
        self.screens = Screens(self.chance, scale)
        self.shop = Shop(self.chance)

    def record(self) -> "MadeUpOffice":
        chance = self.chance
        days = (LAST - FIRST).days
        stops = sorted({FIRST + timedelta(days=chance.randrange(1, days)) for _ in range(int(80 * self.scale))} | {LAST})
        with TravellingServer(self.data, self.content, datetime.combine(FIRST, time(6), UTC)) as self.server:
            self.staff = Staff(self.server, "zoe", "manager")
            self.shop.open(self.ask)
            since = FIRST
            for stop in stops:
                now = datetime.combine(stop, time(chance.randrange(24), chance.randrange(60)), UTC)
                self.server.go(now)
                self.desk(since, now)
                for events, sent_at in self.screens.batches(since, now):
                    status, answer, _ = self.server.post(events, sent_at)
                    assert status == 204, answer
                self.shop.sell(self.ask)
                since = stop
        self.enter_budgets()
        return self

    def enter_budgets(self) -> None:
        """Each year's, one of them corrected, one of them taken back."""
        with closing(sqlite3.connect(self.data / "vitrine.sqlite", timeout=10)) as register, register:
            office, last = register.execute("SELECT code FROM office").fetchone()[0], {}
            for year, hundredths in ((2024, 9_000_000), (2025, 11_000_000), (2025, 12_000_050), (2026, 12_500_000), (2024, None)):
                entered = uuid.UUID(self.id()).bytes
                register.execute(
                    "INSERT INTO indicator_value (uuid, office, indicator, period, hundredths, unit, source, recorded_ms, supersedes)"
                    " VALUES (?, ?, 'budget', ?, ?, 'EUR', 'budget primitif', 0, ?)", (entered, office, str(year), hundredths, last.get(year)))
                last[year] = entered

    def id(self) -> str:
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))

    def ask(self, method, path, document, good=(200, 201, 204)):
        status, answer, _ = self.staff.ask(method, path, document)
        assert status in good, (path, answer)
        return answer

    # At the desk

    def desk(self, since: date, now: datetime) -> None:
        chance, facts = self.chance, []
        day = since
        while day < now.date():
            if chance.random() < 0.9 * self.scale:
                facts += self.day_at_the_desk(day)
            if day in NIGHTS_THE_CLOCK_CHANGES:  # each of the hours around, in UTC
                facts += [self.visit(datetime.combine(day, time(hour, 30), UTC), channel="counter") for hour in range(4)]
                facts.append(self.visit(datetime.combine(day - timedelta(days=1), time(22, 30), UTC)))
            day += timedelta(days=1)
        for _ in range(chance.randrange(3)):  # remembered months later
            facts.append(self.visit(self.moment(now.date() - timedelta(days=chance.randrange(20, 380))), entry="late"))
        self.hand_in(facts, now)
        self.hand_in([self.correction(self.counting.pop(chance.randrange(len(self.counting))), now)
                      for _ in range(min(len(self.counting), chance.randrange(8)))], now)

    def day_at_the_desk(self, day: date) -> list:
        chance, facts = self.chance, []
        kind = chance.random()
        if kind < 0.1:
            facts.append(self.fact("opening", {"periods": []}, self.at(day, 8)))
        elif kind < 0.7:
            start, end = chance.choice([540, 570, 600]), 840 + chance.randrange(120, 300, 15)
            periods = [{"from": start, "to": 750}, {"from": 840, "to": end}]
            facts.append(self.fact("opening", {"periods": periods}, self.at(day, 8)))
            if chance.random() < 0.1:  # said again: the newest of a day counts
                facts.append(self.fact("opening", {"periods": [{"from": 600, "to": 720}]}, self.at(day, 20)))
        if 0.1 <= kind < 0.15:
            return facts
        facts += [self.visit(self.moment(day)) for _ in range(chance.choice([0, 1, 2, 3, 5, 8]))]
        if chance.random() < 0.3:
            facts += self.rush(day)
        if chance.random() < 0.5:
            for hour in chance.sample(range(9, 18), chance.randrange(1, 4)):
                facts.append(self.fact("door", {"people": chance.choice([0, 1, 3, 12, 40])}, self.at(day, hour)))
        if chance.random() < 0.25:
            what = chance.choice(["admission", "admission", "tasting", "exhibition"])
            site = chance.choice(["chapelle-castrale", "vinopanorama"] + ([None] if what != "admission" else []))
            facts.append(self.fact("attendance", {
                "kind": what, "site": site, "adults": chance.randrange(15), "children": chance.randrange(6), "paid": chance.random() < 0.5},
                self.moment(day)))
        if chance.random() < 0.05:
            facts.append(self.fact("annotation", {"text": "marché"}, self.at(day, 9)))
        return facts

    def rush(self, day: date) -> list:
        chance = self.chance
        tally = self.fact("tally", {"people": chance.randrange(1, 30)}, self.moment(day))
        samples = []
        for _ in range(chance.choice([0, 0, 1, 2, 4])):
            sample = self.visit(self.moment(day), channel="counter")
            sample["visit"]["sample_of"] = tally["id"]
            samples.append(sample)
        return [tally, *samples]

    def visit(self, at: datetime, entry: str = "live", **contact) -> dict:
        return self.fact("visit", {"contact": self.contact() | contact}, at, entry)

    def contact(self) -> dict:
        chance = self.chance
        country, departement, postcode = chance.choice(ORIGINS)
        known = chance.random() < 0.85
        adults = chance.choice([0, 1, 2, 2, 3, 25]) if known else None
        return {
            "channel": chance.choice(["counter"] * 8 + ["phone", "email", "post", "chat", "off-site"]),
            "country": country, "departement": departement, "postcode": postcode, "adults": adults,
            "children": None if adults is None else chance.randrange(3) + (adults == 0),
            "profile": chance.choice([None, "solo", "couple", "family-young", "family", "friends", "seniors", "group", "school", "professional"]),
            "stay": chance.choice([None, None, "tourist", "excursionist", "resident"]), "first_visit": chance.choice([None, True, False]),
            "language": chance.choice([None, "fr", "fr", "en", "nl"]), "topics": chance.sample(TOPICS, chance.randrange(4)),
            "duration": chance.choice([None, "<2", "2-5", "5-15", ">15"]),
            "outcome": chance.choice([None, "answered", "answered", "referred", "unmet"])}

    def fact(self, kind: str, said: dict, at: datetime, entry: str = "live", **more) -> dict:
        return {"id": self.id(), "at": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z", "entry": entry,
                "desk": self.chance.choice(["comptoir", "comptoir", "marche"]), "kind": kind, kind: said} | more

    def correction(self, fact: dict, now: datetime) -> dict:
        """Another fact in its place, or none at all; now and then of another day, or corrected again later."""
        chance = self.chance
        new = fact | {"id": self.id(), "revises": fact["id"]}
        if chance.random() < 0.3:
            return new | {"voided": "doublon"}
        if fact["kind"] == "visit":
            sample = fact["visit"].get("sample_of")
            new["visit"] = {"contact": self.contact() | ({"channel": "counter"} if sample else {}), "sample_of": sample}
        elif fact["kind"] in ("tally", "door"):
            new[fact["kind"]] = {"people": chance.randrange(1, 50)}
        if chance.random() < 0.3:
            new["at"] = self.fact("note", {}, now - timedelta(days=chance.randrange(1, 200)))["at"]
        return new

    def hand_in(self, facts: list, now: datetime) -> None:
        for start in range(0, len(facts), 200):
            batch = facts[start:start + 200]
            receipts = self.ask("POST", "/api/v1/desk/facts", {"facts": batch})["receipts"]
            assert all(receipt["status"] == "recorded" for receipt in receipts)
            if self.chance.random() < 0.2:  # the answer got lost
                self.ask("POST", "/api/v1/desk/facts", {"facts": batch})
        self.counting += [fact for fact in facts if "voided" not in fact and fact["kind"] != "annotation"]

    def moment(self, day: date) -> datetime:
        return self.at(day, self.chance.choice([0, 8, 9, 10, 11, 12, 14, 15, 16, 17, 23]), self.chance.randrange(60))

    @staticmethod
    def at(day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), PARIS)
