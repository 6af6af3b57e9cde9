import Reception
import Foundation
import Yams

/// Reads `office.yaml`.
enum OfficeReader {
    static let file = "office.yaml"
    private static let keys = [
        "code", "name", "languages", "time_zone", "currency", "position", "contact", "territory", "screens",
        "night", "desk", "till", "statistics", "to_check",
    ]

    /// Languages first: without them no text can be checked. French if the file doesn't say.
    static func languages(_ root: Node) -> [Language] {
        // `read` reports what is wrong here too.
        let context = FieldContext(report: FileReport(file: file), languages: [])
        return Fields(root, named: file, keys: keys, context: context).map(languages) ?? []
    }

    private static func languages(_ fields: Fields) -> [Language] {
        var languages: [Language] = []
        for node in fields.items("languages") {
            guard let language = fields.value(node, named: "languages", .language, { Language(rawValue: $0) }) else {
                continue
            }
            if languages.contains(language) {
                fields.report.error(.duplicateID(language.rawValue), line: node.line)
            } else {
                languages.append(language)
            }
        }
        return languages
    }

    /// The rest. Nil when something that can't be left out is missing or wrong.
    static func read(_ root: Node, context: FieldContext) -> Office? {
        guard let fields = Fields(root, named: file, keys: keys, context: context) else { return nil }
        for key in ["code", "name", "languages", "time_zone", "position", "territory"] { _ = fields.required(key) }
        _ = languages(fields)
        let code = fields.value("code", .officeCode) {
            Fields.isSlug($0) && !OfficeCode.isOfDemonstration($0) ? $0 : nil
        }
        let name = fields.translated("name")
        let timeZone = fields.value("time_zone", .timeZone) { TimeZone(identifier: $0) == nil ? nil : $0 }
        let currency = fields.has("currency") ? fields.value("currency", .currency, currencyCode) : "EUR"
        let position = fields.position("position")
        let contact = fields.contact("contact")
        let toCheck = fields.toCheck("to_check")
        let territory = territory(fields)
        let night = night(fields)
        let desk = DeskReader.read(fields, communes: territory?.communes ?? [])
        let till = TillReader.read(
            fields, name: name.map { Localizer(language: context.ownLanguage, fallbacks: []).plain($0) } ?? "",
            currency: currency ?? "EUR")
        let statistics = StatisticsReader.read(fields)
        let screens = screens(fields, office: position, bounds: territory?.bounds)
        guard let code, let name, let timeZone, let currency, let position, let territory else { return nil }
        return Office(
            code: code, name: name, languages: context.languages, timeZone: timeZone, currency: currency,
            position: position,
            contact: contact, territory: territory, screens: screens, night: night, desk: desk, till: till,
            statistics: statistics, toCheck: toCheck)
    }

    /// A screen without a position stands at the office's: that is where most are, and it is then mended in one place.
    private static func screens(_ fields: Fields, office: Position?, bounds: GeographicBounds?) -> [Screen] {
        var screens: [Screen] = []
        for item in fields.groups("screens", keys: ["id", "name", "position"]) {
            _ = item.required("id")
            let name = item.translated("name")
            let position = item.has("position") ? item.position("position") : office
            guard let id = item.value("id", .screenID, { Names.isCode($0) ? $0 : nil }), let position else { continue }
            // A screen lent to a fair may be elsewhere; most of the time lat and lon are swapped.
            if let bounds, !bounds.contains(position) {
                item.report.warning(.outsideTerritory, line: item.line(of: "position"))
            }
            if screens.contains(where: { $0.id == id }) {
                item.report.error(.duplicateID(id), line: item.line)
            } else {
                screens.append(Screen(id: id, name: name, position: position))
            }
        }
        return screens
    }

    private static func night(_ office: Fields) -> Night? {
        guard let fields = office.fields("night", keys: ["from", "to"]) else { return nil }
        func minute(_ key: String) -> Int? {
            _ = fields.required(key)
            return fields.value(key, .timeOfDay) { HourRange.minute($0).flatMap { $0 < 1440 ? $0 : nil } }
        }
        let (from, to) = (minute("from"), minute("to"))
        guard let from, let to else { return nil }
        guard from != to else {
            fields.report.error(.nightWithoutEnd, line: fields.line)
            return nil
        }
        return Night(from: from, to: to)
    }

    private static func territory(_ office: Fields) -> Territory? {
        guard let fields = office.fields("territory", keys: ["name", "bounds", "communes"]) else { return nil }
        for key in ["name", "bounds", "communes"] { _ = fields.required(key) }
        let name = fields.translated("name")
        let bounds = bounds(fields)
        var communes: [Commune] = []
        for item in fields.groups("communes", keys: ["insee", "name", "postcode", "position"]) {
            guard let commune = commune(item) else { continue }
            if communes.contains(where: { $0.insee == commune.insee }) {
                item.report.error(.duplicateID(commune.insee), line: item.line)
            } else {
                communes.append(commune)
            }
        }
        guard let name, let bounds else { return nil }
        return Territory(name: name, bounds: bounds, communes: communes)
    }

    private static func bounds(_ territory: Fields) -> GeographicBounds? {
        let keys = ["south", "west", "north", "east"]
        guard let fields = territory.fields("bounds", keys: keys) else { return nil }
        for key in keys { _ = fields.required(key) }
        guard let south = fields.number("south", in: -90...90), let west = fields.number("west", in: -180...180),
            let north = fields.number("north", in: -90...90), let east = fields.number("east", in: -180...180)
        else { return nil }
        guard let bounds = GeographicBounds(south: south, west: west, north: north, east: east) else {
            fields.report.error(.outOfRange("bounds", "south < north, west < east"), line: fields.line)
            return nil
        }
        return bounds
    }

    private static func commune(_ fields: Fields) -> Commune? {
        for key in ["insee", "name", "postcode", "position"] { _ = fields.required(key) }
        let insee = fields.value("insee", .inseeCode) {
            $0.utf8.count == 5 && $0.utf8.allSatisfy(isCodeCharacter) ? $0 : nil
        }
        let name = fields.text("name")
        let postcode = fields.value("postcode", .postcode) { $0.utf8.count == 5 && decimal($0) != nil ? $0 : nil }
        guard let insee, let name, let postcode, let position = fields.position("position") else { return nil }
        return Commune(insee: insee, name: name, postcode: postcode, position: position)
    }

    private static func isCodeCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte)
    }

    private static func currencyCode(_ text: String) -> String? {
        text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) } ? text : nil
    }
}
