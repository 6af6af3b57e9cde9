import Foundation
import Logging
import MicroHTTP
import Reception
import Register
import Testing

@testable import KioskServer

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Every address that is for staff, asked by everybody: the table of routes itself says which those are.
@Suite struct AuthorisationTests {
    private static let password = "une phrase facile à retenir"

    /// Who asks, and the header they show.
    private struct Visitor {
        let name: String
        let role: Role?
        let header: String?
    }

    /// Somebody of each role, and all those who are nobody.
    private static func visitors(_ data: URL) throws -> [Visitor] {
        let register = try Register.beside(data.path, now: .now)
        defer { register.shutdown() }
        func token(_ name: String, at: Instant = .now) throws -> String {
            try register.logIn(name, password: password, network: "", kind: .cookie, at: at).token
        }
        for role in Role.allCases {
            try register.addUser(role.rawValue, role: role, password: password, at: .now)
        }
        let revoked = try token("admin")
        try register.logOut(token: revoked)
        let expired = try token("admin", at: Instant.now.advanced(byMilliseconds: -12 * 3_600_000))
        return try [
            Visitor(name: "nobody", role: nil, header: nil),
            Visitor(name: "expired", role: nil, header: "Bearer \(expired)"),
            Visitor(name: "revoked", role: nil, header: "Bearer \(revoked)"),
            Visitor(name: "made up", role: nil, header: "Bearer " + String(repeating: "0", count: 64)),
        ]
            + Role.allCases.map {
                Visitor(name: $0.rawValue, role: $0, header: "Bearer \(try token($0.rawValue))")
            }
    }

    private static func status(_ method: String, _ url: String, _ visitor: Visitor) async throws -> Int {
        var request = URLRequest(url: try #require(URL(string: url)))
        request.httpMethod = method
        if let header = visitor.header { request.setValue(header, forHTTPHeaderField: "Authorization") }
        if method != "GET" {
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data("{}".utf8)
        }
        let (_, answer) = try await URLSession.shared.data(for: request)
        return try #require((answer as? HTTPURLResponse)?.statusCode)
    }

    /// 401 to whoever is nobody, 403 to too low a role, anything else to the others.
    private static func expect(_ route: Routes.Route, at address: String, from visitors: [Visitor]) async throws {
        guard let least = route.role else { return }
        let path = route.path.text.replacing("{id}", with: "0123abcd").replacing("{till}", with: "caisse")
            .replacing("{ticket}", with: "1")
        for visitor in visitors {
            let status = try await status(route.method.rawValue, address + path, visitor)
            let what: Comment = "\(visitor.name): \(route.method.rawValue) \(path)"
            if let role = visitor.role {
                #expect((status == 403) == (role < least), what)
                #expect(status != 401, what)
            } else {
                #expect(status == 401, what)
            }
        }
    }

    @Test func `every staff route lets in whoever has its role, and nobody else`() async throws {
        try await withTemporaryFolder { folder in
            try await serving(testOptions(data: folder)) { server in
                let visitors = try Self.visitors(folder)
                // Logging out comes last: it ends what is asked with.
                let routes = server.routes.routes.filter { $0.path.text != "/api/v1/logout" }
                #expect(routes.count { $0.role != nil } >= 9)
                for route in routes { try await Self.expect(route, at: server.address, from: visitors) }
                for route in server.routes.routes where route.path.text == "/api/v1/logout" {
                    try await Self.expect(route, at: server.address, from: visitors)
                }
            }
        }
    }

    @Test func `desk, till and login addresses are for staff, but for logging in`() async throws {
        try await withTemporaryFolder { folder in
            let server = try KioskServer(testOptions(data: folder), logger: testLogger)
            for route in server.routes.routes where route.role == nil {
                let path = route.path.text
                #expect(!path.hasPrefix("/api/v1/desk") && !path.hasPrefix("/api/v1/till"))
                #expect(path != "/api/v1/me" && path != "/api/v1/logout")
            }
        }
    }

    @Test func `a route for each role keeps out the roles below it`() async throws {
        try await withTemporaryFolder { folder in
            let register = try Register.open(at: folder.path, office: "sommieres")
            defer { register.shutdown() }
            try register.remember(
                languages: [.french], vocabulary: Vocabulary(), till: TillSetting(seller: .init(name: "Office")),
                statistics: StatisticsSetting())
            let failures = FailureAnswers(traffic: Traffic(), logger: testLogger)
            let gate = Gate(register: register, failures: failures)
            let routes = Role.allCases.map { role in
                Routes.Route.staff(role, .get, RoutePath(stringLiteral: "/\(role.rawValue)")) { request in
                    .json([request.user])
                }
            }
            var configuration = Server.Configuration()
            configuration.threads = 2
            let server = Server(configuration, mapError: { failures.response(to: $0, id: $1) }) { request in
                let path = request.path
                guard let route = routes.first(where: { $0.path.matches(path) }),
                    case .staff(let role, let answer) = route.access
                else { throw Failure.notFound }
                return try gate.admit(request, from: role, named: [:], answer)
            }
            try server.start()
            defer { server.drain() }
            let visitors = try Self.visitors(folder)
            for route in routes {
                try await Self.expect(route, at: "http://127.0.0.1:\(server.port)", from: visitors)
            }
        }
    }

    @Test func `a path with names fits any one name, and no more`() {
        let path: RoutePath = "/facts/{id}/history"
        #expect(path.matches("/facts/0123/history"))
        #expect(path.values(in: "/facts/0123/history") == ["id": "0123"])
        for other in ["/facts//history", "/facts/1/2/history", "/facts/1/history/", "/facts/1", "/fact/1/history"] {
            #expect(!path.matches(other), "\(other)")
        }
        let folder: RoutePath = "/map/"
        #expect(folder.matches("/map/1/2") && !folder.matches("/map/") && !folder.matches("/map"))
    }
}
