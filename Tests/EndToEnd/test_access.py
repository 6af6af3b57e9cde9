"""Everybody can read and operate: contrast, keyboard, movement, imposed colours, direction of writing."""

from pathlib import Path

import axe_playwright_python
import pytest
from test_every_screen import CUT_TEXT
from visitor import KIOSK, LANGUAGES, TABLET_LANDSCAPE

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"width": 390, "height": 844}
KIOSK_LYING = {"width": 1920, "height": 1080}
DIALOGS = {".bar-languages": "languages", ".bar-comfort": "comfort", ".bar-main": "take-away"}
CONTROLS = "a[href], button, summary, input, select, [tabindex='0']"

# What a finger meets when it touches there: a control that is covered or scrolled away can't be touched.
TOUCHABLE = """(controls) => [...document.querySelectorAll(controls)].flatMap((control) => {
    if (!control.checkVisibility()) return [];
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit && control.contains(hit) ? [{ name: control.textContent.trim().slice(0, 40), top, height }] : [];
})"""


def screens(lang: str) -> list[str]:
    """One of each kind of page."""
    return [
        "#/", f"#/{lang}", f"#/{lang}/find", f"#/{lang}/search", f"#/{lang}/day", f"#/{lang}/theme/hike",
        f"#/{lang}/place/voie-verte-de-la-vaunage",
        f"#/{lang}/place/chateau-de-sommieres", f"#/{lang}/accessibility", f"#/{lang}/nowhere/at-all",
    ]


def until(page, truth: str) -> None:
    """The policy forbids what playwright's own waiting does."""
    for _ in range(100):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {truth}")


def set_page(visitor, **attributes) -> None:
    visitor.page.evaluate("set => Object.assign(document.documentElement.dataset, set)", attributes)


def open_dialogs(visitor):
    """Each dialog of the bar, open while it is looked at."""
    for opener, name in DIALOGS.items():
        button = visitor.page.locator(opener)
        if button.count() == 0:
            continue
        button.first.click()
        visitor.page.get_by_role("dialog").wait_for()
        yield name
        visitor.page.keyboard.press("Escape")
        visitor.page.get_by_role("dialog").wait_for(state="detached")


def comfort(visitor, name: str) -> None:
    visitor.page.locator(".bar-comfort").tap()
    visitor.page.locator(f".switch-{name}").tap()
    visitor.page.keyboard.press("Escape")
    visitor.page.get_by_role("dialog").wait_for(state="detached")


@pytest.mark.parametrize("theme", ["normal", "high"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_either_theme(reception, screen, lang, theme):
    visitor = screen(reception.url, reduced_motion="reduce", bypass_csp=True).open("#/")
    visitor.page.evaluate(AXE)
    set_page(visitor, contrast=theme)
    found = []

    def look(where: str) -> None:
        violations = visitor.page.evaluate("async () => (await axe.run({ preload: false })).violations.map((v) => [v.id, v.nodes[0].html])")
        found.extend((where, *violation) for violation in violations)

    for address in screens(lang):
        visitor.go(address)
        look(address)
    visitor.go(f"#/{lang}/place/chateau-de-sommieres")
    for dialog in open_dialogs(visitor):
        look(dialog)
    assert found == []


def test_axe_finds_nothing_in_the_statement_as_everybody_can_open_it(reception, screen):
    visitor = screen(reception.url, PHONE, bypass_csp=True)
    visitor.page.goto(f"{reception.url}/accessibility.html")
    visitor.page.evaluate(AXE)
    assert visitor.page.evaluate("async () => (await axe.run({ preload: false })).violations.map((v) => v.id)") == []
    assert visitor.page.evaluate(CUT_TEXT) == []
    assert visitor.page.evaluate("document.scripts.length") == 0, "it needs no script"


def test_what_has_the_focus_is_in_sight_with_nothing_over_it(reception, screen):
    visitor = screen(reception.url, reduced_motion="reduce").open("#/fr/place/voie-verte-de-la-vaunage")
    visitor.settled()
    hidden, names = [], []
    for low in (False, True):
        if low:
            comfort(visitor, "low")
            visitor.page.locator("h1").focus()
        for _ in range(20):
            visitor.page.keyboard.press("Tab")
            visitor.page.wait_for_timeout(30)
            state = visitor.page.evaluate(
                """() => {
                    const it = document.activeElement;
                    const { left, top, width, height } = it.getBoundingClientRect();
                    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
                    const seen = it === document.body || (hit !== null && it.contains(hit));
                    return { name: it.textContent.trim().slice(0, 40), seen };
                }"""
            )
            names.append(state["name"])
            if not state["seen"]:
                hidden.append((low, state["name"]))
    assert any("Emporter" in name for name in names)
    assert hidden == []


def test_the_bar_is_one_key_away_from_the_top_of_a_long_list(reception, screen):
    visitor = screen(reception.url).open("#/fr/theme/heritage")
    visitor.settled()
    page = visitor.page
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller aux boutons du bas"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") > 0, "seen when it is there"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.bar') !== null")


def test_a_dialog_holds_the_focus_and_gives_it_back(reception, screen):
    visitor = screen(reception.url).open("#/fr")
    visitor.settled()
    page = visitor.page
    page.locator(".bar-comfort").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")
    page.get_by_role("switch", name="Contraste renforcé").focus()
    page.keyboard.press("Space")
    assert page.get_by_role("switch", name="Contraste renforcé").get_attribute("aria-checked") == "true"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('.bar-comfort')")


def test_a_new_page_is_announced_though_it_was_loading_before(reception, screen):
    visitor = screen(reception.url).open("#/fr")
    visitor.settled()
    visitor.go("#/fr/accessibility")
    visitor.page.get_by_role("heading", name="Déclaration d’accessibilité").wait_for()
    until(visitor.page, "document.activeElement.textContent === 'Déclaration d’accessibilité'")


@pytest.mark.parametrize("asks", ["device", "visitor"])
def test_nothing_moves_where_no_movement_is_wanted(reception, screen, asks):
    options = {"reduced_motion": "reduce"} if asks == "device" else {}
    visitor = screen(reception.url, **options).open("#/fr/theme/hike")
    visitor.settled()
    if asks == "visitor":
        comfort(visitor, "still")
    page = visitor.page
    page.evaluate(
        """() => {
            window.moved = [];
            const animate = Element.prototype.animate;
            Element.prototype.animate = function (...how) { window.moved.push(this.className); return animate.apply(this, how); };
            for (const type of ["animationstart", "transitionrun"]) {
                addEventListener(type, (event) => window.moved.push(`${type} ${event.target.className}`), { capture: true });
            }
        }"""
    )
    page.locator(".card").first.tap()
    page.locator(".place h1").wait_for()
    page.locator(".bar-main").tap()
    page.get_by_role("dialog").wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") == []


def test_a_picture_grows_into_its_page_and_goes_back_to_its_card(reception, screen):
    visitor = screen(reception.url, reduced_motion="no-preference").open("#/fr/theme/hike")
    visitor.settled()
    page = visitor.page
    page.evaluate(
        """() => {
            window.moved = [];
            const animate = Element.prototype.animate;
            Element.prototype.animate = function (steps, how) {
                window.moved.push([this.className, Object.keys(steps[0]).join(), how.duration <= 400]);
                return animate.call(this, steps, how);
            };
        }"""
    )
    page.locator(".card").first.tap()
    until(page, "window.moved.length === 1")
    visitor.tap("Retour")
    until(page, "window.moved.length === 2")
    assert page.evaluate("window.moved") == [["place-picture", "transform", True], ["card-picture", "transform", True]]


def test_colours_the_device_imposes_leave_edges_to_see(reception, screen):
    visitor = screen(reception.url, forced_colors="active").open("#/fr/theme/hike")
    visitor.settled()
    edgeless = visitor.page.evaluate(
        """() => [...document.querySelectorAll("a.card, .filter, .bar-button")]
            .filter((e) => getComputedStyle(e).borderTopStyle === "none" || getComputedStyle(e).borderTopWidth === "0px")
            .map((e) => e.className)"""
    )
    assert edgeless == []
    visitor.page.locator(".filter").first.tap()
    chosen, others = visitor.page.evaluate(
        "() => [...document.querySelectorAll('.filter')].slice(0, 2).map((e) => getComputedStyle(e).backgroundColor)"
    )
    assert chosen != others, "what is chosen differs by its ground"


@pytest.mark.parametrize("size", [KIOSK, TABLET_LANDSCAPE, PHONE], ids=["kiosk", "tablet", "phone"])
def test_pages_can_be_read_from_the_right(reception, screen, size):
    visitor = screen(reception.url, size).open("#/")
    visitor.page.evaluate("document.documentElement.dir = 'rtl'")
    found = []
    for address in screens("fr"):
        visitor.go(address)
        visitor.page.evaluate("document.documentElement.dir = 'rtl'")
        found += [f"{address}: {fault}" for fault in visitor.page.evaluate(CUT_TEXT)]
    assert found == []
    first, last = visitor.page.evaluate(
        """() => {
            const buttons = [...document.querySelectorAll(".bar-button")];
            return [buttons[0], buttons.at(-1)].map((button) => button.getBoundingClientRect().left);
        }"""
    )
    assert first > last, "the bar begins on the right"


def test_the_page_says_which_way_its_language_is_written(reception, screen):
    visitor = screen(reception.url).open("#/de")
    assert visitor.page.evaluate("document.documentElement.dir") == "ltr"
    direction = """async () => {
        const { Translator } = await import("/lib/i18n.js");
        return ["fr", "ar"].map((lang) => new Translator(lang, {}).direction);
    }"""
    assert visitor.page.evaluate(direction) == ["ltr", "rtl"]
