"""A visitor at a screen, who looks at what a touch did before the next one."""

import contextlib
import functools
import time
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Locator, Page

KIOSK = {"width": 1080, "height": 1920}
TABLET_PORTRAIT = {"width": 800, "height": 1280}
TABLET_LANDSCAPE = {"width": 1280, "height": 800}
LANGUAGES = ["fr", "en", "nl", "de", "es"]
THEMES = ["hike", "greenway", "cellar", "heritage"]

# axe would fetch the style sheets again, by addresses of its own making: a 404 in the console that is nobody's fault.
NO_PRELOAD = {"resultTypes": ["violations"], "preload": False}

WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) => console.error("CSP: " + event.violatedDirective + " " + event.blockedURI));
"""

# The browser's own frames, whatever a test does to the page's clock; a page that nobody sees has none.
FRAMES = """
(() => {
  const frame = requestAnimationFrame.bind(window), later = setTimeout.bind(window);
  const next = () => new Promise((done) => { frame(() => later(done)); later(done, 500); });
  window.drawn = async () => { for (let i = 0; i < 3; i += 1) await next(); };
})();
"""


def drawn(page: Page) -> None:
    """What was asked of the page until now is on it: a touch is painted first, and what it changes a frame later."""
    with contextlib.suppress(Error):  # the touch led to another document, or closed this one
        page.evaluate("window.drawn?.()")


def lose_first_answer(page: Page, address: str) -> list[int]:
    """The first answer to what is asked there never arrives; its status is in what this returns."""
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    page.route(address, lose)
    return lost


def seen(act, page=lambda actor: actor.page):
    """A person looks at what a touch or a key did before the next one; so does a test."""

    @functools.wraps(act)
    def acted(self, *arguments, **options):
        answer = act(self, *arguments, **options)
        drawn(page(self))
        return answer

    return acted


for name in ("tap", "click", "press", "fill", "press_sequentially"):
    setattr(Locator, name, seen(getattr(Locator, name)))


@dataclass
class Visitor:
    """A page, and everything that went wrong on it."""

    page: Page
    url: str
    problems: list[str] = field(default_factory=list)

    def note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"{self.page.url}: {message.text}")

    def open(self, address: str = "#/") -> "Visitor":
        self.page.goto(f"{self.url}/{address}")
        self.page.locator("h1").first.wait_for()
        return self

    def go(self, address: str) -> None:
        """Within the running page, as a link does."""
        self.page.evaluate("address => { location.hash = address }", address)
        self.settled()

    def settled(self) -> None:
        """Everything asked for is there; pictures further down too."""
        self.page.locator("h1").first.wait_for()
        self.page.locator(".loading").wait_for(state="detached")
        # A page comes in pieces: it is whole when nothing is added any more.
        count = -1
        while count != (count := self.page.evaluate("document.querySelectorAll('*').length")):
            self.drawn()
        self.page.evaluate(
            """async () => {
                await document.fonts.ready;
                const images = [...document.images];
                images.forEach((image) => { image.loading = "eager"; });
                await Promise.all(images.map((image) => image.complete || new Promise((done) => {
                    image.addEventListener("load", done); image.addEventListener("error", done);
                    setTimeout(done, 10_000);  // one that was taken off the page comes never
                })));
            }"""
        )

    def drawn(self) -> None:
        """What measures its own box has drawn itself again in it."""
        drawn(self.page)

    def until(self, expression: str, arg=None, seconds: float = 30) -> None:
        """Asked again and again from outside: playwright's own waiting evaluates text in the page, which the policy refuses."""
        deadline = time.monotonic() + seconds
        while not self.page.evaluate(expression, arg):
            assert time.monotonic() < deadline, f"never true: {expression}"
            self.page.wait_for_timeout(50)

    def rested(self) -> None:
        """A screen that has stood for some seconds: the pages that come after the first paint are there."""
        self.page.evaluate("import('/pages/further.js').then(() => true)")

    def tap(self, name: str, role: str = "button", exact: bool = False) -> None:
        self.page.get_by_role(role, name=name, exact=exact).first.tap()
