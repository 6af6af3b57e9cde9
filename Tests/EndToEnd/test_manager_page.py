"""The manager's board, at /manager: a manager logs in, looks, changes what is looked at, drills, saves, and comes back to the same."""

import csv
import io
import re
import struct
import xml.etree.ElementTree as ElementTree

import pytest
from manager import KEYS, NOBODY, PC, Manager, open_server
from staff import PASSWORD, Staff, visit

JUNE = "#/overview?period=2026-06"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all managers of this file."""
    server = open_server(tmp_path_factory.mktemp("board"))
    yield server
    server.stop()


@pytest.fixture
def manager(office, screen):
    return Manager(office, screen(office.url, PC, **KEYS)).log_in().open(JUNE)


def numbers(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def test_nothing_is_seen_before_a_manager_logs_in(office, screen):
    screen.expected.extend(NOBODY)
    manager = Manager(office, screen(office.url, PC, **KEYS))
    page = manager.page
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(office.url)))
    page.goto(f"{office.url}/manager{JUNE}")
    page.locator("#app form").wait_for()
    assert [address for address in asked if address.startswith("/api/")] == ["/api/v1/me"]
    page.locator("input[name=user]").fill("zoe")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Réservé à la direction").wait_for()
    assert not [address for address in asked if "statistics" in address]
    page.get_by_role("button", name="Quitter").click()
    page.locator("input[name=user]").fill("anne")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    manager.answered()
    assert "juin 2026" in page.locator("h1").inner_text()
    page.get_by_role("button", name="Quitter").click()
    page.locator("#app form").wait_for()
    assert page.locator(".panel").count() == 0, "whoever sits down next sees nothing"


def test_figures_are_those_of_the_server(manager):
    told = manager.ask("visitors 2026-06 vs=weekdays")["total"]
    figure = manager.page.locator(".key-figure").first
    assert numbers(figure.locator(".key-number").inner_text()) == told[0]["value"]
    assert f"n = {told[0]['n']}" in figure.inner_text()
    assert re.search(rf"avant : {told[1]['value']}\b", figure.inner_text())


def test_a_period_before_is_one_touch_away_and_the_address_says_which(manager):
    page = manager.page
    page.get_by_role("button", name="La période d’avant").click()
    page.locator("h1").filter(has_text="mai 2026").wait_for()
    manager.answered()
    assert "period=2026-05" in page.url
    page.locator("#kind").select_option("year")
    page.locator("h1").filter(has_text="2026").wait_for()
    manager.within(10, lambda: "period=2026&" in page.url)
    manager.answered()
    page.locator("#vs").select_option("dates")
    manager.within(10, lambda: "vs=dates" in page.url)
    page.go_back()
    manager.within(10, lambda: "vs=weekdays" in page.url)


@pytest.mark.parametrize(("period", "title"), [
    ("2026-06-14", "dimanche 14 juin 2026"), ("2026-W24", "semaine 24"), ("2026-high", "haute saison 2026"), ("2026", "2026"),
    ("2026-06-01..2026-06-14", "1–14 juin 2026"),
])
def test_any_period_can_be_looked_at_and_left_for_its_neighbour(manager, period, title):
    manager.go(f"#/overview?period={period}")
    assert title in manager.page.locator("h1").inner_text().replace("\u2009", "")
    manager.page.get_by_role("button", name="La période d’après").click()
    manager.within(10, lambda: f"period={period}&" not in manager.page.url)
    manager.answered()
    manager.page.get_by_role("button", name="La période d’avant").click()
    manager.within(10, lambda: f"period={period}&" in manager.page.url)


def test_a_touched_bar_limits_everything_to_it_until_it_is_dropped(manager):
    page = manager.page
    bar = manager.panel("origins").get_by_role("button", name="Gard")
    bar.click()
    chip = page.get_by_role("button", name="Ne plus limiter à origine : Gard")
    chip.wait_for()
    manager.answered()
    told = manager.ask("visitors 2026-06 origin=FR-30 vs=weekdays")["total"][0]["value"]
    manager.within(10, lambda: numbers(page.locator(".key-number").first.inner_text()) == told)
    assert "origin=FR-30" in page.url
    assert "ne se filtre pas ainsi" in manager.panel("places").inner_text(), "what can't be limited says so"
    chip.click()
    chip.wait_for(state="detached")
    manager.within(10, lambda: "origin" not in page.url)


def test_a_touched_point_of_the_curve_opens_its_period(manager):
    manager.go("#/overview?period=2026")
    manager.panel("attendance").get_by_role("button", name=re.compile("^mai")).click()
    manager.page.locator("h1").filter(has_text="mai 2026").wait_for()


def test_every_chart_is_a_table_too_with_all_its_rows(manager):
    page = manager.page
    for name in ("overview", "visitors", "screens", "shop"):
        manager.go(f"#/{name}?period=2026")
        for panel in page.locator("[data-panel]").all():
            button = panel.get_by_role("button", name="Tableau")
            if panel.locator("svg.chart").count() == 0:
                assert "ompté" in panel.inner_text()
                continue
            button.click()
            table = panel.get_by_role("table")
            table.wait_for()
            assert table.locator("tbody tr").count() >= 1 and table.locator("tfoot tr").count() == 1
            button.click()
            panel.locator("svg.chart").wait_for()


def test_the_address_brings_back_the_same_view(manager, office, screen):
    page = manager.page
    manager.go("#/visitors?period=2026-05&vs=dates&profile=family&tables=countries")
    manager.panel("countries").get_by_role("table").wait_for()
    other = Manager(office, screen(office.url, PC, **KEYS)).log_in()
    other.page.goto(page.url)
    other.answered()
    other.panel("countries").get_by_role("table").wait_for()
    for found in ("h1", ".key-figures", "[data-panel=countries]", ".filters"):
        assert other.page.locator(found).inner_text() == page.locator(found).inner_text()
    assert other.page.locator("#vs").input_value() == "dates"


def test_what_nobody_counted_isn_t_shown_as_zero(manager):
    manager.go("#/overview?period=2019")
    assert manager.page.locator(".key-number").first.inner_text() == "pas compté"
    assert "Ce n’est pas zéro" in manager.panel("attendance").inner_text()
    assert manager.page.locator("svg.chart").count() == 0


def test_few_are_hidden_once_it_is_to_be_shown_outside(manager):
    page = manager.page
    manager.go("#/visitors?period=2026-06&tables=countries")
    assert "caché" not in manager.panel("countries").inner_text()
    page.get_by_label("À montrer dehors").check()
    manager.panel("countries").get_by_text("caché").first.wait_for()
    assert "publish=1" in page.url


def saved(manager, panel: str, form: str) -> bytes:
    details = manager.panel(panel).locator("details")
    details.locator("summary").click()
    with manager.page.expect_download() as download:
        details.get_by_role("button", name=form).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_a_table_is_saved_for_a_french_spreadsheet_with_few_hidden(manager):
    name, data = saved(manager, "origins", "CSV")
    assert name == "visitors-origin-2026-06.csv" and data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    published = manager.ask("visitors 2026-06 by=origin vs=weekdays", publish="1")
    assert [row[0] for row in rows[1:len(published["rows"]) + 1]] == [row["value"] for row in published["rows"]]
    for row, wanted in zip(rows[1:], published["rows"], strict=False):
        cell = wanted["cells"][0]
        assert row[2] == ("caché" if cell["state"] == "hidden" else str(cell["value"]))
    assert "caché" in data.decode()


def test_a_chart_is_saved_as_a_drawing_and_as_a_picture_that_stand_alone(manager):
    name, drawing = saved(manager, "attendance", "SVG")
    assert name.endswith(".svg")
    root = ElementTree.fromstring(drawing)
    texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0] == "Fréquentation, juin 2026" and any("pas qui est venu dans la région" in text for text in texts)
    assert not [element for element in root.iter() if "class" in element.attrib or "var(" in str(element.attrib)]
    name, picture = saved(manager, "attendance", "PNG")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    assert width == 2_000 and height > 600


def test_today_moves_when_a_visit_is_recorded(manager, office):
    page = manager.page
    today = page.locator(".today [data-measure=visitors] dd")
    today.wait_for()
    before = 0 if today.inner_text() == "pas compté" else numbers(today.inner_text())
    claire = Staff(office, "claire")
    status, answer, _ = claire.ask("POST", "/api/v1/desk/facts", {"facts": [visit()]})
    assert status == 200, answer
    manager.within(15, lambda: today.inner_text() != "pas compté" and numbers(today.inner_text()) == before + 4)


def test_a_session_that_ends_keeps_the_page_and_asks_who_is_there(manager, screen):
    screen.expected.extend(NOBODY)
    page = manager.page
    page.context.clear_cookies()
    page.get_by_role("button", name="La période d’avant").click()
    page.get_by_role("dialog").wait_for()
    page.locator("dialog input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="detached")
    page.locator("h1").filter(has_text="mai 2026").wait_for()
    manager.answered()


def test_notes_of_days_stand_over_the_curve_and_in_words(manager):
    manager.go("#/overview?period=2026")
    page = manager.page
    page.locator(".notes li").first.wait_for()
    assert manager.panel("attendance").locator(".note-mark").count() >= 1
