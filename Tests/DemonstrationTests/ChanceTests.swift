import Testing

@testable import Demonstration

@Suite("Chance that comes out the same each time")
struct ChanceTests {
    @Test("the same seed and parts give the same numbers, others give others")
    func same() {
        func numbers(_ chance: Chance) -> [UInt64] {
            var chance = chance
            return (0..<5).map { _ in chance.next() }
        }
        #expect(numbers(Chance(seed: 7, 1, 2)) == numbers(Chance(seed: 7, 1, 2)))
        #expect(numbers(Chance(seed: 7, 1, 2)) != numbers(Chance(seed: 7, 2, 1)))
        #expect(numbers(Chance(seed: 7, 1, 2)) != numbers(Chance(seed: 8, 1, 2)))
    }

    @Test("a count is on average what is asked for, small or large", arguments: [0.0, 0.4, 7, 39, 41, 900])
    func counts(_ mean: Double) {
        var chance = Chance(seed: 1)
        let counts = (0..<4_000).map { _ in chance.count(around: mean) }
        let average = Double(counts.reduce(0, +)) / 4_000
        // Five standard errors.
        #expect(abs(average - mean) <= 5 * (mean / 4_000).squareRoot())
        #expect(counts.allSatisfy { $0 >= 0 })
    }

    @Test("what weighs twice as much comes twice as often, and what weighs nothing never")
    func weights() {
        var chance = Chance(seed: 3)
        let weighted = Weighted([("a", 2), ("never", 0), ("b", 1)])
        let picked = (0..<9_000).compactMap { _ in weighted.pick(&chance) }
        #expect(picked.count == 9_000 && !picked.contains("never"))
        #expect((5_750...6_250).contains(picked.count { $0 == "a" }))
        #expect(Weighted<Int>([]).pick(&chance) == nil)
    }

    @Test("whole numbers reach both ends of their range and stay in it")
    func wholes() {
        var chance = Chance(seed: 5)
        let numbers = Set((0..<500).map { _ in chance.whole(-2...3) })
        #expect(numbers == [-2, -1, 0, 1, 2, 3])
    }
}
