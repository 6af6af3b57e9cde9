"""March 2026 of an office of which somebody counted everything by hand: what was recorded, in the order in which it was."""

import uuid
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from staff import Staff
from statistics_office import content
from travelling_server import TravellingServer

PARIS = ZoneInfo("Europe/Paris")
#  name, what, when (March, the office's clock), said
#  People at the counter stand as adults+children, topics with commas, `?` for what nobody said.
DESK = """
o1 opening    2 08:00  9:00-12:00
o2 opening    2 18:00  9:00-12:30,14:00-17:00
o3 opening    3 08:00  closed
o4 opening    4 08:00  10:00-12:00
a  visit      2 10:00  counter  FR/34        2+2 family first=yes outcome=answered topics=hiking,wine language=fr
b  visit      2 10:30  counter  NL           2+0 couple first=no  outcome=unmet    topics=hiking      language=en
c  visit      2 15:00  counter  FR/30/30250  1+0 solo   first=no  outcome=answered topics=agenda      stay=resident
d  visit      2 16:00  phone    BE           ?   ?                outcome=answered topics=lodging
e  visit      4 11:00  counter  ?            ?   ?
f  visit      4 11:30  counter  DE           3+1 family first=yes topics=hiking
f2 visit      4 11:30  counter  DE           2+1 family first=yes topics=hiking outcome=referred revises=f
g  visit      4 14:00  counter  FR/30        2+0 ?
g2 visit      4 14:00  counter  FR/30        2+0 ?      revises=g voided=doublon
t  tally     14 11:00  20
s  visit     14 11:10  counter  GB           4+0 friends sample=t
s2 visit     14 11:20  counter  FR/48        2+3 family  topics=heritage sample=t
t2 tally     14 11:00  18 revises=t
h  visit     15 10:00  off-site FR/13        2+0 ?
i  visit     29 01:30  counter  ?            2+0 ?
j  visit     29 03:30  counter  FR/34        1+0 ?
k  visit     30 17:00  counter  CH           2+0 ? first=no
k2 visit     30 12:00  counter  CH           2+0 ? first=no revises=k
p  door       2 10:00  12
q  door       2 15:00  0
x  admission 14 15:00  12+4 chapelle-castrale
y  tasting   14 18:00  10+0 ?
z  exhibition 15 11:00 5+1 vinopanorama
"""
SCREENS = """
ecran-1    m1 2  10:00:00 session-start fr
ecran-1    m1 2  10:00:20 place         fr place=pont-romain
ecran-1    m1 2  10:00:40 language      en
ecran-1    m1 2  10:01:00 search        en value=0
ecran-1    m1 2  10:01:30 take-away     en place=pont-romain
ecran-1    m1 2  10:02:00 session-end   en value=idle
tablette-1 m2 14 23:59:30 session-start nl
tablette-1 m2 15 00:00:30 session-end   nl value=done
ecran-1    m3 14 10:00:00 session-start fr
ecran-1    m3 14 10:00:30 filter        fr value=children
ecran-1    m3 14 10:01:00 feedback      fr value=4
phone      m4 14 10:05:00 scan          fr place=pont-romain
"""


def id_of(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"golden:{name}"))


def moment(day: str, clock: str) -> str:
    at = datetime.fromisoformat(f"2026-03-{int(day):02}T{clock if clock.count(':') == 2 else clock + ':00'}").replace(tzinfo=PARIS)
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def known(word: str):
    return None if word == "?" else word


def party(word: str) -> dict:
    adults, children = (None, None) if word == "?" else map(int, word.split("+"))
    return {"adults": adults, "children": children}


def desk_facts() -> list[dict]:
    facts = []
    for line in DESK.strip().splitlines():
        name, what, day, clock, *said = line.split()
        named = dict(word.split("=") for word in said if "=" in word)
        plain = [word for word in said if "=" not in word]
        fact = {"id": id_of(name), "at": moment(day, clock), "entry": "late", "desk": "comptoir"}
        if "revises" in named:
            fact["revises"] = id_of(named["revises"])
        if "voided" in named:
            fact["voided"] = named["voided"]
        if what == "visit":
            channel, origin, people, *profile = plain
            country, departement, postcode = [*origin.split("/"), None, None][:3]
            said = {"contact": {
                "channel": channel, "country": known(country), "departement": departement, "postcode": postcode, **party(people),
                "profile": known(profile[0]) if profile else None, "stay": named.get("stay"),
                "first_visit": {"yes": True, "no": False}.get(named.get("first")), "language": named.get("language"),
                "topics": named["topics"].split(",") if "topics" in named else [], "duration": None, "outcome": named.get("outcome")}}
            if "sample" in named:
                said["sample_of"] = id_of(named["sample"])
            fact |= {"kind": "visit", "visit": said}
        elif what == "opening":
            periods = [] if plain[0] == "closed" else [
                {"from": minutes(start), "to": minutes(end)} for start, end in (period.split("-") for period in plain[0].split(","))]
            fact |= {"kind": "opening", "opening": {"periods": periods}}
        elif what in ("tally", "door"):
            fact |= {"kind": what, what: {"people": int(plain[0])}}
        else:
            fact |= {"kind": "attendance", "attendance": {"kind": what, "site": known(plain[1]), "paid": False, **party(plain[0])}}
        facts.append(fact)
    return facts


def minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def interactions() -> list[dict]:
    events = []
    for seq, line in enumerate(SCREENS.strip().splitlines()):
        screen, session, day, clock, kind, lang, *said = line.split()
        named = dict(word.split("=") for word in said)
        if named.get("value", "").isdigit():
            named["value"] = int(named["value"])
        events.append({"id": id_of(f"screen {seq}"), "at": moment(day, clock), "session": session, "seq": seq, "screen": screen,
                       "kind": kind, "lang": lang} | named)
    return events


def record(folder):
    """The data folder and the content of that office."""
    made, data = content(folder), folder / "data"
    with TravellingServer(data, made, datetime(2026, 3, 2, 9, 15, tzinfo=UTC)) as server:
        staff = Staff(server, "zoe", "manager")

        def till(name, order, training=False):
            status, answer, _ = staff.ask("POST", "/api/v1/till/caisse/orders", {"id": id_of(name), "training": training, "order": order})
            assert status == 201, answer
            return answer

        def sold(name, *lines, training=False, discount=None):
            till(name, {"sale": {"lines": [{"product": code, "quantity": count} for code, count in lines], "discount": discount,
                                 "payments": [{"method": "card"}]}}, training)

        till("potier", {"depositor": {"code": "potier", "name": "Potier", "mandate": "depositor", "commission": 2000, "taxed": False, "archived": False}})
        for code, price, category, depositor in (
                ("guide", 1200, "standard", None), ("miel", 850, "reduced", None), ("carte", 100, "standard", None), ("bol", 3000, "standard", "potier")):
            till(code, {"product": {"code": code, "labels": {"fr": code}, "price": price, "category": category, "stocked": False,
                                    "depositor": depositor, "archived": False}})
        sold("two guides", ("guide", 2))
        server.go(datetime(2026, 3, 14, 13, 0, tzinfo=UTC))
        sold("honey and a bowl", ("miel", 1), ("bol", 1))
        sold("half-price cards", ("carte", 2), discount={"percent": 5000, "reason": "abîmées"})
        sold("a trainee's guide", ("guide", 1), training=True)
        till("a guide back", {"refund": {"ticket": 1, "lines": [{"index": 0, "quantity": 1}], "method": "card", "reason": "rendu", "restocks": True}})
        server.go(datetime(2026, 3, 31, 18, 0, tzinfo=UTC))
        for facts in (desk_facts(), desk_facts()):  # the second time, they are known
            status, answer, _ = staff.ask("POST", "/api/v1/desk/facts", {"facts": facts})
            assert status == 200, answer
        for events in (interactions(), interactions()):
            status, answer, _ = server.post(events)
            assert status == 204, answer
    return data, made
