"""The desk without a terminal, at /desk: in a real browser, in front of the real server, by keyboard and by touch."""

import json
import time
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import NO_PRELOAD
from staff import PASSWORD, vitrine_user
from test_every_screen import CUT_TEXT
from vitrine_server import VitrineServer

PC = {"width": 1280, "height": 800}
WIDE_PC = {"width": 1920, "height": 1080}
TABLET = {"width": 800, "height": 1280}
PHONE = {"width": 390, "height": 844}
TWICE_AS_BIG = {"width": 640, "height": 400}  # a PC of 1280 × 800 at 200 %
KEYS = {"has_touch": False}
AWAY = ["Failed to load resource", "net::ERR"]
names = count(1)

VISITS = "select departement, country, adults, children, profile, topics, entry, counsellor from visit_current where desk = ? order by seq"


def open_server(folder) -> VitrineServer:
    server = VitrineServer(folder / "data").start()
    added = vitrine_user(server, "add", "zoe", "--role", "desk", "--password-stdin")
    assert added.returncode == 0, added.stderr
    return server


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    server = open_server(tmp_path_factory.mktemp("desk"))
    yield server
    server.stop()


@pytest.fixture
def own(tmp_path):
    """A server that a test may stop."""
    server = open_server(tmp_path)
    yield server
    server.stop()


class Counsellor:
    """Somebody at a desk of their own."""

    def __init__(self, server: VitrineServer, visitor):
        self.server = server
        self.visitor = visitor
        self.page = visitor.page
        self.desk = f"comptoir-{next(names)}"
        self.line = self.page.locator("#line")

    def log_in(self) -> None:
        answer = self.page.context.request.post(f"{self.server.url}/api/v1/login", data={"user": "zoe", "password": PASSWORD, "cookie": True})
        assert answer.status == 200, answer.text()

    def open(self) -> "Counsellor":
        self.log_in()
        self.page.goto(f"{self.server.url}/desk?desk={self.desk}")
        self.line.wait_for()
        self.page.locator(".figures").filter(has_text="aujourd’hui").or_(self.page.locator(".figures").filter(has_text="today")).first.wait_for()
        return self

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=5)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def read(self, words: str) -> None:
        """Waits until the reading says that."""
        self.page.locator(".reading-words").filter(has_text=words).wait_for()

    def done(self, text: str) -> None:
        self.page.locator(".done").filter(has_text=text).wait_for()

    def visits(self) -> list[tuple]:
        return self.server.query(VISITS, self.desk)

    def facts(self) -> int:
        return self.server.query("select count(*) from desk_fact where desk = ?", self.desk)[0][0]

    def within(self, seconds: float, what) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < deadline, f"never so: {self.visits()}"
            self.page.wait_for_timeout(50)


@pytest.fixture
def counsellor(office, screen):
    """With a keyboard and a mouse, on a PC."""
    return Counsellor(office, screen(office.url, PC, **KEYS)).open()


def at_own(own, screen, **options) -> Counsellor:
    screen.expected.extend(AWAY)
    return Counsellor(own, screen(own.url, PC, **KEYS, **options))


# The line


def test_a_visit_is_logged_with_the_keyboard_alone(counsellor):
    counsellor.type("34 2+2 famille rando")
    counsellor.read("Hérault")
    counsellor.press("Enter")
    counsellor.done("Enregistré")
    assert counsellor.visits() == [("34", "FR", 2, 2, "family", '["hiking"]', "live", "zoe")]
    assert counsellor.line.input_value() == ""
    assert counsellor.page.evaluate("document.activeElement.id") == "line", "the next visit can be typed at once"
    assert "Hérault" in counsellor.page.locator(".recent-list li").first.inner_text()


def test_enter_before_the_reading_came_records_the_line_and_keeps_what_is_typed_after_it(counsellor):
    for _ in range(3):
        counsellor.page.keyboard.insert_text("nl 2 couple")
        counsellor.press("Enter")
        counsellor.within(5, lambda: counsellor.line.input_value() == "")
    counsellor.within(5, lambda: len(counsellor.visits()) == 3)
    assert {visit[1:5] for visit in counsellor.visits()} == {("NL", 2, 0, "couple")}


def test_plain_enter_records_nothing(counsellor):
    counsellor.press("Enter")
    counsellor.type("   ")
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(300)
    assert counsellor.facts() == 0


def test_what_is_understood_is_shown_word_by_word(counsellor):
    counsellor.type("34 2+2 fam")
    counsellor.read("Hérault")
    chips = counsellor.page.locator(".token")
    assert [chip.split("\n")[0] for chip in chips.all_inner_texts()] == ["34", "2+2", "fam"]
    assert "Hérault" in chips.first.inner_text()
    chips.nth(1).click()
    counsellor.within(5, lambda: counsellor.line.input_value() == "34 fam")


def test_a_refused_line_says_why_and_its_suggestion_mends_it(counsellor):
    counsellor.type("34 2 rendonnée")
    wrong = counsellor.page.locator(".token-wrong")
    wrong.wait_for()
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(200)
    assert counsellor.facts() == 0
    assert counsellor.line.input_value() == "34 2 rendonnée", "the line is there to be mended"
    assert counsellor.line.get_attribute("aria-invalid") == "true"
    assert "rendonnée" in wrong.inner_text()
    wrong.locator(".suggestions button").first.click()
    wrong.wait_for(state="detached")
    counsellor.press("Enter")
    counsellor.done("Enregistré")
    assert counsellor.visits()[0][5] == '["hiking"]'


def test_a_word_with_two_meanings_is_asked_about(counsellor):
    counsellor.type("20 2")
    wrong = counsellor.page.locator(".token-wrong")
    wrong.wait_for()
    offered = wrong.locator(".suggestions button").all_inner_texts()
    assert {"2A", "2B"} <= {word.upper() for word in offered}
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(200)
    assert counsellor.facts() == 0


def test_a_long_line_of_signs_that_mean_nothing_records_nothing(counsellor):
    counsellor.page.keyboard.insert_text("😀 " * 160)
    counsellor.press("Enter")
    counsellor.page.locator(".token-wrong, .trouble, .done-refused").first.wait_for()
    assert counsellor.facts() == 0
    assert counsellor.line.input_value() != ""


# Completions


def test_tab_completes_the_word_and_accents_are_optional(counsellor):
    counsellor.type("34 2 ran")
    listbox = counsellor.page.get_by_role("listbox")
    listbox.wait_for()
    assert counsellor.line.get_attribute("aria-expanded") == "true"
    assert "rando" in listbox.inner_text()
    counsellor.press("Tab")
    completed = counsellor.line.input_value()
    assert completed.startswith("34 2 rando") and completed.endswith(" ")
    counsellor.read("randonnée")
    assert counsellor.line.get_attribute("aria-expanded") == "false"
    counsellor.page.keyboard.insert_text("hé")
    listbox.wait_for()
    assert "heb" in listbox.inner_text().replace("é", "e")


def test_arrows_choose_a_completion_and_enter_takes_it_without_recording(counsellor):
    counsellor.type("34 2 fa")
    options = counsellor.page.get_by_role("option")
    options.first.wait_for()
    word = options.first.locator("b").inner_text()
    counsellor.press("ArrowDown")
    assert counsellor.line.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    counsellor.press("Enter")
    assert counsellor.line.input_value() == f"34 2 {word} "
    assert counsellor.facts() == 0
    counsellor.type("s")
    counsellor.page.get_by_role("listbox").wait_for()
    counsellor.press("Escape")
    counsellor.page.get_by_role("listbox").wait_for(state="hidden")
    assert counsellor.line.input_value() == f"34 2 {word} s", "Escape closes the list and nothing else"
    counsellor.press("Tab")
    assert counsellor.page.evaluate("document.activeElement.id") != "line", "nobody is held in the line"


# Corrections


def logged(counsellor, line: str = "34 2+2 famille") -> None:
    before = counsellor.facts()
    counsellor.type(line)
    counsellor.press("Enter")
    counsellor.within(5, lambda: counsellor.facts() == before + 1)
    counsellor.done("Enregistré")


def test_undo_takes_the_last_one_back_and_its_line_can_be_brought_back(counsellor):
    logged(counsellor)
    counsellor.press("Control+z")
    counsellor.done("Annulé")
    counsellor.within(5, lambda: counsellor.visits() == [])
    assert counsellor.facts() == 2, "nothing is deleted: the correction is a fact"
    counsellor.page.locator(".done-buttons button").click()
    assert counsellor.line.input_value().startswith("34")
    counsellor.press("Enter")
    counsellor.within(5, lambda: [visit[2:4] for visit in counsellor.visits()] == [(2, 2)])


def test_control_z_in_a_line_that_is_being_typed_undoes_no_visit(counsellor):
    logged(counsellor)
    counsellor.type("nl 2")
    counsellor.press("Control+z")
    counsellor.page.wait_for_timeout(300)
    assert len(counsellor.visits()) == 1


def test_the_last_line_comes_back_to_be_changed_and_stays_where_it_was_in_time(counsellor):
    logged(counsellor)
    [(at,)] = counsellor.server.query("select at from visit_current where desk = ?", counsellor.desk)
    counsellor.page.wait_for_timeout(1_100)
    counsellor.press("ArrowUp")
    assert "34" in counsellor.line.input_value()
    counsellor.page.locator(".editing").wait_for()
    counsellor.line.fill("30 2+2 famille")
    counsellor.press("Enter")
    counsellor.within(5, lambda: [visit[0] for visit in counsellor.visits()] == ["30"])
    assert counsellor.facts() == 2
    assert counsellor.server.query("select at from visit_current where desk = ?", counsellor.desk) == [(at,)]


def test_a_visit_left_as_it_was_is_left_as_it_was(counsellor):
    logged(counsellor)
    counsellor.press("ArrowUp")
    counsellor.press("Escape")
    assert counsellor.line.input_value() == ""
    logged(counsellor, "nl 2")
    assert sorted(visit[1] for visit in counsellor.visits()) == ["FR", "NL"]


def test_any_of_the_last_ones_is_voided_with_its_reason(counsellor):
    logged(counsellor, "34 2")
    logged(counsellor, "nl 2")
    older = counsellor.page.locator(".recent-list li").nth(1)
    older.get_by_role("button", name="Annuler").click()
    counsellor.page.get_by_role("dialog").get_by_role("button", name="noté deux fois").click()
    counsellor.within(5, lambda: [visit[1] for visit in counsellor.visits()] == ["NL"])
    assert counsellor.server.query("select voided from desk_fact where desk = ? and voided is not null", counsellor.desk) == [("noté deux fois",)]
    counsellor.within(5, lambda: counsellor.page.locator(".recent-list li").count() == 1)


def test_a_rush_is_counted_and_the_day_noted(counsellor):
    for people in (6, 2):
        counsellor.page.get_by_role("button", name=f"+{people} personnes").click()
    counsellor.within(5, lambda: counsellor.facts() == 2)
    counsellor.page.get_by_role("button", name="Noter le jour").click()
    counsellor.page.get_by_role("dialog").get_by_role("textbox").fill("orage, marché annulé")
    counsellor.press("Enter")
    counsellor.within(5, lambda: counsellor.facts() == 3)
    assert counsellor.server.query("select people from tally_current where desk = ? order by seq", counsellor.desk) == [(6,), (2,)]
    assert counsellor.server.query("select text from annotation_current where desk = ?", counsellor.desk) == [("orage, marché annulé",)]
    assert "orage" in counsellor.page.locator(".recent-list li").first.inner_text()


def test_the_days_figures_follow_at_once(own, screen):
    counsellor = at_own(own, screen).open()
    logged(counsellor, "34 2+2")
    figures = counsellor.page.locator(".figures")
    figures.filter(has_text="1 contact").wait_for()
    assert "4 visiteurs" in figures.inner_text()
    counsellor.press("Control+z")
    figures.filter(has_text="0 contact").or_(figures.filter(has_text="Rien de noté")).wait_for()


def test_a_day_that_the_office_said_was_closed_is_asked_about(own, screen):
    counsellor = at_own(own, screen)
    counsellor.log_in()
    yesterday = time.strftime("%Y-%m-%dT12:00:00Z", time.gmtime(time.time() - 86_400))
    closed = {"id": "019f8a2c-1b3d-7000-8000-000000000001", "at": yesterday, "entry": "late", "desk": "comptoir", "kind": "opening", "opening": {"periods": []}}
    assert counsellor.page.context.request.post(f"{own.url}/api/v1/desk/facts", data={"facts": [closed]}).status == 200
    counsellor.open()
    counsellor.type("34 2 @hier")
    counsellor.press("Enter")
    asked = counsellor.page.get_by_role("dialog")
    asked.wait_for()
    assert counsellor.visits() == []
    asked.get_by_role("button", name="Enregistrer quand même").click()
    counsellor.within(5, lambda: [visit[6] for visit in counsellor.visits()] == ["late"])


# Without the server


def test_visits_wait_while_the_server_restarts_and_are_recorded_once(own, screen):
    counsellor = at_own(own, screen).open()
    logged(counsellor, "34 2")
    own.stop()
    counsellor.type("nl 2 couple")
    counsellor.press("Enter")
    counsellor.done("Gardé ici")
    counsellor.type("30 1+1")
    counsellor.press("Enter")
    waiting = counsellor.page.locator(".server")
    waiting.filter(has_text="2 visites attendent le serveur").wait_for()
    assert counsellor.line.input_value() == ""
    counsellor.page.wait_for_timeout(1_200)
    own.start()
    counsellor.within(20, lambda: len(counsellor.visits()) == 3)
    waiting.wait_for(state="detached")
    counsellor.page.wait_for_timeout(500)
    assert [visit[:4] for visit in counsellor.visits()] == [("34", "FR", 2, 0), (None, "NL", 2, 0), ("30", "FR", 1, 1)]
    assert counsellor.facts() == 3
    gap = own.query("select max(recorded_ms - at_ms) from desk_fact where desk = ?", counsellor.desk)[0][0]
    assert gap >= 1_000, "a line keeps the time when it was typed"


def test_an_answer_that_was_lost_doubles_nothing(own, screen):
    counsellor = at_own(own, screen).open()
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    counsellor.page.route("**/api/v1/desk/facts", lose)
    counsellor.type("34 2")
    counsellor.press("Enter")
    counsellor.done("Enregistré")
    assert lost == [200]
    assert counsellor.facts() == 1


def test_a_line_with_a_fault_that_was_typed_without_the_server_comes_back_to_be_mended(own, screen):
    counsellor = at_own(own, screen).open()
    own.stop()
    counsellor.type("34 2 xqzt")
    counsellor.press("Enter")
    counsellor.done("Gardé ici")
    own.start()
    aside = counsellor.page.locator(".aside")
    aside.filter(has_text="34 2 xqzt").wait_for(timeout=20_000)
    assert counsellor.facts() == 0
    counsellor.page.reload()
    aside.filter(has_text="34 2 xqzt").wait_for()
    aside.get_by_role("button", name="Reprendre").click()
    counsellor.line.fill("34 2 rando")
    counsellor.press("Enter")
    counsellor.within(5, lambda: [visit[0] for visit in counsellor.visits()] == ["34"])
    aside.wait_for(state="detached")


def test_a_line_nobody_read_yet_can_be_undone_or_mended_before_it_leaves(own, screen):
    counsellor = at_own(own, screen).open()
    own.stop()
    for line in ("nl 2", "34 2"):
        counsellor.type(line)
        counsellor.press("Enter")
        counsellor.done(line)
    counsellor.press("Control+z")
    counsellor.done("Annulé")
    counsellor.press("ArrowUp")
    assert counsellor.line.input_value() == "nl 2"
    counsellor.line.fill("nl 3")
    counsellor.press("Enter")
    own.start()
    counsellor.within(20, lambda: counsellor.visits() != [])
    counsellor.page.wait_for_timeout(500)
    assert [visit[1:3] for visit in counsellor.visits()] == [("NL", 3)]
    assert counsellor.facts() == 1


def test_the_page_opens_without_the_server_and_what_waited_is_there(own, screen):
    counsellor = at_own(own, screen, service_workers="allow").open()
    kept = "async () => (await caches.has('vitrine-desk-1')) ? (await (await caches.open('vitrine-desk-1')).keys()).length : 0"
    counsellor.within(10, lambda: counsellor.page.evaluate(kept) > 20)
    own.stop()
    counsellor.type("34 2")
    counsellor.press("Enter")
    counsellor.page.locator(".server").filter(has_text="1 visite attend le serveur").wait_for()
    counsellor.page.reload()
    counsellor.page.locator(".server").filter(has_text="1 visite attend le serveur").wait_for()
    paths = counsellor.page.evaluate("async () => (await (await caches.open('vitrine-desk-1')).keys()).map(({ url }) => new URL(url).pathname)")
    assert [path for path in paths if path.startswith("/api/")] == [], "no answer of the server is kept"
    own.start()
    counsellor.within(20, lambda: len(counsellor.visits()) == 1)


def test_the_visitors_worker_keeps_nothing_of_the_desk(own, screen):
    visitor = screen(own.url, PC, service_workers="allow").open("#/fr")
    screen.expected.extend(AWAY)
    apps = "async () => (await caches.keys()).filter((name) => name.startsWith('vitrine-screen-app-')).length"
    visitor.until(apps)
    visitor.page.goto(f"{own.url}/desk")
    visitor.page.locator(".login-form").wait_for()
    kept = visitor.page.evaluate(
        """async () => {
            const found = [];
            for (const name of await caches.keys()) if (name.startsWith("vitrine-screen-")) {
                for (const { url } of await (await caches.open(name)).keys()) if (new URL(url).pathname.startsWith("/desk")) found.push(url);
            }
            return found;
        }"""
    )
    assert kept == []


# Who is there


def test_somebody_logs_in_and_out(office, screen):
    screen.expected.append("401")
    visitor = screen(office.url, PC, **KEYS)
    page = visitor.page
    page.goto(f"{office.url}/desk")
    page.get_by_label("Nom d’utilisateur").fill("zoe")
    page.get_by_label("Mot de passe").fill("autre chose")
    page.keyboard.press("Enter")
    page.locator(".login-trouble").filter(has_text="passe").wait_for()
    assert page.evaluate("document.activeElement.name") == "password"
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#line").wait_for()
    assert page.evaluate("document.cookie") == "", "scripts can't see the session"
    page.get_by_role("button", name="Fermer la session de zoe").click()
    page.get_by_label("Mot de passe").wait_for()
    assert page.context.request.get(f"{office.url}/api/v1/me").status == 401


def test_a_session_that_ends_loses_neither_the_line_nor_what_waits(own, screen):
    counsellor = at_own(own, screen).open()
    counsellor.type("34 2")
    counsellor.read("Hérault")
    counsellor.page.context.clear_cookies()
    counsellor.press("Enter")
    dialog = counsellor.page.get_by_role("dialog", name="Votre session est finie")
    dialog.wait_for()
    counsellor.press("Escape")
    counsellor.press("Escape")
    assert dialog.is_visible()
    dialog.get_by_label("Mot de passe").fill(PASSWORD)
    counsellor.press("Enter")
    dialog.wait_for(state="detached")
    counsellor.within(10, lambda: len(counsellor.visits()) == 1)
    counsellor.type("nl 3")
    counsellor.page.context.clear_cookies()
    counsellor.type(" couple")
    dialog.wait_for()
    dialog.get_by_label("Mot de passe").fill(PASSWORD)
    counsellor.press("Enter")
    dialog.wait_for(state="detached")
    assert counsellor.line.input_value() == "nl 3 couple"
    counsellor.line.focus()
    counsellor.press("Enter")
    counsellor.within(10, lambda: len(counsellor.visits()) == 2)


# Everybody


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
    logged(counsellor)
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
