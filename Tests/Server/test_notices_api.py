"""What is typed at the desk is on every screen a moment later, and gone when it is over, whatever happens to the server."""

import json
import re
import sqlite3
import threading
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from live_events import LiveEvents
from test_api import read, schema
from vitrine_server import VitrineServer, desk, interaction

PARIS = ZoneInfo("Europe/Paris")


def announce(server, *arguments) -> str:
    """Announces a notice, until tomorrow unless told otherwise, and returns what ends it."""
    until = [] if "--until" in arguments else ["--until", "demain"]
    run = desk(server.data, "notice", *arguments, *until)
    assert run.returncode == 0, run.stderr
    return re.search(r"desk notice end (\S+)", run.stdout)[1]


def shown(server) -> list:
    return json.loads(read(server, "/api/v1/notices")[0])["notices"]


def texts(notices: list) -> list:
    return [notice["texts"]["fr"] for notice in notices]


def writable(server):
    return sqlite3.connect(server.database, timeout=5)


def until(condition, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_a_notice_written_by_another_process_reaches_every_screen_within_two_seconds(server):
    with LiveEvents(server) as first, LiveEvents(server) as second:
        for screen in (first, second):
            assert screen.next("notices") == {"notices": []}
        announce(server, "Le Vidourle monte", "The Vidourle is rising", "--level", "alert", "--hazard", "flood",
                 "--place", "pont-romain")
        for screen in (first, second):
            told = screen.next("notices", 2)
            schema("Notices").validate(told)
            assert told["notices"][0]["texts"] == {"fr": "Le Vidourle monte", "en": "The Vidourle is rising"}
            assert told["notices"][0] | {"level": "alert", "hazard": "flood", "places": ["pont-romain"]} == told["notices"][0]
            assert told == json.loads(read(server, "/api/v1/notices")[0])


def test_a_notice_that_is_ended_leaves_every_screen_within_two_seconds(server):
    with LiveEvents(server) as screen:
        end = announce(server, "Le château ferme à 17 h")
        screen.next("notices")
        assert texts(screen.next("notices", 2)["notices"]) == ["Le château ferme à 17 h"]
        assert desk(server.data, "notice", "end", end).returncode == 0
        assert screen.next("notices", 2) == {"notices": []}


def test_the_gravest_comes_first_then_the_newest(server):
    for text, level in (("un", "info"), ("deux", "alert"), ("trois", "warning"), ("quatre", "info")):
        announce(server, text, "--level", level)
    assert until(lambda: texts(shown(server)) == ["deux", "trois", "quatre", "un"])


def test_a_notice_begins_and_ends_by_itself(server):
    now = datetime.now(PARIS)
    begins, ends = now + timedelta(seconds=2), now + timedelta(seconds=4)
    # The desk's clock counts in minutes; the register's in milliseconds.
    announce(server, "Dans un instant", "--from", "demain 9:00", "--until", "demain 10:00")
    connection = writable(server)
    connection.execute(
        """
        INSERT INTO notice (uuid, office, level, texts, places, starts_ms, ends_ms, at_ms, recorded_ms)
        SELECT randomblob(16), office, level, texts, places, ?, ?, at_ms, recorded_ms FROM notice
        """, (int(begins.timestamp() * 1000), int(ends.timestamp() * 1000)))
    connection.commit()
    connection.close()
    with LiveEvents(server) as screen:
        assert screen.next("notices") == {"notices": []}
        assert texts(screen.next("notices")["notices"]) == ["Dans un instant"]
        assert datetime.now(PARIS) >= begins
        assert screen.next("notices") == {"notices": []}
        assert datetime.now(PARIS) >= ends


def test_a_screen_that_comes_back_is_told_and_nothing_changes_for_the_others(server):
    announce(server, "Le Vidourle monte")
    assert until(lambda: shown(server))
    with LiveEvents(server) as stays:
        stays.next("notices")
        for _ in range(3):
            with LiveEvents(server) as comes_back:
                assert texts(comes_back.next("notices")["notices"]) == ["Le Vidourle monte"]
        server.post([interaction() for _ in range(20)])
        time.sleep(0.6)
        assert stays.received.empty(), "what hasn't changed isn't told again"


def test_what_was_announced_survives_a_kill_and_what_is_written_meanwhile_is_there_afterwards(tmp_path):
    server = VitrineServer(tmp_path / "data").start()
    try:
        end = announce(server, "avant", "--level", "warning")
        server.kill()
        announce(server, "pendant")
        server.start()
        assert texts(shown(server)) == ["avant", "pendant"]
        server.kill()
        assert desk(server.data, "notice", "end", end).returncode == 0
        server.start()
        with LiveEvents(server) as screen:
            assert texts(screen.next("notices")["notices"]) == ["pendant"]
    finally:
        server.stop()


def test_two_people_who_end_the_same_notice_end_it_once(server):
    end = announce(server, "Fermé")
    runs = []
    people = [threading.Thread(target=lambda: runs.append(desk(server.data, "notice", "end", end))) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(run.returncode for run in runs) == [0, 1, 1, 1], [run.stderr for run in runs]
    assert server.query("SELECT count(*) FROM notice") == [(2,)]


def test_a_place_the_catalogue_has_not_is_logged_and_the_notice_is_not_for_everywhere(server):
    announce(server, "Fermé", "--place", "atlantis", "--place", "pont-romain")
    assert until(lambda: shown(server))
    assert shown(server)[0]["places"] == ["atlantis", "pont-romain"]
    assert re.search(r"warning.*atlantis", server.log.read_text())
    assert not re.search(r"warning.*pont-romain", server.log.read_text())


def test_the_database_keeps_what_was_announced_and_refuses_to_change_it(server):
    announce(server, "Le Vidourle monte")
    for sql in ("UPDATE notice SET texts = '{\"fr\": \"Rien\"}'", "DELETE FROM notice"):
        connection = writable(server)
        try:
            connection.execute(sql)
            raise AssertionError(f"{sql} was accepted")
        except sqlite3.IntegrityError:
            pass
        finally:
            connection.close()


def test_metrics_say_how_many_are_announced(server):
    assert b"vitrine_notices 0\n" in read(server, "/metrics")[0]
    announce(server, "un")
    announce(server, "deux", "--from", "demain 9:00", "--until", "demain 10:00")
    assert until(lambda: b"vitrine_notices 1\n" in read(server, "/metrics")[0])
