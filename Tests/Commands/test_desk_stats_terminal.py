"""What `desk stats QUESTION` shows in a terminal: each golden text was looked at."""

import re
from pathlib import Path

import pytest
from till_office import TillDesk

GOLDEN = Path(__file__).parent / "golden"


def desk_on(data, lang="fr_FR.UTF-8", day="2026-07-20", time="16:30:00") -> TillDesk:
    return TillDesk(data, lang).on(day, time)


@pytest.mark.parametrize("name, lang, question", [
    ("origins-fr", "fr_FR.UTF-8", "visiteurs 2026-07 par=origine contre=jours"),
    ("origins-en", "en_GB.UTF-8", "visitors 2026-07 by=origin vs=weekdays"),
    ("days-fr", "fr_FR.UTF-8", "contacts 2026-07 par=jour contre=dates canal=counter"),
    ("week-fr", "fr_FR.UTF-8", "visiteurs 2026-07 par=weekday-hour"),
    ("shop-fr", "fr_FR.UTF-8", "chiffre-d-affaires-ttc 2026-07 par=article"),
    ("share-en", "en_GB.UTF-8", "foreign-share 2026 by=month"),
    ("basket-fr", "fr_FR.UTF-8", "panier-moyen 2026-07"),
    ("compared-en", "en_GB.UTF-8", "visitors 2026-07 vs=to-date profile=family"),
    ("ascii-fr", "fr_FR.ISO-8859-1", "visiteurs 2026-07-01..2026-07-12 par=jour contre=dates"),
])
def test_an_answer_stands_in_80_columns_without_colour(summer, name, lang, question):
    shown = desk_on(summer, lang).done("stats", *question.split())
    assert max(map(len, shown.splitlines())) <= 80 and "\x1b" not in shown
    assert shown == (GOLDEN / f"stats-{name}.txt").read_text()


@pytest.mark.parametrize("question, told", [
    ("door 2026-07", "pas compté"), ("visiteurs 2024", "pas compté"), ("foreign-share 2026-07-01", "trop peu"),
    ("visiteurs 2026-07-20 profil=school", "0"),
])
def test_not_counted_too_few_and_zero_are_three_things(summer, question, told):
    assert desk_on(summer).done("stats", *question.split()).splitlines()[1].split("   ")[0] == told


def test_small_counts_are_hidden_in_what_is_published_and_only_there(summer):
    question = ["stats", "visiteurs", "2026-07", "par=pays"]
    assert re.search(r"Belgique +3 ", desk_on(summer).done(*question))
    shown = desk_on(summer).done(*question, "--publish")
    assert re.search(r"Belgique +caché", shown) and shown.count("caché") == 2, "alone it could be worked out"
    assert "moins de 5" in shown


def test_explain_tells_the_definition_what_is_counted_and_what_is_left_out(summer):
    shown = " ".join(desk_on(summer).done("stats", "visiteurs", "2026-07", "contre=jours", "--explain").split())
    for told in ["Les groupes de taille inconnue ; les contacts à distance et hors les murs", "visiteurs : 202, n = 70",
                 "saisies annulées : 1", "versions corrigées depuis : 1", "groupes de taille inconnue : 2",
                 "contacts à distance : 6", "1er au 20 juillet 2026 contre 2 au 21 juillet 2025", "11 jours pas encore passés"]:
        assert told in shown, told
    shop = " ".join(desk_on(summer).done("stats", "tickets", "2026-07", "--explain").split())
    assert "tickets d’entraînement : 1" in shop and "remboursements, dont le montant est déduit : 1" in shop


def test_all_figures_are_listed_with_what_they_count(summer):
    codes = [measure["code"] for measure in desk_on(summer).json("stats", "--measures")]
    assert len(codes) > 40 and {"visitors", "turnover", "sessions", "admissions"} <= set(codes)
    shown = desk_on(summer).done("stats", "--measures")
    figures = shown[: shown.rindex("\n\n")]
    assert [line.split()[0] for line in figures.splitlines() if re.match(r"  [a-z]", line)] == codes
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("question, lang, told", [
    ("visiteuts 2026", "fr_FR.UTF-8", "visiteurs"), ("visitros 2026", "en_GB.UTF-8", "visitors"),
    ("visiteurs par=truc", "fr_FR.UTF-8", "par=origine"), ("visiteurs contre=hier", "fr_FR.UTF-8", "weekdays"),
    ("visiteurs 2026-13", "fr_FR.UTF-8", "2026-wings"), ("2026", "fr_FR.UTF-8", "visiteurs 2026-07"),
])
def test_what_cant_be_asked_is_refused_with_what_can(summer, question, lang, told):
    run = desk_on(summer, lang)("stats", *question.split())
    assert (run.returncode, run.stdout) == (1, "") and told in run.stderr


@pytest.mark.parametrize("arguments, told", [
    (["visiteurs", "2026", "--month"], "s'y écrit"), (["--xlsx", "x.xlsx"], "--xlsx va avec une question"),
    (["visiteurs", "--json", "--csv"], "pas les deux"), (["visiteurs", "--semicolon"], "--csv"), (["-"], "--json"),
    (["visiteurs", "--measures"], "seul"), (["visiteurs", "--explain", "--publish"], "--publish"),
])
def test_options_that_dont_go_together_are_usage_errors(summer, arguments, told):
    run = desk_on(summer)("stats", *arguments)
    assert (run.returncode, run.stdout) == (2, "") and told in run.stderr
