import Foundation
import Glibc

/// Tells when anything below a folder has changed, through Linux's inotify (inotify(7)).
///
/// A save from an editor or a copy from a USB key is many events: `changed` is called once, when nothing has moved for
/// `settle`. It runs on the watch's own thread; the next change is looked at when it returns.
public final class FolderWatch: Sendable {
    /// Closing this end of a pipe ends the thread, which holds the other end.
    private let stopEnd: Int32

    /// - Parameters:
    ///   - folder: watched with everything below it, folders made later included.
    ///   - settle: how long it must be quiet before `changed` is called, in milliseconds.
    /// - Throws: `POSIXError` when the system gives no inotify handle.
    public init(_ folder: String, settle: Int32 = 300, changed: @escaping @Sendable () -> Void) throws {
        let events = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        var pipeEnds: [Int32] = [-1, -1]
        guard events >= 0, pipe(&pipeEnds) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        let stop = pipeEnds[0]
        stopEnd = pipeEnds[1]
        Self.watch(folder, on: events)
        Thread.detachNewThread {
            while Self.waitForChange(on: events, or: stop, settle: settle) {
                Self.watch(folder, on: events)
                changed()
            }
            close(events)
            close(stop)
        }
    }

    /// Ends the watch and its thread. To be called once.
    public func stop() { close(stopEnd) }

    /// Adds a watch on the folder and every folder below it; one already watched stays as it is.
    private static func watch(_ folder: String, on events: Int32) {
        let mask = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)
        inotify_add_watch(events, folder, mask)
        for path in FolderTree.walk(folder).folders { inotify_add_watch(events, folder + "/" + path, mask) }
    }

    /// True once something changed and then nothing for `settle` milliseconds; false when asked to stop.
    private static func waitForChange(on events: Int32, or stop: Int32, settle: Int32) -> Bool {
        var timeout: Int32 = -1
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            var waiting = [events, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let ready = poll(&waiting, 2, timeout)
            if ready < 0 && errno != EINTR { return false }
            if waiting[1].revents != 0 { return false }
            if ready == 0 { return true }
            if waiting[0].revents != 0 {
                while read(events, &buffer, buffer.count) > 0 {}
                timeout = settle
            }
        }
    }
}
