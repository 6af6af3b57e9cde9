"""The screen's own rules, run in the browser that runs them for visitors."""

import json

from vitrine_server import ROOT

RUN_VECTORS = """async (vectors) => {
    const { statusAt, read, write } = await import("/lib/opening.js");
    const { adaptOpening } = await import("/lib/api.js");
    const names = { until: "until", lastEntry: "last_entry", at: "at", next: "next" };
    return vectors.map(({ opening, at }) => {
        const { status, ...moments } = statusAt(adaptOpening(opening), read(at));
        return { status, ...Object.fromEntries(Object.entries(moments).map(([key, moment]) => [names[key], write(moment)])) };
    });
}"""


def test_opening_answers_as_the_examples_say(reception, screen):
    vectors = json.loads((ROOT / "Tests" / "Vectors" / "opening.json").read_text(encoding="utf-8"))
    visitor = screen(reception.url).open()
    answers = visitor.page.evaluate(RUN_VECTORS, vectors)
    wrong = [
        (vector["name"], vector["expect"], answer)
        for vector, answer in zip(vectors, answers, strict=True)
        if answer != vector["expect"]
    ]
    assert len(vectors) > 20
    assert wrong == []


def test_the_wall_clock_is_the_offices_across_the_change_of_hour(reception, screen):
    visitor = screen(reception.url).open()
    clock = """async (instants) => {
        const { wallClock, write } = await import("/lib/opening.js");
        return instants.map((instant) => write(wallClock("Europe/Paris", new Date(instant))));
    }"""
    instants = [
        "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-12-31T23:30:00Z",
    ]
    assert visitor.page.evaluate(clock, instants) == [
        "2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T02:30", "2026-10-25T02:30", "2027-01-01T00:30",
    ]


def test_distances_and_directions(reception, screen):
    visitor = screen(reception.url).open()
    paris, london = {"lat": 48.8566, "lon": 2.3522}, {"lat": 51.5074, "lon": -0.1278}
    metres, wind = visitor.page.evaluate(
        """async ([a, b]) => {
            const { distance, direction } = await import("/lib/geo.js");
            return [distance(a, b), direction(a, b)];
        }""",
        [paris, london],
    )
    assert abs(metres - 343_556) < 200
    assert wind == "nw"


def test_ids_are_uuids_of_version_7_in_the_order_of_time(reception, screen):
    visitor = screen(reception.url).open()
    ids = visitor.page.evaluate(
        """async () => {
            const { uuid7 } = await import("/lib/uuid7.js");
            return [0, 1, 1_000, 1_763_856_000_000, 1_763_856_000_001].map((now) => uuid7(now));
        }"""
    )
    assert ids == sorted(ids)
    assert all(id[14] == "7" and id[19] in "89ab" for id in ids)
    assert int(ids[3].replace("-", "")[:12], 16) == 1_763_856_000_000


def test_what_is_touched_in_one_millisecond_keeps_its_order(reception, screen):
    """A language touched with the first touch of a session was handed in before the session's start, every second time."""
    visitor = screen(reception.url).open()
    ids = visitor.page.evaluate(
        """async () => {
            const { uuid7 } = await import("/lib/uuid7.js");
            return Array.from({ length: 500 }, () => uuid7(1_763_856_000_000));
        }"""
    )
    assert ids == sorted(set(ids))
