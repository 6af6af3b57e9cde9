"""`desk visit --file`: a day out of a spreadsheet, all of it or nothing, once."""

import json
import os
import sqlite3
import subprocess
import time

import pytest
from vitrine_server import binary, desk


def kept(data) -> list[tuple]:
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        return database.execute("SELECT country, adults, children, entry FROM visit_current ORDER BY seq").fetchall()


def day_ago(days: int) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(time.time() - days * 86_400))


def import_file(data, file, *options) -> dict:
    run = desk(data, "visit", "--file", file, "--json", *options)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("raw", [
    b"line\n34 2+2 famille\nnl 2\n",
    "﻿ligne\r\n34 2+2 famille\r\nnl 2\r\n".encode(),
    b"34 2+2 famille\nnl 2",
    b'ligne;quand\r\n"34 2+2 famille";00:00\r\n\r\nnl 2;@hier\r\n',
    b"id,line\n,34 2+2 famille\n,nl 2\n",
    b"ligne\tquand\n34 2+2 famille\thier 10:05\nnl 2\thier 10h06\n",
])
def test_a_file_is_read_as_spreadsheets_save_it(data, tmp_path, raw):
    file = tmp_path / "day.csv"
    file.write_bytes(raw)
    assert import_file(data, file) == {"rows": 2, "recorded": 2, "known": 0, "dry_run": False}
    assert kept(data) == [("FR", 2, 2, "bulk"), ("NL", 2, 0, "bulk")]


def test_latin_1_is_read_and_said(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_bytes("ligne\n34 2 hébergement\n".encode("cp1252"))
    run = desk(data, "visit", "--file", file)
    assert run.returncode == 0
    assert "Windows-1252" in run.stderr
    assert json.loads(desk(data, "list", "--json").stdout)[0]["topics"] == ["lodging"]


def test_the_same_file_twice_counts_once_and_one_that_grew_is_known_as_far_as_it_went(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text(f"ligne;quand\n34 2;{day_ago(3)} 10:05\n34 2;{day_ago(3)} 10:05\n")
    assert import_file(data, file)["recorded"] == 2, "two alike are two"
    assert import_file(data, file) == {"rows": 2, "recorded": 0, "known": 2, "dry_run": False}
    renamed = file.rename(tmp_path / "copy.csv")
    assert import_file(data, renamed)["known"] == 2
    renamed.write_text(renamed.read_text() + f"nl 2;{day_ago(3)} 11:00\n")
    assert import_file(data, renamed) == {"rows": 3, "recorded": 1, "known": 2, "dry_run": False}
    assert len(kept(data)) == 3


def test_what_was_corrected_since_stays_corrected(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text("ligne\n34 2\n")
    import_file(data, file)
    assert desk(data, "undo").returncode == 0
    assert import_file(data, file)["known"] == 1
    assert kept(data) == []


def test_an_id_of_its_own_makes_a_row_known_wherever_it_stands(data, tmp_path):
    file = tmp_path / "day.csv"
    one, two = "019f8a2c-1b3d-7000-8000-000000000001", "019f8a2c-1b3d-7000-8000-000000000002"
    file.write_text(f"id;ligne\n{one};34 2\n{two};nl 2\n")
    import_file(data, file)
    file.write_text(f"id;ligne\n{two};nl 2\n{one};34 2\n")
    assert import_file(data, file)["known"] == 2
    file.write_text(f"id;ligne\n{one};34 2\n{one};nl 2\n42;be 2\n")
    run = desk(data, "visit", "--file", file)
    assert run.returncode == 1
    assert "ligne 3, colonne « id »" in run.stderr and "ligne 4, colonne « id » : « 42 »" in run.stderr


def test_every_bad_row_is_told_with_its_number_and_column_and_nothing_is_kept(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text('ligne;quand\n34 2;hier\nnl 2 randoo;hier\n\n"20\n2";hier\nbe 2;demain\nde 2+;\n')
    run = desk(data, "visit", "--file", file)
    assert run.returncode == 1
    assert run.stdout == ""
    lines = run.stderr.splitlines()
    assert [line.split(" : ")[0].removeprefix(f"{file}, ") for line in lines[:-1]] == [
        "ligne 3, colonne « ligne »", "ligne 5, colonne « ligne »", "ligne 7, colonne « quand »", "ligne 8, colonne « ligne »"]
    assert "rien n'a été enregistré" in lines[-1]
    assert kept(data) == []


@pytest.mark.parametrize("raw, hint", [
    (b"lin;quand\n34 2;hier\n", "ligne"),
    (b"ligne;quand;quand\n34 2;hier;hier\n", "ligne"),
    (b'ligne;quand\n"34 2;hier\n', "ligne 2"),
    (b"ligne;quand\n34 2;hier;de trop\n", "ligne 2"),
    (b"PK\x03\x04\x14\x00\x00\x00", "CSV UTF-8"),
    ("ligne\n34 2\n".encode("utf-16"), "CSV UTF-8"),
    (b"", "aucune visite"),
    (b"ligne\n\n\n", "aucune visite"),
])
def test_what_is_no_such_file_is_refused_with_what_to_do(data, tmp_path, raw, hint):
    file = tmp_path / "day.csv"
    file.write_bytes(raw)
    run = desk(data, "visit", "--file", file)
    assert run.returncode == 1
    assert hint in run.stderr
    assert desk(data, "visit", "--file", tmp_path / "nowhere.csv").returncode == 1
    assert kept(data) == []


def test_a_moment_on_the_command_line_is_that_of_rows_that_dont_say_theirs(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text(f"ligne;quand\n34 2;\nnl 2;23:45\nbe 2;{day_ago(5)}\n")
    import_file(data, file, f"@{day_ago(3)}")
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        days = database.execute("SELECT day, hour FROM visit_current ORDER BY seq").fetchall()
    assert days == [(day_ago(3), 12), (day_ago(3), 23), (day_ago(5), 12)]
    run = desk(data, "visit", "--file", file, "34")
    assert run.returncode == 2


def test_an_old_file_whose_rows_dont_say_their_day_isnt_counted_today(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text("ligne\n34 2\n")
    os.utime(file, (time.time() - 2 * 86_400,) * 2)
    run = desk(data, "visit", "--file", file)
    assert run.returncode == 1
    assert f"@{day_ago(2)}" in run.stderr and "--yes" in run.stderr
    assert kept(data) == []
    assert import_file(data, file, f"@{day_ago(2)}")["recorded"] == 1


def test_a_trial_shows_what_would_be_kept(data, tmp_path):
    file = tmp_path / "day.csv"
    file.write_text("ligne;quand\n34 2+2 famille rando;hier-10:05\n")
    run = desk(data, "visit", "--file", file, "--dry-run")
    assert "2      hier 10 h 05 · Hérault · 2 adultes, 2 enfants · famille · randonnée" in run.stdout
    assert kept(data) == []


def test_standard_input_is_a_file_too(data):
    run = subprocess.run(
        [binary().with_name("desk"), "--data", data, "visit", "--file", "-", "--json"], input=b"34 2\n", capture_output=True, timeout=30)
    assert json.loads(run.stdout)["recorded"] == 1


def test_a_long_file_is_all_there(data, tmp_path):
    file = tmp_path / "year.csv"
    file.write_text("ligne;quand\n" + "".join(f"34 {1 + number % 9};{day_ago(1 + number % 300)}\n" for number in range(2_000)))
    assert import_file(data, file)["recorded"] == 2_000
    assert import_file(data, file)["known"] == 2_000
    assert len(kept(data)) == 2_000
