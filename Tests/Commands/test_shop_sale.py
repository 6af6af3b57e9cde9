"""Selling in one line, with the real command and a real register."""

import json
import shutil

import pytest
from shop import cents, entries, tickets
from vitrine_server import desk


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


def test_a_sale_in_one_line_is_sealed_and_says_its_total_its_change_its_number_and_how_to_undo_it(data):
    assert desk(data, "stock", "in", "miel-500", "24").returncode == 0
    sold = desk(data, "sell", "miel-500", "2", "carte-postale", "3", "--cash", "50")
    assert sold.returncode == 0 and sold.stderr == ""
    text = sold.stdout.replace("\xa0", " ")
    assert "2 × Miel de garrigue 500 g" in text and "3 × Carte postale" in text
    assert "Total" in text and "20,00 €" in text
    assert "À RENDRE  30,00 €" in text
    assert "Ticket 1 enregistré." in text and "desk refund 1" in text and "desk ticket 1 --print" in text
    (ticket,) = tickets(data)
    assert ticket["kind"] == "sale" and ticket["total"] == 2000
    assert [(line["product"], line["quantity"]) for line in ticket["lines"]] == [("miel-500", 2), ("carte-postale", 3)]
    assert ticket["payments"] == [{"method": "cash", "amount": 5000, "change": 3000}]


def test_a_barcode_is_a_product_and_a_bare_method_takes_the_exact_amount(data):
    assert desk(data, "sell", "3760123450018", "--card").returncode == 0
    assert desk(data, "sell", "guide", "--cash").returncode == 0
    first, second = tickets(data)
    assert first["lines"][0]["product"] == "miel-500" and first["payments"][0]["amount"] == 850
    assert second["payments"] == [{"method": "cash", "amount": 500, "change": 0}]


@pytest.mark.parametrize("words, lines", [
    (["2", "guide"], [("guide", 2)]),
    (["guide", "x3", "2", "miel-500", "carte-postale"], [("guide", 3), ("miel-500", 2), ("carte-postale", 1)]),
    (["guide", "guide", "2"], [("guide", 3)]),
])
def test_quantities_stand_behind_or_before_and_a_product_has_one_line(data, words, lines):
    assert desk(data, "sell", *words, "--card").returncode == 0
    assert [(line["product"], line["quantity"]) for line in tickets(data)[0]["lines"]] == lines


def test_mixed_payments_are_kept_each_and_change_comes_from_cash(data):
    sold = desk(data, "sell", "miel-500", "2", "--gift", "5", "--ancv", "10", "--cash", "20")
    assert sold.returncode == 0
    payments = {payment["method"]: payment for payment in tickets(data)[0]["payments"]}
    assert {method: payment["amount"] for method, payment in payments.items()} == {
        "gift-voucher": 500, "holiday-voucher": 1000, "cash": 2000}
    assert payments["cash"]["change"] == 1800
    assert desk(data, "sell", "guide", "2", "--card", "--cheque", "4", "--lang", "en").returncode == 0
    assert {payment["method"]: payment["amount"] for payment in tickets(data)[1]["payments"]} == {"cheque": 400, "card": 600}


def test_a_discount_is_taken_off_with_its_reason(data):
    sold = desk(data, "sell", "guide", "2", "--discount", "10%", "--because", "coin abîmé", "--card")
    assert sold.returncode == 0 and "remise (coin abîmé)" in sold.stdout
    assert desk(data, "sell", "guide", "--discount", "2,00", "--because", "fidèle", "--card").returncode == 0
    first, second = tickets(data)
    assert (first["total"], first["lines"][0]["discount"], first["lines"][0]["discount_reason"]) == (900, 100, "coin abîmé")
    assert second["total"] == 300


def test_a_sale_that_takes_the_stock_below_zero_says_so_and_is_made(data):
    """Only of what is followed in stock, and not when it is for practice."""
    assert desk(data, "stock", "in", "miel-500", "2").returncode == 0
    enough = desk(data, "sell", "miel-500", "2", "guide", "9", "--card")
    assert enough.returncode == 0 and enough.stderr == ""
    assert desk(data, "sell", "miel-500", "3", "--card", "--training").stderr == ""
    short = desk(data, "sell", "guide", "3760123450018", "--card")
    assert short.returncode == 0
    assert short.stderr == "Stock de miel-500 : -1. La vente est faite ; comptez ce qui reste : desk stock take miel-500 N\n"
    assert "miel-500: -2" in desk(data, "sell", "miel-500", "--card", lang="en_GB.UTF-8").stderr
    assert json.loads(desk(data, "stock", "list", "--json").stdout)[0]["stock"] == -2
    assert desk(data, "stock", "take", "miel-500", "30").returncode == 0
    assert desk(data, "sell", "miel-500", "30", "--card").stderr == ""
    assert len(tickets(data)) == 5


def test_a_sale_is_linked_to_the_visit_just_recorded(data):
    assert desk(data, "sell", "guide", "--card", "--visit", "last").returncode == 1
    visit = json.loads(desk(data, "visit", "34", "2", "rando", "--json").stdout)["id"]
    assert desk(data, "sell", "guide", "--card", "--visit", "last").returncode == 0
    assert desk(data, "sell", "guide", "--card", "--visit", visit[:18]).returncode == 0
    assert [ticket["visit"] for ticket in tickets(data)] == [visit, visit]
    unknown = desk(data, "sell", "guide", "--card", "--visit", "0199")
    assert unknown.returncode == 1 and len(tickets(data)) == 2


def test_the_visit_a_sale_came_from_is_told_and_one_taken_back_is_none(data):
    first = json.loads(desk(data, "visit", "34", "2", "rando", "--json").stdout)["id"]
    second = json.loads(desk(data, "visit", "75", "4", "--json").stdout)["id"]
    sold = desk(data, "sell", "guide", "--card", "--visit", "last")
    assert "Liée à la visite : aujourd'hui" in sold.stdout and "Paris" in sold.stdout
    assert desk(data, "undo").returncode == 0
    after = desk(data, "sell", "guide", "--card", "--visit", "last")
    assert "Hérault" in after.stdout, "the last one that counts"
    gone = desk(data, "sell", "guide", "--card", "--visit", second)
    assert gone.returncode == 1 and "n'est pas une visite qui compte" in gone.stderr
    assert [ticket["visit"] for ticket in tickets(data)] == [second, first], "a sale stands, whatever becomes of its visit"
    assert "Linked to the visit: today" in desk(data, "sell", "guide", "--card", "--visit", "last", lang="en_GB.UTF-8").stdout
    assert desk(data, "refund", "1", "--because", "erreur").returncode == 0
    assert desk(data, "till", "verify").returncode == 0


def test_a_basket_is_put_aside_and_taken_back_once(data):
    parked = desk(data, "sell", "guide", "2", "--park", "dame au chapeau")
    assert parked.returncode == 0 and "desk sell --resume 'dame au chapeau' --card" in parked.stdout
    assert desk(data, "sell", "carte-postale", "--park", "enfants").returncode == 0
    assert tickets(data) == []
    which = desk(data, "sell", "--resume", "--card")
    assert which.returncode == 1 and "dame au chapeau" in which.stderr and "enfants" in which.stderr
    short = desk(data, "sell", "--resume", "dame", "--cash", "2")
    assert short.returncode == 1 and tickets(data) == []
    assert desk(data, "sell", "--resume", "dame", "carte-postale", "--cash", "20").returncode == 0
    assert [(line["product"], line["quantity"]) for line in tickets(data)[0]["lines"]] == [("guide", 2), ("carte-postale", 1)]
    assert desk(data, "sell", "--resume", "--card").returncode == 0
    empty = desk(data, "sell", "--resume", "--card")
    assert empty.returncode == 1 and "Rien n'a été mis de côté" in empty.stderr
    assert [ticket["total"] for ticket in tickets(data)] == [1100, 100]


def test_practice_has_its_own_numbers_and_says_that_it_is_practice(data):
    assert desk(data, "sell", "guide", "--card").returncode == 0
    sold = desk(data, "sell", "guide", "--card", "--training")
    assert sold.returncode == 0 and "FACTICE" in sold.stdout and "exercice 1" in sold.stdout
    assert [(ticket["number"], ticket["training"]) for ticket in tickets(data)][1][1] is True
    assert "FACTICE" in desk(data, "ticket", "--training").stdout
    assert "FACTICE" not in desk(data, "ticket").stdout


def test_a_trial_says_what_it_would_be_and_seals_nothing(data):
    before = len(entries(data))
    trial = desk(data, "sell", "guide", "3", "--cash", "20", "--dry-run")
    assert trial.returncode == 0
    assert "15,00" in trial.stdout and "5,00" in trial.stdout and "Essai : rien n'a été enregistré." in trial.stdout
    assert desk(data, "sell", "guide", "--dry-run").returncode == 0
    assert json.loads(desk(data, "sell", "guide", "3", "--cash", "20", "--dry-run", "--json").stdout)["total"] == 1500
    assert len(entries(data)) == before


def test_a_program_gets_the_sealed_entry(data):
    entry = json.loads(desk(data, "sell", "guide", "--cash", "10", "--json", "--counsellor", "ZB").stdout)
    assert entry["kind"] == "sale" and entry["counsellor"] == "ZB" and len(entry["seal"]) == 64
    assert entry["content"]["total"] == 500 and entry["content"]["payments"][0]["change"] == 500
    assert json.loads(desk(data, "ticket", "--json").stdout) == entry


def test_without_payment_the_basket_is_told_and_nothing_sold(data):
    told = desk(data, "sell", "guide", "2")
    assert told.returncode == 1 and "10,00" in told.stderr and "Comment est-ce payé" in told.stderr
    assert tickets(data) == []


def test_a_note_is_recalled_from_twenty_five_euros_on(data):
    assert "prestation" in desk(data, "sell", "affiche", "--card").stdout
    assert "prestation" not in desk(data, "sell", "guide", "4", "--card").stdout


def test_english_speaks_english(data):
    sold = desk(data, "sell", "miel-500", "--cash", "10", lang="en_GB.UTF-8")
    assert "CHANGE  €1.50" in sold.stdout and "Ticket 1 recorded." in sold.stdout and "To undo it: desk refund 1" in sold.stdout


@pytest.mark.parametrize("arguments", [
    ["miel-500", "3", "guide", "2", "affiche", "--cash", "200"],
    ["miel-500", "7", "carte-postale", "9", "--discount", "12,5%", "--because", "fin de saison", "--gift", "10", "--cash", "70"],
    ["affiche", "33", "--discount", "0.01", "--because", "arrondi", "--card"],
])
def test_what_is_printed_adds_up(data, arguments):
    """Lines to the total, net and VAT to the gross of each rate, payments less change to the total."""
    assert desk(data, "sell", *arguments).returncode == 0
    rows = desk(data, "ticket").stdout.splitlines()
    rules = [at for at, row in enumerate(rows) if set(row) == {"-"}]
    articles, payments, rates = (rows[start + 1:end] for start, end in zip(rules[1:], rules[2:], strict=False))
    amounts = [cents(row[-12:]) for row in articles if row.startswith("  ")]
    total = cents(payments[0][-12:])
    assert sum(amounts) == total == tickets(data)[0]["total"]
    paid = [(row.startswith("Rendu"), cents(row[-12:])) for row in payments[1:]]
    assert sum(-amount if back else amount for back, amount in paid) == total
    if rates[0].split() == ["Taux", "HT", "TVA", "TTC"]:
        table = [[cents(cell) for cell in row.replace("\xa0", " ").split("%")[1].split("€")[:3]] for row in rates[1:]]
        assert all(net + vat == gross for net, vat, gross in table)
        assert sum(gross for _, _, gross in table) == total
    else:
        assert "293 B" in "".join(rates)


def test_no_line_is_wider_than_the_terminal(data):
    assert desk(data, "product", "add", "long", "--label", "Le très long nom d’un article de la boutique, en entier", "--price", "999999.99").returncode == 0
    sold = desk(data, "sell", "long", "--card", "--dry-run")
    assert sold.returncode == 0
    assert max(len(line) for line in sold.stdout.splitlines()) <= 80


