import Reception
import Yams

/// What a place may refer to, and the day its hours are compared with.
struct PlaceContext: Sendable {
    var languages: [Language]
    /// Nil while `office.yaml` can't be read: then places are checked for all the rest.
    var territory: Territory?
    /// Nil while `labels.yaml` can't be read.
    var labels: [String]?
    var appellations: [String]?
    var today: OfficeDay

    /// The commune that is named, which must be one of the office's. A step may be outside the territory, but then its commune
    /// isn't known here.
    func commune(_ fields: Fields) -> String? {
        guard let code = fields.text("commune") else { return nil }
        if let communes = territory?.communes, !communes.contains(where: { $0.insee == code }) {
            fields.report.error(
                .unknownReference(code, key: "commune", file: OfficeReader.file, among: communes.map(\.insee)),
                line: fields.line(of: "commune"))
        }
        return code
    }
}

/// Reads one `place.yaml`.
struct PlaceReader {
    static let file = "place.yaml"
    /// What the screen has room for in a list.
    static let teaserLimit = 120

    let id: String
    let kind: PlaceKind
    let known: PlaceContext

    private static let mandatory = ["code", "names", "teasers", "commune", "position", "sources", "last_check"]
    private static let keys =
        mandatory + [
            "keywords", "trail", "opening", "prices", "contact", "labels", "suits", "shade", "drinking_water",
            "without_car",
            "heritage", "cellar", "pictures", "to_check",
        ]

    /// Nil when something that can't be left out is missing or wrong; the report says what.
    func read(_ root: Node, context: FieldContext) -> Place? {
        guard let fields = Fields(root, named: Self.file, keys: Self.keys, context: context) else { return nil }
        for key in Self.mandatory { _ = fields.required(key) }

        // All is read before anything is given up, so that every problem is told at once.
        let code = fields.code()
        let names = fields.translated("names")
        let teasers = fields.translated("teasers", limit: Self.teaserLimit)
        let commune = known.commune(fields)
        let position = position(fields)
        let sources = sources(fields)
        let lastCheck = lastCheck(fields)
        let keywords = fields.texts("keywords")
        let trail = fields.part("trail", of: kind, in: [.hike, .greenway], keys: TrailReader.keys).map(
            TrailReader(known: known).read)
        let opening = OpeningReader(today: known.today).read(fields)
        let prices = PricesReader.read(fields)
        let contact = fields.contact("contact")
        let labels = fields.references("labels", to: LabelsReader.file, known: known.labels)
        let suits = suits(fields)
        let shade = fields.choice("shade", of: Shade.self)
        let water = fields.value("drinking_water", .yesNo) { ["yes": true, "no": false][$0] }
        let withoutCar = fields.translated("without_car")
        let heritage = fields.part("heritage", of: kind, in: [.heritage], keys: ["period", "protection", "visit"]).map(
            heritage)
        let cellar = fields.part(
            "cellar", of: kind, in: [.cellar], keys: ["type", "appellations", "grapes", "vineyard_ha", "since"]
        ).flatMap(cellar)
        let pictures = pictures(fields)
        let toCheck = fields.toCheck("to_check")

        guard let code, let names, let teasers, let commune, let position, let lastCheck else { return nil }
        return Place(
            id: id, kind: kind, code: code, names: names, teasers: teasers, commune: commune, position: position,
            keywords: keywords, trail: trail, opening: opening, prices: prices, contact: contact, labels: labels,
            suits: suits, shade: shade, drinkingWater: water, withoutCar: withoutCar, heritage: heritage,
            cellar: cellar,
            pictures: pictures, sources: sources, lastCheck: lastCheck, toCheck: toCheck)
    }

    private func position(_ fields: Fields) -> Position? {
        guard let position = fields.position("position") else { return nil }
        if let bounds = known.territory?.bounds, !bounds.contains(position) {
            fields.report.error(.outsideTerritory, line: fields.line(of: "position"))
        }
        return position
    }

    private func sources(_ fields: Fields) -> [Source] {
        let groups = fields.groups("sources", keys: ["name", "url", "date"])
        if fields.has("sources"), groups.isEmpty {
            fields.report.error(.emptyText("sources"), line: fields.line(of: "sources"))
        }
        return groups.compactMap { source in
            _ = source.required("name")
            let url = source.webAddress("url")
            let date = source.partialDate("date")
            return source.text("name").map { Source(name: $0, url: url, date: date) }
        }
    }

    private func lastCheck(_ fields: Fields) -> LastCheck? {
        guard let check = fields.fields("last_check", keys: ["date", "by"]) else { return nil }
        for key in ["date", "by"] { _ = check.required(key) }
        guard let date = check.date("date"), let author = check.choice("by", of: LastCheck.Author.self) else {
            return nil
        }
        return LastCheck(date: date, by: author)
    }

    private func suits(_ fields: Fields) -> Suits {
        guard let suits = fields.fields("suits", keys: ["children", "pushchair", "wheelchair", "dog"]) else {
            return Suits()
        }
        return Suits(
            children: suits.choice("children", of: Suits.Degree.self),
            pushchair: suits.choice("pushchair", of: Suits.Degree.self),
            wheelchair: suits.choice("wheelchair", of: Suits.Degree.self),
            dog: suits.choice("dog", of: Suits.Dog.self))
    }

    private func heritage(_ fields: Fields) -> Heritage {
        let protection = fields.fields("protection", keys: ["level", "date", "reference"]).flatMap { protection in
            _ = protection.required("level")
            let date = protection.partialDate("date")
            let reference = protection.text("reference")
            return protection.choice("level", of: Protection.Level.self)
                .map { Protection(level: $0, date: date, reference: reference) }
        }
        return Heritage(
            period: fields.translated("period"), protection: protection,
            visit: fields.choice("visit", of: Heritage.Visit.self))
    }

    private func cellar(_ fields: Fields) -> Cellar? {
        _ = fields.required("type")
        let appellations = fields.references("appellations", to: LabelsReader.file, known: known.appellations)
        let grapes = fields.items("grapes").compactMap {
            fields.value($0, named: "grapes", .slug) { Fields.isSlug($0) ? $0 : nil }
        }
        let vineyard = fields.number("vineyard_ha", in: 0...100_000)
        let since = fields.integer("since", in: 1...9999)
        return fields.choice("type", of: Cellar.Kind.self).map {
            Cellar(kind: $0, appellations: appellations, grapes: grapes, vineyard: vineyard, since: since)
        }
    }

    private func pictures(_ fields: Fields) -> [PlacePicture] {
        fields.groups("pictures", keys: ["file", "alt", "credit", "licence"]).compactMap { picture in
            _ = picture.required("file")
            let alt = picture.translated("alt")
            let credit = picture.text("credit")
            let licence = picture.text("licence")
            guard let file = picture.value("file", .fileName, { isFileName($0) ? $0 : nil }) else { return nil }
            return PlacePicture(file: file, alt: alt, credit: credit, licence: licence, line: picture.line)
        }
    }

    /// A name that goes into an address as it is.
    private func isFileName(_ text: String) -> Bool {
        !text.hasPrefix(".")
            && text.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            } && text.utf8.count <= 80
    }
}

extension Fields {
    /// A group that only some kinds of places have.
    func part(_ key: String, of kind: PlaceKind, in kinds: [PlaceKind], keys: [String]) -> Fields? {
        guard has(key) else { return nil }
        guard kinds.contains(kind) else {
            report.error(.notForThisKind(key, kind: kind), line: line(of: key))
            return nil
        }
        return fields(key, keys: keys)
    }

    /// Identifiers of another file; `known` is nil when that file can't be read.
    func references(_ key: String, to file: String, known: [String]?) -> [String] {
        items(key).compactMap { node in
            guard let id = text(node, named: key) else { return nil }
            if let known, !known.contains(id) {
                let singular = String(key.dropLast())
                report.error(.unknownReference(id, key: singular, file: file, among: known), line: node.line)
            }
            return id
        }
    }
}
