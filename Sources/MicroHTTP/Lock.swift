import Glibc

/// A value that one thread at a time may touch.
///
/// Not Synchronization's `Mutex`: on Linux its slow path is inside the Swift runtime, where ThreadSanitizer doesn't see
/// it, and correct code is reported as racing (Swift 6.3). A pthread mutex costs about as much.
///
/// `@unchecked Sendable`: `value` is only touched in `withLock`, under the mutex.
final class Lock<Value: Sendable>: @unchecked Sendable {
    private var value: Value
    // Allocated: a mutex must not move.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init(_ value: Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
