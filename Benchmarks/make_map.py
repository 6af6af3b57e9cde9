#!/usr/bin/env python3
"""Make a dense map of an invented land where the territory is, with the same layers as `make map`: what panning is measured on.

    make_map.py OUTPUT.mbtiles [--villages 24] [--osm FILE]

Streets, buildings, vineyards, woods, a river, tracks, a greenway and names, always the same ones. Nothing of it exists.
Needs what `make map` needs (deploy/setup/debian-map.txt).
"""

import argparse
import importlib.util
import math
import random
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

BUILD = Path(__file__).resolve().parent.parent / "deploy/map/build.py"
SOUTH, WEST, NORTH, EAST = 43.69, 3.95, 43.99, 4.29
METRE_LAT = 1 / 111_200
METRE_LON = METRE_LAT / math.cos(math.radians(43.84))
POINTS = [
    {"natural": "peak", "ele": "198"}, {"tourism": "viewpoint"}, {"amenity": "drinking_water"}, {"amenity": "toilets"},
    {"historic": "castle"}, {"historic": "ruins"}, {"tourism": "picnic_site"}, {"amenity": "parking"}, {"highway": "bus_stop"},
    {"amenity": "place_of_worship"}, {"man_made": "windmill"}, {"natural": "cave_entrance"},
]


class Land:
    """OpenStreetMap data in the making. Positions are (lat, lon)."""

    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.nodes: list[str] = []
        self.ways: list[str] = []
        self.relations: list[str] = []

    @staticmethod
    def _tags(tags: dict) -> str:
        return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())

    def node(self, position: tuple, tags: dict | None = None) -> int:
        number = len(self.nodes) + 1
        head = f'<node id="{number}" version="1" lat="{position[0]:.7f}" lon="{position[1]:.7f}"'
        self.nodes.append(f"{head}>{self._tags(tags)}</node>" if tags else head + "/>")
        return number

    def way(self, positions: list, tags: dict, closed: bool = False) -> int:
        references = [self.node(position) for position in positions]
        if closed:
            references.append(references[0])
        number = len(self.ways) + 1
        inside = "".join(f'<nd ref="{reference}"/>' for reference in references)
        self.ways.append(f'<way id="{number}" version="1">{inside}{self._tags(tags)}</way>')
        return number

    def route(self, ways: list, tags: dict) -> None:
        members = "".join(f'<member type="way" ref="{way}" role=""/>' for way in ways)
        number = len(self.relations) + 1
        self.relations.append(f'<relation id="{number}" version="1">{members}{self._tags({"type": "route"} | tags)}</relation>')

    def line(self, start: tuple, end: tuple, step: float = 60, sway: float = 0.12) -> list:
        """From one position to another as a road goes: bending, a point every `step` metres."""
        length = math.hypot((end[0] - start[0]) / METRE_LAT, (end[1] - start[1]) / METRE_LON)
        count = max(2, int(length / step))
        waves = [(self.rng.uniform(-sway, sway) / k, k) for k in (1, 2, 3, 5)]
        along = (end[0] - start[0], end[1] - start[1])
        positions = []
        for i in range(count + 1):
            t = i / count
            aside = sum(size * math.sin(math.pi * k * t) for size, k in waves)
            positions.append((start[0] + along[0] * t + aside * along[1] * 0.7, start[1] + along[1] * t - aside * along[0] * 1.4))
        return positions

    def blob(self, centre: tuple, radius: float, points: int = 40) -> list:
        waves = [(self.rng.uniform(0.05, 0.3) / k, k, self.rng.uniform(0, 6.28)) for k in (2, 3, 5, 7)]
        positions = []
        for i in range(points):
            angle = 2 * math.pi * i / points
            reach = radius * (1 + sum(size * math.sin(k * angle + phase) for size, k, phase in waves))
            positions.append((centre[0] + reach * METRE_LAT * math.sin(angle), centre[1] + reach * METRE_LON * math.cos(angle)))
        return positions

    def box(self, centre: tuple, width: float, depth: float, angle: float) -> list:
        corners = ((-width, -depth), (width, -depth), (width, depth), (-width, depth))
        cos, sin = math.cos(angle), math.sin(angle)
        return [(centre[0] + (x * sin + y * cos) / 2 * METRE_LAT, centre[1] + (x * cos - y * sin) / 2 * METRE_LON)
                for x, y in corners]

    def write(self, path: Path) -> None:
        path.write_text("\n".join(
            ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="vitrine make_map.py">',
             f'<bounds minlat="{SOUTH}" minlon="{WEST}" maxlat="{NORTH}" maxlon="{EAST}"/>',
             *self.nodes, *self.ways, *self.relations, "</osm>", ""]), encoding="utf-8")


def village(land: Land, centre: tuple, number: int) -> None:
    rng = land.rng
    name = {"name": f"Villeneuve-l’Imaginaire {number}", "name:nl": f"Nieuwdorp {number}", "name:de": f"Neudorf {number}"}
    land.node(centre, {"place": "town" if number % 8 == 0 else "village"} | name)
    land.way(land.blob(centre, 420), {"landuse": "residential"}, closed=True)
    gates = [rng.uniform(0, 6.28) for _ in range(9)]
    for i, angle in enumerate(gates):
        for reach in (180, 390):
            end = (centre[0] + reach * METRE_LAT * math.sin(angle), centre[1] + reach * METRE_LON * math.cos(angle))
            land.way(land.line(centre, end, 30), {"highway": "residential", "name": f"Rue Imaginaire {number}.{i}"})
    for radius in (110, 230, 350):
        land.way(land.blob(centre, radius, 24), {"highway": "residential", "name": f"Rue Ronde {radius}"}, closed=True)
    for i in range(320):
        angle, reach = rng.uniform(0, 6.28), 400 * math.sqrt(rng.random())
        place = (centre[0] + reach * METRE_LAT * math.sin(angle), centre[1] + reach * METRE_LON * math.cos(angle))
        tags = {"building": "yes"} | ({"amenity": "place_of_worship", "name": f"Église {number}"} if i == 0 else {})
        land.way(land.box(place, rng.uniform(8, 22), rng.uniform(8, 16), angle), tags, closed=True)
    for tags in rng.sample(POINTS, 8):
        spot = (centre[0] + rng.gauss(0, 500) * METRE_LAT, centre[1] + rng.gauss(0, 500) * METRE_LON)
        land.node(spot, tags | {"name": f"Lieu imaginaire {number}"})


def somewhere(rng: random.Random) -> tuple:
    return (rng.uniform(SOUTH, NORTH), rng.uniform(WEST, EAST))


def draw(villages: int, seed: int = 30) -> Land:
    land = Land(seed)
    rng = land.rng
    for _ in range(70):
        land.way(land.blob(somewhere(rng), rng.uniform(300, 1500), 90), {"natural": "wood"}, closed=True)
    for _ in range(90):
        land.way(land.blob(somewhere(rng), rng.uniform(200, 900), 60), {"natural": "scrub"}, closed=True)
    for _ in range(320):
        corner, angle = somewhere(rng), rng.uniform(0, 1.5)
        for i in range(8):
            for j in range(8):
                x, y = i * 130, j * 95
                spot = (corner[0] + (x * math.sin(angle) + y * math.cos(angle)) * METRE_LAT,
                        corner[1] + (x * math.cos(angle) - y * math.sin(angle)) * METRE_LON)
                use = rng.choice(["vineyard", "vineyard", "vineyard", "farmland", "orchard", "meadow"])
                land.way(land.box(spot, 124, 88, angle), {"landuse": use}, closed=True)
    centres = [somewhere(rng) for _ in range(villages)]
    for number, centre in enumerate(centres, 1):
        village(land, centre, number)
        near = sorted(centres, key=lambda other: math.dist(centre, other))[1:5]
        kinds = ("primary", "secondary", "tertiary", "unclassified")
        for i, (other, kind) in enumerate(zip(near, kinds, strict=False)):
            land.way(land.line(centre, other), {"highway": kind, "ref": f"D {number}{i}", "name": f"Route imaginaire {number}"})
    for i in range(4500):
        start = somewhere(rng)
        end = (start[0] + rng.gauss(0, 500) * METRE_LAT, start[1] + rng.gauss(0, 500) * METRE_LON)
        kind = rng.choice(["track", "track", "path", "footway"])
        tags = {"highway": kind, "surface": "gravel"} | ({"name": f"Chemin {i}"} if i % 9 == 0 else {})
        land.way(land.line(start, end, 35, 0.3), tags)
    for i in range(140):
        spring = somewhere(rng)
        mouth = (spring[0] + rng.gauss(0, 2500) * METRE_LAT, spring[1] + rng.gauss(0, 2500) * METRE_LON)
        land.way(land.line(spring, mouth, 60, 0.3), {"waterway": "stream", "name": f"Ruisseau imaginaire {i}"})
    river = land.line((NORTH, 4.05), (SOUTH, 4.12), 70, 0.25)
    land.way(river, {"waterway": "river", "name": "Rivière imaginaire"})
    banks = [(lat, lon - 18 * METRE_LON) for lat, lon in river] + [(lat, lon + 18 * METRE_LON) for lat, lon in reversed(river)]
    land.way(banks, {"natural": "water", "water": "river"}, closed=True)
    greenway = {"highway": "cycleway", "bicycle": "designated", "foot": "designated", "name": "Voie verte imaginaire"}
    land.route([land.way(land.line((43.80, WEST), (43.77, EAST), 60, 0.1), greenway)], {"route": "bicycle", "ref": "V0"})
    return land


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--villages", type=int, default=24)
    parser.add_argument("--osm", type=Path, help="keep the OpenStreetMap XML here")
    arguments = parser.parse_args()
    spec = importlib.util.spec_from_file_location("build_map", BUILD)
    build_map = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build_map)
    with tempfile.TemporaryDirectory() as folder:
        xml = arguments.osm or Path(folder) / "land.osm"
        draw(arguments.villages).write(xml)
        pbf = Path(folder) / "land.osm.pbf"
        subprocess.run(["osmium", "cat", "--overwrite", "--no-progress", "-o", pbf, xml], check=True)
        build_map.build(pbf, [WEST, SOUTH, EAST, NORTH], arguments.output)


if __name__ == "__main__":
    main()
