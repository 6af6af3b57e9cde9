"""What the JSON of an answer must say, by the oracle's columns; and where one doesn't."""

from statistics_figures import OVERLAPPING, PERCENTILES, RATIOS, SHARES, SMALL_BASE, SUMS, TIME
from statistics_oracle import Cell, Question
from statistics_rows import UNKNOWN


def rounded(number, divisor):
    """To the nearest, halves away from zero."""
    whole = (abs(number) * 2 + divisor) // (2 * divisor)
    return whole if number >= 0 else -whole


def form(question: Question) -> str:
    if question.measure in SHARES:
        return "share"
    if question.measure in RATIOS or question.against == "opening-hours":
        return "ratio"
    return "percentile" if question.measure in PERCENTILES else "sum"


def unit(question: Question) -> str:
    above = {**SHARES, **RATIOS}.get(question.measure, (question.measure,))[0]
    return "seconds" if above in PERCENTILES else SUMS[above][2]


def parts_add_up(question: Question) -> bool:
    """Whether each row counted is in one part only; then what is above the line, what is under it and how many rows there are add up."""
    above = {**SHARES, **RATIOS}.get(question.measure, (question.measure,))[0]
    subject = "session" if above in PERCENTILES else SUMS[above][0]
    return (subject, question.by) not in OVERLAPPING


def adds_up(question: Question) -> bool:
    return question.measure in SUMS and parts_add_up(question)


def is_per_hour(question):
    return question.against == "opening-hours" or question.measure == "visitors-per-hour"


def told(question, cell: Cell, other: Cell | None, column, value):
    """One cell as it is written. `other`: that of the second column, when this is the first; `value`: of its row, None of the whole."""
    kind = form(question)
    said = {"value": cell.value, "base": cell.base, "share": None, "ratio": None, "change": None, "state": "counted"}
    if kind in ("sum", "percentile"):
        if cell.value is None:
            said["state"] = "not_counted"
        if kind == "sum" and value is not None and question.by and adds_up(question):
            said["share"] = part(cell, column, value)
    elif kind == "share":
        if cell.value is None or cell.base is None:
            said["state"] = "not_counted"
        elif cell.base < SMALL_BASE:
            said["state"] = "too_few"
        else:
            said["share"] = rounded(cell.value * 1000, cell.base) / 10
    elif cell.value is None or not cell.base:
        said["state"] = "not_counted"
    else:
        said["ratio"] = rounded(cell.value * 100 * (60 if is_per_hour(question) else 1), cell.base) / 100
    if other is not None:
        said["change"] = change(question, kind, cell, other)
    return said


def part(cell, column, value):
    """Of what is known; the unknown itself of everything."""
    if cell.value is None or column.total.value is None:
        return None
    whole = column.total.value
    if value != UNKNOWN and UNKNOWN in column.cells:
        whole -= column.cells[UNKNOWN].value or 0
    return None if whole < SMALL_BASE else rounded(cell.value * 1000, whole) / 10


def change(question, kind, now, before):
    if kind in ("sum", "percentile"):
        if now.value is None or before.value is None or before.value <= 0:
            return None
        if kind == "sum" and unit(question) == "count" and before.value < SMALL_BASE:
            return None
        return rounded((now.value - before.value) * 1000, before.value) / 10
    if kind == "ratio":
        if None in (now.value, before.value) or not now.base or not before.base or before.value <= 0 or min(now.base, before.base) < SMALL_BASE:
            return None
        return rounded((now.value * before.base - before.value * now.base) * 1000, before.value * now.base) / 10
    return None


def differences(question: Question, document: dict, oracle) -> list[str]:
    """Each thing that the document says otherwise than the oracle."""
    columns = oracle.answer(question)
    found = []

    def same(what, ours, theirs):
        if ours != theirs:
            found.append(f"{question.text}: {what}: the oracle {ours!r}, the answer {theirs!r}")

    same("measure", question.measure, document["measure"])
    same("form", form(question), document["form"])
    same("unit", unit(question), document["unit"])
    same("adds_up", adds_up(question) or question.by is None, document["adds_up"])
    if question.against:
        pairs, without = oracle.pairs(question)
        same("days compared", len(pairs), document["compared"]["days"])
        same("days without a like", without, document["compared"]["without"])
    same("columns", len(columns), len(document["columns"]))
    if found:
        return found

    rows = {row["value"]: row["cells"] for row in document["rows"]}
    same("rows told twice", len(document["rows"]), len(rows))
    values = ({value for column in columns for value in column.cells} | set(rows)) if question.by else set()
    absent = [Cell(None) if question.by in TIME or column.total.value is None or question.measure in PERCENTILES else Cell(0) for column in columns]
    for value in sorted(values):
        cells = [column.cells.get(value, missing) for column, missing in zip(columns, absent, strict=True)]
        if value not in rows:
            if any(cell.value or cell.base for cell in cells) or question.by in TIME and any(cell.value is not None for cell in cells):
                found.append(f"{question.text}: no row {value!r}, which the oracle has: {cells}")
            continue
        compare(question, value, cells, columns, rows[value], same)
    compare(question, None, [column.total for column in columns], columns, document["total"], same)
    if question.by:
        check_order(question, document["rows"], found)
    return found


def compare(question, value, cells, columns, theirs, same):
    for index, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        other = cells[1] if index == 0 and len(cells) == 2 else None
        where = f"row {value or 'total'}, column {index}"
        if form(question) in ("share", "ratio") and value and cell.value is None and cell.base is None and theirs[index]["state"] == "not_counted":
            continue
        for key, ours in told(question, cell, other, column, value).items():
            same(f"{where}, {key}", ours, theirs[index][key])
        if cell.value is not None and question.measure in (*SUMS, *PERCENTILES):
            same(f"{where}, n", cell.rows, theirs[index]["n"])


def check_order(question, rows, found):
    """Time goes on; the most come first, and the unknown last."""
    values = [row["value"] for row in rows]
    if question.by in ("hour", "weekday"):
        expected = sorted(values, key=int)
    elif question.by == "weekday-hour":
        expected = sorted(values, key=lambda value: [int(number) for number in value.split("-")])
    elif question.by in ("day", "week", "month", "year"):
        expected = sorted(values)
    elif question.by in ("origin", "season"):
        expected = sorted(values, key=lambda value: value == UNKNOWN)
    else:
        counted = {row["value"]: row["cells"][0]["value"] or 0 for row in rows}
        expected = sorted(values, key=lambda value: (value == UNKNOWN, -counted[value]))
    if values != expected:
        found.append(f"{question.text}: rows out of order: {values}, not {expected}")
