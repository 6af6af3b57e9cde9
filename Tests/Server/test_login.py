"""Who may ask: logging in and out, cookies and tokens, wrong passwords, and that nothing of it is in a log."""

import json
import re
import sqlite3
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPSConnection
from http.cookies import SimpleCookie

import pytest
from staff import PASSWORD, Staff, ask, log_in, visit, vitrine_user
from test_api import schema
from vitrine_server import ROOT, VitrineServer, free_port

ME = "/api/v1/me"


def add(server, name: str, role: str = "desk") -> None:
    run = vitrine_user(server, "add", name, "--role", role, "--password-stdin")
    assert run.returncode == 0, run.stderr


def cookie_of(answered: dict) -> SimpleCookie:
    return SimpleCookie(answered["set-cookie"])


def browser(server, user: str = "claire") -> dict:
    """The headers that a browser sends with each request of the desk's page."""
    status, _, answered = log_in(server, user, cookie=True)
    assert status == 200
    return {"Cookie": f"theme=dark; vitrine_session={cookie_of(answered)['vitrine_session'].value}"}


def code(answer) -> tuple:
    return answer[0], answer[1]["error"]["code"]


def test_a_desk_gets_a_token_that_says_who_it_is(server):
    add(server, "claire", "manager")
    status, answer, headers = log_in(server, "claire")
    assert status == 200
    schema("NewSession").validate(answer)
    assert (answer["user"], answer["role"]) == ("claire", "manager")
    assert "set-cookie" not in headers and headers["cache-control"] == "no-store"
    status, me, headers = ask(server, "GET", ME, Authorization=f"Bearer {answer['token']}")
    assert status == 200 and headers["cache-control"] == "no-store"
    schema("Session").validate(me)
    assert me == {key: answer[key] for key in ("user", "role", "expires_at")}


def test_a_browser_gets_a_cookie_that_no_script_and_no_other_site_can_use(server):
    add(server, "claire")
    status, answer, headers = log_in(server, "claire", cookie=True)
    assert (status, answer["token"]) == (200, None)
    cookie = cookie_of(headers)["vitrine_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert int(cookie["max-age"]) == 12 * 3_600
    assert not cookie["secure"], "a browser would drop it on plain HTTP"
    assert ask(server, "GET", ME, Cookie=f"vitrine_session={cookie.value}")[1]["user"] == "claire"


def test_over_tls_the_cookie_is_sent_over_tls_only(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    with VitrineServer(tmp_path / "data") as server:
        add(server, "claire")
    server = VitrineServer(
        tmp_path / "data", ROOT / "content", free_port(), "--tls-certificate", str(certificate), "--tls-key", str(key))
    process = subprocess.Popen(server.command(), stdout=subprocess.PIPE, text=True)
    try:
        assert "https://" in process.stdout.readline()
        connection = HTTPSConnection(
            "127.0.0.1", server.port, context=ssl.create_default_context(cafile=certificate), timeout=10)
        connection.request(
            "POST", "/api/v1/login", json.dumps({"user": "claire", "password": PASSWORD, "cookie": True}),
            {"Content-Type": "application/json", "Origin": f"https://127.0.0.1:{server.port}"})
        answer = connection.getresponse()
        assert answer.status == 200
        assert SimpleCookie(answer.getheader("Set-Cookie"))["vitrine_session"]["secure"]
    finally:
        process.terminate()
        process.wait(10)


def test_a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing(server):
    add(server, "claire")
    answers = [log_in(server, user, "tout autre chose") for user in ("claire", "personne", "CLAIRE ", "")]
    assert {code(answer) for answer in answers} == {(401, "wrong_password")}
    assert len({answer[1]["error"]["message"] for answer in answers}) == 1
    for answer in answers:
        schema("Error").validate(answer[1])
    french = answers[0][1]["error"]["message"]
    assert log_in(server, "claire", "x", **{"Accept-Language": "en"})[1]["error"]["message"] != french


def test_wrong_passwords_make_everybody_wait_for_that_name_and_a_restart_helps_nobody(server):
    add(server, "claire")
    add(server, "paul")
    statuses = [log_in(server, "claire", f"faux {n}")[0] for n in range(6)]
    assert statuses == [401] * 6
    status, answer, headers = log_in(server, "claire")
    assert (status, answer["error"]["code"]) == (429, "too_many_logins"), "the right one isn't looked at either"
    assert int(headers["retry-after"]) == 1
    # As if it had been wrong twelve times, so that the wait is longer than a server takes to start.
    with closing(sqlite3.connect(server.database, timeout=5)) as database:
        database.execute("UPDATE login_failure SET failures = 12, last_ms = ?", (int(time.time() * 1_000),))
        database.commit()
    server.kill()
    server.start()
    status, _, headers = log_in(server, "claire")
    assert status == 429 and 1 < int(headers["retry-after"]) <= 64
    assert log_in(server, "paul")[0] == 200, "others aren't kept out"
    assert vitrine_user(server, "password", "claire", "--password-stdin").returncode == 0
    assert log_in(server, "claire")[0] == 200, "whoever looks after the server lets her in again"


def test_the_wait_ends_and_a_right_password_forgets_the_wrong_ones(server):
    add(server, "claire")
    for n in range(6):
        log_in(server, "claire", f"faux {n}")
    wait = int(log_in(server, "claire")[2]["retry-after"])
    time.sleep(wait + 0.1)
    assert log_in(server, "claire")[0] == 200
    assert [log_in(server, "claire", "faux")[0] for _ in range(3)] == [401] * 3


def test_an_address_that_tries_many_names_waits_too(server):
    add(server, "claire")
    statuses = [log_in(server, f"nom{n}", "faux")[0] for n in range(21)]
    assert statuses == [401] * 21
    assert log_in(server, "claire")[0] == 429
    # What is kept of it says neither who nor where.
    assert server.query("SELECT count(*) FROM login_failure WHERE length(key) <> 16") == [(0,)]


def test_many_logins_at_once_are_looked_at_one_by_one_and_the_rest_told_to_come_back(server):
    add(server, "claire")
    with ThreadPoolExecutor(24) as people:
        answers = list(people.map(lambda _: log_in(server, "claire"), range(24)))
    statuses = sorted({answer[0] for answer in answers})
    assert statuses in ([200], [200, 429])
    for status, _, headers in answers:
        if status == 429:
            assert int(headers["retry-after"]) >= 1


def test_logging_out_ends_that_session_and_no_other(server):
    claire = Staff(server, "claire")
    other = claire.new_token()
    assert claire.ask("POST", "/api/v1/logout")[0] == 204
    assert code(claire.ask("GET", ME)) == (401, "unauthenticated")
    assert ask(server, "GET", ME, Authorization=f"Bearer {other}")[0] == 200


def test_logging_out_of_a_browser_takes_the_cookie_back(server):
    add(server, "claire")
    headers = browser(server)
    status, _, answered = ask(server, "POST", "/api/v1/logout", {}, **headers)
    assert status == 204
    assert cookie_of(answered)["vitrine_session"]["max-age"] == "0"
    assert ask(server, "GET", ME, **headers)[0] == 401


def test_a_page_of_another_site_gets_nothing_written_with_the_cookie(server):
    add(server, "claire")
    headers = browser(server)
    path, document = "/api/v1/desk/facts", {"facts": [visit()]}
    own = f"http://127.0.0.1:{server.port}"
    for foreign in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": own + ".evil.example"},
                    {"Origin": f"http://evil127.0.0.1:{server.port}"}, {"Sec-Fetch-Site": "cross-site"},
                    {"Sec-Fetch-Site": "same-site"}, {"Origin": own, "Sec-Fetch-Site": "cross-site"}):
        assert code(ask(server, "POST", path, document, **headers, **foreign)) == (403, "forbidden"), foreign
        assert code(log_in(server, "claire", cookie=True, **foreign)) == (403, "forbidden"), foreign
        assert code(ask(server, "POST", "/api/v1/logout", {}, **headers, **foreign)) == (403, "forbidden"), foreign
    body = json.dumps(document).encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert server.request("POST", path, body, headers | {"Content-Type": kind})[0] == 415
    assert server.request("POST", path, body, headers)[0] == 415
    assert server.query("SELECT count(*) FROM desk_fact") == [(0,)]
    assert ask(server, "POST", path, document, Origin=own, **headers, **{"Sec-Fetch-Site": "same-origin"})[0] == 200
    assert ask(server, "POST", path, document, **headers)[0] == 200


def test_a_token_shown_wrongly_is_nobody_s(server):
    claire = Staff(server, "claire")
    for header in ("", "Bearer", f"Basic {claire.token}", f"Bearer {claire.token[:-1]}", f"Bearer {claire.token}0",
                   f"Bearer {claire.token.upper()}", f"Bearer {claire.token} x", "Bearer " + "0" * 64, "Bearer é"):
        assert code(ask(server, "GET", ME, Authorization=header.encode())) == (401, "unauthenticated"), header
    assert ask(server, "GET", ME, Authorization=f"bearer {claire.token}")[0] == 200


def test_a_user_who_is_removed_is_out_at_once_and_the_name_can_come_back(server):
    claire = Staff(server, "claire")
    assert vitrine_user(server, "remove", "claire").returncode == 0
    assert claire.ask("GET", ME)[0] == 401
    assert log_in(server, "claire")[0] == 401
    add(server, "claire", "admin")
    assert claire.ask("GET", ME)[0] == 401, "sessions of before don't come back"
    assert log_in(server, "claire")[1]["role"] == "admin"


def test_another_password_logs_out_everywhere_and_another_role_holds_at_once(server):
    claire = Staff(server, "claire")
    assert vitrine_user(server, "role", "claire", "--role", "manager").returncode == 0
    assert claire.ask("GET", ME)[1]["role"] == "manager"
    assert vitrine_user(server, "password", "claire", "--password-stdin", typed="tout autre chose").returncode == 0
    assert claire.ask("GET", ME)[0] == 401
    assert log_in(server, "claire")[0] == 401
    assert log_in(server, "claire", "tout autre chose")[0] == 200


@pytest.mark.parametrize("document", [{}, {"user": "claire"}, {"user": 1, "password": "x"}, [], "x",
                                      {"user": "claire", "password": "x", "cookie": "yes"}])
def test_a_login_that_cannot_be_read_says_so(server, document):
    assert ask(server, "POST", "/api/v1/login", document)[0] == 400


def test_a_huge_login_is_refused_without_looking_at_it(server):
    assert log_in(server, "claire", "x" * 5_000)[0] == 413
    assert server.query("SELECT count(*) FROM login_failure") == [(0,)]


def test_no_token_and_no_password_is_in_a_log_or_readable_in_the_data_folder(tmp_path):
    log = tmp_path / "access.log"
    with VitrineServer(tmp_path / "data", ROOT / "content", None, "--access-log", str(log)) as server:
        claire = Staff(server, "claire")
        headers = browser(server)
        cookie = re.search(r"vitrine_session=(\w+)", headers["Cookie"])[1]
        log_in(server, PASSWORD, "une phrase tapée au mauvais endroit")
        ask(server, "GET", f"{ME}?token={claire.token}", **headers)
        claire.ask("POST", "/api/v1/desk/read", {"line": "34 2+2"})
        claire.ask("POST", "/api/v1/logout")
    secrets = [PASSWORD, claire.token, cookie, "mauvais endroit"]
    read = {path: path.read_bytes() for path in [log, server.log, *server.data.iterdir()]}
    assert b"/api/v1/login" in read[log]
    for path, content in read.items():
        for secret in secrets:
            assert secret.encode() not in content, path
    assert any(b"$argon2id$" in content for content in read.values())
