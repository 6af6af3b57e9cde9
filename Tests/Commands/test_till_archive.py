"""An archive is what docs/till-format.md says of it: whoever reads that page can verify one, with Python and openssl."""

import json
import re
import subprocess
import sys

import pytest
from till_office import TillDesk, office
from vitrine_server import ROOT

FORMAT = (ROOT / "docs/till-format.md").read_text()


@pytest.fixture(scope="module")
def till(tmp_path_factory):
    """Two years: the second sells, refunds and copies tickets of the first, and closes it."""
    till = TillDesk(office(tmp_path_factory.mktemp("archives"))).on("2026-07-14").shop()
    till.done("till", "open", "--float", "50")
    till.done("sell", "miel", "3", "bol", "--discount", "10%", "--because", "habitant, fidèle", "--cash", "60")
    till.done("sell", "guide", "--training", "--card")
    till.done("refund", "1", "1x1", "--cash", "--because", "cassé")
    till.done("ticket", "1", "--reprint")
    till.done("till", "close", "--yes")
    till.on("2027-01-04").done("sell", "guide", "--card")
    till.done("refund", "1", "1x1", "2", "--cash", "--because", "rendu")
    till.done("ticket", "1", "--reprint")
    till.done("till", "close", "--month", "2026-07", "--yes")
    till.done("till", "close", "--year", "2026", "--yes")
    till.done("till", "rotate", "--because", "nouvelle année")
    till.done("sell", "miel", "--card")
    return till


@pytest.fixture
def archives(till, tmp_path):
    (tmp_path / "usb").mkdir()
    for year in (2026, 2027):
        till.done("till", "archive", "--year", year, "--out", tmp_path / "usb")
    return sorted((tmp_path / "usb").iterdir())


def verified(*sources) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, ROOT / "Tests/support/till_files.py", *sources], capture_output=True, text=True, timeout=60)


def signed(archive, tmp_path) -> subprocess.CompletedProcess:
    """The page's own commands."""
    [commands] = re.findall(r"```sh\n(.*?)```", FORMAT, re.DOTALL)
    script = "set -e -o pipefail\n" + commands.replace("/tmp/", f"{tmp_path}/")
    return subprocess.run(["bash", "-c", script], cwd=archive, capture_output=True, text=True, timeout=60)


def test_an_archive_has_the_files_and_columns_that_the_page_names(archives):
    named = dict(re.findall(r"^\| `([a-zA-Z]+\.[a-z]+)` \| (.*?) \|$", FORMAT, re.MULTILINE))
    assert {file.name for file in archives[0].iterdir()} == set(named)
    for name, said in named.items():
        if name.endswith(".csv"):
            assert (archives[0] / name).read_bytes().decode().split("\r\n")[0] == said.strip("`")
    for line in (archives[0] / "entries.jsonl").read_text().splitlines():
        assert set(json.loads(line)) <= set(re.findall(r"`(\w+)`", named["entries.jsonl"]))
    manifest = json.loads((archives[0] / "manifest.json").read_text())
    said = FORMAT[FORMAT.index("`manifest.json`, one line"):FORMAT.index("The signature is Ed25519")]
    assert set(manifest) | set(manifest["before"]) <= set(re.findall(r"`(\w+)`", said))


def test_archives_of_two_years_are_verified_by_another_implementation(till, archives):
    found = verified(*archives, till.data / "till")
    assert found.returncode == 0, found.stdout + found.stderr
    last = json.loads((archives[1] / "manifest.json").read_text())["last"]
    assert f" caisse: {last} entries hold" in found.stdout
    for archive in archives:
        assert "Tout tient" in till.done("till", "verify", archive)
    assert "it follows entry 0" in verified(archives[1], till.data / "till").stdout, "the second year's alone begins later"


def test_the_pages_commands_tell_whether_an_archive_is_what_was_signed(archives, tmp_path):
    whole = signed(archives[0], tmp_path)
    assert whole.returncode == 0, whole.stdout + whole.stderr
    table = archives[0] / "lines.csv"
    kept = table.read_bytes()
    table.write_bytes(kept.replace(b"Miel", b"Miam"))
    assert "lines.csv: FAILED" in signed(archives[0], tmp_path).stdout
    table.write_bytes(kept)
    manifest = archives[0] / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"period":"2026"', '"period":"2025"'))
    changed = signed(archives[0], tmp_path)
    assert changed.returncode != 0 and "Signature Verif" in changed.stdout + changed.stderr


def test_a_changed_entry_of_an_archive_is_named_by_both_even_when_its_manifest_was_changed_with_it(till, archives):
    entries = archives[0] / "entries.jsonl"
    lines = entries.read_text().splitlines()
    number = next(json.loads(line)["number"] for line in lines if json.loads(line)["kind"] == "sale")
    lines[number - 1] = lines[number - 1].replace("Miel", "Miam")
    entries.write_text("\n".join(lines) + "\n")
    assert f"{entries} was changed" in verified(archives[0], till.data / "till").stderr
    assert "entries.jsonl" in till("till", "verify", archives[0]).stderr
    manifest = archives[0] / "manifest.json"
    said = json.loads(manifest.read_text())
    said["files"]["entries.jsonl"] = subprocess.run(["sha256sum", entries], capture_output=True, text=True).stdout.split()[0]
    manifest.write_text(json.dumps(said))
    assert f"entry {number}: its seal doesn't hold" in verified(archives[0], till.data / "till").stdout
