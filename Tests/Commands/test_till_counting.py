"""What the till asks somebody on a real terminal: the cash piece by piece, whether a day is closed, why money is given back."""

import re
import shutil
from functools import partial

import pytest
from shop import entries, open_shop, tickets
from vitrine_server import desk

PIECES = ["500,00", "200,00", "100,00", "50,00", "20,00", "10,00", "5,00", "2,00", "1,00", "0,50", "0,20", "0,10", "0,05", "0,02", "0,01"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    data = open_shop(tmp_path_factory.mktemp("shop") / "data")
    assert desk(data, "till", "open", "--float", "50").returncode == 0
    assert desk(data, "sell", "guide", "2", "--cash").returncode == 0
    return data


@pytest.fixture
def data(shop, tmp_path):
    return shutil.copytree(shop, tmp_path / "data")


@pytest.fixture
def asked(data, prompts):
    return partial(prompts, data)


def count(prompt, numbers: dict[str, str]) -> None:
    """Answers each note and coin as it is asked for."""
    for piece in PIECES:
        prompt.see(rf"^ *{piece} € × *$")
        prompt.enter(numbers.get(piece, ""))


def test_each_note_and_coin_is_asked_for_and_the_difference_told(asked, data):
    prompt = asked("till", "count")
    prompt.see(r"^Combien de chaque \?")
    count(prompt, {"20,00": "2", "10,00": "1", "5,00": "1", "0,50": "8"})
    prompt.see(r"^Compté, aujourd'hui : 59,00 €, attendu 60,00 € : il manque 1,00 €\.$")
    assert prompt.ended() == 0
    (record,) = entries(data, "count")
    assert record["count"]["counted"] == 5900 and record["expected"] == 6000
    assert record["count"]["pieces"] == {"2000": 2, "1000": 1, "500": 1, "50": 8}
    assert not prompt.scrolled, "all of it is on one screen"


@pytest.mark.parametrize("slip", ["x", "-1", "1,5", "deux", "123456"])
def test_what_is_no_number_is_asked_again(asked, data, slip):
    prompt = asked("till", "count")
    prompt.see(r"500,00 € × *$")
    prompt.enter(slip)
    prompt.see(rf"^« {re.escape(slip)} » n'est pas un nombre\.$")
    count(prompt, {"50,00": "1", "10,00": "1"})
    prompt.see("le compte est juste")
    assert entries(data, "count")[0]["count"]["counted"] == 6000


@pytest.mark.parametrize("lang, told", [("fr_FR.UTF-8", r"^Rien n'a été enregistré\.$"), ("en_GB.UTF-8", r"^Nothing was recorded\.$")])
def test_going_away_in_the_middle_records_nothing_and_says_so(asked, data, lang, told):
    before = entries(data)
    prompt = asked("till", "count", LANG=lang)
    prompt.see(r"500.00.* × *$")
    prompt.enter("3")
    prompt.see(r"200.00.* × *$")
    prompt.type("\x04")
    assert prompt.ended() == 1
    prompt.see(told, 2)
    assert entries(data) == before


def test_an_interrupt_in_the_middle_records_nothing(asked, data):
    before = entries(data)
    prompt = asked("till", "count")
    prompt.see(r"500,00 € × *$")
    prompt.type("\x03")
    assert prompt.ended() != 0
    assert entries(data) == before


@pytest.mark.parametrize("answer", ["n\r", "\r", "peut-être\r", "\x04"])
def test_a_closure_that_isn_t_confirmed_isn_t_made(asked, data, answer):
    before = entries(data)
    prompt = asked("till", "close")
    prompt.see(r"^Total TTC +10,00 €$")
    prompt.see(r"^Clore la journée \(aujourd'hui\) pour de bon \? \[o/N\]")
    prompt.type(answer)
    assert prompt.ended() == 1
    prompt.see(r"^Rien n'a été clos\.$", 2)
    assert entries(data) == before
    assert desk(data, "sell", "guide", "--card").returncode == 0


@pytest.mark.parametrize("lang, question, yes, told", [
    ("fr_FR.UTF-8", r"pour de bon \? \[o/N\]", "oui", r"^Clos : aujourd'hui, 10,00 €"),
    ("en_GB.UTF-8", r"^Close the day \(today\) for good\? \[y/N\]", "y", r"^Closed: today, €10\.00"),
])
def test_a_closure_that_is_confirmed_closes_for_good(asked, data, lang, question, yes, told):
    prompt = asked("till", "close", LANG=lang, rows=40)
    prompt.see(r"desk till count")
    prompt.see(question)
    prompt.enter(yes)
    prompt.see(told)
    assert prompt.ended() == 0
    assert entries(data, "closure")[0]["total"] == 1000
    assert desk(data, "sell", "guide", "--card").returncode == 1


@pytest.mark.parametrize("answer, code", [("\r", 1), ("\x04", 1), ("erreur de saisie\r", 0)])
def test_a_refund_asks_why_and_without_a_reason_gives_nothing_back(asked, data, answer, code):
    prompt = asked("refund", "1")
    prompt.see(r"^  1  2 × Guide +10,00 €$")
    prompt.see(r"^Pourquoi est-ce remboursé \?")
    prompt.type(answer)
    assert prompt.ended() == code
    prompt.see(r"^Un remboursement a une raison" if code else r"RENDRE  10,00 €", 2)
    assert [ticket["total"] for ticket in tickets(data)] == ([1000] if code else [1000, -1000])


@pytest.mark.parametrize("line, told", [
    ("zzzz", r"« zzzz » n'est pas un produit|Aucun produit"),
    ("plan", r"archivé"),
    ("guide 0", r"^0 guide ne se vend pas"),
    ("guide 1,5", r"nombre entier"),
    ("guide 99999", r"99999"),
    ("especes 1 0", r"« 1 0 » n'est pas un montant"),
    ("especes 0", r"^Un de ces montants ne peut pas être payé"),
    ("carte 50", r"on n'y rend pas la monnaie"),
    ("remise 10%", r"^Une remise a une raison"),
    ("remise beaucoup fidèle", r"« beaucoup » n'est pas une remise"),
    ("reprendre chapeau", r"^Rien n'a été mis de côté"),
    ("imprimer", r"^Rien n'a encore été vendu ici"),
])
def test_what_the_till_s_prompt_refuses_stays_in_the_line_and_the_basket_as_it_was(asked, data, line, told):
    before = entries(data)
    prompt = asked("sell", "guide", "2")
    prompt.see(r"^  Total +10,00 €$")
    prompt.enter(line)
    prompt.see(told)
    prompt.see_prompt(line, prompt="caisse> ")
    prompt.see(r"^  Total +10,00 €$")
    assert entries(data) == before


def test_a_day_closed_elsewhere_is_told_at_the_prompt_and_the_basket_is_kept(asked, data):
    prompt = asked("sell", "guide")
    prompt.see(r"^  Total +5,00 €$")
    assert desk(data, "till", "close", "--yes").returncode == 0
    before = entries(data)
    prompt.enter("carte")
    prompt.see(r"^La journée du \d+(er)? \S+ 20\d\d est clôturée")
    prompt.see(r"^  Total +5,00 €$")
    assert entries(data) == before


def test_a_key_that_is_gone_is_told_at_the_prompt_and_nothing_is_sold(asked, data):
    prompt = asked("sell", "guide")
    prompt.see(r"^  Total +5,00 €$")
    (data / "till/key-1").unlink()
    before = entries(data)
    prompt.enter("especes 20")
    prompt.see(r"La clé de la caisse manque")
    prompt.see(r"^  Total +5,00 €$")
    assert entries(data) == before
