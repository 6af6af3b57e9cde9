"""Stories in which something happens that nobody planned: a river, a cut, a child, a correction."""

import random
import re
import time

from patience import at_most
from story import NETWORK, PHONE, back_at_the_welcome, left_behind, rows_of, sessions, until, waiting
from test_never_stuck import kept_whole, with_worker
from visitor import KIOSK
from vitrine_server import VitrineServer, desk

RISING = [
    "Le Vidourle monte. Ne descendez pas sur les berges.",
    "The Vidourle is rising. Keep away from its banks.",
    "De Vidourle stijgt. Blijf weg van de oevers.",
    "Der Vidourle steigt. Bleiben Sie den Ufern fern.",
    "El Vidourle está creciendo. No baje a la orilla.",
]


def announce(server, *arguments: str) -> str:
    """What the desk types, and the number that ends it."""
    run = desk(server.data, "notice", *arguments, "--until", "demain")
    assert run.returncode == 0, run.stderr
    return re.search(r"desk notice end (\S+)", run.stdout)[1]


def test_the_river_rises_while_somebody_reads(server, screen):
    """A German reads about the bridge, a finger on the page, when the desk announces a flood. The banner comes in German and
    nothing moves under the finger. Between two visitors the warning takes the loop; when the desk ends it, it is gone."""
    visitor = screen(server.url, KIOSK, locale="de-DE").open()
    page = visitor.page
    visitor.tap("Willkommen")
    visitor.tap("Kulturerbe", "link")
    page.locator('a[href="#/de/place/pont-romain"]').first.tap()
    reading = page.locator(".prose p").last
    reading.wait_for()
    visitor.settled()
    reading.scroll_into_view_if_needed()
    where = reading.bounding_box()

    number = announce(server, *RISING, "--level", "alert", "--hazard", "flood")
    banner = page.get_by_role("complementary", name="Hinweise des Tourismusbüros")
    banner.get_by_text(RISING[3]).wait_for()
    assert "Hochwassergefahr" in banner.inner_text()
    assert reading.bounding_box() == where, "under a finger, nothing moves"
    page.mouse.wheel(0, -20_000)
    until(page, "scrollY === 0")
    heading = page.locator("h1").bounding_box()
    assert heading["y"] >= banner.bounding_box()["y"] + banner.bounding_box()["height"], "the page begins below it"

    visitor.tap("Start", "link")
    visitor.tap("Beenden")
    visitor.tap("Nicht antworten")
    back_at_the_welcome(visitor)
    alert = page.locator(".alert")
    alert.get_by_text("Le Vidourle").or_(alert.get_by_text("Vidourle")).first.wait_for()
    assert page.locator(".attract-name").count() == 0, "no walk along the river is proposed"
    run = desk(server.data, "notice", "end", number)
    assert run.returncode == 0, run.stderr
    alert.wait_for(state="detached")
    page.locator(".attract-name").wait_for()

    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("theme", "heritage"),
        ("place", "pont-romain"),
        ("session-end", "", "done"),
    ]
    assert len(sessions(server)) == 1, "a notice wakes nobody"


def test_the_server_is_gone_in_the_middle_of_a_visit(server, screen):
    """Pulled out like a plug. The visitor goes on to places nobody has opened before, keeps one, loads the page again, looks
    further and finishes. The server comes back hours of touches later: everything is there, once."""
    visitor = with_worker(server, screen)
    page = visitor.page
    visitor.tap("Bienvenue")
    visitor.tap("Caves et domaines", "link")
    page.locator(".card").first.wait_for()
    server.kill()

    visitor.tap("Château L’Argentier", "link")
    page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Ma journée : Château")
    while waiting(page) < 2:  # the place and the basket: on the disk, as after the moment in which a finger leaves the screen
        page.wait_for_timeout(50)
    page.reload()
    page.get_by_role("heading", name="Château L’Argentier").wait_for()
    visitor.tap("Accueil", "link")
    visitor.tap("Randonnées", "link")
    visitor.tap("Les Merveilles du bois des Lens", "link")
    page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Retour")
    page.locator(".card").first.wait_for()
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.tap("Oui, plutôt")
    back_at_the_welcome(visitor)
    assert waiting(page) >= 5

    server.start()
    assert left_behind(server, visitor, seconds=150) == [
        ("session-start",),
        ("language",),
        ("theme", "cellar"),
        ("place", "chateau-largentier"),
        ("basket", "chateau-largentier", "add"),
        ("theme", "hike"),
        ("place", "merveilles-du-bois-des-lens"),
        ("feedback", "", "3"),
        ("session-end", "", "done"),
    ]
    assert len(sessions(server)) == 1


# Where there is something to touch: a child goes for that.
IN_SIGHT = """() => [...document.querySelectorAll("a[href], button")]
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, top, bottom }) => width > 0 && top > 0 && bottom < innerHeight)
    .map(({ left, top, width, height }) => [left + width / 2, top + height / 2])"""


def test_a_child_of_eight_hammers_on_the_screen(server, screen):
    """Five minutes of ten fingers: taps everywhere, twice, three at a time, swipes. Nothing breaks, nothing is stuck, and left
    alone the screen finds home by itself."""
    screen.expected.append("net::ERR_ABORTED")
    visitor = screen(server.url)
    page = visitor.page
    page.clock.install()
    visitor.open()
    fingers = page.context.new_cdp_session(page)
    child = random.Random(8)
    has_fingers = True
    began = time.monotonic()

    def press(*points: tuple, to: tuple | None) -> None:
        spots = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": spots})
        if to:
            moved = [{"x": (spot["x"] + to[0]) / 2, "y": (spot["y"] + to[1]) / 2, "id": spot["id"]} for spot in spots]
            fingers.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": moved})
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def touch(*points: tuple, to: tuple | None = None) -> None:
        """On a busy machine the browser never answers one of these touches, and takes none any more, while the page draws, runs scripts
        and takes a mouse as before: the child goes on with that."""
        nonlocal has_fingers
        if has_fingers:
            try:
                with at_most(20):
                    return press(*points, to=to)
            except TimeoutError:
                has_fingers = False
        page.mouse.click(*points[0])

    def anywhere() -> tuple:
        return child.randrange(5, KIOSK["width"] - 5), child.randrange(5, KIOSK["height"] - 5)

    for touches in range(300):
        what = child.random()
        spot = anywhere()
        if what < 0.15:
            touch(spot, anywhere(), anywhere())
        elif what < 0.3:
            touch(spot, to=anywhere())
        elif what < 0.5:
            touch(spot)
            touch(spot)
        elif what < 0.6:
            touch((child.randrange(5, KIOSK["width"] - 5), KIOSK["height"] - 40))
        else:
            touch(child.choice(page.evaluate(IN_SIGHT) or [spot]))
        page.clock.run_for(1_000)
        if touches % 20 == 0:
            page.locator("h1").first.wait_for(state="attached")
            assert len(page.locator("body").inner_text()) > 20, "there is always something to read"
            assert "sorry" not in page.url
        if time.monotonic() - began > 40 and touches >= 100:
            break  # a slow machine: the child is called to lunch

    for _ in range(5):  # a finger whose leaving got lost is waited for, for three minutes
        page.clock.run_for(61_000)
        page.clock.run_for(24_000)
    back_at_the_welcome(visitor)
    visits = sessions(server)
    for number in range(len(visits)):
        assert left_behind(server, visitor, number)[-1][2] in ("idle", "done")
    assert sum(len(rows_of(server, visit)) for visit in visits) > 20, "the child did something"

    visitor.tap("Bienvenue")
    page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    assert page.evaluate("document.documentElement.dataset.contrast ?? ''") == ""


def test_a_name_is_corrected_while_somebody_reads(content, tmp_path, screen):
    """The office renames a place. Whoever is reading it goes on with what they have; the next visitor finds the new name, and
    the code on a sheet of paper taken home still leads there."""
    place = content / "places/heritage/pont-romain/place.yaml"
    with VitrineServer(tmp_path / "data", content) as server:
        visitor = screen(server.url).open()
        page = visitor.page
        visitor.tap("Bienvenue")
        visitor.tap("Patrimoine", "link")
        visitor.tap("Le pont romain de Sommières", "link")
        page.get_by_role("heading", name="Côté pratique").wait_for()
        visitor.settled()
        text = place.read_text(encoding="utf-8")
        place.write_text(text.replace("Le pont romain de Sommières", "Le pont de Tibère", 1), encoding="utf-8")
        deadline = time.monotonic() + 40
        while "Le pont de Tibère" not in server.get("/api/v1/fr/catalogue")[1].decode() and time.monotonic() < deadline:
            page.wait_for_timeout(100)
        page.wait_for_timeout(800)  # what it would do to the page, it would do now
        assert page.locator("h1").inner_text() == "Le pont romain de Sommières"
        visitor.tap("Retour")
        page.get_by_role("link", name="Le pont romain de Sommières").wait_for()
        visitor.tap("Accueil", "link")
        visitor.tap("Terminer")
        visitor.tap("Ne pas répondre")
        back_at_the_welcome(visitor)

        visitor.tap("Bienvenue")
        visitor.tap("Patrimoine", "link")
        visitor.tap("Le pont de Tibère", "link")
        page.get_by_role("heading", name="Côté pratique").wait_for()
        assert page.locator("h1").inner_text() == "Le pont de Tibère"
        visitor.tap("Accueil", "link")
        visitor.tap("Terminer")
        visitor.tap("Ne pas répondre")
        back_at_the_welcome(visitor)
        expected = [
            ("session-start",),
            ("language",),
            ("theme", "heritage"),
            ("place", "pont-romain"),
            ("session-end", "", "done"),
        ]
        assert left_behind(server, visitor, 0) == expected
        assert left_behind(server, visitor, 1) == expected, "it is the same place, in the register too"
        phone = screen(server.url, PHONE, is_mobile=True)
        phone.page.goto(f"{server.url}/p/hpont")
        phone.page.get_by_role("heading", name="Le pont de Tibère").wait_for()


# A screen whose page is busy: what it says to the worker leaves a second late.
SLOW_TO_SAY = """
const say = ServiceWorker.prototype.postMessage;
ServiceWorker.prototype.postMessage = function (message) {
    setTimeout(() => say.call(this, message), message.type === "take" ? 700 : 0);
};
"""


def test_a_slow_screen_on_its_first_morning_keeps_everything_all_the_same(server, screen):
    """It takes the app while the places are still arriving. Nothing that arrives is thrown away: pulled out a little later, the
    screen goes on, and opens places nobody has opened before."""
    screen.expected.extend(NETWORK)
    visitor = screen(server.url, service_workers="allow")
    visitor.page.add_init_script(SLOW_TO_SAY)
    visitor.open()
    kept_whole(visitor)
    server.kill()
    visitor.page.reload()
    visitor.tap("Bienvenue")
    visitor.tap("Caves et domaines", "link")
    visitor.tap("Château L’Argentier", "link")
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
