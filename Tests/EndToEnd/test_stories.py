"""Visits, from the first touch to what the register holds of them."""

import json
import time
from pathlib import Path

from story import NETWORK, waiting
from vitrine_server import VitrineServer


def recorded(server: VitrineServer, visitor, expected: int) -> list[tuple]:
    """What arrived, in order, once there are as many as expected; a moment more would show a double."""
    query = "select session, session_seq, kind, coalesce(place, ''), coalesce(theme, ''), lang, value from interaction"
    query += " order by seq"
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and len(server.query(query)) < expected:
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(300)
    return server.query(query)


def kinds(rows: list[tuple]) -> list[str]:
    return [row[2] for row in rows]


def wait_until_waiting(page, expected: int) -> None:
    deadline = time.monotonic() + 10
    while waiting(page) != expected and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert waiting(page) == expected


def test_a_family_finds_an_easy_walk_takes_it_away_and_finishes(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.tap("Randonnées", "link")
    visitor.tap("Facile", exact=True)
    visitor.page.get_by_role("status").filter(has_text="sur").wait_for()
    visitor.page.get_by_role("link", name="La Pierre Plantée").tap()
    visitor.page.get_by_role("heading", name="La Pierre Plantée").wait_for()
    visitor.tap("Agrandir le plan")
    visitor.tap("Fermer")
    visitor.tap("Emporter")
    visitor.page.get_by_role("img", name="Code QR").wait_for()
    visitor.tap("Fermer")
    visitor.tap("Retour")
    assert visitor.page.get_by_role("button", name="Facile", exact=True).get_attribute("aria-pressed") == "true"
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()

    rows = recorded(server, visitor, 8)
    assert kinds(rows) == ["session-start", "language", "theme", "filter", "place", "map", "take-away", "session-end"]
    assert len({row[0] for row in rows}) == 1
    assert [row[1] for row in rows] == list(range(8))
    assert {row[5] for row in rows} == {"fr"}
    assert rows[3][4] == "hike" and "easy" in str(rows[3][6])
    assert rows[4][3] == rows[5][3] == rows[6][3] == "la-pierre-plantee"
    assert "done" in str(rows[7][6])


def test_a_dutch_couple_downloads_the_greenway_and_reads_on_in_english(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Welkom")
    visitor.page.locator('a[href="#/nl/theme/greenway"]').tap()
    visitor.page.locator('a[href="#/nl/place/voie-verte-de-la-vaunage"]').tap()
    with visitor.page.expect_download() as download:
        visitor.tap("GPX-track downloaden", "link")
    assert "<gpx" in Path(download.value.path()).read_text(encoding="utf-8")
    visitor.tap("Taal")
    visitor.tap("Welcome")
    visitor.page.get_by_role("heading", name="Vaunage Greenway").wait_for()
    assert visitor.page.evaluate("document.documentElement.lang") == "en"

    rows = recorded(server, visitor, 6)
    assert kinds(rows) == ["session-start", "language", "theme", "place", "track-download", "language"]
    assert [row[5] for row in rows] == ["nl", "nl", "nl", "nl", "nl", "en"]


def test_a_link_from_a_phone_opens_in_its_own_language(reception, screen):
    visitor = screen(reception.url, {"width": 390, "height": 844}, locale="de-AT").open("#/place/pont-romain")
    visitor.page.wait_for_url("**/#/de/place/pont-romain")
    assert visitor.page.evaluate("document.documentElement.lang") == "de"


def test_a_place_that_is_gone_says_so_and_leads_home(reception, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(reception.url).open("#/fr/place/chateau-en-espagne")
    visitor.page.get_by_role("heading", name="n’existe plus").wait_for()
    visitor.tap("Accueil", "link")
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()


def test_interactions_survive_a_reload_while_nothing_can_be_sent(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url)
    visitor.page.route("**/api/v1/interactions", lambda route: route.abort())
    visitor.open()
    visitor.tap("Willkommen")
    visitor.tap("Kulturerbe", "link")
    wait_until_waiting(visitor.page, 3)
    assert recorded(server, visitor, 0) == []
    visitor.page.unroute("**/api/v1/interactions")
    visitor.page.reload()
    assert kinds(recorded(server, visitor, 3)) == ["session-start", "language", "theme"]
    wait_until_waiting(visitor.page, 0)

    visitor.page.get_by_role("link", name="Der Uhrturm").tap()
    rows = recorded(server, visitor, 4)
    assert kinds(rows) == ["session-start", "language", "theme", "place"], "a reload neither ends a visit nor counts twice"
    assert len({row[0] for row in rows}) == 1


def test_the_visit_goes_on_with_the_server_killed_and_is_counted_once_it_is_back(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.page.get_by_role("link", name="Randonnées").wait_for()
    recorded(server, visitor, 2)
    visitor.rested()
    server.kill()

    visitor.tap("Caves et domaines", "link")
    visitor.page.get_by_role("link", name="Château L’Argentier").tap()
    visitor.page.get_by_role("heading", name="Château L’Argentier").wait_for()
    visitor.page.get_by_text("Cette fiche n’est pas encore arrivée").wait_for()
    assert visitor.page.get_by_role("status").filter(has_text="Liaison coupée").count() == 1
    wait_until_waiting(visitor.page, 2)

    server.start()
    visitor.tap("Réessayer")
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    rows = recorded(server, visitor, 4)
    assert kinds(rows) == ["session-start", "language", "theme", "place"]
    visitor.page.get_by_text("Liaison coupée").wait_for(state="detached")


def test_a_visitor_who_leaves_is_forgotten_after_a_countdown_that_can_be_extended(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    visitor.tap("Gratuit", exact=True)
    visitor.page.clock.run_for(55_000)
    assert visitor.page.get_by_role("dialog").count() == 0
    visitor.page.clock.run_for(8_000)
    visitor.tap("Oui, je continue")
    visitor.page.get_by_role("dialog").wait_for(state="detached")

    visitor.page.clock.run_for(70_000)
    visitor.page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()
    visitor.page.clock.run_for(15_000)
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    rows = recorded(server, visitor, 5)
    assert kinds(rows) == ["session-start", "language", "theme", "filter", "session-end"]
    assert "idle" in str(rows[4][6])

    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    assert visitor.page.get_by_role("button", name="Gratuit", exact=True).get_attribute("aria-pressed") == "false"
    visitor.page.clock.run_for(3_000)
    assert len({row[0] for row in recorded(server, visitor, 8)}) == 2


def test_nobody_is_asked_anything_before_somebody_came(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.page.clock.run_for(300_000)
    assert visitor.page.get_by_role("dialog").count() == 0
    assert recorded(server, visitor, 0) == []


def test_a_refused_interaction_leaves_with_the_others_and_is_named(server, screen):
    visitor = screen(server.url)
    warnings = []
    visitor.page.on("console", lambda message: warnings.append(message.text) if message.type == "warning" else None)

    def spoil_one(route):
        batch = json.loads(route.request.post_data)
        batch["interactions"][0]["kind"] = "juggling"
        route.continue_(post_data=json.dumps(batch))

    visitor.page.route("**/api/v1/interactions", spoil_one, times=1)
    visitor.open()
    visitor.tap("Bienvenue")
    assert kinds(recorded(server, visitor, 1)) == ["language"]
    wait_until_waiting(visitor.page, 0)
    assert any("was refused" in warning for warning in warnings)


def test_a_batch_that_can_not_be_read_does_not_block_those_behind_it(server, screen):
    """One interaction whose bytes the server can't take at all is put aside; the others arrive."""
    screen.expected.extend(NETWORK)
    visitor = screen(server.url)

    def refuse_language(route):
        if '"kind":"language"' in route.request.post_data:
            route.fulfill(status=400, json={"error": {"code": "bad", "message": "", "hint": ""}})
        else:
            route.continue_()

    visitor.page.route("**/api/v1/interactions", refuse_language)
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Patrimoine", "link")
    assert kinds(recorded(server, visitor, 2)) == ["session-start", "theme"]
    wait_until_waiting(visitor.page, 0)


def test_a_full_server_is_left_alone_for_as_long_as_it_asks(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url)
    asked = []
    busy = {"error": {"code": "busy", "message": "", "hint": ""}}

    def full(route):
        asked.append(time.monotonic())
        route.fulfill(status=503, headers={"Retry-After": "2"}, json=busy)

    visitor.page.route("**/api/v1/interactions", full, times=1)
    visitor.open()
    visitor.tap("Bienvenue")
    deadline = time.monotonic() + 10
    while not asked and time.monotonic() < deadline:
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(1_500)
    assert server.query("select count(*) from interaction") == [(0,)]
    visitor.page.wait_for_timeout(1_500)
    assert kinds(recorded(server, visitor, 2)) == ["session-start", "language"]


def test_a_browser_that_keeps_nothing_still_counts(server, screen):
    visitor = screen(server.url)
    visitor.page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };")
    visitor.open()
    visitor.tap("Welcome")
    assert kinds(recorded(server, visitor, 2)) == ["session-start", "language"]


def test_new_content_is_taken_between_two_visitors(content, tmp_path, screen):
    office = content / "office.yaml"
    with VitrineServer(tmp_path / "data", content) as server:
        visitor = screen(server.url).open()
        visitor.tap("Bienvenue")
        visitor.page.get_by_role("link", name="Randonnées").wait_for()
        themes = content / "themes.yaml"
        themes.write_text(themes.read_text().replace('fr: "Randonnées"', 'fr: "Promenades"'))
        office.touch()
        deadline = time.monotonic() + 20
        while '"Promenades"' not in server.get("/api/v1/fr/catalogue")[1].decode() and time.monotonic() < deadline:
            time.sleep(0.1)
        visitor.page.wait_for_timeout(800)
        assert visitor.page.get_by_role("link", name="Randonnées").count() == 1, "not under a visitor's hands"
        visitor.tap("Terminer")
        visitor.page.wait_for_timeout(800)
        visitor.tap("Bienvenue")
        visitor.page.get_by_role("link", name="Promenades").wait_for()


def test_the_screen_names_itself_from_its_address_and_remembers(server, screen):
    visitor = screen(server.url)
    visitor.page.goto(f"{server.url}/?screen=vitrine-rue#/")
    visitor.tap("Bienvenue")
    recorded(server, visitor, 2)
    visitor.open("#/")
    visitor.page.reload()
    visitor.tap("Bienvenue")
    recorded(server, visitor, 3)
    assert server.query("select distinct screen from interaction") == [("vitrine-rue",)]
