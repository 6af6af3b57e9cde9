"""What `desk` seals in a day of selling is verified by another implementation, which also finds what is changed in the file afterwards."""

import shutil
import sqlite3
import subprocess
import sys

import pytest
from shop import open_shop
from vitrine_server import ROOT, desk

VERIFIER = ROOT / "Tests/support/till_files.py"


def do(data, *words):
    done = desk(data, *words)
    assert done.returncode == 0, (words, done.stderr)


@pytest.fixture(scope="module")
def sold(tmp_path_factory):
    """A day with one of everything, closed; and a sale after the key was changed."""
    data = open_shop(tmp_path_factory.mktemp("sold") / "data")
    do(data, "depositor", "add", "potier", "--name", "Poterie du pont", "--mandate", "depositor", "--commission", "30%", "--taxed")
    do(data, "product", "add", "bol", "--label", "Bol « garrigue »", "--price", "24", "--depositor", "potier")
    do(data, "stock", "in", "miel-500", "12")
    do(data, "till", "open", "--float", "50")
    do(data, "sell", "guide", "2", "miel-500", "--cash", "20")
    do(data, "sell", "bol", "carte-postale", "3", "--discount", "10%", "--because", "habitant", "--ancv", "10", "--card")
    do(data, "sell", "affiche", "--training", "--card")
    do(data, "refund", "2", "2x1", "--cash", "--because", "pliée")
    do(data, "refund", "2", "--cash", "--because", "annulé")
    do(data, "ticket", "1", "--reprint")
    do(data, "till", "move", "-20", "--because", "banque")
    do(data, "till", "count", "30")
    return data


@pytest.fixture
def data(sold, tmp_path):
    return shutil.copytree(sold, tmp_path / "data")


def number(data, kind="%"):
    """Of the first entry of a kind; of the last one of all."""
    order = "DESC" if kind == "%" else "ASC"
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        query = f"SELECT number FROM till_entry WHERE kind LIKE ? ORDER BY number {order} LIMIT 1"
        return database.execute(query, (kind,)).fetchone()[0]


def kinds(data):
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        return {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM till_entry")}


def verify(data):
    return subprocess.run(
        [sys.executable, VERIFIER, data / "vitrine.sqlite", data / "till"], capture_output=True, text=True, timeout=60
    )


def change(data, *statements):
    """Changes the file as somebody would who knows SQLite: without the triggers, and with them put back."""
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'till_entry'").fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert database.execute(statement).rowcount != 0, statement
        for _, sql in triggers:
            database.execute(sql)
    database.close()


def test_a_day_of_selling_is_verified_by_another_implementation(data):
    found = verify(data)
    assert found.returncode == 0, found.stdout + found.stderr
    last = number(data)
    assert f" caisse: {last} entries hold" in found.stdout
    assert kinds(data) >= {"setup", "rate", "product", "depositor", "stock", "opening", "sale", "refund", "reprint", "movement", "count"}


def test_closures_and_a_change_of_key_are_verified_too(data):
    do(data, "till", "rotate", "--because", "départ")
    do(data, "till", "close", "--yes")
    found = verify(data)
    assert found.returncode == 0, found.stdout + found.stderr
    assert {"key", "closure"} <= kinds(data)


@pytest.mark.parametrize(
    "column, value",
    [
        ("office", "'autre'"), ("till", "'caisse2'"), ("uuid", "randomblob(16)"), ("kind", "'sale2'"), ("at_ms", "at_ms + 1"),
        ("day", "'2020-01-01'"), ("counsellor", "'autre'"), ("training", "1 - training"), ("key", "key + 1"),
        ("version", "2"), ("seal", "zeroblob(32)"), ("content", "replace(content, 'Bol', 'Bal')"),
        ("content", "replace(content, '\"card\"', '\"cash\"')"), ("content", "replace(content, '2160', '2159')"),
    ],
)
def test_a_changed_column_is_found(data, column, value):
    # Ticket 2: the schema itself refuses a second training ticket 1.
    sale = number(data, "sale") + 1
    change(data, f"UPDATE till_entry SET {column} = {value} WHERE number = {sale}")
    found = verify(data)
    assert found.returncode == 1, found.stdout
    assert f"entry {sale}: " in found.stdout or f"entry {sale + 1}: it follows entry {sale - 1}" in found.stdout


def test_deleted_and_swapped_rows_are_found(data):
    last = number(data)
    change(data, f"DELETE FROM till_entry WHERE number > {last - 2}")
    assert f"entry {last} had been sealed, the register ends with {last - 2}" in verify(data).stdout


def test_a_row_taken_out_of_the_middle_is_found(data):
    sale = number(data, "sale")
    change(data, f"DELETE FROM till_entry WHERE number = {sale}")
    assert f"entry {sale + 1}: it follows entry {sale - 1}" in verify(data).stdout


def test_two_rows_that_changed_places_are_found(data):
    sale = number(data, "sale")
    change(
        data,
        f"UPDATE till_entry SET number = 999 WHERE number = {sale}",
        f"UPDATE till_entry SET number = {sale} WHERE number = {sale + 1}",
        f"UPDATE till_entry SET number = {sale + 1} WHERE number = 999",
    )
    assert f"entry {sale}: its seal doesn't hold" in verify(data).stdout


def test_yesterdays_file_put_back_is_found(data, tmp_path):
    before = tmp_path / "before.sqlite"
    with sqlite3.connect(data / "vitrine.sqlite") as now, sqlite3.connect(before) as copy:
        now.backup(copy)
    do(data, "sell", "guide", "--card")
    do(data, "sell", "guide", "--card")
    for name in ("vitrine.sqlite-wal", "vitrine.sqlite-shm"):
        (data / name).unlink(missing_ok=True)
    shutil.copy(before, data / "vitrine.sqlite")
    assert "had been sealed, the register ends with" in verify(data).stdout


def test_a_head_record_removed_or_changed_is_found(data):
    head = data / "till/caisse.head"
    text = head.read_text()
    head.write_text(text.replace('"number":', '"number":1'))
    assert "the head record was changed" in verify(data).stdout
    head.unlink()
    assert "the head record is missing" in verify(data).stdout


def test_the_register_is_only_read(data):
    before = (data / "vitrine.sqlite").read_bytes()
    verify(data)
    assert (data / "vitrine.sqlite").read_bytes() == before
