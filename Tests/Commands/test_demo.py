"""`vitrine demo` makes up an office's years: marked for ever, the same each time, never mixed with anything real."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pexpect
import pytest
from vitrine_server import ROOT, VitrineServer, binary, desk

UNTIL = "2026-08-02"
SMALL = ["--years", "1", "--scale", "0.05", "--until", UNTIL, "--content", str(ROOT / "content")]


def demo(*arguments, lang: str = "fr_FR.UTF-8", **options) -> subprocess.CompletedProcess:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return subprocess.run([binary(), "demo", *map(str, arguments)], capture_output=True, text=True, timeout=300,
                          env=kept | {"LANG": lang}, **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A demonstration: to copy, never to write to."""
    folder = tmp_path_factory.mktemp("made") / "demo"
    run = demo(*SMALL, "--to", folder)
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    assert "DÉMONSTRATION" in run.stdout and f"vitrine serve --data {folder}" in run.stdout
    return folder


@pytest.fixture
def demonstration(made, tmp_path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "demo"))


@pytest.fixture(scope="module")
def served(made, tmp_path_factory):
    with VitrineServer(shutil.copytree(made, tmp_path_factory.mktemp("served") / "demo")) as server:
        yield server


def rows(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "vitrine.sqlite") as database:
        lines = list(database.iterdump())
    database.close()
    return lines


def ask(folder: Path, sql: str) -> list:
    with sqlite3.connect(folder / "vitrine.sqlite") as database:
        answer = database.execute(sql).fetchall()
    database.close()
    return answer


# What is in it

def test_everything_a_board_asks_for_is_there_and_ends_on_the_day_that_was_said(made):
    for table in ["visit_current", "tally_current", "door_count_current", "attendance_current", "opening_current",
                  "annotation_current", "interaction", "interaction_hourly", "ticket", "till_closure", "search_term"]:
        assert ask(made, f"SELECT count(*) FROM {table}")[0][0] > 0, table
    assert ask(made, "SELECT min(day), max(day) FROM opening_current") == [("2025-08-03", UNTIL)]
    for unknown in ["country", "profile", "language", "people", "outcome"]:
        assert ask(made, f"SELECT count(*) FROM visit_current WHERE {unknown} IS NULL")[0][0] > 0, unknown
    assert ask(made, "SELECT count(*) FROM visit_current WHERE outcome = 'unmet'")[0][0] > 0
    assert ask(made, "SELECT count(*) FROM ticket WHERE visit IS NOT NULL")[0][0] > 0


def test_what_happened_was_written_down_in_its_time_and_not_today(made):
    late, newest = ask(made, """SELECT sum(recorded_ms - at_ms > 86400000), max(recorded_ms) FROM desk_fact""")[0]
    assert late == 0
    assert newest < time.time() * 1000
    assert ask(made, "SELECT sum(recorded_ms - at_ms NOT BETWEEN 0 AND 3600000) FROM interaction") == [(0,)]


def test_hourly_counts_say_what_the_raw_rows_say(made):
    raw = ask(made, """SELECT day, hour, kind, count(*) FROM interaction GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")
    assert raw == ask(made, """SELECT day, hour, kind, sum(count) FROM interaction_hourly GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")


def test_every_seal_of_its_till_holds_and_its_months_are_closed(demonstration):
    verified = desk(demonstration, "till", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    closed = {period for (period,) in ask(demonstration, "SELECT period FROM till_closure WHERE length(period) = 7")}
    assert {"2025-08", "2025-12", "2026-07"} <= closed and "2026-08" not in closed
    assert ask(demonstration, "SELECT count(*) FROM till_closure WHERE period = '2025'") == [(1,)]


# The same each time

def test_the_same_seed_years_and_content_give_the_same_rows_and_seals(made, tmp_path):
    assert demo(*SMALL, "--to", tmp_path / "again").returncode == 0
    assert rows(tmp_path / "again") == rows(made)
    assert demo(*SMALL, "--seed", 2, "--to", tmp_path / "other").returncode == 0
    assert rows(tmp_path / "other") != rows(made)


def test_json_tells_what_was_made(tmp_path):
    run = demo(*SMALL, "--to", tmp_path / "demo", "--json")
    told = json.loads(run.stdout)
    assert (told["until"], told["years"], told["seed"], told["days"]) == (UNTIL, 1, 1, 365)
    assert ask(tmp_path / "demo", "SELECT count(*) FROM interaction") == [(told["interactions"],)]
    assert ask(tmp_path / "demo", "SELECT count(*) FROM ticket") == [(told["tickets"],)]
    assert ask(tmp_path / "demo", "SELECT count(*) FROM desk_fact WHERE kind = 'visit' AND revises IS NULL") == [(told["visits"],)]


# Marked

def test_it_is_marked_beside_the_database_in_it_and_in_every_fact(made):
    assert "DÉMONSTRATION" in (made / "DEMONSTRATION").read_text()
    assert ask(made, "SELECT office, seed, years, until FROM demonstration") == [("demo-pays-de-sommieres", 1, 1, UNTIL)]
    for table in ["desk_fact", "interaction", "interaction_hourly", "till_entry", "search_term", "office"]:
        column = "code" if table == "office" else "office"
        assert ask(made, f"SELECT DISTINCT {column} FROM {table}") == [("demo-pays-de-sommieres",)], table


@pytest.mark.parametrize("path", ["/", "/desk", "/desk/shop", "/accessibility", "/sorry.html", "/phone/index.html", "/p/zzzzzz"])
def test_every_page_says_so(served, path):
    _, page, headers = served.get(path)
    assert headers["content-type"].startswith("text/html")
    assert "DÉMONSTRATION" in page.decode()
    assert '<link rel="stylesheet" href="/demonstration.css">' in page.decode()
    assert "style-src 'self'" in headers["content-security-policy"]


def test_no_page_of_the_web_app_is_forgotten(served):
    pages = [f"/{file.relative_to(served.web)}" for file in served.web.rglob("*.html") if "vendor" not in file.parts]
    assert len(pages) >= 7
    assert [page for page in pages if "DÉMONSTRATION" not in served.get(page)[1].decode()] == []


def test_a_screen_keeps_the_word_when_the_server_is_away(served):
    kept = {file["path"] for file in json.loads(served.get("/app.json")[1])["files"]}
    assert "/demonstration.css" in kept


def test_the_server_says_so_when_it_starts(served):
    log = served.log.read_text()
    assert "DÉMONSTRATION" in log and str(served.data) in log


def test_a_real_server_says_nothing_of_the_kind(server):
    for path in ["/", "/desk", "/desk/shop"]:
        assert "DÉMONSTRATION" not in server.get(path)[1].decode()
    assert server.get("/demonstration.css")[0] == 404
    assert "DÉMONSTRATION" not in server.log.read_text()


def test_receipts_and_closings_say_so_those_of_today_too(demonstration):
    for arguments in [["ticket", "1"], ["ticket", "1", "--width", "80"]]:
        shown = desk(demonstration, *arguments)
        assert shown.stdout.count("DÉMONSTRATION") == 2, shown.stdout
    sold = desk(demonstration, "sell", "carte-postale", "2", "--cash", "5")
    assert sold.returncode == 0, sold.stderr
    assert "DÉMONSTRATION" in sold.stderr
    page = demonstration / "ticket.html"
    assert desk(demonstration, "ticket", "--html", page).returncode == 0
    assert "DÉMONSTRATION" in page.read_text()
    closed = desk(demonstration, "till", "close", "--yes")
    assert "DÉMONSTRATION" in closed.stdout + closed.stderr


def test_commands_of_the_desk_say_so_without_spoiling_what_programs_read(demonstration):
    shown = desk(demonstration, "visit", "34", "2", "rando")
    assert shown.returncode == 0
    assert shown.stderr.startswith("DÉMONSTRATION")
    listed = desk(demonstration, "list", "--json")
    assert "DÉMONSTRATION" in listed.stderr
    json.loads(listed.stdout)
    assert "DEMONSTRATION: none of this" in desk(demonstration, "today", lang="en_GB.UTF-8").stderr


# Never mixed

def test_a_folder_with_real_data_is_left_as_it_is(data):
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    run = demo(*SMALL, "--to", data)
    assert run.returncode == 1
    assert "n'est pas vide" in run.stderr and "--to" in run.stderr
    assert {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()} == before
    assert not data.with_name("data.partial").exists()


def test_a_demonstration_is_not_made_over_another(demonstration):
    before = rows(demonstration)
    run = demo(*SMALL, "--seed", 3, "--to", f"{demonstration}/")
    assert run.returncode == 1
    assert "déjà" in run.stderr
    assert rows(demonstration) == before


def serve(data: Path) -> subprocess.CompletedProcess:
    command = VitrineServer(data).command()
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ | {"LANG": "fr_FR.UTF-8"})


@pytest.mark.parametrize("into", ["real", "demonstration"])
def test_a_database_copied_into_the_other_s_folder_is_refused_by_everybody_and_left_as_it_is(data, demonstration, into):
    (folder, other) = (data, demonstration) if into == "real" else (demonstration, data)
    shutil.copyfile(other / "vitrine.sqlite", folder / "vitrine.sqlite")
    before = (folder / "vitrine.sqlite").read_bytes()
    for run in [serve(folder), desk(folder, "today"), desk(folder, "visit", "34", "2"), desk(folder, "till", "status"),
                subprocess.run([binary(), "user", "list", "--data", folder], capture_output=True, text=True)]:
        assert run.returncode == 1, run.stderr
        assert "DEMONSTRATION" in run.stderr
        assert run.stdout == ""
    assert (folder / "vitrine.sqlite").read_bytes() == before


def test_a_demonstration_never_becomes_a_real_folder(demonstration, tmp_path):
    unmarked = Path(shutil.copytree(demonstration, tmp_path / "unmarked"))
    (unmarked / "DEMONSTRATION").unlink()
    assert serve(unmarked).returncode == 1
    emptied = Path(shutil.copytree(demonstration, tmp_path / "emptied"))
    (emptied / "vitrine.sqlite").unlink()
    assert serve(emptied).returncode == 1
    assert not (emptied / "vitrine.sqlite").exists()


def test_a_demonstration_s_till_does_not_verify_under_a_real_one_s_head(data, demonstration):
    assert desk(data, "product", "add", "magnet", "--label", "Magnet", "--price", "4").returncode == 0
    shutil.copyfile(demonstration / "vitrine.sqlite", data / "vitrine.sqlite")
    shutil.copyfile(demonstration / "DEMONSTRATION", data / "DEMONSTRATION")
    # Somebody went as far as to copy the mark: the keys are still the real till's.
    run = desk(data, "sell", "magnet", "--cash")
    assert run.returncode == 1
    assert "DÉMONSTRATION" in run.stderr


def test_no_office_can_be_called_as_a_demonstration(content):
    office = content / "office.yaml"
    office.write_text(office.read_text().replace("code: pays-de-sommieres", "code: demo-pays-de-sommieres", 1))
    run = subprocess.run([binary(), "content", "check", content], capture_output=True, text=True)
    assert run.returncode == 1
    assert re.search(r"office\.yaml:2: .*demo-", run.stdout)


# While it is made

def test_ctrl_c_leaves_nothing_and_a_terminal_sees_how_far_it_is(tmp_path):
    child = pexpect.spawn(str(binary()), ["demo", "--years", "20", "--scale", "0.3", "--to", str(tmp_path / "demo"),
                                          "--content", str(ROOT / "content")],
                          timeout=60, encoding="utf-8", env={"LANG": "fr_FR.UTF-8", "TERM": "dumb"}, dimensions=(24, 80))
    child.expect(r"\d\d/20\d\d  \d+ %")
    assert (tmp_path / "demo.partial/DEMONSTRATION").exists()
    assert not (tmp_path / "demo").exists()
    child.send("\x03")
    child.expect("Interrompu")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_one_left_is_replaced(tmp_path):
    command = [binary(), "demo", "--years", "20", "--to", tmp_path / "demo", "--content", ROOT / "content"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (tmp_path / "demo.partial/vitrine.sqlite").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    assert (tmp_path / "demo.partial").exists() and not (tmp_path / "demo").exists()
    assert demo(*SMALL, "--to", tmp_path / "demo").returncode == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["demo"]


@pytest.mark.parametrize(("arguments", "says"), [
    (["--years", "0"], "--years"),
    (["--scale", "21"], "--scale"),
    (["--until", "2999-01-01"], "hier"),
    (["--until", "demain"], "--until"),
])
def test_a_slip_of_the_fingers_is_a_usage_error(tmp_path, arguments, says):
    run = demo(*arguments, "--to", tmp_path / "demo")
    assert (run.returncode, run.stdout) == (2, "")
    assert says in run.stderr
    assert not (tmp_path / "demo").exists()


def test_content_that_cannot_be_read_makes_nothing(tmp_path, content):
    (content / "office.yaml").write_text("code: [")
    run = demo("--content", content, "--to", tmp_path / "demo")
    assert run.returncode == 1
    assert run.stderr.startswith("office.yaml:")
    assert not (tmp_path / "demo").exists() and not (tmp_path / "demo.partial").exists()


# Told

def test_help_is_in_both_languages_and_the_guide_knows_every_option():
    french, english = demo("--help").stdout, demo("--help", lang="en_GB.UTF-8").stdout
    assert "vitrine demo --years 5 --scale 10" in french and "vitrine demo --years 5 --scale 10" in english
    assert "inventé" in french and "made up" in english
    guide = (ROOT / "docs/guide/demonstration.md").read_text()
    options = set(re.findall(r"--[a-z]+", french)) - {"--help", "--version", "--data"}
    assert options >= {"--years", "--until", "--seed", "--scale", "--to", "--content", "--json"}
    assert {option for option in options if f"`{option}`" not in guide} == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_it(shell):
    script = subprocess.run([binary(), "--generate-completion-script", shell], capture_output=True, text=True).stdout
    assert "demo" in script and "scale" in script
