"""Between two visitors: a loop of places that fit the moment, and how it is woken."""

import json

import pytest
from test_stories import kinds, recorded

OFFICE = {"lat": 43.78, "lon": 4.09}

CHOOSE = """async ({ places, now, notices, seed }) => {
    const { choosePlaces } = await import("/lib/choosing.js");
    const { read } = await import("/lib/opening.js");
    const office = { position: { lat: 43.78, lon: 4.09 }, timeZone: "Europe/Paris" };
    return choosePlaces({ places, office }, read(now), { notices, seed }).map(({ id }) => id);
}"""


def place(id: str, kind: str = "heritage", opening: dict | None = None, **more) -> dict:
    return {"id": id, "kind": kind, "position": OFFICE, "trail": None, "suits": {}, "closed": [],
            "opening": {"kind": "always", "periods": [], "closed": [], **(opening or {})}, **more}


def hours(start: int, end: int) -> dict:
    return {"kind": "periods", "periods": [{"hours": [[start * 60, end * 60]], "byAppointment": False}]}


def hike(id: str, minutes: int = 120, **more) -> dict:
    return place(id, "hike", trail={"durationMin": minutes}, **more)


@pytest.fixture
def choose(reception, screen):
    page = screen(reception.url).open().page

    def chosen(places: list, now: str, notices: list = (), seed: str = "") -> list[str]:
        return page.evaluate(CHOOSE, {"places": places, "now": now, "notices": list(notices), "seed": seed})

    return chosen


def notice(level: str, hazard: str | None = None, places: list = ()) -> dict:
    return {"level": level, "places": list(places), **({"hazard": hazard} if hazard else {})}


def test_places_are_shown_when_they_are_open_or_soon_will_be(choose):
    places = [place("open", opening=hours(9, 18)), place("soon", opening=hours(15, 18)), place("later", opening=hours(17, 19)),
              place("closing", opening=hours(9, 14.25)), place("closed", opening=hours(9, 12)), place("always")]
    assert set(choose(places, "2026-04-15T14:00")) == {"open", "soon", "always"}


def test_walks_end_by_daylight_and_nobody_knows_whether_a_cellar_opens_at_night(choose):
    places = [hike("short", 60), hike("long", 240), place("cellar", "cellar", {"kind": "unknown"})]
    assert set(choose(places, "2026-12-10T10:00")) == {"short", "long", "cellar"}
    assert set(choose(places, "2026-12-10T15:30")) == {"short", "cellar"}
    assert "cellar" not in choose(places, "2026-12-10T22:00")


def test_summer_walks_are_for_the_morning_and_the_afternoon_is_for_the_shade(choose):
    places = [hike("sunny"), hike("shady", shade="good"), place("museum", opening=hours(9, 19))]
    first = [choose(places, "2026-07-20T08:00", seed=seed)[0] for seed in "abcdefghijklmnopqrst"]
    assert first.count("museum") < 10
    assert {choose(places, "2026-07-20T14:00", seed=seed)[-1] for seed in "abcdefghij"} == {"sunny"}


def test_what_is_announced_is_heeded(choose):
    places = [hike("walk"), place("ride", "greenway"), place("museum"), place("bridge")]
    assert set(choose(places, "2026-05-10T10:00", [notice("warning", "storm")])) == {"museum", "bridge"}
    assert set(choose(places, "2026-05-10T10:00", [notice("warning", "closure", ["bridge"])])) == {"walk", "ride", "museum"}
    assert set(choose(places, "2026-05-10T10:00", [notice("info")])) == {"walk", "ride", "museum", "bridge"}


def test_a_choice_is_mixed_and_changes_with_the_hour_only(choose):
    places = [place(f"{kind}-{i}", kind) for kind in ("heritage", "cellar", "greenway") for i in range(6)]
    first = choose(places, "2026-05-10T10:00", seed="10 h")
    assert len(first) == 12
    assert first == choose(places, "2026-05-10T10:00", seed="10 h") != choose(places, "2026-05-10T10:00", seed="11 h")
    assert all(a.split("-")[0] != b.split("-")[0] for a, b in zip(first, first[1:], strict=False))


def test_daylight_is_that_of_the_almanac(reception, screen):
    page = screen(reception.url).open().page
    days = page.evaluate(
        """async () => {
            const { daylight } = await import("/lib/daylight.js");
            const at = (lat, lon, day, zone) => daylight({ lat, lon }, day, zone);
            return [at(43.78, 4.09, "2026-06-21", "Europe/Paris"), at(43.78, 4.09, "2026-12-21", "Europe/Paris"),
                at(69.65, 18.96, "2026-06-21", "Europe/Oslo")];
        }"""
    )
    june, december, tromso = days
    assert abs(june["rise"] - (6 * 60 + 1)) < 10 and abs(june["set"] - (21 * 60 + 30)) < 10
    assert abs(december["rise"] - (8 * 60 + 13)) < 10 and abs(december["set"] - (17 * 60 + 9)) < 10
    assert tromso is None


def test_night_may_pass_midnight_and_languages_take_turns(reception, screen):
    page = screen(reception.url).open().page
    night, turns = page.evaluate(
        """async () => {
            const { isNight, languageAt } = await import("/lib/attract.js");
            const late = { from: 1320, to: 420 };
            const night = [[late, 1380], [late, 100], [late, 700], [{ from: 60, to: 120 }, 90], [null, 90]];
            const steps = Array.from({ length: 20 }, (_, step) => `${step % 5} ${languageAt(["fr", "en", "nl", "de", "es"], step, 5)}`);
            return [night.map(([schedule, minute]) => isNight(schedule, minute)), steps];
        }"""
    )
    assert night == [True, True, False, True, False]
    assert len(set(turns)) == 20, "a place that comes back speaks another language"


def name(visitor) -> str:
    return visitor.page.locator(".attract-name").inner_text()


def language(visitor) -> str:
    return visitor.page.locator(".attract").get_attribute("lang")


def at_night(route) -> None:
    answer = route.fetch()
    catalogue = answer.json()
    catalogue["office"]["night"] = {"from": 0, "to": 1440}
    route.fulfill(response=answer, json=catalogue)


def loop(server, screen, **options):
    visitor = screen(server.url, **options)
    visitor.page.clock.install()
    visitor.open()
    visitor.page.locator(".attract-name").wait_for()
    visitor.until("document.querySelector('.attract-pause')")
    return visitor


def until_changed(visitor, before: str, by_ms: int = 10_000) -> None:
    visitor.page.clock.run_for(by_ms)
    visitor.until("before => document.querySelector('.attract-name').innerText !== before", before)


def test_the_loop_goes_on_in_all_languages_until_it_is_paused(reception, screen):
    visitor = loop(reception, screen)
    spoken, seen = set(), set()
    for step in range(60):  # languages join in as they come
        visitor.page.wait_for_timeout(150)
        if step >= 6 and len(spoken) == 5:
            break
        seen.add(before := name(visitor))
        until_changed(visitor, before)
        spoken.add(language(visitor))
    assert len(seen) >= 5
    assert spoken == {"fr", "en", "nl", "de", "es"}

    visitor.tap("Arrêter le défilement")
    visitor.page.clock.run_for(1_000)  # what was on its way when it was touched is shown
    stopped = name(visitor)
    visitor.page.clock.run_for(45_000)
    assert name(visitor) == stopped
    visitor.tap("Reprendre le défilement")
    until_changed(visitor, stopped)


def test_a_touch_on_the_place_opens_it_in_the_language_it_spoke(server, screen):
    visitor = loop(server, screen)
    until_changed(visitor, name(visitor))
    lang, shown = language(visitor), name(visitor)
    assert lang != "fr"
    visitor.page.locator(".attract-views").tap()
    visitor.page.get_by_role("heading", name=shown, level=1).wait_for()
    assert visitor.page.evaluate("document.documentElement.lang") == lang
    visitor.page.clock.run_for(3_000)
    rows = recorded(server, visitor, 2)
    assert kinds(rows) == ["session-start", "place"]
    assert {row[5] for row in rows} == {lang}


def test_a_touch_beside_everything_stops_the_loop_and_points_at_the_languages(reception, screen):
    visitor = loop(reception, screen)
    visitor.page.locator("h1").tap()
    visitor.page.locator(".welcome-awake").wait_for()
    stopped = name(visitor)
    visitor.page.clock.run_for(30_000)
    assert name(visitor) == stopped, "nothing changes under a hesitating finger"
    visitor.page.clock.run_for(60_000)
    visitor.page.locator(".welcome-awake").wait_for(state="detached")
    until_changed(visitor, stopped)


def test_fixed_parts_move_by_a_few_pixels(reception, screen):
    visitor = loop(reception, screen)
    where = "document.querySelector('.welcome-head').getBoundingClientRect().top"
    seen = set()
    for _ in range(8):
        seen.add(visitor.page.evaluate(where))
        visitor.page.clock.run_for(181_000)
        visitor.page.wait_for_timeout(60)
    assert len(seen) >= 3
    assert max(seen) - min(seen) <= 12


def test_nothing_moves_where_motion_is_reduced(reception, screen):
    visitor = loop(reception, screen, reduced_motion="reduce")
    assert visitor.page.evaluate("document.getAnimations().length") == 0
    before = name(visitor)
    visitor.page.clock.run_for(20_000)
    assert name(visitor) == before
    until_changed(visitor, before, 6_000)
    assert visitor.page.evaluate("document.getAnimations().length") == 0


def test_the_screen_is_dimmed_at_night_and_a_touch_lights_it_up(reception, screen):
    visitor = screen(reception.url)
    visitor.page.clock.install()
    visitor.page.route("**/api/v1/fr/catalogue", at_night)
    visitor.open()
    visitor.page.locator(".welcome-night").wait_for()
    visitor.tap("Bienvenue")
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    assert visitor.page.locator(".welcome-night").count() == 0
    visitor.page.clock.run_for(85_000)
    visitor.page.locator(".welcome-night").wait_for()


def test_a_picture_that_is_missing_is_passed_over(reception, screen):
    screen.expected.extend(["Failed to load resource", "net::ERR"])
    visitor = loop(reception, screen)
    visitor.page.route("**/media/**", lambda route: route.abort())
    catalogue = json.loads(reception.get("/api/v1/fr/catalogue")[1])
    before = name(visitor)
    visitor.page.clock.run_for(11_000)
    visitor.page.wait_for_timeout(300)
    assert visitor.page.locator(".picture-missing").count() == 0
    assert name(visitor) == before or name(visitor) in [p["name"]["text"] for p in catalogue["places"]]


def test_a_visit_leaves_nothing_behind(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    visitor.page.locator(".card").nth(5).tap()
    visitor.page.locator(".place-head").wait_for()
    visitor.page.clock.run_for(85_000)
    visitor.page.locator(".welcome").wait_for()
    for _ in range(3):
        visitor.page.go_back()
        visitor.page.locator(".welcome").wait_for()
        assert visitor.page.evaluate("location.hash") in ("", "#/")

    visitor.tap("Welcome")
    visitor.page.get_by_role("heading", level=1).filter(has_text="What").wait_for()
    visitor.page.go_back()
    visitor.page.locator(".welcome").wait_for()
    visitor.page.go_back()
    visitor.page.wait_for_timeout(300)
    assert "place" not in visitor.page.evaluate("location.hash"), "nobody sees what the one before looked at"


def test_whoever_uses_a_switch_is_somebody_too(reception, screen):
    """Nobody's map test ended: its clicks came from a script, and after a minute the screen went home under it."""
    visitor = screen(reception.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.page.clock.run_for(50_000)
    visitor.page.evaluate("document.querySelector('.bar-comfort').click()")
    visitor.page.clock.run_for(50_000)
    assert visitor.page.get_by_role("dialog", name="Vous êtes toujours là").count() == 0
    visitor.page.clock.run_for(12_000)
    visitor.page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()


def test_a_finger_on_the_countdown_stops_it(reception, screen):
    visitor = screen(reception.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.page.clock.run_for(62_000)
    dialog = visitor.page.get_by_role("dialog", name="Vous êtes toujours là")
    dialog.wait_for()
    visitor.page.mouse.move(540, 900)
    visitor.page.mouse.down()
    visitor.page.clock.run_for(60_000)
    assert dialog.count() == 1, "the finger has not said yet what it means"
    visitor.page.mouse.up()
    dialog.wait_for(state="detached")
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()


def test_a_finger_whose_leaving_was_never_told_keeps_nobody_on_the_screen(reception, screen):
    """A browser lost the end of a touch, and the screen would have waited for that finger for ever."""
    visitor = screen(reception.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    visitor.page.mouse.move(540, 900)
    visitor.page.mouse.down()
    visitor.page.clock.run_for(150_000)
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    visitor.page.clock.run_for(120_000)
    visitor.page.locator(".welcome").wait_for()


def test_a_finger_that_stays_opens_no_menu_of_the_browser_and_drags_nothing(reception, screen):
    visitor = screen(reception.url).open("#/fr/theme/heritage")
    visitor.settled()
    page = visitor.page
    page.evaluate("""() => { window.refused = {}; for (const type of ["contextmenu", "dragstart"])
        addEventListener(type, (event) => { refused[type] = event.defaultPrevented; }); }""")
    page.locator(".card").first.click(button="right")
    box = page.locator(".card").first.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 160, steps=5)
    visitor.until("refused.dragstart !== undefined")
    page.mouse.up()
    assert page.evaluate("refused") == {"contextmenu": True, "dragstart": True}
