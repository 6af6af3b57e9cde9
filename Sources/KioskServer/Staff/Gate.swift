import Foundation
import MicroHTTP
import Reception
import Register
import Synchronization

/// The one place where it is decided who is let in. Staff's requests read and write the register, which the threads that answer
/// visitors must not wait for: they are answered here, a few at a time.
final class Gate: Sendable {
    private let register: Register
    private let failures: FailureAnswers
    private let threads: WaitingLine

    init(register: Register, failures: FailureAnswers) {
        self.register = register
        self.failures = failures
        threads = WaitingLine(width: 4, length: 64)
    }

    /// Lets a request through to `answer` when it shows a session whose role is `role` or higher.
    func admit(
        _ request: borrowing Request, from role: Role, named names: [String: String],
        _ answer: @escaping Routes.Route.StaffReply
    ) throws -> Outcome {
        let language = MessageLanguage(request)
        let id = request.id
        guard let credentials = Credentials(request) else { throw Failure.unauthenticated.told(in: language) }
        // Told once it is known who asks: who isn't logged in learns nothing but that.
        let malformed = Self.malformed(request, credentials)
        let query = Dictionary(request.queryItems.map { ($0.name, [$0.value]) }, uniquingKeysWith: +)
        let body = request.body
        let reply = PendingReply()
        let isTaken = threads.run { [register, failures] in
            do {
                let now = Instant.now
                guard let session = try register.session(token: credentials.token, at: now) else {
                    throw Failure.unauthenticated
                }
                if let malformed { throw malformed }
                guard session.user.role >= role else { throw Failure.forbidden }
                reply.send(
                    try answer(
                        StaffRequest(
                            session: session, credentials: credentials, names: names, queries: query, body: body,
                            language: language, receivedAt: now)))
            } catch {
                reply.send(failures.response(to: error, id: id, in: language))
            }
        }
        guard isTaken else { throw Failure.crowded.told(in: language) }
        return .later(reply)
    }

    /// Why a request that changes something isn't one of a desk's or of our own page's; nil when it is.
    private static func malformed(_ request: borrowing Request, _ credentials: Credentials) -> (any Error)? {
        guard request.method != .get, request.method != .head else { return nil }
        do {
            switch credentials {
            case .cookie: try request.requireOwnPage()
            case .bearer: try request.requireJSONBody()
            }
            return nil
        } catch {
            return error
        }
    }

    /// Returns when nothing is being answered any more.
    func finish() { threads.finish() }
}

/// Work that waits its turn on threads of its own, and how much of it may wait.
final class WaitingLine: Sendable {
    private let queue: OperationQueue
    private let length: Int
    private let waiting = Atomic(0)

    /// - Parameters:
    ///   - width: how much is done at once.
    ///   - length: how much may be in it, what is being done included.
    init(width: Int, length: Int) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        queue.qualityOfService = .userInitiated
        self.length = length
    }

    /// False when too much waits already: then `work` isn't done.
    func run(_ work: @escaping @Sendable () -> Void) -> Bool {
        guard waiting.add(1, ordering: .relaxed).newValue <= length else {
            waiting.subtract(1, ordering: .relaxed)
            return false
        }
        queue.addOperation { [self] in
            defer { waiting.subtract(1, ordering: .relaxed) }
            work()
        }
        return true
    }

    /// Returns when all of it is done.
    func finish() { queue.waitUntilAllOperationsAreFinished() }
}

extension MessageLanguage {
    /// What `Accept-Language` asks for: English when it comes before French, or alone; French otherwise.
    init(_ request: borrowing Request) {
        let wanted = (request.header("Accept-Language") ?? "").lowercased().split(separator: ",").lazy
            .compactMap { MessageLanguage(rawValue: String($0.drop { $0 == " " }.prefix(2))) }
        self = wanted.first ?? .french
    }
}
