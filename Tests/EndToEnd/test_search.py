"""Looking for a place by its name: what is found, what is marked, what is counted, and the keyboard that types it."""

import json
import time

import pytest
from visitor import KIOSK, TABLET_LANDSCAPE, TABLET_PORTRAIT

LANDSCAPE = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}
SIZES = {
    "kiosk": KIOSK, "landscape": LANDSCAPE, "phone": PHONE,
    "tablet-portrait": TABLET_PORTRAIT, "tablet-landscape": TABLET_LANDSCAPE,
}
TYPED_MS = 1_500

FOUND = """async ([names, query]) => {
    const { SearchIndex } = await import("/lib/search/index.js");
    const index = new SearchIndex();
    names.forEach((name, doc) => index.add(doc, "name", name));
    return index.search(query).docs.map((doc) => names[doc]);
}"""

NAMES = [
    "Le château de Sommières", "Château L’Argentier", "Saint-André de Souvignargues", "Le Vidourle", "Œuvres d’art",
    "Die Weiße Straße",
    "Les vignes de Junas", "Le menhir de Congénies", "Le pont romain", "La Poncharde", "Station de ski", "Mont de Marie",
]


def search(visitor, query: str, names: list[str] = NAMES) -> list[str]:
    return visitor.page.evaluate(FOUND, [names, query])


def counted(server) -> list[tuple]:
    return server.query("select kind, coalesce(place, ''), value from interaction order by seq")


def wait_until_counted(server, visitor, kinds: list[str]) -> list[tuple]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and [row[0] for row in counted(server)] != kinds:
        visitor.page.wait_for_timeout(50)
    visitor.page.wait_for_timeout(300)  # a double would come now
    rows = counted(server)
    assert [row[0] for row in rows] == kinds
    return rows


def type_on_keys(visitor, text: str) -> None:
    for char in text:
        visitor.page.locator(".keyboard").get_by_role("button", name=char, exact=True).tap()


def first_name(visitor) -> str:
    return visitor.page.locator(".found .card-name").first.inner_text().replace("\n", " ")


HOWEVER_TYPED = [
    ("chateau", "Château L’Argentier"),
    ("CHÂTEAUX", "Château L’Argentier"),
    ("oeuvre", "Œuvres d’art"),
    ("weisse strasse", "Die Weiße Straße"),
    ("weiße", "Die Weiße Straße"),
    ("largentier", "Château L’Argentier"),
    ("l'argentier", "Château L’Argentier"),
    ("st andre", "Saint-André de Souvignargues"),
    ("saintandre", "Saint-André de Souvignargues"),
    ("vigne", "Les vignes de Junas"),
    ("somieres", "Le château de Sommières"),
    ("sommmieres", "Le château de Sommières"),
    ("chaetau sommieres", "Le château de Sommières"),
    ("vidoulre", "Le Vidourle"),
    ("idourle", "Le Vidourle"),
    ("congenis", "Le menhir de Congénies"),
    ("mt de marie", "Mont de Marie"),
]


def test_a_name_is_found_however_it_is_typed(reception, screen):
    """Without accents, ligatures taken apart, plural or not, joined, abbreviated, a letter missing, doubled or swapped."""
    visitor = screen(reception.url).open()
    assert [(query, name) for query, name in HOWEVER_TYPED if name not in search(visitor, query)] == []


def test_what_is_typed_so_far_finds_words_that_begin_so(reception, screen):
    visitor = screen(reception.url).open()
    for end in range(1, len("vidourle") + 1):
        assert "Le Vidourle" in search(visitor, "vidourle"[:end])
    assert "Station de ski" in search(visitor, "st"), "an abbreviation may be the beginning of a word"
    assert "Saint-André de Souvignargues" in search(visitor, "st")


def test_the_same_name_comes_before_a_beginning_before_a_word_before_a_mistake(reception, screen):
    names = ["Sur le pont de Junas", "Pontet", "Le pont", "Pont de Junas", "Font romaine"]
    visitor = screen(reception.url).open()
    assert search(visitor, "pont", names) == ["Le pont", "Pont de Junas", "Pontet", "Sur le pont de Junas"]
    assert search(visitor, "fontt", names)[0] == "Font romaine", "the first letter is rarely the wrong one"


def test_short_words_with_a_mistake_are_other_words(reception, screen):
    visitor = screen(reception.url).open()
    assert search(visitor, "mas") == []
    assert search(visitor, "zzyqx") == []


def test_names_come_before_communes_before_keywords_and_texts(reception, screen):
    visitor = screen(reception.url).open()
    order = visitor.page.evaluate(
        """async () => {
            const { SearchIndex } = await import("/lib/search/index.js");
            const index = new SearchIndex();
            ["teaser", "keyword", "commune", "name"].forEach((field, doc) => {
                index.add(doc, "name", `lieu ${doc}`);
                index.add(doc, field, "aquarelle");
            });
            return index.search("aquarelle").docs;
        }"""
    )
    assert order == [3, 2, 1, 0]


MARKED = [
    ("Le château de Sommières", "chat", ["chât"]),
    ("Œuvres d’art", "oeuv", ["Œuv"]),
    ("Le château de Sommières", "somieres", ["Sommières"]),
    ("Les vignes de Junas", "vigne junas", ["vignes", "Junas"]),
    ("Die Weiße Straße", "weisse", ["Weiße"]),
]


def test_what_was_typed_is_marked_in_the_name(reception, screen):
    visitor = screen(reception.url).open()
    cut = visitor.page.evaluate(
        """async (examples) => {
            const { SearchIndex } = await import("/lib/search/index.js");
            const { highlight } = await import("/lib/search/highlight.js");
            return examples.map(([text, query]) => {
                const index = new SearchIndex();
                index.add(0, "name", text);
                return highlight(text, index.search(query).matches);
            });
        }""",
        MARKED,
    )
    assert ["".join(part["text"] for part in parts) for parts in cut] == [text for text, _, _ in MARKED]
    assert [[part["text"] for part in parts if part["hit"]] for parts in cut] == [marked for _, _, marked in MARKED]


def test_every_name_of_five_thousand_is_found_by_its_own_words(reception, screen):
    """The index agrees with a plain look through all names, for whole words and for beginnings."""
    visitor = screen(reception.url).open()
    wrong = visitor.page.evaluate(
        """async () => {
            const { SearchIndex, tokensOf } = await import("/lib/search/index.js");
            const parts = "mon ta gne pié rou ver sau lac bel fon clair vi bru cal mar dou puy gar".split(" ");
            let seed = 7;
            const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
            const word = () => Array.from({ length: 2 + random(3) }, () => parts[random(parts.length)]).join("");
            const names = Array.from({ length: 5000 }, (_, i) => `Le ${word()} de ${word()} ${i}`);
            const index = new SearchIndex();
            names.forEach((name, doc) => index.add(doc, "name", name));
            const tokens = names.map(tokensOf);
            const wrong = [];
            for (let i = 0; i < 200; i++) {
                const doc = random(5000);
                if (index.search(names[doc]).docs[0] !== doc) wrong.push(names[doc]);
                const [typed] = tokensOf(tokens[doc][1].slice(0, 4));
                const found = index.search(typed).docs.toSorted((a, b) => a - b);
                const expected = tokens.flatMap((own, other) => (own.some((token) => token.startsWith(typed)) ? [other] : []));
                if (found.join() !== expected.join()) wrong.push(typed);
            }
            return wrong;
        }"""
    )
    assert wrong == []


def test_the_index_is_made_in_slices_and_finds_the_french_name_in_a_dutch_visit(reception, screen):
    visitor = screen(reception.url).open()
    result = visitor.page.evaluate(
        """async () => {
            const { buildIndex } = await import("/lib/search/build.js");
            const { fetchCatalogue } = await import("/lib/api.js");
            const catalogues = [await fetchCatalogue("nl"), await fetchCatalogue("fr")];
            let turns = 0;
            let done = false;
            const count = () => { turns++; if (!done) setTimeout(count, 0); };
            count();
            const index = await buildIndex(catalogues[0].places, catalogues);
            done = true;
            const names = (query) => index.search(query).docs.map((doc) => catalogues[0].places[doc].name.text);
            return { turns, french: names("pont romain"), dutch: names("romeinse brug") };
        }"""
    )
    assert result["turns"] > 1, "others had their turn in between"
    assert result["french"][0] == result["dutch"][0]


def test_chateau_without_its_accent_on_the_keys_and_opened_is_counted_once(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.tap("Chercher", "link")
    type_on_keys(visitor, "chateau")
    assert "Château" in first_name(visitor)
    assert visitor.page.locator(".found mark").first.inner_text() == "Château"
    found = visitor.page.locator(".found-count b").inner_text()
    visitor.page.locator(".found .card").first.tap()
    visitor.page.get_by_role("heading", name="Côté pratique").wait_for()
    rows = wait_until_counted(server, visitor, ["session-start", "language", "search", "place"])
    assert rows[2][2].strip('"') == found.split()[0]
    visitor.tap("Retour")
    assert visitor.page.get_by_role("searchbox").input_value() == "chateau", "what was typed is still there"
    visitor.page.wait_for_timeout(TYPED_MS + 300)
    assert len(counted(server)) == 4


def test_a_typo_finds_what_was_meant_and_says_so_and_is_counted_when_typing_ends(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.tap("Chercher", "link")
    type_on_keys(visitor, "somieres")
    visitor.page.get_by_text("Sommières »").wait_for()
    assert "Sommières" in first_name(visitor)
    rows = wait_until_counted(server, visitor, ["session-start", "language", "search"])
    assert int(rows[2][2].strip('"')) > 3


def test_a_search_that_finds_nothing_proposes_something_and_counts_zero(server, screen):
    visitor = screen(server.url).open()
    visitor.tap("Bienvenue")
    visitor.tap("Chercher", "link")
    type_on_keys(visitor, "jonaz")
    visitor.page.get_by_text("Nous n’avons rien trouvé").wait_for()
    assert visitor.page.locator(".found-elsewhere .found-theme").count() == 4
    assert visitor.page.locator(".found-elsewhere .card").count() == 3
    rows = wait_until_counted(server, visitor, ["session-start", "language", "search"])
    assert int(rows[2][2].strip('"')) == 0
    visitor.page.locator(".found-meant").get_by_role("button", name="Junas").tap()
    visitor.page.locator(".found .card").first.wait_for()
    assert "Junas" in visitor.page.locator(".found .cards").first.inner_text()
    wait_until_counted(server, visitor, ["session-start", "language", "search", "search"])


def test_a_german_keyboard_has_its_letters(server, screen):
    visitor = screen(server.url, locale="de-DE").open()
    visitor.tap("Willkommen")
    visitor.tap("Suchen", "link")
    visitor.page.locator(".keyboard").wait_for()
    rows = visitor.page.locator(".keyboard-row").evaluate_all(
        "rows => rows.map((row) => [...row.children].map((key) => key.textContent).join(''))"
    )
    assert rows[1:4] == ["qwertzuiopü", "asdfghjklöä", "yxcvbnmß"]
    type_on_keys(visitor, "füße")
    assert visitor.page.get_by_role("searchbox").input_value() == "füße"


def test_each_language_has_the_keyboard_of_its_people(reception, screen):
    visitor = screen(reception.url).open()
    firsts = []
    for lang in ["fr", "en", "nl", "es"]:
        visitor.go(f"#/{lang}/search")
        visitor.page.locator(f".keyboard[lang={lang}]").wait_for()
        firsts.append("".join(visitor.page.locator(".keyboard-row").nth(1).locator(".key").all_inner_texts()))
    assert firsts == ["azertyuiop", "qwertyuiop", "qwertyuiop", "qwertyuiop"]
    assert visitor.page.get_by_role("button", name="ñ", exact=True).count() == 1


def test_accents_come_by_their_key_and_by_holding_a_letter(reception, screen):
    visitor = screen(reception.url).open("#/fr/search")
    page = visitor.page
    visitor.tap("Accents")
    visitor.tap("é", exact=True)
    assert page.get_by_role("button", name="1", exact=True).count() == 1, "the digits are back"
    key = page.get_by_role("button", name="u", exact=True).bounding_box()
    page.mouse.move(key["x"] + 20, key["y"] + 20)
    page.mouse.down()
    page.get_by_role("button", name="ù", exact=True).wait_for()
    page.mouse.up()
    visitor.tap("û", exact=True)
    assert page.get_by_role("searchbox").input_value() == "éû", "the letter held isn't typed itself"


def test_a_key_types_where_the_caret_is_and_backspace_repeats_while_it_is_held(reception, screen):
    visitor = screen(reception.url).open("#/fr/search")
    page = visitor.page
    type_on_keys(visitor, "pot")
    page.get_by_role("searchbox").evaluate("field => field.setSelectionRange(2, 2)")
    type_on_keys(visitor, "n")
    assert page.get_by_role("searchbox").input_value() == "pont"
    page.get_by_role("searchbox").evaluate("field => field.setSelectionRange(4, 4)")
    visitor.tap("Effacer la dernière lettre")
    assert page.get_by_role("searchbox").input_value() == "pon"
    type_on_keys(visitor, "azertyazerty")
    key = page.get_by_role("button", name="Effacer la dernière lettre").bounding_box()
    page.mouse.move(key["x"] + 20, key["y"] + 20)
    page.mouse.down()
    page.get_by_role("button", name="Effacer tout").wait_for(state="detached")
    page.mouse.up()
    assert page.get_by_role("searchbox").input_value() == ""


def test_typing_on_real_keys_works_and_puts_the_drawn_ones_away(reception, screen):
    visitor = screen(reception.url).open("#/fr/search")
    page = visitor.page
    page.get_by_role("searchbox").wait_for()
    assert page.get_by_role("searchbox").get_attribute("inputmode") == "none", "the system's keyboard doesn't come as well"
    page.keyboard.type("junas")
    page.locator(".keyboard").wait_for(state="detached")
    assert page.get_by_role("searchbox").get_attribute("inputmode") == "search"
    visitor.until("document.querySelector('.found').innerText.includes('Junas')")
    visitor.tap("Afficher le clavier")
    page.locator(".keyboard").wait_for()


def test_the_keys_are_reached_with_tab_and_with_arrows(reception, screen):
    visitor = screen(reception.url).open("#/fr/search")
    page = visitor.page
    page.locator(".keyboard").wait_for()
    focused = "document.activeElement.textContent"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == "a":
            break
    assert page.evaluate(focused) == "a"
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "z"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "s"
    page.keyboard.press("Enter")
    assert page.get_by_role("searchbox").input_value() == "as"


LAYOUT = """() => {
    const box = (selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON() ?? null;
    const keys = [...document.querySelectorAll(".key")].map((key) => key.getBoundingClientRect());
    return {
        field: box(".search-field"), first: box(".found .card"), keyboard: box(".keyboard"), bar: box(".bar"),
        small: keys.filter(({ width, height }) => width < 56 || height < 56).length,
        wide: document.documentElement.scrollWidth > innerWidth,
    };
}"""


def over(a: dict, b: dict) -> bool:
    return a["left"] < b["right"] - 1 and b["left"] < a["right"] - 1 and a["top"] < b["bottom"] - 1 and b["top"] < a["bottom"] - 1


@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_covers_neither_the_field_nor_the_first_result(reception, screen, size):
    visitor = screen(reception.url, SIZES[size]).open("#/de/search")  # the widest rows, the longest words
    page = visitor.page
    if size == "phone":
        page.get_by_role("searchbox").fill("junas")
    else:
        type_on_keys(visitor, "junas")
    page.locator(".found .card").first.wait_for()
    layout = page.evaluate(LAYOUT)
    assert (layout["keyboard"] is None) == (size == "phone"), "a telephone has its own"
    assert layout["small"] == 0
    assert not layout["wide"]
    seen = [layout["field"], layout["first"], *([layout["keyboard"]] if layout["keyboard"] else []), layout["bar"]]
    assert [(a, b) for i, a in enumerate(seen) for b in seen[i + 1 :] if over(a, b)] == []
    assert all(box["top"] >= 0 and box["bottom"] <= SIZES[size]["height"] + 1 for box in seen)


def test_what_was_typed_is_forgotten_with_the_visit(reception, screen):
    visitor = screen(reception.url).open("#/fr/search")
    type_on_keys(visitor, "junas")
    visitor.tap("Accueil", "link")
    visitor.tap("Terminer")
    visitor.page.get_by_role("button", name="Bienvenue").wait_for()
    visitor.go("#/fr/search")
    assert visitor.page.get_by_role("searchbox").input_value() == ""


def test_a_thousand_results_are_drawn_a_few_at_a_time(reception, screen):
    catalogue = json.loads(reception.get("/api/v1/fr/catalogue")[1])
    catalogue["places"] = [
        {**catalogue["places"][i % len(catalogue["places"])], "id": f"place-{i}"} for i in range(1_000)
    ]
    visitor = screen(reception.url)
    visitor.page.route("**/api/v1/fr/catalogue", lambda route: route.fulfill(json=catalogue))
    visitor.open("#/fr/search")
    type_on_keys(visitor, "s")
    visitor.page.locator(".found .card").first.wait_for()
    before = visitor.page.locator(".found .card").count()
    assert before <= 24
    visitor.page.get_by_role("button", name="résultats de plus").tap()
    visitor.page.locator(".found .card").nth(before).wait_for()
    assert visitor.page.locator(".found .card").count() == before + 24
