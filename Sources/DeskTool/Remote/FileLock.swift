import Foundation

/// `flock`s, which the kernel lets go of when their process ends, however it ends.
enum FileLock {
    /// Runs `body` while nobody else holds the lock of that file or folder; nil when it wasn't free in time.
    static func holding<Result>(
        _ path: String, within patience: Duration, _ body: () throws -> Result
    ) rethrows -> Result? {
        let file = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let deadline = ContinuousClock.now + patience
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < deadline else { return nil }
            usleep(5_000)
        }
        return try body()
    }
}
