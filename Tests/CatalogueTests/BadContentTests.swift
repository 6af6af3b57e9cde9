import Catalogue
import Foundation
import Reception
import Testing

/// One thing wrong in an otherwise right content, and what the check must say of it.
struct Spoiled: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    /// Where the problem must be told: file, and line if it has one.
    var at: String
    var severity = Problem.Severity.error
    var spoil: @Sendable (TemporaryContent) throws -> Void

    var testDescription: String { name }

    private static let pont = "\(TemporaryContent.heritage)/place.yaml"
    private static let hike = "\(TemporaryContent.hike)/place.yaml"

    private static func edit(
        _ name: String, _ code: String, line: Int?, _ old: String, _ new: String, file: String = pont,
        severity: Problem.Severity = .error
    ) -> Spoiled {
        Spoiled(name: name, code: code, at: line.map { "\(file):\($0)" } ?? file, severity: severity) {
            try $0.edit(file, old, new)
        }
    }

    private static func write(
        _ name: String, _ code: String, at: String? = nil, _ file: String, _ text: String,
        severity: Problem.Severity = .error
    ) -> Spoiled {
        Spoiled(name: name, code: code, at: at ?? file, severity: severity) { try $0.write(file, text) }
    }

    private static func bytes(_ name: String, _ code: String, at: String, _ file: String, _ bytes: [UInt8]) -> Spoiled {
        Spoiled(name: name, code: code, at: at) { try $0.write(file, bytes) }
    }

    static let yaml: [Spoiled] = [
        edit(
            "malformed YAML", "malformed-yaml", line: 6, "position: {lat: 43.78333, lon: 4.08861, accuracy: exact}",
            "position: {lat: 43.78333"),
        edit("a tab for indentation", "malformed-yaml", line: 8, "  known_until:", "\tknown_until:"),
        edit("unknown key", "unknown-key", line: 4, "commune:", "comune:"),
        edit("unknown key deep inside", "unknown-key", line: 5, "lat:", "latitude:"),
        edit("the same key twice", "duplicate-key", line: 1, "code: pr1", "code: pr1\ncode: pr2"),
        edit("a list for a text", "wrong-type", line: 1, "code: pr1", "code: [pr1]"),
        edit("a text for a list", "wrong-type", line: 6, "labels: [organic]", "labels: organic"),
        edit(
            "a text for a group", "wrong-type", line: 5, "position: {lat: 43.78333, lon: 4.08861, accuracy: exact}",
            "position: Sommières"),
        edit("a word for a number", "wrong-type", line: 5, "lat: 43.78333", "lat: nord"),
        edit("a number that isn't one", "wrong-type", line: 5, "lat: 43.78333", "lat: nan"),
        edit("a latitude off the Earth", "out-of-range", line: 5, "lat: 43.78333", "lat: 143.78"),
        edit("a code of one letter", "wrong-type", line: 1, "code: pr1", "code: P"),
        edit("missing code", "missing-key", line: 1, "code: pr1\n", ""),
        edit(
            "missing position", "missing-key", line: 1, "position: {lat: 43.78333, lon: 4.08861, accuracy: exact}\n", ""
        ),
        edit("missing longitude", "missing-key", line: 5, ", lon: 4.08861", ""),
        edit(
            "missing sources", "missing-key", line: 1,
            "sources:\n  - {name: Base Mérimée, url: https://example.org/merimee, date: 2021-03}\n", ""),
        edit("empty value", "empty-text", line: 18, "reference: PA00103323", "reference: \"\""),
        edit("unknown value", "unknown-value", line: 19, "visit: outside", "visit: outsid"),
        edit("null", "empty-text", line: 4, "commune: \"30321\"", "commune:"),
        write("an empty file", "empty-file", pont, ""),
        write("a file of comments", "empty-file", pont, "# plus tard\n"),
        write("a list instead of keys", "wrong-type", at: "\(pont):1", pont, "- code: pr1\n"),
        write("two documents", "malformed-yaml", at: "\(pont):2", pont, "code: pr1\n---\ncode: pr2\n"),
        bytes("not UTF-8", "not-utf8", at: "\(pont):2", pont, Array("code: pr1\nnames: {fr: ".utf8) + [0xE9, 0x0A]),
        bytes("overlong UTF-8", "not-utf8", at: "\(pont):1", pont, Array("code: ".utf8) + [0xC0, 0xAF]),
        bytes("NUL", "not-utf8", at: "\(pont):1", pont, Array("code: p\0r1\n".utf8)),
        bytes(
            "byte order mark", "byte-order-mark", at: "\(pont):1", pont,
            [0xEF, 0xBB, 0xBF] + Array(TemporaryContent.heritageYAML.utf8)),
        write("nested a thousand deep", "malformed-yaml", at: "\(pont):1", pont, String(repeating: "[", count: 5000)),
        edit("an alias to nowhere", "malformed-yaml", line: 6, "labels: [organic]", "labels: *nowhere"),
    ]

    static let facts: [Spoiled] = [
        edit("unknown label", "unknown-label", line: 6, "labels: [organic]", "labels: [organik]"),
        edit("unknown commune", "unknown-commune", line: 4, "\"30321\"", "\"30999\""),
        edit(
            "unknown commune of a step", "unknown-commune", line: 12, "km: 0, commune: \"30091\"",
            "km: 0, commune: \"30191\"", file: hike),
        edit("unknown language", "unknown-language", line: 3, "teasers: {fr:", "teasers: {pt: Uma ponte., fr:"),
        edit("missing French", "missing-text", line: 2, "names: {fr: Le pont romain, en:", "names: {en:"),
        edit(
            "position outside the territory", "outside-territory", line: 5, "lat: 43.78333, lon: 4.08861",
            "lat: 4.08861, lon: 43.78333"),
        edit("the same code twice", "duplicate-code", line: 1, "code: pp1", "code: pr1", file: hike),
        write(
            "a retired code given to another place", "duplicate-code", at: "\(pont):1", "codes.yaml",
            "retired:\n  - {code: pr1}\n"),
        write(
            "a code retired twice", "duplicate-code", at: "codes.yaml:3", "codes.yaml",
            "retired:\n  - {code: old}\n  - {code: old, place: pont-romain}\n"),
        write(
            "a retired code that leads to an unknown place", "unknown-place", at: "codes.yaml:2", "codes.yaml",
            "retired:\n  - {code: old, place: pont-roman}\n"),
        write(
            "a retired code that isn't a code", "wrong-type", at: "codes.yaml:2", "codes.yaml",
            "retired:\n  - {code: OLD}\n"),
        edit("teaser too long", "too-long", line: 3, "Un pont où l’on habite.", String(repeating: "é", count: 121)),
        edit(
            "a trail in heritage", "not-for-this-kind", line: 20, "  visit: outside\n",
            "  visit: outside\ntrail: {practices: [walking]}\n"),
        edit("no practice", "empty-text", line: 7, "practices: [walking]", "practices: []", file: hike),
        edit("duration without minutes", "wrong-type", line: 10, "duration: \"0:45\"", "duration: 45", file: hike),
        edit("steps out of order", "steps-out-of-order", line: 13, "km: 0, commune", "km: 1.5, commune", file: hike),
        edit("three decimals of an euro", "wrong-type", line: 15, "amount: 3.5", "amount: 3.505"),
        edit("free and not free", "prices-contradict", line: 14, "  rates:\n", "  free: true\n  rates:\n"),
        edit(
            "prices that say nothing", "prices-say-nothing", line: 15, "prices: {free: true}", "prices: {}", file: hike),
        edit("a script for a website", "wrong-type", line: 21, "https://example.org/merimee", "javascript:alert(1)"),
        edit("a date that doesn't exist", "wrong-type", line: 22, "date: 2026-11-22", "date: 2026-11-31"),
        edit("an unknown field to check", "unknown-value", line: 24, "field: opening", "field: openning"),
        edit("an unknown kind of rate", "unknown-value", line: 15, "who: adult", "who: adults"),
    ]

    static let opening: [Spoiled] = [
        edit("hours that aren't", "wrong-type", line: 10, "10:00-13:00", "10h-13h"),
        edit("hours that overlap", "hours-overlap", line: 10, "\"20:00-01:00\"", "\"12:00-14:00\""),
        edit("unknown weekday", "unknown-value", line: 10, "days: [mon, wed]", "days: [mon, wedn]"),
        edit("a date that doesn't exist", "wrong-type", line: 10, "to: 08-31", "to: 08-32"),
        edit(
            "a period that ends before it begins", "period-backwards", line: 10, "from: 07-01, to: 08-31",
            "from: 2026-08-31, to: 2026-07-01"),
        edit(
            "a date of one year and one of every year", "period-mixes-dates", line: 10, "from: 07-01",
            "from: 2026-07-01"),
        edit("half a yearly period", "period-half-open", line: 10, "from: 07-01, to: 08-31", "from: 07-01"),
        edit(
            "a period without hours", "period-without-hours", line: 10, ", hours: [\"10:00-13:00\", \"20:00-01:00\"]",
            ""),
        edit("hours without a last known day", "missing-known-until", line: 10, "  known_until: 2026-12-31\n", "\n"),
        edit(
            "hours out of date", "hours-out-of-date", line: 8, "known_until: 2026-12-31", "known_until: 2026-11-21",
            severity: .warning),
        edit(
            "always and by appointment", "opening-contradicts", line: 14, "{always: true}",
            "{always: true, by_appointment: true}", file: hike),
        edit(
            "an opening that says nothing", "opening-says-nothing", line: 14, "{always: true}",
            "{closed: [2026-12-25]}", file: hike),
        edit("last entry a day before", "out-of-range", line: 12, "last_entry_min: 30", "last_entry_min: 1500"),
    ]

    static let files: [Spoiled] = [
        write(
            "raw HTML", "raw-html", at: "\(TemporaryContent.heritage)/fr.md:3", "\(TemporaryContent.heritage)/fr.md",
            "Un pont.\n\n<script>alert(1)</script>\n"),
        write(
            "a script link", "unsafe-link", at: "\(TemporaryContent.heritage)/fr.md:1",
            "\(TemporaryContent.heritage)/fr.md", "Un [pont](javascript:alert(1)).\n"),
        write(
            "a picture in the text", "image-in-text", at: "\(TemporaryContent.heritage)/fr.md:1",
            "\(TemporaryContent.heritage)/fr.md", "![pont](https://example.org/a.jpg)\n"),
        write("an empty text", "empty-file", "\(TemporaryContent.heritage)/fr.md", "\n"),
        write(
            "a text in a language the office hasn't", "unknown-language", "\(TemporaryContent.heritage)/pt.md",
            "Uma ponte.\n", severity: .warning),
        write(
            "a broken track", "broken-track", at: "\(TemporaryContent.hike)/track.gpx:2",
            "\(TemporaryContent.hike)/track.gpx", "<gpx>\n<trk><trkseg></trk></gpx>"),
        write(
            "a track without points", "broken-track", at: "\(TemporaryContent.hike)/track.gpx:1",
            "\(TemporaryContent.hike)/track.gpx", "<gpx version=\"1.1\"></gpx>"),
        Spoiled(name: "a track without the trail it belongs to", code: "missing-key", at: hike) {
            let lines = try $0.read(hike).split(separator: "\n", omittingEmptySubsequences: false)
            try $0.write(hike, (lines[..<5] + lines[13...]).joined(separator: "\n"))
        },
        edit(
            "a length that isn't the track's", "length-differs", line: 9, "length_km: 2.2", "length_km: 2.9",
            file: hike, severity: .warning),
        write("a stray file", "stray-file", "\(TemporaryContent.heritage)/place.yaml~", "", severity: .warning),
        write("a stray file at the top", "stray-file", "notes.txt", "", severity: .warning),
        write(
            "a track of a monument", "stray-file", "\(TemporaryContent.heritage)/track.gpx", TemporaryContent.track(),
            severity: .warning),
        write(
            "a kind that doesn't exist", "unknown-kind", at: "places/restaurant",
            "places/restaurant/chez-nous/place.yaml", "code: cn1\n"),
        write("a slug with an accent", "bad-slug", at: "places/hike/été", "places/hike/été/place.yaml", "code: cn1\n"),
        Spoiled(name: "the same slug twice", code: "duplicate-slug", at: "places/hike/pont-romain") {
            try FileManager.default.copyItem(at: $0.url(TemporaryContent.hike), to: $0.url("places/hike/pont-romain"))
        },
        Spoiled(name: "no French text", code: "missing-file", at: pont) {
            try $0.remove("\(TemporaryContent.heritage)/fr.md")
        },
        Spoiled(name: "no place.yaml", code: "missing-file", at: pont) { try $0.remove(pont) },
        Spoiled(name: "no office", code: "missing-file", at: "office.yaml") { try $0.remove("office.yaml") },
        Spoiled(name: "no places", code: "missing-folder", at: "places") { try $0.remove("places") },
        Spoiled(
            name: "a link out of the content", code: "link-leaves-content", at: "\(TemporaryContent.heritage)/en.md"
        ) {
            try $0.remove("\(TemporaryContent.heritage)/en.md")
            try FileManager.default.createSymbolicLink(
                at: $0.url("\(TemporaryContent.heritage)/en.md"), withDestinationURL: URL(filePath: "/etc/hostname"))
        },
        Spoiled(name: "a pipe", code: "link-leaves-content", at: "\(TemporaryContent.heritage)/en.md") {
            try $0.remove("\(TemporaryContent.heritage)/en.md")
            mkfifo($0.url("\(TemporaryContent.heritage)/en.md").path, 0o644)
        },
    ]

    static let office: [Spoiled] = [
        edit("unknown key of the office", "unknown-key", line: 1, "code: pays", "cod: pays", file: "office.yaml"),
        edit("an unknown time zone", "wrong-type", line: 4, "Europe/Paris", "Europe/Sommières", file: "office.yaml"),
        edit("bounds upside down", "out-of-range", line: 9, "south: 43.7,", "south: 44.7,", file: "office.yaml"),
        edit(
            "the same commune twice", "duplicate-id", line: 12, "insee: \"30321\"", "insee: \"30091\"",
            file: "office.yaml"),
        edit(
            "a language that isn't a code", "wrong-type", line: 3, "[fr, en, nl]", "[fr, en, nl, english]",
            file: "office.yaml"),
        edit(
            "the same label twice", "duplicate-id", line: 3, "appellations:",
            "  - {id: organic, name: Bio, meaning: {fr: Bio}}\nappellations:", file: "labels.yaml"),
        edit(
            "a screen without a name to count it by", "missing-key", line: 14, "id: ecran-1, ", "", file: "office.yaml"),
        edit("a screen's id with an accent", "wrong-type", line: 14, "id: ecran-1", "id: écran-1", file: "office.yaml"),
        edit("the same screen twice", "duplicate-id", line: 15, "id: Tablette.2", "id: ecran-1", file: "office.yaml"),
        edit("a key that screens haven't", "unknown-key", line: 15, "position:", "at:", file: "office.yaml"),
        edit(
            "a screen with lat and lon swapped", "outside-territory", line: 15, "lat: 43.781, lon: 4.081",
            "lat: 4.081, lon: 43.781", file: "office.yaml", severity: .warning),
        edit("a night that isn't a time", "wrong-type", line: 16, "\"22:00\"", "22h", file: "office.yaml"),
        edit("a night until 24:00", "wrong-type", line: 16, "\"07:00\"", "\"24:00\"", file: "office.yaml"),
        edit("a night without its end", "missing-key", line: 16, ", to: \"07:00\"", "", file: "office.yaml"),
        edit("a night of no time", "night-without-end", line: 16, "\"07:00\"", "\"22:00\"", file: "office.yaml"),
        edit(
            "a desk word that another term has", "desk-word-taken", line: 20, "toboggan", "Rándo", file: "office.yaml"),
        edit(
            "a topic and a profile of one name", "desk-word-taken", line: 22, "[fam]}\n  sites", "[jeux]}\n  sites",
            file: "office.yaml"),
        edit("a desk word that is a commune", "desk-word-taken", line: 19, "balade", "sommieres", file: "office.yaml"),
        edit(
            "a desk word that is a country's code", "desk-word-built-in", line: 19, "balade", "de", file: "office.yaml"),
        edit("a desk word that counts people", "desk-word-built-in", line: 19, "balade", "g25", file: "office.yaml"),
        edit("a desk word that is a day", "desk-word-built-in", line: 19, "balade", "hier", file: "office.yaml"),
        edit("a desk word that begins with a number", "wrong-type", line: 19, "balade", "2 roues", file: "office.yaml"),
        edit("a desk word of one letter", "wrong-type", line: 19, "balade", "b", file: "office.yaml"),
        edit("a desk word with a sign", "wrong-type", line: 19, "balade", "\"b;c\"", file: "office.yaml"),
        edit("a desk word written twice", "duplicate-desk-word", line: 19, "balade", "Rándo", file: "office.yaml"),
        edit(
            "a profile that Vitrine hasn't", "unknown-value", line: 22, "code: family, fr: famille",
            "code: families, fr: famille", file: "office.yaml"),
        edit(
            "the same topic twice", "duplicate-id", line: 20, "code: family, fr: jeux", "code: hiking, fr: jeux",
            file: "office.yaml"),
        edit("a topic without its English name", "missing-key", line: 20, ", en: games", "", file: "office.yaml"),
        edit(
            "a town that isn't one of the communes", "unknown-town", line: 25, "[Sommières]", "[Nîmes]",
            file: "office.yaml"),
        edit("a theme that is missing", "missing-theme", line: 1, "id: cellar", "id: hike", file: "themes.yaml"),
    ]
}

@Test(arguments: Spoiled.yaml + Spoiled.facts + Spoiled.opening + Spoiled.files + Spoiled.office)
func `what is wrong is told with its file and line, and errors keep the content out`(spoiled: Spoiled) throws {
    let content = try TemporaryContent()
    try spoiled.spoil(content)
    let report = content.check()
    let told = report.problems.filter { $0.code == spoiled.code }
    let places = told.map { problem in problem.line.map { "\(problem.file):\($0)" } ?? problem.file }
    let all = report.problems.map { "\($0.code) \($0.text(in: .english))" }
    #expect(places.contains(spoiled.at), "\(all)")
    #expect(told.allSatisfy { $0.severity == spoiled.severity })
    #expect(report.isServable == (spoiled.severity == .warning), "\(all)")
    if spoiled.severity == .error {
        #expect(throws: ContentError.self) { try content.load() }
        #expect(!FileManager.default.fileExists(atPath: content.cache + "/catalogue.pack"))
    } else {
        #expect(try content.load().placeCount == 2)
    }
}

@Test func `a right content has no problem but the texts that aren't translated`() throws {
    let report = try TemporaryContent().check()
    #expect(report.problems.map(\.code) == ["missing-translations"])
    #expect(report.problems.first?.text(in: .english).contains("\"nl\"") == true)
    #expect(report.counts == [.heritage: 1, .hike: 1])
    #expect(report.coverage.written.first { $0.language.rawValue == "fr" }?.count == report.coverage.texts)
}

@Test func `every problem is told at once, in reading order, in both languages`() throws {
    let content = try TemporaryContent()
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "visit: outside", "visit: dehors")
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "labels: [organic]", "labels: [organik]")
    try content.edit(
        "\(TemporaryContent.hike)/place.yaml", "commune: \"30091\"\nposition", "comune: \"30091\"\nposition")
    let report = content.check()
    let errors = report.problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["unknown-label", "unknown-value", "missing-key", "unknown-key"])
    #expect(
        errors.first?.text(in: .french)
            == "places/heritage/pont-romain/place.yaml:6: « organik » n'est pas dans labels.yaml. Vouliez-vous écrire « organic » ?"
    )
    #expect(
        errors.last?.text(in: .english)
            == "places/hike/pierre-plantee/place.yaml:4: Unknown key \"comune\". Did you mean \"commune\"?")
}

@Test func `a content that isn't there is a problem like another`() throws {
    let report = ContentFolder(path: "/nowhere/content").check(today: TemporaryContent.today)
    #expect(report.problems.map(\.code) == ["missing-folder"])
    #expect(throws: ContentError.self) {
        try CatalogueLoader.load(content: "/nowhere/content", cache: "/nowhere/cache", today: TemporaryContent.today)
    }
}

@Test(arguments: [
    ([:], MessageLanguage.french), (["LANG": "en_GB.UTF-8"], .english),
    (["LANG": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"], .french),
    (["LANG": "C.UTF-8"], .french), (["LC_ALL": "", "LANG": "en"], .english),
])
func `problems are told in French unless the environment asks for English`(
    environment: [String: String], language: MessageLanguage
) {
    #expect(MessageLanguage { environment[$0] } == language)
}
