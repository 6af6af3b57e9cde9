"""What a visitor leaves with: the page a code opens on a phone, and what it does without a network."""

import json
import re
import shutil
import socket
import subprocess
import threading
import time
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from visitor import LANGUAGES, NO_PRELOAD
from vitrine_server import ROOT, VitrineServer

PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 360, "height": 640}
NETWORK = ["Failed to load resource", "net::ERR"]
AGENTS = {
    "android": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
    "iphone": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "other": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
}
KIB = 1024
BUDGET = 60 * KIB

KEPT = """async (count) => {
    const names = async () => (await caches.has("vitrine-phone-1"))
        ? (await (await caches.open("vitrine-phone-1")).keys()).map(({ url }) => new URL(url).pathname) : [];
    for (let tries = 0; tries < 100; tries++) {
        const kept = await names();
        if (kept.length >= count) return kept;
        await new Promise((later) => setTimeout(later, 100));
    }
    return names();
}"""


class Wire:
    """Passes bytes between phone and server, and counts what the phone receives: headers, and what its worker fetches, too."""

    def __init__(self, server: VitrineServer):
        self.target = server.port
        self.received = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                phone, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.pass_on, args=(phone, server, False), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(server, phone, True), daemon=True).start()

    def pass_on(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        try:
            while data := source.recv(65536):
                if counted:
                    self.received += len(data)
                sink.sendall(data)
        except OSError:
            pass
        finally:
            sink.close()

    def close(self) -> None:
        self.listener.close()


def open_page(visitor, path: str) -> None:
    visitor.page.goto(visitor.url + path)
    visitor.page.locator("h1").wait_for()


WORKER = {"service_workers": "allow"}


def kept(visitor, count: int = 12) -> list[str]:
    return visitor.page.evaluate(KEPT, count)


def scans(server) -> list[tuple]:
    return server.query("select kind, place, screen, lang, value from interaction where kind = 'scan' order by seq")


def wait_for_scans(server, visitor, count: int) -> list[tuple]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and len(scans(server)) < count:
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(400)
    return scans(server)


def test_a_code_opens_the_place_in_the_phones_language_and_another_can_be_chosen(reception, screen):
    visitor = screen(reception.url, PHONE, "nl-NL")
    open_page(visitor, "/p/r01")
    page = visitor.page
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.locator("h1").inner_text() == "De menhir van Congénies"
    assert "2 u 40" in page.locator(".glance").inner_text()
    page.get_by_role("combobox").select_option("de")
    page.get_by_role("link", name="Hinfinden").wait_for()
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.evaluate("document.title") == page.locator("h1").inner_text()


@pytest.mark.parametrize(
    ("agent", "address"),
    [("android", r"geo:43\.7[\d.]+,4\.1[\d.]+\?q="), ("iphone", r"https://maps\.apple\.com/\?daddr=43\.7"),
     ("other", r"https://www\.openstreetmap\.org/directions\?")],
)
def test_directions_open_the_map_the_phone_has(reception, screen, agent, address):
    visitor = screen(reception.url, PHONE, user_agent=AGENTS[agent])
    open_page(visitor, "/p/r01")
    assert re.match(address, visitor.page.get_by_role("link", name="Y aller").get_attribute("href"))


def test_what_one_does_with_a_place_is_there_and_can_be_touched_with_a_thumb(reception, screen):
    for size in (PHONE, SMALL_PHONE):
        visitor = screen(reception.url, size)
        open_page(visitor, "/p/r01")
        page = visitor.page
        assert page.get_by_role("link", name="Trace GPX").get_attribute("href") == "/api/v1/places/la-pierre-plantee/track.gpx"
        assert page.get_by_role("link", name="Appeler l’office").get_attribute("href").startswith("tel:+33")
        small = page.evaluate(
            """() => [...document.querySelectorAll("a[href], button, select, input")]
                .filter((one) => one.offsetParent !== null || getComputedStyle(one).position === "fixed")
                .map((one) => [one.textContent.trim().slice(0, 30), Math.round(one.getBoundingClientRect().height)])
                .filter(([, height]) => height < 48)"""
        )
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_what_is_not_certain_is_said_to_be(reception, screen):
    visitor = screen(reception.url, PHONE)
    open_page(visitor, "/p/r01")
    assert "à vérifier" in visitor.page.locator(".glance").inner_text()
    assert "À vérifier par l’office" in visitor.page.locator("main").inner_text()


def test_sharing_uses_the_phones_own_way_or_copies_the_address(reception, screen):
    visitor = screen(reception.url, PHONE)
    visitor.page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    open_page(visitor, "/p/r01")
    visitor.tap("Partager")
    assert visitor.page.evaluate("window.shared.url") == f"{reception.url}/p/r01"

    other = screen(reception.url, PHONE, permissions=["clipboard-read", "clipboard-write"])
    other.page.add_init_script("navigator.share = undefined;")
    open_page(other, "/p/r01")
    other.tap("Partager")
    other.page.get_by_role("button", name="Adresse copiée").wait_for()
    assert other.page.evaluate("navigator.clipboard.readText()") == f"{reception.url}/p/r01"


@pytest.mark.parametrize("code", ["r01", "hpont", "c01", "v01"])
def test_a_page_weighs_less_than_60_kib_with_everything_it_keeps(reception, screen, code):
    wire = Wire(reception)
    visitor = screen(wire.url, PHONE, device_scale_factor=3, **WORKER)
    open_page(visitor, f"/p/{code}")
    assert f"/p/{code}" in kept(visitor)
    visitor.page.wait_for_timeout(500)
    wire.close()
    print(f"/p/{code}: {wire.received / KIB:.1f} KiB")
    assert 10 * KIB < wire.received <= BUDGET


def test_a_page_opened_once_opens_without_a_network(reception, screen):
    screen.expected += NETWORK
    visitor = screen(reception.url, PHONE, **WORKER)
    page = visitor.page
    open_page(visitor, "/p/r01")
    needed = {"/p/r01", "/api/v1/fr/codes/r01", "/api/v1/places/la-pierre-plantee/track.gpx", "/vendor/phone-icons.svg"}
    deadline = time.monotonic() + 20  # the track is fetched when the page has been read
    while not needed <= set(kept(visitor)) and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert needed <= set(kept(visitor))
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("heading", name="La Pierre Plantée").wait_for()
    assert page.evaluate("document.querySelector('.picture').decode().then(() => true)")
    assert "Ancienne cave" in page.locator(".steps").inner_text()
    assert page.evaluate("fetch('/api/v1/places/la-pierre-plantee/track.gpx').then((answer) => answer.text())").startswith("<?xml")
    page.get_by_role("combobox").select_option("es")
    page.get_by_role("status").filter(has_text="Pas de réseau").wait_for()


def test_a_page_stays_when_the_server_stops(tmp_path, screen):
    screen.expected += NETWORK
    with VitrineServer(tmp_path / "data") as server:
        visitor = screen(server.url, PHONE, **WORKER)
        open_page(visitor, "/p/r01")
        assert "/p/r01" in kept(visitor)
        visitor.page.reload()  # from now on the worker looks after the page
        visitor.page.locator("h1").wait_for()
    visitor.page.reload()
    visitor.page.get_by_role("heading", name="La Pierre Plantée").wait_for()


def test_an_opening_is_counted_once_and_nothing_stays_on_the_phone_but_the_page(server, screen):
    screen.expected += NETWORK
    visitor = screen(server.url, PHONE, "de-DE", **WORKER)
    page = visitor.page
    open_page(visitor, "/p/hpont")
    assert wait_for_scans(server, visitor, 1) == [("scan", "pont-romain", "phone", "de", None)]
    assert "/p/hpont" in kept(visitor)
    page.reload()
    page.locator("h1").wait_for()
    page.context.set_offline(True)
    page.reload()
    page.locator("h1").wait_for()
    page.context.set_offline(False)
    page.wait_for_timeout(3_000)  # longer than what a failed count waits before it tries again
    assert len(scans(server)) == 1
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_two_phones_are_two_sessions(server, screen):
    for _ in range(2):
        visitor = screen(server.url, PHONE)
        open_page(visitor, "/p/hpont")
        visitor.page.wait_for_timeout(300)
    wait_for_scans(server, visitor, 2)
    assert server.query("select count(distinct session) from interaction where kind = 'scan'") == [(2,)]


def test_a_code_that_leads_nowhere_says_so_in_five_languages(reception, screen):
    screen.expected += NETWORK
    visitor = screen(reception.url, PHONE)
    for path in ("/p/zzzzz", "/d/zz-", "/d/" + "-".join(["r01"] * 13)):
        status = visitor.page.goto(visitor.url + path).status
        assert status == 404
        langs = visitor.page.evaluate("[...document.querySelectorAll('[lang]')].map((one) => one.lang)")
        assert langs == LANGUAGES


def test_a_day_is_listed_in_order_with_times_and_opens_without_a_network(server, screen):
    screen.expected += NETWORK
    visitor = screen(server.url, PHONE, **WORKER)
    page = visitor.page
    open_page(visitor, "/d/r01-hpont-c01")
    names = page.locator(".stop-name > span > b:last-of-type").all_inner_texts()
    assert names == ["La Pierre Plantée", "Le pont romain de Sommières", "Les Vignerons du Sommiérois"]
    assert len(page.locator(".stop-time").all()) == 3
    assert "dès" in page.locator(".stop-time").nth(2).inner_text()  # nobody knows how long the bridge is looked at
    assert page.get_by_role("link", name="Y aller").count() == 3
    assert wait_for_scans(server, visitor, 1) == [("scan", None, "phone", "fr", "3")]
    assert "/d/r01-hpont-c01" in kept(visitor, 15)
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("link", name="Le pont romain").tap()
    page.get_by_role("heading", level=1, name="Le pont romain").wait_for()
    assert page.evaluate("document.querySelector('.picture').decode().then(() => true)")
    page.get_by_role("link", name="Ma journée").tap()
    page.get_by_role("heading", level=1, name="Ma journée").wait_for()
    page.context.set_offline(False)
    assert len(scans(server)) == 1


def test_a_day_takes_all_tracks_in_one_file(server, screen):
    visitor = screen(server.url, PHONE)
    open_page(visitor, "/d/r01-r03-hpont")
    with visitor.page.expect_download() as download:
        visitor.tap("Les 2 traces GPX")
    text = download.value.path().read_text(encoding="utf-8")
    gpx = "{http://www.topografix.com/GPX/1/1}"
    kinds = [child.tag.removeprefix(gpx) for child in ElementTree.fromstring(text)]
    assert sum(kind in ("rte", "trk") for kind in kinds) == 2
    assert kinds == sorted(kinds, key=["wpt", "rte", "trk"].index)


def test_a_day_leaves_out_a_code_that_leads_nowhere_and_says_it(reception, screen):
    screen.expected += NETWORK
    visitor = screen(reception.url, PHONE)
    open_page(visitor, "/d/r01-zzzz-hpont")
    assert "1 lieu de cette journée n’est plus dans notre guide." in visitor.page.locator("main").inner_text()
    assert visitor.page.locator(".stop").count() == 2


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_axe_finds_nothing_on_a_phone(reception, screen, lang):
    visitor = screen(reception.url, PHONE, lang, bypass_csp=True)
    found = []
    for path in ("/p/r01", "/p/c01", "/d/r01-hpont-c01"):
        open_page(visitor, path)
        found += [(path, v["id"], v["nodes"][0]["html"]) for v in Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]]
    assert found == []


def decoded(page, locator, tmp_path) -> str:
    """What a camera reads from the screen."""
    shot = tmp_path / "qr.png"
    locator.screenshot(path=shot)
    return subprocess.run(["zbarimg", "-q", "--raw", shot], capture_output=True, text=True, check=True).stdout.strip()


def test_the_codes_on_the_screen_read_back_as_the_addresses_of_the_pages(tmp_path, screen):
    public = "https://vitrine.sommieres.example"
    with VitrineServer(tmp_path / "data", ROOT / "content", None, "--public-address", public) as server:
        page = screen(server.url).page
        page.set_content(server.get("/api/v1/places/pont-romain/qr.svg")[1].decode())
        assert decoded(page, page.locator("svg"), tmp_path) == f"{public}/p/hpont"
        page.set_content(server.get("/api/v1/days/r01-hpont-c01-hjuna-r03-v01/qr.svg")[1].decode())
        assert decoded(page, page.locator("svg"), tmp_path) == f"{public}/d/r01-hpont-c01-hjuna-r03-v01"


OPENING = """opening:
  known_until: 2027-12-31
  periods:
    - {from: 2027-07-14, to: 2027-07-15, hours: ["10:05-12:00", "20:00-01:00"]}
    - {from: 2027-11-20, to: 2027-12-20, hours: ["10:00-12:00"]}
"""


@pytest.fixture
def dated(content):
    """The bridge has a feast and a Christmas market."""
    file = content / "places/heritage/pont-romain/place.yaml"
    text = re.sub(r"^opening:.*\n(?:[ ].*\n)*", OPENING, file.read_text(encoding="utf-8"), flags=re.M)
    assert OPENING in text
    file.write_text(text, encoding="utf-8")
    return content


def test_dates_go_into_the_phones_calendar(dated, tmp_path, screen):
    with VitrineServer(tmp_path / "data", dated) as server:
        visitor = screen(server.url, PHONE)
        open_page(visitor, "/p/hpont")
        address = visitor.page.get_by_role("link", name="Dans mon agenda").get_attribute("href")
        status, body, headers = server.get(address)
        open_page(visitor, "/p/r01")
        assert visitor.page.get_by_role("link", name="Dans mon agenda").count() == 0
    assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert body.count(b"\n") == body.count(b"\r\n")
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    events = [part.split("END:VEVENT")[0] for part in body.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]]
    fields = [dict(line.split(":", 1) for line in event.strip().splitlines()) for event in events]
    starts = [(event.get("DTSTART;TZID=Europe/Paris"), event.get("DTEND;TZID=Europe/Paris")) for event in fields[:4]]
    assert starts == [
        ("20270714T100500", "20270714T120000"), ("20270714T200000", "20270715T010000"),
        ("20270715T100500", "20270715T120000"), ("20270715T200000", "20270716T010000"),
    ]
    assert (fields[4]["DTSTART;VALUE=DATE"], fields[4]["DTEND;VALUE=DATE"]) == ("20271120", "20271221")
    assert len(fields) == 5
    assert len({event["UID"] for event in fields}) == 5
    assert {event["SUMMARY"] for event in fields} == {"Le pont romain de Sommières"}
    assert "DTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT" in body.decode()


def test_a_retired_code_leads_to_who_took_over_or_says_that_nobody_did(content, tmp_path, screen):
    (content / "codes.yaml").write_text("retired:\n  - {code: hold, place: pont-romain}\n  - {code: hgone}\n", encoding="utf-8")
    with VitrineServer(tmp_path / "data", content) as server:
        visitor = screen(server.url, PHONE)
        open_page(visitor, "/p/hold")
        assert visitor.page.locator("h1").inner_text() == "Le pont romain de Sommières"
        assert json.loads(server.get("/api/v1/fr/codes/hold")[1])["code"] == "hpont"
        assert server.get("/p/hgone")[0] == 404
        svg = server.get("/api/v1/places/pont-romain/qr.svg")[1].decode()
        assert svg.count("/p/hpont") == 1


def test_a_code_survives_the_renaming_of_its_place(content, tmp_path):
    shutil.move(content / "places/heritage/pont-romain", content / "places/heritage/pont-tibere")
    with VitrineServer(tmp_path / "data", content) as server:
        assert server.get("/p/hpont")[0] == 200
        assert json.loads(server.get("/api/v1/fr/codes/hpont")[1])["id"] == "pont-tibere"
