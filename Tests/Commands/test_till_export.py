"""What the accountant is handed: a file of balanced entries; and what is taken over from a till of another maker."""

import re
from collections import defaultdict
from decimal import Decimal

import pytest
from till_office import TillDesk, copied, office

COLUMNS = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise"]


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    folder = office(tmp_path_factory.mktemp("export"))
    TillDesk(folder).on("2026-07-01").shop()
    return folder


@pytest.fixture
def till(left, tmp_path):
    return TillDesk(copied(left, tmp_path / "data"))


@pytest.fixture(scope="module")
def external(tmp_path_factory):
    return office(tmp_path_factory.mktemp("external"), lambda yaml: yaml.replace("  mode: builtin", "  mode: external"))


@pytest.fixture
def other(external, tmp_path):
    return TillDesk(copied(external, tmp_path / "data"))


def rows(path) -> list[dict]:
    text = path.read_bytes().decode()
    assert text.endswith("\r\n")
    table = [line.split("\t") for line in text.removesuffix("\r\n").split("\r\n")]
    assert table[0] == COLUMNS
    assert all(len(row) == 18 for row in table)
    return [dict(zip(COLUMNS, row, strict=True)) for row in table[1:]]


def amount(text: str) -> Decimal:
    assert re.fullmatch(r"\d+,\d\d", text), text
    return Decimal(text.replace(",", "."))


def test_closed_days_are_balanced_entries_that_say_what_the_z_says(till, tmp_path):
    till.done("till", "open", "--float", "50")
    till.done("sell", "guide", "2", "miel", "--cash", "40")
    till.done("sell", "bol", "miel", "--ancv", "30", "--card")
    till.done("refund", "1", "1x1", "--cash", "--because", "doublon")
    till.done("till", "move", "-40", "--because", "remise en banque")
    till.done("till", "count", "29.50")
    z = till.json("till", "close", "--yes")["content"]
    till.on("2026-07-15").done("sell", "guide", "--card")
    file = tmp_path / "juillet.txt"
    run = till("till", "export", "--from", "2026-07-01", "--to", "2026-07-31", "--out", file)
    assert run.returncode == 0 and "1 journée close" in run.stdout
    assert "Pas encore clos, donc laissé de côté : aujourd'hui" in run.stderr
    entries, by_account = defaultdict(Decimal), defaultdict(Decimal)
    for row in rows(file):
        assert row["EcritureDate"] == row["PieceDate"] == "20260714" and row["PieceRef"] == "Z 1"
        debit, credit = amount(row["Debit"]), amount(row["Credit"])
        assert (debit == 0) != (credit == 0)
        entries[row["EcritureNum"]] += debit - credit
        by_account[row["CompteLib"]] += debit - credit
    assert entries and set(entries.values()) == {0}
    vat = {rate["rate"]: rate for rate in z["vat"]}
    commission_vat = Decimal("1.00")
    assert by_account["Espèces"] == Decimal(z["payments"]["cash"] - 4000 - 100) / 100
    assert by_account["Carte bancaire"] == Decimal(z["payments"]["card"]) / 100
    assert by_account["Chèques-vacances"] == 30
    assert by_account["Ventes 5,5 %"] == -Decimal(vat[550]["net"]) / 100
    assert by_account["TVA collectée 5,5 %"] == -Decimal(vat[550]["vat"]) / 100
    assert by_account["Ventes 20 %"] == Decimal("-10.00")
    assert by_account["TVA collectée 20 %"] == Decimal("-2.00") - commission_vat
    assert by_account["Commissions de dépôt-vente"] == Decimal("-5.00")
    assert by_account["Déposants"] == Decimal("-24.00")
    assert by_account["Virements internes"] == 40
    assert by_account["Manquants de caisse"] == 1
    assert {(row["CompAuxNum"], row["CompAuxLib"]) for row in rows(file) if row["CompteLib"] == "Déposants"} == {
        ("potier", "Poterie du Pont")}
    before = file.read_bytes()
    till.done("till", "export", "--from", "2026-07-14", "--to", "2026-07-14", "--out", file)
    assert file.read_bytes() == before


def test_a_count_corrected_later_is_booked_when_it_was_corrected(till, tmp_path):
    till.done("till", "open", "--float", "50")
    till.done("till", "count", "45")
    till.done("till", "close", "--yes")
    till.on("2026-07-15").done("till", "open", "--float", "50")
    till.done("till", "count", "50", "--day", "2026-07-14", "--note", "retrouvé")
    till.done("till", "close", "--yes")
    till.done("till", "export", "--from", "2026-07-15", "--to", "2026-07-15", "--out", tmp_path / "e.txt")
    assert [(row["CompteLib"], row["Debit"], row["Credit"]) for row in rows(tmp_path / "e.txt")] == [
        ("Espèces", "5,00", "0,00"), ("Excédents de caisse", "0,00", "5,00")]


def test_nothing_closed_is_nothing_to_hand_over(till, tmp_path):
    file = tmp_path / "e.txt"
    assert "rien n'est passé par la caisse" in till.refused("till", "export", "--out", file)
    till.done("sell", "guide", "--card")
    assert "Aucun de ces jours n'est clos" in till.refused("till", "export", "--out", file)
    assert not file.exists()


def test_accounts_that_are_missing_are_all_named_and_nothing_is_written(tmp_path):
    bare = office(tmp_path / "bare", lambda yaml: re.sub(r'\n    (card|vat-2000): .*', '', yaml))
    till = TillDesk(bare)
    till.on("2026-07-01").shop().on("2026-07-14").done("sell", "guide", "--card")
    till.done("till", "close", "--yes")
    told = till.refused("till", "export", "--out", tmp_path / "e.txt")
    assert "content/office.yaml" in told and "card: " in told and "vat-2000: " in told and "TVA collectée 20 %" in told
    assert not (tmp_path / "e.txt").exists()


def test_a_till_of_another_maker_refuses_sales_and_takes_totals(other):
    other.done("product", "add", "guide", "--label", "Guide", "--price", "12.00")
    assert "desk till import" in other.refused("sell", "guide", "--card")
    typed = ("till", "import", "--day", "2026-07-13", "--tickets", "12", "--line", "guide de pays 3 36.00 20%", "--line",
             "miel 2 17,00 5,5%", "--payment", "carte 40.00", "--payment", "espèces 13.00")
    assert "Essai" in other.done(*typed, "--dry-run")
    assert "hier : 53,00 €, 2 produits" in other.done(*typed)
    assert "0 remplacée, 1 déjà là" in other.done(*typed)
    assert "1 remplacée" in other.done(*typed, "--line", "carte 1 1.00 20%", "--payment", "card 1")
    status = other.json("till", "status")
    assert status["mode"] == "external" and status["last_totals"]["day"] == "2026-07-13"
    assert [line["product"] for line in status["last_totals"]["lines"]] == ["guide de pays", "miel", "carte"]
    assert "12 tickets" in other.done("till", "status")
    assert "autre caisse" in other.refused("till", "export", "--out", "/dev/null")


FILE = """jour;quoi;nom;nombre;montant;tva
2026-07-12;vente;Guide;3;36,00;20
2026-07-12;paiement;carte;;36,00;
2026-07-12;tickets;;3;;
13/07/2026;vente;Miel;2;17,00;5,5
13/07/2026;paiement;Espèces;;17,00;
13/07/2026;tickets;;2;;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_a_file_of_totals_is_taken_over_once(other, tmp_path, encoding):
    file = tmp_path / "totaux.csv"
    file.write_bytes(FILE.encode(encoding))
    assert other.json("till", "import", file) == {"days": 2, "recorded": 2, "replaced": 0, "known": 0, "dry_run": False}
    assert other.json("till", "import", file)["known"] == 2
    file.write_bytes(FILE.replace("36,00", "48,00").encode(encoding))
    assert other.json("till", "import", file) == {"days": 2, "recorded": 0, "replaced": 1, "known": 1, "dry_run": False}


@pytest.mark.parametrize("old, new, told", [
    ("2026-07-12;vente;Guide;3", "2026-02-30;vente;Guide;3", ":2: « 2026-02-30 » n'est pas un jour."),
    ("Guide;3;36,00;20", "Guide;trois;36,00;20", ":2: « trois » n'est pas un nombre entier."),
    ("Guide;3;36,00;20", "Guide;3;36,001;20", ":2: « 36,001 » n'est pas un montant."),
    ("Guide;3;36,00;20", "Guide;3;36,00;vingt", ":2: « vingt » n'est pas un taux"),
    ("paiement;carte", "paiement;troc", ":3: « troc » n'est pas un moyen de paiement"),
    ("12;tickets", "12;tiquets", ":4: « tiquets »"),
    ("carte;;36,00", "carte;;35,00", ":2: Le 12 juillet 2026, "),
    ("13/07/2026", "13/08/2026", ":5: Le 13 août 2026 n'est pas encore venu."),
    ("jour;quoi", "jour;quand", ":1: la première ligne doit nommer les colonnes"),
])
def test_a_wrong_line_is_named_and_nothing_of_the_file_is_taken(other, tmp_path, old, new, told):
    file = tmp_path / "totaux.csv"
    file.write_text(FILE.replace(old, new))
    assert f"{file}{told}" in other.refused("till", "import", file)


def test_an_office_that_sells_here_takes_nothing_over(till, tmp_path):
    (tmp_path / "totaux.csv").write_text(FILE)
    assert "till: mode: external" in till.refused("till", "import", tmp_path / "totaux.csv")
    assert till.refused("till", "import", code=2)
    assert till.refused("till", "import", tmp_path / "totaux.csv", "--day", "hier", code=2)
