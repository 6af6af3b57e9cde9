"""Stories of people whose eyes, arms or hands ask something of the screen."""

import re

import pytest
from story import back_at_the_welcome, code_on, left_behind, until
from test_place import LOCAL, with_voices
from visitor import KIOSK, TABLET_LANDSCAPE, TABLET_PORTRAIT
from vitrine_server import VitrineServer

UPPER_PART = 0.4

# What has the focus: its name, and whether somebody who sees can tell.
FOCUSED = """() => {
    const one = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const { left, top, width, height, bottom } = one.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
    return {
        name: one.getAttribute("aria-label") || document.getElementById(one.getAttribute("aria-labelledby"))?.textContent
            || one.textContent.trim(),
        tag: one.tagName,
        marked: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
        seen: top >= 0 && bottom <= innerHeight && hit !== null && (one.contains(hit) || hit.contains(one)),
    };
}"""
MOVING = """document.getAnimations()
    .filter((one) => one.playState === "running" && one.effect.getComputedTiming().duration > 10).length"""


def low_tap(visitor, name: str, role: str = "button", exact: bool = False) -> None:
    """Touches what a low arm reaches; the page comes to the hand, not the hand to the page."""
    control = visitor.page.get_by_role(role, name=name, exact=exact).first
    control.wait_for()
    control.scroll_into_view_if_needed()
    box = control.bounding_box()
    height = visitor.page.viewport_size["height"]
    middle = box["y"] + box["height"] / 2
    if middle < height * UPPER_PART:  # somebody draws the page down to reach it
        visitor.page.evaluate("by => scrollBy(0, by)", middle - height * 0.6)
        box = control.bounding_box()
    assert box["y"] + box["height"] / 2 >= height * UPPER_PART, f"{name} can't be reached"
    control.tap()


def test_a_grandmother_reads_in_large_letters_and_listens_in_peace(server, screen):
    """Larger letters, strong contrast, everything low; a voice reads the place to her for minutes, hands in her lap, and the
    screen doesn't go to sleep. When it has read, it asks after her as ever. She leaves with a smile."""
    visitor = with_voices(screen, server.url, [LOCAL])
    page = visitor.page
    page.clock.install()
    visitor.open()
    visitor.tap("Confort")
    for choice in ("Très grande", "Grande"):
        visitor.tap(choice, exact=True)
    for switch in ("Contraste renforcé", "Tout en bas"):
        visitor.tap(switch, "switch")
    visitor.tap("Fermer")
    visitor.tap("Bienvenue")
    low_tap(visitor, "Patrimoine", "link")
    low_tap(visitor, "Le pont romain", "link")
    page.get_by_role("heading", name="Côté pratique").wait_for()
    assert page.evaluate("({ ...document.documentElement.dataset })") == {"text": "2", "contrast": "high", "reach": "low"}
    low_tap(visitor, "Écouter")
    listened = 0
    while page.evaluate("speaking()"):
        page.clock.run_for(7_000)
        listened += 7
        assert page.get_by_role("dialog").count() == 0, f"asked after {listened} s of listening"
        page.evaluate("endSentence()")
    assert listened > 90, "longer than the screen would have waited"
    page.get_by_role("button", name="Écouter").wait_for()

    page.clock.run_for(62_000)
    page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()
    visitor.tap("Oui, je continue")
    page.get_by_role("dialog").wait_for(state="detached")
    low_tap(visitor, "Accueil", "link")
    low_tap(visitor, "Terminer")
    low_tap(visitor, "Oui, plutôt")
    page.clock.run_for(3_000)
    back_at_the_welcome(visitor)
    assert page.evaluate("Object.keys(document.documentElement.dataset).length") == 0, "the next eyes are others"
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("theme", "heritage"),
        ("place", "pont-romain"),
        ("feedback", "", "3"),
        ("session-end", "", "done"),
    ], "what somebody's eyes need is nobody's business"


@pytest.fixture
def checked_for_wheelchairs(content, tmp_path):
    """The office went to see, and knows that the old town can be visited in a wheelchair."""
    place = content / "places/heritage/vieux-sommieres/place.yaml"
    text = place.read_text(encoding="utf-8")
    text = re.sub(r"^heritage:", "suits: {wheelchair: yes}\n\nheritage:", text, count=1, flags=re.M)
    place.write_text(text, encoding="utf-8")
    with VitrineServer(tmp_path / "data", content) as running:
        yield running


@pytest.mark.parametrize("size", [KIOSK, TABLET_PORTRAIT], ids=["kiosk", "tablet"])
def test_somebody_in_a_wheelchair_reaches_a_visit_with_the_lower_part_only(checked_for_wheelchairs, screen, size):
    """Everything comes low with one touch. Of all places, those that are known to be accessible come first; the rest is told
    apart as not known. The old town goes along on the phone."""
    server = checked_for_wheelchairs
    visitor = screen(server.url, size).open()
    page = visitor.page
    low_tap(visitor, "Bienvenue")
    low_tap(visitor, "Confort")
    low_tap(visitor, "Tout en bas", "switch")
    low_tap(visitor, "Fermer")
    low_tap(visitor, "Que faire maintenant", "link")
    low_tap(visitor, "En fauteuil roulant", exact=True)
    low_tap(visitor, "Voir 2 idées", "link")
    page.get_by_role("heading", name="Ce qui vous convient").wait_for()
    sure = page.locator(".results-group").first.locator(".card-name").all_inner_texts()
    assert sorted(sure) == ["Le vieux Sommières", "Voie verte de la Vaunage"]
    low_tap(visitor, "Le vieux Sommières", "link")
    page.get_by_role("heading", name="Côté pratique").wait_for()
    assert "En fauteuil roulant" in page.get_by_role("region", name="Côté pratique").inner_text()
    low_tap(visitor, "Emporter")
    code_on(visitor, server, "Code QR")
    low_tap(visitor, "Fermer")
    low_tap(visitor, "Accueil", "link")
    low_tap(visitor, "Terminer")
    low_tap(visitor, "Ne pas répondre")
    back_at_the_welcome(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("filter", "", "wheelchair"),
        ("place", "vieux-sommieres"),
        ("take-away", "vieux-sommieres"),
        ("session-end", "", "done"),
    ]


def tab_to(visitor, name: str, key: str = "Tab") -> None:
    """As far as it takes; on each stop one sees where one is."""
    for _ in range(120):
        visitor.page.keyboard.press(key)
        focused = visitor.page.evaluate(FOCUSED)
        if focused["tag"] == "BODY":
            continue  # the browser's own bar, between the last control and the first
        assert focused["marked"] and focused["seen"], focused
        if name in focused["name"]:
            return
    raise AssertionError(f"{name} can't be reached with {key}")


def announced(page, heading: str) -> None:
    """A new page begins at its heading, for ears as for keys."""
    page.get_by_role("heading", name=heading, level=1).wait_for()
    until(page, f"document.activeElement.tagName === 'H1' && document.activeElement.textContent.includes({heading!r})")


def test_somebody_without_a_pointer_gets_from_the_welcome_to_a_take_away(server, screen):
    """Tab, Enter and Escape, as with a keyboard or a switch: the focus is always seen, the dialog gives it back, and nothing
    moves for who asked for less motion."""
    visitor = screen(server.url, TABLET_LANDSCAPE, reduced_motion="reduce").open()
    page = visitor.page
    assert page.evaluate(MOVING) == 0
    tab_to(visitor, "Welcome")
    page.keyboard.press("Enter")
    announced(page, "What do you feel like doing?")
    assert page.evaluate(MOVING) == 0
    tab_to(visitor, "Heritage")
    page.keyboard.press("Enter")
    announced(page, "Heritage")
    page.locator(".card").first.wait_for()
    tab_to(visitor, "The Roman bridge")
    page.keyboard.press("Enter")
    announced(page, "The Roman bridge")
    page.get_by_role("heading", name="Practical details").wait_for()
    assert page.evaluate(MOVING) == 0
    tab_to(visitor, "Take away", "Shift+Tab")  # the bar is a few keys back, not at the end of the page
    page.keyboard.press("Enter")
    code_on(visitor, server, "QR code")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    until(page, "document.activeElement.textContent.includes('Take away')")
    tab_to(visitor, "Home", "Shift+Tab")
    page.keyboard.press("Enter")
    announced(page, "What do you feel like doing?")
    tab_to(visitor, "Finish", "Shift+Tab")
    page.keyboard.press("Enter")
    announced(page, "Thank you")
    tab_to(visitor, "Yes, absolutely")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    back_at_the_welcome(visitor)
    assert left_behind(server, visitor) == [
        ("session-start",),
        ("language",),
        ("theme", "heritage"),
        ("place", "pont-romain"),
        ("take-away", "pont-romain"),
        ("feedback", "", "4"),
        ("session-end", "", "done"),
    ]
