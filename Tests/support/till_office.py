"""A shop with a till of its own, on days of one's choice."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

from vitrine_server import ROOT, VitrineServer, binary

SELLER = """  seller:
    name: "Office d’Exemple"
    address: ["1 place de la Fontaine", "30250 Exemple"]
    siret: "73282932000074"
    vat_number: "FR44732829320"
"""


def office(folder: Path, change=lambda yaml: yaml) -> Path:
    """The data folder that a server leaves behind, of an office whose office.yaml was changed so."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    yaml = content / "office.yaml"
    text = yaml.read_text()
    start, end = text.index("  seller:"), text.index("  cutoff:")
    yaml.write_text(change(text[:start] + SELLER + text[end:]))
    with VitrineServer(folder / "data", content):
        pass
    return folder / "data"


def copied(left: Path, folder: Path) -> Path:
    """A register of its own: what one test records isn't there for the next."""
    folder.mkdir(parents=True)
    with sqlite3.connect(left / "vitrine.sqlite") as source, sqlite3.connect(folder / "vitrine.sqlite") as copy:
        source.backup(copy)
    source.close()
    copy.close()
    if (left / "till").exists():
        shutil.copytree(left / "till", folder / "till")
    return folder


class TillDesk:
    """Somebody at the till of a data folder, on a day of July 2026 unless another is said."""

    def __init__(self, data: Path, lang: str = "fr_FR.UTF-8"):
        self.data, self.lang = data, lang
        self.now = "2026-07-14 10:00:00"

    def on(self, day: str, time: str = "10:00:00") -> "TillDesk":
        """It is then from now on, in UTC."""
        self.now = f"{day} {time}"
        return self

    def __call__(self, *arguments, stdin: str = "", **environment) -> subprocess.CompletedProcess:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
        return subprocess.run(
            ["faketime", "-f", f"@{self.now}", binary().with_name("desk"), *map(str, arguments)], input=stdin,
            capture_output=True, text=True, timeout=30,
            env=kept | {"TZ": "UTC", "LANG": self.lang, "VITRINE_DATA": str(self.data)} | environment)

    def done(self, *arguments, **more) -> str:
        """What it said, when it did it."""
        run = self(*arguments, **more)
        assert run.returncode == 0, run.stderr + run.stdout
        return run.stdout.replace("\xa0", " ")

    def json(self, *arguments, **more):
        return json.loads(self.done(*arguments, "--json", **more))

    def refused(self, *arguments, code: int = 1) -> str:
        """Why not; nothing was recorded."""
        before = self.entries()
        run = self(*arguments)
        assert run.returncode == code, run.stderr + run.stdout
        assert self.entries() == before
        return run.stderr.replace("\xa0", " ")

    def entries(self) -> int:
        with sqlite3.connect(f"file:{self.data / 'vitrine.sqlite'}?mode=ro", uri=True) as register:
            return register.execute("SELECT count(*) FROM till_entry").fetchone()[0]

    def shop(self) -> "TillDesk":
        """Some products; two of them are a potter's."""
        self.done("depositor", "add", "potier", "--name", "Poterie du Pont", "--mandate", "depositor", "--commission", "20%", "--no-taxed")
        self.done("product", "add", "guide", "--label", "Guide", "--price", "12.00")
        self.done("product", "add", "miel", "--label", "Miel", "--price", "8.50", "--vat", "reduced", "--stock")
        self.done("product", "add", "bol", "--label", "Bol", "--price", "30.00", "--depositor", "potier")
        return self


def amounts(text: str) -> list[str]:
    """The amounts that a text names, in order: `12,40 €`."""
    return re.findall(r"-?\d[\d ]*,\d\d €", text)
