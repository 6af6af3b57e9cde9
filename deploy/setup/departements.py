"""France's départements as small outlines, out of the detailed map of a pinned archive."""

import re
from xml.etree import ElementTree

STEP = 3  # of the drawing's 2000 units: less than a pixel where a map is half a screen wide
WIDTH, HEIGHT = 2000, 1898
# The map and what is drawn beside it, each where the drawing puts it; the enlarged Paris is left out: its four are in the map too.
GROUPS = {"departements": (-42.93, 96.04), "dom-com": (0, 0)}
NOT_DEPARTEMENTS = {"975"}

PART = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
NUMBERS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}


def corners(path: str) -> list[list[tuple[float, float]]]:
    """The corners of each ring; curves count by where they end."""
    parts, rings, ring, at, command, index = PART.findall(path), [], [], (0.0, 0.0), "", 0
    while index < len(parts):
        if parts[index].isalpha():
            command = parts[index]
            index += 1
            if command in "zZ":
                at = ring[0]
            continue
        kind, is_relative = command.lower(), command.islower()
        numbers = [float(part) for part in parts[index:index + NUMBERS[kind]]]
        index += NUMBERS[kind]
        x, y = at if is_relative else (0.0, 0.0)
        if kind == "h":
            at = (x + numbers[0], at[1])
        elif kind == "v":
            at = (at[0], y + numbers[0])
        else:
            at = (x + numbers[-2], y + numbers[-1])
        if kind == "m":
            ring = []
            rings.append(ring)
            command = "l" if is_relative else "L"
        ring.append(at)
    return rings


def outline(path: str, moved: tuple[float, float]) -> str:
    """Every corner goes to the nearest point of one grid, so that neighbours keep one border; an islet that has no room there goes."""
    drawn = []
    for ring in corners(path):
        points = []
        for x, y in ring:
            point = (round((x + moved[0]) / STEP), round((y + moved[1]) / STEP))
            if not points or points[-1] != point:
                points.append(point)
        if len(set(points)) < 3:
            continue
        steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in zip(points, points[1:], strict=False)]
        drawn.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z")
    return "".join(drawn)


def departements(svg: bytes) -> dict:
    """`{"width", "height", "outlines"}`: a path for each INSEE code."""
    outlines = {}
    for group in ElementTree.fromstring(svg).findall("{*}g"):
        for departement in group if group.get("id") in GROUPS else []:
            code = re.match(r"z(\w+)", departement.get("class"))[1]
            if code not in NOT_DEPARTEMENTS:
                outlines[code] = "".join(outline(path.get("d"), GROUPS[group.get("id")]) for path in departement)
    if len(outlines) != 101 or not all(outlines.values()):
        raise ValueError(f"the map of France has {len(outlines)} départements, not 101")
    return {"width": round(WIDTH / STEP), "height": round(HEIGHT / STEP), "outlines": outlines}
