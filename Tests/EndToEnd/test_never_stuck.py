"""A screen goes on: without its server, with a full disk, a spoilt cache, a wrong clock, a broken app."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import time
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Error
from test_stories import NETWORK, kinds, recorded
from vitrine_server import ROOT, VitrineServer

VERSIONS = "async () => (await caches.match('/versions', { cacheName: 'vitrine-screen-state' }))?.json() ?? {}"
# A script that the first screen needs beside the one that starts it, as the sources name it or a release does.
A_PART = """() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)
    .find((path) => path.endsWith(".js") && !/app|guard|start/.test(path))"""
KEPT = """async () => {
    let kept = 0;
    for (const name of await caches.keys()) kept += (await (await caches.open(name)).keys()).length;
    return kept;
}"""


class ChangingServer(VitrineServer):
    """The real server on a copy of the web app that a test may change."""

    def __init__(self, folder):
        super().__init__(folder / "data", shutil.copytree(ROOT / "content", folder / "content"))
        self.web = shutil.copytree(self.web, folder / "web")

    def deploy(self, title: str) -> None:
        """Another version of the app, as a new package would bring it."""
        words = self.web / "locales/fr.json"
        texts = json.loads(words.read_text(encoding="utf-8"))
        texts["home"]["title"] = title
        words.write_text(json.dumps(texts), encoding="utf-8")
        self.stop()
        self.start()


@pytest.fixture
def changing(tmp_path):
    with ChangingServer(tmp_path) as running:
        yield running


def until(visitor, condition, what: str, seconds: float = 60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(Error):  # the page was just being loaded again
            if found := condition():
                return found
        visitor.page.wait_for_timeout(150)
    raise AssertionError(f"not within {seconds} s: {what}")


def versions(visitor) -> dict:
    return visitor.page.evaluate(VERSIONS)


def kept_whole(visitor) -> dict:
    """The worker has everything: versions are in use, and nothing more arrives."""
    until(visitor, lambda: versions(visitor).get("app") and versions(visitor).get("content"), "the worker has a version of everything")
    counts = [-1, -2]
    while counts[-1] != counts[-2]:
        visitor.page.wait_for_timeout(800)
        counts.append(visitor.page.evaluate(KEPT))
    return versions(visitor)


def with_worker(server, screen, **options):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url, service_workers="allow", **options).open()
    visitor.versions = kept_whole(visitor)
    return visitor


def home(visitor, title: str = "De quoi avez-vous envie") -> None:
    visitor.page.get_by_role("heading", name=title).wait_for()


def test_a_whole_visit_without_a_server_reloads_and_counts_exactly_once(server, screen):
    visitor = with_worker(server, screen)
    server.kill()
    visitor.page.reload()
    visitor.page.locator(".attract-name").wait_for()
    visitor.tap("Welkom")
    visitor.page.locator('a[href="#/nl/theme/heritage"]').tap()
    visitor.page.locator('a[href="#/nl/place/pont-romain"]').tap()
    visitor.page.locator(".prose").wait_for()
    visitor.page.reload()
    visitor.page.locator(".prose").wait_for()
    visitor.settled()
    assert visitor.page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")
    visitor.tap("Meenemen")
    visitor.until("document.querySelector('dialog img')?.naturalWidth > 0")
    visitor.page.keyboard.press("Escape")

    server.start()
    rows = recorded(server, visitor, 5)
    assert kinds(rows) == ["session-start", "language", "theme", "place", "take-away"]
    assert len({row[0] for row in rows}) == 1
    visitor.page.locator(".bar-away").wait_for(state="detached")


def test_the_code_of_a_day_that_nobody_can_draw_is_told_calmly(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url).open("#/fr/place/pont-romain")
    visitor.page.locator(".prose").wait_for()
    visitor.page.locator(".take-along button").first.tap()
    visitor.go("#/fr/day")
    server.kill()
    visitor.tap("Emporter")
    visitor.page.get_by_text("Le code ne peut pas être dessiné").wait_for()
    assert visitor.page.locator("dialog img").count() == 0

    server.start()
    visitor.tap("Réessayer")
    until(visitor, lambda: visitor.page.evaluate("document.querySelector('dialog img')?.naturalWidth > 0"), "the code is there")


def test_a_new_version_is_taken_between_two_visitors(changing, screen):
    visitor = with_worker(changing, screen)
    visitor.tap("Bienvenue")
    home(visitor)
    changing.deploy("Où allons-nous ?")
    told = until(visitor, lambda: visitor.page.evaluate(
        "async (old) => (await caches.keys()).filter((n) => n.includes('-app-') && !n.endsWith(old))", visitor.versions["app"]), "it is fetched")
    assert told
    visitor.page.wait_for_timeout(3_000)
    visitor.page.reload()
    home(visitor)
    assert versions(visitor)["app"] == visitor.versions["app"], "not under a visitor's hands, not even when the page is loaded again"

    visitor.tap("Terminer")
    visitor.page.get_by_role("button", name="Passer").or_(visitor.page.locator(".farewell .button")).first.tap()
    until(visitor, lambda: versions(visitor).get("app") not in (None, visitor.versions["app"]), "it is taken")
    visitor.page.wait_for_timeout(500)
    visitor.page.get_by_role("button", name="Bienvenue").tap()
    home(visitor, "Où allons-nous")
    names = visitor.page.evaluate("caches.keys()")
    assert len([name for name in names if "-app-" in name]) == 1, "the old one is gone"


def test_new_content_is_taken_whole_between_two_visitors(changing, screen):
    visitor = with_worker(changing, screen)
    themes = changing.content / "themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8").replace("Randonnées", "Balades à pied"), encoding="utf-8")
    until(visitor, lambda: versions(visitor)["content"] != visitor.versions["content"], "it is taken")
    changing.kill()
    visitor.page.reload()
    visitor.tap("Bienvenue")
    visitor.page.get_by_role("link", name="Balades à pied").wait_for()


def test_a_spoilt_cache_is_mended_from_the_network(reception, screen):
    visitor = with_worker(reception, screen)
    visitor.page.reload()
    visitor.page.locator(".attract-name").wait_for()
    part = visitor.page.evaluate(A_PART)
    visitor.page.evaluate(
        """async (part) => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                if (name.includes("-app-")) await cache.delete(part);
                if (name.includes("-content-")) await cache.put("/api/v1/fr/catalogue", new Response("{ not JSON"));
            }
        }""", part
    )
    visitor.page.reload()
    visitor.page.locator(".attract-name").wait_for()
    mended = """async (part) => {
        const found = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            if (name.includes("-app-")) found.push((await cache.match(part))?.ok ?? false);
            if (name.includes("-content-")) found.push((await (await cache.match("/api/v1/fr/catalogue")).text()).startsWith('{"'));
        }
        return found.length > 1 && found.every(Boolean);
    }"""
    until(visitor, lambda: visitor.page.evaluate(mended, part), "both entries are good again")


def test_a_spoilt_app_starts_again_from_the_network(reception, screen):
    visitor = with_worker(reception, screen)
    screen.expected.extend(["SyntaxError", "Unexpected", "Invalid"])
    visitor.page.evaluate(
        """async () => {
            const name = (await caches.keys()).find((name) => name.includes("-app-"));
            const spoilt = new Response("this is not a script", { headers: { "Content-Type": "text/javascript" } });
            await (await caches.open(name)).put(document.querySelector("script[src*=app]").src, spoilt);
        }"""
    )
    visitor.page.reload()
    visitor.page.locator(".attract-name").wait_for(timeout=30_000)


def test_a_full_disk_is_told_once_and_visits_go_on(server, screen):
    screen.expected.extend([*NETWORK, "Quota"])
    visitor = screen(server.url, service_workers="allow")
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.url, "quotaSize": 300_000})
    visitor.open()
    until(visitor, lambda: "can't keep all it should" in server.log.read_text(), "the server's log says it")
    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    visitor.page.locator(".card").first.wait_for()
    assert kinds(recorded(server, visitor, 3)) == ["session-start", "language", "theme"]
    assert server.log.read_text().count("can't keep all it should") == 1


REFUSE_STORAGE = """
    const refuse = () => { throw new DOMException("refused", "SecurityError"); };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get: refuse });
"""


def test_a_screen_that_may_keep_nothing_works(server, screen):
    visitor = screen(server.url)
    visitor.page.add_init_script(REFUSE_STORAGE)
    visitor.open()
    visitor.tap("Willkommen")
    visitor.tap("Kulturerbe", "link")
    visitor.page.locator(".card").first.wait_for()
    assert kinds(recorded(server, visitor, 3)) == ["session-start", "language", "theme"]


FULL_DISK = """
    IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError"); };
"""


def test_interactions_wait_in_memory_when_the_disk_is_full(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url)
    visitor.page.add_init_script(FULL_DISK)
    visitor.open()
    visitor.tap("Willkommen")
    visitor.page.get_by_role("link", name="Kulturerbe").first.wait_for()
    server.kill()
    visitor.tap("Kulturerbe", "link")
    visitor.page.locator(".card").first.wait_for()
    server.start()
    rows = recorded(server, visitor, 3)
    assert kinds(rows) == ["session-start", "language", "theme"]


def test_a_screen_whose_clock_is_in_another_year_tells_the_right_time(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install(time=datetime(2031, 5, 1, 3, 0, tzinfo=UTC))
    visitor.open()
    visitor.until("localStorage.getItem('vitrine.skew')")
    now = visitor.page.evaluate("Date.now() + Number(localStorage.getItem('vitrine.skew'))") / 1000
    assert abs(now - time.time()) < 30
    visitor.tap("Bienvenue")
    visitor.page.clock.run_for(3_000)
    recorded(server, visitor, 2)
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as database:
        (year,) = set(database.execute("select substr(at, 1, 4) from interaction").fetchall())
    assert int(year[0]) == datetime.now(UTC).year


def spoil_place(route) -> None:
    answer = route.fetch()
    place = answer.json()
    place["name"] = None
    route.fulfill(response=answer, json=place)


def test_an_error_in_a_page_is_logged_and_the_screen_begins_anew(server, screen):
    screen.expected.extend(["TypeError", "Cannot read properties"])
    visitor = screen(server.url)
    visitor.page.route("**/api/v1/fr/places/*", spoil_place)
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    visitor.page.locator(".card").first.tap()
    visitor.page.locator(".welcome").wait_for()
    until(visitor, lambda: "TypeError" in server.log.read_text(), "the server's log has it", 10)
    visitor.tap("Bienvenue")
    home(visitor)
    rows = recorded(server, visitor, 7)
    assert kinds(rows) == ["session-start", "language", "theme", "place", "session-end", "session-start", "language"]
    assert "error" in str(rows[4][6])


def test_what_goes_wrong_while_the_server_is_away_is_told_when_it_is_back(server, screen):
    screen.expected.extend([*NETWORK, "out of tune"])
    visitor = screen(server.url).open()
    server.kill()
    visitor.page.evaluate("setTimeout(() => { throw new Error('out of tune'); })")
    visitor.until("(localStorage.getItem('vitrine.troubles') ?? '').includes('out of tune')")
    server.start()
    until(visitor, lambda: "out of tune" in server.log.read_text(), "the server's log says it")
    visitor.until("localStorage.getItem('vitrine.troubles') === null")


@pytest.mark.parametrize("broken", ["app", "start"])
def test_an_app_that_breaks_again_and_again_gives_way_to_a_page_that_cannot(broken, reception, screen):
    screen.expected.extend(["SyntaxError", "Unexpected", *NETWORK])
    visitor = screen(reception.url)
    visitor.page.route(f"**/{broken}*.js", lambda route: route.fulfill(content_type="text/javascript", body="this is not a script"))
    visitor.page.goto(reception.url)
    visitor.page.get_by_role("heading", name="Cet écran se repose").wait_for()
    for word in ("desk", "balie", "Empfang", "recepción"):
        assert visitor.page.get_by_text(word).count() == 1
    visitor.page.unroute(f"**/{broken}*.js")
    visitor.tap("Réessayer", "link")
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()


def test_a_line_that_died_in_silence_is_noticed_and_called_again(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    home(visitor)
    os.kill(server.process.pid, signal.SIGSTOP)
    try:
        for _ in range(12):
            visitor.page.clock.run_for(30_000)
            visitor.page.keyboard.press("Shift")
        visitor.page.locator(".bar-away").wait_for()
    finally:
        os.kill(server.process.pid, signal.SIGCONT)
    visitor.page.wait_for_timeout(300)
    for _ in range(6):
        visitor.page.clock.run_for(5_500)
        visitor.page.wait_for_timeout(100)
    visitor.page.locator(".bar-away").wait_for(state="detached")
