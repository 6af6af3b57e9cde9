"""The frozen chain of docs/till-format.md, and what whoever has its keys might seal in its place: both verifiers must name the same entry."""

import hmac
import json

import till_verifier
from vitrine_server import ROOT

VECTORS = json.loads((ROOT / "Tests/Vectors/till-entries.json").read_text())
KEYS = {int(number): bytes.fromhex(key) for number, key in VECTORS["keys"].items()}
DAY = "2026-07-14"


def reseal(entries):
    """Seals a chain anew, as whoever has the keys could: what it says must hold too."""
    previous = till_verifier.NO_SEAL
    for entry in entries:
        previous = entry["seal"] = hmac.new(KEYS[entry["key"]], till_verifier.message(entry, previous), "sha256").hexdigest()
    return entries


def rewritten(entries, number, change):
    """The chain with another content of one entry, sealed anew."""
    content = json.loads(entries[number - 1]["text"])
    change(content)
    entries[number - 1]["text"] = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return reseal(entries)


def cheaper(line, net, vat):
    """A line's VAT in another way, and its rate's with it."""
    return lambda c: [c["lines"][line].update(net=net, vat=vat), c["vat"][0].update(net=net, vat=vat)]


def given(line, **amounts):
    """A refunded line with other amounts, its ticket put right."""

    def change(content):
        found = content["lines"][line]
        found.update(amounts)
        content["vat"] = till_verifier.by_rate(content["lines"])
        content["total"] = sum(line["gross"] for line in content["lines"])
        content["payments"] = [{"method": "cash", "amount": content["total"], "change": 0}]

    return change


# Which entry says what else, and what of it the verifier in Python says.
TAMPERINGS = [
    (1, lambda c: c.update(key_fingerprint="0" * 16), "its key is another"),
    (14, lambda c: c.update(float="5000"), "TypeError"),
    (15, lambda c: c.update(total=c["total"] + 1), "its total should be"),
    (15, lambda c: c["lines"][0].update(net=c["lines"][0]["net"] + 1), "its vat should be"),
    (15, lambda c: c["lines"][0].update(quantity=3), "its gross should be"),
    (15, lambda c: c["payments"][1].update(change=0), "its payments are not its total"),
    (15, lambda c: c["vat"].reverse(), "its vat should be"),
    (15, lambda c: c.update(number=9), "its number should be 1"),
    (15, lambda c: c.update(refunds=1), "it is both a sale and a refund"),
    (15, lambda c: c.pop("currency"), "it doesn't say all"),
    (17, lambda c: c.update(number=9), "its number should be 2"),
    (18, lambda c: c.update(refunds=9), "its sale isn't there"),
    (18, lambda c: c.update(refunds=0), "its sale isn't there"),
    (18, lambda c: c["lines"][0].update(label="Autre"), "its label should be Carte"),
    (18, lambda c: c["lines"][0].update(product="guide"), "its product should be carte"),
    (18, lambda c: c["lines"][0].update(category="none"), "its category should be standard"),
    (18, lambda c: c["lines"][0].update(consignment={"depositor": "potier", "mandate": "office", "commission": 0}), "its depositor"),
    (18, lambda c: c["lines"][0].update(refunds=9), "IndexError"),
    (18, given(0, quantity=-4, discount=-11, gross=-189, net=-158, vat=-31), "it gives back more than was sold"),
    (18, given(0, discount=-10, gross=-40, net=-33, vat=-7), "its discount should be -11"),
    (18, given(0, net=-32, vat=-7), "its net should be -33"),
    (19, lambda c: c.update(copy=2), "its copy should be 1"),
    (19, lambda c: c.update(ticket=4), "its ticket isn't there"),
    (21, given(1, quantity=-3, discount=-33, gross=-117, net=-98, vat=-19), "it gives back more than was sold"),
    (21, lambda c: c.update(refunds=3), "its sale isn't there"),
    (22, lambda c: c.update(expected=990), "its expected should be 1000"),
    (23, lambda c: c.pop("corrects"), "its corrects should be 22"),
    (24, lambda c: c.update(total=c["total"] + 1), "its total should be"),
    (24, lambda c: c["payments"].update(card=0), "its payments should be"),
    (24, lambda c: c.update(period="2026-07-13"), "its entries should be None"),
    (24, lambda c: c.update(head="0" * 16), "its head should be"),
    (25, lambda c: c.update(fingerprint="0" * 16), "its key is another"),
    (27, cheaper(0, 999, 56), "its net should be 1000"),
    (30, lambda c: c.update({"from": 12}), "it goes on from another entry"),
    (31, lambda c: c.update(perpetual_total=1), "its perpetual_total should be"),
]
TAMPERING_NAMES = [f"{number} {said}" for number, _, said in TAMPERINGS]
