import Catalogue
import Demonstration
import Foundation
import KioskServer
import Reception
import Terminal

extension DemonstratedOffice {
    /// An office as its content has it.
    ///
    /// - `cache`: a folder for the compiled catalogue, which is made if need be.
    init(content: String, cache: String) throws {
        let snapshot: Snapshot
        do {
            snapshot = try CatalogueLoader.load(content: content, cache: cache, today: .today)
        } catch {
            throw Refused(
                exitCode: 1,
                lines: error.lines(in: speech) + [
                    say("Rien n'a été fait : le contenu ne se lit pas.", "Nothing was done: the content can't be read.")
                ])
        }
        let catalogue = try Self.catalogue(of: snapshot)
        self.init(
            code: snapshot.officeCode, timeZone: snapshot.timeZone,
            languages: snapshot.languages.compactMap(Language.init),
            vocabulary: snapshot.desk, till: snapshot.till,
            places: catalogue.places.map { Place(slug: $0.id, kind: $0.kind) },
            statistics: snapshot.statistics,
            screens: catalogue.office.screens.map(\.id))
    }

    /// As screens are given it.
    private struct Catalogue: Decodable {
        struct Place: Decodable {
            let id: String
            let kind: String
        }
        struct Screen: Decodable { let id: String }
        struct Office: Decodable { let screens: [Screen] }

        let places: [Place]
        let office: Office
    }

    private static func catalogue(of snapshot: Snapshot) throws -> Catalogue {
        guard let entry = snapshot.entry(path: "/api/v1/\(snapshot.languages.first ?? "fr")/catalogue"),
            let bytes = snapshot.bytes(of: entry)
        else { return Catalogue(places: [], office: .init(screens: [])) }
        return try JSONDecoder().decode(Catalogue.self, from: Data(bytes))
    }
}
