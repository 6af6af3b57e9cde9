"""What comes in, goes out and belongs to somebody else: stock, depositors and their statements."""

import csv
import io

import pytest
from till_office import TillDesk, copied, office


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    folder = office(tmp_path_factory.mktemp("shop"))
    TillDesk(folder).on("2026-07-01").shop()
    return folder


@pytest.fixture
def till(left, tmp_path):
    return TillDesk(copied(left, tmp_path / "data"))


def stock(till) -> dict:
    return {row["product"]: row["stock"] for row in till.json("stock", "list")}


def test_stock_follows_deliveries_sales_returns_losses_and_counts(till):
    assert "miel : 24 entrés. En stock : 24." in till.done("stock", "in", "miel", "24")
    till.done("sell", "miel", "4", "--card")
    till.done("refund", "1", "1x1", "--card", "--because", "pot fêlé")
    assert "En stock : 20." in till.done("stock", "loss", "miel", "1", "--because", "pot fêlé")
    assert stock(till) == {"miel": 20}
    assert till.json("stock", "take", "miel", "18")["stock"] == 18
    assert "18  miel  Miel" in till.done("stock", "list")


def test_stock_below_zero_is_a_warning_and_blocks_nothing(till):
    till.done("sell", "miel", "3", "--card")
    assert stock(till) == {"miel": -3}
    assert "! sous zéro" in till.done("stock", "list")
    run = till("stock", "loss", "miel", "1", "--because", "volé")
    assert run.returncode == 0 and "sous zéro" in run.stderr
    till.done("sell", "miel", "--card")


@pytest.mark.parametrize("arguments, code", [
    (["in", "inconnu", "3"], 1), (["in", "miel", "0"], 1), (["in", "miel", "trois"], 2), (["loss", "miel", "1"], 2),
    (["loss", "miel", "1", "--because", ""], 1), (["take", "miel", "10001000"], 1),
])
def test_stock_that_cannot_be_is_refused(till, arguments, code):
    assert till.refused("stock", *arguments, code=code)


def test_depositors_are_added_changed_and_listed(till):
    assert till.json("depositor", "list") == [{"code": "potier", "name": "Poterie du Pont", "mandate": "depositor",
                                               "commission": 2000, "taxed": False, "archived": False}]
    told = till.done("depositor", "edit", "potier", "--commission", "12,5%")
    assert "Poterie du Pont, commission 12,5 %, vendu en son nom, sans TVA" in told
    assert "archivé" in till.done("depositor", "edit", "potier", "--archived")
    assert "est déjà Poterie du Pont" in till.refused(
        "depositor", "add", "potier", "--name", "Autre", "--mandate", "office", "--commission", "5%", "--taxed")
    assert "Il faut --name" in till.refused("depositor", "add", "luthier", "--name", "Luthier", code=2)
    assert "Rien à changer" in till.refused("depositor", "edit", "potier", code=2)
    assert "Connus : potier" in till.refused("depositor", "edit", "inconnu", "--commission", "5%")
    assert "n'est pas une commission" in till.refused("depositor", "edit", "potier", "--commission", "beaucoup")


def test_a_statement_says_what_was_sold_kept_and_due(till, tmp_path):
    till.done("sell", "bol", "3", "guide", "--card")
    till.on("2026-07-20").done("refund", "1", "1x1", "--card", "--because", "ébréché")
    till.done("sell", "bol", "--card", "--training")
    till.on("2026-08-02").done("sell", "bol", "--card")
    july = ("potier", "--from", "2026-07-01", "--to", "2026-07-31")
    statement = till.json("depositor", "statement", *july)
    assert [(line["product"], line["quantity"], line["gross"], line["commission"]) for line in statement["lines"]] == [
        ("bol", 2, 6000, 1200)]
    # Three were sold on one day, one came back on another: 1800 and -600 of commission, each with its VAT.
    assert (statement["gross"], statement["commission"], statement["commission_vat"], statement["due"]) == (6000, 1200, 200, 4800)
    page = till.done("depositor", "statement", *july, "--html", tmp_path / "r.html")
    for said in ["RELEVÉ DE DÉPÔT-VENTE", "Poterie du Pont", "Du 01/07/2026 au 31/07/2026", "Vendu au nom du déposant",
                 "À verser au déposant", "48,00 €", "Commission : 20 %"]:
        assert said in page, f"{said}\n{page}"
    assert all(len(line) <= 80 for line in page.split("\n") if str(tmp_path) not in line), page
    assert "Poterie du Pont" in (tmp_path / "r.html").read_text()
    rows = list(csv.DictReader(io.StringIO(till.done("depositor", "statement", *july, "--csv"))))
    assert [(row["product"], row["gross"], row["due"]) for row in rows] == [("bol", "6000", "4800")]


def test_a_statement_is_over_all_tills_and_names_them(till):
    for name, quantity in (("musee", "2"), ("caisse", "1")):
        till.done("sell", "bol", quantity, "--card", "--till", name)
    july = ("statement", "potier", "--from", "2026-07-01", "--to", "2026-07-31")
    whole, alone = till.json("depositor", *july), till.json("depositor", *july, "--till", "musee")
    assert (whole["tills"], whole["gross"], whole["commission"], whole["due"]) == (["caisse", "musee"], 9000, 1800, 7200)
    assert (alone["tills"], alone["gross"], alone["due"]) == (["musee"], 6000, 4800)
    assert "Du 01/07/2026 au 31/07/2026, caisses caisse, musee\n" in till.done("depositor", *july)
    assert "au 31/07/2026, caisse musee\n" in till.done("depositor", *july, "--till", "musee")


def test_terms_that_changed_hold_for_what_is_sold_afterwards(till):
    till.done("sell", "bol", "--card")
    till.done("depositor", "edit", "potier", "--commission", "50%")
    till.done("sell", "bol", "--card")
    statement = till.json("depositor", "statement", "potier", "--from", "2026-07-01", "--to", "2026-07-31")
    assert statement["commission"] == 600 + 1500


def test_a_depositor_who_sold_nothing_has_an_empty_statement_and_an_unknown_one_none(till):
    assert "Rien n’a été vendu." in till.done("depositor", "statement", "potier", "--from", "2026-01-01", "--to", "2026-01-31")
    assert "Aucun déposant « inconnu »" in till.refused("depositor", "statement", "inconnu")
