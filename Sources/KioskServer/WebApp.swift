import Foundation
import MicroHTTP
import Native

/// The files of the web app, read once: the allow-list of what can be asked for.
struct WebApp: Sendable {
    /// Path to file, `/` for `index.html`.
    let resources: [String: Resource]

    /// What a browser needs of `kiosk-web/`; anything else in the folder is not served.
    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "json": "application/json", "webmanifest": "application/manifest+json", "svg": "image/svg+xml",
        "png": "image/png", "webp": "image/webp", "ico": "image/x-icon", "woff2": "font/woff2",
        "txt": "text/plain; charset=utf-8",
    ]
    private static let compressed: Set = ["png", "webp", "woff2"]

    /// - Throws: `StartError` when the folder has no `index.html`.
    init(folder: String) throws {
        var resources: [String: Resource] = [:]
        for file in FolderTree.walk(folder).files {
            let kind = URL(fileURLWithPath: file).pathExtension.lowercased()
            guard let type = Self.types[kind] else { continue }
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            let packed = Self.compressed.contains(kind) ? nil : bytes
            resources["/" + file] = Resource(
                identity: Body(bytes),
                gzip: packed.map { Body(Gzip.compress($0)) },
                brotli: packed.map { Body(Brotli.compress($0, quality: 9)) },
                etag: Hash.of(bytes).hex,
                contentType: type,
                headers: file == "phone/sw.js" ? SecurityHeaders.phoneWorker : SecurityHeaders.app)
        }
        guard let index = resources["/index.html"] else { throw StartError.noWebApp(folder) }
        resources["/"] = index
        self.resources = resources
    }
}
