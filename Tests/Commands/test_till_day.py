"""The till's day, from the cash put into the drawer in the morning to the closure of the year."""

import json
import re

import pytest
from till_office import TillDesk, copied, office


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    folder = office(tmp_path_factory.mktemp("till"))
    TillDesk(folder).on("2026-07-01").shop()
    return folder


@pytest.fixture
def till(left, tmp_path):
    return TillDesk(copied(left, tmp_path / "data"))


def test_a_day_goes_from_the_drawer_opened_to_its_z(till):
    assert "Caisse ouverte, aujourd'hui : 50,00 € dans le tiroir." in till.done("till", "open", "--float", "50")
    till.done("sell", "guide", "2", "--cash", "30")
    till.done("sell", "miel", "--card")
    assert "20,00 € sortis du tiroir" in till.done("till", "move", "-20", "--because", "remise en banque")
    status = till.done("till", "status")
    assert "2 tickets, 32,50 €" in status and re.search(r"Espèces attendues +54,00 €", status)
    told = till.done("till", "count", "53.50", "--note", "pièce perdue")
    assert "Compté, aujourd'hui : 53,50 €, attendu 54,00 € : il manque 0,50 €." in told
    z = till.done("till", "close", "--yes")
    for said in ["CLÔTURE JOURNALIÈRE (Z) N° 1", "Journée du 14/07/2026", "Office d’Exemple", "73282932000074", "Total TTC",
                 "32,50 €", "Écart", "-0,50 €", "Espèces : il manque 0,50 €.", "Sceau"]:
        assert said in z, f"{said}\n{z}"
    assert all(len(line) <= 42 for line in z.split("Sceau :")[0].split("\n"))
    assert "aujourd'hui : close." in till.done("till", "status")
    closure = till.json("till", "status")["last_closure"]
    assert (closure["total"], closure["cash_expected"], closure["cash_counted"], closure["year_total"]) == (3250, 5400, 5350, 3250)


def test_more_cash_taken_out_than_there_should_be_is_told(till):
    run = till("till", "move", "-20", "--because", "remise en banque")
    assert run.returncode == 0 and "desk till open --float" in run.stderr
    till.done("till", "open", "--float", "50")
    assert till("till", "move", "-20", "--because", "remise en banque").stderr == ""


def test_what_is_closed_is_told_with_its_date_in_words(till):
    till.done("sell", "guide", "--card")
    till.done("till", "close", "--yes")
    assert till.refused("sell", "guide", "--card").startswith("La journée du 14 juillet 2026 est clôturée")
    till.on("2026-08-01").done("sell", "guide", "--card")
    till.done("till", "close", "--month", "2026-07", "--yes")
    assert till.refused("till", "close", "--month", "2026-07", "--yes").startswith("Le mois de juillet 2026 est déjà clôturé.")
    assert till.refused("till", "close", "--month", "2026-08", "--yes").startswith("Le mois d'août 2026 n'est pas fini.")
    told = till.on("2026-09-01").refused("till", "close", "--month", "2026-08", "--yes")
    assert "reste ouvert 1er août 2026." in told and "« desk till close --day 2026-08-01 »" in told
    till.lang = "en_GB.UTF-8"
    assert "August 2026 can't be closed before 1 August 2026." in till.refused("till", "close", "--month", "2026-08", "--yes")


def test_the_drawer_is_counted_piece_by_piece(till):
    till.done("till", "open", "--float", "50")
    record = till.json("till", "count", "--pieces", "20x2 5x1 0,50x10")["content"]
    assert record["count"]["counted"] == 5000
    assert record["count"]["pieces"] == {"2000": 2, "500": 1, "50": 10}
    assert "« 3x2 »" in till.refused("till", "count", "--pieces", "20x1 3x2")
    assert "desk till count 312.40" in till.refused("till", "count", code=2)


def test_a_closure_shows_its_totals_before_it_asks_and_asks_somebody(till):
    till.done("sell", "guide", "--card")
    told = till.refused("till", "close")
    assert "Total TTC" in told and "12,00 €" in told and "--yes" in told
    assert till.json("till", "close", "--yes")["content"]["total"] == 1200


def test_a_closure_that_is_made_can_be_shown_again(till, tmp_path):
    assert "n'est pas clôturée" in till.refused("till", "z", "--day", "2026-07-14")
    assert "Aucune journée n'a été close" in till.refused("till", "z")
    till.done("till", "open", "--float", "50")
    till.done("sell", "guide", "--card")
    z = till.done("till", "close", "--yes")
    shown = till.done("till", "z")
    assert "CLÔTURE JOURNALIÈRE (Z) N° 1" in shown and z.startswith(shown.rstrip("\n"))
    assert "till z --day 2026-07-14" in till.refused("till", "close", "--day", "2026-07-14")
    entry = till.json("till", "z", "--day", "2026-07-14", "--html", tmp_path / "z.html")
    assert entry["content"]["total"] == 1200 and "n° 1" in (tmp_path / "z.html").read_text()
    assert "n'est pas clôturé" in till.refused("till", "z", "--month", "2026-07")


def test_what_can_t_be_closed_is_refused_before_anything_is_shown_or_asked(till):
    till.on("2026-07-14").done("sell", "guide", "--card")
    told = till.on("2026-08-02").refused("till", "close", "--month", "2026-07")
    assert "14 juillet 2026" in told and "Total" not in told and "--yes" not in told


def test_a_page_that_can_t_be_written_is_told_before_something_is_sealed(till, tmp_path):
    till.done("sell", "guide", "--card")
    nowhere = tmp_path / "nowhere" / "z.html"
    assert "ne peut pas être écrit" in till.refused("till", "close", "--yes", "--html", nowhere)
    assert till.json("till", "status")["last_closure"] is None
    assert "ne peut pas être écrit" in till.refused("ticket", "1", "--reprint", "--html", nowhere)
    assert "ne peut pas être écrit" in till.refused("ticket", "1", "--reprint", "--html", tmp_path)
    till.done("ticket", "1", "--reprint", "--html", tmp_path / "copy.html")
    assert "DUPLICATA n° 1" in (tmp_path / "copy.html").read_text().replace("\u00a0", " ")


def test_what_costs_nothing_needs_no_payment(till):
    entry = till.json("sell", "guide", "--discount", "100%", "--because", "lot du concours")
    assert (entry["content"]["total"], entry["content"]["payments"]) == (0, [])


def test_a_wrong_count_is_corrected_after_the_closure_and_the_closure_stays(till):
    till.done("till", "open", "--float", "50")
    till.done("till", "count", "40")
    z = till.json("till", "close", "--yes")
    told = till.done("till", "count", "50", "--day", "2026-07-14", "--note", "un billet sous le tiroir")
    assert "le compte est juste" in told and "corrige celui d'avant" in told
    assert till.json("till", "status")["last_closure"] == z["content"]
    assert z["content"]["cash_counted"] == 4000


def test_nothing_enters_a_closed_day(till):
    till.done("sell", "guide", "--card")
    till.done("till", "close", "--yes")
    for order in [("sell", "guide", "--card"), ("till", "open", "--float", "5"), ("till", "move", "5", "--because", "monnaie"),
                  ("refund", "1", "--card", "--because", "rendu"), ("till", "close", "--yes")]:
        assert "clôtur" in till.refused(*order), order
    till.on("2026-07-15").done("sell", "guide", "--card")


def test_a_month_needs_its_days_and_a_year_its_months(till):
    till.done("sell", "guide", "--card")
    till.on("2026-07-20").done("sell", "guide", "2", "--card")
    assert "2026-07-14" in till.done("till", "status") and "À clore" in till.done("till", "status")
    till.on("2026-08-01").done("sell", "miel", "--card")
    assert "2026-07-14" in till.refused("till", "close", "--month", "2026-07", "--yes")
    till.done("till", "close", "--day", "2026-07-14", "--yes")
    till.done("till", "close", "--day", "2026-07-20", "--yes")
    month = till.json("till", "close", "--month", "2026-07", "--yes")["content"]
    assert (month["total"], month["tickets"], month["number"]) == (3600, 2, 1)
    assert [(rate["rate"], rate["vat"]) for rate in month["vat"]] == [(2000, 600)]
    till.on("2027-01-02")
    assert "2026-08" in till.refused("till", "close", "--year", "2026", "--yes")
    till.done("till", "close", "--day", "2026-08-01", "--yes")
    till.done("till", "close", "--month", "2026-08", "--yes")
    year = till.done("till", "close", "--year", "2026", "--yes")
    assert "CLÔTURE ANNUELLE N° 1" in year and "44,50 €" in year
    assert "clôtur" in till.refused("till", "close", "--day", "2026-07-02", "--yes")


def test_a_z_is_a_page_to_print_too(till, tmp_path):
    till.done("sell", "guide", "--card")
    till.done("till", "close", "--yes", "--html", tmp_path / "z.html")
    page = (tmp_path / "z.html").read_text()
    assert page.startswith("<!doctype html>") and "Clôture journalière (Z) n° 1" in page


def test_practice_is_in_no_total(till):
    till.done("sell", "guide", "--card", "--training")
    assert till.json("till", "status")["total"] == 0
    assert till.json("till", "close", "--yes")["content"]["tickets"] == 0


@pytest.mark.parametrize("arguments, code, told", [
    (["open", "--float", "beaucoup"], 1, "« beaucoup » n'est pas un montant"),
    (["move", "--because", "rien"], 2, "Donnez un montant"),
    (["move", "0", "--because", "rien"], 1, "0"),
    (["close", "--day", "demain", "--yes"], 1, "n'est pas un jour"),
    (["close", "--month", "2026-13", "--yes"], 1, "n'est pas un mois"),
    (["close", "--month", "2026-07", "--yes"], 1, "juillet 2026"),
    (["close", "--day", "2026-07-14", "--year", "2026"], 2, "Une seule période"),
    (["count", "10", "--pieces", "5x2"], 2, "pas les deux"),
    (["status", "--till", "caisse de l'été"], 2, "--till"),
])
def test_what_cannot_be_is_said_and_not_recorded(till, arguments, code, told):
    assert told in till.refused("till", *arguments, code=code)


def test_what_the_setting_lacks_is_named_with_its_key(tmp_path):
    bare = office(tmp_path / "bare", lambda yaml: re.sub(r'\n    (address|siret|vat_number): .*', '', yaml).replace('    cash: "530"\n', ''))
    till = TillDesk(bare)
    status = till.done("till", "status")
    for key in ["till: seller: siret", "till: seller: address", "till: seller: vat_number", "cash"]:
        assert key in status, status
    assert {gap["key"] for gap in till.json("till", "status")["missing"]} >= {"till: seller: siret"}


def test_it_all_speaks_english_too(left, tmp_path):
    till = TillDesk(copied(left, tmp_path / "data"), lang="en_GB.UTF-8")
    assert till.done("till", "open", "--float", "50") == "Till open, today: €50.00 in the drawer.\n"
    assert "Counted, today: €49.00, expected €50.00: €1.00 missing." in till.done("till", "count", "49")
    assert "Nothing more enters it." in till.done("till", "close", "--yes")
    assert json.loads(till("till", "status", "--json").stdout)["open"] is False
