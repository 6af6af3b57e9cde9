"""Stories of people who want to be outside: what they touch, what they leave with, and what the office learns of it."""

import json

from story import PHONE, back_at_the_welcome, code_on, languages_of, left_behind, scans
from test_map import as_map, look, marks, on_map, rows, still, touch, with_map
from visitor import KIOSK, TABLET_LANDSCAPE


def on_the_phone(screen, address: str, locale: str):
    """What the camera found, opened on the visitor's own phone."""
    phone = screen(address, PHONE, locale=locale, is_mobile=True)
    phone.page.goto(address)
    phone.page.locator("h1").wait_for()
    return phone


def test_a_family_with_two_hours_and_a_pushchair_leaves_with_a_walk(server, screen):
    """Two hours, on foot, a pushchair. Nobody is sure of the pushchair, the screen says so, and the family takes the flat way
    along the old railway on the phone."""
    visitor = screen(server.url).open()
    page = visitor.page
    visitor.tap("Bienvenue")
    visitor.tap("Que faire maintenant", "link")
    for wish in ("2 heures", "À pied", "Avec une poussette"):
        visitor.tap(wish, exact=True)
    visitor.tap("idées possibles", "link")
    page.get_by_role("heading", name="Nos idées pour vous").wait_for()
    count = page.get_by_role("status").filter(has_text=" sur ").inner_text()
    assert "idées possibles" in count and not count.startswith("0"), "a list does not begin with a nought"
    greenway = page.get_by_role("link").filter(has_text="Voie verte de Sommières à Fontanès")
    assert "Nous ne savons pas si une poussette passe" in greenway.inner_text()
    smooth = page.get_by_role("link").filter(has_text="Voie verte de la Vaunage").inner_text()
    assert "poussette" not in smooth, "where a wheelchair rolls, so does a pushchair"
    greenway.tap()
    page.get_by_role("heading", name="Côté pratique").wait_for()
    visitor.tap("Emporter")
    address = code_on(visitor, server, "Code QR")
    shown = page.get_by_role("dialog").inner_text()
    assert address.removeprefix("http://") in shown, "who has no camera types it"

    phone = on_the_phone(screen, address, "fr-FR")
    phone.page.get_by_role("heading", name="Voie verte de Sommières à Fontanès").wait_for()
    assert scans(server, phone.page, 1) == [("scan", "voie-verte-salinelles-fontanes")]
    phone.page.reload()
    phone.page.get_by_role("heading", name="Voie verte de Sommières à Fontanès").wait_for()
    assert scans(server, phone.page, 1) == [("scan", "voie-verte-salinelles-fontanes")], "looking again is no second scan"

    visitor.tap("Fermer")
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.tap("Oui, tout à fait")
    back_at_the_welcome(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("filter", "", "twoHours"),
        ("filter", "", "foot"),
        ("filter", "", "pushchair"),
        ("place", "voie-verte-salinelles-fontanes"),
        ("take-away", "voie-verte-salinelles-fontanes"),
        ("feedback", "", "4"),
        ("session-end", "", "done"),
    ]
    assert languages_of(server) == {"fr"}


def test_a_dutch_couple_on_bicycles_goes_along_the_greenway(server, screen):
    """They read in Dutch, look at what lies along the greenway on the map, keep the greenway and a cellar for the day, sort
    them by the road, and leave with one code for both."""
    visitor = screen(server.url, TABLET_LANDSCAPE, locale="nl-NL").open()
    page = visitor.page
    visitor.tap("Welkom")
    page.get_by_role("heading", name="Waar hebt u zin in?").wait_for()
    page.get_by_role("navigation", name="Waar hebt u zin in?").get_by_role("link", name="fietsen").tap()
    visitor.tap("Vaunage", "link")
    page.get_by_role("heading", name="Langs de route").wait_for()
    visitor.tap("Mijn dag")
    visitor.tap("Domaine de l’Escattes", "link")
    page.get_by_role("heading", name="Domaine de l’Escattes").wait_for()
    visitor.tap("Mijn dag")
    visitor.tap("Bekijk", "link")
    page.get_by_role("heading", name="Mijn dag").wait_for()
    visitor.tap("Met de fiets", exact=True)
    assert "met de fiets" in page.locator("main").inner_text()
    page.get_by_role("button", name="In de volgorde van de weg").tap()
    visitor.tap("Meenemen")
    address = code_on(visitor, server, "QR")

    phone = on_the_phone(screen, address, "nl-NL")
    phone.page.get_by_role("link", name="Escattes").wait_for()
    assert phone.page.get_by_role("link", name="Vaunage").count() == 1
    assert scans(server, phone.page, 1) == [("scan", "", "2")]

    visitor.tap("Sluiten")
    visitor.tap("Start", "link")
    visitor.tap("Klaar")
    visitor.tap("Niet antwoorden")
    back_at_the_welcome(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("theme", "greenway"),
        ("place", "voie-verte-de-la-vaunage"),
        ("basket", "voie-verte-de-la-vaunage", "add"),
        ("nearby", "voie-verte-de-la-vaunage", "domaine-de-lescattes"),
        ("place", "domaine-de-lescattes"),
        ("basket", "domaine-de-lescattes", "add"),
        ("take-away",),
        ("session-end", "", "done"),
    ]
    assert languages_of(server) == {"nl"}


def test_somebody_finds_a_walk_on_the_map_and_comes_back_to_where_they_were(server, screen):
    """With a filter the map holds the same places as the list beside it. They look closer, choose a place on the map, read
    it, and come back to the map as they left it."""
    visitor = with_map(screen, server.url, "#/", KIOSK)
    page = visitor.page
    visitor.tap("Bienvenue")
    visitor.tap("Randonnées", "link")
    visitor.tap("Avec des enfants", exact=True)
    listed = set(page.locator(".card-name").all_inner_texts())
    as_map(visitor)
    assert set(rows(visitor)) == listed
    catalogue = json.loads(server.get("/api/v1/fr/catalogue")[1])
    names = {place["id"]: place["name"]["text"] for place in catalogue["places"]}
    assert {names[place] for place in on_map(visitor)} == listed

    before = look(visitor)["resolution"]
    visitor.tap("Voir de plus près")
    still(visitor)
    assert look(visitor)["resolution"] < before
    visitor.tap("Voir de plus loin")
    still(visitor)
    assert abs(look(visitor)["resolution"] - before) < before / 100

    alone = [mark for mark in marks(visitor) if len(mark["places"]) == 1]
    touch(visitor, alone[0])
    [chosen] = alone[0]["places"]
    card = page.locator(".map-found")
    card.wait_for()
    still(visitor)
    left_at = look(visitor)
    card.get_by_role("link", name=names[chosen]).tap()
    page.get_by_role("heading", name=names[chosen]).wait_for()
    visitor.tap("Retour")
    still(visitor)
    assert set(rows(visitor)) == listed
    now = look(visitor)
    assert abs(now["resolution"] - left_at["resolution"]) < left_at["resolution"] / 100
    assert all(abs(a - b) < 50 for a, b in zip(now["center"], left_at["center"], strict=True)), "metres"

    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.tap("Pas vraiment")
    back_at_the_welcome(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("theme", "hike"),
        ("filter", "hike", "children"),
        ("map", "hike"),
        ("place", chosen),
        ("feedback", "", "2"),
        ("session-end", "", "done"),
    ]
