"""Stories of people who type, and of people who walk away in the middle."""

import pytest
from story import back_at_the_welcome, left_behind, sessions, until
from test_search import type_on_keys
from visitor import KIOSK, TABLET_LANDSCAPE

COUNTED_MS = 1_600  # after the last key


def finish(visitor) -> None:
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.tap("Ne pas répondre")
    back_at_the_welcome(visitor)


@pytest.mark.parametrize("size", [KIOSK, TABLET_LANDSCAPE], ids=["kiosk", "tablet"])
def test_somebody_types_as_they_speak_and_finds_it(server, screen, size):
    """Two words, two slips, no accent, on the keys of the screen: the castle of Sommières is there and opens."""
    visitor = screen(server.url, size).open()
    visitor.tap("Bienvenue")
    visitor.tap("Chercher", "link")
    for i, word in enumerate(("chateu", "somieres")):
        if i:
            visitor.tap("Espace", exact=True)
        type_on_keys(visitor, word)
    assert visitor.page.get_by_role("searchbox").input_value() == "chateu somieres"
    visitor.page.locator(".found .card").first.wait_for()
    found = int(visitor.page.locator(".found-count b").inner_text().split()[0])
    visitor.tap("Le château de Sommières", "link")
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    finish(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("search", "", str(found)),
        ("place", "chateau-de-sommieres"),
        ("session-end", "", "done"),
    ]


def test_somebody_types_what_nobody_knows_and_is_not_left_there(server, screen):
    """Nothing has that name. The screen says so, proposes what is near, and somebody goes there. The office learns that a search
    found nothing; what was typed stays with nobody."""
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Chercher", "link")
    type_on_keys(visitor, "wxkzq")
    visitor.page.get_by_text("Nous n’avons rien trouvé").wait_for()
    visitor.page.clock.run_for(COUNTED_MS)
    visitor.page.get_by_role("heading", name="Tout près d’ici").wait_for()
    proposed = visitor.page.locator(".found-elsewhere .card").first
    address = proposed.get_attribute("href")
    proposed.tap()
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    finish(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("search", "", "0"),
        ("place", address.rsplit("/", 1)[1]),
        ("session-end", "", "done"),
    ]
    kept = [row for table in ("interaction", "interaction_hourly") for row in server.query(f"select * from {table}")]
    assert len(kept) > 5 and "wxkzq" not in str(kept)


def test_somebody_walks_away_and_leaves_nothing_to_the_next(server, screen):
    """Filters, a day, letters, contrast, a search: then a telephone rings. The screen asks, is told once to stay, asks again,
    and forgets. The next visitor finds a screen nobody has touched, and no way back into somebody else's visit."""
    visitor = screen(server.url)
    page = visitor.page
    page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Confort")
    visitor.tap("Grande", exact=True)
    visitor.tap("Contraste renforcé", "switch")
    visitor.tap("Fermer")
    visitor.tap("Patrimoine", "link")
    visitor.tap("Gratuit", exact=True)
    visitor.tap("Le vieux Sommières", "link")
    page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Ma journée : Le vieux Sommières")

    page.clock.run_for(62_000)
    asked = page.get_by_role("dialog", name="Vous êtes toujours là")
    asked.wait_for()
    visitor.tap("Oui, je continue")
    asked.wait_for(state="detached")
    assert page.locator("h1").inner_text() == "Le vieux Sommières", "nothing is lost"
    page.clock.run_for(62_000)
    asked.wait_for()
    page.clock.run_for(22_000)
    back_at_the_welcome(visitor)
    assert asked.count() == 0

    for _ in range(3):  # all there is of that visit
        page.go_back()
        until(page, "!location.hash.includes('place') && !location.hash.includes('theme')")
    back_at_the_welcome(visitor)
    visitor.tap("Bienvenue")
    page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    assert page.evaluate("Object.keys(document.documentElement.dataset).length") == 0
    assert page.get_by_role("link", name="Ma journée").count() == 0
    visitor.tap("Patrimoine", "link")
    page.locator(".card").first.wait_for()
    assert page.get_by_role("button", name="Gratuit", exact=True).get_attribute("aria-pressed") == "false"
    assert page.get_by_role("button", pressed=True).all_inner_texts() == ["Liste", "Distance"]
    finish(visitor)

    assert left_behind(server, visitor, 0) == [
        ("session-start",),
        ("language",),
        ("theme", "heritage"),
        ("filter", "heritage", "free"),
        ("place", "vieux-sommieres"),
        ("basket", "vieux-sommieres", "add"),
        ("session-end", "", "idle"),
    ]
    assert left_behind(server, visitor, 1) == [
        ("session-start",),
        ("language",),
        ("theme", "heritage"),
        ("session-end", "", "done"),
    ]
    assert len(sessions(server)) == 2
