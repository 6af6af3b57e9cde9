"""The desk's commands when the machine is in the way: a clear sentence, exit code 3, nothing recorded, nothing lost."""

import os
import shutil
import sqlite3
import subprocess

import pytest
from disk import fill
from vitrine_server import binary, desk


def visits(data) -> int:
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        return database.execute("SELECT count(*) FROM visit").fetchone()[0]


def copied(used, folder):
    folder.mkdir(mode=0o700)
    for name in ("vitrine.sqlite", "search.key"):
        shutil.copy(used / name, folder / name)
    return folder


def test_a_full_disk_is_told_and_the_visit_is_kept_when_there_is_room(used, small_disk):
    data = copied(used, small_disk / "data")
    assert desk(data, "visit", "34", "2").returncode == 0
    ballast = fill(small_disk)
    run = desk(data, "visit", "nl", "2")
    assert run.returncode == 3, run.stdout + run.stderr
    assert "disque" in run.stderr
    ballast.unlink()
    assert visits(data) == 1
    assert desk(data, "visit", "nl", "2").returncode == 0
    assert visits(data) == 2


def test_a_read_only_database_is_told(used, tmp_path):
    data = copied(used, tmp_path / "data")
    mounted = subprocess.run(["mount", "--bind", data, data], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"a read-only folder needs root: {mounted.stderr.strip()}")
    subprocess.run(["mount", "-o", "remount,bind,ro", data], check=True)
    try:
        run = desk(data, "visit", "34", "2")
        assert run.returncode == 3, run.stdout + run.stderr
        assert "ne peut qu'être lu" in run.stderr and str(data) in run.stderr
    finally:
        subprocess.run(["umount", "-l", data], check=True)
    assert visits(data) == 0


def test_a_file_that_is_no_database_is_told(used, tmp_path):
    data = copied(used, tmp_path / "data")
    (data / "vitrine.sqlite").write_bytes(os.urandom(8_192))
    run = desk(data, "visit", "34", "2")
    assert run.returncode == 3
    assert "vitrine.sqlite" in run.stderr and "abîmé" in run.stderr


def test_a_folder_without_a_register_is_told_and_not_made(tmp_path):
    run = desk(tmp_path / "nowhere", "visit", "34", "2")
    assert run.returncode == 1
    assert "--data" in run.stderr
    assert not (tmp_path / "nowhere").exists()


def test_a_kill_between_two_visits_loses_none_that_was_told(used, tmp_path):
    """Whatever moment it is killed at, a visit whose confirmation was read is there, and the database is whole."""
    data = copied(used, tmp_path / "data")
    told = 0
    for number in range(8):
        process = subprocess.Popen([binary().with_name("desk"), "--data", data, "visit", "34", "2"], stdout=subprocess.PIPE)
        out = b""
        for line in process.stdout:
            out += line
            if number % 2:
                process.kill()
        process.wait(20)
        told += b"desk undo" in out
    assert told >= 4
    assert told <= visits(data) <= 8
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
