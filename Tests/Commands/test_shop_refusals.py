"""What a till refuses: a clear sentence, exit code 1, and nothing recorded."""

import shutil

import pytest
from shop import entries
from vitrine_server import desk


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


@pytest.mark.parametrize("arguments, told", [
    (["guide", "0", "--card"], "0"),
    (["guide", "-1", "--card"], "-1"),
    (["guide", "10000x", "--card"], "10000"),
    (["guide", "10000", "--card"], "de 1 à 9999"),
    (["guide", "1,5", "--card"], "entier"),
    (["guidr", "--card"], "guide"),
    (["mile-500", "--card"], "miel-500"),
    (["zzzzzz", "--card"], "desk product list"),
    (["9999999999999", "--card"], "9999999999999"),
    (["plan", "--card"], "archivé"),
    (["guide", "--cash", "4"], "1,00"),
    (["guide", "--card", "3", "--cash", "1"], "1,00"),
    (["guide", "--card", "10"], "5,00"),
    (["guide", "--ancv", "10"], "5,00"),
    (["guide", "--card", "5", "--cash", "5"], "trop"),
    (["guide", "--cash", "0"], "0,01"),
    (["guide", "--cash=-5"], "0,01"),
    (["guide", "--card", "--cheque"], "reste"),
    (["guide", "--discount", "10%", "--card"], "raison"),
    (["guide", "--discount", "6.00", "--because", "x", "--card"], "remise"),
    (["guide", "--discount", "110%", "--because", "x", "--card"], "remise"),
    (["guide", "--discount", "peu", "--because", "x", "--card"], "peu"),
    (["--card"], "panier est vide"),
    (["affiche", "9999", "miel-500", "9999", "carte-postale", "9999", "affiche", "9999", "affiche", "9999", "affiche", "9999", "--card"], ""),
])
def test_a_sale_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_sealed(data, arguments, told):
    before = entries(data)
    run = desk(data, "sell", *arguments)
    assert run.returncode == 1, run.stdout + run.stderr
    assert run.stdout == ""
    assert told in run.stderr.replace("\xa0", " ")
    assert entries(data) == before


@pytest.mark.parametrize("arguments", [
    ["product", "add", "x", "--label", "X", "--price", "0"],
    ["product", "add", "x", "--label", "X", "--price", "1000000"],
    ["product", "add", "x", "--label", "X", "--price=-1"],
    ["product", "add", "x", "--label", "X", "--price", "1.999"],
    ["product", "add", "x", "--label", "X", "--price", "cher"],
    ["product", "add", "x", "--label", "", "--price", "1"],
    ["product", "add", "Élan", "--label", "X", "--price", "1"],
    ["product", "add", "1234", "--label", "X", "--price", "1"],
    ["product", "add", "guide", "--label", "X", "--price", "1"],
    ["product", "add", "x", "--label", "X", "--price", "1", "--barcode", "3760123450018"],
    ["product", "add", "x", "--label", "X", "--price", "1", "--depositor", "personne"],
    ["product", "edit", "guidr", "--price", "1"],
    ["product", "archive", "guidr"],
])
def test_a_product_that_cannot_be_is_refused(data, arguments):
    before = entries(data)
    run = desk(data, *arguments)
    assert run.returncode == 1 and run.stdout == "" and run.stderr
    assert entries(data) == before


def test_a_refund_goes_back_once_and_never_of_a_refund(data):
    assert desk(data, "sell", "guide", "2", "carte-postale", "--card").returncode == 0
    assert desk(data, "refund", "1", "--because", "erreur").returncode == 0
    before = entries(data)
    for arguments, told in [
        (["1", "--because", "encore"], "remboursé"),
        (["2", "--because", "retour"], "remboursement"),
        (["7", "--because", "inconnu"], "7"),
        (["1"], "raison"),
    ]:
        run = desk(data, "refund", *arguments)
        assert run.returncode == 1 and told in run.stderr, run.stderr
    assert entries(data) == before


def test_a_part_given_back_is_not_given_back_again(data):
    assert desk(data, "sell", "guide", "3", "carte-postale", "--card").returncode == 0
    assert desk(data, "refund", "1", "1x2", "--because", "deux de trop").returncode == 0
    before = entries(data)
    for line in ["1x2", "3", "0", "x", "1x0", "1x-1"]:
        run = desk(data, "refund", "1", line, "--because", "encore")
        assert run.returncode == 1 and run.stderr, line
    assert entries(data) == before
    assert desk(data, "refund", "1", "--because", "le reste").returncode == 0
    assert sum(entry["total"] for entry in entries(data, "sale", "refund")) == 0


def test_a_closed_day_takes_nothing_more(data):
    assert desk(data, "sell", "guide", "--card").returncode == 0
    assert desk(data, "till", "close", "--yes").returncode == 0
    before = entries(data)
    for arguments in [["sell", "guide", "--card"], ["refund", "1", "--because", "erreur"]]:
        run = desk(data, *arguments)
        assert run.returncode == 1 and "clôtur" in run.stderr, run.stderr
    assert entries(data) == before


@pytest.mark.parametrize("arguments", [
    ["sell", "guide", "--cash", "20", "--credit"],
    ["sell", "guide", "--because", "rien"],
    ["sell", "guide", "--park", "x", "--cash", "5"],
    ["sell", "guide", "--card", "--till", "é"],
    ["ticket", "--width", "60"],
    ["product", "add", "guide2"],
    ["product", "edit", "guide"],
    ["product", "add", "x", "--label", "X", "--price", "1", "--vat", "zero"],
    ["refund", "1", "--card", "--cash", "--because", "x"],
])
def test_a_misuse_is_told_with_exit_code_two(data, arguments):
    before = entries(data)
    run = desk(data, *arguments)
    assert run.returncode == 2 and run.stdout == "" and "Aide" in run.stderr
    assert "alue" not in run.stderr, "it is told in French"
    assert entries(data) == before


def test_a_key_that_is_gone_is_told_loudly_and_nothing_is_sold(data):
    (data / "till/key-1").unlink()
    before = entries(data)
    run = desk(data, "sell", "guide", "--card")
    assert run.returncode in (1, 3) and "clé" in run.stderr
    assert entries(data) == before and not (data / "till/key-1").exists()
