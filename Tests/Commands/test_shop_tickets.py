"""Refunds, and receipts: on the screen, on a printer, as files."""

import json
import os
import shutil
import subprocess

import pytest
from shop import entries, open_shop, tickets
from vitrine_server import binary, desk


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = open_shop(tmp_path_factory.mktemp("shop") / "data")
    assert desk(folder, "sell", "miel-500", "2", "carte-postale", "3", "--cash", "50", "--counsellor", "ZB").returncode == 0
    return folder


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


def with_printer(data, printer: str, *arguments) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return subprocess.run(
        [binary().with_name("desk"), *arguments], capture_output=True, text=True, timeout=30,
        env=environment | {"LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(data), "VITRINE_PRINTER": printer})


def test_a_whole_ticket_is_given_back_the_way_it_was_paid(data):
    back = desk(data, "refund", "1", "--because", "erreur de saisie")
    assert back.returncode == 0
    assert "RENDRE  20,00" in back.stdout.replace("\xa0", " ") and "remboursement du ticket 1" in back.stdout
    refund = tickets(data)[1]
    assert refund["kind"] == "refund" and refund["refunds"] == 1 and refund["total"] == -2000
    assert refund["reason"] == "erreur de saisie" and refund["payments"][0]["method"] == "cash"
    receipt = desk(data, "ticket", "2").stdout
    assert "Remboursement du ticket 1" in receipt and "Motif : erreur de saisie" in receipt and "-20,00" in receipt


def test_one_article_of_a_line_is_given_back_another_way(data):
    assert desk(data, "refund", "1", "2x1", "--card", "--because", "tachée").returncode == 0
    refund = tickets(data)[1]
    assert [(line["product"], line["quantity"], line["refunds"]) for line in refund["lines"]] == [("carte-postale", -1, 1)]
    assert refund["payments"][0]["method"] == "card" and refund["total"] == -100


def test_what_was_paid_in_several_ways_asks_how_it_is_given_back(data):
    assert desk(data, "sell", "guide", "2", "--gift", "5", "--card").returncode == 0
    run = desk(data, "refund", "2", "--because", "erreur")
    assert run.returncode == 1 and "--gift" in run.stderr and "--card" in run.stderr
    assert desk(data, "refund", "2", "--card", "--because", "erreur").returncode == 0


def test_a_refund_without_a_reason_shows_the_lines(data):
    run = desk(data, "refund", "1")
    assert run.returncode == 1 and "1  2 × Miel" in run.stderr and "2  3 × Carte" in run.stderr
    assert len(tickets(data)) == 1
    trial = desk(data, "refund", "1", "2", "--because", "x", "--dry-run")
    assert trial.returncode == 0 and "Essai" in trial.stdout and len(tickets(data)) == 1


@pytest.mark.parametrize("columns", [42, 80])
def test_a_receipt_says_all_that_the_law_asks(data, columns):
    text = desk(data, "ticket", "1", "--width", columns).stdout
    assert max(map(len, text.splitlines())) <= columns
    entry = entries(data, "sale")[0]
    with_seal = json.loads(desk(data, "ticket", "1", "--json").stdout)
    for said in ["SIRET", "Ticket n° 1", "Caisse : caisse", "Servi par : ZB", "Miel de garrigue 500 g", "2 × 8,50 €", "TOTAL TTC",
                 "20,00 €", "Espèces", "50,00 €", "Rendu", "30,00 €", with_seal["seal"][:16], "Vitrine "]:
        assert said in text, said
    assert ("293 B" in text) == (entry["vat"][0]["rate"] == 0)


def test_a_receipt_is_a_page_and_its_file_is_told(data, tmp_path):
    page = tmp_path / "reçu.html"
    run = desk(data, "ticket", "--html", page)
    assert run.returncode == 0 and str(page) in run.stdout
    html = page.read_text()
    assert html.startswith("<!doctype html>") and "20,00" in html and "http" not in html
    assert desk(data, "ticket", "--html", tmp_path / "nowhere/x.html").returncode == 1
    assert desk(data, "ticket", "--html", "-").stdout.startswith("<!doctype html>")


def test_a_pdf_is_made_by_weasyprint_or_it_is_said_how_to_do_without(data, tmp_path):
    run = desk(data, "ticket", "--pdf", tmp_path / "r.pdf")
    if shutil.which("weasyprint"):
        assert run.returncode == 0, run.stderr
        assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    else:
        assert run.returncode == 1 and "weasyprint" in run.stderr and "--html" in run.stderr
        assert not (tmp_path / "r.pdf").exists()


def test_a_printer_is_a_command_or_a_device(data, tmp_path):
    paper = tmp_path / "paper"
    run = with_printer(data, f"cat > '{paper}'", "ticket", "--print")
    assert run.returncode == 0 and "Reçu imprimé" in run.stdout
    printed = paper.read_bytes()
    assert printed.startswith(b"\x1b@\x1bt\x13") and printed.endswith(b"\x1dV\x42\x00")
    assert "Rendu" in printed.decode("cp858") and "30,00 €" in printed.decode("cp858")
    device = tmp_path / "lp0"
    device.touch()
    assert with_printer(data, str(device), "sell", "guide", "--card", "--print").returncode == 0
    assert "Ticket n° 2" in device.read_bytes().decode("cp858")


def test_a_printer_that_fails_is_told_and_the_ticket_stands(data, tmp_path):
    run = with_printer(data, "false", "sell", "guide", "--card", "--print")
    assert run.returncode == 3 and "enregistré" in run.stderr and "desk ticket --print" in run.stderr
    assert len(tickets(data)) == 2
    gone = with_printer(data, str(tmp_path / "no/lp0"), "ticket", "--print")
    assert gone.returncode == 3 and "lp0" in gone.stderr
    none = desk(data, "sell", "guide", "--card", "--print")
    assert none.returncode == 1 and "VITRINE_PRINTER" in none.stderr and len(tickets(data)) == 2


def test_a_copy_is_an_entry_and_says_which_it_is(data, tmp_path):
    paper = tmp_path / "paper"
    for copy in (1, 2):
        run = with_printer(data, f"cat > '{paper}'", "ticket", "1", "--reprint", "--print")
        assert run.returncode == 0
        assert f"DUPLICATA n° {copy}" in paper.read_bytes().decode("cp858")
    assert [(entry["ticket"], entry["copy"]) for entry in entries(data, "reprint")] == [(1, 1), (1, 2)]


def test_an_original_is_given_while_the_ticket_is_the_last_then_it_is_a_copy(data, tmp_path):
    page = tmp_path / "r.html"
    assert desk(data, "ticket", "1", "--html", page).returncode == 0 and "DUPLICATA" not in page.read_text()
    assert desk(data, "sell", "guide", "--card").returncode == 0
    late = desk(data, "ticket", "1", "--html", page)
    assert late.returncode == 1 and "--reprint" in late.stderr
    assert desk(data, "ticket", "1", "--html", page, "--reprint").returncode == 0 and "DUPLICATA n° 1" in page.read_text()


def test_a_ticket_that_is_not_there_is_told(data):
    run = desk(data, "ticket", "99")
    assert run.returncode == 1 and "99" in run.stderr and run.stdout == ""
