"""`desk visit`: a line, what is said of it, and what the register keeps."""

import json
import os
import pty
import select
import sqlite3
import subprocess
from datetime import UTC, datetime

import pytest
from vitrine_server import VitrineServer, binary, desk


def visits(data) -> int:
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        return database.execute("SELECT count(*) FROM visit").fetchone()[0]


def closed_today(data) -> None:
    """A fact that says closed, as the register has it."""
    today = datetime.now().astimezone(UTC)
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        office = database.execute("SELECT code FROM office").fetchone()[0]
        uuid = os.urandom(16)
        seq = database.execute(
            "INSERT INTO desk_fact (uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk)"
            " VALUES (?1, ?2, 'opening', ?1, ?3, ?4, 12, ?3, 'live', 'comptoir')",
            [uuid, office, int(today.timestamp() * 1000), json.loads(desk(data, "stats", "--day", "--json").stdout)["to"]]).lastrowid
        database.execute("INSERT INTO opening (seq, periods) VALUES (?, '[]')", [seq])


@pytest.mark.parametrize("line, words", [
    ("34 2+2 famille rando caveau", "Hérault · 2 adultes, 2 enfants · famille · randonnée, caveaux"),
    ("nl 2 couple vv en", "Pays-Bas · 2 adultes · couple · voie verte · en anglais"),
    ("30250 1 resident agenda", "Sommières (Gard), du territoire · 1 adulte · agenda"),
])
def test_a_line_is_echoed_in_words_then_kept_with_how_to_undo(data, line, words):
    before = visits(data)
    run = desk(data, "visit", *line.split())
    assert run.returncode == 0, run.stderr
    echo, kept = run.stdout.splitlines()
    assert echo == words
    assert "desk undo" in kept and "desk amend" in kept
    assert visits(data) == before + 1


def test_a_line_between_quotes_is_the_same_line(data):
    assert desk(data, "visit", "34 2+2  famille rando").stdout.splitlines()[0] == \
        desk(data, "visit", "34", "2+2", "famille", "rando").stdout.splitlines()[0]


def test_a_program_gets_every_key_with_null_for_what_is_unknown(data):
    kept = json.loads(desk(data, "visit", "tel", "be", "?", "heb", "@00:00", "--json").stdout)
    assert set(kept) == {
        "id", "country", "departement", "postcode", "adults", "children", "profile", "topics", "channel", "stay", "language",
        "first_visit", "duration", "outcome", "occurred_at", "entry"}
    assert (kept["country"], kept["channel"], kept["topics"], kept["entry"]) == ("BE", "phone", ["lodging"], "late")
    assert [kept[key] for key in ("departement", "adults", "children", "profile", "stay", "language", "first_visit")] == [None] * 7
    assert kept["id"] in desk(data, "list", "--json").stdout


def test_a_trial_records_nothing(data):
    before = visits(data)
    run = desk(data, "visit", "34", "2", "--dry-run")
    assert run.returncode == 0 and "rien n'a été enregistré" in run.stdout
    assert json.loads(desk(data, "visit", "34", "2", "--dry-run", "--json").stdout)["id"] is None
    assert visits(data) == before


@pytest.mark.parametrize("line, hints", [
    (["34", "2", "randoo"], ["randoo", "rando", "desk visit 34 2 randoo"]),
    (["20", "2"], ["2A", "2B"]),
    (["75056"], ["INSEE"]),
    (["2+"], ["2+2"]),
    (["34", "-1"], ["-1", "négatif", "desk visit 34 -1"]),
    (["34", "g400"], ["300"]),
    (["34", "2", "@23:59:59"], ["@23:59:59"]),
    (["34", "2", "🥾"], ["🥾"]),
    (["34 " * 3_000], ["500"]),
    (["34", "?", "<2", ">15"], ["desk visit 34 '?' '<2' '>15'"]),
])
def test_a_line_that_means_nothing_or_two_things_is_given_back_and_not_kept(data, line, hints):
    before = visits(data)
    run = desk(data, "visit", *line)
    assert run.returncode == 1, run.stdout
    assert run.stdout == ""
    for hint in hints:
        assert hint in run.stderr
    assert len(run.stderr) < 2_000
    assert visits(data) == before


@pytest.mark.parametrize("arguments, hint", [
    (["visit"], "desk visit 34"),
    (["visit", "34", "--dry-rnu"], "--dry-rnu"),
    (["visit", "34", "2", "--desk", "l'accueil"], "--desk"),
    (["visit", "--file", "a.csv", "--sample-of", "019f"], "--sample-of"),
])
def test_what_is_no_line_is_a_usage_error(data, arguments, hint):
    before = visits(data)
    run = desk(data, *arguments)
    assert run.returncode == 2
    assert hint in run.stderr
    assert visits(data) == before


def test_options_stand_before_the_command_or_among_the_words(data):
    run = desk("/nowhere", "--data", data, "--desk", "accueil", "visit", "34", "--counsellor", "MD", "2")
    assert run.returncode == 0, run.stderr
    last = json.loads(desk(data, "list", "--json").stdout)[-1]
    assert (last["desk"], last["counsellor"]) == ("accueil", "MD")


def test_the_desk_speaks_english_where_the_terminal_does(data):
    run = desk(data, "visit", "nl", "2", "couple", lang="en_GB.UTF-8")
    assert run.stdout.startswith("Netherlands · 2 adults · couple\nRecorded: ")
    assert "Nothing was recorded. To mend:\n  desk visit randoo" in desk(data, "visit", "randoo", "--lang", "en").stderr


def on_terminal(data, *arguments, answer: str) -> tuple[int, str]:
    """The command with a person at a terminal who answers its question."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [binary().with_name("desk"), *arguments], stdin=follower, stdout=follower, stderr=follower,
        env=os.environ | {"VITRINE_DATA": str(data), "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8"})
    os.close(follower)
    shown = b""
    while select.select([leader], [], [], 20)[0]:
        try:
            shown += os.read(leader, 4096)
        except OSError:
            break
        if b"[o/N]" in shown and answer:
            os.write(leader, answer.encode() + b"\n")
            answer = ""
    os.close(leader)
    return process.wait(10), shown.decode()


def test_on_a_closed_day_a_person_is_asked_and_a_script_is_told_how_to_go_on(tmp_path):
    data = tmp_path / "data"
    with VitrineServer(data):
        pass
    closed_today(data)
    script = desk(data, "visit", "34", "2")
    assert script.returncode == 1
    assert "fermé" in script.stderr and "--yes" in script.stderr
    code, shown = on_terminal(data, "visit", "34", "2", answer="n")
    assert code == 1 and "Rien n'a été enregistré" in shown
    assert visits(data) == 0
    code, shown = on_terminal(data, "visit", "34", "2", answer="o")
    assert code == 0 and "desk undo" in shown
    assert desk(data, "visit", "34", "2", "--yes").returncode == 0
    assert visits(data) == 2


def test_a_sample_of_a_rush_is_counted_in_its_tally(tmp_path):
    data = tmp_path / "data"
    with VitrineServer(data):
        pass
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        kept = json.loads(desk(data, "visit", "34", "1", "--json").stdout)
        uuid = os.urandom(16)
        seq = database.execute(
            "INSERT INTO desk_fact (uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk)"
            " SELECT ?1, office, 'tally', ?1, at_ms, day, hour, recorded_ms, 'live', 'comptoir' FROM desk_fact LIMIT 1",
            [uuid]).lastrowid
        database.execute("INSERT INTO tally (seq, people) VALUES (?, 6)", [seq])
    run = desk(data, "visit", "nl", "2", "--sample-of", uuid.hex()[:12])
    assert run.returncode == 0, run.stderr
    statistics = json.loads(desk(data, "stats", "--day", "--json").stdout)
    assert (statistics["visitors"], statistics["tallied"]) == (7, 4)
    assert desk(data, "visit", "nl", "2", "--sample-of", kept["id"]).returncode == 1


def test_two_desks_and_a_server_at_once_lose_nothing(tmp_path):
    data = tmp_path / "data"
    with VitrineServer(data):
        running = [
            subprocess.Popen([binary().with_name("desk"), "--data", data, "visit", "34", "2", "--desk", f"d{number}"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for number in range(8)
        ]
        for process in running:
            _, said = process.communicate(timeout=30)
            assert process.returncode == 0, said
    assert visits(data) == 8
