"""Somebody who has a published answer, knows how it is made, and subtracts: what they find out of what is hidden in it.

In each column that adds up, the hidden parts are whole numbers that come to the total less what is shown. What has no place in the interval that this leaves
to each is found out. `truth` is the same answer, nothing hidden: only to know which hidden cells are small.
"""

SMALL = 5


def found_out(published: dict, truth: dict, adds_up: bool) -> list[str]:
    """What was found out, in words; nothing, when the answer is safe."""
    found = list(ordered(published))
    for index in range(len(published["columns"])):
        found += leaks(published, truth, index)
        for name, number in numbers(published, truth) if adds_up else []:
            found += subtracted(published, truth, index, number, f"{name} of column {index}")
    return [f"{published['question']}: {line}" for line in found]


def numbers(published, truth):
    """What of a cell adds up over the rows, and is never below nothing."""
    yield "n", lambda cell: cell["n"]
    if published["form"] != "percentile":
        yield "value", lambda cell: cell["value"]
    if published["form"] == "share" or published["form"] == "ratio" and not published["per_hour"]:
        yield "base", lambda cell: cell["base"]
    is_part = all((rest(cell) or 0) >= 0 for row in truth["rows"] for cell in row["cells"])  # visitors may be more than people at the door
    if published["form"] == "share" and is_part:
        yield "rest", rest


def rest(cell):
    return None if cell["base"] is None or cell["value"] is None else cell["base"] - cell["value"]


def leaks(published, truth, index):
    """What is hidden says nothing beside itself either; and nothing small is shown."""
    real = {row["value"]: row["cells"][index] for row in truth["rows"]} | {None: truth["total"][index]}
    incomplete = "hidden" in (
        published["total"][index]["state"], *(row["cells"][index]["state"] for row in published["rows"] if row["value"] == "unknown"))
    for name, cells in [*((row["value"], row["cells"]) for row in published["rows"]), (None, published["total"])]:
        cell, what = cells[index], f"column {index} of {name or 'the total'}"
        if cell["state"] == "hidden":
            if any(cell[said] is not None for said in ("value", "base", "n", "share", "ratio", "change")):
                yield f"{what} is hidden and says {cell}"
            if cells[0]["change"] is not None:
                yield f"{what} is hidden, and the other column says by how much it changed"
            continue
        if published["form"] == "sum" and name and cell["share"] is not None and incomplete:
            yield f"{what} says its part of a whole that is hidden"
        for key in ("value", "base", "n"):
            if cell[key] != real[name][key]:
                yield f"{what}: {key} {cell[key]} was {real[name][key]}"
            elif cell[key] in range(1, SMALL) and counts(published, key):
                yield f"{what} is shown, and its {key} is {cell[key]}"


def counts(answer, key):
    """Money and minutes may be small."""
    return key == "n" or answer["unit"] == "count" and (key == "value" or answer["form"] == "share")


def subtracted(published, truth, index, number, what):
    whole = published["total"][index]
    if whole["state"] == "hidden":
        hidden_rows = [row["value"] for row in published["rows"] if row["cells"][index]["state"] == "hidden"]
        if not hidden_rows and published["rows"]:
            yield f"{what}: the total is hidden, and all of its parts are shown"
        return
    hidden = [row["value"] for row in published["rows"] if row["cells"][index]["state"] == "hidden"]
    if not hidden or number(whole) is None:
        return
    left = number(whole) - sum(number(row["cells"][index]) or 0 for row in published["rows"] if row["value"] not in hidden)
    if len(hidden) == 1:
        yield f"{what}: {hidden[0]} is {left}"
    least = 1 if published["form"] == "sum" and counts(published, "value") else 0
    most = left - least * (len(hidden) - 1)
    real = {row["value"]: number(row["cells"][index]) for row in truth["rows"]}
    for name in hidden:
        if real[name] in range(1, SMALL) and most < SMALL and (published["unit"] == "count" or what.startswith("n ")):
            yield f"{what}: {name} is at most {most}"


def ordered(published):
    """Rows that stand in the order of their counts tell that a hidden one is between its neighbours."""
    if published["breakdown"] is None or published["breakdown"] in ("hour", "weekday", "weekday-hour", "day", "week", "month", "season", "year", "origin"):
        return
    names = [row["value"] for row in published["rows"] if row["value"] != "unknown" and row["cells"][0]["state"] == "hidden"]
    all_names = [row["value"] for row in published["rows"] if row["value"] != "unknown"]
    if names != sorted(names) or names and all_names[-len(names):] != names:
        yield f"the rows stand in the order of what is hidden: {all_names}, of which hidden {names}"
