"""What a visit leaves behind in the register, and small things every visitor does."""

import time

from vitrine_server import VitrineServer

NETWORK = ["Failed to load resource", "net::ERR"]
PHONE = {"width": 390, "height": 844}
ROWS = """select session, session_seq, screen, kind, coalesce(place, theme, ''), value, lang from interaction
    where screen {} 'phone' order by session_seq"""
WAITING = """() => new Promise((resolve, reject) => {
    const request = indexedDB.open("vitrine", 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const count = request.result.transaction("outbox").objectStore("outbox").count();
        count.onsuccess = () => { request.result.close(); resolve(count.result); };
    };
})"""


def until(page, condition: str, seconds: float = 20) -> None:
    """The page's policy forbids the driver's own way of waiting for an expression."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert page.evaluate(condition), condition


def waiting(page) -> int:
    """How many interactions are still on the screen's own shelf."""
    return page.evaluate(WAITING)


def told(row: tuple) -> tuple:
    """(kind, place or theme, value), what isn't there left out at the end."""
    *_, kind, about, value, _lang = row
    answer = [kind, about, value or ""]
    while answer[-1] == "":
        answer.pop()
    return tuple(answer)


def rows_of(server: VitrineServer, session: str | None = None) -> list[tuple]:
    rows = server.query(ROWS.format("<>"))
    return [row for row in rows if session is None or row[0] == session]


def sessions(server: VitrineServer) -> list[str]:
    """In the order in which they began."""
    query = "select session from interaction where screen <> 'phone' group by session order by min(seq)"
    return [row[0] for row in server.query(query)]


def left_behind(server: VitrineServer, visitor, visit: int = 0, seconds: float = 30) -> list[tuple]:
    """All of a visit, once the screen has nothing left to send: whole, in order, and counted once."""
    ended = "select count(*) from interaction where kind = 'session-end'"
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and (server.query(ended)[0][0] <= visit or waiting(visitor.page) > 0):
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(300)  # a double would come now
    rows = rows_of(server, sessions(server)[visit])
    order = [row[1] for row in rows]
    assert order == list(range(len(rows))), f"something is missing or came twice: {order}"
    assert (rows[0][3], rows[-1][3]) == ("session-start", "session-end")
    counted = server.query("select sum(count) from interaction_hourly")[0][0]
    assert counted == server.query("select count(*) from interaction")[0][0], "hours hold as much as the visits"
    return [told(row) for row in rows]


def languages_of(server: VitrineServer, visit: int = 0) -> set[str]:
    return {row[6] for row in rows_of(server, sessions(server)[visit])}


def scans(server: VitrineServer, page, expected: int, seconds: float = 20) -> list[tuple]:
    """What phones told."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and len(server.query(ROWS.format("="))) < expected:
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)
    return [told(row) for row in server.query(ROWS.format("="))]


def code_on(visitor, server: VitrineServer, name: str) -> str:
    """The address a phone's camera reads off the code on the screen; its picture names it."""
    picture = visitor.page.get_by_role("dialog").get_by_role("img", name=name)
    picture.wait_for()
    svg = server.get(picture.get_attribute("src"))[1].decode()
    return svg.split("<title>")[1].split("</title>")[0]


def back_at_the_welcome(visitor) -> None:
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    until(visitor.page, "['', '#/'].includes(location.hash)")
