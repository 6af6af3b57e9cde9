"""What visitors did on the screens of an office that never was."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
NIGHTS_THE_CLOCK_CHANGES = [date(2025, 3, 30), date(2025, 10, 26), date(2026, 3, 29), date(2026, 10, 25)]
PLACES = ["pont-romain", "chateau-de-sommieres", "voie-verte"]


class Screens:
    def __init__(self, chance, scale: float):
        self.chance, self.scale = chance, scale
        self.late = []  # what a screen kept while it was cut off

    def batches(self, since: date, now: datetime):
        """Events of some days, in the order in which they arrive: (events, the screen's clock when it sent them)."""
        chance, events = self.chance, self.late
        self.late = []
        day = since
        while day < now.date():
            if chance.random() < 0.8:
                for _ in range(int(chance.choice([0, 1, 2, 4]) * self.scale + 0.5)):
                    events += self.session(day)
                if chance.random() < 0.2:
                    events += self.phone(day)
            if day in NIGHTS_THE_CLOCK_CHANGES:
                for _ in range(12):
                    events += self.session(day, (2, 30))
            day += timedelta(days=1)
        chance.shuffle(events)  # an end may arrive before its start
        self.late = [event for event in events if chance.random() < 0.05]
        events = [event for event in events if event not in self.late]
        for start in range(0, len(events), 200):
            batch = events[start:start + 200]
            if chance.random() < 0.25:  # a clock that is hours off, put right by the server
                behind = timedelta(minutes=chance.choice([-700, -5, 3, 180]))
                yield [event | {"at": moved(event["at"], behind)} for event in batch], text(now + behind)
            else:
                yield batch, None
            if chance.random() < 0.2:  # the answer got lost
                yield batch, None

    def session(self, day: date, clock=None) -> list:
        chance = self.chance
        hour, minute = clock or chance.choice([(9, 5), (10, 30), (11, 59), (14, 0), (17, 45), (23, 58), (2, 30)])
        # In autumn half past two comes twice.
        at = datetime.combine(day, time(hour, minute, chance.randrange(60), fold=chance.randrange(2)), PARIS).astimezone(UTC)
        session, screen, lang = f"{chance.getrandbits(64):x}", chance.choice(["ecran-1", "tablette-1"]), chance.choice(["fr", "fr", "en", "nl"])
        events = [self.event(at, session, 0, screen, "session-start", lang)]
        for seq in range(1, chance.randrange(1, 9)):
            at += timedelta(seconds=chance.randrange(1, 90))
            kind = chance.choice(["place", "place", "place", "theme", "search", "map", "take-away", "track-download", "language", "filter", "print"])
            said = {}
            if kind in ("place", "take-away", "track-download", "print"):
                said["place"] = chance.choice(PLACES)
            if kind in ("theme", "filter") or kind == "place" and chance.random() < 0.3:
                said["theme"] = chance.choice(["hike", "cellar"])
            if kind == "search":
                said["value"] = chance.choice([0, 0, 1, 7])
            if kind == "filter":
                said["value"] = chance.choice(["children", "pushchair", "easy", "short"])
            if kind == "language":
                lang = chance.choice(["fr", "en", "de"])
            events.append(self.event(at, session, seq, screen, kind, lang, **said))
        if chance.random() < 0.4:
            at += timedelta(seconds=chance.randrange(1, 20))
            events.append(self.event(at, session, len(events), screen, "feedback", lang, value=chance.choice([1, 2, 3, 4, 4])))
        if chance.random() < 0.85:  # some ends never come
            at += timedelta(seconds=chance.randrange(1, 120))
            events.append(self.event(at, session, len(events), screen, "session-end", lang, value=chance.choice(["idle", "idle", "done"])))
        if chance.random() < 0.03:  # said twice, with another id
            events.append(chance.choice([events[0], events[-1]]) | {"id": self.id()})
        return events

    def phone(self, day: date) -> list:
        """A page opened from a code, on a visitor's own phone: it has no start and no end."""
        chance = self.chance
        at = datetime.combine(day, time(chance.randrange(24), 15), PARIS)
        session = f"{chance.getrandbits(64):x}"
        return [self.event(at + timedelta(seconds=n), session, n, "phone", kind, "fr", place=chance.choice(PLACES))
                for n, kind in enumerate(["scan", "track-download"][:chance.randrange(1, 3)])]

    def event(self, at, session, seq, screen, kind, lang, **said) -> dict:
        return {"id": self.id(), "at": text(at), "session": session, "seq": seq,
                "screen": screen, "kind": kind, "lang": lang} | said

    def id(self) -> str:
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))


def text(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def moved(at: str, by: timedelta) -> str:
    return text(datetime.fromisoformat(at) + by)
