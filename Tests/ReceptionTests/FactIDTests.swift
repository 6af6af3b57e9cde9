import Foundation
import Reception
import Testing

@Suite struct FactIDTests {
    @Test func `any UUID but nil survives the way through text, in either case`() throws {
        for _ in 0..<10_000 {
            let uuid = UUID()
            let id = try #require(FactID(uuid.uuidString))
            #expect(id.description == uuid.uuidString.lowercased())
            #expect(FactID(uuid.uuidString.lowercased()) == id)
        }
        #expect(FactID("ffffffff-ffff-ffff-ffff-ffffffffffff") != nil)
    }

    @Test(arguments: [
        "", "-", "00000000-0000-0000-0000-000000000000", "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6",
        "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f0", "0197f8a26c007d5e8f103b2a1c4d5e6f",
        "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6g",
        "0197f8a2x6c00-7d5e-8f10-3b2a1c4d5e6f", "{0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f}",
        "٠197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6",
    ])
    func `anything else is no id`(text: String) {
        #expect(FactID(text) == nil)
    }

    @Test func `ids made here are UUIDv7 that sort by their time of birth`() throws {
        var ids: [FactID] = []
        for _ in 0..<1_000 {
            let born = Instant(milliseconds: Int64.random(in: 0..<(1 << 48)))
            let id = FactID(bornAt: born)
            let text = id.description
            #expect(text.dropFirst(14).first == "7")
            #expect("89ab".contains(try #require(text.dropFirst(19).first)))
            let milliseconds = Int64(text.prefix(8) + text.dropFirst(9).prefix(4), radix: 16)
            #expect(milliseconds == born.milliseconds)
            ids.append(id)
        }
        #expect(ids.sorted() == ids.sorted { $0.description < $1.description })
        #expect(Set(ids).count == ids.count)
        #expect(FactID(bornAt: Instant(milliseconds: -1)).description.hasPrefix("00000000-0000-7"))
    }

    @Test func `ids made with the same randomness at the same time are the same`() {
        var one = SystemRandomNumberGenerator.Fixed()
        var other = SystemRandomNumberGenerator.Fixed()
        let born = Instant(milliseconds: 1_700_000_000_000)
        #expect(FactID(bornAt: born, using: &one) == FactID(bornAt: born, using: &other))
    }
}

extension SystemRandomNumberGenerator {
    /// Counts, so that a test can repeat what it did.
    fileprivate struct Fixed: RandomNumberGenerator {
        private var state: UInt64 = 0
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
    }
}
