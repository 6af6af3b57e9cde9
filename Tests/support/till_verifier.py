"""What must hold of a till's entries, by docs/till-format.md alone: no line is shared with the software that writes them, no library but Python's.

`verify` takes entries as dictionaries of their sealed fields; till_files.py reads them from a register or from archives.
"""

import hashlib
import hmac
import json
from collections import Counter, defaultdict
from datetime import date

# What the content of each kind says at least.
KINDS = {
    "setup": "software key_fingerprint archive_key", "key": "key fingerprint reason", "restore": "from lost_head reason",
    "sale": "number currency lines vat total payments", "reprint": "ticket copy", "archive": "period entries digest",
    "refund": "number currency lines vat total payments refunds reason restocks",
    "opening": "float", "movement": "amount reason", "count": "count expected",
    "closure": "period number tickets refunds vat payments total year_total perpetual_total cash_expected head",
    "product": "code labels price category stocked archived", "depositor": "code name mandate commission taxed archived",
    "rate": "category rate from", "stock": "product kind quantity", "totals": "day tickets lines payments",
}
NO_SEAL = "0" * 64


def check(holds, why):
    if not holds:
        raise ValueError(why)


def expect(said, **expected):
    for name, value in expected.items():
        check(said.get(name) == value, f"its {name} should be {value}, not {said.get(name)}")


def sealed(*fields):
    """Each field after its number of UTF-8 bytes in four, the highest first."""
    texts = [str(field).encode() for field in fields]
    return b"".join(len(text).to_bytes(4, "big") + text for text in texts)


def message(entry, previous):
    names = ("office", "till", "number", "kind", "id", "at", "day", "counsellor", "training", "key", "text")
    return sealed("vitrine-till", 1, *(entry[name] for name in names), previous)


def parse(text):
    """The content, which has one form: sorted keys, no spaces, whole numbers. Another number becomes a text here, so its form differs."""
    content = json.loads(text, parse_float=str, parse_constant=str)
    form = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    check(isinstance(content, dict) and form == text, "its text isn't in order")
    return content


def rounded(dividend, divisor):
    """A half goes away from zero."""
    quotient = (2 * abs(dividend) + divisor) // (2 * divisor)
    return -quotient if dividend < 0 else quotient


def by_rate(amounts):
    """Their sums: one object a rate, the lowest first."""
    rates = defaultdict(Counter)
    for amount in amounts:
        rates[amount["rate"]].update({name: amount[name] for name in ("gross", "net", "vat")})
    return [{"rate": rate, **rates[rate]} for rate in sorted(rates)]


def kept(tickets):
    """What came in by each method, less change."""
    methods = Counter()
    for payment in (payment for ticket in tickets for payment in ticket["payments"]):
        methods[payment["method"]] += payment["amount"] - payment["change"]
    return methods


def share(line, pieces):
    """What the first so many pieces of a line bear of it."""
    discount = rounded(line["discount"] * pieces, line["quantity"])
    gross = line["unit_price"] * pieces - discount
    net, commission = (rounded(line[name] * gross, line["gross"] or 1) for name in ("net", "commission"))
    return {"discount": discount, "gross": gross, "net": net, "commission": commission}


class Chain:
    """One till's entries, each held against those before it."""

    def __init__(self, keys):
        self.keys, self.key, self.seals, self.problem = keys, None, [NO_SEAL], None
        # By training: real tickets, and those of practice. Then how much went back of a line, and copies of a ticket.
        self.tickets, self.given, self.copies = ([], []), Counter(), Counter()
        # By day: entries that closures are about, floats, the cash there should be, counts.
        self.days, self.floats, self.cash, self.counts, self.closed = defaultdict(list), Counter(), Counter(), {}, []

    def add(self, entry):
        kind, number, day, training = (entry[name] for name in ("kind", "number", "day", "training"))
        check(number == len(self.seals), f"it follows entry {len(self.seals) - 1}")
        check(kind in KINDS and entry["version"] == 1, "its kind or its version is unknown")
        self.key = self.key or entry["key"]
        check(entry["key"] == self.key and self.key in self.keys, f"key {self.key} should have sealed it, and be there")
        seal = hmac.new(self.keys[self.key], message(entry, self.seals[-1]), hashlib.sha256).hexdigest()
        check(seal == entry["seal"], "its seal doesn't hold")
        content = parse(entry["text"])
        check(set(KINDS[kind].split()) <= set(content), "it doesn't say all that its kind says")
        check((kind == "setup") == (number == 1), "a till begins with its set-up, once")
        check(abs((date.fromisoformat(day) - date.fromisoformat(entry["at"][:10])).days) <= 1, "its day is not that of its time")
        if kind in ("setup", "key"):
            fingerprint = hashlib.sha256(self.keys.get(content.get("key", self.key), b"")).hexdigest()[:16]
            check(content.get("fingerprint", content.get("key_fingerprint")) == fingerprint, "its key is another, or isn't there")
            self.key = content.get("key", self.key)
        elif kind == "restore":
            check(content["from"] == number - 1, "it goes on from another entry")
        elif kind in ("sale", "refund"):
            self.ticket(content, self.tickets[training], kind == "sale")
        elif kind == "reprint":
            check(0 < content["ticket"] <= len(self.tickets[training]), "its ticket isn't there")
            self.copies[training, content["ticket"]] += 1
            expect(content, copy=self.copies[training, content["ticket"]])
        elif kind == "count":
            counted = content["count"].get("day", day)
            expect(content, expected=self.cash[counted], corrects=self.counts.get(counted, [None])[0])
            self.counts[counted] = (number, content["count"]["counted"])
        elif kind == "closure":
            self.closure(content)
        if kind in ("sale", "refund", "opening", "movement") and not training:
            check(not any(day.startswith(period) for period in self.closed), f"{day} had been closed")
            self.days[day].append((number, content))
            self.cash[day] += kept([content])["cash"] if "payments" in content else content.get("amount", 0)
            self.cash[day] += content.get("float", self.floats[day]) - self.floats[day]
            self.floats[day] = content.get("float", self.floats[day])
        self.seals.append(seal)

    def ticket(self, ticket, before, is_sale):
        lines = [{"commission": 0, **line, **line.get("consignment", {})} for line in ticket["lines"]]
        expect(ticket, number=len(before) + 1, vat=by_rate(lines), total=sum(line["gross"] for line in lines))
        check(sum(kept([ticket]).values()) == ticket["total"], "its payments are not its total")
        check(is_sale != ("refunds" in ticket), "it is both a sale and a refund, or neither")
        gross, net = Counter(), Counter()
        for line in lines:
            expect(line, gross=line["quantity"] * line["unit_price"] - line["discount"], vat=line["gross"] - line["net"])
            gross[line["rate"]] += line["gross"]
            if is_sale:
                check(line["quantity"] > 0, "it takes goods back")
                expect(line, net=rounded(10_000 * gross[line["rate"]], 10_000 + line["rate"]) - net[line["rate"]])
            else:
                self.give_back(line, ticket["refunds"], before)
            net[line["rate"]] += line["net"]
        before.append({**ticket, "lines": lines})

    def give_back(self, line, number, before):
        check(0 < number <= len(before) and "refunds" not in before[number - 1], "its sale isn't there")
        sold, place = before[number - 1]["lines"][line["refunds"]], (id(before), number, line["refunds"])
        given = self.given[place]
        self.given[place] -= line["quantity"]
        check(given < self.given[place] <= sold["quantity"], "it gives back more than was sold")
        same = ("product", "label", "unit_price", "category", "rate", "depositor", "mandate")
        had, has = share(sold, given), share(sold, self.given[place])
        expect(line, **{name: sold.get(name) for name in same}, **{name: had[name] - has[name] for name in had})

    def closure(self, content):
        period, size = content["period"], len(content["period"])
        check(period not in self.closed, "it was closed already")
        self.closed.append(period)
        days = sorted(day for day in self.days if day.startswith(period))
        entries = [entry for day in days for entry in self.days[day]]
        numbers, tickets = [number for number, _ in entries], [ticket for _, ticket in entries if "lines" in ticket]
        totals = [(day, ticket.get("total", 0)) for day in self.days if day[:size] <= period for _, ticket in self.days[day]]
        expect(
            content, number=sum(len(other) == size for other in self.closed),
            entries=[min(numbers), max(numbers)] if numbers else None,
            tickets=sum("refunds" not in ticket for ticket in tickets), refunds=sum("refunds" in ticket for ticket in tickets),
            vat=by_rate(amount for ticket in tickets for amount in ticket["vat"]), payments=kept(tickets),
            total=sum(ticket["total"] for ticket in tickets),
            year_total=sum(total for day, total in totals if day[:4] == period[:4]), perpetual_total=sum(total for _, total in totals),
            cash_expected=self.cash[days[-1] if days else period], cash_counted=self.counts.get(period, [0, None])[1],
            head=self.seals[-1][:16],
        )


def verify(entries, keys):
    """Each till's chain, by office and till; the `problem` of one that doesn't hold begins with its first entry that doesn't."""
    found = defaultdict(lambda: Chain(keys))
    for entry in entries:
        chain = found[entry["office"], entry["till"]]
        try:
            chain.problem or chain.add(entry)
        except (LookupError, TypeError, ValueError) as error:
            chain.problem = f"entry {entry['number']}: {error if isinstance(error, ValueError) else repr(error)}"
    return found
