import CZlib

/// Gzip (RFC 1952) through zlib: the encoding every client understands.
public enum Gzip {
    /// Compresses `bytes`; the same bytes and level always give the same result.
    ///
    /// The header carries no file name and no time, so that a body's ETag changes only when the content does.
    /// - Parameter level: 1 (fast) to 9 (small); other values are brought into this range.
    public static func compress(_ bytes: [UInt8], level: Int = 9) -> [UInt8] {
        var stream = z_stream()
        let windowAndGzipHeader: Int32 = 15 + 16
        let opened = deflateInit2_(
            &stream, Int32(min(max(level, 1), 9)), Z_DEFLATED, windowAndGzipHeader, 8, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(opened == Z_OK, "zlib could not get its memory")
        defer { deflateEnd(&stream) }

        // zlib counts in 32 bits: what is fed at a time stays under it, whatever the size of the whole.
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: bound) { output, written in
            bytes.withUnsafeBufferPointer { input in
                var fed = 0
                var status = Z_OK
                while status == Z_OK {
                    let feed = min(input.count - fed, 1 << 30)
                    let room = min(output.count - written, 1 << 30)
                    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + fed })
                    stream.avail_in = UInt32(feed)
                    stream.next_out = output.baseAddress.map { $0 + written }
                    stream.avail_out = UInt32(room)
                    status = deflate(&stream, fed + feed == input.count ? Z_FINISH : Z_NO_FLUSH)
                    fed += feed - Int(stream.avail_in)
                    written += room - Int(stream.avail_out)
                }
                precondition(status == Z_STREAM_END, "zlib stopped before the end")
            }
        }
    }
}
