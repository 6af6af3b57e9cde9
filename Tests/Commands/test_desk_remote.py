"""The desk on another machine: the same commands, and what is kept when the server can't be reached."""

import json
import re
import signal
import time

import pytest
from remote_desk import RemoteDesk, add_user, kept
from vitrine_server import VitrineServer
from vitrine_server import desk as local_desk

AWAY = "Le serveur ne répond pas : gardé ici, ce sera envoyé à la prochaine commande."


def counting(server, desk) -> list[str]:
    return [row[0] for row in server.query("SELECT id FROM visit_current WHERE desk = ? ORDER BY seq", desk.name)]


# The same commands, the same output


def test_commands_say_the_same_here_and_there(tmp_path, office):
    """One history typed twice: beside the register, and through a server that has another."""
    remote = RemoteDesk(tmp_path / "home", "accueil")
    with VitrineServer(tmp_path / "local") as other, VitrineServer(tmp_path / "remote") as fresh:
        add_user(fresh.data)
        assert remote.login(fresh.url).returncode == 0

        def beside(*arguments):
            return local_desk(other.data, *arguments, "--desk", "accueil", "--counsellor", "anne")

        assert [told(beside) for told in SAYINGS] == [told(remote) for told in SAYINGS]


def saying(*arguments, mending: bool = False):
    """What a command says and how it ends, without what differs from one history to the other: ids and the minute."""

    def told(desk):
        words = [identity(desk) if word == "ID" else word for word in arguments]
        done = desk(*words)
        text = f"{done.returncode}\n{done.stdout}\n{done.stderr}"
        text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?", "ID", text)
        text = re.sub(r"T\d\d:\d\d:\d\d\.\d+Z", "TIME", text)
        return arguments, re.sub(r"\d{1,2} h \d\d", "MINUTE", text)

    return told


def identity(desk) -> str:
    """The visit recorded first."""
    return json.loads(desk("list", "--json").stdout)[0]["origin"]


SAYINGS = [
    saying("visit", "34", "2+2"),
    saying("visit", "nl", "2", "en:"),
    saying("visit", "tel", "be", "?", "--json"),
    saying("visit", "34", "2", "--dry-run"),
    saying("visit", "vingt", "34"),
    saying("amend", "ID", "30250", "3"),
    saying("show", "ID"),
    saying("show", "ID", "--json"),
    saying("show", "ffffffff"),
    saying("show", "visite12"),
    saying("list", "--from", "2024-01-01", "--to", "2026-11-01"),
    saying("undo"),
    saying("void", "ID", "--why", "doublon"),
    saying("void", "ID", "--why", "doublon"),
    saying("visit", "g25"),
    saying("tally", "+6"),
    saying("tally"),
    saying("admission", "chapelle", "12+4", "--paid"),
    saying("admission", "nulle-part", "3"),
    saying("tasting", "10+3", "vino", "--json"),
    saying("exhibition", "30"),
    saying("opening", "9:00-12:30", "14:00-18:00"),
    saying("opening", "--day", "hier", "fermé"),
    saying("visit", "34", "@hier"),
    saying("door", "10", "42"),
    saying("note", "orage, marché annulé"),
    saying("list"),
    saying("list", "--json"),
    saying("today"),
    saying("today", "--json"),
    saying("stats"),
    saying("stats", "--json"),
    saying("stats", "--csv"),
    saying("notice", "Le château ferme", "--until", "demain"),
    saying("notices"),
    saying("notices", "--json"),
]


# The server away


def test_a_visit_that_cannot_be_sent_is_kept_and_sent_once_with_the_next_command(connected, office, line):
    line.set("cut")
    first = connected("visit", "34", "2")
    assert (first.returncode, first.stderr) == (0, AWAY + "\n")
    assert first.stdout.startswith("Hérault · 2 adultes\n")
    second = connected.visit("nl", "2+1")
    assert [fact["id"] for fact in connected.waiting][1] == second and kept(office, connected) == []
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in connected.waiting_files)
    waited = [fact["id"] for fact in connected.waiting]
    line.set("open")
    third = connected("visit", "be", "1")
    assert (third.returncode, third.stderr) == (0, "2 saisies gardées ici ont été envoyées.\n")
    assert [row[0] for row in kept(office, connected)][:2] == waited and len(kept(office, connected)) == 3
    assert connected.waiting == []
    assert connected("sync").stdout == f"Rien n'attend : 127.0.0.1:{line.port} a tout.\n"
    assert len(kept(office, connected)) == 3


def test_a_server_that_is_killed_and_starts_again_has_every_visit_once(tmp_path):
    desk = RemoteDesk(tmp_path / "home", "arret")
    with VitrineServer(tmp_path / "data") as server:
        add_user(server.data)
        assert desk.login(server.url).returncode == 0
        ids = [desk.visit("34", "2")]
        server.kill()
        ids += [desk.visit("34", "3"), desk.visit("34", "4")]
        server.start()
        done = desk("sync")
        assert (done.returncode, done.stdout) == (0, "2 saisies gardées ici ont été envoyées.\n")
        assert [row[0] for row in kept(server, desk)] == ids


def test_a_server_that_never_answers_keeps_nobody_waiting(connected, office, line):
    line.set("silent")
    for command in (["visit", "34", "2"], ["undo"], ["today"], ["sync"]):
        start = time.monotonic()
        done = connected(*command)
        # A second is what a person waits, and the rest room for a busy machine: without a limit it would be minutes.
        assert time.monotonic() - start < 4, (command, done)
    assert len(connected.waiting) == 2 and kept(office, connected) == []


@pytest.mark.parametrize("status", [404, 500, 502, 503])
def test_what_stands_before_a_server_and_answers_for_it_is_not_the_server(connected, office, line, status):
    line.set(status)
    done = connected("visit", "34", "2")
    assert done.returncode == 0 and "gardé ici" in done.stderr, done
    assert len(connected.waiting) == 1 and connected.refused == []
    line.set("open")
    assert connected("sync").returncode == 0
    assert len(kept(office, connected)) == 1


def test_an_answer_that_got_lost_does_not_double_a_visit(connected, office, line):
    line.set("one-way")
    done = connected("visit", "34", "2")
    assert (done.returncode, done.stderr) == (0, AWAY + "\n")
    assert len(kept(office, connected)) == 1 and len(connected.waiting) == 1
    line.set("open")
    report = json.loads(connected("sync", "--json").stdout)
    assert (report["delivered"], report["known"], report["waiting"], report["refused"]) == (0, 1, 0, [])
    assert len(kept(office, connected)) == 1 and connected.waiting == []


@pytest.mark.parametrize("state", ["silent", "one-way"])
def test_a_desk_killed_while_it_sends_loses_and_doubles_nothing(connected, office, line, state):
    line.set("cut")
    ids = [connected.visit("34", "2"), connected.visit("34", "3")]
    line.set(state)
    process = connected.start("sync")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not (line.calls if state == "silent" else kept(office, connected)):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.wait(10) == -signal.SIGKILL
    assert [fact["id"] for fact in connected.waiting] == ids
    line.set("open")
    assert connected("sync").returncode == 0
    assert [row[0] for row in kept(office, connected)] == ids and connected.waiting == []


def test_two_desks_at_once_keep_and_send_everything_once(connected, office, line):
    line.set("cut")
    at_once = [connected.start("visit", "34", str(1 + number % 9)) for number in range(16)]
    assert [process.wait(30) for process in at_once] == [0] * 16
    ids = [fact["id"] for fact in connected.waiting]
    assert len(ids) == len(set(ids)) == 16
    line.set("open")
    at_once = [connected.start(*command) for command in (["sync"], ["visit", "nl", "2"], ["sync"], ["visit", "be", "2"])]
    assert [process.wait(30) for process in at_once] == [0] * 4
    assert connected("sync").returncode == 0
    there = [row[0] for row in kept(office, connected)]
    assert len(there) == len(set(there)) == 18 and [fact for fact in there if fact in ids] == ids


def test_what_waits_is_undone_and_mended_before_the_server_has_it(connected, office, line):
    line.set("cut")
    undone, mended, left = connected.visit("34", "2"), connected.visit("34", "3"), connected.visit("34", "4")
    done = connected("amend", mended[:13], "nl", "5")
    assert done.returncode == 0 and "Pays-Bas · 5 adultes" in done.stdout, done.stderr
    done = connected("void", undone, "--why", "doublon")
    assert done.returncode == 0, done.stderr
    # The last that counts is the correction; undoing it leaves neither it nor what it mended.
    assert connected("undo").returncode == 0
    assert "Pays-Bas" in connected("show", mended).stdout
    line.set("open")
    assert connected("sync").returncode == 0
    assert counting(office, connected) == [left]
    assert [voided for _, _, voided in kept(office, connected)].count(None) == 4


def test_what_only_the_server_knows_is_not_made_up(connected, office, line):
    line.set("cut")
    for command in (["undo"], ["amend", "019f8a2c", "34"], ["show", "019f8a2c"], ["today"], ["list"], ["stats"], ["notices"]):
        done = connected(*command)
        assert (done.returncode, done.stdout) == (3, ""), command
        assert done.stderr.startswith(f"Le serveur 127.0.0.1:{line.port} ne répond pas."), command
    visit = connected.visit("34", "2+2")
    for command in (["today"], ["list"], ["stats"]):
        done = connected(*command)
        assert done.returncode == 3, command
        assert "\nGardé ici, pas encore envoyé :\n" in done.stderr, command
        assert done.stderr.endswith(f"  {visit[:13]}  Hérault · 2 adultes, 2 enfants\n"), command


def test_a_notice_is_announced_now_or_not_at_all(connected, office, line):
    line.set("cut")
    done = connected("notice", "Le Vidourle monte", "--until", "demain")
    assert done.returncode == 3 and "Les écrans n'ont rien reçu" in done.stderr
    line.set("open")
    assert connected("sync").returncode == 0 and "Vidourle" not in connected("notices").stdout


# What the server refuses


def test_a_fact_that_the_server_refuses_is_set_aside_with_the_reason_and_blocks_nothing(connected, office, line):
    line.set("cut")
    ids = [connected.visit("34", "2"), connected.visit("34", "3"), connected.visit("34", "4")]
    # The clock of this computer was wrong that day.
    late = connected.waiting_files[1]
    entry = json.loads(late.read_text())
    entry["facts"][0]["at"] = "2098-07-14T10:05:00.000Z"
    late.write_text(json.dumps(entry))
    line.set("open")
    done = connected("sync", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["delivered"], report["waiting"], report["set_aside"]) == (2, 0, 1)
    assert [(one["code"], one["ids"]) for one in report["refused"]] == [("at_in_future", [ids[1]])]
    assert [row[0] for row in kept(office, connected)] == [ids[0], ids[2]]
    (aside,) = connected.refused
    assert aside["code"] == "at_in_future" and aside["message"] and aside["facts"] == entry["facts"]
    assert connected("sync").stdout.startswith("Rien n'attend") and "mises de côté : 1" in connected("sync").stdout


def test_a_file_in_the_spool_that_nobody_can_read_blocks_nothing(connected, office, line):
    line.set("cut")
    connected.visit("34", "2")
    connected.visit("34", "3")
    connected.waiting_files[0].write_text("{")
    line.set("open")
    connected("sync")
    assert len(kept(office, connected)) == 1 and connected.waiting_files == []
    assert len(list(connected.state.glob("*/refused/0*.json"))) == 1


def test_what_breaks_the_rules_is_refused_at_once_and_does_not_wait(connected, line):
    line.set("cut")
    done = connected("visit", "34", "2", "@2098-07-14")
    assert done.returncode == 1 and connected.waiting == []


def test_a_spool_that_cannot_be_written_is_told_and_nothing_is_confirmed(connected, line):
    line.set("cut")
    (spool,) = connected.state.glob("127*")
    for file in spool.iterdir():
        if file.name != "setting.json":
            file.unlink()
    (spool / "writing.lock").mkdir()
    (spool / "writing.lock/x").touch()
    connected.state.chmod(0o500)
    done = connected("visit", "34", "2")
    connected.state.chmod(0o700)
    assert done.returncode == 3 and "Rien n'a été gardé" in done.stderr and "Enregistré" not in done.stdout


def test_english_is_spoken_to_those_who_speak_it(tmp_path, office, line):
    desk = RemoteDesk(tmp_path / "home", tmp_path.name, lang="en_GB.UTF-8")
    assert desk.login(line.url).stdout.startswith("Connected to 127.0.0.1")
    line.set("cut")
    assert desk("visit", "34", "2").stderr == "The server doesn't answer: kept here, it will be sent with the next command.\n"
    assert desk("list").stderr.startswith(f"The server 127.0.0.1:{line.port} doesn't answer.")
