"""Whatever the desk counts and notes beside visits, as a counsellor types it, in a register that a server has left."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from vitrine_server import desk

# The office's days, wherever the tests run.
TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()


def facts(data, days_back: int = 2) -> list[dict]:
    """What counts, the oldest first."""
    since = (TODAY - timedelta(days=days_back)).isoformat()
    run = desk(data, "list", "--from", since, "--json")
    assert run.returncode == 0, run.stderr
    return [fact for fact in json.loads(run.stdout) if fact["counts"]]


def done(data, *arguments, lang="fr_FR.UTF-8"):
    run = desk(data, *arguments, lang=lang)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def test_a_tally_counts_people_and_says_how_to_describe_some_of_them(data):
    told = done(data, "tally", "+6")
    assert told.startswith("6 personnes comptées\nEnregistré : ")
    assert "desk undo" in told
    [tally] = facts(data)
    assert (tally["kind"], tally["tally"], tally["entry"]) == ("tally", {"people": 6}, "live")
    invitation = told.strip().split("\n")[-1].split("desk ")[1].split()
    assert invitation[0] == "visit" and tally["id"].startswith(invitation[-1])
    done(data, *invitation)
    assert "6 comptées, 4 décrites" in done(data, "tally", "--sample")
    assert json.loads(done(data, "tally", "--sample", "--json")) == [{"id": tally["id"], "people": 6, "described": 4}]


@pytest.mark.parametrize("arguments, expected, told", [
    (["admission", "chapelle-castrale", "12+4"], ("admission", "chapelle-castrale", 12, 4, False), "Chapelle castrale : 12 adultes, 4 enfants"),
    (["admission", "VINO", "2", "--paid"], ("admission", "vinopanorama", 2, 0, True), "payant"),
    (["admission", "Châpelle castrale", "1"], ("admission", "chapelle-castrale", 1, 0, False), "1 adulte"),
    (["tasting", "14"], ("tasting", None, 14, 0, False), "14 adultes"),
    (["tasting", "10+3", "vinopanorama"], ("tasting", "vinopanorama", 10, 3, False), "Vinopanorama"),
    (["exhibition", "30"], ("exhibition", None, 30, 0, False), "30 adultes"),
])
def test_attendance_is_recorded_by_site_with_adults_and_children(data, arguments, expected, told):
    assert told in done(data, *arguments)
    [fact] = facts(data)
    attendance = fact["attendance"]
    assert (attendance["kind"], attendance.get("site"), attendance["adults"], attendance["children"], attendance["paid"]) == expected


def test_a_day_before_is_said_as_people_say_it_and_entered_late(data):
    assert "hier 12 h 00" in done(data, "admission", "chapelle", "3", "--day", "hier")
    assert "hier 18 h 30" in done(data, "tasting", "8", "--at", "hier-18h30")
    assert "hier 9 h 00" in done(data, "tally", "5", "--day", f"{YESTERDAY}T09:00")
    assert [(fact["entry"], fact["day"]) for fact in facts(data)] == [("late", YESTERDAY)] * 3


@pytest.mark.parametrize("hours, periods, told", [
    (["9:00-12:30", "14:00-18:00"], [(540, 750), (840, 1080)], "ouvert 9 h 00–12 h 30, 14 h 00–18 h 00"),
    (["14h-18h", "9-12h30"], [(540, 750), (840, 1080)], "ouvert 9 h 00–12 h 30, 14 h 00–18 h 00"),
    (["fermé"], [], "fermé toute la journée"),
    (["closed"], [], "fermé toute la journée"),
    (["20:00-24:00"], [(1200, 1440)], "ouvert 20 h 00–24 h 00"),
])
def test_opening_hours_are_those_that_really_were(data, hours, periods, told):
    assert told in done(data, "opening", *hours, "--day", "hier")
    [fact] = facts(data)
    assert [(period["from"], period["to"]) for period in fact["opening"]["periods"]] == periods
    assert fact["day"] == YESTERDAY


def test_a_note_is_of_its_day(data):
    assert "note : orage, marché annulé · hier" in done(data, "note", "orage, marché annulé", "--day", "hier")
    done(data, "note", "sans", "guillemets")
    assert [fact["annotation"]["text"] for fact in facts(data)] == ["orage, marché annulé", "sans guillemets"]


def test_the_door_has_one_count_for_an_hour_and_zero_is_one(data):
    assert "porte : 42 personnes de 14 h à 15 h · hier" in done(data, "door", "42", "--hour", "14", "--day", "hier")
    done(data, "door", "0", "--hour", "9h", "--day", "hier")
    assert "Déjà noté" in done(data, "door", "42", "--hour", "14", "--day", "hier")
    assert "à la place de : porte : 42 personnes" in done(data, "door", "43", "--hour", "14", "--day", "hier")
    assert sorted(fact["door"]["people"] for fact in facts(data)) == [0, 43]
    done(data, "door", "7", "--hour", "14", "--day", "hier", "--desk", "autre-porte")
    assert sorted(fact["door"]["people"] for fact in facts(data)) == [0, 7, 43]


@pytest.mark.parametrize("text, encoding", [
    ("jour;heure;personnes\n{day};10;42\n{day};11h;0\nhier;12:00;5\n", "utf-8"),
    ("day,hour,people\n{day},10,42\n{day},11,0\n{day},12,5\n", "utf-8-sig"),
    ("quand;entrées\n{day} 10:00;42\r\n{day} 11:00:00;0\r\n{day}T12:00;5\r\n", "latin-1"),
    ("{day}\t10\t42\n{day}\t11\t0\n{day}\t12\t5", "utf-8"),
    ("{french};10;42\n\n{french};11;0\n{french};12;5\n", "utf-8"),
])
def test_a_file_of_the_door_is_read_as_spreadsheets_write_it_and_counts_once(data, tmp_path, text, encoding):
    file = tmp_path / "porte.csv"
    year, month, day = YESTERDAY.split("-")
    file.write_bytes(text.format(day=YESTERDAY, french=f"{day}/{month}/{year}").encode(encoding))
    run = desk(data, "door", "--file", file)
    assert run.returncode == 0, run.stderr
    assert "3 heures" in run.stdout and "3 enregistrées" in run.stdout
    assert ("Windows-1252" in run.stderr) == (encoding == "latin-1")
    assert [fact["door"]["people"] for fact in facts(data)] == [42, 0, 5]
    assert {fact["entry"] for fact in facts(data)} == {"bulk"}
    again = json.loads(desk(data, "door", "--file", file, "--json").stdout)
    assert again == {"rows": 3, "recorded": 0, "replaced": 0, "known": 3, "dry_run": False}
    file.write_bytes(file.read_bytes().replace(b"42", b"43"))
    assert json.loads(desk(data, "door", "--file", file, "--json").stdout)["replaced"] == 1
    assert sorted(
        fact["door"]["people"] for fact in facts(data)) == [0, 5, 43]


def test_every_bad_row_is_told_with_its_number_and_nothing_is_half_imported(data, tmp_path):
    file = tmp_path / "porte.csv"
    file.write_text(
        f"jour;heure;personnes\n{YESTERDAY};10;42\n{YESTERDAY};11;beaucoup\n{YESTERDAY};25;1\n{YESTERDAY};10;2\n"
        f"2099-01-01;10;2\n{YESTERDAY};12:30;2\n{YESTERDAY};13\n{YESTERDAY};14;-3\n2020-01-01;14;3\n{YESTERDAY};15;99999\n")
    run = desk(data, "door", "--file", file)
    assert run.returncode == 1
    assert run.stdout == ""
    lines = run.stderr.strip().split("\n")
    assert [line.split(" : ")[0] for line in lines[:-1]] == [f"{file}, ligne {number}" for number in range(3, 12)]
    assert lines[-1] == "9 lignes à corriger sur 10 ; rien n'a été enregistré."
    assert "ligne 2" in lines[2]
    assert facts(data) == []


@pytest.mark.parametrize("text, told", [
    ("", "aucun compte"),
    ("jour;heure;personnes\n", "aucun compte"),
    ("jour;heure;couleur\n2026-07-14;10;bleu\n", "ligne 1"),
    ('jour;heure;personnes\n2026-07-14;"10;3\n', "guillemet"),
    ("a\0b", "CSV UTF-8"),
])
def test_a_file_that_is_none_of_the_doors_is_refused(data, tmp_path, text, told):
    file = tmp_path / "porte.csv"
    file.write_text(text)
    run = desk(data, "door", "--file", file)
    assert run.returncode == 1
    assert told in run.stderr
    assert desk(data, "door", "--file", tmp_path / "nulle-part.csv").returncode == 1
    assert facts(data) == []


@pytest.mark.parametrize("arguments, code, told", [
    (["tally", "0"], 1, "personne"),
    (["tally", "-3"], 1, "« -3 »"),
    (["tally", "12+"], 1, "« 12+ »"),
    (["tally", "1+2+3"], 1, "« 1+2+3 »"),
    (["tally", "99999999999999999999"], 1, "1000"),
    (["tally"], 2, "desk tally +6"),
    (["tally", "1", "2"], 2, "desk tally +6"),
    (["admission", "chapele", "3"], 1, "chapelle-castrale"),
    (["admission", "vinoparonama", "3"], 1, "vinopanorama"),
    (["admission", "musée", "3"], 1, "chapelle-castrale, vinopanorama"),
    (["admission", "c", "3"], 1, "chapelle-castrale"),
    (["admission", "chapelle", "0+0"], 1, "personne"),
    (["admission", "chapelle", "deux"], 1, "12+4"),
    (["admission", "chapelle"], 2, "people"),
    (["admission", "chapelle", "2", "--day", "2099-01-01"], 1, "à venir"),
    (["admission", "chapelle", "2", "--day", "2020-01-01"], 1, "400 jours"),
    (["admission", "chapelle", "2", "--day", "14 juilet"], 1, "n'est pas un moment"),
    (["tasting", "3", "nulle-part"], 1, "chapelle-castrale"),
    (["exhibition", "30000"], 1, "10000"),
    (["opening", "9:00-12:30", "12:00-18:00"], 1, "se chevauchent"),
    (["opening", "9:00-12:30", "12:30-18:00"], 1, "se touchent"),
    (["opening", "18:00-9:00"], 1, "finit avant de commencer"),
    (["opening", "9:00-9:00"], 1, "finit avant de commencer"),
    (["opening", "9:00"], 1, "n'est pas un horaire"),
    (["opening", "25:00-26:00"], 1, "n'est pas un horaire"),
    (["opening", "fermé", "9:00-12:00"], 1, "« fermé » n'est pas un horaire"),
    (["opening", "9:00-12:00", "--day", "2099-01-01"], 1, "à venir"),
    (["note", ""], 1, "Le texte est vide"),
    (["note", "x" * 301], 1, "300"),
    (["note", "deux\nlignes"], 1, "sur plusieurs lignes"),
    (["note", "x", "--day", "2099-01-01"], 1, "à venir"),
    (["door", "42", "--day", "hier"], 1, "--hour"),
    (["door", "42", "--hour", "24", "--day", "hier"], 1, "0 à 23"),
    (["door", "-5"], 1, "« -5 »"),
    (["door", "beaucoup"], 1, "beaucoup"),
    (["door"], 2, "--file"),
    (["door", "3", "--file", "x.csv"], 2, "--file"),
])
def test_what_can_not_be_recorded_is_refused_with_what_to_do(data, arguments, code, told):
    run = desk(data, *arguments)
    assert run.returncode == code, run.stderr
    assert told in run.stderr
    assert run.stdout == ""
    assert facts(data) == []


@pytest.mark.parametrize("arguments, kind", [
    (["tally", "+6"], "tally"), (["admission", "chapelle", "12+4"], "attendance"), (["tasting", "14"], "attendance"),
    (["exhibition", "30"], "attendance"), (["opening", "fermé"], "opening"), (["door", "42", "--hour", "0"], "door"),
    (["note", "orage"], "annotation"),
])
def test_a_trial_records_nothing_a_program_reads_json_and_undo_takes_back(data, arguments, kind):
    assert "rien n'a été enregistré" in done(data, *arguments, "--dry-run")
    trial = json.loads(done(data, *arguments, "--dry-run", "--json"))
    assert (trial["id"], trial["kind"]) == (None, kind)
    assert facts(data) == []
    recorded = json.loads(done(data, *arguments, "--json", "--counsellor", "lm"))
    assert [fact["id"] for fact in facts(data)] == [recorded["id"]]
    assert {key: value for key, value in recorded.items() if key not in ("id", "occurred_at", "counsellor")} == {
        key: value for key, value in trial.items() if key not in ("id", "occurred_at", "counsellor")}
    assert recorded["counsellor"] == "lm"
    assert done(data, "undo").startswith("Annulé : ")
    assert facts(data) == []


def test_it_all_speaks_english_too(data):
    assert done(data, "tally", "+6", lang="en_GB.UTF-8").startswith("6 people counted\nRecorded: ")
    assert "yesterday 12:00" in done(data, "admission", "castle chapel", "3", "--day", "yesterday", lang="en_GB.UTF-8")
    assert "closed all day" in done(data, "opening", "closed", "--lang", "en")
    assert "Did you mean" in desk(data, "admission", "zzz", "3", "--lang", "en").stderr
