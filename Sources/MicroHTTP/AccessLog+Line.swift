import CMicroHTTPD
import Glibc

extension AccessLog {
    /// The start of a path, kept without allocating. Bytes that aren't visible ASCII become `?`, so that a path can't
    /// forge a line.
    struct Path {
        private var bytes = InlineArray<192, UInt8>(repeating: 0)
        private(set) var count = 0

        mutating func set(_ path: UnsafeBufferPointer<UInt8>) {
            count = min(path.count, bytes.count)
            for index in 0..<count {
                let byte = path[index]
                bytes[index] = byte > 0x20 && byte < 0x7F ? byte : UInt8(ascii: "?")
            }
        }

        func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
            bytes.span.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// Composes a line on the stack and gathers it.
    func append(
        path: Path, id: RequestID, method: StaticString, status: UInt32, bytes: Int, microseconds: UInt64,
        termination: MHD_RequestTerminationCode
    ) {
        // 192 of path and at most 160 of the rest.
        withUnsafeTemporaryAllocation(byteCount: 384, alignment: 1) { memory in
            var line = LineWriter(memory)
            line.appendTime()
            line.append(" ")
            line.appendHex(id.connection)
            line.append("-")
            line.appendHex(UInt64(id.rank))
            line.append(" ")
            line.append(method)
            line.append(" ")
            path.withBytes { line.append($0) }
            line.append(" ")
            line.append(UInt64(status))
            line.append(" ")
            line.append(UInt64(max(bytes, 0)))
            line.append(" ")
            line.append(microseconds)
            line.append(AccessLog.words(termination))
            append(line.written)
        }
    }

    private static func words(_ termination: MHD_RequestTerminationCode) -> StaticString {
        switch termination {
        case .REQUEST_TERMINATED_COMPLETED_OK: " ok\n"
        case .REQUEST_TERMINATED_WITH_ERROR: " error\n"
        case .REQUEST_TERMINATED_TIMEOUT_REACHED: " timeout\n"
        case .REQUEST_TERMINATED_DAEMON_SHUTDOWN: " stopped\n"
        case .REQUEST_TERMINATED_READ_ERROR: " unread\n"
        case .REQUEST_TERMINATED_CLIENT_ABORT: " gone\n"
        @unknown default: " error\n"
        }
    }
}

/// Writes text into memory that is known to be long enough.
private struct LineWriter {
    private let memory: UnsafeMutableRawBufferPointer
    private var count = 0

    init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        memory[count...].copyBytes(from: bytes)
        count += bytes.count
    }

    /// In decimal, with leading zeros up to `digits`.
    mutating func append(_ number: UInt64, digits: Int = 1) {
        var width = digits
        var rest = number
        for _ in 0..<digits { rest /= 10 }
        while rest > 0 {
            width += 1
            rest /= 10
        }
        rest = number
        for place in (count..<count + width).reversed() {
            memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    /// In hexadecimal.
    mutating func appendHex(_ number: UInt64) {
        let width = max(1, (67 - number.leadingZeroBitCount) / 4)
        for place in 0..<width {
            let digit = UInt8(truncatingIfNeeded: number >> (4 * UInt64(width - 1 - place)) & 15)
            memory[count + place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        count += width
    }

    /// The time in UTC, to the millisecond, as ISO 8601. gmtime_r takes glibc's time-zone lock, shared by all threads:
    /// the days are counted here instead, from 1 March 0000 so that leap days come last
    /// (https://howardhinnant.github.io/date_algorithms.html, civil_from_days).
    mutating func appendTime() {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &now)
        let seconds = UInt64(now.tv_sec)
        let day = seconds / 86_400 + 719_468
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), digits: 4)
        append("-")
        append(month, digits: 2)
        append("-")
        append(dayOfYear - (153 * shifted + 2) / 5 + 1, digits: 2)
        append("T")
        append(seconds / 3600 % 24, digits: 2)
        append(":")
        append(seconds / 60 % 60, digits: 2)
        append(":")
        append(seconds % 60, digits: 2)
        append(".")
        append(UInt64(now.tv_nsec) / 1_000_000, digits: 3)
        append("Z")
    }
}
