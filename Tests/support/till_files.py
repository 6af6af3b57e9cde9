"""Verifies the tills of a register, or a till by its archives, with the rules of till_verifier.py.

    python3 till_files.py data/vitrine.sqlite data/till         the second: key-1, key-2… and TILL.head
    python3 till_files.py ARCHIVE… data/till                    all archives of a till, from its first year on

Says how far each till holds; of one that doesn't, its first entry that doesn't and why, and ends with 1.
"""

import hashlib
import hmac
import json
import sqlite3
import sys
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from till_verifier import Chain, sealed, verify


def entry(row, made):
    """An entry's sealed fields out of its columns; `made`: those that are bytes there."""
    at = datetime(1970, 1, 1) + timedelta(milliseconds=row["at_ms"])
    return {**row, "text": row["content"], "at": at.isoformat(timespec="milliseconds") + "Z", "counsellor": row["counsellor"] or "", **made}


def of_register(database):
    """Its entries; nothing can be written."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    for row in connection.execute("SELECT * FROM till_entry ORDER BY office, till, number"):
        yield entry(dict(row), {"id": uuid.UUID(bytes=row["uuid"]), "seal": row["seal"].hex()})
    connection.close()


def of_archives(folders):
    """The entries of archives, which may share some; none when a file isn't what the manifest says of it."""
    found = {}
    for folder in folders:
        manifest = json.loads((folder / "manifest.json").read_text())
        for name, digest in manifest["files"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                sys.exit(f"{folder / name} was changed")
        for line in (folder / "entries.jsonl").read_text().splitlines():
            row = json.loads(line)
            found.setdefault(row["number"], entry(row, {}))
        if found[manifest["last"]]["seal"] != manifest["last_seal"]:
            sys.exit(f"{folder} doesn't end as its manifest says")
    return [found[number] for number in sorted(found)]


def head_problem(chain, head):
    """What the head record, kept apart from the register, says against it. Entries after it have held: they were not noted yet."""
    if head is None:
        return "the head record is missing"
    fields = [head[name] for name in ("office", "till", "number", "key", "seal")]
    mac = hmac.new(chain.keys[head["key"]], sealed("vitrine-till-head", 1, *fields), hashlib.sha256).hexdigest()
    if mac != head["mac"]:
        return "the head record was changed"
    if head["number"] >= len(chain.seals):
        return f"entry {head['number']} had been sealed, the register ends with {len(chain.seals) - 1}"
    return None if chain.seals[head["number"]] == head["seal"] else "the register is not the one that was noted"


def main(*paths):
    *sources, folder = map(Path, paths)
    keys = {int(path.name[4:]): bytes.fromhex(path.read_text()) for path in folder.glob("key-*")}
    heads = {}
    if sources[0].is_dir():
        found = verify(of_archives(sources), keys)
    else:
        found = verify(of_register(sources[0]), keys)
        for path in folder.glob("*.head"):
            head = json.loads(path.read_text())
            heads[head["office"], head["till"]] = head
        for till in {**found, **heads}:
            chain = found.setdefault(till, Chain(keys))
            chain.problem = chain.problem or head_problem(chain, heads.get(till))
    for till, chain in found.items():
        print(f"{' '.join(till)}: {chain.problem or f'{len(chain.seals) - 1} entries hold, up to {chain.seals[-1][:16]}'}")
    return 1 if any(chain.problem for chain in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 2 else __doc__)
