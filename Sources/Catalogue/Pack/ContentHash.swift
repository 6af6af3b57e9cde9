import Native

/// One hash for a whole content: of its files' names and hashes, and of the compiler that reads them.
enum ContentHash {
    /// Stands for the content of a file that nothing reads.
    static let unread = Hash.of("unread")

    static func of(_ files: [String: Hash]) -> String {
        var stream = Hash.Stream()
        stream.update("vitrine catalogue \(PackFormat.version)\n")
        for (path, hash) in files.sorted(by: { $0.key < $1.key }) { stream.update("\(path)\n\(hash.hex)\n") }
        return stream.finish().hex
    }
}
