"""The guide of the till says in words every code that a till refuses with."""

import re

from vitrine_server import ROOT

GUIDE = (ROOT / "docs/guide/till.md").read_text()


def codes() -> list[str]:
    source = (ROOT / "Sources/Reception/Refusal.swift").read_text()
    return re.findall(r'case \w+ = "(\w+)"', source[source.index("// What the shop sells"):])


def test_the_guide_explains_every_code_a_till_refuses_with():
    assert len(codes()) > 30
    assert [code for code in codes() if f"`{code}`" not in GUIDE] == []


def test_the_guide_explains_no_code_that_there_is_not():
    table = GUIDE[GUIDE.index("## Quand quelque chose ne va pas"):]
    named = {code for row in re.findall(r"^\| (`[a-z_`, ]+`) \|", table, re.M) for code in re.findall(r"`(\w+)`", row)}
    assert named and named <= set(codes())
