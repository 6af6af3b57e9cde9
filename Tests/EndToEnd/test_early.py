"""The first moments of a screen: a language can be touched before the first script has run, and nothing moves when it has."""

import json
import re
import time
from pathlib import Path

from visitor import KIOSK
from vitrine_server import VitrineServer

ROOT = Path(__file__).resolve().parent.parent.parent
GREETINGS = """() => [...document.querySelectorAll(".language")].map((e) =>
  [e.lang, e.querySelector(".language-greeting").textContent, e.querySelector(".language-name").textContent])"""
ASKED = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"
BOXES = """() => [".languages", ".welcome-arch", ".language[lang=es]"].map((name) => {
  const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
})"""


def script(name: str) -> re.Pattern:
    """As the sources name it, or a release."""
    return re.compile(rf"/{name}(-\w+)?\.js$")


def asked(visitor) -> set[str]:
    """What the page has fetched, as the sources name it and without styles and pictures."""
    paths = [re.sub(r"-[A-Z0-9]{8}(?=\.js)", "", path) for path in visitor.page.evaluate(ASKED)]
    return {path.rsplit("/", 1)[1] for path in paths if not path.endswith((".css", ".svg"))}


def hold_app(visitor) -> list:
    """The app's script waits until it is let go. It is asked for when the first screen has been painted."""
    held: list = []
    visitor.page.route(script("app"), lambda route: held.append(route))
    visitor.page.goto(f"{visitor.url}/", wait_until="commit")
    visitor.page.locator("#early .language").first.wait_for()
    visitor.until("performance.getEntriesByType('paint').length > 0")  # with its style
    asked_for(visitor, held)
    return held


def asked_for(visitor, held: list) -> None:
    deadline = time.monotonic() + 20
    while not held:
        assert time.monotonic() < deadline, "nobody asked for it"
        visitor.page.wait_for_timeout(50)


def kinds_of(server: VitrineServer, least: int) -> list[tuple]:
    """What was recorded, once so much of it is there."""
    kinds = "select kind, lang from interaction order by seq"
    deadline = time.monotonic() + 20
    while len(server.query(kinds)) < least and time.monotonic() < deadline:
        time.sleep(0.1)
    return server.query(kinds)


def let_go(held: list) -> None:
    for route in held:
        route.continue_()


def test_a_language_touched_before_the_app_runs_is_answered_and_counted_once(tmp_path, screen):
    with VitrineServer(tmp_path / "data") as server:
        visitor = screen(server.url)
        held = hold_app(visitor)
        visitor.page.locator("#early .language[lang=en]").tap()
        let_go(held)
        visitor.page.get_by_role("heading", level=1).wait_for()
        visitor.until("document.documentElement.lang === 'en' && location.hash === '#/en'")
        visitor.page.locator(".page-home").wait_for()
        assert kinds_of(server, 2) == [("session-start", "en"), ("language", "en")]


def test_a_language_touched_while_the_app_waits_for_its_words_is_counted_once(tmp_path, screen):
    with VitrineServer(tmp_path / "data") as server:
        visitor = screen(server.url)
        held: list = []
        listens: list = []
        visitor.page.route("**/locales/fr.json", lambda route: held.append(route))
        visitor.page.on("request", lambda request: "/events" in request.url and listens.append(request))
        visitor.page.goto(f"{server.url}/", wait_until="commit")
        asked_for(visitor, listens)
        visitor.page.locator("#early .language[lang=de]").tap()
        visitor.page.locator(".page-home").wait_for()
        assert kinds_of(server, 2) == [("session-start", "de"), ("language", "de")]
        assert visitor.page.locator("#early").count() == 0
        let_go(held)


def test_what_is_there_early_is_what_the_app_draws_in_the_same_place(screen, reception):
    visitor = screen(reception.url, KIOSK)
    held = hold_app(visitor)
    visitor.page.evaluate("document.fonts.ready.then(() => true)")
    early = visitor.page.evaluate(GREETINGS), visitor.page.evaluate(BOXES)
    let_go(held)
    visitor.until("document.getElementById('early') === null && document.querySelector('.welcome-office').textContent !== ''")
    assert (visitor.page.evaluate(GREETINGS), visitor.page.evaluate(BOXES)) == early


def test_the_first_screen_is_painted_without_anything_of_the_app(screen, reception):
    visitor = screen(reception.url)
    held: list = []
    visitor.page.route(script("start"), lambda route: held.append(route))
    visitor.page.goto(f"{reception.url}/", wait_until="commit")
    visitor.until("performance.getEntriesByName('first-contentful-paint').length > 0 && document.fonts.check('1em Atkinson Hyperlegible')")
    assert asked(visitor) <= {"atkinson-regular.woff2", "atkinson-bold.woff2", "guard.js", "fresh.js"}
    let_go(held)
    visitor.page.locator("#app .language").first.wait_for()
    assert {"app.js", "troubles.js", "fr.json", "catalogue", "marcellus.woff2"} <= asked(visitor)


def test_the_arrow_that_is_there_early_is_the_one_of_the_app():
    icons = (ROOT / "kiosk-web/vendor/icons.svg").read_text()
    page = (ROOT / "kiosk-web/index.html").read_text()
    arrow = re.search(r'<symbol id="early-arrow"(.*?)</symbol>', page)[1]
    assert f'<symbol id="arrow-right"{arrow}</symbol>'.replace(" ", "") in icons.replace(" ", "")


def test_a_visit_that_goes_on_after_a_reload_does_not_show_the_welcome(screen, reception):
    visitor = screen(reception.url).open("#/fr/theme/hike")
    held: list = []
    visitor.page.route(script("app"), lambda route: held.append(route))
    visitor.page.reload(wait_until="commit")
    visitor.until("document.readyState !== 'loading' && document.getElementById('early') === null")
    assert visitor.page.locator(".language").count() == 0
    asked_for(visitor, held)
    let_go(held)
    visitor.page.locator(".page-theme").wait_for()


def test_every_language_of_the_app_can_be_touched_early():
    app = (ROOT / "kiosk-web/lib/i18n.js").read_text()
    known = re.findall(r'^  (\w\w): \{ name: (".*?"), greeting: (".*?") \},$', app, re.M)
    page = (ROOT / "kiosk-web/index.html").read_text()
    for code, name, greeting in known:
        words = f'class="language-greeting">{json.loads(greeting)}</span><span class="language-name">{json.loads(name)}<'
        assert f'lang="{code}" href="#/{code}"><span {words}' in page
    assert len(known) == page.count('class="language"') == 5
