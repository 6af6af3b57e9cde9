import Foundation

/// Something that went wrong in a screen, as it tells the server: `{screen, message, at?, version?}`.
///
/// Its texts are what a browser said, which a page may have made: control characters, line breaks and marks that turn the
/// direction of writing are spaces here, so that a log stays one line a trouble.
public struct Trouble: Hashable, Sendable {
    /// The screen, by the code the office gave it.
    public let screen: String
    /// What the browser said, at most 300 characters.
    public let message: String
    /// File, line and column, at most 200 characters.
    public let at: String?
    /// The version of the web app, at most 64 characters.
    public let version: String?

    /// Reads a request's body; other properties aren't kept.
    ///
    /// Throws a `Refusal`: `not_json`, `field_missing`, `field_mistyped`, `screen_invalid`, `trouble_invalid` (a text is too long).
    public init(json: [UInt8]) throws(Refusal) {
        let fields = try Fields(json: json)
        guard Names.isCode(fields.screen) else {
            throw Refusal(
                .screenInvalid, "screen \(fields.screen.quotedForMessage) is not 1 to 64 of A-Z a-z 0-9 . _ -",
                hint: "Send the code as it was given out, without spaces or accents.")
        }
        screen = fields.screen
        message = try Self.harmless(fields.message, "message", limit: 300)
        at = try fields.at.map { text throws(Refusal) in try Self.harmless(text, "at", limit: 200) }
        version = try fields.version.map { text throws(Refusal) in try Self.harmless(text, "version", limit: 64) }
    }

    private static func harmless(_ text: String, _ field: String, limit: Int) throws(Refusal) -> String {
        guard text.unicodeScalars.count <= limit else {
            throw Refusal(
                .troubleInvalid, "\(field) is longer than \(limit) characters.",
                hint: "Cut it: its beginning says most.")
        }
        let shown = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(shown))
    }

    private struct Fields: Decodable {
        let screen: String
        let message: String
        let at: String?
        let version: String?

        init(json: [UInt8]) throws(Refusal) {
            do {
                guard ForeignJSON.isReadable(json) else { throw CocoaError(.propertyListReadCorrupt) }
                self = try JSONDecoder().decode(Fields.self, from: Data(json))
            } catch DecodingError.keyNotFound(let key, _) {
                throw Refusal(.fieldMissing, "\(key.stringValue) is missing.", hint: "Send screen and message.")
            } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
                throw Refusal(
                    .fieldMistyped, "Something is not of the type it should be.", hint: "Send an object of strings.")
            } catch {
                throw Refusal(.notJSON, "The body is not JSON in UTF-8.", hint: "Send {\"screen\": …, \"message\": …}.")
            }
        }

        private enum Key: String, CodingKey {
            case screen, message, at, version
        }

        init(from decoder: any Decoder) throws {
            let object = try decoder.container(keyedBy: Key.self)
            screen = try object.decode(String.self, forKey: .screen)
            message = try object.decode(String.self, forKey: .message)
            // Left out or a string: null is neither.
            at = object.contains(.at) ? try object.decode(String.self, forKey: .at) : nil
            version = object.contains(.version) ? try object.decode(String.self, forKey: .version) : nil
        }
    }
}

extension Trouble: CustomStringConvertible {
    /// One line for a log.
    public var description: String {
        "screen \(screen): \(message)" + (at.map { " at \($0)" } ?? "") + (version.map { " (web app \($0))" } ?? "")
    }
}
