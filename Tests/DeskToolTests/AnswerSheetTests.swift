import Reception
import Terminal
import Testing

@testable import DeskTool

/// Answers as they stand in a terminal. What is expected was looked at; the words are French, as the desk speaks first.
@Suite struct AnswerSheetTests {
    private static let today = OfficeDay(daysSince1970: 20_654)  // 20 July 2026
    private static let names = FacetNames(
        vocabulary: Vocabulary(profiles: [.init(code: "family", fr: "famille", en: "family", words: [])]),
        origins: Origins(apart: ["34"], region: ["11", "34"], regionName: "Occitanie"))

    private static func answer(
        _ text: String, _ rows: [String], _ counted: [[Int?]], per below: [[Int?]]? = nil, n: [[Int?]]? = nil,
        wholes: [Int?]? = nil
    ) throws -> Answer {
        let question = try Question(text, today: today, seasons: Season.standard)
        let columns = question.comparison == nil ? [question.period.text] : [question.period.text, "2025"]
        func table(_ counted: [[Int?]]) -> CrossTable {
            guard let wholes else { return CrossTable(rows: rows, columns: columns, counted: counted) }
            return CrossTable(rows: rows, columns: columns, counted: counted, wholes: wholes)
        }
        return Answer(
            question, table(counted), per: below.map(table), rows: table(n ?? counted),
            pairing: question.comparison.map { $0.pairing(of: question.period.days, today: today) })
    }

    /// Without the notes, which begin after the last blank line.
    private static func drawn(_ answer: Answer, columns: Int = 80, hasBlocks: Bool = true) -> String {
        let console = Console(columns: columns, hasColours: false, hasBlocks: hasBlocks)
        let lines = AnswerSheet(answer: answer, names: names, console: console).lines
        return lines[..<(lines.lastIndex(of: "") ?? lines.endIndex)].joined(separator: "\n")
            .replacing("\u{A0}", with: " ")
    }

    @Test func `a breakdown has shares of the known, the unknown of everything, rows behind, and a bar each`() throws {
        let answer = try Self.answer(
            "visiteurs 2026-07 par=origine profil=family", ["local", "FR-34", "region", "NL", "unknown"],
            [[150], [250], [90], [0], [100]], n: [[50], [80], [30], [0], [40]])
        #expect(
            Self.drawn(answer) == """
                Visiteurs par origine, juillet 2026, profil : famille

                Origine              2026-07    part    n
                du territoire            150  30,6 %   50  █████████████████████▌
                Hérault                  250  51,0 %   80  ████████████████████████████████████
                Occitanie, ailleurs       90  18,4 %   30  ████████████▉
                Pays-Bas                   0   0,0 %    0
                inconnu                  100  16,9 %   40  ██████████████▍
                total                    590          200
                """)
    }

    @Test func `the year before stands beside it, and what nobody counted isn't zero`() throws {
        let answer = try Self.answer(
            "visiteurs 2026-07 par=profil contre=jours", ["family", "unknown"], [[250, 180], [100, nil]])
        #expect(
            Self.drawn(answer) == """
                Visiteurs par profil, juillet 2026, comparé aux mêmes jours de semaine

                Profil   2026-07     part  an d’avant    écart
                famille      250  100,0 %         180  +38,9 %  ███████████████████████████████
                inconnu      100   28,6 %  pas compté           ████████████▍
                total        350                  180  +94,4 %
                """)
        let console = Console(columns: 80, hasColours: false)
        let notes = AnswerSheet(answer: answer, names: Self.names, console: console).lines.joined(separator: " ")
            .replacing("\u{A0}", with: " ").replacing("   ", with: " ")
        #expect(notes.contains("Comparés : 20 jours, 1er au 20 juillet 2026 contre 2 au 21 juillet 2025."))
        #expect(notes.contains("Pas comparés : 11 jours pas encore passés (21 au 31 juillet 2026)."))
        #expect(notes.contains("pas qui est venu dans la région"))
    }

    @Test func `months stand on an axis, with signs where there is no figure`() throws {
        let months = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
        let above = [0, 2, 10, 30, 40, 60, 200, 220, 90, 30, 5, nil].map { [$0] }
        let below = [20, 31, 60, 120, 200, 300, 600, 700, 400, 150, 28, nil].map { [$0] }
        let answer = try Self.answer("foreign-share 2026 par=mois", months, above, per: below, n: below)
        #expect(
            Self.drawn(answer).hasPrefix(
                """
                Part de l’étranger par mois, 2026

                33,3 % │                                    █████ ▄▄▄▄▄
                       │                                    █████ █████
                       │                  █████             █████ █████ ▃▃▃▃▃
                       │                  █████ ▆▆▆▆▆ ▆▆▆▆▆ █████ █████ █████ ▆▆▆▆▆
                       │            █████ █████ █████ █████ █████ █████ █████ █████
                       │            █████ █████ █████ █████ █████ █████ █████ █████
                       │      ▄▄▄▄▄ █████ █████ █████ █████ █████ █████ █████ █████
                       │  <   █████ █████ █████ █████ █████ █████ █████ █████ █████   <     ?
                     0 ┼────────────────────────────────────────────────────────────────────────
                        janv  févr  mars  avr   mai   juin  juil  août  sept  oct   nov   déc

                ? pas compté   < trop peu

                Mois             2026    sur
                janvier      trop peu     20
                février         6,5 %     31
                """))
    }

    @Test func `without blocks, columns are made of signs that every terminal has`() throws {
        let months = (1...9).map { "2026-0\($0)" }
        let answer = try Self.answer(
            "visiteurs 2026-01-01..2026-09-30 par=mois contre=dates", months,
            [0, 10, 20, 40, 80, 60, 30, 10, 1].map { [$0, 40] })
        let chart = Self.drawn(answer, columns: 40, hasBlocks: false).components(separated: "\n\n")[1]
        #expect(
            chart == """
                80 |                 #
                   |                 #
                   |                 #   #
                   |                 #   #
                   |:   :   :   :#  :#  :#  :   :   :
                   |:   :   :   :#  :#  :#  :#  :   :
                   |:   :   :#  :#  :#  :#  :#  :   :
                   |:0  :#  :#  :#  :#  :#  :#  :#  :#
                 0 +------------------------------------
                    janv    mars    mai juin    août
                """)
    }

    @Test func `amounts under nothing hang under the axis, and lie at the left of a line`() throws {
        let days = Array(Period.month(year: 2026, month: 7).days.prefix(10))
        let sums = [100, 200, 300, -200, 0, 50, 10, 400, 100, nil].map { $0.map { $0 * 100 } }
        let byDay = try Self.answer(
            "turnover 2026-07-01..2026-07-10 by=day", days.map(\.description), sums.map { [$0] })
        let chart = Self.drawn(byDay).components(separated: "\n\n")[1]
        #expect(chart.contains("400,00 € │") && chart.contains("-200,00 € │"))
        let below = chart.components(separated: "\n").drop { !$0.contains("┼") }.dropFirst()
        #expect(below.prefix(2).allSatisfy { $0.contains("█") }, "\(chart)")
        let byCategory = try Self.answer(
            "turnover 2026-07 by=category", ["reduced", "standard"], [[120_000], [-60_000]])
        let rows = Self.drawn(byCategory).components(separated: "\n")
        #expect(rows[3].contains("│█") && !rows[3].contains("█│"))
        #expect(rows[4].contains("█│") && !rows[4].contains("│█"))
    }

    @Test func `a week's hours are a map, with numbers where they fit and shades alone where they don't`() throws {
        let places = (1...7).flatMap { weekday in (9...12).map { "\(weekday)-\($0)" } }
        let answer = try Self.answer(
            "visiteurs 2026-07 par=weekday-hour", places,
            places.enumerated().map { index, place in place.hasPrefix("7") ? [nil] : [index] })
        #expect(
            Self.drawn(answer) == """
                Visiteurs par jour et heure, juillet 2026

                Heure        9    10    11    12
                lundi        0 ░░  1 ░░  2 ░░  3
                mardi    ░░  4 ░░  5 ▒▒  6 ▒▒  7
                mercredi ▒▒  8 ▒▒  9 ▒▒ 10 ▒▒ 11
                jeudi    ▓▓ 12 ▓▓ 13 ▓▓ 14 ▓▓ 15
                vendredi ▓▓ 16 ▓▓ 17 ██ 18 ██ 19
                samedi   ██ 20 ██ 21 ██ 22 ██ 23
                dimanche

                2026-07 : 276
                """)
        let narrow = Self.drawn(answer, columns: 24)
        #expect(narrow.contains("samedi   ") && !narrow.contains("23"))
    }

    @Test func `what can't leave the office is said to be hidden`() throws {
        let answer = try Self.answer("visiteurs 2026-07 par=profil", ["family", "couple", "solo"], [[3], [40], [60]])
            .published()
        let drawn = Self.drawn(answer)
        #expect(drawn.contains("famille    caché") && drawn.contains("couple     caché"), "\(drawn)")
        #expect(!drawn.contains("40"))
    }

    @Test(arguments: [24, 40, 60, 80, 120, 200], [true, false])
    func `no line is wider than the window`(columns: Int, hasBlocks: Bool) throws {
        let days = Array(Period.year(2026).days)
        let answers = [
            try Self.answer(
                "visiteurs 2026 par=jour contre=dates", days.map(\.description),
                days.map { [$0.daysSince1970 % 50, 20] }),
            try Self.answer(
                "turnover 2026-07 by=category", ["reduced", "standard"], [[12_345_678], [-999]], n: [[50], [2]]),
            try Self.answer(
                "average-basket 2026-07 vs=dates", ["total"], [[1_000, 2_000]], per: [[40, 50]], n: [[4, 5]]),
        ]
        for answer in answers {
            let console = Console(columns: columns, hasColours: false, hasBlocks: hasBlocks)
            for line in AnswerSheet(answer: answer, names: Self.names, console: console).lines {
                #expect(line.count <= max(columns, 32), "\(line)")
                #expect(line.last != " ")
            }
        }
    }
}

extension String {
    fileprivate func components(separated separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
