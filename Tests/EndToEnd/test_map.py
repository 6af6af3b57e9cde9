"""The map: what a visitor does with it, what it shows, and what it leaves behind."""

import contextlib
import json
import math
import shutil
import sqlite3
import struct
import zlib
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_stories import NETWORK, kinds, recorded
from visitor import KIOSK, NO_PRELOAD, TABLET_LANDSCAPE
from vitrine_server import ROOT, VitrineServer

READY = '.map[data-phase="ready"]'

# The map that is on the screen, so that a test can ask where on the glass a place stands.
WATCH_MAPS = """
Object.defineProperty(globalThis, "ol", { configurable: true, set(ol) {
    const Original = ol.Map;
    ol.Map = class extends Original { constructor(options) { super(options); globalThis.shownMap = this; } };
    Object.defineProperty(globalThis, "ol", { value: ol, writable: true });
} });
"""

SHOWN = """() => shownMap.getLayers().getArray()
    .flatMap((layer) => layer.getSource().getFeatures?.() ?? [])
    .filter((feature) => feature.get("places")?.length)
    .map((feature) => [feature.get("places"), feature.getGeometry().getCoordinates()])
    .map(([places, coordinates]) => ({ places, pixel: shownMap.getPixelFromCoordinate(coordinates) }))"""

LOOK = "() => ({ center: shownMap.getView().getCenter(), resolution: shownMap.getView().getResolution() })"

FINGER = """() => shownMap.getLayers().getArray().find((layer) => layer.getZIndex() === 30)
    .getSource().getFeatures().map((feature) => feature.getGeometry().getCoordinates())"""


def with_map(screen, url: str, address: str, size: dict = KIOSK, **options):
    visitor = screen(url, size, **options)
    visitor.page.add_init_script(WATCH_MAPS)
    visitor.open(address)
    return visitor


def as_map(visitor) -> None:
    visitor.tap("Carte", exact=True)
    still(visitor)


def enlarged(visitor) -> None:
    visitor.tap("Agrandir le plan")
    still(visitor)


def still(visitor) -> None:
    """The map is there, and doesn't move."""
    visitor.page.locator(READY).wait_for()
    visitor.page.wait_for_timeout(400)  # longer than any movement a button starts
    # A map that another has taken the place of is never complete: it is asked again, of whichever is shown then.
    visitor.until("""() => Promise.race([
        new Promise((done) => { shownMap.once("rendercomplete", () => done(true)); shownMap.render(); }),
        new Promise((done) => setTimeout(() => done(false), 2_000)),
    ])""")


def marks(visitor) -> list[dict]:
    return visitor.page.evaluate(SHOWN)


def on_map(visitor) -> set[str]:
    return {place for mark in marks(visitor) for place in mark["places"]}


def look(visitor) -> dict:
    return visitor.page.evaluate(LOOK)


def corner(visitor) -> dict:
    return visitor.page.locator(".map-canvas").bounding_box()


def touch(visitor, mark: dict) -> None:
    box = corner(visitor)
    visitor.page.touchscreen.tap(box["x"] + mark["pixel"][0], box["y"] + mark["pixel"][1] - 20)


def fingers(visitor, paths: list[tuple[tuple, tuple]], steps: int = 8) -> None:
    """Each finger goes from one point of the map to another, all at once."""
    client = visitor.page.context.new_cdp_session(visitor.page)
    box = corner(visitor)
    for step in range(steps + 1):
        points = [
            {"x": box["x"] + a[0] + (b[0] - a[0]) * step / steps, "y": box["y"] + a[1] + (b[1] - a[1]) * step / steps, "id": i}
            for i, (a, b) in enumerate(paths)
        ]
        client.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
        visitor.page.wait_for_timeout(20)
    visitor.page.wait_for_timeout(120)  # a finger that rests before it leaves doesn't throw the map
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    visitor.page.wait_for_timeout(600)


def rows(visitor) -> list[str]:
    return visitor.page.locator(".map-split-side .place-row-name").all_inner_texts()


@pytest.fixture(scope="module")
def relief(tmp_path_factory):
    """A server whose hike at the standing stone has a recorded way: up for the first half, down for the second."""
    folder = tmp_path_factory.mktemp("relief")
    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    turns = [(2 * math.pi * i / 200, 60 + 1.2 * min(i, 200 - i)) for i in range(201)]
    points = [(43.7775 + 0.0135 * math.sin(turn), 4.158 + 0.0186 * (math.cos(turn) - 1), height) for turn, height in turns]
    track = "".join(f'<trkpt lat="{lat:.6f}" lon="{lon:.6f}"><ele>{ele:.1f}</ele></trkpt>' for lat, lon, ele in points)
    head = '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
    (content / "places/hike/la-pierre-plantee/track.gpx").write_text(head + track + "</trkseg></trk></gpx>")
    with VitrineServer(folder / "data", content) as running:
        yield running


def test_places_along_a_line_come_nearest_first(reception, screen):
    visitor = screen(reception.url).open()
    names, metres, to_a_point = visitor.page.evaluate(
        """async () => {
            const { nearest, distanceToLine, distance } = await import("/lib/geo.js");
            const line = [[{ lat: 43.78, lon: 4.08 }, { lat: 43.78, lon: 4.12 }, { lat: 43.80, lon: 4.12 }]];
            const places = [
                { id: "beyond-the-end", position: { lat: 43.81, lon: 4.12 } },
                { id: "beside-the-middle", position: { lat: 43.785, lon: 4.10 } },
                { id: "on-the-line", position: { lat: 43.78, lon: 4.09 } },
                { id: "far", position: { lat: 43.9, lon: 4.2 } },
            ];
            const found = nearest(places, line, 1_500);
            const [a, b] = [{ lat: 43.78, lon: 4.08 }, { lat: 43.79, lon: 4.09 }];
            const names = found.map(({ place }) => place.id);
            return [names, found.map(({ away_m }) => away_m), [distanceToLine(b, [[a]]), distance(a, b)]];
        }"""
    )
    assert names == ["on-the-line", "beside-the-middle", "beyond-the-end"]
    assert metres[0] < 1
    assert abs(metres[1] - 556) < 2
    assert abs(metres[2] - 1112) < 3
    assert abs(to_a_point[0] - to_a_point[1]) < 2


def test_the_way_in_words(reception, screen):
    visitor = screen(reception.url).open()
    middle, flat, up, steep, down = visitor.page.evaluate(
        """async () => {
            const { positionAlong, heightAt, slopeWord } = await import("/lib/map/along.js");
            const segments = [[{ lat: 43, lon: 4 }, { lat: 43, lon: 4.1 }], [{ lat: 43.5, lon: 4 }, { lat: 43.5, lon: 4.1 }]];
            const profile = { distances_m: [0, 1000, 2000, 3000, 4000], elevations_m: [100, 100, 150, 350, 150] };
            const heights = [500, 1500, 2500, 3500].map((metres) => heightAt(profile, metres));
            return [positionAlong(segments, 0.25), ...heights.map((height) => ({ ...height, word: slopeWord(height.slope) }))];
        }"""
    )
    assert middle["lat"] == 43 and 4.04 < middle["lon"] < 4.06
    assert (flat["word"], up["word"], steep["word"], down["word"]) == ("flat", "up", "steepUp", "steepDown")
    assert (flat["elevation_m"], up["elevation_m"], steep["elevation_m"]) == (100, 125, 250)
    assert abs(up["slope"] - 0.05) < 0.001


def test_the_map_library_waits_for_the_first_map(reception, screen):
    visitor = screen(reception.url)
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open("#/fr/theme/heritage").settled()
    assert not [url for url in asked if "ol.js" in url or "/lib/map/canvas.js" in url]
    visitor.tap("Carte", exact=True)
    visitor.page.locator(READY).wait_for()
    assert [url for url in asked if url.endswith("/vendor/ol.js")]


def listed(visitor) -> set[str]:
    """Every place of the list, to its end."""
    more = visitor.page.locator(".results-more")
    while more.count() > 0:
        more.tap()
    return {link.split("/")[-1] for link in visitor.page.locator(".cards a.card").evaluate_all("all => all.map((a) => a.hash)")}


def test_list_and_map_show_the_same_places_whatever_is_chosen(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/hike")
    visitor.page.locator(".results").wait_for()
    everything = listed(visitor)
    as_map(visitor)
    assert on_map(visitor) == everything
    assert len(rows(visitor)) == len(everything)

    visitor.tap("Facile", exact=True)
    still(visitor)
    fewer = on_map(visitor)
    assert len(rows(visitor)) == len(fewer)
    assert f"{len(fewer)} idées" in visitor.page.locator(".map-canvas").get_attribute("aria-label")
    visitor.tap("Liste", exact=True)
    visitor.drawn()
    assert listed(visitor) == fewer
    assert fewer < everything, "the filter takes some away"

    visitor.page.locator('.refine .filter[aria-pressed="true"]').tap()
    as_map(visitor)
    assert on_map(visitor) == everything


def test_a_touched_place_shows_its_card_and_back_finds_the_map_as_it_was(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/heritage")
    as_map(visitor)
    alone = next(mark for mark in marks(visitor) if len(mark["places"]) == 1 and mark["pixel"][0] < 600)
    touch(visitor, alone)
    still(visitor)
    card = visitor.page.locator(".map-found a.card")
    assert card.get_attribute("href").endswith(alone["places"][0])
    assert visitor.page.locator('.place-row[aria-pressed="true"]').count() == 1
    visitor.tap("Voir de plus près")
    still(visitor)
    before = look(visitor)
    card.tap()
    visitor.page.locator(".place-head").wait_for()
    visitor.tap("Retour")
    still(visitor)
    assert look(visitor) == before
    assert visitor.page.locator(".map-found a.card").count() == 1, "the card is still there"
    visitor.tap("Fermer cette fiche")
    assert visitor.page.locator(".map-found").count() == 0


def test_touching_a_number_goes_closer_until_places_come_apart_or_names_them(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/heritage")
    as_map(visitor)
    together = visitor.page.locator(".map-together .place-row-name")
    for _ in range(6):
        several = next(mark for mark in marks(visitor) if "maison-du-boutis" in mark["places"])
        before = look(visitor)["resolution"]
        box = corner(visitor)
        visitor.page.touchscreen.tap(box["x"] + several["pixel"][0], box["y"] + several["pixel"][1])
        still(visitor)
        if together.count() > 0:
            break
        assert look(visitor)["resolution"] < before
    assert together.count() == len(several["places"]) > 1
    visitor.page.locator(".map-together .place-row").first.tap()
    visitor.page.locator(".map-found a.card").wait_for()


def test_one_finger_moves_the_map_two_make_it_larger_and_the_page_stays(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/heritage")
    as_map(visitor)
    first = look(visitor)
    fingers(visitor, [((400, 400), (250, 300))])
    moved = look(visitor)
    assert moved["resolution"] == pytest.approx(first["resolution"])
    assert moved["center"][0] - first["center"][0] == pytest.approx(150 * first["resolution"], abs=25 * first["resolution"])
    fingers(visitor, [((450, 450), (350, 350)), ((500, 500), (600, 600))])
    closer = look(visitor)
    assert closer["resolution"] < moved["resolution"] * 0.6
    fingers(visitor, [((300, 300), (420, 420)), ((600, 600), (480, 480))])
    assert look(visitor)["resolution"] > closer["resolution"] * 1.5
    assert visitor.page.evaluate("scrollY") == 0


def test_buttons_do_what_fingers_do(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/hike")
    as_map(visitor)
    first = look(visitor)
    visitor.tap("Voir de plus près")
    still(visitor)
    assert look(visitor)["resolution"] == pytest.approx(first["resolution"] / 2, rel=0.01)
    visitor.tap("Voir de plus loin")
    still(visitor)
    visitor.tap("Voir de plus loin")
    still(visitor)
    assert look(visitor)["resolution"] > first["resolution"] * 1.2
    visitor.tap("Tout voir")
    still(visitor)
    assert look(visitor)["resolution"] == pytest.approx(first["resolution"], rel=0.01)


def test_the_map_with_a_keyboard_only(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/cellar", TABLET_LANDSCAPE)
    page = visitor.page
    page.get_by_role("button", name="Carte", exact=True).focus()
    page.keyboard.press("Enter")
    still(visitor)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "map-canvas"
    first = look(visitor)
    page.keyboard.press("ArrowRight")
    still(visitor)
    assert look(visitor)["center"][0] > first["center"][0]
    page.keyboard.press("+")
    still(visitor)
    assert look(visitor)["resolution"] < first["resolution"] * 0.6
    page.locator(".map-split-side .place-row").nth(2).focus()
    page.keyboard.press("Enter")
    still(visitor)
    name = page.locator(".map-split-side .place-row-name").nth(2).inner_text()
    assert page.locator(".map-found .card-name").inner_text() == name


def test_what_a_visitor_opens_on_maps_is_counted(server, screen):
    visitor = with_map(screen, server.url, "#/fr/theme/greenway")
    as_map(visitor)
    visitor.page.locator(".place-row", has_text="Vaunage").first.tap()
    visitor.page.locator(".map-found a.card").tap()
    visitor.page.locator(".place-head").wait_for()
    visitor.page.locator(".place-sketch").tap()
    still(visitor)
    visitor.page.locator(".place-map-side .filter").tap()
    still(visitor)
    visitor.page.locator(".place-map-side .filter").tap()
    seen = recorded(server, visitor, 6)
    assert sorted(kinds(seen)) == ["map", "map", "nearby", "place", "session-start", "theme"]
    by_kind = [(row[2], row[3], row[4]) for row in seen if row[2] in ("map", "nearby")]
    way = "voie-verte-de-la-vaunage"
    assert by_kind == [("map", "", "greenway"), ("map", way, ""), ("nearby", way, "")]


def test_what_is_near_a_way_is_shown_and_listed(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/place/voie-verte-de-la-vaunage")
    visitor.page.get_by_role("button", name="Agrandir le plan").wait_for()
    enlarged(visitor)
    assert on_map(visitor) == set()
    visitor.page.locator(".place-map-side .filter").tap()
    still(visitor)
    near = on_map(visitor)
    assert "domaine-de-lescattes" in near
    assert "carrieres-de-junas" in near
    assert "chateau-de-montpezat" not in near
    assert visitor.page.locator(".place-map-side .place-row").count() == len(near)


def test_the_map_goes_on_with_the_server_gone(server, screen):
    screen.expected.extend(NETWORK)
    visitor = with_map(screen, server.url, "#/fr/theme/heritage")
    as_map(visitor)
    server.kill()
    visitor.go("#/fr/theme/hike")
    still(visitor)
    assert len(on_map(visitor)) == len(rows(visitor)) > 0


def test_without_the_library_the_list_stays_and_says_so_until_it_can_be_had(reception, screen):
    screen.expected.extend(NETWORK)
    visitor = with_map(screen, reception.url, "#/fr/theme/heritage")
    visitor.page.route("**/vendor/ol.js", lambda route: route.abort())
    visitor.page.evaluate("globalThis.samePage = true")
    visitor.tap("Carte", exact=True)
    for _ in range(2):
        visitor.page.get_by_text("La carte n’est pas encore arrivée").wait_for()
        visitor.page.wait_for_timeout(1000)  # longer than a screen takes to begin anew
        assert len(rows(visitor)) > 0
        visitor.tap("Réessayer")
    visitor.page.get_by_text("La carte n’est pas encore arrivée").wait_for()
    visitor.page.unroute("**/vendor/ol.js")
    visitor.tap("Réessayer")
    still(visitor)
    assert len(on_map(visitor)) == len(rows(visitor)) > 0
    assert visitor.page.evaluate("samePage"), "the screen went on as it was"


def tiles_database(path: Path) -> None:
    """A raster map of one colour, for the zooms a list opens at; every second tile isn't there."""
    pixel = b"\x20\x80\xc0"
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))  # noqa: E731
    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    lines = zlib.compress((b"\0" + pixel * 256) * 256)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
        database.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
        zooms = {"minzoom": "9", "maxzoom": "12"}
        said = {"name": "Essai", "format": "png", "bounds": "3.9,43.6,4.4,44.0", "attribution": "Plan d’essai", **zooms}
        database.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        for zoom in range(9, 13):
            wide = 2**zoom
            west, east = (int((lon + 180) / 360 * wide) for lon in (3.9, 4.4))
            north, south = (int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * wide) for lat in (44.0, 43.6))
            square = [(x, y) for x in range(west, east + 1) for y in range(north, south + 1)]
            places = [(zoom, x, wide - 1 - y, png) for x, y in square if zoom < 12 or (x + y) % 2]
            database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", places)


@pytest.fixture
def raster(tmp_path):
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    (content / "map").mkdir(exist_ok=True)
    tiles_database(content / "map/territory.mbtiles")
    with VitrineServer(tmp_path / "data", content) as running:
        yield running


COLOURS = """() => { const canvas = document.querySelector(".ol-layer canvas"); const pen = canvas.getContext("2d");
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height); const found = {};
    for (let at = 0; at < data.length; at += 4 * 97) {
        const key = `${data[at]} ${data[at + 1]} ${data[at + 2]}`; found[key] = (found[key] ?? 0) + 1;
    }
    return Object.entries(found).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([key]) => key); }"""


def test_pictures_as_tiles_show_and_holes_in_them_are_empty(raster, screen):
    visitor = with_map(screen, raster.url, "#/fr/theme/heritage")
    answers = []
    tiles = lambda answer: "/map/" in answer.url and ".js" not in answer.url  # noqa: E731
    visitor.page.on("response", lambda answer: answers.append(answer.status) if tiles(answer) else None)
    as_map(visitor)
    assert visitor.page.locator(".map").get_attribute("data-base") == "tiles"
    assert "32 128 192" in visitor.page.evaluate(COLOURS)
    assert "Plan d’essai" in visitor.page.locator(".map-credit").inner_text()
    visitor.tap("Voir de plus près")
    still(visitor)
    assert 204 in answers and set(answers) <= {200, 204}


def test_a_map_that_was_replaced_is_asked_for_once(raster, screen):
    screen.expected.append("404")
    visitor = with_map(screen, raster.url, "#/fr/theme/heritage")
    page = visitor.page
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/api/v1/map") else None)
    gone = {"url": "/map/gone/{z}/{x}/{y}"}
    page.route("**/api/v1/map", lambda route: route.fulfill(json={**route.fetch().json(), **gone}), times=1)
    as_map(visitor)
    visitor.until(f"({COLOURS})().includes('32 128 192')")
    page.wait_for_timeout(500)
    assert len(asked) == 2


def test_an_open_map_follows_what_the_visitor_changes(reception, screen):
    visitor = with_map(screen, reception.url, "#/fr/theme/heritage")
    page = visitor.page
    as_map(visitor)
    visitor.tap("Voir de plus près")
    still(visitor)
    before, light = look(visitor), page.evaluate(COLOURS)

    visitor.tap("Confort")
    visitor.tap("Contraste renforcé", "switch")
    page.keyboard.press("Escape")
    still(visitor)
    assert page.evaluate("document.documentElement.dataset.contrast") == "high"
    assert page.evaluate(COLOURS) != light
    assert look(visitor) == before

    visitor.go("#/de/theme/heritage")
    still(visitor)
    assert look(visitor) == before, "another language looks at the same spot"
    assert "Ideen" in page.locator(".map-canvas").get_attribute("aria-label")


def test_a_finger_on_the_relief_moves_a_point_on_the_map(relief, screen):
    visitor = with_map(screen, relief.url, "#/fr/place/la-pierre-plantee")
    page = visitor.page
    drawing = page.locator(".place-columns .profile-drawing")
    drawing.scroll_into_view_if_needed()
    assert page.locator(".sketch-finger").count() == 0
    box = drawing.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    page.locator(".sketch-finger").wait_for()
    assert "du départ" in page.locator(".place-columns .profile-reading").inner_text()

    enlarged(visitor)
    assert page.evaluate(FINGER) == []
    slider = page.locator("dialog .profile-drawing")
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.4, box["y"] + 30)
    visitor.until(f"({FINGER})().length === 1")
    [first] = page.evaluate(FINGER)
    assert "ça monte" in slider.get_attribute("aria-valuetext")
    slider.focus()
    page.keyboard.press("End")
    visitor.until(f"(first) => String(({FINGER})()[0]) !== String(first)", first)
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    page.locator("dialog .profile-reading", has_text="ça descend").wait_for()
    assert "ça descend" in slider.get_attribute("aria-valuetext")
    page.keyboard.press("Home")
    page.locator("dialog .profile-reading", has_text="Au départ").wait_for()
    assert "Au départ" in slider.get_attribute("aria-valuetext")


def test_the_relief_as_a_table(relief, screen):
    visitor = screen(relief.url).open("#/fr/place/la-pierre-plantee")
    visitor.page.get_by_text("Altitudes en tableau").tap()
    table = visitor.page.locator(".profile table")
    assert table.locator("tbody tr").count() == 10
    heights = [int(cell.split()[0]) for cell in table.locator("td:last-child").all_inner_texts()]
    assert min(heights) == heights[0] and max(heights) > 160


@pytest.mark.parametrize("size", [KIOSK, TABLET_LANDSCAPE], ids=["standing", "lying"])
def test_maps_are_accessible(relief, screen, size):
    visitor = with_map(screen, relief.url, "#/fr/theme/heritage", size, reduced_motion="reduce", bypass_csp=True)
    as_map(visitor)
    visitor.page.locator(".place-row").first.tap()
    still(visitor)
    found = Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]
    visitor.go("#/fr/place/la-pierre-plantee")
    enlarged(visitor)
    visitor.page.locator(".place-map-side .filter").tap()
    still(visitor)
    found += Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]
    assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found] == []


def test_thirty_maps_leave_nothing_behind(reception, screen):
    visitor = screen(reception.url).open("#/fr/theme/heritage")
    page = visitor.page
    client = page.context.new_cdp_session(page)

    def open_and_leave(times: int) -> None:
        """Everything is done inside the page: a locator that waits keeps the element it waited for. Five at once: no call may last."""
        if times > 5:
            open_and_leave(times - 5)
            times = 5
        page.evaluate(
            """async (times) => {
                const there = async (selector) => {
                    const last = performance.now() + 30_000;
                    while (!document.querySelector(selector)) {
                        if (performance.now() > last) throw new Error(`no ${selector} at ${location.hash}`);
                        await new Promise((done) => setTimeout(done, 20));
                    }
                };
                const [list, map] = document.querySelectorAll(".list-or-map-choice");
                for (let turn = 0; turn < times; turn++) {
                    map.click();
                    await there('.map[data-phase="ready"]');
                    document.querySelectorAll(".place-row")[turn % 3].click();
                    await there(".map-found");
                    list.click();
                    await there(".cards");
                }
            }""",
            times,
        )

    def left() -> dict:
        visitor.settled()  # each drawing is a document of its own
        page.wait_for_timeout(500)
        for _ in range(3):
            client.send("HeapProfiler.collectGarbage")
            page.wait_for_timeout(100)
        instances = {"maps": alive(client, "ol.Map"), "layers": alive(client, "ol.layer.Layer")}
        return {**client.send("Memory.getDOMCounters"), "held": held(client), **instances}

    def grown(before: dict, after: dict) -> list[str]:
        limits = {"nodes": before["nodes"] + 10, "jsEventListeners": before["jsEventListeners"] + 3, "held": before["held"] * 1.02}
        return [f"{what}: {before[what]}, then {after[what]}" for what, most in limits.items() if after[what] > most]

    open_and_leave(5)  # what is kept for good is there now
    counts = [left()]
    while len(counts) < 4:
        open_and_leave(30)
        counts.append(left())
        assert counts[-1]["maps"] == counts[-1]["layers"] == 0, json.dumps(counts)
        if not grown(*counts[-2:]):
            break  # what the browser makes once, it makes once; what is left behind is left each time
    assert grown(*counts[-2:]) == [], json.dumps(counts)


def alive(client, name: str) -> int:
    """Objects of a class, and of those that inherit from it, which something still holds; prototypes aren't counted."""
    prototype = client.send("Runtime.evaluate", {"expression": f"{name}.prototype"})["result"]["objectId"]
    found = client.send("Runtime.queryObjects", {"prototypeObjectId": prototype})["objects"]["objectId"]
    count = "function () { return this.filter((object) => !Object.hasOwn(object, 'constructor')).length; }"
    answer = client.send("Runtime.callFunctionOn", {"objectId": found, "functionDeclaration": count, "returnByValue": True})
    for held_by_us in (prototype, found):
        client.send("Runtime.releaseObject", {"objectId": held_by_us})
    return answer["result"]["value"]


def held(client) -> int:
    """Bytes of what the page's own code holds; not what the engine compiles of it, the more the longer it runs."""
    pieces: list[str] = []

    def take(event: dict) -> None:
        pieces.append(event["chunk"])

    client.on("HeapProfiler.addHeapSnapshotChunk", take)
    client.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    client.remove_listener("HeapProfiler.addHeapSnapshotChunk", take)
    snapshot = json.loads("".join(pieces))
    meta, nodes = snapshot["snapshot"]["meta"], snapshot["nodes"]
    fields = meta["node_fields"]
    kind, size = fields.index("type"), fields.index("self_size")
    not_ours = ("code", "object shape", "hidden", "native", "synthetic")
    engine = {i for i, name in enumerate(meta["node_types"][kind]) if name in not_ours}
    return sum(nodes[at + size] for at in range(0, len(nodes), len(fields)) if nodes[at + kind] not in engine)
