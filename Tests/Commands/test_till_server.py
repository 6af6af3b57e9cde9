"""Every command of the till on another machine than the server's: what is told, who may, what is done once."""

import re
from itertools import count, cycle

import pytest
from remote_desk import Line, RemoteDesk
from shop import entries, tickets
from staff import PASSWORD, Staff
from vitrine_server import VitrineServer
from vitrine_server import desk as local_desk


def logged_in(home, url: str, user: str) -> RemoteDesk:
    desk = RemoteDesk(home, user)
    logged = desk.login(url, user=user, password=PASSWORD)
    assert logged.returncode == 0, logged.stderr
    return desk


# The same commands, the same output


HISTORY = [
    ("depositor", "add", "potier", "--name", "Poterie du Pont", "--mandate", "depositor", "--commission", "20%", "--no-taxed"),
    ("depositor", "edit", "potier", "--commission", "25%"),
    ("depositor", "edit", "luthier", "--commission", "25%"),
    ("depositor", "list"),
    ("product", "list"),
    ("product", "add", "guide", "--label", "Guide", "--price", "5.00"),
    ("product", "add", "guide", "--label", "Guide", "--price", "6.00"),
    ("product", "add", "miel", "--label", "Miel", "--price", "8,50", "--vat", "reduced", "--stock", "--barcode", "3760123450018"),
    ("product", "add", "bol", "--label", "Bol", "--price", "30", "--depositor", "potier"),
    ("product", "add", "vase", "--label", "Vase", "--price", "0"),
    ("product", "edit", "guide", "--price", "5.50"),
    ("product", "list"),
    ("product", "archive", "personne"),
    ("till", "status"),
    ("till", "open", "--float", "50"),
    ("stock", "in", "miel", "3"),
    ("stock", "loss", "miel", "1", "--because", "fêlé"),
    ("stock", "in", "guide", "3"),
    ("stock", "list"),
    ("sell", "guide", "2", "--cash", "20"),
    ("sell", "miel", "3", "guide", "-10%", "--because", "corné", "--gift", "5", "--card"),
    ("sell", "bol", "--card", "--dry-run"),
    ("sell", "bol", "2", "--card", "--training"),
    ("sell", "bol", "2", "--park", "chapeau"),
    ("sell", "--resume", "chapeau", "--cheque"),
    ("sell", "chocolat", "--card"),
    ("sell", "guide", "--cash", "1"),
    ("sell", "guide"),
    ("ticket",),
    ("ticket", "2", "--width", "80"),
    ("ticket", "99"),
    ("ticket", "1", "--reprint"),
    ("refund", "2", "1x1", "--cash", "--because", "fêlé"),
    ("refund", "1", "--because", "erreur"),
    ("refund", "1", "--because", "encore"),
    ("refund", "4", "--because", "du remboursement"),
    ("till", "move", "-20", "--because", "remise en banque"),
    ("till", "count", "--pieces", "20x1 0,50x3"),
    ("till", "status"),
    ("depositor", "statement", "potier"),
    ("depositor", "statement", "luthier"),
    ("till", "export", "--out", "-"),
    ("till", "close"),
    ("till", "close", "--yes"),
    ("till", "close", "--yes"),
    ("sell", "guide", "--card"),
    ("till", "export", "--out", "-"),
    ("till", "close", "--month", "2020-07", "--yes"),
    ("till", "close", "--year", "2999", "--yes"),
    ("till", "import", "--day", "hier", "--tickets", "1", "--line", "guide 1 5.00 20%", "--payment", "carte 5.00"),
    ("till", "status"),
]


def told(run) -> str:
    """What a command says and how it ends, without seals and the time of day, which differ from one till to another."""
    text = f"{run.returncode}\n{run.stdout}\n{run.stderr}"
    text = re.sub(r"[0-9a-f]{16,64}|([0-9a-f]{4} ){3}[0-9a-f]{4}", "SEAL", text)
    text = re.sub(r"\d{1,2}[:h]\d{2}(:\d{2})?", "TIME", text.replace("\u00a0", " "))
    return re.sub(r"\b[0-9a-f]{8}\b", "SHORT", text)


def test_commands_say_the_same_here_and_there(tmp_path):
    """A day of the shop typed twice, in French and in English by turns: beside the register, and through a server that has another."""
    with VitrineServer(tmp_path / "here") as here, VitrineServer(tmp_path / "there") as there:
        Staff(there, "marie", role="manager")
        remote = logged_in(tmp_path / "home", there.url, "marie")
        for words, lang in zip(HISTORY, cycle(["fr_FR.UTF-8", "en_GB.UTF-8", "fr_FR.UTF-8"]), strict=False):
            beside = local_desk(here.data, *words, "--counsellor", "marie", lang=lang)
            assert told(remote(*words, LANG=lang)) == told(beside), words

        def sealed(server):
            return [(entry["kind"], entry.get("total"), entry.get("number")) for entry in entries(server.data)]

        assert sealed(there) == sealed(here)
        assert len(tickets(there.data)) == 6


# One server, and a till of its own for each test


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that sells a guide and honey, to which Marie, who manages, and Anne, who sells, have logged in."""
    folder = tmp_path_factory.mktemp("server")
    with VitrineServer(folder / "data") as server:
        Staff(server, "marie", role="manager")
        Staff(server, "anne")
        server.line = Line(server.port)
        server.desks = {name: logged_in(folder / name, server.line.url, name) for name in ("marie", "anne")}
        marie = server.desks["marie"]
        assert marie("product", "add", "guide", "--label", "Guide", "--price", "5").returncode == 0
        assert marie("product", "add", "miel", "--label", "Miel", "--price", "8.50", "--stock").returncode == 0
        yield server
        server.line.close()


tills = count(1)


class Desk:
    """Somebody's command at a till of the server."""

    def __init__(self, server, name: str, till: str):
        self.server, self.remote, self.till = server, server.desks[name], till

    def __call__(self, *words, **environment):
        return self.remote(*words, VITRINE_TILL=self.till, **environment)

    def sealed(self, *kinds: str) -> list[str]:
        """The kinds of what that till sealed, in order; of some kinds only."""
        rows = self.server.query("SELECT kind FROM till_entry WHERE till = ? ORDER BY number", self.till)
        return [kind for (kind,) in rows if not kinds or kind in kinds]


@pytest.fixture
def line(server):
    yield server.line
    server.line.set("open")


@pytest.fixture
def anne(server):
    return Desk(server, "anne", f"caisse-{next(tills)}")


@pytest.fixture
def marie(server):
    return Desk(server, "marie", f"caisse-{next(tills)}")


@pytest.mark.parametrize("words", [
    ("verify",), ("rotate", "--because", "départ"), ("backup-key", "cles"), ("archive", "--year", "2026", "--out", "."),
    ("restore", "--because", "panne"),
])
def test_what_needs_the_keys_is_done_on_the_server_s_machine_and_says_so(marie, words):
    run = marie("till", *words)
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert "machine du serveur" in run.stderr
    assert "server's machine" in marie("till", *words, LANG="en_GB.UTF-8").stderr
    assert marie.sealed() == []
    assert not (marie.remote.home / "cles").exists()


# Who may


@pytest.mark.parametrize("words", [
    ("product", "add", "vase", "--label", "Vase", "--price", "9"), ("product", "edit", "guide", "--price", "9"),
    ("product", "archive", "guide"), ("stock", "take", "miel", "3"), ("till", "close", "--month", "2020-07", "--yes"),
    ("depositor", "add", "potier", "--name", "Potier", "--mandate", "office", "--commission", "5%", "--taxed"),
])
def test_what_a_manager_does_is_refused_to_who_sells_in_the_server_s_words(anne, words):
    run = anne(*words)
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert "Demandez à qui s'occupe du serveur" in run.stderr
    assert anne.sealed() == []


def test_who_sells_runs_the_day(anne):
    for words in [("till", "open", "--float", "50"), ("stock", "in", "miel", "2"), ("sell", "miel", "--cash"), ("till", "count", "58.50"),
                  ("refund", "1", "--because", "erreur"), ("till", "close", "--yes")]:
        run = anne(*words)
        assert run.returncode == 0, run.stderr
    assert anne.sealed("opening", "stock", "sale", "count", "refund", "closure") == [
        "opening", "stock", "sale", "count", "refund", "closure"]


def test_a_token_that_is_no_longer_good_asks_for_a_new_login(anne):
    kept = anne.remote.config.read_text()
    anne.remote.config.write_text(re.sub(r'"token" ?: ?"[^"]+"', '"token":"' + "A" * 43 + '"', kept))
    try:
        for words in [("sell", "guide", "--card"), ("till", "status"), ("product", "list"), ("ticket",)]:
            run = anne(*words)
            assert (run.returncode, run.stdout) == (1, ""), run.stderr
            assert "desk login" in run.stderr
    finally:
        anne.remote.config.write_text(kept)
    assert anne.sealed() == []


def test_without_a_login_the_till_asks_for_one(server, tmp_path):
    run = RemoteDesk(tmp_path / "nobody", "x")("sell", "guide", "--card", "--server", server.url)
    assert (run.returncode, run.stdout) == (1, "") and "desk login" in run.stderr


# A server that is silent, or says that it can't


@pytest.mark.parametrize("state, words", [
    ("silent", ("till", "status")), ("silent", ("stock", "in", "miel", "2")), ("silent", ("till", "close", "--yes")),
    ("cut", ("product", "list")), ("cut", ("refund", "1", "--because", "x")), (502, ("till", "count", "5")), (503, ("ticket",)),
])
def test_a_server_that_doesn_t_answer_is_told_and_nothing_is_done(anne, line, state, words):
    line.set(state)
    run = anne(*words)
    assert (run.returncode, run.stdout) == (3, ""), run.stderr
    assert "ne répond pas" in run.stderr
    assert anne.sealed() == []


def test_a_key_that_is_gone_on_the_server_is_told_in_its_own_words(server, anne):
    key = server.data / "till/key-1"
    key.rename(key.with_name("kept"))
    try:
        run = anne("sell", "guide", "--card")
        assert (run.returncode, run.stdout) == (1, "")
        assert "La clé de la caisse manque" in run.stderr and "ne répond pas" not in run.stderr
        assert "key is missing" in anne("sell", "guide", "--card", LANG="en_GB.UTF-8").stderr
    finally:
        key.with_name("kept").rename(key)
    assert anne.sealed() == []


# An answer that was lost


@pytest.mark.parametrize("first, lost, kind", [
    (None, ("sell", "guide", "2", "--cash", "20"), "sale"),
    (("sell", "guide", "2", "--cash"), ("refund", "1", "1x1", "--because", "corné"), "refund"),
    (None, ("till", "open", "--float", "50"), "opening"),
    (None, ("till", "move", "-20", "--because", "banque"), "movement"),
    (None, ("till", "count", "50"), "count"),
    (("sell", "guide", "--card"), ("till", "close", "--yes"), "closure"),
    (None, ("stock", "in", "miel", "5"), "stock"),
    (("sell", "guide", "--card"), ("ticket", "1", "--reprint"), "reprint"),
])
def test_what_had_no_answer_is_done_exactly_once(anne, line, first, lost, kind):
    if first:
        assert anne(*first).returncode == 0
    line.set("one-way")
    away = anne(*lost)
    assert (away.returncode, away.stdout) == (3, ""), away.stderr
    assert "une fois" in away.stderr
    line.set("open")
    again = anne(*lost)
    assert again.returncode == 0, again.stderr
    assert "Reprise de ce qui était resté sans réponse" in again.stderr
    assert anne.sealed(kind) == [kind]


def test_a_sale_that_the_server_never_heard_is_made_once_by_the_same_command(anne, line):
    line.set("silent")
    assert anne("sell", "guide", "--card").returncode == 3
    assert anne.sealed() == []
    line.set("open")
    assert anne("sell", "guide", "--card").returncode == 0
    assert anne.sealed("sale") == ["sale"]
    assert anne("sell", "guide", "--card").returncode == 0
    assert anne.sealed("sale") == ["sale", "sale"], "what was answered is over"


def test_stock_below_zero_is_told_from_afar(anne, marie):
    assert marie("product", "add", "pot", "--label", "Pot", "--price", "2", "--stock").returncode == 0
    assert anne("stock", "in", "pot", "1").returncode == 0
    assert anne("sell", "pot", "guide", "--card").stderr == ""
    assert "Stock de pot : -1." in anne("sell", "pot", "guide", "--card").stderr
