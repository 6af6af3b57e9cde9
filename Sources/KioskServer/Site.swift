import Catalogue
import MicroHTTP
import Native
import Synchronization

/// Everything that can be answered with a prepared body: the compiled catalogue, the web app, the QR codes. A path that isn't
/// here doesn't exist.
final class Site: Sendable {
    let snapshot: Snapshot
    private let pack: MappedFile
    private let web: [String: Resource]
    private let publicAddress: @Sendable () -> String
    /// Resources are made when first asked for: of 5,000 places most are never looked at, and each costs memory.
    private let made = Mutex<[String: Resource]>([:])
    /// So that a crawler that reads everything doesn't fill the memory.
    private static let mostMade = 8_192

    init(snapshot: Snapshot, web: WebApp, publicAddress: @escaping @Sendable () -> String) throws {
        self.snapshot = snapshot
        pack = try MappedFile(path: snapshot.packPath)
        self.web = web.resources
        self.publicAddress = publicAddress
    }

    func resource(at path: String) -> Resource? {
        if let resource = made.withLock({ $0[path] }) { return resource }
        guard let resource = web[path] ?? compiled(path) ?? byCode(path) ?? code(path) else { return nil }
        made.withLock { made in
            if made.count >= Self.mostMade { made.removeAll() }
            made[path] = resource
        }
        return resource
    }

    /// Is there a place that this code leads to?
    func knows(code: some StringProtocol) -> Bool { snapshot.slug(code: String(code)) != nil }

    /// `/api/v1/{lang}/codes/{code}`: the place's own body.
    private func byCode(_ path: String) -> Resource? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[1] == "api", parts[2] == "v1", parts[4] == "codes",
            let place = snapshot.slug(code: String(parts[5]))
        else { return nil }
        return resource(at: "/api/v1/\(parts[3])/places/\(place)")
    }

    /// The QR code of an address of this server.
    func qrCode(to path: String) -> Resource? {
        let address = publicAddress() + path
        guard let picture = try? QRCode.svg(address, title: address) else { return nil }
        let bytes = Array(picture.utf8)
        return Resource(
            identity: Body(bytes), gzip: Body(Gzip.compress(bytes)), etag: Hash.of(bytes).hex,
            contentType: "image/svg+xml", headers: SecurityHeaders.media)
    }

    private func compiled(_ path: String) -> Resource? {
        guard let entry = snapshot.entry(path: path) else { return nil }
        return Resource(
            identity: body(entry, .identity) ?? .empty,
            gzip: body(entry, .gzip),
            brotli: body(entry, .brotli),
            etag: entry.hash,
            contentType: entry.contentType,
            cacheControl: entry.cachePolicy == .immutable ? "public, max-age=31536000, immutable" : "no-cache",
            headers: path.hasPrefix("/media/") ? SecurityHeaders.media : SecurityHeaders.api)
    }

    private func body(_ entry: Entry, _ encoding: Entry.Encoding) -> Body? {
        entry.slice(encoding).map { Body(pack, range: $0.offset..<$0.offset + $0.length) }
    }

    /// `/api/v1/places/{id}/qr.svg`: made here, for it depends on the server's address.
    private func code(_ path: String) -> Resource? {
        let (before, after) = ("/api/v1/places/", "/qr.svg")
        guard path.hasPrefix(before), path.hasSuffix(after), path.utf8.count > before.utf8.count + after.utf8.count,
            let code = snapshot.code(slug: String(path.dropFirst(before.count).dropLast(after.count)))
        else { return nil }
        return qrCode(to: "/p/\(code)")
    }

    /// What screens are told when this site begins to be served.
    var changed: ServerSentEvent {
        ServerSentEvent(name: "content", id: snapshot.version, data: "{\"version\":\"\(snapshot.version)\"}")
    }
}
