import Foundation
import Reception
import Testing

@testable import Register

@Suite struct StaffTests {
    private static let now = Instant(milliseconds: 1_784_066_700_000)
    private static let password = "une phrase facile à retenir"
    private static let hour: Int64 = 3_600_000

    private static func later(hours: Int64) -> Instant { now.advanced(byMilliseconds: hours * hour) }

    private static func withClaire<Result>(_ body: (Register, TemporaryFolder) async throws -> Result) async throws
        -> Result
    {
        let folder = try TemporaryFolder()
        return try await folder.withRegister { register in
            try register.addUser("claire", role: .desk, password: password, at: now)
            return try await body(register, folder)
        }
    }

    private static func logIn(
        _ register: Register, _ name: String = "claire", password: String = password, network: String = "7f.0.0.1",
        kind: StaffSession.Kind = .desk, at: Instant = now
    ) throws -> String {
        try register.logIn(name, password: password, network: network, kind: kind, at: at).token
    }

    private static func code(_ body: () throws -> Void) -> Refusal.Code? {
        do { try body() } catch { return (error as? Refusal)?.code }
        return nil
    }

    @Test func `a password is kept as Argon2id, and its hash is nobody else's`() async throws {
        try await Self.withClaire { register, folder in
            try register.addUser("paul", role: .admin, password: Self.password, at: Self.now)
            let hashes = try folder.shell("SELECT password FROM staff_user ORDER BY name").split(separator: "\n")
            #expect(hashes.count == 2 && hashes[0] != hashes[1])
            for hash in hashes { #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$")) }
            #expect(try register.users() == [.init(name: "claire", role: .desk), .init(name: "paul", role: .admin)])
        }
    }

    @Test func `what stands for nobody costs what everybody's does`() throws {
        let parameters = try Password.hash(Self.password).split(separator: "$").prefix(3)
        #expect(Password.nobodys.split(separator: "$").prefix(3) == parameters)
        #expect(!Password.isRight("", for: Password.nobodys))
    }

    @Test func `an accent is the same however a system composes it`() throws {
        let hash = try Password.hash("\u{E9}t\u{E9} \u{E0} la mer")
        #expect(Password.isRight("e\u{301}te\u{301} a\u{300} la mer", for: hash))
        #expect(!Password.isRight("ete a la mer", for: hash))
    }

    @Test func `names and passwords that can't be are refused`() async throws {
        try await Self.withClaire { register, _ in
            for name in ["", "é", "a b", String(repeating: "a", count: 65)] {
                #expect(
                    Self.code { try register.addUser(name, role: .desk, password: Self.password, at: Self.now) }
                        == .userNameInvalid)
            }
            for password in ["", "1234567", String(repeating: "a", count: 201)] {
                #expect(
                    Self.code { try register.addUser("paul", role: .desk, password: password, at: Self.now) }
                        == .passwordInvalid)
            }
            for name in ["claire", "Claire"] {
                #expect(
                    Self.code { try register.addUser(name, role: .desk, password: Self.password, at: Self.now) }
                        == .userExists)
            }
            for body in [
                { try register.setRole(.admin, of: "paul") }, { try register.removeUser("paul") },
                { try register.setPassword(Self.password, of: "paul") }, { try register.requireUser("paul") },
            ] { #expect(Self.code(body) == .userUnknown) }
        }
    }

    @Test func `a token is known again, and the database hasn't got it`() async throws {
        try await Self.withClaire { register, folder in
            let token = try Self.logIn(register, "CLAIRE")
            #expect(try register.session(token: token, at: Self.now)?.user.name == "claire")
            #expect(try register.session(token: String(token.dropLast()) + "x", at: Self.now) == nil)
            #expect(try register.session(token: "", at: Self.now) == nil)
            #expect(try folder.shell("SELECT hex(token) FROM staff_session").lowercased() != token)
            try register.logOut(token: token)
            #expect(try register.session(token: token, at: Self.now) == nil)
        }
    }

    @Test func `a browser is logged out after twelve hours, however busy`() async throws {
        try await Self.withClaire { register, _ in
            let token = try Self.logIn(register, kind: .cookie)
            for hours: Int64 in [0, 6, 11] {
                #expect(try register.session(token: token, at: Self.later(hours: hours)) != nil)
            }
            #expect(try register.session(token: token, at: Self.later(hours: 12)) == nil)
        }
    }

    @Test func `a desk stays logged in as long as it is used every ninety days`() async throws {
        try await Self.withClaire { register, folder in
            let (used, unused) = (try Self.logIn(register), try Self.logIn(register))
            for days: Int64 in [0, 89, 178, 267] {
                #expect(try register.session(token: used, at: Self.later(hours: days * 24)) != nil)
            }
            #expect(try register.session(token: unused, at: Self.later(hours: 90 * 24)) == nil)
            // The next login takes away what is over.
            _ = try Self.logIn(register, at: Self.later(hours: 267 * 24))
            #expect(try folder.shell("SELECT count(*) FROM staff_session") == "2")
        }
    }

    @Test func `a removed user's sessions end, and the name isn't given away`() async throws {
        try await Self.withClaire { register, _ in
            let token = try Self.logIn(register)
            try register.removeUser("claire")
            #expect(try register.session(token: token, at: Self.now) == nil)
            #expect(throws: LoginRefusal.wrong) { try Self.logIn(register) }
            #expect(try register.users() == [.init(name: "claire", role: .desk, isRemoved: true)])
            try register.addUser("Claire", role: .manager, password: Self.password, at: Self.now)
            #expect(try register.session(token: token, at: Self.now) == nil)
            #expect(try register.users() == [.init(name: "claire", role: .manager)])
        }
    }

    @Test func `wrong passwords are paced by name, whatever the address, also after a restart`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try register.addUser("claire", role: .desk, password: Self.password, at: Self.now)
            for n in 0..<6 {
                #expect(throws: LoginRefusal.wrong) {
                    try Self.logIn(register, password: "faux \(n)", network: "a.\(n)")
                }
            }
        }
        try await folder.withRegister { register in
            #expect(throws: LoginRefusal.wait(seconds: 1)) { try Self.logIn(register, "Claire", network: "b") }
            // A clock set back keeps nobody out for longer.
            #expect(throws: LoginRefusal.wait(seconds: 1)) {
                try Self.logIn(register, network: "b", at: Self.later(hours: -100))
            }
            _ = try Self.logIn(register, network: "b", at: Self.now.advanced(byMilliseconds: 1_000))
            #expect(throws: LoginRefusal.wrong) { try Self.logIn(register, password: "faux", network: "b") }
        }
    }

    @Test func `wrong passwords are paced by address, whatever the name`() async throws {
        try await Self.withClaire { register, folder in
            for n in 0..<21 {
                #expect(throws: LoginRefusal.wrong) { try Self.logIn(register, "nom\(n)", password: "faux") }
            }
            #expect(throws: LoginRefusal.wait(seconds: 1)) { try Self.logIn(register) }
            _ = try Self.logIn(register, network: "b")
            // After a day, what was wrong is forgotten.
            #expect(throws: LoginRefusal.wrong) {
                try Self.logIn(register, "x", password: "faux", at: Self.later(hours: 25))
            }
            #expect(try folder.shell("SELECT count(*) FROM login_failure") == "2")
        }
    }

    @Test func `when wrong ones can't be counted nobody is logged in`() async throws {
        let folder = try TemporaryFolder()
        let register = try Register.open(at: folder.data, office: "sommieres")
        try register.addUser("claire", role: .desk, password: Self.password, at: Self.now)
        register.shutdown()
        #expect(throws: (any Error).self) { try Self.logIn(register) }
    }

    @Test func `the waits double from a second to a quarter of an hour`() {
        let waits = (0...30).map { LoginPace.user.wait(after: $0) }
        #expect(waits[0...5].allSatisfy { $0 == 0 })
        #expect(Array(waits[6...9]) == [1_000, 2_000, 4_000, 8_000])
        #expect(waits[30] == 900_000)
        #expect(waits == waits.sorted())
        #expect(LoginPace.address.wait(after: 20) == 0)
    }

    @Test func `each role may do what those before it may`() {
        #expect(Role.desk < .manager && .manager < .admin)
        #expect(Role.allCases == Role.allCases.sorted())
    }
}
