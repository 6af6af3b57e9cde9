"""A desk on another machine, over real sockets: what it records is kept once, whole or not at all, and read back."""

import json
import re
import time
import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from staff import Staff, fact, visit
from test_api import schema
from vitrine_server import VitrineServer, now_iso

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date().isoformat()


@pytest.fixture
def claire(server):
    return Staff(server, "claire")


def record(staff, *facts):
    return staff.ask("POST", "/api/v1/desk/facts", {"facts": list(facts)})


def kept(server) -> int:
    return server.query("SELECT count(*) FROM desk_fact")[0][0]


def last(staff, count: int = 5) -> list:
    status, answer, _ = staff.ask("GET", f"/api/v1/desk/facts/last?count={count}")
    assert status == 200
    schema("KeptFacts").validate(answer)
    return answer["facts"]


def refused(answer, status: int, code: str, index: int | None = None):
    got, document, _ = answer
    assert (got, document["error"]["code"]) == (status, code), document
    schema("Error").validate(document)
    assert document["error"].get("index") == index


def test_a_desk_learns_what_it_must_know_of_its_office(claire):
    status, setting, headers = claire.ask("GET", "/api/v1/desk/setting")
    assert status == 200
    schema("DeskSetting").validate(setting)
    assert (setting["office"], setting["time_zone"]) == ("pays-de-sommieres", "Europe/Paris")
    assert headers["cache-control"] == "no-store"


def test_the_office_s_words_follow_its_content_without_a_restart(tmp_path, content):
    office = content / "office.yaml"
    with VitrineServer(tmp_path / "data", content) as server:
        claire = Staff(server, "claire")

        def hiking() -> list:
            topics = claire.ask("GET", "/api/v1/desk/setting")[1]["vocabulary"]["topics"]
            return next(topic["words"] for topic in topics if topic["code"] == "hiking")

        def read() -> list:
            return claire.ask("POST", "/api/v1/desk/read", {"line": "34 2 zinzin"})[1]["contact"]["topics"]

        assert "rando" in hiking() and read() == []
        office.write_text(re.sub(r"\brando\b", "rando, zinzin", office.read_text(), count=1))
        deadline = time.monotonic() + 10
        while read() != ["hiking"]:
            assert time.monotonic() < deadline, "the new word is never understood"
            time.sleep(0.05)
        assert "zinzin" in hiking()
        # Desks on this machine read it in the register.
        while "zinzin" not in server.query("SELECT desk FROM office")[0][0]:
            assert time.monotonic() < deadline, "the register is never told"
            time.sleep(0.05)


def test_a_line_is_read_in_words_and_positions_of_the_browser(claire):
    status, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 2+2 Réunion ? 😀 zz"})
    assert status == 200
    schema("ReadLine").validate(read)
    line = "34 2+2 Réunion ? 😀 zz".encode("utf-16-le")
    for token in read["tokens"]:
        assert line[2 * token["from"]:2 * token["to"]].decode("utf-16-le") == token["text"]
    assert read["problems"] and read["line"] is None

    _, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 2+2 famille rando"})
    assert read["problems"] == []
    assert (read["contact"]["departement"], read["contact"]["adults"], read["contact"]["children"]) == ("34", 2, 2)
    assert read["contact"]["topics"] == ["hiking"]
    assert read["line"] and not read["says_when"]
    assert "adultes" in read["words"]
    _, english, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 2+2"}, **{"Accept-Language": "en"})
    assert "adults" in english["words"]


def test_what_is_mended_keeps_its_moment_unless_the_line_says_another(claire):
    at = now_iso(-86_400)
    _, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 2", "at": at})
    assert (read["occurred_at"], read["says_when"]) == (at, False)


def test_a_line_that_waited_for_the_server_is_read_as_of_when_it_was_typed(claire):
    typed = datetime.now(ZoneInfo("Europe/Paris")) - timedelta(days=3)
    _, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 2 @hier", "at": typed.isoformat(timespec="milliseconds")})
    assert read["says_when"]
    happened = datetime.fromisoformat(read["occurred_at"]).astimezone(ZoneInfo("Europe/Paris"))
    assert happened.date() == typed.date() - timedelta(days=1)


def test_a_line_with_a_problem_says_what_could_stand_there_in_the_language_asked_for(claire):
    messages = set()
    for lang in ("fr", "en"):
        _, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "20 2"}, **{"Accept-Language": lang})
        problem = read["problems"][0]
        assert read["tokens"][problem["token"]]["text"] == "20"
        messages.add(problem["message"])
    assert len(messages) == 2


def test_a_visit_is_on_disk_under_the_name_of_whoever_logged_in(claire):
    server = claire.server
    sent = visit(counsellor="somebody-else")
    status, answer, _ = record(claire, sent)
    assert status == 200
    schema("Receipts").validate(answer)
    assert answer == {"receipts": [{"id": sent["id"], "status": "recorded"}]}
    kept_fact = last(claire)[0]
    assert kept_fact["fact"] == sent | {"counsellor": "claire"}
    assert (kept_fact["counts"], kept_fact["day"], kept_fact["revised_by"]) == (True, kept_fact["day"], None)
    assert "Hérault" in kept_fact["words"] and kept_fact["line"].startswith("34")
    server.kill()
    server.start()
    assert last(claire)[0]["fact"]["id"] == sent["id"]


def test_what_is_sent_twice_counts_once(claire):
    sent = [visit(), visit(), fact("tally", {"people": 6})]
    statuses = [[receipt["status"] for receipt in record(claire, *sent)[1]["receipts"]] for _ in range(2)]
    assert statuses == [["recorded"] * 3, ["known"] * 3]
    assert kept(claire.server) == 3


def test_all_kinds_travel_and_come_back_the_same(claire):
    sent = [
        visit(), fact("tally", {"people": 6}), fact("door", {"people": 0}),
        fact("attendance", {"kind": "admission", "site": "chapelle-castrale", "adults": 12, "children": 4, "paid": True}),
        fact("opening", {"periods": [{"from": 540, "to": 750}, {"from": 840, "to": 1080}]}),
        fact("annotation", {"text": "orage, marché annulé"}),
    ]
    assert record(claire, *sent)[0] == 200
    assert {f["fact"]["id"]: f["fact"] for f in last(claire, 6)} == {
        f["id"]: f | {"counsellor": "claire"} for f in sent}
    _, only, _ = claire.ask("GET", f"/api/v1/desk/facts?from={TODAY}&to={TODAY}&kinds=tally,door")
    assert sorted(f["fact"]["kind"] for f in only["facts"]) == ["door", "tally"]


@pytest.mark.parametrize(("spoil", "code"), [
    (lambda f: f["visit"]["contact"].update(adults=400), "party_invalid"),
    (lambda f: f["visit"]["contact"].update(departement="20"), "departement_invalid"),
    (lambda f: f["visit"]["contact"].update(country=None), "departement_invalid"),
    (lambda f: f.update(at=now_iso(3_600)), "at_in_future"),
    (lambda f: f.update(at="2020-01-01T00:00:00Z"), "at_too_old"),
    (lambda f: f.update(desk="à l'accueil"), "desk_invalid"),
    (lambda f: f.update(revises=str(uuid.uuid4())), "fact_unknown"),
])
def test_one_fact_that_breaks_a_rule_is_named_and_nothing_is_kept(claire, spoil, code):
    good, bad = visit(), visit()
    spoil(bad)
    refused(record(claire, good, bad, visit()), 422, code, index=1)
    assert kept(claire.server) == 0


def test_what_somebody_else_has_mended_already_is_refused(claire):
    first = visit()
    record(claire, first)
    mended = visit(revises=first["id"], at=first["at"])
    assert record(claire, mended)[0] == 200
    refused(record(claire, visit(), visit(revises=first["id"])), 409, "fact_was_revised", index=1)
    assert kept(claire.server) == 2


def test_a_history_is_told_by_any_of_its_ids_or_the_beginning_of_one(claire):
    first = visit()
    record(claire, first)
    second = visit(revises=first["id"], at=first["at"], contact={"adults": 1, "children": 0})
    record(claire, second)
    third = second | {"id": str(uuid.uuid4()), "revises": second["id"], "voided": "saisie deux fois"}
    record(claire, third)
    for name in (first["id"], second["id"], third["id"][:13]):
        status, answer, _ = claire.ask("GET", f"/api/v1/desk/facts/{name}/history")
        assert status == 200
        schema("KeptFacts").validate(answer)
        history = answer["facts"]
        assert [f["fact"]["id"] for f in history] == [first["id"], second["id"], third["id"]]
        assert [f["revised_by"] for f in history] == [second["id"], third["id"], None]
        assert {f["origin"] for f in history} == {first["id"]}
        assert not any(f["counts"] for f in history)
    assert last(claire) == []
    _, listed, _ = claire.ask("GET", f"/api/v1/desk/facts?from={TODAY}&to={TODAY}&all=1")
    assert len(listed["facts"]) == 3


def test_an_unknown_history_is_told_as_such_and_an_ambiguous_one_lists_its_choices(claire):
    refused(claire.ask("GET", "/api/v1/desk/facts/0123abcd/history"), 404, "fact_unknown")
    # Two facts whose ids begin alike.
    twins = [visit(id=f"0123abcd-0000-4000-8000-00000000000{n}") for n in (1, 2)]
    record(claire, *twins)
    answer = claire.ask("GET", "/api/v1/desk/facts/0123abcd/history")
    refused(answer, 409, "fact_ambiguous")
    assert "0123abcd-0000" in answer[1]["error"]["message"]


def test_statistics_follow_at_once(claire):
    def statistics():
        status, answer, _ = claire.ask("GET", f"/api/v1/desk/statistics?from={TODAY}&to={TODAY}")
        assert status == 200
        schema("DeskStatistics").validate(answer)
        return answer

    assert (statistics()["contacts"], statistics()["days"][0]["kind"]) == (0, "not-counted")
    first = visit()
    record(claire, first, visit(contact={"channel": "phone"}), fact("tally", {"people": 6}))
    now = statistics()
    assert (now["contacts"], now["visitors"], now["tallied"], now["remote"]) == (2, 10, 6, 1)
    record(claire, first | {"id": str(uuid.uuid4()), "revises": first["id"], "voided": "erreur"})
    assert (statistics()["contacts"], statistics()["visitors"]) == (1, 6)


@pytest.mark.parametrize("query", [
    "", "?from=2026-07-01", "?from=2026-07-31&to=2026-07-01", "?from=2026-02-30&to=2026-03-01", "?from=a&to=b",
    "?from=1900-01-01&to=2026-07-01"])
def test_a_period_that_is_none_is_refused(claire, query):
    for path in ("/api/v1/desk/facts", "/api/v1/desk/statistics"):
        refused(claire.ask("GET", path + query), 400, "query_invalid")


def test_a_body_that_cannot_be_read_says_where(claire):
    path = "/api/v1/desk/facts"
    good, bad = visit(), visit()
    del bad["visit"]
    refused(claire.ask("POST", path, {"facts": [good, bad]}), 400, "field_missing", index=1)
    refused(claire.ask("POST", path, {"facts": [visit(at="hier")]}), 400, "value_invalid", index=0)
    refused(claire.ask("POST", path, {"facts": [visit(id=7)]}), 400, "field_mistyped", index=0)
    refused(claire.ask("POST", path, {"facts": []}), 400, "facts_count_invalid")
    refused(claire.ask("POST", path, {"facts": [fact("tally", {"people": 1}) for _ in range(201)]}), 400, "facts_count_invalid")
    refused(claire.ask("POST", path, ["x"]), 400, "field_mistyped")
    bearer = {"Authorization": f"Bearer {claire.token}"}
    for body, kind, status in ((b"{", "application/json", 400), (b"\xff\xfe", "application/json", 400),
                               (b"facts=1", "application/x-www-form-urlencoded", 415), (b"{}", "text/plain", 415)):
        got = claire.server.request("POST", path, body, bearer | {"Content-Type": kind})
        assert got[0] == status, got
    assert kept(claire.server) == 0


def test_a_huge_body_is_refused_before_anything_is_done_with_it(claire):
    line = {"line": "x" * 9_000}
    assert claire.ask("POST", "/api/v1/desk/read", line)[0] == 413
    assert claire.ask("POST", "/api/v1/desk/facts", {"facts": [visit()], "pad": "x" * 300_000})[0] == 413
    assert kept(claire.server) == 0
    # Under the limit of bodies, but no line that anybody types: refused as a line, at once.
    began = time.monotonic()
    _, read, _ = claire.ask("POST", "/api/v1/desk/read", {"line": "34 " * 2_000})
    assert read["problems"][0]["code"] == "line_too_long"
    assert time.monotonic() - began < 5


def test_a_notice_announced_from_another_machine_is_on_the_screens_and_ends_there(claire):
    server = claire.server
    notice = {"id": str(uuid.uuid4()), "level": "warning", "hazard": None, "texts": {"fr": "Le château ferme à 17 h"}, "places": [],
              "starts_at": now_iso(-1), "ends_at": now_iso(3_600), "at": now_iso(-1), "supersedes": None}
    status, answer, _ = claire.ask("POST", "/api/v1/desk/notices", notice)
    assert status == 201
    assert claire.ask("POST", "/api/v1/desk/notices", notice)[0] == 200
    shown = json.loads(server.get("/api/v1/notices")[1])["notices"]
    assert [n["id"] for n in shown] == [notice["id"]]
    status, listed, _ = claire.ask("GET", "/api/v1/desk/notices")
    assert status == 200
    schema("DeskNotices").validate(listed)
    assert listed["notices"] == [answer]
    assert answer == notice

    end = notice | {"id": str(uuid.uuid4()), "supersedes": notice["id"], "ends_at": now_iso(), "at": now_iso()}
    assert claire.ask("POST", "/api/v1/desk/notices", end)[0] == 201
    assert claire.ask("POST", "/api/v1/desk/notices", end)[0] == 200
    assert json.loads(server.get("/api/v1/notices")[1])["notices"] == []
    refused(claire.ask("POST", "/api/v1/desk/notices", end | {"id": str(uuid.uuid4())}), 409, "notice_was_changed")
    refused(claire.ask("POST", "/api/v1/desk/notices", end | {"id": str(uuid.uuid4()), "supersedes": str(uuid.uuid4())}),
            404, "notice_unknown")


def test_a_notice_that_cannot_be_is_refused_like_at_the_desk(claire):
    notice = {"id": str(uuid.uuid4()), "level": "info", "texts": {"fr": "Fermé"}, "ends_at": now_iso(3_600)}
    for change, status, code in (
            ({"texts": {}}, 422, "notice_text_invalid"), ({"texts": {"xx": "a"}}, 422, "notice_text_invalid"),
            ({"ends_at": now_iso(-60)}, 422, "notice_period_invalid"), ({"level": "panic"}, 400, "value_invalid"),
            ({"places": ["Le Château"]}, 422, "notice_places_invalid"), ({"at": now_iso(3_600)}, 422, "at_in_future"),
            ({"id": "x"}, 400, "value_invalid")):
        refused(claire.ask("POST", "/api/v1/desk/notices", notice | change), status, code)
    assert json.loads(claire.server.get("/api/v1/notices")[1])["notices"] == []


def test_the_desk_s_page_is_served_at_the_address_that_is_said(tmp_path):
    web = tmp_path / "web"
    (web / "desk").mkdir(parents=True)
    (web / "index.html").write_text("<p>écran</p>")
    (web / "desk/index.html").write_text("<p>comptoir</p>")
    server = VitrineServer(tmp_path / "data")
    server.web = web
    with server:
        for path in ("/desk", "/desk/"):
            status, body, headers = server.get(path)
            assert (status, body.decode()) == (200, "<p>comptoir</p>")
            assert "default-src 'none'" in headers["content-security-policy"]
        assert [file["path"] for file in json.loads(server.get("/app.json")[1])["files"]] == ["/"]
