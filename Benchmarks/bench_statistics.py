#!/usr/bin/env python3
"""Measures the statistics on five made-up years (300,000 visits, 10 million interactions, 100,000 tickets), and prints Markdown tables for RESULTS.md.

usage: bench_statistics.py [--data FOLDER] [pages] [questions] [desk]

FOLDER is one that `vitrine demo --years 5 --scale 10 --to FOLDER` made; without it the years are made first, which takes minutes.
"""

import argparse
import contextlib
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Tests" / "support"), str(ROOT / "Benchmarks")]

import duckdb  # noqa: E402
import duckdb_extension_sqlite_scanner  # noqa: E402
from bench import machine, row, spread  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from staff import PASSWORD, vitrine_user  # noqa: E402
from vitrine_server import VitrineServer, binary, interaction  # noqa: E402

YEAR = "2025"
PAGES = ["overview", "visitors", "screens", "shop"]
MANAGERS, LOOKS_EVERY_S = 4, 1.0
PER_REQUEST, REQUESTS_A_SECOND, SECONDS = 50, 100, 20
ROUNDS = 7
# A question, and what somebody would ask the raw rows for it.
WITHIN = f"day BETWEEN '{YEAR}-01-01' AND '{YEAR}-12-31'"
QUESTIONS = {
    "visitors by=profile": f"SELECT profile, sum(people) FROM visit_current WHERE channel = 'counter' AND {WITHIN} GROUP BY 1",
    "visitors by=weekday-hour": f"SELECT strftime('%w', day), hour, sum(people) FROM visit_current WHERE channel = 'counter' AND {WITHIN} GROUP BY 1, 2",
    "visitors by=month profile=family":
        f"SELECT substr(day, 1, 7), sum(people) FROM visit_current WHERE channel = 'counter' AND profile = 'family' AND {WITHIN} GROUP BY 1",
    "contacts by=topic": f"SELECT value, count(*) FROM visit_current, json_each(topics) WHERE {WITHIN} GROUP BY 1",
    "turnover by=month": f"SELECT substr(day, 1, 7), sum(gross) FROM ticket_line WHERE training = 'no' AND {WITHIN} GROUP BY 1",
    "tickets by=weekday": f"SELECT strftime('%w', day), count(*) FROM ticket WHERE kind = 'sale' AND training = 'no' AND {WITHIN} GROUP BY 1",
    "sessions by=hour": f"SELECT hour, count(*) FROM interaction WHERE kind = 'session-start' AND {WITHIN} GROUP BY 1",
    "places-opened by=place": f"SELECT place, count(*) FROM interaction WHERE kind = 'place' AND {WITHIN} GROUP BY 1",
}


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def addresses(server: VitrineServer) -> tuple[dict[str, str], str]:
    """What each page of the board asks the server for a year compared with the one before, and a manager's cookie."""
    asked: dict[str, str] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context()
        session = {"user": "mesure", "password": PASSWORD, "cookie": True}
        answer = context.request.post(f"{server.url}/api/v1/login", data=session)
        if not answer.ok:
            sys.exit(f"bench: no login: {answer.text()}")
        for name in PAGES:
            page = context.new_page()
            found: list[str] = []
            page.on("request", lambda request, found=found: found.append(request.url))
            page.goto(f"{server.url}/manager#/{name}?period={YEAR}")
            page.locator("table, svg").first.wait_for()
            page.wait_for_timeout(3_000)
            mine = [url for url in found if "/api/v1/statistics?" in url]
            asked[name] = max(mine, key=len).removeprefix(server.url)
            page.close()
        cookie = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())
        browser.close()
    return asked, cookie


class Visitors(threading.Thread):
    """Interactions at a steady rate; every body is made before."""

    def __init__(self, server: VitrineServer):
        super().__init__()
        self.server = server
        self.bodies = [
            json.dumps({"interactions": [interaction(screen="mesure") for _ in range(PER_REQUEST)]}).encode()
            for _ in range(REQUESTS_A_SECOND * SECONDS)]
        self.took: list[float] = []

    def run(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        self.began = time.perf_counter()
        for number, body in enumerate(self.bodies):
            time.sleep(max(0, self.began + number / REQUESTS_A_SECOND - time.perf_counter()))
            sent = time.perf_counter()
            connection.request("POST", "/api/v1/interactions", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
            if answer.status not in (200, 202):
                sys.exit(f"bench: interactions were refused: {said[:300]!r}")
            self.took.append(time.perf_counter() - sent)
        self.rate = len(self.bodies) * PER_REQUEST / (time.perf_counter() - self.began)


def look(server: VitrineServer, pages: dict[str, str], cookie: str, first: int, until: float, took: dict[str, list[float]]) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    names = PAGES[first:] + PAGES[:first]
    turn = 0
    while time.perf_counter() < until:
        name = names[turn % len(names)]
        asked = time.perf_counter()
        connection.request("GET", pages[name], headers={"Cookie": cookie})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            sys.exit(f"bench: {name} was answered {answer.status}: {body[:300]!r}")
        took[name].append((time.perf_counter() - asked) * 1000)
        turn += 1
        time.sleep(max(0, asked + LOOKS_EVERY_S - time.perf_counter()))


def pages(data: Path) -> None:
    with VitrineServer(data) as server:
        vitrine_user(server, "add", "mesure", "--role", "manager", "--password-stdin")
        asked, cookie = addresses(server)
        alone = Visitors(server)
        alone.start()
        alone.join()
        took: dict[str, list[float]] = {name: [] for name in PAGES}
        beside = Visitors(server)
        beside.start()
        until = time.perf_counter() + SECONDS
        managers = [threading.Thread(target=look, args=(server, asked, cookie, first, until, took)) for first in range(MANAGERS)]
        for manager in managers:
            manager.start()
        for thread in [*managers, beside]:
            thread.join()
        vitrine_user(server, "remove", "mesure")
    for name in PAGES:
        p99 = percentile(took[name], 0.99)
        questions = asked[name].count("q=")
        row(f"board, {name}, {YEAR} against {int(YEAR) - 1}: {questions} questions in one request, p99",
            f"{p99:.0f} ms (median {statistics.median(took[name]):.0f}, n = {len(took[name])})", "", "", "<= 50 ms", p99 <= 50)
    row(f"interactions meanwhile, of {PER_REQUEST * REQUESTS_A_SECOND:,}/s", f"{beside.rate:,.0f}/s",
        f"{alone.rate:,.0f}/s without managers", f"{beside.rate / alone.rate:.2f}", ">= 0.9", beside.rate >= 0.9 * alone.rate)


def desk(data: Path, *words: str, typed: str = "") -> float:
    """How long a whole process takes, in seconds."""
    began = time.perf_counter()
    run = subprocess.run([binary().with_name("desk"), *words, "--data", data], input=typed, capture_output=True, text=True)
    took = time.perf_counter() - began
    if run.returncode != 0:
        sys.exit(f"bench: desk {' '.join(words)}: {run.stderr}")
    return took


def ours(data: Path, question: str) -> float:
    """Milliseconds of one more question in a process that answers several."""
    many = 10
    one = min(desk(data, "stats", "-", "--json", typed=f"{question} {YEAR}\n") for _ in range(3))
    all_of_them = min(desk(data, "stats", "-", "--json", typed=f"{question} {YEAR}\n" * (1 + many)) for _ in range(3))
    return max(0.01, (all_of_them - one) / many * 1000)


def best(ask) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def questions(data: Path) -> None:
    extension = Path(duckdb_extension_sqlite_scanner.__file__).parent / f"extensions/v{duckdb.__version__}/sqlite_scanner.duckdb_extension"
    with contextlib.closing(sqlite3.connect(f"file:{data / 'vitrine.sqlite'}?mode=ro", uri=True)) as raw, duckdb.connect() as duck:
        duck.execute(f"LOAD '{extension}'")
        duck.execute(f"ATTACH '{data / 'vitrine.sqlite'}' AS register (TYPE sqlite, READ_ONLY)")
        # Its own engine over the raw rows where it can read them by itself: the views hold a word that it keeps for itself.
        tables = {
            "sessions by=hour": QUESTIONS["sessions by=hour"].replace("interaction", "register.interaction"),
            "places-opened by=place": QUESTIONS["places-opened by=place"].replace("interaction", "register.interaction"),
        }
        for question, sql in QUESTIONS.items():
            mine = ours(data, question)
            theirs = best(lambda sql=sql: raw.execute(sql).fetchall())
            row(f"`{question} {YEAR}`", f"{mine:.1f} ms", f"SQLite, raw rows: {theirs:.0f} ms", f"{theirs / mine:.0f}", ">= 20", theirs >= 20 * mine)
            if question in tables:
                duckdb_took = best(lambda sql=tables[question]: duck.execute(sql).fetchall())
                row(f"`{question} {YEAR}`", f"{mine:.1f} ms", f"DuckDB, raw rows: {duckdb_took:.0f} ms", f"{duckdb_took / mine:.0f}",
                    ">= 1", duckdb_took >= mine)


def whole(data: Path) -> None:
    for words, bar in ((("stats", f"visitors {YEAR} by=origin"), 60), (("stats", f"visitors {YEAR} by=month vs=weekdays"), 60)):
        took = [desk(data, *words) * 1000 for _ in range(15)]
        row(f"`desk stats {words[1]}`, whole process", f"{spread(took)} ms", "", "", f"<= {bar} ms", statistics.median(took) <= bar)
    with tempfile.TemporaryDirectory() as folder:
        for form, bar in (("html", 1), ("xlsx", 3)):
            took = [desk(data, "report", "--year", YEAR, "--out", f"{folder}/r{turn}.{form}") for turn in range(ROUNDS)]
            row(f"`desk report --year {YEAR}`, {form}", f"{spread(took, '{:.2f}')} s", "", "", f"< {bar} s", statistics.median(took) < bar)


def main() -> None:
    parts = {"pages": pages, "questions": questions, "desk": whole}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("parts", nargs="*", choices=[*parts, []], metavar="|".join(parts))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vitrine-bench-") as scratch:
        data = chosen.data or Path(scratch) / "years"
        if not data.exists():
            print("The five years are made first: some minutes.", file=sys.stderr)
            subprocess.run(
                [binary(), "demo", "--years", "5", "--scale", "10", "--to", data, "--content", ROOT / "content"], check=True,
                stdout=subprocess.DEVNULL)
        with contextlib.closing(sqlite3.connect(f"file:{data / 'vitrine.sqlite'}?mode=ro", uri=True)) as database:
            counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                      for table in ("visit_current", "interaction", "ticket")]
        print(f"{machine()}; {counts[0]:,} visits, {counts[1]:,} interactions, {counts[2]:,} tickets; median (min–max)\n")
        print("| what | Vitrine | peer | ratio | bar | met |\n|---|---|---|---|---|---|", flush=True)
        for name in chosen.parts or parts:
            parts[name](data)


if __name__ == "__main__":
    main()
