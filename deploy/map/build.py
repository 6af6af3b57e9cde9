#!/usr/bin/env python3
"""Make the office's map tiles out of an OpenStreetMap extract (Debian's osmium-tool and tilemaker).

    build.py EXTRACT.osm.pbf [--area WEST,SOUTH,EAST,NORTH] [--output FILE]

The area is that of `territory.bounds` in content/office.yaml and a margin around it, so that a visitor who pans to the edge
sees the land go on. The file takes its place only when it is whole: a server that runs takes it up by itself.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MARGIN_DEGREES = 0.05  # some 4 to 5 km


class Refused(Exception):
    """What the person has to mend."""


def tell(text: str) -> None:
    print(f"map: {text}", flush=True)


def size(path: Path) -> str:
    count = path.stat().st_size
    return f"{count / 2**20:.1f} MiB" if count >= 2**20 else f"{count / 2**10:.0f} KiB"


def bounds_of(office: Path) -> list[float]:
    try:
        bounds = yaml.safe_load(office.read_text(encoding="utf-8"))["territory"]["bounds"]
        west, south, east, north = (float(bounds[side]) for side in ("west", "south", "east", "north"))
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise Refused(f"{office}: no territory.bounds ({error}). Mend it, or give AREA=west,south,east,north.") from error
    return [round(side, 5) for side in
            (west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES)]


def area_of(text: str) -> list[float]:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise Refused(f"AREA={text}: give four numbers, west,south,east,north, such as AREA=4.0,43.74,4.24,43.94.") from None
    if not (-180 <= west < east <= 180 and -85 < south < north < 85):
        raise Refused(f"AREA={text}: the order is west,south,east,north, in degrees.")
    if (east - west) * (north - south) > 4:
        raise Refused(f"AREA={text}: that is a province, not a territory; 2 by 2 degrees at most.")
    return [west, south, east, north]


def checked(pbf: Path) -> Path:
    if not pbf.is_file():
        raise Refused(f"{pbf}: there is no such file. Download an extract first; content/map/README.md says where.")
    with pbf.open("rb") as file:
        head = file.read(64)
    if b"OSMHeader" not in head:
        raise Refused(f"{pbf}: this isn't an .osm.pbf extract. Download the one that ends in .osm.pbf.")
    return pbf


def run(command: list, what: str = "looking at what was cut out") -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-8:]
        raise Refused("\n".join([f"{Path(str(command[0])).name} failed while {what}:", *last]))
    return done.stdout


def clip(pbf: Path, area: list[float], folder: Path) -> Path:
    clipped = folder / "territory.osm.pbf"
    box = ",".join(map(str, area))
    tell(f"taking {box} out of {pbf.name} ({size(pbf)})")
    run(["osmium", "extract", "--bbox", box, "--set-bounds", "--strategy", "smart", "--no-progress", "--output", clipped, pbf],
        "cutting the territory out")
    # One at a time: asked for all as JSON, osmium fails on a file with nothing in it.
    count = {kind: int(run(["osmium", "fileinfo", "--extended", "--no-progress", "--get", f"data.count.{kind}", clipped]))
             for kind in ("nodes", "ways", "relations")}
    if not count["ways"]:
        raise Refused(f"{pbf}: nothing of the territory ({box}) is in this extract. Take its own region's, or give AREA.")
    tell(f"{count['nodes']:,} points, {count['ways']:,} lines and areas, {count['relations']:,} relations")
    return clipped


def configure(area: list[float], name: str, folder: Path) -> Path:
    config = json.loads((HERE / "config.json").read_text(encoding="utf-8"))
    config["settings"] |= {"bounding_box": area, "name": name}
    path = folder / "config.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    return path


def finish(tiles: Path, area: list[float]) -> tuple[int, int, int]:
    """Complete what tilemaker leaves out of the metadata, and look at what it made."""
    with sqlite3.connect(tiles) as database:
        low, high, count = database.execute("SELECT min(zoom_level), max(zoom_level), count(*) FROM tiles").fetchone()
        if not count:
            raise Refused("tilemaker made no tile: is the territory empty in this extract?")
        database.execute("DELETE FROM metadata WHERE name = 'bounds'")
        database.execute("INSERT INTO metadata VALUES ('bounds', ?)", [",".join(map(str, area))])
    database.close()
    with sqlite3.connect(tiles, isolation_level=None) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")
    database.close()
    return low, high, count


def build(pbf: Path, area: list[float], output: Path) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vitrine-map-") as folder:
        clipped = clip(checked(pbf), area, Path(folder))
        config = configure(area, output.stem, Path(folder))
        # Beside its final name, hidden: the last step is a rename on the same disk.
        fresh = output.with_name(f".{output.stem}.new.mbtiles")
        fresh.unlink(missing_ok=True)
        try:
            tell("drawing the tiles (a territory takes a minute or two)")
            run(["tilemaker", "--input", clipped, "--output", fresh, "--config", config, "--process", HERE / "process.lua",
                 # A way that the extract cut is drawn as far as it is known.
                 "--skip-integrity"],
                "drawing the tiles")
            low, high, count = finish(fresh, area)
            with fresh.open("rb") as file:
                os.fsync(file.fileno())
            fresh.replace(output)
        finally:
            fresh.unlink(missing_ok=True)
    tell(f"made {output}, {size(output)}, zooms {low} to {high}, {count:,} tiles")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pbf")
    parser.add_argument("--area", default="")
    parser.add_argument("--output", type=Path, default=ROOT / "content/map/territory.mbtiles")
    arguments = parser.parse_args()
    try:
        if not arguments.pbf:
            raise Refused("which extract? make map PBF=some-region.osm.pbf; content/map/README.md says where to get one.")
        area = area_of(arguments.area) if arguments.area else bounds_of(ROOT / "content/office.yaml")
        build(Path(arguments.pbf), area, arguments.output)
    except Refused as refusal:
        print(f"map: {refusal}", file=sys.stderr)
        return 1
    except FileNotFoundError as error:
        print(f"map: {error.filename} isn't installed; make map installs it.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
