"""The commands as a person types them."""

import json
import os
import re
import signal
import subprocess
import time

import pytest
from vitrine_server import ROOT, VitrineServer, binary, free_port


def vitrine(*arguments, lang: str = "fr_FR.UTF-8", **options):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))} | {"LANG": lang}
    command = [binary(), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, **options)


def test_serve_says_in_one_line_that_it_is_ready_and_what_to_open(tmp_path):
    server = VitrineServer(tmp_path / "data", ROOT / "content", free_port(), "--access-log", "off")
    process = subprocess.Popen(server.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    assert server.url in line
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    assert out == ""


def test_the_shipped_content_is_right():
    run = vitrine("content", "check", ROOT / "content")
    assert run.returncode == 0, run.stdout + run.stderr


def test_check_tells_every_problem_at_once_with_file_line_and_how_to_mend_it(content):
    bridge = content / "places/heritage/pont-romain/place.yaml"
    bridge.write_text(bridge.read_text().replace("code: ", "cod: ", 1))
    stone = content / "places/hike/la-pierre-plantee/fr.md"
    stone.write_text(stone.read_text() + "\n<script>alert(1)</script>\n")
    run = vitrine("content", "check", content)
    assert run.returncode == 1
    lines = (run.stdout + run.stderr).splitlines()
    assert any(re.match(r"places/heritage/pont-romain/place\.yaml:1: .*code", line) for line in lines), lines
    assert any(re.match(r"places/hike/la-pierre-plantee/fr\.md:\d+: ", line) for line in lines), lines

    report = json.loads(vitrine("content", "check", content, "--json").stdout)
    assert {problem["file"] for problem in report["problems"] if problem["severity"] == "error"} == {
        "places/heritage/pont-romain/place.yaml", "places/hike/la-pierre-plantee/fr.md"}
    assert all(problem["hint"] for problem in report["problems"])


def test_messages_follow_the_language_of_the_terminal(content):
    (content / "places/heritage/pont-romain/fr.md").unlink()
    french = vitrine("content", "check", content).stdout
    english = vitrine("content", "check", content, lang="en_GB.UTF-8").stdout
    assert french != english
    assert "pont-romain" in french and "pont-romain" in english


def test_serve_refuses_broken_content_and_says_what_to_mend(tmp_path, content):
    (content / "office.yaml").write_text("code: [")
    run = vitrine("serve", "--content", content, "--data", tmp_path / "data", "--web", ROOT / "kiosk-web", "--port", free_port())
    assert run.returncode == 1
    assert run.stderr.startswith("office.yaml:")
    assert len(run.stderr.splitlines()) < 5, "one mistake is told once"


@pytest.mark.parametrize("arguments, hint", [
    (["serve", "--port", "70000"], "65535"),
    (["serve", "--tls-key", "key.pem"], "--tls-certificate"),
    (["serve", "--prot", "1"], "--port"),
    (["content", "chek"], "vitrine content --help"),
])
def test_a_slip_of_the_fingers_is_a_usage_error_that_says_what_was_meant(arguments, hint):
    run = vitrine(*arguments)
    assert run.returncode == 2
    assert hint in run.stderr


def test_a_missing_content_folder_is_named(tmp_path):
    run = vitrine("content", "check", tmp_path / "nowhere")
    assert run.returncode == 1
    assert "nowhere" in run.stdout + run.stderr


def test_show_tells_what_a_visitor_would_read_at_that_moment():
    run = vitrine("content", "show", "chateau-de-sommieres", "--content", ROOT / "content", "--at", "2020-07-15T10:30")
    assert run.returncode == 0, run.stderr
    assert "13:00" in run.stdout or "13 h" in run.stdout
    out_of_date = vitrine("content", "show", "chateau-de-sommieres", "--content", ROOT / "content", "--at", "2026-07-15T10:30")
    assert "06 51 19 71" in out_of_date.stdout or "+33466511971" in out_of_date.stdout
    unknown = vitrine("content", "show", "chateau-de-somieres", "--content", ROOT / "content")
    assert unknown.returncode == 1
    assert "chateau-de-sommieres" in unknown.stderr


def test_every_option_and_variable_of_serve_is_in_the_guide():
    guide = (ROOT / "docs/guide/server.md").read_text()
    options = set(re.findall(r"--[a-z][a-z-]+", vitrine("serve", "--help").stdout)) - {"--version", "--help"}
    assert len(options) >= 8
    for option in options:
        assert f"`{option}`" in guide, option
        assert f"`VITRINE_{option[2:].upper().replace('-', '_')}`" in guide, option


def test_a_variable_stands_for_an_option(tmp_path):
    port = free_port()
    environment = os.environ | {"VITRINE_PORT": str(port), "VITRINE_DATA": str(tmp_path / "data"), "VITRINE_ACCESS_LOG": "off"}
    process = subprocess.Popen([binary(), "serve"], stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    try:
        assert f":{port}" in process.stdout.readline()
        time.sleep(0.1)
        assert (tmp_path / "data/vitrine.sqlite").exists()
    finally:
        process.terminate()
        process.wait(10)
