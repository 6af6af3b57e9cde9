import Glibc

/// A file mapped read-only in memory: its pages are read when they are sent and given back by the kernel when memory is
/// short.
///
/// It stays mapped as long as anything refers to it, a response being sent included. The file must not be truncated
/// meanwhile (replace it with `rename` instead): reading past a file's new end kills the process.
///
/// `@unchecked Sendable`: the mapping is PROT_READ and both fields are constants, so all threads only read.
public final class MappedFile: @unchecked Sendable {
    /// Nil when the file is empty: mmap refuses a length of 0.
    let base: UnsafeRawPointer?
    /// The file's length in bytes when it was opened.
    public let count: Int

    /// Maps the whole file.
    /// - Throws: `FileError` when the file can't be opened, isn't a regular file or can't be mapped.
    public init(path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errorNumber: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, errorNumber: EINVAL) }
        count = Int(status.st_size)
        guard count > 0 else {
            base = nil
            return
        }
        guard let mapped = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), mapped != MAP_FAILED else {
            throw FileError(path: path, errorNumber: errno)
        }
        base = UnsafeRawPointer(mapped)
    }

    deinit {
        if let base { munmap(UnsafeMutableRawPointer(mutating: base), count) }
    }

    /// Calls `body` with the file's bytes, which are valid during the call.
    public func withBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count).bytes)
    }

    /// A copy of the bytes of a range, which must be inside `0..<count`.
    public subscript(range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the mapped file")
        return [UInt8](UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: base, count: count)[range]))
    }
}

/// A file that could not be opened or mapped.
public struct FileError: Error, Sendable, CustomStringConvertible {
    /// The path as it was given.
    public let path: String
    /// The system's error number (`errno`).
    public let errorNumber: Int32

    /// The path and the system's reason.
    public var description: String { "\(path): \(systemMessage(errorNumber))" }
}

/// The system's words for an error number.
func systemMessage(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        guard let base = buffer.baseAddress else { return "error \(number)" }
        return strerror_r(number, base, buffer.count) == 0 ? String(cString: base) : "error \(number)"
    }
}
