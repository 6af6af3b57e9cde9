"""Whoever looks after the server adds and removes those who may log in, beside the running server, on a real terminal."""

import re

import pexpect
import pytest
from staff import PASSWORD, Staff, log_in, vitrine_user
from vitrine_server import VitrineServer, binary


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with VitrineServer(tmp_path_factory.mktemp("office") / "data") as server:
        yield server


def terminal(server, *arguments) -> pexpect.spawn:
    return pexpect.spawn(
        str(binary()), ["user", *arguments, "--data", str(server.data)], timeout=20, encoding="utf-8",
        env={"LANG": "fr_FR.UTF-8", "TERM": "dumb"}, dimensions=(24, 80))


def typed(child: pexpect.spawn, *lines: str) -> tuple[int, str]:
    """Types each line when it is asked for; the exit code, and all that was on the screen."""
    shown = ""
    for line in lines:
        child.expect(" : $")
        shown += child.before + child.after
        child.send(line)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, shown + child.before


def test_a_password_is_asked_twice_and_never_shown(office):
    code, screen = typed(terminal(office, "add", "zoe", "--role", "desk"), PASSWORD + "\n", PASSWORD + "\n")
    assert code == 0, screen
    assert PASSWORD not in screen and "mot" in screen.lower()
    assert "zoe peut se connecter" in screen
    assert log_in(office, "zoe")[0] == 200


def test_two_passwords_that_differ_change_nothing(office):
    code, screen = typed(terminal(office, "add", "differe", "--role", "desk"), PASSWORD + "\n", PASSWORD + "x\n")
    assert code == 1
    assert "diffèrent" in screen
    assert "differe" not in vitrine_user(office, "list").stdout


def test_ctrl_c_gives_the_terminal_back_with_its_echo_and_changes_nothing(office):
    child = terminal(office, "add", "parti", "--role", "desk")
    child.expect(" : $")
    assert not child.getecho()
    child.send("secret\x03")
    child.expect("Rien n'est changé")
    assert child.getecho()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert "parti" not in vitrine_user(office, "list").stdout


def test_a_password_that_is_made_up_is_shown_once_and_works(office):
    run = vitrine_user(office, "add", "accueil", "--role", "manager", "--generate")
    assert run.returncode == 0
    password = re.search(r": ([a-z2-9]{4}(-[a-z2-9]{4}){3})$", run.stdout, re.M)[1]
    status, answer, _ = log_in(office, "accueil", password)
    assert (status, answer["role"]) == (200, "manager")
    assert password not in vitrine_user(office, "list").stdout


def test_everybody_is_listed_with_their_role_and_those_who_left(office):
    Staff(office, "paul", "admin")
    Staff(office, "lea")
    assert vitrine_user(office, "remove", "lea").returncode == 0
    lines = vitrine_user(office, "list").stdout.splitlines()
    assert any(re.match(r"paul +admin", line) for line in lines)
    assert re.match(r"lea +retiré", lines[-1])


@pytest.mark.parametrize(("arguments", "typed_password", "code", "says"), [
    (["add", "é", "--role", "desk", "--password-stdin"], PASSWORD, 1, "lettres sans accent"),
    (["add", "court", "--role", "desk", "--password-stdin"], "court", 1, "8 à 200"),
    (["add", "vide", "--role", "desk", "--password-stdin"], "", 1, "Aucun mot de passe"),
    (["add", "chef", "--role", "roi", "--generate"], PASSWORD, 2, "role"),
    (["add", "chef"], PASSWORD, 2, "role"),
    (["add", "chef", "--role", "desk", "--generate", "--password-stdin"], PASSWORD, 2, "pas les deux"),
    (["password", "personne", "--password-stdin"], PASSWORD, 1, "Personne ne s'appelle"),
    (["role", "personne", "--role", "admin"], PASSWORD, 1, "Personne ne s'appelle"),
    (["remove", "personne"], PASSWORD, 1, "Personne ne s'appelle"),
])
def test_what_cannot_be_is_refused_in_words(office, arguments, typed_password, code, says):
    run = vitrine_user(office, *arguments, typed=typed_password)
    assert (run.returncode, run.stdout) == (code, "")
    assert says in run.stderr


def test_somebody_who_exists_is_not_added_again(office):
    Staff(office, "deux-fois")
    run = vitrine_user(office, "add", "Deux-Fois", "--role", "admin", "--password-stdin")
    assert run.returncode == 1
    assert "existe déjà" in run.stderr
    assert log_in(office, "deux-fois")[1]["role"] == "desk"


def test_without_a_server_s_folder_it_says_how_to_go_on(office, tmp_path):
    run = vitrine_user(office, "list", "--data", str(tmp_path / "nowhere"))
    assert run.returncode == 1
    assert "vitrine serve" in run.stderr
    assert not (tmp_path / "nowhere").exists()
