"""The vectors that the statistics' calendar and comparisons are tested with are what the oracles say, and nobody changed them by hand."""

import calendar_oracle
import comparison_oracle


def test_the_calendar_is_that_of_its_oracle():
    assert calendar_oracle.VECTORS.read_text() == calendar_oracle.vectors()


def test_the_comparisons_are_those_of_their_oracle():
    assert comparison_oracle.VECTORS.read_text() == comparison_oracle.vectors()


def test_every_sort_of_comparison_and_every_reason_is_among_them():
    text = comparison_oracle.VECTORS.read_text()
    for word in ("dates", "weekdays", "to-date", "opening-hours", "holidays-a", "holidays-b", "holidays-c"):
        assert f'"comparison": "{word}"' in text
    for reason in ("not-yet", "leap-day", "no-such-day", "schools-unknown", "not-open"):
        assert f'"{reason}"' in text
