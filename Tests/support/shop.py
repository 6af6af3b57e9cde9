"""A shop with a few products, and what its till holds."""

import json
import re
import shutil
import sqlite3
from pathlib import Path

from vitrine_server import ROOT, VitrineServer, desk

SELLER = {"siret": "73282932000074", "vat_number": "FR44732829320"}
PRODUCTS = [
    ("guide", "--label", "Guide", "--price", "5.00", "--vat", "reduced"),
    ("miel-500", "--label", "Miel de garrigue 500 g", "--label", "en=Honey 500 g", "--price", "8,50", "--vat", "reduced",
     "--stock", "--barcode", "3760123450018"),
    ("carte-postale", "--label", "Carte postale", "--price", "1"),
    ("affiche", "--label", "Affiche ancienne", "--price", "29.90"),
    ("plan", "--label", "Plan d’autrefois", "--price", "2.00"),
]


def open_shop(folder: Path) -> Path:
    """A data folder that a server has used, and left, of a seller with VAT; with products in it, of which the plan is archived."""
    content = Path(shutil.copytree(ROOT / "content", folder.parent / "content"))
    office = content / "office.yaml"
    settled, count = re.subn(r"# (siret|vat_number): .*", lambda found: f'{found[1]}: "{SELLER[found[1]]}"', office.read_text())
    assert count == 2, "office.yaml has no place for the seller's numbers"
    office.write_text(settled)
    with VitrineServer(folder, content):
        pass
    for code, *options in PRODUCTS:
        done = desk(folder, "product", "add", code, *options)
        assert done.returncode == 0, done.stderr
    assert desk(folder, "product", "archive", "plan").returncode == 0
    return folder


def entries(data: Path, *kinds: str) -> list[dict]:
    """What the till sealed, of some kinds, in order."""
    with sqlite3.connect(f"file:{data / 'vitrine.sqlite'}?mode=ro", uri=True, timeout=10) as database:
        rows = database.execute("SELECT number, kind, training, content FROM till_entry ORDER BY number").fetchall()
    kept = [{"number": number, "kind": kind, "training": bool(training)} | json.loads(content) for number, kind, training, content in rows]
    return [entry for entry in kept if not kinds or entry["kind"] in kinds]


def tickets(data: Path) -> list[dict]:
    return entries(data, "sale", "refund")


def cents(amount: str) -> int:
    """`1 234,50 €`, as it stands in a receipt."""
    digits = re.sub(r"[^\d,-]", "", amount)
    assert re.fullmatch(r"-?\d+,\d\d", digits), amount
    return int(digits.replace(",", ""))
