import Native
import Reception

extension InteractionBatch {
    /// Reads a request's body as `init(json:receivedAt:)` does and with the same answers, sooner when it is plain.
    init(body: [UInt8], receivedAt: Instant) throws(Reception.Refusal) {
        if let plain = PlainInteractions.read(body) {
            try self.init(sentAt: plain.sentAt, events: plain.events, receivedAt: receivedAt)
        } else {
            try self.init(json: body, receivedAt: receivedAt)
        }
    }
}

/// Reads the body of `POST /api/v1/interactions` when it is plain, as what screens send is: every field there with its type, none
/// unknown, none twice, no escapes.
///
/// It judges no other body: `InteractionBatch(json:)` does, with its reasons.
final class PlainInteractions: JSONHandler {
    private enum Word: String, CaseIterable {
        case id, at, session, seq, screen, kind, place, theme, lang, value, term
        case sentAt = "sent_at"
        case interactions

        var isOfEvent: Bool { self != .sentAt && self != .interactions }
    }

    /// What is open.
    private enum Level {
        case nothing, request, list, event
    }

    private static let words = Word.allCases
    private static let reader = JSONReader(vocabulary: words.map(\.rawValue), maximumDepth: 3)

    private(set) var sentAt: String?
    private(set) var events: [InteractionBatch.Fields] = []
    private var event = Event()
    private var level = Level.nothing
    /// The key whose value comes next.
    private var word: Word?
    /// The keys the request has had, a bit each.
    private var seen = 0

    /// What was read of `body`; nil when it isn't plain.
    static func read(_ body: [UInt8]) -> PlainInteractions? {
        let read = PlainInteractions()
        return reader.read(body, into: read) && !read.events.isEmpty ? read : nil
    }

    func object(_ edge: JSONReader.Edge) -> Bool {
        switch (edge, level) {
        case (.start, .nothing):
            level = .request
        case (.start, .list):
            level = .event
            event = Event()
        case (.end, .event):
            guard let fields = event.fields, events.count < InteractionBatch.limit else { return false }
            events.append(fields)
            level = .list
        case (.end, .request):
            level = .nothing
        default:
            return false
        }
        return true
    }

    func list(_ edge: JSONReader.Edge) -> Bool {
        guard edge == .end || word == .interactions else { return false }
        word = nil
        level = edge == .start ? .list : .request
        return true
    }

    func key(_ name: Int?) -> Bool {
        guard let name else { return false }
        word = Self.words[name]
        let bit = 1 << name
        if level == .event {
            defer { event.seen |= bit }
            return Self.words[name].isOfEvent && event.seen & bit == 0
        }
        defer { seen |= bit }
        return !Self.words[name].isOfEvent && seen & bit == 0
    }

    func text(_ text: borrowing JSONText) -> Bool {
        guard let word, let text = text.string else { return false }
        self.word = nil
        switch word {
        case .id: event.id = text
        case .at: event.at = text
        case .session: event.session = text
        case .screen: event.screen = text
        case .kind: event.kind = text
        case .place: event.place = text
        case .theme: event.theme = text
        case .lang: event.lang = text
        case .value: event.value = .text(text)
        case .term: event.term = text
        case .sentAt: sentAt = text
        case .seq, .interactions: return false
        }
        return true
    }

    func number(_ number: Int) -> Bool {
        switch word.take() {
        case .seq: event.seq = number
        case .value: event.value = .number(Double(number))
        default: return false
        }
        return true
    }

    /// Screens send none; and there is one way to read a fraction.
    func number(_ number: Double) -> Bool { false }

    func flag(_ flag: Bool) -> Bool {
        event.value = .flag(flag)
        return word.take() == .value
    }

    /// What may be left out may be null.
    func null() -> Bool {
        switch word.take() {
        case .place, .theme, .value, .term, .sentAt: true
        default: false
        }
    }

    /// The event that is being read.
    private struct Event {
        var seen = 0
        var id: String?
        var at: String?
        var session: String?
        var seq: Int?
        var screen: String?
        var kind: String?
        var place: String?
        var theme: String?
        var lang: String?
        var value: Interaction.Value?
        var term: String?

        /// Nil while one is missing.
        var fields: InteractionBatch.Fields? {
            guard let id, let at, let session, let seq, let screen, let kind, let lang else { return nil }
            return InteractionBatch.Fields(
                id: id, at: at, session: session, seq: seq, screen: screen, kind: kind, place: place, theme: theme,
                lang: lang, value: value, term: term)
        }
    }
}
