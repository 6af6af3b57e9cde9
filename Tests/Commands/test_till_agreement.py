"""Two verifiers of one register, `desk till verify` and the one in Python: they agree, entry by entry, on what holds and on what doesn't."""

import copy
import hashlib
import hmac
import json
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime

import pytest
import till_verifier
from till_vectors import KEYS, TAMPERING_NAMES, TAMPERINGS, VECTORS, reseal, rewritten
from vitrine_server import ROOT, VitrineServer, desk

COLUMNS = "uuid, office, till, number, version, kind, at_ms, day, counsellor, training, key, content, seal"


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A register without any entry, and the frozen chain's keys."""
    data = tmp_path_factory.mktemp("agreement") / "data"
    with VitrineServer(data):
        pass
    (data / "till").mkdir(mode=0o700)
    for number, key in KEYS.items():
        (data / f"till/key-{number}").write_text(key.hex() + "\n")
    return data


@pytest.fixture
def data(empty, tmp_path):
    return shutil.copytree(empty, tmp_path / "data")


def filled(data, entries):
    """The register with these entries, and the head record of the last."""
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        for entry in entries:
            at = round(datetime.fromisoformat(entry["at"]).timestamp() * 1000)
            row = (bytes.fromhex(entry["id"].replace("-", "")), entry["office"], entry["till"], entry["number"], entry["version"],
                   entry["kind"], at, entry["day"], entry["counsellor"] or None, entry["training"], entry["key"], entry["text"],
                   bytes.fromhex(entry["seal"]))
            database.execute(f"INSERT INTO till_entry ({COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
        database.execute("INSERT INTO stock_level SELECT product, quantity FROM stock_current")
    database.close()
    noted(data, entries[-1])


def noted(data, entry):
    """The head record of an entry."""
    head = {name: entry[name] for name in ("office", "till", "number", "key", "seal")}
    signed = till_verifier.sealed("vitrine-till-head", 1, *head.values())
    head["mac"] = hmac.new(KEYS[head["key"]], signed, hashlib.sha256).hexdigest()
    (data / "till/caisse.head").write_text(json.dumps(head))


def verdicts(data):
    """What each verifier says: nothing, or which entry doesn't hold; and how many hold."""
    verified = desk(data, "till", "verify", "--json")
    answer = json.loads(verified.stdout)
    python = subprocess.run(
        [sys.executable, ROOT / "Tests/support/till_files.py", data / "vitrine.sqlite", data / "till"], capture_output=True,
        text=True, timeout=60)
    said = python.stdout.removeprefix("pays-de-sommieres caisse: ").split(":")[0].split(", up to")[0].strip()
    assert (verified.returncode, python.returncode) in [(0, 0), (1, 1)], (verified.stdout, python.stdout, python.stderr)
    found = answer["problem"]
    return (f"entry {found['entry']}" if found else f"{answer['entries']} entries hold"), said, found and found["reason"]


def test_the_frozen_chain_holds_for_both(data):
    filled(data, VECTORS["entries"])
    whole = f"{len(VECTORS['entries'])} entries hold"
    assert verdicts(data) == (whole, whole, None)


@pytest.mark.parametrize(("number", "change", "said"), TAMPERINGS, ids=TAMPERING_NAMES)
def test_both_name_the_entry_that_whoever_has_the_keys_sealed_otherwise(data, number, change, said):
    filled(data, rewritten(copy.deepcopy(VECTORS["entries"]), number, change))
    ours, other, _ = verdicts(data)
    assert ours == other == f"entry {number}"


@pytest.mark.parametrize("text", ['{"float": 5000}', '{"float":5000.0}', '{"float":5000,"float":5000}', '{"note":"x","float":5000}', "{}"])
def test_both_name_an_entry_in_another_form(data, text):
    entries = copy.deepcopy(VECTORS["entries"])
    entries[13]["text"] = text
    filled(data, reseal(entries))
    assert verdicts(data)[:2] == ("entry 14", "entry 14")


def test_a_sale_in_a_closed_day_is_named_by_both(data):
    entries = copy.deepcopy(VECTORS["entries"])
    late = copy.deepcopy(entries[26])
    late.update(number=len(entries) + 1, day="2026-12-30", at="2026-12-30T10:00:00.000Z", id="019f8a2c-0000-7999-8000-000000000001")
    late["text"] = late["text"].replace('"number":5', '"number":6')
    filled(data, reseal([*entries, late]))
    assert verdicts(data) == (f"entry {late['number']}", f"entry {late['number']}", "closed_day")


def test_a_head_record_some_entries_behind_is_no_fault_and_one_of_other_entries_is(data):
    filled(data, VECTORS["entries"])
    whole = f"{len(VECTORS['entries'])} entries hold"
    noted(data, VECTORS["entries"][-6])
    assert verdicts(data) == (whole, whole, None)
    noted(data, VECTORS["entries"][-6] | {"seal": "0" * 64})
    assert verdicts(data)[2] == "older"
    noted(data, VECTORS["entries"][-1] | {"number": 99})
    ours, other, reason = verdicts(data)
    assert (ours, reason) == ("entry 99", "older") and other.startswith("entry 99 had been sealed")
