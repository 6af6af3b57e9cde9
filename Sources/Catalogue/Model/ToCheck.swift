/// A fact the office has still to check.
public struct ToCheck: Hashable, Sendable {
    /// What can be in doubt.
    public enum Field: String, CaseIterable, Sendable {
        case position, length, ascent, duration, difficulty, waymarking, surface, steps, services, opening, prices,
            contact
        case labels, appellations, grapes, visit, period, protection, suits, shade, water
        case withoutCar = "without_car"
        case text, existence
    }

    /// Which fact.
    public var field: Field
    /// Why it is in doubt.
    public var note: Translated?
}
