"""Content changes while visitors look at it: at once, whole, without a dropped request; a broken folder changes nothing."""

import json
import signal
import threading
import time

import pytest
from vitrine_server import VitrineServer


@pytest.fixture
def editable(tmp_path, content):
    with VitrineServer(tmp_path / "data", content) as running:
        yield running


def version(server) -> str:
    return json.loads(server.get("/api/v1/fr/catalogue")[1])["version"]


def until(condition, seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def rename(content, old: str, new: str) -> None:
    path = content / "places/heritage/pont-romain/place.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def name(server) -> str:
    return json.loads(server.get("/api/v1/en/places/pont-romain")[1])["name"]["text"]


def test_a_change_on_disk_is_served_by_itself_without_a_dropped_request(editable):
    old = name(editable)
    failures, stopping = [], threading.Event()

    def read() -> None:
        while not stopping.is_set():
            try:
                status, body, _ = editable.get("/api/v1/fr/catalogue")
                if status != 200 or len(json.loads(body)["places"]) < 40:
                    failures.append(status)
            except (OSError, ValueError) as error:
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for turn in range(3):
            rename(editable.content, f'en: "{old if turn == 0 else f"Bridge {turn - 1}"}"', f'en: "Bridge {turn}"')
            assert until(lambda: name(editable) == f"Bridge {turn}")  # noqa: B023
    finally:
        stopping.set()
        for reader in readers:
            reader.join()
    assert failures == []


def test_sighup_reloads(editable):
    before = version(editable)
    rename(editable.content, "keywords: [", "keywords: [arches, ")
    editable.process.send_signal(signal.SIGHUP)
    assert until(lambda: version(editable) != before)


def test_a_broken_folder_keeps_the_last_good_catalogue_and_says_so(editable):
    before = version(editable)
    rename(editable.content, "code: ", "code: [")
    assert until(lambda: json.loads(editable.get("/readyz")[1])["status"] == "degraded")
    ready = json.loads(editable.get("/readyz")[1])
    assert ready["content"]["problems"] >= 1
    assert version(editable) == before
    assert b"vitrine_content_problems 0\n" not in editable.get("/metrics")[1]
    assert "pont-romain/place.yaml:" in editable.log.read_text()

    rename(editable.content, "code: [", "code: ")
    assert until(lambda: json.loads(editable.get("/readyz")[1])["status"] == "ready")
    assert b"vitrine_content_problems 0\n" in editable.get("/metrics")[1]
