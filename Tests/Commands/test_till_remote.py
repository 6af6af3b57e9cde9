"""The till of a server, from another machine: nothing waits there, and the same command typed again sells once."""

import json

import pytest
from remote_desk import Line, RemoteDesk
from staff import Staff
from vitrine_server import VitrineServer

GUIDE = {"code": "guide", "labels": {"fr": "Guide"}, "price": 500, "category": "reduced", "stocked": False, "archived": False}


@pytest.fixture
def shop(tmp_path):
    """A server that sells a guide."""
    with VitrineServer(tmp_path / "data") as server:
        manager = Staff(server, "marie", role="manager")
        asked = {"id": "019f8a2c-1b3d-7000-8000-000000000001", "order": {"product": GUIDE}, "training": False}
        assert manager.ask("POST", "/api/v1/till/caisse/orders", asked)[0] == 201
        Staff(server, "anne")
        yield server


@pytest.fixture
def line(shop):
    line = Line(shop.port)
    yield line
    line.close()


@pytest.fixture
def desk(tmp_path, line):
    """Logged in through the line."""
    desk = RemoteDesk(tmp_path / "home", "accueil")
    logged = desk.login(line.url, password="un mot de passe assez long")
    assert logged.returncode == 0, logged.stderr
    return desk


def tickets(server) -> list[tuple]:
    return server.query("SELECT content ->> '$.total', counsellor FROM till_entry WHERE kind = 'sale' ORDER BY number")


def test_a_sale_is_sealed_by_the_server_for_whoever_logged_in(shop, desk):
    done = desk("sell", "guide", "2", "--cash", "20")
    assert done.returncode == 0, done.stderr
    assert tickets(shop) == [(1000, "anne")]
    assert "10,00" in done.stdout
    shown = desk("ticket")
    assert shown.returncode == 0 and "Guide" in shown.stdout


def test_a_server_that_is_away_sells_nothing_and_says_so(shop, line, desk):
    desk("ticket")
    line.set("cut")
    done = desk("sell", "guide", "--card")
    assert (done.returncode, done.stdout) == (3, "")
    assert "ne répond pas" in done.stderr
    assert tickets(shop) == []
    line.set("open")
    assert desk("sell", "guide", "--card").returncode == 0
    assert tickets(shop) == [(500, "anne")]


@pytest.mark.parametrize("lang", ["fr_FR.UTF-8", "en_GB.UTF-8"])
def test_an_answer_that_was_lost_is_told_and_the_same_command_sells_once(shop, line, desk, lang):
    line.set("one-way")
    lost = desk("sell", "guide", "--card", LANG=lang)
    assert (lost.returncode, lost.stdout) == (3, "")
    assert ("rien n'est vendu" if lang.startswith("fr") else "nothing is sold") in lost.stderr
    line.set("open")
    again = desk("sell", "guide", "--card", LANG=lang)
    assert again.returncode == 0, again.stderr
    assert ("une fois" if lang.startswith("fr") else "once") in again.stderr
    assert tickets(shop) == [(500, "anne")]
    assert desk("sell", "guide", "--card").returncode == 0
    assert len(tickets(shop)) == 2, "what was answered is over"


def test_another_command_isn_t_taken_for_the_one_without_an_answer(shop, line, desk):
    line.set("one-way")
    desk("sell", "guide", "--card")
    line.set("open")
    assert desk("sell", "guide", "2", "--card").returncode == 0
    assert [total for total, _ in tickets(shop)] == [500, 1000]


def test_a_refusal_is_the_till_s_own_and_keeps_nothing_for_later(shop, desk):
    done = desk("sell", "chocolat", "--card")
    assert (done.returncode, done.stdout) == (1, "")
    assert "chocolat" in done.stderr
    assert not list(desk.state.glob("*/till-*.json"))
    assert tickets(shop) == []


def test_a_basket_waits_on_the_server_for_another_desk(shop, desk):
    assert desk("sell", "guide", "3", "--park", "dame au chapeau").returncode == 0
    [(order,)] = shop.query("SELECT name FROM parked_basket")
    assert order == "dame au chapeau"
    assert desk("sell", "--resume", "--card").returncode == 0
    assert [total for total, _ in tickets(shop)] == [1500]
    assert shop.query("SELECT count(*) FROM parked_basket") == [(0,)]


def test_products_are_listed_as_the_server_has_them(desk):
    listed = desk("product", "list", "--json")
    assert listed.returncode == 0, listed.stderr
    assert [product["code"] for product in json.loads(listed.stdout)] == ["guide"]


def test_a_statement_over_all_tills_of_the_server(shop, desk):
    manager = Staff(shop, "odile", role="manager")
    potter = {"code": "potier", "name": "Poterie", "mandate": "depositor", "commission": 2000, "taxed": False, "archived": False}
    bowl = GUIDE | {"code": "bol", "labels": {"fr": "Bol"}, "price": 3000, "depositor": "potier"}
    for number, asked in enumerate(({"depositor": potter}, {"product": bowl}), start=2):
        request = {"id": f"019f8a2c-1b3d-7000-8000-00000000000{number}", "order": asked, "training": False}
        assert manager.ask("POST", "/api/v1/till/caisse/orders", request)[0] == 201
    for till in ("musee", "caisse"):
        assert desk("sell", "bol", "--card", "--till", till).returncode == 0
    told = desk("depositor", "statement", "potier", "--json")
    assert told.returncode == 0, told.stderr
    statement = json.loads(told.stdout)
    assert (statement["tills"], statement["gross"], statement["due"]) == (["caisse", "musee"], 6000, 4800)
