"""Who may speak to a server from a desk, and which server a desk speaks to."""

import json
import os
import pty
import subprocess

import pytest
from remote_desk import PASSWORD, RemoteDesk, add_user, kept, set_password
from vitrine_server import VitrineServer

# Logging in


def test_whoever_logs_in_records_on_the_server_and_whoever_logs_out_gives_the_access_back(tmp_path, office):
    desk = RemoteDesk(tmp_path / "home", "retour")
    done = desk.login(office.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Relié à 127.0.0.1:{office.port} : anne, desk. Les commandes « desk » y vont désormais.\n"
    assert desk.config.stat().st_mode & 0o777 == 0o600
    assert desk.config.parent.stat().st_mode & 0o777 == 0o700
    assert PASSWORD not in desk.config.read_text()
    token = json.loads(desk.config.read_text())["logins"][0]["token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert office.get("/api/v1/me", headers)[0] == 200

    known = json.loads(desk("whoami", "--json").stdout)
    assert (known["server"], known["user"], known["role"]) == (office.url, "anne", "desk")
    assert desk("whoami").stdout.startswith(f"anne, desk, sur 127.0.0.1:{office.port}.")
    visit = desk.visit("34", "2+2")
    assert kept(office, desk) == [(visit, None, None)]
    assert office.query("SELECT counsellor FROM desk_fact WHERE desk = 'retour'") == [("anne",)]

    done = desk("logout")
    assert (done.returncode, done.stdout) == (0, f"Ce comptoir n'est plus relié à 127.0.0.1:{office.port}.\n")
    assert office.get("/api/v1/me", headers)[0] == 401
    done = desk("whoami")
    assert done.returncode == 1 and "« desk login https://… »" in done.stderr


def test_a_password_typed_at_a_terminal_is_not_seen(tmp_path, office):
    desk = RemoteDesk(tmp_path / "home", "terminal")
    child, terminal = pty.fork()
    if child == 0:
        os.execve(str(desk.command()[0]), list(map(str, desk.command("login", office.url))), desk.environment)
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


def test_a_wrong_password_leaves_nothing_behind(tmp_path, office):
    desk = RemoteDesk(tmp_path / "home", "faux")
    done = desk.login(office.url, password="pas celui-ci")
    assert done.returncode == 1 and done.stderr.startswith("Le nom ou le mot de passe n'est pas le bon.")
    assert not desk.config.exists()
    done = desk("login", office.url, "--user", "anne", "--password-stdin")
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


def test_the_login_that_others_can_read_is_not_used(connected, office):
    connected.config.chmod(0o640)
    for command in (["visit", "34", "2"], ["sync"], ["whoami"]):
        done = connected(*command)
        assert done.returncode == 1 and f"chmod 600 {connected.config}" in done.stderr, command
    connected.config.chmod(0o600)
    connected.config.write_text("{")
    done = connected("visit", "34", "2")
    assert done.returncode == 1 and str(connected.config) in done.stderr and "desk login" in done.stderr
    assert kept(office, connected) == [] == connected.waiting
    # The register of this machine asks for no login.
    assert connected("visit", "34", "2", "--data", str(office.data)).returncode == 0
    assert len(kept(office, connected)) == 1


def test_a_data_folder_or_local_goes_to_the_file(connected, office, line):
    line.set("cut")
    assert connected("visit", "34", "2", "--data", str(office.data)).returncode == 0
    assert connected("visit", "34", "2", VITRINE_DATA=str(office.data)).returncode == 0
    assert connected("visit", "34", "2", "--local", VITRINE_DATA=str(office.data), VITRINE_SERVER=line.url).returncode == 0
    assert len(kept(office, connected)) == 3 and connected.waiting == []
    assert connected("visit", "34", "2", "--local", "--server", line.url).returncode == 2


# Who is let in


def test_an_access_that_was_taken_back_is_told_and_the_visit_waits_for_the_next_login(connected, office, line):
    set_password(office.data)
    done = connected("visit", "34", "2")
    assert done.returncode == 1 and "Refaites « desk login »." in done.stderr and "Rien n'est perdu" in done.stderr
    assert "Enregistré" not in done.stdout
    assert len(connected.waiting) == 1 and kept(office, connected) == []
    done = connected("today")
    assert done.returncode == 1 and "desk login" in done.stderr
    done = connected.login(line.url)
    assert done.returncode == 0 and "1 saisie gardée ici a été envoyée." in done.stderr
    assert len(kept(office, connected)) == 1 and connected.waiting == []


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
