"""A verifier of till entries that shares no line with the software that writes them: what docs/till-format.md says, and the standard library.

    python3 till_verifier.py vitrine.sqlite --keys DIR      DIR holds key-1, key-2… and, when there are any, TILL.head

Prints how far each till holds, and the first entry that doesn't with the reason. Ends with 0 when all holds, with 1 when something doesn't.
"""

import argparse
import hashlib
import hmac
import json
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from till_chain import Chain, sealed, verify


def rows(database):
    """The entries of a register, each as a dictionary of its sealed fields; opened so that nothing can be written."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    columns = (
        "office, till, number, version, kind, lower(hex(uuid)), at_ms, day, counsellor, training, key, content, lower(hex(seal))"
    )
    names = ["office", "till", "number", "version", "kind", "id", "at", "day", "counsellor", "training", "key", "text", "seal"]
    for row in connection.execute(f"SELECT {columns} FROM till_entry ORDER BY office, till, number"):
        entry = dict(zip(names, row, strict=True))
        digits = entry["id"]
        entry["id"] = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=entry["at"])
        entry["at"] = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        entry["counsellor"] = entry["counsellor"] or ""
        yield entry
    connection.close()


def head_problem(chain, office, till, folder):
    """What the head record, kept apart from the register, says against it."""
    path = Path(folder) / f"{till}.head"
    if not path.exists():
        return "the head record is missing"
    head = json.loads(path.read_text())
    names = ("office", "till", "number", "key", "seal")
    signed = sealed(["vitrine-till-head", "1", *(str(head[name]) for name in names)])
    if hmac.new(chain.keys[head["key"]], signed, hashlib.sha256).hexdigest() != head["mac"]:
        return "the head record was changed"
    if (head["office"], head["till"]) != (office, till) or chain.number < head["number"]:
        return f"entry {head['number']} had been sealed, the register ends with {chain.number}"
    # One entry may be ahead of the record: the machine stopped between the two.
    same = chain.seal == head["seal"] if chain.number == head["number"] else chain.number == head["number"] + 1
    return None if same else "the register is not the one that was noted"


def main():
    parser = argparse.ArgumentParser(description="Verifies the tills of a register.")
    parser.add_argument("register", help="vitrine.sqlite, or a copy of it")
    parser.add_argument("--keys", required=True, help="the folder of key-1, key-2… and the head records")
    arguments = parser.parse_args()
    keys = {int(path.name[4:]): bytes.fromhex(path.read_text()) for path in Path(arguments.keys).glob("key-*")}
    found = verify(rows(arguments.register), keys)
    for path in Path(arguments.keys).glob("*.head"):
        if not any(till == path.stem for _, till in found):
            found["?", path.stem] = (Chain(keys), "its entries are gone, their head record isn't")
    problems = 0
    for (office, till), (chain, problem) in found.items():
        problem = problem or head_problem(chain, office, till, arguments.keys)
        problems += problem is not None
        print(f"{office} {till}: {problem or f'{chain.number} entries hold, up to {chain.seal[:16]}'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
