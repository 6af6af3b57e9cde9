"""Somebody at the desk's page: a real browser, a desk of their own, in front of a real server."""

import time
from itertools import count

from staff import PASSWORD, vitrine_user
from visitor import Visitor
from vitrine_server import VitrineServer

PC = {"width": 1280, "height": 800}
KEYS = {"has_touch": False}
AWAY = ["Failed to load resource", "net::ERR"]
names = count(1)

VISITS = """
select departement, country, adults, children, profile, topics, entry, counsellor from visit_current where desk = ? order by seq
"""


def open_server(folder) -> VitrineServer:
    """With one user, zoe."""
    server = VitrineServer(folder / "data").start()
    added = vitrine_user(server, "add", "zoe", "--role", "desk", "--password-stdin")
    assert added.returncode == 0, added.stderr
    return server


class Counsellor:
    def __init__(self, server: VitrineServer, visitor: Visitor):
        self.server = server
        self.visitor = visitor
        self.page = visitor.page
        self.desk = f"comptoir-{next(names)}"
        self.line = self.page.locator("#line")

    def log_in(self) -> None:
        session = {"user": "zoe", "password": PASSWORD, "cookie": True}
        answer = self.page.context.request.post(f"{self.server.url}/api/v1/login", data=session)
        assert answer.status == 200, answer.text()

    def open(self) -> "Counsellor":
        self.log_in()
        self.page.goto(f"{self.server.url}/desk?desk={self.desk}")
        self.line.wait_for()
        self.page.locator(".figures:not(:empty)").wait_for()
        return self

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=5)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def read(self, words: str) -> None:
        """Waits until the reading says that."""
        self.page.locator(".reading-words").filter(has_text=words).wait_for()

    def done(self, text: str) -> None:
        self.page.locator(".done").filter(has_text=text).wait_for()

    def log(self, line: str = "34 2+2 famille") -> None:
        before = self.facts()
        self.type(line)
        self.press("Enter")
        self.within(10, lambda: self.facts() == before + 1)
        self.done("Enregistré")

    def visits(self) -> list[tuple]:
        return self.server.query(VISITS, self.desk)

    def facts(self) -> int:
        return self.server.query("select count(*) from desk_fact where desk = ?", self.desk)[0][0]

    def within(self, seconds: float, what) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < deadline, f"never so: {self.visits()}"
            self.page.wait_for_timeout(50)
