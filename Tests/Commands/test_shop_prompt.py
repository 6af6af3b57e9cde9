"""Selling at the keyboard, on a real pseudo-terminal and a real register, as it stands on an 80 × 24 screen."""

import re
import shutil
from functools import partial

import pytest
from shop import entries, tickets
from vitrine_server import desk


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


@pytest.fixture
def till(data, prompts):
    return partial(prompts, data, "sell")


def ready(prompt, line="", name="caisse> "):
    prompt.see_prompt(line, prompt=name)


def test_products_then_a_payment_and_the_change_is_told_in_large(till, data):
    prompt = till()
    ready(prompt)
    prompt.type("miel-500 2")
    prompt.see(r"^\+ 2 × Miel de garrigue 500 g 8,50 €$")
    prompt.type("\r")
    prompt.see(r"^  Total +17,00 €$")
    prompt.enter("carte-postale 3")
    prompt.see(r"^  Total +20,00 €$")
    prompt.type("especes 50")
    prompt.see(r"^Entrée vend : espèces 50,00 €, à rendre 30,00 €$")
    assert tickets(data) == []
    prompt.type("\r")
    prompt.see(r"À RENDRE  30,00 €")
    prompt.see(r"^Ticket 1 enregistré\.")
    assert tickets(data)[0]["payments"] == [{"method": "cash", "amount": 5000, "change": 3000}]
    ready(prompt)
    prompt.enter("guide")
    prompt.see(r"^  Total +5,00 €$")
    prompt.enter("carte")
    prompt.see(r"^Ticket 2 enregistré\.")
    prompt.type("\x04")
    assert prompt.ended() == 0


def test_a_scanner_types_a_barcode_and_enter(till, data):
    prompt = till()
    ready(prompt)
    prompt.type("3760123450018\r3760123450018\r")
    prompt.see(r"^  2 × Miel de garrigue 500 g")
    prompt.enter("carte")
    prompt.see(r"^Ticket 1 enregistré")
    prompt.see(r"^Stock de miel-500 : -2\.")
    assert tickets(data)[0]["lines"][0]["quantity"] == 2


def test_tab_completes_codes_by_their_beginning_and_by_words_of_the_name(till):
    prompt = till()
    ready(prompt)
    prompt.type("gui\t")
    ready(prompt, "guide")
    prompt.type("\x15garr\t")
    ready(prompt, "miel-500")
    prompt.type("\x15ca\t")
    prompt.see(r"^  carte-postale +Carte postale")
    prompt.see(r"^  carte +paie par carte")
    prompt.type("\x15annu\t")
    ready(prompt, "annuler")


def test_a_word_of_the_name_finds_the_product_and_several_are_asked_about(till):
    prompt = till()
    ready(prompt)
    prompt.enter("garrigue 2")
    prompt.see(r"^  2 × Miel de garrigue 500 g")
    prompt.type("i")
    prompt.see(r"^affiche \(Affiche ancienne\) · guide \(Guide\) · miel-500")
    prompt.type("\r")
    prompt.see(r"^Lequel \? Tapez son code :")
    prompt.type("\x15guidr\r")
    prompt.see(r"« guidr » n'est pas un produit\. Vouliez-vous dire guide \?")


def test_mixed_payments_a_discount_and_what_is_left(till, data):
    prompt = till()
    ready(prompt)
    prompt.enter("guide 2")
    prompt.enter("remise 10% coin abîmé")
    prompt.see(r"^  Total +9,00 €$")
    prompt.enter("bon 5")
    prompt.see(r"Reçu : bon cadeau 5,00 €\. Reste 4,00 €")
    prompt.enter("carte 10")
    prompt.see(r"monnaie|trop")
    assert tickets(data) == []
    prompt.type("\x15")
    prompt.enter("carte")
    prompt.see(r"^Ticket 1 enregistré")
    ticket = tickets(data)[0]
    assert ticket["total"] == 900 and [payment["amount"] for payment in ticket["payments"]] == [500, 400]


@pytest.mark.parametrize("way_out", ["\x1b", "annuler\r", "\x03", "\x04"])
def test_leaving_records_nothing(till, data, way_out):
    before = entries(data)
    prompt = till()
    ready(prompt)
    prompt.enter("guide 2")
    prompt.see(r"^  Total +10,00 €$")
    prompt.type(way_out)
    assert prompt.ended() == 0
    prompt.see("Rien n'est vendu", 2)
    assert entries(data) == before


def test_arrows_are_no_escape(till):
    prompt = till()
    ready(prompt)
    prompt.enter("guide")
    prompt.see(r"^  Total +5,00 €$")
    prompt.type("\x1b[A")
    ready(prompt, "guide")


def test_a_basket_is_put_aside_and_taken_back(till, data):
    prompt = till()
    ready(prompt)
    prompt.enter("guide 2")
    prompt.see(r"^  Total +10,00 €$")
    prompt.enter("attente chapeau")
    prompt.see(r"^Mis de côté : « chapeau »")
    prompt.enter("carte-postale")
    prompt.enter("carte")
    prompt.see(r"^Ticket 1 enregistré")
    prompt.enter("reprendre")
    prompt.see(r"^Repris : « chapeau »")
    prompt.see(r"^  Total +10,00 €$")
    prompt.enter("carte")
    prompt.see(r"^Ticket 2 enregistré")
    assert [ticket["total"] for ticket in tickets(data)] == [100, 1000]


def test_a_line_is_taken_out_and_what_cannot_be_is_told(till, data):
    prompt = till()
    ready(prompt)
    prompt.enter("guide 2 carte-postale")
    prompt.see(r"^  Total +11,00 €$")
    prompt.enter("retirer guide")
    prompt.see(r"^  Total +1,00 €$")
    for line in ["guide 0", "plan", "carte-postale 1,5", "remise 10%", "especes beaucoup", "retirer miel"]:
        prompt.enter(line)
        prompt.see_prompt(line, prompt="caisse> ")
        prompt.type("\x15")
        ready(prompt)
    prompt.see(r"^  Total +1,00 €$")
    assert tickets(data) == []


def test_a_basket_without_payment_opens_the_till_with_it(till, data):
    prompt = till("guide", "2")
    prompt.see(r"^  Total +10,00 €$")
    prompt.enter("carte")
    prompt.see(r"^Ticket 1 enregistré")


def test_practice_says_so_in_its_prompt(till, data):
    prompt = till("--training")
    ready(prompt, name="FACTICE caisse> ")
    prompt.enter("guide")
    prompt.enter("carte")
    prompt.see(r"^FACTICE : ticket d'exercice 1")
    assert tickets(data)[0]["training"]


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"VITRINE_PLAIN": "1"}])
def test_a_plain_till_goes_line_by_line(till, data, settings):
    prompt = till(**settings)
    ready(prompt)
    prompt.enter("guide 2")
    prompt.see(r"^  Total +10,00 €$")
    ready(prompt)
    prompt.enter("especes 20")
    prompt.see(r"À RENDRE  10,00 €")
    prompt.type("\x04")
    assert prompt.ended() == 0
    assert b"\x1b" not in prompt.written
    assert tickets(data)[0]["total"] == 1000


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_is_one_screen_and_nothing_is_wider_than_it(till, language):
    prompt = till("--lang", language)
    ready(prompt)
    prompt.enter("?")
    prompt.see("quitter" if language == "fr" else "quit")
    ready(prompt)
    assert len(prompt.scrolled) <= 2
    assert max(len(row) for row in prompt.rows) < 80
    assert all(re.match(r"  \S|\S|$|    ", row) for row in prompt.rows), prompt.text


def test_english_words_and_amounts(till, data):
    prompt = till(LANG="en_GB.UTF-8")
    ready(prompt)
    prompt.enter("honey 2")
    prompt.see(r"^  Total +€17\.00$")
    prompt.enter("cash 20")
    prompt.see(r"CHANGE  €3\.00")
    assert tickets(data)[0]["total"] == 1700


def test_a_long_basket_shows_its_end_and_its_total(till, data):
    for number in range(15):
        assert desk(data, "product", "add", f"article-{number:02}", "--label", f"Article {number}", "--price", "1").returncode == 0
    prompt = till()
    ready(prompt)
    prompt.enter(" ".join(f"article-{number:02}" for number in range(15)))
    prompt.see(r"^  Total +15,00 €$")
    prompt.see(r"^  … et \d+ au-dessus$")
    prompt.enter("carte")
    prompt.see(r"^Ticket 1 enregistré")
    assert len(tickets(data)[0]["lines"]) == 15
