"""The manager's board for everybody: by keys alone, with a screen reader, in both languages, on a PC, on a wall and on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from manager import KEYS, PAGES, PC, TABLET, WALL, Manager, open_server
from test_every_screen import CUT_TEXT
from visitor import NO_PRELOAD

FIRST_VIEW = 250 * 1024


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all managers of this file."""
    server = open_server(tmp_path_factory.mktemp("board"))
    yield server
    server.stop()


@pytest.mark.parametrize(("locale", "contrast"), [("fr-FR", "no-preference"), ("en-GB", "more")])
def test_everything_has_a_name_a_contrast_and_a_place(office, screen, locale, contrast):
    manager = Manager(office, screen(office.url, PC, locale, contrast=contrast, **KEYS)).log_in().open()
    faults = []
    for address in [f"#/{page}?period=2026" for page in PAGES] + [
        "#/visitors?period=2026&profile=family&tables=countries,map&publish=1", "#/overview?period=2019", "#/overview?period=2026-06-14&tables=hours",
    ]:
        manager.go(address)
        for violation in Axe().run(manager.page, options=NO_PRELOAD).response["violations"]:
            faults.append((address, violation["id"], [node["html"][:120] for node in violation["nodes"]][:3]))
    assert faults == []


@pytest.mark.parametrize(("size", "locale"), [(PC, "fr-FR"), (PC, "en-GB"), (WALL, "fr-FR"), (TABLET, "fr-FR")])
def test_nothing_is_cut_or_hangs_over(office, screen, size, locale):
    manager = Manager(office, screen(office.url, size, locale)).log_in().open()
    faults = []
    for address in [f"#/{page}?period=2026" for page in PAGES] + ["#/visitors?period=2026-W24&profile=family"]:
        manager.go(address)
        faults += [(address, fault) for fault in manager.page.evaluate(CUT_TEXT)]
    assert faults == []


def test_a_manager_needs_no_mouse(office, screen):
    manager = Manager(office, screen(office.url, PC, **KEYS)).log_in().open("#/overview?period=2026-06")
    page = manager.page

    def tab_to(what: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("what => document.activeElement.matches(what)", what):
                return
        raise AssertionError(f"the Tab key never comes to {what}")

    tab_to("#kind")
    tab_to(".control-row button")
    page.keyboard.press("Enter")
    page.locator("h1").filter(has_text="mai 2026").wait_for()
    manager.answered()
    tab_to("[data-panel=origins] [data-mark]")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first != second and "n = " in second
    manager.within(5, lambda: page.locator("[data-panel=origins] .panel-read").inner_text() == second)
    page.keyboard.press("Enter")
    page.locator(".filters button").wait_for()
    manager.answered()
    tab_to("[data-panel=hours] .panel-buttons button")
    page.keyboard.press("Enter")
    manager.panel("hours").get_by_role("table").wait_for()
    tab_to("[data-panel=hours] summary")
    page.keyboard.press("Enter")
    tab_to("[data-panel=hours] .saving-list button")
    page.keyboard.press("Escape")
    manager.within(5, lambda: page.locator("[data-panel=hours] details[open]").count() == 0)


def test_a_chart_is_one_stop_of_the_tab_key_and_its_marks_say_all(office, screen):
    manager = Manager(office, screen(office.url, PC, **KEYS)).log_in().open("#/overview?period=2026")
    page = manager.page
    charts = page.locator("svg.chart")
    assert charts.count() >= 4
    for chart in charts.all():
        assert chart.locator("[tabindex='0']").count() == 1
        for label in chart.locator("[data-mark]").evaluate_all("marks => marks.map((mark) => mark.getAttribute('aria-label'))"):
            assert label and " : " in label


def test_the_other_language_is_one_touch_away(office, screen):
    manager = Manager(office, screen(office.url, PC, **KEYS)).log_in().open("#/visitors?period=2026-06")
    page = manager.page
    page.get_by_role("button", name="English").click()
    page.locator("h1").filter(has_text="June 2026").wait_for()
    page.locator(".key-figure dt").filter(has_text="contacts").wait_for()
    manager.panel("countries").get_by_text("Netherlands").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_first_view_is_light(office, screen):
    manager = Manager(office, screen(office.url, PC, **KEYS)).log_in()
    session = manager.page.context.new_cdp_session(manager.page)
    session.send("Network.enable")
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    manager.open("#/overview?period=2026")
    manager.page.wait_for_timeout(500)
    assert len(received) > 5 and sum(received) <= FIRST_VIEW, f"{sum(received)} bytes in {len(received)} files"


def test_on_paper_there_is_what_was_looked_at_and_nothing_to_touch(office, screen, tmp_path):
    manager = Manager(office, screen(office.url, PC, **KEYS)).log_in().open("#/visitors?period=2026&tables=countries")
    page = manager.page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # A4 within its margins
    manager.visitor.drawn()
    assert page.locator("h1").is_visible() and manager.panel("countries").get_by_role("table").is_visible()
    for control in page.locator("button, select, summary").all():
        assert not control.is_visible() or control.evaluate("one => one.matches('.table-choose')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    assert page.pdf(format="A4", path=tmp_path / "board.pdf").startswith(b"%PDF")
