import Foundation
import MicroHTTP

/// What `vitrine serve` was asked for.
public struct Options: Sendable {
    /// Where the lines of the access log go.
    public enum AccessLogDestination: Sendable, Equatable {
        case standardOutput
        case file(String)
        case off
    }

    /// The numeric address to listen on.
    public var bind = "127.0.0.1"
    /// The port to listen on; 0 lets the system choose.
    public var port = 8080
    /// The folder of `vitrine.sqlite` and of the compiled catalogue.
    public var data = "data"
    /// The folder of what is shown.
    public var content = "content"
    /// The folder of the web app.
    public var web = "kiosk-web"
    /// What QR codes begin with, such as `https://sommieres.example`; by default the address listened on.
    public var publicAddress: String?
    /// PEM files of the certificate and its key; plain HTTP without them.
    public var tls: (certificate: String, key: String)?
    /// Where the lines of the access log go.
    public var accessLog = AccessLogDestination.standardOutput

    /// The defaults above.
    public init() {}
}

extension Options {
    func openAccessLog() throws -> AccessLog? {
        switch accessLog {
        case .standardOutput: AccessLog(descriptor: FileHandle.standardOutput.fileDescriptor)
        case .file(let path): try AccessLog(path: path)
        case .off: nil
        }
    }

    func readTLS() throws -> Server.TLS? {
        try tls.map { files in
            Server.TLS(certificatePEM: try Self.read(files.certificate), keyPEM: try Self.read(files.key))
        }
    }

    /// The public address, checked: scheme, name, perhaps a port, and nothing else, for it ends up in printed codes.
    func checkedPublicAddress() throws -> String? {
        guard let publicAddress else { return nil }
        guard let parts = URLComponents(string: publicAddress), ["http", "https"].contains(parts.scheme),
            parts.host?.isEmpty == false, ["", "/"].contains(parts.path), parts.query == nil, parts.user == nil
        else { throw StartError.badPublicAddress(publicAddress) }
        return publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
    }

    private static func read(_ path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw StartError.unreadable(path, reason: error.localizedDescription)
        }
    }
}
