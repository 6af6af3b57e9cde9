import Foundation

extension InteractionBatch {
    /// An event as written, before any rule but the types of its fields.
    public struct Fields: Decodable, Sendable {
        var id: String
        var at: String
        var session: String
        var seq: Int
        var screen: String
        var kind: String
        var place: String?
        var theme: String?
        var lang: String
        var value: Interaction.Value?
        var term: String?

        enum CodingKeys: String, CodingKey {
            case id, at, session, seq, screen, kind, place, theme, lang, value, term
        }

        /// All as it was written.
        public init(
            id: String, at: String, session: String, seq: Int, screen: String, kind: String, place: String?,
            theme: String?, lang: String, value: Interaction.Value?, term: String?
        ) {
            self.id = id
            self.at = at
            self.session = session
            self.seq = seq
            self.screen = screen
            self.kind = kind
            self.place = place
            self.theme = theme
            self.lang = lang
            self.value = value
            self.term = term
        }
    }

    /// The request as written, before any rule but its shape.
    struct Request {
        var sentAtText: String?
        var events: [Event]

        /// Foundation's decoder is `Sendable` and keeps nothing between calls; making one each time costs a microsecond.
        private static let decoder = JSONDecoder()

        init(sentAtText: String?, events: [Event]) {
            self.sentAtText = sentAtText
            self.events = events
        }

        init(json: [UInt8]) throws(Refusal) {
            guard ForeignJSON.isReadable(json) else { throw .notJSON }
            do {
                self = try Self.decoder.decode(Request.self, from: Data(json))
            } catch let refusal as Refusal {
                throw refusal
            } catch DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty {
                throw .notAnObject
            } catch DecodingError.valueNotFound(_, let context) where context.codingPath.isEmpty {
                throw .notAnObject
            } catch {
                throw .notJSON
            }
        }

        func sentAt() throws(Refusal) -> Instant? {
            guard let sentAtText else { return nil }
            guard let sentAt = Instant(rfc3339: sentAtText) else { throw .sentAtInvalid }
            return sentAt
        }
    }

    /// An event as written, or what kept it from being read.
    enum Event: Decodable {
        case readable(Fields)
        case unreadable(id: String?, Refusal)

        init(from decoder: any Decoder) throws {
            do {
                self = .readable(try Fields(from: decoder))
            } catch {
                let id = try? decoder.container(keyedBy: Fields.CodingKeys.self).decode(String.self, forKey: .id)
                self = .unreadable(id: id, Refusal(error))
            }
        }

        /// The id as written.
        var id: String? {
            switch self {
            case .readable(let fields): fields.id
            case .unreadable(let id, _): id
            }
        }

        func interaction(clock: ScreenClock) throws(Refusal) -> Interaction {
            switch self {
            case .readable(let fields): try fields.interaction(clock: clock)
            case .unreadable(_, let refusal): throw refusal
            }
        }
    }
}

extension InteractionBatch.Request: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }

        static let sentAt = Key(stringValue: "sent_at")
        static let interactions = Key(stringValue: "interactions")
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let known = [Key.sentAt.stringValue, Key.interactions.stringValue]
        if let unknown = object.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw Refusal.unknownKey(unknown.stringValue)
        }
        do {
            sentAtText = try object.decodeIfPresent(String.self, forKey: .sentAt)
        } catch is DecodingError {
            throw Refusal.sentAtInvalid
        }
        guard var list = try? object.nestedUnkeyedContainer(forKey: .interactions) else {
            throw Refusal.interactionsMissing
        }
        guard let count = list.count, count > 0 else { throw Refusal.interactionsEmpty }
        guard count <= InteractionBatch.limit else { throw Refusal.tooManyInteractions(count) }
        events = []
        events.reserveCapacity(count)
        while !list.isAtEnd {
            events.append(try list.decode(InteractionBatch.Event.self))
        }
    }
}

extension InteractionBatch.Fields {
    func interaction(clock: ScreenClock) throws(Refusal) -> Interaction {
        guard let factID = FactID(id) else {
            throw Refusal(
                .idInvalid, "id \(id.quotedForMessage) is not a UUID.",
                hint: "Give each event a UUID of its own, best a UUIDv7, and keep it across retries.")
        }
        guard let instant = Instant(rfc3339: at) else {
            throw Refusal(
                .atInvalid, "at \(at.quotedForMessage) is not an RFC 3339 time.",
                hint: "Send a date, a time and Z or an offset, such as 2026-07-14T10:05:00.000Z.")
        }
        guard let known = Interaction.Kind(rawValue: kind) else {
            let kinds = Interaction.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.kindUnknown, "kind \(kind.quotedForMessage) is not known.", hint: "Send one of \(kinds).")
        }
        return try Interaction(
            id: factID, at: instant, session: session, seq: seq, screen: screen, kind: known, place: place,
            theme: theme, lang: lang, value: value, term: term, clock: clock)
    }
}

extension Interaction.Value: Decodable {
    /// A JSON string, number or boolean.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }
}

extension Refusal {
    /// What is wrong with one event, out of what the decoder said.
    fileprivate init(_ error: any Error) {
        let hint = "Send seq as a whole number, value as a string, number or boolean, all else as strings."
        switch error {
        case DecodingError.keyNotFound(let key, _):
            self.init(.fieldMissing, "\(key.stringValue) is missing.", hint: "Send it with every event.")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            let field = context.codingPath.last.flatMap { Field(rawValue: $0.stringValue) }
            self.init(
                .fieldMistyped,
                field.map { "\($0.rawValue) is not of the type it should be." } ?? "The event is not an object.",
                hint: hint)
        default:
            // The decoder's own type, for numbers and escapes it can't represent.
            self.init(.fieldMistyped, "A number is out of range, or a text is broken.", hint: hint)
        }
    }

    private typealias Field = InteractionBatch.Fields.CodingKeys

    fileprivate static var notJSON: Refusal {
        Refusal(.notJSON, "The body is not JSON in UTF-8.", hint: "Send one JSON object, {\"interactions\": […]}.")
    }

    fileprivate static var notAnObject: Refusal {
        Refusal(.notAnObject, "The body is not a JSON object.", hint: "Send {\"interactions\": […]}.")
    }

    fileprivate static func unknownKey(_ key: String) -> Refusal {
        Refusal(.unknownKey, "\(key.quotedForMessage) is not known here.", hint: "Send only interactions and sent_at.")
    }

    fileprivate static var sentAtInvalid: Refusal {
        Refusal(
            .sentAtInvalid, "sent_at is not an RFC 3339 time.",
            hint: "Send the screen's clock, such as 2026-07-14T10:05:00.000Z, or leave sent_at out.")
    }

    fileprivate static var interactionsMissing: Refusal {
        Refusal(
            .interactionsMissing, "There is no list of interactions.", hint: "Send {\"interactions\": […]}, a list.")
    }

    fileprivate static var interactionsEmpty: Refusal {
        Refusal(.interactionsEmpty, "The list of interactions is empty.", hint: "Send at least one.")
    }

    fileprivate static func tooManyInteractions(_ count: Int) -> Refusal {
        Refusal(
            .tooManyInteractions, "There are \(count) interactions in one request.",
            hint: "Send at most \(InteractionBatch.limit) at a time.")
    }
}
