"""The way from a language to a place taken away, in Debian's Firefox: what runs in one engine only isn't the web."""

import pytest
from test_every_screen import CUT_TEXT
from visitor import FRAMES, KIOSK

# Debian's own Firefox is driven over WebDriver BiDi, which can't pretend these.
AS_IT_IS = {"color_scheme": "null", "reduced_motion": "null", "forced_colors": "null", "contrast": "null"}


@pytest.fixture(scope="module")
def firefox(driver):
    browser = driver.firefox.launch(channel="moz-firefox", executable_path="/usr/bin/firefox-esr")
    yield browser
    browser.close()


@pytest.fixture
def page(firefox, reception):
    context = firefox.new_context(viewport=KIOSK, locale="fr-FR", **AS_IT_IS)
    context.add_init_script(FRAMES)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{reception.url}/#/")
    yield page
    context.close()
    assert errors == []


def test_from_a_language_to_a_place_taken_away_and_to_the_end(page):
    page.get_by_role("button", name="Welcome").click()
    page.get_by_role("heading", name="What do you feel like doing").wait_for()
    page.get_by_role("link", name="Heritage").first.click()
    page.get_by_role("heading", level=1, name="Heritage").wait_for()
    page.locator(".card").first.click()
    page.locator(".place h1").wait_for()
    page.get_by_role("button", name="Take away").click()
    code = page.get_by_role("dialog").locator("img").first
    code.wait_for()
    assert page.evaluate("async (image) => { await image.decode(); return image.naturalWidth > 0; }", code.element_handle())
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.textContent.includes('Take away')"), "the focus came back"
    page.get_by_role("button", name="Back").click()
    page.get_by_role("heading", level=1, name="Heritage").wait_for()


def test_the_same_look_and_the_same_comfort(page):
    page.get_by_role("button", name="Bienvenue").click()
    page.locator(".arch").first.wait_for()
    fonts = page.evaluate(
        """() => document.fonts.ready.then((all) => [...all].filter((one) => one.status === "loaded").map((one) => one.family))"""
    )
    assert any("Marcellus" in name for name in fonts)
    assert page.evaluate(CUT_TEXT) == []
    page.locator(".bar-comfort").click()
    page.get_by_role("switch", name="Contraste renforcé").click()
    page.get_by_role("switch", name="Tout en bas").click()
    page.get_by_role("button", name="Grande", exact=True).click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.locator(".arch").first.evaluate("arch => arch.getBoundingClientRect().top") >= KIOSK["height"] * 0.4
    assert page.evaluate(CUT_TEXT) == []
