"""The shop's till over real sockets: what is sealed is answered once, what is refused leaves nothing."""

import threading
import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from staff import Staff, ask, log_in
from test_api import schema

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date().isoformat()
TILL = "/api/v1/till/caisse"
HONEY = {"code": "miel-500", "labels": {"fr": "Miel de garrigue"}, "price": 850, "category": "reduced", "stocked": True,
         "barcode": "3017620422003", "archived": False}
CARD = {"code": "carte", "labels": {"fr": "Carte postale"}, "price": 80, "category": "standard", "stocked": False,
        "archived": False}


@pytest.fixture
def marie(server):
    """She keeps the shop: two products are there."""
    marie = Staff(server, "marie", role="manager")
    for product in (HONEY, CARD):
        assert order(marie, {"product": product})[0] == 201
    return marie


@pytest.fixture
def claire(marie):
    """She sells."""
    return Staff(marie.server, "claire")


def order(staff, what: dict, till: str = TILL, **request):
    asked = {"id": str(uuid.uuid4()), "order": what, "training": False} | request
    return staff.ask("POST", f"{till}/orders", asked)


def sale(*lines, payments=None, **more) -> dict:
    """Lines are codes, or a code and how many."""
    lines = [line if isinstance(line, tuple) else (line, 1) for line in lines]
    return {"sale": {"lines": [{"product": code, "quantity": count} for code, count in lines],
                     "payments": payments or [{"method": "card"}]} | more}


def refused(answer, status: int, code: str):
    got, document, _ = answer
    assert (got, document["error"]["code"]) == (status, code), document
    schema("Error").validate(document)


def entries(server) -> int:
    return server.query("SELECT count(*) FROM till_entry")[0][0]


def test_a_sale_is_sealed_and_on_disk_under_the_name_of_whoever_logged_in(claire):
    server = claire.server
    status, entry, headers = order(
        claire, sale(("miel-500", 2), "carte", payments=[{"method": "cash", "amount": 2000}]), counsellor="somebody-else")
    assert status == 201
    schema("TillEntry").validate(entry)
    assert headers["cache-control"] == "no-store"
    assert (entry["kind"], entry["counsellor"], entry["day"]) == ("sale", "claire", TODAY)
    ticket = entry["content"]
    assert (ticket["number"], ticket["total"]) == (1, 1780)
    assert ticket["payments"] == [{"method": "cash", "amount": 2000, "change": 220}]
    server.kill()
    server.start()
    assert server.query("SELECT hex(seal), counsellor FROM till_entry WHERE kind = 'sale'") == [
        (entry["seal"].upper(), "claire")]
    for name in ("last", "1"):
        assert claire.ask("GET", f"{TILL}/tickets/{name}")[1] == entry


def test_what_is_sent_twice_is_sold_once(claire):
    again = {"id": str(uuid.uuid4())}
    first = order(claire, sale("carte"), **again)
    second = order(claire, sale("carte"), **again)
    assert (first[0], second[0]) == (201, 200)
    assert first[1] == second[1]
    assert claire.ask("GET", f"{TILL}/status")[1]["tickets"] == 1


def test_a_barcode_is_as_good_as_a_code(claire):
    assert order(claire, sale("3017620422003"))[1]["content"]["lines"][0]["product"] == "miel-500"


@pytest.mark.parametrize(("what", "status", "code"), [
    (sale("chocolat"), 422, "product_unknown"),
    (sale(("carte", 0)), 422, "quantity_invalid"),
    (sale("carte", payments=[{"method": "cash", "amount": 50}]), 422, "payment_short"),
    (sale("carte", payments=[{"method": "card", "amount": 500}]), 422, "change_not_given"),
    (sale("carte", discount={"percent": 1000, "reason": ""}), 422, "discount_invalid"),
    ({"refund": {"ticket": 12, "method": "cash", "reason": "cassé", "restocks": False}}, 404, "ticket_unknown"),
    ({"sale": {"lines": []}}, 400, "field_missing"),
    ({"sale": {}, "refund": {}}, 400, "value_invalid"),
    ({"gift": {}}, 400, "value_invalid"),
])
def test_what_is_refused_says_why_and_leaves_nothing(claire, what, status, code):
    before = entries(claire.server)
    refused(order(claire, what), status, code)
    assert entries(claire.server) == before


def test_the_manager_s_orders_are_refused_to_the_desk(claire, marie):
    before = entries(claire.server)
    for what in ({"product": HONEY | {"price": 1}}, {"closure": TODAY[:7]}, {"closure": TODAY[:4]},
                 {"stock": {"product": "miel-500", "kind": "stock-take", "quantity": 3}},
                 {"rate": {"category": "reduced", "rate": 600, "from": "2030-01-01"}},
                 {"depositor": {"code": "rucher", "name": "Le Rucher", "mandate": "office", "commission": 2000,
                                "taxed": False, "archived": False}},
                 {"totals": {"day": TODAY, "tickets": 0, "lines": [], "payments": []}}):
        refused(order(claire, what), 403, "forbidden")
    assert entries(claire.server) == before
    assert order(claire, {"stock": {"product": "miel-500", "kind": "receipt", "quantity": 12}})[0] == 201
    assert order(marie, {"stock": {"product": "miel-500", "kind": "stock-take", "quantity": 11}})[0] == 201
    status, products, _ = claire.ask("GET", "/api/v1/till/products")
    assert status == 200
    schema("TillProducts").validate(products)
    assert products["stock"] == {"miel-500": 11}
    assert sorted(product["code"] for product in products["products"]) == ["carte", "miel-500"]


def test_a_closure_is_told_before_it_is_made_and_after(claire):
    order(claire, sale("carte"))
    _, now, _ = claire.ask("GET", f"{TILL}/status")
    closure = f"{TILL}/closures/{now['day']}"
    refused(claire.ask("GET", closure), 404, "period_open")
    status, preview, _ = claire.ask("GET", f"{closure}/preview")
    assert (status, preview["total"], preview["head"]) == (200, 80, "")
    schema("Closure").validate(preview)
    sealed = order(claire, {"closure": now["day"]})[1]
    assert claire.ask("GET", closure)[:2] == (200, sealed)
    assert {**sealed["content"], "head": ""} == preview
    refused(claire.ask("GET", f"{closure}/preview"), 409, "period_closed")
    refused(claire.ask("GET", f"{TILL}/closures/2026-13"), 404, "not_found")


def test_a_closed_day_takes_nothing_more(claire):
    order(claire, sale("carte"))
    status, closure, _ = order(claire, {"closure": TODAY})
    assert status == 201
    schema("TillEntry").validate(closure)
    assert closure["content"]["total"] == 80
    before = entries(claire.server)
    refused(order(claire, sale("carte")), 409, "day_closed")
    assert entries(claire.server) == before


def test_a_ticket_is_refunded_once(claire):
    order(claire, sale(("carte", 2)))
    back = {"refund": {"ticket": 1, "lines": [{"index": 0, "quantity": 1}], "method": "card", "reason": "abîmée", "restocks": False}}
    status, entry, _ = order(claire, back)
    assert status == 201
    schema("TillEntry").validate(entry)
    assert (entry["content"]["total"], entry["content"]["refunds"]) == (-80, 1)
    assert order(claire, back)[0] == 201
    refused(order(claire, back), 409, "ticket_refunded")
    status, refunds, _ = claire.ask("GET", f"{TILL}/tickets/1/refunds")
    assert status == 200
    schema("TillEntries").validate(refunds)
    assert [refund["content"]["number"] for refund in refunds["entries"]] == [2, 3]
    refused(claire.ask("GET", f"{TILL}/tickets/99/refunds"), 404, "ticket_unknown")


def test_practice_counts_for_nothing_and_is_found_apart(claire):
    order(claire, sale("carte"))
    status, entry, _ = order(claire, sale(("miel-500", 3)), training=True)
    assert (status, entry["content"]["number"], entry["training"]) == (201, 1, True)
    _, now, _ = claire.ask("GET", f"{TILL}/status")
    schema("TillStatus").validate(now)
    assert (now["tickets"], now["total"], now["last_ticket"]) == (1, 80, 1)
    assert claire.ask("GET", f"{TILL}/tickets/last?training=1")[1] == entry
    assert "FACTICE" in paper(claire, "1?training=1")
    assert "FACTICE" not in paper(claire, "1")


def paper(staff, what: str, kind: str = "text/plain; charset=utf-8") -> str:
    server = staff.server
    status, body, headers = server.request(
        "GET", f"{TILL}/receipt/{what}", headers={"Authorization": f"Bearer {staff.token}"})
    assert (status, headers["content-type"], headers["cache-control"]) == (200, kind, "no-store")
    return body.decode()


def test_a_receipt_comes_in_each_form_and_a_copy_says_which_it_is(claire):
    order(claire, sale("miel-500"))
    text = paper(claire, "1")
    assert "Miel de garrigue" in text and "8,50" in text and max(map(len, text.splitlines())) <= 42
    assert max(map(len, paper(claire, "1?form=text80").splitlines())) <= 80
    assert "Miel de garrigue" in paper(claire, "1?form=html", "text/html; charset=utf-8")
    copies = [order(claire, {"reprint": 1})[1]["content"]["copy"] for _ in range(2)]
    assert copies == [1, 2]
    assert "DUPLICATA n° 2" in paper(claire, "1?copy=2")
    for query in ("form=pdf", "copy=-1", "copy=x"):
        refused(claire.ask("GET", f"{TILL}/receipt/1?{query}"), 400, "query_invalid")
    refused(claire.ask("GET", f"{TILL}/receipt/7"), 404, "ticket_unknown")
    refused(claire.ask("GET", f"{TILL}/receipt/1?copy=3"), 404, "not_found")


def test_baskets_wait_for_whoever_takes_them_back_first(claire, marie):
    basket = {"id": str(uuid.uuid4()), "name": "dame au chapeau", "at": f"{TODAY}T10:00:00.000Z",
              "order": {"lines": [{"product": "carte", "quantity": 3}], "payments": []}}
    assert claire.ask("POST", f"{TILL}/parked", basket)[0] == 201
    status, waiting, _ = marie.ask("GET", f"{TILL}/parked")
    assert status == 200
    schema("ParkedBaskets").validate(waiting)
    assert waiting["baskets"] == [basket]
    assert marie.ask("DELETE", f"{TILL}/parked/{basket['id']}")[:2] == (200, basket)
    refused(claire.ask("DELETE", f"{TILL}/parked/{basket['id']}"), 404, "basket_unknown")
    assert entries(claire.server) == claire.server.query("SELECT count(*) FROM till_entry WHERE kind <> 'sale'")[0][0]


@pytest.mark.parametrize("shown", [
    {}, {"Authorization": "Bearer " + "A" * 43}, {"Cookie": "vitrine_session=" + "A" * 43},
    {"Cookie": "vitrine_session=" + "A" * 43, "Sec-Fetch-Site": "cross-site", "Origin": "https://ailleurs.example"}])
def test_who_isn_t_logged_in_takes_no_basket_back_and_is_told_nothing_else(claire, shown):
    basket = {"id": str(uuid.uuid4()), "name": "dame au chapeau", "at": f"{TODAY}T10:00:00.000Z",
              "order": {"lines": [{"product": "carte", "quantity": 3}], "payments": []}}
    assert claire.ask("POST", f"{TILL}/parked", basket)[0] == 201
    refused(ask(claire.server, "DELETE", f"{TILL}/parked/{basket['id']}", **shown), 401, "unauthenticated")
    _, _, headers = log_in(claire.server, "claire", cookie=True)
    cookie = headers["set-cookie"].split(";")[0]
    refused(ask(claire.server, "DELETE", f"{TILL}/parked/{basket['id']}", Cookie=cookie), 415, "unsupported_media_type")
    assert claire.ask("GET", f"{TILL}/parked")[1]["baskets"] == [basket], "it still waits"


def test_the_stock_of_some_products_is_told_without_the_others(claire, marie):
    assert order(claire, {"stock": {"product": "miel-500", "kind": "receipt", "quantity": 2}})[0] == 201
    assert order(claire, sale(("miel-500", 3), "carte"))[0] == 201
    status, answer, _ = claire.ask("GET", "/api/v1/till/stock?products=miel-500,carte,inconnu")
    assert (status, answer) == (200, {"stock": {"miel-500": -1}})
    schema("TillStock").validate(answer)
    assert claire.ask("GET", "/api/v1/till/products")[1]["stock"] == answer["stock"]
    for query in ("", "?products=", "?products=miel-500,,carte", "?products=Miel"):
        refused(claire.ask("GET", f"/api/v1/till/stock{query}"), 400, "query_invalid")


def test_what_the_office_says_of_its_tills_is_told(claire):
    for path, name in (("setting", "TillSetting"), ("depositors", "TillDepositors"), ("rates", "TillRates")):
        status, answer, _ = claire.ask("GET", f"/api/v1/till/{path}")
        assert status == 200
        schema(name).validate(answer)


def test_entries_of_some_days_are_told_in_order(claire):
    for _ in range(3):
        order(claire, sale("carte"))
    status, answer, _ = claire.ask("GET", f"{TILL}/entries?from={TODAY}&to={TODAY}")
    assert status == 200
    schema("TillEntries").validate(answer)
    numbers = [entry["number"] for entry in answer["entries"]]
    assert numbers == list(range(1, len(numbers) + 1))
    _, sales, _ = claire.ask("GET", f"{TILL}/entries?from={TODAY}&to={TODAY}&kinds=sale,refund")
    assert [entry["kind"] for entry in sales["entries"]] == ["sale"] * 3
    for query in ("", f"from={TODAY}", f"from=2026-01-01&to={TODAY}&kinds=x", "from=2026-01-01&to=2026-12-31"):
        refused(claire.ask("GET", f"{TILL}/entries?{query}"), 400, "query_invalid")


def test_the_entries_of_every_till_are_told_one_till_after_the_other(claire):
    for till in ("marche", "caisse", "marche"):
        order(claire, sale("carte"), till=f"/api/v1/till/{till}")
    asked = f"/api/v1/till/entries?from={TODAY}&to={TODAY}"
    _, answer, _ = claire.ask("GET", f"{asked}&kinds=sale")
    schema("TillEntries").validate(answer)
    assert [(entry["till"], entry["content"]["number"]) for entry in answer["entries"]] == [("caisse", 1), ("marche", 1), ("marche", 2)]
    refused(claire.ask("GET", f"{asked}&kinds=x"), 400, "query_invalid")


def test_a_till_has_its_own_numbers_and_a_name_that_can_be_said(claire):
    order(claire, sale("carte"))
    assert order(claire, sale("carte"), till="/api/v1/till/marche")[1]["content"]["number"] == 1
    for name in ("x" * 33, "la%20caisse"):
        refused(claire.ask("GET", f"/api/v1/till/{name}/status"), 404, "till_code_invalid")


def test_two_sellers_at_once_leave_one_strict_sequence(claire, marie):
    answers, each = [], 25

    def sell(staff):
        answers.extend(order(staff, sale("carte")) for _ in range(each))

    sellers = [threading.Thread(target=sell, args=(staff,)) for staff in (claire, marie)]
    for seller in sellers:
        seller.start()
    for seller in sellers:
        seller.join()
    assert {status for status, _, _ in answers} == {201}
    assert sorted(entry["content"]["number"] for _, entry, _ in answers) == list(range(1, 2 * each + 1))
    numbers = claire.server.query("SELECT number FROM till_entry WHERE till = 'caisse' ORDER BY seq")
    assert [number for (number,) in numbers] == list(range(1, len(numbers) + 1))
