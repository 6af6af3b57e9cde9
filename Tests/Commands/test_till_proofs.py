"""What shows that a till's records are whole, and what to do when they aren't."""

import json
import sqlite3
import stat

import pytest
from till_office import TillDesk, copied, office


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    folder = office(tmp_path_factory.mktemp("proofs"))
    till = TillDesk(folder).on("2026-07-13").shop()
    till.done("sell", "guide", "2", "--card")
    till.done("sell", "miel", "--cash", "10")
    till.done("till", "close", "--yes")
    return folder


@pytest.fixture
def till(left, tmp_path):
    return TillDesk(copied(left, tmp_path / "data"))


def test_a_register_that_is_whole_verifies_in_one_sentence(till):
    assert till.done("till", "verify").startswith(f"Tout tient : {till.entries()} entrées.\n")
    outcome = till.json("till", "verify")
    assert (outcome["holds"], outcome["problem"], outcome["seals_checked"]) == (True, None, True)
    assert [(chain["till"], chain["entries"]) for chain in outcome["tills"]] == [("caisse", till.entries())]


def tampered(till, sql: str):
    """Somebody who knows SQLite drops the triggers, changes a row and puts the triggers back."""
    with sqlite3.connect(till.data / "vitrine.sqlite") as register:
        triggers = register.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'till_entry'").fetchall()
        for name, _ in triggers:
            register.execute(f"DROP TRIGGER {name}")
        register.execute(sql)
        for _, text in triggers:
            register.execute(text)
    register.close()


def test_an_entry_that_was_changed_is_named(till):
    with sqlite3.connect(till.data / "vitrine.sqlite") as register:
        [[sale]] = register.execute("SELECT number FROM till_entry WHERE kind = 'sale' ORDER BY number LIMIT 1")
    tampered(till, f"UPDATE till_entry SET content = replace(content, 'Guide', 'Carte') WHERE number = {sale}")
    run = till("till", "verify")
    assert run.returncode == 1 and run.stdout == ""
    assert f"Caisse caisse, entrée {sale} : " in run.stderr and "docs/guide/till.md" in run.stderr
    outcome = till("till", "verify", "--json")
    assert outcome.returncode == 1
    problem = json.loads(outcome.stdout)["problem"]
    assert (problem["reason"], problem["entry"]) == ("seal", sale)


def test_a_backup_is_verified_too_with_the_keys_and_without(till, tmp_path):
    with sqlite3.connect(till.data / "vitrine.sqlite") as source, sqlite3.connect(tmp_path / "copie.sqlite") as copy:
        source.backup(copy)
    source.close()
    copy.close()
    assert "Tout tient" in till.done("till", "verify", tmp_path / "copie.sqlite")
    alone = till("till", "verify", tmp_path / "copie.sqlite", VITRINE_DATA=str(tmp_path / "ailleurs"))
    assert alone.returncode == 0 and "les sceaux n'ont pas été recalculés" in alone.stdout
    (tmp_path / "texte").write_text("bonjour " * 600)
    assert "n'est pas une base" in till("till", "verify", tmp_path / "texte").stderr
    assert till("till", "verify", tmp_path / "absent").returncode == 3


def test_yesterdays_copy_sells_nothing_until_somebody_says_so(till):
    older = (till.data / "vitrine.sqlite").read_bytes()
    till.on("2026-07-14").done("sell", "guide", "--card")
    till.done("sell", "guide", "--card")
    for file in till.data.glob("vitrine.sqlite*"):
        file.unlink()
    (till.data / "vitrine.sqlite").write_bytes(older)
    assert "desk till restore --because" in till.refused("sell", "guide", "--card")
    assert till("till", "verify").returncode == 1
    told = till.done("till", "restore", "--because", "disque changé, sauvegarde d'hier")
    assert "2 entrées sont perdues" in told and "expert-comptable" in told
    till.done("sell", "guide", "--card")
    assert "Tout tient" in till.done("till", "verify")
    assert till.refused("till", "restore", "--because", "encore")


def test_keys_are_copied_once_put_back_and_never_made_again(till, tmp_path):
    copy = tmp_path / "cles"
    assert "hors de cette machine" in till.done("till", "backup-key", copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert till("till", "backup-key", copy).returncode != 0
    (till.data / "till/key-1").unlink()
    assert "La clé de la caisse manque" in till.refused("sell", "guide", "--card")
    assert not (till.data / "till/key-1").exists()
    assert "key-1" in till.done("till", "restore", "--keys", copy)
    assert "Aucune clé ne manquait" in till.done("till", "restore", "--keys", copy)
    till.done("sell", "guide", "--card")


def test_a_key_is_changed_with_its_reason_and_both_verify(till):
    assert "La clé n° 2 scelle" in till.done("till", "rotate", "--because", "départ d'un collègue")
    till.on("2026-07-14").done("sell", "guide", "--card")
    assert "Tout tient" in till.done("till", "verify")
    assert till.refused("till", "rotate", code=2)


def test_keys_stay_on_the_servers_machine(till, tmp_path):
    for command in [("verify",), ("rotate", "--because", "x"), ("backup-key", tmp_path / "k"), ("restore", "--because", "x")]:
        run = till("till", *command, "--server", "https://accueil.example.org", VITRINE_DATA="")
        assert run.returncode == 1 and "sur la machine du serveur" in run.stderr
    assert till.refused("till", "restore", code=2)
