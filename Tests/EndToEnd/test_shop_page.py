"""The shop at /desk/shop: baskets become tickets, down to the rows of the till. A real browser, the real server."""

import pytest
from seller import KEYS, PC, TABLET, Seller, open_server

PRINTED = "window.printed = []; window.print = () => printed.push(document.querySelector('.paper').textContent);"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all sellers of this file."""
    server = open_server(tmp_path_factory.mktemp("shop"))
    yield server
    server.stop()


@pytest.fixture
def seller(office, screen):
    """With a tablet and fingers."""
    visitor = screen(office.url, TABLET)
    visitor.page.add_init_script(PRINTED)
    return Seller(office, visitor).open()


def test_a_sale_is_made_by_touch_and_the_change_is_told(seller):
    seller.take("Miel de garrigue", "Carte postale", "Carte postale")
    seller.says(".total", "10,10")
    seller.touch("Encaisser")
    seller.touch("20 €")
    seller.says(".change", "9,90")
    seller.touch("Valider la vente")
    seller.says(".sold", "Ticket n° 1")
    seller.says(".sold .change", "9,90")
    assert seller.tickets() == [("sale", 1, 1010, "zoe", 0)]
    assert seller.last()["payments"] == [{"method": "cash", "amount": 2000, "change": 990}]
    receipt = seller.page.locator(".sold .receipt")
    receipt.wait_for()
    assert "Miel de garrigue" in receipt.inner_text()


def test_the_first_print_is_the_receipt_and_the_next_ones_are_copies(seller):
    seller.take("Guide")
    seller.pay_by_card()
    seller.page.locator(".sold .receipt").wait_for()
    seller.touch("Imprimer")
    seller.visitor.until("printed.length === 1")
    seller.touch("Imprimer un duplicata")
    seller.visitor.until("printed.length === 2")
    first, copy = seller.page.evaluate("printed")
    assert "Guide" in first and "DUPLICATA" not in first
    assert "DUPLICATA n° 1" in copy
    assert seller.server.query("select content from till_entry where till = ? and kind = 'reprint'", seller.till) == [('{"copy":1,"ticket":1}',)]


def test_on_paper_there_is_the_receipt_alone(seller):
    seller.take("Guide")
    seller.pay_by_card()
    seller.page.locator(".sold .receipt").wait_for()
    seller.touch("Imprimer")
    seller.visitor.until("printed.length === 1")
    seller.page.emulate_media(media="print")
    seen = seller.page.evaluate("[...document.querySelectorAll('#app > *')].filter((one) => one.checkVisibility()).map((one) => one.className)")
    assert seen == ["paper"]


def test_the_next_product_begins_the_next_basket(seller):
    for number in (1, 2):
        seller.take("Guide")
        seller.pay_by_card()
        assert [ticket[:3] for ticket in seller.tickets()][-1] == ("sale", number, 500)
    seller.take("Savon")
    seller.says(".total", "4,50")


def test_a_basket_s_quantities_follow_the_fingers(seller):
    seller.take("Carte postale", "Guide")
    for _ in range(3):
        seller.touch("Un de plus : Carte postale")
    seller.within(5, lambda: seller.count() == 5)
    seller.says(".total", "8,20")
    seller.touch("Un de moins : Guide")
    seller.within(5, lambda: seller.count() == 4)
    seller.says(".total", "3,20")
    seller.touch("Vider")
    seller.says(".basket", "Touchez un produit")
    assert seller.tickets() == []


def test_a_payment_is_mixed_and_only_cash_has_change(seller):
    seller.take("Miel de garrigue", "Guide")
    seller.touch("Encaisser")
    amount = seller.page.get_by_label("Montant remis")
    amount.fill("5")
    seller.touch("Chèques-vacances")
    seller.says(".left", "8,50")
    amount.fill("20")
    seller.touch("Carte", exact=True)
    seller.says(".said", "La monnaie ne se rend que sur les espèces")
    amount.fill("2,50")
    seller.touch("Carte", exact=True)
    seller.says(".left", "6,00")
    seller.touch("10 €")
    seller.says(".change", "4,00")
    seller.touch("Valider la vente")
    seller.says(".sold", "Ticket n° 1")
    assert seller.last()["payments"] == [
        {"method": "holiday-voucher", "amount": 500, "change": 0}, {"method": "card", "amount": 250, "change": 0},
        {"method": "cash", "amount": 1000, "change": 400}]


def test_a_payment_is_taken_back_before_the_sale(seller):
    seller.take("Guide")
    seller.touch("Encaisser")
    seller.touch("Carte", exact=True)
    seller.touch("Retirer : Carte")
    seller.touch("Virement")
    seller.touch("Valider la vente")
    seller.says(".sold", "Ticket n° 1")
    assert [payment["method"] for payment in seller.last()["payments"]] == ["transfer"]


@pytest.mark.parametrize("typed", ["douze", "12,345", "3017620422003", "-5"])
def test_an_amount_that_is_none_is_told_as_such(seller, typed):
    seller.take("Guide")
    seller.touch("Encaisser")
    seller.page.get_by_label("Montant remis").fill(typed)
    seller.touch("Espèces", exact=True)
    seller.says(".said", "Ce montant ne se lit pas")
    assert seller.page.locator(".tenders li").count() == 0


def test_discounts_on_a_line_and_on_the_ticket_have_their_reasons(seller):
    seller.take("Miel de garrigue", "Guide")
    seller.page.locator(".basket-line").first.get_by_role("button", name="Remise").tap()
    dialog = seller.page.get_by_role("dialog")
    dialog.get_by_role("button", name="10 %").tap()
    dialog.get_by_role("button", name="Faire la remise").tap()
    dialog.get_by_role("alert").filter(has_text="Dites pourquoi").wait_for()
    dialog.get_by_role("button", name="article abîmé").tap()
    dialog.get_by_role("button", name="Faire la remise").tap()
    seller.says(".total", "12,65")
    seller.touch("Remise sur le ticket")
    dialog.get_by_role("button", name="En euros").tap()
    dialog.get_by_label("Combien").fill("2")
    dialog.get_by_label("Pourquoi").fill("habitant")
    dialog.get_by_role("button", name="Faire la remise").tap()
    seller.says(".total", "10,65")
    seller.pay_by_card()
    ticket = seller.last()
    assert ticket["total"] == 1065
    assert sum(line["discount"] for line in ticket["lines"]) == 285
    assert [line["discount_reason"] for line in ticket["lines"]] == ["article abîmé ; habitant", "habitant"]


def test_a_product_touched_while_a_sale_is_being_recorded_is_not_said_to_be_added(seller):
    seller.take("Guide")
    seller.touch("Encaisser")
    seller.touch("Carte", exact=True)
    answer = []
    seller.page.route("**/orders", lambda route: answer.append(route))
    seller.touch("Valider la vente")
    seller.within(5, lambda: answer)
    seller.page.locator(".product").first.click()
    seller.says(".said", "J’enregistre")
    answer[0].continue_()
    seller.says(".sold", "Ticket n° 1")
    seller.page.locator(".said").wait_for(state="detached")
    assert [line["product"] for line in seller.last()["lines"]] == ["guide"]


def test_a_discount_that_is_more_than_what_is_left_is_taken_off_and_said(seller):
    # The total once fell below zero, and only the server refused it.
    seller.take("Carte postale", "Carte postale", "Carte postale")
    discount(seller, "2")
    seller.says(".total", "0,40")
    seller.button("Un de moins : Carte postale").tap()
    seller.says(".said", "elle est enlevée")
    seller.says(".total", "1,60")


def discount(seller, amount: str) -> None:
    """On the one line there is."""
    seller.page.locator(".basket-discount").click()
    dialog = seller.page.get_by_role("dialog")
    dialog.get_by_role("button", name="En euros").click()
    dialog.get_by_label("Combien").fill(amount)
    dialog.get_by_role("button", name="prix de groupe").click()
    dialog.get_by_role("button", name="Faire la remise").click()
    dialog.wait_for(state="detached")


def test_what_will_be_given_back_is_said_before_to_the_cent(seller):
    seller.take("Carte postale", "Carte postale", "Carte postale")
    discount(seller, "1")
    seller.pay_by_card()
    dialog = seller.page.get_by_role("dialog")
    for cents in (47, 46, 47):
        seller.touch("Tickets", exact=True)
        dialog.locator(".row").last.tap()
        dialog.get_by_role("button", name="Rembourser").tap()
        dialog.get_by_role("button", name="Un de plus : Carte postale").tap()
        dialog.locator(".left").filter(has_text=f"0,{cents}").wait_for()
        dialog.get_by_role("button", name="article abîmé").tap()
        dialog.get_by_role("button", name="Rembourser", exact=True).tap()
        dialog.wait_for(state="detached")
        seller.within(5, lambda cents=cents: seller.last()["total"] == -cents)


def test_some_lines_of_a_ticket_are_refunded_by_touch(seller):
    seller.take("Carte postale", "Carte postale", "Guide")
    seller.pay_by_card()
    seller.touch("Tickets", exact=True)
    dialog = seller.page.get_by_role("dialog")
    dialog.get_by_role("button", name="n° 1").tap()
    dialog.get_by_role("button", name="Rembourser").tap()
    dialog.get_by_role("button", name="Rembourser", exact=True).tap()
    dialog.locator(".said").filter(has_text="Touchez +").wait_for()
    dialog.get_by_role("button", name="Un de plus : Carte postale").tap()
    dialog.get_by_text("1 sur 2").wait_for()
    dialog.get_by_role("button", name="Espèces", exact=True).tap()
    dialog.get_by_role("button", name="article abîmé").tap()
    dialog.get_by_role("button", name="Rembourser", exact=True).tap()
    seller.says(".sold", "Ticket n° 2")
    seller.says(".sold .total", "0,80")
    refund = seller.last()
    assert (refund["refunds"], refund["total"], refund["reason"]) == (1, -80, "article abîmé")
    assert [(line["product"], line["quantity"], line["refunds"]) for line in refund["lines"]] == [("carte-postale", -1, 0)]
    assert refund["payments"] == [{"method": "cash", "amount": -80, "change": 0}]
    seller.touch("Tickets", exact=True)
    dialog.get_by_role("button", name="n° 1").last.tap()
    dialog.get_by_role("button", name="Rembourser").tap()
    dialog.get_by_text("0 sur 1").first.wait_for()
    dialog.get_by_role("button", name="Tout le ticket").tap()
    dialog.get_by_role("button", name="a changé d’avis").tap()
    dialog.get_by_role("button", name="Rembourser", exact=True).tap()
    seller.says(".sold", "Ticket n° 3")
    assert sum(ticket[2] for ticket in seller.tickets()) == 0
    seller.touch("Tickets", exact=True)
    dialog.get_by_role("button", name="n° 1").last.tap()
    dialog.get_by_text("Tout a été remboursé").wait_for()


def test_a_ticket_nobody_knows_is_told_as_such(seller, screen):
    screen.expected.append("404")
    seller.touch("Tickets", exact=True)
    dialog = seller.page.get_by_role("dialog")
    dialog.get_by_label("Un autre ticket").fill("4321")
    dialog.get_by_role("button", name="Chercher").tap()
    dialog.locator(".said").wait_for()
    assert "4321" in dialog.locator(".said").inner_text()


def test_a_basket_is_put_aside_and_taken_up_again(seller):
    seller.take("Miel de garrigue", "Guide")
    seller.touch("Mettre de côté")
    dialog = seller.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("dame au chapeau")
    dialog.get_by_role("button", name="Mettre de côté").tap()
    seller.says(".basket", "Touchez un produit")
    seller.take("Carte postale")
    seller.pay_by_card()
    seller.touch("panier")
    dialog.get_by_role("button", name="dame au chapeau").tap()
    seller.says(".total", "13,50")
    seller.pay_by_card()
    assert [ticket[2] for ticket in seller.tickets()] == [80, 1350]
    assert seller.server.query("select count(*) from parked_basket") == [(0,)]


def test_practice_is_marked_everywhere_and_counts_for_nothing(seller):
    seller.touch("Entraînement")
    seller.says(".banner-training", "FACTICE")
    seller.take("Guide")
    seller.pay_by_card()
    seller.says(".sold", "FACTICE")
    seller.page.locator(".sold .receipt").filter(has_text="FACTICE").wait_for()
    assert seller.tickets() == [("sale", 1, 500, "zoe", 1)]
    seller.touch("Entraînement")
    seller.page.locator(".banner-training").wait_for(state="detached")
    seller.touch("Journée")
    seller.says("[role=dialog], dialog", "0 ticket")
    seller.page.keyboard.press("Escape")
    seller.take("Guide")
    seller.touch("Entraînement")
    seller.says(".said", "Finissez ou videz le panier d’abord")
    seller.pay_by_card()
    assert seller.tickets()[1:] == [("sale", 1, 500, "zoe", 0)]


def test_the_day_is_told_as_the_till_has_it(seller):
    seller.take("Guide")
    seller.pay_by_card()
    seller.says(".figures", "5,00")
    seller.touch("Journée")
    dialog = seller.page.get_by_role("dialog")
    figures = dict(zip(dialog.locator("dt").all_inner_texts(), dialog.locator("dd").all_inner_texts(), strict=True))
    assert figures["Vendu"] == "1 ticket"
    assert figures["Carte"].replace("\u00a0", " ") == "5,00 €"
    assert figures["Espèces attendues dans le tiroir"].replace("\u00a0", " ") == "0,00 €"


def test_a_scanner_is_heard_wherever_the_focus_is(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.page.locator("h1").click()
    seller.page.evaluate("document.activeElement.blur()")
    seller.scan("3017620422003")
    seller.says(".basket-line", "Miel de garrigue")
    seller.button("Un de plus").focus()
    seller.scan("3017620422003")
    seller.within(5, lambda: seller.count() == 2)
    seller.scan("999999")
    seller.says(".said", "Aucun produit « 999999 »")
    seller.scan("guide")
    seller.says(".basket-line >> nth=1", "Guide")
    assert seller.search.input_value() == ""


def test_a_sale_is_made_with_the_keyboard_alone(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.within(5, lambda: seller.page.evaluate("document.activeElement.id") == "search")
    seller.scan("savon")
    seller.says(".total", "4,50")
    seller.page.keyboard.press("Enter")
    seller.says(".pay", "Paiement")
    seller.page.keyboard.type("10")
    seller.page.keyboard.press("Enter")
    seller.says(".change", "5,50")
    seller.page.keyboard.press("Enter")
    seller.says(".sold", "Ticket n° 1")
    seller.page.keyboard.press("Enter")
    seller.says(".basket", "Touchez un produit")
    assert seller.tickets() == [("sale", 1, 450, "zoe", 0)]
    assert seller.page.evaluate("document.activeElement.id") == "search", "the next sale can begin"


def test_products_are_searched_without_accents(office, screen):
    seller = Seller(office, screen(office.url, PC, **KEYS)).open()
    seller.search.fill("sommieres")
    seller.within(5, lambda: seller.page.locator(".product").count() == 1)
    seller.page.keyboard.press("Enter")
    seller.says(".basket-line", "Guide")
    seller.search.fill("e")
    seller.page.keyboard.press("Enter")
    seller.says(".said", "Plusieurs produits")


def test_the_shop_is_one_touch_from_the_desk_and_back(seller):
    seller.page.get_by_role("link", name="Comptoir").tap()
    seller.page.get_by_role("link", name="Boutique").tap()
    seller.page.locator(".product").first.wait_for()
