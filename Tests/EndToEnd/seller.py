"""Somebody at the shop's page: a real browser, a till of their own, in front of a real server."""

import json
import time
import uuid
from itertools import count

from staff import PASSWORD, Staff, vitrine_user
from visitor import Visitor
from vitrine_server import VitrineServer

PC = {"width": 1280, "height": 800}
TABLET = {"width": 800, "height": 1280}
KEYS = {"has_touch": False}
AWAY = ["Failed to load resource", "net::ERR"]
tills = count(1)

PRODUCTS = [
    {"code": "miel-500", "labels": {"fr": "Miel de garrigue", "en": "Garrigue honey"}, "price": 850, "category": "reduced",
     "stocked": True, "barcode": "3017620422003"},
    {"code": "carte-postale", "labels": {"fr": "Carte postale", "en": "Postcard"}, "price": 80, "category": "standard", "stocked": True},
    {"code": "guide", "labels": {"fr": "Guide de Sommières"}, "price": 500, "category": "reduced", "stocked": False},
    {"code": "savon", "labels": {"fr": "Savon à l’huile d’olive"}, "price": 450, "category": "standard", "stocked": False},
]

TICKETS = """
select kind, content ->> '$.number', content ->> '$.total', counsellor, training from till_entry
where till = ? and kind in ('sale', 'refund') order by number
"""


def open_server(folder) -> VitrineServer:
    """With zoe, who sells, and what is sold."""
    server = VitrineServer(folder / "data").start()
    added = vitrine_user(server, "add", "zoe", "--role", "desk", "--password-stdin")
    assert added.returncode == 0, added.stderr
    stock_up(Staff(server, "marie", role="manager"))
    return server


def stock_up(manager: Staff) -> None:
    def order(what: dict) -> None:
        asked = {"id": str(uuid.uuid4()), "order": what, "training": False}
        status, answer, _ = manager.ask("POST", "/api/v1/till/reserve/orders", asked)
        assert status == 201, answer

    for product in PRODUCTS:
        order({"product": product | {"archived": False}})
    order({"stock": {"product": "carte-postale", "kind": "receipt", "quantity": 200}})


class Seller:
    def __init__(self, server: VitrineServer, visitor: Visitor):
        self.server = server
        self.visitor = visitor
        self.page = visitor.page
        self.till = f"caisse-{next(tills)}"
        self.search = self.page.locator("#search")
        self.total = self.page.locator(".total output")

    def log_in(self) -> None:
        session = {"user": "zoe", "password": PASSWORD, "cookie": True}
        answer = self.page.context.request.post(f"{self.server.url}/api/v1/login", data=session)
        assert answer.status == 200, answer.text()

    def open(self) -> "Seller":
        self.log_in()
        self.page.goto(f"{self.server.url}/desk/shop?till={self.till}")
        self.page.locator(".product").first.wait_for()
        return self

    def button(self, name: str, exact: bool = False):
        return self.page.get_by_role("button", name=name, exact=exact)

    def touch(self, name: str, exact: bool = False) -> None:
        button = self.button(name, exact).first
        button.tap() if self.page.evaluate("navigator.maxTouchPoints > 0") else button.click()

    def take(self, *products: str) -> None:
        """Each is in the basket when this returns."""
        for product in products:
            there = self.count() + 1
            self.page.locator(".product").filter(has_text=product).click()
            self.within(5, lambda there=there: self.count() == there)

    def count(self) -> int:
        """How many articles are in the basket."""
        return sum(int(text) for text in self.page.locator(".basket .count-number").all_inner_texts())

    def scan(self, code: str) -> None:
        """As a scanner types: fast, then Enter."""
        self.page.keyboard.type(code, delay=2)
        self.page.keyboard.press("Enter")

    def says(self, locator: str, text: str) -> None:
        self.page.locator(locator).filter(has_text=text).first.wait_for()

    def pay_by_card(self) -> None:
        self.touch("Encaisser")
        self.touch("Carte", exact=True)
        self.touch("Valider la vente")
        self.says(".sold", "Ticket n°")

    def tickets(self) -> list[tuple]:
        """Kind, number, total, who, whether for practice."""
        return self.server.query(TICKETS, self.till)

    def last(self) -> dict:
        """The content of the last ticket."""
        [(content,)] = self.server.query(
            "select content from till_entry where till = ? and kind in ('sale', 'refund') order by number desc limit 1", self.till)
        return json.loads(content)

    def within(self, seconds: float, what) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < deadline, f"never so: {self.tickets()}"
            self.page.wait_for_timeout(50)


def states(seller):
    """What the page shows in turn; nothing here is found by its words, which are in two languages."""
    page = seller.page
    first, dialog = page.locator(".product").first, page.get_by_role("dialog")
    yield "at rest"
    page.locator(".top-button:has([data-icon='tent'])").click()
    page.locator(".banner-training").wait_for()
    yield "practice"
    first.click()
    page.locator(".basket-pay").click()
    page.locator(".method").nth(1).click()
    page.locator(".pay .basket-pay").click()
    page.locator(".sold .receipt").wait_for()
    yield "practice sold"
    page.locator(".top-button:has([data-icon='tent'])").click()
    page.locator(".banner-training").wait_for(state="detached")
    page.locator("#search").fill("zzz")
    page.locator(".nothing").wait_for()
    page.keyboard.press("Enter")
    page.locator(".said").wait_for()
    yield "nothing found"
    page.locator("#search").fill("")
    for index in (0, 1, 1, 2):
        page.locator(".product").nth(index).click()
    page.locator(".basket-line").nth(2).wait_for()
    yield "a basket"
    page.locator(".basket-discount").first.click()
    dialog.wait_for()
    page.locator(".choices").nth(1).locator("button").first.click()
    dialog.locator(".button-main").click()
    dialog.locator(".login-trouble:not(:empty)").wait_for()
    yield "a discount without a reason"
    page.locator(".choices").nth(2).locator("button").first.click()
    dialog.locator(".button-main").click()
    dialog.wait_for(state="detached")
    yield "a basket with a discount"
    page.locator(".basket-pay").click()
    page.locator(".pay").wait_for()
    yield "paying"
    page.locator(".note").first.click()
    page.locator(".left").wait_for()
    yield "partly paid"
    page.locator(".note").last.click()
    page.locator(".change").wait_for()
    yield "paid"
    page.locator(".pay .basket-pay").click()
    page.locator(".sold .receipt").wait_for()
    yield "sold"
    first.click()
    page.locator(".basket-buttons .button").nth(1).click()
    dialog.wait_for()
    yield "putting aside"
    dialog.locator(".button-main").click()
    dialog.wait_for(state="detached")
    page.locator(".top-button:has([data-icon='pause'])").click()
    dialog.locator(".row").first.wait_for()
    yield "put aside"
    dialog.locator(".row").first.click()
    dialog.wait_for(state="detached")
    page.locator(".top-button:has([data-icon='list'])").click()
    dialog.locator(".row").first.wait_for()
    yield "tickets"
    dialog.locator(".row").first.click()
    dialog.locator(".receipt").wait_for()
    yield "a ticket"
    dialog.locator(".box-buttons-first button").last.click()
    dialog.locator(".count").first.wait_for()
    yield "a refund"
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    page.locator(".top-button:has([data-icon='gauge'])").click()
    dialog.locator(".day").wait_for()
    yield "the day"
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    page.locator(".basket-head button").click()
    page.locator(".basket-empty").wait_for()
