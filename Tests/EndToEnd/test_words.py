"""The texts of the interface: all there in all languages, all used, and the icons too."""

import json
import re

import pytest
from visitor import LANGUAGES
from vitrine_server import ROOT

WEB = ROOT / "kiosk-web"
PLURALS = {"one", "other", "zero", "two", "few", "many"}
SOURCES = {
    path.relative_to(WEB): path.read_text(encoding="utf-8")
    for path in sorted(WEB.rglob("*.js"))
    if "vendor" not in path.relative_to(WEB).parts
}
# Who has texts of their own, and in which languages: the visitors' pages, the counsellors', and the managers'.
SPOKEN = {".": LANGUAGES, "desk": ["fr", "en"], "manager": ["fr", "en"]}
# What managers' pages take from the counsellors', and must have words for.
LENT = {"manager": {"desk/components/Box.js", "desk/components/Login.js", "desk/components/TopButton.js"}}
TRANSLATIONS = [(folder, lang) for folder, languages in SPOKEN.items() for lang in languages[1:]]


def texts(lang: str, folder: str = ".") -> dict[str, str]:
    """Path of each text; plural forms are one text."""

    def walk(node: dict, path: str):
        if node and set(node) <= PLURALS:
            yield path, " | ".join(node.values())
            return
        for key, value in node.items():
            inner = f"{path}.{key}" if path else key
            if isinstance(value, dict):
                yield from walk(value, inner)
            else:
                yield inner, value

    return dict(walk(json.loads((WEB / folder / "locales" / f"{lang}.json").read_text(encoding="utf-8")), ""))


def asked_for(folder: str) -> tuple[set[str], list[re.Pattern]]:
    """Paths the sources name: in full, or with a part filled in as they run."""
    known_roots = {path.split(".")[0] for path in texts("fr", folder)}
    full, patterns = set(), []
    for file, source in SOURCES.items():
        owner = file.parts[0] if file.parts[0] in SPOKEN else "."
        if owner != folder and str(file) not in LENT.get(folder, set()):
            continue
        for path in re.findall(r'"([a-z][A-Za-z]*(?:\.[A-Za-z-]+)*)"', source):
            if path.split(".")[0] in known_roots:
                full.add(path)
        for path in re.findall(r"`([a-z][A-Za-z]*\.[^`\s]*\$\{[^`]*)`", source):
            if path.split(".")[0] in known_roots:
                patterns.append(re.compile(".+".join(re.escape(part) for part in re.split(r"\$\{[^}]*\}", path))))
    return full, patterns


@pytest.mark.parametrize(("folder", "lang"), TRANSLATIONS)
def test_a_language_has_every_text_of_the_first(folder, lang):
    assert set(texts(lang, folder)) == set(texts("fr", folder))


@pytest.mark.parametrize(("folder", "lang"), TRANSLATIONS)
def test_a_translation_fills_in_the_same_values(folder, lang):
    first, other = texts("fr", folder), texts(lang, folder)
    values = {path: sorted(set(re.findall(r"\{\w+\}", text))) for path, text in first.items()}
    assert {path: sorted(set(re.findall(r"\{\w+\}", text))) for path, text in other.items()} == values


@pytest.mark.parametrize("folder", SPOKEN)
def test_every_text_is_used_and_every_text_used_is_there(folder):
    full, patterns = asked_for(folder)
    there = set(texts("fr", folder))
    unused = [path for path in there if path not in full and not any(pattern.fullmatch(path) for pattern in patterns)]
    assert unused == []
    assert [path for path in full if "." in path and path not in there] == []


def test_every_value_the_server_may_send_has_its_words():
    yaml = pytest.importorskip("yaml")
    schemas = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8"))["components"]["schemas"]
    trail, suits = schemas["TrailSummary"]["properties"], schemas["Suits"]["properties"]
    place = schemas["Place"]["allOf"][1]["properties"]
    wanted = {
        "difficulty": trail["difficulty"]["enum"],
        "shape": trail["shape"]["enum"],
        "waymarking": trail["waymarking"]["enum"],
        "practice": trail["practices"]["items"]["enum"],
        "surface": trail["surface"]["items"]["enum"],
        "service": schemas["Step"]["properties"]["services"]["items"]["enum"],
        "shade": schemas["PlaceSummary"]["properties"]["shade"]["enum"],
        "visit": place["heritage"]["properties"]["visit"]["enum"],
        "protection": place["heritage"]["properties"]["protection"]["properties"]["level"]["enum"],
        "cellar": place["cellar"]["properties"]["type"]["enum"],
        "price": place["prices"]["properties"]["rates"]["items"]["properties"]["who"]["enum"],
        "checkedBy": place["last_check"]["properties"]["by"]["enum"],
        **{f"suits.{who}": answers["enum"] for who, answers in suits.items()},
    }
    there = texts("fr")
    assert [f"{group}.{value}" for group, values in wanted.items() for value in values if f"{group}.{value}" not in there] == []


def test_the_icons_gathered_are_those_used():
    (fetcher,) = (ROOT / "deploy").rglob("fetch-web-libraries.py")
    source = fetcher.read_text(encoding="utf-8")
    gathered = set(re.findall(r'"([a-z-]+)"', re.search(r"ICONS = \[(.*?)\]", source, re.S).group(1)))
    quoted = {name for source in SOURCES.values() for name in re.findall(r'"([a-z][a-z-]*)"', source)}
    themes = set(re.findall(r"icon: ([a-z-]+)", (ROOT / "content" / "themes.yaml").read_text(encoding="utf-8")))
    asked = set()
    for source in SOURCES.values():
        asked |= set(re.findall(r'<\$\{Icon\} name="([a-z-]+)"', source)) | set(re.findall(r'icon(?:=|: )"([a-z-]+)"', source))
    assert asked | themes <= gathered
    assert gathered <= quoted | themes
