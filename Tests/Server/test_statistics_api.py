"""What it all adds up to, over real sockets: for managers, in one form for one question and for many, and told that it has changed."""

import pytest
from live_events import LiveEvents
from staff import Staff, ask, fact, visit
from test_api import schema
from vitrine_server import desk, interaction

ADDRESSES = ["/api/v1/statistics?q=visitors", "/api/v1/statistics/measures", "/api/v1/statistics/searches", "/api/v1/statistics/live"]


@pytest.fixture
def anne(server):
    return Staff(server, "anne", role="manager")


def record(staff, *facts) -> None:
    status, answer, _ = staff.ask("POST", "/api/v1/desk/facts", {"facts": list(facts)})
    assert status == 200, answer


def answer(staff, query: str, **headers) -> dict:
    status, document, _ = staff.ask("GET", f"/api/v1/statistics?{query}", **headers)
    assert status == 200, document
    return document


def values(document: dict) -> dict:
    return {row["value"]: row["cells"][0]["value"] for row in document["rows"]}


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_but_a_manager_gets_in(server, address):
    status, document, _ = ask(server, "GET", address)
    assert (status, document["error"]["code"]) == (401, "unauthenticated")
    counsellor = Staff(server, "claire")
    status, document, _ = counsellor.ask("GET", address)
    assert (status, document["error"]["code"]) == (403, "forbidden")


def test_one_question_is_answered_with_its_answer(anne):
    record(anne, visit(), visit(contact={"departement": None, "country": "NL", "adults": 3, "children": 0}))
    document = answer(anne, "q=visitors+today+by%3Dcountry")
    schema("Answer").validate(document)
    assert values(document) == {"FR": 4, "NL": 3}
    assert [row["name"] for row in document["rows"]] == ["France", "Pays-Bas"]
    assert document["total"][0]["value"] == 7 and document["total"][0]["n"] == 2
    english = answer(anne, "q=visitors+today+by%3Dcountry", **{"Accept-Language": "en"})
    assert english["name"] == "visitors" and {row["name"] for row in english["rows"]} == {"France", "Netherlands"}


def test_many_questions_are_answered_in_their_order(anne):
    record(anne, visit())
    document = answer(anne, "q=contacts+today&q=visitors+today&q=sessions+today&q=contacts+today+by%3Dtopic")
    schema("Answers").validate(document)
    assert [one["measure"] for one in document["answers"]] == ["contacts", "visitors", "sessions", "contacts"]
    assert [one["total"][0]["value"] for one in document["answers"]] == [1, 4, None, 1], "nobody has touched a screen: that isn't zero"


def test_a_question_that_can_t_be_asked_is_named_and_nothing_is_answered(anne):
    for query, code, index in [
        ("q=blah", "question_word_unknown", None), ("q=visitors&q=blah", "question_word_unknown", 1), ("", "query_invalid", None),
        ("q=visitors+by%3Dproduct", "breakdown_impossible", None), ("q=visitors&publish=yes", "query_invalid", None),
        ("&".join(["q=visitors"] * 41), "query_invalid", None),
    ]:
        status, document, _ = anne.ask("GET", f"/api/v1/statistics?{query}")
        assert (status, document["error"]["code"], document["error"].get("index")) == (400, code, index), query
        schema("Error").validate(document)


def test_what_is_published_hides_small_counts_and_says_so(anne):
    parties = [{"profile": "family"}] * 3 + [{"profile": "couple", "adults": 2, "children": 0}]
    record(anne, *(visit(contact=party) for party in parties))
    inside = answer(anne, "q=visitors+today+by%3Dprofile")
    outside = answer(anne, "q=visitors+today+by%3Dprofile&publish=1")
    assert values(inside) == {"family": 12, "couple": 2} and not inside["published"]
    assert outside["published"] and all(row["cells"][0]["state"] == "hidden" for row in outside["rows"])
    assert all(row["cells"][0][key] is None for row in outside["rows"] for key in ("value", "n", "share"))


def test_of_a_published_page_one_table_doesnt_tell_what_another_hides(anne):
    alone = {"adults": 1, "children": 0}
    record(anne, *(visit(contact={"profile": profile} | alone) for profile in ["family"] * 3 + ["friends"] * 2))
    by_profile, whole = answer(anne, "q=visitors+today+by%3Dprofile&q=visitors+today&publish=1")["answers"]
    assert by_profile["total"][0]["state"] == "hidden"
    assert whole["total"][0]["state"] == "hidden", "5, of 3 and 2"
    assert answer(anne, "q=visitors+today&publish=1")["total"][0]["value"] == 5, "alone it tells of nobody"


def test_every_figure_is_in_the_catalogue_and_can_be_asked(anne):
    status, catalogue, _ = anne.ask("GET", "/api/v1/statistics/measures")
    assert status == 200
    schema("MeasureCatalogue").validate(catalogue)
    assert catalogue["currency"] == "EUR" and catalogue["facets"][0] == {"code": "hour", "name": "heure"}
    for measure in catalogue["measures"]:
        facets = "&".join(f"q={measure['code']}+today+by%3D{facet}" for facet in measure["facets"])
        document = answer(anne, f"q={measure['code']}+today" + (f"&{facets}" if facets else ""))
        for one in document.get("answers", [document]):
            schema("Answer").validate(one)


def test_what_three_sessions_searched_is_read_by_managers(server, anne):
    for _ in range(3):
        status, body, _ = server.post([interaction(kind="search", place=None, value=0) | {"term": "piscine"}])
        assert status == 204, body
    status, document, _ = anne.ask("GET", "/api/v1/statistics/searches")
    assert status == 200
    schema("SearchedTerms").validate(document)
    assert [(term["term"], term["sessions"], term["without_result"]) for term in document["terms"]] == [("piscine", 3, 3)]


def test_managers_hear_that_something_was_recorded_whoever_records_it(server, anne):
    headers = {"Authorization": f"Bearer {anne.token}"}
    with LiveEvents(server, "/api/v1/statistics/live", headers) as board:
        assert board.next("recorded") == {"desk": 0, "screens": 0, "till": 0}
        record(anne, fact("tally", {"people": 3}))
        assert board.next("recorded", 10)["desk"] == 1
        # From a process of its own, beside the server.
        run = desk(server.data, "visit", "34", "2")
        assert run.returncode == 0, run.stderr
        assert board.next("recorded", 10)["desk"] == 2
        server.post([interaction()])
        assert board.next("recorded", 10)["screens"] == 1
