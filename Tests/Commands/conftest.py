import contextlib

import pytest
from counter_prompt import CounterPrompt
from remote_desk import Line, RemoteDesk, add_user
from shop import open_shop
from summer import record_summer
from vitrine_server import VitrineServer


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    """A data folder of a shop with products in it: to copy, never to write to."""
    return open_shop(tmp_path_factory.mktemp("shop") / "data")


@pytest.fixture(scope="session")
def summer(tmp_path_factory):
    """A data folder with two Julys in it: to read, never to write to."""
    return record_summer(tmp_path_factory.mktemp("summer"))


@pytest.fixture
def prompts(tmp_path):
    """Opens commands on terminals of their own, and closes them after the test."""
    with contextlib.ExitStack() as opened:
        yield lambda data, *words, **settings: opened.enter_context(CounterPrompt(data, *words, state=tmp_path / "state", **settings))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A server where Anne has an account; tests of a module share it, each with a desk of another name."""
    with VitrineServer(tmp_path_factory.mktemp("office") / "data") as running:
        add_user(running.data)
        yield running


@pytest.fixture
def line(office):
    """What lies between a desk and that server, and can be cut."""
    between = Line(office.port)
    yield between
    between.close()


@pytest.fixture
def connected(tmp_path, line):
    """A desk where Anne has logged in through that line."""
    desk = RemoteDesk(tmp_path / "home", tmp_path.name)
    done = desk.login(line.url)
    assert done.returncode == 0, done.stderr
    return desk
