"""What must hold of a till's entries, by docs/till-format.md alone: no line is shared with the software that writes them."""

import hashlib
import hmac
import json
from collections import Counter, defaultdict
from datetime import date, timedelta

# What the content of each kind must at least say.
REQUIRED = {
    "setup": "software key_fingerprint archive_key",
    "sale": "number currency lines vat total payments",
    "refund": "number currency lines vat total payments refunds reason restocks",
    "opening": "float",
    "count": "count expected",
    "movement": "amount reason",
    "closure": "period number tickets refunds vat payments total year_total perpetual_total cash_expected head",
    "reprint": "ticket copy",
    "archive": "period entries digest",
    "product": "code labels price category stocked archived",
    "depositor": "code name mandate commission taxed archived",
    "rate": "category rate from",
    "stock": "product kind quantity",
    "totals": "day tickets lines payments",
    "key": "key fingerprint reason",
    "restore": "from lost_head reason",
}
TRADING = {"sale", "refund", "opening", "movement"}
NO_SEAL = "0" * 64


class Broken(Exception):
    """Why an entry doesn't hold."""


def check(holds, why):
    if not holds:
        raise Broken(why)


def sealed(fields):
    """Each field after its number of UTF-8 bytes in four, the highest first."""
    texts = [field.encode() for field in fields]
    return b"".join(len(text).to_bytes(4, "big") + text for text in texts)


def message(entry, previous):
    names = ["office", "till", "number", "kind", "id", "at", "day", "counsellor", "training", "key", "text"]
    return sealed(["vitrine-till", "1", *(str(entry[name]) for name in names), previous])


def parse(text):
    """The content, which must be in the one form that can be written: sorted keys, no spaces, whole numbers."""

    def refuse(number):
        raise Broken(f"{number} is no whole number")

    content = json.loads(text, parse_float=refuse, parse_constant=refuse)
    check(isinstance(content, dict), "its content is no object")
    check(json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == text, "its text isn't in order")
    return content


def rounded(dividend, divisor):
    """A half goes away from zero."""
    quotient = (2 * abs(dividend) + divisor) // (2 * divisor)
    return -quotient if dividend < 0 else quotient


def bounds(period):
    """The first and the last day of 2026-07-14, 2026-07 or 2026."""
    if len(period) == 10:
        return period, period
    year, month = int(period[:4]), int(period[5:7] or 12)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if year < 9999 or month < 12 else date.max
    return f"{period}-01-01"[:10] if len(period) == 4 else f"{period}-01", last.isoformat()


class Chain:
    """One till's entries, read in their order."""

    def __init__(self, keys):
        self.keys, self.number, self.seal, self.key = keys, 0, NO_SEAL, None
        self.tickets = {0: {}, 1: {}}
        self.copies, self.closures, self.closed = Counter(), Counter(), set()
        self.traded, self.counts = [], {}

    def add(self, entry):
        check(entry["number"] == self.number + 1, f"it follows entry {self.number}")
        check(entry["kind"] in REQUIRED and entry["version"] == 1, "its kind or its version is unknown")
        self.key = self.key or entry["key"]
        check(entry["key"] == self.key, f"key {self.key} should have sealed it")
        check(self.key in self.keys, f"key {self.key} isn't there")
        seal = hmac.new(self.keys[self.key], message(entry, self.seal), hashlib.sha256).hexdigest()
        check(hmac.compare_digest(seal, entry["seal"]), "its seal doesn't hold")
        content = parse(entry["text"])
        check(set(REQUIRED[entry["kind"]].split()) <= set(content), "it doesn't say all that its kind says")
        check((entry["kind"] == "setup") == (entry["number"] == 1), "a till begins with its set-up, once")
        utc = date.fromisoformat(entry["at"][:10])
        check(abs((date.fromisoformat(entry["day"]) - utc).days) <= 1, "its day is not that of its time")
        if entry["kind"] in TRADING and not entry["training"]:
            closed = [period for period in self.closed if entry["day"].startswith(period)]
            check(not closed, f"{closed} had been closed")
            self.traded.append((entry["day"], entry["number"], entry["kind"], content))
        getattr(self, "_" + entry["kind"], lambda *_: None)(content, entry)
        self.number, self.seal = entry["number"], entry["seal"]

    def _fingerprint(self, number, expected):
        check(number in self.keys, f"key {number} isn't there")
        check(hashlib.sha256(self.keys[number]).hexdigest()[:16] == expected, f"key {number} is another")

    def _setup(self, content, entry):
        self._fingerprint(entry["key"], content["key_fingerprint"])

    def _key(self, content, _):
        self._fingerprint(content["key"], content["fingerprint"])
        self.key = content["key"]

    def _restore(self, content, entry):
        check(content["from"] == entry["number"] - 1, "it goes on from another entry")

    def _reprint(self, content, entry):
        copied = (entry["training"], content["ticket"])
        check(content["ticket"] in self.tickets[entry["training"]], "its ticket isn't there")
        self.copies[copied] += 1
        check(content["copy"] == self.copies[copied], f"it should be copy {self.copies[copied]}")

    def _sale(self, ticket, entry):
        tickets = self.tickets[entry["training"]]
        check(ticket["number"] == len(tickets) + 1, f"its ticket should be {len(tickets) + 1}")
        tickets[ticket["number"]] = {"ticket": ticket, "back": defaultdict(Counter)}
        rates = defaultdict(Counter)
        for line in ticket["lines"]:
            check(line["gross"] == line["quantity"] * line["unit_price"] - line["discount"], "a line's price")
            check(line["gross"] == line["net"] + line["vat"], "a line's VAT")
            rates[line["rate"]].update({name: line[name] for name in ("gross", "net", "vat")})
        check([{"rate": rate, **rates[rate]} for rate in sorted(rates)] == ticket["vat"], "its lines are not its VAT")
        check(sum(line["gross"] for line in ticket["lines"]) == ticket["total"], "its lines are not its total")
        paid = sum(payment["amount"] - payment["change"] for payment in ticket["payments"])
        check(paid == ticket["total"], "its payments are not its total")
        if entry["kind"] == "sale":
            check("refunds" not in ticket and all(line["quantity"] > 0 for line in ticket["lines"]), "it takes goods back")
            sold = Counter()
            for line in ticket["lines"]:
                rate, before = line["rate"], sold[line["rate"]]
                sold[rate] += line["gross"]
                net = rounded(sold[rate] * 10_000, 10_000 + rate) - rounded(before * 10_000, 10_000 + rate)
                check(line["net"] == net, f"the net of {line['product']} should be {net}")

    def _refund(self, ticket, entry):
        self._sale(ticket, entry)
        sale = self.tickets[entry["training"]].get(ticket["refunds"])
        check(sale and "refunds" not in sale["ticket"], "it refunds no sale")
        names = ("quantity", "discount", "gross", "net", "vat")
        for line in ticket["lines"]:
            sold, back = sale["ticket"]["lines"][line["refunds"]], sale["back"][line["refunds"]]
            same = ("product", "label", "unit_price", "category", "rate")
            check(all(line[name] == sold[name] for name in same) and line["quantity"] < 0, "it refunds another line")
            back.update({name: -line[name] for name in names})
            check(back["quantity"] <= sold["quantity"], "it gives back more than was sold")
            share = sold["quantity"] * sold["unit_price"] - sold["discount"]
            given = {"discount": rounded(sold["discount"] * back["quantity"], sold["quantity"])}
            given["gross"] = back["quantity"] * sold["unit_price"] - given["discount"]
            given["net"] = rounded(sold["net"] * given["gross"], share) if share else 0
            check(all(back[name] == given[name] for name in given), "its parts don't come to the line")

    def _cash(self, day, traded):
        """The last float, what tickets brought in cash, and what was moved."""
        contents = [(kind, content) for found, _, kind, content in traded if found == day]
        kept = sum(p["amount"] - p["change"] for _, c in contents for p in c.get("payments", ()) if p["method"] == "cash")
        floats = [content["float"] for kind, content in contents if kind == "opening"]
        return (floats or [0])[-1] + kept + sum(content["amount"] for kind, content in contents if kind == "movement")

    def _count(self, content, entry):
        day = content["count"].get("day", entry["day"])
        check(content["expected"] == self._cash(day, self.traded), "what it expected in the drawer")
        check(content.get("corrects") == self.counts.get(day, (None,))[0], "which count it corrects")
        self.counts[day] = (entry["number"], content["count"]["counted"])

    def _closure(self, content, entry):
        period, (first, last) = content["period"], bounds(content["period"])
        check(period not in self.closed, "it was closed already")
        self.closures[len(period)] += 1
        inside = [item for item in self.traded if first <= item[0] <= last]
        tickets = [(kind, ticket) for _, _, kind, ticket in inside if kind in ("sale", "refund")]
        rates, payments = defaultdict(Counter), Counter()
        for _, ticket in tickets:
            for amount in ticket["vat"]:
                rates[amount["rate"]].update({name: amount[name] for name in ("gross", "net", "vat")})
            for payment in ticket["payments"]:
                payments[payment["method"]] += payment["amount"] - payment["change"]
        until = [(day, ticket["total"]) for day, _, _, ticket in self.traded if "total" in ticket and day <= last]
        numbers = [number for _, number, _, _ in inside]
        traded_day = last if len(period) == 10 else max((item[0] for item in inside), default=None)
        expected = {
            "period": period,
            "number": self.closures[len(period)],
            "entries": [min(numbers), max(numbers)] if numbers else None,
            "tickets": sum(kind == "sale" for kind, _ in tickets),
            "refunds": sum(kind == "refund" for kind, _ in tickets),
            "vat": [{"rate": rate, **rates[rate]} for rate in sorted(rates)],
            "payments": dict(payments),
            "total": sum(ticket["total"] for _, ticket in tickets),
            "year_total": sum(total for day, total in until if day[:4] == last[:4]),
            "perpetual_total": sum(total for _, total in until),
            "cash_expected": self._cash(traded_day, self.traded),
            "cash_counted": self.counts.get(period, (0, None))[1],
            "head": self.seal[:16],
        }
        for name, value in expected.items():
            check(content.get(name) == value, f"{name} of {period} should be {value}, not {content.get(name)}")
        self.closed.add(period)


def verify(entries, keys):
    """Each till's chain, and what of it doesn't hold: `{(office, till): (chain, None or "entry 7: …")}`."""
    found = {}
    for entry in entries:
        chain, problem = found.setdefault((entry["office"], entry["till"]), (Chain(keys), None))
        if problem is None:
            try:
                chain.add(entry)
            except (Broken, KeyError, IndexError, TypeError, ValueError) as error:
                problem = f"entry {entry['number']}: {error if isinstance(error, Broken) else repr(error)}"
                found[entry["office"], entry["till"]] = (chain, problem)
    return found
