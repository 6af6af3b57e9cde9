import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

from vitrine_server import ROOT, VitrineServer  # noqa: E402


class Failures:
    """Tells what failed when it does: a run that is ended from outside never comes to its summary."""

    def __init__(self, terminal):
        self.terminal = terminal

    def pytest_runtest_logreport(self, report):
        if report.failed:
            last = report.longreprtext.strip().splitlines()[-1:]
            self.terminal.write_line(f"\n{report.nodeid}, {report.when}, {report.duration:.0f} s: {' '.join(last)}")


def pytest_sessionstart(session):
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and not hasattr(session.config, "workerinput"):
        session.config.pluginmanager.register(Failures(terminal))


@pytest.fixture
def server(tmp_path):
    """A server with the shipped content and an empty data folder."""
    with VitrineServer(tmp_path / "data") as running:
        yield running


@pytest.fixture(scope="session")
def used(tmp_path_factory):
    """A data folder that a server has used, and left: to copy, never to write to."""
    folder = tmp_path_factory.mktemp("used") / "data"
    with VitrineServer(folder):
        pass
    return folder


@pytest.fixture
def data(used, tmp_path):
    """A data folder of its own: what one test records isn't there for the next. Nobody at a desk needs the compiled catalogue."""
    return shutil.copytree(used, tmp_path / "data", ignore=shutil.ignore_patterns("catalogue*"))


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content that a test may spoil."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
