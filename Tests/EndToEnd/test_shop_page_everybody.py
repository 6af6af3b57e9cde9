"""The shop's page for everybody: by fingers or keys, with a screen reader, in both languages and themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from seller import KEYS, PC, TABLET, Seller, open_server, states
from test_desk_page_everybody import PHONE, SMALL
from visitor import NO_PRELOAD


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all sellers of this file."""
    server = open_server(tmp_path_factory.mktemp("shop"))
    yield server
    server.stop()


@pytest.mark.parametrize(("size", "locale", "contrast"), [
    (PC, "fr-FR", "no-preference"), (PC, "en-GB", "more"), (TABLET, "fr-FR", "more"), (TABLET, "en-GB", "no-preference"),
    (PHONE, "fr-FR", "no-preference"),
], ids=["PC", "PC in high contrast", "tablet in high contrast", "tablet", "phone"])
def test_everything_has_a_name_a_contrast_and_a_place(office, screen, size, locale, contrast):
    touch = {} if size != PC else KEYS
    seller = Seller(office, screen(office.url, size, locale, contrast=contrast, **touch)).open()
    page, faults = seller.page, []
    for state in states(seller):
        for violation in Axe().run(page, options=NO_PRELOAD).response["violations"]:
            faults.append((state, violation["id"], [node["html"][:100] for node in violation["nodes"]][:3]))
        faults += [(state, fault) for fault in page.evaluate(SMALL, 44 if size == PC else 56)]
    assert faults == []


def test_the_other_language_is_one_touch_away_and_stays(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.take("Miel de garrigue")
    seller.button("English").click()
    seller.says(".basket-line", "Garrigue honey")
    assert seller.page.evaluate("document.documentElement.lang") == "en"
    seller.page.reload()
    seller.says(".basket-line", "Garrigue honey")
    assert "€8.50" in seller.page.locator(".total").inner_text()


def test_a_screen_reader_hears_what_is_added_what_is_wrong_and_what_was_sold(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.scan("savon")
    seller.says("[role=status]", "Ajouté : Savon")
    seller.scan("rien")
    seller.says("[role=alert]", "Aucun produit « rien »")
    seller.search.fill("")
    seller.page.keyboard.press("Enter")
    seller.page.keyboard.type("5")
    seller.page.keyboard.press("Enter")
    seller.page.locator(".change").wait_for()
    seller.page.keyboard.press("Enter")
    seller.says("[role=status]", "À rendre 0,50")


def test_everything_can_be_reached_with_the_tab_key(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.take("Guide", "Savon")
    page = seller.page
    controls = "[...document.querySelectorAll('button, input, a[href]')].filter((one) => one.checkVisibility())"
    wanted = set(page.evaluate(f"{controls}.map((one) => one.textContent.trim() || one.ariaLabel || one.id)"))
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.ariaLabel || document.activeElement.id"))
    assert wanted - seen == set()


def test_nothing_is_fetched_from_elsewhere_and_no_code_is_written_in_the_page(office):
    for address in ("/desk/shop", "/desk/shop/"):
        status, body, headers = office.get(address)
        assert status == 200
        assert "script-src 'self'; style-src 'self'" in headers["content-security-policy"]
    text = body.decode()
    assert "style=" not in text and "<style" not in text and "onclick" not in text
