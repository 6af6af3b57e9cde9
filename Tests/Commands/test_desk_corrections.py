"""Corrections by anyone at the desk: each is a new row, and the statistics follow at once."""

import json
import shlex
import sqlite3

import pytest
from vitrine_server import desk


def record(data, line: str, *options) -> str:
    run = desk(data, "visit", *line.split(), "--json", *options)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)["id"]


def statistics(data) -> dict:
    return json.loads(desk(data, "stats", "--day", "--json").stdout)


def listed(data) -> list[dict]:
    return json.loads(desk(data, "list", "--json").stdout)


def test_undo_voids_the_last_of_this_desk_and_gives_the_line_back(data):
    first = record(data, "34 2+2 famille")
    record(data, "nl 2 couple vv")
    other = record(data, "be 5", "--desk", "autre")
    run = desk(data, "undo")
    assert run.returncode == 0
    assert "Pays-Bas · 2 adultes · couple · voie verte" in run.stdout
    assert {fact["id"] for fact in listed(data)} == {first, other}
    again = next(line for line in run.stdout.splitlines() if "desk visit" in line)
    assert desk(data, *shlex.split(again.split("desk ", 1)[1])).returncode == 0
    back = listed(data)
    assert [(fact["country"], fact["profile"], fact["topics"]) for fact in back if fact["country"] == "NL"] == [("NL", "couple", ["greenway"])]


def test_undo_goes_back_one_by_one_and_says_when_there_is_nothing_left(data):
    record(data, "34 1")
    record(data, "30 2")
    assert desk(data, "undo").returncode == 0
    assert statistics(data)["visitors"] == 1
    assert desk(data, "undo").returncode == 0
    assert statistics(data)["contacts"] == 0
    run = desk(data, "undo")
    assert run.returncode == 1
    assert "comptoir" in run.stderr
    assert desk(data, "undo", "--desk", "autre").returncode == 1


def test_amend_puts_the_whole_line_in_the_place_of_the_visit_which_stays_when_it_was(data):
    id = record(data, "34 2 rando @00:00")
    run = desk(data, "amend", id[:13], "34", "2+3", "famille")
    assert run.returncode == 0, run.stderr
    assert "Avant : aujourd'hui 0 h 00 · Hérault · 2 adultes · randonnée" in run.stdout
    assert "Après : aujourd'hui 0 h 00 · Hérault · 2 adultes, 3 enfants · famille" in run.stdout
    assert statistics(data)["visitors"] == 5 and statistics(data)["contacts"] == 1
    assert desk(data, "amend", id[:13], "34", "1", "@hier").returncode == 0
    assert statistics(data)["contacts"] == 0


def test_amend_without_a_line_gives_the_present_one_to_mend(data):
    id = record(data, "34 2+2 famille rando")
    run = desk(data, "amend", id)
    assert run.returncode == 1
    given = shlex.split(run.stderr.splitlines()[-1])
    assert given[:3] == ["desk", "amend", id]
    assert desk(data, *given[1:]).returncode == 0
    assert statistics(data)["visitors"] == 4


def test_a_wrong_line_amends_nothing_and_is_given_back(data):
    id = record(data, "34 2")
    run = desk(data, "amend", id[:13], "34", "2", "randoo")
    assert run.returncode == 1
    assert f"desk amend {id[:13]} 34 2 randoo" in run.stderr
    assert listed(data)[0]["id"] == id


def test_void_says_why_and_a_voided_visit_stays_void(data):
    id = record(data, "34 2")
    assert desk(data, "void", id[:13]).returncode == 2
    assert desk(data, "void", id[:13], "--why", " ").returncode == 1
    assert desk(data, "void", id[:13], "--why", "doublon").returncode == 0
    assert statistics(data)["contacts"] == 0
    for again in (["void", id, "--why", "encore"], ["amend", id, "34", "2"]):
        run = desk(data, *again)
        assert run.returncode == 1
        assert "déjà annulé" in run.stderr and "desk visit 34 2" in run.stderr


def test_show_tells_who_did_what_when(data):
    id = record(data, "34 2 rando", "--counsellor", "MD")
    desk(data, "amend", id, "34", "2+1", "rando", "--desk", "autre")
    desk(data, "void", id, "--why", "doublon")
    shown = desk(data, "show", id[:13]).stdout
    assert "comptoir, MD" in shown and ", autre" in shown
    assert "en moins : 2 adultes" in shown and "en plus : 2 adultes, 1 enfant" in shown
    assert "annulé : doublon" in shown
    history = json.loads(desk(data, "show", id, "--json").stdout)
    assert [fact["voided"] for fact in history] == [None, None, "doublon"]
    assert [fact["revises"] for fact in history] == [None, id, history[1]["id"]]
    assert {fact["origin"] for fact in history} == {id}
    assert json.loads(desk(data, "show", history[1]["id"], "--json").stdout) == history, "any id of a history names it"


@pytest.mark.parametrize("arguments", [["show"], ["amend"], ["void", "--why", "x"]])
def test_an_id_that_names_nothing_or_several_is_refused(data, arguments):
    record(data, "34 2")
    record(data, "34 2")
    line = ["34", "2"] if arguments[0] == "amend" else []
    for id, hint in (("ffff", "desk list"), ("zz", "desk list"), ("0", "Plusieurs")):
        run = desk(data, arguments[0], id, *arguments[1:], *line)
        assert run.returncode == 1
        assert hint in run.stderr
    assert statistics(data)["contacts"] == 2


def test_nothing_is_ever_changed_or_deleted(data):
    id = record(data, "34 2")
    desk(data, "amend", id, "34", "3")
    desk(data, "undo")
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        assert database.execute("SELECT adults FROM visit ORDER BY seq").fetchall() == [(2,), (3,), (3,)]
        assert database.execute("SELECT voided IS NULL FROM desk_fact ORDER BY seq").fetchall() == [(1,), (1,), (0,)]
