"""docs/openapi.yaml describes the running server: schemathesis asks it everything the description allows, and what it doesn't."""

import subprocess
import sys
from pathlib import Path

from staff import Staff
from vitrine_server import ROOT


def run_schemathesis(server, *options):
    run = subprocess.run(
        [Path(sys.executable).parent / "schemathesis", "--config-file", ROOT / "Tests/Server/schemathesis.toml",
         "run", ROOT / "docs/openapi.yaml", "--url", server.url, *options],
        capture_output=True, text=True, timeout=600, cwd=server.data.parent)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert server.process.poll() is None


def test_the_running_server_is_what_the_description_says_to_a_visitor(server):
    # What it says to somebody who isn't logged in is the same at all of the desk's, the till's and the managers' addresses: KioskServerTests asks each.
    # The stream of events has no end: test_screen_signs and the stories of notices listen to it.
    run_schemathesis(server, "--exclude-path-regex", "^/api/v1/((desk|till)/|statistics|strategy|indicators|events)")


def test_the_running_server_is_what_the_description_says_to_a_desk(server):
    claire = Staff(server, "claire")
    # Logging out would end what is asked with.
    run_schemathesis(
        server, "--include-path-regex", "^/api/v1/(desk/|me)", "--header", f"Authorization: Bearer {claire.token}")
    assert claire.ask("GET", "/api/v1/me")[0] == 200


def test_the_running_server_is_what_the_description_says_to_a_manager(server):
    marie = Staff(server, "marie", role="manager")
    # The stream of what was recorded has no end: test_statistics_api listens to it.
    run_schemathesis(
        server, "--include-path-regex", "^/api/v1/(till/|statistics($|/[ms])|strategy|indicators)", "--header",
        f"Authorization: Bearer {marie.token}")
