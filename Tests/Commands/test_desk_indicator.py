"""Figures that come from elsewhere, as a manager types them in a register that a server has left."""

import json
import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from vitrine_server import desk

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()
YEAR, MONTH = TODAY.year, TODAY.month
NBSP = "\u00a0"


def done(data, *arguments, lang="fr_FR.UTF-8"):
    run = desk(data, *arguments, lang=lang)
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    return run.stdout


def history(data, code):
    return json.loads(done(data, "indicator", "history", code, "--json"))


def values(data):
    """What counts of people's figures, as any other program reads it."""
    with sqlite3.connect(f"file:{data}/vitrine.sqlite?mode=ro", uri=True) as database:
        return sorted(database.execute(
            "SELECT indicator, period, value, unit FROM indicator_value_current WHERE source <> 'catalogue'").fetchall())


def test_a_figure_is_told_in_words_and_kept_with_its_source(data):
    told = done(data, "indicator", "set", "facebook", "12450", "--year", YEAR, "--month", MONTH, "--source", "Statistiques de la page", "--counsellor", "anne")
    first, source, kept = told.splitlines()
    assert first.startswith("Abonnés Facebook · ") and first.endswith(f"{YEAR} : 12{NBSP}450")
    assert source == "Source : Statistiques de la page"
    assert kept == "Enregistré. Pour l'annuler : desk indicator undo --counsellor anne"
    assert values(data) == [("facebook", f"{YEAR}-{MONTH:02}", 12450.0, "count")]
    [entry] = history(data, "facebook")
    assert (entry["value"], entry["source"], entry["who"], entry["counts"]) == (12450, "Statistiques de la page", "anne", True)


@pytest.mark.parametrize("code, typed, value, unit, words", [
    ("facebook", ["12", "450"], 12450.0, "count", f"12{NBSP}450"),
    ("facebook", ["0"], 0.0, "count", "0"),
    ("budget", ["250 000,50 €"], 250000.5, "EUR", f"250{NBSP}000,50{NBSP}€"),
    ("quality-mark", ["oui"], 1.0, "yes-no", "oui"),
    ("QUALITY-MARK", ["no"], 0.0, "yes-no", "non"),
])
def test_a_figure_is_typed_as_people_write_it(data, code, typed, value, unit, words):
    assert f"{YEAR} : {words}\n" in done(data, "indicator", "set", code, *typed, "--source", "un papier")
    assert values(data) == [(code.lower(), str(YEAR), value, unit)]


@pytest.mark.parametrize("arguments, says", [
    (["facebok", "12", "--source", "x"], "Vouliez-vous écrire : facebook ?"),
    (["abonnes", "12", "--source", "x"], "facebook, twitter, instagram"),
    (["visitors", "12", "--source", "x"], "se remplit tout seul"),
    (["facebook", "douze", "--source", "x"], "un nombre entier"),
    (["quality-mark", "12", "--source", "x"], "oui ou non"),
    (["facebook", "12", "--source", " "], "Il manque la source"),
    (["facebook", "12", "--source", "x", "--year", YEAR + 1], "n'a pas encore commencé"),
])
def test_what_cannot_be_kept_is_refused_with_what_to_do(data, arguments, says):
    run = desk(data, "indicator", "set", *arguments)
    assert (run.returncode, run.stdout) == (1, "")
    assert says in run.stderr
    assert values(data) == []


@pytest.mark.parametrize("arguments", [["facebook", "12"], ["facebook", "12", "--source", "x", "--month", "13"], ["facebook", "--source", "x"]])
def test_a_command_that_lacks_something_is_a_matter_of_usage(data, arguments):
    run = desk(data, "indicator", "set", *arguments)
    assert run.returncode == 2 and values(data) == []


def test_setting_again_corrects_and_the_old_figure_stays_in_the_history(data):
    done(data, "indicator", "set", "members", "80", "--source", "Fichier")
    told = done(data, "indicator", "set", "members", "82", "--source", "Fichier, recompté", "--counsellor", "zoe")
    assert "à la place de 80 (saisi aujourd'hui" in told
    assert values(data) == [("members", str(YEAR), 82.0, "count")]
    assert [(entry["value"], entry["counts"]) for entry in history(data, "members")] == [(80, False), (82, True)]
    read = done(data, "indicator", "history", "members")
    assert f"{YEAR} : 80 (remplacé depuis)" in read and "par zoe" in read and "source : Fichier, recompté" in read


def test_undo_brings_the_figure_before_back_then_takes_the_figure_away(data):
    done(data, "indicator", "set", "members", "80", "--source", "Fichier", "--counsellor", "anne")
    done(data, "indicator", "set", "members", "82", "--source", "Recompté")
    told = done(data, "indicator", "undo")
    assert f"Annulé : Adhérents · {YEAR} : 82" in told and "Il y a de nouveau : 80." in told
    assert values(data) == [("members", str(YEAR), 80.0, "count")]
    done(data, "indicator", "set", "fairs", "3", "--month", MONTH, "--source", "Agenda", "--counsellor", "bob")
    assert "plus de chiffre" in done(data, "indicator", "undo", "--counsellor", "bob")
    assert values(data) == [("members", str(YEAR), 80.0, "count")]
    run = desk(data, "indicator", "undo", "--counsellor", "bob")
    assert run.returncode == 1 and "Rien à annuler" in run.stderr


def test_a_trial_keeps_nothing(data):
    assert "Essai" in done(data, "indicator", "set", "fairs", "3", "--source", "Agenda", "--dry-run")
    tried = json.loads(done(data, "indicator", "set", "fairs", "3", "--source", "Agenda", "--dry-run", "--json"))
    assert (tried["id"], tried["value"], tried["recorded_at"]) == (None, 3, None)
    assert values(data) == []


def test_the_list_says_what_is_there_and_where_the_rest_is_to_be_found(data):
    done(data, "indicator", "set", "fairs", "3", "--source", "Agenda", "--counsellor", "bob")
    shown = done(data, "indicator", "list")
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.splitlines()[0] == f"Chiffres à saisir, {YEAR} : 1 sur {shown.count('à trouver') + 1}"
    assert f"{YEAR} : 3, saisi aujourd'hui" in shown and "par bob" in shown
    assert "facebook             Abonnés Facebook" in shown and "à trouver : Statistiques de la page" in shown
    assert f"Figures to enter, {YEAR - 1}: 0 of" in done(data, "indicator", "list", "--year", YEAR - 1, lang="en_GB.UTF-8")
    rows = {row["code"]: row for row in json.loads(done(data, "indicator", "list", "--json"))}
    assert [entry["value"] for entry in rows["fairs"]["entries"]] == [3] and rows["fairs"]["months"] == "sum"
    assert rows["facebook"]["entries"] == [] and rows["budget"]["unit"] == "cents"


def test_figures_are_entered_where_the_register_is(data):
    run = desk(data, "indicator", "list", "--server", "http://127.0.0.1:9")
    assert run.returncode == 1 and "machine du serveur" in run.stderr
