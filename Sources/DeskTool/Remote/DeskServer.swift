import Foundation
import HTTPClient
import Reception
import Terminal

/// A server that keeps the facts of a desk, spoken to over HTTP. Throws `ServerTrouble`, or the server's own `Refusal`.
final class DeskServer {
    let address: ServerAddress
    var patience: Patience
    private let client: HTTPClient
    private let token: String?

    /// The most facts that one request holds.
    static let factLimit = 200

    init(_ address: ServerAddress, token: String?, authorities: String?, patience: Patience = Patience()) throws {
        self.address = address
        self.token = token
        self.patience = patience
        do {
            client = try HTTPClient(trusting: authorities)
        } catch {
            throw ServerTrouble(error)
        }
    }

    /// What it tells at `/api/v1` and that path.
    func get<Answer: Decodable>(_ path: String, as type: Answer.Type = Answer.self) throws -> Answer {
        try Self.read(try bytes(path))
    }

    /// The same, as it came.
    func bytes(_ path: String) throws -> [UInt8] { try send(path, body: nil).body }

    /// What it answers to a body.
    func post<Answer: Decodable>(
        _ path: String, _ body: some Encodable, as type: Answer.Type = Answer.self
    ) throws -> Answer {
        try Self.read(try send(path, body: Array(JSONEncoder().encode(body))).body)
    }

    /// What it answers when something is taken away.
    func delete<Answer: Decodable>(_ path: String, as type: Answer.Type = Answer.self) throws -> Answer {
        try Self.read(try send(path, method: "DELETE", body: nil).body)
    }

    /// Says something that has no answer.
    func post(_ path: String, _ body: some Encodable) throws {
        _ = try send(path, body: Array(JSONEncoder().encode(body)))
    }

    /// A value out of an answer.
    static func read<Answer: Decodable>(_ bytes: [UInt8]) throws -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(bytes))
        } catch {
            throw ServerTrouble.strange(status: 200)
        }
    }

    private func send(_ path: String, method: String? = nil, body: [UInt8]?) throws -> HTTPReply {
        guard let patience = patience.now else { throw ServerTrouble.away }
        let start = ContinuousClock.now
        defer { self.patience.waited(since: start) }
        var headers = [(name: "Accept-Language", value: speech.rawValue)]
        if let token { headers.append(("Authorization", "Bearer \(token)")) }
        if body != nil { headers.append(("Content-Type", "application/json")) }
        let request = HTTPRequest(
            "\(address.text)/api/v1/\(path)", method: method, headers: headers, body: body,
            isToThisMachine: address.isToThisMachine)
        let reply: HTTPReply
        do {
            reply = try client.send(request, patience: patience)
        } catch {
            throw ServerTrouble(error)
        }
        guard 200..<300 ~= reply.status else { throw trouble(reply) }
        return reply
    }

    /// What a reply that isn't a success means: the facts' own rules are told apart from all that stands in between.
    private func trouble(_ reply: HTTPReply) -> any Error {
        let told = try? JSONDecoder().decode(ErrorDocument.self, from: Data(reply.body)).error
        switch (reply.status, told) {
        case (401, _): return ServerTrouble.tokenRefused
        case (403, let told?): return ServerTrouble.forbidden(told.message)
        case (429, let told?): return ServerTrouble.busy([told.message, told.hint ?? ""].joined(separator: " "))
        case (500, let told?), (503, let told?):
            return ServerTrouble.failing([told.message, told.hint ?? ""].joined(separator: " "))
        case (429, _), (502, _), (503, _), (504, _): return ServerTrouble.away
        case (400, let told?), (409, let told?), (413, let told?), (422, let told?): return told.refusal
        case (404, let told?) where Refusal.Code(rawValue: told.code) != nil: return told.refusal
        default: return ServerTrouble.strange(status: reply.status)
        }
    }
}

/// `{"error": {…}}`
private struct ErrorDocument: Decodable {
    struct Told: Decodable {
        let code: String
        let message: String
        let hint: String?

        /// In the language that was asked for. A code of a later version is still a refusal.
        var refusal: Refusal {
            let words = (message, hint ?? "")
            return Refusal(Refusal.Code(rawValue: code) ?? .notRecordable, fr: words, en: words)
        }
    }

    let error: Told
}
