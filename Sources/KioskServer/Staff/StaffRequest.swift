import Foundation
import MicroHTTP
import Reception

/// What a member of staff asks for, out of the connection's memory, so that another thread can answer it.
struct StaffRequest: Sendable {
    /// Who asks.
    let session: StaffSession
    let credentials: Credentials
    /// What stands for the names in the route's path.
    let names: [String: String]
    /// What the query says of each name, in its order.
    let queries: [String: [String]]
    let body: [UInt8]
    /// What people are told in.
    let language: MessageLanguage
    let receivedAt: Instant

    /// What the query says first of each name.
    var query: [String: String] { queries.compactMapValues(\.first) }

    /// The name of whoever asks, as facts bear it.
    var user: String { session.user.name }

    /// The body, read as JSON.
    /// - Throws: `Failure` 400 that names what is missing or mistyped, 413 when it has more bytes than `limit`.
    func decode<Value: Decodable>(_ type: Value.Type, limit: Int = 8_192) throws -> Value {
        try JSONBody.decode(type, from: body, limit: limit)
    }

    /// A day in the query, `2026-07-14`.
    func day(_ name: String) throws -> OfficeDay {
        guard let text = query[name], let day = OfficeDay(text) else { throw Failure.badQuery(name, "2026-07-14") }
        return day
    }

    /// Days from `from` to `to`, in order, at most `limit`.
    func days(limit: Int) throws -> (from: OfficeDay, to: OfficeDay) {
        let (from, to) = (try day("from"), try day("to"))
        guard from <= to, to <= from.adding(days: limit - 1) else { throw Failure.badPeriod(limit) }
        return (from, to)
    }

    /// Whether the query says so: `1`, as opposed to `0` or nothing.
    func flag(_ name: String) throws -> Bool {
        switch query[name] {
        case nil, "0": false
        case "1": true
        default: throw Failure.badQuery(name, "1")
        }
    }

    /// The kinds that are named in the query; all of them when none is.
    func kinds<Kind: Hashable & RawRepresentable & CaseIterable>(
        _ type: Kind.Type, _ example: String
    ) throws -> Set<Kind> where Kind.RawValue == String {
        guard let named = query["kinds"] else { return Set(Kind.allCases) }
        let kinds = named.split(separator: ",", omittingEmptySubsequences: false).map { Kind(rawValue: String($0)) }
        guard !kinds.contains(nil) else { throw Failure.badQuery("kinds", example) }
        return Set(kinds.compactMap(\.self))
    }
}

/// Bodies of requests that people make.
enum JSONBody {
    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8], limit: Int) throws -> Value {
        guard body.count <= limit else { throw MicroHTTP.Refusal.bodyTooLarge(limit: limit) }
        do {
            guard ForeignJSON.isReadable(body) else {
                throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not JSON"))
            }
            return try JSONDecoder().decode(type, from: Data(body))
        } catch let error as DecodingError {
            throw Failure(error)
        }
    }
}

/// A value that is written as null when there is none, where an optional would be left out.
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
