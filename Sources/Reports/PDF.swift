import Foundation

/// Pages of HTML on paper, by WeasyPrint, which a machine may have or not.
public enum PDF {
    /// Why there is no PDF.
    public enum Trouble: Error, Hashable {
        /// WeasyPrint isn't on this machine.
        case notInstalled
        /// It ran and failed, in its own words.
        case failed(String)
    }

    /// Whether this machine can make one.
    public static var isInstalled: Bool { program() != nil }

    /// The page as a PDF. Throws `Trouble`.
    public static func of(html: String) throws -> Data {
        guard let program = program() else { throw Trouble.notInstalled }
        let work = Process()
        let (input, output, complaints) = (Pipe(), Pipe(), Pipe())
        work.executableURL = program
        work.arguments = ["--quiet", "--encoding", "utf-8", "-", "-"]
        // Fonts say when they were cut to size: the same page has the same bytes.
        work.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
        (work.standardInput, work.standardOutput, work.standardError) = (input, output, complaints)
        do { try work.run() } catch { throw Trouble.notInstalled }
        // It reads all of its page before it writes, and says little: nobody waits for the other.
        try input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
        try input.fileHandleForWriting.close()
        let document = try output.fileHandleForReading.readToEnd() ?? Data()
        let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
        work.waitUntilExit()
        guard work.terminationStatus == 0, document.starts(with: Data("%PDF".utf8)) else {
            throw Trouble.failed(String(decoding: said.prefix(2_000), as: UTF8.self))
        }
        return document
    }

    private static func program() -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: $0 + "/weasyprint") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
    }
}
