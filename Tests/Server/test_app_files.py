"""What a screen keeps so that it starts without the server: the files of the web app, and the version that says when to take them again."""

import json
import shutil

import pytest
from live_events import LiveEvents
from test_api import read, schema
from vitrine_server import ROOT, VitrineServer


class WithWeb(VitrineServer):
    """The real server on a copy of the web app that a test may change."""

    def __init__(self, folder):
        super().__init__(folder / "data")
        self.web = shutil.copytree(ROOT / "kiosk-web", folder / "web")


@pytest.fixture
def changeable(tmp_path):
    with WithWeb(tmp_path) as running:
        yield running


def app(server) -> dict:
    return json.loads(read(server, "/app.json")[0])


def told_at_connection(server) -> dict:
    with LiveEvents(server) as screen:
        return screen.next("app")


def test_every_file_listed_is_served_with_that_hash_and_the_first_page_is_listed_once(server):
    listed = app(server)
    schema("App").validate(listed)
    paths = [file["path"] for file in listed["files"]]
    assert "/" in paths and "/app.js" in paths and "/locales/fr.json" in paths
    assert "/index.html" not in paths and "/app.json" not in paths
    assert paths == sorted(set(paths))
    for file in listed["files"]:
        _, headers = read(server, file["path"])
        assert headers["etag"].strip('"') == file["hash"]


def test_pages_for_phones_counsellors_and_managers_are_served_but_not_kept_by_screens(changeable):
    before = app(changeable)
    for folder in ("phone", "desk", "manager"):
        (changeable.web / folder).mkdir(exist_ok=True)
        (changeable.web / folder / "only-here.js").write_text("export {};\n")
    changeable.stop()
    changeable.start()
    assert read(changeable, "/phone/only-here.js")[0] == b"export {};\n"
    assert app(changeable) == before


def test_the_version_changes_with_any_file_and_a_screen_is_told_when_it_connects(changeable):
    before = app(changeable)["version"]
    assert told_at_connection(changeable) == {"version": before}
    style = changeable.web / "styles/main.css"
    style.write_text(style.read_text() + "\n")
    changeable.stop()
    changeable.start()
    after = app(changeable)["version"]
    assert after != before
    assert told_at_connection(changeable) == {"version": after}
