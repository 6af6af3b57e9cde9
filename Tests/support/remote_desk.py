"""A desk on another machine, and what can stand between it and its server."""

import contextlib
import json
import os
import select
import socket
import subprocess
import threading
from pathlib import Path

from vitrine_server import binary

PASSWORD = "tournesol-garrigue-7"


def add_user(data: Path, name: str = "anne", role: str = "desk") -> None:
    subprocess.run(
        [binary(), "user", "add", name, "--role", role, "--password-stdin", "--data", str(data)],
        input=PASSWORD + "\n", text=True, check=True, capture_output=True)


def set_password(data: Path, name: str = "anne") -> None:
    """The same again; it logs them out everywhere."""
    subprocess.run(
        [binary(), "user", "password", name, "--password-stdin", "--data", str(data)],
        input=PASSWORD + "\n", text=True, check=True, capture_output=True)


class RemoteDesk:
    """The desk's command with a home of its own."""

    def __init__(self, home: Path, name: str, lang: str = "fr_FR.UTF-8"):
        self.home, self.name = home, name
        home.mkdir(parents=True, exist_ok=True)
        self.config = home / "config/vitrine/desk.json"
        self.state = home / "state/vitrine/spool"
        kept = {key: value for key, value in os.environ.items()
                if not key.startswith(("LC_", "LANG", "VITRINE_", "XDG_")) and not key.lower().endswith("_proxy")}
        self.environment = kept | {
            "LANG": lang, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"), "VITRINE_DESK": name}

    def command(self, *arguments) -> list:
        return [binary().with_name("desk"), *map(str, arguments)]

    def start(self, *arguments) -> subprocess.Popen:
        return subprocess.Popen(
            self.command(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, env=self.environment, cwd=self.home)

    def __call__(self, *arguments, stdin: str = "", **environment) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.command(*arguments), input=stdin, capture_output=True, text=True, timeout=30,
            env=self.environment | environment, cwd=self.home)

    def login(self, url: str, *options, user: str = "anne", password: str = PASSWORD) -> subprocess.CompletedProcess:
        return self("login", url, "--user", user, "--password-stdin", *options, stdin=password + "\n")

    def visit(self, *line) -> str:
        """Records a visit; its id."""
        done = self("visit", *line, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["id"]

    @property
    def waiting_files(self) -> list[Path]:
        return sorted(self.state.glob("*/0*.json"))

    @property
    def waiting(self) -> list[dict]:
        """The facts in the spool, in order."""
        return [fact for path in self.waiting_files for fact in json.loads(path.read_text())["facts"]]

    @property
    def refused(self) -> list[dict]:
        return [json.loads(path.read_text()) for path in sorted(self.state.glob("*/refused/*.json"))]


class Line:
    """The line between a desk and its server, which can be cut.

    `open`: what is said goes through. `cut`: nobody is there. `silent`: somebody takes the call and says nothing. `one-way`: the server
    hears what it is told (POST), and its answers to that get lost. A number: a proxy that answers that status to everything.
    """

    def __init__(self, server_port: int):
        self.server_port = server_port
        self.state = "open"
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.calls = []
        threading.Thread(target=self._answer, daemon=True).start()

    def set(self, state) -> None:
        """Calls under way end, but for a desk that waits in silence."""
        if self.state == "cut" and state != "cut":
            self.listener = socket.create_server(("127.0.0.1", self.port))
            threading.Thread(target=self._answer, daemon=True).start()
        elif state == "cut" and self.state != "cut":
            self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()
        self.state = state

    def _answer(self) -> None:
        listener = self.listener
        with contextlib.suppress(OSError):
            while True:
                call, _ = listener.accept()
                self.calls.append(call)
                threading.Thread(target=self._carry, args=(call, self.state), daemon=True).start()

    def _carry(self, call: socket.socket, state) -> None:
        with contextlib.suppress(OSError):
            if state == "silent":
                return
            if isinstance(state, int):
                call.recv(65_536)
                page = b"<html>Ce n'est pas le serveur.</html>"
                call.sendall(b"HTTP/1.1 %d Autre\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % (state, len(page)) + page)
                call.close()
                return
            with socket.create_connection(("127.0.0.1", self.server_port)) as server, call:
                is_lost = False
                while True:
                    for ready in select.select([call, server], [], [])[0]:
                        if not (said := ready.recv(65_536)):
                            return
                        if ready is call:
                            is_lost = is_lost or state == "one-way" and said.startswith(b"POST")
                            server.sendall(said)
                        elif not is_lost:
                            call.sendall(said)

    def close(self) -> None:
        self.set("cut")
        for call in self.calls:
            call.close()


def kept(server, desk: RemoteDesk) -> list[tuple]:
    """What a server has of a desk: id, what it revises, why it was voided; in the order they came."""
    return server.query("SELECT id, revises_id, voided FROM desk_fact WHERE desk = ? ORDER BY seq", desk.name)
