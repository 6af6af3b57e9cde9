"""Every page, in every language, on three sizes: nothing cut, nothing missing, nothing out of reach."""

import json
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from visitor import KIOSK, LANGUAGES, NO_PRELOAD, TABLET_LANDSCAPE, TABLET_PORTRAIT, THEMES

SIZES = {
    "kiosk": KIOSK,
    "tablet-portrait": TABLET_PORTRAIT,
    "tablet-landscape": TABLET_LANDSCAPE,
    "phone": {"width": 390, "height": 844},
}
# One of each kind, with much to say.
PLACES = ["la-pierre-plantee", "voie-verte-de-la-vaunage", "chateau-largentier", "chateau-de-sommieres"]

OPENERS = {
    "languages": ".bar-button[aria-haspopup]",
    "take-away": ".bar-main",
    "map": ".place .button[aria-haspopup]",
}

# A letter outside its box, or outside the screen, is a letter nobody reads.
CUT_TEXT = """() => {
    const cut = [];
    // A name for who listens is drawn nowhere.
    const heard = (node) =>
        node !== null && (getComputedStyle(node).clipPath === "inset(50%)" || heard(node.parentElement));
    if (document.documentElement.scrollWidth > innerWidth) cut.push("the page scrolls sideways");
    for (const box of document.querySelectorAll("main, main section, main article, main li, .place-column")) {
        if (box.scrollWidth > box.clientWidth + 1) cut.push(`wider than its place: ${box.className || box.tagName}`);
    }
    const walker = document.createTreeWalker(document.querySelector("dialog[open]") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data.trim();
        const parent = node.parentElement;
        if (!text || parent.closest("noscript, script") || heard(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()];
        for (const { left, right, top, bottom, width } of rects) {
            if (width === 0) continue;
            if (left < -1 || right > innerWidth + 1) cut.push(`off the screen: ${text}`);
            for (let box = parent; box && box !== document.documentElement; box = box.parentElement) {
                const style = getComputedStyle(box);
                if (style.overflowX === "visible" && style.overflowY === "visible" && !(box instanceof SVGSVGElement)) continue;
                const edge = box.getBoundingClientRect();
                const scrolls = /auto|scroll/.test(style.overflowY);
                if (left < edge.left - 1.5 || right > edge.right + 1.5) cut.push(`cut at the side: ${text}`);
                if (!scrolls && (top < edge.top - 3 || bottom > edge.bottom + 3)) cut.push(`cut above or below: ${text}`);
            }
        }
    }
    return [...new Set(cut)];
}"""

SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, summary")]
    .filter((e) => e.checkVisibility() && !e.closest("p"))
    .map((e) => [e, e.getBoundingClientRect()])
    .map(([e, { height, width }]) => ({ name: e.textContent.trim(), height, width }))
    .filter(({ height, width }) => height < 55.5 || width < 55.5)"""

MISSING_PICTURES = """() => [...document.images].filter((i) => i.naturalWidth === 0).map((i) => i.src)
    .concat([...document.querySelectorAll(".picture-missing")].map(() => "a picture was replaced"))"""


def pages(lang: str, places: list[str]) -> list[str]:
    tools = ["find", "ideas", "search", "day", "accessibility"]
    return [
        f"#/{lang}",
        *[f"#/{lang}/{tool}" for tool in tools],
        *[f"#/{lang}/theme/{theme}" for theme in THEMES],
        *[f"#/{lang}/place/{place}" for place in places],
    ]


def place_ids(server) -> list[str]:
    return [place["id"] for place in json.loads(server.get("/api/v1/fr/catalogue")[1])["places"]]


def faults(visitor) -> list[str]:
    visitor.settled()
    visitor.drawn()
    visitor.settled()  # with the pictures of what has drawn itself since
    page = visitor.page
    where = page.evaluate("location.hash")
    found = page.evaluate(CUT_TEXT) + page.evaluate(MISSING_PICTURES) + page.evaluate(SMALL_TARGETS)
    return [f"{where}: {fault}" for fault in found]


# A phone is seen in the language with the longest words: it has a page of its own for what is taken away.
@pytest.mark.parametrize(
    ("size", "lang"), [(size, lang) for size in SIZES for lang in LANGUAGES if size != "phone" or lang == "de"]
)
def test_nothing_is_cut_missing_or_too_small_to_touch(reception, screen, size, lang):
    visitor = screen(reception.url, SIZES[size]).open("#/")
    found = faults(visitor)
    # All places are seen on each size, a fifth of them in each language.
    every = place_ids(reception)
    share = [id for i, id in enumerate(every) if i % len(LANGUAGES) == LANGUAGES.index(lang)]
    for address in pages(lang, sorted({*PLACES, *share})):
        visitor.go(address)
        found += faults(visitor)
    visitor.go(f"#/{lang}/place/{PLACES[1]}")
    for dialog in OPENERS:
        visitor.page.locator(OPENERS[dialog]).first.tap()
        visitor.page.get_by_role("dialog").wait_for()
        found += [f"{dialog}: {fault}" for fault in faults(visitor)]
        visitor.page.keyboard.press("Escape")
        visitor.page.get_by_role("dialog").wait_for(state="detached")
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(reception, screen, lang):
    # axe writes styles of its own, which the policy would refuse.
    visitor = screen(reception.url, reduced_motion="reduce", bypass_csp=True).open("#/")
    axe = Axe()
    found = []
    places = PLACES if lang == "fr" else [PLACES[LANGUAGES.index(lang) - 1]]
    addresses = ["#/", *pages(lang, places), f"#/{lang}/place/nowhere-at-all"]
    screen.expected.append("404")
    for address in addresses:
        visitor.go(address)
        found += [(address, v["id"], v["nodes"][0]["html"]) for v in axe.run(visitor.page, options=NO_PRELOAD).response["violations"]]
    visitor.go(f"#/{lang}/place/{PLACES[0]}")
    for opener in OPENERS.values():
        visitor.page.locator(opener).first.tap()
        visitor.page.get_by_role("dialog").wait_for()
        found += [(opener, v["id"], v["nodes"][0]["html"]) for v in axe.run(visitor.page, options=NO_PRELOAD).response["violations"]]
        visitor.page.keyboard.press("Escape")
    assert found == []


def test_the_way_to_a_place_and_back_needs_only_a_keyboard(reception, screen):
    visitor = screen(reception.url).open("#/")
    page = visitor.page

    def tab_to(name: str) -> None:
        seen = []
        for _ in range(60):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("document.activeElement.matches('a, button') ? document.activeElement.textContent : ''"))
            if name in seen[-1]:
                return
        raise AssertionError(f"{name} can't be reached with the keyboard; last came {seen[-12:]}")

    tab_to("Bienvenue")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="De quoi avez-vous envie").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1", "the new page is announced"
    tab_to("Patrimoine")
    page.keyboard.press("Enter")
    tab_to("La tour de l’Horloge")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="La tour de l’Horloge", level=1).wait_for()
    tab_to("Emporter")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert "Emporter" in page.evaluate("document.activeElement.textContent"), "the focus goes back to where it was"


def test_a_text_that_fell_back_says_its_language(reception, screen):
    visitor = screen(reception.url).open("#/de/place/chateau-largentier")
    visitor.settled()
    story = visitor.page.locator(".prose")
    assert story.get_attribute("lang") in ("fr", "en")
    visitor.page.get_by_text("Diesen Text gibt es noch nicht auf Deutsch").wait_for()


def test_a_missing_picture_leaves_a_quiet_sign(reception, screen):
    screen.expected.append("Failed to load resource")
    visitor = screen(reception.url)
    visitor.page.route("**/media/**", lambda route: route.abort())
    visitor.open("#/fr/place/pont-romain")
    visitor.page.get_by_role("img", name="Image non disponible").first.wait_for()


@pytest.mark.parametrize("size", [KIOSK, TABLET_PORTRAIT, TABLET_LANDSCAPE], ids=["kiosk", "portrait", "landscape"])
def test_a_map_is_as_wide_as_its_box_though_its_place_came_later_than_its_page(reception, screen, size):
    """Opened at its address, a page is drawn before the catalogue is there: the map stayed 720 pixels wide for ever."""
    visitor = screen(reception.url, size)

    def late(route) -> None:
        time.sleep(0.4)
        route.continue_()

    visitor.page.route("**/catalogue", late, times=1)
    visitor.open("#/fr/place/la-pierre-plantee")
    visitor.settled()
    visitor.page.wait_for_timeout(200)
    box, drawing = visitor.page.locator(".sketch").first.evaluate(
        "box => [box.clientWidth, box.querySelector('svg').clientWidth]")
    assert abs(box - drawing) <= 1
