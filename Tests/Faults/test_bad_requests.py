"""What comes from outside may be anything: a clear refusal, and everybody else is served."""

import json
import resource
import socket
import time
from http.client import HTTPConnection

import pytest
from vitrine_server import interaction, now_iso

JSON = {"Content-Type": "application/json"}
POST = b"POST /api/v1/interactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


def raw(server, data: bytes, timeout: float = 5) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=timeout) as connection:
        connection.sendall(data)
        answer = b""
        try:
            while chunk := connection.recv(65536):
                answer += chunk
                if b"\r\n\r\n" in answer and b"HTTP/1.1 2" not in answer[:12]:
                    break
        except (TimeoutError, ConnectionResetError):
            pass
        return answer


@pytest.mark.parametrize("path", [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/media/../place.yaml",
    "/api/v1/fr/places/%00", "/%c0%ae%c0%ae/etc/passwd", "/%ff%fe", "/index.html%00.png", "//etc/passwd", "/.git/config",
    "/vendor/../../Package.swift", "/components/",
])
def test_a_path_outside_the_allow_list_is_not_found(server, path):
    status, body, _ = server.get(path)
    assert status in (400, 404)
    assert set(json.loads(body)["error"]) >= {"code", "message", "hint"}
    assert b"root:" not in body


@pytest.mark.parametrize("body", [
    b"", b"{", b"not json", b"[]", b"null", b"42", b'"text"', b'{"interactions": 1}', b'{"interactions": []}', b"\xff\xfe\x00",
    b'{"interactions": [' + b"[" * 20000, b'{"interactions":[{}]' * 2, b'{"other": []}',
])
def test_a_body_that_is_no_batch_is_refused_whole(server, body):
    status, answer, _ = server.request("POST", "/api/v1/interactions", body, JSON)
    assert status == 400
    assert set(json.loads(answer)["error"]) >= {"code", "message", "hint"}
    assert server.query("select count(*) from interaction") == [(0,)]


@pytest.mark.parametrize("path", ["/api/v1/interactions", "/api/v1/troubles", "/api/v1/login"])
@pytest.mark.parametrize("opening", [b"[", b'{"a":', "[".encode("utf-16-le")])
@pytest.mark.parametrize("depth", [511, 512, 513, 514])
def test_open_brackets_without_end_harm_nobody(server, path, opening, depth):
    assert server.request("POST", path, opening * depth, JSON)[0] in (400, 429)
    assert server.get("/healthz")[0] == 200


def test_more_than_two_hundred_events_are_refused_whole(server):
    status, answer, _ = server.post([interaction() for _ in range(201)])
    assert status == 400
    assert "200" in json.loads(answer)["error"]["hint"]


@pytest.mark.parametrize("changes", [
    {"kind": "kind-that-does-not-exist"}, {"at": "1970-01-01T00:00:00Z"}, {"at": "2099-01-01T00:00:00Z"}, {"at": "yesterday"},
    {"id": "not-a-uuid"}, {"id": None}, {"seq": -1}, {"seq": 2**40}, {"seq": "1"}, {"session": ""},
    {"session": "a" * 65}, {"screen": "écran"}, {"place": "../etc"}, {"lang": "french"}, {"value": "x" * 300},
    {"value": {"term": "Dupont"}}, {"kind": "feedback", "value": 5},
])
def test_one_bad_event_rejects_only_itself_and_is_named(server, changes):
    good, bad, other = interaction(), interaction(**changes), interaction()
    status, answer, _ = server.post([good, bad, other])
    assert status == 207, answer
    answer = json.loads(answer)
    assert answer["accepted"] == 2
    assert [refused["index"] for refused in answer["rejected"]] == [1]
    assert set(answer["rejected"][0]) >= {"index", "code", "message", "hint"}
    assert server.query("select id from interaction order by seq") == [(good["id"],), (other["id"],)]


def test_the_same_ids_again_are_acknowledged_and_counted_once(server):
    events = [interaction() for _ in range(10)]
    for _ in range(3):
        assert server.post(events)[0] == 204
    assert server.post(events[:1] * 2)[0] == 204
    assert server.query("select count(*) from interaction") == [(10,)]
    assert server.query("select sum(count) from interaction_hourly") == [(10,)]


def test_a_screen_whose_clock_is_wrong_is_corrected_by_what_it_says_when_sending(server):
    event = interaction(at="1970-01-01T00:10:00Z")
    assert server.post([event], sent_at="1970-01-01T00:11:00Z")[0] == 204
    [(day,)] = server.query("select distinct day from interaction")
    assert abs(time.time() - time.mktime(time.strptime(day, "%Y-%m-%d"))) < 2 * 86400


def test_a_body_announced_as_one_gibibyte_is_refused_at_once(server):
    begun = time.monotonic()
    answer = raw(server, POST + b"Content-Length: 1073741824\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 413")
    assert time.monotonic() - begun < 2


def test_a_chunked_body_without_end_is_cut_at_the_limit(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(POST + b"Transfer-Encoding: chunked\r\n\r\n")
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        sent = 0
        try:
            while sent < 64 * 1024 * 1024:
                connection.sendall(chunk)
                sent += 0x10000
        except OSError:
            pass
    assert sent < 64 * 1024 * 1024
    assert server.get("/healthz")[0] == 200


def test_ten_thousand_headers_are_refused(server):
    headers = b"".join(b"X-H%d: %d\r\n" % (n, n) for n in range(10_000))
    answer = raw(server, b"GET / HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n")
    assert answer == b"" or answer.startswith((b"HTTP/1.1 431", b"HTTP/1.1 413", b"HTTP/1.1 400"))
    assert server.get("/healthz")[0] == 200


def test_a_half_sent_body_holds_nobody_up_and_records_nothing(server):
    body = json.dumps({"interactions": [interaction()]}).encode()
    head = POST + b"Content-Length: %d\r\n\r\n" % len(body)
    half = socket.create_connection(("127.0.0.1", server.port))
    half.sendall(head + body[:-20])
    assert server.post([interaction()])[0] == 204
    half.close()
    time.sleep(0.2)
    assert server.query("select count(*) from interaction") == [(1,)]


def test_two_thousand_idle_connections_from_one_address_keep_nobody_else_waiting(server):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    idle = []
    try:
        for _ in range(2000):
            try:
                idle.append(socket.create_connection(("127.0.0.1", server.port), timeout=2))
            except OSError:
                break
        assert len(idle) >= 1000
        for _ in range(20):
            other = HTTPConnection("127.0.0.1", server.port, timeout=3, source_address=("127.0.0.2", 0))
            other.request("GET", "/api/v1/fr/catalogue")
            assert other.getresponse().status == 200
            other.close()
    finally:
        for connection in idle:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_other_methods_are_refused_with_those_allowed(server):
    status, _, headers = server.request("DELETE", "/api/v1/interactions")
    assert status == 405
    assert "POST" in headers["allow"]
    status, _, headers = server.request("POST", "/api/v1/fr/catalogue", b"{}", JSON)
    assert status == 405
    assert "GET" in headers["allow"]


def test_another_content_type_is_refused(server):
    status, answer, _ = server.request("POST", "/api/v1/interactions", b"{}", {"Content-Type": "text/plain"})
    assert status == 415
    assert "application/json" in json.loads(answer)["error"]["hint"]


def test_an_event_of_a_minute_ago_keeps_its_own_time(server):
    event = interaction(at=now_iso(-60))
    assert server.post([event], sent_at=now_iso())[0] == 204
    [(recorded,)] = server.query("select count(*) from interaction where id = ?", event["id"])
    assert recorded == 1
