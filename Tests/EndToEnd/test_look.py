"""The design language holds: one place for colours and sizes, and contrasts that were computed, not guessed."""

import re

import pytest
from vitrine_server import ROOT

WEB = ROOT / "kiosk-web"
TOKENS = (WEB / "styles" / "tokens.css").read_text(encoding="utf-8")
# Not the tokens themselves, nor what is for paper, which has points and black ink, nor the manager's board, which has its own.
STYLES = [
    path
    for path in sorted(WEB.rglob("*.css"))
    if path.name not in ("tokens.css", "Sheet.css", "paper.css") and not {"vendor", "manager"} & set(path.relative_to(WEB).parts)
]

RAW_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\(|:[^;]*\b(?:white|black|gr[ae]y|red)\b", re.I
)
RAW_TYPE = re.compile(r"\bfont(?:-size)?:[^;]*\d(?:px|pt)\b")
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border)-(?:left|right)|(?:left|right)|(?:text-align|float):\s*(?:left|right))\b", re.M
)


def rules(path) -> str:
    return re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(encoding="utf-8"), flags=re.S)


def offences(pattern: re.Pattern) -> list[str]:
    return [
        f"{path.relative_to(WEB)}: {line.strip()}"
        for path in STYLES
        for line in rules(path).splitlines()
        if pattern.search(line) and "://" not in line and not line.strip().endswith("{")
    ]


def test_colours_come_from_the_tokens():
    assert offences(RAW_COLOUR) == []


def test_letters_have_sizes_that_grow_with_the_text():
    assert offences(RAW_TYPE) == []


def test_places_are_said_from_where_reading_begins_not_left_and_right():
    assert offences(PHYSICAL) == []


def test_every_token_used_exists():
    known = set(re.findall(r"(--[a-z0-9-]+):", TOKENS))
    own = {
        name
        for path in WEB.rglob("*.[cj]s*")
        if "vendor" not in path.parts
        for name in re.findall(r"[\"']?(--[a-z0-9-]+)[\"']?:", path.read_text(encoding="utf-8"))
    }
    used = {(path.relative_to(WEB), name) for path in STYLES for name in re.findall(r"var\((--[a-z0-9-]+)\)", rules(path))}
    assert sorted(f"{path}: {name}" for path, name in used if name not in known | own) == []


# Text, then what it is written on. --paper is written on accents; --theme is each of the four.
GROUNDS = ["paper", "stone-1", "stone-2", "ochre-pale", "olive-pale", "river-pale", "alarm-pale"]
THEMES = ["olive", "river", "vine", "terracotta"]
TEXTS = [
    *[(text, ground) for text in ("ink", "ink-2") for ground in GROUNDS],
    ("ink", "stone-3"),
    *[(accent, ground) for accent in THEMES for ground in ("paper", "stone-1")],
    *[("paper", accent) for accent in (*THEMES, "terracotta-deep", "alarm")],
    ("ochre-deep", "paper"), ("ochre-deep", "stone-1"), ("ochre-deep", "ochre-pale"), ("olive", "olive-pale"),
    ("river", "river-pale"), ("alarm", "alarm-pale"), ("alarm", "paper"), ("terracotta-deep", "stone-2"),
]
EDGES = [("stone-5", "paper"), ("stone-5", "stone-1"), ("focus", "paper"), ("focus", "stone-1"), ("focus", "stone-2")]


def colour(name: str, theme: int) -> str:
    found = re.search(rf"--{name}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\)", TOKENS)
    assert found, f"--{name} has a colour for each theme"
    return found.group(theme + 1)


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""

    def luminance(code: str) -> float:
        parts = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("theme", "text", "edge"), [(0, 4.5, 3.0), (1, 7.0, 3.0)], ids=["light", "high contrast"])
def test_texts_and_edges_stand_out_from_their_grounds(theme, text, edge):
    weak = []
    for pairs, least in ((TEXTS, text), (EDGES, edge)):
        for one, other in pairs:
            ratio = contrast(colour(one, theme), colour(other, theme))
            if ratio < least:
                weak.append(f"{one} on {other}: {ratio:.2f} < {least}")
    assert weak == []
