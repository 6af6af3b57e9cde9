"""Two implementations of docs/till-format.md must agree: the frozen vectors verify, and whatever is changed in them is found."""

import copy

import pytest
import till_verifier
from till_vectors import KEYS, TAMPERING_NAMES, TAMPERINGS, VECTORS, reseal, rewritten

FIELDS = ["office", "till", "number", "version", "kind", "id", "at", "day", "counsellor", "training", "key", "text", "seal"]


def problem(entries, keys=KEYS):
    """What the verifier says of a chain; None when it holds."""
    found = till_verifier.verify(entries, keys)
    return next((chain.problem for chain in found.values() if chain.problem), None)


@pytest.fixture
def entries():
    return copy.deepcopy(VECTORS["entries"])


def test_the_frozen_chain_holds_with_every_kind_of_entry(entries):
    assert problem(entries) is None
    assert {entry["kind"] for entry in entries} == set(till_verifier.KINDS)
    previous = till_verifier.NO_SEAL
    for entry in entries:
        assert till_verifier.message(entry, previous).hex() == entry["message"]
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
    assert problem(entries, {}) == "entry 1: key 1 should have sealed it, and be there"
    assert problem(entries, {1: KEYS[1]}) == "entry 25: its key is another, or isn't there"


@pytest.mark.parametrize(("number", "change", "said"), TAMPERINGS, ids=TAMPERING_NAMES)
def test_what_the_keys_themselves_would_seal_must_hold_too(entries, number, change, said):
    assert problem(rewritten(entries, number, change)).startswith(f"entry {number}: {said}")


def test_a_period_closed_twice_is_found(entries):
    assert problem(rewritten(entries, 32, lambda c: c.update(period="2026-07"))) == "entry 32: it was closed already"


def test_a_sale_in_a_closed_day_is_found(entries):
    late = copy.deepcopy(entries[26])
    late.update(number=len(entries) + 1, day="2026-12-30", at="2026-12-30T10:00:00.000Z")
    late["text"] = late["text"].replace('"number":5', '"number":6')
    assert problem(reseal([*entries, late])).endswith("had been closed")


@pytest.mark.parametrize("text", ['{"float": 5000}', '{"float":5000.0}', '{"float":5000,"float":5000}', "{}", "[]", "5", "{"])
def test_content_in_another_form_is_found(entries, text):
    entries[13]["text"] = text
    assert problem(reseal(entries)).startswith("entry 14: ")
