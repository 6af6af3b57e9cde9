"""What managers' questions are answered with, the slow and simple way over raw rows: no line is shared with the software.

What each figure counts is in statistics_figures.py. A question goes over all rows of its subject, one after the other.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from comparison_oracle import counterpart
from statistics_figures import CALENDAR, PERCENTILES, RATIOS, SHARES, SUMS, TIME
from statistics_rows import Register


@dataclass(frozen=True)
class Cell:
    """What was counted, nil when nobody did; what it is for each of; how many rows are behind it."""

    value: int | None
    base: int | None = None
    rows: int = 0


@dataclass
class Column:
    """One side of an answer: a cell for each value of the breakdown, and the whole."""

    cells: dict = field(default_factory=dict)
    total: Cell = Cell(None)
    whole_base: bool = False  # what is under the line of each row is that of the whole

    def nothing(self):
        value, base = (None if number is None else 0 for number in (self.total.value, self.total.base))
        return Cell(value, self.total.base if self.whole_base else base)


@dataclass(frozen=True)
class Question:
    measure: str
    period: str
    days: tuple
    by: str | None = None
    against: str | None = None
    only: tuple = ()  # (facet, (value, …)), …

    @property
    def text(self):
        words = [self.measure, self.period]
        words += [f"by={self.by}"] if self.by else []
        words += [f"vs={self.against}"] if self.against else []
        return " ".join(words + [f"{facet}={','.join(values)}" for facet, values in self.only])


class Oracle:
    def __init__(self, register: Register, today: date):
        self.register, self.today = register, today
        self.minutes_of_day = {row["day"]: row["minutes"] for row in register.rows["opening"]}

    def pairs(self, question):
        """Each day that is compared with the one it is held against, and why others aren't."""
        pairs, without = {}, {}
        for day in question.days:
            other = counterpart(day, question.against, self.today, self.minutes_of_day.get)
            if isinstance(other, str):
                without.setdefault(other, []).append(str(day))
            else:
                pairs[day] = other
        return pairs, without

    def answer(self, question):
        """The columns: the period or, compared, its days that are, and the days these are held against."""
        if question.against is None:
            return [self.column(question, {day: day for day in question.days})]
        pairs, _ = self.pairs(question)
        columns = [self.column(question, {day: day for day in pairs}), self.column(question, {other: day for day, other in pairs.items()})]
        if question.by not in TIME and question.measure not in PERCENTILES:
            for column in columns:  # what is in one of them only is nothing in the other
                for value in {value for each in columns for value in each.cells}:
                    column.cells.setdefault(value, column.nothing())
        return columns

    def column(self, question, shown_as):
        """`shown_as`: the days that count, each with the day of the period under which it stands."""
        if question.measure in PERCENTILES:
            return self.percentile(question, shown_as)
        per = {**SHARES, **RATIOS}.get(question.measure)
        if per is None and question.against != "opening-hours":
            return self.sum(question, question.measure, shown_as)
        above, below = per or (question.measure, "open-minutes")
        if question.measure == "visitors-per-hour":
            shown_as = {day: shown for day, shown in shown_as.items() if day in self.minutes_of_day}
        top = self.sum(question, above, shown_as)
        if below == "open-minutes" and question.by not in (*CALENDAR, "weekday", None):
            # Who came is told apart; how long the office was open isn't.
            whole = self.sum(question, below, shown_as, by=None).total
            return Column(
                {value: Cell(cell.value, whole.value, cell.rows) for value, cell in top.cells.items()},
                Cell(top.total.value, whole.value, top.total.rows), whole_base=True)
        bottom = self.sum(question, below, shown_as)
        nothing = Cell(0 if question.by not in TIME else None)
        return Column(
            {value: self.over(top.cells.get(value, self.absent(top, nothing)), bottom.cells.get(value, self.absent(bottom, nothing)))
             for value in {**top.cells, **bottom.cells}},
            self.over(top.total, bottom.total))

    @staticmethod
    def absent(column, nothing):
        return Cell(None) if column.total.value is None else nothing

    @staticmethod
    def over(top, bottom):
        return Cell(top.value, bottom.value, top.rows)

    def values(self, row, facet, shown_as):
        """A row's values of a facet; a day stands where the day of the period does that it is shown as."""
        day = shown_as[row["day"]]
        if facet == "day":
            return [str(day)]
        if facet == "week":
            return [f"{day.isocalendar().year}-W{day.isocalendar().week:02}"]
        if facet == "month":
            return [str(day)[:7]]
        if facet == "season":
            return [f"{day.year}-{self.register.office.season_of_month[day.month]}"]
        if facet == "year":
            return [str(day.year)]
        if facet == "weekday":
            return [str(row["day"].isoweekday())]
        if facet == "hour":
            return [str(row["hour"])]
        if facet == "weekday-hour":
            return [f"{row['day'].isoweekday()}-{row['hour']}"]
        if facet == "face":
            return [row["value"]]
        said = row[facet]
        return said if isinstance(said, list) else [said]

    def matching(self, question, subject, shown_as):
        for row in self.register.rows[subject]:
            if row["day"] in shown_as and all(
                    set(self.values(row, facet, shown_as)) & set(wanted) for facet, wanted in question.only if self.knows(subject, facet)):
                yield row

    def is_then(self, question, sign, shown_as):
        """Whether it is of the hours and weekdays that are asked for."""
        when = [(facet, wanted) for facet, wanted in question.only if facet == "weekday" or facet == "hour" and "hour" in sign]
        return all(self.values(sign, facet, shown_as)[0] in wanted for facet, wanted in when)

    @staticmethod
    def knows(subject, facet):
        """Opening hours are a day's: a filter by hour says nothing of them."""
        return subject != "opening" or facet in (*CALENDAR, "weekday")

    def sum(self, question, measure, shown_as, by=...):
        by = question.by if by is ... else by
        if measure == "budget":
            return self.budget(question, int(any(day != shown for day, shown in shown_as.items())))
        subject, source, _, counts = SUMS[measure]
        signs = [sign for sign in self.register.signs[source] if sign["day"] in shown_as and self.is_then(question, sign, shown_as)]
        column = Column()
        if signs:
            column.total = Cell(0)
        if by in TIME:
            column.cells = {value: Cell(0) for sign in signs for value in self.values(sign, by, shown_as)}
        for row in self.matching(question, subject, shown_as):
            count = counts(row)
            if count is None:
                continue
            column.total = Cell(column.total.value + count, None, column.total.rows + 1)
            for value in self.values(row, by, shown_as) if by else []:
                cell = column.cells.get(value, Cell(0))
                column.cells[value] = Cell(cell.value + count, None, cell.rows + 1)
        return column

    def budget(self, question, years_earlier):
        """Of the years that the period contains whole, whichever of their days are compared; beside it, of the years before."""
        column = Column()
        for year in sorted({day.year for day in question.days}):
            cents = self.register.budgets.get(year - years_earlier)
            if cents is not None and set(days_between(date(year, 1, 1), date(year, 12, 31))) <= set(question.days):
                column.total = Cell((column.total.value or 0) + cents, None, column.total.rows + 1)
                if question.by:
                    column.cells[str(year)] = Cell(cents, None, 1)
        return column

    def percentile(self, question, shown_as):
        """The smallest length that so many percent of the sessions don't exceed."""
        lengths, all_lengths = {}, []
        for row in self.matching(question, "session", shown_as):
            if row["seconds"] is None:
                continue
            all_lengths.append(row["seconds"])
            for value in self.values(row, question.by, shown_as) if question.by else []:
                lengths.setdefault(value, []).append(row["seconds"])
        percent = PERCENTILES[question.measure]
        return Column({value: nearest_rank(found, percent) for value, found in lengths.items()}, nearest_rank(all_lengths, percent))


def nearest_rank(numbers, percent):
    if not numbers:
        return Cell(None)
    return Cell(sorted(numbers)[-(-percent * len(numbers) // 100) - 1], None, len(numbers))


def days_between(first, last):
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
