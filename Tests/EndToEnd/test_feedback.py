"""Four faces when a visitor has finished: asked once, never in the way, counted before the visit ends."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_every_screen import CUT_TEXT, SMALL_TARGETS
from test_stories import kinds, recorded
from visitor import KIOSK, LANGUAGES, NO_PRELOAD, TABLET_LANDSCAPE, TABLET_PORTRAIT

FACES = ["Pas du tout", "Pas vraiment", "Oui, plutôt", "Oui, tout à fait"]


def finish(visitor) -> None:
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.tap("Terminer")
    visitor.page.get_by_role("heading", name="Merci, et belle journée").wait_for()


def finish_low(visitor) -> None:
    """By somebody who reaches from low down."""
    visitor.open("#/fr")
    visitor.page.locator(".bar-comfort").tap()
    visitor.page.locator(".switch-low").tap()
    visitor.page.locator(".dialog-close").tap()
    visitor.tap("Terminer")
    visitor.page.get_by_role("heading", name="Merci, et belle journée").wait_for()
    visitor.until("document.documentElement.dataset.reach === 'low'")


def ended(server, visitor) -> list[tuple]:
    """The session's kinds and values, once it has ended."""
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    rows = recorded(server, visitor, 3)
    assert kinds(rows)[-1] == "session-end"
    assert "done" in str(rows[-1][6])
    return [(row[2], row[6]) for row in rows]


@pytest.mark.parametrize("face", [1, 4])
def test_the_face_that_was_touched_is_counted_before_the_session_ends(server, screen, face):
    visitor = screen(server.url)
    visitor.page.clock.install()
    finish(visitor)
    visitor.tap(FACES[face - 1], exact=True)
    visitor.page.get_by_role("heading", name="C’est noté").wait_for()
    visitor.tap(FACES[face - 1], exact=True)
    visitor.page.clock.run_for(3_000)
    told = ended(server, visitor)
    assert [kind for kind, _ in told] == ["session-start", "language", "feedback", "session-end"], "two touches are one answer"
    assert str(face) in str(told[2][1])


def test_a_touch_beside_the_faces_goes_on_at_once_and_is_no_answer(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    finish(visitor)
    visitor.page.locator(".farewell-arch").tap()
    assert [kind for kind, _ in ended(server, visitor)] == ["session-start", "language", "session-end"]


def test_nobody_has_to_answer(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    finish(visitor)
    visitor.page.clock.run_for(11_000)
    assert [kind for kind, _ in ended(server, visitor)] == ["session-start", "language", "session-end"]
    assert visitor.page.get_by_role("button", name=FACES[0]).count() == 0


WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) shifts.push(entry.value); }))
  .observe({ type: "layout-shift" });
"""


def test_who_reached_from_low_down_sees_nothing_move_when_the_goodbye_is_over(server, screen):
    visitor = screen(server.url)
    page = visitor.page
    finish_low(visitor)
    page.wait_for_timeout(1_000)  # a browser says nothing of what moves right after a touch
    page.evaluate(WATCH_SHIFTS)
    page.get_by_role("button", name="Bienvenue").wait_for(timeout=60_000)
    visitor.until("!('reach' in document.documentElement.dataset)")
    page.wait_for_timeout(500)
    assert page.evaluate("shifts.reduce((all, shift) => all + shift, 0)") <= 0.02


def test_who_reaches_from_low_down_reaches_every_face(server, screen):
    """The goodbye was as high as the whole screen, under its calm upper part: faces were below the edge, and there was nothing to touch."""
    visitor = screen(server.url)
    page = visitor.page
    finish_low(visitor)
    for name in [*FACES, "Ne pas répondre"]:
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= KIOSK["height"], f"{name}: {box}"


def test_with_a_keyboard_there_is_all_the_time_one_needs(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    finish(visitor)
    page = visitor.page
    assert page.evaluate("document.activeElement.tagName") == "H1", "the goodbye is announced"
    for face in FACES[:3]:
        page.clock.run_for(8_000)
        page.keyboard.press("Tab")
        assert face in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="C’est noté").wait_for()
    page.keyboard.press("Escape")
    told = ended(server, visitor)
    assert told[2][0] == "feedback" and "3" in str(told[2][1])


def test_who_has_simply_left_is_asked_nothing(server, screen):
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open()
    visitor.tap("Bienvenue")
    visitor.page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    visitor.page.clock.run_for(70_000)
    visitor.page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()
    visitor.page.clock.run_for(12_000)
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    assert visitor.page.get_by_role("heading", name="Merci").count() == 0
    assert kinds(recorded(server, visitor, 3)) == ["session-start", "language", "session-end"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_faces_have_names_and_room_in_every_language_and_axe_finds_nothing(reception, screen, lang):
    visitor = screen(reception.url, reduced_motion="reduce", bypass_csp=True)
    visitor.page.clock.install()
    found = []
    for size in [KIOSK, TABLET_PORTRAIT, TABLET_LANDSCAPE, {"width": 390, "height": 844}]:
        visitor.page.set_viewport_size(size)
        visitor.open("#/").go(f"#/{lang}")
        visitor.page.locator(".bar-button").first.tap()
        visitor.page.locator(".farewell").wait_for()
        visitor.settled()
        found += visitor.page.evaluate(CUT_TEXT) + visitor.page.evaluate(SMALL_TARGETS)
        assert all(name.strip() for name in visitor.page.locator(".face").all_inner_texts())
        if size == KIOSK:
            found += [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]]
        visitor.page.keyboard.press("Escape")
    assert found == []
