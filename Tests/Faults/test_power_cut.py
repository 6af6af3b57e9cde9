"""SIGKILL under load: an acknowledged fact is there, once; an unacknowledged one is retried by whoever holds it."""

import threading
import time

from vitrine_server import VitrineServer, interaction

CUTS = 20
WRITERS = 8


def test_every_acknowledged_event_is_there_exactly_once_after_twenty_kills(tmp_path):
    server = VitrineServer(tmp_path / "data")
    acknowledged: list[str] = []
    unanswered: list[dict] = []
    kept = threading.Lock()
    stopping = threading.Event()

    def write() -> None:
        while not stopping.is_set():
            events = [interaction(seq=seq) for seq in range(5)]
            try:
                status = server.post(events)[0]
            except OSError:
                with kept:
                    unanswered.extend(events)
                time.sleep(0.01)
                continue
            if status == 204:
                with kept:
                    acknowledged.extend(event["id"] for event in events)

    server.start()
    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(CUTS):
            time.sleep(0.15)
            server.kill()
            server.start()
        time.sleep(0.1)
    finally:
        stopping.set()
        for writer in writers:
            writer.join()
    server.kill()

    server.start()
    retried = [event for event in unanswered]
    for start in range(0, len(retried), 200):
        assert server.post(retried[start:start + 200])[0] == 204
    server.stop()

    stored = [row[0] for row in server.query("select id from interaction")]
    assert len(acknowledged) > CUTS * 5, "the load was too small to prove anything"
    assert len(unanswered) > 0, "no kill fell into a write"
    assert len(stored) == len(set(stored))
    assert set(acknowledged) <= set(stored)
    assert set(stored) == set(acknowledged) | {event["id"] for event in retried}
    assert server.query("select sum(count) from interaction_hourly") == [(len(stored),)]
    assert server.query("pragma integrity_check") == [("ok",)]
