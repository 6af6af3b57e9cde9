import Foundation
import GRDB
import Reception

/// Why nobody was logged in. It is the same for an unknown name and for a wrong password.
public enum LoginRefusal: Error, Hashable, Sendable {
    /// The name or the password is wrong.
    case wrong
    /// Too many were wrong lately: nothing was looked at. Seconds until the next try.
    case wait(seconds: Int)
}

extension Register {
    /// Logs somebody in and returns what their browser or desk shows from then on: the only time the token is seen.
    ///
    /// Takes some 70 ms and 64 MiB of memory: to be called by one thread at a time, and by none that others wait for.
    ///
    /// - `network`: where they are, as the server sees it; a hash of it is kept while passwords are wrong.
    ///
    /// Throws a `LoginRefusal`, or a `RegisterError` when it couldn't be written: then nobody is logged in, because wrong ones
    /// couldn't be counted either.
    public func logIn(
        _ name: String, password: String, network: String, kind: StaffSession.Kind, at: Instant
    ) throws -> (token: String, session: StaffSession) {
        let tries = LoginTries(name: name, network: network, key: searchKey)
        let (known, wait) = try pool.read { database in
            (try Self.known(name, in: database), try tries.wait(at: at, in: database))
        }
        guard wait <= 0 else { throw LoginRefusal.wait(seconds: Int((wait + 999) / 1_000)) }
        let isRight = Password.isRight(password, for: known?.hash ?? Password.nobodys)
        guard let known, isRight else {
            try writing { try tries.count(at: at, in: $0) }
            throw LoginRefusal.wrong
        }
        let token = SessionToken()
        let session = StaffSession(user: known.user, kind: kind, expiresAt: at.advanced(byMilliseconds: kind.life))
        try writing { database in
            try forgetFailures(of: name, in: database)
            try SessionTable.forgetExpired(at: at, in: database)
            try SessionTable.insert(session, token: token, password: known.hash, at: at, into: database)
        }
        return (token.text, session)
    }

    private static func known(_ name: String, in database: Database) throws -> (user: StaffUser, hash: String)? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM staff_user WHERE name = ? AND NOT disabled", arguments: [name]
        ).flatMap { row in StaffUser(row).map { ($0, row["password"]) } }
    }

    func forgetFailures(of name: String, in database: Database) throws {
        let tries = LoginTries(name: name, network: "", key: searchKey)
        try tries.forgetName(in: database)
    }
}

/// The wrong passwords of one name and of one network. What is counted outlives the server, so that a restart helps nobody guess.
private struct LoginTries {
    private let name: Data
    private let network: Data

    init(name: String, network: String, key: SearchKey) {
        self.name = key.hash("login", "name", name.lowercased())
        self.network = key.hash("login", "network", network)
    }

    /// Milliseconds until the next try; 0 or less when it may be now.
    func wait(at now: Instant, in database: Database) throws -> Int64 {
        max(
            try wait(name, .user, at: now, in: database),
            try wait(network, .address, at: now, in: database))
    }

    func count(at now: Instant, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM login_failure WHERE last_ms < ?", arguments: [now.milliseconds - LoginPace.memory])
        for key in [name, network] {
            try database.execute(
                sql: """
                    INSERT INTO login_failure (key, failures, last_ms) VALUES (?, 1, ?)
                    ON CONFLICT DO UPDATE SET failures = failures + 1, last_ms = excluded.last_ms
                    """, arguments: [key, now.milliseconds])
        }
    }

    func forgetName(in database: Database) throws {
        try database.execute(sql: "DELETE FROM login_failure WHERE key = ?", arguments: [name])
    }

    private func wait(_ key: Data, _ pace: LoginPace, at now: Instant, in database: Database) throws -> Int64 {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT failures, last_ms FROM login_failure WHERE key = ?", arguments: [key])
        else { return 0 }
        let (wait, last): (Int64, Int64) = (pace.wait(after: row["failures"]), row["last_ms"])
        // A clock that was set back must not keep anybody out for longer than the pace says.
        return min(wait, last + wait - now.milliseconds)
    }
}
