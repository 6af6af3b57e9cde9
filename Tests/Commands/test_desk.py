"""The desk's commands as a counsellor types them."""

import json
import re

import pytest
from vitrine_server import desk


def test_what_was_done_is_said_in_words_with_how_to_end_it(data):
    run = desk(data, "notice", "Le Vidourle monte", "--until", "demain 18h", "--level", "alert", "--hazard", "flood",
               "--place", "pont-romain")
    assert run.returncode == 0
    assert "alerte, crue, jusqu'à demain 18 h 00, pour pont-romain" in run.stdout
    assert "fr  Le Vidourle monte" in run.stdout
    end = re.search(r"desk (notice end \S+)", run.stdout)[1]
    assert "Le Vidourle monte" in desk(data, "notices").stdout
    ended = desk(data, *end.split())
    assert ended.returncode == 0
    assert "Le Vidourle monte" in ended.stdout
    assert desk(data, "notices").stdout == "Aucun avis.\n"


def test_a_program_reads_the_same_as_json(data):
    desk(data, "notice", "Fermé", "Closed", "--until", "demain", "--hazard", "closure")
    notices = json.loads(desk(data, "notices", "--json").stdout)
    assert [notice["texts"] for notice in notices] == [{"fr": "Fermé", "en": "Closed"}]
    assert set(notices[0]) == {"id", "level", "hazard", "texts", "places", "starts_at", "ends_at", "at", "supersedes"}
    assert desk(data, "notice", "end", notices[0]["id"]).returncode == 0
    assert json.loads(desk(data, "notices", "--json").stdout) == []


@pytest.mark.parametrize("arguments, code, hint", [
    (["notice", "Fermé", "--until", "00:00"], 1, "après maintenant"),
    (["notice", "Fermé", "--until", "hier"], 2, "demain 12:00"),
    (["notice", "Fermé"], 2, "--until"),
    (["notice", "Fermé", "--until", "demain", "--level", "grave"], 2, "alert"),
    (["notice", "Fermé", "--until", "demain", "--place", "Pont Romain"], 1, "content/places"),
    (["notice", "1", "2", "3", "4", "5", "6", "--until", "demain"], 1, "--langues"),
    (["notice", "x", "--langues", "it", "--until", "demain"], 1, "fr, en, nl, de, es"),
    (["notice", "end", "ffff"], 1, "Aucun avis"),
    (["notise"], 2, "desk --help"),
])
def test_a_slip_is_refused_with_what_to_do_and_announces_nothing(data, arguments, code, hint):
    run = desk(data, *arguments)
    assert run.returncode == code, run.stderr
    assert hint in run.stderr
    assert json.loads(desk(data, "notices", "--json").stdout) == []


def test_messages_follow_the_terminal_or_the_option(data):
    arguments = ["notice", "Fermé", "--until", "00:00"]
    english = desk(data, *arguments, lang="en_GB.UTF-8").stderr
    assert english.startswith("The notice would end")
    assert desk(data, *arguments, "--lang", "en").stderr == english
    assert desk(data, *arguments, "--lang=fr", lang="en_GB.UTF-8").stderr.startswith("L'avis finirait")


def test_a_folder_without_a_register_is_refused_and_not_made(tmp_path):
    run = desk(tmp_path / "nowhere", "notice", "Fermé", "--until", "demain")
    assert run.returncode == 1
    assert "--data" in run.stderr
    assert not (tmp_path / "nowhere").exists()
