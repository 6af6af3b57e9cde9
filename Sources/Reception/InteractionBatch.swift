/// What a screen hands in: `{"sent_at"?: time, "interactions": [1 to 200 events]}`, each event
/// `{id, at, session, seq, screen, kind, place?, theme?, lang, value?, term?}`.
///
/// One bad event rejects only itself; a request that isn't such a list is refused whole.
public struct InteractionBatch: Sendable, Hashable {
    /// An event that isn't kept, and why.
    public struct Rejected: Sendable, Hashable {
        /// Its position in the request, from 0.
        public let index: Int
        /// Its id as it was sent, when that could be read.
        public let id: FactID?
        /// Why.
        public let refusal: Refusal
    }

    /// The events to record, in order.
    public let accepted: [Interaction]
    /// The positions in the request of `accepted`, in the same order.
    public let positions: [Int]
    /// The others.
    public let rejected: [Rejected]

    /// The most events one request may carry.
    public static let limit = 200

    /// Reads a request's body.
    ///
    /// Throws the `Refusal` of the whole request: `not_json`, `not_an_object`, `unknown_key`, `sent_at_invalid`,
    /// `interactions_missing`, `interactions_empty`, `too_many_interactions`.
    public init(json: [UInt8], receivedAt: Instant) throws(Refusal) {
        try self.init(Request(json: json), receivedAt: receivedAt)
    }

    /// The same of a request that was read already: its `sent_at` as written and 1 to `limit` events.
    ///
    /// Throws `sent_at_invalid`.
    public init(sentAt: String?, events: [Fields], receivedAt: Instant) throws(Refusal) {
        try self.init(Request(sentAtText: sentAt, events: events.map { .readable($0) }), receivedAt: receivedAt)
    }

    private init(_ request: Request, receivedAt: Instant) throws(Refusal) {
        let clock = ScreenClock(receivedAt: receivedAt, sentAt: try request.sentAt())
        var accepted: [Interaction] = []
        var positions: [Int] = []
        var rejected: [Rejected] = []
        accepted.reserveCapacity(request.events.count)
        positions.reserveCapacity(request.events.count)
        for (index, event) in request.events.enumerated() {
            do throws(Refusal) {
                accepted.append(try event.interaction(clock: clock))
                positions.append(index)
            } catch {
                rejected.append(Rejected(index: index, id: event.id.flatMap { FactID($0) }, refusal: error))
            }
        }
        self.accepted = accepted
        self.positions = positions
        self.rejected = rejected
    }
}
