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
BOXES = """() => [".languages", ".welcome-arch", ".language[lang=es]"].map((name) => {
  const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
})"""


def hold_app(visitor) -> list:
    """The app's script waits until it is let go."""
    held: list = []
    visitor.page.route(re.compile(r"/app\.js$"), lambda route: held.append(route))
    visitor.page.goto(f"{visitor.url}/", wait_until="commit")
    visitor.page.locator("#early .language").first.wait_for()
    visitor.until("performance.getEntriesByType('paint').length > 0")  # with its style
    return held


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
        kinds = "select kind, lang from interaction order by seq"
        deadline = time.monotonic() + 20
        while len(server.query(kinds)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert server.query(kinds) == [("session-start", "en"), ("language", "en")]


def test_what_is_there_early_is_what_the_app_draws_in_the_same_place(screen, reception):
    visitor = screen(reception.url, KIOSK)
    held = hold_app(visitor)
    visitor.page.evaluate("document.fonts.ready.then(() => true)")
    early = visitor.page.evaluate(GREETINGS), visitor.page.evaluate(BOXES)
    let_go(held)
    visitor.until("document.getElementById('early') === null && document.querySelector('.welcome-office').textContent !== ''")
    assert (visitor.page.evaluate(GREETINGS), visitor.page.evaluate(BOXES)) == early


def test_a_visit_that_goes_on_after_a_reload_does_not_show_the_welcome(screen, reception):
    visitor = screen(reception.url).open("#/fr/theme/hike")
    held: list = []
    visitor.page.route(re.compile(r"/pages/visit\.js$"), lambda route: held.append(route))
    visitor.page.reload(wait_until="commit")
    visitor.until("document.readyState !== 'loading' && document.getElementById('early') === null")
    assert visitor.page.locator(".language").count() == 0
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
