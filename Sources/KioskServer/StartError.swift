import Reception

/// Why the server can't start, for the person who started it.
public enum StartError: Error, Sendable {
    /// The folder of the web app lacks its first page.
    case noWebApp(String)
    /// The certificate or its key can't be read.
    case unreadable(String, reason: String)
    /// The public address isn't `http://…` or `https://…` without a path.
    case badPublicAddress(String)
}

extension StartError: CustomStringConvertible {
    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .noWebApp(let folder):
            "no index.html in \(folder). Give the folder of the web app with --web."
        case .unreadable(let path, let reason):
            "\(path) can't be read: \(reason). Check the path and its permissions."
        case .badPublicAddress(let address):
            "“\(address)” isn't a public address. Write it as https://name or http://name:port, without a path."
        }
    }
}
