import Glibc

/// Bytes that can be read from any position, by any number of threads at once.
public protocol RandomAccess: Sendable {
    /// Length in bytes.
    var count: Int { get }
    /// `count` bytes from `offset`; nil when there are fewer, or when they can't be read.
    func read(at offset: Int, count: Int) -> [UInt8]?
}

/// A file that is open for reading; what it holds stays readable when another file takes its name.
///
/// Read with pread(2) rather than mapped: a mapping of a file that somebody truncates kills the process.
public final class OpenFile: RandomAccess {
    private let descriptor: Int32
    /// Length in bytes when it was opened.
    public let count: Int
    /// Changes when the file does, or when another takes its name: a hash of its size, modification time and inode.
    public let stamp: Hash

    /// Nil when there is no such regular file, or it may not be read.
    public init?(path: String) {
        // O_NONBLOCK: a pipe of this name would keep us waiting for whoever writes into it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        count = Int(status.st_size)
        stamp = Hash.of(
            "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_dev) \(status.st_ino)")
    }

    deinit { close(descriptor) }

    /// `count` bytes from `offset`; nil when there are fewer, or when they can't be read.
    public func read(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                filled += got
            }
        }
        return bytes.count == count ? bytes : nil
    }
}
