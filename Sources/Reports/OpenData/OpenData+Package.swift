import Foundation
import Reception

/// The description of open data that programs read: a Tabular Data Package, each file with its Table Schema.
extension OpenData {
    var package: String {
        let (title, path) = office.licence.text
        let coverage = months.first.flatMap { first in
            months.last.map { Package.Coverage(from: first.text, to: $0.text) }
        }
        let package = Package(
            name: office.code.lowercased(), title: self.title(in: .french), description: description(in: .french),
            titleEnglish: self.title(in: .english),
            licenses: [.init(name: office.licence.rawValue, title: title, path: path)],
            temporal: coverage, resources: subjects.map { resource($0.subject, $0.rows) } + [codesResource])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(package)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
    }

    private func resource(_ subject: OpenDataSubject, _ rows: [Row]) -> Package.Resource {
        let definition = subject.measure.definition
        return Package.Resource(
            name: subject.name, path: subject.file, title: definition.name.fr,
            description: "\(definition.meaning.fr) \(definition.leftOut.fr)",
            schema: .init(
                fields: [
                    .init(
                        name: "month", type: "yearmonth", title: "Mois", description: "Mois civil de l’office.",
                        constraints: .init(required: true)),
                    .init(
                        name: "facet", type: "string", title: "Détail",
                        description: "Ce par quoi c’est détaillé ; all pour l’ensemble.",
                        constraints: .init(required: true, enumeration: ["all"] + subject.facets.map(\.rawValue))),
                    .init(
                        name: "value", type: "string", title: "Valeur", description: "Nommée dans codes.csv.",
                        constraints: .init(required: true)),
                    .init(
                        name: subject.column, type: "integer", title: definition.name.fr,
                        description: "Vide si c’est caché, ou si personne n’a compté.",
                        unit: Self.unit(subject, .english)),
                    .init(
                        name: "status", type: "string", title: "État",
                        description: "counted : compté ; not_counted : personne n’a compté ; hidden : caché.",
                        constraints: .init(required: true, enumeration: ["counted", "not_counted", "hidden"])),
                ], primaryKey: ["month", "facet", "value"]))
    }

    private var codesResource: Package.Resource {
        .init(
            name: "codes", path: "codes.csv", title: "Codes", description: "Ce que les valeurs veulent dire.",
            schema: .init(
                fields: [
                    .init(name: "facet", type: "string", title: "Détail", constraints: .init(required: true)),
                    .init(name: "value", type: "string", title: "Valeur", constraints: .init(required: true)),
                    .init(name: "fr", type: "string", title: "En français", constraints: .init(required: true)),
                    .init(name: "en", type: "string", title: "En anglais", constraints: .init(required: true)),
                ], primaryKey: ["facet", "value"]))
    }
}

private struct Package: Encodable {
    struct License: Encodable {
        let name: String
        let title: String
        let path: String
    }

    struct Coverage: Encodable {
        let from: String
        let to: String
    }

    struct Resource: Encodable {
        let name: String
        let path: String
        let title: String
        let description: String
        let profile = "tabular-data-resource"
        let format = "csv"
        let mediatype = "text/csv"
        let encoding = "utf-8"
        let schema: Schema

        private enum CodingKeys: String, CodingKey {
            case name, path, title, description, profile, format, mediatype, encoding, schema
        }
    }

    struct Schema: Encodable {
        let fields: [Field]
        let missingValues = [""]
        let primaryKey: [String]

        private enum CodingKeys: String, CodingKey { case fields, missingValues, primaryKey }
    }

    struct Field: Encodable {
        let name: String
        let type: String
        let title: String
        var description: String?
        var unit: String?
        var constraints: Constraints?
    }

    struct Constraints: Encodable {
        let required: Bool
        var enumeration: [String]?

        private enum CodingKeys: String, CodingKey {
            case required
            case enumeration = "enum"
        }
    }

    let profile = "tabular-data-package"
    let name: String
    let title: String
    let description: String
    let titleEnglish: String
    let licenses: [License]
    let temporal: Coverage?
    let resources: [Resource]

    private enum CodingKeys: String, CodingKey {
        case profile, name, title, description, licenses, temporal, resources
        case titleEnglish = "title_en"
    }
}
