"""Who may open the data folder, and what happens to a database that is not ours to change."""

import hashlib
import sqlite3
import subprocess

from vitrine_server import VitrineServer, interaction


def ended(server: VitrineServer) -> tuple[int, str]:
    run = subprocess.run(server.command(), capture_output=True, text=True, timeout=30)
    return run.returncode, run.stdout + run.stderr


def test_a_second_server_on_the_same_data_folder_is_refused_and_told_why(server):
    code, said = ended(VitrineServer(server.data))
    assert code == 1
    assert str(server.process.pid) in said
    assert str(server.data) in said
    assert server.post([interaction()])[0] == 204


def test_a_taken_port_is_refused_and_told_why(server, tmp_path):
    code, said = ended(VitrineServer(tmp_path / "other", port=server.port))
    assert code == 1
    assert str(server.port) in said


def test_a_database_from_a_newer_version_is_refused_and_left_untouched(tmp_path):
    server = VitrineServer(tmp_path / "data")
    with server:
        server.post([interaction()])
    connection = sqlite3.connect(server.database)
    connection.execute("insert into grdb_migrations values ('9999-from-the-future')")
    connection.commit()
    connection.close()
    before = hashlib.sha256(server.database.read_bytes()).hexdigest()

    code, said = ended(server)
    assert code == 1
    assert str(server.database) in said
    assert "newer version" in said
    assert hashlib.sha256(server.database.read_bytes()).hexdigest() == before
