"""A server that can't record what a till elsewhere asks: it says so itself, nothing is sold, and what is asked again is sold once."""

from disk import fill
from remote_desk import RemoteDesk
from shop import tickets
from staff import PASSWORD, Staff
from vitrine_server import VitrineServer


def test_a_full_disk_is_told_in_the_server_s_own_words_and_the_same_command_sells_once(small_disk, tmp_path):
    with VitrineServer(small_disk / "data") as server:
        Staff(server, "marie", role="manager")
        desk = RemoteDesk(tmp_path / "home", "accueil")
        assert desk.login(server.url, user="marie", password=PASSWORD).returncode == 0
        assert desk("product", "add", "guide", "--label", "Guide", "--price", "5").returncode == 0
        ballast = fill(small_disk)
        for lang, told, next_step in [("fr_FR.UTF-8", "disque", "Rien n'est vendu"), ("en_GB.UTF-8", "disk", "Nothing is sold")]:
            run = desk("sell", "guide", "--card", LANG=lang)
            assert (run.returncode, run.stdout) == (3, ""), run.stderr
            assert told in run.stderr and next_step in run.stderr
            assert "ne répond pas" not in run.stderr and "doesn't answer" not in run.stderr
        assert tickets(server.data) == []
        ballast.unlink()
        assert desk("sell", "guide", "--card").returncode == 0
        assert len(tickets(server.data)) == 1
