import Foundation

extension TillContent {
    /// The JSON that is sealed: sorted keys, no spaces, no escaped slashes, what is nil left out. The same content always gives the same text.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(Anything(value: value)), as: UTF8.self)
        }
    }

    /// What an entry of a kind says, out of its text.
    ///
    /// Throws a `DecodingError` when the text isn't of that kind.
    public init(_ kind: Kind, text: String) throws {
        let (decoder, data) = (JSONDecoder(), Data(text.utf8))
        try self.init(kind) { try decoder.decode($0, from: data) }
    }
}
