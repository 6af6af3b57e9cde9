import Catalogue
import Foundation
import Reception

/// A real content folder in a temporary directory: one office, one heritage place and one hike, all of it right until a test
/// spoils something. It is removed with its last reference.
final class TemporaryContent {
    /// 22 November 2026.
    static let today = OfficeDay(daysSince1970: 20_779)
    static let heritage = "places/heritage/pont-romain"
    static let hike = "places/hike/pierre-plantee"

    let folder: URL
    var content: String { folder.appending(path: "content").path }
    var cache: String { folder.appending(path: "data/cache").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        try write("office.yaml", Self.office)
        try write("themes.yaml", Self.themes)
        try write("labels.yaml", Self.labels)
        try write("themes/heritage.svg", Self.drawing)
        try write("\(Self.heritage)/place.yaml", Self.heritageYAML)
        try write("\(Self.heritage)/fr.md", "Un pont **habité**.\n")
        try write("\(Self.heritage)/en.md", "# The bridge\n\nPeople *live* on it.\n")
        try write("\(Self.heritage)/picture.svg", Self.drawing)
        try write("\(Self.hike)/place.yaml", Self.hikeYAML)
        try write("\(Self.hike)/fr.md", "Une boucle.\n")
        try write("\(Self.hike)/en.md", "A loop.\n")
        try write("\(Self.hike)/track.gpx", Self.track())
        try write("\(Self.hike)/picture.svg", Self.drawing)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ path: String) -> URL {
        folder.appending(path: "content").appending(path: path)
    }

    func write(_ path: String, _ text: String) throws {
        try write(path, Array(text.utf8))
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = url(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: url(path), encoding: .utf8)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url(path))
    }

    /// Replaces `old`, which must be there.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try read(path)
        guard text.contains(old) else { throw Missing(text: old, path: path) }
        try write(path, text.replacingOccurrences(of: old, with: new))
    }

    struct Missing: Error {
        let text: String
        let path: String
    }

    func check() -> CheckReport {
        ContentFolder(path: content).check(today: Self.today)
    }

    func load() throws -> Snapshot {
        try CatalogueLoader.load(content: content, cache: cache, today: Self.today)
    }

    /// The JSON of a body, as Foundation reads it.
    func json(_ path: String) throws -> [String: Any] {
        let snapshot = try load()
        guard let entry = snapshot.entry(path: path), let bytes = snapshot.bytes(of: entry) else {
            throw Missing(text: path, path: "snapshot")
        }
        return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    static let office = """
        code: pays-de-test
        name: {fr: "L’office", en: "The office"}
        languages: [fr, en, nl]
        time_zone: Europe/Paris
        position: {lat: 43.78, lon: 4.08, accuracy: village}
        contact: {phone: "+33466809930", email: accueil@example.org, website: https://example.org}
        territory:
          name: {fr: "Le pays", en: "The land"}
          bounds: {south: 43.7, west: 4.0, north: 43.95, east: 4.25}
          communes:
            - {insee: "30091", name: Congénies, postcode: "30111", position: {lat: 43.77722, lon: 4.15944}}
            - {insee: "30321", name: Sommières, postcode: "30250", position: {lat: 43.78333, lon: 4.08861}}
        screens:
          - {id: ecran-1, name: {fr: "Grand écran", en: "Large screen"}}
          - {id: Tablette.2, position: {lat: 43.781, lon: 4.081, accuracy: exact}}
        night: {from: "22:00", to: "07:00"}
        desk:
          topics:
            - {code: hiking, fr: randonnée, en: hiking, words: [rando, balade]}
            - {code: family, fr: jeux, en: games, words: [toboggan]}
          profiles:
            - {code: family, fr: famille, en: family, words: [fam]}
          sites:
            - {code: chapelle, fr: Chapelle, en: Chapel, words: [fam]}
          towns: [Sommières]
        """

    static let themes =
        "themes:\n"
        + ["hike", "greenway", "cellar", "heritage"].map {
            "  - {id: \($0), icon: castle, name: {fr: \"\($0) fr\", en: \"\($0) en\"}, teaser: {fr: \"Phrase.\", en: \"Sentence.\"}}\n"
        }.joined()

    static let labels = """
        labels:
          - {id: organic, name: {fr: "Bio", en: "Organic"}, meaning: {fr: "Contrôlé.", en: "Inspected."}}
        appellations:
          - {id: languedoc, name: AOC Languedoc, meaning: {fr: "Un terroir.", en: "A land."}}
        """

    static let heritageYAML = """
        code: pr1
        names: {fr: Le pont romain, en: The Roman bridge, nl: De Romeinse brug}
        teasers: {fr: "Un pont où l’on habite.", en: "A bridge people live on."}
        commune: "30321"
        position: {lat: 43.78333, lon: 4.08861, accuracy: exact}
        labels: [organic]
        opening:
          known_until: 2026-12-31
          periods:
            - {from: 07-01, to: 08-31, days: [mon, wed], hours: ["10:00-13:00", "20:00-01:00"]}
          closed: [2026-07-14]
          last_entry_min: 30
        prices:
          rates:
            - {who: adult, amount: 3.5}
        heritage:
          period: {fr: "Iᵉʳ siècle", en: "1st century"}
          protection: {level: classified, date: 1840, reference: PA00103323}
          visit: outside
        sources:
          - {name: Base Mérimée, url: https://example.org/merimee, date: 2021-03}
        last_check: {date: 2026-11-22, by: research}
        to_check:
          - {field: opening, note: {fr: "Horaires à confirmer.", en: "Hours to be confirmed."}}

        """

    static let hikeYAML = """
        code: pp1
        names: {fr: La Pierre Plantée, en: The Standing Stone}
        teasers: {fr: "Une boucle vers le menhir.", en: "A loop to the menhir."}
        commune: "30091"
        position: {lat: 43.77722, lon: 4.15944, accuracy: village}
        trail:
          practices: [walking]
          shape: loop
          length_km: 2.2
          duration: "0:45"
          steps:
            - {name: Départ, position: {lat: 43.77722, lon: 4.15944}, km: 0, commune: "30091", services: [parking]}
            - {name: {fr: Le menhir, en: The menhir}, position: {lat: 43.98, lon: 4.3}, km: 1.1}
        opening: {always: true}
        prices: {free: true}
        suits: {children: yes, dog: leash}
        drinking_water: no
        sources:
          - {name: Relevé}
        last_check: {date: 2026-11-22, by: office}

        """

    static let drawing = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">
          <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
          <!-- sky -->
          <rect width="1200" height="800" fill="url(#g)" style="opacity:.9"/>
          <g transform="rotate(3)"><path d="M0 0 L10 10"/></g>
        </svg>
        """

    /// About 2.2 km north, with a climb of 100 m.
    static func track(points: Int = 100) -> String {
        let lines = (0..<points).map { index in
            "<trkpt lat=\"\(43.77722 + 0.0002 * Double(index))\" lon=\"4.15944\"><ele>\(50 + index)</ele></trkpt>"
        }
        return """
            <?xml version="1.0"?>
            <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
            \(lines.joined(separator: "\n"))
            </trkseg></trk></gpx>
            """
    }
}
