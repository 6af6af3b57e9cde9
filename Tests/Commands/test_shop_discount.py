"""A discount on one product of a basket, in one line and at the prompt."""

import shutil

import pytest
from counter_prompt import CounterPrompt
from shop import entries, open_shop, tickets
from vitrine_server import desk


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return open_shop(tmp_path_factory.mktemp("shop") / "data")


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


def lines(ticket: dict) -> list[tuple]:
    return [(line["product"], line["quantity"], line["discount"], line.get("discount_reason")) for line in ticket["lines"]]


@pytest.mark.parametrize("words, sold", [
    (["guide", "2", "-10%", "carte-postale", "3"], [("guide", 2, 100, "corné"), ("carte-postale", 3, 0, None)]),
    (["guide", "carte-postale", "3", "-1.50"], [("guide", 1, 0, None), ("carte-postale", 3, 150, "corné")]),
    (["2", "guide", "-0,50€"], [("guide", 2, 50, "corné")]),
    (["guide", "-10%", "2"], [("guide", 2, 100, "corné")]),
    (["guide", "guide", "-100%"], [("guide", 1, 0, None), ("guide", 1, 500, "corné")]),
    (["3760123450018", "-12,5%"], [("miel-500", 1, 106, "corné")]),
])
def test_what_follows_a_product_with_a_minus_is_taken_off_its_line_alone(data, words, sold):
    run = desk(data, "sell", *words, "--because", "corné", "--card")
    assert run.returncode == 0, run.stderr
    assert "remise (corné)" in run.stdout
    assert lines(tickets(data)[0]) == sold


def test_a_line_and_the_whole_may_both_have_one(data):
    run = desk(data, "sell", "guide", "2", "-10%", "carte-postale", "--discount", "1.00", "--because", "fin de saison", "--card")
    assert run.returncode == 0, run.stderr
    (ticket,) = tickets(data)
    assert ticket["total"] == 1000 - 100 + 100 - 100
    assert sum(line["discount"] for line in ticket["lines"]) == 200
    assert {line["discount_reason"] for line in ticket["lines"]} == {"fin de saison"}


def test_a_basket_put_aside_keeps_it(data):
    assert desk(data, "sell", "guide", "-2.00", "--because", "corné", "--park", "chapeau").returncode == 0
    assert desk(data, "sell", "--resume", "chapeau", "--card").returncode == 0
    assert lines(tickets(data)[0]) == [("guide", 1, 200, "corné")]


@pytest.mark.parametrize("arguments, told", [
    (["guide", "-10%"], "raison"),
    (["-10%", "guide", "--because", "x"], "suit le produit"),
    (["2", "-10%", "guide", "--because", "x"], "suit le produit"),
    (["guide", "-10%", "-5%", "--because", "x"], "une fois"),
    (["guide", "-5.01", "--because", "x"], "trop"),
    (["guide", "-101%", "--because", "x"], "de 0,01 à 100"),
    (["guide", "-1.999", "--because", "x"], "1.999"),
    (["guide", "-0.00", "--because", "x"], "remise"),
    (["guide", "-2"], "-2 guide ne se vend pas"),
])
def test_one_that_cannot_be_is_refused_and_nothing_is_sealed(data, arguments, told):
    before = entries(data)
    run = desk(data, "sell", *arguments, "--card")
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert told in run.stderr.replace("\xa0", " "), run.stderr
    assert entries(data) == before


def test_a_reason_without_a_discount_is_a_misuse(data):
    run = desk(data, "sell", "guide", "--because", "x", "--card")
    assert run.returncode == 2 and "-10%" in run.stderr


def test_at_the_prompt_it_follows_the_product_or_names_it(data, tmp_path):
    with CounterPrompt(data, "sell", state=tmp_path / "state") as prompt:
        prompt.see_prompt("", prompt="caisse> ")
        prompt.type("guide 2 -10% corné")
        prompt.see(r"^\+ 2 × Guide 5,00 € -10 %$")
        prompt.type("\r")
        prompt.see(r"^  Total +9,00 €$")
        prompt.enter("carte-postale 3")
        prompt.enter("remise carte-postale 1.00 tachées")
        prompt.see(r"^      remise \(tachées\) +-1,00 €$")
        prompt.see(r"^  Total +11,00 €$")
        prompt.enter("remise guide")
        prompt.see(r"^  Total +12,00 €$")
        for line, told in [("garrigue -10%", r"^Une remise a une raison"), ("remise affiche 10% x", r"^« affiche » n'est pas dans le panier"),
                           ("remise guide 900% x", r"^Cette remise ne va pas")]:
            prompt.enter(line)
            prompt.see(told)
            prompt.see_prompt(line, prompt="caisse> ")
            prompt.type("\x15")
        prompt.enter("garrigue 2 -50% dernier pot")
        prompt.see(r"^      remise \(dernier pot\) +-8,50 €$")
        prompt.enter("carte")
        prompt.see(r"^Ticket 1 enregistré")
    assert lines(tickets(data)[0]) == [
        ("guide", 2, 0, None), ("carte-postale", 3, 100, "tachées"), ("miel-500", 2, 850, "dernier pot")]
