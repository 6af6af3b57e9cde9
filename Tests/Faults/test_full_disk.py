"""A full disk: 503 with Retry-After, no crash, serving goes on, writing resumes when there is room."""

import shutil

from disk import fill
from vitrine_server import VitrineServer, interaction


def test_a_full_disk_is_answered_503_and_writing_resumes_when_there_is_room(small_disk):
    with VitrineServer(small_disk / "data") as server:
        assert server.post([interaction()])[0] == 204
        ballast = fill(small_disk)
        refused = []
        kept = 1
        for _ in range(200):
            events = [interaction(seq=seq) for seq in range(200)]
            status, body, headers = server.post(events)
            if status == 204:
                kept += 200
            else:
                assert status == 503, body
                assert int(headers["retry-after"]) >= 1
                refused = events
                break
        assert refused, "the disk never filled"
        assert server.get("/api/v1/fr/catalogue")[0] == 200
        assert server.get("/healthz")[0] == 200
        assert server.process.poll() is None

        ballast.unlink()
        assert server.post(refused)[0] == 204
        assert server.query("select count(*) from interaction") == [(kept + 200,)]
        assert server.query("select sum(count) from interaction_hourly") == [(kept + 200,)]
        assert server.query("pragma integrity_check") == [("ok",)]
        assert shutil.disk_usage(small_disk).free > 0
