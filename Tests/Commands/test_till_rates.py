"""A rate of VAT that the office adds to its content is sealed and sold with, by a till that began without it."""

import shutil
import subprocess
import sys
import time

from till_office import SELLER, TillDesk
from vitrine_server import ROOT, VitrineServer


def test_a_rate_added_to_the_content_is_what_the_refusal_asked_for(tmp_path):
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    yaml = content / "office.yaml"
    text = yaml.read_text()
    start, end = text.index("  seller:"), text.index("  cutoff:")
    whole = text[:start] + SELLER + text[end:]
    of_the_rate = ("category: reduced", "sales-550", "vat-550")
    yaml.write_text("".join(line for line in whole.splitlines(keepends=True) if not any(word in line for word in of_the_rate)))
    with VitrineServer(tmp_path / "data", content) as server:
        till = TillDesk(server.data)
        till.done("product", "add", "miel", "--label", "Miel", "--price", "8.50", "--vat", "reduced")
        assert "till: rates:" in till.refused("sell", "miel", "--card")
        yaml.write_text(whole)
        limit = time.monotonic() + 20
        while (sold := till("sell", "miel", "--card", "--json")).returncode != 0:
            assert time.monotonic() < limit, sold.stderr
            time.sleep(0.1)
        assert '"rate":550' in sold.stdout.replace(" ", "")
        assert "Tout tient" in till.done("till", "verify")
    register = [tmp_path / "data/vitrine.sqlite", tmp_path / "data/till"]
    verified = subprocess.run([sys.executable, ROOT / "Tests/support/till_files.py", *register], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stdout + verified.stderr
