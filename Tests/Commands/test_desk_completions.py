"""What bash, zsh and fish complete of the desk's command, each asked as its Tab key does."""

import os
import pty
import re
import select
import subprocess
import time

import pytest
from vitrine_server import ROOT, binary, desk


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("completions")
    subprocess.run([ROOT / "deploy/desk/papers.sh", binary().with_name("desk"), folder], check=True)
    return folder / "completions"


@pytest.fixture
def environment(tmp_path):
    """A shell of somebody who has no settings, and finds the desk's command by its name."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_"))}
    return kept | {"PATH": f"{binary().parent}:{os.environ['PATH']}", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TERM": "dumb",
                   "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "ZDOTDIR": str(tmp_path)}


def bash(scripts, environment, line: str) -> list[str]:
    """Calls the function that is registered for `desk` with a line as readline would split it."""
    script = f"""
        source {scripts}/bash/desk
        COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; COMP_TYPE=9
        read -ra COMP_WORDS <<< "$COMP_LINE"; [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        $(complete -p desk | sed 's/.*-F \\([^ ]*\\).*/\\1/') desk "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    run = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, env=environment, timeout=30)
    assert run.stderr == ""
    return [word.strip() for word in run.stdout.split("\n") if word.strip()]


def typed(shell: list[str], setting_up: str, environment, line: str) -> list[str]:
    """Types the line and Tab into a real shell on a terminal of its own, and has it say what the line has become."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(shell[0], shell, environment)
    try:
        def type_in(text: str, awaited: str) -> str:
            os.write(terminal, text.encode())
            seen, deadline = "", time.monotonic() + 30
            while not (found := re.search(awaited, seen)):
                assert time.monotonic() < deadline, f"{shell[0]} said only: {seen!r}"
                if select.select([terminal], [], [], 0.2)[0]:
                    seen += re.sub(r"\x1b(\[[0-9;?>=]*[A-Za-z]|[=>]|\(B)", "", os.read(terminal, 65536).decode(errors="replace"))
            return found[0]
        type_in(f"{setting_up}; echo RE''ADY\n", r"READY\r\n")
        # Ctrl-A: before what Tab made of it. Those who complete with several words left have the line as it was.
        return type_in(f"{line}\t\x01echo TYPED \n", r"\nTYPED [^\r]*").split()[-1:]
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def fish(scripts, environment, line: str) -> list[str]:
    return typed(["fish", "--no-config", "-i"], f"source {scripts}/fish/desk.fish", environment, line)


def zsh(scripts, environment, line: str) -> list[str]:
    return typed(["zsh", "-f", "-i"], f"fpath=({scripts}/zsh $fpath); autoload -U compinit; compinit -D -u", environment, line)


@pytest.mark.parametrize("shell", [bash, fish, zsh])
@pytest.mark.parametrize("line, word", [
    ("desk notice e", "end"),
    ("desk notices --js", "--json"),
    ("desk notices --lang f", "fr"),
    ("desk stats turnover-p", "turnover-per-visitor"),
    ("desk stats visitors vs=opening", "vs=opening-hours"),
])
def test_tab_completes_commands_options_and_their_values(scripts, environment, shell, line, word):
    assert word in shell(scripts, environment, line)


@pytest.mark.parametrize("shell", [bash, fish, zsh])
@pytest.mark.parametrize("line, word", [
    ("desk admission chap", "chapelle-castrale"),
    ("desk admission vino", "vinopanorama"),
    ("desk visit 34 2+2 rand", "rando"),
    ("desk sell mie", "miel-500"),
    ("desk product edit mie", "miel-500"),
])
def test_tab_completes_the_words_of_the_office(scripts, environment, data, shell, line, word):
    assert desk(data, "product", "add", "miel-500", "--label", "Miel", "--price", "8.50").returncode == 0
    assert word in shell(scripts, environment | {"VITRINE_DATA": str(data)}, line)


@pytest.mark.parametrize("shell", [bash, fish, zsh])
def test_tab_completes_nothing_and_says_nothing_where_there_is_no_register(scripts, environment, tmp_path, shell):
    assert "chapelle-castrale" not in shell(scripts, environment | {"VITRINE_DATA": str(tmp_path / "none")}, "desk admission chap")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_reads(scripts, shell):
    file = {"bash": "bash/desk", "zsh": "zsh/_desk", "fish": "fish/desk.fish"}[shell]
    run = subprocess.run([shell, "-n", scripts / file], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Show " not in (scripts / file).read_text()
