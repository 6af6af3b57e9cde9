"""The desk without a terminal, at /desk: a line is typed, read, recorded, corrected. A real browser, the real server."""

import pytest
from counsellor import KEYS, PC, Counsellor, open_server


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One server for all desks of this file."""
    server = open_server(tmp_path_factory.mktemp("desk"))
    yield server
    server.stop()


@pytest.fixture
def counsellor(office, screen):
    """With a keyboard and a mouse, on a PC."""
    return Counsellor(office, screen(office.url, PC, **KEYS)).open()


def test_a_visit_is_logged_with_the_keyboard_alone(counsellor):
    counsellor.type("34 2+2 famille rando")
    counsellor.read("Hérault")
    counsellor.press("Enter")
    counsellor.done("Enregistré")
    assert counsellor.visits() == [("34", "FR", 2, 2, "family", '["hiking"]', "live", "zoe")]
    assert counsellor.line.input_value() == ""
    assert counsellor.page.evaluate("document.activeElement.id") == "line", "the next visit can be typed at once"
    assert "Hérault" in counsellor.page.locator(".recent-list li").first.inner_text()


def test_enter_before_the_reading_came_records_the_line_and_keeps_what_is_typed_after_it(counsellor):
    for _ in range(3):
        counsellor.page.keyboard.insert_text("nl 2 couple")
        counsellor.press("Enter")
        counsellor.within(5, lambda: counsellor.line.input_value() == "")
    counsellor.within(5, lambda: len(counsellor.visits()) == 3)
    assert {visit[1:5] for visit in counsellor.visits()} == {("NL", 2, 0, "couple")}


def test_plain_enter_records_nothing(counsellor):
    counsellor.press("Enter")
    counsellor.type("   ")
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(300)
    assert counsellor.facts() == 0


def test_what_is_understood_is_shown_word_by_word(counsellor):
    counsellor.type("34 2+2 fam")
    counsellor.read("Hérault")
    chips = counsellor.page.locator(".token")
    assert [chip.split("\n")[0] for chip in chips.all_inner_texts()] == ["34", "2+2", "fam"]
    assert "Hérault" in chips.first.inner_text()
    chips.nth(1).click()
    counsellor.within(5, lambda: counsellor.line.input_value() == "34 fam")


def test_a_refused_line_says_why_and_its_suggestion_mends_it(counsellor):
    counsellor.type("34 2 rendonnée")
    wrong = counsellor.page.locator(".token-wrong")
    wrong.wait_for()
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(200)
    assert counsellor.facts() == 0
    assert counsellor.line.input_value() == "34 2 rendonnée", "the line is there to be mended"
    assert counsellor.line.get_attribute("aria-invalid") == "true"
    assert "rendonnée" in wrong.inner_text()
    wrong.locator(".suggestions button").first.click()
    wrong.wait_for(state="detached")
    counsellor.press("Enter")
    counsellor.done("Enregistré")
    assert counsellor.visits()[0][5] == '["hiking"]'


def test_a_word_with_two_meanings_is_asked_about(counsellor):
    counsellor.type("20 2")
    wrong = counsellor.page.locator(".token-wrong")
    wrong.wait_for()
    offered = wrong.locator(".suggestions button").all_inner_texts()
    assert {"2A", "2B"} <= {word.upper() for word in offered}
    counsellor.press("Enter")
    counsellor.page.wait_for_timeout(200)
    assert counsellor.facts() == 0


def test_nobody_is_told_off_in_the_middle_of_a_word(counsellor):
    counsellor.type("34 2 ca")
    counsellor.page.get_by_role("listbox").wait_for()
    counsellor.page.locator(".token").nth(2).wait_for()
    assert counsellor.page.locator(".token-wrong").count() == 0
    counsellor.press("Enter")
    counsellor.page.locator(".token-wrong").wait_for()
    assert counsellor.facts() == 0


def test_a_long_line_of_signs_that_mean_nothing_records_nothing(counsellor):
    counsellor.page.keyboard.insert_text("😀 " * 160)
    counsellor.press("Enter")
    counsellor.page.locator(".token-wrong, .trouble, .done-refused").first.wait_for()
    assert counsellor.facts() == 0
    assert counsellor.line.input_value() != ""


def test_tab_completes_the_word_and_accents_are_optional(counsellor):
    counsellor.type("34 2 ran")
    listbox = counsellor.page.get_by_role("listbox")
    listbox.wait_for()
    assert counsellor.line.get_attribute("aria-expanded") == "true"
    assert "rando" in listbox.inner_text()
    counsellor.press("Tab")
    completed = counsellor.line.input_value()
    assert completed.startswith("34 2 rando") and completed.endswith(" ")
    counsellor.read("randonnée")
    assert counsellor.line.get_attribute("aria-expanded") == "false"
    counsellor.page.keyboard.insert_text("hé")
    listbox.wait_for()
    assert "heb" in listbox.inner_text().replace("é", "e")


def test_arrows_choose_a_completion_and_enter_takes_it_without_recording(counsellor):
    counsellor.type("34 2 fa")
    options = counsellor.page.get_by_role("option")
    options.first.wait_for()
    word = options.first.locator("b").inner_text()
    counsellor.press("ArrowDown")
    assert counsellor.line.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    counsellor.press("Enter")
    assert counsellor.line.input_value() == f"34 2 {word} "
    assert counsellor.facts() == 0
    counsellor.type("s")
    counsellor.page.get_by_role("listbox").wait_for()
    counsellor.press("Escape")
    counsellor.page.get_by_role("listbox").wait_for(state="hidden")
    assert counsellor.line.input_value() == f"34 2 {word} s", "Escape closes the list and nothing else"
    counsellor.press("Tab")
    assert counsellor.page.evaluate("document.activeElement.id") != "line", "nobody is held in the line"


def test_undo_takes_the_last_one_back_and_its_line_can_be_brought_back(counsellor):
    counsellor.log()
    counsellor.press("Control+z")
    counsellor.done("Annulé")
    counsellor.within(5, lambda: counsellor.visits() == [])
    assert counsellor.facts() == 2, "nothing is deleted: the correction is a fact"
    counsellor.page.locator(".done-buttons button").click()
    assert counsellor.line.input_value().startswith("34")
    counsellor.press("Enter")
    counsellor.within(5, lambda: [visit[2:4] for visit in counsellor.visits()] == [(2, 2)])


def test_control_z_in_a_line_that_is_being_typed_undoes_no_visit(counsellor):
    counsellor.log()
    counsellor.type("nl 2")
    counsellor.press("Control+z")
    counsellor.page.wait_for_timeout(300)
    assert len(counsellor.visits()) == 1


def test_the_last_line_comes_back_to_be_changed_and_stays_where_it_was_in_time(counsellor):
    counsellor.log()
    [(at,)] = counsellor.server.query("select at from visit_current where desk = ?", counsellor.desk)
    counsellor.page.wait_for_timeout(1_100)
    counsellor.press("ArrowUp")
    assert "34" in counsellor.line.input_value()
    counsellor.page.locator(".editing").wait_for()
    counsellor.line.fill("30 2+2 famille")
    counsellor.press("Enter")
    counsellor.within(5, lambda: [visit[0] for visit in counsellor.visits()] == ["30"])
    assert counsellor.facts() == 2
    assert counsellor.server.query("select at from visit_current where desk = ?", counsellor.desk) == [(at,)]


def test_a_visit_left_as_it_was_is_left_as_it_was(counsellor):
    counsellor.log()
    counsellor.press("ArrowUp")
    counsellor.press("Escape")
    assert counsellor.line.input_value() == ""
    counsellor.log("nl 2")
    assert sorted(visit[1] for visit in counsellor.visits()) == ["FR", "NL"]


def test_any_of_the_last_ones_is_voided_with_its_reason(counsellor):
    counsellor.log("34 2")
    counsellor.log("nl 2")
    older = counsellor.page.locator(".recent-list li").nth(1)
    older.get_by_role("button", name="Annuler").click()
    counsellor.page.get_by_role("dialog").get_by_role("button", name="noté deux fois").click()
    counsellor.within(5, lambda: [visit[1] for visit in counsellor.visits()] == ["NL"])
    assert counsellor.server.query("select voided from desk_fact where desk = ? and voided is not null", counsellor.desk) == [("noté deux fois",)]
    counsellor.within(5, lambda: counsellor.page.locator(".recent-list li").count() == 1)


def test_a_rush_is_counted_and_the_day_noted(counsellor):
    for people in (6, 2):
        counsellor.page.get_by_role("button", name=f"+{people} personnes").click()
    counsellor.within(5, lambda: counsellor.facts() == 2)
    counsellor.page.get_by_role("button", name="Noter le jour").click()
    counsellor.page.get_by_role("dialog").get_by_role("textbox").fill("orage, marché annulé")
    counsellor.press("Enter")
    counsellor.within(5, lambda: counsellor.facts() == 3)
    assert counsellor.server.query("select people from tally_current where desk = ? order by seq", counsellor.desk) == [(6,), (2,)]
    assert counsellor.server.query("select text from annotation_current where desk = ?", counsellor.desk) == [("orage, marché annulé",)]
    assert "orage" in counsellor.page.locator(".recent-list li").first.inner_text()
