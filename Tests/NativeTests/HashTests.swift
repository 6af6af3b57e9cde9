import Testing

@testable import Native

@Suite struct HashTests {
    /// Published test values of XXH3 128 bits with seed 0.
    @Test func agreesWithThePublishedAlgorithm() {
        #expect(Hash.of("").hex == "99aa06d3014798d86001c324468d497f")
    }

    @Test func piecesMakeTheSameFingerprintAsTheWhole() {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        for cut in [0, 1, 63, 64, 240, 241, 1024, 9_999] {
            var stream = Hash.Stream()
            stream.update(Array(bytes[..<cut]))
            stream.update(Array(bytes[cut...]))
            #expect(stream.finish() == Hash.of(bytes))
        }
        var words = Hash.Stream()
        words.update("Som")
        words.update("mières")
        #expect(words.finish() == Hash.of(Array("Sommières".utf8)))
    }

    @Test func oneChangedBitChangesIt() {
        var bytes = [UInt8](repeating: 7, count: 500)
        var seen: Set<Hash> = [Hash.of(bytes)]
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(seen.insert(Hash.of(bytes)).inserted)
            bytes[index] ^= 1
        }
    }

    @Test func hexIsAlways32Digits() {
        for number in 0..<500 { #expect(Hash.of("\(number)").hex.count == 32) }
    }
}
