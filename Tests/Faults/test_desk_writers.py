"""Eight counters and the server write to one file at once: nothing is lost, nothing is doubled, nobody is told to wait."""

import csv
import json
import os
import subprocess
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from vitrine_server import VitrineServer, binary, interaction

DESKS = 8
FILES = 12
ROWS = 103
SINGLES = 14
VISITS = DESKS * (FILES * ROWS + SINGLES)
LINES = ["34 2", "nl 2+2", "?"]


def record(data, desk: str, *arguments) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    environment |= {"LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(data), "VITRINE_DESK": desk}
    return subprocess.run(
        [binary().with_name("desk"), "visit", *map(str, arguments)], env=environment, capture_output=True, text=True,
        timeout=60, check=False)


def work(data, folder, desk: str, files: int) -> tuple[list[str], list[str]]:
    """A day's work of one desk: files and single visits in turn. Returns the ids it was told are kept, and all it was told besides."""
    kept, told = [], []
    for number in range(files):
        ids = [str(uuid.uuid4()) for _ in range(ROWS)]
        path = folder / f"{desk}-{number}.csv"
        with open(path, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["id", "line"])
            # Each file is of another day: no office has ten thousand visits on one.
            day = date.today() - timedelta(days=1 + number)
            rows.writerows([id, f"{LINES[position % len(LINES)]} @{day}T10:05"] for position, id in enumerate(ids))
        # The first file is handed in twice, as by somebody who isn't sure.
        for expected in [ROWS, 0][: 2 if number == 0 else 1]:
            run = record(data, desk, "--file", path, "--json", "--yes")
            told.append(run.stderr)
            assert run.returncode == 0, run.stderr
            assert json.loads(run.stdout)["recorded"] == expected
        kept += ids
    for number in range(SINGLES):
        run = record(data, desk, *LINES[number % len(LINES)].split(), "--json", "--yes")
        told.append(run.stderr)
        assert run.returncode == 0, run.stderr
        kept.append(json.loads(run.stdout)["id"])
    return kept, told


@pytest.mark.parametrize("served", [True, False], ids=["beside-the-server", "without-a-server"])
def test_eight_desks_at_once_lose_nothing_and_double_nothing(tmp_path, served):
    server = VitrineServer(tmp_path / "data").start()
    stopping, posted = threading.Event(), []

    def write() -> None:
        while not stopping.is_set():
            events = [interaction(seq=seq) for seq in range(20)]
            posted.append((server.post(events)[0], len(events)))
            stopping.wait(0.02)

    if served:
        visitor = threading.Thread(target=write)
        visitor.start()
    else:
        server.stop()
    try:
        with ThreadPoolExecutor(DESKS) as desks:
            done = [
                desks.submit(work, server.data, tmp_path, f"comptoir-{number}", FILES if served else 1)
                for number in range(DESKS)
            ]
            results = [desk.result() for desk in done]
    finally:
        stopping.set()
        if served:
            visitor.join()
            server.stop()

    kept = [id for ids, _ in results for id in ids]
    assert len(kept) == (VISITS if served else DESKS * (ROWS + SINGLES))
    stored = [row[0] for row in server.query("SELECT id FROM visit_current")]
    assert sorted(stored) == sorted(kept)
    assert server.query("SELECT count(*), min(seq), max(seq) FROM desk_fact") == [(len(kept), 1, len(kept))]
    assert [text for _, told in results for text in told if text] == []
    if served:
        assert {status for status, _ in posted} == {204}
        assert server.query("SELECT count(*) FROM interaction") == [(sum(count for _, count in posted),)]
    assert server.query("PRAGMA integrity_check") == [("ok",)]
