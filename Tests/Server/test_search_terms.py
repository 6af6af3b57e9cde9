"""What visitors search is kept once three sessions have typed it, and never with the session."""

import uuid

from vitrine_server import interaction


def search(term, session: str, **changes) -> dict:
    return interaction(**{"kind": "search", "place": None, "session": session, "value": 0} | changes) | {"term": term}


def terms(server) -> list:
    return server.query("SELECT term, lang, sessions, without_result FROM search_term ORDER BY term")


def test_a_term_appears_with_its_third_session_and_counts_each_session_once(server):
    for session in ("a", "a", "b"):
        assert server.post([search("  Menhir ", session)])[0] == 204
    assert terms(server) == []
    assert server.post([search("MENHIR", "c", value=4), search("menhir", "d", lang="nl")])[0] == 204
    assert terms(server) == [("menhir", "fr", 3, 2)]
    retried = search("menhir", "e")
    for _ in range(3):
        assert server.post([retried])[0] == 204
    assert terms(server) == [("menhir", "fr", 4, 3)]


def test_what_may_be_personal_is_never_kept_and_the_search_still_counts(server):
    for typed in ("jeanne@example.org", "06 51 19 71 00", "x" * 61):
        for _ in range(4):
            assert server.post([search(typed, uuid.uuid4().hex)])[0] == 204
    assert terms(server) == []
    assert server.query("SELECT count(*) FROM search_candidate") == [(0,)]
    assert server.query("SELECT count(*) FROM interaction WHERE kind = 'search'") == [(12,)]


def test_until_the_third_session_the_word_is_nowhere_on_the_disk_or_in_the_log(server):
    for session in ("a", "b"):
        server.post([search("engloutie", session)])
    server.post([search("engloutie", "c", kind="theme")])
    assert server.query("SELECT count(*) FROM search_candidate") == [(2,)]
    for file in [*server.data.iterdir(), server.log]:
        if file.is_file():
            assert b"engloutie" not in file.read_bytes(), file
    assert terms(server) == []


def test_a_restart_forgets_no_candidate(server):
    for session in ("a", "b"):
        server.post([search("capitelle", session)])
    server.kill()
    server.start()
    server.post([search("capitelle", "c")])
    assert terms(server) == [("capitelle", "fr", 3, 3)]


def test_a_term_that_is_not_a_text_refuses_only_itself(server):
    status, body, _ = server.post([search(["a"], "a"), search(None, "a"), search("b", "a")])
    assert status == 207
    assert b'"index":0' in body and body.count(b'"index"') == 1
