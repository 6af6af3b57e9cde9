"""The counter at the keyboard, on a real pseudo-terminal and a real register, as it stands on an 80 × 24 screen."""

import os
import re
import signal
import sqlite3
import stat
import subprocess
import uuid
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from counter_prompt import CounterPrompt
from vitrine_server import binary, desk


@pytest.fixture
def counter(data, prompts):
    """Opens counters."""
    return partial(prompts, data)


def visits(data) -> int:
    """How many visits count."""
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        kept = database.execute(
            "SELECT count(*) FROM desk_fact AS fact WHERE kind = 'visit' AND voided IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM desk_fact AS later WHERE later.revises = fact.uuid)")
        return kept.fetchone()[0]


def test_a_line_is_read_as_it_is_typed_recorded_by_enter_and_counted_in_the_figures(counter, data):
    prompt = counter()
    prompt.see(r"^\w+ \d+(er)? \w+ · personne encore$")
    prompt.type("34 2+2 fam")
    prompt.see(r"^comptoir> 34 2\+2 fam\nHérault · 2 adultes, 2 enfants")
    assert visits(data) == 0
    prompt.type("ille rando")
    prompt.see(r"^Hérault · 2 adultes, 2 enfants · famille · randonnée$")
    prompt.type("\r")
    prompt.see(r"^Enregistré\. Pour revenir dessus : annuler, modifier\.$")
    prompt.see(r"· 1 contact, 4 visiteurs · dernier à \d+ h \d\d$")
    prompt.see(r"^\d+ h \d\d  Hérault · 2 adultes, 2 enfants · famille · randonnée$")
    assert visits(data) == 1


def test_enter_on_an_empty_line_records_nothing_and_shows_what_others_recorded(counter, data):
    prompt = counter()
    prompt.see_prompt()
    for _ in range(3):
        prompt.type("\r")
    prompt.type("   \r")
    prompt.wait(lambda: prompt.text.count("personne encore") == 5, "not five headers")
    assert visits(data) == 0
    assert desk(data, "visit", "nl", "2", "couple", "vv").returncode == 0
    prompt.type("\r")
    prompt.see(r"1 contact, 2 visiteurs")
    prompt.see(r"h \d\d  Pays-Bas · 2 adultes · couple · voie verte$")


def test_a_refused_line_stands_in_the_prompt_again_to_be_edited(counter, data):
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("34 2 rnado")
    prompt.see(r"« rnado »[^\n]*rando")
    prompt.see(r"^Rien n'est enregistré : corrigez la ligne\.$")
    prompt.see_prompt("34 2 rnado")
    assert visits(data) == 0
    prompt.type("\x7f" * 5 + "rando")
    prompt.see_prompt("34 2 rando")
    prompt.type("\r")
    prompt.see(r"^Enregistré")
    assert visits(data) == 1


def test_annuler_undoes_the_last_and_an_arrow_brings_it_back(counter, data):
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("be 3 caveaux")
    prompt.see("1 contact, 3 visiteurs")
    prompt.enter("annuler")
    prompt.see(r"^Annulé : aujourd'hui \d+ h \d\d · Belgique · 3 adultes · caveaux$")
    assert visits(data) == 0
    prompt.type("\x1b[A")
    prompt.see(r"^comptoir> (be 3|3 be) \w+")
    prompt.type("\r")
    prompt.see(r"^Enregistré")
    assert visits(data) == 1
    prompt.enter("annuler")
    prompt.enter("annuler")
    prompt.see(r"^Rien à annuler")


def test_modifier_brings_the_last_line_back_and_enter_puts_the_new_one_in_its_place(counter, data):
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("34 2 rando")
    prompt.see(r"^Enregistré")
    prompt.enter("modifier")
    prompt.see(r"^À corriger : aujourd'hui \d+ h \d\d · Hérault · 2 adultes · randonnée$")
    prompt.wait(lambda: prompt.line.startswith("correction> 34 2 "), "the line isn't back")
    prompt.type(" agenda\r")
    prompt.see(r"^Corrigé")
    prompt.see(r"^\d+ h \d\d  Hérault · 2 adultes · randonnée, agenda$")
    assert visits(data) == 1
    prompt.enter("modifier")
    prompt.wait(lambda: prompt.line.startswith("correction> 34 2 "), "the line isn't back")
    prompt.type("\r")
    prompt.see(r"^Rien n'est changé")
    prompt.enter("modifier")
    prompt.wait(lambda: prompt.line.startswith("correction> 34 2 "), "the line isn't back")
    prompt.type(" 30\x03")
    prompt.see(r"\^C\nRien n'est changé")
    assert "randonnée, agenda" in desk(data, "list").stdout


def test_tab_completes_with_and_without_accents_and_lists_meanings_where_there_are_several(counter):
    prompt = counter()
    prompt.see_prompt()
    prompt.type("34 hér\t")
    prompt.see(r"^comptoir> 34 \S*h[ée]r\S* ?$")
    prompt.type("\x15heb\t")
    prompt.see(r"^comptoir> heb\w*$")
    prompt.see(r"hébergement")
    prompt.type("\x15hébe\t")
    prompt.see(r"^comptoir> hebergement")
    prompt.type("\x15ca\t")
    prompt.see(r"^  \S+ +caveaux$")
    prompt.see(r"^  \S+ +Canada$")
    prompt.type("\x15annu\t")
    prompt.see_prompt("annuler")


def test_what_was_typed_is_found_again_by_arrows_and_ctrl_r_over_restarts_by_its_owner_alone(counter, tmp_path):
    first = counter()
    first.see_prompt()
    first.enter("be 3 caveaux")
    first.see(r"^Enregistré")
    first.enter("34 2 rnado")
    first.see(r"^Rien n'est enregistré")
    first.type("\x15\x04")
    assert first.ended() == 0
    history = tmp_path / "state/vitrine/desk-history"
    assert history.read_text() == "be 3 caveaux\n34 2 rnado\n"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700
    second = counter()
    second.see_prompt()
    second.type("\x1b[A")
    second.see_prompt("34 2 rnado")
    second.type("\x1b[A")
    second.see_prompt("be 3 caveaux")
    second.type("\x03")
    second.see_prompt()
    second.type("\x12cav")
    second.see("be 3 caveaux")


def test_history_is_bounded(counter, tmp_path):
    history = tmp_path / "state/vitrine/desk-history"
    history.parent.mkdir(parents=True)
    history.write_text("".join(f"{number} 34\n" for number in range(1, 1502)))
    prompt = counter()
    prompt.see_prompt()
    lines = history.read_text().splitlines()
    assert len(lines) == 500 and lines[-1] == "1501 34"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


def test_ctrl_c_clears_the_line_says_so_and_keeps_it_for_the_arrows(counter, data):
    prompt = counter()
    prompt.see_prompt()
    prompt.type("34 2 rando")
    prompt.see_prompt("34 2 rando")
    prompt.type("\x03")
    prompt.see(r"^comptoir> 34 2 rando\^C\nLigne effacée, rien n'est enregistré\. ↑ la ramène\.$")
    prompt.see_prompt()
    assert visits(data) == 0
    prompt.type("\x1b[A")
    prompt.see_prompt("34 2 rando")
    prompt.type("\r")
    prompt.see(r"^Enregistré")


def test_ctrl_d_closes_on_an_empty_line_only(counter):
    prompt = counter()
    prompt.see_prompt()
    prompt.type("34")
    prompt.see_prompt("34")
    prompt.type("\x04")
    prompt.type("\x15")
    prompt.see_prompt()
    prompt.type("\x04")
    assert prompt.ended() == 0


def test_a_terminal_that_is_closed_loses_nothing(counter, data, tmp_path):
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("34 2 rando")
    prompt.see(r"^Enregistré")
    prompt.type("nl 2 vv")
    prompt.see_prompt("nl 2 vv")
    prompt.process.kill(signal.SIGHUP)
    assert prompt.ended() == -signal.SIGHUP
    assert visits(data) == 1
    assert (tmp_path / "state/vitrine/desk-history").read_text() == "34 2 rando\nnl 2 vv\n"


def test_a_process_that_is_killed_loses_nothing_recorded(counter, data, tmp_path):
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("34 2 rando")
    prompt.see(r"^Enregistré")
    prompt.process.kill(signal.SIGKILL)
    assert prompt.ended() == -signal.SIGKILL
    assert visits(data) == 1
    assert (tmp_path / "state/vitrine/desk-history").read_text() == "34 2 rando\n"


def test_two_counters_record_at_once_and_each_undoes_its_own(counter, data):
    one = counter("--desk", "accueil")
    other = counter("--desk", "terrasse")
    one.see_prompt(prompt="accueil> ")
    other.see_prompt(prompt="terrasse> ")
    for number in range(1, 6):
        one.enter(f"34 {number} rando")
        other.enter(f"30 {number} caveaux")
    one.wait(lambda: one.text.count("Enregistré") + sum("Enregistré" in row for row in one.scrolled) == 5, "not five")
    other.wait(lambda: other.text.count("Enregistré") + sum("Enregistré" in row for row in other.scrolled) == 5, "not five")
    assert visits(data) == 10
    one.enter("")
    one.see("10 contacts, 30 visiteurs")
    other.enter("30 7 agenda")
    other.see("11 contacts, 37 visiteurs")
    one.enter("annuler")
    one.see(r"^Annulé : .* Hérault · 5 adultes · randonnée$")
    one.see("10 contacts, 32 visiteurs")


def test_a_register_that_goes_away_is_told_and_the_line_waits_for_it(counter, data):
    prompt = counter()
    prompt.see_prompt()
    away = data.with_name("away")
    data.rename(away)
    prompt.enter("34 2 rando")
    prompt.see("Aucun serveur n'a encore servi depuis le dossier")
    prompt.see_prompt("34 2 rando")
    away.rename(data)
    prompt.type("\r")
    prompt.see(r"^Enregistré")
    assert visits(data) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_is_one_screen_and_nothing_is_wider_than_it(counter, language):
    prompt = counter("--lang", language)
    prompt.see_prompt()
    prompt.enter("?")
    prompt.wait(lambda: prompt.line == "comptoir>" and "Ctrl-C" in prompt.text, "no help")
    assert prompt.rows[0] == "comptoir> ?" or len(prompt.scrolled) <= 1, prompt.text
    assert "34 2+2" in prompt.text and ("annuler" if language == "fr" else "undo") in prompt.text
    assert max(len(row) for row in prompt.rows) < 80
    # A row that is wider than the screen would have been cut and gone on at the left edge.
    assert all(re.match(r"  \S|\S|$", row) for row in prompt.rows), prompt.text


def test_english_speaks_english_and_takes_both_languages(counter, data):
    prompt = counter(LANG="en_GB.UTF-8")
    prompt.see("nobody yet")
    prompt.enter("34 2 hiking")
    prompt.see(r"^Recorded\. To go back on it: undo, modify\.$")
    prompt.see(r"1 contact, 2 visitors · last at \d+:\d\d$")
    prompt.enter("annuler")
    prompt.see(r"^Undone: today \d+:\d\d · Hérault · 2 adults · hiking$")
    assert visits(data) == 0


def test_no_colour_where_none_is_wanted(counter):
    coloured = counter()
    coloured.enter("34 2 rnado")
    coloured.see("Rien n'est enregistré")
    assert b"\x1b[33m" in coloured.written
    plain = counter(NO_COLOR="1")
    plain.enter("34 2 rnado")
    plain.see("Rien n'est enregistré")
    assert not re.search(rb"\x1b\[[0-9;]*m", plain.written)


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"VITRINE_PLAIN": "1"}, {"option": "--plain"}])
def test_a_plain_counter_goes_line_by_line_and_moves_nothing(counter, data, settings):
    prompt = counter(*filter(None, [settings.pop("option", None)]), **settings)
    prompt.see_prompt()
    prompt.enter("34 2 rnado")
    prompt.see(r"« rnado »")
    prompt.see(r"À corriger : « 34 2 rnado »")
    prompt.see_prompt()
    prompt.enter("rnado=rando")
    prompt.see(r"^Hérault · 2 adultes · randonnée\nEnregistré")
    prompt.see_prompt()
    prompt.enter("modifier")
    prompt.see(r"^Sa ligne : « 34 2 ")
    prompt.see_prompt(prompt="correction> ")
    prompt.enter("34 3 rando")
    prompt.see(r"^Hérault · 3 adultes · randonnée\nCorrigé")
    prompt.see_prompt()
    prompt.enter("mots hebe")
    prompt.see(r"^  hebergement +hébergement")
    prompt.see_prompt()
    prompt.type("nl 2")
    prompt.type("\x03")
    prompt.see(r"Ligne effacée, rien n'est enregistré")
    prompt.see_prompt()
    prompt.enter("annuler")
    prompt.see(r"^Annulé : ")
    prompt.see_prompt()
    prompt.type("\x04")
    assert prompt.ended() == 0
    assert visits(data) == 0
    assert b"\x1b" not in prompt.written and b"\b" not in prompt.written
    assert not re.search(rb"\r(?!\r?\n)", prompt.written), "nothing goes back to the beginning of a line"


def note_closed_today(data):
    now = datetime.now(ZoneInfo("Europe/Paris"))
    fact = uuid.uuid4().bytes
    milliseconds = int(now.timestamp() * 1000)
    with sqlite3.connect(data / "vitrine.sqlite") as database:
        database.execute(
            "INSERT INTO desk_fact (uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk)"
            " SELECT ?, code, 'opening', ?, ?, ?, ?, ?, 'live', 'comptoir' FROM office",
            (fact, fact, milliseconds, f"{now:%Y-%m-%d}", now.hour, milliseconds))
        database.execute("INSERT INTO opening SELECT seq, '[]' FROM desk_fact WHERE uuid = ?", (fact,))


def test_a_closed_day_is_asked_about(counter, data):
    note_closed_today(data)
    prompt = counter()
    prompt.see_prompt()
    prompt.enter("34 2 rando")
    prompt.see(r"^Noté fermé : .*Enregistrer quand même")
    prompt.enter("")
    prompt.see(r"^Rien n'est enregistré")
    assert visits(data) == 0
    prompt.enter("34 2 rando")
    prompt.see_prompt(prompt="oui ou non> ")
    prompt.enter("oui")
    prompt.see(r"^Enregistré")
    assert visits(data) == 1


def test_the_screen_stands_when_the_window_changes_and_when_the_line_is_long(counter, data):
    prompt = counter()
    prompt.see_prompt()
    prompt.type("34 2 rando")
    prompt.see("Hérault · 2 adultes · randonnée")
    prompt.process.setwinsize(20, 60)
    prompt.screen.resize(20, 60)
    prompt.see_prompt("34 2 rando")
    prompt.type(" " + "x" * 70)
    prompt.wait(lambda: "x" * 10 in prompt.line and "x" * 20 in prompt.text, "the line isn't there")
    prompt.type("\x17")
    prompt.see_prompt("34 2 rando")
    prompt.type("\r")
    prompt.see(r"^Enregistré")
    assert visits(data) == 1


def test_bad_input_records_nothing_and_the_counter_lives_on(counter, data):
    prompt = counter()
    prompt.see_prompt()
    for line in ["20 2", "75056", "2+", "-3", "400", "34 2 @2099-01-01", "34 2 😀", "34 2 rando \x16\x01"]:
        prompt.enter(line)
        prompt.see(r"^Rien n'est enregistré")
        prompt.type("\x03")
        prompt.type("\x0c")
        prompt.see_prompt()
    prompt.enter("x" * 10_000)
    prompt.see(r"^Rien n'est enregistré : la ligne est trop longue pour être corrigée ici\.")
    prompt.see_prompt()
    assert visits(data) == 0
    prompt.enter("34 2 rando")
    prompt.see(r"^Enregistré")


def test_without_a_terminal_the_command_says_what_is_meant_for_files(data):
    run = subprocess.run(
        [binary().with_name("desk")], input="34 2 rando\n", capture_output=True, text=True, timeout=30,
        env=os.environ | {"LANG": "fr_FR.UTF-8", "VITRINE_DATA": str(data)})
    assert run.returncode == 2
    assert "desk visit --file" in run.stderr and "USAGE" in run.stderr.upper()
    assert run.stdout == "" and visits(data) == 0


def test_a_counter_without_a_register_says_so_and_does_not_open(tmp_path):
    with CounterPrompt(tmp_path / "nowhere", state=tmp_path / "state") as prompt:
        prompt.see("Aucun serveur n'a encore servi")
        assert prompt.ended() == 1
