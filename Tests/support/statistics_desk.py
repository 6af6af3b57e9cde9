"""Somebody who asks `desk stats` on a day of one's choice."""

import json
import os
import subprocess
from pathlib import Path

from vitrine_server import binary


class StatisticsDesk:
    def __init__(self, data: Path, now: str):
        """`now`: in UTC, as `2026-11-20 10:00:00`."""
        self.data, self.now = data, now

    def run(self, *words: str, stdin: str = "") -> str:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
        run = subprocess.run(
            ["faketime", "-f", f"@{self.now}", binary().with_name("desk"), "stats", *words], input=stdin, capture_output=True, text=True,
            timeout=300, env=kept | {"TZ": "UTC", "LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(self.data)})
        assert run.returncode == 0, f"desk stats {' '.join(words)}: {run.stderr}{run.stdout[-2000:]}"
        return run.stdout

    def json(self, *words: str):
        return json.loads(self.run(*words, "--json"))

    def all(self, questions: list[str], *options: str) -> list[dict]:
        """The answers, in the order of the questions; one process for all of them."""
        answers = [json.loads(line) for line in self.run("-", "--json", *options, stdin="\n".join(questions) + "\n").splitlines()]
        refused = [answer for answer in answers if "refused" in answer]
        assert not refused and len(answers) == len(questions), refused
        return answers

    def catalogue(self) -> dict:
        """What each figure can be broken down by, and restricted to."""
        return {measure["code"]: (measure["facets"], measure["filters"]) for measure in self.json("--measures")}
