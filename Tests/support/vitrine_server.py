"""The real binary, started on a free port with its own data folder."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import uuid
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def binary() -> Path:
    named = os.environ.get("VITRINE_BINARY")
    for path in [Path(named)] if named else [ROOT / ".build/release/vitrine", ROOT / ".build/debug/vitrine"]:
        if path.exists():
            return path
    raise FileNotFoundError("no vitrine binary: build it with `make build`")


def web_app() -> Path:
    """The sources of the screens, or the folder that `VITRINE_WEB` names: what is released passes the same tests."""
    return Path(os.environ.get("VITRINE_WEB") or ROOT / "kiosk-web").resolve()


def desk(data: Path, *arguments, lang: str = "fr_FR.UTF-8") -> subprocess.CompletedProcess:
    """The desk's command, as a process of its own beside the server."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return subprocess.run(
        [binary().with_name("desk"), *map(str, arguments)], capture_output=True, text=True, timeout=30,
        env=environment | {"LANG": lang, "VITRINE_DATA": str(data)})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def now_iso(offset_seconds: float = 0) -> str:
    moment = datetime.now(UTC) + timedelta(seconds=offset_seconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def interaction(**changes) -> dict:
    event = {
        "id": str(uuid.uuid4()),
        "at": now_iso(),
        "session": uuid.uuid4().hex,
        "seq": 1,
        "screen": "vitrine-rue",
        "kind": "place",
        "place": "pont-romain",
        "lang": "fr",
    }
    event.update(changes)
    return {key: value for key, value in event.items() if value is not None}


class CompiledContent:
    """What the first server made of the shipped content, for all those after it: each would take a second to make it anew.
    A server takes it only if it is of the very content it is given."""

    FILES = ("catalogue.files", "catalogue.pack")
    folder: tempfile.TemporaryDirectory | None = None

    @classmethod
    def lend(cls, data: Path) -> None:
        if cls.folder is None or (data / cls.FILES[1]).exists():
            return
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in cls.FILES:
            shutil.copyfile(Path(cls.folder.name) / name, data / name)

    @classmethod
    def keep(cls, data: Path) -> None:
        if cls.folder is None and all((data / name).exists() for name in cls.FILES):
            cls.folder = tempfile.TemporaryDirectory(prefix="vitrine-compiled-")
            for name in cls.FILES:
                shutil.copyfile(data / name, Path(cls.folder.name) / name)


class VitrineServer:
    """One server process; `start` again on the same data folder after `kill` or `stop`."""

    def __init__(self, data: Path, content: Path = ROOT / "content", port: int | None = None, *options: str):
        self.data = Path(data)
        self.content = Path(content)
        self.port = port or free_port()
        self.options = options
        self.web = web_app()
        self.process: subprocess.Popen | None = None
        self.log = self.data.parent / f"{self.data.name}.log"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.data / "vitrine.sqlite"

    def command(self) -> list:
        return [binary(), "serve", "--port", str(self.port), "--data", self.data, "--content", self.content,
                "--web", self.web, *self.options]

    def start(self, wait: float = 60) -> "VitrineServer":
        shipped = self.content == ROOT / "content"
        if shipped:
            CompiledContent.lend(self.data)
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen(self.command(), stdout=out, stderr=out)
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"vitrine ended with {self.process.returncode}:\n{self.log.read_text()[-3000:]}")
            try:
                if self.get("/readyz")[0] == 200:
                    if shipped:
                        CompiledContent.keep(self.data)
                    return self
            except OSError:
                pass
            time.sleep(0.02)
        self.kill()  # nobody else will
        raise RuntimeError(f"vitrine was not ready within {wait} s:\n{self.log.read_text()[-3000:]}")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def stop(self) -> int:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(15)
        return self.process.returncode if self.process else 0

    def __enter__(self) -> "VitrineServer":
        return self.start()

    def __exit__(self, *_) -> None:
        self.stop()

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None, timeout: float = 10):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()

    def get(self, path: str, headers: dict | None = None):
        return self.request("GET", path, headers=headers)

    def post(self, events: list, sent_at: str | None = None):
        envelope = {"interactions": events}
        if sent_at:
            envelope["sent_at"] = sent_at
        return self.request("POST", "/api/v1/interactions", json.dumps(envelope).encode(), {"Content-Type": "application/json"})

    def query(self, sql: str, *values):
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()
