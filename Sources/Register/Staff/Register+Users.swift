import GRDB
import Reception

extension Register {
    /// Everybody who may log in, and those who were removed, by name.
    public func users() throws -> [StaffUser] {
        try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM staff_user ORDER BY disabled, name").compactMap(
                StaffUser.init)
        }
    }

    /// Lets somebody log in. A name that was removed comes back.
    ///
    /// Throws a `Refusal` (`user_name_invalid`, `user_exists`, `password_invalid`) or a `RegisterError`.
    public func addUser(_ name: String, role: Role, password: String, at: Instant) throws {
        guard Names.isCode(name) else { throw Refusal.userNameInvalid(name) }
        try Password.check(password)
        let hash = try Password.hash(password)
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO staff_user (name, role, password, created_ms) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET role = excluded.role, password = excluded.password, disabled = 0
                    WHERE disabled
                    """, arguments: [name, role.rawValue, hash, at.milliseconds])
            guard database.changesCount == 1 else { throw Refusal.userExists(name) }
            try forgetFailures(of: name, in: database)
        }
    }

    /// Gives a user another password and logs them out everywhere; what was mistyped before is forgotten.
    ///
    /// Throws a `Refusal` (`user_unknown`, `password_invalid`) or a `RegisterError`.
    public func setPassword(_ password: String, of name: String) throws {
        try Password.check(password)
        let hash = try Password.hash(password)
        try change(name, "password = ?", hash) { database in
            try logOut(name, in: database)
            try forgetFailures(of: name, in: database)
        }
    }

    /// Gives a user another role; it holds from their next request on.
    ///
    /// Throws a `Refusal` (`user_unknown`) or a `RegisterError`.
    public func setRole(_ role: Role, of name: String) throws {
        try change(name, "role = ?", role.rawValue) { _ in }
    }

    /// Logs a user out everywhere and lets nobody log in with that name. What they recorded stays, with their name.
    ///
    /// Throws a `Refusal` (`user_unknown`) or a `RegisterError`.
    public func removeUser(_ name: String) throws {
        try change(name, "disabled = ?", 1) { try logOut(name, in: $0) }
    }

    /// Throws `user_unknown` unless somebody has this name.
    public func requireUser(_ name: String) throws {
        guard try hasUser(name) else { throw Refusal.userUnknown(name) }
    }

    /// Throws `user_name_invalid` or `user_exists` unless somebody can be added with this name.
    public func requireNewUser(_ name: String) throws {
        guard Names.isCode(name) else { throw Refusal.userNameInvalid(name) }
        guard try !hasUser(name) else { throw Refusal.userExists(name) }
    }

    private func hasUser(_ name: String) throws -> Bool {
        try pool.read {
            try Bool.fetchOne(
                $0, sql: "SELECT count(*) FROM staff_user WHERE name = ? AND NOT disabled", arguments: [name])
        } ?? false
    }

    private func change(
        _ name: String, _ assignment: String, _ value: some DatabaseValueConvertible,
        then: (Database) throws -> Void
    ) throws {
        try writing { database in
            try database.execute(
                sql: "UPDATE staff_user SET \(assignment) WHERE name = ? AND NOT disabled", arguments: [value, name])
            guard database.changesCount == 1 else { throw Refusal.userUnknown(name) }
            try then(database)
        }
    }

    private func logOut(_ name: String, in database: Database) throws {
        try database.execute(sql: "DELETE FROM staff_session WHERE user = ?", arguments: [name])
    }
}

extension StaffUser {
    /// Nil when the row says a role that this version doesn't know: nobody then.
    init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        self.init(name: row["name"], role: role, isRemoved: row["disabled"])
    }
}

extension Refusal {
    fileprivate static func userNameInvalid(_ name: String) -> Refusal {
        Refusal(
            .userNameInvalid,
            fr: (
                "« \(name) » ne peut pas être un nom d'utilisateur.",
                "De 1 à 64 lettres sans accent, chiffres, points, tirets : par exemple claire.m."
            ),
            en: (
                "“\(name)” can't be a user's name.",
                "1 to 64 letters without accents, digits, dots, hyphens: for instance claire.m."
            ))
    }

    fileprivate static func userExists(_ name: String) -> Refusal {
        Refusal(
            .userExists,
            fr: (
                "\(name) existe déjà.",
                "« vitrine user password \(name) » change son mot de passe, « vitrine user role \(name) » son rôle."
            ),
            en: (
                "\(name) exists already.",
                "“vitrine user password \(name)” changes the password, “vitrine user role \(name)” the role."
            ))
    }

    fileprivate static func userUnknown(_ name: String) -> Refusal {
        Refusal(
            .userUnknown,
            fr: ("Personne ne s'appelle « \(name) ».", "« vitrine user list » montre tout le monde."),
            en: ("Nobody is called “\(name)”.", "“vitrine user list” shows everybody."))
    }
}
