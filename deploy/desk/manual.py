#!/usr/bin/env python3
"""Writes the manual page desk(1) in French and English: manual.py DESK FOLDER -> FOLDER/fr/man1/desk.1, FOLDER/man1/desk.1.

The words are the commands' own, as `desk --experimental-dump-help` gives them. The parser's generate-manual plugin isn't used: its headings
and what it adds are English only, it has no place for exit codes and the environment, and it needs a debug build of the parser's tools.
"""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

WORDS = {
    "fr": {
        "name": "NOM", "synopsis": "SYNOPSIS", "commands": "COMMANDES", "options": "OPTIONS COMMUNES", "status": "CODES DE SORTIE",
        "environment": "ENVIRONNEMENT", "see": "VOIR AUSSI", "command": "commande", "without": "Sans\u00a0: ", "choice": "Au choix\u00a0: ",
        "end": ".", "section": "Le comptoir", "source": "docs/guide/desk.md",
        "codes": ["fait", "refusé\u00a0: le message dit quoi corriger, rien n’est enregistré", "mauvais usage de la commande",
                  "panne du système (disque, base, réseau)"],
        "variables": {
            "VITRINE_DATA": "le dossier des données, à la place de --data", "VITRINE_SERVER": "l’adresse du serveur, à la place de --server",
            "VITRINE_DESK": "le nom du comptoir, à la place de --desk",
            "VITRINE_COUNSELLOR": "qui saisit, à la place de --counsellor", "VITRINE_TILL": "la caisse, à la place de --till",
            "VITRINE_PRINTER": "l’imprimante des reçus : un appareil, ou une commande qui lit son entrée",
            "LC_ALL, LC_MESSAGES, LANG": "la langue des messages\u00a0: le français, sauf si le premier renseigné commence par en",
        },
    },
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "commands": "COMMANDS", "options": "COMMON OPTIONS", "status": "EXIT STATUS",
        "environment": "ENVIRONMENT", "see": "SEE ALSO", "command": "command", "without": "Without: ", "choice": "One of: ",
        "end": ".", "section": "The desk", "source": "docs/guide/desk.md",
        "codes": ["done", "refused: the message says what to mend, nothing is recorded", "the command was misused",
                  "the system failed (disk, database, network)"],
        "variables": {
            "VITRINE_DATA": "the data folder, instead of --data", "VITRINE_SERVER": "the server’s address, instead of --server",
            "VITRINE_DESK": "the desk’s name, instead of --desk", "VITRINE_COUNSELLOR": "who records, instead of --counsellor",
            "VITRINE_TILL": "the till, instead of --till",
            "VITRINE_PRINTER": "the printer of receipts: a device, or a command that reads its input",
            "LC_ALL, LC_MESSAGES, LANG": "the language of messages: French, unless the first that is set begins with en",
        },
    },
}


def escaped(text: str) -> str:
    """As roff shows it: a dash that can be copied, no line taken for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def examples(lines: list[str]) -> list[str]:
    return [".RS 4", ".nf", *(escaped(line.strip()) for line in lines), ".fi", ".RE"]


def prose(text: str) -> list[str]:
    """Paragraphs; indented lines stand as they are typed."""
    out: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        out.append(".PP")
        block: list[str] = []
        for line in [*paragraph.split("\n"), ""]:
            if line.startswith("  "):
                block.append(line)
                continue
            if block:
                out += examples(block)
                block = []
            if line:
                out.append(escaped(line))
    return out


def names(argument: dict) -> list[str]:
    return [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]


def label(argument: dict) -> str:
    value = "\\fI" + escaped(argument.get("valueName", "")) + "\\fR"
    if argument["kind"] == "positional":
        return value + ("\\&..." if argument["isRepeating"] else "")
    options = ", ".join("\\fB" + escaped(name) + "\\fR" for name in names(argument))
    return options if argument["kind"] == "flag" else f"{options} {value}"


def explained(argument: dict, words: dict) -> list[str]:
    text = argument.get("abstract", "")
    if argument.get("allValues"):
        text += " " + words["choice"] + ", ".join(argument["allValues"]) + words["end"]
    if argument.get("defaultValue") and argument["kind"] != "flag":
        text += " " + words["without"] + argument["defaultValue"] + words["end"]
    return [".TP", label(argument), escaped(text) or "\\&"]


def own(command: dict, common: set[str]) -> list[dict]:
    return [argument for argument in command.get("arguments", [])
            if argument["shouldDisplay"] and not common & set(names(argument)) and not {"--help", "--version"} & set(names(argument))]


def shown(command: dict) -> list[dict]:
    """The commands below; `help` is the parser's, and known."""
    return [child for child in command.get("subcommands", []) if child["shouldDisplay"] and child["commandName"] != "help"]


def section(path: list[str], command: dict, common: set[str], words: dict) -> list[str]:
    """A command and those below it; the one that runs by itself is told as its parent."""
    children = {child["commandName"]: child for child in shown(command)}
    default = children.pop(command.get("defaultSubcommand"), None)
    arguments = own(default or command, common)
    needed = [label(argument) if argument["kind"] == "positional" else label(argument).rpartition(", ")[2]
              for argument in arguments if argument["kind"] == "positional" or not argument["isOptional"]]
    if children and not default:
        # By itself it does nothing.
        needed = ["|".join(escaped(name) for name in children), "…"]
    name = escaped(" ".join(path))
    out = [f".SS {name}", " ".join([f"\\fB{name}\\fR", *needed, "[options]"]), *prose(command.get("abstract", ""))]
    for text in [command.get("discussion"), (default or {}).get("discussion")]:
        out += prose(text) if text else []
    if default or not children:
        for argument in arguments:
            out += explained(argument, words)
    for name, child in children.items():
        out += section([*path, name], child, common, words)
    return out


def page(command: dict, version: str, language: str) -> str:
    words = WORDS[language]
    day = time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))))
    shared = [argument for argument in command["arguments"] if not {"--help", "--version"} & set(names(argument))]
    common = {name for argument in shared for name in names(argument)}
    # The help begins with examples and ends with the exit codes, which are told at length below.
    about = [text for text in command.get("discussion", "").split("\n\n") if not re.match("Codes de sortie|Exit codes", text)]
    out = [
        f'.TH DESK 1 "{day}" "Vitrine {version}" "{words["section"]}"',
        f'.SH {words["name"]}', f'desk \\- {escaped(command["abstract"].rstrip("."))}',
        f'.SH {words["synopsis"]}', f'\\fBdesk\\fR [\\fI{words["command"]}\\fR] [options]',
        *prose("\n\n".join(about)),
        f'.SH {words["commands"]}',
    ]
    for child in shown(command):
        out += section(["desk", child["commandName"]], child, common, words)
    out.append(f'.SH "{words["options"]}"')
    for argument in shared:
        out += explained(argument, words)
    out.append(f'.SH "{words["status"]}"')
    for code, meaning in enumerate(words["codes"]):
        out += [".TP", str(code), escaped(meaning)]
    out.append(f'.SH {words["environment"]}')
    for variable, meaning in words["variables"].items():
        out += [".TP", variable, escaped(meaning)]
    out += [f'.SH "{words["see"]}"', escaped(words["source"])]
    return "\n".join(out) + "\n"


def main() -> None:
    desk, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])

    def said(*arguments: str, language: str) -> str:
        return subprocess.run([desk, *arguments], check=True, capture_output=True, text=True,
                              env={"LANG": f"{language}_XX.UTF-8"}).stdout

    for language, place in {"fr": folder / "fr/man1", "en": folder / "man1"}.items():
        command = json.loads(said("--experimental-dump-help", language=language))["command"]
        place.mkdir(parents=True, exist_ok=True)
        (place / "desk.1").write_text(page(command, said("--version", language=language).strip(), language))


if __name__ == "__main__":
    main()
