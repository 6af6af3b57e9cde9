#!/usr/bin/env python3
"""Measures Vitrine against its named peers, each pair in turn in one run, and prints Markdown tables for RESULTS.md.

usage: bench.py [bodies] [interactions] [batches] [places] [desk] [till]      (all of them when none is named)

Needs what `make setup-bench` installs. Everything runs on loopback, in a temporary folder, and stops by itself.
"""

import contextlib
import datetime
import json
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VITRINE = Path(os.environ.get("VITRINE_BINARY", ROOT / ".build/release/vitrine"))
HERE = ROOT / "Benchmarks"
CONNECTIONS = 64
SERVER_CORE, LOAD_CORE = ["taskset", "-c", "0"], ["taskset", "-c", "1"]
ROUNDS = 5
SECONDS = 4


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url: str, encoding: str = "identity") -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return answer.read()


def wait_until_ready(url: str, process: subprocess.Popen, seconds: float = 60) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        if process.poll() is not None:
            sys.exit(f"bench: the server stopped with {process.returncode} before it answered {url}")
        try:
            get(url)
            return time.perf_counter() - start
        except OSError:
            time.sleep(0.002)
    sys.exit(f"bench: nothing answered {url} within {seconds} s")


@contextlib.contextmanager
def vitrine(data: Path, content: Path, log: Path, core: list = ()):
    port = free_port()
    command = [*core, VITRINE, "serve", "--port", str(port), "--data", data, "--content", content, "--web", ROOT / "kiosk-web"]
    with open(log, "ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        seconds = wait_until_ready(f"http://127.0.0.1:{port}/readyz", process)
        yield port, process, seconds
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


@contextlib.contextmanager
def nginx(folder: Path, files: dict[str, tuple[bytes, str]]):
    """nginx on the same bytes and one core: sendfile, open_file_cache, buffered access log."""
    port = free_port()
    locations = []
    for name, (body, headers) in files.items():
        (folder / name).write_bytes(body)
        locations.append(f"location = /{name} {{ default_type application/json; {headers} }}")
    (folder / "nginx.conf").write_text(f"""
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; use epoll; multi_accept on; }}
http {{
    access_log {folder}/access.log combined buffer=64k flush=1s;
    sendfile on; tcp_nopush on; tcp_nodelay on;
    keepalive_timeout 65; keepalive_requests 100000000;
    open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{ listen 127.0.0.1:{port}; root {folder}; {" ".join(locations)} }}
}}
""")
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    process = subprocess.Popen([*SERVER_CORE, "nginx", "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/{next(iter(files))}", process)
        yield port, process
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def floor(scratch: Path, way: str, file: Path, like: str, headers: tuple[str, ...]):
    """The bare C peer on the same file, behind the very headers that Vitrine sends with it."""
    port = free_port()
    ask = urllib.request.Request(like, headers=dict(header.split(": ") for header in headers))
    with urllib.request.urlopen(ask, timeout=5) as answer:
        sent = "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items() if name not in ("Content-Length", "Connection"))
    peer = scratch / "floor_peer"
    if not peer.exists():
        subprocess.run(["gcc", "-O2", "-o", peer, HERE / "floor-peer/floor_peer.c"], check=True)
    process = subprocess.Popen([*SERVER_CORE, peer, way, str(port), file, sent])
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/", process)
        yield port, process
    finally:
        process.kill()
        process.wait(5)


def processor_seconds(pid: int) -> float:
    """User and system time of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ticks = 0
    for process in [pid, *children]:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wrk(url: str, *, script: Path | None = None, headers: tuple[str, ...] = (), server: int | None = None,
        core: list = ()) -> dict:
    """One run. `server`: the process whose processor time, and that of its children, is counted."""
    command = [*core, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    before = processor_seconds(server) if server else 0
    out = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    used = (processor_seconds(server) if server else 0) - before
    latency = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    unit = {"us": 0.001, "ms": 1, "s": 1000}[latency[2]]
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),
        "p99_ms": float(latency[1]) * unit,
        "cpu_us": used / int(re.search(r"(\d+) requests in", out)[1]) * 1e6,
        "errors": bool(re.search(r"Non-2xx|Socket errors", out)),
        "text": out,
    }


def spread(values: list[float], form: str = "{:,.0f}") -> str:
    return f"{form.format(statistics.median(values))} ({form.format(min(values))}–{form.format(max(values))})"


def row(what: str, measured: str, peer: str, ratio: str, bar: str, met: bool) -> None:
    print(f"| {what} | {measured} | {peer} | {ratio} | {bar} | {'yes' if met else '**no**'} |", flush=True)


def machine() -> str:
    """The day, and where it is measured."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return (f"{datetime.date.today()}, {os.cpu_count()} cores ({model[1] if model else platform.machine()}), "
            f"{platform.freedesktop_os_release()['PRETTY_NAME']}")


def resident_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def make_content(count: int, folder: Path) -> None:
    subprocess.run([sys.executable, HERE / "make_content.py", str(count), folder], check=True, stdout=subprocess.DEVNULL)


def bodies(scratch: Path) -> None:
    """A catalogue body of about 30 KiB in gzip, and a shipped place of about 4 KiB, against nginx on the same bytes.

    Each server has one core and the load the other: on shared cores the load would be measured too."""
    log = scratch / "vitrine.log"
    for count in (300, 400, 500, 600, 700, 800):
        large = scratch / f"content-{count}"
        make_content(count, large)
        with vitrine(scratch / f"data-{count}", large, log) as (port, _, _):
            packed = get(f"http://127.0.0.1:{port}/api/v1/fr/catalogue", "gzip")
        if len(packed) >= 29 * 1024:
            break
    with (
        vitrine(scratch / f"data-{count}", large, log, SERVER_CORE) as (large_port, large_server, _),
        vitrine(scratch / "data", ROOT / "content", log, SERVER_CORE) as (port, server, _),
    ):
        base = f"http://127.0.0.1:{port}/api/v1/fr"
        places = json.loads(get(f"{base}/catalogue"))["places"]
        sizes = {place["id"]: len(get(f"{base}/places/{place['id']}")) for place in places}
        place = min(sizes, key=lambda name: abs(sizes[name] - 4096))
        files = {
            "catalogue": (packed, "add_header Content-Encoding gzip;"),
            "place": (get(f"{base}/places/{place}"), ""),
        }
        with nginx(scratch, files) as (peer, peer_server):
            for name, url, headers, process in (
                ("catalogue", f"http://127.0.0.1:{large_port}/api/v1/fr/catalogue", ("Accept-Encoding: gzip",), large_server),
                ("place", f"{base}/places/{place}", (), server),
            ):
                with (
                    floor(scratch, "copy", scratch / name, url, headers) as (copy, copy_server),
                    floor(scratch, "sendfile", scratch / name, url, headers) as (sendfile, sendfile_server),
                ):
                    compare_bodies(name, len(files[name][0]), headers, {
                        "Vitrine": (url, process.pid),
                        "nginx": (f"http://127.0.0.1:{peer}/{name}", peer_server.pid),
                        "bare C, copying": (f"http://127.0.0.1:{copy}/", copy_server.pid),
                        "bare C, sendfile": (f"http://127.0.0.1:{sendfile}/", sendfile_server.pid),
                    })


def compare_bodies(name: str, size: int, headers: tuple[str, ...], servers: dict[str, tuple[str, int]]) -> None:
    """Each in turn, several rounds; ratios are to nginx in the same round."""
    rates: dict[str, list[float]] = {who: [] for who in servers}
    costs: dict[str, list[float]] = {who: [] for who in servers}
    for _ in range(ROUNDS):
        for who, (url, process) in servers.items():
            run = wrk(url, headers=headers, server=process, core=LOAD_CORE)
            if run["errors"]:
                sys.exit(f"bench: errors while loading {name} from {who}:\n{run['text']}")
            rates[who].append(run["rate"])
            costs[who].append(run["cpu_us"])
    what = f"{name}, {size / 1024:.1f} KiB{', gzip' if name == 'catalogue' else ''}"
    for who in [who for who in servers if who != "nginx"]:
        ratios = [a / b for a, b in zip(rates[who], rates["nginx"], strict=True)]
        cheaper = [b / a for a, b in zip(costs[who], costs["nginx"], strict=True)]
        row(what if who == "Vitrine" else f"{what}: {who}",
            f"{spread(rates[who])} req/s, {statistics.median(costs[who]):.1f} µs of processor each",
            f"nginx {spread(rates['nginx'])} req/s, {statistics.median(costs['nginx']):.1f} µs",
            f"{spread(ratios, '{:.2f}')}; processor {spread(cheaper, '{:.2f}')}",
            ">= 1.3" if who == "Vitrine" else "none", who != "Vitrine" or statistics.median(ratios) >= 1.3)


def count_rows(database: Path) -> tuple[int, int]:
    out = subprocess.run(
        ["sqlite3", database, "select count(*) from interaction; select coalesce(sum(count), 0) from interaction_hourly;"],
        capture_output=True, text=True, check=True).stdout.split()
    return int(out[0]), int(out[1])


def insert_peer(scratch: Path) -> Path:
    peer = scratch / "insert_peer"
    subprocess.run(["gcc", "-O2", "-o", peer, HERE / "insert-peer/insert_peer.c", "-lsqlite3"], check=True)
    return peer


def mean_commit_size(port: int) -> int:
    """How many events a commit carried: what the peer's groups are made of."""
    metrics = get(f"http://127.0.0.1:{port}/metrics").decode()
    events, commits = (
        int(re.search(rf"vitrine_register_commit_size_{what} (\d+)", metrics)[1]) for what in ("sum", "count"))
    return max(1, round(events / commits))


def load_interactions(scratch: Path, script: str, per_request: int) -> tuple[list, list, list, list]:
    """Events a second, p99 in ms, rows a second of the peer, and the group size that both had, run by run."""
    ours, p99, theirs, groups = [], [], [], []
    peer = insert_peer(scratch)
    for turn in range(ROUNDS):
        data = scratch / f"data-{script}-{turn}"
        with vitrine(data, ROOT / "content", scratch / "vitrine.log") as (port, _, _):
            result = wrk(f"http://127.0.0.1:{port}/api/v1/interactions", script=HERE / script)
            group = mean_commit_size(port)
        if result["errors"]:
            sys.exit(f"bench: errors while posting:\n{result['text']}")
        raw, hourly = count_rows(data / "vitrine.sqlite")
        requests = int(re.search(r"(\d+) requests in", result["text"])[1])
        if raw != hourly or raw < requests * per_request:
            sys.exit(f"bench: {requests * per_request} events acknowledged, {raw} raw rows, {hourly} in the hourly counts")
        ours.append(result["rate"] * per_request)
        p99.append(result["p99_ms"])
        empty = scratch / f"peer-{script}-{turn}"
        with vitrine(empty, ROOT / "content", scratch / "vitrine.log"):
            pass
        rows = 200_000 if group < 1_000 else 500_000
        command = [peer, empty / "vitrine.sqlite", str(rows), str(group)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        theirs.append(float(re.search(r"([\d.]+)\s*rows/s", out)[1]))
        groups.append(group)
        shutil.rmtree(data)
        shutil.rmtree(empty)
    return ours, p99, theirs, groups


def interactions(scratch: Path) -> None:
    ours, p99, theirs, groups = load_interactions(scratch, "post_one.lua", 1)
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    row("one interaction a request", f"{spread(ours)}/s", f"bare C, groups of {spread(groups)}: {spread(theirs)}/s",
        spread(ratios, "{:.2f}"), ">= 20,000/s; >= 0.6", statistics.median(ours) >= 20_000 and statistics.median(ratios) >= 0.6)
    row("its p99", f"{spread(p99, '{:.1f}')} ms", "", "", "< 10 ms", statistics.median(p99) < 10)


def batches(scratch: Path) -> None:
    ours, p99, theirs, groups = load_interactions(scratch, "post_batch.lua", 50)
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    row("batches of 50", f"{spread(ours)} events/s", f"bare C, groups of {spread(groups)}: {spread(theirs)}/s",
        spread(ratios, "{:.2f}"), ">= 60,000/s", statistics.median(ours) >= 60_000)


def places(scratch: Path) -> None:
    """Start with 5,000 places, and with the shipped content: from the command to /readyz."""
    def start(data: Path, content: Path) -> tuple[float, float]:
        begun = time.perf_counter()
        with vitrine(data, content, scratch / "vitrine.log") as (port, process, _):
            seconds = time.perf_counter() - begun
            get(f"http://127.0.0.1:{port}/api/v1/fr/catalogue", "br")
            return seconds, resident_mib(process.pid)

    content = scratch / "content-5000"
    make_content(5000, content)
    for name, folder, cold_bar, warm_bar, resident_bar in (
        ("5,000 places", content, 8, 1, 200),
        ("shipped content", ROOT / "content", None, 0.3, 60),
    ):
        cold, warm, resident = [], [], []
        for turn in range(3):
            data = scratch / f"data-places-{turn}"
            cold.append(start(data, folder)[0])
            seconds, memory = start(data, folder)
            warm.append(seconds)
            resident.append(memory)
            shutil.rmtree(data)
        row(f"{name}, cold start", f"{spread(cold, '{:.2f}')} s", "", "", f"< {cold_bar} s" if cold_bar else "none",
            not cold_bar or statistics.median(cold) < cold_bar)
        row(f"{name}, warm start", f"{spread(warm, '{:.2f}')} s", "", "", f"< {warm_bar} s", statistics.median(warm) < warm_bar)
        row(f"{name}, resident", f"{spread(resident, '{:.0f}')} MiB", "", "", f"< {resident_bar} MiB",
            statistics.median(resident) < resident_bar)
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([VITRINE, "content", "check", content], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - begun)
    row("`vitrine content check`, 5,000 places", f"{spread(seconds, '{:.2f}')} s", "", "", "< 4 s",
        statistics.median(seconds) < 4)


def desk(scratch: Path) -> None:
    """One visit, the whole process from start to end, synced; against the sqlite3 shell inserting one row with FULL sync, in turn."""
    data, peer = scratch / "data", scratch / "peer.sqlite"
    with vitrine(data, ROOT / "content", scratch / "vitrine.log"):
        pass
    subprocess.run(["sqlite3", peer, "PRAGMA journal_mode = WAL; CREATE TABLE visit (at, line, adults, children)"],
                   check=True, stdout=subprocess.DEVNULL)
    commands = (
        [VITRINE.with_name("desk"), "visit", "34", "2+2", "famille", "rando"],
        ["sqlite3", peer, "PRAGMA synchronous = FULL; INSERT INTO visit VALUES (1784066700000, 'famille rando', 2, 2)"],
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VITRINE_")}
    environment["VITRINE_DATA"] = str(data)  # as an office sets it once, rather than typing it with each visit
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(200):
        for command, taken in zip(commands, times, strict=True):
            begun = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            taken.append((time.perf_counter() - begun) * 1000)
    ratios = [a / b for a, b in zip(*times, strict=True)]
    ours = statistics.median(times[0])
    row("`desk visit 34 2+2 famille rando`, whole process", f"{spread(times[0], '{:.1f}')} ms", f"`sqlite3` shell {spread(times[1], '{:.1f}')} ms",
        spread(ratios, "{:.2f}"), "<= 4; <= 20 ms", statistics.median(ratios) <= 4 and ours <= 20)


def till(scratch: Path) -> None:
    """A sale, the whole process, sealed and synced, against the sqlite3 shell that inserts its row, in turn. Then 100,000 tickets of two
    years, sealed by make_till.py: closing the second year, and verifying all of it."""
    data, peer = scratch / "data", scratch / "peer.sqlite"
    desk = VITRINE.with_name("desk")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VITRINE_")} | {"VITRINE_DATA": str(data)}

    def run(command: list) -> float:
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        return time.perf_counter() - begun

    with vitrine(data, ROOT / "content", scratch / "vitrine.log"):
        pass
    run([desk, "product", "add", "carte", "--label", "Carte", "--price", "1.20"])
    sale = [desk, "sell", "carte", "2", "--cash"]
    run(sale)
    kept = "uuid, office, till, number, version, kind, at_ms, day, counsellor, training, key, content, seal"
    row_of_it = subprocess.run(
        ["sqlite3", "-cmd", ".mode insert entry", data / "vitrine.sqlite", f"SELECT {kept} FROM till_entry WHERE kind = 'sale'"],
        check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["sqlite3", peer, f"PRAGMA journal_mode = WAL; CREATE TABLE entry ({kept})"], check=True, stdout=subprocess.DEVNULL)
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(200):
        for command, taken in zip((sale, ["sqlite3", peer, f"PRAGMA synchronous = FULL; {row_of_it}"]), times, strict=True):
            taken.append(run(command) * 1000)
    ratios = [a / b for a, b in zip(*times, strict=True)]
    ours = statistics.median(times[0])
    row("`desk sell carte 2 --cash`, whole process, sealed and synced", f"{spread(times[0], '{:.1f}')} ms",
        f"`sqlite3` shell {spread(times[1], '{:.1f}')} ms", spread(ratios, "{:.2f}"), "<= 30 ms", ours <= 30)

    closing = []
    for year in (datetime.date.today().year - 2, datetime.date.today().year - 1):
        subprocess.run([sys.executable, HERE / "make_till.py", data, "caisse", str(year), "50000"], check=True)
        closing.append(run([desk, "till", "close", "--year", str(year), "--yes"]))
    row("`desk till close --year`, 50,000 tickets", f"{spread(closing, '{:.3f}')} s", "", "", "< 2 s", max(closing) < 2)
    entries = int(subprocess.run(
        ["sqlite3", data / "vitrine.sqlite", "SELECT count(*) FROM till_entry"], check=True, capture_output=True, text=True).stdout)
    rates = [entries / run([desk, "till", "verify", "--json"]) for _ in range(ROUNDS)]
    row(f"`desk till verify`, {entries:,} entries", f"{spread(rates)} entries/s", "", "", ">= 100,000/s",
        statistics.median(rates) >= 100_000)


def main() -> None:
    parts = {"bodies": bodies, "interactions": interactions, "batches": batches, "places": places, "desk": desk, "till": till}
    chosen = sys.argv[1:] or list(parts)
    if unknown := [name for name in chosen if name not in parts]:
        sys.exit(f"bench: unknown part {unknown[0]}. The parts are: {', '.join(parts)}")
    if not VITRINE.exists():
        sys.exit(f"bench: no {VITRINE}. Build it with: make build")
    print(f"{machine()}; median (min–max)\n")
    print("| what | Vitrine | peer | ratio | bar | met |\n|---|---|---|---|---|---|", flush=True)
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="vitrine-bench-") as scratch:
            os.chmod(scratch, 0o755)
            parts[name](Path(scratch))


if __name__ == "__main__":
    main()
