"""The strategy's board and the figures that managers enter, over real sockets."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from staff import Staff
from test_api import schema

YEAR = datetime.now(ZoneInfo("Europe/Paris")).date().year


@pytest.fixture
def marie(server):
    return Staff(server, "marie", role="manager")


def enter(staff, indicator="facebook", value="12 450", period=str(YEAR), source="Statistiques de la page", **headers):
    document = {"id": str(uuid.uuid4()), "indicator": indicator, "period": period, "value": value, "source": source}
    return staff.ask("POST", "/api/v1/indicators", document, **headers)


def board(staff, query: str = "") -> dict:
    status, answer, headers = staff.ask("GET", f"/api/v1/strategy{query}")
    assert status == 200 and headers["cache-control"] == "no-store"
    schema("Strategy").validate(answer)
    return answer


def line(answer: dict, code: str) -> dict:
    return next(line for axis in answer["axes"] for objective in axis["objectives"] for line in objective["indicators"] if line["code"] == code)


def test_a_figure_that_a_manager_enters_is_on_the_board_with_its_source_and_its_author(server, marie):
    status, answer, _ = enter(marie)
    schema("IndicatorEntered").validate(answer)
    assert (status, answer["replaced"], answer["entry"]["who"]) == (201, None, "marie")
    shown = line(board(marie), "facebook")
    assert (shown["value"], shown["source"], shown["who"]) == (12450, "Statistiques de la page", "marie")
    assert server.query("SELECT period, value, who FROM indicator_value_current WHERE indicator = 'facebook'") == [(str(YEAR), 12450.0, "marie")]


def test_entered_again_it_is_corrected_and_what_was_there_is_told(marie):
    enter(marie, value="100")
    status, answer, _ = enter(marie, value="110")
    assert (status, answer["replaced"]["value"], answer["replaced"]["counts"]) == (201, 100, True)
    assert line(board(marie), "facebook")["value"] == 110


def test_a_request_that_is_tried_again_counts_once(server, marie):
    document = {"id": str(uuid.uuid4()), "indicator": "fairs", "period": f"{YEAR}-01", "value": "3", "source": "Agenda"}
    for _ in range(2):
        assert marie.ask("POST", "/api/v1/indicators", document)[0] == 201
    assert server.query("SELECT count(*) FROM indicator_value WHERE indicator = 'fairs'") == [(1,)]


def test_what_is_to_be_entered_is_listed_with_what_was(marie):
    enter(marie, "fairs", "3", f"{YEAR}-01")
    status, answer, _ = marie.ask("GET", f"/api/v1/indicators?year={YEAR}")
    assert status == 200
    schema("EnteredIndicators").validate(answer)
    listed = {indicator["code"]: indicator for indicator in answer["indicators"]}
    assert [entry["period"] for entry in listed["fairs"]["entries"]] == [f"{YEAR}-01"]
    assert listed["facebook"]["entries"] == [] and listed["facebook"]["from"] == "Statistiques de la page"


@pytest.mark.parametrize("changes, status, code", [
    ({"indicator": "facebok"}, 404, "indicator_unknown"), ({"indicator": "visitors"}, 422, "indicator_not_entered"),
    ({"value": "douze"}, 422, "indicator_value_invalid"), ({"source": " "}, 422, "indicator_source_invalid"),
    ({"period": str(YEAR + 1)}, 422, "indicator_period_invalid"), ({"period": "juillet"}, 400, None),
])
def test_what_cannot_be_kept_is_refused(server, marie, changes, status, code):
    got, answer, _ = enter(marie, **changes)
    schema("Error").validate(answer)
    assert got == status and code in (None, answer["error"]["code"]), answer
    assert server.query("SELECT count(*) FROM indicator_value WHERE who = 'marie'") == [(0,)]


def test_the_board_speaks_the_language_that_is_asked_for_and_of_the_year_that_is_asked_about(marie):
    status, english, _ = marie.ask("GET", f"/api/v1/strategy?year={YEAR - 1}", **{"Accept-Language": "en"})
    assert (status, english["year"], english["axes"][0]["name"]) == (200, YEAR - 1, "Visibility")
    assert board(marie)["axes"][0]["name"] == "Visibilité"
    assert marie.ask("GET", "/api/v1/strategy?year=26")[0] == 400


def test_a_counsellor_neither_reads_nor_enters_what_managers_do(server):
    claire = Staff(server, "claire")
    assert claire.ask("GET", "/api/v1/strategy")[0] == 403
    assert claire.ask("GET", "/api/v1/indicators")[0] == 403
    assert enter(claire)[0] == 403
