import Foundation
import Testing

@testable import KioskServer

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The server as `vitrine serve` runs it, in this process, over a live socket.
@Suite struct KioskServerTests {
    @Test func servesTheCatalogueAndStopsSoThatAnotherCanOpenTheSameFolder() async throws {
        try await withTemporaryFolder { folder in
            for _ in 0..<2 {
                try await serving(testOptions(data: folder)) { server in
                    let url = try #require(URL(string: server.address + "/api/v1/fr/catalogue"))
                    let (data, answer) = try await URLSession.shared.data(from: url)
                    #expect((answer as? HTTPURLResponse)?.statusCode == 200)
                    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                    #expect((document?["places"] as? [Any])?.count == server.placeCount)
                }
            }
        }
    }

    @Test func everyRouteIsDescribedInTheOpenAPIDocument() async throws {
        try await withTemporaryFolder { folder in
            let server = try KioskServer(testOptions(data: folder), logger: testLogger)
            let description = try String(
                contentsOf: checkout.appendingPathComponent("docs/openapi.yaml"), encoding: .utf8)
            let described = description.split(separator: "\n").filter { $0.hasPrefix("  /") && $0.hasSuffix(":") }
                .map { String($0.dropFirst(2).dropLast()) }
            #expect(!server.routes.routes.isEmpty)
            for path in server.routes.routes.map(\.path.text) {
                #expect(described.contains { $0 == path || (path.hasSuffix("/") && $0.hasPrefix(path)) })
            }
        }
    }

    @Test func aPublicAddressWithMoreThanSchemeNameAndPortIsRefused() throws {
        for address in [
            "sommieres.example", "ftp://a.example", "https://a.example/x", "https://u@a.example", "https://",
        ] {
            var options = Options()
            options.publicAddress = address
            #expect(throws: StartError.self) { try options.checkedPublicAddress() }
        }
        var options = Options()
        options.publicAddress = "https://sommieres.example:8443/"
        #expect(try options.checkedPublicAddress() == "https://sommieres.example:8443")
    }

    @Test func theAccessibilityStatementAnswersWithoutTheFormOfItsFile() async throws {
        try await withTemporaryFolder { folder in
            try await serving(testOptions(data: folder)) { server in
                let url = try #require(URL(string: server.address + "/accessibility"))
                let (data, answer) = try await URLSession.shared.data(from: url)
                #expect((answer as? HTTPURLResponse)?.statusCode == 200)
                #expect(String(decoding: data, as: UTF8.self).contains("Déclaration d’accessibilité</h1>"))
            }
        }
    }

    @Test func aMissingWebAppIsNamedBeforeAnythingIsOpened() async throws {
        try await withTemporaryFolder { folder in
            var options = testOptions(data: folder.appendingPathComponent("data"))
            options.web = folder.path
            #expect(throws: StartError.self) { try KioskServer(options, logger: testLogger) }
            #expect(!FileManager.default.fileExists(atPath: options.data))
        }
    }
}
