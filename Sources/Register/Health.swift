import Foundation
import Reception

/// What the writer did since the register was opened.
public struct Counters: Hashable, Sendable {
    /// Interactions put on disk.
    public internal(set) var recorded = 0
    /// Interactions that were there already.
    public internal(set) var duplicates = 0
    /// Interactions the database refused.
    public internal(set) var rejected = 0
    /// Transactions committed.
    public internal(set) var commits = 0
    /// Transactions that failed for everyone in them: disk full, failing or locked.
    public internal(set) var failures = 0
    /// Calls refused because too much was waiting.
    public internal(set) var busy = 0
    /// When the last transaction was committed.
    public internal(set) var lastCommit: Instant?
    /// Whether the last transaction failed for everyone in it. The next one that works ends it.
    public internal(set) var isFailing = false
    /// Commits by how many interactions they carried: at most 1, 2, 4, … 1024, and more.
    public internal(set) var groupSizes = [Int](repeating: 0, count: groupSizeBounds.count + 1)
    /// Interactions in all commits: the histogram's sum.
    public internal(set) var grouped = 0

    /// The upper bounds of `groupSizes`, but for its last.
    public static let groupSizeBounds = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024]

    mutating func add(_ answers: [Recorded], at instant: Instant) {
        var events = 0
        for answer in answers {
            recorded += answer.accepted
            duplicates += answer.duplicates
            rejected += answer.rejected.count
            events += answer.accepted + answer.duplicates + answer.rejected.count
        }
        commits += 1
        grouped += events
        groupSizes[Self.groupSizeBounds.firstIndex { events <= $0 } ?? Self.groupSizeBounds.count] += 1
        lastCommit = instant
        isFailing = false
    }
}

/// How the register is, for `/readyz` and `/metrics`.
public struct Health: Hashable, Sendable {
    /// What the writer did.
    public let counters: Counters
    /// Interactions waiting to be written.
    public let queued: Int
    /// Bytes of `vitrine.sqlite`.
    public let databaseBytes: Int64
    /// Bytes of its write-ahead log.
    public let walBytes: Int64
    /// Bytes free on its disk for this user; nil when that can't be read.
    public let diskFreeBytes: Int64?
}

extension Register {
    /// How the register is now; a few system calls, no query.
    public func health() -> Health {
        let (counters, queued) = writer.health
        return Health(
            counters: counters, queued: queued, databaseBytes: Self.size(of: folder.database),
            walBytes: Self.size(of: folder.database + "-wal"), diskFreeBytes: Self.freeBytes(at: folder.path))
    }

    private static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private static func freeBytes(at path: String) -> Int64? {
        var status = statvfs()
        return statvfs(path, &status) == 0 ? Int64(status.f_bavail) * Int64(status.f_frsize) : nil
    }
}

/// The system's clock: the one place of the register that reads it.
enum Clock {
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
