import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

from vitrine_server import ROOT, VitrineServer  # noqa: E402


@pytest.fixture
def server(tmp_path):
    """A server with the shipped content and an empty data folder."""
    with VitrineServer(tmp_path / "data") as running:
        yield running


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content that a test may spoil."""
    import shutil

    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
