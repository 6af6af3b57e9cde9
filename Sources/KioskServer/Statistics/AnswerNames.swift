import Catalogue
import Foundation
import Reception
import Register
import Synchronization

/// What the values of answers are called: by the office's setting, by what is shown and by what is sold now. Places and themes are read out of the
/// compiled catalogue once for each that is served.
final class AnswerNames: Sendable {
    private struct Known {
        let version: String
        let names: [Facet: [String: Measure.Wording]]
    }

    private let register: Register
    private let snapshot: @Sendable () -> Snapshot
    private let known = Mutex<Known?>(nil)

    init(register: Register, snapshot: @escaping @Sendable () -> Snapshot) {
        self.register = register
        self.snapshot = snapshot
    }

    /// The names for some answers; those of what is sold are only read when one of them is about that.
    func names(for questions: [Question]) throws -> FacetNames {
        let snapshot = snapshot()
        var others = shown(in: snapshot)
        if questions.contains(where: { $0.breakdown == .product || $0.breakdown == .depositor }) {
            others.merge(try sold()) { first, _ in first }
        }
        return FacetNames(
            vocabulary: snapshot.desk, origins: snapshot.statistics.origins, seasons: snapshot.statistics.seasons,
            others: others)
    }

    private func shown(in snapshot: Snapshot) -> [Facet: [String: Measure.Wording]] {
        known.withLock { known in
            if let known, known.version == snapshot.version { return known.names }
            let (fr, en) = (Shown(snapshot, "fr"), Shown(snapshot, "en"))
            let names: [Facet: [String: Measure.Wording]] = [
                .place: Self.both(fr?.placeNames, en?.placeNames), .theme: Self.both(fr?.themeNames, en?.themeNames),
            ]
            known = Known(version: snapshot.version, names: names)
            return names
        }
    }

    private func sold() throws -> [Facet: [String: Measure.Wording]] {
        let till = try register.till("caisse")
        let products = try till.products(archived: true).map { product in
            (product.code, product.labels["fr"] ?? product.code, product.labels["en"])
        }
        let depositors = try till.depositors().map { ($0.code, $0.name, String?.none) }
        func named(_ all: [(String, String, String?)]) -> [String: Measure.Wording] {
            Dictionary(all.map { ($0, Measure.Wording(fr: $1, en: $2 ?? $1)) }) { first, _ in first }
        }
        return [.product: named(products), .depositor: named(depositors)]
    }

    private static func both(_ fr: [String: String]?, _ en: [String: String]?) -> [String: Measure.Wording] {
        Dictionary(
            uniqueKeysWithValues: (fr ?? [:]).map { code, name in (code, .init(fr: name, en: en?[code] ?? name)) })
    }
}

/// What is read of a catalogue's body.
private struct Shown: Decodable {
    private struct Place: Decodable {
        struct Name: Decodable {
            let text: String
        }
        let id: String
        let name: Name
    }

    private struct Theme: Decodable {
        let id: String
        let name: String
    }

    private let places: [Place]
    private let themes: [Theme]

    var placeNames: [String: String] { Dictionary(places.map { ($0.id, $0.name.text) }) { first, _ in first } }
    var themeNames: [String: String] { Dictionary(themes.map { ($0.id, $0.name) }) { first, _ in first } }

    /// Nil when the catalogue isn't in that language.
    init?(_ snapshot: Snapshot, _ language: String) {
        guard let entry = snapshot.entry(path: "/api/v1/\(language)/catalogue"), let bytes = snapshot.bytes(of: entry),
            let read = try? JSONDecoder().decode(Shown.self, from: Data(bytes))
        else { return nil }
        self = read
    }
}
