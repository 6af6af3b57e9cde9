"""Somebody at the manager's board: a real browser in front of a real server, with made-up years to look at."""

import functools
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from staff import PASSWORD, vitrine_user
from visitor import Visitor
from vitrine_server import ROOT, VitrineServer, binary

PC = {"width": 1280, "height": 800}
WALL = {"width": 1920, "height": 1080}
TABLET = {"width": 800, "height": 1280}
KEYS = {"has_touch": False}
# Without a session the page asks who is there and is told that nobody is.
NOBODY = ["status of 401"]
LAST_DAY = "2026-06-30"
PAGES = ["overview", "visitors", "screens", "shop"]


@functools.cache
def made_up_years() -> tempfile.TemporaryDirectory:
    """Two years that end on `LAST_DAY`, made once: to copy, never to write to."""
    folder = tempfile.TemporaryDirectory(prefix="vitrine-years-")
    made = subprocess.run(
        [binary(), "demo", "--years", "2", "--scale", "0.05", "--until", LAST_DAY, "--to", Path(folder.name) / "demo",
         "--content", ROOT / "content"], capture_output=True, text=True, timeout=300)
    assert made.returncode == 0, made.stderr
    return folder


def open_server(folder: Path) -> VitrineServer:
    """Years of its own, a manager, anne, and a counsellor, zoe."""
    server = VitrineServer(Path(shutil.copytree(Path(made_up_years().name) / "demo", folder / "demo"))).start()
    for name, role in (("anne", "manager"), ("zoe", "desk")):
        added = vitrine_user(server, "add", name, "--role", role, "--password-stdin")
        assert added.returncode == 0, added.stderr
    return server


class Manager:
    def __init__(self, server: VitrineServer, visitor: Visitor):
        self.server = server
        self.visitor = visitor
        self.page = visitor.page

    def log_in(self, user: str = "anne") -> "Manager":
        session = {"user": user, "password": PASSWORD, "cookie": True}
        answer = self.page.context.request.post(f"{self.server.url}/api/v1/login", data=session)
        assert answer.status == 200, answer.text()
        return self

    def open(self, address: str = "#/overview?period=2026-06") -> "Manager":
        self.page.goto(f"{self.server.url}/manager{address}")
        self.answered()
        return self

    def go(self, address: str) -> None:
        self.page.evaluate("address => { location.hash = address }", address)
        self.answered()

    def answered(self) -> None:
        """What is asked is there, and drawn."""
        self.page.locator("[aria-busy=false] .panel").first.wait_for(timeout=60_000)
        self.visitor.drawn()

    def panel(self, name: str):
        return self.page.locator(f"[data-panel={name}]")

    def ask(self, question: str, **more) -> dict:
        """The same question, asked of the server itself."""
        answer = self.page.context.request.get(f"{self.server.url}/api/v1/statistics", params={"q": question} | more)
        assert answer.status == 200, answer.text()
        return answer.json()

    def within(self, seconds: float, what) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < deadline, "never so"
            self.page.wait_for_timeout(50)
