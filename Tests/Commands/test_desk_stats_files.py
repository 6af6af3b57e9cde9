"""Answers as JSON, CSV and workbooks, read back by other programs."""

import csv
import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from till_office import TillDesk

BY_ORIGIN = ("stats", "visiteurs", "2026-07", "par=origine", "contre=jours")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def asked(summer):
    return TillDesk(summer).on("2026-07-20", "16:30:00")


def table(text: str, separator: str = ",") -> list[dict]:
    assert text.startswith("\ufeff"), "without it Excel takes UTF-8 for something else"
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=separator))


def test_json_says_the_question_the_days_and_each_figure_with_its_state(asked):
    answer = asked.json(*BY_ORIGIN)
    assert answer["question"] == "visitors 2026-07 by=origin vs=weekdays"
    assert (answer["unit"], answer["form"], answer["adds_up"], answer["published"]) == ("count", "sum", True, False)
    assert answer["period"] == {"text": "2026-07", "from": "2026-07-01", "to": "2026-07-31"}
    assert answer["compared"]["runs"] == [
        {"from": "2026-07-01", "to": "2026-07-20", "other_from": "2025-07-02", "other_to": "2025-07-21"}]
    assert len(answer["compared"]["without"]["not-yet"]) == 11
    rows = {row["value"]: row for row in answer["rows"]}
    assert list(rows)[0] == "local" and list(rows)[-1] == "unknown", "from the nearest, the unknown last"
    assert rows["FR-34"]["name"] == "Hérault"
    now, before = rows["FR-34"]["cells"]
    assert (now["value"], now["n"], before["value"], now["change"]) == (31 * 4, 31, 19 * 4, 63.2)
    assert rows["local"]["cells"][1] == {
        "state": "counted", "value": 0, "base": None, "n": 0, "share": 0, "ratio": None, "change": None}
    assert answer["total"][0]["value"] == 202


def test_many_questions_are_answered_line_by_line_and_refusals_say_why(asked):
    lines = asked.done("stats", "-", "--json", stdin="visitors 2026-07\n\nvisitrs 2026\ntickets 2026-07\n").splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["question"] for answer in answers] == ["visitors 2026-07", "visitrs 2026", "tickets 2026-07"]
    assert answers[0]["total"][0]["value"] == 202 and answers[2]["total"][0]["value"] == 3
    assert answers[1]["refused"] == "question_word_unknown" and "visiteurs" in answers[1]["hint"]


def test_csv_has_the_same_figures(asked):
    rows = table(asked(*BY_ORIGIN, "--csv").stdout)
    answer = asked.json(*BY_ORIGIN)
    for row in answer["rows"]:
        written = [line for line in rows if line["value"] == row["value"]]
        assert [line["figure"] for line in written] == [str(cell["value"]) for cell in row["cells"]]
        assert {line["name"] for line in written} == {row["name"]}
    assert rows[-2]["value"] == "total" and rows[-2]["figure"] == "202"


def test_a_french_excel_gets_semicolons_and_decimal_commas(asked):
    rows = table(asked("stats", "turnover", "2026-07", "by=product", "--csv", "--semicolon").stdout, ";")
    assert {row["value"]: (row["name"], row["figure"], row["unit"]) for row in rows} == {
        "bol": ("Bol", "30,00", "EUR"), "guide": ("Guide", "24,00", "EUR"), "miel": ("Miel", "0,00", "EUR"),
        "total": ("total", "54,00", "EUR")}


def sheets(path) -> dict[str, list[list]]:
    """The cells of a workbook, read from its XML: texts as they are, numbers as numbers."""
    with zipfile.ZipFile(path) as book:
        texts = ["".join(part.itertext()) for part in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{SHEET}sheet")]
        found = {}
        for number, name in enumerate(names, 1):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            found[name] = [
                [texts[int(cell.find(f"{SHEET}v").text)] if cell.get("t") == "s" else float(cell.find(f"{SHEET}v").text)
                 for cell in row if cell.find(f"{SHEET}v") is not None]
                for row in sheet.iter(f"{SHEET}row")]
        return found


def test_a_workbook_has_numbers_a_frozen_heading_and_a_sheet_that_says_what_they_are(asked, tmp_path):
    path = tmp_path / "juillet.xlsx"
    assert str(path) in asked.done(*BY_ORIGIN, "--xlsx", path)
    found = sheets(path)
    heading, *rows = found["Chiffres"]
    assert heading[:2] == ["Origine", "code"] and heading[-1] == "écart"
    herault = next(row for row in rows if row[1] == "FR-34")
    assert herault[0] == "Hérault" and herault[2] == 124 and herault[-1] == pytest.approx(0.632)
    assert rows[-1][0] == "total" and rows[-1][1] == 202
    definitions = {row[0]: row[1] for row in found["Définitions"] if len(row) > 1}
    assert definitions["Question"] == "visitors 2026-07 by=origin vs=weekdays"
    assert "1er au 20 juillet 2026 contre 2 au 21 juillet 2025" in definitions["Jours comparés"]
    with zipfile.ZipFile(path) as book:
        assert b'state="frozen"' in book.read("xl/worksheets/sheet1.xml")
        styles = book.read("xl/styles.xml").decode()
    assert "0.0%" in styles and "#,##0" in styles


def test_days_in_a_workbook_are_dates_and_the_same_answer_has_the_same_bytes(asked, tmp_path):
    question = ("stats", "visiteurs", "2026-07", "par=jour")
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    asked.done(*question, "--xlsx", one)
    asked.on("2026-07-20", "18:00:00").done(*question, "--xlsx", other)
    assert one.read_bytes() == other.read_bytes()
    first = sheets(one)["Chiffres"][1]
    assert first[:2] == [46_204, "2026-07-01"], "Excel's number of 1 July 2026"


def test_a_workbook_that_cant_be_written_is_refused(asked, tmp_path):
    run = asked(*BY_ORIGIN, "--xlsx", tmp_path / "none" / "x.xlsx")
    assert run.returncode == 1 and "ne peut pas être écrit" in run.stderr
