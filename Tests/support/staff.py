"""Somebody of the office, who logs in and asks."""

import json
import os
import subprocess
import uuid

from vitrine_server import VitrineServer, binary, now_iso

PASSWORD = "un mot de passe assez long"


def vitrine_user(server: VitrineServer, *arguments, typed: str = PASSWORD) -> subprocess.CompletedProcess:
    """`vitrine user …`, beside the server."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return subprocess.run(
        [binary(), "user", *arguments], input=typed + "\n", capture_output=True, text=True, timeout=30,
        env=environment | {"LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(server.data)})


def ask(server: VitrineServer, method: str, path: str, document=None, **headers):
    """One request, JSON both ways: status, what was answered, headers."""
    body = None if document is None else json.dumps(document).encode()
    if body is not None:
        headers.setdefault("Content-Type", "application/json")
    status, answer, answered = server.request(method, path, body, headers)
    return status, json.loads(answer) if answer else None, answered


def log_in(server: VitrineServer, user: str, password: str = PASSWORD, cookie: bool = False, **headers):
    return ask(server, "POST", "/api/v1/login", {"user": user, "password": password, "cookie": cookie}, **headers)


class Staff:
    """A user of the server, added and logged in as a desk is."""

    def __init__(self, server: VitrineServer, name: str, role: str = "desk"):
        self.server = server
        self.name = name
        added = vitrine_user(server, "add", name, "--role", role, "--password-stdin")
        assert added.returncode == 0, added.stderr
        self.token = self.new_token()

    def new_token(self) -> str:
        status, answer, _ = log_in(self.server, self.name)
        assert status == 200, answer
        return answer["token"]

    def ask(self, method: str, path: str, document=None, **headers):
        return ask(self.server, method, path, document, Authorization=f"Bearer {self.token}", **headers)


def visit(**changes) -> dict:
    """A visit as a desk sends it; `contact` changes what is known of who came."""
    contact = {
        "channel": "counter", "country": "FR", "departement": "34", "postcode": None, "adults": 2, "children": 2,
        "profile": "family", "stay": None, "first_visit": None, "language": None, "topics": [], "duration": None,
        "outcome": None,
    } | changes.pop("contact", {})
    return fact("visit", {"contact": contact}, **changes)


def fact(kind: str, content: dict, **changes) -> dict:
    return {"id": str(uuid.uuid4()), "at": now_iso(-60), "entry": "live", "desk": "comptoir", "kind": kind,
            kind: content} | changes
