"""The desk on another machine: a real server, real sockets, real TLS, and what is kept when it can't be reached."""

import json
import os
import pty
import re
import signal
import subprocess
import time

import pytest
from remote_desk import PASSWORD, Line, RemoteDesk, add_user, set_password
from vitrine_server import VitrineServer
from vitrine_server import desk as local_desk

AWAY = "Le serveur ne répond pas : gardé ici, ce sera envoyé à la prochaine commande."


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with VitrineServer(tmp_path_factory.mktemp("server") / "data") as running:
        add_user(running.data)
        yield running


@pytest.fixture
def line(server):
    between = Line(server.port)
    yield between
    between.close()


@pytest.fixture
def desk(tmp_path, line):
    """A desk that has logged in through a line that can be cut."""
    desk = RemoteDesk(tmp_path / "home", tmp_path.name)
    done = desk.login(line.url)
    assert done.returncode == 0, done.stderr
    return desk


def kept(server, desk) -> list[tuple]:
    """What the server has of a desk: id, what it revises, why it was voided; in the order they came."""
    return server.query("SELECT id, revises_id, voided FROM desk_fact WHERE desk = ? ORDER BY seq", desk.name)


def counting(server, desk) -> list[str]:
    return [row[0] for row in server.query("SELECT id FROM visit_current WHERE desk = ? ORDER BY seq", desk.name)]


# Logging in


def test_whoever_logs_in_records_on_the_server_and_whoever_logs_out_gives_the_access_back(tmp_path, server):
    desk = RemoteDesk(tmp_path / "home", "retour")
    done = desk.login(server.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Relié à 127.0.0.1:{server.port} : anne, desk. Les commandes « desk » y vont désormais.\n"
    assert desk.config.stat().st_mode & 0o777 == 0o600
    assert desk.config.parent.stat().st_mode & 0o777 == 0o700
    assert PASSWORD not in desk.config.read_text()
    token = json.loads(desk.config.read_text())["logins"][0]["token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert server.get("/api/v1/me", headers)[0] == 200

    known = json.loads(desk("whoami", "--json").stdout)
    assert (known["server"], known["user"], known["role"]) == (server.url, "anne", "desk")
    assert desk("whoami").stdout.startswith(f"anne, desk, sur 127.0.0.1:{server.port}.")
    visit = desk.visit("34", "2+2")
    assert kept(server, desk) == [(visit, None, None)]
    assert server.query("SELECT counsellor FROM desk_fact WHERE desk = 'retour'") == [("anne",)]

    done = desk("logout")
    assert (done.returncode, done.stdout) == (0, f"Ce comptoir n'est plus relié à 127.0.0.1:{server.port}.\n")
    assert server.get("/api/v1/me", headers)[0] == 401
    done = desk("whoami")
    assert done.returncode == 1 and "« desk login https://… »" in done.stderr


def test_a_password_typed_at_a_terminal_is_not_seen(tmp_path, server):
    desk = RemoteDesk(tmp_path / "home", "terminal")
    child, terminal = pty.fork()
    if child == 0:
        os.execve(str(desk.command()[0]), list(map(str, desk.command("login", server.url))), desk.environment)
    seen = ""

    def wait_for(text: str) -> None:
        nonlocal seen
        while text not in seen:
            seen += os.read(terminal, 4_096).decode()

    wait_for("Compte sur")
    os.write(terminal, b"anne\n")
    wait_for("Mot de passe de anne : ")
    os.write(terminal, PASSWORD.encode() + b"\n")
    wait_for("Relié à")
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0 and PASSWORD not in seen and desk.config.exists()


def test_a_wrong_password_leaves_nothing_behind(tmp_path, server):
    desk = RemoteDesk(tmp_path / "home", "faux")
    done = desk.login(server.url, password="pas celui-ci")
    assert done.returncode == 1 and done.stderr.startswith("Le nom ou le mot de passe n'est pas le bon.")
    assert not desk.config.exists()
    done = desk("login", server.url, "--user", "anne", "--password-stdin")
    assert done.returncode == 1 and "Aucun mot de passe" in done.stderr


def test_a_password_never_crosses_a_network_in_clear_unless_somebody_says_so(tmp_path):
    desk = RemoteDesk(tmp_path / "home", "clair")
    done = desk.login("http://accueil.invalid")
    assert done.returncode == 1 and "https://" in done.stderr and "--insecure-http" in done.stderr
    done = desk.login("http://accueil.invalid", "--insecure-http")
    assert done.returncode == 3
    assert done.stderr.splitlines()[0].startswith("Attention : rien n'est chiffré vers accueil.invalid.")
    assert done.stderr.splitlines()[1].startswith("Le serveur accueil.invalid ne répond pas.")


@pytest.mark.parametrize("typed", ["ftp://accueil.example.org", "https://", "https://anne:secret@accueil.example.org", "ht tp"])
def test_what_is_no_address_is_told(tmp_path, typed):
    done = RemoteDesk(tmp_path / "home", "adresse").login(typed)
    assert done.returncode == 2 and "n'est pas l'adresse d'un serveur" in done.stderr


def test_the_login_that_others_can_read_is_not_used(desk, server):
    desk.config.chmod(0o640)
    for command in (["visit", "34", "2"], ["sync"], ["whoami"]):
        done = desk(*command)
        assert done.returncode == 1 and f"chmod 600 {desk.config}" in done.stderr, command
    desk.config.chmod(0o600)
    desk.config.write_text("{")
    done = desk("visit", "34", "2")
    assert done.returncode == 1 and str(desk.config) in done.stderr and "desk login" in done.stderr
    assert kept(server, desk) == [] == desk.waiting
    # The register of this machine asks for no login.
    assert desk("visit", "34", "2", "--data", str(server.data)).returncode == 0
    assert len(kept(server, desk)) == 1


def test_a_data_folder_or_local_goes_to_the_file(desk, server, line):
    line.set("cut")
    assert desk("visit", "34", "2", "--data", str(server.data)).returncode == 0
    assert desk("visit", "34", "2", VITRINE_DATA=str(server.data)).returncode == 0
    assert desk("visit", "34", "2", "--local", VITRINE_DATA=str(server.data), VITRINE_SERVER=line.url).returncode == 0
    assert len(kept(server, desk)) == 3 and desk.waiting == []
    assert desk("visit", "34", "2", "--local", "--server", line.url).returncode == 2


# The same commands, the same output


def test_commands_say_the_same_here_and_there(tmp_path, server):
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


def test_a_visit_that_cannot_be_sent_is_kept_and_sent_once_with_the_next_command(desk, server, line):
    line.set("cut")
    first = desk("visit", "34", "2")
    assert (first.returncode, first.stderr) == (0, AWAY + "\n")
    assert first.stdout.startswith("Hérault · 2 adultes\n")
    second = desk.visit("nl", "2+1")
    assert [fact["id"] for fact in desk.waiting][1] == second and kept(server, desk) == []
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in desk.waiting_files)
    waited = [fact["id"] for fact in desk.waiting]
    line.set("open")
    third = desk("visit", "be", "1")
    assert (third.returncode, third.stderr) == (0, "2 saisies gardées ici ont été envoyées.\n")
    assert [row[0] for row in kept(server, desk)][:2] == waited and len(kept(server, desk)) == 3
    assert desk.waiting == []
    assert desk("sync").stdout == f"Rien n'attend : 127.0.0.1:{line.port} a tout.\n"
    assert len(kept(server, desk)) == 3


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


def test_a_server_that_never_answers_keeps_nobody_waiting(desk, server, line):
    line.set("silent")
    for command in (["visit", "34", "2"], ["undo"], ["today"], ["sync"]):
        start = time.monotonic()
        done = desk(*command)
        # A second is what a person waits, and the rest room for a busy machine: without a limit it would be minutes.
        assert time.monotonic() - start < 4, (command, done)
    assert len(desk.waiting) == 2 and kept(server, desk) == []


@pytest.mark.parametrize("status", [404, 500, 502, 503])
def test_what_stands_before_a_server_and_answers_for_it_is_not_the_server(desk, server, line, status):
    line.set(status)
    done = desk("visit", "34", "2")
    assert done.returncode == 0 and "gardé ici" in done.stderr, done
    assert len(desk.waiting) == 1 and desk.refused == []
    line.set("open")
    assert desk("sync").returncode == 0
    assert len(kept(server, desk)) == 1


def test_an_answer_that_got_lost_does_not_double_a_visit(desk, server, line):
    line.set("one-way")
    done = desk("visit", "34", "2")
    assert (done.returncode, done.stderr) == (0, AWAY + "\n")
    assert len(kept(server, desk)) == 1 and len(desk.waiting) == 1
    line.set("open")
    report = json.loads(desk("sync", "--json").stdout)
    assert (report["delivered"], report["known"], report["waiting"], report["refused"]) == (0, 1, 0, [])
    assert len(kept(server, desk)) == 1 and desk.waiting == []


@pytest.mark.parametrize("state", ["silent", "one-way"])
def test_a_desk_killed_while_it_sends_loses_and_doubles_nothing(desk, server, line, state):
    line.set("cut")
    ids = [desk.visit("34", "2"), desk.visit("34", "3")]
    line.set(state)
    process = desk.start("sync")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not (line.calls if state == "silent" else kept(server, desk)):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.wait(10) == -signal.SIGKILL
    assert [fact["id"] for fact in desk.waiting] == ids
    line.set("open")
    assert desk("sync").returncode == 0
    assert [row[0] for row in kept(server, desk)] == ids and desk.waiting == []


def test_two_desks_at_once_keep_and_send_everything_once(desk, server, line):
    line.set("cut")
    at_once = [desk.start("visit", "34", str(1 + number % 9)) for number in range(16)]
    assert [process.wait(30) for process in at_once] == [0] * 16
    ids = [fact["id"] for fact in desk.waiting]
    assert len(ids) == len(set(ids)) == 16
    line.set("open")
    at_once = [desk.start(*command) for command in (["sync"], ["visit", "nl", "2"], ["sync"], ["visit", "be", "2"])]
    assert [process.wait(30) for process in at_once] == [0] * 4
    assert desk("sync").returncode == 0
    there = [row[0] for row in kept(server, desk)]
    assert len(there) == len(set(there)) == 18 and [fact for fact in there if fact in ids] == ids


def test_what_waits_is_undone_and_mended_before_the_server_has_it(desk, server, line):
    line.set("cut")
    undone, mended, left = desk.visit("34", "2"), desk.visit("34", "3"), desk.visit("34", "4")
    done = desk("amend", mended[:13], "nl", "5")
    assert done.returncode == 0 and "Pays-Bas · 5 adultes" in done.stdout, done.stderr
    done = desk("void", undone, "--why", "doublon")
    assert done.returncode == 0, done.stderr
    # The last that counts is the correction; undoing it leaves neither it nor what it mended.
    assert desk("undo").returncode == 0
    assert "Pays-Bas" in desk("show", mended).stdout
    line.set("open")
    assert desk("sync").returncode == 0
    assert counting(server, desk) == [left]
    assert [voided for _, _, voided in kept(server, desk)].count(None) == 4


def test_what_only_the_server_knows_is_not_made_up(desk, server, line):
    line.set("cut")
    for command in (["undo"], ["amend", "019f8a2c", "34"], ["show", "019f8a2c"], ["today"], ["list"], ["stats"], ["notices"]):
        done = desk(*command)
        assert (done.returncode, done.stdout) == (3, ""), command
        assert done.stderr.startswith(f"Le serveur 127.0.0.1:{line.port} ne répond pas."), command
    visit = desk.visit("34", "2+2")
    for command in (["today"], ["list"], ["stats"]):
        done = desk(*command)
        assert done.returncode == 3, command
        assert "\nGardé ici, pas encore envoyé :\n" in done.stderr, command
        assert done.stderr.endswith(f"  {visit[:13]}  Hérault · 2 adultes, 2 enfants\n"), command


def test_a_notice_is_announced_now_or_not_at_all(desk, server, line):
    line.set("cut")
    done = desk("notice", "Le Vidourle monte", "--until", "demain")
    assert done.returncode == 3 and "Les écrans n'ont rien reçu" in done.stderr
    line.set("open")
    assert desk("sync").returncode == 0 and "Vidourle" not in desk("notices").stdout


# What the server refuses


def test_a_fact_that_the_server_refuses_is_set_aside_with_the_reason_and_blocks_nothing(desk, server, line):
    line.set("cut")
    ids = [desk.visit("34", "2"), desk.visit("34", "3"), desk.visit("34", "4")]
    # The clock of this computer was wrong that day.
    late = desk.waiting_files[1]
    entry = json.loads(late.read_text())
    entry["facts"][0]["at"] = "2098-07-14T10:05:00.000Z"
    late.write_text(json.dumps(entry))
    line.set("open")
    done = desk("sync", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["delivered"], report["waiting"], report["set_aside"]) == (2, 0, 1)
    assert [(one["code"], one["ids"]) for one in report["refused"]] == [("at_in_future", [ids[1]])]
    assert [row[0] for row in kept(server, desk)] == [ids[0], ids[2]]
    (aside,) = desk.refused
    assert aside["code"] == "at_in_future" and aside["message"] and aside["facts"] == entry["facts"]
    assert desk("sync").stdout.startswith("Rien n'attend") and "mises de côté : 1" in desk("sync").stdout


def test_a_file_in_the_spool_that_nobody_can_read_blocks_nothing(desk, server, line):
    line.set("cut")
    desk.visit("34", "2")
    desk.visit("34", "3")
    desk.waiting_files[0].write_text("{")
    line.set("open")
    desk("sync")
    assert len(kept(server, desk)) == 1 and desk.waiting_files == []
    assert len(list(desk.state.glob("*/refused/0*.json"))) == 1


def test_what_breaks_the_rules_is_refused_at_once_and_does_not_wait(desk, line):
    line.set("cut")
    done = desk("visit", "34", "2", "@2098-07-14")
    assert done.returncode == 1 and desk.waiting == []


def test_a_spool_that_cannot_be_written_is_told_and_nothing_is_confirmed(desk, line):
    line.set("cut")
    (spool,) = desk.state.glob("127*")
    for file in spool.iterdir():
        if file.name != "setting.json":
            file.unlink()
    (spool / "writing.lock").mkdir()
    (spool / "writing.lock/x").touch()
    desk.state.chmod(0o500)
    done = desk("visit", "34", "2")
    desk.state.chmod(0o700)
    assert done.returncode == 3 and "Rien n'a été gardé" in done.stderr and "Enregistré" not in done.stdout


# Who is let in


def test_an_access_that_was_taken_back_is_told_and_the_visit_waits_for_the_next_login(desk, server, line):
    set_password(server.data)
    done = desk("visit", "34", "2")
    assert done.returncode == 1 and "Refaites « desk login »." in done.stderr and "Rien n'est perdu" in done.stderr
    assert "Enregistré" not in done.stdout
    assert len(desk.waiting) == 1 and kept(server, desk) == []
    done = desk("today")
    assert done.returncode == 1 and "desk login" in done.stderr
    done = desk.login(line.url)
    assert done.returncode == 0 and "1 saisie gardée ici a été envoyée." in done.stderr
    assert len(kept(server, desk)) == 1 and desk.waiting == []


def test_english_is_spoken_to_those_who_speak_it(tmp_path, server, line):
    desk = RemoteDesk(tmp_path / "home", tmp_path.name, lang="en_GB.UTF-8")
    assert desk.login(line.url).stdout.startswith("Connected to 127.0.0.1")
    line.set("cut")
    assert desk("visit", "34", "2").stderr == "The server doesn't answer: kept here, it will be sent with the next command.\n"
    assert desk("list").stderr.startswith(f"The server 127.0.0.1:{line.port} doesn't answer.")


# Certificates


class Authority:
    """An authority of the office's own, and the certificates it signs."""

    def __init__(self, folder, name: str):
        self.folder = folder
        self.file, self.key = folder / f"{name}.pem", folder / f"{name}.key"
        self._openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
            f"/CN={name}", "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign",
            "-keyout", self.key, "-out", self.file)

    def sign(self, name: str, subject: str) -> tuple:
        key, request, certificate = (self.folder / f"{name}.{end}" for end in ("key", "csr", "crt"))
        extensions = self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={subject}\n")
        self._openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                      "-keyout", key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.file, "-CAkey", self.key, "-CAcreateserial", "-days", "2",
                      "-extfile", extensions, "-out", certificate)
        return "--tls-certificate", str(certificate), "--tls-key", str(key)

    def _openssl(self, *arguments) -> None:
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class SecureServer(VitrineServer):
    """The same over TLS; it is ready when it says so."""

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def get(self, path: str, headers: dict | None = None):
        done = subprocess.run(["curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", self.url + path],
                              capture_output=True, text=True)
        return int(done.stdout), b"", {}


def test_only_a_certificate_that_verifies_is_spoken_to(tmp_path):
    authority, stranger = Authority(tmp_path, "office"), Authority(tmp_path, "stranger")
    desk = RemoteDesk(tmp_path / "home", "certificat")
    server = SecureServer(tmp_path / "data")
    server.options = authority.sign("good", "IP:127.0.0.1")
    with server:
        add_user(server.data)
        done = desk.login(server.url)
        assert done.returncode == 1 and "ne peut pas être vérifié" in done.stderr and "--ca" in done.stderr
        assert not desk.config.exists()
        done = desk.login(server.url, "--ca", stranger.file)
        assert done.returncode == 1 and "ne peut pas être vérifié" in done.stderr
        done = desk.login(server.url, "--ca", authority.key)
        assert done.returncode == 1 and "PEM" in done.stderr
        done = desk.login(server.url, "--ca", authority.file)
        assert done.returncode == 0, done.stderr
        # The file may have come on a key that leaves.
        authority.file.rename(tmp_path / "elsewhere.pem")
        first = desk.visit("34", "2")
    (tmp_path / "elsewhere.pem").rename(authority.file)
    for wrong in (stranger.sign("other", "IP:127.0.0.1"), authority.sign("name", "DNS:accueil.example.org")):
        server.options = wrong
        with server:
            done = desk("visit", "34", "3")
            assert done.returncode == 1 and "ne peut pas être vérifié" in done.stderr, done
            assert "Rien n'est perdu" in done.stderr and "Enregistré" not in done.stdout
    waited = [fact["id"] for fact in desk.waiting]
    assert len(waited) == 2
    server.options = authority.sign("good", "IP:127.0.0.1")
    with server:
        assert desk("sync").returncode == 0
        assert [row[0] for row in kept(server, desk)] == [first, *waited]
