"""Somebody who asks `desk stats` on a day of one's choice."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vitrine_server import binary


class StatisticsDesk:
    def __init__(self, data: Path, now: str):
        """`now`: in UTC, as `2026-11-20 10:00:00`."""
        self.data, self.now = data, now

    def run(self, *words: str) -> subprocess.CompletedProcess:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
        return subprocess.run(
            ["faketime", "-f", f"@{self.now}", binary().with_name("desk"), "stats", *words], capture_output=True, text=True, timeout=60,
            env=kept | {"TZ": "UTC", "LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(self.data)})

    def json(self, *words: str):
        run = self.run(*words, "--json")
        assert run.returncode == 0, f"desk stats {' '.join(words)}: {run.stderr}{run.stdout}"
        return json.loads(run.stdout)

    def all(self, questions: list[str], *options: str) -> list[dict]:
        """The answers, in the order of the questions."""
        with ThreadPoolExecutor(4) as several:
            return list(several.map(lambda text: self.json(*text.split(), *options), questions))

    def catalogue(self) -> dict:
        """What each figure can be broken down by, and restricted to."""
        return {measure["code"]: (measure["facets"], measure["filters"]) for measure in self.json("--measures")}
