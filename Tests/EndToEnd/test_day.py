"""My day: places collected on the screen, put in order, and taken along by one code or one sheet."""

import itertools
import math
import random
import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_stories import kinds, recorded
from visitor import KIOSK, NO_PRELOAD, TABLET_LANDSCAPE, TABLET_PORTRAIT, drawn
from vitrine_server import VitrineServer

PLACES = ["la-pierre-plantee", "pont-romain", "vignerons-du-sommierois", "carrieres-de-junas"]
CODES = {"la-pierre-plantee": "r01", "pont-romain": "hpont", "vignerons-du-sommierois": "c01", "carrieres-de-junas": "hjuna"}


def collect(visitor, places: list[str]) -> None:
    for place in places:
        visitor.go(f"#/fr/place/{place}")
        visitor.page.locator(".add-to-day").first.tap()


def listed(page) -> list[str]:
    drawn(page)
    return page.eval_on_selector_all(".day-link", "links => links.map((link) => link.hash.split('/').at(-1))")


def test_a_day_is_collected_changed_taken_along_and_forgotten(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    collect(visitor, PLACES[:3])
    page = visitor.page
    page.get_by_role("status").filter(has_text="est dans votre journée").wait_for()
    visitor.tap("Voir ma journée", "link")
    page.get_by_role("heading", level=1, name="Ma journée").wait_for()
    assert listed(page) == PLACES[:3]
    visitor.tap("Retirer Le pont romain")
    assert listed(page) == [PLACES[0], PLACES[2]]
    visitor.tap("Annuler")
    assert listed(page) == PLACES[:3]
    visitor.tap("Avancer Les Vignerons")
    assert listed(page) == [PLACES[0], PLACES[2], PLACES[1]]
    visitor.tap("Reculer La Pierre")
    assert listed(page) == [PLACES[2], PLACES[0], PLACES[1]]
    visitor.tap("Emporter")
    code = page.get_by_role("img", name="Code QR de la journée")
    assert code.get_attribute("src") == "/api/v1/days/c01-r01-hpont/qr.svg"
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    visitor.tap("Fermer")
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.page.locator(".farewell-arch").tap()
    rows = recorded(server, visitor, 12)
    assert [(kind, place, value) for _, _, kind, place, _, _, value in rows if kind in ("basket", "take-away")] == [
        ("basket", PLACES[0], "add"), ("basket", PLACES[1], "add"), ("basket", PLACES[2], "add"),
        ("basket", PLACES[1], "remove"), ("basket", PLACES[1], "add"), ("take-away", "", None),
    ]
    assert "session-end" in kinds(rows)
    page.evaluate("location.hash = '#/fr/day'")
    page.get_by_text("Ajoutez des lieux").wait_for()


def test_the_bar_counts_the_places_and_leads_to_them(reception, screen):
    visitor = screen(reception.url).open("#/fr/place/pont-romain")
    assert visitor.page.get_by_role("link", name="Ma journée").count() == 0
    collect(visitor, PLACES[:2])
    link = visitor.page.locator(".bar").get_by_role("link", name="Ma journée : 2")
    link.tap()
    visitor.page.get_by_role("heading", level=1, name="Ma journée").wait_for()


def test_a_day_holds_twelve_places_and_says_so(reception, screen):
    visitor = screen(reception.url).open("#/fr/place/pont-romain")
    ids = visitor.page.evaluate("fetch('/api/v1/fr/catalogue').then((a) => a.json()).then(({ places }) => places.map(({ id }) => id))")
    collect(visitor, ids[:13])
    visitor.page.get_by_role("status").filter(has_text="12 lieux").wait_for()
    visitor.go("#/fr/day")
    assert listed(visitor.page) == ids[:12]
    assert visitor.page.locator(".day-stop").count() == 12


def test_the_order_of_the_road_is_the_shortest_there_is(reception, screen):
    visitor = screen(reception.url).open()
    chance = random.Random(7)
    point = lambda: {"lat": chance.uniform(43.7, 43.95), "lon": chance.uniform(4.0, 4.25)}  # noqa: E731
    sets = [[point() for _ in range(n + 1)] for n in [1, 2, 3, 4, 5, 6, 7, 7, 7, 7]]
    orders = visitor.page.evaluate(
        """async (sets) => {
            const { orderByRoad } = await import("/lib/itinerary.js");
            return sets.map(([here, ...places]) => orderByRoad(here, places));
        }""",
        sets,
    )
    for (here, *places), order in zip(sets, orders, strict=True):
        assert sorted(order) == list(range(len(places)))
        best = min(length(here, places, way) for way in itertools.permutations(range(len(places))))
        assert length(here, places, order) == pytest.approx(best, rel=1e-9)


def length(here: dict, places: list[dict], order) -> float:
    way = [here, *(places[index] for index in order)]
    return sum(metres(a, b) for a, b in itertools.pairwise(way))


def metres(a: dict, b: dict) -> float:
    lat1, lat2 = math.radians(a["lat"]), math.radians(b["lat"])
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2
    return 2 * 6_371_008.8 * math.asin(math.sqrt(h))


def test_twelve_places_are_put_in_order_too(reception, screen):
    visitor = screen(reception.url).open()
    line = [{"lat": 43.7 + 0.01 * n, "lon": 4.1} for n in range(13)]
    shuffled = line[1:]
    random.Random(3).shuffle(shuffled)
    order = visitor.page.evaluate(
        "async ([here, places]) => (await import('/lib/itinerary.js')).orderByRoad(here, places)", [line[0], shuffled]
    )
    assert [shuffled[index] for index in order] == line[1:]


DAY = "2027-07-14"  # a Wednesday
MORNING = {"hours": [[600, 720]], "byAppointment": False}


@pytest.mark.parametrize(
    ("opening", "minute", "duration", "conflict"),
    [
        ({"kind": "always"}, 600, None, None),
        ({"kind": "unknown"}, 600, None, None),
        ({"kind": "by-appointment"}, 600, None, {"kind": "appointment"}),
        ({"kind": "periods", "periods": [MORNING]}, 600, 120, None),
        ({"kind": "periods", "periods": [MORNING]}, 601, 120, {"kind": "closes", "at": {"date": DAY, "minute": 720}}),
        ({"kind": "periods", "periods": [MORNING]}, 700, None, None),
        ({"kind": "periods", "periods": [MORNING]}, 599, None, {"kind": "opens", "at": {"date": DAY, "minute": 600}}),
        ({"kind": "periods", "periods": [MORNING]}, 720, None, {"kind": "closed", "at": {"date": "2027-07-15", "minute": 600}}),
        ({"kind": "periods", "periods": [{**MORNING, "days": [1]}]}, 600, None, {"kind": "closed", "at": {"date": "2027-07-19", "minute": 600}}),
        ({"kind": "periods", "periods": [MORNING], "closed": [DAY], "knownUntil": DAY}, 600, None, {"kind": "closed"}),
        ({"kind": "periods", "periods": [MORNING], "knownUntil": "2027-07-13"}, 600, None, {"kind": "check"}),
        ({"kind": "periods", "periods": [MORNING], "lastEntryMin": 30}, 689, None, None),
        ({"kind": "periods", "periods": [MORNING], "lastEntryMin": 30}, 690, None, {"kind": "last-entry", "at": {"date": DAY, "minute": 720}}),
        ({"kind": "periods", "periods": [{**MORNING, "byAppointment": True}]}, 600, None, {"kind": "appointment"}),
    ],
)
def test_the_hours_stand_against_an_arrival(rules, opening, minute, duration, conflict):
    found = rules.evaluate(
        """async ([opening, arrive, duration]) => {
            const { conflictAt } = await import("/lib/itinerary.js");
            return conflictAt({ periods: [], closed: [], ...opening }, arrive, duration ?? undefined);
        }""",
        [opening, {"date": DAY, "minute": minute}, duration],
    )
    assert found and {key: value for key, value in found.items() if value is not None} == conflict if conflict else found is None


@pytest.fixture(scope="module")
def rules(browser, reception):
    """A page in which the rules run."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(reception.url)
    yield page
    context.close()


def test_a_visit_of_unknown_length_makes_the_times_after_it_the_earliest_and_adds_nothing(rules):
    made = rules.evaluate(
        """async () => {
            const { plan } = await import("/lib/itinerary.js");
            const opening = { kind: "always", periods: [], closed: [] };
            const at = (lat) => ({ position: { lat, lon: 4.1 }, opening });
            return plan({ lat: 43.7, lon: 4.1 }, { date: "2027-07-14", minute: 23 * 60 }, "bicycle",
                [{ ...at(43.75), durationMin: 90 }, at(43.8), at(43.8)]);
        }"""
    )
    first, second, third = made["legs"]
    ride = round(5.5597 * 1.3 / 14 * 60)  # 0.05° of latitude, the detour and the speed of lib/travel.js
    assert [leg["minutes"] for leg in made["legs"]] == [ride, ride, 1]
    assert first["arrive"] == {"date": "2027-07-14", "minute": 23 * 60 + ride}
    assert second["arrive"] == {"date": "2027-07-15", "minute": 2 * ride + 30}
    assert [leg["earliest"] for leg in (first, second, third)] == [False, False, True]
    assert (made["visitMin"], made["unknown"], made["travelMin"]) == (90, 2, 2 * ride + 1)


@pytest.mark.parametrize(
    ("minute", "ids"),
    [(10 * 60 + 2, ["now", "today14", "tomorrow9"]), (15 * 60, ["now", "tomorrow9", "tomorrow14"]), (19 * 60, ["tomorrow9", "tomorrow14"]),
     (5 * 60, ["today9", "today14", "tomorrow9"])],
)
def test_a_day_begins_when_it_can(rules, minute, ids):
    choices = rules.evaluate(
        "async (now) => (await import('/lib/itinerary.js')).startChoices(now)", {"date": "2027-07-14", "minute": minute}
    )
    assert [choice["id"] for choice in choices] == ids
    assert choices[0]["at"]["minute"] % 5 == 0


def test_the_road_puts_a_day_in_order(reception, screen):
    visitor = screen(reception.url).open("#/fr")
    collect(visitor, ["carrieres-de-junas", "la-pierre-plantee", "pont-romain"])
    visitor.go("#/fr/day")
    visitor.tap("Ranger dans l’ordre de la route")
    assert listed(visitor.page)[0] == "pont-romain"  # the office is beside it
    assert sorted(listed(visitor.page)) == ["carrieres-de-junas", "la-pierre-plantee", "pont-romain"]


def test_only_a_screen_with_a_printer_prints(server, screen):
    visitor = screen(server.url).open("#/fr/place/pont-romain")
    visitor.settled()
    assert visitor.page.get_by_role("button", name="Imprimer").count() == 0
    desk = screen(server.url)
    desk.page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
    desk.open("?print=1#/fr/place/pont-romain")
    desk.open("#/fr/place/pont-romain")  # remembered
    desk.tap("Imprimer")
    collect(desk, PLACES[:2])
    desk.go("#/fr/day")
    desk.tap("Imprimer")
    assert desk.page.evaluate("window.printed") == 2
    rows = [row for row in recorded(server, desk, 7) if row[2] == "print"]
    assert [(row[3], row[6]) for row in rows] == [("pont-romain", None), ("", "2")]


def printed(page, path) -> tuple[str, str]:
    """What comes out of the printer: what pdfinfo says of it, and its text."""
    page.pdf(path=path, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return info, text


def is_one_page_of_a4(info: str) -> bool:
    return re.search(r"^Pages: +1$", info, re.M) is not None and "(A4)" in info


@pytest.mark.parametrize("size", [KIOSK, TABLET_LANDSCAPE], ids=["portrait", "landscape"])
def test_a_day_of_six_places_is_one_sheet_of_a4(reception, screen, tmp_path, size):
    visitor = screen(reception.url, size).open("?print=1#/fr")
    collect(visitor, [*PLACES, "voie-verte-de-la-vaunage", "chateau-de-villevieille"])
    visitor.go("#/fr/day")
    visitor.page.locator(".sheet").wait_for(state="attached")
    visitor.settled()
    info, text = printed(visitor.page, tmp_path / "day.pdf")
    assert is_one_page_of_a4(info)
    for words in ("Ma journée", "La Pierre Plantée", "Le pont romain", "Villevieille", "Office de Tourisme"):
        assert words in text
    assert "Retour" not in text.split("Retour non")[0]  # the bar stays on the screen


@pytest.mark.parametrize(("place", "lang"), [("la-pierre-plantee", "fr"), ("pont-romain", "de"), ("vignerons-du-sommierois", "fr")])
def test_a_place_is_one_sheet_of_a4(reception, screen, tmp_path, place, lang):
    visitor = screen(reception.url).open(f"?print=1#/{lang}/place/{place}")
    visitor.settled()
    visitor.page.locator(".sheet").wait_for(state="attached")
    visitor.settled()  # its code and pictures too
    info, text = printed(visitor.page, tmp_path / "place.pdf")
    assert is_one_page_of_a4(info)
    assert visitor.page.locator("h1").inner_text().split()[-1] in text


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_axe_finds_nothing_in_a_day(reception, screen, lang):
    visitor = screen(reception.url, TABLET_PORTRAIT, reduced_motion="reduce", bypass_csp=True).open("?print=1#/fr")
    found = []
    visitor.go(f"#/{lang}/day")
    found += Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]
    for place in PLACES:
        visitor.go(f"#/{lang}/place/{place}")
        visitor.page.locator(".add-to-day").first.tap()
    found += Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]
    visitor.go(f"#/{lang}/day")
    found += Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= TABLET_PORTRAIT["width"]


def test_the_day_still_stands_when_the_server_is_gone(tmp_path, screen):
    screen.expected += ["Failed to load resource", "net::ERR"]
    with VitrineServer(tmp_path / "data") as server:
        visitor = screen(server.url).open("#/fr")
        collect(visitor, PLACES[:2])
    visitor.page.evaluate("location.hash = '#/fr/day'")
    visitor.page.get_by_role("heading", level=1, name="Ma journée").wait_for()
    assert listed(visitor.page) == PLACES[:2]
