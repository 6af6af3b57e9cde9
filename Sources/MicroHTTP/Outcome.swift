/// What a handler makes of a request.
public enum Outcome: Sendable {
    /// The answer is here.
    case reply(Response)
    /// The answer comes later, from any thread.
    case later(PendingReply)
    /// The answer is a stream of events that stays open.
    case stream(EventStream)
}
