"""A server whose clock somebody else sets: two years go by in half a minute, each fact being recorded when it happened."""

import os
import signal
from datetime import UTC, datetime
from pathlib import Path

from vitrine_server import VitrineServer


class TravellingServer(VitrineServer):
    """Only the wall clock is set; waiting takes as long as it takes."""

    def __init__(self, data: Path, content: Path, now: datetime):
        super().__init__(data, content)
        self.clock = self.data.parent / f"{self.data.name}.clock"
        self.go(now)

    def go(self, now: datetime) -> "TravellingServer":
        """It is then, and time goes on from there."""
        self.now = now
        new = self.clock.with_suffix(".new")
        new.write_text(f"@{now.astimezone(UTC):%Y-%m-%d %H:%M:%S}\n")
        new.replace(self.clock)  # never half written
        return self

    def command(self) -> list:
        return [
            "env", f"FAKETIME_TIMESTAMP_FILE={self.clock}", "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "TZ=UTC",
            "faketime", "-f", f"@{self.now.astimezone(UTC):%Y-%m-%d %H:%M:%S}", "env", "-u", "FAKETIME", *super().command()]

    def stop(self) -> int:
        """faketime waits for the server, and passes no signal on."""
        if self.process and self.process.poll() is None:
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
            for child in children:
                os.kill(int(child), signal.SIGTERM)
            self.process.wait(15)
        return self.process.returncode if self.process else 0
