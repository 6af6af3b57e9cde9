"""`desk report` and `desk export --open`: what leaves the office is the same each time, hides small counts, and says what it is of."""

import csv
import json
import os
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser

import pytest
from vitrine_server import ROOT, binary

UNTIL = "2026-08-02"


def desk(data, *arguments, lang="fr_FR.UTF-8"):
    """The command, with all the time that a PDF, or years of open data, take on a busy machine."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return subprocess.run([binary().with_name("desk"), *arguments], capture_output=True, text=True, timeout=300,
                          env=kept | {"LANG": lang, "VITRINE_DATA": str(data)})


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Two made-up years of a small office: to read, never to write to."""
    folder = tmp_path_factory.mktemp("report") / "demo"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("VITRINE_")}
    subprocess.run([binary(), "demo", "--years", "2", "--scale", "0.05", "--until", UNTIL, "--content", str(ROOT / "content"),
                    "--to", str(folder)], check=True, capture_output=True, timeout=300, env=kept)
    return folder


def report(data, out, *arguments, lang="fr_FR.UTF-8"):
    done = desk(data, "report", *arguments, "--out", str(out), lang=lang)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def year(data, tmp_path_factory):
    """The report of the running year, in French."""
    out = tmp_path_factory.mktemp("year") / "rapport.html"
    done = report(data, out, "--year", "2026")
    assert done.stdout == f"Écrit : {out}, données au 2 août 2026.\n"
    return out.read_text()


class Words(HTMLParser):
    """The text of a page, and of its tables by caption."""

    def __init__(self, page):
        super().__init__()
        self.tables, self.open, self.text = {}, [], ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        if tag == "caption":
            self.rows = self.tables[""] = []
        if tag == "tr" and "" in self.tables:
            self.rows.append([])
        if tag in ("td", "th") and "" in self.tables:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        if tag == "table":
            self.tables.pop("", None)

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] == "caption":
            self.tables[data.strip()] = self.rows
        elif self.open and self.open[-1] in ("td", "th") and "" in self.tables:
            self.rows[-1][-1] += data


def test_it_says_what_it_is_of_and_that_it_is_a_demonstration(year):
    page = Words(year).text.replace("\u00a0", " ")
    assert "Rapport d’activité 2026" in page
    assert "du 1er janvier au 2 août 2026, comparés aux mêmes dates un an plus tôt (1er janvier au 2 août 2025) ; données au 2 août 2026." in page
    assert "DÉMONSTRATION : rien de ceci n’est réel." in page
    assert "qui est venu à l’office, pas qui est venu dans la région" in page


def test_it_has_sentences_charts_and_every_table(year):
    assert year.count("<li>") >= 3 and year.count('<svg ') == 4
    tables = Words(year).tables
    for caption in ("Tous les chiffres", "Visiteurs par mois", "Visiteurs par origine", "Contacts par sujet", "Chiffre d’affaires TTC par mois"):
        assert caption in tables, sorted(tables)
    assert "<script" not in year and "http" not in year.replace("http://www.w3.org/2000/svg", "")


def test_its_tables_agree_with_each_other_and_hide_small_counts(year):
    tables = Words(year).tables
    figures = {row[0]: row[1:] for row in tables["Tous les chiffres"]}
    months = tables["Visiteurs par mois"]
    assert figures["visiteurs"][0] == months[-1][1], "the whole is the same in both"
    counts = [int(re.sub(r"\D", "", row[1])) for row in months[1:-1] if row[1][0].isdigit()]
    if len(counts) == len(months) - 2:
        assert sum(counts) == int(re.sub(r"\D", "", months[-1][1]))
    shown = {cell for caption, rows in tables.items() if "affaires" not in caption and caption != "Tous les chiffres"
             for row in rows[1:] for cell in row[1:2]}
    assert not shown & {"1", "2", "3", "4"} and "caché" in shown


def test_the_same_data_make_the_same_bytes_whenever(data, year, tmp_path):
    done = report(data, tmp_path / "again.html", "--year", "2026")
    assert (tmp_path / "again.html").read_text() == year
    assert "DÉMONSTRATION" in done.stderr


def test_a_month_is_by_day_and_in_english(data, tmp_path):
    report(data, tmp_path / "july.html", "--month", "2026-07", lang="en_GB.UTF-8")
    page = (tmp_path / "july.html").read_text()
    assert '<html lang="en">' in page and "Activity report, July 2026" in page
    assert "Visitors by day" in Words(page).tables
    assert "1 to 31 July 2026, against the same dates a year before (1 to 31 July 2025)" in page


def test_same_weekdays_are_compared_when_asked(data, tmp_path):
    report(data, tmp_path / "july.html", "--month", "2026-07", "--against", "weekdays")
    page = (tmp_path / "july.html").read_text().replace("\u00a0", " ")
    assert "comparés aux mêmes jours de semaine un an plus tôt (2 juillet au 1er août 2025)" in page


def test_standard_output_gets_the_page_alone(data, year):
    done = desk(data, "report", "--year", "2026", "--out", "-")
    assert done.stdout == year


def test_a_workbook_has_a_tab_for_each_table_with_real_numbers_and_the_same_bytes(data, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        report(data, tmp_path / name, "--year", "2026")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as book:
        tabs = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        first = book.read("xl/worksheets/sheet1.xml").decode()
    assert tabs[0] == "Tous les chiffres" and "visiteurs par origine" in tabs and tabs[-2:] == ["Définitions", "Comment lire"]
    assert re.search(r'<c r="B2"[^>]*><v>\d+</v>', first), "visitors are a number"


@pytest.mark.skipif(not shutil.which("weasyprint"), reason="WeasyPrint isn't here")
def test_a_pdf_has_two_pages_and_the_annex_and_the_same_bytes(data, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        report(data, tmp_path / name, "--month", "2026-07")
    one = (tmp_path / "one.pdf").read_bytes()
    assert one.startswith(b"%PDF") and one == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (["--year", "2031"], 1, "Rien n'est compté en 2031"),
    (["--year", "juillet"], 1, "« juillet » n'est pas une année"),
    (["--month", "2026"], 1, "« 2026 » n'est pas un mois"),
    ([], 2, "--year 2026, ou --month 2026-07"),
    (["--year", "2026", "--month", "2026-07"], 2, "--year 2026, ou --month 2026-07"),
    (["--year", "2026", "--out", "rapport.doc"], 2, ".html, .pdf ou .xlsx"),
    (["--year", "2026", "--against", "tomorrow"], 2, "dates ou weekdays"),
    (["--year", "2026", "--out", "/nowhere/at/all.html"], 1, "ne peut pas être écrit"),
])
def test_what_cannot_be_reported_is_refused_with_what_can(data, tmp_path, monkeypatch, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    done = desk(data, "report", *arguments)
    assert (done.returncode, done.stdout) == (code, "") and said in done.stderr, done.stderr
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def export(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "open"
    done = desk(data, "export", "--open", str(folder))
    assert done.returncode == 0, done.stderr
    assert f"Écrit dans {folder} :" in done.stdout and "à juillet 2026, Licence Ouverte 2.0." in done.stdout
    return folder


def resources(folder):
    return {resource["name"]: resource for resource in json.loads((folder / "datapackage.json").read_text())["resources"]}


def rows(folder, resource):
    with open(folder / resource["path"], newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


TYPES = {
    "string": lambda text: True,
    "integer": lambda text: re.fullmatch(r"-?\d+", text),
    "yearmonth": lambda text: re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text),
}


def test_every_row_of_open_data_is_as_its_schema_says(export):
    for name, resource in resources(export).items():
        schema = resource["schema"]
        read = rows(export, resource)
        assert read and list(read[0]) == [field["name"] for field in schema["fields"]], name
        keys = [tuple(row[field] for field in schema["primaryKey"]) for row in read]
        assert len(keys) == len(set(keys)), name
        for row in read:
            for field in schema["fields"]:
                text, rules = row[field["name"]], field.get("constraints", {})
                if text in schema["missingValues"]:
                    assert not rules.get("required"), (name, row)
                else:
                    assert TYPES[field["type"]](text), (name, row)
                    assert text in rules.get("enum", [text]), (name, row)


def test_open_data_hide_small_counts_and_what_would_give_them_away(export):
    hidden = 0
    for name, resource in resources(export).items():
        if name == "codes" or "-" in name:
            continue
        column = resource["schema"]["fields"][3]["name"]
        sums = {}
        for row in rows(export, resource):
            assert row[column] not in ("1", "2", "3", "4"), (name, row)
            assert (row["status"] == "counted") == bool(row[column])
            sums.setdefault((row["month"], row["facet"]), []).append(row)
        for (month, facet), parts in sums.items():
            secret = [row for row in parts if row["status"] == "hidden"]
            hidden += len(secret)
            whole = next(row for row in sums[month, "all"])
            if facet in ("all", "topic") or name == "sessions" and facet == "language" or not secret or not whole[column]:
                continue
            left = int(whole[column]) - sum(int(row[column] or 0) for row in parts)
            assert left - (len(secret) - 1) >= 5, (name, month, facet)
    assert hidden, "a small office has something to hide"


def test_every_value_has_its_names(export):
    named = {(row["facet"], row["value"]) for row in rows(export, resources(export)["codes"])}
    for name, resource in resources(export).items():
        if name != "codes":
            assert {(row["facet"], row["value"]) for row in rows(export, resource) if row["facet"] != "all"} <= named, name
    for language, licence in (("fr", "Licence : [Licence Ouverte 2.0]"), ("en", "Licence: [Licence Ouverte 2.0]")):
        assert licence in (export / f"codebook.{language}.md").read_text()


def test_an_export_again_makes_the_same_bytes_and_takes_a_licence(data, export, tmp_path):
    before = {file.name: file.read_bytes() for file in export.iterdir()}
    (export / "gone.csv").write_text("from an older version\n")
    assert desk(data, "export", "--open", str(export)).returncode == 0
    assert {file.name: file.read_bytes() for file in export.iterdir()} == before
    done = desk(data, "export", "--open", str(tmp_path / "other"), "--licence", "odbl-1.0", lang="en_GB.UTF-8")
    assert "Open Database License 1.0" in done.stdout
    assert json.loads((tmp_path / "other/datapackage.json").read_text())["licenses"][0]["name"] == "odbl-1.0"


def test_a_folder_that_holds_something_else_is_left_alone(data, tmp_path):
    (tmp_path / "letter.txt").write_text("private")
    done = desk(data, "export", "--open", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "") and "autre chose que des données ouvertes" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]
