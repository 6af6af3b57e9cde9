"""The shop's page on any screen, held either way: nothing is cut, and the total stays in sight."""

import pytest
from seller import PC, TABLET, Seller, open_server, states
from test_desk_page_everybody import PHONE, TWICE_AS_BIG, WIDE_PC
from test_every_screen import CUT_TEXT


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all sellers of this file."""
    server = open_server(tmp_path_factory.mktemp("shop"))
    yield server
    server.stop()


@pytest.mark.parametrize(("size", "locale"), [(PC, "fr-FR"), (WIDE_PC, "en-GB"), (TABLET, "fr-FR"), (PHONE, "en-GB"), (TWICE_AS_BIG, "fr-FR")])
def test_nothing_is_cut_or_hangs_over(office, screen, size, locale):
    seller = Seller(office, screen(office.url, size, locale)).open()
    page, faults = seller.page, []
    for state in states(seller):
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            faults.append((state, page.evaluate("document.documentElement.scrollWidth")))
        faults += [(state, fault) for fault in page.evaluate(CUT_TEXT)]
    assert faults == []


def in_sight(locator, size) -> bool:
    box = locator.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.mark.parametrize("size", [PC, TABLET, {"width": 1366, "height": 620}], ids=["PC", "tablet", "low"])
def test_the_total_and_how_to_pay_stay_in_sight_however_long_the_basket(office, screen, size):
    seller = Seller(office, screen(office.url, size)).open()
    for product in ("Miel", "Carte postale", "Guide", "Savon"):
        seller.take(product)
        seller.page.locator(".basket-discount").last.click()
        dialog = seller.page.get_by_role("dialog")
        dialog.get_by_role("button", name="5 %", exact=True).click()
        dialog.get_by_role("button", name="geste commercial").click()
        dialog.get_by_role("button", name="Faire la remise").click()
        dialog.wait_for(state="detached")
        seller.take(product)
    for name in (".total", ".basket-pay", ".basket-line:last-child .basket-amount"):
        assert in_sight(seller.page.locator(name), size), name
    # A word for screen readers, far down in the list, once let the whole page scroll: a touch moved it under the finger.
    assert seller.page.evaluate("document.documentElement.scrollHeight") == size["height"]


def test_on_a_phone_what_is_in_the_basket_stays_in_sight_and_leads_there(office, screen):
    seller = Seller(office, screen(office.url, PHONE)).open()
    seller.take("Carte postale", "Guide")
    seller.page.evaluate("scrollTo(0, 0)")
    link = seller.page.get_by_role("link", name="2 articles")
    assert in_sight(link, PHONE)
    assert "5,80" in link.inner_text()
    link.tap()
    seller.within(5, lambda: in_sight(seller.page.locator("#basket-title"), PHONE))
    seller.pay_by_card()
    link.wait_for(state="detached")


def test_no_button_moves_when_the_day_s_figures_grow(office, screen):
    seller = Seller(office, screen(office.url, TABLET)).open()
    places = "[...document.querySelectorAll('.top-button')].map((one) => one.getBoundingClientRect().x)"
    before = seller.page.evaluate(places)
    seller.take("Miel", "Savon")
    seller.pay_by_card()
    seller.says(".figures", "13,00")
    assert seller.page.evaluate(places) == before
