"""The desk's page for everybody: by fingers or keys alone, with a screen reader, on any screen, in both languages."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from counsellor import KEYS, PC, Counsellor, open_server
from test_every_screen import CUT_TEXT
from visitor import NO_PRELOAD

WIDE_PC = {"width": 1920, "height": 1080}
TABLET = {"width": 800, "height": 1280}
PHONE = {"width": 390, "height": 844}
TWICE_AS_BIG = {"width": 640, "height": 400}  # a PC of 1280 × 800 at 200 %


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all desks of this file."""
    server = open_server(tmp_path_factory.mktemp("desk"))
    yield server
    server.stop()


@pytest.fixture
def counsellor(office, screen):
    """With a keyboard and a mouse, on a PC."""
    return Counsellor(office, screen(office.url, PC, **KEYS)).open()


def test_a_visit_is_logged_with_fingers_alone(office, screen):
    counsellor = Counsellor(office, screen(office.url, TABLET)).open()
    page = counsellor.page
    assert page.evaluate("document.activeElement.id") != "line", "no keyboard comes up by itself"
    page.get_by_role("group", name="Combien").get_by_role("button", name="2", exact=True).tap()
    page.get_by_role("group", name="Qui").get_by_role("button", name="famille", exact=True).tap()
    page.get_by_role("group", name="Pour quoi").get_by_role("button").first.tap()
    counsellor.within(5, lambda: page.locator(".token").count() == 3)
    page.get_by_role("group", name="Combien").get_by_role("button", name="2+2", exact=True).tap()
    counsellor.within(5, lambda: "2+2" in counsellor.line.input_value() and page.locator(".token").count() == 3)
    assert page.get_by_role("group", name="Combien").get_by_role("button", name="2+2").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.id") != "line"
    page.get_by_role("button", name="Enregistrer").tap()
    counsellor.within(5, lambda: [visit[2:5] for visit in counsellor.visits()] == [(2, 2, "family")])
    page.locator(".done-buttons").get_by_role("button", name="Annuler").tap()
    counsellor.within(5, lambda: counsellor.visits() == [])


def test_every_tile_is_read_by_the_server_as_what_it_says(office, screen):
    counsellor = Counsellor(office, screen(office.url, TABLET)).open()
    page = counsellor.page
    origins = page.get_by_role("group", name="D’où").get_by_role("button")
    origins.first.wait_for()
    for tile in page.locator(".tile").all():
        tile.tap()
        page.locator(".token").wait_for()
        assert page.locator(".token-wrong").count() == 0, tile.inner_text()
        assert tile.get_attribute("aria-pressed") == "true"
        tile.tap()
        counsellor.within(5, lambda: counsellor.line.input_value() == "")
        page.locator(".token").wait_for(state="detached")


SMALL = """(least) => [...document.querySelectorAll("button, input, a[href], [role='option']")]
    .filter((control) => control.checkVisibility())
    .map((control) => [control.textContent.trim() || control.id, control.getBoundingClientRect()])
    .filter(([, { width, height }]) => height < least - 0.5 || width < least - 0.5).map(([name, { width, height }]) => `${name}: ${width} × ${height}`)"""


def busy(counsellor) -> list[str]:
    """What a page shows in its states, each looked at in turn."""
    page = counsellor.page
    yield "at rest"
    counsellor.line.fill("34 2+2 fam")
    page.locator(".token").nth(2).wait_for()
    yield "a line"
    counsellor.line.fill("34 2+2 xqzt rendonnée")
    page.locator(".token-wrong").nth(1).wait_for()
    yield "a line with faults"
    counsellor.line.fill("34 2+2")
    counsellor.read("Hérault" if page.evaluate("document.documentElement.lang") == "fr" else "adults")
    page.locator(".line-record").click()
    page.locator(".done-buttons button").first.wait_for()
    yield "recorded"
    page.locator(".done-buttons button").nth(1).click()
    page.locator(".editing").wait_for()
    yield "being changed"
    page.locator(".editing button").click()
    page.locator(".top-buttons button").first.click()
    page.get_by_role("dialog").wait_for()
    yield "help"
    page.keyboard.press("Escape")
    page.locator(".recent-buttons button").last.click()
    page.get_by_role("dialog").wait_for()
    yield "why"
    page.keyboard.press("Escape")


@pytest.mark.parametrize(("size", "locale", "contrast"), [
    (PC, "fr-FR", "no-preference"), (PC, "en-GB", "more"), (TABLET, "fr-FR", "no-preference"), (PHONE, "en-GB", "no-preference"),
], ids=["PC", "PC in high contrast", "tablet", "phone"])
def test_everything_has_a_name_a_contrast_and_a_place(office, screen, size, locale, contrast):
    touch = {} if size != PC else KEYS
    counsellor = Counsellor(office, screen(office.url, size, locale, contrast=contrast, **touch)).open()
    page, faults = counsellor.page, []
    for state in busy(counsellor):
        for violation in Axe().run(page, options=NO_PRELOAD).response["violations"]:
            faults.append((state, violation["id"], [node["html"][:100] for node in violation["nodes"]][:3]))
        faults += [(state, fault) for fault in page.evaluate(SMALL, 44 if size == PC else 56)]
    assert faults == []


@pytest.mark.parametrize(("size", "locale"), [(PC, "fr-FR"), (PC, "en-GB"), (WIDE_PC, "fr-FR"), (TABLET, "en-GB"), (PHONE, "fr-FR"), (TWICE_AS_BIG, "fr-FR")])
def test_nothing_is_cut_or_hangs_over(office, screen, size, locale):
    counsellor = Counsellor(office, screen(office.url, size, locale)).open()
    page, faults = counsellor.page, []
    for state in busy(counsellor):
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            faults.append((state, page.evaluate("document.documentElement.scrollWidth")))
        faults += [(state, fault) for fault in page.evaluate(CUT_TEXT)]
    assert faults == []


def test_the_other_language_is_one_touch_away_and_stays(office, screen):
    counsellor = Counsellor(office, screen(office.url, PC, **KEYS)).open()
    page = counsellor.page
    counsellor.type("34 2")
    counsellor.read("2 adultes")
    page.get_by_role("button", name="English").click()
    counsellor.read("2 adults")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.reload()
    page.get_by_role("heading", name="Desk").wait_for()
    assert counsellor.line.input_value() == "34 2", "a reload loses nothing that was typed"


def test_a_screen_reader_hears_the_reading_once_the_fingers_rest_and_what_was_done(counsellor):
    page = counsellor.page
    page.evaluate(
        """() => {
            window.heard = [];
            for (const region of document.querySelectorAll("[role=status]")) {
                const hear = () => region.textContent && heard.push(region.textContent);
                new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
            }
        }"""
    )
    counsellor.type("34 2+2 famille")
    counsellor.read("famille")
    counsellor.within(5, lambda: page.evaluate("heard.length") == 1)
    assert "2 enfants" in page.evaluate("heard[0]")
    counsellor.press("Enter")
    counsellor.within(5, lambda: page.evaluate("heard.length") == 2)
    assert page.evaluate("heard[1]").startswith("Enregistré")


def test_everything_can_be_reached_with_the_tab_key(counsellor):
    counsellor.log()
    page = counsellor.page
    controls = "[...document.querySelectorAll('button, input')].filter((one) => one.checkVisibility())"
    wanted = set(page.evaluate(f"{controls}.map((one) => one.textContent.trim() || one.id)"))
    seen = set()
    for _ in range(120):
        counsellor.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
    assert wanted - seen == set()


def test_nothing_is_fetched_from_elsewhere_and_no_code_is_written_in_the_page(office):
    status, body, headers = office.get("/desk")
    assert status == 200
    assert "script-src 'self'; style-src 'self'" in headers["content-security-policy"]
    text = body.decode()
    assert "style=" not in text and "<style" not in text and "onclick" not in text
    listed = {file["path"] for file in json.loads(office.get("/app.json")[1])["files"]}
    assert not {path for path in listed if path.startswith("/desk")}
    assert office.get("/desk/sw.js")[2]["service-worker-allowed"] == "/"
