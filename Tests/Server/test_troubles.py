"""A screen that goes wrong says so in the server's log, one line each, and never more than a person can read."""

import json

import pytest
from test_api import read, schema


def tell(server, trouble, content_type: str = "application/json"):
    body = trouble if isinstance(trouble, bytes) else json.dumps(trouble).encode()
    return server.request("POST", "/api/v1/troubles", body, {"Content-Type": content_type})


def lines(server) -> list:
    return [line for line in server.log.read_text().splitlines() if "warning" in line and "screen ecran-1" in line]


def test_a_trouble_is_one_line_of_the_log_without_what_could_harm_a_terminal(server):
    said = {"screen": "ecran-1", "message": "TypeError: x\nis \u001b[2Jnull\u202e", "at": "app.js:3:14", "version": "abc"}
    assert tell(server, said)[0] == 204
    assert len(lines(server)) == 1
    assert "TypeError: x is  [2Jnull  at app.js:3:14 (web app abc)" in lines(server)[0]
    assert b"vitrine_screen_troubles_total 1\n" in read(server, "/metrics")[0]


@pytest.mark.parametrize("said, status", [
    (b"{", 400), ([], 400), ({"screen": "ecran-1"}, 400), ({"screen": "\u00e9", "message": "a"}, 400),
    ({"screen": "ecran-1", "message": "a" * 301}, 400), (b" " * 300_000, 413),
], ids=["cut", "list", "no-message", "accent", "long", "huge"])
def test_what_is_no_trouble_is_refused_and_not_logged(server, said, status):
    answered, body, _ = tell(server, said)
    assert answered == status
    schema("Error").validate(json.loads(body))
    assert lines(server) == []


def test_a_body_that_is_not_announced_as_json_is_refused(server):
    assert tell(server, {"screen": "ecran-1", "message": "a"}, "text/plain")[0] == 415


def test_a_screen_that_fails_over_and_over_does_not_drown_the_log(server):
    answers = [tell(server, {"screen": "ecran-1", "message": str(number)}) for number in range(200)]
    kept = sum(status == 204 for status, _, _ in answers)
    refused = [headers for status, _, headers in answers if status == 429]
    assert 20 <= kept == len(lines(server))
    assert refused and all(int(headers["retry-after"]) >= 1 for headers in refused)
    assert server.get("/healthz")[0] == 200
