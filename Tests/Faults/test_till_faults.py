"""The till when the machine is in the way: what was confirmed is there, whole and sealed; what wasn't leaves no gap."""

import json
import os
import random
import shutil
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from disk import fill
from vitrine_server import VitrineServer, binary, desk, interaction


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A data folder whose till sells postcards."""
    server = VitrineServer(tmp_path_factory.mktemp("till") / "data")
    with server:
        pass
    run = desk(server.data, "product", "add", "carte", "--label", "Carte", "--price", "1.20")
    assert run.returncode == 0, run.stdout + run.stderr
    return server


@pytest.fixture
def shop(begun, tmp_path):
    """A copy of it."""
    shutil.copytree(begun.data, tmp_path / "data")
    return VitrineServer(tmp_path / "data")


def sell(data, *arguments, **options) -> subprocess.CompletedProcess:
    return desk(data, "sell", "carte", "--cash", "--json", *arguments, **options)


def assert_all_holds(data) -> None:
    run = desk(data, "till", "verify")
    assert run.returncode == 0, run.stdout + run.stderr


def tickets(shop, till="caisse") -> list[int]:
    return [number for (number,) in shop.query(
        f"SELECT ticket FROM till_entry WHERE till = '{till}' AND ticket IS NOT NULL ORDER BY number")]


def test_killed_50_times_in_the_middle_of_selling(shop):
    command = [binary().with_name("desk"), "sell", "carte", "--cash", "--json"]
    environment = os.environ | {"VITRINE_DATA": str(shop.data), "LANG": "fr_FR.UTF-8"}
    begun = time.perf_counter()
    assert sell(shop.data).returncode == 0
    whole = time.perf_counter() - begun
    confirmed, moments = [], random.Random(14)
    for _ in range(50):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
        time.sleep(moments.uniform(0, whole * 1.3))
        process.kill()
        out, _ = process.communicate(timeout=20)
        if out.endswith(b"}\n"):
            confirmed.append(json.loads(out))
    assert_all_holds(shop.data)
    kept = tickets(shop)
    assert kept == list(range(1, len(kept) + 1))
    seals = dict(shop.query("SELECT id, lower(hex(seal)) FROM till_entry"))
    assert all(seals[entry["id"]] == entry["seal"] for entry in confirmed)
    run = sell(shop.data)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["content"]["number"] == len(kept) + 1
    assert_all_holds(shop.data)


def test_two_tills_two_desks_at_each_and_the_server_at_once(shop):
    stopping, posted = threading.Event(), []

    def write() -> None:
        while not stopping.is_set():
            posted.append(shop.post([interaction(seq=seq) for seq in range(20)])[0])
            stopping.wait(0.02)

    with shop:
        visitor = threading.Thread(target=write)
        visitor.start()
        with ThreadPoolExecutor(4) as desks:
            runs = list(desks.map(lambda till: sell(shop.data, "--till", till), ["caisse", "caisse", "musee", "musee"] * 15))
        stopping.set()
        visitor.join()
        assert [run.stderr for run in runs if run.returncode != 0] == []
        assert_all_holds(shop.data)
    assert set(posted) == {204}
    for till in ("caisse", "musee"):
        assert tickets(shop, till) == list(range(1, 31))


def test_on_a_full_disk_nothing_is_sold_and_it_is_told(begun, small_disk):
    shutil.copytree(begun.data, small_disk / "data")
    shop = VitrineServer(small_disk / "data")
    assert sell(shop.data).returncode == 0
    ballast = fill(small_disk)
    run = sell(shop.data)
    assert run.returncode == 3, run.stdout + run.stderr
    assert "disque" in run.stderr and run.stdout == ""
    ballast.unlink()
    assert tickets(shop) == [1]
    assert sell(shop.data).returncode == 0
    assert tickets(shop) == [1, 2]
    assert_all_holds(shop.data)


@pytest.mark.parametrize("what", ["missing", "unreadable", "another"])
def test_without_its_key_nothing_is_sold_and_visits_are_recorded(shop, what):
    assert sell(shop.data).returncode == 0
    key = shop.data / "till/key-1"
    kept = key.read_text()
    key.unlink()
    if what == "unreadable":
        key.mkdir()
    elif what == "another":
        key.write_text("ab" * 32 + "\n")
    run = sell(shop.data)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "clé" in run.stderr and str(key) in run.stderr and run.stdout == ""
    assert desk(shop.data, "visit", "34", "2").returncode == 0
    assert desk(shop.data, "till", "verify").returncode == 1
    if what == "unreadable":
        key.rmdir()
    key.write_text(kept)
    assert tickets(shop) == [1]
    assert sell(shop.data).returncode == 0
    assert_all_holds(shop.data)


def test_yesterdays_file_put_back_is_told_and_a_restore_is_sealed(shop):
    assert sell(shop.data).returncode == 0
    database = shop.data / "vitrine.sqlite"
    yesterday = database.read_bytes()
    for _ in range(3):
        assert sell(shop.data).returncode == 0
    for name in ("vitrine.sqlite-wal", "vitrine.sqlite-shm"):
        (shop.data / name).unlink(missing_ok=True)
    database.write_bytes(yesterday)
    run = sell(shop.data)
    assert run.returncode == 1 and "copie plus ancienne" in run.stderr, run.stdout + run.stderr
    assert desk(shop.data, "visit", "34", "2").returncode == 0
    run = desk(shop.data, "till", "restore", "--because", "disque remplacé")
    assert run.returncode == 0, run.stdout + run.stderr
    assert sell(shop.data).returncode == 0
    assert_all_holds(shop.data)
