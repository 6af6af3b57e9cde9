import Glibc
import Synchronization

/// One line per request, to a file descriptor:
///
///     2026-05-04T09:12:33.250Z 5f3a9c1b2e-17 GET /api/v1/fr/catalogue 200 30411 184 ok
///
/// that is: when it ended (UTC), the request's id, method, path, status, bytes of body (announced; of a stream: sent),
/// microseconds from request line to end, and how it ended: ok, error, timeout, stopped, unread, gone. No query (it may
/// hold what a person typed) and no address: no personal data.
///
/// Lines are gathered per thread and written by a background thread each second, sooner when there are many; within
/// that second, lines of different threads may be out of order. Nobody waits for a slow disk: lines past 1 MiB per
/// thread are dropped, and their number is written instead.
public final class AccessLog: Sendable {
    private let sink: Sink
    private let flusher: BackgroundThread

    /// Writes to an open descriptor, which stays the caller's to close after `close()`.
    public convenience init(descriptor: Int32) {
        self.init(Sink(descriptor: descriptor, ownsDescriptor: false))
    }

    /// Appends to a file, made if need be with mode 0640.
    /// - Throws: `FileError` when it can't be opened.
    public convenience init(path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
        self.init(Sink(descriptor: descriptor, ownsDescriptor: true))
    }

    private init(_ sink: Sink) {
        self.sink = sink
        flusher = BackgroundThread {
            while !sink.isClosed.load(ordering: .acquiring) {
                sink.wakeUp.wait(milliseconds: 1000)
                sink.flush()
            }
        }
    }

    deinit { close() }

    /// Writes what was gathered, now.
    public func flush() { sink.flush() }

    /// Writes what was gathered and ends the background thread. Later lines are lost.
    public func close() {
        sink.isClosed.store(true, ordering: .releasing)
        sink.wakeUp.wake()
        flusher.join()
        sink.flush()
    }

    func append(_ line: UnsafeRawBufferPointer) { sink.append(line) }

    /// Where lines are gathered and written. Apart from the log, so that its thread doesn't keep the log alive.
    private final class Sink: Sendable {
        private struct Gathered {
            var bytes: [UInt8] = []
            var lost = 0
        }

        private final class Shard: Sendable {
            let gathered = Lock(Gathered())
        }

        private static let wakeAt = 65_536
        private static let limit = 1_048_576
        let isClosed = Atomic(false)
        let wakeUp = WakeUp()
        private let shards = (0..<16).map { _ in Shard() }
        private let descriptor: Int32
        private let ownsDescriptor: Bool
        /// Held while writing, so that a line is never cut by another.
        private let writing = Lock(())

        init(descriptor: Int32, ownsDescriptor: Bool) {
            self.descriptor = descriptor
            self.ownsDescriptor = ownsDescriptor
        }

        deinit { if ownsDescriptor { Glibc.close(descriptor) } }

        func append(_ line: UnsafeRawBufferPointer) {
            // Multiplicative hashing spreads the threads, so that they rarely meet at a lock.
            let shard = shards[Int((UInt64(pthread_self()) &* 0x9E37_79B9_7F4A_7C15) >> 60)]
            let wakes = shard.gathered.withLock { gathered in
                guard gathered.bytes.count + line.count <= Sink.limit else {
                    gathered.lost += 1
                    return false
                }
                let before = gathered.bytes.count
                gathered.bytes.append(contentsOf: line)
                return before < Sink.wakeAt && gathered.bytes.count >= Sink.wakeAt
            }
            if wakes { wakeUp.wake() }
        }

        func flush() {
            writing.withLock { _ in
                for shard in shards {
                    let gathered = shard.gathered.withLock { gathered in
                        defer {
                            if !gathered.bytes.isEmpty {
                                gathered = Gathered()
                                gathered.bytes.reserveCapacity(2 * Sink.wakeAt)
                            }
                        }
                        return gathered
                    }
                    gathered.bytes.withUnsafeBytes(write)
                    if gathered.lost > 0 {
                        Array("# \(gathered.lost) lines lost: the log is written too slowly\n".utf8).withUnsafeBytes(
                            write)
                    }
                }
            }
        }

        private func write(_ bytes: UnsafeRawBufferPointer) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    // A full disk or a closed pipe: the lines are lost, the server goes on.
                    return
                }
                rest = rest.dropFirst(written)
            }
        }
    }
}
