"""What a visit leaves behind in the browser: nothing of the pages it looked at."""

from visitor import KIOSK

TOUCH = "(name) => { document.querySelector(name).click(); }"
# Without handles on what is looked for: the driver's own would hold it.
LANGUAGE, THEME, PLACE = ".language[lang=fr]", 'a[href="#/fr/theme/heritage"]', 'a[href="#/fr/place/pont-romain"]'


def touch(visitor, name: str) -> None:
    visitor.until("(name) => document.querySelector(name) !== null", name)
    visitor.page.evaluate(TOUCH, name)


def held(visitor) -> list[str]:
    """Nodes that are on no page any more and that something still holds."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    session.send("DOM.enable")
    nodes = session.send("DOM.getDetachedDomNodes")["detachedNodes"]
    session.detach()
    return [" ".join([node["treeNode"]["nodeName"], *node["treeNode"].get("attributes", [])]) for node in nodes]


def test_no_page_is_held_when_a_visit_is_over(screen, reception):
    visitor = screen(reception.url, KIOSK)
    visitor.page.goto(f"{reception.url}/")
    for _ in range(2):
        for name in (LANGUAGE, THEME, PLACE):
            touch(visitor, name)
        visitor.until("document.querySelector('.page-place .prose') !== null")
        visitor.page.evaluate("location.hash = '#/fr'")
        touch(visitor, ".page-home ~ .bar .bar-button")
        touch(visitor, ".farewell")
        visitor.until("document.querySelector('.page-welcome') !== null && document.querySelector('.page-farewell') === null")
    for _ in range(20):
        visitor.page.wait_for_timeout(500)
        if not (left := held(visitor)):
            break  # the last frames of a slow machine hold what they draw
    assert left == []
