"""What a visitor may ask of the screen to read and to reach, and that it ends with the visit."""

import pytest
from test_access import CONTROLS, KIOSK_LYING, PHONE, TOUCHABLE, comfort, open_dialogs, screens, set_page, until
from test_every_screen import CUT_TEXT, SMALL_TARGETS
from visitor import KIOSK, LANGUAGES, TABLET_LANDSCAPE, TABLET_PORTRAIT


@pytest.mark.parametrize(
    ("size", "lang", "text"),
    [
        *[(KIOSK, lang, "3") for lang in LANGUAGES],
        *[(size, "de", "3") for size in (KIOSK_LYING, TABLET_PORTRAIT, TABLET_LANDSCAPE, PHONE)],
        *[(size, "nl", "2") for size in (KIOSK, KIOSK_LYING, PHONE)],
    ],
    ids=lambda value: f"{value['width']}x{value['height']}" if isinstance(value, dict) else value,
)
def test_bigger_letters_lose_nothing(reception, screen, size, lang, text):
    visitor = screen(reception.url, size, reduced_motion="reduce").open("#/")
    set_page(visitor, text=text)
    found = []
    for address in screens(lang):
        visitor.go(address)
        found += [f"{address}: {fault}" for fault in visitor.page.evaluate(CUT_TEXT) + visitor.page.evaluate(SMALL_TARGETS)]
    visitor.go(f"#/{lang}/place/chateau-de-sommieres")
    for dialog in open_dialogs(visitor):
        found += [f"{dialog}: {fault}" for fault in visitor.page.evaluate(CUT_TEXT)]
    assert found == []


def test_letters_really_grow_by_what_is_promised(reception, screen):
    visitor = screen(reception.url).open("#/fr/place/chateau-de-sommieres")
    visitor.settled()
    size = "parseFloat(getComputedStyle(document.querySelector('.prose, .place p')).fontSize)"
    before = visitor.page.evaluate(size)
    visitor.page.locator(".bar-comfort").tap()
    visitor.tap("Très grande")
    visitor.drawn()
    assert visitor.page.evaluate(size) == pytest.approx(before * 1.8, rel=0.01)


@pytest.mark.parametrize("size", [KIOSK, KIOSK_LYING], ids=["standing", "lying"])
def test_low_reach_leaves_nothing_to_touch_in_the_upper_part(reception, screen, size):
    visitor = screen(reception.url, size, reduced_motion="reduce").open("#/fr")
    comfort(visitor, "low")
    line = size["height"] * 0.4
    high, seen = [], 0

    def look(where: str) -> None:
        nonlocal seen
        for control in visitor.page.evaluate(TOUCHABLE, CONTROLS):
            seen += 1
            if control["top"] + control["height"] / 2 < line:
                high.append((where, control))

    for address in screens("fr")[1:]:
        visitor.go(address)
        for scrolled in (0, 700):
            visitor.page.evaluate("y => scrollTo(0, y)", scrolled)
            visitor.page.wait_for_timeout(50)
            look(f"{address} scrolled {scrolled}")
    visitor.go("#/fr/place/chateau-de-sommieres")
    for dialog in open_dialogs(visitor):
        look(dialog)
    assert seen > 40
    assert high == []


def test_comfort_holds_through_a_reload_and_ends_with_the_visit(reception, screen):
    visitor = screen(reception.url).open("#/fr")
    page = visitor.page
    page.locator(".bar-comfort").tap()
    visitor.tap("Grande", exact=True)
    for name in ("contrast", "low", "still"):
        page.locator(f".switch-{name}").tap()
    chosen = {"text": "2", "contrast": "high", "reach": "low", "motion": "less"}
    asked = "() => ({ ...document.documentElement.dataset })"
    visitor.drawn()
    assert page.evaluate(asked) == chosen, "at once, behind the dialog"
    page.reload()
    visitor.settled()
    assert page.evaluate(asked) == chosen
    finish(visitor)
    until(page, "Object.keys(document.documentElement.dataset).length === 0")
    page.reload()
    visitor.settled()
    assert page.evaluate(asked) == {}


def finish(visitor) -> None:
    """Out of the visit, past the question how it was."""
    visitor.tap("Terminer")
    until(visitor.page, "location.hash === '#/' || document.querySelector('.page-farewell') !== null")
    if visitor.page.locator(".page-farewell").count():
        visitor.page.locator(".page-farewell button").last.tap()


def test_somebody_elses_device_can_ask_for_contrast(reception, screen):
    visitor = screen(reception.url, contrast="more").open("#/fr")
    assert visitor.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
