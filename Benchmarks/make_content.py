#!/usr/bin/env python3
"""Make a content folder of COUNT places in DIR: synthetic, deterministic, and valid for `vitrine content check`.

    make_content.py COUNT DIR [--office DIR]

Each place is a hike or a greenway with a French and an English text, names in five languages, a drawing, and a track of
300 to 500 points with elevations, as a telephone records them. The office, its themes and labels are those of `content/`.
"""
import argparse
import itertools
import math
import random
import shutil
from pathlib import Path

KINDS = ["hike", "hike", "hike", "greenway"]
WORDS = {
    language: text.split()  # noqa: SIM905
    for language, text in {
        "fr": "le sentier monte entre les murets de pierre sèche puis redescend vers la rivière où les platanes donnent de "
        "l’ombre au village on trouve une fontaine un four banal et la place du marché la vue porte loin sur les vignes",
        "en": "the path climbs between dry stone walls then drops to the river where plane trees give shade in the village "
        "there is a fountain a communal oven and the market square the view reaches far over the vines and the hills",
    }.items()
}
NAMES = {"fr": "Le chemin", "en": "The path", "nl": "Het pad", "de": "Der Weg", "es": "El camino"}
TEASERS = {
    "fr": "Une boucle à travers vignes et garrigue, numéro {n}, avec une vue sur les Cévennes.",
    "en": "A loop through vines and garrigue, number {n}, with a view of the Cévennes.",
    "nl": "Een rondje door wijngaarden en garrigue, nummer {n}, met uitzicht op de Cevennen.",
    "de": "Eine Runde durch Reben und Garrigue, Nummer {n}, mit Blick auf die Cevennen.",
    "es": "Una vuelta entre viñas y garriga, número {n}, con vistas a las Cevenas.",
}
SOUTH, WEST, NORTH, EAST = 43.745, 4.01, 43.93, 4.23
COMMUNES = ["30018", "30023", "30062", "30091", "30136", "30306", "30321", "30352"]


def prose(rng: random.Random, lang: str, paragraphs: int) -> str:
    def sentence() -> str:
        words = [rng.choice(WORDS[lang]) for _ in range(rng.randint(9, 18))]
        return " ".join(words).capitalize() + "."

    return "\n\n".join(" ".join(sentence() for _ in range(rng.randint(3, 6))) for _ in range(paragraphs)) + "\n"


def walk(rng: random.Random, points: int) -> tuple[list[tuple[float, float, float]], float]:
    """A loop of `points` points, and its length in metres."""
    centre = (rng.uniform(SOUTH + 0.03, NORTH - 0.03), rng.uniform(WEST + 0.04, EAST - 0.04))
    waves = [(rng.uniform(0.001, 0.004), rng.randint(2, 9), rng.uniform(0, 6.28)) for _ in range(5)]
    radius = rng.uniform(0.006, 0.016)
    line = []
    for i in range(points):
        angle = 2 * math.pi * i / (points - 1)
        reach = radius + sum(a * math.sin(k * angle + p) for a, k, p in waves) / 3
        lat = centre[0] + reach * math.sin(angle) + rng.gauss(0, 0.00002)
        lon = centre[1] + 1.38 * reach * math.cos(angle) + rng.gauss(0, 0.00003)
        height = 80 + 40 * math.sin(3 * angle) + 15 * math.sin(11 * angle) + rng.gauss(0, 1.5)
        line.append((lat, lon, height))
    scale = math.cos(math.radians(centre[0]))
    length = sum(
        111_200 * math.hypot(b[0] - a[0], scale * (b[1] - a[1])) for a, b in itertools.pairwise(line)
    )
    return line, length


def gpx(line: list[tuple[float, float, float]], name: str) -> str:
    points = "\n".join(
        f'      <trkpt lat="{lat:.6f}" lon="{lon:.6f}"><ele>{ele:.1f}</ele></trkpt>' for lat, lon, ele in line
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="make_content" '
        'xmlns="http://www.topografix.com/GPX/1/1">\n'
        f"  <trk><name>{name}</name>\n    <trkseg>\n{points}\n    </trkseg>\n  </trk>\n</gpx>\n"
    )


def drawing(rng: random.Random) -> str:
    def hill(y: int) -> str:
        tops = " ".join(f"L{x} {y + rng.randint(-60, 60)}" for x in range(0, 1201, 60))
        return f'<path d="M0 800 {tops} L1200 800 Z" fill="#{rng.randint(0, 0xFFFFFF):06x}"/>'

    hills = "\n  ".join(hill(y) for y in (300, 420, 540, 660))
    vines = "\n  ".join(
        f'<circle cx="{rng.randint(0, 1200)}" cy="{rng.randint(560, 790)}" r="{rng.randint(4, 18)}" fill="#56733a"/>'
        for _ in range(24)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">\n'
        f'  <rect width="1200" height="800" fill="#dfe9f0"/>\n  {hills}\n  {vines}\n</svg>\n'
    )


def translated(texts: dict[str, str]) -> str:
    return "{" + ", ".join(f'{lang}: "{text}"' for lang, text in texts.items()) + "}"


def base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base36(number // 36) if number >= 36 else "") + digits[number % 36]


def place(rng: random.Random, number: int, kind: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    line, length = walk(rng, rng.randint(300, 500))
    lat, lon, _ = line[0]
    commune = rng.choice(COMMUNES)
    lines = [
        f"code: z{base36(number)}",
        f"names: {translated({lang: f'{name} {number}' for lang, name in NAMES.items()})}",
        f"teasers: {translated({lang: text.format(n=number) for lang, text in TEASERS.items()})}",
        f'commune: "{commune}"',
        f"position: {{lat: {lat:.5f}, lon: {lon:.5f}, accuracy: near}}",
        "keywords: [vignes, garrigue, rivière]",
    ]
    lines += [
        "trail:",
        "  practices: [walking]" if kind == "hike" else "  practices: [cycling, walking]",
        "  shape: loop",
        f"  length_km: {length / 1000:.1f}",
        f'  duration: "{int(length // 4000)}:{rng.choice(["15", "30", "45"])}"',
        "  difficulty: easy",
        "  waymarking: yellow",
        "  surface: [path, gravel]",
        "  steps:",
    ]
    for index in range(6):
        at = line[len(line) * index // 6]
        lines += [
            f"    - name: Étape {index + 1}",
            f"      position: {{lat: {at[0]:.5f}, lon: {at[1]:.5f}, accuracy: near}}",
            f"      km: {length / 1000 * index / 6:.2f}",
            f'      commune: "{commune}"',
            "      services: [viewpoint]",
            f'      note: {translated({"fr": "Tourner à gauche après le muret.", "en": "Turn left after the wall."})}',
        ]
    lines += [
        "opening:",
        "  known_until: 2099-12-31",
        "  periods:",
        '    - {from: 04-01, to: 09-30, days: [mon, tue, wed, thu, fri], hours: ["10:00-12:30", "14:00-18:30"]}',
        "    - {from: 10-01, to: 03-31, by_appointment: true}",
        "prices: {rates: [{who: adult, amount: 3.00}, {who: child, amount: 1.50}]}",
        "suits: {children: yes, pushchair: partly, dog: leash}",
        "shade: some",
        "drinking_water: no",
        "sources:",
        '  - {name: "make_content.py", date: 2026-11-22}',
        "last_check: {date: 2026-11-22, by: research}",
        "to_check:",
        "  - field: existence",
        f"    note: {translated({'fr': 'Lieu inventé pour les mesures.', 'en': 'Made up for benchmarks.'})}",
    ]
    (folder / "place.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for lang in ("fr", "en"):
        (folder / f"{lang}.md").write_text(prose(rng, lang, rng.randint(3, 5)), encoding="utf-8")
    (folder / "track.gpx").write_text(gpx(line, f"Chemin {number}"), encoding="utf-8")
    (folder / "picture.svg").write_text(drawing(rng), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path, help="made by this command; must not exist")
    parser.add_argument("--office", type=Path, default=Path(__file__).resolve().parent.parent / "content")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True)
    for name in ("office.yaml", "themes.yaml", "labels.yaml"):
        shutil.copy(arguments.office / name, arguments.folder / name)
    for number in range(arguments.count):
        kind = KINDS[number % len(KINDS)]
        # One generator a place: the same place whatever the count.
        place(random.Random(number), number, kind, arguments.folder / "places" / kind / f"place-{number:05}")


if __name__ == "__main__":
    main()
