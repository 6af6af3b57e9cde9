"""The desk's page while its server restarts, and when a session ends: nothing is lost, nothing is doubled."""

import time

import pytest
from counsellor import AWAY, KEYS, PC, Counsellor, open_server
from staff import PASSWORD
from visitor import lose_first_answer


@pytest.fixture
def own(tmp_path):
    """A server that a test may stop."""
    server = open_server(tmp_path)
    yield server
    server.stop()


def at_own(own, screen, **options) -> Counsellor:
    screen.expected.extend(AWAY)
    return Counsellor(own, screen(own.url, PC, **KEYS, **options))


def test_the_days_figures_follow_at_once(own, screen):
    counsellor = at_own(own, screen).open()
    counsellor.log("34 2+2")
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


def test_visits_wait_while_the_server_restarts_and_are_recorded_once(own, screen):
    counsellor = at_own(own, screen).open()
    counsellor.log("34 2")
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
    lost = lose_first_answer(counsellor.page, "**/api/v1/desk/facts")
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
    counsellor.within(5, lambda: counsellor.line.input_value() == "nl 2")
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
    counsellor.within(10, lambda: counsellor.page.evaluate(kept) > 8)
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


def test_somebody_logs_in_and_out(own, screen):
    screen.expected.append("401")
    visitor = screen(own.url, PC, **KEYS)
    page = visitor.page
    page.goto(f"{own.url}/desk")
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
    assert page.context.request.get(f"{own.url}/api/v1/me").status == 401


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
