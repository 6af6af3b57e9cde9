#!/usr/bin/env python3
"""Seals years of tickets, day and month closures behind a till that has begun, as the till itself would: with its key, in its format.

usage: make_till.py DATA TILL YEAR TICKETS      DATA: a data folder whose till TILL sells « carte » at 20 %, 1.20 EUR
"""

import calendar
import datetime
import hashlib
import hmac
import json
import sqlite3
import struct
import sys
import uuid
from collections import Counter
from pathlib import Path

DAYS = 300


def text(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def prefixed(fields) -> bytes:
    return b"".join(struct.pack(">I", len(field.encode())) + field.encode() for field in fields)


class Chain:
    def __init__(self, data: Path, till: str):
        self.folder, self.till = data / "till", till
        self.key = bytes.fromhex((self.folder / "key-1").read_text().strip())
        self.database = sqlite3.connect(data / "vitrine.sqlite")
        self.office, self.number, self.seal = self.database.execute(
            "SELECT office, number, hex(seal) FROM till_entry WHERE till = ? ORDER BY number DESC LIMIT 1", (till,)).fetchone()
        self.seal = self.seal.lower()
        self.ticket, self.perpetual = self.database.execute(
            "SELECT coalesce(max(ticket), 0), coalesce(sum(content ->> '$.total'), 0) FROM till_entry "
            "WHERE till = ? AND training = 0 AND ticket IS NOT NULL", (till,)).fetchone()
        self.closures = Counter(dict(self.database.execute(
            "SELECT length(period), count(*) FROM till_entry WHERE till = ? AND period IS NOT NULL GROUP BY 1", (till,))))

    def mac(self, fields) -> bytes:
        return hmac.digest(self.key, prefixed(fields), hashlib.sha256)

    def append(self, kind: str, day: datetime.date, content: dict) -> None:
        self.number += 1
        at = datetime.datetime.combine(day, datetime.time(10), datetime.UTC)
        id, content = uuid.uuid4(), text(content)
        seal = self.mac([
            "vitrine-till", "1", self.office, self.till, str(self.number), kind, str(id), f"{at:%Y-%m-%dT%H:%M:%S}.000Z", str(day),
            "marie", "0", "1", content, self.seal])
        self.database.execute(
            "INSERT INTO till_entry (uuid, office, till, number, version, kind, at_ms, day, counsellor, training, key, content, seal) "
            "VALUES (?, ?, ?, ?, 1, ?, ?, ?, 'marie', 0, 1, ?, ?)",
            (id.bytes, self.office, self.till, self.number, kind, int(at.timestamp()) * 1000, str(day), content, seal))
        self.seal = seal.hex()

    def sell(self, day: datetime.date, quantity: int) -> int:
        self.ticket += 1
        total = 120 * quantity
        amount = {"gross": total, "net": 100 * quantity, "rate": 2000, "vat": 20 * quantity}
        line = amount | {"category": "standard", "discount": 0, "label": "Carte", "product": "carte", "quantity": quantity, "unit_price": 120}
        method = "cash" if quantity % 2 else "card"
        self.append("sale", day, {
            "currency": "EUR", "lines": [line], "number": self.ticket, "payments": [{"amount": total, "change": 0, "method": method}],
            "total": total, "vat": [amount]})
        return total

    def close(self, period: str, day: datetime.date, sums: dict, cash: int, year_total: int, perpetual: int) -> None:
        self.closures[len(period)] += 1
        self.append("closure", day, sums | {
            "cash_expected": cash, "head": self.seal[:16], "number": self.closures[len(period)], "period": period,
            "perpetual_total": perpetual, "year_total": year_total})

    def finish(self) -> None:
        # What the till keeps beside the entries, in the transaction that seals them.
        self.database.execute("DELETE FROM stock_level")
        self.database.execute("INSERT INTO stock_level (product, quantity) SELECT product, quantity FROM stock_current")
        self.database.commit()
        head = {"key": 1, "number": self.number, "office": self.office, "seal": self.seal, "till": self.till}
        head["mac"] = self.mac(["vitrine-till-head", "1", self.office, self.till, str(self.number), "1", self.seal]).hex()
        (self.folder / f"{self.till}.head").write_text(text(head) + "\n")


def of(quantities: list[int], entries: list[int]) -> dict:
    """The sums of a closure."""
    count, cash = sum(quantities), sum(quantity for quantity in quantities if quantity % 2)
    payments = {method: cents for method, cents in (("card", 120 * (count - cash)), ("cash", 120 * cash)) if cents}
    return {
        "entries": entries, "payments": payments, "refunds": 0, "tickets": len(quantities), "total": 120 * count,
        "vat": [{"gross": 120 * count, "net": 100 * count, "rate": 2000, "vat": 20 * count}]}


def make(chain: Chain, year: int, tickets: int) -> None:
    start = datetime.date(year, 1, 1)
    days = [start + datetime.timedelta(days=position * 365 // DAYS) for position in range(DAYS)]
    # A year before those that were sold in says nothing of them.
    perpetual = sum(total for (total,) in chain.database.execute(
        "SELECT content ->> '$.total' FROM till_entry WHERE period IS NOT NULL AND length(period) = 10 AND period < ?", (str(start),)))
    year_total = 0
    for month in range(1, 13):
        sold, first, last, cash = [], None, None, 0
        for day in (day for day in days if day.month == month):
            position = days.index(day)
            quantities = [1 + number % 5 for number in range(tickets * position // DAYS, tickets * (position + 1) // DAYS)]
            begun = chain.number + 1
            year_total += sum(chain.sell(day, quantity) for quantity in quantities)
            sums = of(quantities, [begun, chain.number])
            first, last, cash = first or begun, chain.number, sums["payments"].get("cash", 0)
            chain.close(str(day), day, sums, cash, year_total, perpetual + year_total)
            sold += quantities
        end = datetime.date(year, month, calendar.monthrange(year, month)[1])
        chain.close(f"{year}-{month:02}", end, of(sold, [first, last]), cash, year_total, perpetual + year_total)


def main() -> None:
    data, till, year, tickets = sys.argv[1:]
    chain = Chain(Path(data), till)
    make(chain, int(year), int(tickets))
    chain.finish()


if __name__ == "__main__":
    main()
