/// Why the server didn't start: what is wrong and what to do next.
public struct ServerError: Error, Sendable, CustomStringConvertible {
    /// What a program can decide on.
    public enum Code: Sendable {
        /// Another program listens on this address and port.
        case addressInUse
        /// The address isn't one of this machine, or isn't a numeric IPv4 or IPv6 address.
        case badAddress
        /// The system doesn't let this user listen there.
        case notAllowed
        /// The certificate and the key can't be used together.
        case badCertificate
        /// The server was started before.
        case alreadyStarted
        /// Another failure of the system.
        case system
    }

    /// What a program can decide on.
    public let code: Code
    /// What is wrong.
    public let message: String
    /// What to do next.
    public let hint: String

    /// Both, for a person.
    public var description: String { "\(message) \(hint)" }
}
