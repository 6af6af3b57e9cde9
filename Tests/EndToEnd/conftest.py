"""Screens: Debian's Chromium with touch, in front of the real server."""

import pytest
from patience import lose_patience
from playwright.sync_api import BrowserContext, sync_playwright
from visitor import FRAMES, KIOSK, WATCH_POLICY, Visitor, seen
from vitrine_server import VitrineServer


@pytest.fixture(scope="session")
def driver():
    lose_patience()
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
        context.add_init_script(FRAMES)
        page = context.new_page()
        for name in ("press", "type", "insert_text"):
            setattr(page.keyboard, name, seen(getattr(type(page.keyboard), name), lambda _: page).__get__(page.keyboard))
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
