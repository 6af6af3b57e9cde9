import Foundation
import MicroHTTP
import Native

/// The files of the web app, read once: the allow-list of what can be asked for.
struct WebApp: Sendable {
    /// Path to file, `/` for `index.html`, `/accessibility` for the statement, `/desk` for the desk, `/desk/shop` for the
    /// shop and `/manager` for the board, whose addresses are said and printed.
    let resources: [String: Resource]
    /// Changes when any file of the visitor's screens does.
    let version: String

    /// What a browser needs of `kiosk-web/`; anything else in the folder is not served.
    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "json": "application/json", "webmanifest": "application/manifest+json", "svg": "image/svg+xml",
        "png": "image/png", "webp": "image/webp", "ico": "image/x-icon", "woff2": "font/woff2",
        "txt": "text/plain; charset=utf-8",
    ]
    private static let compressed: Set = ["png", "webp", "woff2"]
    /// Pages of their own, for other people: screens don't keep them.
    private static let otherPages = ["/phone/", "/manager/", "/vendor/manager/", "/desk/"]

    /// - Parameter isDemonstration: every page says so.
    /// - Throws: `StartError` when the folder has no `index.html`.
    init(folder: String, isDemonstration: Bool = false) throws {
        var resources: [String: Resource] = [:]
        var files: [AppList.File] = []
        func add(_ file: String, _ kind: String, _ type: String, _ bytes: [UInt8]) {
            let packed = Self.compressed.contains(kind) ? nil : bytes
            let hash = Hash.of(bytes).hex
            let path = "/" + file
            resources[path] = Resource(
                identity: Body(bytes),
                // Not the best compression: this is done at each start, and with the map's library it took 0.8 s.
                gzip: packed.map { Body(Gzip.compress($0, level: 6)) },
                brotli: packed.map { Body(Brotli.compress($0, quality: 5)) },
                etag: hash,
                contentType: type,
                headers: SecurityHeaders.webApp(file))
            if !Self.otherPages.contains(where: path.hasPrefix) {
                files.append(AppList.File(path: path == "/index.html" ? "/" : path, hash: hash))
            }
        }
        for file in FolderTree.walk(folder).files {
            let kind = URL(fileURLWithPath: file).pathExtension.lowercased()
            guard let type = Self.types[kind] else { continue }
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            add(file, kind, type, isDemonstration && kind == "html" ? DemonstrationBanner.added(to: bytes) : bytes)
        }
        if isDemonstration {
            let file = String(DemonstrationBanner.stylesheetPath.dropFirst())
            add(file, "css", "text/css; charset=utf-8", DemonstrationBanner.stylesheet)
        }
        guard let index = resources["/index.html"] else { throw StartError.noWebApp(folder) }
        resources["/"] = index
        resources["/accessibility"] = resources["/accessibility.html"]
        for page in ["/desk", "/desk/shop", "/manager"] {
            for address in [page, page + "/"] { resources[address] = resources["\(page)/index.html"] }
        }
        let list = AppList(files)
        resources["/app.json"] = try list.resource()
        version = list.version
        self.resources = resources
    }

    /// What screens are told when they connect: another version than theirs is taken between two visitors.
    var changed: ServerSentEvent {
        ServerSentEvent(name: "app", id: version, data: "{\"version\":\"\(version)\"}")
    }
}

/// `/app.json`: what a service worker keeps so that a screen starts without the server.
private struct AppList: Encodable {
    struct File: Encodable {
        /// As it is asked for; the first page is `/` only, or it would be kept twice.
        let path: String
        let hash: String
    }

    let version: String
    let files: [File]

    init(_ files: [File]) {
        let files = files.sorted { $0.path < $1.path }
        self.files = files
        var all = Hash.Stream()
        for file in files { all.update("\(file.path) \(file.hash)\n") }
        version = String(all.finish().hex.prefix(16))
    }

    func resource() throws -> Resource {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = Array(try encoder.encode(self))
        return Resource(
            identity: Body(bytes), gzip: Body(Gzip.compress(bytes)), brotli: Body(Brotli.compress(bytes)),
            etag: Hash.of(bytes).hex, contentType: "application/json", headers: SecurityHeaders.api)
    }
}
