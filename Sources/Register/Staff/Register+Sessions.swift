import GRDB
import Reception

extension Register {
    /// Who shows this token; nil when nobody does: it is wrong, over, or was revoked. Some tens of microseconds.
    ///
    /// Using a desk's token makes it last longer; that is written once an hour at most.
    public func session(token: String, at: Instant) throws -> StaffSession? {
        guard let token = SessionToken(token),
            let (session, lastUse) = try pool.read({ try SessionTable.session(token, at: at, in: $0) })
        else { return nil }
        guard at.milliseconds - lastUse.milliseconds >= Self.useInterval else { return session }
        var used = session
        if session.kind.slides { used.expiresAt = at.advanced(byMilliseconds: session.kind.life) }
        do {
            try writing { try SessionTable.use(token, until: used.expiresAt, at: at, in: $0) }
        } catch {
            // On a full disk people go on reading; their session ends when it would have.
            return session
        }
        return used
    }

    /// Ends a session. One that is over already is no error.
    public func logOut(token: String) throws {
        guard let token = SessionToken(token) else { return }
        try writing { try SessionTable.delete(token, in: $0) }
    }

    private static var useInterval: Int64 { 3_600_000 }
}

/// The one way sessions are written and read.
enum SessionTable {
    /// Inserts nothing when the user was removed or given another password since it was read: throws `LoginRefusal.wrong`.
    static func insert(
        _ session: StaffSession, token: SessionToken, password: String, at: Instant, into database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO staff_session (token, user, kind, created_ms, used_ms, expires_ms)
                SELECT ?, name, ?, ?, ?, ? FROM staff_user WHERE name = ? AND password = ? AND NOT disabled
                """,
            arguments: [
                token.hash, session.kind.rawValue, at.milliseconds, at.milliseconds, session.expiresAt.milliseconds,
                session.user.name, password,
            ])
        guard database.changesCount == 1 else { throw LoginRefusal.wrong }
    }

    /// The session and when it was last used.
    static func session(
        _ token: SessionToken, at: Instant, in database: Database
    ) throws -> (StaffSession, lastUse: Instant)? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT name, role, disabled, kind, used_ms, expires_ms
                FROM staff_session JOIN staff_user ON name = user
                WHERE token = ? AND expires_ms > ? AND NOT disabled
                """)
        guard let row = try Row.fetchOne(statement, arguments: [token.hash, at.milliseconds]),
            let user = StaffUser(row), let kind = StaffSession.Kind(rawValue: row["kind"])
        else { return nil }
        let session = StaffSession(
            user: user, kind: kind, expiresAt: Instant(milliseconds: row["expires_ms"]))
        return (session, Instant(milliseconds: row["used_ms"]))
    }

    static func use(_ token: SessionToken, until: Instant, at: Instant, in database: Database) throws {
        try database.execute(
            sql: "UPDATE staff_session SET used_ms = ?, expires_ms = ? WHERE token = ?",
            arguments: [at.milliseconds, until.milliseconds, token.hash])
    }

    static func delete(_ token: SessionToken, in database: Database) throws {
        try database.execute(sql: "DELETE FROM staff_session WHERE token = ?", arguments: [token.hash])
    }

    static func forgetExpired(at: Instant, in database: Database) throws {
        try database.execute(sql: "DELETE FROM staff_session WHERE expires_ms <= ?", arguments: [at.milliseconds])
    }
}
