"""Whatever is asked of two years of facts, `desk stats` says what the oracle counts row by row.

    VITRINE_SEED=7 .tools/venv/bin/python -m pytest -q Tests/Commands/test_statistics_oracle.py      # another office, other questions
"""

import copy
import os
import random
from datetime import UTC, date, datetime, time
from time import monotonic, sleep

import pytest
from statistics_desk import StatisticsDesk
from statistics_document import differences, parts_add_up
from statistics_figures import MEASURES, TIME, is_of_screens
from statistics_office import MadeUpOffice
from statistics_oracle import Oracle
from statistics_questions import question
from statistics_rows import Office, Register
from suppression_attack import found_out
from till_office import copied
from travelling_server import TravellingServer

SEED = int(os.environ.get("VITRINE_SEED", "20261123"))
TODAY = date(2026, 11, 20)
QUESTIONS_EACH, PUBLISHED = 6, 120


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    print(f"VITRINE_SEED={SEED}")
    return MadeUpOffice(tmp_path_factory.mktemp("office"), SEED, scale=0.5).record()


@pytest.fixture(scope="module")
def desk(recorded):
    return StatisticsDesk(recorded.data, f"{TODAY} 10:00:00")


@pytest.fixture(scope="module")
def oracle(recorded):
    office = Office(recorded.content)
    return Oracle(Register(recorded.data / "vitrine.sqlite", office), TODAY)


def test_in_the_office_is_everything_that_makes_figures_go_wrong(recorded, oracle):
    rows = oracle.register.rows
    assert {row["day"] for row in rows["contact"]} >= {date(2025, 10, 26), date(2026, 3, 29)}, "the clock changes"
    assert any(row["people"] == 0 and row["tallied"] for row in rows["party"]), "a tally that samples tell all of"
    assert any(row["minutes"] == 0 for row in rows["opening"])
    assert any(row["seconds"] is None for row in rows["session"])
    assert any(line["gross"] < 0 and line["consigned"] for line in rows["line"])
    with Register.connect(recorded.data / "vitrine.sqlite") as database:
        facts = dict(database.execute("SELECT entry, count(*) FROM desk_fact GROUP BY entry").fetchall())
        assert facts["late"] > 20 and database.execute("SELECT count(*) FROM desk_fact WHERE voided IS NOT NULL").fetchone()[0] > 10
        assert database.execute("SELECT count(*) FROM till_entry WHERE training AND kind = 'sale'").fetchone()[0] > 3


def test_every_figure_there_is_has_its_oracle(desk):
    assert set(desk.catalogue()) == set(MEASURES)


def test_every_answer_is_what_the_oracle_counts(desk, oracle):
    chance, catalogue = random.Random(SEED), desk.catalogue()
    asked = [question(chance, measure, catalogue, oracle.register.office) for measure in MEASURES for _ in range(QUESTIONS_EACH)]
    answers = desk.all([one.text for one in asked])
    found = [line for one, answer in zip(asked, answers, strict=True) for line in differences(one, answer, oracle)]
    assert not found, f"VITRINE_SEED={SEED}, {len(found)} differences:\n" + "\n".join(found[:60])


def test_the_questions_are_of_all_sorts(oracle):
    chance = random.Random(SEED)
    catalogue = {measure: (["day", "hour", "weekday", "month"], ["hour", "weekday"]) for measure in MEASURES}
    asked = [question(chance, measure, catalogue, oracle.register.office) for measure in MEASURES for _ in range(QUESTIONS_EACH)]
    assert len({one.text for one in asked}) > 150
    assert {one.against for one in asked} >= {None, "dates", "weekdays", "to-date", "opening-hours", "holidays-a", "holidays-b", "holidays-c"}
    assert {one.by for one in asked} & set(TIME) and any(one.only for one in asked)


def test_what_screens_counted_is_told_when_its_rows_are_long_forgotten(recorded, oracle, tmp_path):
    later = date(2029, 2, 1)
    data = copied(recorded.data, tmp_path / "later")
    with TravellingServer(data, recorded.content, datetime.combine(later, time(9), UTC)) as server:
        deadline = monotonic() + 30
        while server.query("SELECT count(*) FROM interaction") != [(0,)]:
            assert monotonic() < deadline, "raw rows are kept 25 months"
            sleep(0.1)
    desk, remembering = StatisticsDesk(data, f"{later} 10:00:00"), Oracle(oracle.register, later)
    chance, catalogue = random.Random(SEED + 2), desk.catalogue()
    asked = [question(chance, measure, catalogue, oracle.register.office) for measure in MEASURES if is_of_screens(measure) for _ in range(3)]
    answers = desk.all([one.text for one in asked])
    found = [line for one, answer in zip(asked, answers, strict=True) for line in differences(one, answer, remembering)]
    assert not found, f"VITRINE_SEED={SEED}, {len(found)} differences:\n" + "\n".join(found[:60])


def test_nothing_hidden_is_found_out_from_what_is_published(desk, oracle):
    chance, catalogue = random.Random(SEED + 1), desk.catalogue()
    told_apart = [measure for measure in MEASURES if catalogue[measure][0]]
    asked = []
    while len(asked) < PUBLISHED:
        one = question(chance, chance.choice(told_apart), catalogue, oracle.register.office)
        if one.by and len(one.days) > 6:
            asked.append(one)
    texts = [one.text for one in asked]
    published, truth = desk.all(texts, "--publish"), desk.all(texts)
    found = [line for one, shown, real in zip(asked, published, truth, strict=True) for line in found_out(shown, real, parts_add_up(one))]
    assert not found, f"VITRINE_SEED={SEED}, {len(found)} found out:\n" + "\n".join(found[:60])
    hidden = sum(cell["state"] == "hidden" for answer in published for row in answer["rows"] for cell in row["cells"])
    assert hidden > 100 and all(answer["published"] for answer in published), "there was something to find out"


def test_the_attack_finds_out_what_is_hidden_by_hiding_small_counts_only(desk):
    answer = desk.json("contacts", "2026-07", "by=departement")
    small = [row for row in answer["rows"] if row["cells"][0]["value"] in range(1, 5)]
    assert small, "there is something to hide"
    truth = copy.deepcopy(answer)
    for row in small[:1]:
        row["cells"] = [dict.fromkeys(row["cells"][0]) | {"state": "hidden"}]
    assert any("is at most" in line or "is 1" in line for line in found_out(answer, truth, adds_up=True))
