"""Two implementations of docs/till-format.md must agree: the frozen vectors verify, and whatever is changed in them is found."""

import copy
import hmac
import json

import pytest
import till_chain
from vitrine_server import ROOT

VECTORS = json.loads((ROOT / "Tests/Vectors/till-entries.json").read_text())
KEYS = {int(number): bytes.fromhex(key) for number, key in VECTORS["keys"].items()}
TILL = ("pays-de-sommieres", "caisse")
FIELDS = ["office", "till", "number", "version", "kind", "id", "at", "day", "counsellor", "training", "key", "text", "seal"]


def problem(entries, keys=KEYS):
    """What the verifier says of a chain; None when it holds."""
    found = till_chain.verify(entries, keys)
    return next((problem for _, problem in found.values() if problem), None)


@pytest.fixture
def entries():
    return copy.deepcopy(VECTORS["entries"])


def reseal(entries):
    """Seals a chain anew, as whoever has the keys could: what it says must hold too."""
    previous = till_chain.NO_SEAL
    for entry in entries:
        message = till_chain.message(entry, previous)
        entry["seal"] = hmac.new(KEYS[entry["key"]], message, "sha256").hexdigest()
        previous = entry["seal"]
    return entries


def rewritten(entries, number, change):
    """The chain with another content of one entry, sealed anew."""
    entry = entries[number - 1]
    content = json.loads(entry["text"])
    change(content)
    entry["text"] = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return reseal(entries)


def test_the_frozen_chain_holds_with_every_kind_of_entry(entries):
    assert problem(entries) is None
    assert {entry["kind"] for entry in entries} == set(till_chain.REQUIRED)
    previous = till_chain.NO_SEAL
    for entry in entries:
        assert till_chain.message(entry, previous).hex() == entry["message"]
        previous = entry["seal"]
    assert reseal(copy.deepcopy(entries)) == entries


@pytest.mark.parametrize("field", FIELDS)
def test_a_change_of_any_field_of_any_entry_is_found(entries, field):
    for index in range(len(entries)):
        changed = copy.deepcopy(entries)
        value = changed[index][field]
        changed[index][field] = value + 1 if isinstance(value, int) else ("1" if value[:1] != "1" else "2") + value[1:]
        found = problem(changed)
        assert found is not None, (index, field)
        if field != "till" and field != "office":
            assert found.startswith(f"entry {changed[index]['number']}:"), (found, field)


def test_a_change_of_any_byte_of_a_sale_is_found(entries):
    sale = next(index for index, entry in enumerate(entries) if entry["kind"] == "sale")
    text = entries[sale]["text"]
    for position in range(len(text)):
        entries[sale]["text"] = text[:position] + chr(ord(text[position]) ^ 1) + text[position + 1 :]
        assert problem(entries) == f"entry {sale + 1}: its seal doesn't hold"


def test_deleted_swapped_and_added_entries_are_found(entries):
    assert problem(entries[:9] + entries[10:]) == "entry 11: it follows entry 9"
    swapped = copy.deepcopy(entries)
    swapped[9], swapped[10] = swapped[10], swapped[9]
    assert problem(swapped) == "entry 11: it follows entry 9"
    swapped[9]["number"], swapped[10]["number"] = 10, 11
    assert problem(swapped) == "entry 10: its seal doesn't hold"
    added = copy.deepcopy(entries[-1])
    added["number"] += 1
    assert problem([*entries, added]).endswith("its seal doesn't hold")
    assert problem(entries[1:]) == "entry 2: it follows entry 0"


def test_another_key_seals_nothing_here(entries):
    other = dict.fromkeys(KEYS, bytes(32))
    assert problem(entries, other) == "entry 1: its seal doesn't hold"
    assert problem(entries, {}) == "entry 1: key 1 isn't there"
    assert problem(entries, {1: KEYS[1]}) == "entry 25: key 2 isn't there"


@pytest.mark.parametrize(
    ("number", "change", "said"),
    [
        (15, lambda c: c.update(total=c["total"] + 1), "its lines are not its total"),
        (15, lambda c: c["lines"][0].update(net=c["lines"][0]["net"] + 1), "a line's VAT"),
        (15, lambda c: c["lines"][0].update(quantity=3), "a line's price"),
        (15, lambda c: c["payments"][1].update(change=0), "its payments are not its total"),
        (
            27,
            lambda c: [c["lines"][0].update(net=999, vat=56), c["vat"][0].update(net=999, vat=56)],
            "the net of miel should be 1000",
        ),
        (15, lambda c: c["vat"].reverse(), "its lines are not its VAT"),
        (15, lambda c: c.update(number=2), "its ticket should be 1"),
        (17, lambda c: c.update(number=3), "its ticket should be 2"),
        (18, lambda c: c.update(refunds=9), "it refunds no sale"),
        (18, lambda c: c["lines"][0].update(label="Autre"), "it refunds another line"),
        (19, lambda c: c.update(copy=2), "it should be copy 1"),
        (22, lambda c: c.update(expected=990), "what it expected in the drawer"),
        (23, lambda c: c.pop("corrects"), "which count it corrects"),
        (24, lambda c: c.update(total=c["total"] + 1), "total of 2026-07-14 should be"),
        (24, lambda c: c["payments"].update(card=0), "payments of 2026-07-14 should be"),
        (24, lambda c: c.update(period="2026-07-13"), "entries of 2026-07-13 should be None"),
        (25, lambda c: c.update(fingerprint="0" * 16), "key 2 is another"),
        (30, lambda c: c.update({"from": 12}), "it goes on from another entry"),
        (31, lambda c: c.update(perpetual_total=1), "perpetual_total of 2026-07 should be"),
    ],
)
def test_what_the_keys_themselves_would_seal_must_hold_too(entries, number, change, said):
    assert problem(rewritten(entries, number, change)).startswith(f"entry {number}: {said}")


def test_a_sale_in_a_closed_day_is_found(entries):
    late = copy.deepcopy(entries[26])
    late.update(number=len(entries) + 1, day="2026-12-30", at="2026-12-30T10:00:00.000Z")
    late["text"] = late["text"].replace('"number":5', '"number":6')
    assert problem(reseal([*entries, late])).endswith("had been closed")


@pytest.mark.parametrize("text", ['{"float": 5000}', '{"float":5000.0}', '{"float":5000,"float":5000}', "{}", "[]", "5", "{"])
def test_content_in_another_form_is_found(entries, text):
    entries[13]["text"] = text
    assert problem(reseal(entries)).startswith("entry 14: ")
