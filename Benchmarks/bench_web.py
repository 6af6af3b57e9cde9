#!/usr/bin/env python3
"""Measures the visitor's screens in the kiosk profile, and prints a Markdown table for RESULTS.md.

usage: bench_web.py [--web FOLDER] [first] [walk] [map] [search] [day]      (all of them when none is named)

FOLDER is .build/web by default, what `make web` has made for releases; `--web kiosk-web` measures the sources.

The kiosk profile: Debian's Chromium, 1080x1920 with touch, the processor slowed four times, the real server over loopback. The
map is measured unslowed, in software rendering, beside an empty page in the same run. Needs what `make setup-test` installs.
"""

import argparse
import contextlib
import datetime
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "support"))

from patience import lose_patience  # noqa: E402
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright  # noqa: E402
from vitrine_server import VitrineServer, binary  # noqa: E402

KIOSK = {"width": 1080, "height": 1920}
SLOWED = 4
STARTS = 7
TOUCHES = 500
KEYS = ["somieres", "chateau", "vidourle", "dolmen de", "moulin a huile", "cave coop", "voie verte", "xqzw"]
GESTURES = 6
SESSIONS = int(os.environ.get("SESSIONS", "2000"))
SEED = 20260704

# When the first screen can be used: its languages can be touched, and have been painted. A touch before the app has drawn is an address
# that it then meets: that moment is told too.
WATCH_START = """
globalThis.answersAt = new Promise((answers) => {
  new MutationObserver((_, watching) => {
    if (!document.querySelector("#app .language")) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => answers(performance.now())));
  }).observe(document, { childList: true, subtree: true });
});
globalThis.usefulAt = new Promise((useful) => {
  new MutationObserver((_, watching) => {
    if (!document.querySelector(".language")) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => useful(performance.now())));
  }).observe(document, { childList: true, subtree: true });
});
"""

# The worker uses a whole version of the app and of the content.
UNTIL_KEPT = """async () => {
  for (let n = 0; n < 600; n++) {
    const kept = await (await caches.match("/versions", { cacheName: "vitrine-screen-state" }))?.json();
    if (kept?.app && kept.content) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error("nothing was kept within a minute");
}"""

WATCH_TOUCHES = """
globalThis.touches = []; globalThis.shifts = []; globalThis.longTasks = [];
const watch = (type, take, more) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
watch("event", (e) => { if (e.interactionId) touches.push([e.interactionId, e.duration]); }, { durationThreshold: 16 });
watch("layout-shift", (e) => { if (!e.hadRecentInput) shifts.push([e.startTime, e.value]); });
watch("longtask", (e) => longTasks.push(e.duration));
"""

TOUCHABLE = """() => [...document.querySelectorAll("a[href], button, summary, [role=button]")]
  .filter((e) => !e.disabled)
  .map((e) => e.getBoundingClientRect())
  .filter((b) => b.width > 0 && b.top >= 0 && b.bottom <= innerHeight && b.right <= innerWidth)
  .map((b) => [b.x + b.width / 2, b.y + b.height / 2])"""


def row(what: str, measured: str, beside: str, bar: str, met: bool) -> None:
    print(f"| {what} | {measured} | {beside} | {bar} | {'yes' if met else '**no**'} |", flush=True)


def spread(values: list[float], form: str = "{:,.0f}") -> str:
    return f"{form.format(statistics.median(values))} ({form.format(min(values))}–{form.format(max(values))})"


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def kiosk_context(browser: Browser, **options):
    return browser.new_context(viewport=KIOSK, has_touch=True, locale="fr-FR", timezone_id="Europe/Paris", **options)


@contextlib.contextmanager
def kiosk(browser: Browser, *scripts: str, slowed: int = SLOWED, context=None):
    """A page in the kiosk profile. A context that is given stays open, with its caches."""
    own = context or kiosk_context(browser)
    page = own.new_page()
    for script in scripts:
        page.add_init_script(script)
    cdp = own.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    try:
        yield page, cdp
    finally:
        page.close()
        if context is None:
            own.close()


def count_transfers(cdp: CDPSession) -> dict[str, float]:
    """Bytes as they came over the wire, by kind of resource; what the service worker fetches is not the page's."""
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    cdp.send("Network.enable")

    def received(event: dict) -> None:
        kinds[event["requestId"]] = "Tile" if "/map/" in event["response"]["url"] else event["type"]

    cdp.on("Network.responseReceived", received)

    def finished(event: dict) -> None:
        kind = kinds.get(event["requestId"], "Other")
        sizes[kind] = sizes.get(kind, 0) + event["encodedDataLength"]

    cdp.on("Network.loadingFinished", finished)
    return sizes


def weight(sizes: dict[str, float]) -> float:
    """KiB without pictures and tiles."""
    return sum(size for kind, size in sizes.items() if kind not in ("Image", "Tile")) / 1024


def open_map(page: Page) -> None:
    """The way a visitor takes: a list, then the same places on the map."""
    page.evaluate("location.hash = '#/fr/theme/hike'")
    page.locator(".list-or-map-choice").last.tap()
    page.locator(".ol-viewport canvas").first.wait_for(timeout=30_000)


def working(cdp: CDPSession) -> float:
    """Milliseconds that the page's main thread has been at work: what a busy machine changes least."""
    metrics = {metric["name"]: metric["value"] for metric in cdp.send("Performance.getMetrics")["metrics"]}
    return metrics["TaskDuration"] * 1000


def first(browser: Browser, server: VitrineServer) -> None:
    """The first useful screen, cold and from the service worker; what is transferred for it."""
    cold, cold_work, answers, weights, with_map, later = [], [], [], [], [], []
    for _ in range(STARTS):
        # A worker would fetch the map in the page's place, and what it fetches isn't counted.
        alone = kiosk_context(browser, service_workers="block")
        with alone, kiosk(browser, WATCH_START, context=alone) as (page, cdp):
            sizes = count_transfers(cdp)
            cdp.send("Performance.enable")
            page.goto(server.url, wait_until="commit")
            cold.append(page.evaluate("usefulAt"))
            cold_work.append(working(cdp))
            answers.append(page.evaluate("answersAt"))
            page.wait_for_timeout(1500)
            weights.append(weight(sizes))
            open_map(page)
            with_map.append(weight(sizes))
            page.wait_for_timeout(8000)
            later.append(weight(sizes))
    row("first useful screen, cold", f"{spread(cold)} ms", f"{spread(cold_work)} ms of work; the app answers after {spread(answers)} ms", "<= 1,500 ms",
        statistics.median(cold) <= 1500)

    warm, warm_work, warm_answers = [], [], []
    context = kiosk_context(browser)
    with kiosk(browser, context=context, slowed=1) as (page, _):
        page.goto(server.url)
        page.evaluate(UNTIL_KEPT)
    for _ in range(STARTS):
        with kiosk(browser, WATCH_START, context=context) as (page, cdp):
            cdp.send("Performance.enable")
            page.goto(server.url, wait_until="commit")
            warm.append(page.evaluate("usefulAt"))
            warm_work.append(working(cdp))
            warm_answers.append(page.evaluate("answersAt"))
    context.close()
    row("first useful screen, from the service worker", f"{spread(warm)} ms",
        f"{spread(warm_work)} ms of work; the app answers after {spread(warm_answers)} ms", "<= 500 ms",
        statistics.median(warm) <= 500)
    row("transferred before the first map, without pictures", f"{spread(weights)} KiB", "",
        "<= 120 KiB", max(weights) <= 120)
    row("transferred when the first map stands, without tiles and pictures", f"{spread(with_map)} KiB",
        f"{spread(later)} KiB once all pages and languages are there", "<= 400 KiB", max(with_map) <= 400)


def walk(browser: Browser, server: VitrineServer) -> None:
    """Touches at random on whatever can be touched."""
    chance = random.Random(SEED)
    with kiosk(browser, WATCH_TOUCHES) as (page, _):
        page.goto(server.url)
        page.locator(".language").first.wait_for()
        loaded = []
        page.on("load", lambda _: loaded.append(page.url))
        touched = waited = 0
        while touched < TOUCHES:
            boxes = page.evaluate(TOUCHABLE)
            if not boxes:
                # The goodbye goes by itself after ten seconds; a minute is a screen that stands still.
                if (waited := waited + 1) > 600:
                    raise RuntimeError(f"nothing to touch for a minute at {page.url}: {page.inner_text('body')[:500]}")
                page.wait_for_timeout(100)
                continue
            waited = 0
            page.touchscreen.tap(*chance.choice(boxes))
            touched += 1
            page.wait_for_timeout(150)
        page.wait_for_timeout(1000)
        by_touch: dict[int, float] = {}
        for touch, duration in page.evaluate("touches"):
            by_touch[touch] = max(by_touch.get(touch, 0), duration)
        if loaded:
            raise RuntimeError(f"the page was loaded again during the walk, so touches are missing: {loaded}")
        # Touches painted within 16 ms aren't reported: they are counted as 16.
        durations = list(by_touch.values()) + [16.0] * max(0, TOUCHES - len(by_touch))
        shifts = page.evaluate("shifts")
    p95 = percentile(durations, 0.95)
    row(f"touch to next paint, p95 of {TOUCHES}", f"{p95:.0f} ms",
        f"median {statistics.median(durations):.0f}, worst {max(durations):.0f} ms", "<= 100 ms", p95 <= 100)
    worst = worst_shift(shifts)
    row("layout shift over the walk", f"{worst:.3f}", f"{len(shifts)} shifts", "<= 0.02", worst <= 0.02)


def worst_shift(shifts: list[list[float]]) -> float:
    """CLS: the largest sum of shifts less than a second apart, over at most five seconds (https://web.dev/articles/cls)."""
    worst = total = 0.0
    begun = last = -10_000.0
    for at, value in shifts:
        if at - last > 1000 or at - begun > 5000:
            begun, total = at, 0.0
        last = at
        total += value
        worst = max(worst, total)
    return worst


# The map that is on the screen notes when it stands elsewhere than in the frame before.
WATCH_MAP = """
globalThis.mapMoves = [];
Object.defineProperty(globalThis, "ol", { configurable: true, set(ol) {
  const Map = ol.Map; let last = "";
  ol.Map = class extends Map { constructor(options) { super(options); this.on("postrender", ({ frameState }) => {
    const look = frameState && `${frameState.viewState.center} ${frameState.viewState.resolution}`;
    if (look && look !== last) { last = look; mapMoves.push(performance.now()); }
  }); } };
  Object.defineProperty(globalThis, "ol", { value: ol });
} });
"""


def fingers(cdp: CDPSession, page: Page, gesture: str) -> dict:
    """One or two fingers, moved by the browser itself as a screen reports them: frames a second while they move, and the longest task."""
    page.evaluate("() => { mapMoves.length = 0; longTasks.length = 0; }")
    if gesture == "pan":
        cdp.send("Input.synthesizeScrollGesture", {"x": 540, "y": 1300, "xDistance": -250, "yDistance": -600, "speed": 400,
                                                   "preventFling": True, "gestureSourceType": "touch", "repeatCount": 1})
    else:
        cdp.send("Input.synthesizePinchGesture", {"x": 540, "y": 960, "scaleFactor": 2.5, "relativeSpeed": 200, "gestureSourceType": "touch"})
    moves, longest = page.evaluate("[mapMoves, Math.max(0, ...longTasks)]")
    # The gesture's own time: what glides on after it isn't a finger's.
    return {"frames": len(moves), "rate": (len(moves) - 1) / (moves[-1] - moves[0]) * 1000 if len(moves) > 1 else 0.0, "longest": longest}


def make_content(places: int, folder: Path) -> None:
    make = [sys.executable, ROOT / "Benchmarks/make_content.py", str(places), folder]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)


def map_(browser: Browser, server: VitrineServer) -> None:
    """Panning and pinching 300 places over vector tiles, unslowed, beside an empty page: all in sight, then a few villages."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        make_content(300, content)
        (content / "map").mkdir(exist_ok=True)
        make_map = [sys.executable, ROOT / "Benchmarks/make_map.py", content / "map/territory.mbtiles"]
        subprocess.run(make_map, check=True, stdout=subprocess.DEVNULL)
        profile = kiosk(browser, WATCH_TOUCHES, WATCH_MAP, slowed=1)
        with VitrineServer(Path(folder) / "data", content) as dense, profile as (page, cdp):
            page.goto(f"{dense.url}/#/fr/ideas")
            page.get_by_role("button", name="Carte", exact=True).tap()
            page.locator('.map[data-phase="ready"][data-base="tiles"]').wait_for(timeout=60_000)
            shown = page.locator(".map-split-side .place-row").count()
            for where in (f"{shown} places", "villages"):
                page.wait_for_timeout(3000)
                for gesture, bar in (("pan", 50), ("pinch", 35)):
                    runs = [fingers(cdp, page, gesture) for _ in range(GESTURES)]
                    rates, longest = [run["rate"] for run in runs], max(run["longest"] for run in runs)
                    frames = f"{sum(run['frames'] for run in runs)} frames in {GESTURES} gestures"
                    row(f"map of {where}, {gesture}", f"{spread(rates)} fps", frames, f">= {bar} fps", statistics.median(rates) >= bar)
                    row(f"map of {where}, {gesture}: longest task", f"{longest:.0f} ms", "", "<= 100 ms", longest <= 100)
                for _ in range(2):
                    page.get_by_role("button", name="Voir de plus près").tap()
                    page.wait_for_timeout(1000)


def search(browser: Browser, _server: VitrineServer) -> None:
    """One key at a time in the search of 5,000 places: what the key costs, from the event to the results drawn."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        make_content(5000, content)
        sources = VitrineServer(Path(folder) / "data", content)
        sources.web = ROOT / "kiosk-web"  # the index is measured by itself, which a release has no file for
        with sources as server, kiosk(browser, WATCH_TOUCHES, slowed=1) as (page, cdp):
            page.goto(f"{server.url}/#/fr/search")
            field = page.get_by_role("searchbox")
            field.wait_for(timeout=60_000)
            field.fill("pont")
            page.locator(".card").first.wait_for(timeout=60_000)
            field.fill("")
            for slowed in (1, SLOWED):
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
                taken = page.evaluate(SEARCH_KEYS, KEYS)
                p95 = percentile(taken, 0.95)
                row(f"search over 5,000 places, a key{', slowed' if slowed > 1 else ', unslowed'}", f"p95 {p95:.1f} ms",
                    f"median {statistics.median(taken):.1f}, worst {max(taken):.1f} ms, {len(taken)} keys", "<= 16 ms", p95 <= 16)


SEARCH_KEYS = """async (words) => {
  const { SearchIndex } = await import("/lib/search/index.js");
  const search = SearchIndex.prototype.search;
  const taken = [];
  SearchIndex.prototype.search = function (...query) {
    const begun = performance.now();
    const answer = search.apply(this, query);
    taken.push(performance.now() - begun);
    return answer;
  };
  const field = document.querySelector("input[role=searchbox]");
  for (const word of words) {
    for (let n = 1; n <= word.length; n++) {
      field.value = word.slice(0, n);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    }
  }
  SearchIndex.prototype.search = search;
  return taken;
}"""

# One visitor, as fast as the page can be driven: what is touched is what a visitor touches.
VISIT = """async ({ ids, themes, turn }) => {
  const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const until = async (selector) => {
    for (let n = 0; n < 600; n++) { const found = document.querySelector(selector); if (found) return found; await painted(); }
    throw new Error("nothing like " + selector + " on " + location.hash);
  };
  const touch = async (selector) => { (await until(selector)).click(); await painted(); };
  const go = async (hash, selector) => { location.hash = hash; await until(selector); await painted(); };
  document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  const languages = [...document.querySelectorAll(".language")];
  languages[turn % languages.length].click();
  await until(".page-home");
  const lang = location.hash.split("/")[1];
  await go(`#/${lang}/theme/${themes[turn % themes.length]}`, ".page-theme .card");
  for (let n = 0; n < 3; n++) {
    await go(`#/${lang}/place/${ids[(turn * 7 + n * 13) % ids.length]}`, ".page-place .place-columns");
    if (n === turn % 3) { await touch(".bar-main"); await touch("dialog button"); }
  }
  if (turn % 4 === 0) {
    await go(`#/${lang}/search`, "input[role=searchbox]");
    const field = document.querySelector("input[role=searchbox]");
    field.value = "chateau"; field.dispatchEvent(new Event("input", { bubbles: true })); await painted();
  }
  if (turn % 10 === 0) await go(`#/${lang}/theme/${themes[0]}`, ".page-theme .card");
  await go(`#/${lang}`, ".page-home");
  await touch(".page-home ~ .bar .bar-button");
  const faces = await until(".page-farewell button");
  if (turn % 2) { faces.click(); await painted(); }
  if (turn % 10 !== 1) document.querySelector(".farewell")?.click(); // one in ten waits until the thanks have been seen
  for (let n = 0; n < 1200 && !document.querySelector(".page-welcome"); n++) await painted();
  await until(".page-welcome");
}"""


def day(browser: Browser, server: VitrineServer) -> None:
    """Visit after visit: the heap and the document must be back where they were."""
    coarse = kiosk_context(browser, device_scale_factor=0.25)  # the same pages in fewer dots: painting them isn't what is measured
    with coarse, kiosk(browser, slowed=1, context=coarse) as (page, cdp):
        page.goto(server.url)
        page.wait_for_timeout(8000)  # without looking for anything: what the driver has found, it holds
        places = page.evaluate("fetch('/api/v1/fr/catalogue').then((answer) => answer.json())")["places"]
        ids, themes = [place["id"] for place in places], sorted({place["kind"] for place in places})

        def held() -> tuple[float, int, int]:
            page.evaluate("location.hash = '#/fr/accessibility'")  # always the same, and without pictures: a drawing has nodes of its own
            page.wait_for_timeout(1000)
            cdp.send("Memory.simulatePressureNotification", {"level": "critical"})  # nor those that are kept for speed
            page.wait_for_timeout(500)
            for _ in range(3):
                cdp.send("HeapProfiler.collectGarbage")
            counters, heap = cdp.send("Memory.getDOMCounters"), cdp.send("Runtime.getHeapUsage")["usedSize"] / 2**20
            page.evaluate("location.hash = '#/'")
            page.wait_for_timeout(500)
            return heap, counters["nodes"], counters["jsEventListeners"]

        warm_up = min(400, SESSIONS // 4)  # each place in each language once: the screen keeps them, to go on without its server
        marks = []
        for turn in range(SESSIONS):
            page.evaluate(VISIT, {"ids": ids, "themes": themes, "turn": turn})
            if turn + 1 == warm_up or (turn + 1) % max(1, SESSIONS // 10) == 0 and turn > warm_up:
                marks.append(held())
        cdp.send("DOM.enable")
        detached = len(cdp.send("DOM.getDetachedDomNodes")["detachedNodes"])
        heap, nodes, listeners = (list(values) for values in zip(*marks, strict=True))
        drift = (heap[-1] / heap[0] - 1) * 100
        row(f"heap after {SESSIONS:,} visits", f"{heap[-1]:.2f} MiB, {drift:+.1f} %",
            f"{heap[0]:.2f} MiB after the first {warm_up}", "<= 2 %", drift <= 2)
        row("nodes of the document after them", f"{nodes[-1]:,}", f"{nodes[0]:,}", "no more", nodes[-1] <= nodes[0] * 1.02)
        row("nodes that are on no page any more and still held", f"{detached:,}", "", "none", detached == 0)
        row("listeners after them", f"{listeners[-1]:,}", f"{listeners[0]:,}", "no more", listeners[-1] <= listeners[0] * 1.02)


def parts() -> dict:
    return {"first": first, "walk": walk, "map": map_, "search": search, "day": day}


def main() -> None:
    asked = argparse.ArgumentParser(prog="bench-web", description="Measures the visitor's screens in the kiosk profile.")
    asked.add_argument("--web", type=Path, default=ROOT / ".build/web", help="folder of the web app (.build/web)")
    asked.add_argument("parts", nargs="*", help=f"what to measure: {', '.join(parts())}")
    options = asked.parse_args()
    chosen = options.parts or list(parts())
    if unknown := [name for name in chosen if name not in parts()]:
        sys.exit(f"bench-web: unknown part {unknown[0]}. The parts are: {', '.join(parts())}")
    if not (options.web / "index.html").exists():
        sys.exit(f"bench-web: no web app in {options.web}. Make it with `make web`, or measure the sources with --web kiosk-web.")
    os.environ["VITRINE_WEB"] = str(options.web.resolve())
    binary()
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    lose_patience()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        print(f"{datetime.date.today()}, {os.cpu_count()} cores ({model[1] if model else platform.machine()}), no GPU, "
              f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Chromium {browser.version}; median (min–max)\n")
        print("| what | measured | beside | bar | met |\n|---|---|---|---|---|", flush=True)
        with tempfile.TemporaryDirectory() as folder, VitrineServer(Path(folder) / "data") as server:
            for name in chosen:
                parts()[name](browser, server)
        browser.close()


if __name__ == "__main__":
    main()
