"""The strategy in figures, in the terminal and as JSON, in a register that a server has left."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from vitrine_server import ROOT, VitrineServer, desk

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()
YEAR = TODAY.year
NBSP = "\u00a0"
STRATEGY = yaml.safe_load((ROOT / "content/strategy.yaml").read_text())


def done(data, *arguments, lang="fr_FR.UTF-8"):
    run = desk(data, *arguments, lang=lang)
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    return run.stdout


def document(data, *arguments):
    return json.loads(done(data, "strategy", "--json", *arguments))


def lines(board) -> dict:
    """Each indicator of a board, by its code."""
    return {line["code"]: line for axis in board["axes"] for objective in axis["objectives"] for line in objective["indicators"]}


def defined() -> dict:
    """What the content says of each indicator, read by another program than ours."""
    named = [indicator for axis in STRATEGY["axes"] for objective in axis["objectives"] for indicator in objective["indicators"]]
    return {indicator["code"]: indicator for indicator in named if isinstance(indicator, dict)}


def row(shown: str, name: str) -> str:
    return next(line for line in shown.splitlines() if line.strip().startswith(name))


@pytest.fixture(scope="module")
def filled(used, tmp_path_factory):
    """Visits of today, and figures of this year and the one before."""
    data = shutil.copytree(used, tmp_path_factory.mktemp("plan") / "data")
    for _ in range(3):
        done(data, "visit", "34", "2+2", "famille", "rando")
    done(data, "visit", "nl", "2", "couple", "vv")
    done(data, "tasting", "14")
    for year, value in [(YEAR - 1, 100), (YEAR, 125)]:
        done(data, "indicator", "set", "members", value, "--year", year, "--source", "Fichier")
    for month in range(1, TODAY.month + 1):
        done(data, "indicator", "set", "fairs", 2, "--month", month, "--source", "Agenda")
    done(data, "indicator", "set", "quality-mark", "oui", "--source", "Certificat")
    return data


def test_an_empty_board_has_every_line_of_the_plan_and_says_what_has_no_figure(data):
    board = document(data)
    assert [axis["code"] for axis in board["axes"]] == [axis["code"] for axis in STRATEGY["axes"]]
    assert set(lines(board)) == set(defined())
    sources = {"computed": "computed", "catalogue": "catalogue", "entered": "entered", "board": "board"}
    for code, indicator in defined().items():
        line = lines(board)[code]
        assert [line["from"]] == [told for key, told in sources.items() if key in indicator]
        assert line["target"] is None and line["trend"] is None
        if line["from"] == "entered":
            assert (line["value"], line["words"], line["source"]) == (None, None, None)
    assert board["without_figure"] == sum(line["value"] is None and line["too_few"] is None for line in lines(board).values())
    assert board["without_target"] == len(defined())
    shown = done(data, "strategy")
    assert "pas encore de chiffre" in row(shown, "Abonnés Facebook")
    assert f"{board['without_figure']} sans chiffre encore, {len(defined())} sans objectif chiffré" in shown


def test_computed_entered_and_counted_figures_stand_side_by_side(filled):
    found = lines(document(filled))
    assert [found[code]["value"] for code in ["visitors", "nature-requests", "tastings", "tasters"]] == [14, 4, 1, 14]
    assert found["members"]["value"] == 125 and found["members"]["trend"] == {"kind": "percent", "amount": 25, "words": f"+25{NBSP}%"}
    assert found["members"]["source"] == "Fichier"
    assert found["fairs"]["value"] == 2 * TODAY.month and len(found["fairs"]["periods"]) == TODAY.month
    assert found["quality-mark"]["words"] == "oui"
    assert found["board-kept"]["value"] == 1
    organic = [path for path in Path(ROOT / "content/places").glob("*/*/place.yaml")
               if set(yaml.safe_load(path.read_text()).get("labels") or []) & {"organic", "sustainable"}]
    assert found["sustainable-places"]["value"] == len(organic) > 0


def test_zero_and_a_share_of_few_are_told_apart_from_no_figure(filled):
    found = lines(document(filled))
    assert found["off-site-contacts"]["value"] == 0
    assert (found["family-share"]["value"], found["family-share"]["too_few"]) == (None, 14)
    assert (found["door"]["value"], found["door"]["too_few"]) == (None, None)
    shown = done(filled, "strategy")
    assert "trop peu : n = 14" in row(shown, "Part des familles")
    assert "pas encore de chiffre" in row(shown, "Passages à la porte")
    assert row(shown, "Contacts hors les murs").split()[4] == "0"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_board_stands_at_eighty_columns_without_colour(filled, lang):
    shown = done(filled, "strategy", lang=f"{lang}_XX.UTF-8")
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown
    for axis in STRATEGY["axes"]:
        assert axis["name"][lang] in shown
        for objective in axis["objectives"]:
            assert f"\n  {objective['name'][lang]}\n" in shown
    words = {line: " ".join(line.split()) for line in shown.split("\n")}
    assert any(text.startswith({"fr": "Adhérents 125 —", "en": "Members 125 —"}[lang]) for text in words.values())


def test_another_year_is_that_years_and_a_year_to_come_has_nothing(filled):
    before = document(filled, "--year", YEAR - 1)
    assert lines(before)["members"]["value"] == 100 and lines(before)["members"]["trend"] is None
    assert lines(before)["visitors"]["value"] is None, "nobody was at work"
    assert all(line["value"] is None for line in lines(document(filled, "--year", YEAR + 1)).values())
    assert desk(filled, "strategy", "--year", "26").returncode == 2


def test_a_target_that_the_office_writes_is_shown_and_reached(tmp_path, content):
    strategy = (content / "strategy.yaml").read_text()
    assert strategy.count("computed: visitors\n") == 1
    target = f"computed: visitors\n            targets: [{{year: {YEAR}, value: 4}}]\n"
    (content / "strategy.yaml").write_text(strategy.replace("computed: visitors\n", target))
    with VitrineServer(tmp_path / "data", content):
        pass
    done(tmp_path / "data", "visit", "34", "2+2", "famille")
    line = lines(document(tmp_path / "data"))["visitors"]
    assert (line["value"], line["target"], line["target_reached"]) == (4, 4, True)
    assert "4 ✓" in row(done(tmp_path / "data", "strategy"), "Visiteurs à l’office")


def test_an_office_without_a_strategy_is_told_where_it_is_written(tmp_path, content):
    (content / "strategy.yaml").unlink()
    with VitrineServer(tmp_path / "data", content):
        pass
    assert "content/strategy.yaml" in done(tmp_path / "data", "strategy")
    assert "Budget" in done(tmp_path / "data", "indicator", "set", "budget", "1000", "--source", "Vote")
