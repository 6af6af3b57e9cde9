"""What was recorded, listed and counted: in the terminal, as JSON and as CSV."""

import csv
import io
import json
import os
import pty
import select
import subprocess
import time

import pytest
from vitrine_server import binary, desk


def day_ago(days: int) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(time.time() - days * 86_400))


@pytest.fixture(scope="module")
def season(used, tmp_path_factory):
    """Forty contacts of yesterday and the day before: 20 of Hérault, 10 Dutch, 6 by phone, 4 of whom nothing is known."""
    import shutil

    data = shutil.copytree(used, tmp_path_factory.mktemp("season") / "data")
    lines = ["34 2+2 famille rando"] * 20 + ["nl 2 couple vv"] * 10 + ["tel de heb"] * 6 + ["1"] * 4
    file = data.parent / "day.csv"
    file.write_text("ligne;quand\n" + "".join(f"{line};{day_ago(1 + number % 2)}\n" for number, line in enumerate(lines)))
    assert desk(data, "visit", "--file", file).returncode == 0
    return data


PERIOD = ("--from", day_ago(4), "--to", day_ago(1))


def test_json_tells_contacts_visitors_and_every_day(season):
    statistics = json.loads(desk(season, "stats", *PERIOD, "--json").stdout)
    assert (statistics["contacts"], statistics["visitors"], statistics["remote"]) == (40, 20 * 4 + 10 * 2 + 4, 6)
    assert [(day["day"], day["kind"], day["contacts"]) for day in statistics["days"]] == [
        (day_ago(4), "not-counted", 0), (day_ago(3), "not-counted", 0), (day_ago(2), "open", 20), (day_ago(1), "open", 20)]
    assert {count["key"]: count["contacts"] for count in statistics["origins"]} == {"FR-34": 20, "NL": 10, "DE": 6, "unknown": 4}


def test_csv_opens_in_a_spreadsheet_and_leaves_empty_what_wasnt_counted(season):
    rows = list(csv.DictReader(io.StringIO(desk(season, "stats", *PERIOD, "--csv").stdout)))
    assert rows[0] == {"what": "total", "key": f"{day_ago(4)}/{day_ago(1)}", "state": "", "contacts": "40", "visitors": "104"}
    days = [(row["state"], row["contacts"]) for row in rows if row["what"] == "day"]
    assert days == [("not-counted", ""), ("not-counted", ""), ("open", "20"), ("open", "20")]
    assert {row["key"]: row["contacts"] for row in rows if row["what"] == "topic"}["hiking"] == "20"


def test_bars_stand_at_eighty_columns_without_colour_when_not_on_a_terminal(season):
    shown = desk(season, "stats", *PERIOD).stdout
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert "\x1b" not in shown
    assert "40 contacts, 104 visiteurs" in shown and "6 à distance" in shown
    origin = shown.split("Origine, n = 36")[1].split("\n\n")[0].splitlines()
    assert [line.split("  ")[1].strip() for line in origin[1:]] == ["Hérault (34)", "Pays-Bas", "Allemagne", "inconnu"]
    assert "56 %" in origin[1], "20 of the 36 whose origin is known"
    assert "10 %" in origin[4], "4 of all 40"
    assert origin[1].count("█") > origin[2].count("█") > origin[3].count("█") > 0
    assert shown.count("pas compté") == 2


def test_no_percentage_is_said_on_a_base_under_thirty(used, tmp_path):
    import shutil

    data = shutil.copytree(used, tmp_path / "data")
    file = tmp_path / "day.csv"
    file.write_text("ligne\n" + "34 2 rando\n" * 29)
    desk(data, "visit", "--file", file)
    shown = desk(data, "stats", "--day").stdout
    assert "Origine, n = 29" in shown and "%" not in shown
    desk(data, "visit", "34", "2", "rando")
    shown = desk(data, "stats", "--day").stdout
    assert "Origine, n = 30" in shown and "100 %" in shown


def on_terminal(data, *arguments, columns: int, **environment) -> str:
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        [binary().with_name("desk"), *arguments], stdin=follower, stdout=follower, stderr=follower,
        env=clean | {"VITRINE_DATA": str(data), "LC_ALL": "fr_FR.UTF-8", "TERM": "xterm"} | environment)
    os.close(follower)
    shown = b""
    while select.select([leader], [], [], 20)[0]:
        try:
            shown += os.read(leader, 65_536)
        except OSError:
            break
    os.close(leader)
    assert process.wait(10) == 0
    return shown.decode()


def test_a_terminal_has_colours_unless_it_says_otherwise_and_its_width_is_used(season):
    coloured = on_terminal(season, "stats", *PERIOD, columns=120)
    assert "\x1b[36m" in coloured
    plain = on_terminal(season, "stats", *PERIOD, columns=120, NO_COLOR="1")
    assert "\x1b" not in plain
    assert "\x1b" not in on_terminal(season, "stats", *PERIOD, columns=80, TERM="dumb")
    assert 80 < max(len(line) for line in plain.splitlines()) <= 120


def test_the_day_in_a_few_lines_with_what_was_recorded_last(used, tmp_path):
    import shutil

    data = shutil.copytree(used, tmp_path / "data")
    assert "0 contact, 0 visiteur" in desk(data, "today").stdout
    for number in range(1, 8):
        desk(data, "visit", "34", str(number))
    shown = desk(data, "today").stdout
    assert "7 contacts, 28 visiteurs" in shown
    assert "7 adultes" in shown and "2 adultes" not in shown, "the last five"
    assert "desk list" in shown
    assert json.loads(desk(data, "today", "--json").stdout)["contacts"] == 7


def test_list_shows_a_line_each_under_its_day_with_an_id_that_commands_take(season):
    shown = desk(season, "list", *PERIOD).stdout.splitlines()
    assert sum("Hérault" in line for line in shown) == 20
    ids = [line.split()[3] for line in shown if "Pays-Bas" in line]
    assert len(set(ids)) == 10
    assert desk(season, "show", ids[0]).returncode == 0
    facts = json.loads(desk(season, "list", *PERIOD, "--json").stdout)
    assert {fact["kind"] for fact in facts} == {"visit"} and all(fact["counts"] for fact in facts)
    assert desk(season, "list").stdout == "Rien n'a été saisi aujourd'hui.\n"


@pytest.mark.parametrize("arguments, hint", [
    (["stats", "--day", "--month"], "--day"),
    (["stats", "--json", "--csv"], "--csv"),
    (["stats", "--from", "2026-02-30"], "2026-02-30"),
    (["stats", "--from", "hier", "--to", "2026-01-01"], "--from"),
    (["list", "--from", "1990-01-01"], "dix ans"),
])
def test_days_that_cant_be_read_are_usage_errors(season, arguments, hint):
    run = desk(season, *arguments)
    assert run.returncode == 2
    assert hint in run.stderr
