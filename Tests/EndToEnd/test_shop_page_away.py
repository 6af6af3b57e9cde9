"""The shop's page while the server goes away, and when a session ends: said at once, nothing lost, nothing sold twice."""

import pytest
from seller import AWAY, PC, TABLET, Seller, open_server
from staff import PASSWORD
from visitor import lose_first_answer


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for those who don't stop it: the network is cut for them."""
    server = open_server(tmp_path_factory.mktemp("shop"))
    yield server
    server.stop()


@pytest.fixture
def own(tmp_path):
    """A server that a test may stop or spoil."""
    server = open_server(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def seller(office, screen):
    screen.expected.extend(AWAY)
    return Seller(office, screen(office.url, TABLET)).open()


@pytest.fixture
def alone(own, screen):
    """In front of a server of their own."""
    screen.expected.extend(AWAY)
    return Seller(own, screen(own.url, TABLET)).open()


def paid(seller: Seller) -> None:
    """Everything is there but the last touch."""
    seller.take("Guide", "Carte postale")
    seller.touch("Encaisser")
    seller.touch("Carte", exact=True)
    seller.button("Valider la vente").wait_for()


def test_a_server_that_went_away_sells_nothing_and_the_retry_sells_once(own, alone):
    paid(alone)
    own.stop()
    alone.touch("Valider la vente")
    dialog = alone.page.get_by_role("dialog", name="Le serveur n’a pas répondu")
    dialog.wait_for()
    alone.says(".banner-alarm", "Le serveur ne répond pas")
    dialog.get_by_role("button", name="Réessayer").tap()
    alone.page.wait_for_timeout(300)
    assert dialog.is_visible()
    assert alone.tickets() == []
    own.start()
    dialog.get_by_role("button", name="Réessayer").tap()
    alone.says(".sold", "Ticket n° 1")
    alone.page.locator(".banner-alarm").wait_for(state="detached")
    assert alone.tickets() == [("sale", 1, 580, "zoe", 0)]


def test_an_answer_that_was_lost_doubles_nothing(seller):
    lost = lose_first_answer(seller.page, "**/orders")
    paid(seller)
    seller.touch("Valider la vente")
    seller.touch("Réessayer")
    seller.says(".sold", "Ticket n° 1")
    assert lost == [201]
    assert [ticket[:3] for ticket in seller.tickets()] == [("sale", 1, 580)]


def test_whoever_goes_back_to_the_basket_learns_first_that_it_was_sold(seller):
    seller.page.route("**/orders", lambda route: (route.fetch(), route.abort()))
    paid(seller)
    seller.touch("Valider la vente")
    seller.touch("Revenir au panier")
    seller.says(".sold", "Ticket n° 1")
    assert len(seller.tickets()) == 1


def test_a_basket_that_was_not_sold_can_be_changed_again(seller):
    paid(seller)
    seller.page.route("**/orders", lambda route: route.abort())
    seller.touch("Valider la vente")
    dialog = seller.page.get_by_role("dialog")
    dialog.wait_for()
    seller.page.unroute("**/orders")
    seller.touch("Revenir au panier")
    dialog.wait_for(state="detached")
    seller.touch("Panier", exact=True)
    seller.take("Savon")
    seller.says(".total", "10,30")
    seller.pay_by_card()
    assert [ticket[:3] for ticket in seller.tickets()] == [("sale", 1, 1030)]


def test_a_sale_without_an_answer_and_its_basket_survive_a_reload(own, alone):
    paid(alone)
    own.stop()
    alone.touch("Valider la vente")
    dialog = alone.page.get_by_role("dialog")
    dialog.wait_for()
    own.start()
    alone.page.reload()
    dialog.get_by_role("button", name="Réessayer").tap()
    alone.says(".sold", "Ticket n° 1")
    assert [ticket[:3] for ticket in alone.tickets()] == [("sale", 1, 580)]


def test_it_is_said_before_anybody_pays_and_gone_when_the_server_is_back(own, alone):
    alone.take("Guide")
    own.stop()
    alone.touch("Mettre de côté")
    alone.page.get_by_role("dialog").get_by_role("button", name="Mettre de côté").tap()
    alone.says(".banner-alarm", "Le serveur ne répond pas")
    pay = alone.button("Encaisser")
    assert pay.get_attribute("aria-disabled") == "true"
    assert alone.count() == 1, "the basket is kept"
    own.start()
    alone.page.locator(".banner-alarm").wait_for(state="detached")
    alone.within(5, lambda: pay.get_attribute("aria-disabled") is None)


def test_a_refusal_of_the_till_is_told_in_its_words_and_keeps_the_basket(office, seller):
    seller.take("Guide")
    seller.pay_by_card()
    day = office.query("select day from till_entry where till = ? limit 1", seller.till)[0][0]
    closed = {"id": "019f8a2c-1b3d-7000-8000-00000000c105", "order": {"closure": day}, "training": False}
    assert seller.page.context.request.post(f"{office.url}/api/v1/till/{seller.till}/orders", data=closed).status == 201
    seller.take("Savon")
    seller.touch("Encaisser")
    seller.touch("Carte", exact=True)
    seller.touch("Valider la vente")
    seller.page.locator(".said").wait_for()
    seller.touch("Panier", exact=True)
    assert seller.count() == 1
    assert len(seller.tickets()) == 1


def test_a_till_whose_key_is_gone_sells_nothing_and_says_so(own, screen, alone):
    screen.expected.append("409")
    alone.take("Guide")
    alone.pay_by_card()
    for key in (own.data / "till").glob("key-*"):
        key.unlink()
    alone.take("Savon")
    alone.touch("Encaisser")
    alone.touch("Carte", exact=True)
    alone.touch("Valider la vente")
    alone.page.locator(".said").wait_for()
    assert "clé" in alone.page.locator(".said").inner_text()
    assert len(alone.tickets()) == 1


def test_a_session_that_ends_keeps_the_basket(screen, seller):
    screen.expected.append("401")
    paid(seller)
    seller.page.context.clear_cookies()
    seller.touch("Valider la vente")
    dialog = seller.page.get_by_role("dialog", name="Votre session est finie")
    dialog.get_by_label("Mot de passe").fill(PASSWORD)
    dialog.get_by_role("button", name="Se connecter").tap()
    dialog.wait_for(state="detached")
    seller.touch("Valider la vente")
    seller.says(".sold", "Ticket n° 1")
    assert seller.tickets() == [("sale", 1, 580, "zoe", 0)]


def test_somebody_logs_in_and_the_shop_opens_when_the_server_is_there(office, screen):
    screen.expected.extend([*AWAY, "401"])
    seller = Seller(office, screen(office.url, PC, has_touch=False))
    seller.page.goto(f"{office.url}/desk/shop")
    seller.page.get_by_label("Nom d’utilisateur").fill("zoe")
    seller.page.get_by_label("Mot de passe").fill(PASSWORD)
    seller.page.keyboard.press("Enter")
    seller.page.locator(".product").first.wait_for()
    seller.page.route("**/api/v1/me", lambda route: route.abort())
    seller.page.reload()
    seller.says(".loading", "Le serveur ne répond pas")
    seller.page.unroute("**/api/v1/me")
    seller.page.locator(".product").first.wait_for()
    seller.button("Fermer la session de zoe").click()
    seller.page.get_by_label("Mot de passe").wait_for()
