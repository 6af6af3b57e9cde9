"""The guide of the desk, its help and its manual page know every command and option there is, and none that there isn't."""

import json
import os
import re
import subprocess

import pytest
from vitrine_server import ROOT, binary, desk

GUIDE = (ROOT / "docs/guide/desk.md").read_text()
# What the parser has by itself.
OWN = {"--help", "-h", "--version", "-help"}


def described(lang: str = "fr") -> dict:
    return json.loads(desk("data", "--experimental-dump-help", lang=f"{lang}_XX.UTF-8").stdout)["command"]


def commands(command: dict, *above: str) -> dict[str, dict]:
    """Every command that can be typed, by its words: `notice end`. What runs by itself is its parent."""
    found = {}
    for child in command.get("subcommands", []):
        if not child["shouldDisplay"] or child["commandName"] == "help":
            continue
        words = above if child["commandName"] == command.get("defaultSubcommand") else (*above, child["commandName"])
        found[" ".join(words)] = child
        found |= commands(child, *words)
    return found


def options(command: dict) -> set[str]:
    names = [("--" if name["kind"] == "long" else "-") + name["name"]
             for argument in command.get("arguments", []) if argument["shouldDisplay"] for name in argument.get("names", [])]
    return set(names) - OWN


def code(text: str) -> list[str]:
    """What stands as typed in a guide: indented lines, fenced lines and words between backquotes."""
    fenced = re.findall(r"^```.*?\n(.*?)^```", text, re.M | re.S)
    return re.findall(r"^ {4}(.*)", text, re.M) + "\n".join(fenced).split("\n") + re.findall(r"`([^`\n]+)`", text)


COMMANDS = commands(described())
EVERYWHERE = options(described())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_names_every_command_and_its_options(name):
    typed = code(GUIDE)
    assert any(re.search(rf"\bdesk {name}\b", line) for line in typed), f"docs/guide/desk.md doesn't show « desk {name} »"
    for option in options(COMMANDS[name]):
        assert any(re.search(rf"(?<![\w-]){option}(?![\w-])", line) for line in typed), f"desk {name}: {option}"


def test_the_guide_names_nothing_that_is_not_there():
    known = EVERYWHERE | OWN | set().union(*map(options, COMMANDS.values()))
    first_words = {name.split()[0] for name in COMMANDS} | {"help"}
    for line in code(GUIDE):
        if "vitrine " in line:
            continue
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line):
            assert option in known, f"« {option} » in: {line}"
        for word in re.findall(r"\bdesk ([a-zé]+)", line):
            assert word in first_words, f"« desk {word} » in: {line}"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_help_of_each_command_explains_all_it_takes(lang):
    whole = desk("data", "help", lang=f"{lang}_XX.UTF-8")
    assert whole.returncode == 0
    for option in EVERYWHERE:
        assert option in whole.stdout
    for name, command in COMMANDS.items():
        assert re.search(rf"^ +{name.split()[0]} ", whole.stdout, re.M), f"desk help doesn't list « {name} »"
        page = desk("data", "help", *name.split(), lang=f"{lang}_XX.UTF-8")
        assert page.returncode == 0
        assert page.stdout.startswith(f"desk {name} : ")
        assert desk("data", *name.split(), "--help", lang=f"{lang}_XX.UTF-8").stdout == page.stdout
        for argument in command.get("arguments", []):
            assert argument.get("abstract") or argument["kind"] == "positional", f"desk {name}: {argument} is not explained"
        for option in options(command):
            assert option in page.stdout, f"desk help {name}: {option}"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_help_fits_a_terminal_of_80_columns(lang):
    for name in ["", *COMMANDS]:
        for line in desk("data", "help", *name.split(), lang=f"{lang}_XX.UTF-8").stdout.split("\n"):
            # Examples are left as they are typed, to be copied.
            assert len(line) <= 80 or line.startswith("  desk "), f"desk help {name}: {line}"


def test_every_text_of_the_commands_is_said_in_both_languages():
    french, english = described("fr"), described("en")
    for name, command in commands(french).items():
        other = commands(english)[name]
        assert command["abstract"] != other["abstract"], name
        said = {argument.get("abstract") for argument in command.get("arguments", [])}
        assert not any(text and text.startswith("Show ") for text in said), name


@pytest.mark.parametrize("arguments, lang, told", [
    (["notise"], "fr", "« notise » n'est pas une commande."),
    (["help", "notise"], "en", "“notise” isn't a command."),
    (["notices", "--jsn"], "fr", "L'option « --jsn » n'existe pas. Vouliez-vous dire « --json » ?"),
    (["notices", "--jsn"], "en", "Unknown option '--jsn'. Did you mean '--json'?"),
    (["notices", "--zzz"], "fr", "L'option « --zzz » n'existe pas."),
    (["notices", "--data"], "fr", "Il manque une valeur après « --data <folder> »."),
    (["notices", "--json=3"], "fr", "L'option « --json » ne prend pas de valeur, et « 3 » la suit."),
    (["notices", "de", "trop"], "fr", "2 mots sont de trop : « de », « trop »."),
    (["notices", "trop"], "fr", "« trop » est de trop."),
    (["notice", "Fermé"], "fr", "Il manque « --until <moment> »."),
    (["notice", "L'été", "--until", "demain", "--level", "l'alerte"], "fr", "« l'alerte » ne convient pas pour « --level <level> »."),
])
def test_a_misused_command_is_told_in_ones_language_with_where_its_help_is(arguments, lang, told):
    run = desk("data", *arguments, lang=f"{lang}_XX.UTF-8")
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith(told)
    assert re.search(r"^(Aide : |Help: )desk.* --help$", run.stderr, re.M)


@pytest.fixture(scope="module")
def manual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("man")
    subprocess.run([ROOT / "deploy/desk/manual.py", binary().with_name("desk"), folder], check=True,
                   env=os.environ | {"SOURCE_DATE_EPOCH": "1784000000"})
    return folder


@pytest.mark.parametrize("page", ["fr/man1/desk.1", "man1/desk.1"])
def test_the_manual_page_renders_without_a_warning_and_tells_everything(manual, page):
    lint = subprocess.run(["mandoc", "-Tlint", "-Wwarning", manual / page], capture_output=True, text=True)
    assert lint.stdout + lint.stderr == ""
    groff = subprocess.run(["groff", "-ww", "-Kutf8", "-man", "-Tutf8", manual / page], capture_output=True, text=True)
    assert groff.stderr == ""
    shown = subprocess.run(
        ["man", "-l", manual / page], capture_output=True, text=True, check=True,
        env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat", "PAGER": "cat"})
    assert shown.stderr == ""
    text = re.sub(r".\x08|\x1b\[[0-9;]*m", "", shown.stdout)
    for name, command in COMMANDS.items():
        assert re.search(rf"^ +desk {name}$", text, re.M), f"desk {name}"
        for option in options(command):
            assert option in text, f"desk {name}: {option}"
    for code_number in "0123":
        assert re.search(rf"^ +{code_number} +\S", text, re.M)


def test_the_manual_page_is_the_same_whenever_it_is_made(manual, tmp_path):
    subprocess.run([ROOT / "deploy/desk/manual.py", binary().with_name("desk"), tmp_path], check=True,
                   env=os.environ | {"SOURCE_DATE_EPOCH": "1784000000"})
    for page in ("fr/man1/desk.1", "man1/desk.1"):
        assert (tmp_path / page).read_text() == (manual / page).read_text()
