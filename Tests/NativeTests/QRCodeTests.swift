import Testing

@testable import Native

/// The dark modules an SVG paints, found again from its path.
private func modules(of svg: String) throws -> [[Bool]] {
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) \d+"/))
    let size = try #require(Int(box.1))
    let path = try #require(svg.firstMatch(of: /stroke="[^"]*" d="([^"]*)"/)).1
    var dark = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)
    var (x, y) = (0, 0)
    for command in path.matches(of: /M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)/) {
        if let column = command.1, let row = command.2 {
            (x, y) = (try #require(Int(column)), try #require(Int(row)))
        } else if let gap = command.3 {
            x += try #require(Int(gap))
        } else if let run = command.4 {
            for _ in 0..<(try #require(Int(run))) {
                dark[y][x] = true
                x += 1
            }
        }
    }
    return dark
}

@Suite struct QRCodeTests {
    let address = "https://vitrine.example.org/fr/p/pp1"

    @Test func hasTheStandardsFindersAndQuietZone() throws {
        let dark = try modules(of: QRCode.svg(address, title: "Sur mon téléphone"))
        let size = dark.count
        #expect((size - 8 - 17) % 4 == 0)
        for index in 0..<size {
            for edge in [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1] {
                #expect(!dark[index][edge] && !dark[edge][index])
            }
        }
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (top, left) in [(4, 4), (4, size - 11), (size - 11, 4)] {
            let found = (0..<7).map { row in String((0..<7).map { dark[top + row][left + $0] ? "#" : "." }) }
            #expect(found == finder)
        }
        let timing = (12..<size - 12).map { dark[10][$0] }
        #expect(zip(timing, timing.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func isSmallAndHasATitleThatCannotBreakOut() throws {
        let svg = try QRCode.svg(address, title: "<b>\"Caveau\" & Cie</b>")
        #expect(svg.utf8.count < 3_000)
        #expect(svg.contains("<title>&lt;b&gt;&quot;Caveau&quot; &amp; Cie&lt;/b&gt;</title>"))
        #expect(try XMLOutline(svg).names == ["svg", "title", "path", "path"])
    }

    @Test func differentAddressesGiveDifferentCodes() throws {
        #expect(try QRCode.svg(address, title: "") != QRCode.svg(address + "2", title: ""))
    }

    @Test func refusesWhatACodeCannotHold() throws {
        #expect(throws: QRCode.Failure.empty) { try QRCode.svg("", title: "") }
        #expect(throws: QRCode.Failure.tooLong(bytes: 2332)) {
            try QRCode.svg(String(repeating: "é", count: 1166), title: "")
        }
        #expect(try modules(of: QRCode.svg(String(repeating: "a", count: 2331), title: "")).count == 177 + 8)
    }
}
