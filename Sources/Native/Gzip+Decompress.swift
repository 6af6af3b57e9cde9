import CZlib

extension Gzip {
    /// The header that every gzip file begins with.
    public static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// Undoes `compress`.
    /// - Parameter limit: bytes at most, so that a small file can't ask for all memory.
    /// - Returns: nil when `bytes` aren't gzip, stop too early, fail their checksum or give more than `limit`.
    public static func decompress(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        let windowAndGzipHeader: Int32 = 15 + 16
        guard
            inflateInit2_(&stream, windowAndGzipHeader, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { inflateEnd(&stream) }
        // zlib counts in 32 bits.
        guard bytes.count < 1 << 30, limit < 1 << 30 else { return nil }
        var result: [UInt8] = []
        return bytes.withUnsafeBufferPointer { input in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(input.count)
            var status = Z_OK
            while status == Z_OK {
                // Most tiles and directories grow to three or four times their size.
                let room = min(max(input.count * 4, 4096), limit - result.count + 1)
                let piece = [UInt8](unsafeUninitializedCapacity: room) { output, written in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(room)
                    status = inflate(&stream, Z_NO_FLUSH)
                    written = room - Int(stream.avail_out)
                }
                if result.isEmpty { result = piece } else { result += piece }
                if result.count > limit { return nil }
            }
            return status == Z_STREAM_END ? result : nil
        }
    }
}
