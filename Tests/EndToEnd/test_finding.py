"""What fits me now: what is known counts, what isn't known is said, and nothing is a dead end."""

import json
import time

import pytest
from visitor import KIOSK, TABLET_LANDSCAPE, TABLET_PORTRAIT

NOW = {"date": "2026-07-14", "minute": 600}
OFFICE = {"lat": 43.78333, "lon": 4.08861}


def north(metres: float) -> dict:
    return {"lat": OFFICE["lat"] + metres / 111_195, "lon": OFFICE["lon"]}


def place(id: str, metres: float = 500, **known) -> dict:
    """A place of which only `known` is known, as the screens hold it."""
    nothing = {
        "id": id, "kind": "heritage", "name": {"text": id, "lang": "fr"}, "teaser": {"text": "", "lang": "fr"},
        "commune": "Sommières", "position": north(metres), "trail": None, "labels": [], "suits": {}, "keywords": [],
        "opening": {"kind": "unknown", "periods": [], "closed": []},
    }
    return {**nothing, **known}


def walk(minutes: int | None, length_m: int | None = None, practices: tuple = ("walking",), **known) -> dict:
    trail = {"practices": list(practices), "surface": [], **known}
    if minutes is not None:
        trail["durationMin"] = minutes
    if length_m is not None:
        trail["length_m"] = length_m
    return trail


FIND = """async ([places, chosen, now, from]) => {
    const { find } = await import("/lib/results.js");
    for (const place of places) place.toCheckFields = new Set();
    const { fits, maybe } = find(places, chosen, { now, from });
    const told = (results, which) =>
        Object.fromEntries(results.map((result) => [result.place.id, result[which].map(({ key }) => key)]));
    return { fits: told(fits, "notes"), maybe: told(maybe, "unknown") };
}"""


@pytest.fixture
def find(reception, screen):
    page = screen(reception.url).open().page
    return lambda places, *chosen: page.evaluate(FIND, [places, list(chosen), NOW, OFFICE])


def counted(server, visitor, kinds: list[str]) -> list[tuple]:
    """What arrived once as much did as was expected; a double would come in the moment after."""
    query = "select kind, coalesce(theme, ''), coalesce(place, ''), value, lang, session from interaction order by seq"
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and len(server.query(query)) < len(kinds):
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(300)
    rows = server.query(query)
    assert [row[0] for row in rows] == kinds
    assert len({row[5] for row in rows}) == 1
    return rows


def cards(visitor) -> list[str]:
    return visitor.page.locator(".results .card-name").all_inner_texts()


def number(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def test_what_is_not_known_is_neither_a_yes_nor_a_no(find):
    places = [
        place("yes", suits={"pushchair": "yes"}),
        place("partly", suits={"pushchair": "partly"}),
        place("no", suits={"pushchair": "no"}),
        place("nobody-knows"),
    ]
    found = find(places, "pushchair")
    assert found["fits"] == {"yes": [], "partly": ["suits.pushchair.partly"]}
    assert found["maybe"] == {"nobody-knows": ["unknown.pushchair"]}


def test_one_no_is_enough_whatever_else_is_not_known(find):
    found = find([place("no-dogs", suits={"dog": "no"}), place("quiet", free=True)], "dog", "free", "shade")
    assert found == {"fits": {}, "maybe": {"quiet": ["unknown.dog", "unknown.shade"]}}


def test_time_is_the_way_there_the_walk_and_the_way_back(find):
    # 1,000 m as the crow flies are 17 minutes on foot at the speed the screen states.
    near, far = place("short", 1_000, trail=walk(80)), place("long", 1_000, trail=walk(90))
    assert find([near, far], "twoHours", "foot") == {"fits": {"short": ["outing.inAll"]}, "maybe": {}}


def test_a_place_without_a_duration_fits_when_half_an_hour_is_left_there(find):
    places = [place("near", 300), place("too-far", 2_000)]
    assert find(places, "oneHour", "foot") == {"fits": {"near": ["outing.timeThere"]}, "maybe": {}}


def test_a_walk_without_a_duration_may_fit_and_its_length_says_when_it_does_not(find):
    trails = {"short": walk(None, 5_000), "long": walk(None, 30_000), "unmeasured": walk(None)}
    places = [place(id, trail=trail) for id, trail in trails.items()]
    assert find(places, "twoHours", "car") == {
        "fits": {}, "maybe": {"short": ["unknown.duration-foot"], "unmeasured": ["unknown.duration"]},
    }


def test_a_long_greenway_can_be_left_half_way(find):
    greenway = place("greenway", kind="greenway", trail=walk(None, 24_000, ("walking", "cycling")))
    loop = place("loop", kind="greenway", trail=walk(None, 60_000, ("cycling",), shape="loop"))
    assert find([greenway, loop], "oneHour", "foot")["maybe"] == {"greenway": ["unknown.part-foot"]}
    assert find([greenway, loop], "oneHour", "bicycle")["maybe"] == {"greenway": ["unknown.part-bicycle"]}


def test_moving_without_a_car_takes_what_is_in_reach_or_says_that_nobody_knows(find):
    bus = {"text": "Ligne 40", "lang": "fr"}
    places = [place("near", 800), place("far", 15_000), place("by-bus", 15_000, withoutCar=bus)]
    assert find(places, "noCar") == {"fits": {"near": [], "by-bus": []}, "maybe": {"far": ["unknown.noCar"]}}
    assert find(places, "foot") == {"fits": {"near": []}, "maybe": {}}
    assert len(find(places, "car")["fits"]) == 3


def test_somebody_on_foot_is_not_sent_on_a_ride(find):
    assert find([place("ride", trail=walk(60, practices=("cycling",)))], "foot") == {"fits": {}, "maybe": {}}


def test_open_now_needs_hours_that_are_known_and_true_today(find):
    hours = {"kind": "periods", "periods": [{"hours": [[540, 720]], "byAppointment": False}], "closed": []}
    places = [
        place("open", opening=hours),
        place("always", opening={"kind": "always", "periods": [], "closed": []}),
        place("closed", opening={**hours, "closed": ["2026-07-14"]}),
        place("old", opening={**hours, "periods": [{"hours": [[800, 900]], "byAppointment": False}], "knownUntil": "2021-08-31"}),
        place("appointment", opening={"kind": "by-appointment", "periods": [], "closed": []}),
        place("unknown"),
    ]
    assert find(places, "open") == {
        "fits": {"open": [], "always": []},
        "maybe": {"old": ["unknown.oldHours"], "appointment": ["unknown.appointment"], "unknown": ["unknown.hours"]},
    }


def test_a_choice_of_one_theme_is_not_asked_of_the_others(find):
    hard = place("hard", kind="hike", trail=walk(60, difficulty="hard"))
    assert find([hard, place("castle")], "easy") == {"fits": {"castle": []}, "maybe": {}}


def test_the_choice_worth_giving_up_is_the_one_that_gives_most(reception, screen):
    places = [*(place(id, suits={"dog": "no"}, free=True) for id in "ab"), place("c", suits={"dog": "yes"}, free=False)]
    page = screen(reception.url).open().page
    ways = page.evaluate(
        """async ([places, now, from]) => {
            const { loosen } = await import("/lib/results.js");
            for (const place of places) place.toCheckFields = new Set();
            return loosen(places, ["dog", "free"], { now, from });
        }""",
        [places, NOW, OFFICE],
    )
    assert [(way["id"], way["n"]) for way in ways] == [("dog", 2), ("free", 1)]


def test_a_screen_counts_from_where_it_stands(reception, screen):
    answers = screen(reception.url).open().page.evaluate(
        """async () => {
            const { here } = await import("/lib/here.js");
            const { travelMinutes } = await import("/lib/travel.js");
            const office = { position: { lat: 1, lon: 1 }, screens: [{ id: "castle", position: { lat: 2, lon: 2 } }] };
            const minutes = ["foot", "bicycle", "car"].map((mode) => travelMinutes(6_000, mode));
            return [here({ office }, "castle").lat, here({ office }, "ecran-1").lat, minutes];
        }"""
    )
    assert answers[:2] == [2, 1]
    assert answers[2] == [104, 33, 18]


def test_a_family_with_two_hours_and_a_pushchair(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.tap("Que faire maintenant", "link")
    before = number(visitor.page.locator(".find-show a").inner_text())
    visitor.tap("2 heures")
    visitor.tap("Avec une poussette")
    after = number(visitor.page.locator(".find-show a").inner_text())
    assert 0 < after < before, "the button counts as they choose"
    visitor.page.locator(".find-show a").tap()
    visitor.page.get_by_role("heading", name="Peut-être aussi").wait_for()
    assert "Nous ne savons pas si une poussette passe" in visitor.page.locator(".card-unknown").first.inner_text()
    assert len(cards(visitor)) <= 24
    sure = visitor.page.get_by_role("button", name="Sans « Avec une poussette »")
    promised = number(sure.inner_text())
    sure.tap()
    assert promised == number(visitor.page.locator(".results-count b").inner_text().split(" sur ")[0])
    visitor.page.locator(".results .card").first.tap()
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Retour")
    assert visitor.page.locator(".refine .filter").all_inner_texts() == ["2 heures"], "the choices are still there"
    visitor.tap("Retour")
    assert visitor.page.get_by_role("button", name="2 heures").get_attribute("aria-pressed") == "true"
    rows = counted(server, visitor, ["session-start", "language", "filter", "filter", "place"])
    assert [row[3].strip('"') for row in rows[2:4]] == ["twoHours", "pushchair"]


def test_the_dutch_couple_on_bicycles_with_half_a_day(server, screen):
    visitor = screen(server.url, locale="nl-NL").open()
    visitor.tap("Welkom")
    visitor.tap("Wat kunnen we nu doen", "link")
    visitor.tap("Een halve dag")
    visitor.tap("Met de auto")
    visitor.tap("Met de fiets")
    car = visitor.page.get_by_role("button", name="Met de auto")
    assert car.get_attribute("aria-pressed") == "false", "one way of moving at a time"
    visitor.page.locator(".find-show a").tap()
    visitor.page.locator(".results .card").first.wait_for()
    assert visitor.page.locator(".away .icon[data-icon='bike']").count() > 0
    visitor.tap("Mijn keuzes")
    visitor.page.get_by_role("dialog").get_by_role("button", name="Gratis").tap()
    shown = number(visitor.page.get_by_role("dialog").locator(".fit-show .button").inner_text())
    visitor.page.get_by_role("dialog").locator(".fit-show .button").tap()
    visitor.page.get_by_role("dialog").wait_for(state="detached")
    assert number(visitor.page.locator(".results-count b").inner_text().split(" van ")[0]) == shown
    rows = counted(server, visitor, ["session-start", "language", *["filter"] * 4])
    assert [row[3].strip('"') for row in rows[2:]] == ["halfDay", "car", "bicycle", "free"]


def test_somebody_in_a_wheelchair_sees_what_is_sure_first_on_every_page(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Welcome")
    visitor.tap("What can we do now", "link")
    visitor.page.locator(".fit-choice", has_text="wheelchair").tap()
    visitor.page.locator(".find-show a").tap()
    visitor.page.get_by_role("heading", name="Perhaps these too").wait_for()
    sure = number(visitor.page.locator(".results-count b").inner_text().split(" of ")[0])
    assert visitor.page.locator(".results-group").first.locator(".card").count() == sure > 0
    assert visitor.page.locator(".results-group").first.locator(".card-unknown").count() == 0
    visitor.go("#/en/theme/greenway")
    chosen = visitor.page.locator(".refine .filter[aria-pressed=true]")
    assert chosen.count() == 1, "who comes in a wheelchair comes so to every page"
    counted(server, visitor, ["session-start", "language", "filter", "theme"])


def test_nothing_found_says_which_choice_to_give_up_and_a_touch_does_it(reception, screen):
    catalogue = json.loads(reception.get("/api/v1/fr/catalogue")[1])
    for one in catalogue["places"]:
        one["suits"] = {"dog": "no"}
        one["free"] = True
    visitor = screen(reception.url)
    visitor.page.route("**/api/v1/fr/catalogue", lambda route: route.fulfill(json=catalogue))
    visitor.open("#/fr/find")
    visitor.tap("Avec un chien")
    visitor.tap("Gratuit")
    visitor.page.get_by_role("link", name="Aucune idée").tap()
    visitor.page.get_by_role("heading", name="Aucune idée ne réunit").wait_for()
    visitor.page.get_by_role("button", name=f"{len(catalogue['places'])} idées").tap()
    assert visitor.page.locator(".refine .filter").all_inner_texts() == ["Gratuit"]
    assert cards(visitor)


def test_a_list_is_sorted_as_asked_and_the_map_shows_the_same_places(reception, screen):
    visitor = screen(reception.url).open("#/fr/theme/heritage")
    near = cards(visitor)
    visitor.tap("Nom", exact=True)
    names = cards(visitor)
    assert names != near
    assert names == visitor.page.evaluate("names => names.toSorted(new Intl.Collator('fr').compare)", names)
    total = number(visitor.page.locator(".results-count b").inner_text())
    visitor.tap("Carte", exact=True)
    assert str(total) in visitor.page.locator("[aria-label*='lieux'], [aria-label*='idées']").first.get_attribute("aria-label")


def test_a_thousand_places_are_drawn_a_few_at_a_time_and_found_again_where_they_were(reception, screen):
    catalogue = json.loads(reception.get("/api/v1/fr/catalogue")[1])
    heritage = [one for one in catalogue["places"] if one["kind"] == "heritage"]
    catalogue["places"] += [{**heritage[i % len(heritage)], "id": f"place-{i}"} for i in range(1_000)]
    visitor = screen(reception.url)
    visitor.page.route("**/api/v1/fr/catalogue", lambda route: route.fulfill(json=catalogue))
    visitor.open("#/fr/theme/heritage")
    visitor.page.locator(".results .card").first.wait_for()
    assert len(cards(visitor)) == 24
    more = visitor.page.get_by_role("button", name="de plus")
    more.tap()
    visitor.page.locator(".results .card").nth(40).wait_for()
    assert len(cards(visitor)) == 48
    more.scroll_into_view_if_needed()
    visitor.page.wait_for_timeout(200)
    where = visitor.page.evaluate("scrollY")
    visitor.page.evaluate("location.hash = '#/fr/place/pont-romain'")
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Retour")
    visitor.page.locator(".results .card").nth(40).wait_for()
    visitor.page.wait_for_timeout(200)
    assert abs(visitor.page.evaluate("scrollY") - where) < 50


# What each frame shows: which page, and how deep.
WATCH_FRAMES = """() => {
  globalThis.frames = [];
  const look = () => {
    frames.push([document.querySelector("main")?.className, scrollY]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def test_no_frame_shows_a_page_at_the_depth_of_another(reception, screen):
    visitor = screen(reception.url, TABLET_PORTRAIT).open()
    visitor.tap("Bienvenue")
    visitor.page.locator('a[href="#/fr/theme/heritage"]').tap()
    last = visitor.page.locator(".results .card").last
    last.scroll_into_view_if_needed()
    visitor.drawn()
    where = visitor.page.evaluate("scrollY")
    assert where > 200
    visitor.page.evaluate(WATCH_FRAMES)
    last.tap()
    visitor.page.locator(".page-place .practical").wait_for()
    visitor.page.evaluate("scrollTo(0, 150)")
    visitor.drawn()
    visitor.tap("Retour")
    visitor.page.locator(".results .card").first.wait_for()
    visitor.drawn()
    frames = [(page.split("-")[-1], depth) for page, depth in visitor.page.evaluate("frames")]
    assert {depth for page, depth in frames if page == "theme"} == {where}
    assert {depth for page, depth in frames if page == "place"} == {0, 150}


LARGE = [KIOSK, TABLET_PORTRAIT, TABLET_LANDSCAPE, {"width": 1920, "height": 1080}]


@pytest.mark.parametrize("size", LARGE, ids=lambda size: f"{size['width']}")
def test_the_questions_and_their_button_share_one_screen(reception, screen, size):
    """Answered in seconds means without scrolling; a telephone scrolls, its button stays in sight."""
    visitor = screen(reception.url, size).open("#/de/find")
    boxes = visitor.page.locator(".fit-choice, .find-show a").evaluate_all(
        "boxes => boxes.map((box) => box.getBoundingClientRect().bottom)"
    )
    bar = visitor.page.locator(".bar").bounding_box()["y"]
    assert len(boxes) == 16
    assert max(boxes) <= bar
