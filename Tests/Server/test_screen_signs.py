"""A screen that calls for live events gives a sign of life, and its minutes are kept."""

import time
from http.client import HTTPConnection

import pytest
from vitrine_server import VitrineServer


def call(server, query: str) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", f"/api/v1/events{query}")
    assert connection.getresponse().status == 200
    connection.close()


def signs(server) -> list:
    return server.query("SELECT screen, minutes FROM screen_minutes ORDER BY screen")


@pytest.fixture
def server(tmp_path):
    with VitrineServer(tmp_path / "data") as server:
        yield server


def test_a_screen_that_calls_is_on(server):
    for query in ("", "?screen=", "?screen=phone", "?screen=une%20tablette", "?screen=" + "a" * 65):
        call(server, query)
    call(server, "?screen=hall-1")
    deadline = time.monotonic() + 10
    while not (kept := signs(server)):
        assert time.monotonic() < deadline, "the sign was never kept"
        time.sleep(0.02)
    assert [tuple(row) for row in kept] == [("hall-1", 1)], "who is no screen of the office gives none"
