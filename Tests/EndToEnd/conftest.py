"""A visitor at a screen: Debian's Chromium with touch, in front of the real server."""

import time
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, sync_playwright
from vitrine_server import VitrineServer

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
        self.page.evaluate(
            """async () => {
                await document.fonts.ready;
                const images = [...document.images];
                images.forEach((image) => { image.loading = "eager"; });
                await Promise.all(images.map((image) => image.complete || new Promise((done) => {
                    image.addEventListener("load", done); image.addEventListener("error", done);
                })));
            }"""
        )

    def drawn(self) -> None:
        """What measures its own box has drawn itself again in it. Not for pages whose clock is stopped."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")

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


@pytest.fixture(scope="session")
def driver():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver):
    chromium = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    yield chromium
    chromium.close()


@pytest.fixture
def screen(browser):
    """Opens screens; at the end, none may have said an error. `expected`: what a test provokes itself."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []
    expected: list[str] = []

    def open_screen(url: str, size: dict = KIOSK, locale: str = "fr-FR", **options) -> Visitor:
        # A worker would answer before page.route.
        usual = {"has_touch": True, "service_workers": "block"}
        context = browser.new_context(viewport=size, locale=locale, timezone_id="Europe/Paris", **(usual | options))
        context.add_init_script(WATCH_POLICY)
        page = context.new_page()
        visitor = Visitor(page, url)
        page.on("console", visitor.note)
        page.on("pageerror", lambda error: visitor.problems.append(f"{page.url}: {error}"))
        contexts.append(context)
        visitors.append(visitor)
        return visitor

    open_screen.expected = expected
    yield open_screen
    problems = [p for visitor in visitors for p in visitor.problems if not any(known in p for known in expected)]
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def reception(tmp_path_factory):
    """One server for all tests that only look."""
    with VitrineServer(tmp_path_factory.mktemp("reception") / "data") as running:
        yield running
