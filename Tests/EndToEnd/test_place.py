"""A place: what is seen at a glance, how one moves in a long page, what is near, what is read aloud, what is taken along."""

import json
import re
import shutil
import time
from textwrap import dedent

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_every_screen import CUT_TEXT, SMALL_TARGETS
from test_stories import kinds, recorded
from visitor import KIOSK, NO_PRELOAD, TABLET_LANDSCAPE, TABLET_PORTRAIT
from vitrine_server import ROOT, VitrineServer

ONE_OF_EACH = ["la-pierre-plantee", "voie-verte-de-la-vaunage", "chateau-largentier", "chateau-de-sommieres"]
SIZES = {"kiosk": KIOSK, "tablet-portrait": TABLET_PORTRAIT, "tablet-landscape": TABLET_LANDSCAPE}

# The browser's own speech, on a machine that has voices: what is said is kept, and a test ends each sentence.
SPEECH = """(() => {
    const voices = VOICES;
    let current = null;
    globalThis.said = [];
    const speech = new EventTarget();
    const cancel = () => {
        const stopped = current;
        current = null;
        if (stopped) setTimeout(() => stopped.dispatchEvent(new Event("error")));
    };
    Object.assign(speech, {
        getVoices: () => [...voices],
        speak: (utterance) => {
            current = utterance;
            said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice?.name, rate: utterance.rate });
        },
        cancel,
    });
    Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
    globalThis.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
    globalThis.speaking = () => current?.text ?? null;
    globalThis.endSentence = () => { const done = current; current = null; done.dispatchEvent(new Event("end")); };
    globalThis.arrives = (voice) => { voices.push(voice); speech.dispatchEvent(new Event("voiceschanged")); };
})()"""
LOCAL = {"lang": "fr-FR", "name": "here", "localService": True}
REMOTE = {"lang": "fr-FR", "name": "far away", "localService": False}

HIGHLIGHTED = "() => [...(CSS.highlights.get('aloud') ?? [])].map((range) => range.toString()).join()"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory, browser):
    """An office with what the shipped content hasn't: photographs, a place nearly nothing is known of, a second screen, no telephone."""
    content = tmp_path_factory.mktemp("elsewhere") / "content"
    shutil.copytree(ROOT / "content", content)
    office = content / "office.yaml"
    text = re.sub(r"^screens:.*?(?=^\S|\Z)", "", office.read_text(encoding="utf-8"), flags=re.M | re.S)
    text = re.sub(r'phone: *"[^"]*",? *', "", text)
    office.write_text(text + "\nscreens:\n  - {id: menhir, position: {lat: 43.77722, lon: 4.15944}}\n", encoding="utf-8")

    heritage = content / "places" / "heritage"
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    for name in ("one.jpg", "two.jpg"):
        page.screenshot(path=heritage / "pont-romain" / name, type="jpeg")
    page.close()
    with (heritage / "pont-romain" / "place.yaml").open("a", encoding="utf-8") as place:
        place.write(dedent("""
            pictures:
              - {file: one.jpg, alt: {fr: "Le pont au matin"}, credit: Jeanne Dupont, licence: CC BY 4.0}
              - {file: two.jpg, alt: {fr: "Le pont le soir"}, credit: Paul Martin, licence: CC0}
            """))

    forgotten = heritage / "borne-oubliee"
    forgotten.mkdir()
    (forgotten / "place.yaml").write_text(dedent("""\
        code: hzzz
        names: {fr: "Une borne oubliée"}
        teasers: {fr: "On ne sait presque rien d’elle."}
        commune: "30321"
        position: {lat: 43.925, lon: 4.005, accuracy: near}
        sources: [{name: "Une carte postale"}]
        last_check: {date: 2026-11-22, by: research}
        """), encoding="utf-8")
    (forgotten / "fr.md").write_text("Une borne, au bord de rien.\n", encoding="utf-8")
    shutil.copy(heritage / "pont-romain" / "picture.svg", forgotten)
    with VitrineServer(content.parent / "data", content) as running:
        yield running


def catalogue(server, lang: str) -> list[dict]:
    return json.loads(server.get(f"/api/v1/{lang}/catalogue")[1])["places"]


def longest(server, lang: str) -> list[str]:
    """The place with the longest name, and the one with the longest name and teaser together."""
    places = catalogue(server, lang)
    by_name = max(places, key=lambda place: len(place["name"]["text"]))
    by_both = max(places, key=lambda place: len(place["name"]["text"] + place["teaser"]["text"]))
    return [by_name["id"], by_both["id"]]


def until(page, condition: str) -> None:
    """The page's policy forbids playwright's own way of waiting for an expression."""
    deadline = time.monotonic() + 10
    while not page.evaluate(condition) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert page.evaluate(condition), condition


def with_voices(screen, url: str, voices: list[dict], **options):
    visitor = screen(url, **options)
    visitor.page.add_init_script(SPEECH.replace("VOICES", json.dumps(voices)))
    return visitor


@pytest.mark.parametrize("lang", ["fr", "de"])
@pytest.mark.parametrize("size", SIZES)
def test_what_one_wants_to_know_first_is_seen_without_scrolling(reception, screen, size, lang):
    visitor = screen(reception.url, SIZES[size]).open("#/")
    found = []
    for place in [*ONE_OF_EACH, *longest(reception, lang)]:
        visitor.go(f"#/{lang}/place/{place}")
        visitor.page.locator(".page-index").wait_for()
        visitor.drawn()
        facts = visitor.page.locator(".facts-list").bounding_box()
        index = visitor.page.locator(".page-index-list").bounding_box()
        if visitor.page.locator(".fact").count() < 2:
            found.append(f"{place}: hardly anything is said of it")
        if facts["y"] + facts["height"] > index["y"]:
            found.append(f"{place}: facts end at {facts['y'] + facts['height']:.0f}, the index begins at {index['y']:.0f}")
        found += [f"{place}: {fault}" for fault in visitor.page.evaluate(CUT_TEXT) + visitor.page.evaluate(SMALL_TARGETS)]
    assert found == []


def test_a_fact_that_is_not_certain_says_so_where_it_stands_and_why_further_down(reception, screen):
    visitor = screen(reception.url).open("#/fr/place/la-pierre-plantee")
    difficulty = visitor.page.locator(".fact", has_text="Difficulté")
    assert "à vérifier" in difficulty.inner_text()
    assert "à vérifier" not in visitor.page.locator(".fact", has_text="Durée").inner_text()
    collected = visitor.page.get_by_role("region", name="À vérifier par l’office")
    assert "Difficulté" in collected.inner_text()


def test_how_far_is_told_from_where_this_screen_stands(elsewhere, screen):
    """The same place, from two screens of one office: at its door, and in Sommières."""
    far = screen(elsewhere.url).open("#/fr/place/la-pierre-plantee").page.locator(".fact", has_text="D’ici").inner_text()
    assert "km" in far and "vers l’est" in far
    there = screen(elsewhere.url).open("?screen=menhir#/fr/place/la-pierre-plantee")
    assert "tout près d’ici" in there.page.locator(".fact", has_text="D’ici").inner_text()


def test_the_index_leads_to_each_part_of_the_page_by_touch_and_by_keyboard(reception, screen):
    visitor = screen(reception.url, TABLET_LANDSCAPE, reduced_motion="reduce").open("#/fr/place/voie-verte-de-la-vaunage")
    visitor.settled()
    page = visitor.page
    index = page.get_by_role("navigation", name="Dans cette page")
    for entry, heading in {"Autour": "nearby-title", "Étapes": "steps-title", "Plan": "map-title", "Pratique": "practical-title"}.items():
        index.get_by_role("button", name=entry).tap()
        top, focused = page.evaluate("id => [document.getElementById(id).getBoundingClientRect().top, document.activeElement.id]", heading)
        assert 0 <= top < TABLET_LANDSCAPE["height"] * 0.75, f"{entry} leads to {top}"
        assert focused == heading, "who listens to the page goes on from there"
        assert index.get_by_role("button", name=entry).get_attribute("aria-current") == "true"
    index.get_by_role("button", name="En bref").focus()
    page.keyboard.press("Enter")
    until(page, "scrollY === 0")


def test_a_neighbour_opened_is_counted_and_back_leads_through_it(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.page.locator('a[href="#/fr/theme/greenway"]').tap()
    visitor.page.locator('a[href="#/fr/place/voie-verte-de-la-vaunage"]').tap()
    visitor.page.get_by_role("heading", name="Au bord du chemin").wait_for()
    links = visitor.page.locator(".nearby-place")
    addresses = [link.get_attribute("href") for link in links.all()]
    kind = {place["id"]: place["kind"] for place in catalogue(server, "fr")}
    near = [address.split("/")[-1] for address in addresses]
    assert 0 < len(near) <= 6
    assert {kind[place] for place in near} <= {"cellar", "heritage"}, "a way is accompanied by what can be visited"
    assert all("parcours" in link.inner_text() and "étape" in link.inner_text() for link in links.all())
    links.first.tap()
    visitor.page.wait_for_url(f"**/#/fr/place/{near[0]}")
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()

    visitor.tap("Retour")
    visitor.page.wait_for_url("**/#/fr/place/voie-verte-de-la-vaunage")
    visitor.page.get_by_role("heading", name="Au bord du chemin").wait_for()
    until(visitor.page, "scrollY > 500")
    visitor.tap("Retour")
    visitor.page.wait_for_url("**/#/fr/theme/greenway")

    rows = recorded(server, visitor, 6)
    assert kinds(rows) == ["session-start", "language", "theme", "place", "nearby", "place"]
    assert rows[4][3] == "voie-verte-de-la-vaunage" and near[0] in str(rows[4][6])


def test_neighbours_of_a_place_are_in_walking_distance_the_nearest_first(reception, screen):
    visitor = screen(reception.url).open("#/fr/place/roc-de-gachone")
    visitor.settled()
    where = visitor.page.locator(".nearby-where").all_inner_texts()
    assert 0 < len(where) <= 6

    def metres(text: str) -> float:
        if "tout près" in text:
            return 0
        value, unit = re.search(r"([\d,]+)\s?(km|m)\b", text).groups()
        return float(value.replace(",", ".")) * (1000 if unit == "km" else 1)

    away = [metres(text) for text in where]
    assert away == sorted(away) and away[-1] <= 2000
    assert all("vers" in text for text, far in zip(where, away, strict=True) if far > 0), "and which way it is"


def test_a_place_of_which_almost_nothing_is_known_is_still_a_whole_page(elsewhere, screen):
    visitor = screen(elsewhere.url, reduced_motion="reduce", bypass_csp=True)
    visitor.open("#/fr/place/borne-oubliee").settled()
    text = visitor.page.locator("main").inner_text()
    assert "Horaires non connus" in text and "undefined" not in text and "null" not in text
    assert visitor.page.get_by_role("heading", name="À deux pas").count() == 0
    index = visitor.page.get_by_role("navigation", name="Dans cette page").inner_text()
    assert "Étapes" not in index and "Autour" not in index
    assert visitor.page.evaluate(CUT_TEXT) == []
    assert [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]] == []


def test_photographs_carry_the_name_of_who_took_them(elsewhere, screen):
    visitor = screen(elsewhere.url).open("#/fr/place/pont-romain")
    visitor.settled()
    for picture, credit in {"Le pont au matin": "© Jeanne Dupont, CC BY 4.0", "Le pont le soir": "© Paul Martin, CC0"}.items():
        figure = visitor.page.get_by_role("figure").filter(has=visitor.page.get_by_role("img", name=picture))
        assert credit in figure.inner_text()


def test_a_page_says_once_in_which_language_its_texts_fell_back(reception, screen):
    visitor = screen(reception.url).open("#/nl/place/voie-verte-de-la-vaunage")
    visitor.settled()
    assert visitor.page.get_by_text("Deze tekst bestaat nog niet in het Nederlands").count() == 1
    assert visitor.page.locator(".prose").get_attribute("lang") == "en"
    notes = visitor.page.locator(".step p span[lang]")
    assert notes.count() > 0 and {note.get_attribute("lang") for note in notes.all()} == {"en"}


def test_what_is_taken_along_is_explained_and_can_be_typed(server, screen):
    visitor = screen(server.url).open("#/fr/place/la-pierre-plantee")
    visitor.tap("Emporter")
    dialog = visitor.page.get_by_role("dialog")
    code = next(place["code"] for place in catalogue(server, "fr") if place["id"] == "la-pierre-plantee")
    address = f"{server.url.split('://')[1]}/p/{code}"
    dialog.get_by_text(address, exact=True).wait_for()
    assert "trace GPX" in dialog.inner_text() and "appareil photo" in dialog.inner_text()
    assert dialog.get_by_role("img", name="Code QR").bounding_box()["width"] > 400
    visitor.tap("Fermer")
    visitor.go("#/fr/place/chateau-de-sommieres")
    visitor.tap("Emporter")
    assert "trace GPX" not in dialog.inner_text(), "only what there is"
    rows = sorted(recorded(server, visitor, 5), key=lambda row: row[1])
    assert kinds(rows) == ["session-start", "place", "take-away", "place", "take-away"]


def test_without_a_voice_of_its_own_a_screen_offers_no_reading(reception, screen):
    """Headless Chromium really has none; a voice from the network would tell a stranger what is read."""
    silent = screen(reception.url).open("#/fr/place/la-pierre-plantee")
    silent.settled()
    assert silent.page.get_by_role("button", name="Écouter").count() == 0
    remote = with_voices(screen, reception.url, [REMOTE]).open("#/fr/place/la-pierre-plantee")
    remote.settled()
    assert remote.page.get_by_role("button", name="Écouter").count() == 0
    remote.page.evaluate("voice => arrives(voice)", LOCAL)
    remote.tap("Écouter")
    assert remote.page.evaluate("said[0].voice") == "here", "voices may come late"
    remote.go("#/de/place/la-pierre-plantee")
    assert remote.page.get_by_role("button", name="Vorlesen").count() == 0, "a French voice reads no German, nor English"


def test_a_place_is_read_aloud_sentence_by_sentence(reception, screen):
    visitor = with_voices(screen, reception.url, [LOCAL]).open("#/fr/place/la-pierre-plantee")
    page = visitor.page
    before = page.locator("h1").bounding_box()
    visitor.tap("Écouter")
    assert page.evaluate("speaking()") == "La Pierre Plantée"
    until(page, f"({HIGHLIGHTED})() === 'La Pierre Plantée'")
    assert page.locator("h1").bounding_box() == before, "nothing moves"
    page.evaluate("endSentence()")
    assert page.evaluate("speaking()").startswith("Au bout des vignes")
    page.evaluate("endSentence()")
    visitor.until("speaking()?.startsWith('Durée, sans les pauses, 2 h 40')")
    while not page.evaluate("speaking()").startswith("Très vite"):
        page.evaluate("endSentence()")
    until(page, f"({HIGHLIGHTED})().startsWith('Très vite')")

    visitor.tap("Plus vite")
    assert page.evaluate("said.at(-1)")["rate"] > 1 and page.evaluate("speaking()").startswith("Très vite")
    visitor.tap("Moins vite")
    visitor.tap("Moins vite")
    assert page.evaluate("said.at(-1)")["rate"] < 1
    visitor.tap("Pause")
    assert page.evaluate("speaking()") is None
    visitor.tap("Reprendre")
    assert page.evaluate("speaking()").startswith("Très vite")
    while page.evaluate("speaking()"):
        page.evaluate("endSentence()")
    visitor.page.get_by_role("button", name="Écouter").wait_for()
    assert page.evaluate("said.at(-1).text").startswith("Le balisage est jaune"), "up to the last sentence of the text"
    until(page, f"({HIGHLIGHTED})() === ''")
    assert {sentence["lang"] for sentence in page.evaluate("said")} == {"fr"}


def test_each_text_is_read_in_its_own_language(reception, screen):
    voices = [{"lang": "de-DE", "name": "deutsch", "localService": True}, {"lang": "en-GB", "name": "english", "localService": True}]
    visitor = with_voices(screen, reception.url, voices).open("#/de/place/la-pierre-plantee")
    visitor.tap("Vorlesen")
    for _ in range(30):
        if visitor.page.evaluate("speaking()"):
            visitor.page.evaluate("endSentence()")
    said = visitor.page.evaluate("said")
    assert {sentence["lang"]: sentence["voice"] for sentence in said} == {"de": "deutsch", "en": "english"}
    assert said[0]["lang"] == "de" and said[-1]["lang"] == "en", "the story fell back"


def test_nobody_is_asked_whether_they_are_there_while_they_listen(server, screen):
    visitor = with_voices(screen, server.url, [LOCAL])
    visitor.page.clock.install()
    visitor.open("#/fr/place/la-pierre-plantee")
    visitor.tap("Écouter")
    for _ in range(10):
        visitor.page.clock.run_for(8_000)
        visitor.page.evaluate("endSentence()")
    assert visitor.page.get_by_role("dialog").count() == 0
    visitor.tap("Pause")
    visitor.page.clock.run_for(62_000)
    visitor.page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()
    visitor.page.clock.run_for(21_000)
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    rows = sorted(recorded(server, visitor, 3), key=lambda row: row[1])  # what happens in one millisecond may arrive in any order
    assert kinds(rows) == ["session-start", "place", "session-end"]


def test_a_voice_that_breaks_down_does_not_hold_the_screen_for_ever(reception, screen):
    visitor = with_voices(screen, reception.url, [LOCAL])
    visitor.page.clock.install()
    visitor.open("#/fr/place/la-pierre-plantee")
    visitor.tap("Écouter")
    visitor.page.clock.run_for(20_000)
    visitor.page.get_by_role("button", name="Écouter").wait_for()
    visitor.page.clock.run_for(55_000)
    visitor.page.get_by_role("dialog", name="Vous êtes toujours là").wait_for()


def test_reading_stops_when_the_page_goes(reception, screen):
    visitor = with_voices(screen, reception.url, [LOCAL]).open("#/fr/theme/hike")
    visitor.page.locator('a[href="#/fr/place/la-pierre-plantee"]').tap()
    visitor.tap("Écouter")
    visitor.tap("Retour")
    until(visitor.page, "speaking() === null")
    visitor.go("#/fr/place/pont-romain")
    assert visitor.page.get_by_role("group", name="Lecture à voix haute").count() == 0
    visitor.tap("Écouter")
    visitor.tap("Arrêter la lecture")
    assert visitor.page.evaluate("speaking()") is None


@pytest.mark.parametrize("size", SIZES)
def test_the_player_is_in_reach_has_names_and_axe_finds_nothing(reception, screen, size):
    visitor = with_voices(screen, reception.url, [LOCAL], size=SIZES[size], reduced_motion="reduce", bypass_csp=True)
    visitor.open("#/fr/place/la-pierre-plantee").settled()
    visitor.tap("Écouter")
    visitor.page.get_by_role("group", name="Lecture à voix haute").wait_for()
    assert visitor.page.get_by_role("group", name="Lecture à voix haute").get_by_role("button").count() == 4
    found = visitor.page.evaluate(CUT_TEXT) + visitor.page.evaluate(SMALL_TARGETS)
    found += [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(visitor.page, options=NO_PRELOAD).response["violations"]]
    assert found == []
