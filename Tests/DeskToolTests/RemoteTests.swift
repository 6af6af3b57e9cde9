import Foundation
import Reception
import Testing

@testable import DeskTool

@Suite struct RemoteTests {
    @Test(arguments: [
        ("accueil.example.org", "https://accueil.example.org"),
        ("HTTPS://Accueil.Example.org:8443/", "https://accueil.example.org:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("https://example.org/vitrine//", "https://example.org/vitrine"),
    ])
    func `an address is written one way`(typed: String, address: String) throws {
        #expect(try ServerAddress(typed).text == address)
    }

    @Test(arguments: [
        "", "https://", "ftp://example.org", "https://anne:secret@example.org", "https://e.org/?a=1", "a b",
    ])
    func `what is no address is refused`(typed: String) {
        #expect(throws: (any Error).self) { try ServerAddress(typed) }
    }

    @Test func `this machine is known by its names, and a server by one folder`() throws {
        for here in ["http://localhost:1", "http://127.0.0.1", "http://[::1]:80"] {
            #expect(try ServerAddress(here).isToThisMachine, "\(here)")
        }
        #expect(try !ServerAddress("http://127.example.org").isToThisMachine)
        #expect(try ServerAddress("https://example.org:8443/a/b").folderName == "example.org:8443_a_b")
    }

    @Test func `patience is used up by waiting, and comes back`() async throws {
        var patience = Patience(.milliseconds(200))
        #expect(patience.now == .milliseconds(200))
        patience.waited(since: .now - .milliseconds(300))
        #expect(patience.now == nil)
        try await Task.sleep(for: .milliseconds(60))
        let some = try #require(patience.now)
        #expect(some >= .milliseconds(50) && some <= .milliseconds(200))
        patience.renew()
        #expect(patience.now == .milliseconds(200))
    }
}
