"""The counter on a real pseudo-terminal, looked at as a person sees it: a screen of cells, rendered."""

import os
import re
import signal
import time
from pathlib import Path

import pexpect
import pyte
from vitrine_server import binary


class CounterPrompt:
    """`desk` by itself, typed at. `see` waits for a text to stand on the screen."""

    def __init__(self, data: Path, *options: str, state: Path, columns: int = 80, rows: int = 24, **environment: str):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "VITRINE_", "NO_COLOR"))}
        settings = {"LANG": "fr_FR.UTF-8", "TERM": "xterm-256color", "VITRINE_DATA": str(data), "XDG_STATE_HOME": str(state)}
        self.screen = pyte.HistoryScreen(columns, rows, history=2000)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.process = pexpect.spawn(
            str(binary().with_name("desk")), list(options), env=kept | settings | environment, dimensions=(rows, columns),
            # Whatever started the tests may ignore Ctrl-C, and what it starts would too; a terminal doesn't.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.process.delaybeforesend = None

    def type(self, keys: str) -> None:
        self.process.send(keys)

    def enter(self, line: str) -> None:
        self.process.send(line + "\r")

    def read(self, seconds: float = 0.05) -> bool:
        """Takes in what was written; false when nothing was."""
        try:
            data = self.process.read_nonblocking(65536, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += data
        self.stream.feed(data)
        return True

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.rows).replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def line(self) -> str:
        """The row the cursor is on."""
        return self.rows[self.screen.cursor.y]

    @property
    def scrolled(self) -> list[str]:
        """What has left the screen at its top."""
        return ["".join(row[column].data for column in range(self.screen.columns)).rstrip() for row in self.screen.history.top]

    def see(self, pattern: str, seconds: float = 15) -> re.Match:
        return self.wait(lambda: re.search(pattern, self.text, re.MULTILINE), f"no {pattern!r}", seconds)

    def wait(self, seen, what: str, seconds: float = 15):
        """Until `seen` says so, and nothing more is written just then."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.read() and (found := seen()):
                return found
        raise AssertionError(f"{what} on the screen:\n{self.text}\nafter\n" + "\n".join(self.scrolled[-10:]))

    def see_prompt(self, line: str = "", prompt: str = "comptoir> ") -> None:
        """The prompt with that line in it, and the cursor behind."""
        self.wait(lambda: self.line == (prompt + line).rstrip(), f"no prompt with {line!r}")

    def ended(self, seconds: float = 15) -> int:
        """The exit code; minus the signal that ended it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.isalive():
            self.read()
        while self.read():
            pass
        assert not self.process.isalive(), self.text
        return -self.process.signalstatus if self.process.signalstatus else self.process.exitstatus

    def __enter__(self) -> "CounterPrompt":
        return self

    def __exit__(self, *_) -> None:
        self.process.close(force=True)
