"""The map: what a visitor does with it, what it shows, and what it leaves behind."""


def test_places_along_a_line_come_nearest_first(reception, screen):
    visitor = screen(reception.url).open()
    names, metres, to_a_point = visitor.page.evaluate(
        """async () => {
            const { nearest, distanceToLine, distance } = await import("/lib/geo.js");
            const line = [[{ lat: 43.78, lon: 4.08 }, { lat: 43.78, lon: 4.12 }, { lat: 43.80, lon: 4.12 }]];
            const places = [
                { id: "beyond-the-end", position: { lat: 43.81, lon: 4.12 } },
                { id: "beside-the-middle", position: { lat: 43.785, lon: 4.10 } },
                { id: "on-the-line", position: { lat: 43.78, lon: 4.09 } },
                { id: "far", position: { lat: 43.9, lon: 4.2 } },
            ];
            const found = nearest(places, line, 1_500);
            const [a, b] = [{ lat: 43.78, lon: 4.08 }, { lat: 43.79, lon: 4.09 }];
            return [found.map(({ place }) => place.id), found.map(({ away_m }) => away_m), [distanceToLine(b, [[a]]), distance(a, b)]];
        }"""
    )
    assert names == ["on-the-line", "beside-the-middle", "beyond-the-end"]
    assert metres[0] < 1
    assert abs(metres[1] - 556) < 2
    assert abs(metres[2] - 1112) < 3
    assert abs(to_a_point[0] - to_a_point[1]) < 2
