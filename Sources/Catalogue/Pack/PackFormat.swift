import Foundation
import Native
import Reception

/// The layout of `catalogue.pack`: magic, bodies one after another, index, footer. The footer is written last and says where the
/// index is and what its hash must be, so that a file cut short anywhere isn't taken for a pack.
enum PackFormat {
    static let fileName = "catalogue.pack"
    /// Goes up when the layout or anything the compiler writes changes: older packs are then made again.
    static let version: UInt32 = 6
    static let magic = Array("VITRPACK".utf8)
    /// Index offset, index length, index hash, version, magic.
    static let footerSize = 8 + 8 + 16 + 4 + 8
    /// Path offset and length, kind, policy, hash, then offset and length of each encoding.
    static let recordSize = 4 + 2 + 1 + 1 + 16 + Entry.Encoding.allCases.count * 12
}

/// What a snapshot knows besides its bodies.
struct PackHead: Sendable {
    var contentHash: String
    var placeCount: Int
    var warningCount: Int
    var languages: [String]
    var officeCode: String
    var officeName: String
    var timeZone: String
    var desk: Vocabulary
    var till: TillSetting
    var statistics: StatisticsSetting
    /// Code and slug; of a place's codes its own comes first.
    var codes: [(code: String, id: String)]

    func write(to writer: inout ByteWriter) {
        writer.append(contentHash)
        writer.append(UInt32(placeCount))
        writer.append(UInt32(warningCount))
        writer.append(UInt32(languages.count))
        for language in languages { writer.append(language) }
        writer.append(officeCode)
        writer.append(officeName)
        writer.append(timeZone)
        writer.append(Self.json(desk))
        writer.append(Self.json(till))
        writer.append(Self.json(statistics))
        writer.append(UInt32(codes.count))
        for (code, id) in codes {
            writer.append(code)
            writer.append(id)
        }
    }

    static func read(_ reader: inout ByteReader) -> PackHead? {
        guard let contentHash = reader.text(), let places = reader.integer(UInt32.self),
            let warnings = reader.integer(UInt32.self), let languages = texts(&reader), let officeCode = reader.text(),
            let officeName = reader.text(), let timeZone = reader.text(),
            let desk = reader.text().flatMap({ value($0, as: Vocabulary.self) }),
            let till = reader.text().flatMap({ value($0, as: TillSetting.self) }),
            let statistics = reader.text().flatMap({ value($0, as: StatisticsSetting.self) }),
            let count = reader.integer(UInt32.self)
        else { return nil }
        var codes: [(code: String, id: String)] = []
        for _ in 0..<count {
            guard let code = reader.text(), let id = reader.text() else { return nil }
            codes.append((code, id))
        }
        return PackHead(
            contentHash: contentHash, placeCount: Int(places), warningCount: Int(warnings), languages: languages,
            officeCode: officeCode, officeName: officeName, timeZone: timeZone, desk: desk, till: till,
            statistics: statistics,
            codes: codes)
    }

    /// With its keys in order: the same content gives the same pack.
    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func value<Value: Decodable>(_ json: String, as type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(json.utf8))
    }

    private static func texts(_ reader: inout ByteReader) -> [String]? {
        guard let count = reader.integer(UInt32.self) else { return nil }
        var texts: [String] = []
        for _ in 0..<count {
            guard let text = reader.text() else { return nil }
            texts.append(text)
        }
        return texts
    }
}
