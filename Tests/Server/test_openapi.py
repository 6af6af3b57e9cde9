"""docs/openapi.yaml describes the running server: schemathesis asks it everything the description allows, and what it doesn't."""

import subprocess
import sys
from pathlib import Path

from vitrine_server import ROOT


def test_the_running_server_is_what_the_description_says(server):
    run = subprocess.run(
        [Path(sys.executable).parent / "schemathesis", "--config-file", ROOT / "Tests/Server/schemathesis.toml",
         "run", ROOT / "docs/openapi.yaml", "--url", server.url],
        capture_output=True, text=True, timeout=300, cwd=server.data.parent)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert server.process.poll() is None
