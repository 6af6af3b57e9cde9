#!/usr/bin/env python3
"""Makes the folder of the web app that is shipped, out of kiosk-web/: docs/adr/0014-release-pass.md says why and how.

usage: release.py FOLDER      (it is made anew)

What an HTML page asks for, scripts and stylesheets, is bundled and minified by Debian's esbuild, and named by what it holds; the
pages name it so. Everything else keeps its address.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT / "kiosk-web"
# Pages for other people, each bundled by itself: screens don't keep their files, so they share none with them.
OTHER_PAGES = ["phone", "desk", "manager"]
# Never renamed: browsers know workers by their address.
WORKERS = "sw.js"
SCRIPT = re.compile(r'<script type="module" src="([^"]+)"></script>')
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
REMARK = re.compile(r"^ *<!--.*?-->\n", re.MULTILINE | re.DOTALL)  # for whoever reads the sources


def esbuild(*arguments: str) -> None:
    command = ["esbuild", "--minify", "--log-level=warning", "--charset=utf8", *arguments]
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        sys.exit("release: esbuild is missing. Install Debian's package: apt-get install esbuild")
    if run.returncode or run.stderr:
        sys.exit(f"release: esbuild refuses the sources:\n{run.stderr}")


def file_of(page: Path, address: str) -> Path:
    """The source that an address in a page means."""
    return SOURCES / address.removeprefix("/") if address.startswith("/") else page.parent / address


def bundle(pages: list[Path], target: Path, folder: str) -> None:
    """Bundles what these pages ask for, and writes them so that they ask for the bundles."""
    asked = {page: [file_of(page, found[1]) for pattern in (SCRIPT, STYLESHEET) for found in pattern.finditer(page.read_text())]
             for page in pages}
    entries = sorted({str(file.relative_to(ROOT)) for files in asked.values() for file in files})
    built = target / folder
    notes = target / "esbuild.json"
    esbuild(*entries, "--bundle", "--splitting", "--format=esm", "--entry-names=[name]-[hash]", "--chunk-names=part-[hash]",
            "--external:/vendor/*", f"--outdir={built}", f"--metafile={notes}")
    outputs = json.loads(notes.read_text())["outputs"]
    notes.unlink()
    addresses = {what["entryPoint"]: address_of(output, target) for output, what in outputs.items() if what.get("entryPoint")}
    parts = {address_of(output, target): [address_of(used["path"], target) for used in what["imports"]
                                          if used["kind"] == "import-statement"] for output, what in outputs.items()}

    for page in pages:
        def released(found: re.Match, page: Path = page) -> str:
            source = str(file_of(page, found[1]).resolve().relative_to(ROOT))
            return found[0].replace(found[1], addresses[source])

        text = STYLESHEET.sub(released, SCRIPT.sub(released, REMARK.sub("", page.read_text(encoding="utf-8"))))
        scripts = SCRIPT.findall(text)
        ahead = sorted({part for script in scripts for part in needed(script, parts)} - set(scripts))
        if ahead:
            last = [*SCRIPT.finditer(text)][-1]  # the app: its parts are asked for where it is
            links = "".join(f'<link rel="modulepreload" href="{part}">' for part in ahead)
            text = f"{text[:last.end()]}{links}{text[last.end():]}"
        place = target / page.relative_to(SOURCES)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def address_of(output: str, target: Path) -> str:
    return "/" + str((ROOT / output).resolve().relative_to(target))


def needed(script: str, parts: dict[str, list[str]]) -> set[str]:
    """What a script imports at once, and what that imports."""
    found: set[str] = set()
    left = [script]
    while left:
        for part in parts.get(left.pop(), []):
            if part not in found:
                found.add(part)
                left.append(part)
    return found


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: release.py FOLDER")
    target = Path(sys.argv[1]).resolve()
    if target.exists() and not (target / "index.html").exists() and any(target.iterdir()):
        sys.exit(f"release: {target} holds something else than a web app. Name another folder, or empty it.")
    if not (SOURCES / "vendor/preact-htm.js").exists():
        sys.exit("release: kiosk-web/vendor/ is missing. Fetch it with `make setup`.")
    shutil.rmtree(target, ignore_errors=True)
    bundled = {".js", ".css", ".html"}
    shutil.copytree(SOURCES, target, ignore=lambda folder, names: [
        name for name in names if name.startswith(".") or (Path(name).suffix in bundled and Path(folder).name != "vendor")])
    (target / "vendor/preact-htm.js").unlink()  # in the bundles
    for folder in sorted(target.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    pages = sorted(SOURCES.rglob("*.html"))
    others = {folder: [page for page in pages if page.relative_to(SOURCES).parts[0] == folder] for folder in OTHER_PAGES}
    for page in pages:
        if not any(page in theirs for theirs in others.values()):
            bundle([page], target, "")  # by itself: what two pages share would be a file more to wait for
    for folder, theirs in others.items():
        if theirs:
            bundle(theirs, target, folder)
    for worker in sorted(SOURCES.rglob(WORKERS)):
        esbuild(str(worker), f"--outfile={target / worker.relative_to(SOURCES)}")
    print(f"release: {sum(1 for file in target.rglob('*') if file.is_file())} files in {target}")


if __name__ == "__main__":
    main()
