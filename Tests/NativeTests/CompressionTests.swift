import CBrotli
import CZlib
import Testing

@testable import Native

/// What a client does with a body, by the same libraries' other half.
private func gunzipped(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: limit)
    let status = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            return inflate(&stream, Z_FINISH)
        }
    }
    return status == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
}

private func unbrotlied(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var size = limit
    var output = [UInt8](repeating: 0, count: limit)
    let result = BrotliDecoderDecompress(bytes.count, bytes, &size, &output)
    return result == BROTLI_DECODER_RESULT_SUCCESS ? Array(output.prefix(size)) : nil
}

private let samples: [[UInt8]] = [
    [], [0], Array("Bienvenue à Sommières".utf8), [UInt8](repeating: 65, count: 300_000),
    (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) },
]

@Suite struct CompressionTests {
    @Test(arguments: samples) func aClientGetsTheSameBytesBack(_ bytes: [UInt8]) {
        for level in [1, 6, 9] {
            #expect(gunzipped(Gzip.compress(bytes, level: level), limit: bytes.count + 1) == bytes)
        }
        for quality in [0, 5, 11] {
            #expect(unbrotlied(Brotli.compress(bytes, quality: quality), limit: bytes.count + 1) == bytes)
        }
    }

    @Test func textShrinks() {
        let text = Array(String(repeating: "Le sentier passe devant la chapelle, puis les vignes. ", count: 200).utf8)
        #expect(Gzip.compress(text).count < text.count / 20)
        #expect(Brotli.compress(text).count < text.count / 20)
    }

    @Test func theGzipHeaderTellsNoTimeAndNoName() {
        let header = Gzip.compress(Array("x".utf8)).prefix(8)
        #expect(Array(header) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    }

    @Test func levelsOutsideTheScaleAreBroughtIntoIt() {
        let text = Array("le vidourle le vidourle".utf8)
        #expect(Gzip.compress(text, level: 99) == Gzip.compress(text, level: 9))
        #expect(Brotli.compress(text, quality: -5) == Brotli.compress(text, quality: 0))
    }
}
