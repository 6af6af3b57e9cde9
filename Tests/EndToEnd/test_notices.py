"""What the desk announces is on the screens within two seconds, in the visitor's language, and gone when it is over."""

import re
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_stories import NETWORK
from visitor import NO_PRELOAD
from vitrine_server import VitrineServer, binary

FLOOD = "Le Vidourle monte. Éloignez-vous des berges."
FLOOD_NL = "De Vidourle stijgt. Blijf uit de buurt van de oevers."
STORM = "Orages cet après-midi."


def desk(server: VitrineServer, *arguments: str) -> str:
    done = subprocess.run(
        [binary().parent / "desk", *arguments, "--data", str(server.data)], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def announce(server: VitrineServer, *texts: str, level: str = "warning", until: str = "demain", **options: str) -> None:
    more = [word for name, value in options.items() for word in (f"--{name}", value)]
    desk(server, "notice", *texts, "--level", level, "--until", until, *more)


def end(server: VitrineServer) -> None:
    found = re.search(r"^\s*([0-9a-f]{8}-[0-9a-f]{4})", desk(server, "notices"), re.M)
    assert found, "the desk lists what is announced by number"
    desk(server, "notice", "end", found.group(1))


def banner(visitor):
    return visitor.page.locator(".notices")


def test_a_notice_is_on_the_screen_within_two_seconds_in_dutch(server, screen):
    visitor = screen(server.url).open("#/nl")
    visitor.page.get_by_role("heading", level=1).wait_for()
    visitor.page.wait_for_timeout(500)
    announce(server, FLOOD, FLOOD_NL, level="alert", hazard="flood", languages="fr,nl")
    told = time.monotonic()
    banner(visitor).get_by_text(FLOOD_NL).wait_for()
    assert time.monotonic() - told < 2
    assert banner(visitor).get_by_text("Kans op overstroming").count() == 1
    assert banner(visitor).get_by_role("alert").get_by_text(FLOOD_NL).count() == 1


def test_a_text_that_is_missing_in_a_language_says_which_it_is_in(server, screen):
    announce(server, STORM, hazard="storm", languages="fr")
    visitor = screen(server.url).open("#/de")
    text = banner(visitor).get_by_text(STORM)
    text.wait_for()
    assert text.get_attribute("lang") == "fr"
    assert banner(visitor).get_by_text("Achtung").count() == 1
    assert banner(visitor).get_by_role("status").get_by_text(STORM).count() == 1


def test_what_concerns_a_place_stands_at_the_place_and_on_its_card_only(server, screen):
    announce(server, "Le pont est fermé aux piétons.", hazard="closure", place="pont-romain")
    visitor = screen(server.url).open("#/fr/theme/heritage")
    card = visitor.page.locator('.card[href$="/pont-romain"]')
    card.get_by_text("Fermeture").wait_for()
    assert visitor.page.locator(".notice-mark").count() == 1
    assert not banner(visitor).is_visible()
    visitor.go("#/fr/place/pont-romain")
    banner(visitor).get_by_text("Le pont est fermé").wait_for()
    visitor.go("#/fr/place/tour-de-lhorloge")
    banner(visitor).wait_for(state="hidden")


def test_nothing_moves_under_a_finger_when_a_notice_comes_and_goes(server, screen):
    visitor = screen(server.url).open("#/fr/place/pont-romain")
    visitor.settled()
    visitor.page.wait_for_timeout(500)
    where = "document.querySelector('.place-head h1').getBoundingClientRect().top"
    before = visitor.page.evaluate(where)
    announce(server, STORM, hazard="storm")
    banner(visitor).get_by_text(STORM).wait_for()
    assert abs(visitor.page.evaluate(where) - before) < 1
    visitor.page.evaluate("scrollTo(0, 0)")
    assert visitor.page.evaluate("document.querySelector('main').getBoundingClientRect().top") >= banner(visitor).bounding_box()["height"] - 1

    middle = visitor.page.evaluate("scrollTo(0, 300), " + where)
    end(server)
    banner(visitor).wait_for(state="hidden")
    assert abs(visitor.page.evaluate(where) - middle) < 1
    visitor.go("#/fr")
    assert visitor.page.evaluate("document.querySelector('main').getBoundingClientRect().top") < 1


def test_a_notice_is_folded_to_a_line_and_unfolds_for_the_next_visitor(server, screen):
    announce(server, STORM, hazard="storm")
    announce(server, FLOOD, hazard="flood", level="warning")
    visitor = screen(server.url).open("#/fr")
    banner(visitor).get_by_text(STORM).wait_for()
    tall = banner(visitor).bounding_box()["height"]
    visitor.tap("Réduire l’annonce")
    banner(visitor).get_by_text(STORM).wait_for(state="detached")
    assert banner(visitor).get_by_text("1 autre annonce").count() == 1
    assert banner(visitor).bounding_box()["height"] < tall / 1.5
    assert visitor.page.get_by_role("button", name="Lire l’annonce").get_attribute("aria-expanded") == "false"
    visitor.tap("Terminer")
    visitor.page.locator(".farewell .button").tap()
    visitor.tap("Bienvenue")
    banner(visitor).get_by_text(STORM).wait_for()


def test_a_flood_takes_the_loop_and_leaves_the_languages(server, screen):
    visitor = screen(server.url).open()
    visitor.page.locator(".attract-name").wait_for()
    announce(server, FLOOD, FLOOD_NL, level="alert", hazard="flood", languages="fr,nl")
    visitor.page.locator(".alert").get_by_text(FLOOD).wait_for()
    assert visitor.page.locator(".attract-name").count() == 0
    assert visitor.page.locator(".languages button").count() == 5
    visitor.tap("Welkom")
    banner(visitor).get_by_text(FLOOD_NL).wait_for()
    end(server)
    banner(visitor).wait_for(state="hidden")
    visitor.tap("Klaar")
    visitor.page.locator(".farewell .button").tap()
    visitor.page.locator(".attract-name").wait_for()


def test_a_notice_is_over_at_its_hour_even_with_the_server_away(server, screen):
    screen.expected.extend(NETWORK)
    announce(server, STORM, hazard="storm", until="demain")
    visitor = screen(server.url)
    visitor.page.clock.install()
    visitor.open("#/fr")
    banner(visitor).get_by_text(STORM).wait_for()
    server.kill()
    visitor.page.evaluate("dispatchEvent(new Event('wheel'))")
    visitor.page.clock.fast_forward("49:00:00")
    visitor.page.clock.run_for(65_000)
    banner(visitor).wait_for(state="hidden")


def test_it_is_there_after_a_reload_and_when_the_line_was_cut(server, screen):
    screen.expected.extend(NETWORK)
    visitor = screen(server.url).open("#/fr")
    server.kill()
    announce(server, STORM, hazard="storm")
    server.start()
    banner(visitor).get_by_text(STORM).wait_for()
    visitor.page.reload()
    banner(visitor).get_by_text(STORM).wait_for()


@pytest.mark.parametrize("size", [(1080, 1920), (390, 844)], ids=["kiosk", "phone"])
def test_axe_finds_nothing_in_what_is_announced(server, screen, size):
    announce(server, FLOOD, level="alert", hazard="flood")
    announce(server, STORM, hazard="storm")
    announce(server, "Le marché est sous les halles.", level="info")
    visitor = screen(server.url, {"width": size[0], "height": size[1]}, reduced_motion="reduce", bypass_csp=True).open("#/fr")
    banner(visitor).get_by_text(FLOOD).wait_for()
    axe = Axe()
    assert [(v["id"], v["nodes"][0]["html"]) for v in axe.run(visitor.page, options=NO_PRELOAD).response["violations"]] == []
    visitor.go("#/")
    visitor.page.locator(".alert").wait_for()
    assert [(v["id"], v["nodes"][0]["html"]) for v in axe.run(visitor.page, options=NO_PRELOAD).response["violations"]] == []
