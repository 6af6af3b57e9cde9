"""Who reads the register with DuckDB, Datasette or the SQLite shell gets from its views the totals that `desk stats` says."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote_plus

import duckdb
import duckdb_extension_sqlite_scanner
import golden_month
import pytest
from statistics_desk import StatisticsDesk

MARCH = "day LIKE '2026-03-%'"
TOTALS = {
    "contacts": f"SELECT count(*) FROM visit_current WHERE {MARCH}",
    "counter-contacts": f"SELECT count(*) FROM visit_current WHERE channel = 'counter' AND {MARCH}",
    "tallied": f"SELECT sum(max(0, people - coalesce((SELECT sum(people) FROM visit_current WHERE sample_of = tally.origin), 0)))"
               f" FROM tally_current AS tally WHERE {MARCH}",
    "door": f"SELECT sum(people) FROM door_count_current WHERE {MARCH}",
    "open-minutes": f"SELECT sum(minutes) FROM opening_current WHERE seq IN (SELECT max(seq) FROM opening_current GROUP BY day) AND {MARCH}",
    "admissions": f"SELECT sum(people) FROM attendance_current WHERE what = 'admission' AND {MARCH}",
    "sessions": f"SELECT count(DISTINCT session) FROM interaction WHERE kind = 'session-start' AND {MARCH}",
    "take-aways": f"SELECT sum(count) FROM interaction_hourly WHERE kind = 'take-away' AND {MARCH}",
    "turnover": f"SELECT sum(gross) FROM ticket_line WHERE training = 'no' AND {MARCH}",
    "turnover-net": f"SELECT sum(net) FROM ticket_line WHERE training = 'no' AND {MARCH}",
    "tickets": f"SELECT count(*) FROM ticket WHERE kind = 'sale' AND training = 'no' AND {MARCH}",
}
TOTALS["visitors"] = f"SELECT sum(people) + ({TOTALS['tallied']}) FROM visit_current WHERE channel = 'counter' AND {MARCH}"
ALL = "SELECT " + ", ".join(f'({total}) AS "{measure}"' for measure, total in TOTALS.items())


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return golden_month.record(tmp_path_factory.mktemp("golden"))[0]


@pytest.fixture(scope="module")
def said(data):
    """What `desk stats` says."""
    answers = StatisticsDesk(data, "2026-04-01 10:00:00").all([f"{measure} 2026-03" for measure in TOTALS])
    return {measure: answer["total"][0]["value"] for measure, answer in zip(TOTALS, answers, strict=True)}


def test_the_sqlite_shell_gets_the_same(data, said):
    with sqlite3.connect(f"file:{data / 'vitrine.sqlite'}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        assert dict(database.execute(ALL).fetchone()) == said


def test_duckdb_gets_the_same(data, said):
    extension = Path(duckdb_extension_sqlite_scanner.__file__).parent / f"extensions/v{duckdb.__version__}/sqlite_scanner.duckdb_extension"
    with duckdb.connect() as database:
        database.execute(f"LOAD '{extension}'")
        database.execute(f"ATTACH '{data / 'vitrine.sqlite'}' AS register (TYPE sqlite, READ_ONLY)")
        found = database.execute("SELECT * FROM sqlite_query('register', ?)", [ALL]).fetchone()
        assert dict(zip(TOTALS, map(int, found), strict=True)) == said
        assert database.execute("SELECT count(*) FROM register.desk_fact_current").fetchone()[0] > said["contacts"], "tables need no query"


def test_datasette_gets_the_same(data, said):
    run = subprocess.run(
        [sys.executable, "-m", "datasette", data / "vitrine.sqlite", "--get", f"/vitrine.json?sql={quote_plus(ALL)}&_shape=array"],
        capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == [said]
